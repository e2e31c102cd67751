/* Facts to nodes and edges: one node per thing, literal facts inside it, parallel facts of one style on one edge.
 *
 * Everything is sorted by what it says, so that the same triples give the same drawing. O(n log n).
 */
#include "writers/drawing_filter.h"
#include "writers/drawing_text.h"
#include "writers/drawing_vocabulary.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MAX_ALIASES 6   /* in a tooltip */
#define LONG_LITERAL 40 /* bytes, about a line and a half inside a node */

/* How much a fact counts towards the importance of its ends. A plan or a claim makes a thing worth showing, but less
 * than what is known of it; a literal says something of one thing only. */
static const gdouble style_weights[REL_N_LINE_STYLES] = { 1.0, 0.7, 0.7, 0.7 };
#define LITERAL_WEIGHT 0.3

static gint
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const gchar *const *) a, *(const gchar *const *) b);
}

/* English and language-less names before others, then by the vocabulary, then by the alphabet. */
static gint
compare_names (const RelTriple *a, const RelTriple *b)
{
  gboolean a_foreign = a->language != NULL && g_ascii_strncasecmp (a->language, "en", 2) != 0;
  gboolean b_foreign = b->language != NULL && g_ascii_strncasecmp (b->language, "en", 2) != 0;
  guint a_rank = rel_drawing_term_get_rank (a->predicate), b_rank = rel_drawing_term_get_rank (b->predicate);

  if (a_foreign != b_foreign)
    return a_foreign - b_foreign;
  if (a_rank != b_rank)
    return a_rank < b_rank ? -1 : 1;
  return strcmp (a->object, b->object);
}

static const RelTriple *
find_name (RelDescription description)
{
  const RelTriple *best = NULL;

  for (guint i = 0; i < description.n; i++) {
    const RelTriple *triple = description.triples[i];

    if (triple->is_literal && rel_drawing_term_of_thing (triple->predicate) == REL_TERM_LABEL
        && (best == NULL || compare_names (triple, best) < 0))
      best = triple;
  }
  return best;
}

/* Blank nodes have become IRIs under a well-known path (RDF 1.1, 3.5) when they were read. */
static gboolean
is_blank (const gchar *iri)
{
  return g_str_has_prefix (iri, "_:") || strstr (iri, "/.well-known/genid/") != NULL;
}

/* A thing without a name of its own is called after its class, in brackets. */
static gchar *
name_by_class (RelDescription description)
{
  const RelTriple *type = rel_description_find (description, REL_RDF "type");
  g_autofree gchar *name = type != NULL ? rel_drawing_text_from_iri (type->object) : g_strdup ("\xE2\x80\xA6");

  return g_strdup_printf ("(%s)", name);
}

const gchar *
rel_drawing_get_label (RelDrawing *self, const gchar *iri)
{
  RelDescription description = rel_triple_index_describe (self->index, iri);
  const RelTriple *name = find_name (description);
  g_autofree gchar *label = name != NULL ? rel_drawing_text_clean (name->object) : NULL;

  if (label == NULL || *label == '\0') {
    g_free (label);
    label = is_blank (iri) ? name_by_class (description) : rel_drawing_text_from_iri (iri);
  }
  return rel_arena_strdup (self->arena, label);
}

/* Clean literals of @description that have the role @term, joined by @separator; NULL: none. */
static const gchar *
join_literals (RelDrawing *self, RelDescription description, RelDrawingTerm term, const gchar *separator)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0, n = 0; i < description.n && n < MAX_ALIASES; i++) {
    const RelTriple *triple = description.triples[i];
    g_autofree gchar *text = NULL;

    if (!triple->is_literal || rel_drawing_term_of_thing (triple->predicate) != term)
      continue;
    text = rel_drawing_text_clean (triple->object);
    g_string_append_printf (joined, "%s%s", n++ > 0 ? separator : "", text);
  }
  return joined->len > 0 ? rel_arena_strdup (self->arena, joined->str) : NULL;
}

/* How many nodes have each class. */
static GHashTable *
count_types (const RelDrawing *self)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->n_nodes; i++) {
    RelDescription description = rel_triple_index_describe (self->index, self->nodes[i].iri);

    for (guint k = 0; k < description.n; k++)
      if (g_str_equal (description.triples[k]->predicate, REL_RDF "type") && !description.triples[k]->is_literal) {
        gpointer type = (gpointer) description.triples[k]->object;

        g_hash_table_insert (counts, type,
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, type)) + 1));
      }
  }
  return counts;
}

/* Of several classes the one that most nodes share, so that the legend is short; NULL: none. */
static const gchar *
choose_type (RelDescription description, GHashTable *counts)
{
  const gchar *best = NULL;
  guint best_count = 0;

  for (guint i = 0; i < description.n; i++) {
    const RelTriple *triple = description.triples[i];
    guint count;

    if (!g_str_equal (triple->predicate, REL_RDF "type") || triple->is_literal
        || rel_drawing_is_empty_class (triple->object))
      continue;
    count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, triple->object));
    if (count > best_count)
      best = triple->object, best_count = count;
  }
  return best;
}

static void
make_nodes (RelDrawing *self, GHashTable *things)
{
  guint n_things = 0;
  g_autofree gpointer *iris = g_hash_table_get_keys_as_array (things, &n_things);
  g_autoptr (GHashTable) counts = NULL;

  if (n_things > 1)
    qsort (iris, n_things, sizeof *iris, compare_strings);
  self->nodes = rel_arena_new_array (self->arena, RelDrawingNode, MAX (n_things, 1));
  self->n_nodes = n_things;
  for (guint i = 0; i < n_things; i++)
    self->nodes[i].iri = iris[i];
  counts = count_types (self);
  for (guint i = 0; i < n_things; i++) {
    RelDrawingNode *node = &self->nodes[i];
    RelDescription description = rel_triple_index_describe (self->index, node->iri);

    node->label = rel_drawing_get_label (self, node->iri);
    node->type = choose_type (description, counts);
    node->aliases = join_literals (self, description, REL_TERM_ALIAS, ", ");
    node->comment = join_literals (self, description, REL_TERM_COMMENT, " ");
    node->lines = g_ptr_array_new ();
  }
}

static guint
find_node (const RelDrawing *self, const gchar *iri)
{
  guint low = 0, high = self->n_nodes;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (strcmp (self->nodes[middle].iri, iri) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  g_assert (low < self->n_nodes && g_str_equal (self->nodes[low].iri, iri));
  return low;
}

static gboolean
is_line (const RelDrawingFact *fact)
{
  return fact->is_literal || fact->object == NULL;
}

/* By subject, lines before edges, by object, style, label, object and qualifier. */
static gint
compare_facts (gconstpointer a, gconstpointer b)
{
  const RelDrawingFact *x = *(const RelDrawingFact *const *) a, *y = *(const RelDrawingFact *const *) b;
  gint order = strcmp (x->subject, y->subject);

  if (order == 0)
    order = is_line (y) - is_line (x);
  if (order == 0 && !is_line (x))
    order = strcmp (x->object, y->object);
  if (order == 0)
    order = (gint) x->style - (gint) y->style;
  if (order == 0)
    order = strcmp (x->label, y->label);
  if (order == 0)
    order = g_strcmp0 (x->object, y->object);
  if (order == 0)
    order = strcmp (x->qualifier, y->qualifier);
  return order != 0 ? order : g_strcmp0 (x->evidence, y->evidence);
}

static gdouble
weigh_fact (const RelDrawingFact *fact)
{
  gdouble sureness = fact->confidence >= 0 ? 0.5 + 0.5 * fact->confidence : 1.0;

  return style_weights[fact->style] * (is_line (fact) ? LITERAL_WEIGHT : 1.0) * (1.0 + log (fact->n_evidence))
         * sureness;
}

/* Folds @fact into the one before it in @facts when both read the same; their qualifiers are both kept. */
static gboolean
join_facts (RelDrawing *self, GPtrArray *facts, const RelDrawingFact *fact)
{
  RelDrawingFact *last = facts->len > 0 ? g_ptr_array_index (facts, facts->len - 1) : NULL;

  if (last == NULL || !g_str_equal (last->label, fact->label) || last->style != fact->style
      || (is_line (fact) && g_strcmp0 (last->object, fact->object) != 0))
    return FALSE;
  last->n_evidence += fact->n_evidence;
  if (last->evidence == NULL)
    last->evidence = fact->evidence;
  if (*last->qualifier == '\0')
    last->qualifier = fact->qualifier;
  else if (*fact->qualifier != '\0' && strstr (last->qualifier, fact->qualifier) == NULL) {
    g_autofree gchar *both = g_strdup_printf ("%s; %s", last->qualifier, fact->qualifier);

    last->qualifier = rel_arena_strdup (self->arena, both);
  }
  return TRUE;
}

static void
add_edge (RelDrawing *self, guint source, RelDrawingFact *fact)
{
  RelDrawingEdge *last = self->n_edges > 0 ? &self->edges[self->n_edges - 1] : NULL;
  guint target = find_node (self, fact->object);
  gdouble weight = weigh_fact (fact);

  if (last == NULL || last->source != source || last->target != target || last->style != fact->style) {
    last = &self->edges[self->n_edges++];
    *last = (RelDrawingEdge){ .source = source, .target = target, .style = fact->style, .facts = g_ptr_array_new () };
    self->nodes[source].degree++;
    self->nodes[target].degree++;
  }
  last->n_evidence += fact->n_evidence;
  last->score += weight;
  self->nodes[target].score += weight;
  self->nodes[source].score += weight;
  if (!join_facts (self, last->facts, fact))
    g_ptr_array_add (last->facts, fact);
}

static void
make_edges (RelDrawing *self)
{
  self->edges = rel_arena_new_array (self->arena, RelDrawingEdge, MAX (self->facts->len, 1));
  g_ptr_array_sort (self->facts, compare_facts);
  for (guint i = 0; i < self->facts->len; i++) {
    RelDrawingFact *fact = g_ptr_array_index (self->facts, i);
    guint source = find_node (self, fact->subject);

    if (!is_line (fact)) {
      add_edge (self, source, fact);
      continue;
    }
    self->nodes[source].score += weigh_fact (fact);
    if (!join_facts (self, self->nodes[source].lines, fact))
      g_ptr_array_add (self->nodes[source].lines, fact);
  }
}

/* Short lines before long ones, which are quotations more often than not; else in the order of compare_facts(). */
static gint
compare_lines (gconstpointer a, gconstpointer b)
{
  const RelDrawingFact *x = *(const RelDrawingFact *const *) a, *y = *(const RelDrawingFact *const *) b;
  gboolean x_is_long = x->object != NULL && strlen (x->object) > LONG_LITERAL;
  gboolean y_is_long = y->object != NULL && strlen (y->object) > LONG_LITERAL;

  return x_is_long != y_is_long ? x_is_long - y_is_long : compare_facts (a, b);
}

RelDrawing *
rel_drawing_new_filtered (const RelTripleSet *triples, const RelDrawingFilter *filter, GError **error)
{
  g_autoptr (RelDrawing) self = g_new0 (RelDrawing, 1);
  g_autoptr (GHashTable) things = g_hash_table_new (g_str_hash, g_str_equal);

  self->arena = rel_arena_new ();
  self->index = rel_triple_index_new (triples);
  self->facts = g_ptr_array_new ();
  rel_drawing_collect_facts (self, triples, things);
  if (!rel_drawing_filter_facts (self, filter, things, error))
    return NULL;
  make_nodes (self, things);
  if (!rel_drawing_filter_nodes (self, filter, error))
    return NULL;
  make_edges (self);
  for (guint i = 0; i < self->n_nodes; i++)
    g_ptr_array_sort (self->nodes[i].lines, compare_lines);
  return g_steal_pointer (&self);
}

RelDrawing *
rel_drawing_new (const RelTripleSet *triples)
{
  static const RelDrawingFilter everything = { NULL };

  return rel_drawing_new_filtered (triples, &everything, NULL);
}

void
rel_drawing_free (RelDrawing *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_nodes; i++)
    g_ptr_array_unref (self->nodes[i].lines);
  for (guint i = 0; i < self->n_edges; i++)
    g_ptr_array_unref (self->edges[i].facts);
  g_ptr_array_unref (self->facts);
  rel_triple_index_free (self->index);
  rel_arena_free (self->arena);
  g_free (self);
}
