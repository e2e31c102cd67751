/* Sentences that are no English prose give no propositions: the parser finds a tree for anything. The language is told by
 * counting function words (Grefenstette 1995: short words tell languages apart), code by its signs. */
#include <semantics/prose.h>

#include <string.h>

#define MIN_FOREIGN 2    /* one is a name: "La Scala"                      */
#define MIN_CODE_SIGNS 3 /* signs of code in a sentence                    */
#define TOKENS_A_SIGN 8  /* with at least one sign for so many tokens      */

struct _RelProse {
  GHashTable
    *languages; /* lower-case word → set of languages, a guint with a bit for each; bit 0: the one that is read */
  guint n_languages;
};

static void
add_language (RelProse *self, const RelLexicon *lexicon, const gchar *language, guint bit)
{
  guint n = 0;
  const gchar *const *words = rel_lexicon_get_values (lexicon, language, "rel:functionWord", &n);

  for (guint i = 0; i < n; i++) {
    guint bits = GPOINTER_TO_UINT (g_hash_table_lookup (self->languages, words[i]));

    g_hash_table_insert (self->languages, (gpointer) words[i], GUINT_TO_POINTER (bits | 1u << bit));
  }
}

RelProse *
rel_prose_new (const RelLexicon *lexicon)
{
  RelProse *self = g_new0 (RelProse, 1);
  guint n = 0;
  const gchar *const *languages = rel_lexicon_get_subjects (lexicon, "rdf:type", "rel:Language", &n);

  self->languages = g_hash_table_new (g_str_hash, g_str_equal);
  self->n_languages = 1;
  for (guint i = 0; i < n && self->n_languages < 32; i++)
    add_language (self, lexicon, languages[i],
                  rel_lexicon_has (lexicon, languages[i], "rdf:type", "rel:ReadLanguage") ? 0 : self->n_languages++);
  return self;
}

void
rel_prose_free (RelProse *self)
{
  if (!self)
    return;
  g_hash_table_unref (self->languages);
  g_free (self);
}

static guint
get_languages (const RelProse *self, const gchar *form)
{
  g_autofree gchar *lower = NULL;

  if (strlen (form) > 12) /* no function word is as long */
    return 0;
  lower = rel_utf8_to_lower (form);
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->languages, lower));
}

/* Letters that English words are not written with. */
static gboolean
is_other_script (const gchar *form)
{
  gunichar letter = g_utf8_get_char (form);

  return g_unichar_isalpha (letter) && letter > 0x24f; /* behind the last Latin letter of European languages */
}

/* Brackets right behind a word, and signs that prose has no use for. */
static gboolean
is_code_sign (const RelToken *tokens, guint i)
{
  const gchar *form = tokens[i].form;

  if (strpbrk (form, "{}<>=|^~_;*") != NULL)
    return strncmp (form, "http", 4) != 0 && strchr (form, '@') == NULL;
  return strcmp (form, "(") == 0 && i > 0 && tokens[i - 1].span.end == tokens[i].span.start
         && g_ascii_isalpha (tokens[i - 1].form[0]);
}

gboolean
rel_prose_is_readable (const RelProse *self, const RelToken *tokens, guint n)
{
  guint counts[32] = { 0 }, n_other_script = 0, n_signs = 0, n_most = 0;

  for (guint i = 0; i < n; i++) {
    guint bits = get_languages (self, tokens[i].form);

    for (guint k = 0; bits != 0 && k < self->n_languages; k++)
      counts[k] += (bits >> k) & 1;
    n_other_script += is_other_script (tokens[i].form);
    n_signs += is_code_sign (tokens, i);
  }
  for (guint k = 1; k < self->n_languages; k++)
    n_most = MAX (n_most, counts[k]);
  return (n_most < MIN_FOREIGN || n_most <= counts[0]) && 2 * n_other_script <= n
         && (n_signs < MIN_CODE_SIGNS || n_signs * TOKENS_A_SIGN < n);
}
