/* From the files of WordNet to a table of classes of words; see word_senses.h and wndb(5WN).
 *
 *   index.noun   people n 4 5 @ ~ #m %m %p 4 1 07942152 08160276 ...     the senses of a word, most frequent first
 *   data.noun    07942152 14 n 01 people 0 ...                           14: the lexicographers' file
 *   noun.exc     men man                                                 inflected forms that no rule reaches
 */
#include "lexis/word_senses.h"

#include "lexis/letter_hash.h"

#include <stdlib.h>
#include <string.h>

#define MAX_SENSES_OF_LEMMA 3 /* of a part of speech; later ones are rare and mislead */

typedef struct {
  guint32 key;
  guint8 sense;
} Entry;

typedef struct {
  GArray *entries;     /* Entry */
  GHashTable *synsets; /* offset → line of data.*, of one part of speech */
  GHashTable *lemmas;  /* lemma → index of its first entry + 1, likewise */
} Reader;

static gchar *
read_text (const gchar *directory, const gchar *name, GError **error)
{
  g_autofree gchar *path = g_build_filename (directory, name, NULL);
  g_autoptr (GError) cause = NULL;
  gchar *text = NULL;

  if (g_file_get_contents (path, &text, NULL, &cause))
    return text;
  g_set_error (error, REL_ERROR, REL_ERROR_IO, "%s: cannot read: %s; is this the folder of WordNet's database?", path,
               cause->message);
  return NULL;
}

/* The next line of *@text, ended by NUL in place; NULL at the end. */
static gchar *
take_line (gchar **text)
{
  gchar *line = *text, *end = line + strcspn (line, "\n");

  if (*line == '\0')
    return NULL;
  *text = *end == '\0' ? end : end + 1;
  *end = '\0';
  return line;
}

static void
index_synsets (Reader *self, gchar *text)
{
  gchar *line;

  self->synsets = g_hash_table_new (g_direct_hash, g_direct_equal);
  while ((line = take_line (&text)) != NULL)
    if (g_ascii_isdigit (line[0]))
      g_hash_table_insert (self->synsets, GUINT_TO_POINTER ((guint) strtoul (line, NULL, 10)), line);
}

/* The class of @lemma as a word of a synset: the file's number, with a mark where it is written as a name there. */
static guint8
get_class (const gchar *line, const gchar *lemma)
{
  guint8 sense = (guint8) (strtoul (line + strcspn (line, " "), NULL, 10) & 63);
  gsize n = strlen (lemma);

  for (const gchar *p = line; (p = strchr (p, ' ')) != NULL;) {
    p++;
    if (*p == '|')
      break;
    if (g_ascii_strncasecmp (p, lemma, n) == 0 && p[n] == ' ')
      return g_ascii_isupper (*p) ? sense | REL_SENSE_IS_NAME : sense;
  }
  return sense;
}

static void
add_entry (Reader *self, const gchar *words, guint8 sense)
{
  Entry entry = { rel_letter_hash_finish (rel_letter_hash_add (REL_LETTER_HASH_START, words)), sense };

  g_array_append_val (self->entries, entry);
}

/* One line of index.*: the senses are the last numbers, as many as the third field says. */
static void
read_lemma (Reader *self, const gchar *line)
{
  g_auto (GStrv) fields = g_strsplit (line, " ", -1);
  guint n_fields = g_strv_length (fields), n_senses, first;

  while (n_fields > 0 && fields[n_fields - 1][0] == '\0')
    n_fields--;
  n_senses = n_fields > 2 ? (guint) strtoul (fields[2], NULL, 10) : 0;
  if (n_senses == 0 || n_senses > n_fields)
    return;
  first = n_fields - n_senses;
  g_hash_table_insert (self->lemmas, g_strdup (fields[0]), GUINT_TO_POINTER (self->entries->len + 1));
  for (guint k = 0; k < MIN (n_senses, MAX_SENSES_OF_LEMMA); k++) {
    guint offset = (guint) strtoul (fields[first + k], NULL, 10);
    const gchar *synset = g_hash_table_lookup (self->synsets, GUINT_TO_POINTER (offset));

    if (synset != NULL)
      add_entry (self, fields[0], (guint8) (get_class (synset, fields[0]) | (k > 0 ? REL_SENSE_IS_MINOR : 0)));
  }
}

/* "men man": gives "men" what "man" has. */
static void
read_exception (Reader *self, const gchar *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 3);
  guint place
    = words[0] == NULL || words[1] == NULL ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (self->lemmas, words[1]));
  guint32 key;

  if (place == 0 || place > self->entries->len)
    return;
  key = g_array_index (self->entries, Entry, place - 1).key;
  for (guint i = place - 1; i < self->entries->len && g_array_index (self->entries, Entry, i).key == key; i++)
    add_entry (self, words[0], g_array_index (self->entries, Entry, i).sense);
}

static gboolean
read_part_of_speech (Reader *self, const gchar *directory, const gchar *pos, GError **error)
{
  g_autofree gchar *data_name = g_strconcat ("data.", pos, NULL), *index_name = g_strconcat ("index.", pos, NULL);
  g_autofree gchar *exceptions_name = g_strconcat (pos, ".exc", NULL);
  g_autofree gchar *data = read_text (directory, data_name, error);
  g_autofree gchar *index = data != NULL ? read_text (directory, index_name, error) : NULL;
  g_autofree gchar *exceptions = index != NULL ? read_text (directory, exceptions_name, error) : NULL;
  gchar *line, *rest;

  if (exceptions == NULL)
    return FALSE;
  index_synsets (self, data);
  self->lemmas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (rest = index; (line = take_line (&rest)) != NULL;)
    if (line[0] != ' ') /* the licence */
      read_lemma (self, line);
  for (rest = exceptions; (line = take_line (&rest)) != NULL;)
    read_exception (self, line);
  g_clear_pointer (&self->synsets, g_hash_table_unref);
  g_clear_pointer (&self->lemmas, g_hash_table_unref);
  return TRUE;
}

static gint
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *left = a, *right = b;

  if (left->key != right->key)
    return left->key < right->key ? -1 : 1;
  return (gint) left->sense - (gint) right->sense;
}

static RelWordSenseTable *
make_table (GArray *entries)
{
  RelWordSenseTable *self = g_new0 (RelWordSenseTable, 1);

  self->keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->classes = g_array_new (FALSE, FALSE, sizeof (guint8));
  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++) {
    const Entry *entry = &g_array_index (entries, Entry, i);

    if (i > 0 && compare_entries (entry, entry - 1) == 0)
      continue;
    g_array_append_val (self->keys, entry->key);
    g_array_append_val (self->classes, entry->sense);
  }
  return self;
}

static void
visit_names_of_class (const RelLexicon *lexicon, const gchar *class_name, RelNameFunc function, gpointer user_data)
{
  static const gchar *const properties[] = { "rdfs:label", "skos:altLabel" };
  guint n_subjects = 0, n_values = 0;
  const gchar *const *subjects = rel_lexicon_get_subjects (lexicon, "rdf:type", class_name, &n_subjects);

  for (guint s = 0; s < n_subjects; s++)
    for (guint p = 0; p < G_N_ELEMENTS (properties); p++) {
      const gchar *const *values = rel_lexicon_get_values (lexicon, subjects[s], properties[p], &n_values);

      for (guint v = 0; v < n_values; v++)
        function (values[v], user_data);
    }
}

void
rel_word_senses_foreach_organization (const RelLexicon *lexicon, RelNameFunc function, gpointer user_data)
{
  guint n = 0;
  const gchar *const *classes = rel_lexicon_get_subjects (lexicon, "rdfs:subClassOf", "schema:Organization", &n);

  visit_names_of_class (lexicon, "schema:Organization", function, user_data);
  for (guint c = 0; c < n; c++)
    visit_names_of_class (lexicon, classes[c], function, user_data);
}

static void
add_organization (const gchar *name, gpointer user_data)
{
  add_entry (user_data, name, REL_SENSE_ORGANIZATION | REL_SENSE_IS_NAME);
}

RelWordSenseTable *
rel_word_senses_read (const gchar *directory, const RelLexicon *lexicon, GError **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  Reader self = { entries, NULL, NULL };

  if (!read_part_of_speech (&self, directory, "noun", error) || !read_part_of_speech (&self, directory, "verb", error))
    return NULL;
  if (entries->len == 0) {
    g_set_error (error, REL_ERROR, REL_ERROR_FORMAT, "%s: holds no word of WordNet's format", directory);
    return NULL;
  }
  if (lexicon != NULL)
    rel_word_senses_foreach_organization (lexicon, add_organization, &self);
  return make_table (entries);
}

void
rel_word_sense_table_free (RelWordSenseTable *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->keys);
  g_array_unref (self->classes);
  g_free (self);
}
