/* Names that agree with the tree: after both were found. */
#pragma once

#include <relata/lexis.h>

G_BEGIN_DECLS

/* Where a proper noun that is part of a name heads others in the tree, all of them become one name of the type that has
 * most weight: "Coca - Cola" is not a place and a person. Names are not cut, persons take no titles in, and what hangs on
 * the noun as adjective or number stays out if the tagger left it out. */
void rel_name_bounds_fit (RelToken *tokens, guint n);

G_END_DECLS
