/* Changing the words of sentences for training; see word_variants.h. */
#include "lexis/word_variants.h"

/* Tuned on EWT dev, see src/learn/models/en.md. */
#define LETTER_CASE_PART 0.03f /* of sentences in each of: all lower, all upper, all words capitalised */
#define SWAP_PART 0.2f         /* of sentences with names: others of their type and length in their place */
#define SWAP_MAX_WORDS 4

struct _RelWordVariants {
  GPtrArray *swaps[REL_N_NAME_TYPES][SWAP_MAX_WORDS + 1]; /* gchar **: the words of names, by type and length */
  GPtrArray *forms;                                       /* gchar *: words made since rel_word_variants_clear() */
};

static void
collect_names (RelWordVariants *self, const RelWordExample *example)
{
  for (guint i = 0; i < example->n; i++) {
    guint length = rel_word_example_measure_name (example, i);

    if (length > 0 && length <= SWAP_MAX_WORDS) {
      gchar **words = g_new0 (gchar *, length + 1);

      for (guint k = 0; k < length; k++)
        words[k] = g_strdup (example->tokens[i + k].form);
      g_ptr_array_add (self->swaps[example->tokens[i].name][length], words);
    }
  }
}

void
rel_word_variants_add_name (RelWordVariants *self, RelNameType type, const gchar *name)
{
  gchar **words = g_strsplit (name, " ", -1);
  guint length = g_strv_length (words);

  if (length > 0 && length <= SWAP_MAX_WORDS)
    g_ptr_array_add (self->swaps[type][length], words);
  else
    g_strfreev (words);
}

RelWordVariants *
rel_word_variants_new (const RelWordExamples *examples)
{
  RelWordVariants *self = g_new0 (RelWordVariants, 1);

  self->forms = g_ptr_array_new_with_free_func (g_free);
  for (guint type = 0; type < REL_N_NAME_TYPES; type++)
    for (guint length = 0; length <= SWAP_MAX_WORDS; length++)
      self->swaps[type][length] = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint k = 0; k < examples->examples->len; k++)
    if (rel_word_examples_get (examples, k)->has_names)
      collect_names (self, rel_word_examples_get (examples, k));
  return self;
}

void
rel_word_variants_free (RelWordVariants *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->forms);
  for (guint type = 0; type < REL_N_NAME_TYPES; type++)
    for (guint length = 0; length <= SWAP_MAX_WORDS; length++)
      g_ptr_array_unref (self->swaps[type][length]);
  g_free (self);
}

void
rel_word_variants_clear (RelWordVariants *self)
{
  g_ptr_array_set_size (self->forms, 0);
}

static gchar *
capitalize (const gchar *form)
{
  gchar first[8] = { 0 };

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (form)), first);
  return g_strconcat (first, g_utf8_next_char (form), NULL);
}

/* Puts other names of the same type and length in the place of those of @example, so that the network learns to know a
 * name by what stands around it (Dai, Adel 2020). */
static void
swap_names (const RelWordVariants *self, const RelWordExample *example, const gchar **forms, guint64 *random)
{
  for (guint i = 0; i < example->n; i++) {
    guint length = rel_word_example_measure_name (example, i);
    const GPtrArray *others
      = length > 0 && length <= SWAP_MAX_WORDS ? self->swaps[example->tokens[i].name][length] : NULL;
    gchar *const *other;

    if (others == NULL)
      continue;
    other = g_ptr_array_index (others, rel_random_next (random) % others->len);
    for (guint k = 0; k < length; k++)
      forms[i + k] = other[k];
  }
}

void
rel_word_variants_choose (RelWordVariants *self, const RelWordExample *example, const gchar **forms, guint64 *random)
{
  gfloat choice = rel_random_next_float (random) / LETTER_CASE_PART;

  for (guint i = 0; i < example->n; i++) {
    const gchar *form = example->tokens[i].form;

    if (choice < 3) {
      gchar *changed = choice < 1   ? g_utf8_strdown (form, -1)
                       : choice < 2 ? g_utf8_strup (form, -1)
                                    : capitalize (form);

      g_ptr_array_add (self->forms, changed);
      form = changed;
    }
    forms[i] = form;
  }
  if (choice >= 3 && example->has_names && rel_random_next_float (random) < SWAP_PART)
    swap_names (self, example, forms, random);
}
