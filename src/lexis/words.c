/* What the network says of the words of a document: tags, features, lemmas, trees and names.
 *
 * Sentences go through the network longest first, a bounded number of tokens at a time, so that the memory does not
 * grow with the document. A sentence longer than REL_SENTENCE_MAX_TOKENS is parsed in pieces whose roots hang on the
 * first one's.
 */
#include "lexis/mended_arcs.h"
#include "lexis/names.h"
#include "lexis/role_file.h"
#include "lexis/word_network.h"

#include "learn/arborescence.h"

#include <string.h>

#define BATCH_TOKENS 400 /* more are not faster, see tests/bench */
#define ROLE_BONUS 0.5f  /* for having a role, in log-probability: evens precision and recall on EWT dev */

/* Up to REL_SENTENCE_MAX_TOKENS tokens of a sentence. */
typedef struct {
  RelToken *tokens; /* [n] */
  guint n;
  gint32 offset; /* of tokens[0] in its sentence */
} Piece;

typedef struct {
  const RelWordNetwork *words;
  RelDocument *document;
  RelBatch *batch;
  RelScratch *scratch;
  RelPass pass;
  GPtrArray *pieces;   /* Piece *, those of the batch */
  gfloat *name_scores; /* [n_tokens][REL_N_NAME_TAGS] of the document */
} Annotator;

static gint
compare_pieces (gconstpointer a, gconstpointer b)
{
  const Piece *left = a, *right = b;

  if (left->n != right->n)
    return left->n > right->n ? -1 : 1;
  return left->tokens < right->tokens ? -1 : left->tokens > right->tokens;
}

static GArray *
cut_pieces (const RelDocument *document)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));

  for (guint s = 0; s < document->n_sentences; s++) {
    const RelSentence *sentence = &document->sentences[s];

    for (guint32 offset = 0; offset < sentence->n_tokens; offset += REL_SENTENCE_MAX_TOKENS) {
      Piece piece = { rel_sentence_get_tokens (document, sentence) + offset,
                      MIN (sentence->n_tokens - offset, REL_SENTENCE_MAX_TOKENS), (gint32) offset };

      g_array_append_val (pieces, piece);
    }
  }
  g_array_sort (pieces, compare_pieces);
  return pieces;
}

/* Highest of @n scores, and how far it is above the second. */
static guint
find_best (const gfloat *scores, guint n, gfloat *margin)
{
  guint best = 0;
  gfloat second = -G_MAXFLOAT;

  for (guint c = 1; c < n; c++) {
    if (scores[c] > scores[best]) {
      second = scores[best];
      best = c;
    } else if (scores[c] > second) {
      second = scores[c];
    }
  }
  if (margin != NULL)
    *margin = n > 1 ? scores[best] - second : 0;
  return best;
}

static const gfloat *
get_scores (const Annotator *self, RelWordHead head, guint token)
{
  return self->pass.scores[head] + (gsize) token * self->words->network->spec.heads[head].n_classes;
}

static const gchar *
get_class (const Annotator *self, RelWordHead head, guint token)
{
  guint best = find_best (get_scores (self, head, token), self->words->classes.counts[head], NULL);

  return self->words->classes.strings[head][best];
}

/* The lemma by the best script that fits the form; the scripts are tried by score. */
static const gchar *
make_lemma (const Annotator *self, guint token, const gchar *form)
{
  guint n = self->words->classes.counts[REL_WORD_LEMMA];
  const gfloat *scores = get_scores (self, REL_WORD_LEMMA, token);
  guint best = find_best (scores, n, NULL);
  g_autofree gchar *lemma = rel_lemma_script_apply (self->words->classes.strings[REL_WORD_LEMMA][best], form);
  gfloat last = scores[best];

  while (lemma == NULL) {
    gint next = -1;

    for (guint c = 0; c < n; c++)
      if (scores[c] < last && (next < 0 || scores[c] > scores[next]))
        next = (gint) c;
    if (next < 0)
      return form;
    last = scores[next];
    lemma = rel_lemma_script_apply (self->words->classes.strings[REL_WORD_LEMMA][next], form);
  }
  return strcmp (lemma, form) == 0 ? form : rel_arena_strdup (self->document->arena, lemma);
}

static void
fill_tags (const Annotator *self, const Piece *piece, guint first)
{
  for (guint i = 0; i < piece->n; i++) {
    RelToken *token = &piece->tokens[i];

    token->upos = (RelUpos) find_best (get_scores (self, REL_WORD_UPOS, first + i), REL_N_UPOS, NULL);
    token->xpos = get_class (self, REL_WORD_XPOS, first + i);
    token->feats = get_class (self, REL_WORD_FEATS, first + i);
    token->lemma = make_lemma (self, first + i, token->form);
    token->sense = get_class (self, REL_WORD_PREDICATE, first + i);
    if (strcmp (token->sense, "_") == 0)
      token->sense = NULL;
    token->etype = (guint8) find_best (get_scores (self, REL_WORD_ETYPE, first + i), REL_N_ENTITY_CLASSES, NULL);
  }
}

/* Keeps the scores of the name tags until all sentences of the document are there. */
static void
keep_name_scores (const Annotator *self, const Piece *piece, guint first)
{
  gsize place = (gsize) (piece->tokens - self->document->tokens) * REL_N_NAME_TAGS;

  memcpy (self->name_scores + place, get_scores (self, REL_WORD_NAME, first),
          (gsize) piece->n * REL_N_NAME_TAGS * sizeof (gfloat));
}

/* Decodes the arcs of one piece into @heads[n], 0 the root. */
static void
decode_arcs (const Piece *piece, const gfloat *scores, gint32 *heads)
{
  guint n = piece->n;
  g_autofree gfloat *by_head = g_new (gfloat, (gsize) (n + 1) * n);

  for (guint d = 0; d < n; d++)
    for (guint h = 0; h <= n; h++)
      by_head[(gsize) h * n + d] = scores[(gsize) d * (n + 1) + h];
  rel_arborescence_find (by_head, n, heads);
  for (guint d = 0; d < n; d++) {
    const gfloat *row = scores + (gsize) d * (n + 1);
    gint32 head = ++heads[d];
    gfloat others = -G_MAXFLOAT;

    for (guint h = 0; h <= n; h++)
      if ((gint32) h != head)
        others = MAX (others, row[h]);
    piece->tokens[d].margin = MAX (row[head] - others, 0);
  }
}

static void
fill_tree (const Annotator *self, const Piece *piece, guint first, const gint32 *heads)
{
  for (guint i = 0; i < piece->n; i++) {
    RelToken *token = &piece->tokens[i];
    gfloat scores[REL_N_DEPRELS];

    memcpy (scores, get_scores (self, REL_WORD_DEPREL, first + i), sizeof scores);
    scores[REL_DEPREL_ROOT] = -G_MAXFLOAT;
    if (heads[i] > 0) {
      token->head = heads[i] - 1 + piece->offset;
      token->deprel = (RelDeprel) find_best (scores, REL_N_DEPRELS, NULL);
    } else {
      token->head = -1;
      token->deprel = REL_DEPREL_ROOT;
    }
  }
}

/* The words of the batch that have arguments. */
static RelAnchors
find_predicates (const Annotator *self, RelScratch *scratch)
{
  guint32 *tokens = (guint32 *) (gpointer) rel_scratch_alloc (scratch, self->batch->n_tokens);
  guint32 *sentences = (guint32 *) (gpointer) rel_scratch_alloc (scratch, self->batch->n_tokens);
  RelAnchors anchors = { tokens, sentences, 0 };
  guint first = 0;

  for (guint k = 0; k < self->pieces->len; k++) {
    const Piece *piece = g_ptr_array_index (self->pieces, k);

    for (guint i = 0; i < piece->n; i++)
      if (rel_token_has_arguments (&piece->tokens[i])) {
        tokens[anchors.n_anchors] = first + i;
        sentences[anchors.n_anchors++] = k;
      }
    first += piece->n;
  }
  return anchors;
}

/* Of the arguments in a numbered role only the surest stays: a predicate has one of each. */
static guint
drop_doubles (RelRoleArc *roles, guint n)
{
  guint n_kept = 0;

  for (guint k = 0; k < n; k++) {
    gboolean is_best = TRUE;

    for (guint other = 0; other < n && roles[k].role <= REL_PB_ARG5; other++)
      if (roles[other].role == roles[k].role && roles[other].margin > roles[k].margin)
        is_best = FALSE;
    if (is_best)
      roles[n_kept++] = roles[k];
  }
  return n_kept;
}

/* Arguments of the predicate @token from the scores [n][REL_N_PROPBANK_ROLES] of the words of its piece. */
static void
fill_roles_of (RelDocument *document, const Piece *piece, RelToken *token, const gfloat *scores)
{
  RelRoleArc roles[REL_SENTENCE_MAX_TOKENS];
  guint n = 0;

  for (guint i = 0; i < piece->n; i++, scores += REL_N_PROPBANK_ROLES) {
    guint role = 1 + find_best (scores + 1, REL_N_PROPBANK_ROLES - 1, NULL);
    gfloat margin = scores[role] - scores[REL_PB_NONE] + ROLE_BONUS;

    if (margin > 0 && &piece->tokens[i] != token)
      roles[n++] = (RelRoleArc){ i + (guint) piece->offset, (RelPropbankRole) role, margin };
  }
  token->n_roles = drop_doubles (roles, n);
  token->roles = memcpy (rel_arena_new_array (document->arena, RelRoleArc, n + 1), roles, n * sizeof *roles);
}

static void
fill_roles (Annotator *self)
{
  RelAnchors anchors = find_predicates (self, self->scratch);
  const gfloat *scores;

  rel_network_score_pairs (self->words->network, self->batch, REL_WORD_ROLE, &anchors, self->scratch, &self->pass);
  scores = self->pass.scores[REL_WORD_ROLE];
  for (guint k = 0; k < anchors.n_anchors; k++) {
    const Piece *piece = g_ptr_array_index (self->pieces, anchors.sentences[k]);
    guint i = anchors.tokens[k] - self->batch->starts[anchors.sentences[k]];

    fill_roles_of (self->document, piece, &piece->tokens[i], scores);
    scores += (gsize) piece->n * REL_N_PROPBANK_ROLES;
  }
}

static void
annotate_batch (Annotator *self)
{
  g_autofree gint32 *heads = NULL;
  const gfloat *arcs;
  gint32 *at;
  guint first = 0;

  if (self->pieces->len == 0)
    return;
  rel_batch_pack (self->batch);
  rel_scratch_reset (self->scratch);
  rel_network_run (self->words->network, self->batch, self->scratch, NULL, &self->pass);

  at = heads = g_new (gint32, self->batch->n_tokens);
  arcs = self->pass.scores[REL_WORD_ARC];
  for (guint k = 0; k < self->pieces->len; k++) {
    const Piece *piece = g_ptr_array_index (self->pieces, k);

    decode_arcs (piece, arcs, at);
    arcs += (gsize) piece->n * (piece->n + 1);
    at += piece->n;
  }
  rel_network_score_labels (self->words->network, self->batch, REL_WORD_DEPREL, heads, self->scratch, &self->pass);
  for (guint k = 0; k < self->pieces->len; k++) {
    const Piece *piece = g_ptr_array_index (self->pieces, k);

    fill_tags (self, piece, first);
    keep_name_scores (self, piece, first);
    fill_tree (self, piece, first, heads + first);
    rel_arcs_join_coordinations (piece->tokens, piece->n, piece->offset);
    rel_arcs_join_descriptions (piece->tokens, piece->n, piece->offset);
    first += piece->n;
  }
  fill_roles (self);
  for (guint k = 0; k < self->pieces->len; k++) {
    const Piece *piece = g_ptr_array_index (self->pieces, k);

    rel_arcs_raise_subjects (piece->tokens, piece->n, piece->offset);
  }
  g_ptr_array_set_size (self->pieces, 0);
  rel_batch_clear (self->batch);
}

/* Hangs the roots of the later pieces of long sentences on the root of the first. */
static void
join_pieces (RelDocument *document)
{
  for (guint s = 0; s < document->n_sentences; s++) {
    const RelSentence *sentence = &document->sentences[s];
    RelToken *tokens = rel_sentence_get_tokens (document, sentence);
    gint32 root = -1;

    for (guint i = 0; i < sentence->n_tokens; i++) {
      if (tokens[i].head >= 0)
        continue;
      if (root < 0) {
        root = (gint32) i;
      } else {
        tokens[i].head = root;
        tokens[i].deprel = REL_DEPREL_PARATAXIS;
      }
    }
  }
}

void
rel_word_network_annotate (const RelWordNetwork *words, RelDocument *document)
{
  g_autoptr (GArray) pieces = cut_pieces (document);
  g_autoptr (RelBatch) batch = rel_batch_new (REL_N_WORD_GROUPS);
  g_autoptr (RelScratch) scratch = rel_scratch_new ();
  g_autoptr (GPtrArray) of_batch = g_ptr_array_new ();
  g_autofree gfloat *name_scores = g_new0 (gfloat, (gsize) document->n_tokens * REL_N_NAME_TAGS + 1);
  const gchar *forms[REL_SENTENCE_MAX_TOKENS];
  Annotator self = { words, document, batch, scratch, .pieces = of_batch, .name_scores = name_scores };

  for (guint k = 0; k < pieces->len; k++) {
    Piece *piece = &g_array_index (pieces, Piece, k);

    for (guint i = 0; i < piece->n; i++)
      forms[i] = piece->tokens[i].form;
    rel_word_features_add (batch, forms, piece->n, &words->knowledge, words->treebank);
    g_ptr_array_add (of_batch, piece);
    if (batch->n_tokens >= BATCH_TOKENS)
      annotate_batch (&self);
  }
  annotate_batch (&self);
  join_pieces (document);
  rel_names_decode (document, name_scores);
}

gboolean
rel_words_load (const RelModel *model, GError **error)
{
  return rel_model_get_part (model, "words", rel_word_network_load, rel_word_network_free, error) != NULL;
}

gboolean
rel_words_annotate (const RelModel *model, RelDocument *document, GError **error)
{
  const RelWordNetwork *words;

  g_return_val_if_fail (model != NULL && document != NULL, FALSE);

  words = rel_model_get_part (model, "words", rel_word_network_load, rel_word_network_free, error);
  if (words == NULL)
    return FALSE;
  rel_word_network_annotate (words, document);
  return TRUE;
}
