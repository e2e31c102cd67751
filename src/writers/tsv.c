/* Facts as a table: a header line, then one row for each fact and sentence of evidence. Tabs, line ends and other control
 * characters inside a value become blanks, so that a line is a row and a tab a column, without quoting. */
#include "writers/byte_sink.h"
#include "writers/writer.h"

#include <string.h>

static const gchar header[]
  = "document\tsubject_iri\tsubject_label\tsubject_type\tpredicate_iri\tpredicate_label\tobject_iri\tobject_label\t"
    "object_type\tasserted\tpolarity\tmodality\tsource\ttime\tplace\tconfidence\tstart\tend\tevidence\n";

static const RelEvidence no_evidence = { .document = "", .text = "" };
static const RelNode no_node = { .label = "", .type = "" };

static void
append_value (GString *row, const gchar *value)
{
  gsize start = row->len;

  g_string_append (row, value != NULL ? value : "");
  for (gsize i = start; i < row->len; i++)
    if (g_ascii_iscntrl (row->str[i]))
      row->str[i] = ' ';
  g_string_append_c (row, '\t');
}

static void
append_node (GString *row, const RelNode *node)
{
  append_value (row, node->value != NULL ? NULL : node->iri);
  append_value (row, node->label != NULL ? node->label : node->value); /* a literal as the text words it */
  append_value (row, node->type);
}

static void
append_row (GString *row, const RelFact *fact, const RelEvidence *evidence)
{
  gchar confidence[G_ASCII_DTOSTR_BUF_SIZE];

  append_value (row, evidence->document);
  append_node (row, fact->subject);
  append_value (row, fact->predicate->iri);
  append_value (row, fact->label);
  append_node (row, fact->object != NULL ? fact->object : &no_node);
  append_value (row, fact->asserted ? "true" : "false");
  append_value (row, fact->polarity == REL_POLARITY_NEGATIVE ? "negative" : "positive");
  append_value (row, rel_modality_get_name (fact->modality));
  append_value (row, fact->source != NULL ? fact->source->label : NULL);
  append_value (row, fact->time);
  append_value (row, fact->place != NULL ? fact->place->label : NULL);
  append_value (row, g_ascii_formatd (confidence, sizeof confidence, "%.3f", (gdouble) fact->confidence));
  g_string_append_printf (row, "%u\t%u\t", evidence->start, evidence->end);
  append_value (row, evidence->text);
  row->str[row->len - 1] = '\n';
}

gboolean
rel_tsv_write (RelGraph *graph, gboolean with_header, GOutputStream *stream, GError **error)
{
  g_autoptr (GString) row = g_string_new (NULL);
  RelByteSink sink;
  guint n_facts = 0;
  const RelFact *const *facts = rel_graph_get_facts (graph, &n_facts);

  rel_byte_sink_init (&sink, stream);
  if (with_header)
    rel_byte_sink_write (header, strlen (header), &sink);
  for (guint i = 0; i < n_facts && sink.error == NULL; i++)
    for (guint k = 0; k < MAX (facts[i]->n_evidence, 1); k++) {
      g_string_truncate (row, 0);
      append_row (row, facts[i], facts[i]->n_evidence > 0 ? &facts[i]->evidence[k] : &no_evidence);
      rel_byte_sink_write (row->str, row->len, &sink);
    }
  return rel_byte_sink_finish (&sink, error);
}
