/* Facts that a sentence states in passing, inside its noun phrases. */
#include <triples/fact_draft.h>

void
rel_drafts_add_phrases (RelFactDrafts *self)
{
}
