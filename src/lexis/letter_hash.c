/* Names as hashes of their letters and digits; see letter_hash.h. The last steps are those of MurmurHash 3 (Appleby). */
#include "lexis/letter_hash.h"

guint64
rel_letter_hash_add (guint64 hash, const gchar *string)
{
  for (const gchar *p = string; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isalnum (c))
      hash = (hash ^ g_unichar_tolower (c)) * 0xFF51AFD7ED558CCDu + (hash >> 29);
  }
  return hash;
}

guint32
rel_letter_hash_finish (guint64 hash)
{
  hash ^= hash >> 33;
  hash *= 0xC4CEB9FE1A85EC53u;
  return (guint32) (hash >> 32);
}
