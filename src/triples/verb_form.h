/* Inflected forms of verbs, for the labels of predicates. */
#pragma once

#include <relata/lexis.h>

G_BEGIN_DECLS

typedef enum { REL_VERB_PAST, REL_VERB_PRESENT } RelVerbForm;

/* (transfer full): "reaffirmed" or "reaffirms" for the lemma "reaffirm": by rel:pastForm and rel:presentForm of @lexicon
 * (nullable), and where these are silent by the rules of spelling. */
gchar *rel_verb_form_new (const RelLexicon *lexicon, const gchar *lemma, RelVerbForm form);

G_END_DECLS
