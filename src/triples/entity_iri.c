/* The IRIs of named things: made of name and type, the same in all documents. */
#include <triples/iri.h>
#include <relata/triples.h>

gchar *
rel_entity_dup_iri (const RelEntity *entity, const gchar *base)
{
  g_return_val_if_fail (entity != NULL, NULL);

  if (!entity->is_named || entity->name == NULL || *entity->name == '\0')
    return NULL;

  RelEntityType expected = entity->resource != NULL ? entity->type : REL_ENTITY_PERSON;
  g_autofree gchar *name = rel_iri_segment (entity->name);
  g_autoptr (GString) segment = g_string_new (name);

  if (entity->type != expected)
    g_string_append_printf (segment, "-%s", rel_entity_type_get_name (entity->type));
  if (entity->apart != NULL) {
    g_autofree gchar *apart = rel_iri_segment (entity->apart);
    g_string_append_printf (segment, "~%s", apart);
  }
  return rel_iri_join (base, "entity/", segment->str);
}
