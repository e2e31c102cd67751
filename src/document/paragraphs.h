/* document/paragraphs.h: where paragraphs begin and end in plain text, and what each is for. */
#pragma once

#include "document/document_draft.h"

/* Fills the draft's paragraphs, all of them BODY, from its text: at blank lines, at line ends that were not made
 * by a fixed width, at marks such as bullets. */
void rel_paragraphs_split (RelDocumentDraft *draft);

/* Each line that is not blank is a paragraph. */
void rel_paragraphs_split_lines (RelDocumentDraft *draft);

/* Reads what says where the text comes from: "Date: ..." lines, datelines, dates that stand alone. Fills the
 * draft's strings where they are NULL and marks these paragraphs METADATA; what stands in front of the first
 * sentence is cut off as a paragraph of its own. */
void rel_metadata_find (RelDocumentDraft *draft);

/* Tells headings, captions, by-lines and noise from running text: only paragraphs that are BODY or HEADING so
 * far. Finds the title where there is none. */
void rel_paragraphs_classify (RelDocumentDraft *draft);

/* Cuts [rest->span.start, cut) off the front of @rest and adds it to @out with kind @kind. FALSE, with nothing
 * changed, when one of the two would be empty. */
gboolean rel_paragraph_cut_front (const gchar *text, RelParagraph *rest, guint32 cut, RelParagraphKind kind,
                                  GArray *out);
