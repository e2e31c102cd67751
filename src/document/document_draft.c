/* A text on its way to becoming a RelDocument; see document_draft.h. All of it is linear in the text. */
#include "document/document_draft.h"

#include <string.h>

#include "document/text.h"

RelDocumentDraft *
rel_document_draft_new (gboolean with_offsets)
{
  RelDocumentDraft *self = g_new0 (RelDocumentDraft, 1);

  self->text = g_string_new (NULL);
  self->offsets = with_offsets ? g_array_new (FALSE, FALSE, sizeof (guint32)) : NULL;
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (RelParagraph));
  return self;
}

void
rel_document_draft_free (RelDocumentDraft *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_clear_pointer (&self->offsets, g_array_unref);
  g_array_unref (self->paragraphs);
  g_free (self->id);
  g_free (self->title);
  g_free (self->url);
  g_free (self->source);
  g_free (self->place);
  g_free (self);
}

void
rel_document_draft_append (RelDocumentDraft *self, const gchar *text, gsize n_bytes, gsize offset)
{
  g_string_append_len (self->text, text, (gssize) n_bytes);
  for (gsize i = 0; self->offsets != NULL && i < n_bytes; i++) {
    guint32 place = (guint32) (offset + i);
    g_array_append_val (self->offsets, place);
  }
}

void
rel_document_draft_append_at (RelDocumentDraft *self, const gchar *text, gsize n_bytes, gsize offset)
{
  guint32 place = (guint32) offset;

  g_string_append_len (self->text, text, (gssize) n_bytes);
  for (gsize i = 0; self->offsets != NULL && i < n_bytes; i++)
    g_array_append_val (self->offsets, place);
}

void
rel_document_draft_add_paragraph (RelDocumentDraft *self, guint32 start, guint32 end, RelParagraphKind kind)
{
  RelParagraph paragraph = { { start, end }, kind };

  rel_text_trim (self->text->str, &paragraph.span.start, &paragraph.span.end);
  if (paragraph.span.start < paragraph.span.end)
    g_array_append_val (self->paragraphs, paragraph);
}

/* Gives @part the paragraphs that begin before @cut; one that goes on behind it is shared out. */
static void
take_paragraphs (RelDocumentDraft *self, RelDocumentDraft *part, guint32 cut)
{
  guint n_taken = 0;

  for (guint i = 0; i < self->paragraphs->len; i++) {
    RelParagraph *paragraph = &g_array_index (self->paragraphs, RelParagraph, i);
    if (paragraph->span.start < cut)
      rel_document_draft_add_paragraph (part, paragraph->span.start, MIN (paragraph->span.end, cut), paragraph->kind);
    if (paragraph->span.end <= cut) {
      n_taken++;
      continue;
    }
    paragraph->span.start = paragraph->span.start < cut ? 0 : paragraph->span.start - cut;
    paragraph->span.end -= cut;
  }
  g_array_remove_range (self->paragraphs, 0, n_taken);
}

static void
inherit_string (gchar **slot, const gchar *string)
{
  if (*slot == NULL)
    *slot = g_strdup (string);
}

void
rel_document_draft_inherit (RelDocumentDraft *self, const RelDocumentDraft *other)
{
  inherit_string (&self->id, other->id);
  inherit_string (&self->title, other->title);
  inherit_string (&self->url, other->url);
  inherit_string (&self->source, other->source);
  inherit_string (&self->place, other->place);
  if (self->date.year == 0 && self->date.month == 0)
    self->date = other->date;
}

void
rel_document_draft_inherit_document (RelDocumentDraft *self, const RelDocument *document)
{
  inherit_string (&self->title, document->title);
  inherit_string (&self->url, document->url);
  inherit_string (&self->source, document->source);
  inherit_string (&self->place, document->dateline_place);
  if (self->date.year == 0)
    self->date = document->date;
}

RelDocumentDraft *
rel_document_draft_take_part (RelDocumentDraft *self, gsize max)
{
  RelDocumentDraft *part = rel_document_draft_new (self->offsets != NULL);
  gsize cut = self->text->len <= max ? self->text->len : rel_text_find_cut (self->text->str, self->text->len, max);

  g_string_append_len (part->text, self->text->str, (gssize) cut);
  g_string_erase (self->text, 0, (gssize) cut);
  if (self->offsets != NULL) {
    g_array_append_vals (part->offsets, self->offsets->data, (guint) cut);
    g_array_remove_range (self->offsets, 0, (guint) cut);
  }
  take_paragraphs (self, part, (guint32) cut);
  part->headings_are_marked = self->headings_are_marked;
  rel_document_draft_inherit (part, self);
  return part;
}

static const gchar *
copy_string (RelArena *arena, const gchar *string)
{
  return string != NULL ? rel_arena_strdup (arena, string) : NULL;
}

static guint32 *
copy_offsets (RelArena *arena, const RelDocumentDraft *self)
{
  guint n = self->offsets->len;
  guint32 *offsets = rel_arena_new_array (arena, guint32, n + 1);

  if (n > 0)
    memcpy (offsets, self->offsets->data, n * sizeof (guint32));
  offsets[n] = n > 0 ? offsets[n - 1] + 1 : 0;
  return offsets;
}

RelDocument *
rel_document_draft_finish (RelDocumentDraft *self, const gchar *path)
{
  RelArena *arena = rel_arena_new ();
  RelDocument *document = rel_arena_new_array (arena, RelDocument, 1);
  guint n_paragraphs = self->paragraphs->len;

  document->arena = arena;
  document->id = rel_arena_strdup (arena, self->id != NULL ? self->id : "");
  document->path = rel_arena_strdup (arena, path);
  document->text = rel_arena_strndup (arena, self->text->str, self->text->len);
  document->n_bytes = (guint32) self->text->len;
  document->title = copy_string (arena, self->title);
  document->url = copy_string (arena, self->url);
  document->source = copy_string (arena, self->source);
  document->dateline_place = copy_string (arena, self->place);
  if (self->date.year != 0)
    document->date = self->date;
  document->paragraphs = rel_arena_new_array (arena, RelParagraph, MAX (n_paragraphs, 1));
  if (n_paragraphs > 0)
    memcpy (document->paragraphs, self->paragraphs->data, n_paragraphs * sizeof (RelParagraph));
  document->n_paragraphs = n_paragraphs;
  if (self->offsets != NULL)
    document->input_offsets = copy_offsets (arena, self);
  rel_document_draft_free (self);
  return document;
}
