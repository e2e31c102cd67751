/* Damaged model files with right checksums: a small network is written, bytes of one of its sections are changed, and what
 * still loads must be able to read a sentence. The input as a whole is opened as a model file too.
 *
 *   section (1 byte) | cut of its end (1 byte) | place (2 bytes), value (1 byte) | place, value | ...
 */
#include "lexis/word_network.h"

#include <glib/gstdio.h>
#include <string.h>

gint LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static RelModel *
open_file (const gchar *path)
{
  g_autoptr (GError) error = NULL;
  RelModel *model = rel_model_open (path, &error);

  g_assert_true (model != NULL || error->message != NULL);
  return model;
}

/* The smallest network that can be written: one of random weights with two classes where these are open. */
static RelModelWriter *
write_network (void)
{
  static const gchar *classes[] = { "_", "l;0,;0,", NULL };
  static const guint32 places[] = { 1, 6 };
  guint counts[REL_N_WORD_HEADS] = { 0 };
  RelNetworkSpec spec;
  RelWordNetwork words = { .knowledge.places = { places, 2 } };
  RelModelWriter *writer = rel_model_writer_new ();

  for (guint h = 0; h < REL_N_WORD_HEADS; h++)
    counts[h] = 2;
  rel_word_network_spec (&spec, counts);
  spec.n_units = 2;
  for (guint g = 0; g < spec.n_groups; g++) {
    spec.groups[g].n_rows = 3;
    spec.groups[g].n_columns = 2;
  }
  for (guint p = 0; p < spec.n_projections; p++)
    spec.projections[p].n_units = 2;
  words.network = rel_network_new (&spec, 1);
  for (guint h = 0; h < REL_N_WORD_HEADS; h++)
    if (spec.heads[h].n_classes == 2) {
      words.classes.strings[h] = classes;
      words.classes.counts[h] = 2;
    }
  rel_word_network_write (&words, writer);
  rel_network_free (words.network);
  return writer;
}

/* Changes one section of @model as the input says. */
static void
damage (const RelModel *model, RelModelWriter *writer, const guint8 *data, gsize size)
{
  const gchar *name = rel_model_get_section_name (model, data[0] % rel_model_get_n_sections (model));
  gsize n_bytes = 0;
  gconstpointer bytes = rel_model_get_section (model, name, &n_bytes);
  g_autofree guint8 *copy = g_memdup2 (bytes, n_bytes);

  for (gsize i = 2; n_bytes > 0 && i + 2 < size; i += 3)
    copy[(data[i] + 256u * data[i + 1]) % n_bytes] = data[i + 2];
  rel_model_writer_set_section (writer, name, copy, n_bytes - MIN (n_bytes, data[1]));
}

static void
read_sentence (const RelModel *model)
{
  static const gchar *const forms[] = { "Lee", "met", "ministers", "in", "Seoul" };
  g_autoptr (GError) error = NULL;
  RelWordNetwork *words = rel_word_network_load (model, &error);
  RelDocument *document;

  if (words == NULL) {
    g_assert_nonnull (error);
    return;
  }
  document = rel_document_new ("fuzz", "Lee met ministers in Seoul", -1, NULL, NULL);
  document->tokens = rel_arena_new_array (document->arena, RelToken, G_N_ELEMENTS (forms));
  document->n_tokens = G_N_ELEMENTS (forms);
  memset (document->tokens, 0, sizeof (RelToken) * G_N_ELEMENTS (forms));
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    document->tokens[i].form = forms[i];
  document->sentences = rel_arena_new_array (document->arena, RelSentence, 1);
  memset (document->sentences, 0, sizeof (RelSentence));
  document->sentences[0].n_tokens = G_N_ELEMENTS (forms);
  document->n_sentences = 1;
  rel_word_network_annotate (words, document);
  rel_document_free (document);
  rel_word_network_free (words);
}

gint
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree gchar *path = g_strdup_printf ("fuzz-%d.relm", (gint) getpid ());
  g_autoptr (RelModelWriter) writer = write_network ();
  g_autoptr (RelModel) whole = NULL, damaged = NULL, raw = NULL;

  g_assert_true (g_file_set_contents (path, (const gchar *) data, (gssize) size, NULL));
  raw = open_file (path);
  if (size >= 2) {
    g_assert_true (rel_model_writer_save (writer, path, NULL));
    whole = open_file (path);
    damage (whole, writer, data, size);
    g_assert_true (rel_model_writer_save (writer, path, NULL));
    damaged = open_file (path);
    if (damaged != NULL)
      read_sentence (damaged);
  }
  g_unlink (path);
  return 0;
}
