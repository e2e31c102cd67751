/* Phrases of the lexicon that are several tokens: "call off", "as if", "no doubt". */
#pragma once

#include <semantics/view.h>

G_BEGIN_DECLS

/* Gives the tokens of each phrase its classes in the place of their own: all of them, or of a verb and its particle the verb.
 * @classes: (array): [n] of the sentence, changed */
void rel_view_read_phrases (const RelView *self, RelWordClasses *classes);

G_END_DECLS
