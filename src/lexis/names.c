/* Names in a document. A word that is written alike mostly names the same thing throughout a text (one sense per
 * discourse: Gale, Church, Yarowsky 1992), so each occurrence is helped by the others: the mean probability of the types
 * near it is a further factor. Then the best sequence of BIO tags is found in each sentence (Viterbi 1967).
 */
#include "lexis/names.h"
#include "lexis/name_bounds.h"

#include "learn/kernels.h"

#include <math.h>
#include <string.h>

#define DOCUMENT_WEIGHT 1.0f /* of the document's mean beside the token's own score; tuned on the names of GUM dev */
#define DOCUMENT_FLOOR 0.1f  /* a type that is never seen elsewhere is not ruled out */

#define WINDOW_TOKENS 1500 /* to each side: a file may hold many texts one after the other */

/* A word at one place, and the sums of the probabilities of its types up to there. */
typedef struct {
  guint token;
  gdouble sums[REL_N_NAME_TYPES]; /* NONE too; of this and all places before */
} Occurrence;

/* Type of a tag: O, then B- and I- of each type. */
static guint
get_type (guint tag)
{
  return (tag + 1) / 2;
}

static gboolean
is_inside_tag (guint tag)
{
  return tag > 0 && tag % 2 == 0;
}

/* Words that may be names: with a capital letter and not an initial. */
static gboolean
is_candidate (const gchar *form)
{
  return g_unichar_isupper (g_utf8_get_char (form)) && form[1] != '\0' && form[1] != '.';
}

static void
add_occurrence (GHashTable *words, const gchar *form, guint token, const gfloat *scores)
{
  GArray *word = g_hash_table_lookup (words, form);
  Occurrence occurrence = { token, { 0 } };

  if (word == NULL) {
    word = g_array_new (FALSE, FALSE, sizeof (Occurrence));
    g_hash_table_insert (words, (gpointer) form, word);
  } else {
    occurrence = g_array_index (word, Occurrence, word->len - 1);
    occurrence.token = token;
  }
  for (guint tag = 0; tag < REL_N_NAME_TAGS; tag++)
    occurrence.sums[get_type (tag)] += exp ((gdouble) scores[tag]);
  g_array_append_val (word, occurrence);
}

/* The mean probabilities of the types at the places [first, end) of a word are a further factor of @scores. */
static void
add_window_scores (const Occurrence *word, guint first, guint end, gfloat *scores)
{
  gfloat factors[REL_N_NAME_TYPES];

  for (guint type = 0; type < REL_N_NAME_TYPES; type++) {
    gdouble sum = word[end - 1].sums[type] - (first > 0 ? word[first - 1].sums[type] : 0);

    factors[type] = DOCUMENT_WEIGHT * logf ((gfloat) (sum / (end - first)) + DOCUMENT_FLOOR);
  }
  for (guint tag = 0; tag < REL_N_NAME_TAGS; tag++)
    scores[tag] += factors[get_type (tag)];
}

/* Goes over the places of one word with a window around each. */
static void
share_scores_of_word (const GArray *word, gfloat *scores)
{
  const Occurrence *places = (const Occurrence *) (gpointer) word->data;
  guint first = 0, end = 0;

  for (guint k = 0; k < word->len; k++) {
    while (places[first].token + WINDOW_TOKENS < places[k].token)
      first++;
    while (end < word->len && places[end].token <= places[k].token + WINDOW_TOKENS)
      end++;
    if (end - first > 1)
      add_window_scores (places, first, end, scores + (gsize) places[k].token * REL_N_NAME_TAGS);
  }
}

static void
share_scores (const RelDocument *document, gfloat *scores)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  GHashTableIter iter;
  gpointer word;

  for (guint i = 0; i < document->n_tokens; i++)
    rel_vector_log_softmax (scores + (gsize) i * REL_N_NAME_TAGS, REL_N_NAME_TAGS);
  for (guint i = 0; i < document->n_tokens; i++)
    if (is_candidate (document->tokens[i].form))
      add_occurrence (words, document->tokens[i].form, i, scores + (gsize) i * REL_N_NAME_TAGS);
  g_hash_table_iter_init (&iter, words); /* in any order: each place belongs to one word */
  while (g_hash_table_iter_next (&iter, NULL, &word))
    share_scores_of_word (word, scores);
}

static guint
find_best (const gfloat *scores)
{
  guint best = 0;

  for (guint tag = 1; tag < REL_N_NAME_TAGS; tag++)
    if (scores[tag] > scores[best])
      best = tag;
  return best;
}

/* The scores of the best sequences up to a token, by its tag; @from tells the tag before. */
static void
extend_sequences (gfloat *best, const gfloat *scores, guint8 *from)
{
  gfloat next[REL_N_NAME_TAGS];
  guint best_of_all = find_best (best);

  for (guint tag = 0; tag < REL_N_NAME_TAGS; tag++) {
    guint source = best_of_all;

    if (is_inside_tag (tag)) /* continues B-type or I-type */
      source = best[tag] > best[tag - 1] ? tag : tag - 1;
    from[tag] = (guint8) source;
    next[tag] = best[source] + scores[tag];
  }
  memcpy (best, next, sizeof next);
}

static void
set_name (RelToken *token, const gfloat *scores, guint tag)
{
  gfloat others = -G_MAXFLOAT;

  for (guint c = 0; c < REL_N_NAME_TAGS; c++)
    if (c != tag)
      others = MAX (others, scores[c]);
  token->name = (RelNameType) get_type (tag);
  token->name_begins = tag % 2 == 1;
  token->name_margin = MAX (scores[tag] - others, 0);
}

static void
decode_sentence (RelToken *tokens, guint n, const gfloat *scores)
{
  gfloat best[REL_N_NAME_TAGS];
  g_autofree guint8 *from = g_malloc0 ((gsize) n * REL_N_NAME_TAGS);
  guint tag;

  for (tag = 0; tag < REL_N_NAME_TAGS; tag++)
    best[tag] = is_inside_tag (tag) ? -1e9f : scores[tag];
  for (guint i = 1; i < n; i++)
    extend_sequences (best, scores + (gsize) i * REL_N_NAME_TAGS, from + (gsize) i * REL_N_NAME_TAGS);
  tag = find_best (best);
  for (guint i = n; i-- > 0;) {
    set_name (&tokens[i], scores + (gsize) i * REL_N_NAME_TAGS, tag);
    tag = from[(gsize) i * REL_N_NAME_TAGS + tag];
  }
}

void
rel_names_decode (RelDocument *document, gfloat *scores)
{
  share_scores (document, scores);
  for (guint s = 0; s < document->n_sentences; s++) {
    const RelSentence *sentence = &document->sentences[s];

    if (sentence->n_tokens > 0) {
      decode_sentence (rel_sentence_get_tokens (document, sentence), sentence->n_tokens,
                       scores + (gsize) sentence->first * REL_N_NAME_TAGS);
      rel_name_bounds_fit (rel_sentence_get_tokens (document, sentence), sentence->n_tokens);
    }
  }
}
