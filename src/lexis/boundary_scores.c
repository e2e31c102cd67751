/* Spans of tokens, words and sentences against those of a treebank; see boundary_scores.h. Cost: linear. */
#include "lexis/boundary_scores.h"

#include "lexis/conllu.h"

/* What was found in one document, by whoever: borrowed from it. */
typedef struct {
  const RelSentence *sentences;
  const RelToken *tokens;
  guint n_sentences;
  guint n_tokens;
} Analysis;

/* The @i-th item of an analysis. */
typedef RelSpan (*SpanFunc) (const Analysis *analysis, guint i);

static RelSpan
get_sentence (const Analysis *analysis, guint i)
{
  return analysis->sentences[i].span;
}

static RelSpan
get_word (const Analysis *analysis, guint i)
{
  return analysis->tokens[i].span;
}

/* Words inside a token have an empty span, which counts nowhere. */
static RelSpan
get_token (const Analysis *analysis, guint i)
{
  const RelToken *token = &analysis->tokens[i];

  if (token->n_words == 0)
    return (RelSpan){ 0, 0 };
  return (RelSpan){ token->span.start, token[token->n_words - 1].span.end };
}

static gboolean
is_empty (RelSpan span)
{
  return span.start >= span.end;
}

/* Both lists rise, so one pass finds what they share. */
static void
add_counts (RelSpanCounts *counts, const Analysis *system, guint n_system, const Analysis *gold, guint n_gold,
            SpanFunc get_span)
{
  guint g = 0;

  for (guint i = 0; i < n_gold; i++)
    counts->n_gold += !is_empty (get_span (gold, i));
  for (guint i = 0; i < n_system; i++) {
    RelSpan span = get_span (system, i);

    if (is_empty (span))
      continue;
    counts->n_system++;
    while (g < n_gold && (is_empty (get_span (gold, g)) || get_span (gold, g).start < span.start))
      g++;
    if (g < n_gold && get_span (gold, g).start == span.start)
      counts->right += get_span (gold, g++).end == span.end;
  }
}

static gboolean
add_document (RelBoundaryScores *scores, const RelModel *model, RelDocument *document, GError **error)
{
  const Analysis gold = { document->sentences, document->tokens, document->n_sentences, document->n_tokens };
  Analysis system;

  if (!rel_tokens_annotate (model, document, error))
    return FALSE;
  system = (Analysis){ document->sentences, document->tokens, document->n_sentences, document->n_tokens };
  add_counts (&scores->tokens, &system, system.n_tokens, &gold, gold.n_tokens, get_token);
  add_counts (&scores->words, &system, system.n_tokens, &gold, gold.n_tokens, get_word);
  add_counts (&scores->sentences, &system, system.n_sentences, &gold, gold.n_sentences, get_sentence);
  return TRUE;
}

gboolean
rel_boundary_scores_add_conllu (RelBoundaryScores *scores, const RelModel *model, const gchar *path, GError **error)
{
  g_autoptr (RelConlluReader) reader = rel_conllu_reader_open (path, error);

  if (reader == NULL)
    return FALSE;
  for (;;) {
    GError *cause = NULL;
    g_autoptr (RelDocument) document = rel_conllu_reader_next (reader, NULL, &cause);

    if (cause != NULL) {
      g_propagate_error (error, cause);
      return FALSE;
    }
    if (document == NULL)
      return TRUE;
    if (!add_document (scores, model, document, error))
      return FALSE;
  }
}
