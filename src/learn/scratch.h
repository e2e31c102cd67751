/* Memory for the numbers of one batch: taken piece by piece, given back all at once, kept for the next batch. */
#pragma once

#include <relata/base.h>

G_BEGIN_DECLS

typedef struct _RelScratch RelScratch; /* opaque: src/learn/scratch.c */

RelScratch *rel_scratch_new (void);
void rel_scratch_free (RelScratch *self);

/* Room for @n floats, aligned to 64 bytes; what it holds is not defined. Valid until the next rel_scratch_reset(). */
gfloat *rel_scratch_alloc (RelScratch *self, gsize n);
/* The same, holding zeros. */
gfloat *rel_scratch_alloc_zeros (RelScratch *self, gsize n);
void rel_scratch_reset (RelScratch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelScratch, rel_scratch_free)

G_END_DECLS
