/* Where a name begins and ends around the proper noun that heads it. */
#pragma once

#include <relata/lexis.h>

G_BEGIN_DECLS

/* Tokens [start, end) of the sentence, inside [first, end), that make up the name headed by @head: what hangs on it as
 * compound, flat, capitalised adjective or number, and, but for persons, after "of"; without articles, titles (nmod:desc)
 * and what follows in apposition. */
RelSpan rel_name_span_find (const RelToken *tokens, guint first, guint end, gint32 head, RelNameType type);

/* Whether token @i is inside a name that another proper noun heads. */
gboolean rel_token_is_inside_name (const RelToken *tokens, guint i);

/* The type of name that the tokens of the span have most weight for, by their margins; NONE where none is part of one. */
RelNameType rel_name_span_vote (const RelToken *tokens, RelSpan span);

/* Tags the tokens of the span as one name. */
void rel_name_span_tag (RelToken *tokens, RelSpan name, RelNameType type);

G_END_DECLS
