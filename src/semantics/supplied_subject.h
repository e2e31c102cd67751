/* Subjects that are not said: a clause without one in, the pronoun it is read with out. */
#pragma once

#include <semantics/draft.h>

G_BEGIN_DECLS

/* Whether the clause asks the reader to do something: "Send me the report". Its subject is "you". */
gboolean rel_view_is_command (const RelView *view, gint32 clause);

/* The pronoun of ontology/81-nouns-en.ttl that goes with a lemma, a tag or a form of "be" in lower case, NULL: none. */
const gchar *rel_view_find_unsaid_pronoun (const RelView *view, const gchar *form);

/* Adds to @draft the subject that the clause of @predicate is read with, and marks it as inferred: "you" of a command, "I"
 * or "it" of a note. The argument has no tokens and the head -1. FALSE when the clause is governed by another, has
 * something that may be its subject, or is no clause that one can tell the subject of. */
gboolean rel_draft_supply_subject (RelView *view, gint32 predicate, RelDraft *draft);

G_END_DECLS
