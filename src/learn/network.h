/* One network for all that is said of words.
 *
 *   features ─ tables ─► x ─ recurrent layers, both directions ─► states ─ projections ─► heads: tags, arcs, labels, pairs
 *
 * Tables of embeddings are looked up by hashed features and added up inside a group, side by side between groups. On
 * the states stand projections (a dense layer each) and on those the heads: a table in RelNetworkSpec says which. The
 * arcs and their labels are scored by biaffine products (Dozat and Manning 2017), the tags by a dense layer.
 */
#pragma once

#include "learn/batch.h"
#include "learn/quantized.h"
#include "learn/scratch.h"

#include <relata/learn.h>

G_BEGIN_DECLS

#define REL_NETWORK_NAME 16
#define REL_NETWORK_MAX_GROUPS 8
#define REL_NETWORK_MAX_LAYERS 4
#define REL_NETWORK_MAX_PROJECTIONS 8
#define REL_NETWORK_MAX_HEADS 16

typedef enum {
  REL_HEAD_TAGS,   /* a class for each token: dense layer on projections[0]                          */
  REL_HEAD_ARCS,   /* a head for each token: biaffine of dependent projections[0] and head [1]       */
  REL_HEAD_LABELS, /* a class for each arc: biaffine of dependent projections[0] and head [1]        */
  REL_HEAD_PAIRS,  /* a class for each token beside each of some tokens ("anchors") of its sentence:
                      biaffine of anchor projections[0] and token [1]                                */
} RelHeadKind;

/* A table of embeddings. */
typedef struct {
  gchar name[REL_NETWORK_NAME];
  guint32 n_rows;
  guint32 n_columns;
  gfloat dropout;      /* part of the tokens whose whole group is set to zero in training       */
  guint32 is_averaged; /* 1: the sum of k embeddings is divided by the root of k (many n-grams) */
} RelGroupSpec;

/* A dense layer with rectifier on the states. */
typedef struct {
  gchar name[REL_NETWORK_NAME];
  guint32 sees_input; /* 1: on states and x side by side */
  guint32 n_units;
} RelProjectionSpec;

typedef struct {
  gchar name[REL_NETWORK_NAME];
  guint32 kind; /* RelHeadKind */
  guint32 n_classes;
  guint32 projections[2];
  gfloat weight; /* of its loss */
} RelHeadSpec;

/* The shape of a network: plain numbers, stored as they are in the section "network.spec". */
typedef struct {
  guint32 n_groups, n_layers, n_units, n_projections, n_heads;
  gfloat input_dropout;      /* elements of x                                                      */
  gfloat state_dropout;      /* outputs of a layer, the same for all tokens of a sentence          */
  gfloat recurrent_dropout;  /* recurrent inputs, likewise (Gal and Ghahramani 2016)               */
  gfloat projection_dropout; /* outputs of the projections                                         */
  RelGroupSpec groups[REL_NETWORK_MAX_GROUPS];
  RelProjectionSpec projections[REL_NETWORK_MAX_PROJECTIONS];
  RelHeadSpec heads[REL_NETWORK_MAX_HEADS];
} RelNetworkSpec;

/* A matrix of weights. Tables of a loaded network stay in the bytes of the model file. */
typedef struct {
  gchar name[40];
  guint n_rows, n_columns;
  gboolean is_table;
  gfloat *values;         /* [n_rows][n_columns]; NULL where bytes are used */
  const gint8 *bytes;     /* (nullable) [n_rows][n_columns] in the model file */
  const gfloat *scales;   /* (nullable) [n_rows] for bytes */
  guint n_first;          /* rows that meet one kind of inputs, the rest another: states and x; 0: all alike */
  RelQuantized *parts[2]; /* (nullable) of a loaded network: rows [0, n_first), the rest; values is NULL then */
  gfloat *gradient;       /* [n_rows][n_columns] while training, else NULL */
  GArray *touched;        /* guint32: rows of a table whose gradient is not zero */
  guint8 *is_touched;     /* [n_rows] */
} RelParameter;

/* Places of the parameters of a layer, in RelNetwork.parameters. */
typedef struct {
  guint input;        /* [n_inputs][8 n_units]: gates of the forward, then of the backward direction */
  guint recurrent[2]; /* [n_units][4 n_units] */
  guint bias;         /* [8 n_units] */
} RelLayerPlaces;

typedef struct {
  guint weight; /* TAGS [n_inputs][n_classes], ARCS [units][units], LABELS, PAIRS [units][n_classes * units] */
  guint bias;   /* TAGS, LABELS, PAIRS [n_classes], ARCS [units]: of the head's side */
  guint linear; /* LABELS, PAIRS [2 units][n_classes] */
  guint root;   /* ARCS, LABELS [units]: stands for the root on the head's side */
} RelHeadPlaces;

typedef struct {
  RelNetworkSpec spec;
  guint n_inputs; /* columns of x */
  RelParameter *parameters;
  guint n_parameters;
  guint tables[REL_NETWORK_MAX_GROUPS];
  RelLayerPlaces layers[REL_NETWORK_MAX_LAYERS];
  guint projection_weights[REL_NETWORK_MAX_PROJECTIONS];
  guint projection_biases[REL_NETWORK_MAX_PROJECTIONS];
  RelHeadPlaces heads[REL_NETWORK_MAX_HEADS];
} RelNetwork;

/* What a training pass needs beside the batch: NULL in decoding. */
typedef struct {
  guint64 random; /* state of the generator */
} RelTraining;

/* The tokens that pairs are made with: each with all tokens of its sentence, in the order of the sentence. */
typedef struct {
  const guint32 *tokens;    /* [n_anchors] rows of the batch */
  const guint32 *sentences; /* [n_anchors] that they are in */
  guint n_anchors;
} RelAnchors;

/* The numbers of one pass. All in the scratch memory given; rows are tokens, sentence after sentence, except where
 * "packed" is said (see batch.h). */
typedef struct {
  gfloat *x;      /* [N][n_inputs] packed */
  gfloat *x_mask; /* (nullable) [N][n_inputs] packed */
  gfloat *x_rows; /* [N][n_inputs] */
  struct {
    const gfloat *input;       /* [N][n] packed: x or the layer below, dropped out */
    gfloat *mask;              /* (nullable) [n_sentences][n] of input */
    gfloat *gates;             /* [N][8 n_units] packed */
    gfloat *before[2];         /* (nullable) [N][n_units] packed: recurrent inputs, dropped out */
    gfloat *recurrent_mask[2]; /* (nullable) [n_sentences][n_units] */
    gfloat *c[2];              /* [N][n_units] packed */
    gfloat *tanh_c[2];         /* [N][n_units] packed */
    gfloat *h;                 /* [N][2 n_units] packed */
  } layers[REL_NETWORK_MAX_LAYERS];
  gfloat *states;                                        /* [N][2 n_units], dropped out */
  gfloat *states_mask;                                   /* (nullable) [n_sentences][2 n_units] */
  gfloat *projections[REL_NETWORK_MAX_PROJECTIONS];      /* [N][n_units], dropped out */
  gfloat *projection_masks[REL_NETWORK_MAX_PROJECTIONS]; /* (nullable) [N][n_units] */
  gfloat *scores[REL_NETWORK_MAX_HEADS];     /* TAGS [N][n_classes]; ARCS per sentence [n][n + 1], column 0 the root;
                                            LABELS [N][n_classes]; PAIRS [n_pairs][n_classes]:
                                            log-probabilities but for a constant in each row */
  gfloat *arc_inputs[REL_NETWORK_MAX_HEADS]; /* ARCS [N][units]: dependents times weight */
} RelPass;

/* A network whose parameters have shapes but no values. */
RelNetwork *rel_network_new_empty (const RelNetworkSpec *spec);
/* A network with random weights, ready for training. */
RelNetwork *rel_network_new (const RelNetworkSpec *spec, guint64 seed);
void rel_network_free (RelNetwork *self);

/* Places of the rows of arc scores of each sentence: sentence s begins at the sum of n (n + 1) of those before. */
gsize rel_batch_get_arcs_offset (const RelBatch *batch, guint sentence);

/* Runs the network up to the tags and arcs. Labels need heads: see rel_network_score_labels(). */
void rel_network_run (const RelNetwork *self, const RelBatch *batch, RelScratch *scratch, RelTraining *training,
                      RelPass *pass);

/* Rows [N] of the head side of the labels: of the projection, or of the root. */
gfloat *rel_network_gather_heads (const RelNetwork *self, const RelBatch *batch, guint head, const gint32 *heads,
                                  RelScratch *scratch, const RelPass *pass);

/* Labels of the arcs from @heads[N] (0: root, i + 1: token i of the sentence, -1: none) into pass->scores[head]. */
void rel_network_score_labels (const RelNetwork *self, const RelBatch *batch, guint head, const gint32 *heads,
                               RelScratch *scratch, RelPass *pass);

/* Classes of all pairs with @anchors into pass->scores[head]: one block of n rows for each anchor, n tokens in its
 * sentence. */
void rel_network_score_pairs (const RelNetwork *self, const RelBatch *batch, guint head, const RelAnchors *anchors,
                              RelScratch *scratch, RelPass *pass);
/* Rows [n_anchors] of the anchors' projection. */
gfloat *rel_network_gather_anchors (const RelNetwork *self, guint head, const RelAnchors *anchors, RelScratch *scratch,
                                    const RelPass *pass);
/* Rows of the scores of pairs. */
gsize rel_anchors_count_pairs (const RelAnchors *self, const RelBatch *batch);

/**
 * rel_network_learn:
 * @targets: [n_heads] (nullable elements) [N]: class of each token, -1 where not known; for arcs 0 is the root and i + 1
 *   token i of the sentence; for pairs [rel_anchors_count_pairs()]
 * @anchors: (nullable): of the pairs
 * @losses: (out) [n_heads] sum of the losses; @counts: (out) [n_heads] tokens they are of
 *
 * Runs the network and adds the gradient of the weighted loss per token to RelParameter.gradient.
 */
void rel_network_learn (RelNetwork *self, const RelBatch *batch, const gint32 *const *targets,
                        const RelAnchors *anchors, RelScratch *scratch, RelTraining *training, gdouble *losses,
                        guint *counts);

/* What the sum of a token's embeddings in @group is multiplied with. */
gfloat rel_group_get_scale (const RelGroupSpec *group, guint n_features);

/* Uniform numbers for dropout: splitmix64 (Steele, Lea, Flood 2014). */
static inline guint64
rel_random_next (guint64 *state)
{
  guint64 z = (*state += 0x9E3779B97F4A7C15u);

  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}
/* In [0, 1). */
static inline gfloat
rel_random_next_float (guint64 *state)
{
  return (gfloat) (rel_random_next (state) >> 40) * 0x1p-24f;
}

/* Sections "network.*" of a model file: weights in 8 bits with a scale for each row. */
void rel_network_write (const RelNetwork *self, RelModelWriter *writer);
RelNetwork *rel_network_load (const RelModel *model, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelNetwork, rel_network_free)

G_END_DECLS
