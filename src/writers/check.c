/* A graph against its ontology and its texts: which parts there are, and the findings in order. */
#include "writers/check.h"
#include "writers/drawing_text.h"

#include <string.h>
#include <triples/vocabulary.h>

static const gchar *const kinds[] = {
  [REL_FINDING_EVIDENCE] = "evidence",   [REL_FINDING_TERM] = "term",   [REL_FINDING_DOMAIN] = "domain",
  [REL_FINDING_RANGE] = "range",         [REL_FINDING_SHAPE] = "shape", [REL_FINDING_CONTRADICTION] = "contradiction",
  [REL_FINDING_ASSERTION] = "assertion",
};

const gchar *
rel_finding_kind_get_name (RelFindingKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind];
}

static void
finding_free (gpointer data)
{
  RelFinding *finding = data;

  g_free (finding->subject);
  g_free (finding->message);
  g_free (finding);
}

void
rel_check_add (RelCheck *self, RelFindingKind kind, const gchar *subject, const gchar *format, ...)
{
  RelFinding *finding = g_new0 (RelFinding, 1);
  va_list arguments;

  va_start (arguments, format);
  finding->kind = kind;
  finding->subject = g_strdup (subject);
  finding->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->findings, finding);
}

gchar *
rel_check_dup_name (const RelCheck *self, const gchar *iri)
{
  const RelTriple *label = rel_description_find (rel_triple_index_describe (self->schema, iri), REL_RDFS "label");

  return label != NULL ? rel_drawing_text_clean (label->object) : rel_drawing_text_from_iri (iri);
}

static gint
compare_findings (gconstpointer a, gconstpointer b)
{
  const RelFinding *x = *(const RelFinding *const *) a, *y = *(const RelFinding *const *) b;
  gint order = (gint) x->kind - (gint) y->kind;

  if (order == 0)
    order = strcmp (x->subject, y->subject);
  return order != 0 ? order : strcmp (x->message, y->message);
}

static RelTripleSet *
join (const RelTripleSet *graph, const RelTripleSet *ontology)
{
  RelTripleSet *set = rel_triple_set_new ();

  for (gsize i = 0; i < graph->n_triples; i++)
    rel_triple_set_add (set, &graph->triples[i]);
  for (gsize i = 0; i < ontology->n_triples; i++)
    rel_triple_set_add (set, &ontology->triples[i]);
  return set;
}

GPtrArray *
rel_triple_set_check (const RelTripleSet *graph, const RelTripleSet *ontology, RelDocument *const *texts, guint n_texts)
{
  g_autoptr (RelTripleSet) all = join (graph, ontology);
  g_autoptr (RelTripleIndex) index = rel_triple_index_new (graph);
  g_autoptr (RelTripleIndex) schema = rel_triple_index_new (all);
  RelCheck self = { graph, index, schema, g_ptr_array_new_with_free_func (finding_free) };

  rel_check_evidence (&self, texts, n_texts);
  rel_check_terms (&self);
  rel_check_shapes (&self);
  rel_check_contradictions (&self);
  g_ptr_array_sort (self.findings, compare_findings);
  return self.findings;
}
