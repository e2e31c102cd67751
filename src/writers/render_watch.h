/* Work that may take for ever, in a process of its own that is ended when its time is over. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef GBytes *(*RelWatchedWork) (gpointer data, GError **error);

/**
 * rel_watch_run:
 * @seconds: at most so long, by the clock
 *
 * Calls @work in a child process; what it changes in memory stays there. The child must need no lock that another thread
 * of this process may hold.
 *
 * Returns: (transfer full) (nullable): what @work returns; NULL with its error (as %REL_ERROR_USAGE) or %REL_ERROR_LIMIT
 *   when the time is over
 */
GBytes *rel_watch_run (RelWatchedWork work, gpointer data, guint seconds, GError **error);

G_END_DECLS
