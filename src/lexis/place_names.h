/* A list of the names of places, looked up by the words of a sentence: a feature for the tagging of names. */
#pragma once

#include <relata/lexis.h>

G_BEGIN_DECLS

/* What a name is the name of; the larger place counts where there are several. */
typedef enum { REL_PLACE_NONE, REL_PLACE_CITY, REL_PLACE_PROVINCE, REL_PLACE_COUNTRY } RelPlaceKind;

/* Sorted keys: 30 bits of hash, 2 bits of kind. They stay in the bytes of the model file. */
typedef struct {
  const guint32 *keys; /* [n_keys] */
  guint n_keys;
} RelPlaceNames;

/* Reads names of cities, countries and provinces, in this order, from the first fields of the lines of a file of
 * comma-separated values, but for its first line. (transfer full) guint32: the keys; NULL with REL_ERROR_IO. */
GArray *rel_place_names_read (const gchar *path, GError **error);

/* Marks the longest names among the words: kinds[i] for the words of a name, and begins[i] at its first. */
void rel_place_names_find (const RelPlaceNames *self, const gchar *const *forms, guint n, guint8 *kinds,
                           guint8 *begins);

G_END_DECLS
