/* Demonyms: "Italian" in, "Italy" out, from the mention when there is one and else from ontology/. */
#include <semantics/view.h>

const gchar *
rel_view_find_country (const RelView *view, gint32 token)
{
  const RelMention *mention = rel_document_find_mention (view->document, view->sentence, token);
  const gchar *place, *name;

  if (!g_unichar_isupper (g_utf8_get_char (view->tokens[token].form)))
    return NULL;
  if (mention && mention->form == REL_MENTION_DEMONYM && mention->entity < view->document->n_entities)
    return view->document->entities[mention->entity].name;
  place = rel_lexicon_find_by (view->lexicon, "rel:demonym", view->tokens[token].form, NULL);
  if (!place)
    return NULL;
  name = rel_lexicon_get_value (view->lexicon, place, "rdfs:label");
  return name ? name : rel_lexicon_get_value (view->lexicon, place, "skos:prefLabel");
}
