/* RDF to the facts that a picture shows.
 *
 * A statement node (rdf:Statement) gives one fact: asserted if the graph has its triple, else negated, uncertain or
 * reported by what is said of the statement. Direct triples that no statement speaks of are asserted facts. Bookkeeping
 * (statements, events, sentences, activities, data sets, descriptions of properties) gives no facts. Linear.
 */
#include "writers/drawing.h"
#include "writers/drawing_text.h"
#include "writers/drawing_vocabulary.h"

#include <string.h>

#define MAX_OTHERS 4 /* named on a line */

typedef struct {
  RelDrawing *drawing;
  GHashTable *hidden; /* IRIs that are no things */
  GHashTable *stated; /* key of triples that a statement speaks of */
  GHashTable *things;
} Collector;

/* What the nodes around a statement say of its fact. */
typedef struct {
  const gchar *time;
  const gchar *end; /* of an interval */
  const gchar *place;
  const gchar *source;
  const gchar *others;
  const gchar *modality;
  const gchar *wording; /* (nullable) \"visit\" for a visit that is planned */
  gboolean negated;
  gdouble confidence;
  const gchar *evidence;
  GPtrArray *sentences; /* IRIs */
  GPtrArray *actors;    /* IRIs */
} Circumstances;

static const gchar *
keep (RelDrawing *self, gchar *string)
{
  const gchar *kept = rel_arena_strdup (self->arena, string);

  g_free (string);
  return kept;
}

/* Local names of individuals such as rel:Planned, in lower case; a literal as it is. */
static const gchar *
value_name (RelDrawing *self, const RelTriple *triple)
{
  g_autofree gchar *name
    = triple->is_literal ? rel_drawing_text_clean (triple->object) : rel_drawing_text_from_iri (triple->object);

  return keep (self, rel_utf8_to_lower (name));
}

/* A literal in one line, a duration in words. */
static const gchar *
literal_label (RelDrawing *self, const gchar *literal)
{
  gchar *duration = rel_drawing_text_from_duration (literal);

  return keep (self, duration != NULL ? duration : rel_drawing_text_clean (literal));
}

static const gchar *
object_label (RelDrawing *self, const RelTriple *triple)
{
  return triple->is_literal ? literal_label (self, triple->object) : rel_drawing_get_label (self, triple->object);
}

/* Notes the sentence behind @iri, or the piece of evidence itself where its words are not given. */
static void
add_evidence (RelDrawing *self, Circumstances *around, const gchar *iri)
{
  const RelTriple *sentence = rel_description_find (rel_triple_index_describe (self->index, iri), REL_NIF "anchorOf");

  g_ptr_array_add (around->sentences, (gpointer) iri);
  if (around->evidence == NULL && sentence != NULL)
    around->evidence = keep (self, rel_drawing_text_clean (sentence->object));
}

/* Reads what a statement, or the event (@with_event FALSE) that it belongs to, says. */
static void
read_circumstances (RelDrawing *self, RelDescription description, Circumstances *around, gboolean with_event)
{
  for (guint i = 0; i < description.n; i++) {
    const RelTriple *triple = description.triples[i];

    switch (rel_drawing_term_of_statement (triple->predicate)) {
    case REL_TERM_EVENT:
      if (with_event && !triple->is_literal)
        read_circumstances (self, rel_triple_index_describe (self->index, triple->object), around, FALSE);
      break;
    case REL_TERM_TIME:
      if (around->time == NULL)
        around->time = object_label (self, triple);
      break;
    case REL_TERM_END:
      if (around->end == NULL)
        around->end = object_label (self, triple);
      break;
    case REL_TERM_PLACE:
      if (around->place == NULL)
        around->place = object_label (self, triple);
      break;
    case REL_TERM_ACTOR:
      if (!triple->is_literal)
        g_ptr_array_add (around->actors, (gpointer) triple->object);
      break;
    case REL_TERM_SOURCE:
      if (around->source == NULL)
        around->source = object_label (self, triple);
      break;
    case REL_TERM_MODALITY:
      around->modality = value_name (self, triple);
      break;
    case REL_TERM_WORDING:
      around->wording = keep (self, rel_drawing_text_clean (triple->object));
      break;
    case REL_TERM_POLARITY:
      around->negated = g_str_has_prefix (value_name (self, triple), "negat");
      break;
    case REL_TERM_CONFIDENCE:
      around->confidence = CLAMP (g_ascii_strtod (triple->object, NULL), 0.0, 1.0);
      break;
    case REL_TERM_EVIDENCE:
      if (!triple->is_literal)
        add_evidence (self, around, triple->object);
      break;
    default:
      break;
    }
  }
}

static RelLineStyle
style_of (const Circumstances *around, gboolean asserted)
{
  if (around->negated)
    return REL_LINE_NEGATED;
  if (asserted)
    return REL_LINE_ASSERTED;
  if (around->modality != NULL && *around->modality != '\0' && !g_str_equal (around->modality, "fact"))
    return REL_LINE_UNCERTAIN;
  return around->source != NULL ? REL_LINE_REPORTED : REL_LINE_ASSERTED;
}

static void
append_part (GString *qualifier, const gchar *before, const gchar *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (qualifier->len > 0)
    g_string_append (qualifier, ", ");
  g_string_append (qualifier, before);
  g_string_append (qualifier, part);
}

/* Those in the event who are at neither end of the fact. */
static const gchar *
name_others (RelDrawing *self, const RelTriple *direct, const GPtrArray *actors)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0, n = 0; i < actors->len && n < MAX_OTHERS; i++) {
    const gchar *actor = g_ptr_array_index (actors, i);

    if (!g_str_equal (actor, direct->subject) && g_strcmp0 (actor, direct->object) != 0)
      g_string_append_printf (names, "%s%s", n++ > 0 ? ", " : "", rel_drawing_get_label (self, actor));
  }
  return names->len > 0 ? rel_arena_strdup (self->arena, names->str) : NULL;
}

/* "planned, 2026-01-19, Seoul, with Bob, says Lee" */
static const gchar *
make_qualifier (RelDrawing *self, const Circumstances *around, RelLineStyle style)
{
  g_autoptr (GString) qualifier = g_string_new (NULL);

  if (style == REL_LINE_UNCERTAIN)
    append_part (qualifier, "", around->modality);
  append_part (qualifier, "", around->time);
  if (around->end != NULL)
    g_string_append_printf (qualifier, "\xE2\x80\x93%s", around->end); /* en dash */
  append_part (qualifier, "", around->place);
  append_part (qualifier, "with ", around->others);
  append_part (qualifier, "says ", around->source);
  return rel_arena_strdup (self->arena, qualifier->str);
}

static gchar *
make_key (const gchar *subject, const gchar *predicate, const gchar *object)
{
  return g_strjoin ("\n", subject, predicate, object, NULL);
}

static void
add_thing (Collector *self, const gchar *iri)
{
  g_hash_table_add (self->things, (gpointer) iri);
}

static void
add_fact (Collector *self, const RelDrawingFact *fact)
{
  RelDrawingFact *copy = rel_arena_new_array (self->drawing->arena, RelDrawingFact, 1);

  *copy = *fact;
  if (fact->is_literal && g_str_equal (fact->object, "true"))
    copy->object = NULL; /* "died": the label says it all */
  else if (fact->is_literal && *fact->object == 'P')
    copy->object = literal_label (self->drawing, fact->object);
  if (copy->label == NULL)
    copy->label = rel_drawing_get_label (self->drawing, fact->predicate);
  add_thing (self, fact->subject);
  if (fact->object != NULL && !fact->is_literal)
    add_thing (self, fact->object);
  g_ptr_array_add (self->drawing->facts, copy);
}

static const gchar *const *
keep_sentences (RelDrawing *self, const GPtrArray *sentences)
{
  const gchar **kept;

  if (sentences->len == 0)
    return NULL;
  kept = rel_arena_new_array (self->arena, const gchar *, sentences->len);
  for (guint i = 0; i < sentences->len; i++)
    kept[i] = g_ptr_array_index (sentences, i);
  return kept;
}

/* The fact that @direct says under the circumstances @around it. */
static RelDrawingFact
make_fact (RelDrawing *self, const RelTriple *direct, Circumstances *around)
{
  gboolean asserted = direct->object != NULL && rel_triple_index_contains (self->index, direct);
  RelDrawingFact fact = { .subject = direct->subject,
                          .predicate = direct->predicate,
                          .object = direct->object,
                          .is_literal = direct->is_literal,
                          .label = asserted ? NULL : around->wording,
                          .style = style_of (around, asserted),
                          .time = around->time,
                          .end = around->end,
                          .place = around->place,
                          .source = around->source,
                          .modality = around->modality,
                          .confidence = around->confidence,
                          .evidence = around->evidence,
                          .sentences = keep_sentences (self, around->sentences),
                          .n_sentences = around->sentences->len,
                          .n_evidence = MAX (around->sentences->len, 1) };

  fact.others = around->others = name_others (self, direct, around->actors);
  fact.qualifier = make_qualifier (self, around, fact.style);
  return fact;
}

static void
add_statement (Collector *self, RelDescription description)
{
  const RelTriple *subject = rel_description_find (description, REL_RDF "subject");
  const RelTriple *predicate = rel_description_find (description, REL_RDF "predicate");
  const RelTriple *object = rel_description_find (description, REL_RDF "object");
  g_autoptr (GPtrArray) sentences = g_ptr_array_new ();
  g_autoptr (GPtrArray) actors = g_ptr_array_new ();
  Circumstances around = { .confidence = REL_NO_CONFIDENCE, .sentences = sentences, .actors = actors };
  RelDrawingFact fact;
  RelTriple direct;

  if (subject == NULL || predicate == NULL || subject->is_literal || predicate->is_literal
      || g_hash_table_contains (self->hidden, subject->object))
    return;
  read_circumstances (self->drawing, description, &around, TRUE);
  direct = (RelTriple){ .subject = subject->object, .predicate = predicate->object };
  if (object != NULL)
    direct.object = object->object, direct.is_literal = object->is_literal, direct.datatype = object->datatype,
    direct.language = object->language;
  fact = make_fact (self->drawing, &direct, &around);
  add_fact (self, &fact);
  if (object != NULL)
    g_hash_table_add (self->stated, make_key (direct.subject, direct.predicate, direct.object));
}

static void
add_direct_triple (Collector *self, const RelTriple *triple)
{
  g_autofree gchar *key = NULL;
  RelDrawingFact fact = { .subject = triple->subject,
                          .predicate = triple->predicate,
                          .object = triple->object,
                          .is_literal = triple->is_literal,
                          .qualifier = "",
                          .confidence = REL_NO_CONFIDENCE,
                          .n_evidence = 1 };

  if (rel_drawing_term_of_thing (triple->predicate) != REL_TERM_FACT)
    return;
  if (!triple->is_literal && g_hash_table_contains (self->hidden, triple->object))
    return;
  key = make_key (triple->subject, triple->predicate, triple->object);
  if (!g_hash_table_contains (self->stated, key))
    add_fact (self, &fact);
}

/* Whether the object of @predicate is bookkeeping: a sentence, a document, an event. */
static gboolean
points_to_bookkeeping (const gchar *predicate)
{
  return (g_str_has_prefix (predicate, REL_PROV) && !g_str_equal (predicate, REL_PROV "wasAttributedTo"))
         || g_str_has_prefix (predicate, REL_NIF) || g_str_equal (predicate, REL_NS "event");
}

static void
find_hidden (Collector *self, const RelTripleSet *set)
{
  for (gsize i = 0; i < set->n_triples; i++) {
    const RelTriple *triple = &set->triples[i];

    g_hash_table_add (self->hidden, (gpointer) triple->predicate);
    if (triple->graph != NULL)
      g_hash_table_add (self->hidden, (gpointer) triple->graph);
    if (triple->is_literal)
      continue;
    if (points_to_bookkeeping (triple->predicate) || g_str_equal (triple->predicate, REL_RDF "predicate"))
      g_hash_table_add (self->hidden, (gpointer) triple->object);
    if (g_str_equal (triple->predicate, REL_RDF "type") && rel_drawing_is_hidden_class (triple->object))
      g_hash_table_add (self->hidden, (gpointer) triple->subject);
  }
}

void
rel_drawing_collect_facts (RelDrawing *self, const RelTripleSet *triples, GHashTable *things)
{
  Collector collector = { .drawing = self, .things = things };
  guint n_subjects = 0;
  const gchar *const *subjects = rel_triple_index_get_subjects (self->index, &n_subjects);

  collector.hidden = g_hash_table_new (g_str_hash, g_str_equal);
  collector.stated = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  find_hidden (&collector, triples);
  for (guint i = 0; i < n_subjects; i++) {
    RelDescription description = rel_triple_index_describe (self->index, subjects[i]);

    if (rel_description_has_type (description, REL_RDF "Statement"))
      add_statement (&collector, description);
  }
  for (guint i = 0; i < n_subjects; i++) {
    RelDescription description = rel_triple_index_describe (self->index, subjects[i]);

    if (g_hash_table_contains (collector.hidden, subjects[i]))
      continue;
    add_thing (&collector, subjects[i]);
    for (guint k = 0; k < description.n; k++)
      add_direct_triple (&collector, description.triples[k]);
  }
  g_hash_table_unref (collector.hidden);
  g_hash_table_unref (collector.stated);
}
