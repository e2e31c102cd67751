/* Frames that `relata learn` wrote, as the lexicon has them: cue → properties. */
#pragma once

#include <triples/pair_cues.h>

G_BEGIN_DECLS

/* What a cue means. */
typedef struct {
  const gchar *property; /* IRI, in the lexicon */
  gfloat precision;      /* how often two phrases with the cue had the property, 0..1 */
} RelFrameMeaning;

typedef struct _RelLearnedFrames RelLearnedFrames; /* opaque: src/triples/learned_frames.c */

/* Made once for each lexicon; borrowed from it. NULL: there are none. */
const RelLearnedFrames *rel_learned_frames_get (const RelLexicon *lexicon);

/* (nullable) (element-type RelFrameMeaning): in the order of the files. */
const GArray *rel_learned_frames_find (const RelLearnedFrames *self, const gchar *cue);

/* (nullable): shape of a phrase → gfloat, how often it is the name that the examples give a subject. */
GHashTable *rel_learned_frames_get_shapes (const RelLearnedFrames *self);
/* Set of the values that frames name, in lower case. */
GHashTable *rel_learned_frames_get_values (const RelLearnedFrames *self);

/* Facts by learned frames: the third way to facts beside propositions and noun phrases. */
void rel_drafts_add_learned (RelFactDrafts *self);

G_END_DECLS
