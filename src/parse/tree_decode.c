/* Scored arcs in, the best tree out; the algorithm is in learn/arborescence.c, since the network's decoder needs it
 * before there are trees to walk. */
#include "learn/arborescence.h"

#include <relata/parse.h>

void
rel_tree_decode (const gfloat *scores, guint n, gint32 *heads)
{
  g_return_if_fail (scores != NULL && heads != NULL && n >= 1);
  rel_arborescence_find (scores, n, heads);
}
