/* The file in which a user says which names are one thing and which are not: text in, tables out.
 *
 *   same NAME | NAME …      different NAME | NAME …      type NAME | TYPE      NAME: words, or words @ document
 *
 * Names of one thing are joined (union-find, Tarjan 1975). O(1) a question, near linear in the file.
 */
#include <reference/identities.h>

#include <string.h>

#define MAX_BYTES (16u << 20) /* of the file */
#define MAX_NAME_BYTES 1024

struct _RelIdentities {
  GStringChunk *strings;
  GArray *names;        /* RelIdentityName */
  GHashTable *by_words; /* words → GArray of guint */
  GHashTable *exact;    /* "words @ document" → number + 1 */
  GHashTable *pairs;    /* numbers of different names, smaller first; value: line + 1 */
};

static gpointer
make_pair (guint a, guint b)
{
  G_STATIC_ASSERT (sizeof (gpointer) == 8);
  return (gpointer) (guintptr) ((guint64) MIN (a, b) << 32 | MAX (a, b));
}

static RelIdentities *
identities_new (void)
{
  RelIdentities *self = g_new0 (RelIdentities, 1);

  self->strings = g_string_chunk_new (4096);
  self->names = g_array_new (FALSE, FALSE, sizeof (RelIdentityName));
  self->by_words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  self->exact = g_hash_table_new (g_str_hash, g_str_equal);
  self->pairs = g_hash_table_new (g_direct_hash, g_direct_equal);
  return self;
}

void
rel_identities_free (RelIdentities *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->pairs);
  g_hash_table_unref (self->exact);
  g_hash_table_unref (self->by_words);
  g_array_unref (self->names);
  g_string_chunk_free (self->strings);
  g_free (self);
}

static RelIdentityName *
get (const RelIdentities *self, guint number)
{
  return &g_array_index (self->names, RelIdentityName, number);
}

static guint
find_group (const RelIdentities *self, guint number)
{
  while (get (self, number)->group != number) {
    get (self, number)->group = get (self, get (self, number)->group)->group;
    number = get (self, number)->group;
  }
  return number;
}

/* One blank for any white space, none at the ends. */
static gchar *
squeeze (const gchar *name)
{
  GString *words = g_string_new (NULL);

  for (const gchar *c = name; *c != '\0'; c = g_utf8_next_char (c)) {
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      g_string_append_len (words, c, g_utf8_next_char (c) - c);
    else if (words->len > 0 && words->str[words->len - 1] != ' ')
      g_string_append_c (words, ' ');
  }
  if (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);
  return g_string_free (words, FALSE);
}

static guint
add_name (RelIdentities *self, const gchar *name, const gchar *document)
{
  g_autofree gchar *squeezed = squeeze (name);
  g_autofree gchar *words = rel_utf8_to_lower (squeezed);
  g_autofree gchar *key = g_strconcat (words, " @ ", document != NULL ? document : "", NULL);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->exact, key));

  if (number != 0)
    return number - 1;
  number = self->names->len;

  RelIdentityName entry = { .words = g_string_chunk_insert_const (self->strings, words),
                            .name = g_string_chunk_insert (self->strings, squeezed),
                            .document = document != NULL ? g_string_chunk_insert (self->strings, document) : NULL,
                            .group = number,
                            .main = number,
                            .type = -1 };
  GArray *same_words = g_hash_table_lookup (self->by_words, entry.words);

  if (same_words == NULL) {
    same_words = g_array_new (FALSE, FALSE, sizeof (guint));
    g_hash_table_insert (self->by_words, (gpointer) entry.words, same_words);
  }
  g_array_append_val (same_words, number);
  g_array_append_val (self->names, entry);
  g_hash_table_insert (self->exact, g_string_chunk_insert (self->strings, key), GUINT_TO_POINTER (number + 1));
  return number;
}

/* "John Smith @ report-1" as a name; FALSE when it says nothing or too much. */
static gboolean
read_name (RelIdentities *self, gchar *text, guint *number)
{
  gchar *at = g_strrstr (text, " @ "), *document = NULL;

  if (at != NULL) {
    *at = '\0';
    document = g_strstrip (at + strlen (" @ "));
    if (*document == '\0')
      return FALSE;
  }
  g_strstrip (text);
  if (*text == '\0' || strlen (text) > MAX_NAME_BYTES || g_str_has_suffix (text, " @"))
    return FALSE;
  *number = add_name (self, text, document);
  return TRUE;
}

static gboolean
fail (const gchar *path, guint line, const gchar *what, GError **error)
{
  g_set_error (error, REL_ERROR, REL_ERROR_FORMAT, "%s:%u: %s", path, line, what);
  return FALSE;
}

/* Names with "|" between. */
static gboolean
read_names (RelIdentities *self, const gchar *text, GArray *numbers, const gchar *path, guint line, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++) {
    guint number = 0;

    if (!read_name (self, parts[i], &number))
      return fail (path, line, "a name is empty or too long; write NAME | NAME", error);
    g_array_append_val (numbers, number);
  }
  if (numbers->len < 2)
    return fail (path, line, "one name only; write NAME | NAME", error);
  return TRUE;
}

/* The group is called by the first name of the first line that speaks of it. */
static void
join_groups (RelIdentities *self, guint first, guint other)
{
  guint a = find_group (self, first), b = find_group (self, other);
  RelIdentityName *root = get (self, MIN (a, b));
  const RelIdentityName *joined = get (self, MAX (a, b));
  const RelIdentityName *named = root->is_joined ? root : joined->is_joined ? joined : NULL;

  root->main = named != NULL ? named->main : first;
  root->is_joined = TRUE;
  if (root->type < 0)
    root->type = joined->type;
  get (self, MAX (a, b))->group = MIN (a, b);
}

static gboolean
read_same (RelIdentities *self, const gchar *text, const gchar *path, guint line, GError **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  if (!read_names (self, text, numbers, path, line, error))
    return FALSE;
  for (guint i = 1; i < numbers->len; i++)
    join_groups (self, g_array_index (numbers, guint, 0), g_array_index (numbers, guint, i));
  return TRUE;
}

static gboolean
read_different (RelIdentities *self, const gchar *text, const gchar *path, guint line, GError **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  if (!read_names (self, text, numbers, path, line, error))
    return FALSE;
  for (guint i = 0; i < numbers->len; i++)
    for (guint k = 0; k < i; k++) {
      guint a = g_array_index (numbers, guint, i), b = g_array_index (numbers, guint, k);
      if (a == b)
        return fail (path, line, "a name is different from itself; limit each to a document: NAME @ DOCUMENT", error);
      g_hash_table_insert (self->pairs, make_pair (a, b), GUINT_TO_POINTER (line));
    }
  return TRUE;
}

static gboolean
read_type (RelIdentities *self, gchar *text, const gchar *path, guint line, GError **error)
{
  gchar *bar = strrchr (text, '|');
  guint number = 0;

  if (bar == NULL)
    return fail (path, line, "no type; write NAME | TYPE", error);
  *bar = '\0';

  gint type = rel_entity_type_from_name (g_strstrip (bar + 1));

  if (type < 0)
    return fail (
      path, line,
      "no type; the types are abstract, animal, event, object, organization, person, place, plant, substance "
      "and time",
      error);
  if (!read_name (self, text, &number))
    return fail (path, line, "a name is empty or too long; write NAME | TYPE", error);
  get (self, find_group (self, number))->type = type;
  return TRUE;
}

static gboolean
read_line (RelIdentities *self, gchar *text, const gchar *path, guint line, GError **error)
{
  gsize n;

  g_strstrip (text);
  n = strcspn (text, " \t");
  if (*text == '\0' || *text == '#')
    return TRUE;
  if (n == strlen ("same") && g_str_has_prefix (text, "same"))
    return read_same (self, text + n, path, line, error);
  if (n == strlen ("different") && g_str_has_prefix (text, "different"))
    return read_different (self, text + n, path, line, error);
  if (n == strlen ("type") && g_str_has_prefix (text, "type"))
    return read_type (self, text + n, path, line, error);
  return fail (path, line, "begins neither with 'same' nor 'different' nor 'type'; '#' begins a remark", error);
}

/* Names said to be one thing and two at once. */
static gboolean
check_pairs (const RelIdentities *self, const gchar *path, GError **error)
{
  GHashTableIter iter;
  gpointer pair, line;
  guint first_bad = 0;

  g_hash_table_iter_init (&iter, self->pairs);
  while (g_hash_table_iter_next (&iter, &pair, &line)) {
    guint64 both = (guint64) (guintptr) pair;
    if (find_group (self, (guint) (both >> 32)) == find_group (self, (guint) (both & G_MAXUINT32))
        && (first_bad == 0 || GPOINTER_TO_UINT (line) < first_bad))
      first_bad = GPOINTER_TO_UINT (line);
  }
  if (first_bad != 0)
    return fail (path, first_bad, "different, but other lines say that they are the same", error);
  return TRUE;
}

/* Of two things with one main name, the later one is told apart by its document. */
static void
tell_apart (RelIdentities *self)
{
  GHashTableIter iter;
  gpointer pair;

  g_hash_table_iter_init (&iter, self->pairs);
  while (g_hash_table_iter_next (&iter, &pair, NULL)) {
    guint64 both = (guint64) (guintptr) pair;
    guint a = get (self, (guint) (both >> 32))->group, b = get (self, (guint) (both & G_MAXUINT32))->group;
    RelIdentityName *later = get (self, MAX (a, b));
    const RelIdentityName *earlier_main = get (self, get (self, MIN (a, b))->main), *main = get (self, later->main);

    if (strcmp (earlier_main->words, main->words) == 0)
      later->apart = main->document != NULL ? main->document : "2";
  }
}

RelIdentities *
rel_identities_load (const gchar *path, GError **error)
{
  g_autoptr (RelIdentities) self = identities_new ();
  g_autofree gchar *text = NULL;
  g_autoptr (GError) cause = NULL;
  gsize n_bytes = 0;
  guint line = 0;

  if (!g_file_get_contents (path, &text, &n_bytes, &cause)) {
    g_set_error (error, REL_ERROR, REL_ERROR_IO, "%s: %s", path, cause->message);
    return NULL;
  }
  if (n_bytes > MAX_BYTES) {
    g_set_error (error, REL_ERROR, REL_ERROR_LIMIT, "%s: larger than %u MiB", path, MAX_BYTES >> 20);
    return NULL;
  }
  if (!g_utf8_validate_len (text, n_bytes, NULL)) {
    g_set_error (error, REL_ERROR, REL_ERROR_ENCODING, "%s: not UTF-8; convert the file first (see iconv)", path);
    return NULL;
  }
  for (gchar *start = text; start != NULL && *start != '\0';) {
    gchar *end = strchr (start, '\n');

    if (end != NULL)
      *end = '\0';
    if (!read_line (self, start, path, ++line, error))
      return NULL;
    start = end != NULL ? end + 1 : NULL;
  }
  if (!check_pairs (self, path, error))
    return NULL;
  for (guint i = 0; i < self->names->len; i++)
    get (self, i)->group = find_group (self, i);
  tell_apart (self);
  return g_steal_pointer (&self);
}

const guint *
rel_identities_find (const RelIdentities *self, const gchar *words, guint *n)
{
  const GArray *numbers = g_hash_table_lookup (self->by_words, words);

  *n = numbers != NULL ? numbers->len : 0;
  return numbers != NULL ? (const guint *) (gconstpointer) numbers->data : NULL;
}

const RelIdentityName *
rel_identities_get (const RelIdentities *self, guint number)
{
  return get (self, number);
}

gboolean
rel_identities_differ (const RelIdentities *self, guint a, guint b)
{
  return g_hash_table_contains (self->pairs, make_pair (a, b));
}
