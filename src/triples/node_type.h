/* Classes and datatypes of nodes. */
#pragma once

#include <relata/triples.h>

G_BEGIN_DECLS

const gchar *rel_node_type_get_label (RelEntityType type); /* "Person" */
const gchar *rel_node_type_get_iri (RelEntityType type);   /* "https://schema.org/Person" */

/* Local name in XML Schema of the datatype of an ISO 8601 value: "date" for "2026-01-19", "gYear", "gYearMonth",
 * "dateTime", "duration"; NULL: none of them, so text. */
const gchar *rel_node_type_get_time (const gchar *value);

G_END_DECLS
