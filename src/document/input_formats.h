/* document/input_formats.h: from the text of an input in some format to a document. */
#pragma once

#include "document/document_draft.h"

/* The format of an input that is called @path and begins with @bytes: by the ending, then by the first bytes. */
RelInputFormat rel_input_format_detect (const gchar *path, const gchar *bytes, gsize n_bytes);

/* The document of a draft whose text is that of an input in options->format, already clean: paragraphs, kinds and
 * metadata are found. @draft is swallowed. Not for HTML and JSON Lines as a whole, whose drafts the two functions
 * below make first. */
RelDocument *rel_input_format_finish (RelDocumentDraft *draft, const gchar *path, const RelInputOptions *options,
                                      GError **error);

/* Text, paragraphs and metadata of an HTML page in clean UTF-8: NULL with %REL_ERROR_LIMIT when its elements nest
 * too deep. In document/html.c. */
RelDocumentDraft *rel_html_read (const gchar *page, gsize n_bytes, const gchar *path, GError **error);

/* The name of the encoding that an HTML page declares in its first bytes: (transfer full) (nullable). */
gchar *rel_html_find_encoding (const gchar *bytes, gsize n_bytes);

/* Text, paragraphs and metadata of Markdown (CommonMark, with the front matter of site builders), in
 * document/markdown.c. */
RelDocumentDraft *rel_markdown_read (const gchar *page, gsize n_bytes);

/**
 * rel_jsonl_read:
 * @line: one line of JSON Lines, without its end
 * @place: file and line, for messages
 * @warn: (nullable): called with what is odd about the line
 *
 * Returns: (transfer full) (nullable): NULL with %REL_ERROR_FORMAT or %REL_ERROR_ENCODING; the text is that of the
 *   member "text", paragraphs are not yet found
 */
RelDocumentDraft *rel_jsonl_read (const gchar *line, gsize n_bytes, const gchar *place, RelWarningFunc warn,
                                  gpointer user_data, GError **error);
