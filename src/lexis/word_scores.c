/* Counting what the network gets right; see word_scores.h. The counts follow the CoNLL 2018 shared task, on gold tokens:
 * relations without subtypes, lemmas "_" accept anything. */
#include "lexis/word_scores.h"

#include "lexis/bio.h"
#include "lexis/conllu.h"
#include "lexis/gum_entities.h"

#include <string.h>

static gsize
base_length (RelDeprel deprel)
{
  return strcspn (rel_deprel_get_name (deprel), ":");
}

static gboolean
have_same_base (RelDeprel a, RelDeprel b)
{
  gsize n = base_length (a);

  return n == base_length (b) && strncmp (rel_deprel_get_name (a), rel_deprel_get_name (b), n) == 0;
}

static void
count_token (RelWordScores *scores, const RelToken *gold, const RelToken *token)
{
  scores->n_words++;
  scores->upos += gold->upos == token->upos;
  scores->xpos += strcmp (gold->xpos, token->xpos) == 0;
  scores->feats += strcmp (gold->feats, token->feats) == 0;
  scores->lemmas += strcmp (gold->lemma, "_") == 0 || strcmp (gold->lemma, token->lemma) == 0;
  scores->heads += gold->head == token->head;
  scores->arcs += gold->head == token->head && have_same_base (gold->deprel, token->deprel);
  if (gold->etype != 0) {
    scores->n_etypes++;
    scores->etypes += gold->etype == token->etype;
  }
}

/* End of the name that begins at token @i, 0 when none of the types that count begins there. */
static guint
get_name_end (const RelToken *tokens, guint n, guint i)
{
  guint end = i + 1;

  if (!tokens[i].name_begins || tokens[i].name == REL_NAME_NONE || tokens[i].name == REL_NAME_MISC)
    return 0;
  while (end < n && tokens[end].name == tokens[i].name && !tokens[end].name_begins)
    end++;
  return end;
}

static void
count_names (RelWordScores *scores, const RelToken *gold, const RelToken *tokens, guint n)
{
  for (guint i = 0; i < n; i++) {
    guint gold_end = get_name_end (gold, n, i), end = get_name_end (tokens, n, i);

    scores->n_gold_names += gold_end > 0;
    scores->n_names += end > 0;
    scores->names += end > 0 && end == gold_end && gold[i].name == tokens[i].name;
  }
}

static gboolean
has_role (const RelToken *token, const RelRoleArc *arc)
{
  for (guint k = 0; k < token->n_roles; k++)
    if (token->roles[k].token == arc->token && token->roles[k].role == arc->role)
      return TRUE;
  return FALSE;
}

static void
count_roles (RelWordScores *scores, const RelToken *gold, const RelToken *tokens, guint n)
{
  for (guint i = 0; i < n; i++) {
    guint n_gold = rel_token_has_arguments (&gold[i]) ? gold[i].n_roles : 0;

    scores->n_gold_roles += n_gold;
    scores->n_roles += tokens[i].n_roles;
    for (guint k = 0; k < n_gold; k++)
      scores->roles += has_role (&tokens[i], &gold[i].roles[k]);
  }
}

/* Annotates @document, which holds the gold annotation, and counts; its tokens are overwritten. */
static void
score_document (RelWordScores *scores, const RelWordNetwork *words, RelDocument *document, gboolean has_tags,
                gboolean has_names, const gboolean *roles_known)
{
  g_autofree RelToken *gold = g_memdup2 (document->tokens, document->n_tokens * sizeof (RelToken));

  rel_word_network_annotate (words, document);
  for (guint i = 0; has_tags && i < document->n_tokens; i++)
    count_token (scores, &gold[i], &document->tokens[i]);
  for (guint s = 0; s < document->n_sentences; s++) {
    const RelSentence *sentence = &document->sentences[s];
    const RelToken *of_gold = gold + sentence->first, *tokens = document->tokens + sentence->first;

    if (has_names)
      count_names (scores, of_gold, tokens, sentence->n_tokens);
    if (roles_known != NULL && roles_known[s])
      count_roles (scores, of_gold, tokens, sentence->n_tokens);
  }
}

gboolean
rel_word_scores_add_conllu (RelWordScores *scores, const RelWordNetwork *words, const gchar *path,
                            const RelRoleFile *roles, GError **error)
{
  g_autoptr (RelConlluReader) reader = rel_conllu_reader_open (path, error);
  g_autoptr (GError) cause = NULL;
  const gchar **misc = NULL;

  if (reader == NULL)
    return FALSE;
  for (;;) {
    g_autoptr (RelDocument) document = rel_conllu_reader_next (reader, &misc, &cause);

    g_autofree gboolean *roles_known = NULL;

    if (document == NULL)
      break;
    roles_known = g_new0 (gboolean, document->n_sentences + 1);
    if (roles != NULL)
      rel_role_file_annotate (roles, document, roles_known);
    score_document (scores, words, document, TRUE, rel_gum_entities_annotate (document, misc), roles_known);
  }
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

gboolean
rel_word_scores_add_bio (RelWordScores *scores, const RelWordNetwork *words, const gchar *path,
                         const RelRoleFile *roles, GError **error)
{
  g_autoptr (RelBioReader) reader = rel_bio_reader_open (path, error);
  g_autoptr (GError) cause = NULL;

  if (reader == NULL)
    return FALSE;
  for (;;) {
    g_autoptr (RelDocument) document = rel_bio_reader_next (reader, &cause);

    if (document == NULL)
      break;
    score_document (scores, words, document, FALSE, TRUE, NULL);
  }
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static gdouble
percent (guint part, guint whole)
{
  return whole > 0 ? 100.0 * part / whole : 0;
}

gchar *
rel_word_scores_to_string (const RelWordScores *scores)
{
  return g_strdup_printf (
    "words %u UPOS %.2f XPOS %.2f feats %.2f lemmas %.2f UAS %.2f LAS %.2f etypes %.2f names P %.2f R %.2f F1 %.2f "
    "roles P %.2f R %.2f F1 %.2f",
    scores->n_words, percent (scores->upos, scores->n_words), percent (scores->xpos, scores->n_words),
    percent (scores->feats, scores->n_words), percent (scores->lemmas, scores->n_words),
    percent (scores->heads, scores->n_words), percent (scores->arcs, scores->n_words),
    percent (scores->etypes, scores->n_etypes), percent (scores->names, scores->n_names),
    percent (scores->names, scores->n_gold_names), percent (2 * scores->names, scores->n_names + scores->n_gold_names),
    percent (scores->roles, scores->n_roles), percent (scores->roles, scores->n_gold_roles),
    percent (2 * scores->roles, scores->n_roles + scores->n_gold_roles));
}
