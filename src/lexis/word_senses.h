/* What kinds of things words name, by WordNet: its lexicographers' files ("noun.person", "verb.motion", ...) as classes of
 * words and of phrases of several words: a feature of the network. */
#pragma once

#include <relata/lexis.h>

G_BEGIN_DECLS

/* A class is a byte: the number of the file in WordNet (lexnames(5WN)), with these bits. */
#define REL_SENSE_IS_NAME 64   /* written with a capital letter in WordNet */
#define REL_SENSE_IS_MINOR 128 /* not the most frequent sense of the word */

#define REL_SENSE_ORGANIZATION 45 /* beyond WordNet's files: the ontology knows an organization of that name */

/* Sorted by key, then class; an entry for each class of a word. They stay in the bytes of the model file. */
typedef struct {
  const guint32 *keys;   /* [n] rel_letter_hash_finish() of the words */
  const guint8 *classes; /* [n] */
  guint n;
} RelWordSenses;

/* The same while it is being made. */
typedef struct {
  GArray *keys;    /* guint32 */
  GArray *classes; /* guint8 */
} RelWordSenseTable;

/* Called with each name of each organization in @lexicon. */
typedef void (*RelNameFunc) (const gchar *name, gpointer user_data);
void rel_word_senses_foreach_organization (const RelLexicon *lexicon, RelNameFunc function, gpointer user_data);

/* Reads the nouns and verbs of the database in @directory, wndb(5WN), and the names of organizations that @lexicon
 * (nullable) holds. (transfer full); NULL with REL_ERROR_IO or REL_ERROR_FORMAT. */
RelWordSenseTable *rel_word_senses_read (const gchar *directory, const RelLexicon *lexicon, GError **error);
void rel_word_sense_table_free (RelWordSenseTable *self);

#define REL_WORD_MAX_SENSES 12

/* Classes of a word in any inflection into @classes[REL_WORD_MAX_SENSES]; returns how many. */
guint rel_word_senses_find (const RelWordSenses *self, const gchar *form, guint8 *classes);

/* The longest phrase of two to five words that begins with @forms[0]: its number of words, 0 for none, and the class of
 * its most frequent sense. */
guint rel_word_senses_match (const RelWordSenses *self, const gchar *const *forms, guint n, guint8 *sense);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelWordSenseTable, rel_word_sense_table_free)

G_END_DECLS
