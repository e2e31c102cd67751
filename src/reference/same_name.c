/* Names with the same words are one thing; so are names and adjectives of one place in ontology/, and equal dates.
 *
 * Where the same name was tagged as several types, the type of most mentions counts for all. A name that several places
 * share ("Korea") means the one of them that the text speaks of by a name of its own. Linear in mentions.
 */
#include <reference/discourse.h>
#include <reference/mention_features.h>

#include <string.h>

/* The mentions with one name. */
typedef struct {
  guint32 first; /* mention */
  guint n_votes[REL_N_ENTITY_TYPES];
} NameGroup;

static gboolean
is_name (const RelReferent *referent)
{
  return referent->mention.form == REL_MENTION_NAME || referent->mention.form == REL_MENTION_DEMONYM;
}

static RelEntityType
get_winner (const NameGroup *group, RelEntityType first)
{
  RelEntityType best = first;

  for (guint type = 0; type < REL_N_ENTITY_TYPES; type++)
    if (group->n_votes[type] > group->n_votes[best])
      best = (RelEntityType) type;
  return best;
}

/* Key → NameGroup with the votes of its mentions. */
static GHashTable *
count_votes (const RelDiscourse *self, const GPtrArray *keys)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint32 i = 0; i < self->referents->len; i++) {
    const gchar *key = g_ptr_array_index (keys, i);
    NameGroup *group = key != NULL ? g_hash_table_lookup (groups, key) : NULL;

    if (key == NULL)
      continue;
    if (group == NULL) {
      group = g_new0 (NameGroup, 1);
      group->first = i;
      g_hash_table_insert (groups, (gpointer) key, group);
    }
    group->n_votes[rel_discourse_get (self, i)->mention.type]++;
  }
  return groups;
}

static void
set_type (const RelDiscourse *self, RelReferent *referent, RelEntityType type)
{
  if (referent->mention.type == type)
    return;
  referent->mention.type = type;
  referent->gender = REL_GENDER_UNKNOWN;
  rel_mention_describe (self, referent);
}

/* Joins the mentions that have the same key in @keys; they agree on a type first. */
static void
join_groups (RelDiscourse *self, const GPtrArray *keys, const gchar *reason)
{
  g_autoptr (GHashTable) groups = count_votes (self, keys);

  for (guint32 i = 0; i < self->referents->len; i++) {
    const gchar *key = g_ptr_array_index (keys, i);
    const NameGroup *group = key != NULL ? g_hash_table_lookup (groups, key) : NULL;

    if (group == NULL)
      continue;
    set_type (self, rel_discourse_get (self, i),
              get_winner (group, rel_discourse_get (self, group->first)->mention.type));
    rel_discourse_join (self, group->first, i, reason);
  }
}

/* The only one of the places with @property @text that the text names otherwise; NULL: none or several. */
static const gchar *
choose_place (const RelDiscourse *self, GHashTable *mentioned, const gchar *property, const gchar *text)
{
  guint n = 0;
  const gchar *const *places = rel_lexicon_get_subjects (self->lexicon, property, text, &n);
  const gchar *chosen = NULL;

  for (guint i = 0; i < n; i++) {
    if (!g_hash_table_contains (mentioned, places[i]))
      continue;
    if (chosen != NULL)
      return NULL;
    chosen = places[i];
  }
  return chosen;
}

/* The last words of names of persons of several words. */
static GHashTable *
collect_surnames (const RelDiscourse *self)
{
  GHashTable *surnames = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint32 i = 0; i < self->referents->len; i++) {
    const RelReferent *referent = rel_discourse_get (self, i);
    if (referent->mention.form == REL_MENTION_NAME && referent->mention.type == REL_ENTITY_PERSON
        && referent->n_words > 1 && referent->resource == NULL)
      g_hash_table_add (surnames, strrchr (referent->key, ' ') + 1);
  }
  return surnames;
}

/* "Washington" that the tags hold to be a person is one where the text speaks of Dana Washington. */
static void
release_surnames (RelDiscourse *self)
{
  g_autoptr (GHashTable) surnames = collect_surnames (self);

  for (guint32 i = 0; i < self->referents->len; i++) {
    RelReferent *referent = rel_discourse_get (self, i);
    const RelMention *mention = &referent->mention;

    if (mention->form != REL_MENTION_NAME || referent->resource == NULL || referent->n_words != 1
        || rel_discourse_get_tokens (self, mention->sentence)[mention->head].name != REL_NAME_PER
        || !g_hash_table_contains (surnames, referent->key))
      continue;
    referent->resource = NULL;
    set_type (self, referent, REL_ENTITY_PERSON);
  }
}

/* Gives "Korea" and "Korean" the place that they mean here. */
static void
resolve_shared_names (RelDiscourse *self)
{
  g_autoptr (GHashTable) mentioned = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint32 i = 0; i < self->referents->len; i++) {
    const RelReferent *referent = rel_discourse_get (self, i);
    if (referent->resource != NULL)
      g_hash_table_add (mentioned, (gpointer) referent->resource);
  }
  for (guint32 i = 0; i < self->referents->len; i++) {
    RelReferent *referent = rel_discourse_get (self, i);
    if (referent->resource != NULL || !is_name (referent) || referent->mention.type == REL_ENTITY_PERSON)
      continue;

    const gchar *text
      = rel_discourse_dup_text (self, referent->mention.sentence, referent->mention.first, referent->mention.end);
    const gchar *property = referent->mention.form == REL_MENTION_DEMONYM ? "rel:demonym" : "rel:shortName";

    referent->resource = choose_place (self, mentioned, property, text);
    if (referent->resource != NULL)
      referent->mention.type = REL_ENTITY_PLACE;
  }
}

/* "2012" is 2012 wherever it stands; three days are not always the same three. */
static const gchar *
get_date_key (const RelReferent *referent)
{
  const gchar *value = referent->mention.value;

  return referent->mention.form == REL_MENTION_TIME && value != NULL && g_ascii_isdigit (value[0]) ? value : NULL;
}

/* "[17]" and "[16, 17]" cite one work wherever they stand: the number as key. (nullable) */
static const gchar *
get_citation_key (const RelDiscourse *self, const RelReferent *referent)
{
  const RelMention *mention = &referent->mention;
  const RelToken *tokens = rel_discourse_get_tokens (self, mention->sentence);
  gint32 n = (gint32) self->document->sentences[mention->sentence].n_tokens;

  if (mention->form != REL_MENTION_QUANTITY || mention->end - mention->first != 1 || mention->first == 0
      || mention->end >= n || mention->value == NULL)
    return NULL;

  const gchar *before = tokens[mention->first - 1].form, *behind = tokens[mention->end].form;

  if ((strcmp (before, "[") != 0 && strcmp (before, ",") != 0)
      || (strcmp (behind, "]") != 0 && strcmp (behind, ",") != 0)
      || (strcmp (before, "[") != 0 && strcmp (behind, "]") != 0))
    return NULL;

  g_autofree gchar *key = g_strconcat ("[", tokens[mention->first].form, "]", NULL);
  return rel_arena_strdup (self->document->arena, key);
}

void
rel_discourse_link_names (RelDiscourse *self)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  release_surnames (self);
  resolve_shared_names (self);
  for (guint32 i = 0; i < self->referents->len; i++) {
    const RelReferent *referent = rel_discourse_get (self, i);
    const gchar *key = get_date_key (referent);

    if (is_name (referent) && *referent->key != '\0')
      key = referent->resource != NULL ? referent->resource : referent->key;
    if (key == NULL)
      key = get_citation_key (self, referent);
    g_ptr_array_add (keys, (gpointer) key);
  }
  join_groups (self, keys, "same name");
}
