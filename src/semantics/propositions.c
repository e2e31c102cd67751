/* Propositions of a document: sentences with trees in, RelDocument.propositions out.
 *
 *   RelSentence ─ view, moods ─► each token × each construction ─► drafts ─► confidence ─► RelProposition[]
 *
 * The constructions are the table below, one file each. Each looks at one token and its neighbourhood in the tree, so the
 * work is O(n) phrases of O(n) words at worst and near linear on real sentences, which hold at most
 * REL_SENTENCE_MAX_TOKENS tokens.
 */
#include <semantics/confidence.h>
#include <semantics/constructions.h>
#include <semantics/prose.h>

static const struct {
  const gchar *rule; /* in RelProposition.rule */
  RelConstructionFunc find;
} constructions[] = {
  { "clause", rel_find_verb_clause },            /* Eiffel built the tower                  */
  { "copula", rel_find_copula_clause },          /* the tower is in Paris                   */
  { "existential", rel_find_existential },       /* there is a tower in Paris               */
  { "impersonal", rel_find_impersonal },         /* it is clear that the tower leans        */
  { "quotation", rel_find_quotation },           /* the talks went well, Lee said           */
  { "fragment", rel_find_fragment },             /* Lee in Rome for talks                   */
  { "light", rel_find_light_verb },              /* they held talks with Italy              */
  { "apposition", rel_find_apposition },         /* Lee, the president                      */
  { "title", rel_find_title },                   /* President Lee                           */
  { "possessive", rel_find_possessive },         /* Meloni's daughter                       */
  { "nominalisation", rel_find_nominalisation }, /* Meloni's visit to Seoul              */
};                                               /* "role" comes out of copula, apposition and title: role_noun.c */

static const gchar *const modality_names[] = { "", "planned", "possible", "desired", "obligatory", "hypothetical" };
static const gchar *const role_names[]
  = { "subject", "object", "indirect", "oblique", "time", "place", "manner", "cause", "purpose", "clause" };

const gchar *
rel_modality_get_name (RelModality modality)
{
  g_return_val_if_fail (modality < G_N_ELEMENTS (modality_names), NULL);
  return modality_names[modality];
}

const gchar *
rel_role_get_name (RelRole role)
{
  g_return_val_if_fail (role < G_N_ELEMENTS (role_names), NULL);
  return role_names[role];
}

static void
judge (const RelDocument *document, RelProposition *proposition, const RelConfidence *confidence)
{
  g_autofree gchar *features = rel_proposition_describe (document, proposition);

  proposition->confidence = rel_confidence_get (confidence, features);
}

static void
read_sentence (RelDocument *document, guint32 index, const RelLexicon *lexicon, const RelWordTable *words,
               const RelConfidence *confidence, GPtrArray *found)
{
  RelView *view = rel_view_new (document, index, lexicon, words, found);
  guint first = found->len;

  rel_view_read_moods (view);
  for (gint32 token = 0; token < view->n; token++)
    for (guint i = 0; i < G_N_ELEMENTS (constructions); i++)
      constructions[i].find (view, token, constructions[i].rule);
  for (guint i = first; i < found->len; i++) {
    RelProposition *proposition = g_ptr_array_index (found, i);

    judge (document, proposition, confidence);
    for (guint k = 0; k < proposition->n_parts; k++)
      judge (document, (RelProposition *) &proposition->parts[k], confidence);
  }
}

gboolean
rel_propositions_annotate (const RelModel *model, const RelLexicon *lexicon, RelDocument *document, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (RelWordTable) words = rel_word_table_new (lexicon);
  g_autoptr (RelConfidence) confidence = rel_confidence_new (lexicon);
  g_autoptr (RelProse) prose = rel_prose_new (lexicon);

  for (guint32 i = 0; i < document->n_sentences; i++)
    if (document->sentences[i].n_tokens > 0
        && rel_prose_is_readable (prose, rel_sentence_get_tokens (document, &document->sentences[i]),
                                  document->sentences[i].n_tokens))
      read_sentence (document, i, lexicon, words, confidence, found);
  document->propositions = rel_arena_new_array (document->arena, RelProposition, MAX (found->len, 1));
  document->n_propositions = found->len;
  for (guint i = 0; i < found->len; i++)
    document->propositions[i] = *(RelProposition *) g_ptr_array_index (found, i);
  return TRUE;
}
