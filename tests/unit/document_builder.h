/* Small annotated documents for tests: trees from lines of words, mentions, entities and propositions by hand. */
#pragma once

#include <lexis/conllu.h>
#include <relata/semantics.h>

#include <string.h>

typedef struct {
  RelDocument *document;
  GArray *mentions, *entities, *propositions;
} Builder;

/* @words: a line for each word, "form lemma UPOS XPOS head deprel"; an empty line ends a sentence. */
static inline Builder *
builder_new (const gchar *id, const gchar *words)
{
  g_autoptr (GString) conllu = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);
  g_autoptr (GError) error = NULL;
  Builder *self = g_new0 (Builder, 1);
  guint n = 0;

  g_string_append_printf (conllu, "# newdoc id = %s\n", id);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (lines[i], " ", 6);

    if (g_strv_length (parts) < 6) {
      g_string_append_c (conllu, '\n');
      n = 0;
      continue;
    }
    g_string_append_printf (conllu, "%u\t%s\t%s\t%s\t%s\t_\t%s\t%s\t_\t_\n", ++n, parts[0], parts[1], parts[2],
                            parts[3], parts[4], parts[5]);
  }
  g_string_append_c (conllu, '\n');

  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (conllu->str, conllu->len, NULL);
  g_autoptr (RelConlluReader) reader = rel_conllu_reader_new (stream, "test.conllu");
  self->document = rel_conllu_reader_next (reader, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->document);
  self->mentions = g_array_new (FALSE, TRUE, sizeof (RelMention));
  self->entities = g_array_new (FALSE, TRUE, sizeof (RelEntity));
  self->propositions = g_array_new (FALSE, TRUE, sizeof (RelProposition));
  return self;
}

static inline guint32
builder_add_entity (Builder *self, const gchar *name, RelEntityType type, gboolean is_named)
{
  RelEntity entity = { .name = rel_arena_strdup (self->document->arena, name), .type = type, .is_named = is_named };

  g_array_append_val (self->entities, entity);
  return self->entities->len - 1;
}

/* Mentions are added in text order; tokens [first, end). */
static inline void
builder_add_mention (Builder *self, guint32 sentence, gint32 first, gint32 end, gint32 head, RelMentionForm form,
                     guint32 entity, const gchar *value)
{
  const RelToken *tokens = rel_sentence_get_tokens (self->document, &self->document->sentences[sentence]);
  RelMention mention = {
    .span = { tokens[first].span.start, tokens[end - 1].span.end },
    .sentence = sentence,
    .first = first,
    .end = end,
    .head = head,
    .form = form,
    .type = g_array_index (self->entities, RelEntity, entity).type,
    .entity = entity,
    .value = value,
  };

  g_array_append_val (self->mentions, mention);
}

static inline RelTokenList
builder_make_tokens (Builder *self, gint32 first, gint32 end)
{
  gint32 *tokens = rel_arena_new_array (self->document->arena, gint32, end - first + 1);

  for (gint32 i = first; i < end; i++)
    tokens[i - first] = i;
  return (RelTokenList){ tokens, (guint) (end - first) };
}

static inline RelArgument
builder_make_argument (Builder *self, RelRole role, gint32 first, gint32 end, gint32 head, const gchar *preposition)
{
  return (RelArgument){
    .role = role, .text = "", .tokens = builder_make_tokens (self, first, end), .head = head, .preposition = preposition
  };
}

/* A plain fact of the sentence, with its relation in tokens [first, end); the caller may change it. */
static inline RelProposition *
builder_add_proposition (Builder *self, guint32 sentence, const gchar *lemma, gint32 first, gint32 end,
                         const RelArgument *arguments, guint n_arguments)
{
  RelArgument *copy = rel_arena_new_array (self->document->arena, RelArgument, n_arguments + 1);
  RelProposition proposition = {
    .sentence = sentence,
    .predicate = end - 1,
    .relation = lemma,
    .tokens = builder_make_tokens (self, first, end),
    .lemma = lemma,
    .arguments = copy,
    .n_arguments = n_arguments,
    .source = -1,
    .rule = "clause",
    .confidence = 0.8f,
  };

  memcpy (copy, arguments, n_arguments * sizeof *copy);
  g_array_append_val (self->propositions, proposition);
  return &g_array_index (self->propositions, RelProposition, self->propositions->len - 1);
}

static inline void
builder_copy (gpointer to, const GArray *from)
{
  if (from->len > 0)
    memcpy (to, from->data, from->len * g_array_get_element_size ((GArray *) from));
}

/* (transfer full) */
static inline RelDocument *
builder_finish (Builder *self)
{
  RelDocument *document = self->document;

  document->n_mentions = self->mentions->len;
  document->mentions = rel_arena_new_array (document->arena, RelMention, document->n_mentions + 1);
  builder_copy (document->mentions, self->mentions);
  document->n_entities = self->entities->len;
  document->entities = rel_arena_new_array (document->arena, RelEntity, document->n_entities + 1);
  builder_copy (document->entities, self->entities);
  for (guint e = 0; e < document->n_entities; e++) {
    guint32 *list = rel_arena_new_array (document->arena, guint32, document->n_mentions + 1);
    document->entities[e].mentions = list;
    for (guint m = 0; m < document->n_mentions; m++)
      if (document->mentions[m].entity == e)
        list[document->entities[e].n_mentions++] = m;
  }
  document->n_propositions = self->propositions->len;
  document->propositions = rel_arena_new_array (document->arena, RelProposition, document->n_propositions + 1);
  builder_copy (document->propositions, self->propositions);
  g_array_unref (self->mentions);
  g_array_unref (self->entities);
  g_array_unref (self->propositions);
  g_free (self);
  return document;
}
