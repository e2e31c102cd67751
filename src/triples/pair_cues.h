/* What a sentence says between two phrases: the cues by which frames are learned and found again.
 *
 * A cue is a line of fields, each with its name, "governor=direct link=obl+by shape=person", that reads the same in the lexicon
 * (rel:governor "direct" ; rel:link "obl+by" ; rel:shape "person"), so that what was learned can be read and edited.
 */
#pragma once

#include <triples/phrase_list.h>

G_BEGIN_DECLS

/* The fields, in the order in which they stand in a cue. */
typedef enum {
  REL_CUE_ABOVE,    /* lemma of what the governor hangs on */
  REL_CUE_GOVERNOR, /* lemma of what the object hangs on; "." is the subject itself */
  REL_CUE_LINK,     /* how it hangs there: "obl+by", "compound" */
  REL_CUE_PATH,     /* from the governor to the subject: "acl ^ nsubj" */
  REL_CUE_BEFORE,   /* lemmas of the two words before the object */
  REL_CUE_AFTER,    /* lemma of the word behind the object */
  REL_CUE_SHAPE,    /* kind of phrase that the object is */
  REL_CUE_VALUE,    /* the object's label in lower case */
} RelCueField;
#define REL_N_CUE_FIELDS (REL_CUE_VALUE + 1)
const gchar *rel_cue_field_get_name (RelCueField field); /* "governor" */

/* Cues of one family say nearly the same thing; those of two families back each other up. */
typedef enum { REL_CUES_TREE, REL_CUES_BEFORE, REL_CUES_AFTER, REL_CUES_VALUE } RelCueFamily;
#define REL_N_CUE_FAMILIES (REL_CUES_VALUE + 1)
RelCueFamily rel_cue_get_family (const gchar *cue);

/* (transfer full): a cue of the fields that are not NULL. */
gchar *rel_cue_new (const gchar *const fields[REL_N_CUE_FIELDS]);
/* (transfer full): the fields of @cue, [REL_N_CUE_FIELDS], NULL where it has none; free each and all. */
gchar **rel_cue_split (const gchar *cue);

/* Appends the cues (transfer full) of @object as said of @subject to @cues. @is_near: @subject is what the clause around
 * @object or the sentence is about, so that cues which do not look at it count, too. */
void rel_cues_collect (const RelTree *tree, const RelPhrase *subject, const RelPhrase *object, gboolean is_near,
                       GPtrArray *cues);

/* The token that the clause or noun around @token is about: the subject of its verb, the noun that it describes; -1: none. */
gint32 rel_cues_find_local_subject (const RelTree *tree, gint32 token);

G_END_DECLS
