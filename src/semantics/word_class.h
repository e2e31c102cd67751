/* What the lexicon (ontology/80-lexicon-en.ttl) says of words: lemma in, set of classes out.
 *
 * A class is a bit; the table in word_class.c gives the name that each has in the ontology.
 */
#pragma once

#include <relata/lexis.h>

G_BEGIN_DECLS

typedef guint64 RelWordClasses;

/* Verbs, by what becomes of the clause or infinitive inside them. */
#define REL_CLASS_REPORTING ((RelWordClasses) 1 << 0)
#define REL_CLASS_DENYING ((RelWordClasses) 1 << 1)
#define REL_CLASS_DOUBTING ((RelWordClasses) 1 << 2)
#define REL_CLASS_FACTIVE ((RelWordClasses) 1 << 3)
#define REL_CLASS_IMPLICATIVE ((RelWordClasses) 1 << 4)
#define REL_CLASS_NEGATIVE_IMPLICATIVE ((RelWordClasses) 1 << 5)
#define REL_CLASS_PREVENTIVE ((RelWordClasses) 1 << 6)
#define REL_CLASS_ASPECT ((RelWordClasses) 1 << 7)
#define REL_CLASS_COMMITMENT ((RelWordClasses) 1 << 8)
#define REL_CLASS_PLAN ((RelWordClasses) 1 << 9)
#define REL_CLASS_DESIRE ((RelWordClasses) 1 << 10)
#define REL_CLASS_CAUSATIVE ((RelWordClasses) 1 << 11)
#define REL_CLASS_PERMISSION ((RelWordClasses) 1 << 12)
#define REL_CLASS_EPISTEMIC ((RelWordClasses) 1 << 13)
#define REL_CLASS_OBLIGATION ((RelWordClasses) 1 << 14)
#define REL_CLASS_SUBJECT_CONTROL ((RelWordClasses) 1 << 15)
#define REL_CLASS_LIGHT ((RelWordClasses) 1 << 16)
#define REL_CLASS_COPULA ((RelWordClasses) 1 << 17)
#define REL_CLASS_BECOMING ((RelWordClasses) 1 << 18)
/* Modals, negation, conjunctions, adverbs. */
#define REL_CLASS_FUTURE_MODAL ((RelWordClasses) 1 << 19)
#define REL_CLASS_POSSIBLE_MODAL ((RelWordClasses) 1 << 20)
#define REL_CLASS_OBLIGATORY_MODAL ((RelWordClasses) 1 << 21)
#define REL_CLASS_HYPOTHETICAL_MODAL ((RelWordClasses) 1 << 22)
#define REL_CLASS_NEGATION ((RelWordClasses) 1 << 23)
#define REL_CLASS_NEGATIVE_NOUN ((RelWordClasses) 1 << 24)
#define REL_CLASS_CONDITION ((RelWordClasses) 1 << 25)
#define REL_CLASS_NEGATIVE_MARKER ((RelWordClasses) 1 << 26)
#define REL_CLASS_CONTRARY_MARKER ((RelWordClasses) 1 << 27)
#define REL_CLASS_CAUSE_MARKER ((RelWordClasses) 1 << 28)
#define REL_CLASS_PURPOSE_MARKER ((RelWordClasses) 1 << 29)
#define REL_CLASS_TIME_MARKER ((RelWordClasses) 1 << 30)
#define REL_CLASS_PLACE_MARKER ((RelWordClasses) 1 << 31)
#define REL_CLASS_POSSIBLE_ADVERB ((RelWordClasses) 1 << 32)
#define REL_CLASS_CONJUNCTIVE_ADVERB ((RelWordClasses) 1 << 33)
#define REL_CLASS_DEGREE_ADVERB ((RelWordClasses) 1 << 34)
/* Adjectives. */
#define REL_CLASS_POSSIBLE_ADJECTIVE ((RelWordClasses) 1 << 35)
#define REL_CLASS_PLAN_ADJECTIVE ((RelWordClasses) 1 << 36)
#define REL_CLASS_DESIRE_ADJECTIVE ((RelWordClasses) 1 << 37)
#define REL_CLASS_NEGATIVE_ADJECTIVE ((RelWordClasses) 1 << 38)
/* Nouns. */
#define REL_CLASS_PLAN_NOUN ((RelWordClasses) 1 << 39)
#define REL_CLASS_REPORTING_NOUN ((RelWordClasses) 1 << 40)
#define REL_CLASS_LIGHT_NOUN ((RelWordClasses) 1 << 41)
#define REL_CLASS_EVENT_NOUN ((RelWordClasses) 1 << 42)
#define REL_CLASS_ROLE_NOUN ((RelWordClasses) 1 << 43)
#define REL_CLASS_PERSON_TITLE ((RelWordClasses) 1 << 44)
#define REL_CLASS_TIME_NOUN ((RelWordClasses) 1 << 45)
#define REL_CLASS_PLACE_NOUN ((RelWordClasses) 1 << 46)
#define REL_CLASS_MANNER_NOUN ((RelWordClasses) 1 << 47)
#define REL_CLASS_QUANTITY_NOUN ((RelWordClasses) 1 << 48)
/* Further function words. */
#define REL_CLASS_PLACE_PREPOSITION ((RelWordClasses) 1 << 49)
#define REL_CLASS_TIME_ADVERB ((RelWordClasses) 1 << 50)
#define REL_CLASS_PLACE_ADVERB ((RelWordClasses) 1 << 51)

#define REL_CLASS_PREPOSITIONAL_PARTICIPLE ((RelWordClasses) 1 << 52)
#define REL_CLASS_VERB_PARTICLE ((RelWordClasses) 1 << 53)
#define REL_CLASS_MEANS_MARKER ((RelWordClasses) 1 << 54)
#define REL_CLASS_TERM_NOUN ((RelWordClasses) 1 << 55)
#define REL_CLASS_ADDRESSEE ((RelWordClasses) 1 << 56) /* verbs: "told her that" */
#define REL_CLASS_INFINITIVE ((RelWordClasses) 1 << 57)
#define REL_CLASS_ACCUSING ((RelWordClasses) 1 << 58) /* "accused of stealing", "on trial for" */
#define REL_CLASS_JUDGING ((RelWordClasses) 1 << 59)  /* verbs: "thanked her for coming" */
#define REL_CLASS_FICTION ((RelWordClasses) 1 << 60)  /* "in the film"; verbs: "plays a man who" */
#define REL_CLASS_OPPOSING ((RelWordClasses) 1 << 61) /* "opposes buying", "against buying" */
#define REL_CLASS_ENDING ((RelWordClasses) 1 << 62)   /* verbs: "died before finishing" */
#define REL_CLASS_SHOWING ((RelWordClasses) 1 << 63)  /* verbs: "showed that", true only when they are */

/* Words that the lexicon knows, each with its classes: made once per document. Opaque: word_class.c */
typedef struct _RelWordTable RelWordTable;

RelWordTable *rel_word_table_new (const RelLexicon *lexicon);
void rel_word_table_free (RelWordTable *self);

/* Whether a phrase of the lexicon begins with the token: rel_word_table_get_phrase() has its classes. */
gboolean rel_word_table_begins_phrase (const RelWordTable *self, const RelToken *token);

/* Classes of the phrase that @word (a lemma or form) and the forms of the @n tokens at @rest make: "call off", "as if", "by no
 * means"; 0: the lexicon has no such phrase. */
RelWordClasses rel_word_table_get_phrase (const RelWordTable *self, const gchar *word, const RelToken *rest, gint32 n);

/* Classes of a word by its lemma, or by its form where the lemma has none; 0 for a word that has none. Verb classes
 * count for verbs only, noun classes for nouns, adjective classes for adjectives and participles. */
RelWordClasses rel_word_table_get (const RelWordTable *self, const RelToken *token);

/* Takes the first class out of @bits and gives its name in the ontology, "rel:PlanVerb"; NULL when none is left. */
const gchar *rel_word_classes_pop (RelWordClasses *bits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelWordTable, rel_word_table_free)

G_END_DECLS
