/* The facts behind a picture as JSON: things and lines that are shown, all facts about them, the sentences that state
 * these, and the documents the sentences stand in, with their text where the graph has it (nif:isString).
 *
 * "<", ">" and "&" are written as escapes, so that no text can end the element around it. Linear in what is written.
 */
#include "writers/drawing_text.h"
#include "writers/drawing_vocabulary.h"
#include "writers/html_page.h"

#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>

#define NOT_SHOWN G_MAXUINT

typedef struct {
  const RelPicture *picture;
  JsonBuilder *json;
  guint *node_places;    /* [n_nodes] among those shown */
  guint *edge_places;    /* [n_edges] */
  GHashTable *sentences; /* IRI → place + 1 */
  GPtrArray *sentence_iris;
  GHashTable *documents; /* IRI → place + 1 */
  GPtrArray *document_iris;
} Data;

static void
add_text (Data *self, const gchar *name, const gchar *text)
{
  if (text == NULL || *text == '\0')
    return;
  json_builder_set_member_name (self->json, name);
  json_builder_add_string_value (self->json, text);
}

static void
add_number (Data *self, const gchar *name, guint number)
{
  json_builder_set_member_name (self->json, name);
  json_builder_add_int_value (self->json, number);
}

static void
begin_list (Data *self, const gchar *name)
{
  json_builder_set_member_name (self->json, name);
  json_builder_begin_array (self->json);
}

static guint *
number_places (const gboolean *shown, guint n)
{
  guint *places = g_new (guint, MAX (n, 1)), next = 0;

  for (guint i = 0; i < n; i++)
    places[i] = shown[i] ? next++ : NOT_SHOWN;
  return places;
}

/* The place of @iri in @list, where it comes to stand if it is new. */
static guint
find_place (GHashTable *places, GPtrArray *list, const gchar *iri)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, iri));

  if (place > 0)
    return place - 1;
  g_ptr_array_add (list, (gpointer) iri);
  g_hash_table_insert (places, (gpointer) iri, GUINT_TO_POINTER (list->len));
  return list->len - 1;
}

static RelDescription
describe (const Data *self, const gchar *iri)
{
  return rel_triple_index_describe (self->picture->drawing->index, iri);
}

static const gchar *
find_text (RelDescription description, const gchar *predicate)
{
  const RelTriple *triple = rel_description_find (description, predicate);

  return triple != NULL ? triple->object : NULL;
}

static gboolean
is_link (const gchar *iri)
{
  return g_str_has_prefix (iri, "http://") || g_str_has_prefix (iri, "https://");
}

/* The same thing elsewhere. */
static void
add_identities (Data *self, const gchar *iri)
{
  RelDescription description = describe (self, iri);

  begin_list (self, "same");
  for (guint i = 0; i < description.n; i++) {
    const RelTriple *triple = description.triples[i];

    if (!triple->is_literal && is_link (triple->object)
        && (g_str_equal (triple->predicate, REL_SKOS "exactMatch")
            || g_str_equal (triple->predicate, REL_OWL "sameAs")))
      json_builder_add_string_value (self->json, triple->object);
  }
  json_builder_end_array (self->json);
}

static void
add_nodes (Data *self)
{
  const RelDrawing *drawing = self->picture->drawing;

  begin_list (self, "nodes");
  for (guint i = 0; i < drawing->n_nodes; i++) {
    const RelDrawingNode *node = &drawing->nodes[i];
    g_autofree gchar *id = g_strdup_printf ("n%u", i);

    if (self->node_places[i] == NOT_SHOWN)
      continue;
    json_builder_begin_object (self->json);
    add_text (self, "id", id);
    add_text (self, "label", node->label);
    add_number (self, "type", rel_legend_find (self->picture->legend, node->type));
    add_text (self, "also", node->aliases);
    add_text (self, "about", node->comment);
    add_text (self, "link", is_link (node->iri) ? node->iri : NULL);
    add_identities (self, node->iri);
    json_builder_end_object (self->json);
  }
  json_builder_end_array (self->json);
}

static void
add_edges (Data *self)
{
  const RelDrawing *drawing = self->picture->drawing;

  begin_list (self, "edges");
  for (guint i = 0; i < drawing->n_edges; i++) {
    const RelDrawingEdge *edge = &drawing->edges[i];
    g_autofree gchar *id = g_strdup_printf ("e%u", i);

    if (self->edge_places[i] == NOT_SHOWN)
      continue;
    json_builder_begin_object (self->json);
    add_text (self, "id", id);
    add_number (self, "from", self->node_places[edge->source]);
    add_number (self, "to", self->node_places[edge->target]);
    add_number (self, "style", edge->style);
    json_builder_end_object (self->json);
  }
  json_builder_end_array (self->json);
}

static gboolean
is_line (const RelDrawingFact *fact)
{
  return fact->is_literal || fact->object == NULL;
}

static void
add_circumstances (Data *self, const RelDrawingFact *fact)
{
  add_text (self, "when", fact->time);
  add_text (self, "until", fact->end);
  add_text (self, "where", fact->place);
  add_text (self, "with", fact->others);
  add_text (self, "who", fact->source);
  add_text (self, "how", fact->style == REL_LINE_UNCERTAIN ? fact->modality : NULL);
  if (fact->confidence >= 0) {
    json_builder_set_member_name (self->json, "c");
    json_builder_add_double_value (self->json, fact->confidence);
  }
}

static void
add_sentences_of (Data *self, const RelDrawingFact *fact)
{
  begin_list (self, "by");
  for (guint i = 0; i < fact->n_sentences; i++)
    if (find_text (describe (self, fact->sentences[i]), REL_NIF "anchorOf") != NULL)
      json_builder_add_int_value (self->json, find_place (self->sentences, self->sentence_iris, fact->sentences[i]));
  json_builder_end_array (self->json);
}

/* @edge: place of the line that it is on, NOT_SHOWN: it is inside a thing. */
static void
add_fact (Data *self, const RelDrawingFact *fact, guint source, guint target, guint edge)
{
  g_autofree gchar *value = is_line (fact) && fact->object != NULL ? rel_drawing_text_clean (fact->object) : NULL;

  json_builder_begin_object (self->json);
  add_number (self, "s", self->node_places[source]);
  add_text (self, "p", fact->label);
  if (edge != NOT_SHOWN) {
    add_number (self, "o", self->node_places[target]);
    add_number (self, "e", self->edge_places[edge]);
  }
  add_text (self, "v", value);
  add_number (self, "k", fact->style);
  add_circumstances (self, fact);
  add_sentences_of (self, fact);
  json_builder_end_object (self->json);
}

/* The facts come in the order in which nodes and edges were made of them, so that one walk over each finds their places. */
static void
add_facts (Data *self)
{
  const RelDrawing *drawing = self->picture->drawing;
  guint node = 0, edge = 0;

  begin_list (self, "facts");
  for (guint i = 0; i < drawing->facts->len; i++) {
    const RelDrawingFact *fact = g_ptr_array_index (drawing->facts, i);

    while (!g_str_equal (drawing->nodes[node].iri, fact->subject))
      node++;
    if (is_line (fact)) {
      if (self->node_places[node] != NOT_SHOWN)
        add_fact (self, fact, node, 0, NOT_SHOWN);
      continue;
    }
    while (drawing->edges[edge].source != node || drawing->edges[edge].style != fact->style
           || !g_str_equal (drawing->nodes[drawing->edges[edge].target].iri, fact->object))
      edge++;
    if (self->edge_places[edge] != NOT_SHOWN)
      add_fact (self, fact, node, drawing->edges[edge].target, edge);
  }
  json_builder_end_array (self->json);
}

static guint
read_offset (RelDescription sentence, const gchar *predicate)
{
  const gchar *text = find_text (sentence, predicate);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : 0;
}

/* Whether the characters [start, end) of @text are @words, so that they need not be said twice. */
static gboolean
stands_at (const gchar *text, guint start, guint end, const gchar *words)
{
  glong n = g_utf8_strlen (text, -1);

  return start <= end && end <= (gulong) n && (gulong) g_utf8_strlen (words, -1) == end - start
         && g_str_has_prefix (g_utf8_offset_to_pointer (text, start), words);
}

static void
add_sentence (Data *self, const gchar *iri)
{
  RelDescription sentence = describe (self, iri);
  const gchar *words = find_text (sentence, REL_NIF "anchorOf");
  const gchar *document = find_text (sentence, REL_NIF "referenceContext");
  const gchar *text = document != NULL ? find_text (describe (self, document), REL_NIF "isString") : NULL;
  guint start = read_offset (sentence, REL_NIF "beginIndex"), end = read_offset (sentence, REL_NIF "endIndex");
  gboolean has_words = text != NULL && stands_at (text, start, end, words);

  json_builder_begin_object (self->json);
  add_number (self, "d", find_place (self->documents, self->document_iris, document != NULL ? document : ""));
  add_number (self, "a", start);
  add_number (self, "z", end);
  if (!has_words)
    add_text (self, "t", words);
  json_builder_end_object (self->json);
}

static void
add_document (Data *self, const gchar *iri)
{
  RelDescription document = describe (self, iri);
  const gchar *title = find_text (document, REL_DCTERMS "title");
  const gchar *id = find_text (document, REL_DCTERMS "identifier");
  const gchar *name = title != NULL ? title : id != NULL ? id : *iri != '\0' ? iri : "Sentences";

  json_builder_begin_object (self->json);
  add_text (self, "name", name);
  add_text (self, "date", find_text (document, REL_DCTERMS "date"));
  add_text (self, "url", find_text (document, REL_SCHEMA "url"));
  add_text (self, "text", find_text (document, REL_NIF "isString"));
  json_builder_end_object (self->json);
}

static void
add_sources (Data *self)
{
  begin_list (self, "sentences");
  for (guint i = 0; i < self->sentence_iris->len; i++)
    add_sentence (self, g_ptr_array_index (self->sentence_iris, i));
  json_builder_end_array (self->json);
  begin_list (self, "documents");
  for (guint i = 0; i < self->document_iris->len; i++)
    add_document (self, g_ptr_array_index (self->document_iris, i));
  json_builder_end_array (self->json);
}

static void
add_flag (Data *self, const gchar *name, gboolean flag)
{
  json_builder_set_member_name (self->json, name);
  json_builder_add_boolean_value (self->json, flag);
}

static void
add_looks (Data *self, gboolean has_themes)
{
  const RelPicture *picture = self->picture;

  add_flag (self, "themes", has_themes);
  add_flag (self, "follow", has_themes && g_str_equal (picture->theme->name, "light"));
  begin_list (self, "types");
  for (guint i = 0; i < picture->legend->len; i++) {
    const RelLegendEntry *entry = &g_array_index (picture->legend, RelLegendEntry, i);

    json_builder_begin_object (self->json);
    add_text (self, "name", entry->name);
    add_text (self, "fill", entry->look->fill);
    add_text (self, "border", entry->look->border);
    add_flag (self, "round", g_str_equal (entry->look->shape, "ellipse"));
    add_flag (self, "soft", strstr (entry->look->style, "rounded") != NULL);
    json_builder_end_object (self->json);
  }
  json_builder_end_array (self->json);
  begin_list (self, "lines");
  for (guint i = 0; i < REL_N_LINE_STYLES; i++) {
    json_builder_begin_object (self->json);
    add_text (self, "name", picture->theme->lines[i].name);
    add_text (self, "color", picture->theme->lines[i].color);
    add_text (self, "style", picture->theme->lines[i].style);
    add_flag (self, "denied", i == REL_LINE_NEGATED);
    json_builder_end_object (self->json);
  }
  json_builder_end_array (self->json);
}

/* The JSON, with what HTML could take for markup escaped. */
static gchar *
print (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree gchar *json = json_to_string (root, FALSE);
  GString *safe = g_string_sized_new (strlen (json) + 64);

  for (const gchar *p = json; *p != '\0'; p++)
    if (strchr ("<>&", *p) != NULL)
      g_string_append_printf (safe, "\\u%04x", (guint) *p);
    else
      g_string_append_c (safe, *p);
  return g_string_free (safe, FALSE);
}

gchar *
rel_html_data_new (const RelPicture *picture, gboolean has_themes)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (GHashTable) sentences = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) documents = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) sentence_iris = g_ptr_array_new ();
  g_autoptr (GPtrArray) document_iris = g_ptr_array_new ();
  g_autofree guint *node_places = number_places (picture->selection->nodes, picture->drawing->n_nodes);
  g_autofree guint *edge_places = number_places (picture->selection->edges, picture->drawing->n_edges);
  Data self = { picture, json, node_places, edge_places, sentences, sentence_iris, documents, document_iris };

  json_builder_begin_object (json);
  add_looks (&self, has_themes);
  add_nodes (&self);
  add_edges (&self);
  add_facts (&self);
  add_sources (&self);
  json_builder_end_object (json);
  return print (json);
}
