/* The ranking of antecedents: which of the things mentioned before a mention means, or a new one.
 *
 *   attributes of both mentions, cues of the pair ─► one row of weights each ─ sum ─► ReLU ─► score
 *
 * Mention ranking (Denis, Baldridge 2008) by a network with one hidden layer over binary cues. The score of "nothing
 * before" is that of a pair with the cue "none" alone. Attributes and cues have names that can be read; their weights
 * are data (ontology/86-coreference-en.ttl, written by tests/accuracy/train_coreference).
 */
#pragma once

#include <relata/reference.h>

G_BEGIN_DECLS

#define REL_LINK_HIDDEN 24                 /* units of the hidden layer */
#define REL_LINK_ROW (REL_LINK_HIDDEN + 1) /* weights of a cue: into each hidden unit, and into the score */
#define REL_LINK_MAX_ATTRIBUTES 24         /* of a mention */
#define REL_LINK_MAX_CUES 40               /* of a pair */
#define REL_LINK_MAX_FAMILIES 32           /* of cues */
#define REL_LINK_MAX_CLASSES 8             /* in a family */

/* Whether a row of weights is for the mention in question, for the one before, or for the pair. */
typedef enum { REL_LINK_ANAPHOR, REL_LINK_ANTECEDENT, REL_LINK_PAIR, REL_N_LINK_ROLES } RelLinkRole;

typedef struct {
  GHashTable *numbers; /* name → number + 1 */
  GPtrArray *names;    /* [n] */
  GArray *weights;     /* gfloat [n][REL_N_LINK_ROLES][REL_LINK_ROW] */
  gfloat output[REL_LINK_HIDDEN];
  gint cues[REL_LINK_MAX_FAMILIES][REL_LINK_MAX_CLASSES]; /* number of each cue, -1: not known; link_cues.c */
  gboolean grows; /* whether a name that is not there is added: while learning */
} RelLinkModel;

/* What one candidate is to a mention. */
typedef struct {
  guint32 mention;                 /* REL_NO_REFERENT: nothing before */
  guint16 cues[REL_LINK_MAX_CUES]; /* [n_cues] numbers in the model */
  guint n_cues;
  guint n_members; /* of a coordination that begins at .mention; 0: .mention alone */
  gfloat score;
} RelLinkCandidate;

RelLinkModel *rel_link_model_new (void);
void rel_link_model_free (RelLinkModel *self);

/* The weights that ontology/ holds; where it has none, those of no cue. */
RelLinkModel *rel_link_model_read (const RelLexicon *lexicon);
/* As Turtle. (transfer full) */
gchar *rel_link_model_to_turtle (const RelLinkModel *self);

/* The number of an attribute or cue; -1: the model does not know it. */
gint rel_link_model_get_number (RelLinkModel *self, const gchar *name);

static inline gfloat *
rel_link_model_get_row (const RelLinkModel *self, guint number, RelLinkRole role)
{
  return &g_array_index (self->weights, gfloat, ((gsize) number * REL_N_LINK_ROLES + role) * REL_LINK_ROW);
}

/* Adds the rows of [n] numbers in @role to @sum [REL_LINK_ROW]. */
void rel_link_model_add_rows (const RelLinkModel *self, RelLinkRole role, const guint16 *numbers, guint n, gfloat *sum);
/* The score of the sum of all rows of a pair. */
gfloat rel_link_model_get_score (const RelLinkModel *self, const gfloat *sum);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelLinkModel, rel_link_model_free)

G_END_DECLS
