/* Lemma scripts: what turns a form into its lemma, as a class that a tagger can learn (Straka, Straková 2017).
 *
 *   CASE;CUT,ADD;CUT,ADD      of the prefix, then of the suffix: "l;0,;3,y" turns "Studies" into "study"
 *   =LEMMA                    the lemma itself, when form and lemma share too little
 *
 * CASE says what becomes of the letters: l all lower, k kept, t first upper and the rest lower, u all upper. CUT counts
 * characters. What stays is the longest common substring, letter case apart.
 */
#include <relata/lexis.h>

#include <stdlib.h>
#include <string.h>

#define SCRIPT_MAX_CHARACTERS 64 /* longer words are lower-cased only, which bounds the quadratic search */

typedef struct {
  glong form_start, lemma_start, length; /* in characters */
} CommonPart;

static CommonPart
find_common_part (const gunichar *form, glong n_form, const gunichar *lemma, glong n_lemma)
{
  CommonPart best = { 0, 0, 0 };

  for (glong i = 0; i < n_form; i++)
    for (glong j = 0; j < n_lemma; j++) {
      glong k = 0;

      while (i + k < n_form && j + k < n_lemma && form[i + k] == lemma[j + k])
        k++;
      if (k > best.length)
        best = (CommonPart){ i, j, k };
    }
  return best;
}

static gunichar *
to_lower_characters (const gchar *string, glong *n)
{
  gunichar *characters = g_utf8_to_ucs4_fast (string, -1, n);

  for (glong i = 0; i < *n; i++)
    characters[i] = g_unichar_tolower (characters[i]);
  return characters;
}

/* The script with @letter_case in front. */
static gchar *
compose_script (gchar letter_case, const CommonPart *common, glong n_form, const gunichar *lemma, glong n_lemma)
{
  g_autofree gchar *prefix = g_ucs4_to_utf8 (lemma, common->lemma_start, NULL, NULL, NULL);
  glong lemma_end = common->lemma_start + common->length;
  g_autofree gchar *suffix = g_ucs4_to_utf8 (lemma + lemma_end, n_lemma - lemma_end, NULL, NULL, NULL);

  return g_strdup_printf ("%c;%ld,%s;%ld,%s", letter_case, common->form_start, prefix,
                          n_form - common->form_start - common->length, suffix);
}

gchar *
rel_lemma_script_new (const gchar *form, const gchar *lemma)
{
  glong n_form, n_lemma;
  g_autofree gunichar *form_characters = to_lower_characters (form, &n_form);
  g_autofree gunichar *lemma_characters = to_lower_characters (lemma, &n_lemma);
  CommonPart common;

  if (n_form > SCRIPT_MAX_CHARACTERS || n_lemma > SCRIPT_MAX_CHARACTERS)
    return g_strdup (strcmp (form, lemma) == 0 ? "k;0,;0," : "l;0,;0,");
  common = find_common_part (form_characters, n_form, lemma_characters, n_lemma);
  if (common.length > 0 && strpbrk (lemma, ";,=") == NULL)
    for (const gchar *letter_case = "lktu"; *letter_case != '\0'; letter_case++) {
      g_autofree gchar *script = compose_script (*letter_case, &common, n_form, lemma_characters, n_lemma);
      g_autofree gchar *made = rel_lemma_script_apply (script, form);

      if (g_strcmp0 (made, lemma) == 0)
        return g_steal_pointer (&script);
    }
  if (strcmp (form, lemma) == 0)
    return g_strdup ("k;0,;0,");
  return g_strconcat ("=", lemma, NULL);
}

/* Reads "CUT,ADD" up to ';' or the end; NULL when it is none, else what stands behind. */
static const gchar *
read_edit (const gchar *p, glong *cut, const gchar **add, gsize *n_add)
{
  gchar *end = NULL;

  *cut = strtol (p, &end, 10);
  if (end == p || *end != ',' || *cut < 0)
    return NULL;
  *add = end + 1;
  *n_add = strcspn (*add, ";");
  return *add + *n_add;
}

/* Appends @n_bytes of @string with the letters as @letter_case has them; the first character of the result counts as
 * first for 't'. */
static void
append_in_case (GString *out, const gchar *string, gsize n_bytes, gchar letter_case)
{
  const gchar *end = string + n_bytes;

  for (const gchar *p = string; p < end; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    gboolean upper = letter_case == 'u' || (letter_case == 't' && out->len == 0);

    g_string_append_unichar (out, letter_case == 'k' ? c : upper ? g_unichar_toupper (c) : g_unichar_tolower (c));
  }
}

gchar *
rel_lemma_script_apply (const gchar *script, const gchar *form)
{
  glong cut_prefix, cut_suffix, n_form;
  const gchar *add_prefix, *add_suffix, *p, *start, *end;
  gsize n_prefix, n_suffix;
  GString *out;

  if (script[0] == '=')
    return g_strdup (script + 1);
  if (script[0] == '\0' || strchr ("lktu", script[0]) == NULL || script[1] != ';')
    return NULL;
  p = read_edit (script + 2, &cut_prefix, &add_prefix, &n_prefix);
  if (p == NULL || *p != ';' || read_edit (p + 1, &cut_suffix, &add_suffix, &n_suffix) == NULL)
    return NULL;
  n_form = g_utf8_strlen (form, -1);
  if (cut_prefix > n_form || cut_suffix > n_form - cut_prefix
      || (cut_prefix + cut_suffix == n_form && n_prefix + n_suffix == 0))
    return NULL;

  start = g_utf8_offset_to_pointer (form, cut_prefix);
  end = g_utf8_offset_to_pointer (form, n_form - cut_suffix);
  out = g_string_sized_new (strlen (form) + n_prefix + n_suffix);
  append_in_case (out, add_prefix, n_prefix, script[0]);
  append_in_case (out, start, (gsize) (end - start), script[0]);
  append_in_case (out, add_suffix, n_suffix, script[0]);
  return g_string_free (out, FALSE);
}
