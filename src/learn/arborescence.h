/* The best tree over scored arcs. */
#pragma once

#include <relata/base.h>

G_BEGIN_DECLS

/* See rel_tree_decode() in relata/parse.h. */
void rel_arborescence_find (const gfloat *scores, guint n, gint32 *heads);

G_END_DECLS
