/* Frames around things that belong together: of one class, of one document, or of one community. */
#pragma once

#include "writers/drawing_style.h"

G_BEGIN_DECLS

#define REL_NO_CLUSTER G_MAXUINT

typedef struct {
  guint *of_node;   /* [n_nodes] place in @names; REL_NO_CLUSTER: in no frame */
  GPtrArray *names; /* of frames, clean */
} RelDrawingClusters;

/* "type", "document", "community", NULL-terminated. */
extern const gchar *const rel_drawing_cluster_kinds[];

/* @by: one of rel_drawing_cluster_kinds */
RelDrawingClusters *rel_drawing_clusters_new (RelDrawing *drawing, const RelDrawingSelection *selection,
                                              const GArray *legend, const gchar *by);
void rel_drawing_clusters_free (RelDrawingClusters *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelDrawingClusters, rel_drawing_clusters_free)

G_END_DECLS
