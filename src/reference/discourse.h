/* The mentions of one document while they are gathered into entities.
 *
 *   trees ─ mentions.c ─► RelReferent[] ─ same_name.c, plural_links.c, ranked_links.c ─► chains ─ entities.c
 *
 * A chain is a set of mentions of one thing (union-find, Tarjan 1975). What is known of the thing stands at the mention
 * that is the root of the chain. Everything lives in a scratch arena but the strings, which live in the document's.
 */
#pragma once

#include <reference/link_model.h>
#include <reference/calendar.h>

G_BEGIN_DECLS

#define REL_NO_REFERENT G_MAXUINT32

typedef enum {
  REL_GRAMMAR_SUBJECT,
  REL_GRAMMAR_OBJECT,
  REL_GRAMMAR_OBLIQUE,
  REL_GRAMMAR_POSSESSOR,
  REL_GRAMMAR_OTHER,
} RelGrammar;

/* An office or other role of a person, with the place it belongs to. */
typedef struct _RelOffice RelOffice;
struct _RelOffice {
  const gchar *role;  /* IRI in ontology/, of class rel:Title */
  const gchar *place; /* (nullable) IRI of the place, "Italian Prime Minister" */
  RelOffice *next;
};

/* A name of the file of identities that a chain bears. */
typedef struct _RelIdentityMark RelIdentityMark;
struct _RelIdentityMark {
  guint number;
  RelIdentityMark *next;
};

typedef struct {
  RelMention mention;
  gint32 name_first, name_end; /* tokens of the name, without title and article; only of names */
  const gchar *key; /* words that count when mentions are compared: lower case, one blank between; "": none */
  guint n_words;    /* words in the key */
  RelGrammar grammar;
  gint32 clause;        /* token of the verb or other head of the clause that the mention is in, -1: none */
  guint8 person;        /* 1, 2, 3: of a personal pronoun; 0: another mention */
  gboolean is_definite; /* "the", "this", "both", a possessor; a name */
  gboolean is_reflexive;
  gboolean is_acronym; /* "AI": short for another mention of its chain */
  gboolean is_quoted;  /* inside quotation marks */
  guint32 speaker;     /* mention of the one who says the quotation; REL_NO_REFERENT: not known */
  guint32 takes_up;    /* mention that it describes or probably means; REL_NO_REFERENT: none */
  gboolean describes;  /* .takes_up, as apposition or predicate */

  /* What the ranking of antecedents compares: link_cues.c */
  guint32 head_word; /* number of the head's lemma; of a name, of its last word */
  guint32 *words;    /* [n_content] numbers of the words that count but the head: n_before of them before it */
  guint8 n_content, n_before;
  guint32 numerals;  /* bit i: word i is a number */
  guint32 possessor; /* mention; REL_NO_REFERENT: none, or none that is a mention */
  gboolean is_possessed;
  guint16 *attributes; /* [n_attributes] numbers in the model */
  guint n_attributes;
  gfloat *as_antecedent; /* [REL_LINK_ROW] sum of the rows of its attributes; NULL: not needed yet */

  guint32 parent; /* union-find */
  /* Of the whole chain, valid at its root. */
  RelGender gender;
  gboolean is_plural;
  gboolean is_named;
  const gchar *resource;  /* (nullable) IRI in ontology/ */
  RelOffice *offices;     /* (nullable) */
  RelIdentityMark *marks; /* (nullable) */
  guint32 *members;       /* [n_members] roots when it was set: use rel_discourse_find () */
  guint n_members;
  guint n_mentions;
  guint n_seen;      /* mentions so far, in text order */
  guint32 last_seen; /* the last of them */
  guint32 stamp;     /* mention that the chain was last a candidate for, + 1 */
  guint n_stamps;    /* how often */
} RelReferent;

typedef struct _RelDiscourse RelDiscourse;

/* Chooses among candidates for mention @index, of which the first is "nothing before": the number of one. */
typedef guint (*RelLinkChooseFunc) (RelDiscourse *self, guint32 index, RelLinkCandidate *candidates, guint n_candidates,
                                    gpointer user_data);

struct _RelDiscourse {
  RelDocument *document;
  const RelLexicon *lexicon;
  RelArena *scratch;
  RelTree **trees;          /* [n_sentences] */
  gboolean has_types;       /* whether any token carries an etype, so that 0 means "no mention" */
  GArray *referents;        /* RelReferent, by start, longer first */
  guint32 *first_referent;  /* [n_sentences + 1] index of the first mention of each sentence */
  RelLinkModel *links;      /* ranks antecedents */
  RelLinkChooseFunc choose; /* by the scores unless learning chooses otherwise */
  gpointer choose_data;
  GHashTable *words;          /* word → number + 1 */
  GPtrArray *by_word;         /* [number] → GArray of guint32, mentions with that head, or names with that word */
  GArray *passed;             /* guint32: mentions that were linked already, in the order in which they were */
  GHashTable *by_members;     /* sorted members as text → mention + 1 that stands for them */
  GHashTable *by_office;      /* IRI of a role → GArray of guint32, mentions of its bearers */
  RelTimeFrame time_frame;    /* what the text has told of times so far */
  GArray *near_misses;        /* RelNearMiss */
  guint32 speaker_of_text[4]; /* first mention of "I", "we", "you" outside quotations; [3] unused */
};

static inline RelReferent *
rel_discourse_get (const RelDiscourse *self, guint32 index)
{
  return &g_array_index (self->referents, RelReferent, index);
}

static inline RelToken *
rel_discourse_get_tokens (const RelDiscourse *self, guint32 sentence)
{
  return rel_sentence_get_tokens (self->document, &self->document->sentences[sentence]);
}

/* discourse.c */
guint32 rel_discourse_find (const RelDiscourse *self, guint32 index);
/* Joins the chain of @index to that of @antecedent, unless the file of identities tells them apart; @reason is noted at
 * @index. */
void rel_discourse_join (RelDiscourse *self, guint32 antecedent, guint32 index, const gchar *reason);
/* Notes that @index was not joined to @antecedent; @reason is copied. */
void rel_discourse_note_near_miss (RelDiscourse *self, guint32 antecedent, guint32 index, const gchar *reason);
gboolean rel_gender_agrees (RelGender a, RelGender b);
/* Mention with head token @head in @sentence, not a date or amount; REL_NO_REFERENT: none. */
guint32 rel_discourse_find_head (const RelDiscourse *self, guint32 sentence, gint32 head);
void rel_discourse_add_office (RelDiscourse *self, guint32 index, const gchar *role, const gchar *place);
/* Makes the chain of @index stand for @n_members others. */
void rel_discourse_set_members (RelDiscourse *self, guint32 index, const guint32 *members, guint n_members);
/* Words [first, end) in lower case with one blank between. In the document's arena. */
const gchar *rel_discourse_fold_words (const RelDiscourse *self, guint32 sentence, gint32 first, gint32 end);
/* The text of tokens [first, end) with one blank for any white space. In the document's arena. */
const gchar *rel_discourse_dup_text (const RelDiscourse *self, guint32 sentence, gint32 first, gint32 end);
/* Whether the ontology lists @word as rel:headNoun of @group. */
gboolean rel_discourse_is_head_noun (const RelDiscourse *self, const gchar *group, const gchar *word);

/* mentions.c: fills .referents, .first_referent */
void rel_discourse_collect (RelDiscourse *self);
/* mention_order.c: sorts and nests .referents, fills .first_referent */
void rel_discourse_order (RelDiscourse *self);
/* quotes.c: fills .is_quoted, .speaker */
void rel_discourse_mark_quotes (RelDiscourse *self);

/* identity_links.c: what document->identities says of the names of the text; before all links, and behind those by name */
void rel_discourse_mark_identities (RelDiscourse *self);
void rel_discourse_link_identities (RelDiscourse *self);
gboolean rel_discourse_are_different (const RelDiscourse *self, const RelIdentityMark *a, const RelIdentityMark *b);
/* Sets name, type and mark of the entity where its chain @root has names of the file; FALSE: it has none. */
gboolean rel_discourse_apply_identity (const RelDiscourse *self, const RelReferent *root, RelEntity *entity);

/* Links that look at the whole text, in this order. */
void rel_discourse_link_names (RelDiscourse *self);      /* same_name.c */
void rel_discourse_link_persons (RelDiscourse *self);    /* person_name.c */
void rel_discourse_link_acronyms (RelDiscourse *self);   /* acronym.c */
void rel_discourse_collect_offices (RelDiscourse *self); /* office.c */

/* Links of one mention to what stands before it, in text order; FALSE: nothing was found. */
gboolean rel_discourse_link_office (RelDiscourse *self, guint32 index);  /* office.c */
gboolean rel_discourse_link_plural (RelDiscourse *self, guint32 index);  /* plural_links.c */
gboolean rel_discourse_link_speaker (RelDiscourse *self, guint32 index); /* speaker_links.c */
gboolean rel_discourse_link_ranked (RelDiscourse *self, guint32 index);  /* ranked_links.c */
/* Makes the mention a candidate for those behind it. ranked_links.c */
void rel_discourse_pass (RelDiscourse *self, guint32 index);

/* All of it: mentions and chains into the document. @links ranks, or @choose where it is not NULL. entities.c */
void rel_discourse_run (RelDocument *document, const RelLexicon *lexicon, RelLinkModel *links, RelLinkChooseFunc choose,
                        gpointer choose_data);

/* The phrases coordinated with the one headed by mention @index, itself first: at most @max. plural_links.c */
guint rel_discourse_get_conjuncts (const RelDiscourse *self, guint32 index, guint32 *conjuncts, guint max);
/* Makes the mention stand for @members, together with others that do. plural_links.c */
void rel_discourse_join_members (RelDiscourse *self, guint32 index, guint32 *members, guint n_members,
                                 const gchar *reason);

G_END_DECLS
