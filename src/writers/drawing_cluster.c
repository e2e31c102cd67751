/* Which things belong together.
 *
 * Communities are found as Blondel et al. do ("Fast unfolding of communities in large networks", 2008): each thing joins
 * the neighbours that gain most modularity, then communities do as things did, until nothing moves. Things are taken in
 * the order of their IRIs, so that the same graph has the same communities. A pass costs the edges shown.
 */
#include "writers/drawing_cluster.h"
#include "writers/drawing_text.h"
#include "writers/drawing_vocabulary.h"

#include <string.h>

#define MIN_COMMUNITY 3 /* fewer need no frame */
#define MAX_PASSES 20
#define MAX_LEVELS 8

const gchar *const rel_drawing_cluster_kinds[] = { "type", "document", "community", NULL };

static void
cluster_by_type (RelDrawingClusters *self, const RelDrawing *drawing, const RelDrawingSelection *selection,
                 const GArray *legend)
{
  for (guint i = 0; i + 1 < legend->len; i++)
    g_ptr_array_add (self->names, g_strdup (g_array_index (legend, RelLegendEntry, i).name));
  for (guint i = 0; i < drawing->n_nodes; i++)
    if (selection->nodes[i]) {
      guint place = rel_legend_find (legend, drawing->nodes[i].type);

      self->of_node[i] = place + 1 < legend->len ? place : REL_NO_CLUSTER;
    }
}

/* The document of a sentence, or @iri itself where a document is cited whole. */
static const gchar *
find_document (const RelDrawing *drawing, const gchar *iri)
{
  const RelTriple *document
    = rel_description_find (rel_triple_index_describe (drawing->index, iri), REL_NIF "referenceContext");

  return document != NULL ? document->object : iri;
}

static gchar *
name_document (const RelDrawing *drawing, const gchar *iri)
{
  RelDescription description = rel_triple_index_describe (drawing->index, iri);
  const RelTriple *title = rel_description_find (description, REL_DCTERMS "title");
  const RelTriple *id = rel_description_find (description, REL_DCTERMS "identifier");

  if (title == NULL && id == NULL)
    return rel_drawing_text_from_iri (iri);
  return rel_drawing_text_clean (title != NULL ? title->object : id->object);
}

static const gchar several_documents[] = "";

/* Notes that @node is spoken of in @document. */
static void
note_document (const gchar **documents, guint node, const gchar *document)
{
  if (documents[node] == NULL)
    documents[node] = document;
  else if (!g_str_equal (documents[node], document))
    documents[node] = several_documents;
}

static void
note_fact (const RelDrawing *drawing, const RelDrawingFact *fact, GHashTable *places, const gchar **documents)
{
  for (guint i = 0; i < fact->n_sentences; i++) {
    const gchar *document = find_document (drawing, fact->sentences[i]);
    gpointer place;

    if (g_hash_table_lookup_extended (places, fact->subject, NULL, &place))
      note_document (documents, GPOINTER_TO_UINT (place), document);
    if (fact->object != NULL && g_hash_table_lookup_extended (places, fact->object, NULL, &place))
      note_document (documents, GPOINTER_TO_UINT (place), document);
  }
}

/* What several documents speak of stands between their frames. */
static void
cluster_by_document (RelDrawingClusters *self, const RelDrawing *drawing, const RelDrawingSelection *selection)
{
  g_autofree const gchar **documents = g_new0 (const gchar *, drawing->n_nodes + 1);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) clusters = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < drawing->n_nodes; i++)
    g_hash_table_insert (places, (gpointer) drawing->nodes[i].iri, GUINT_TO_POINTER (i));
  for (guint i = 0; i < drawing->facts->len; i++)
    note_fact (drawing, g_ptr_array_index (drawing->facts, i), places, documents);
  for (guint i = 0; i < drawing->n_nodes; i++) {
    const gchar *document = documents[i];
    gpointer place;

    if (!selection->nodes[i] || document == NULL || *document == '\0')
      continue;
    if (!g_hash_table_lookup_extended (clusters, document, NULL, &place)) {
      place = GUINT_TO_POINTER (self->names->len);
      g_hash_table_insert (clusters, (gpointer) document, place);
      g_ptr_array_add (self->names, name_document (drawing, document));
    }
    self->of_node[i] = GPOINTER_TO_UINT (place);
  }
}

/* A weighted graph of things, or of communities as things. */
typedef struct {
  guint other;
  gdouble weight;
} Link;

typedef struct {
  guint n_nodes;
  GArray **links;   /* [n_nodes] of Link; a link to oneself stands once */
  gdouble *degrees; /* [n_nodes] sums of weights, a link to oneself counts twice */
  gdouble total;    /* of all degrees */
} Network;

static void
network_init (Network *self, guint n_nodes)
{
  *self = (Network){ n_nodes, g_new (GArray *, n_nodes + 1), g_new0 (gdouble, n_nodes + 1), 0 };
  for (guint i = 0; i < n_nodes; i++)
    self->links[i] = g_array_new (FALSE, FALSE, sizeof (Link));
}

static void
network_clear (Network *self)
{
  for (guint i = 0; i < self->n_nodes; i++)
    g_array_unref (self->links[i]);
  g_free (self->links);
  g_free (self->degrees);
}

static void
network_link (Network *self, guint a, guint b, gdouble weight)
{
  Link to_b = { b, weight }, to_a = { a, weight };

  g_array_append_val (self->links[a], to_b);
  if (a != b)
    g_array_append_val (self->links[b], to_a);
  self->degrees[a] += weight;
  self->degrees[b] += weight;
  self->total += 2 * weight;
}

/* The community in which @node gains most; of equal ones the one it is in, then the first. @inside [n_nodes], all 0 before
 * and after: weight of the links into each community. */
static guint
find_best_community (const Network *network, guint node, const guint *community, const gdouble *sums, gdouble *inside)
{
  const GArray *links = network->links[node];
  guint best = community[node];
  gdouble best_gain;

  for (guint i = 0; i < links->len; i++)
    if (g_array_index (links, Link, i).other != node)
      inside[community[g_array_index (links, Link, i).other]] += g_array_index (links, Link, i).weight;
  best_gain = inside[best] - (sums[best] - network->degrees[node]) * network->degrees[node] / network->total;
  for (guint i = 0; i < links->len; i++) {
    guint other = community[g_array_index (links, Link, i).other];
    gdouble gain = inside[other] - sums[other] * network->degrees[node] / network->total;

    if (other != community[node] && gain > best_gain + 1e-9)
      best = other, best_gain = gain;
  }
  for (guint i = 0; i < links->len; i++)
    inside[community[g_array_index (links, Link, i).other]] = 0;
  return best;
}

/* Moves nodes between communities while that helps; FALSE: none moved. */
static gboolean
move_nodes (const Network *network, guint *community)
{
  g_autofree gdouble *sums = g_new0 (gdouble, network->n_nodes + 1), *inside = g_new0 (gdouble, network->n_nodes + 1);
  gboolean moved = TRUE, any = FALSE;

  for (guint i = 0; i < network->n_nodes; i++) {
    community[i] = i;
    sums[i] = network->degrees[i];
  }
  for (guint pass = 0; pass < MAX_PASSES && moved; pass++) {
    moved = FALSE;
    for (guint i = 0; i < network->n_nodes; i++) {
      guint best = find_best_community (network, i, community, sums, inside);

      if (best != community[i]) {
        sums[community[i]] -= network->degrees[i];
        sums[best] += network->degrees[i];
        community[i] = best;
        moved = any = TRUE;
      }
    }
  }
  return any;
}

/* Numbers the communities from 0 in the order of their first nodes; returns how many there are. */
static guint
renumber (guint *community, guint n_nodes)
{
  g_autofree guint *numbers = g_new (guint, n_nodes + 1);
  guint n = 0;

  memset (numbers, 0xFF, sizeof *numbers * (n_nodes + 1));
  for (guint i = 0; i < n_nodes; i++) {
    if (numbers[community[i]] == G_MAXUINT)
      numbers[community[i]] = n++;
    community[i] = numbers[community[i]];
  }
  return n;
}

/* The communities of @network as the nodes of another one. */
static void
contract (Network *network, const guint *community, guint n_communities)
{
  Network small;

  network_init (&small, n_communities);
  for (guint i = 0; i < network->n_nodes; i++)
    for (guint k = 0; k < network->links[i]->len; k++) {
      const Link *link = &g_array_index (network->links[i], Link, k);

      if (link->other >= i) /* each link once */
        network_link (&small, community[i], community[link->other], link->weight);
    }
  network_clear (network);
  *network = small;
}

/* @found [n_nodes]: the community of each node; returns how many there are. */
static guint
find_communities (const RelDrawing *drawing, const RelDrawingSelection *selection, guint *found)
{
  g_autofree guint *community = g_new (guint, drawing->n_nodes + 1);
  guint n = drawing->n_nodes;
  Network network;

  network_init (&network, n);
  for (guint i = 0; i < drawing->n_edges; i++)
    if (selection->edges[i])
      network_link (&network, drawing->edges[i].source, drawing->edges[i].target, MAX (drawing->edges[i].score, 0.01));
  for (guint i = 0; i < n; i++)
    found[i] = i;
  for (guint level = 0; level < MAX_LEVELS && network.total > 0 && move_nodes (&network, community); level++) {
    n = renumber (community, network.n_nodes);
    for (guint i = 0; i < drawing->n_nodes; i++)
      found[i] = community[found[i]];
    contract (&network, community, n);
  }
  network_clear (&network);
  return n;
}

/* A community is called after its most important thing. */
static void
cluster_by_community (RelDrawingClusters *self, const RelDrawing *drawing, const RelDrawingSelection *selection)
{
  g_autofree guint *community = g_new (guint, drawing->n_nodes + 1);
  guint n = find_communities (drawing, selection, community);
  g_autofree guint *sizes = g_new0 (guint, n + 1), *heads = g_new0 (guint, n + 1), *places = g_new0 (guint, n + 1);

  for (guint i = 0; i < drawing->n_nodes; i++)
    if (selection->nodes[i]
        && (sizes[community[i]]++ == 0 || drawing->nodes[i].score > drawing->nodes[heads[community[i]]].score))
      heads[community[i]] = i;
  for (guint i = 0; i < n; i++)
    if (sizes[i] >= MIN_COMMUNITY) {
      places[i] = self->names->len;
      g_ptr_array_add (self->names, g_strdup_printf ("around %s", drawing->nodes[heads[i]].label));
    }
  for (guint i = 0; i < drawing->n_nodes; i++)
    if (selection->nodes[i] && sizes[community[i]] >= MIN_COMMUNITY)
      self->of_node[i] = places[community[i]];
}

RelDrawingClusters *
rel_drawing_clusters_new (RelDrawing *drawing, const RelDrawingSelection *selection, const GArray *legend,
                          const gchar *by)
{
  RelDrawingClusters *self = g_new0 (RelDrawingClusters, 1);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->of_node = g_new (guint, drawing->n_nodes + 1);
  for (guint i = 0; i < drawing->n_nodes; i++)
    self->of_node[i] = REL_NO_CLUSTER;
  if (g_str_equal (by, "type"))
    cluster_by_type (self, drawing, selection, legend);
  else if (g_str_equal (by, "document"))
    cluster_by_document (self, drawing, selection);
  else
    cluster_by_community (self, drawing, selection);
  return self;
}

void
rel_drawing_clusters_free (RelDrawingClusters *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->names);
  g_free (self->of_node);
  g_free (self);
}
