/* A set of RDF triples: filled in any order, then sorted and made unique.
 *
 * Strings are shared: most triples of a graph repeat the IRIs of others. Cost: O(1) to add, O(n log n) to sort.
 */
#include <relata/triples.h>

#include <string.h>

#define RDF_TYPE "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

/* Room in triples doubles from here; the count of triples tells when it is full. */
#define FIRST_ROOM 256

RelTripleSet *
rel_triple_set_new (void)
{
  RelTripleSet *self = g_new0 (RelTripleSet, 1);

  self->prefixes = g_hash_table_new (g_str_hash, g_str_equal);
  self->strings = g_string_chunk_new (1 << 16);
  return self;
}

void
rel_triple_set_free (RelTripleSet *self)
{
  if (self == NULL)
    return;

  g_free (self->triples);
  g_hash_table_unref (self->prefixes);
  g_string_chunk_free (self->strings);
  g_free (self);
}

static const gchar *
share (RelTripleSet *self, const gchar *string)
{
  return string != NULL ? g_string_chunk_insert_const (self->strings, string) : NULL;
}

/* Full when the count is FIRST_ROOM times a power of two. */
static gboolean
is_full (const RelTripleSet *self)
{
  gsize n = self->n_triples;

  return n == 0 || (n >= FIRST_ROOM && (n & (n - 1)) == 0);
}

void
rel_triple_set_add (RelTripleSet *self, const RelTriple *triple)
{
  g_return_if_fail (self != NULL && triple != NULL);
  g_return_if_fail (triple->subject != NULL && triple->predicate != NULL && triple->object != NULL);

  if (is_full (self))
    self->triples = g_renew (RelTriple, self->triples, MAX (FIRST_ROOM, 2 * self->n_triples));

  self->triples[self->n_triples++] = (RelTriple){
    .subject = share (self, triple->subject),
    .predicate = share (self, triple->predicate),
    .object = share (self, triple->object),
    .datatype = share (self, triple->datatype),
    .language = share (self, triple->language),
    .is_literal = triple->is_literal,
    .graph = share (self, triple->graph),
  };
}

/* Shared strings are the same where they are equal. */
static gint
compare_nullable (const gchar *a, const gchar *b)
{
  return a == b ? 0 : g_strcmp0 (a, b);
}

static gint
compare_predicates (const gchar *a, const gchar *b)
{
  gboolean a_is_type, b_is_type;

  if (a == b)
    return 0;
  a_is_type = strcmp (a, RDF_TYPE) == 0;
  b_is_type = strcmp (b, RDF_TYPE) == 0;
  return a_is_type != b_is_type ? b_is_type - a_is_type : strcmp (a, b);
}

static gint
compare_triples (gconstpointer left, gconstpointer right)
{
  const RelTriple *a = left, *b = right;
  gint order = compare_nullable (a->graph, b->graph);

  if (order == 0)
    order = compare_nullable (a->subject, b->subject);
  if (order == 0)
    order = compare_predicates (a->predicate, b->predicate);
  if (order == 0)
    order = (gint) a->is_literal - (gint) b->is_literal;
  if (order == 0)
    order = compare_nullable (a->object, b->object);
  if (order == 0)
    order = compare_nullable (a->datatype, b->datatype);
  return order != 0 ? order : compare_nullable (a->language, b->language);
}

void
rel_triple_set_sort (RelTripleSet *self)
{
  gsize n_kept = 0;

  g_return_if_fail (self != NULL);

  if (self->n_triples == 0)
    return;
  qsort (self->triples, self->n_triples, sizeof *self->triples, compare_triples);
  for (gsize i = 0; i < self->n_triples; i++)
    if (n_kept == 0 || compare_triples (&self->triples[n_kept - 1], &self->triples[i]) != 0)
      self->triples[n_kept++] = self->triples[i];

  /* The room must again be what is_full() expects of the count. */
  gsize room = FIRST_ROOM;
  while (room < n_kept)
    room *= 2;
  self->triples = g_renew (RelTriple, self->triples, room);
  self->n_triples = n_kept;
}
