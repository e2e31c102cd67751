/* A hash that is the same everywhere, for features, IRIs and checksums; not against attackers.
 *
 * FNV-1a (Fowler, Noll, Vo) with the finaliser of MurmurHash3 (Appleby), which spreads the last bytes over
 * all bits.
 */
#include <relata/base.h>

#include <string.h>

#define FNV_OFFSET G_GUINT64_CONSTANT (0xcbf29ce484222325)
#define FNV_PRIME G_GUINT64_CONSTANT (0x100000001b3)

static guint64
mix (guint64 h)
{
  h ^= h >> 33;
  h *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  h ^= h >> 33;
  h *= G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  h ^= h >> 33;
  return h;
}

guint64
rel_hash_bytes (gconstpointer bytes, gsize n_bytes, guint64 seed)
{
  const guint8 *byte = bytes;
  guint64 h = FNV_OFFSET ^ mix (seed);

  for (gsize i = 0; i < n_bytes; i++) {
    h ^= byte[i];
    h *= FNV_PRIME;
  }
  return mix (h);
}

guint64
rel_hash_string (const gchar *string, guint64 seed)
{
  return rel_hash_bytes (string, strlen (string), seed);
}
