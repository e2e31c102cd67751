/* Queries that rasqal would answer wrongly. */
#pragma once

#include <glib.h>
#include <rasqal/rasqal.h>

G_BEGIN_DECLS

/* FALSE with %REL_ERROR_USAGE when the prepared @query uses something that rasqal gets wrong, or that reaches beyond the
 * triples at hand: a wrong answer is worse than none. */
gboolean rel_query_check (rasqal_query *query, const gchar *name, GError **error);

G_END_DECLS
