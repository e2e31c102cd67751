/* Reading CoNLL-U: lines in, documents with sentences, tokens and trees out, one at a time.
 *
 * A document begins at "# newdoc" and a paragraph at "# newpar"; its text is put together from the forms and
 * SpaceAfter=No. Where no newdoc comes, a document ends before its text would pass REL_DOCUMENT_MAX_BYTES. Empty nodes
 * (ids such as 8.1) are left out.
 */
#pragma once

#include <relata/lexis.h>

G_BEGIN_DECLS

typedef struct _RelConlluReader RelConlluReader; /* opaque: src/lexis/conllu.c */

/**
 * rel_conllu_reader_new:
 * @stream: (transfer none): lines of CoNLL-U, UTF-8
 * @path: names the input in messages and, without folder and ending, documents that have no name of their own
 */
RelConlluReader *rel_conllu_reader_new (GInputStream *stream, const gchar *path);

/* Opens a file; NULL with REL_ERROR_IO. */
RelConlluReader *rel_conllu_reader_open (const gchar *path, GError **error);
void rel_conllu_reader_free (RelConlluReader *self);

/**
 * rel_conllu_reader_next:
 * @misc: (out) (optional): the MISC field of each token, in the document's arena
 *
 * Returns: (transfer full) (nullable): the next document; NULL without @error at the end; NULL with %REL_ERROR_FORMAT,
 *   %REL_ERROR_ENCODING or %REL_ERROR_IO naming file and line, once the sentences before it have been given as a
 *   document; after the first two the next call goes on with the sentence behind
 */
RelDocument *rel_conllu_reader_next (RelConlluReader *self, const gchar ***misc, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelConlluReader, rel_conllu_reader_free)

G_END_DECLS
