/* Quotations: which mentions stand between quotation marks, and who speaks.
 *
 * A quotation ends at its closing mark or with its paragraph. Its speaker is the subject of the verb that governs it or
 * is put in ("..., Lee said"), else the speaker of the quotation before it in the paragraph. Linear in tokens, times the
 * depth of trees.
 */
#include <reference/discourse.h>
#include <reference/quoted_tokens.h>

/* The subject of @verb outside the quotation, -1: none. */
static gint32
get_speaker_of (const RelTree *tree, const guint8 *quoted, gint32 verb)
{
  gint32 subject = rel_tree_get_child (tree, verb, REL_DEPREL_NSUBJ);

  return !quoted[verb] && subject >= 0 && !quoted[subject] ? subject : -1;
}

/* Looks for the verb of saying from the quoted @token up. */
static gint32
find_speaker (const RelTree *tree, const guint8 *quoted, gint32 token)
{
  for (gint32 steps = 0; token >= 0 && token < tree->n && steps <= tree->n; token = tree->tokens[token].head, steps++) {
    gint32 speaker = get_speaker_of (tree, quoted, token);

    for (gint32 child = tree->first_child[token]; child >= 0 && speaker < 0; child = tree->next_sibling[child])
      if (tree->tokens[child].deprel == REL_DEPREL_PARATAXIS || tree->tokens[child].deprel == REL_DEPREL_CCOMP)
        speaker = get_speaker_of (tree, quoted, child);
    if (speaker >= 0)
      return speaker;
  }
  return -1;
}

void
rel_discourse_mark_quotes (RelDiscourse *self)
{
  const RelDocument *document = self->document;
  const guint8 *quoted = rel_document_find_quoted (self->document, self->scratch);
  guint32 speaker = REL_NO_REFERENT; /* the last one in this paragraph */

  for (guint s = 0; s < document->n_sentences; s++) {
    const RelSentence *sentence = &document->sentences[s];

    if (s > 0 && sentence->paragraph != sentence[-1].paragraph)
      speaker = REL_NO_REFERENT;
    for (guint32 i = self->first_referent[s]; i < self->first_referent[s + 1]; i++) {
      RelReferent *referent = rel_discourse_get (self, i);

      referent->is_quoted = quoted[sentence->first + (guint32) referent->mention.head];
      if (!referent->is_quoted)
        continue;

      gint32 token = find_speaker (self->trees[s], quoted + sentence->first, referent->mention.head);

      if (token >= 0 && rel_discourse_find_head (self, s, token) != REL_NO_REFERENT)
        speaker = rel_discourse_find_head (self, s, token);
      referent->speaker = speaker;
    }
  }
}
