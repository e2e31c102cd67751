/* relata/semantics.h: what a sentence states, close to its words (open information extraction).
 *
 *   trees + entities ─► RelProposition[]: predicate with n arguments, polarity, modality, attribution, confidence
 */
#pragma once

#include <relata/reference.h>

G_BEGIN_DECLS

typedef enum { REL_POLARITY_POSITIVE, REL_POLARITY_NEGATIVE } RelPolarity;

/* What the text claims about the state of affairs; FACT: that it is so (or, negative, is not). */
typedef enum {
  REL_MODALITY_FACT,
  REL_MODALITY_PLANNED,      /* plans to, will, is to, is scheduled for        */
  REL_MODALITY_POSSIBLE,     /* may, could, is said to be able to              */
  REL_MODALITY_DESIRED,      /* hopes, wants, calls for                        */
  REL_MODALITY_OBLIGATORY,   /* must, should, has to                           */
  REL_MODALITY_HYPOTHETICAL, /* if, would, questions                           */
} RelModality;
const gchar *rel_modality_get_name (RelModality modality); /* "planned"; "" for FACT */

typedef enum {
  REL_ROLE_SUBJECT,
  REL_ROLE_OBJECT,     /* direct object, predicate nominal or adjective          */
  REL_ROLE_INDIRECT,   /* "gave Meloni an album"                                 */
  REL_ROLE_OBLIQUE,    /* with a preposition: "to Seoul", "with Italy"           */
  REL_ROLE_TIME,
  REL_ROLE_PLACE,
  REL_ROLE_MANNER,
  REL_ROLE_CAUSE,
  REL_ROLE_PURPOSE,
  REL_ROLE_CLAUSE,     /* a clause: "that the two could expand cooperation"      */
} RelRole;
const gchar *rel_role_get_name (RelRole role); /* "subject" */

/* Some tokens of the sentence, in text order, perhaps with gaps. */
typedef struct {
  const gint32 *tokens; /* [n] indices in the sentence, rising */
  guint n;
} RelTokenList;

typedef struct {
  RelRole role;
  const gchar *text;        /* as a reader would write it: "in Seoul", "three MOUs"; may hold supplied words */
  RelTokenList tokens;      /* its words, preposition included */
  gint32 head;              /* head token of the phrase without preposition; -1: a subject that nobody says ("you") */
  const gchar *preposition; /* (nullable) lemma, "of", "on behalf of" */
} RelArgument;

/* One predicate with its arguments, as one sentence states it.
 *
 * Verbs that are coordinated give a proposition each. Coordinated subjects and objects stay whole here (their heads have the
 * other conjuncts as "conj" children); .parts has them apart.
 *
 * The object is the second argument when there is one: what the verb takes, else the first phrase with a preposition behind
 * the verb. That preposition then stands at the end of the relation and of the lemma ("serve as") and no longer in the
 * text of the argument, which still names it. In the passive the lemma is the active verb without "by": "build" for "was built
 * by", with the doer as an argument whose preposition is "by".
 */
struct _RelProposition {
  guint32 sentence;
  gint32 predicate;         /* head token of the predicate: verb, noun or adjective */
  const gchar *relation;    /* as printed: "agreed to deepen", "is" */
  RelTokenList tokens;      /* words of the relation that stand in the sentence */
  const gchar *lemma;       /* normal form without tense and negation: "agree to deepen", "be president of" */
  const RelArgument *arguments; /* [n_arguments], subject first, then object, then in text order */
  guint n_arguments;
  RelPolarity polarity;
  RelModality modality;
  gboolean passive;         /* subject is what it is done to */
  gboolean inferred;        /* holds words that the sentence does not: "is" of an apposition */
  gint32 source;            /* head token of who says it (same sentence), -1: the text itself */
  const gchar *source_text; /* (nullable) "Lee", "local media reports" */
  const gchar *rule;        /* name of the pattern that found it: "clause", "apposition", "title", ... */
  gfloat confidence;        /* probability that a reader would agree, 0..1, calibrated on CaRB dev */
  const RelProposition *parts; /* [n_parts] the same, coordination of subject and object spread: "Lee met | Meloni" and "Lee
                                  met | Macron" of "Lee met | Meloni and Macron"; NULL and 0 without coordination */
  guint n_parts;
};

/**
 * rel_proposition_split:
 * @proposition: one of @document's, or one of its parts
 * @n: (out): how many
 *
 * The same in statements of two arguments. A further argument has a relation with the object in it, "he left him for | five
 * hours"; so have phrases inside the object, "he led the army of | Egypt", and infinitives, "he sold ships to pay | debts".
 * What has a statement of its own is no longer in the object, but for an "of". Clauses with a verb of their own make none.
 *
 * Returns: (array length=n): in the arena of @document; none when there is nothing but a subject
 */
const RelProposition *rel_proposition_split (RelDocument *document, const RelProposition *proposition, guint *n);

/* Adds propositions to a document with trees; entities sharpen time and place roles where they are there. */
gboolean rel_propositions_annotate (const RelModel *model, const RelLexicon *lexicon, RelDocument *document,
                                    GError **error);

/* Tells why propositions are what they are. Opaque: src/semantics/explanation.c */
typedef struct _RelExplainer RelExplainer;

RelExplainer *rel_explainer_new (const RelLexicon *lexicon); /* @lexicon must live as long */
void rel_explainer_free (RelExplainer *self);

/* The tree of a sentence, a line a word in text order, indented by depth: number, form, tag, what it is of which word.
 * (transfer full) */
gchar *rel_explainer_write_tree (const RelExplainer *self, RelDocument *document, guint32 sentence);

/* Lines that name the rule, the words in each slot, polarity, modality and source with the words of the lexicon that bear on
 * them, and what the features of the confidence weigh; they add up to the logarithm of its odds. (transfer full) */
gchar *rel_explainer_write_proposition (const RelExplainer *self, RelDocument *document,
                                        const RelProposition *proposition);

/* What a rule finds, with an example; NULL: no rule has that name. */
const gchar *rel_rule_get_description (const gchar *rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelExplainer, rel_explainer_free)

G_END_DECLS
