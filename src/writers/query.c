/* SPARQL over triples in memory, by rasqal.
 *
 *   query ─ rasqal: parse, plan ─► patterns ─ query_source.c ─► bindings ─ rasqal: filter, group, order ─► RelAnswers
 *
 * Prefixes of the files and of relata's vocabularies need no declaration. A term that came from the files comes out as it
 * stood there. Cost: that of the joins, in the order in which the query writes its patterns.
 */
#include "writers/answers.h"
#include "writers/query_limits.h"
#include "writers/query_solutions.h"
#include "writers/query_source.h"

#include <string.h>
#include <triples/iri.h>
#include <triples/vocabulary.h>

typedef struct {
  const gchar *name; /* of the query, for messages */
  rasqal_world *world;
  RelQuerySource *source;
  rasqal_query *query;
  gboolean only_counts; /* what is asked for is COUNTs of everything */
  GError *error;        /* (nullable) the first message of rasqal's */
} Running;

static void
keep_message (void *user_data, raptor_log_message *message)
{
  Running *self = user_data;
  gint line = message->locator != NULL ? message->locator->line : 0;

  if (message->level < RAPTOR_LOG_LEVEL_ERROR || self->error != NULL)
    return;
  if (line > 0)
    g_set_error (&self->error, REL_ERROR, REL_ERROR_USAGE, "%s:%d: %s", self->name, line, message->text);
  else
    g_set_error (&self->error, REL_ERROR, REL_ERROR_USAGE, "%s: %s", self->name, message->text);
}

/* Gives @holder all prefixes that a query on @triples may use; those of the files are stronger. */
static void
collect_prefixes (const RelTripleSet *triples, RelTripleSet *holder)
{
  GHashTableIter iter;
  gpointer prefix, iri;

  rel_vocabulary_add_prefixes (holder, REL_IRI_DEFAULT_BASE, NULL, 0);
  g_hash_table_iter_init (&iter, triples->prefixes);
  while (g_hash_table_iter_next (&iter, &prefix, &iri))
    g_hash_table_replace (holder->prefixes, g_string_chunk_insert_const (holder->strings, prefix),
                          g_string_chunk_insert_const (holder->strings, iri));
}

/* Whether SPARQL can declare @prefix for @iri. */
static gboolean
is_declarable (const gchar *prefix, const gchar *iri)
{
  if (!g_ascii_isalpha (*prefix))
    return FALSE;
  for (const gchar *p = prefix; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '_')
      return FALSE;
  return strpbrk (iri, "<>\"{}|\\^` \n") == NULL;
}

/* (transfer full): declarations and @query; on one line, so that lines in messages are those of @query. */
static gchar *
prepend_prefixes (GHashTable *prefixes, const gchar *query)
{
  GString *text = g_string_new (NULL);
  GHashTableIter iter;
  gpointer prefix, iri;

  g_hash_table_iter_init (&iter, prefixes);
  while (g_hash_table_iter_next (&iter, &prefix, &iri))
    if (is_declarable (prefix, iri))
      g_string_append_printf (text, "PREFIX %s: <%s> ", (const gchar *) prefix, (const gchar *) iri);
  g_string_append (text, query);
  return g_string_free (text, FALSE);
}

/* Names the graphs of the index to rasqal, which asks for those behind GRAPH one by one. Nothing is fetched. */
static void
add_graphs (Running *self, const RelTermIndex *index)
{
  guint n_graphs = 0;
  const gchar *const *graphs = rel_term_index_get_graphs (index, &n_graphs);

  for (guint i = 0; i < n_graphs; i++) {
    raptor_uri *uri = raptor_new_uri (rasqal_world_get_raptor (self->world), (const guchar *) graphs[i]);

    rasqal_query_add_data_graph (
      self->query, rasqal_new_data_graph_from_uri (self->world, uri, uri, RASQAL_DATA_GRAPH_NAMED, NULL, NULL, NULL));
    raptor_free_uri (uri);
  }
}

/* The value of @literal, as it stood in the files or as rasqal computed it. */
static RelTerm
copy_term (Running *self, RelAnswers *answers, rasqal_literal *literal)
{
  const RelTerm *known = literal != NULL ? rel_query_source_find_term (self->source, literal) : NULL;
  RelTerm term = { 0 };

  if (known != NULL) {
    term = *known;
  } else if (literal != NULL) {
    raptor_uri *datatype = literal->type != RASQAL_LITERAL_URI ? rasqal_literal_datatype (literal) : NULL;

    term.is_literal = literal->type != RASQAL_LITERAL_URI && literal->type != RASQAL_LITERAL_BLANK;
    term.value = (const gchar *) rasqal_literal_as_string (literal);
    term.language = literal->language;
    term.datatype = datatype != NULL ? (const gchar *) raptor_uri_as_string (datatype) : NULL;
  }
  term.value = term.value != NULL ? rel_arena_strdup (answers->arena, term.value) : NULL;
  term.language = term.language != NULL ? rel_arena_strdup (answers->arena, term.language) : NULL;
  term.datatype = term.datatype != NULL ? rel_arena_strdup (answers->arena, term.datatype) : NULL;
  return term;
}

/* Whether the query counts all that it finds, so that finding nothing is a row of noughts; rasqal gives no row then. */
static gboolean
only_counts (rasqal_query *query)
{
  raptor_sequence *groups = rasqal_query_get_group_conditions_sequence (query);
  raptor_sequence *variables = rasqal_query_get_bound_variable_sequence (query);
  gint n_columns = variables != NULL ? raptor_sequence_size (variables) : 0;

  if (groups != NULL && raptor_sequence_size (groups) > 0)
    return FALSE;
  for (gint i = 0; i < n_columns; i++) {
    const rasqal_variable *variable = raptor_sequence_get_at (variables, i);

    if (variable->expression == NULL || variable->expression->op != RASQAL_EXPR_COUNT)
      return FALSE;
  }
  return n_columns > 0;
}

static void
add_names (RelAnswers *answers, raptor_sequence *variables)
{
  for (gint i = 0; variables != NULL && i < raptor_sequence_size (variables); i++) {
    const rasqal_variable *variable = raptor_sequence_get_at (variables, i);

    g_ptr_array_add (answers->names, g_strdup ((const gchar *) variable->name));
  }
}

static void
take_rows (Running *self, rasqal_query_results *results, RelAnswers *answers)
{
  static const RelTerm nought = { "0", REL_XSD "integer", NULL, TRUE };
  raptor_sequence *variables = rasqal_query_get_bound_variable_sequence (self->query);
  gint n_columns = variables != NULL ? raptor_sequence_size (variables) : 0; /* results without rows have no columns */

  add_names (answers, variables);
  for (; !rasqal_query_results_finished (results); rasqal_query_results_next (results))
    for (gint i = 0; i < n_columns; i++) {
      RelTerm term = copy_term (self, answers, rasqal_query_results_get_binding_value (results, i));

      g_array_append_val (answers->values, term);
    }
  if (answers->values->len > 0 || !self->only_counts)
    return;
  for (gint i = 0; i < n_columns; i++)
    g_array_append_val (answers->values, nought);
}

static const gchar *
get_uri (const raptor_term *term)
{
  return term->type == RAPTOR_TERM_TYPE_URI ? (const gchar *) raptor_uri_as_string (term->value.uri) : NULL;
}

/* rasqal makes a decimal of an integer that has more than 32 bits: back to what the files say. */
static const gchar *
restore_datatype (const RelTermIndex *index, const gchar *value, const gchar *datatype)
{
  RelTerm term = { value, datatype, NULL, TRUE };

  if (g_strcmp0 (datatype, REL_XSD "decimal") != 0 || rel_term_index_find_term (index, &term) != 0)
    return datatype;
  term.datatype = REL_XSD "integer";
  return rel_term_index_find_term (index, &term) != 0 ? term.datatype : datatype;
}

static void
add_statement (RelTripleSet *set, const RelTermIndex *index, const raptor_statement *statement)
{
  RelTriple triple = { .subject = get_uri (statement->subject),
                       .predicate = get_uri (statement->predicate),
                       .object = get_uri (statement->object) };

  if (statement->object->type == RAPTOR_TERM_TYPE_LITERAL) {
    const raptor_term_literal_value *literal = &statement->object->value.literal;

    triple.is_literal = TRUE;
    triple.object = (const gchar *) literal->string;
    triple.language = (const gchar *) literal->language;
    triple.datatype = literal->datatype != NULL ? (const gchar *) raptor_uri_as_string (literal->datatype) : NULL;
    triple.datatype = restore_datatype (index, triple.object, triple.datatype);
  }
  if (triple.subject != NULL && triple.predicate != NULL && triple.object != NULL)
    rel_triple_set_add (set, &triple);
}

static void
take_triples (rasqal_query_results *results, const RelTermIndex *index, RelAnswers *answers)
{
  const raptor_statement *statement;

  while ((statement = rasqal_query_results_get_triple (results)) != NULL) {
    add_statement (answers->triples, index, statement);
    if (rasqal_query_results_next_triple (results) != 0)
      break;
  }
  rel_triple_set_sort (answers->triples);
}

/* The triple that @triple of CONSTRUCT becomes with the values that its variables have now. */
static void
add_constructed (Running *self, RelAnswers *answers, const rasqal_triple *triple)
{
  rasqal_literal *const parts[3] = { triple->subject, triple->predicate, triple->object };
  RelTerm terms[3];

  for (guint i = 0; i < 3; i++) {
    const rasqal_variable *variable = rasqal_literal_as_variable (parts[i]);

    terms[i] = copy_term (self, answers, variable != NULL ? variable->value : parts[i]);
  }
  if (terms[0].value == NULL || terms[0].is_literal || terms[1].value == NULL || terms[1].is_literal
      || terms[2].value == NULL)
    return;
  rel_triple_set_add (answers->triples, &(RelTriple){ .subject = terms[0].value,
                                                      .predicate = terms[1].value,
                                                      .object = terms[2].value,
                                                      .datatype = terms[2].datatype,
                                                      .language = terms[2].language,
                                                      .is_literal = terms[2].is_literal });
}

static void
take_row (Running *self, RelSolutions *solutions, RelAnswers *answers, raptor_sequence *variables)
{
  for (gint i = 0; variables != NULL && i < raptor_sequence_size (variables); i++) {
    rasqal_literal *value = rel_solutions_evaluate (solutions, raptor_sequence_get_at (variables, i));
    RelTerm term = copy_term (self, answers, value);

    g_array_append_val (answers->values, term);
    if (value != NULL)
      rasqal_free_literal (value);
  }
}

/* Answers from solutions that are ours and not rasqal's. */
static void
take_solutions (Running *self, RelSolutions *solutions, RelAnswers *answers)
{
  raptor_sequence *variables = rasqal_query_get_bound_variable_sequence (self->query);
  rasqal_query_verb verb = rasqal_query_get_verb (self->query);
  guint n = rel_solutions_get_length (solutions);
  rasqal_triple *triple;

  answers->kind = verb == RASQAL_QUERY_VERB_ASK         ? REL_ANSWERS_TRUTH
                  : verb == RASQAL_QUERY_VERB_CONSTRUCT ? REL_ANSWERS_TRIPLES
                                                        : REL_ANSWERS_ROWS;
  answers->truth = n > 0;
  if (answers->kind == REL_ANSWERS_ROWS)
    add_names (answers, variables);
  for (guint i = 0; i < n && answers->kind != REL_ANSWERS_TRUTH; i++) {
    rel_solutions_bind (solutions, i);
    if (answers->kind == REL_ANSWERS_ROWS)
      take_row (self, solutions, answers, variables);
    for (gint k = 0;
         answers->kind == REL_ANSWERS_TRIPLES && (triple = rasqal_query_get_construct_triple (self->query, k)) != NULL;
         k++)
      add_constructed (self, answers, triple);
  }
  rel_triple_set_sort (answers->triples);
}

static RelAnswers *
answers_new (void)
{
  RelAnswers *self = g_new0 (RelAnswers, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->values = g_array_new (FALSE, FALSE, sizeof (RelTerm));
  self->triples = rel_triple_set_new ();
  self->arena = rel_arena_new ();
  return self;
}

static void
take_results (Running *self, rasqal_query_results *results, const RelTermIndex *index, RelAnswers *answers)
{
  switch (rasqal_query_get_verb (self->query)) {
  case RASQAL_QUERY_VERB_ASK:
    answers->kind = REL_ANSWERS_TRUTH;
    answers->truth = rasqal_query_results_get_boolean (results) > 0;
    break;
  case RASQAL_QUERY_VERB_CONSTRUCT:
    answers->kind = REL_ANSWERS_TRIPLES;
    take_triples (results, index, answers);
    break;
  default:
    answers->kind = REL_ANSWERS_ROWS;
    take_rows (self, results, answers);
  }
}

static void
run_by_rasqal (Running *self, const RelTermIndex *index, RelAnswers *answers)
{
  rasqal_query_results *results;

  add_graphs (self, index);
  self->only_counts = only_counts (self->query); /* executing it rewrites the expressions */
  results = rasqal_query_execute (self->query);
  if (results != NULL && self->error == NULL)
    take_results (self, results, index, answers);
  if (results == NULL && self->error == NULL)
    g_set_error (&self->error, REL_ERROR, REL_ERROR_USAGE, "%s: this query cannot be run; rasqal does not say why",
                 self->name);
  if (results != NULL)
    rasqal_free_query_results (results);
}

static void
run_by_solutions (Running *self, RelAnswers *answers)
{
  RelSolutions *solutions = rel_solutions_new (self->source, self->world, self->query, self->name, &self->error);

  if (solutions != NULL)
    take_solutions (self, solutions, answers);
  rel_solutions_free (solutions);
}

/* Parses, checks and runs @text; FALSE with the error set. */
static gboolean
run (Running *self, const gchar *text, const RelTermIndex *index, RelAnswers *answers, GError **error)
{
  self->query = rasqal_new_query (self->world, "sparql11", NULL);
  rasqal_query_set_feature (self->query, RASQAL_FEATURE_NO_NET, 1);
  if (rasqal_query_prepare (self->query, (const guchar *) text, NULL) != 0 && self->error == NULL)
    g_set_error (&self->error, REL_ERROR, REL_ERROR_USAGE, "%s: this query cannot be read", self->name);
  if (self->error == NULL && rel_query_check (self->query, self->name, &self->error)) {
    if (rel_query_needs_joins (self->query))
      run_by_solutions (self, answers);
    else
      run_by_rasqal (self, index, answers);
  }
  rasqal_free_query (self->query);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, self->error);
  return FALSE;
}

RelAnswers *
rel_triple_set_query (const RelTripleSet *triples, const gchar *query, const gchar *name, GError **error)
{
  g_autoptr (RelTermIndex) index = NULL;
  g_autoptr (RelAnswers) answers = NULL;
  g_autofree gchar *text = NULL;
  Running self = { .name = name };
  gboolean done;

  g_return_val_if_fail (triples != NULL && query != NULL && name != NULL, NULL);

  index = rel_term_index_new (triples);
  answers = answers_new ();
  collect_prefixes (triples, answers->triples);
  text = prepend_prefixes (answers->triples->prefixes, query);
  self.world = rasqal_new_world ();
  if (rasqal_world_open (self.world) != 0) {
    rasqal_free_world (self.world);
    g_set_error (error, REL_ERROR, REL_ERROR_INTERNAL, "rasqal does not start");
    return NULL;
  }
  rasqal_world_set_log_handler (self.world, &self, keep_message);
  self.source = rel_query_source_new (self.world, index);
  done = run (&self, text, index, answers, error);
  rel_query_source_free (self.source);
  rasqal_free_world (self.world);
  return done ? g_steal_pointer (&answers) : NULL;
}

void
rel_answers_free (RelAnswers *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->names);
  g_array_unref (self->values);
  rel_triple_set_free (self->triples);
  rel_arena_free (self->arena);
  g_free (self);
}
