/* Our triples as rasqal's source of triples.
 *
 * rasqal would read files itself, through raptor's parsers, which are not fit for files of strangers, and search a list. Here
 * each of its triple patterns is one slice of an index. Outside of GRAPH a query sees the triples of all graphs, each
 * once; inside, rasqal asks for one graph after the other.
 *
 * A term is made into a literal of rasqal's once, so that what comes out of a query can be traced to the term that went in,
 * with its spelling: rasqal writes numbers in its own way.
 */
#include "writers/query_source.h"

#include <string.h>
#include <triples/vocabulary.h>

struct _RelQuerySource {
  rasqal_world *world;
  const RelTermIndex *index;
  rasqal_literal **literals; /* [n_terms + 1] by id; NULL: not made yet */
  GHashTable *ids;           /* rasqal_literal → RelTermId */
};

/* A walk over the triples that fit one pattern. */
struct _RelQueryWalk {
  RelQuerySource *source;
  RelIdTripleRange range;
  gsize at;
  RelTermId graph; /* REL_TERM_ANY outside of GRAPH */
  /* The same variable twice: "?x ?p ?x". */
  gboolean subject_is_predicate, subject_is_object, predicate_is_object;
};

typedef RelQueryWalk Walk;

static rasqal_literal *
make_literal (RelQuerySource *self, const RelTerm *term)
{
  guchar *value = (guchar *) g_strdup (term->value);
  rasqal_literal *literal;

  if (term->is_literal) {
    raptor_uri *datatype = term->datatype != NULL
                             ? raptor_new_uri (rasqal_world_get_raptor (self->world), (const guchar *) term->datatype)
                             : NULL;

    literal = rasqal_new_string_literal (self->world, value, g_strdup (term->language), datatype, NULL);
  } else {
    literal = rasqal_new_uri_literal (self->world, raptor_new_uri (rasqal_world_get_raptor (self->world), value));
    g_free (value);
  }
  return literal;
}

const RelTermIndex *
rel_query_source_get_index (const RelQuerySource *self)
{
  return self->index;
}

rasqal_literal *
rel_query_source_get_literal (RelQuerySource *self, RelTermId id)
{
  if (self->literals[id] == NULL) {
    self->literals[id] = make_literal (self, rel_term_index_get_term (self->index, id));
    g_hash_table_insert (self->ids, self->literals[id], GUINT_TO_POINTER (id));
  }
  return self->literals[id];
}

const RelTerm *
rel_query_source_find_term (const RelQuerySource *self, const rasqal_literal *literal)
{
  RelTermId id = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, literal));

  return id != 0 ? rel_term_index_get_term (self->index, id) : NULL;
}

static RelTermId
find_id (const RelQuerySource *self, rasqal_literal *literal)
{
  RelTermId id = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, literal));
  RelTerm term = { .is_literal = literal->type != RASQAL_LITERAL_URI };

  if (id != 0)
    return id;
  if (term.is_literal) {
    raptor_uri *datatype = rasqal_literal_datatype (literal);

    term.value = (const gchar *) literal->string;
    term.language = literal->language;
    term.datatype = datatype != NULL ? (const gchar *) raptor_uri_as_string (datatype) : NULL;
  } else {
    term.value = (const gchar *) raptor_uri_as_string (literal->value.uri);
  }
  return term.value != NULL ? rel_term_index_find_term (self->index, &term) : REL_TERM_ANY;
}

/* Puts what @literal stands for into @id: a term, or any where it is an unbound variable, given out as @variable. FALSE:
 * a term that no triple has. */
static gboolean
resolve (const RelQuerySource *self, rasqal_literal *literal, RelTermId *id, rasqal_variable **variable)
{
  rasqal_literal *value = literal;

  *variable = rasqal_literal_as_variable (literal);
  if (*variable != NULL)
    value = (*variable)->value;
  if (value == NULL)
    return TRUE;
  *id = find_id (self, value);
  return *id != REL_TERM_ANY;
}

static gboolean
is_match (const Walk *walk)
{
  RelIdTriple triple = walk->range.triples[walk->at];

  return (!walk->subject_is_predicate || triple.subject == triple.predicate)
         && (!walk->subject_is_object || triple.subject == triple.object)
         && (!walk->predicate_is_object || triple.predicate == triple.object)
         && (walk->graph == REL_TERM_ANY || rel_term_index_graph_has (walk->source->index, walk->graph, triple));
}

static void
skip_others (Walk *walk)
{
  while (walk->at < walk->range.n && !is_match (walk))
    walk->at++;
}

static rasqal_triple_parts
bind_match (rasqal_triples_match *match, void *user_data, rasqal_variable *bindings[4], rasqal_triple_parts parts)
{
  Walk *walk = user_data;
  RelIdTriple triple = walk->range.triples[walk->at];
  const RelTermId ids[4] = { triple.subject, triple.predicate, triple.object, walk->graph };
  guint bound = 0;

  for (guint i = 0; i < 4; i++)
    if (bindings[i] != NULL && (parts & (1u << i)) != 0 && ids[i] != REL_TERM_ANY) {
      rasqal_variable_set_value (bindings[i],
                                 rasqal_new_literal_from_literal (rel_query_source_get_literal (walk->source, ids[i])));
      bound |= 1u << i;
    }
  return (rasqal_triple_parts) bound;
}

static void
next_match (rasqal_triples_match *match, void *user_data)
{
  Walk *walk = user_data;

  walk->at++;
  skip_others (walk);
}

static int
is_end (rasqal_triples_match *match, void *user_data)
{
  const Walk *walk = user_data;

  return walk->at >= walk->range.n;
}

static void
finish (rasqal_triples_match *match, void *user_data)
{
  g_free (user_data);
}

/* The value of a term of a pattern: itself, or that of the variable that it is. */
static rasqal_variable *
get_variable (rasqal_literal *literal)
{
  return literal != NULL ? rasqal_literal_as_variable (literal) : NULL;
}

RelQueryWalk *
rel_query_walk_new (RelQuerySource *self, rasqal_triple *triple, rasqal_literal *graph)
{
  Walk *walk = g_new0 (Walk, 1);
  RelIdTriple pattern = { 0 };
  rasqal_variable *s = NULL, *p = NULL, *o = NULL, *g = NULL;
  gboolean known = resolve (self, triple->subject, &pattern.subject, &s);

  known = resolve (self, triple->predicate, &pattern.predicate, &p) && known;
  known = resolve (self, triple->object, &pattern.object, &o) && known;
  if (graph != NULL)
    known = resolve (self, graph, &walk->graph, &g) && known;
  walk->source = self;
  walk->subject_is_predicate = s != NULL && s == p;
  walk->subject_is_object = s != NULL && s == o;
  walk->predicate_is_object = p != NULL && p == o;
  if (known)
    walk->range = rel_term_index_find (self->index, pattern);
  skip_others (walk);
  return walk;
}

gboolean
rel_query_walk_next (RelQueryWalk *self, RelIdTriple *triple)
{
  if (self->at >= self->range.n)
    return FALSE;
  *triple = self->range.triples[self->at++];
  skip_others (self);
  return TRUE;
}

void
rel_query_walk_free (RelQueryWalk *self)
{
  g_free (self);
}

static int
init_triples_match (rasqal_triples_match *match, rasqal_triples_source *source, void *user_data,
                    rasqal_triple_meta *meta, rasqal_triple *triple)
{
  RelQuerySource *self = *(RelQuerySource **) user_data;

  meta->bindings[0] = get_variable (triple->subject);
  meta->bindings[1] = get_variable (triple->predicate);
  meta->bindings[2] = get_variable (triple->object);
  meta->bindings[3] = get_variable (triple->origin);
  match->user_data = rel_query_walk_new (self, triple, triple->origin);
  match->bind_match = bind_match;
  match->next_match = next_match;
  match->is_end = is_end;
  match->finish = finish;
  return 0;
}

static int
triple_present (rasqal_triples_source *source, void *user_data, rasqal_triple *triple)
{
  RelQuerySource *self = *(RelQuerySource **) user_data;
  RelIdTriple pattern
    = { find_id (self, triple->subject), find_id (self, triple->predicate), find_id (self, triple->object) };
  RelTermId graph = triple->origin != NULL ? find_id (self, triple->origin) : REL_TERM_ANY;

  if (pattern.subject == REL_TERM_ANY || pattern.predicate == REL_TERM_ANY || pattern.object == REL_TERM_ANY)
    return 0;
  if (triple->origin != NULL)
    return graph != REL_TERM_ANY && rel_term_index_graph_has (self->index, graph, pattern);
  return rel_term_index_find (self->index, pattern).n > 0;
}

static void
free_triples_source (void *user_data)
{
}

static int
init_triples_source (rasqal_query *query, void *factory_user_data, void *user_data, rasqal_triples_source *source,
                     rasqal_triples_error_handler handler)
{
  source->version = 1;
  source->init_triples_match = init_triples_match;
  source->triple_present = triple_present;
  source->free_triples_source = free_triples_source;
  *(RelQuerySource **) user_data = factory_user_data;
  return 0;
}

static int
new_triples_source (rasqal_query *query, void *factory_user_data, void *user_data, rasqal_triples_source *source)
{
  return init_triples_source (query, factory_user_data, user_data, source, NULL);
}

static int
register_factory (rasqal_triples_source_factory *factory)
{
  factory->version = 2;
  factory->user_data_size = sizeof (RelQuerySource *);
  factory->new_triples_source = new_triples_source;
  factory->init_triples_source = init_triples_source;
  return 0;
}

RelQuerySource *
rel_query_source_new (rasqal_world *world, const RelTermIndex *index)
{
  RelQuerySource *self = g_new0 (RelQuerySource, 1);

  self->world = world;
  self->index = index;
  self->literals = g_new0 (rasqal_literal *, (gsize) rel_term_index_get_n_terms (index) + 1);
  self->ids = g_hash_table_new (NULL, NULL);
  rasqal_set_triples_source_factory (world, register_factory, self);
  return self;
}

void
rel_query_source_free (RelQuerySource *self)
{
  if (self == NULL)
    return;
  for (RelTermId id = 1; id <= rel_term_index_get_n_terms (self->index); id++)
    if (self->literals[id] != NULL)
      rasqal_free_literal (self->literals[id]);
  g_free (self->literals);
  g_hash_table_unref (self->ids);
  g_free (self);
}
