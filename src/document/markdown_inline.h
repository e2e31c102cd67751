/* document/markdown_inline.h: the text of a Markdown paragraph without its marks. */
#pragma once

#include "document/document_draft.h"

/* Adds the text of @raw to @draft: emphasis, code and link marks, addresses of links and HTML tags are left out,
 * escapes and entities are read. @offsets: guint32[raw->len], byte of the input for each byte. */
void rel_markdown_append_inline (RelDocumentDraft *draft, const GString *raw, const GArray *offsets);
