/* From gradients to weights: Adam with clipping, and a running average of the weights. */
#pragma once

#include "learn/network.h"

G_BEGIN_DECLS

typedef struct _RelOptimizer RelOptimizer; /* opaque: src/learn/optimizer.c */

/* Works on the parameters of @network, which must outlive it. */
RelOptimizer *rel_optimizer_new (RelNetwork *network);
void rel_optimizer_free (RelOptimizer *self);

/* Takes a step of length @rate against the gradients and sets them to zero. */
void rel_optimizer_step (RelOptimizer *self, gfloat rate);

/* Puts the averages in the place of the weights, or the weights back: each call changes over. */
void rel_optimizer_swap_averages (RelOptimizer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelOptimizer, rel_optimizer_free)

G_END_DECLS
