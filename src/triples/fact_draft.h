/* What one document states, as facts whose nodes are not yet shared with other documents.
 *
 *   RelProposition[] ─ proposition_facts ─┐
 *   noun phrases     ─ phrase_facts ──────┤
 *   names            ─ descriptor_facts ──┴► RelFactDrafts ─ graph.c ─► RelGraph
 *
 * A draft lives only while its document is added to a graph.
 */
#pragma once

#include <relata/triples.h>

G_BEGIN_DECLS

/* A predicate as one sentence words it. */
typedef struct {
  const gchar *key;   /* lemmas, the identity of the predicate: "sign memorandum on" */
  const gchar *label; /* as the sentence inflects it, without auxiliaries: "signed memorandums on" */
  guint rank;         /* 0: the best label to read, past tense; higher: worse */

  /* Set by rel_drafts_map_properties(). */
  const gchar *property; /* (nullable) of the ontology */
  gboolean is_same;      /* the words mean just that property, not a kind of it */
  gboolean is_given;     /* the property is one of the user's ontology, and keeps its own IRI */
} RelPredicateDraft;

/* One binary fact as one sentence states it. */
typedef struct {
  const RelNode *subject;
  RelPredicateDraft predicate;
  const RelNode *object; /* (nullable) */
  RelPolarity polarity;
  RelModality modality;
  const RelNode *source;              /* (nullable) */
  const gchar *time;                  /* (nullable) */
  const gchar *relative_time;         /* (nullable) only without time */
  const RelNode *place;               /* (nullable) */
  const RelNode *const *participants; /* [n_participants] */
  guint n_participants;
  guint32 sentence;
  const gchar *rule;
  gfloat confidence;
} RelFactDraft;

/* The quotations of a document. Opaque: quoted_clause.c */
typedef struct _RelQuotations RelQuotations;

typedef struct {
  const RelDocument *document;
  const RelLexicon *lexicon;
  const gchar *base;        /* (nullable) as in RelGraphOptions */
  RelArena *arena;          /* owns all nodes, facts and strings below */
  GPtrArray *facts;         /* of RelFactDraft */
  const RelNode **entities; /* [n_entities of the document] made when first asked for */
  GHashTable *used_names;   /* IRI → how often it was asked for, to tell unnamed things of one label apart */
  GHashTable *things;       /* label → RelNode, for literals that facts are told of */
  GHashTable *phrases;      /* sentence and token → RelNode, for phrases that are no mention */
  RelTree **trees;          /* [n_sentences] made when first asked for */
  guint *first_proposition; /* [n_sentences + 1] index of the first proposition of each sentence */
  guint *first_mention;     /* [n_sentences + 1] index of the first mention of each sentence */
  GHashTable
    *event_times; /* (nullable) lemma of an event → ISO 8601, "" where there are several; made when asked for */
  RelQuotations *quotations; /* (nullable) made when asked for */
} RelFactDrafts;

RelFactDrafts *rel_drafts_new (const RelDocument *document, const RelLexicon *lexicon, const gchar *base);
void rel_drafts_free (RelFactDrafts *self);
const RelTree *rel_drafts_get_tree (RelFactDrafts *self, guint32 sentence);
const RelToken *rel_drafts_get_token (const RelFactDrafts *self, guint32 sentence, gint32 token);

/* Adds a copy of @fact, unless its subject is its object. */
void rel_drafts_add (RelFactDrafts *self, const RelFactDraft *fact);

/* fact_nodes.c */

/* Appends the nodes that the phrase headed by @head stands for: its entity, the members of a plural, a literal; nothing
 * for a pronoun that could not be resolved. */
void rel_drafts_collect_head (RelFactDrafts *self, guint32 sentence, gint32 head, GPtrArray *nodes);
/* The same for @argument and for what is coordinated with its head; a clause is a literal. */
void rel_drafts_collect_argument (RelFactDrafts *self, guint32 sentence, const RelArgument *argument, GPtrArray *nodes);
const RelNode *rel_drafts_get_entity (RelFactDrafts *self, guint32 entity); /* (nullable) */
/* A number, or text where @digits are none. */
const RelNode *rel_drafts_make_number (RelFactDrafts *self, const gchar *digits);
const RelNode *rel_drafts_make_text (RelFactDrafts *self, const gchar *text);
/* @node, or a thing of this document in its place when it is a literal: only things have facts. */
const RelNode *rel_drafts_get_thing (RelFactDrafts *self, const RelNode *node);
/* The node of a source that is given by its words only. */
const RelNode *rel_drafts_find_source (RelFactDrafts *self, const gchar *text);

/* time_host.c */

/* Head of the clause that @time belongs to where the tree says another one; -1: as the tree says. */
gint32 rel_drafts_find_time_host (RelFactDrafts *self, const RelMention *time);

/* event_time.c */

/* The time of the event that the words around @proposition name: "at the summit"; NULL: none, or not known. */
const gchar *rel_drafts_find_event_time (RelFactDrafts *self, const RelProposition *proposition);
/* Its place, "during their talks in Seoul"; NULL: none. */
const RelNode *rel_drafts_find_event_place (RelFactDrafts *self, const RelProposition *proposition);

/* mended_proposition.c */

/* @proposition with the prepositions of all its arguments, and without what parsers often get wrong. */
const RelProposition *rel_drafts_mend_proposition (RelFactDrafts *self, const RelProposition *proposition);
/* "When threatened, the slug ...": no clause of its own, and not said to have happened; words that name without saying. */
gboolean rel_drafts_says_nothing (RelFactDrafts *self, const RelProposition *proposition);

/* quoted_clause.c */

/* Whether the clause around @token stands in quotation marks. */
gboolean rel_drafts_is_quoted (RelFactDrafts *self, guint32 sentence, gint32 token);
/* Who says the quotation that @token stands in, "unnamed speaker" where nobody is named; NULL: it stands in none. */
const RelNode *rel_drafts_find_speaker (RelFactDrafts *self, guint32 sentence, gint32 token);

/* fact_source.c */

/* Who says what @proposition states; NULL: the text itself. */
const RelNode *rel_drafts_find_proposition_source (RelFactDrafts *self, const RelProposition *proposition);
/* Who says what a participle of saying says, when its subject cannot speak ("water ..., adding that"): a token, -1: as it is. */
gint32 rel_drafts_find_speaking_subject (RelFactDrafts *self, const RelProposition *proposition);
/* Whether @token is the verb of "..., Yonhap reported." at the end of its sentence. */
gboolean rel_drafts_is_reporter (RelFactDrafts *self, guint32 sentence, gint32 token);

/* fact_time.c */

/* ISO 8601 of the time that @proposition holds at, (nullable). */
const gchar *rel_drafts_find_time (RelFactDrafts *self, const RelProposition *proposition);
/* The words of the time of @proposition that nothing dates, "last June" in a text without date; NULL: none. */
const gchar *rel_drafts_find_relative_time (RelFactDrafts *self, const RelProposition *proposition);
/* The same by the times that the clause itself has, not its nouns, the clause around it, or occasions. */
const gchar *rel_drafts_find_own_time (RelFactDrafts *self, const RelProposition *proposition);
/* The time told right behind the amount or name that @argument is, "$8 billion in 2012 to ..."; NULL: none. */
const gchar *rel_drafts_find_argument_time (RelFactDrafts *self, const RelProposition *proposition,
                                            const RelArgument *argument);
/* The proposition of the clause or noun that @token heads, not an inferred one; NULL: none. */
const RelProposition *rel_drafts_find_proposition (const RelFactDrafts *self, guint32 sentence, gint32 token);

/* phrase_label.c */

/* The words of the phrase headed by @head without article, relative clause, apposition and conjuncts. */
const gchar *rel_drafts_get_phrase (RelFactDrafts *self, guint32 sentence, gint32 head);

/* predicate_label.c */

/* The predicate of @proposition alone: "agreed to deepen", "was registered". */
RelPredicateDraft rel_drafts_make_predicate (RelFactDrafts *self, const RelProposition *proposition);
/* The same without passive: "built" for "was built". */
RelPredicateDraft rel_drafts_make_active (RelFactDrafts *self, const RelProposition *proposition);
/* @predicate with the noun @noun (-1: none) and @preposition (nullable) behind it: "signed memorandums on". */
RelPredicateDraft rel_drafts_extend_predicate (RelFactDrafts *self, RelPredicateDraft predicate, guint32 sentence,
                                               gint32 noun, const gchar *preposition);
/* "is trading partner of": the noun with what narrows it, but for @owner (-1: none), whose it is. */
RelPredicateDraft rel_drafts_make_nominal (RelFactDrafts *self, guint32 sentence, gint32 noun, gint32 owner,
                                           const gchar *preposition);
/* The same of the tokens [@first, @end). */
RelPredicateDraft rel_drafts_make_role (RelFactDrafts *self, guint32 sentence, gint32 first, gint32 end,
                                        const gchar *preposition);

/* phrase_facts.c */

/* (transfer full) (nullable): the preposition of @token with all its words, "such as". */
gchar *rel_drafts_dup_preposition (const RelTree *tree, gint32 token);
/* Whether what stands behind @preposition is an example of what stands before: "including". */
gboolean rel_drafts_is_example (const RelFactDrafts *self, const gchar *preposition);

/* proposition_facts.c, phrase_facts.c, descriptor_facts.c */
void rel_drafts_add_propositions (RelFactDrafts *self);
void rel_drafts_add_phrases (RelFactDrafts *self);
void rel_drafts_add_descriptors (RelFactDrafts *self);
void rel_drafts_add_origins (RelFactDrafts *self); /* origin_facts.c */

/* property_mapping.c */

/* Ties the predicates of all facts to properties of the ontology; @only_ontology drops the facts that have none. */
void rel_drafts_map_properties (RelFactDrafts *self, gboolean only_ontology);

G_END_DECLS
