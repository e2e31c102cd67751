/* The workplace for the facts of one document: arena, caches and the list of facts. */
#include <triples/fact_draft.h>

/* Where the rows of each sentence begin among the rows of the document, which are in the order of sentences. */
static void
index_sentences (RelFactDrafts *self)
{
  const RelDocument *document = self->document;
  guint proposition = 0, mention = 0;

  self->first_proposition = rel_arena_new_array (self->arena, guint, document->n_sentences + 1);
  self->first_mention = rel_arena_new_array (self->arena, guint, document->n_sentences + 1);
  for (guint32 i = 0; i <= document->n_sentences; i++) {
    while (proposition < document->n_propositions && document->propositions[proposition].sentence < i)
      proposition++;
    while (mention < document->n_mentions && document->mentions[mention].sentence < i)
      mention++;
    self->first_proposition[i] = proposition;
    self->first_mention[i] = mention;
  }
}

RelFactDrafts *
rel_drafts_new (const RelDocument *document, const RelLexicon *lexicon, const gchar *base)
{
  RelFactDrafts *self = g_new0 (RelFactDrafts, 1);

  self->document = document;
  self->lexicon = lexicon;
  self->base = base;
  self->arena = rel_arena_new ();
  self->facts = g_ptr_array_new ();
  self->entities = rel_arena_new_array (self->arena, const RelNode *, document->n_entities + 1);
  self->used_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->things = g_hash_table_new (g_str_hash, g_str_equal);
  self->phrases = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->trees = rel_arena_new_array (self->arena, RelTree *, document->n_sentences + 1);
  index_sentences (self);
  return self;
}

void
rel_drafts_free (RelFactDrafts *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->event_times, g_hash_table_unref);
  g_hash_table_unref (self->things);
  g_hash_table_unref (self->phrases);
  g_hash_table_unref (self->used_names);
  g_ptr_array_unref (self->facts);
  rel_arena_free (self->arena);
  g_free (self);
}

const RelTree *
rel_drafts_get_tree (RelFactDrafts *self, guint32 sentence)
{
  g_return_val_if_fail (sentence < self->document->n_sentences, NULL);

  if (self->trees[sentence] == NULL)
    self->trees[sentence] = rel_tree_new (self->arena, self->document, &self->document->sentences[sentence]);
  return self->trees[sentence];
}

const RelProposition *
rel_drafts_find_proposition (const RelFactDrafts *self, guint32 sentence, gint32 token)
{
  for (guint i = self->first_proposition[sentence]; i < self->first_proposition[sentence + 1]; i++) {
    const RelProposition *proposition = &self->document->propositions[i];

    if (proposition->predicate == token && !proposition->inferred)
      return proposition;
  }
  return NULL;
}

const RelToken *
rel_drafts_get_token (const RelFactDrafts *self, guint32 sentence, gint32 token)
{
  const RelSentence *home = &self->document->sentences[sentence];

  g_return_val_if_fail (token >= 0 && (guint32) token < home->n_tokens, NULL);
  return rel_sentence_get_tokens (self->document, home) + token;
}

void
rel_drafts_add (RelFactDrafts *self, const RelFactDraft *fact)
{
  if (fact->subject == NULL || fact->subject == fact->object)
    return;

  RelFactDraft *copy = rel_arena_new_array (self->arena, RelFactDraft, 1);

  *copy = *fact;
  copy->subject = rel_drafts_get_thing (self, fact->subject);
  g_ptr_array_add (self->facts, copy);
}
