/* Triples of several graphs as those of one: names of graphs dropped, repetitions too, order restored. */
#include "writers/single_graph.h"

static gboolean
has_graphs (const RelTripleSet *triples)
{
  for (gsize i = 0; i < triples->n_triples; i++)
    if (triples->triples[i].graph != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_same_triple (const RelTriple *a, const RelTriple *b)
{
  return g_str_equal (a->subject, b->subject) && g_str_equal (a->predicate, b->predicate)
         && a->is_literal == b->is_literal && g_str_equal (a->object, b->object)
         && g_strcmp0 (a->datatype, b->datatype) == 0 && g_strcmp0 (a->language, b->language) == 0;
}

const RelTripleSet *
rel_single_graph (const RelTripleSet *triples, RelTripleSet **flat)
{
  gsize n = 0;

  *flat = NULL;
  if (!has_graphs (triples))
    return triples;
  *flat = rel_triple_set_new ();
  for (gsize i = 0; i < triples->n_triples; i++) {
    RelTriple triple = triples->triples[i];

    triple.graph = NULL;
    rel_triple_set_add (*flat, &triple);
  }
  rel_triple_set_sort (*flat);
  for (gsize i = 0; i < (*flat)->n_triples; i++)
    if (n == 0 || !is_same_triple (&(*flat)->triples[n - 1], &(*flat)->triples[i]))
      (*flat)->triples[n++] = (*flat)->triples[i];
  (*flat)->n_triples = n;
  g_clear_pointer (&(*flat)->prefixes, g_hash_table_unref);
  if (triples->prefixes != NULL)
    (*flat)->prefixes = g_hash_table_ref (triples->prefixes);
  return *flat;
}
