/* Reading "token TAB tag" lines; see bio.h. */
#include "lexis/bio.h"
#include "lexis/text_file.h"

#include <string.h>

struct _RelBioReader {
  GDataInputStream *stream;
  gchar *path;
  guint64 line;
  guint n_documents;
  gboolean at_end;
};

typedef struct {
  RelArena *arena;
  GString *text;
  GArray *tokens;
  GArray *sentences;
  guint first; /* token of the open sentence */
} Builder;

RelBioReader *
rel_bio_reader_new (GInputStream *stream, const gchar *path)
{
  RelBioReader *self = g_new0 (RelBioReader, 1);

  self->stream = g_data_input_stream_new (stream);
  self->path = g_strdup (path);
  return self;
}

RelBioReader *
rel_bio_reader_open (const gchar *path, GError **error)
{
  g_autoptr (GInputStream) stream = rel_text_file_open (path, error);

  return stream != NULL ? rel_bio_reader_new (stream, path) : NULL;
}

void
rel_bio_reader_free (RelBioReader *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->stream);
  g_free (self->path);
  g_free (self);
}

static void
read_tag (const gchar *tag, RelToken *token)
{
  gint type = strlen (tag) > 2 && tag[1] == '-' ? rel_name_type_from_name (tag + 2) : REL_NAME_NONE;

  token->name = type < 0 ? REL_NAME_NONE : (RelNameType) type;
  token->name_begins = token->name != REL_NAME_NONE && tag[0] == 'B';
}

/* The token stands before the first tab or, where there is none as in CoNLL 2003, the first blank; the tag is the last
 * column, and may be missing. */
static void
append_token (Builder *builder, gchar *line)
{
  RelToken token = { .head = -1, .n_words = 1, .space_after = TRUE, .upos = REL_UPOS_X, .deprel = REL_DEPREL_DEP };
  gchar separator = strchr (line, '\t') != NULL ? '\t' : ' ';
  gchar *tag = strrchr (line, separator);

  if (tag != NULL) {
    *tag++ = '\0';
    read_tag (tag, &token);
    line[strcspn (line, (const gchar[]){ separator, '\0' })] = '\0';
  }
  token.form = rel_arena_strdup (builder->arena, line);
  token.lemma = token.form;
  token.xpos = token.feats = "_";
  if (builder->text->len > 0)
    g_string_append_c (builder->text, builder->tokens->len == builder->first ? '\n' : ' ');
  token.span.start = (guint32) builder->text->len;
  g_string_append (builder->text, line);
  token.span.end = (guint32) builder->text->len;
  g_array_append_val (builder->tokens, token);
}

static void
end_sentence (Builder *builder)
{
  RelSentence sentence = { .first = builder->first, .n_tokens = builder->tokens->len - builder->first };

  if (sentence.n_tokens == 0)
    return;
  sentence.span.start = g_array_index (builder->tokens, RelToken, builder->first).span.start;
  sentence.span.end = (guint32) builder->text->len;
  g_array_append_val (builder->sentences, sentence);
  builder->first = builder->tokens->len;
}

static gboolean
fill_document (RelBioReader *self, Builder *builder, GError **error)
{
  while (!self->at_end) {
    g_autoptr (GError) cause = NULL;
    gsize length = 0;
    g_autofree gchar *line = g_data_input_stream_read_line (self->stream, &length, NULL, &cause);

    if (cause != NULL) {
      self->at_end = TRUE;
      g_set_error (error, REL_ERROR, REL_ERROR_IO, "%s: cannot read: %s", self->path, cause->message);
      return FALSE;
    }
    self->line++;
    self->at_end = line == NULL;
    if (length > 0 && line[length - 1] == '\r')
      line[--length] = '\0';
    if (length == 0) {
      end_sentence (builder);
      if (builder->text->len > REL_DOCUMENT_MAX_BYTES / 2)
        return TRUE;
      continue;
    }
    if (!g_utf8_validate_len (line, length, NULL)) {
      g_set_error (error, REL_ERROR, REL_ERROR_ENCODING,
                   "%s:%" G_GUINT64_FORMAT ": not UTF-8; convert the file first (see iconv)", self->path, self->line);
      return FALSE;
    }
    if (*line == '\t' || *line == ' ') {
      g_set_error (error, REL_ERROR, REL_ERROR_FORMAT, "%s:%" G_GUINT64_FORMAT ": no token before the tag", self->path,
                   self->line);
      return FALSE;
    }
    append_token (builder, line);
  }
  end_sentence (builder);
  return TRUE;
}

static gpointer
copy_array (RelArena *arena, const GArray *array, gsize element_size)
{
  gpointer copy = rel_arena_alloc (arena, MAX (array->len * element_size, 1));

  if (array->len > 0)
    memcpy (copy, array->data, array->len * element_size);
  return copy;
}

static RelDocument *
finish_document (RelBioReader *self, Builder *builder)
{
  RelArena *arena = g_steal_pointer (&builder->arena);
  RelDocument *document = rel_arena_new_array (arena, RelDocument, 1);
  g_autofree gchar *base = g_path_get_basename (self->path);
  g_autofree gchar *id = NULL;

  if (strrchr (base, '.') != NULL && strrchr (base, '.') != base)
    *strrchr (base, '.') = '\0';
  self->n_documents++;
  id = self->n_documents == 1 ? g_strdup (base) : g_strdup_printf ("%s-%u", base, self->n_documents);
  document->arena = arena;
  document->id = rel_arena_strdup (arena, id);
  document->path = rel_arena_strdup (arena, self->path);
  document->text = rel_arena_strndup (arena, builder->text->str, builder->text->len);
  document->n_bytes = (guint32) builder->text->len;
  document->paragraphs = rel_arena_new_array (arena, RelParagraph, 1);
  document->paragraphs[0].span.end = document->n_bytes;
  document->n_paragraphs = 1;
  document->sentences = copy_array (arena, builder->sentences, sizeof (RelSentence));
  document->n_sentences = builder->sentences->len;
  document->tokens = copy_array (arena, builder->tokens, sizeof (RelToken));
  document->n_tokens = builder->tokens->len;
  return document;
}

RelDocument *
rel_bio_reader_next (RelBioReader *self, GError **error)
{
  Builder builder = { rel_arena_new (), g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (RelToken)),
                      g_array_new (FALSE, FALSE, sizeof (RelSentence)), 0 };
  RelDocument *document = NULL;

  if (fill_document (self, &builder, error) && builder.sentences->len > 0)
    document = finish_document (self, &builder);
  g_clear_pointer (&builder.arena, rel_arena_free);
  g_string_free (builder.text, TRUE);
  g_array_unref (builder.tokens);
  g_array_unref (builder.sentences);
  return document;
}
