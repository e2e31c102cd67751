/* Documents from text in memory, and offsets into them. */
#include <relata/document.h>

#include <string.h>

#include "document/document_draft.h"
#include "document/input_formats.h"
#include "document/text.h"

/* One entry of the table of code points for so many bytes of text: small, and still a short walk. */
#define BYTES_PER_ENTRY 64u

static gboolean
check_text (const gchar *id, const gchar *text, gsize n_bytes, GError **error)
{
  const gchar *bad = NULL;

  if (n_bytes > REL_DOCUMENT_MAX_BYTES) {
    g_set_error (error, REL_ERROR, REL_ERROR_LIMIT,
                 "%s: %" G_GSIZE_FORMAT " bytes: more than the %u of one document; divide the text, or read a file", id,
                 n_bytes, REL_DOCUMENT_MAX_BYTES);
    return FALSE;
  }
  if (!g_utf8_validate_len (text, n_bytes, &bad)) {
    g_set_error (error, REL_ERROR, REL_ERROR_ENCODING,
                 "%s: byte %" G_GSIZE_FORMAT ": not UTF-8; convert the text first", id, (gsize) (bad - text));
    return FALSE;
  }
  return TRUE;
}

RelDocument *
rel_document_new (const gchar *id, const gchar *text, gssize n_bytes, const RelInputOptions *options, GError **error)
{
  const RelInputOptions none = { 0 };
  RelDocumentDraft *draft;
  gsize length;

  g_return_val_if_fail (id != NULL && text != NULL, NULL);

  length = n_bytes < 0 ? strlen (text) : (gsize) n_bytes;
  if (!check_text (id, text, length, error))
    return NULL;

  draft = rel_document_draft_new (FALSE);
  draft->id = g_strdup (id);
  g_string_append_len (draft->text, text, (gssize) length);
  rel_text_clean (draft->text->str, draft->text->len);
  return rel_input_format_finish (draft, id, options != NULL ? options : &none, error);
}

void
rel_document_free (RelDocument *self)
{
  if (self != NULL)
    rel_arena_free (self->arena); /* which holds the document itself */
}

static guint32
count_characters (const gchar *text, guint32 n_bytes)
{
  guint32 n = 0;

  for (guint32 i = 0; i < n_bytes; i++)
    n += ((guchar) text[i] & 0xc0) != 0x80;
  return n;
}

guint32
rel_document_get_char_offset (RelDocument *self, guint32 offset)
{
  guint32 entry;

  g_return_val_if_fail (self != NULL && offset <= self->n_bytes, 0);

  if (self->char_offsets == NULL) {
    guint32 n_entries = self->n_bytes / BYTES_PER_ENTRY + 1;
    self->char_offsets = rel_arena_new_array (self->arena, guint32, n_entries);
    for (guint32 i = 1; i < n_entries; i++)
      self->char_offsets[i] = self->char_offsets[i - 1]
                              + count_characters (self->text + (gsize) (i - 1) * BYTES_PER_ENTRY, BYTES_PER_ENTRY);
  }
  entry = offset / BYTES_PER_ENTRY;
  return self->char_offsets[entry] + count_characters (self->text + entry * BYTES_PER_ENTRY, offset % BYTES_PER_ENTRY);
}
