/* Parts of names: "Lee" is Lee Jae Myung where no other full name of the text has the word; "HDT" is the company whose
 * name begins so.
 *
 * Names are tried from the longest to the shortest against the longer ones that hold their first word. Cost: linear in
 * distinct names, times a bound.
 */
#include <reference/discourse.h>

#include <string.h>

#define MAX_CANDIDATES 32 /* names that share a word; with more, a part says nothing anyhow */

static gint
compare_longest_first (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const RelDiscourse *self = user_data;
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;
  guint n_x = rel_discourse_get (self, x)->n_words, n_y = rel_discourse_get (self, y)->n_words;

  if (n_x != n_y)
    return n_x > n_y ? -1 : 1;
  return x < y ? -1 : x > y;
}

/* A lone word whose type no tag tells, or that is a place which ontology/ does not know: perhaps a last name. */
static gboolean
is_unsure (const RelReferent *referent)
{
  return referent->n_words == 1
         && (referent->mention.type == REL_ENTITY_ABSTRACT || referent->mention.type == REL_ENTITY_PLACE);
}

/* One mention for each different name. */
static GArray *
collect_names (const RelDiscourse *self)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint32 i = 0; i < self->referents->len; i++) {
    const RelReferent *referent = rel_discourse_get (self, i);
    if (referent->mention.form != REL_MENTION_NAME || referent->resource != NULL || *referent->key == '\0')
      continue;
    if (referent->mention.type != REL_ENTITY_PERSON && referent->mention.type != REL_ENTITY_ORGANIZATION
        && referent->mention.type != REL_ENTITY_PLACE && !is_unsure (referent))
      continue;
    if (g_hash_table_add (seen, (gpointer) referent->key))
      g_array_append_val (names, i);
  }
  g_array_sort_with_data (names, compare_longest_first, (gpointer) self);
  return names;
}

/* Whether the words of @part are among those of @whole in the same order. */
static gboolean
has_words (const gchar *whole, const gchar *part)
{
  g_auto (GStrv) words = g_strsplit (whole, " ", -1);
  g_auto (GStrv) wanted = g_strsplit (part, " ", -1);
  guint k = 0;

  for (guint i = 0; words[i] != NULL && wanted[k] != NULL; i++)
    if (strcmp (words[i], wanted[k]) == 0)
      k++;
  return wanted[k] == NULL;
}

static gboolean
begins_with (const gchar *whole, const gchar *part)
{
  gsize n = strlen (part);

  return strncmp (whole, part, n) == 0 && whole[n] == ' ';
}

static gboolean
ends_with (const gchar *whole, const gchar *part)
{
  gsize n = strlen (whole), n_part = strlen (part);

  return n > n_part && strcmp (whole + n - n_part, part) == 0 && whole[n - n_part - 1] == ' ';
}

static gboolean
is_part_of (const RelDiscourse *self, const RelReferent *part, const RelReferent *whole)
{
  guint n_types = 0;

  rel_lexicon_get_subjects (self->lexicon, "rel:headNoun", part->key, &n_types);
  if (part->n_words >= whole->n_words || n_types > 0)
    return FALSE;
  if (is_unsure (part) && whole->mention.type == REL_ENTITY_PERSON)
    return ends_with (whole->key, part->key) || begins_with (whole->key, part->key);
  if (part->mention.type == REL_ENTITY_PERSON && whole->mention.type == REL_ENTITY_PLACE)
    return part->n_words == 1 && ends_with (whole->key, part->key); /* the shorter name comes more often: it is right */
  if (part->mention.type != whole->mention.type)
    return FALSE;
  if (part->mention.type == REL_ENTITY_PERSON)
    return has_words (whole->key, part->key);
  if (part->mention.type != REL_ENTITY_ORGANIZATION)
    return FALSE;
  return begins_with (whole->key, part->key);
}

/* The only chain among @candidates whose name has the words of @index; REL_NO_REFERENT: none or several. */
static guint32
find_whole (RelDiscourse *self, const GArray *candidates, guint32 index)
{
  const RelReferent *part = rel_discourse_get (self, index);
  RelGender gender = rel_discourse_get (self, rel_discourse_find (self, index))->gender;

  guint32 found = REL_NO_REFERENT;

  if (is_unsure (part))
    gender = REL_GENDER_UNKNOWN;
  if (candidates == NULL || candidates->len > MAX_CANDIDATES)
    return REL_NO_REFERENT;
  for (guint i = 0; i < candidates->len; i++) {
    guint32 candidate = g_array_index (candidates, guint32, i);
    guint32 root = rel_discourse_find (self, candidate);

    if (!is_part_of (self, part, rel_discourse_get (self, candidate)) || root == found
        || (rel_discourse_get (self, root)->mention.type == part->mention.type
            && !rel_gender_agrees (gender, rel_discourse_get (self, root)->gender)))
      continue;
    if (found != REL_NO_REFERENT) {
      rel_discourse_note_near_miss (self, found, index, "part of the names of several");
      rel_discourse_note_near_miss (self, root, index, "part of the names of several");
      return REL_NO_REFERENT;
    }
    found = root;
  }
  return found;
}

/* Mentions with the same name are joined already: the root speaks for them. */
static void
set_type_of_chain (RelDiscourse *self, guint32 index, RelEntityType type)
{
  RelReferent *root = rel_discourse_get (self, rel_discourse_find (self, index));

  root->mention.type = type;
  root->gender = REL_GENDER_UNKNOWN;
  rel_discourse_get (self, index)->mention.type = type;
}

/* A person under one of the two names is one under the other. */
static void
agree_on_type (RelDiscourse *self, guint32 whole, guint32 part)
{
  if (is_unsure (rel_discourse_get (self, part)))
    set_type_of_chain (self, part, rel_discourse_get (self, whole)->mention.type);
  else if (rel_discourse_get (self, whole)->mention.type == REL_ENTITY_PLACE)
    set_type_of_chain (self, whole, rel_discourse_get (self, part)->mention.type);
}

static void
add_to_index (const RelDiscourse *self, GHashTable *by_word, guint32 index)
{
  g_auto (GStrv) words = g_strsplit (rel_discourse_get (self, index)->key, " ", -1);

  for (guint i = 0; words[i] != NULL; i++) {
    GArray *names = g_hash_table_lookup (by_word, words[i]);
    if (names == NULL) {
      names = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (by_word, g_strdup (words[i]), names);
    }
    if (names->len <= MAX_CANDIDATES)
      g_array_append_val (names, index);
  }
}

void
rel_discourse_link_persons (RelDiscourse *self)
{
  g_autoptr (GArray) names = collect_names (self);
  g_autoptr (GHashTable) by_word
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < names->len; i++) {
    guint32 index = g_array_index (names, guint32, i);
    const gchar *key = rel_discourse_get (self, index)->key;
    g_autofree gchar *first = g_strndup (key, strcspn (key, " "));
    guint32 whole = find_whole (self, g_hash_table_lookup (by_word, first), index);

    if (whole != REL_NO_REFERENT)
      agree_on_type (self, whole, index);
    if (whole != REL_NO_REFERENT)
      rel_discourse_join (self, whole, index, "part of name");
    add_to_index (self, by_word, index);
  }
}
