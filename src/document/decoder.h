/* document/decoder.h: bytes of a file or of standard input → UTF-8, a bounded chunk at a time. */
#pragma once

#include <relata/document.h>

typedef struct _RelDecoder RelDecoder; /* opaque: src/document/decoder.c */

/**
 * rel_decoder_open:
 * @path: a file, or "-"
 * @encoding: (nullable): a name that iconv knows; NULL: what a byte-order mark says, else UTF-8
 *
 * Returns: (transfer full) (nullable): NULL with %REL_ERROR_IO or %REL_ERROR_ENCODING
 */
RelDecoder *rel_decoder_open (const gchar *path, const gchar *encoding, GError **error);
void rel_decoder_free (RelDecoder *self);

/* The first bytes, as they are; nothing is read off. Valid until the next call. */
const gchar *rel_decoder_peek (RelDecoder *self, gsize *n_bytes);

/* Reads on in another encoding, when none was given and no byte-order mark was found; only before the first
 * rel_decoder_read(). An unknown @encoding is %REL_ERROR_ENCODING. */
gboolean rel_decoder_suggest_encoding (RelDecoder *self, const gchar *encoding, GError **error);

/* Leaves the checking of UTF-8 input, NUL bytes included, to the caller, which then finds damage in the lines that
 * have it. Input in other encodings is checked all the same. */
void rel_decoder_set_unchecked (RelDecoder *self);

/**
 * rel_decoder_read:
 * @out: the text is added to it: whole characters, without a byte-order mark in front
 *
 * Reads one chunk, of 64 KiB of input or less.
 *
 * Returns: FALSE with %REL_ERROR_IO, or with %REL_ERROR_ENCODING that names the byte; all text before it is in @out
 */
gboolean rel_decoder_read (RelDecoder *self, GString *out, GError **error);
gboolean rel_decoder_is_at_end (const RelDecoder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelDecoder, rel_decoder_free)
