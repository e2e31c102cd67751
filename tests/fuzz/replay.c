/* Runs a fuzzer's entry point where libFuzzer is not at hand: on each seed, then on mutations of it.
 *
 *   replay [--mutations N] FILE|FOLDER…
 *
 * The mutations are the same in every run. What fails is written to ./crash-input before it is tried.
 */
#include <glib.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_BYTES (1u << 20)
#define CRASH_FILE "crash-input"

gint LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* xorshift64 (Marsaglia 2003) */
static guint64
next_random (guint64 *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return *state;
}

static void
try_input (const GByteArray *input, gboolean is_kept)
{
  g_autofree guint8 *copy = g_memdup2 (input->data, MAX (input->len, 1)); /* so that a byte too far is noticed */

  if (is_kept && !g_file_set_contents (CRASH_FILE, (const gchar *) input->data, input->len, NULL))
    exit (EXIT_FAILURE);
  LLVMFuzzerTestOneInput (copy, input->len);
}

/* Overwrites, inserts, drops or repeats a few bytes. */
static void
mutate (GByteArray *input, guint64 *state)
{
  static const gchar marks[] = "<>&;[](){}\"'\\`*_#-=|~:.,!?\n\r\t \x80\xc3\xe2\xf0\xff";
  guint at = input->len > 1 ? 1 + (guint) (next_random (state) % (input->len - 1)) : 0;
  guint n = 1 + (guint) (next_random (state) % 8);
  guint8 byte = next_random (state) % 3 != 0 ? (guint8) marks[next_random (state) % (sizeof marks - 1)]
                                             : (guint8) next_random (state);

  if (input->len < 2)
    return;
  switch (next_random (state) % 4) {
  case 0:
    input->data[at] = byte;
    break;
  case 1:
    g_byte_array_append (input, &byte, 1);
    memmove (input->data + at + 1, input->data + at, input->len - at - 1);
    input->data[at] = byte;
    break;
  case 2:
    g_byte_array_remove_range (input, at, MIN (n, input->len - at));
    break;
  default: {
    g_autofree guint8 *piece = g_memdup2 (input->data + at, input->len - at);
    if (input->len < MAX_BYTES)
      g_byte_array_append (input, piece, MIN (input->len - at, n * n * n));
  }
  }
}

static void
run_file (const gchar *path, guint n_mutations)
{
  g_autoptr (GByteArray) seed = g_byte_array_new ();
  g_autofree gchar *bytes = NULL;
  guint64 state = 88172645463325252u;
  gsize n_bytes;

  if (!g_file_get_contents (path, &bytes, &n_bytes, NULL)) {
    fprintf (stderr, "replay: %s: cannot read\n", path);
    exit (EXIT_FAILURE);
  }
  g_byte_array_append (seed, (const guint8 *) bytes, (guint) n_bytes);
  try_input (seed, FALSE);
  for (guint i = 0; i < n_mutations; i++) {
    g_autoptr (GByteArray) input = g_byte_array_new ();

    g_byte_array_append (input, seed->data, seed->len);
    for (guint64 n = 1 + next_random (&state) % 16; n > 0; n--)
      mutate (input, &state);
    try_input (input, TRUE);
  }
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const gchar *const *) a, *(const gchar *const *) b);
}

static void
run_path (const gchar *path, guint n_mutations)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (folder == NULL) {
    run_file (path, n_mutations);
    return;
  }
  for (const gchar *name; (name = g_dir_read_name (folder)) != NULL;)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    run_file (names->pdata[i], n_mutations);
}

gint
main (gint argc, gchar **argv)
{
  guint n_mutations = 0;

  for (gint i = 1; i < argc; i++)
    if (strcmp (argv[i], "--mutations") == 0 && i + 1 < argc)
      n_mutations = (guint) g_ascii_strtoull (argv[++i], NULL, 10);
    else
      run_path (argv[i], n_mutations);
  if (n_mutations > 0)
    remove (CRASH_FILE);
  return EXIT_SUCCESS;
}
