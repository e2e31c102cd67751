/* RDF files as the input of the commands that work on graphs. */
#include "command_graphs.h"

RelTripleSet *
rel_graphs_read (gchar *const *paths, GError **error)
{
  static gchar *const standard_input[] = { "-", NULL };
  g_autoptr (RelTripleSet) set = rel_triple_set_new ();

  if (*paths == NULL)
    paths = standard_input;
  for (guint i = 0; paths[i] != NULL; i++)
    if (!rel_triple_set_read (set, paths[i], i, error))
      return NULL;
  rel_triple_set_sort (set);
  return g_steal_pointer (&set);
}
