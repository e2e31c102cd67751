/* What the ranking of antecedents looks at: attributes of one mention, cues of two. */
#pragma once

#include <reference/discourse.h>
#include <reference/link_model.h>

G_BEGIN_DECLS

/* Families of cues; each cue is a family and a class in it. */
typedef enum {
  REL_CUE_NONE,           /* nothing before */
  REL_CUE_BACK,           /* sentences between */
  REL_CUE_CHAIN_BACK,     /* sentences since the thing was last mentioned */
  REL_CUE_BETWEEN,        /* mentions between, logarithm */
  REL_CUE_PARAGRAPHS,     /* paragraphs between */
  REL_CUE_NEAREST,        /* the nearest that agrees */
  REL_CUE_NEAREST_HEAD,   /* the nearest with the same head */
  REL_CUE_REPEATS,        /* of "nothing before": mentions before with the same head */
  REL_CUE_CLAUSE,         /* in one clause: side by side, one in the other's */
  REL_CUE_ARC,            /* how the tree joins them: apposition, predicate, coordination, subject of the same verb */
  REL_CUE_ROLE,           /* the same grammatical role */
  REL_CUE_KEY,            /* the same words */
  REL_CUE_HEAD,           /* heads: same word, same form, one among the words of the other */
  REL_CUE_UNMATCHED,      /* words before the head that the one before lacks */
  REL_CUE_UNMATCHED_BACK, /* and the other way round */
  REL_CUE_BEHIND,         /* words behind the head: none, shared, others */
  REL_CUE_SHARED,         /* words besides the heads in common */
  REL_CUE_CLASS,          /* the noun says what kind of place the thing is: "the city" */
  REL_CUE_NUMBER,
  REL_CUE_GENDER,
  REL_CUE_TYPE,
  REL_CUE_CHAIN_TYPE,
  REL_CUE_POSSESSOR, /* both have: the same, another; one has; the one is the other's */
  REL_CUE_QUOTE,     /* inside and outside a quotation; who speaks */
  REL_CUE_SIZE,      /* mentions of the thing so far, logarithm */
  REL_CUE_NAMED,     /* whether the thing has a name, and the mention one */
  REL_CUE_MEMBERS,   /* a coordination */
  REL_CUE_GOVERNOR,  /* hang on the same word */
  REL_N_CUE_FAMILIES
} RelCueFamily;

/* How the tree joins two mentions: classes of REL_CUE_ARC. */
typedef enum {
  REL_ARC_NONE,
  REL_ARC_APPOSITION,
  REL_ARC_PREDICATE,
  REL_ARC_CONJUNCT,
  REL_ARC_SUBJECT_ABOVE,
  REL_N_ARCS
} RelArcClass;

/* The model of ontology/, for rel_lexicon_get_part(). */
gpointer rel_link_cues_load (const RelLexicon *lexicon);
/* Looks up the numbers of all cues in @model, which learns them if it grows. */
void rel_link_cues_bind (RelLinkModel *model);

/* Finds what is compared of the mention: words, possessor, and the attributes that @self->links knows. Mentions are
 * prepared in text order, once each. */
void rel_link_prepare (RelDiscourse *self, guint32 index);

RelArcClass rel_link_get_arc (const RelDiscourse *self, guint32 index, guint32 before);

/* Fills the cues of @candidate, which stands before mention @index. */
void rel_link_compare (const RelDiscourse *self, guint32 index, gboolean is_nearest, RelLinkCandidate *candidate);
/* Adds a cue to @candidate. */
void rel_link_add_cue (const RelDiscourse *self, RelLinkCandidate *candidate, RelCueFamily family, guint class);

/* "Meloni told her": whether both are arguments of one clause, or one is part of the other. */
gboolean rel_link_is_bound (const RelReferent *referent, const RelReferent *before);

G_END_DECLS
