/* Looking up the classes of words; see word_senses.h. Endings are taken off by the rules of WordNet's morphy(7WN); what
 * these do not reach ("men", "stopped") is in the table as it stands in WordNet's lists of exceptions. */
#include "lexis/word_senses.h"

#include "lexis/letter_hash.h"

#include <string.h>

#define FIRST_VERB_FILE 29 /* lexnames(5WN): 3 to 28 are nouns, 29 to 43 verbs */
#define PHRASE_MAX_WORDS 5
#define FORM_MAX_BYTES 64 /* longer words are in no dictionary */

/* An ending and what stands in its place in the base form. */
typedef struct {
  const gchar *ending, *base;
  gboolean is_verb;
} Detachment;

static const Detachment detachments[] = {
  { "s", "", FALSE },      { "ses", "s", FALSE },   { "xes", "x", FALSE },   { "zes", "z", FALSE },
  { "ches", "ch", FALSE }, { "shes", "sh", FALSE }, { "men", "man", FALSE }, { "ies", "y", FALSE },
  { "s", "", TRUE },       { "ies", "y", TRUE },    { "es", "e", TRUE },     { "es", "", TRUE },
  { "ed", "e", TRUE },     { "ed", "", TRUE },      { "ing", "e", TRUE },    { "ing", "", TRUE },
};

typedef enum { ANY, NOUNS, VERBS } Wanted;

/* First entry with @key, or where it would be. */
static guint
find_first (const RelWordSenses *self, guint32 key)
{
  guint low = 0, high = self->n;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (self->keys[middle] < key)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static gboolean
is_wanted (guint8 sense, Wanted wanted)
{
  gboolean is_verb = (sense & 63) >= FIRST_VERB_FILE;

  return wanted == ANY || is_verb == (wanted == VERBS);
}

/* Adds the classes of @form that are wanted and not there yet. */
static guint
add_classes (const RelWordSenses *self, const gchar *form, Wanted wanted, guint8 *classes, guint n)
{
  guint32 key = rel_letter_hash_finish (rel_letter_hash_add (REL_LETTER_HASH_START, form));

  for (guint i = find_first (self, key); i < self->n && self->keys[i] == key && n < REL_WORD_MAX_SENSES; i++)
    if (is_wanted (self->classes[i], wanted) && memchr (classes, self->classes[i], n) == NULL)
      classes[n++] = self->classes[i];
  return n;
}

guint
rel_word_senses_find (const RelWordSenses *self, const gchar *form, guint8 *classes)
{
  gsize length = strlen (form);
  guint n;

  if (length == 0 || length > FORM_MAX_BYTES || g_unichar_isdigit (g_utf8_get_char (form)))
    return 0;
  n = add_classes (self, form, ANY, classes, 0);
  for (guint d = 0; d < G_N_ELEMENTS (detachments); d++) {
    const Detachment *rule = &detachments[d];
    gsize cut = strlen (rule->ending);
    gchar base[FORM_MAX_BYTES + 4];

    if (length < cut + 2 || g_ascii_strcasecmp (form + length - cut, rule->ending) != 0)
      continue;
    memcpy (base, form, length - cut);
    strcpy (base + length - cut, rule->base);
    n = add_classes (self, base, rule->is_verb ? VERBS : NOUNS, classes, n);
  }
  return n;
}

guint
rel_word_senses_match (const RelWordSenses *self, const gchar *const *forms, guint n, guint8 *sense)
{
  guint64 hash = REL_LETTER_HASH_START;
  guint length = 0;

  for (guint i = 0; i < MIN (n, PHRASE_MAX_WORDS); i++) {
    guint64 before = hash;
    guint32 key;
    guint place;

    hash = rel_letter_hash_add (hash, forms[i]);
    if (hash == before) {
      if (i == 0)
        return 0;
      continue; /* a phrase does not end in punctuation */
    }
    if (i == 0)
      continue;
    key = rel_letter_hash_finish (hash);
    place = find_first (self, key);
    if (place < self->n && self->keys[place] == key) {
      length = i + 1;
      *sense = self->classes[place];
    }
  }
  return length;
}
