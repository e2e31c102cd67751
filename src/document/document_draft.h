/* document/document_draft.h: a text on its way to becoming a RelDocument.
 *
 *   reader of a format ─► RelDocumentDraft ─ take_part ─► rel_paragraphs_split, rel_metadata_find,
 *   rel_paragraphs_classify ─ finish ─► RelDocument
 */
#pragma once

#include <relata/document.h>

typedef struct {
  GString *text;                /* valid UTF-8 */
  GArray *offsets;              /* (nullable) guint32[text->len]: byte of the input for each byte of text */
  GArray *paragraphs;           /* RelParagraph, in text order, not overlapping; empty: not found yet */
  gboolean headings_are_marked; /* by the format: none has to be guessed */
  gchar *id;                    /* (nullable) all strings are owned */
  gchar *title;                 /* (nullable) */
  gchar *url;                   /* (nullable) */
  gchar *source;                /* (nullable) */
  gchar *place;                 /* (nullable) */
  RelDate date;                 /* as partial as it was found: the year may be missing */
} RelDocumentDraft;

RelDocumentDraft *rel_document_draft_new (gboolean with_offsets);
void rel_document_draft_free (RelDocumentDraft *self);

/* Adds text[0..n_bytes), which stands at byte @offset of the input; each byte has its own place there. */
void rel_document_draft_append (RelDocumentDraft *self, const gchar *text, gsize n_bytes, gsize offset);

/* Adds @text, all of whose bytes stand for the input at byte @offset ("&amp;" read as "&"). */
void rel_document_draft_append_at (RelDocumentDraft *self, const gchar *text, gsize n_bytes, gsize offset);

/* Adds a paragraph, without the white space at its ends; one with nothing in it is left out. */
void rel_document_draft_add_paragraph (RelDocumentDraft *self, guint32 start, guint32 end, RelParagraphKind kind);

/* Cuts the first part, of at most @max bytes, off @self (see rel_text_find_cut()); it takes all when @self is no
 * longer than that. Title, date and the like are copied; offsets and paragraphs go with their text. */
RelDocumentDraft *rel_document_draft_take_part (RelDocumentDraft *self, gsize max);

/* Copies id, title, date and the like from @other where @self has none. */
void rel_document_draft_inherit (RelDocumentDraft *self, const RelDocumentDraft *other);

/* The same from what was found in the first part of a text, for the parts behind it. */
void rel_document_draft_inherit_document (RelDocumentDraft *self, const RelDocument *document);

/* The document, in an arena of its own; @self is freed. */
RelDocument *rel_document_draft_finish (RelDocumentDraft *self, const gchar *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelDocumentDraft, rel_document_draft_free)
