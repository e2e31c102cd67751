/* Learning to rank antecedents: mentions with their candidates and which of them are right in, a model out. */
#pragma once

#include <reference/discourse.h>

G_BEGIN_DECLS

/* Opaque: src/reference/link_train.c */
typedef struct _RelLinkTrainer RelLinkTrainer;

typedef struct {
  guint n_epochs;
  guint min_count; /* of the mentions with an attribute: rarer ones are left out */
  gdouble step, decay, dropout;
  guint32 seed;
} RelLinkTrainOptions;

RelLinkTrainer *rel_link_trainer_new (void);
void rel_link_trainer_free (RelLinkTrainer *self);

/* The model whose names grow with the examples: for rel_discourse_run(). */
RelLinkModel *rel_link_trainer_get_model (RelLinkTrainer *self);

/* Adds the candidates of mention @index; @is_right [@n], of which one at least is TRUE. */
void rel_link_trainer_add (RelLinkTrainer *self, const RelDiscourse *discourse, guint32 index,
                           const RelLinkCandidate *candidates, const gboolean *is_right, guint n);

/* Fits a model to all examples; @report (nullable) is called after each epoch with the mean loss. (transfer full) */
RelLinkModel *rel_link_trainer_fit (RelLinkTrainer *self, const RelLinkTrainOptions *options,
                                    void (*report) (guint epoch, gdouble loss));

G_END_DECLS
