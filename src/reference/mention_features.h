/* What a mention is by itself: type, gender, number, definiteness, place in the clause. */
#pragma once

#include <reference/discourse.h>

G_BEGIN_DECLS

/* Type of a nominal by the model, else by its head noun. */
RelEntityType rel_mention_guess_nominal_type (const RelDiscourse *self, const RelToken *head);

/* Fills gender, number, person, definiteness, grammar, clause of @referent, whose mention is complete. */
void rel_mention_describe (const RelDiscourse *self, RelReferent *referent);

/* The type that ontology/ gives the noun @lemma, -1: none. */
gint rel_mention_find_noun_type (const RelDiscourse *self, const gchar *lemma);

G_END_DECLS
