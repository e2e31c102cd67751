/* Drafts become propositions: words sorted, texts written, strings and arrays in the document's arena. */
#include <semantics/distribution.h>
#include <semantics/draft.h>

#include <string.h>

RelDraft
rel_draft_new (const RelView *view, const gchar *rule, gint32 predicate)
{
  return (RelDraft){ .rule = rule, .predicate = predicate, .mood = view->moods[predicate] };
}

void
rel_draft_add_word (RelDraft *self, gint32 token)
{
  if (token >= 0 && self->n_relation < REL_DRAFT_MAX_RELATION)
    self->relation[self->n_relation++] = token;
}

void
rel_draft_remove_word (RelDraft *self, gint32 token)
{
  guint n = 0;

  for (guint i = 0; i < self->n_relation; i++)
    if (self->relation[i] != token)
      self->relation[n++] = self->relation[i];
  self->n_relation = n;
}

void
rel_draft_add_words (RelDraft *self, RelTokenList words)
{
  for (guint i = 0; i < words.n; i++)
    rel_draft_add_word (self, words.tokens[i]);
}

void
rel_draft_add_argument (RelDraft *self, RelArgument argument)
{
  if (self->n_arguments >= REL_DRAFT_MAX_ARGUMENTS || !argument.text || argument.text[0] == '\0')
    return;
  self->case_heads[self->n_arguments] = argument.head;
  self->arguments[self->n_arguments++] = argument;
}

static gint32
first_token (const RelArgument *argument)
{
  return argument->tokens.n > 0 ? argument->tokens.tokens[0] : G_MAXINT32;
}

/* Insertion sort of the further arguments by their place in the text; there are few. */
static void
sort_arguments (RelArgument *arguments, guint first, guint n)
{
  for (guint i = first + 1; i < n; i++)
    for (guint k = i; k > first && first_token (&arguments[k]) < first_token (&arguments[k - 1]); k--) {
      RelArgument swapped = arguments[k];

      arguments[k] = arguments[k - 1];
      arguments[k - 1] = swapped;
    }
}

static RelTokenList
collect_relation (RelView *view, const RelDraft *self)
{
  gint32 tokens[2 * REL_DRAFT_MAX_RELATION];
  guint n = self->n_relation;

  memcpy (tokens, self->relation, n * sizeof *tokens);
  for (guint i = 0; i < self->tail.n && n < G_N_ELEMENTS (tokens); i++)
    tokens[n++] = self->tail.tokens[i];
  return rel_token_list_new (view, tokens, n);
}

static const gchar *
write_relation (RelView *view, const RelDraft *self, RelTokenList all)
{
  g_autofree gchar *text = NULL;

  if (self->tail.n == 0 || self->n_relation == 0)
    return rel_token_list_to_text (view, all);
  text = g_strconcat (rel_token_list_to_text (view, rel_token_list_new (view, self->relation, self->n_relation)), " ",
                      rel_token_list_to_text (view, self->tail), NULL);
  return rel_arena_strdup (view->arena, text);
}

void
rel_draft_finish (RelView *view, const RelDraft *self)
{
  RelProposition *proposition;
  RelArgument *arguments;

  if (self->n_arguments == 0 || self->arguments[0].role != REL_ROLE_SUBJECT)
    return;
  proposition = rel_arena_new_array (view->arena, RelProposition, 1);
  proposition->sentence = view->sentence;
  proposition->predicate = self->predicate;
  proposition->tokens = collect_relation (view, self);
  proposition->relation = self->relation_text ? self->relation_text : write_relation (view, self, proposition->tokens);
  if (proposition->relation[0] == '\0')
    return;
  proposition->lemma = self->lemma ? self->lemma : proposition->relation;
  arguments = rel_arena_new_array (view->arena, RelArgument, self->n_arguments);
  memcpy (arguments, self->arguments, self->n_arguments * sizeof *arguments);
  sort_arguments (arguments, 2, self->n_arguments);
  proposition->arguments = arguments;
  proposition->n_arguments = self->n_arguments;
  proposition->polarity = self->mood.polarity;
  proposition->modality = self->mood.modality;
  proposition->source = self->mood.source;
  if (self->mood.source >= 0)
    proposition->source_text = rel_token_list_to_text (
      view, rel_phrase_collect (view, self->mood.source,
                                REL_PHRASE_NO_CASE | REL_PHRASE_NO_RELATIVE | REL_PHRASE_NO_APPOSITION, -1));
  proposition->passive = self->passive;
  proposition->inferred = self->inferred;
  proposition->rule = self->rule;
  rel_proposition_distribute (view, proposition);
  g_ptr_array_add (view->found, proposition);
}
