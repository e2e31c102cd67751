/* Spreading coordination: "A and B met C and D" in, "A met C", "A met D", "B met C", "B met D" out. */
#pragma once

#include <semantics/draft.h>

G_BEGIN_DECLS

#define REL_MAX_CONJUNCTS 10 /* longer lists stay whole: they are tables, not sentences */

/* What @whole comes to, conjunct by conjunct, in @parts [REL_MAX_CONJUNCTS]; 1 and @whole itself when it is not coordinated. */
guint rel_argument_distribute (RelView *view, const RelArgument *whole, RelArgument *parts);

/* Fills @proposition's parts when its subject or object is coordinated. Names ("Trinidad and Tobago") and pairs ("between A
 * and B") stay whole. O(conjuncts × phrase). */
void rel_proposition_distribute (RelView *view, RelProposition *proposition);

G_END_DECLS
