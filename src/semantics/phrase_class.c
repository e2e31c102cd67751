/* Tokens in, classes of the phrases they make out. The longest phrase counts; a verb's particle may stand apart ("called the
 * merger off"). O(n). */
#include <semantics/phrase_class.h>

#define MAX_WORDS 3 /* in a phrase */

/* Classes of the phrase of @n tokens that begins with @token, by its lemma or its form. */
static RelWordClasses
classes_of_phrase (const RelView *self, gint32 token, const RelToken *rest, gint32 n)
{
  RelWordClasses classes = rel_word_table_get_phrase (self->words, self->tokens[token].lemma, rest, n);

  return classes ? classes : rel_word_table_get_phrase (self->words, self->tokens[token].form, rest, n);
}

/* The words right behind the token. */
static gboolean
read_neighbours (const RelView *self, gint32 token, RelWordClasses *classes)
{
  for (gint32 n = MIN (MAX_WORDS, self->n - token) - 1; n > 0; n--) {
    RelWordClasses found = classes_of_phrase (self, token, &self->tokens[token + 1], n);

    if (!found)
      continue;
    classes[token] = found;
    for (gint32 i = 1; i <= n && self->tokens[token].upos != REL_UPOS_VERB; i++)
      classes[token + i] = found;
    return TRUE;
  }
  return FALSE;
}

void
rel_view_read_phrases (const RelView *self, RelWordClasses *classes)
{
  for (gint32 token = 0; token < self->n; token++) {
    gint32 particle;

    if (!rel_word_table_begins_phrase (self->words, &self->tokens[token]) || read_neighbours (self, token, classes))
      continue;
    particle = rel_view_child (self, token, REL_DEPREL_COMPOUND_PRT);
    if (particle >= 0) {
      RelWordClasses found = classes_of_phrase (self, token, &self->tokens[particle], 1);

      classes[token] = found ? found : classes[token];
    }
  }
}
