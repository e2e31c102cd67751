/* relata/reference.h: who and what a text speaks of.
 *
 *   trees, names ─► RelMention[] (each noun phrase, name, pronoun, date, amount) ─► RelEntity[] (each thing once)
 */
#pragma once

#include <relata/parse.h>

G_BEGIN_DECLS

/* The ten types of GUM (Zeldes 2017). */
typedef enum {
  REL_ENTITY_ABSTRACT, REL_ENTITY_ANIMAL, REL_ENTITY_EVENT, REL_ENTITY_OBJECT, REL_ENTITY_ORGANIZATION,
  REL_ENTITY_PERSON, REL_ENTITY_PLACE, REL_ENTITY_PLANT, REL_ENTITY_SUBSTANCE, REL_ENTITY_TIME,
} RelEntityType;
#define REL_N_ENTITY_TYPES (REL_ENTITY_TIME + 1)
const gchar *rel_entity_type_get_name (RelEntityType type); /* "person" */
gint rel_entity_type_from_name (const gchar *name);         /* -1: none */

typedef enum {
  REL_MENTION_NAME,     /* "Giorgia Meloni", without title or article                   */
  REL_MENTION_NOMINAL,  /* "the two leaders", "bilateral cooperation"                   */
  REL_MENTION_PRONOUN,  /* "she", "its"                                                 */
  REL_MENTION_DEMONYM,  /* "Italian" before a noun: mentions Italy                      */
  REL_MENTION_TIME,     /* "on Monday", without its preposition; value: "2026-01-19"    */
  REL_MENTION_QUANTITY, /* "$8.08 billion", "three"; value: "8080000000", unit: "USD"   */
} RelMentionForm;

/* One place in the text that speaks of an entity. Tokens count inside the sentence. */
struct _RelMention {
  RelSpan span;          /* bytes of the text; whole phrase without relative clause and apposition */
  guint32 sentence;
  gint32 first, end;     /* tokens [first, end) */
  gint32 head;           /* head token; of a name, its title where the tree makes that the head */
  RelMentionForm form;
  RelEntityType type;
  guint32 entity;        /* index into RelDocument.entities */
  const gchar *value;    /* (nullable) TIME: ISO 8601 as partial as the text, interval "2012/2024", duration
                            "P3D"; QUANTITY: a decimal number. NULL: relative and no anchor, or not understood */
  const gchar *unit;     /* (nullable) QUANTITY: ISO 4217 code, "%", or the counted noun's lemma */
  gboolean approximate;  /* "roughly 1 million" */
  guint32 takes_up;      /* number + 1 of the mention that it describes, as apposition or predicate, or probably means
                            but not surely enough to be one entity with it; 0: none */
  const gchar *reason;   /* why it was put into its entity: "same name", "pronoun", "acronym", ... */
};

typedef enum { REL_GENDER_UNKNOWN, REL_GENDER_MALE, REL_GENDER_FEMALE, REL_GENDER_NEUTER } RelGender;

/* One thing, however often the text mentions it. */
struct _RelEntity {
  const gchar *name;        /* fullest name or clearest phrase: the label in the graph; no title, no article */
  const gchar *const *aliases; /* [n_aliases] the other ways the text names it (no pronouns), sorted */
  guint n_aliases;
  RelEntityType type;
  gboolean is_named;
  gboolean is_plural;
  RelGender gender;
  const guint32 *mentions;  /* [n_mentions] in text order */
  guint n_mentions;
  const guint32 *members;   /* [n_members] entities that a plural stands for: "the two leaders"; may be empty */
  guint n_members;
  const gchar *apart;       /* (nullable) what tells it from another thing of its name and type, for its IRI */
  const gchar *resource;    /* (nullable) IRI in ontology/ of the place or agent that bears the name */
  const gchar *value;       /* (nullable) as in RelMention, for times and quantities */
  const gchar *unit;        /* (nullable) */
};

/* Two mentions that were not made one thing though they might be. */
struct _RelNearMiss {
  guint32 mention;     /* the later one */
  guint32 antecedent;  /* a mention of the other thing */
  const gchar *reason; /* "probability 0.55", "two persons have the name", "different in the file of identities" */
};

/* What a user says of names, whatever the texts make likely. Opaque: src/reference/identities.c */
typedef struct _RelIdentities RelIdentities;

/**
 * rel_identities_load:
 * @path: lines of UTF-8; "#" begins a remark
 *
 *     same       Lee Jae Myung | Lee Jae-myung | the South Korean president
 *     different  John Smith @ report-1 | John Smith @ report-2
 *     type       K-pop | abstract
 *
 * The names of a line "same" are one thing, called by the first; those of a line "different" are never one, pair by pair.
 * Letter case and white space do not count. " @ " and the id of a document limit a name to that document.
 *
 * Returns: (transfer full) (nullable): NULL with %REL_ERROR_IO, %REL_ERROR_ENCODING, or %REL_ERROR_FORMAT naming file and line
 */
RelIdentities *rel_identities_load (const gchar *path, GError **error);
void rel_identities_free (RelIdentities *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelIdentities, rel_identities_free)

/* Adds mentions and entities to a document that has trees and name tags. */
gboolean rel_entities_annotate (const RelModel *model, const RelLexicon *lexicon, RelDocument *document,
                                GError **error);

/* The mention whose head is token @head of @sentence, NULL: none. O(log mentions). */
const RelMention *rel_document_find_mention (const RelDocument *document, guint32 sentence, gint32 head);

/**
 * rel_time_resolve:
 * @phrase: "last June", "Monday", "September last year", "from 2012 to 2024", "Jan. 19"
 * @anchor: date of the text; year 0: none
 * @past: whether the clause is in a past tense, which decides where "Monday" and "June" lie
 *
 * Returns: (transfer full) (nullable): ISO 8601; NULL when @phrase is no time or needs an anchor that is missing
 */
gchar *rel_time_resolve (const RelLexicon *lexicon, const gchar *phrase, RelDate anchor, gboolean past);

G_END_DECLS
