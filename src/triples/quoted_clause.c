/* Which clauses stand in quotation marks, and who speaks: all that they say is the speaker's, also what they say in passing.
 *
 * A quotation ends at its closing mark or with its paragraph. Marks around some words of a clause ('they "strongly
 * rejected" it') make no quotation: a clause is quoted with its subject. The speaker is the subject of the verb that
 * governs the quotation or is put in ("..., Lee said"); a quotation over several sentences has one speaker; one without any has
 * the speaker of the quotation before it in its paragraph.
 *
 * Cost: linear in tokens, once a document; then the depth of the tree for each question.
 */
#include <reference/quoted_tokens.h>
#include <triples/fact_draft.h>

#include <string.h>

/* Label of who speaks where the paragraph does not tell. */
#define UNNAMED_SPEAKER "unnamed speaker"

typedef struct {
  guint32 sentence;
  gint32 token; /* -1: nobody known */
} Speaker;

struct _RelQuotations {
  guint8 *quoted;    /* [n_tokens of the document] */
  Speaker *speakers; /* [n_sentences] of the clauses that are quoted in it */
};

static gint32
get_subject (const RelTree *tree, gint32 clause)
{
  gint32 subject = rel_tree_get_child (tree, clause, REL_DEPREL_NSUBJ);

  return subject >= 0 ? subject : rel_tree_get_child (tree, clause, REL_DEPREL_NSUBJ_PASS);
}

/* The head of the outermost clause around @token that is quoted with its subject; -1: none. */
static gint32
find_quoted_clause (const RelTree *tree, const guint8 *quoted, gint32 token)
{
  gint32 found = -1, steps = tree->n;

  for (gint32 at = token; at >= 0 && quoted[at] && steps-- > 0; at = tree->tokens[at].head) {
    gint32 subject = get_subject (tree, at);

    if (subject >= 0 && quoted[subject])
      found = at;
  }
  return found;
}

static gint32
get_outer_subject (const RelTree *tree, const guint8 *quoted, gint32 verb)
{
  gint32 subject = verb >= 0 && !quoted[verb] ? get_subject (tree, verb) : -1;

  return subject >= 0 && !quoted[subject] ? subject : -1;
}

/* "Lee said that …, adding, '...'": of a verb of saying without subject that of the clause above. */
static gint32
find_outer_subject (const RelTree *tree, const guint8 *quoted, gint32 verb)
{
  gint32 subject = -1, steps = tree->n;

  for (gint32 at = verb; at >= 0 && subject < 0 && steps-- > 0; at = tree->tokens[at].head)
    subject = get_outer_subject (tree, quoted, at);
  return subject;
}

/* The subject of the verb of saying above the quoted @clause or put into it; -1: none. */
static gint32
find_speaker (const RelTree *tree, const guint8 *quoted, gint32 clause)
{
  RelDeprel deprel = tree->tokens[clause].deprel;
  gint32 speaker = -1;

  if (deprel == REL_DEPREL_CCOMP || deprel == REL_DEPREL_PARATAXIS || deprel == REL_DEPREL_OBJ
      || deprel == REL_DEPREL_ADVCL)
    speaker = find_outer_subject (tree, quoted, tree->tokens[clause].head);
  REL_TREE_EACH_CHILD (tree, clause, child)
    if (speaker < 0
        && (tree->tokens[child].deprel == REL_DEPREL_PARATAXIS || tree->tokens[child].deprel == REL_DEPREL_CCOMP))
      speaker = get_outer_subject (tree, quoted, child);
  return speaker;
}

/* The speaker that sentence @s names, -1: none. */
static gint32
find_named_speaker (RelFactDrafts *self, const guint8 *quoted, guint32 s)
{
  const RelTree *tree = rel_drafts_get_tree (self, s);

  for (gint32 i = 0; i < tree->n; i++) {
    gint32 clause = quoted[i] && get_subject (tree, i) >= 0 ? find_quoted_clause (tree, quoted, i) : -1;
    gint32 speaker = clause >= 0 ? find_speaker (tree, quoted, clause) : -1;

    if (speaker >= 0)
      return speaker;
  }
  return -1;
}

/* Whether a quotation runs on from the end of sentence @s to the next. */
static gboolean
runs_on (const RelDocument *document, const guint8 *quoted, guint32 s)
{
  const RelSentence *sentence = &document->sentences[s];

  return s + 1 < document->n_sentences && sentence[1].paragraph == sentence->paragraph && sentence->n_tokens > 0
         && sentence[1].n_tokens > 0 && quoted[sentence->first + sentence->n_tokens - 1] && quoted[sentence[1].first];
}

static Speaker *
find_speakers (RelFactDrafts *self, const guint8 *quoted)
{
  const RelDocument *document = self->document;
  Speaker *speakers = rel_arena_new_array (self->arena, Speaker, document->n_sentences + 1);
  const Speaker nobody = { 0, -1 };

  for (guint32 s = 0; s < document->n_sentences; s++) {
    const RelSentence *sentence = &document->sentences[s];
    gint32 token = find_named_speaker (self, quoted + sentence->first, s);

    if (token >= 0)
      speakers[s] = (Speaker){ s, token };
    else
      speakers[s] = s > 0 && sentence->paragraph == sentence[-1].paragraph ? speakers[s - 1] : nobody;
  }
  for (guint32 s = document->n_sentences; s-- > 0;) /* named at the end of the quotation only */
    if (speakers[s].token < 0 && runs_on (document, quoted, s))
      speakers[s] = speakers[s + 1];
  return speakers;
}

static RelQuotations *
get_quotations (RelFactDrafts *self)
{
  if (self->quotations == NULL) {
    self->quotations = rel_arena_new_array (self->arena, RelQuotations, 1);
    self->quotations->quoted = rel_document_find_quoted (self->document, self->arena);
    self->quotations->speakers = find_speakers (self, self->quotations->quoted);
  }
  return self->quotations;
}

gboolean
rel_drafts_is_quoted (RelFactDrafts *self, guint32 sentence, gint32 token)
{
  const guint8 *quoted = get_quotations (self)->quoted + self->document->sentences[sentence].first;

  return token >= 0 && find_quoted_clause (rel_drafts_get_tree (self, sentence), quoted, token) >= 0;
}

const RelNode *
rel_drafts_find_speaker (RelFactDrafts *self, guint32 sentence, gint32 token)
{
  const Speaker *speaker = &get_quotations (self)->speakers[sentence];
  g_autoptr (GPtrArray) nodes = NULL;

  if (!rel_drafts_is_quoted (self, sentence, token))
    return NULL;
  nodes = g_ptr_array_new ();
  if (speaker->token >= 0)
    rel_drafts_collect_head (self, speaker->sentence, speaker->token, nodes);
  return nodes->len > 0 ? rel_drafts_get_thing (self, g_ptr_array_index (nodes, 0))
                        : rel_drafts_find_source (self, UNNAMED_SPEAKER);
}
