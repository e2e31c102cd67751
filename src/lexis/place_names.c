/* Names of places as hashes of their letters and digits in lower case, without what parts the words: "Al-Hasakah" and
 * "Al - Hasakah" are one name. A hash of 30 bits meets one of 40,000 names by chance once in 27,000 words. */
#include "lexis/place_names.h"

#include "lexis/letter_hash.h"

#include <string.h>

#define KIND_BITS 2
#define NAME_MAX_WORDS 5

static guint32
make_key (guint64 hash, RelPlaceKind kind)
{
  return (rel_letter_hash_finish (hash) & ~3u) | (guint32) kind;
}

static gint
compare_keys (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return left < right ? -1 : left > right;
}

static void
add_name (GArray *keys, const gchar *name, RelPlaceKind kind)
{
  guint64 hash = rel_letter_hash_add (REL_LETTER_HASH_START, name);
  guint32 key = make_key (hash, kind);

  if (hash != REL_LETTER_HASH_START)
    g_array_append_val (keys, key);
}

/* Sorts and keeps the last, largest kind of each name. */
static void
sort_keys (GArray *keys)
{
  guint n = 0;

  g_array_sort (keys, compare_keys);
  for (guint i = 0; i < keys->len; i++) {
    guint32 key = g_array_index (keys, guint32, i);

    if (n > 0 && g_array_index (keys, guint32, n - 1) >> KIND_BITS == key >> KIND_BITS)
      n--;
    g_array_index (keys, guint32, n++) = key;
  }
  g_array_set_size (keys, n);
}

GArray *
rel_place_names_read (const gchar *path, GError **error)
{
  static const RelPlaceKind kinds[] = { REL_PLACE_CITY, REL_PLACE_COUNTRY, REL_PLACE_PROVINCE }; /* world-cities.csv */
  g_autofree gchar *text = NULL;
  g_autoptr (GError) cause = NULL;
  g_auto (GStrv) lines = NULL;
  GArray *keys;

  if (!g_file_get_contents (path, &text, NULL, &cause)) {
    g_set_error (error, REL_ERROR, REL_ERROR_IO, "%s: cannot read: %s", path, cause->message);
    return NULL;
  }
  if (!g_utf8_validate (text, -1, NULL)) {
    g_set_error (error, REL_ERROR, REL_ERROR_ENCODING, "%s: not UTF-8; convert the file first (see iconv)", path);
    return NULL;
  }
  keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++) {
    g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);

    for (guint f = 0; f < G_N_ELEMENTS (kinds) && fields[f] != NULL; f++)
      add_name (keys, fields[f], kinds[f]);
  }
  sort_keys (keys);
  return keys;
}

/* Kind of the place with that hash. */
static RelPlaceKind
find_kind (const RelPlaceNames *self, guint64 hash)
{
  guint32 key = make_key (hash, REL_PLACE_NONE);
  guint low = 0, high = self->n_keys;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (self->keys[middle] < key)
      low = middle + 1;
    else
      high = middle;
  }
  if (low < self->n_keys && self->keys[low] >> KIND_BITS == key >> KIND_BITS)
    return (RelPlaceKind) (self->keys[low] & 3u);
  return REL_PLACE_NONE;
}

/* Number of words of the longest name that begins with @forms[0], 0: none. */
static guint
match_longest (const RelPlaceNames *self, const gchar *const *forms, guint n, RelPlaceKind *kind)
{
  guint64 hash = REL_LETTER_HASH_START;
  guint length = 0;

  for (guint i = 0; i < MIN (n, NAME_MAX_WORDS); i++) {
    guint64 before = hash;
    RelPlaceKind found;

    hash = rel_letter_hash_add (hash, forms[i]);
    if (hash == before) {
      if (i == 0)
        return 0;
      continue; /* a name does not end in punctuation */
    }
    found = find_kind (self, hash);
    if (found != REL_PLACE_NONE) {
      length = i + 1;
      *kind = found;
    }
  }
  return length;
}

void
rel_place_names_find (const RelPlaceNames *self, const gchar *const *forms, guint n, guint8 *kinds, guint8 *begins)
{
  memset (kinds, REL_PLACE_NONE, n);
  memset (begins, 0, n);
  for (guint i = 0; i < n;) {
    RelPlaceKind kind = REL_PLACE_NONE;
    guint length = match_longest (self, forms + i, n - i, &kind);

    if (length == 0) {
      i++;
      continue;
    }
    begins[i] = 1;
    memset (kinds + i, kind, length);
    i += length;
  }
}
