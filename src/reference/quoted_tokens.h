/* Which tokens stand between quotation marks. */
#pragma once

#include <relata/lexis.h>

G_BEGIN_DECLS

/* For each token of @document 1 where it stands in a quotation, 0 elsewhere and at the marks; allocated in @arena. A quotation
 * ends at its closing mark or with its paragraph. Linear. */
guint8 *rel_document_find_quoted (const RelDocument *document, RelArena *arena);

G_END_DECLS
