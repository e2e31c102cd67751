/* The HTML-like labels of Graphviz that a picture is written in. All text in them is escaped. */
#pragma once

#include "writers/drawing_cluster.h"
#include "writers/drawing_layout.h"

G_BEGIN_DECLS

/* Names of nodes whose places are given are of one size. */
#define REL_DOT_PLACED_POINTS 12.0

/* What a picture shows, and how. */
typedef struct {
  RelDrawing *drawing;
  const RelDrawingSelection *selection;
  const RelTheme *theme;
  const GArray *legend;
  const gchar *title;                 /* (nullable) */
  const gchar *filter;                /* (nullable) what was asked for: "Only things: Person." */
  const gchar *engine;                /* of Graphviz */
  const RelDrawingClusters *clusters; /* (nullable) frames */
  const RelBox *boxes;                /* (nullable) [n_nodes] places of nodes, for REL_ENGINE_PLACED */
  guint max_cards;                    /* of a timeline; 0: it is none */
  gboolean for_page;                  /* the page around it has title, legend, tooltips and links */
} RelPicture;

/* Each (transfer full), without the outer angle brackets. */
gchar *rel_dot_label_of_node (const RelPicture *picture, const RelDrawingNode *node, gdouble points);
/* About how large the node will be drawn; rather too large than too small. */
RelBox rel_dot_estimate_box (const RelPicture *picture, const RelDrawingNode *node);
gchar *rel_dot_label_of_edge (const RelPicture *picture, const RelDrawingEdge *edge);
/* @omissions: (nullable) what the picture has not */
gchar *rel_dot_label_of_graph (const RelPicture *picture, const gchar *omissions);

/* What the graph has and the picture has not, a sentence; NULL: nothing. */
gchar *rel_dot_tell_omissions (const RelPicture *picture);

/* Plain text for tooltips, with line ends. */
gchar *rel_dot_tooltip_of_node (const RelDrawingNode *node, const gchar *type);
gchar *rel_dot_tooltip_of_edge (const RelDrawing *drawing, const RelDrawingEdge *edge);

G_END_DECLS
