/* The parts of mood.c, one question each, one file each. All read the tree and the word classes; those that ask for the mood
 * of a governor want it to be read already. */
#pragma once

#include <semantics/view.h>

G_BEGIN_DECLS

/* ─── denial.c: what denies ─── */

/* Whether the words of the clause itself deny it: "not", "no one", "without" before it. Two denials are none. */
gboolean rel_clause_is_denied (const RelView *view, gint32 clause);

/* Whether the noun phrase denies its clause: "no one", "no plans". */
gboolean rel_phrase_is_negative (const RelView *view, gint32 head);

/* ─── modality.c: what leaves open ─── */

/* What modals, adverbs, conditions and alternatives in the clause make of @above, the modality that its governor gives it. */
RelModality rel_clause_read_modality (const RelView *view, gint32 clause, const RelMood *above);

/* "Had he won", "should the vote fail": a condition that word order tells. */
gboolean rel_clause_is_inverted_condition (const RelView *view, gint32 clause);

/* Whether the first verb of the clause is in the present tense. */
gboolean rel_clause_is_present (const RelView *view, gint32 clause);

/* Whether one of the words that begin the clause is of @classes. */
gboolean rel_clause_has_marker (const RelView *view, gint32 clause, RelWordClasses classes);

/* ─── embedding.c: what a governor makes of the clause inside it ─── */

gboolean rel_clause_is_to_infinitive (const RelView *view, gint32 clause);

/* Whether the lexicon says what becomes of an infinitive inside @governor. What it says nothing of ("were demolished to make
 * way") does what it says. */
gboolean rel_view_has_signature (const RelView *view, gint32 governor);

RelMood rel_mood_of_complement (const RelView *view, gint32 governor, gint32 clause);
RelMood rel_mood_of_infinitive (const RelView *view, gint32 governor, gint32 clause);
RelMood rel_mood_of_gerund (const RelView *view, gint32 governor, gint32 clause);
RelMood rel_mood_of_adverbial (const RelView *view, gint32 governor, gint32 clause);
RelMood rel_mood_of_noun_clause (const RelView *view, gint32 noun, gint32 clause);

/* Whether a gerund is what its governor is about: "denied selling", "banned them from selling". */
gboolean rel_clause_is_bound_gerund (const RelView *view, gint32 governor, gint32 clause);

/* ─── attribution.c: who says it ─── */

/* Head of who answers for the clause by a phrase inside it: "…, Lee said", "according to Lee", "in the film"; -1: nobody. */
gint32 rel_clause_find_speaker (const RelView *view, gint32 clause);

/* Who is said to say what @governor embeds, -1: nobody known. */
gint32 rel_view_find_speaker_of_verb (const RelView *view, gint32 governor);

/* "a novel about a man who kills": the work in which the relative clause of @noun happens, -1: none. */
gint32 rel_view_find_fiction (const RelView *view, gint32 noun, gint32 clause);

/* ─── noun_mood.c: what is said of an event or role that a noun names ─── */

/* "the planned merger", "called off the merger", "Weber's failed bid". */
RelMood rel_mood_of_event (const RelView *view, gint32 noun);

/* "the alleged killer": of the statement that somebody is what @noun names; @said is what it were without "alleged". */
RelMood rel_mood_of_role (const RelView *view, gint32 noun, RelMood said);

G_END_DECLS
