/* Reading CoNLL-U (https://universaldependencies.org/format.html), a line at a time; see conllu.h. */
#include "lexis/conllu.h"
#include "lexis/text_file.h"

#include <string.h>

enum { ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC, N_FIELDS };

/* The document being put together. */
typedef struct {
  RelArena *arena;
  GString *text;
  GArray *tokens;     /* RelToken */
  GArray *sentences;  /* RelSentence */
  GArray *paragraphs; /* RelParagraph */
  GPtrArray *misc;    /* const gchar *, beside tokens */
  const gchar *id;    /* (nullable) */
} Builder;

/* The sentence being read: its lines are kept until the blank line, since the comments decide where it goes. */
typedef struct {
  GPtrArray *lines; /* gchar *, token lines without line end */
  GString *comments;
  guint64 first_line;
  gboolean new_document;
  gboolean new_paragraph;
  gchar *document_id; /* (nullable) */
  gchar *sent_id;     /* (nullable) */
} Block;

struct _RelConlluReader {
  GDataInputStream *stream;
  gchar *path;
  guint64 line;
  Block block;
  gboolean block_is_ready; /* read, but belongs to the next document */
  gboolean at_end;
  GError *pending;   /* (nullable): what is wrong behind the document that was given last */
  guint n_documents; /* that had no name */
};

RelConlluReader *
rel_conllu_reader_new (GInputStream *stream, const gchar *path)
{
  RelConlluReader *self = g_new0 (RelConlluReader, 1);

  self->stream = g_data_input_stream_new (stream);
  g_buffered_input_stream_set_buffer_size (G_BUFFERED_INPUT_STREAM (self->stream), 1 << 16);
  self->path = g_strdup (path);
  self->block.lines = g_ptr_array_new_with_free_func (g_free);
  self->block.comments = g_string_new (NULL);
  return self;
}

RelConlluReader *
rel_conllu_reader_open (const gchar *path, GError **error)
{
  g_autoptr (GInputStream) stream = rel_text_file_open (path, error);

  return stream != NULL ? rel_conllu_reader_new (stream, path) : NULL;
}

static void
block_clear (Block *block)
{
  g_ptr_array_set_size (block->lines, 0);
  g_string_truncate (block->comments, 0);
  block->new_document = block->new_paragraph = FALSE;
  g_clear_pointer (&block->document_id, g_free);
  g_clear_pointer (&block->sent_id, g_free);
}

void
rel_conllu_reader_free (RelConlluReader *self)
{
  if (self == NULL)
    return;
  block_clear (&self->block);
  g_clear_error (&self->pending);
  g_ptr_array_unref (self->block.lines);
  g_string_free (self->block.comments, TRUE);
  g_object_unref (self->stream);
  g_free (self->path);
  g_free (self);
}

/* The value of the comment "# key = value", NULL when @comment has another key. */
static const gchar *
match_comment (const gchar *comment, const gchar *key)
{
  const gchar *p = comment + 1;

  while (*p == ' ')
    p++;
  if (!g_str_has_prefix (p, key))
    return NULL;
  p += strlen (key);
  if (*p != '\0' && *p != ' ' && *p != '=')
    return NULL;
  while (*p == ' ' || *p == '=')
    p++;
  return p;
}

static void
read_comment (Block *block, const gchar *comment)
{
  const gchar *value;

  g_string_append (block->comments, comment);
  g_string_append_c (block->comments, '\n');
  if ((value = match_comment (comment, "newdoc id")) != NULL || (value = match_comment (comment, "newdoc")) != NULL) {
    block->new_document = block->new_paragraph = TRUE;
    g_free (block->document_id);
    block->document_id = *value != '\0' ? g_strdup (value) : NULL;
  } else if (match_comment (comment, "newpar") != NULL) {
    block->new_paragraph = TRUE;
  } else if ((value = match_comment (comment, "sent_id")) != NULL) {
    g_free (block->sent_id);
    block->sent_id = g_strdup (value);
  }
}

/* Reads lines up to the next blank line or the end. FALSE with an error, or without one at the end of the input. */
static gboolean
read_block (RelConlluReader *self, GError **error)
{
  Block *block = &self->block;
  gboolean bad = FALSE;

  block_clear (block);
  while (!self->at_end) {
    g_autoptr (GError) cause = NULL;
    gsize length = 0;
    g_autofree gchar *line = g_data_input_stream_read_line (self->stream, &length, NULL, &cause);

    if (cause != NULL) {
      self->at_end = TRUE;
      g_set_error (error, REL_ERROR, REL_ERROR_IO, "%s: cannot read: %s", self->path, cause->message);
      return FALSE;
    }
    self->at_end = line == NULL;
    self->line += line != NULL;
    if (length > 0 && line[length - 1] == '\r')
      line[--length] = '\0';
    if (length == 0) {
      if (bad)
        return FALSE;
      if (block->lines->len > 0)
        return TRUE;
      continue; /* a further blank line, or comments that belong to the sentence below */
    }
    if (bad)
      continue;
    if (!g_utf8_validate_len (line, length, NULL)) {
      g_set_error (error, REL_ERROR, REL_ERROR_ENCODING,
                   "%s:%" G_GUINT64_FORMAT ": not UTF-8; convert the file first (see iconv)", self->path, self->line);
      bad = TRUE;
    } else if (line[0] == '#') {
      read_comment (block, line);
    } else {
      if (block->lines->len == 0)
        block->first_line = self->line;
      g_ptr_array_add (block->lines, g_steal_pointer (&line));
    }
  }
  return FALSE;
}

static gboolean
refuse_line (const RelConlluReader *self, guint index, const gchar *what, GError **error)
{
  g_set_error (error, REL_ERROR, REL_ERROR_FORMAT, "%s:%" G_GUINT64_FORMAT ": %s", self->path,
               self->block.first_line + index, what);
  return FALSE;
}

/* Cuts @line at its tabs. FALSE unless there are ten fields, none of them empty. */
static gboolean
split_fields (gchar *line, gchar **fields)
{
  for (guint i = 0; i < N_FIELDS; i++) {
    gchar *tab = strchr (line, '\t');

    fields[i] = line;
    if ((tab == NULL) != (i == N_FIELDS - 1))
      return FALSE;
    if (tab != NULL)
      *tab = '\0';
    if (fields[i][0] == '\0')
      return FALSE;
    line = tab + 1;
  }
  return TRUE;
}

static gboolean
has_misc (const gchar *misc, const gchar *item)
{
  gsize n = strlen (item);

  for (const gchar *p = misc; (p = strstr (p, item)) != NULL; p += n)
    if ((p == misc || p[-1] == '|') && (p[n] == '\0' || p[n] == '|'))
      return TRUE;
  return FALSE;
}

/* A surface token of several words, "3-4", while its words are read. */
typedef struct {
  gint64 last; /* id of its last word; 0: none is open */
  guint first_token;
  RelSpan span;
  gboolean space_after;
} Surface;

/* Gives the words of a surface token their parts of it when the forms add up to it; else each has the whole. */
static void
place_words (Builder *builder, const Surface *surface)
{
  RelToken *words = &g_array_index (builder->tokens, RelToken, surface->first_token);
  guint n = builder->tokens->len - surface->first_token;
  guint32 at = surface->span.start;
  gboolean adds_up = TRUE;

  for (guint i = 0; i < n; i++) {
    gsize length = strlen (words[i].form);

    words[i].n_words = i == 0 ? (guint8) MIN (n, G_MAXUINT8) : 0;
    words[i].span = surface->span;
    words[i].space_after = i == n - 1 && surface->space_after;
    adds_up
      = adds_up && at + length <= surface->span.end && memcmp (builder->text->str + at, words[i].form, length) == 0;
    at += (guint32) length;
  }
  if (!adds_up || at != surface->span.end)
    return;
  at = surface->span.start;
  for (guint i = 0; i < n; i++) {
    words[i].span.start = at;
    at += (guint32) strlen (words[i].form);
    words[i].span.end = at;
  }
}

static RelSpan
append_surface (Builder *builder, const gchar *form, gboolean space_after)
{
  RelSpan span = { (guint32) builder->text->len, 0 };

  g_string_append (builder->text, form);
  span.end = (guint32) builder->text->len;
  if (space_after)
    g_string_append_c (builder->text, ' ');
  return span;
}

static gint
upos_or_x (const gchar *name)
{
  gint upos = rel_upos_from_name (name);

  return upos < 0 ? REL_UPOS_X : upos;
}

static gint
deprel_or_dep (const gchar *name)
{
  gint deprel = rel_deprel_from_name (name);

  return deprel < 0 ? REL_DEPREL_DEP : deprel;
}

static void
append_word (Builder *builder, gchar **fields, gint64 head, gboolean inside)
{
  RelToken token = { 0 };

  token.form = rel_arena_strdup (builder->arena, fields[FORM]);
  token.lemma = rel_arena_strdup (builder->arena, fields[LEMMA]);
  token.xpos = rel_arena_strdup (builder->arena, fields[XPOS]);
  token.feats = rel_arena_strdup (builder->arena, fields[FEATS]);
  token.upos = (RelUpos) upos_or_x (fields[UPOS]);
  token.deprel = (RelDeprel) deprel_or_dep (fields[DEPREL]);
  token.head = (gint32) head - 1;
  token.n_words = 1;
  if (!inside) {
    token.space_after = !has_misc (fields[MISC], "SpaceAfter=No");
    token.span = append_surface (builder, fields[FORM], token.space_after);
  }
  g_array_append_val (builder->tokens, token);
  g_ptr_array_add (builder->misc, rel_arena_strdup (builder->arena, fields[MISC]));
}

static gboolean
open_surface (const RelConlluReader *self, Builder *builder, guint line, gchar **fields, gint64 next_id,
              Surface *surface, GError **error)
{
  gchar *end = NULL;
  gint64 first = g_ascii_strtoll (fields[ID], &end, 10);
  gint64 last = *end == '-' ? g_ascii_strtoll (end + 1, &end, 10) : 0;

  if (surface->last != 0 || first != next_id || last < first || last - first >= G_MAXUINT8 || *end != '\0')
    return refuse_line (self, line, "ids of a multiword token out of order", error);
  surface->last = last;
  surface->first_token = builder->tokens->len;
  surface->space_after = !has_misc (fields[MISC], "SpaceAfter=No");
  surface->span = append_surface (builder, fields[FORM], surface->space_after);
  return TRUE;
}

/* Adds the words of the block's lines behind those of @builder. */
static gboolean
append_words (RelConlluReader *self, Builder *builder, GError **error)
{
  Surface surface = { 0 };
  gint64 next_id = 1;

  for (guint i = 0; i < self->block.lines->len; i++) {
    gchar *fields[N_FIELDS], *end = NULL;
    gint64 head;

    if (!split_fields (g_ptr_array_index (self->block.lines, i), fields))
      return refuse_line (self, i, "not ten fields parted by tabs", error);
    if (strchr (fields[ID], '.') != NULL)
      continue;
    if (strchr (fields[ID], '-') != NULL) {
      if (!open_surface (self, builder, i, fields, next_id, &surface, error))
        return FALSE;
      continue;
    }
    if (g_ascii_strtoll (fields[ID], &end, 10) != next_id || *end != '\0')
      return refuse_line (self, i, "word ids must count 1, 2, 3, ...", error);
    head = g_ascii_strtoll (fields[HEAD], &end, 10);
    if (strcmp (fields[HEAD], "_") != 0 && (*end != '\0' || head < 0 || head > self->block.lines->len))
      return refuse_line (self, i, "HEAD is no word id of the sentence", error);

    append_word (builder, fields, head, surface.last != 0);
    if (surface.last == next_id) {
      place_words (builder, &surface);
      surface.last = 0;
    }
    next_id++;
  }
  if (surface.last != 0)
    return refuse_line (self, self->block.lines->len - 1, "the words of a multiword token are missing", error);
  return TRUE;
}

static void
open_paragraph (Builder *builder)
{
  RelParagraph paragraph = { .kind = REL_PARAGRAPH_BODY };

  while (builder->text->len > 0 && builder->text->str[builder->text->len - 1] == ' ')
    g_string_truncate (builder->text, builder->text->len - 1);
  if (builder->text->len > 0)
    g_string_append (builder->text, "\n\n");
  paragraph.span.start = paragraph.span.end = (guint32) builder->text->len;
  g_array_append_val (builder->paragraphs, paragraph);
}

static gboolean
append_sentence (RelConlluReader *self, Builder *builder, GError **error)
{
  RelSentence sentence = { 0 };
  guint first = builder->tokens->len;
  gsize text_length = builder->text->len;
  const RelToken *tokens;

  if (self->block.new_paragraph || builder->paragraphs->len == 0)
    open_paragraph (builder);
  if (!append_words (self, builder, error)) {
    g_array_set_size (builder->tokens, first);
    g_ptr_array_set_size (builder->misc, (gint) first);
    g_string_truncate (builder->text, text_length);
    return FALSE;
  }
  if (builder->tokens->len == first)
    return TRUE;
  tokens = &g_array_index (builder->tokens, RelToken, first);
  sentence.first = first;
  sentence.n_tokens = builder->tokens->len - first;
  for (guint i = 0; i < sentence.n_tokens; i++) {
    RelToken *token = &g_array_index (builder->tokens, RelToken, first + i);

    if (token->head >= (gint32) sentence.n_tokens || token->head == (gint32) i)
      token->head = -1;
  }
  sentence.span = (RelSpan){ tokens[0].span.start, tokens[sentence.n_tokens - 1].span.end };
  sentence.paragraph = builder->paragraphs->len - 1;
  sentence.sent_id = self->block.sent_id != NULL ? rel_arena_strdup (builder->arena, self->block.sent_id) : NULL;
  sentence.comments = rel_arena_strndup (builder->arena, self->block.comments->str, self->block.comments->len);
  g_array_append_val (builder->sentences, sentence);
  g_array_index (builder->paragraphs, RelParagraph, sentence.paragraph).span.end = sentence.span.end;
  return TRUE;
}

static gpointer
copy_array (RelArena *arena, const GArray *array)
{
  gsize n_bytes = (gsize) array->len * g_array_get_element_size ((GArray *) array);
  gpointer copy = rel_arena_alloc (arena, MAX (n_bytes, 1));

  if (n_bytes > 0)
    memcpy (copy, array->data, n_bytes);
  return copy;
}

static const gchar *
name_document (RelConlluReader *self, RelArena *arena, const gchar *id)
{
  g_autofree gchar *base = g_path_get_basename (self->path);
  g_autofree gchar *numbered = NULL;
  gchar *dot = strrchr (base, '.');

  if (id != NULL)
    return id;
  if (dot != NULL && dot != base)
    *dot = '\0';
  if (self->n_documents++ == 0)
    return rel_arena_strdup (arena, base);
  numbered = g_strdup_printf ("%s-%u", base, self->n_documents);
  return rel_arena_strdup (arena, numbered);
}

static RelDocument *
finish_document (RelConlluReader *self, Builder *builder, const gchar ***misc)
{
  RelArena *arena = builder->arena;
  RelDocument *document = rel_arena_new_array (arena, RelDocument, 1);

  document->arena = arena;
  document->id = name_document (self, arena, builder->id);
  document->path = rel_arena_strdup (arena, self->path);
  while (builder->text->len > 0 && builder->text->str[builder->text->len - 1] == ' ')
    g_string_truncate (builder->text, builder->text->len - 1);
  document->text = rel_arena_strndup (arena, builder->text->str, builder->text->len);
  document->n_bytes = (guint32) builder->text->len;
  document->paragraphs = copy_array (arena, builder->paragraphs);
  document->n_paragraphs = builder->paragraphs->len;
  document->sentences = copy_array (arena, builder->sentences);
  document->n_sentences = builder->sentences->len;
  document->tokens = copy_array (arena, builder->tokens);
  document->n_tokens = builder->tokens->len;
  if (misc != NULL) {
    *misc = rel_arena_new_array (arena, const gchar *, MAX (builder->misc->len, 1));
    for (guint i = 0; i < builder->misc->len; i++)
      (*misc)[i] = g_ptr_array_index (builder->misc, i);
  }
  builder->arena = NULL;
  return document;
}

static void
builder_init (Builder *builder)
{
  builder->arena = rel_arena_new ();
  builder->text = g_string_new (NULL);
  builder->tokens = g_array_new (FALSE, FALSE, sizeof (RelToken));
  builder->sentences = g_array_new (FALSE, FALSE, sizeof (RelSentence));
  builder->paragraphs = g_array_new (FALSE, FALSE, sizeof (RelParagraph));
  builder->misc = g_ptr_array_new ();
  builder->id = NULL;
}

static void
builder_clear (Builder *builder)
{
  if (builder->arena != NULL)
    rel_arena_free (builder->arena);
  g_string_free (builder->text, TRUE);
  g_array_unref (builder->tokens);
  g_array_unref (builder->sentences);
  g_array_unref (builder->paragraphs);
  g_ptr_array_unref (builder->misc);
}

/* Whether the block that was read begins another document than that of @builder. */
static gboolean
begins_document (const Block *block, const Builder *builder)
{
  gsize n_bytes = builder->text->len;

  if (builder->sentences->len == 0)
    return FALSE;
  for (guint i = 0; i < block->lines->len; i++)
    n_bytes += strlen (g_ptr_array_index (block->lines, i)); /* no less than its form */
  return block->new_document || n_bytes > REL_DOCUMENT_MAX_BYTES;
}

/* Adds sentences until the next document, the end or an error, which is left in self->pending. */
static void
fill_document (RelConlluReader *self, Builder *builder)
{
  for (;;) {
    if (!self->block_is_ready && !read_block (self, &self->pending))
      return;
    self->block_is_ready = begins_document (&self->block, builder);
    if (self->block_is_ready)
      return;
    if (self->block.document_id != NULL)
      builder->id = rel_arena_strdup (builder->arena, self->block.document_id);
    if (!append_sentence (self, builder, &self->pending))
      return;
  }
}

RelDocument *
rel_conllu_reader_next (RelConlluReader *self, const gchar ***misc, GError **error)
{
  Builder builder;
  RelDocument *document = NULL;

  builder_init (&builder);
  if (self->pending == NULL)
    fill_document (self, &builder);
  if (builder.sentences->len > 0)
    document = finish_document (self, &builder, misc);
  else if (self->pending != NULL)
    g_propagate_error (error, g_steal_pointer (&self->pending));
  builder_clear (&builder);
  return document;
}
