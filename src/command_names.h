/* Names for the documents of several inputs. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rel_input_names_new:
 * @paths: (array zero-terminated=1): inputs of one run
 *
 * The name of an input is that of its file without folder and ending. Where several inputs would have one name, the
 * folders that tell them apart stand before it: "seoul-report", "rome-report". So things without a name of
 * their own never meet across documents, whatever the order of the inputs. "-" and a path given twice keep their name.
 *
 * Returns: (transfer full): a name for each path, in their order
 */
gchar **rel_input_names_new (gchar *const *paths);

G_END_DECLS
