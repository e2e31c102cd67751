/* Hashes of names that do not depend on how the words of a name are parted or capitalised. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define REL_LETTER_HASH_START 0x9E3779B97F4A7C15u

/* Goes on from @hash with the letters and digits of @string in lower case: the words of a name one after the other, so
 * that "Al-Hasakah" and "Al - Hasakah" are one name. */
guint64 rel_letter_hash_add (guint64 hash, const gchar *string);

/* 32 bits of a finished hash. */
guint32 rel_letter_hash_finish (guint64 hash);

G_END_DECLS
