/* RDF files in, triples out; see base/rdf_read.c.
 *
 * Blank nodes become IRIs under the well-known path for that (RDF 1.1, 3.5), because our triples have none; those of the
 * n-th file of a set have names of their own. A set is bounded by REL_TRIPLES_MAX triples. Cost: linear in the file.
 */
#include "base/rdf_read.h"
#include <relata/triples.h>

#include <string.h>

/* About 1 GB of triples; a larger graph belongs in a store. */
#define REL_TRIPLES_MAX 10000000u

#define GENID "https://example.org/.well-known/genid/"

typedef struct {
  RelTripleSet *set;
  const gchar *path;
  gchar *genid; /* what the IRIs of this file's blank nodes begin with */
  GString *names[3];
} Loading;

/* @name itself unless it is a blank node's. */
static const gchar *
skolemize (const Loading *loading, const gchar *name, GString *room)
{
  if (name == NULL || !g_str_has_prefix (name, "_:"))
    return name;
  g_string_assign (room, loading->genid);
  return g_string_append (room, name + 2)->str;
}

static gboolean
take_statement (const RelRdfStatement *statement, gpointer user_data, GError **error)
{
  Loading *loading = user_data;
  const RelTriple triple = {
    .subject = skolemize (loading, statement->subject, loading->names[0]),
    .predicate = statement->predicate,
    .object = statement->is_literal ? statement->object : skolemize (loading, statement->object, loading->names[1]),
    .datatype = statement->datatype,
    .language = statement->language,
    .is_literal = statement->is_literal,
    .graph = skolemize (loading, statement->graph, loading->names[2]),
  };

  if (loading->set->n_triples >= REL_TRIPLES_MAX) {
    g_set_error (error, REL_ERROR, REL_ERROR_LIMIT, "%s: more than %u triples; load them into a triple store",
                 loading->path, REL_TRIPLES_MAX);
    return FALSE;
  }
  rel_triple_set_add (loading->set, &triple);
  return TRUE;
}

/* A prefix keeps the first meaning that it had. */
static void
take_prefix (const gchar *prefix, const gchar *iri, gpointer user_data)
{
  RelTripleSet *set = ((Loading *) user_data)->set;

  if (!g_hash_table_contains (set->prefixes, prefix))
    g_hash_table_insert (set->prefixes, g_string_chunk_insert_const (set->strings, prefix),
                         g_string_chunk_insert_const (set->strings, iri));
}

gboolean
rel_triple_set_read (RelTripleSet *self, const gchar *path, guint file_number, GError **error)
{
  Loading loading = { .set = self, .path = path };
  gboolean done;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  loading.genid = file_number == 0 ? g_strdup (GENID) : g_strdup_printf (GENID "%u-", file_number);
  for (guint i = 0; i < G_N_ELEMENTS (loading.names); i++)
    loading.names[i] = g_string_new (NULL);
  done = rel_rdf_read (path, rel_rdf_syntax_from_path (path), take_statement, take_prefix, &loading, error);
  for (guint i = 0; i < G_N_ELEMENTS (loading.names); i++)
    g_string_free (loading.names[i], TRUE);
  g_free (loading.genid);
  return done;
}

RelTripleSet *
rel_triple_set_load (const gchar *path, GError **error)
{
  RelTripleSet *self = rel_triple_set_new ();

  if (!rel_triple_set_read (self, path, 0, error)) {
    rel_triple_set_free (self);
    return NULL;
  }
  rel_triple_set_sort (self);
  return self;
}
