/* Acronyms: "artificial intelligence (AI)" makes AI the same thing from there on; "UCL" is University College London
 * where only one name of the text has these initials. Linear in mentions.
 */
#include <reference/discourse.h>

#include <string.h>

#define MIN_LETTERS 2
#define MAX_LETTERS 8

/* The capitals of @form when it is made of capitals, points and perhaps an "s" at the end. (transfer full) (nullable) */
static gchar *
read_acronym (const gchar *form)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  for (const gchar *c = form; *c != '\0'; c++) {
    if (g_ascii_isupper (*c))
      g_string_append_c (letters, *c);
    else if (*c != '.' && !(*c == 's' && c[1] == '\0'))
      return NULL;
  }
  if (letters->len < MIN_LETTERS || letters->len > MAX_LETTERS)
    return NULL;
  return g_strdup (letters->str);
}

/* Whether the first letters of the words in [first, end) spell @letters, the first of them the first; other words in
 * lower case may be left out. */
static gboolean
spells (const RelToken *tokens, gint32 first, gint32 end, const gchar *letters)
{
  if (g_ascii_toupper (tokens[first].form[0]) != *letters)
    return FALSE;
  for (gint32 i = first; i < end; i++) {
    gchar initial = g_ascii_toupper (tokens[i].form[0]);

    if (*letters != '\0' && initial == *letters)
      letters++;
    else if (!g_ascii_islower (tokens[i].form[0]) && g_ascii_isalnum (tokens[i].form[0]))
      return FALSE;
  }
  return *letters == '\0';
}

/* The mention that ends right before the bracket at @bracket and spells @letters. */
static guint32
find_before_bracket (const RelDiscourse *self, guint32 sentence, gint32 bracket, const gchar *letters)
{
  const RelToken *tokens = rel_discourse_get_tokens (self, sentence);

  for (guint32 i = self->first_referent[sentence]; i < self->first_referent[sentence + 1]; i++) {
    const RelMention *mention = &rel_discourse_get (self, i)->mention;

    if (mention->end != bracket || (mention->form != REL_MENTION_NAME && mention->form != REL_MENTION_NOMINAL))
      continue;
    for (gint32 first = mention->first; first <= mention->head; first++)
      if (spells (tokens, first, mention->end, letters))
        return i;
  }
  return REL_NO_REFERENT;
}

static gboolean
is_in_brackets (const RelDiscourse *self, const RelMention *mention)
{
  const RelToken *tokens = rel_discourse_get_tokens (self, mention->sentence);
  gint32 n = (gint32) self->document->sentences[mention->sentence].n_tokens;

  return mention->first > 0 && mention->end < n && strcmp (tokens[mention->first - 1].form, "(") == 0
         && strcmp (tokens[mention->end].form, ")") == 0;
}

/* Whether the letters of @form are letters of the words of @whole in the same order, the first the first: "Phivolcs" is
 * short for Philippine Institute of Volcanology and Seismology. */
static gboolean
abbreviates (const gchar *form, const gchar *whole)
{
  const gchar *c = whole;

  if (g_ascii_tolower (*form) != *whole)
    return FALSE;
  for (; *form != '\0'; form++) {
    while (*c != '\0' && *c != g_ascii_tolower (*form))
      c++;
    if (*c++ == '\0')
      return FALSE;
  }
  return TRUE;
}

/* The name of several words right before the bracket at @bracket that @form abbreviates. */
static guint32
find_abbreviated (const RelDiscourse *self, guint32 sentence, gint32 bracket, const gchar *form)
{
  if (strlen (form) <= MIN_LETTERS || !g_ascii_isupper (form[0]))
    return REL_NO_REFERENT;
  for (guint32 i = self->first_referent[sentence]; i < self->first_referent[sentence + 1]; i++) {
    const RelReferent *referent = rel_discourse_get (self, i);

    if (referent->mention.end == bracket && referent->mention.form == REL_MENTION_NAME && referent->n_words > 1
        && referent->mention.type != REL_ENTITY_PERSON && abbreviates (form, referent->key))
      return i;
  }
  return REL_NO_REFERENT;
}

/* The capitals of "AfCFTA". (transfer full) (nullable) */
static gchar *
read_capitals (const gchar *form)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  if (!g_ascii_isupper (form[0]))
    return NULL;
  for (const gchar *c = form; *c != '\0'; c++) {
    if (g_ascii_isupper (*c))
      g_string_append_c (letters, *c);
    else if (!g_ascii_islower (*c) && *c != '.')
      return NULL;
  }
  return letters->len > MIN_LETTERS && letters->len <= MAX_LETTERS ? g_strdup (letters->str) : NULL;
}

/* An acronym gives no name to what has none: artificial intelligence is no more a name for being called AI. */
static void
join (RelDiscourse *self, guint32 whole, guint32 index)
{
  RelReferent *root = rel_discourse_get (self, rel_discourse_find (self, index));

  rel_discourse_get (self, index)->is_acronym = TRUE;
  if (rel_discourse_find (self, whole) != rel_discourse_find (self, index)
      && rel_discourse_get (self, whole)->mention.form == REL_MENTION_NOMINAL)
    root->is_named = FALSE;
  rel_discourse_join (self, whole, index, "acronym");
}

/* Joins what brackets introduce; fills @known: letters, or form where it is no plain acronym → mention + 1. */
static void
link_introduced (RelDiscourse *self, GHashTable *known)
{
  for (guint32 i = 0; i < self->referents->len; i++) {
    const RelMention *mention = &rel_discourse_get (self, i)->mention;

    if (mention->end - mention->first != 1 || !is_in_brackets (self, mention))
      continue;

    const gchar *form = rel_discourse_get_tokens (self, mention->sentence)[mention->head].form;
    g_autofree gchar *letters = read_acronym (form);
    g_autofree gchar *capitals = letters == NULL ? read_capitals (form) : g_strdup (letters);
    guint32 whole = capitals != NULL ? find_before_bracket (self, mention->sentence, mention->first - 1, capitals)
                                     : REL_NO_REFERENT;

    if (whole == REL_NO_REFERENT && rel_discourse_get (self, i)->resource == NULL)
      whole = find_abbreviated (self, mention->sentence, mention->first - 1, form);
    if (whole == REL_NO_REFERENT)
      continue;
    join (self, whole, i);
    g_hash_table_insert (known, letters != NULL ? g_steal_pointer (&letters) : g_strdup (form),
                         GUINT_TO_POINTER (whole + 1));
  }
}

/* Adds the initials of names of several words to @known; those of two different things are no acronym. */
static void
add_initials (const RelDiscourse *self, GHashTable *known)
{
  for (guint32 i = 0; i < self->referents->len; i++) {
    const RelReferent *referent = rel_discourse_get (self, i);
    const RelToken *tokens = rel_discourse_get_tokens (self, referent->mention.sentence);
    g_autoptr (GString) letters = g_string_new (NULL);

    if (referent->mention.form != REL_MENTION_NAME || referent->mention.type == REL_ENTITY_PERSON
        || referent->n_words < 2)
      continue;
    for (gint32 k = referent->name_first; k < referent->name_end; k++)
      if (g_ascii_isupper (tokens[k].form[0]))
        g_string_append_c (letters, tokens[k].form[0]);
    if (letters->len < MIN_LETTERS)
      continue;

    guint32 other = GPOINTER_TO_UINT (g_hash_table_lookup (known, letters->str));

    if (other == 0)
      g_hash_table_insert (known, g_strdup (letters->str), GUINT_TO_POINTER (i + 1));
    else if (other != REL_NO_REFERENT && rel_discourse_find (self, other - 1) != rel_discourse_find (self, i))
      g_hash_table_insert (known, g_strdup (letters->str), GUINT_TO_POINTER (REL_NO_REFERENT));
  }
}

void
rel_discourse_link_acronyms (RelDiscourse *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  link_introduced (self, known);
  add_initials (self, known);
  for (guint32 i = 0; i < self->referents->len; i++) {
    const RelReferent *referent = rel_discourse_get (self, i);
    g_autofree gchar *letters = NULL;

    if (referent->mention.end - referent->mention.first != 1 || referent->resource != NULL
        || (referent->mention.form != REL_MENTION_NAME && referent->mention.form != REL_MENTION_NOMINAL))
      continue;
    const gchar *form = rel_discourse_get_tokens (self, referent->mention.sentence)[referent->mention.head].form;
    letters = read_acronym (form);

    guint32 whole = GPOINTER_TO_UINT (g_hash_table_lookup (known, letters != NULL ? letters : form));

    if (whole != 0 && whole != REL_NO_REFERENT)
      join (self, whole - 1, i);
  }
}
