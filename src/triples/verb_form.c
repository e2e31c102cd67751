/* Rules of English spelling for the past and the third person of verbs; see verb_form.h. */
#include "triples/verb_form.h"

#include <string.h>

static gboolean
is_vowel (gchar c)
{
  return c != '\0' && strchr ("aeiou", c) != NULL;
}

/* Whether the last letter is doubled before "ed": one syllable that ends in consonant, vowel, consonant. */
static gboolean
doubles_last (const gchar *lemma, gsize n)
{
  guint n_vowels = 0;

  for (gsize i = 0; i < n; i++)
    n_vowels += is_vowel (lemma[i]) || (lemma[i] == 'y' && i > 0);
  return n >= 3 && n_vowels == 1 && is_vowel (lemma[n - 2]) && !is_vowel (lemma[n - 1])
         && strchr ("wxy", lemma[n - 1]) == NULL;
}

static gchar *
make_past (const gchar *lemma)
{
  gsize n = strlen (lemma);

  if (lemma[n - 1] == 'e')
    return g_strconcat (lemma, "d", NULL);
  if (n > 1 && lemma[n - 1] == 'y' && !is_vowel (lemma[n - 2]))
    return g_strdup_printf ("%.*sied", (gint) n - 1, lemma);
  if (doubles_last (lemma, n))
    return g_strdup_printf ("%s%ced", lemma, lemma[n - 1]);
  return g_strconcat (lemma, "ed", NULL);
}

static gchar *
make_present (const gchar *lemma)
{
  static const gchar *const hissing[] = { "s", "x", "z", "ch", "sh", "o" };
  gsize n = strlen (lemma);

  if (n > 1 && lemma[n - 1] == 'y' && !is_vowel (lemma[n - 2]))
    return g_strdup_printf ("%.*sies", (gint) n - 1, lemma);
  for (guint i = 0; i < G_N_ELEMENTS (hissing); i++)
    if (g_str_has_suffix (lemma, hissing[i]))
      return g_strconcat (lemma, "es", NULL);
  return g_strconcat (lemma, "s", NULL);
}

gchar *
rel_verb_form_new (const RelLexicon *lexicon, const gchar *lemma, RelVerbForm form)
{
  static const gchar *const properties[] = { [REL_VERB_PAST] = "rel:pastForm", [REL_VERB_PRESENT] = "rel:presentForm" };
  const gchar *verb = lexicon != NULL ? rel_lexicon_find (lexicon, lemma, "rel:VerbForms") : NULL;
  const gchar *known = verb != NULL ? rel_lexicon_get_value (lexicon, verb, properties[form]) : NULL;

  if (*lemma == '\0' || known != NULL)
    return g_strdup (known != NULL ? known : "");
  return form == REL_VERB_PAST ? make_past (lemma) : make_present (lemma);
}
