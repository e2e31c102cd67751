/* Names for the documents of several inputs: the file's name, and as many folders before it as are needed.
 *
 * All inputs that share a name take one more folder into it, until none do or there are no more folders. Cost: linear in
 * the inputs for each folder taken in.
 */
#include "command_names.h"

#include <string.h>

/* "report" of "news/seoul/report.txt"; with @n_folders 1 "seoul-report". NULL: there are not so many folders. */
static gchar *
make_name (const gchar *path, guint n_folders)
{
  g_autofree gchar *readable = g_filename_display_name (path);
  g_auto (GStrv) parts = g_strsplit (readable, G_DIR_SEPARATOR_S, -1);
  guint n_parts = g_strv_length (parts);

  if (n_parts <= n_folders)
    return NULL;

  gchar *file = parts[n_parts - 1], *dot = strrchr (file, '.');

  if (dot != NULL && dot > file)
    *dot = '\0';
  return g_strjoinv ("-", parts + n_parts - 1 - n_folders);
}

/* The names that more than one path has. (transfer full) */
static GHashTable *
find_shared (gchar *const *paths, gchar *const *names)
{
  GHashTable *shared = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) owners = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; paths[i] != NULL; i++) {
    const gchar *owner = g_hash_table_lookup (owners, names[i]);
    if (owner == NULL)
      g_hash_table_insert (owners, names[i], paths[i]);
    else if (strcmp (owner, paths[i]) != 0)
      g_hash_table_add (shared, names[i]);
  }
  return shared;
}

gchar **
rel_input_names_new (gchar *const *paths)
{
  guint n = g_strv_length ((gchar **) paths);
  gchar **names = g_new0 (gchar *, n + 1);
  gboolean changed = TRUE;

  for (guint i = 0; i < n; i++)
    names[i] = make_name (paths[i], 0);

  for (guint n_folders = 1; changed; n_folders++) {
    g_autoptr (GHashTable) shared = find_shared (paths, names);
    g_autoptr (GPtrArray) outdated = g_ptr_array_new_with_free_func (g_free); /* keys of shared: freed behind it */

    changed = FALSE;
    for (guint i = 0; i < n; i++) {
      gchar *longer = g_hash_table_contains (shared, names[i]) ? make_name (paths[i], n_folders) : NULL;
      if (longer == NULL)
        continue;
      g_ptr_array_add (outdated, names[i]);
      names[i] = longer;
      changed = TRUE;
    }
    g_clear_pointer (&shared, g_hash_table_unref);
  }
  return names;
}
