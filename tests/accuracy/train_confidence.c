/* Learns the confidence of propositions.
 *
 *   train_confidence describe LINES      one sentence a line → "features TAB sentence TAB confidence TAB subject TAB …"
 *   carb_targets.py BENCH GOLD           that → "target TAB group TAB features TAB sentence TAB subject TAB …"
 *   train_confidence learn               that → Turtle on standard output, a reliability table on standard error
 *
 * train_confidence.sh runs the three.
 */
#include <relata/pipeline.h>
#include <semantics/confidence.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N_BINS 10

static void
describe_proposition (const RelDocument *document, const RelProposition *proposition)
{
  const RelSpan span = document->paragraphs[document->sentences[proposition->sentence].paragraph].span;
  g_autofree gchar *features = rel_proposition_describe (document, proposition);

  printf ("%s\t%.*s\t%.4f\t%s\t%s", features, (int) (span.end - span.start), document->text + span.start,
          proposition->confidence, proposition->arguments[0].text, proposition->relation);
  for (guint k = 1; k < proposition->n_arguments; k++)
    printf ("\t%s", proposition->arguments[k].text);
  putchar ('\n');
}

static void
describe_document (const RelDocument *document)
{
  for (guint i = 0; i < document->n_propositions; i++)
    describe_proposition (document, &document->propositions[i]);
}

static gboolean
describe (const gchar *path, GError **error)
{
  const RelInputOptions options = { .format = REL_INPUT_SENTENCES, .tokenized = TRUE };
  g_autoptr (RelPipeline) pipeline = rel_pipeline_new (NULL, NULL, NULL, error);
  g_autoptr (RelDocumentReader) reader = pipeline ? rel_document_reader_open (path, &options, NULL, NULL, error) : NULL;

  while (reader && !rel_document_reader_is_done (reader)) {
    GError *cause = NULL;
    g_autoptr (RelDocument) document = rel_document_reader_next (reader, &cause);

    if (cause) {
      g_propagate_error (error, cause);
      return FALSE;
    }
    if (!document)
      break;
    if (!rel_pipeline_annotate (pipeline, document, REL_STAGE_PROPOSITIONS, NULL, error))
      return FALSE;
    describe_document (document);
  }
  return reader != NULL;
}

static void
example_clear (gpointer data)
{
  g_free (((RelConfidenceExample *) data)->features);
}

/* @rests: what stands behind the features in each line. */
static GArray *
read_examples (GPtrArray *rests)
{
  GArray *examples = g_array_new (FALSE, FALSE, sizeof (RelConfidenceExample));
  g_autofree gchar *line = NULL;
  size_t size = 0;

  g_array_set_clear_func (examples, example_clear);
  while (getline (&line, &size, stdin) > 0) {
    g_auto (GStrv) fields = g_strsplit (g_strchomp (line), "\t", 4);
    RelConfidenceExample example;

    if (g_strv_length (fields) != 4)
      continue;
    example.target = (gfloat) g_ascii_strtod (fields[0], NULL);
    example.group = (guint) g_ascii_strtoull (fields[1], NULL, 10);
    example.features = g_strdup (fields[2]);
    g_array_append_val (examples, example);
    g_ptr_array_add (rests, g_strdup (fields[3]));
  }
  return examples;
}

/* How far promise and truth lie apart, on held-out sentences. */
static void
print_reliability (const GArray *examples, const gdouble *held_out)
{
  gdouble promised[N_BINS] = { 0 }, true_share[N_BINS] = { 0 }, error = 0;
  guint n[N_BINS] = { 0 };

  for (guint i = 0; i < examples->len; i++) {
    guint bin = MIN ((guint) (held_out[i] * N_BINS), N_BINS - 1);

    n[bin]++;
    promised[bin] += held_out[i];
    true_share[bin] += g_array_index (examples, RelConfidenceExample, i).target;
  }
  fprintf (stderr, "| confidence | propositions | promised | agreed |\n|---|---|---|---|\n");
  for (guint k = 0; k < N_BINS; k++) {
    if (n[k] == 0)
      continue;
    fprintf (stderr, "| %.1f-%.1f | %u | %.3f | %.3f |\n", k / (gdouble) N_BINS, (k + 1) / (gdouble) N_BINS, n[k],
             promised[k] / n[k], true_share[k] / n[k]);
    error += ABS (promised[k] - true_share[k]);
  }
  fprintf (stderr, "expected calibration error %.4f\n", error / examples->len);
}

static void
print_turtle (GHashTable *weights)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (weights), (GCompareFunc) strcmp);
  guint number = 0;

  puts ("# Weights of the confidence of propositions: a logistic regression over the features of\n"
        "# src/semantics/confidence_features.c, learned from CaRB's development data by "
        "tests/accuracy/train_confidence.sh.\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "@prefix rel: <https://w3id.org/relata/ns#> .\n"
        "@prefix conf: <https://w3id.org/relata/confidence/en/> .\n\n"
        "rel:ConfidenceFeature a owl:Class ; rdfs:label \"confidence feature\"@en ;\n"
        "    rdfs:comment \"a property of propositions that makes them more or less likely to be right\"@en .\n"
        "rel:confidenceWeight a owl:DatatypeProperty ; rdfs:label \"confidence weight\"@en ;\n"
        "    rdfs:comment \"added to the log-odds where the feature holds\"@en .\n");
  for (const GList *name = names; name; name = name->next)
    printf ("conf:f%03u a rel:ConfidenceFeature ; rdfs:label \"%s\" ; rel:confidenceWeight %.3f .\n", number++,
            (const gchar *) name->data, *(gdouble *) g_hash_table_lookup (weights, name->data));
}

/* The propositions, each with the confidence of a model that has not seen its sentence, as score_carb.py reads them. */
static gboolean
write_held_out (const gchar *path, const gdouble *held_out, const GPtrArray *rests)
{
  FILE *file = fopen (path, "w");
  gboolean done = file != NULL;

  for (guint i = 0; done && i < rests->len; i++) {
    const gchar *rest = g_ptr_array_index (rests, i);
    int n = (int) strcspn (rest, "\t");

    done = fprintf (file, "%.*s\t%.4f%s\n", n, rest, held_out[i], rest + n) > 0;
  }
  return file != NULL && fclose (file) == 0 && done;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc == 3 && strcmp (argv[1], "describe") == 0) {
    if (describe (argv[2], &error))
      return EXIT_SUCCESS;
    fprintf (stderr, "train_confidence: %s\n", error->message);
    return EXIT_FAILURE;
  }
  if (argc >= 2 && strcmp (argv[1], "learn") == 0) {
    g_autoptr (GPtrArray) rests = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GArray) examples = read_examples (rests);
    g_autofree gdouble *held_out = g_new0 (gdouble, MAX (examples->len, 1));
    g_autoptr (GHashTable) weights
      = rel_confidence_train ((const RelConfidenceExample *) examples->data, examples->len, held_out);

    print_reliability (examples, held_out);
    print_turtle (weights);
    return argc == 3 && !write_held_out (argv[2], held_out, rests) ? EXIT_FAILURE : EXIT_SUCCESS;
  }
  fprintf (stderr, "usage: train_confidence describe LINES | train_confidence learn [HELD_OUT] < TARGETS\n");
  return EXIT_FAILURE;
}
