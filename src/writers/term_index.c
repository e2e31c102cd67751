/* Triples as numbers, sorted by subject, by predicate and by object, so that every pattern is one slice of one order.
 *
 *   bound in the pattern   order looked up
 *   s, sp, spo             subject, predicate, object
 *   p, po                  predicate, object, subject
 *   o, os                  object, subject, predicate
 *
 * Memory: 36 bytes a triple, 40 a term, and 20 more for each triple of a named graph.
 */
#include "writers/term_index.h"

#include <string.h>
#include <triples/vocabulary.h>

enum { BY_SUBJECT, BY_PREDICATE, BY_OBJECT, N_ORDERS };

typedef struct {
  RelTermId graph;
  RelIdTriple triple;
} Quad;

struct _RelTermIndex {
  GArray *terms;                 /* of RelTerm */
  GHashTable *ids;               /* RelTerm → RelTermId; the keys live in the arena */
  RelArena *arena;               /* keys */
  RelIdTriple *orders[N_ORDERS]; /* [n_triples] each, written in the order's own sequence */
  gsize n_triples;
  Quad *quads; /* [n_quads] sorted: triples of named graphs */
  gsize n_quads;
  GPtrArray *graphs; /* names, sorted */
};

static guint
hash_term (gconstpointer key)
{
  const RelTerm *term = key;

  return (guint) rel_hash_string (term->value, term->is_literal ? 1 : 0);
}

static gboolean
equal_terms (gconstpointer a, gconstpointer b)
{
  const RelTerm *x = a, *y = b;

  return x->is_literal == y->is_literal && strcmp (x->value, y->value) == 0 && g_strcmp0 (x->datatype, y->datatype) == 0
         && (x->language == y->language
             || (x->language != NULL && y->language != NULL && g_ascii_strcasecmp (x->language, y->language) == 0));
}

static RelTermId
intern (RelTermIndex *self, const gchar *value, const gchar *datatype, const gchar *language, gboolean is_literal)
{
  RelTerm term = { value, language == NULL ? datatype : NULL, language, is_literal };
  RelTermId id;

  if (g_strcmp0 (term.datatype, REL_XSD "string") == 0)
    term.datatype = NULL;
  id = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, &term));
  if (id != 0)
    return id;

  RelTerm *key = rel_arena_new_array (self->arena, RelTerm, 1);

  *key = term;
  g_array_append_val (self->terms, term);
  g_hash_table_insert (self->ids, key, GUINT_TO_POINTER (self->terms->len));
  return self->terms->len;
}

/* The pattern or triple in the sequence of @order, so that its bound terms come first. */
static RelIdTriple
rotate (RelIdTriple triple, gint order)
{
  switch (order) {
  case BY_PREDICATE:
    return (RelIdTriple){ triple.predicate, triple.object, triple.subject };
  case BY_OBJECT:
    return (RelIdTriple){ triple.object, triple.subject, triple.predicate };
  default:
    return triple;
  }
}

static gint
compare_ids (RelTermId a, RelTermId b)
{
  return a < b ? -1 : a > b;
}

static gint
compare_id_triples (const RelIdTriple *a, const RelIdTriple *b)
{
  gint order = compare_ids (a->subject, b->subject);

  if (order == 0)
    order = compare_ids (a->predicate, b->predicate);
  return order != 0 ? order : compare_ids (a->object, b->object);
}

static gint
compare_for_sort (gconstpointer a, gconstpointer b, gpointer order)
{
  RelIdTriple x = rotate (*(const RelIdTriple *) a, GPOINTER_TO_INT (order));
  RelIdTriple y = rotate (*(const RelIdTriple *) b, GPOINTER_TO_INT (order));

  return compare_id_triples (&x, &y);
}

static gint
compare_quads (gconstpointer a, gconstpointer b)
{
  const Quad *x = a, *y = b;
  gint order = compare_ids (x->graph, y->graph);

  return order != 0 ? order : compare_id_triples (&x->triple, &y->triple);
}

static void
sort_triples (RelTermIndex *self)
{
  RelIdTriple *triples = self->orders[BY_SUBJECT];
  gsize n = self->n_triples, n_kept = 0;

  g_qsort_with_data (triples, (gint) n, sizeof *triples, compare_for_sort, GINT_TO_POINTER (BY_SUBJECT));
  for (gsize i = 0; i < n; i++)
    if (n_kept == 0 || compare_id_triples (&triples[n_kept - 1], &triples[i]) != 0)
      triples[n_kept++] = triples[i];
  self->n_triples = n_kept;
  for (gint order = BY_PREDICATE; order < N_ORDERS; order++) {
    self->orders[order] = g_memdup2 (triples, MAX (n_kept, 1) * sizeof *triples);
    g_qsort_with_data (self->orders[order], (gint) n_kept, sizeof *triples, compare_for_sort, GINT_TO_POINTER (order));
  }
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const gchar *const *) a, *(const gchar *const *) b);
}

static void
add_triple (RelTermIndex *self, const RelTriple *triple, GHashTable *graphs)
{
  const RelIdTriple ids = {
    intern (self, triple->subject, NULL, NULL, FALSE),
    intern (self, triple->predicate, NULL, NULL, FALSE),
    intern (self, triple->object, triple->is_literal ? triple->datatype : NULL,
            triple->is_literal ? triple->language : NULL, triple->is_literal),
  };

  self->orders[BY_SUBJECT][self->n_triples++] = ids;
  if (triple->graph == NULL)
    return;
  self->quads[self->n_quads++] = (Quad){ intern (self, triple->graph, NULL, NULL, FALSE), ids };
  if (g_hash_table_add (graphs, (gpointer) triple->graph))
    g_ptr_array_add (self->graphs, (gpointer) triple->graph);
}

RelTermIndex *
rel_term_index_new (const RelTripleSet *triples)
{
  RelTermIndex *self = g_new0 (RelTermIndex, 1);
  g_autoptr (GHashTable) graphs = g_hash_table_new (g_str_hash, g_str_equal);
  gsize n_quads = 0;

  for (gsize i = 0; i < triples->n_triples; i++)
    n_quads += triples->triples[i].graph != NULL ? 1 : 0;
  self->terms = g_array_new (FALSE, FALSE, sizeof (RelTerm));
  self->ids = g_hash_table_new (hash_term, equal_terms);
  self->arena = rel_arena_new ();
  self->graphs = g_ptr_array_new ();
  self->orders[BY_SUBJECT] = g_new (RelIdTriple, MAX (triples->n_triples, 1));
  self->quads = g_new (Quad, MAX (n_quads, 1));
  for (gsize i = 0; i < triples->n_triples; i++)
    add_triple (self, &triples->triples[i], graphs);
  sort_triples (self);
  qsort (self->quads, self->n_quads, sizeof *self->quads, compare_quads);
  g_ptr_array_sort (self->graphs, compare_names);
  return self;
}

void
rel_term_index_free (RelTermIndex *self)
{
  if (self == NULL)
    return;
  for (gint order = 0; order < N_ORDERS; order++)
    g_free (self->orders[order]);
  g_free (self->quads);
  g_ptr_array_unref (self->graphs);
  g_hash_table_unref (self->ids);
  g_array_unref (self->terms);
  rel_arena_free (self->arena);
  g_free (self);
}

guint32
rel_term_index_get_n_terms (const RelTermIndex *self)
{
  return self->terms->len;
}

const RelTerm *
rel_term_index_get_term (const RelTermIndex *self, RelTermId id)
{
  g_return_val_if_fail (id >= 1 && id <= self->terms->len, NULL);

  return &g_array_index (self->terms, RelTerm, id - 1);
}

RelTermId
rel_term_index_find_term (const RelTermIndex *self, const RelTerm *term)
{
  RelTerm key = *term;

  if (key.language != NULL || g_strcmp0 (key.datatype, REL_XSD "string") == 0)
    key.datatype = NULL;
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, &key));
}

/* Where @pattern, whose unbound terms are filled with @filler, stands or would stand in @order. */
static gsize
find_bound (const RelTermIndex *self, RelIdTriple pattern, gint order, RelTermId filler)
{
  RelIdTriple key = rotate (pattern, order);
  gsize low = 0, high = self->n_triples;

  key.subject = key.subject != REL_TERM_ANY ? key.subject : filler;
  key.predicate = key.predicate != REL_TERM_ANY ? key.predicate : filler;
  key.object = key.object != REL_TERM_ANY ? key.object : filler;
  while (low < high) {
    gsize middle = low + (high - low) / 2;
    RelIdTriple here = rotate (self->orders[order][middle], order);

    if (compare_id_triples (&here, &key) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

RelIdTripleRange
rel_term_index_find (const RelTermIndex *self, RelIdTriple pattern)
{
  gint order = BY_SUBJECT;
  gsize start, end;

  if (pattern.predicate != REL_TERM_ANY && pattern.subject == REL_TERM_ANY)
    order = BY_PREDICATE;
  else if (pattern.object != REL_TERM_ANY && pattern.predicate == REL_TERM_ANY)
    order = BY_OBJECT;
  start = find_bound (self, pattern, order, 0);
  end = start;
  if (pattern.subject != REL_TERM_ANY && pattern.predicate != REL_TERM_ANY && pattern.object != REL_TERM_ANY)
    end += start < self->n_triples && compare_id_triples (&self->orders[order][start], &pattern) == 0 ? 1 : 0;
  else
    end = find_bound (self, pattern, order, G_MAXUINT32);
  return (RelIdTripleRange){ self->orders[order] + start, end - start };
}

gboolean
rel_term_index_graph_has (const RelTermIndex *self, RelTermId graph, RelIdTriple triple)
{
  const Quad key = { graph, triple };

  return bsearch (&key, self->quads, self->n_quads, sizeof *self->quads, compare_quads) != NULL;
}

const gchar *const *
rel_term_index_get_graphs (const RelTermIndex *self, guint *n_graphs)
{
  *n_graphs = self->graphs->len;
  return (const gchar *const *) self->graphs->pdata;
}
