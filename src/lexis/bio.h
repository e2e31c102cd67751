/* Reading names in running text: lines "token TAB tag" in, documents with sentences, tokens and names out. A blank line
 * ends a sentence. Tags are O, B-TYPE and I-TYPE; a line without a tag is a token that is no name. */
#pragma once

#include <relata/lexis.h>

G_BEGIN_DECLS

typedef struct _RelBioReader RelBioReader; /* opaque: src/lexis/bio.c */

/* @stream is borrowed and kept alive; @path names it in messages. */
RelBioReader *rel_bio_reader_new (GInputStream *stream, const gchar *path);
RelBioReader *rel_bio_reader_open (const gchar *path, GError **error);
void rel_bio_reader_free (RelBioReader *self);

/* (transfer full) (nullable): the next document, ended by the end of the input or before its text passes
 * REL_DOCUMENT_MAX_BYTES; NULL without @error at the end; NULL with REL_ERROR_ENCODING or REL_ERROR_IO. */
RelDocument *rel_bio_reader_next (RelBioReader *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelBioReader, rel_bio_reader_free)

G_END_DECLS
