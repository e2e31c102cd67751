/* How sure a proposition is: features in, probability out. */
#pragma once

#include <semantics/view.h>

G_BEGIN_DECLS

typedef struct _RelConfidence RelConfidence; /* opaque: confidence.c */

/* The weights of @model; NULL when it has none. */
const RelConfidence *rel_confidence_get (const RelModel *model);

/* Probability that a reader would agree; 0.5 for all when @self is NULL. */
gfloat rel_confidence_of (const RelConfidence *self, const RelView *view, const RelProposition *proposition);

G_END_DECLS
