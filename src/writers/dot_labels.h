/* The HTML-like labels of Graphviz that a picture is written in. All text in them is escaped. */
#pragma once

#include "writers/drawing_cluster.h"

G_BEGIN_DECLS

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
  guint max_cards;                    /* of a timeline; 0: it is none */
  gboolean for_page;                  /* the page around it has title, legend, tooltips and links */
} RelPicture;

/* Each (transfer full), without the outer angle brackets. */
gchar *rel_dot_label_of_node (const RelPicture *picture, const RelDrawingNode *node, gdouble points);
gchar *rel_dot_label_of_edge (const RelPicture *picture, const RelDrawingEdge *edge);
/* @omissions: (nullable) what the picture has not */
gchar *rel_dot_label_of_graph (const RelPicture *picture, const gchar *omissions);

/* What the graph has and the picture has not, a sentence; NULL: nothing. */
gchar *rel_dot_tell_omissions (const RelPicture *picture);

/* Plain text for tooltips, with line ends. */
gchar *rel_dot_tooltip_of_node (const RelDrawingNode *node, const gchar *type);
gchar *rel_dot_tooltip_of_edge (const RelDrawing *drawing, const RelDrawingEdge *edge);

G_END_DECLS
