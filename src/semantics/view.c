/* A sentence in, tables for the constructions out: word classes, tokens in tree order. O(n). */
#include <semantics/phrase_class.h>

gboolean
rel_view_is_word (const RelView *self, gint32 token, const gchar *word)
{
  const gchar *lemma;

  if (token < 0)
    return FALSE;
  lemma = self->tokens[token].lemma;
  if (!lemma || (lemma[0] == '_' && lemma[1] == '\0'))
    lemma = self->tokens[token].form;
  return g_ascii_strcasecmp (lemma, word) == 0;
}

gboolean
rel_deprel_is_subject (RelDeprel deprel)
{
  return deprel == REL_DEPREL_NSUBJ || deprel == REL_DEPREL_NSUBJ_PASS || deprel == REL_DEPREL_NSUBJ_OUTER
         || deprel == REL_DEPREL_CSUBJ || deprel == REL_DEPREL_CSUBJ_PASS || deprel == REL_DEPREL_CSUBJ_OUTER;
}

gboolean
rel_deprel_is_passive_subject (RelDeprel deprel)
{
  return deprel == REL_DEPREL_NSUBJ_PASS || deprel == REL_DEPREL_CSUBJ_PASS;
}

/* Tokens from the root downwards, breadth first. */
static void
order_tokens (RelView *self)
{
  gint32 *order = rel_arena_new_array (self->arena, gint32, MAX (self->n, 1));
  gint32 n_order = 0;

  for (gint32 i = 0; i < self->n; i++)
    if (self->tokens[i].head < 0)
      order[n_order++] = i;
  for (gint32 k = 0; k < n_order; k++)
    REL_TREE_EACH_CHILD (self->tree, order[k], child)
      if (n_order < self->n)
        order[n_order++] = child;
  self->order = order;
  self->n_order = n_order;
}

RelView *
rel_view_new (RelDocument *document, guint32 index, const RelLexicon *lexicon, const RelWordTable *words,
              GPtrArray *found)
{
  const RelSentence *sentence = &document->sentences[index];
  RelArena *arena = document->arena;
  RelView *self = rel_arena_new_array (arena, RelView, 1);
  RelWordClasses *classes;

  self->arena = arena;
  self->document = document;
  self->lexicon = lexicon;
  self->words = words;
  self->sentence = index;
  self->tokens = rel_sentence_get_tokens (document, sentence);
  self->n = (gint32) sentence->n_tokens;
  self->tree = rel_tree_new (arena, document, sentence);
  self->found = found;
  classes = rel_arena_new_array (arena, RelWordClasses, MAX (self->n, 1));
  for (gint32 i = 0; words && i < self->n; i++)
    classes[i] = rel_word_table_get (words, &self->tokens[i]);
  if (words)
    rel_view_read_phrases (self, classes);
  self->classes = classes;
  self->moods = rel_arena_new_array (arena, RelMood, MAX (self->n, 1));
  self->keep = rel_arena_new_array (arena, guint8, MAX (self->n, 1));
  self->stack = rel_arena_new_array (arena, gint32, MAX (self->n, 1));
  order_tokens (self);
  return self;
}

gboolean
rel_view_is_clause (const RelView *self, gint32 token)
{
  if (token < 0)
    return FALSE;
  if (rel_view_child (self, token, REL_DEPREL_COP) >= 0 || rel_view_child (self, token, REL_DEPREL_AUX_PASS) >= 0)
    return TRUE; /* "is set to" may be tagged as an adjective */
  switch (self->tokens[token].deprel) {
  case REL_DEPREL_AMOD:
  case REL_DEPREL_COMPOUND:
  case REL_DEPREL_CASE:
  case REL_DEPREL_MARK:
  case REL_DEPREL_AUX:
  case REL_DEPREL_AUX_PASS:
  case REL_DEPREL_COP:
  case REL_DEPREL_FIXED:
  case REL_DEPREL_FLAT:
  case REL_DEPREL_NMOD:
  case REL_DEPREL_OBL:
  case REL_DEPREL_NMOD_DESC:
    return FALSE;
  default:
    return self->tokens[token].upos == REL_UPOS_VERB || self->tokens[token].upos == REL_UPOS_AUX;
  }
}

gint32
rel_view_first_conjunct (const RelView *self, gint32 token)
{
  for (gint32 steps = 0;
       steps < self->n && self->tokens[token].deprel == REL_DEPREL_CONJ && self->tokens[token].head >= 0; steps++)
    token = self->tokens[token].head;
  return token;
}

gboolean
rel_view_is_asked (const RelView *self, gint32 clause)
{
  if (clause < 0 || self->tokens[clause].head >= 0)
    return FALSE;
  for (gint32 i = self->n - 1; i >= 0 && self->tokens[i].upos == REL_UPOS_PUNCT; i--)
    if (self->tokens[i].form[0] == '?')
      return TRUE;
  return FALSE;
}

gint32
rel_view_first_auxiliary (const RelView *self, gint32 verb)
{
  REL_TREE_EACH_CHILD (self->tree, verb, child) {
    RelDeprel deprel = self->tokens[child].deprel;

    if (deprel == REL_DEPREL_AUX || deprel == REL_DEPREL_AUX_PASS || deprel == REL_DEPREL_COP)
      return child;
  }
  return -1;
}
