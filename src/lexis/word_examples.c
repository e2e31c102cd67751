/* Reading what the network learns from; see word_examples.h. */
#include "lexis/word_examples.h"

#include "lexis/bio.h"
#include "lexis/conllu.h"
#include "lexis/gum_entities.h"
#include "lexis/name_teacher.h"

#include <string.h>

#define CLASS_MIN_COUNT 2 /* tags and scripts seen once are mistakes or accidents */

static void
example_clear (gpointer data)
{
  RelWordExample *example = data;

  for (guint h = 0; h < REL_N_WORD_HEADS; h++)
    g_free (example->open[h]);
}

RelWordExamples *
rel_word_examples_new (void)
{
  RelWordExamples *self = g_new0 (RelWordExamples, 1);

  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) rel_document_free);
  self->examples = g_array_new (FALSE, FALSE, sizeof (RelWordExample));
  g_array_set_clear_func (self->examples, example_clear);
  return self;
}

void
rel_word_examples_free (RelWordExamples *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->examples);
  g_ptr_array_unref (self->documents);
  for (guint h = 0; h < REL_N_WORD_HEADS; h++) {
    g_clear_pointer (&self->ids[h], g_hash_table_unref);
    g_free (self->classes.strings[h]);
  }
  g_free (self);
}

/* @roles_known[n_sentences] (nullable): of which sentences roles are known. */
static void
add_examples (RelWordExamples *self, RelDocument *document, const RelWordExample *like, const gboolean *roles_known)
{
  for (guint s = 0; s < document->n_sentences; s++) {
    RelWordExample example = *like;

    example.tokens = rel_sentence_get_tokens (document, &document->sentences[s]);
    example.n = document->sentences[s].n_tokens;
    example.has_roles = roles_known != NULL && roles_known[s];
    if (example.n <= REL_SENTENCE_MAX_TOKENS)
      g_array_append_val (self->examples, example);
  }
  g_ptr_array_add (self->documents, document);
}

gboolean
rel_word_examples_add_treebank (RelWordExamples *self, const gchar *path, const RelRoleFile *roles,
                                const RelWordNetwork *teacher, GError **error)
{
  g_autoptr (RelConlluReader) reader = rel_conllu_reader_open (path, error);
  GError *cause = NULL;

  if (reader == NULL)
    return FALSE;
  for (;;) {
    const gchar **misc = NULL;
    RelDocument *document = rel_conllu_reader_next (reader, &misc, &cause);
    RelWordExample like = { .has_tree = TRUE };

    g_autofree gboolean *roles_known = NULL;

    if (document == NULL)
      break;
    like.has_names = like.has_etypes = rel_gum_entities_annotate (document, misc);
    like.treebank = like.has_names ? REL_TREEBANK_GUM : REL_TREEBANK_EWT;
    if (!like.has_names && teacher != NULL) {
      rel_name_teacher_annotate (teacher, document);
      like.has_names = TRUE;
    }
    if (roles != NULL) {
      roles_known = g_new0 (gboolean, document->n_sentences + 1);
      rel_role_file_annotate (roles, document, roles_known);
    }
    add_examples (self, document, &like, roles_known);
  }
  if (cause != NULL)
    g_propagate_error (error, cause);
  return cause == NULL;
}

gboolean
rel_word_examples_add_names (RelWordExamples *self, const gchar *path, GError **error)
{
  g_autoptr (RelBioReader) reader = rel_bio_reader_open (path, error);
  RelWordExample like = { .has_names = TRUE, .treebank = REL_TREEBANK_NAMES };
  RelDocument *document;
  GError *cause = NULL;

  if (reader == NULL)
    return FALSE;
  while ((document = rel_bio_reader_next (reader, &cause)) != NULL)
    add_examples (self, document, &like, NULL);
  if (cause != NULL)
    g_propagate_error (error, cause);
  return cause == NULL;
}

/* The string that the token's class of an open head stands for. */
static gchar *
make_class (RelWordHead head, const RelToken *token, const gchar *form)
{
  switch (head) {
  case REL_WORD_XPOS:
    return g_strdup (token->xpos);
  case REL_WORD_FEATS:
    return g_strdup (token->feats);
  case REL_WORD_LEMMA:
    return strcmp (token->lemma, "_") == 0 ? NULL : rel_lemma_script_new (form, token->lemma);
  case REL_WORD_PREDICATE:
    return g_strdup (token->sense != NULL ? token->sense : "_");
  default:
    return NULL;
  }
}

static gboolean
is_open (guint head)
{
  return head == REL_WORD_XPOS || head == REL_WORD_FEATS || head == REL_WORD_LEMMA || head == REL_WORD_PREDICATE;
}

static gint
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const gchar *const *) a, *(const gchar *const *) b);
}

/* Numbers the strings that are frequent enough, in alphabetical order. */
static void
number_classes (RelWordExamples *self, guint head, GHashTable *counts)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer string, count;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &string, &count))
    if (GPOINTER_TO_UINT (count) >= CLASS_MIN_COUNT)
      g_ptr_array_add (strings, string);
  if (strings->len == 0)
    g_ptr_array_add (strings, (gpointer) (head == REL_WORD_LEMMA ? "l;0,;0," : "_"));
  g_ptr_array_sort (strings, compare_strings);
  self->ids[head] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->classes.counts[head] = strings->len;
  self->classes.strings[head] = g_new0 (const gchar *, strings->len + 1);
  for (guint c = 0; c < strings->len; c++) {
    gchar *key = g_strdup (g_ptr_array_index (strings, c));

    g_hash_table_insert (self->ids[head], key, GUINT_TO_POINTER (c + 1));
    self->classes.strings[head][c] = key;
  }
}

static gint32
find_class (const RelWordExamples *self, guint head, const gchar *string)
{
  return string == NULL ? -1 : (gint32) GPOINTER_TO_UINT (g_hash_table_lookup (self->ids[head], string)) - 1;
}

static gboolean
has_head (const RelWordExample *example, guint head)
{
  return head == REL_WORD_PREDICATE ? example->has_roles : example->has_tree;
}

static void
make_classes (RelWordExamples *self, guint head)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint k = 0; k < self->examples->len; k++) {
    const RelWordExample *example = &g_array_index (self->examples, RelWordExample, k);

    for (guint i = 0; has_head (example, head) && i < example->n; i++) {
      gchar *string = make_class ((RelWordHead) head, &example->tokens[i], example->tokens[i].form);

      if (string != NULL)
        g_hash_table_replace (counts, string,
                              GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, string)) + 1));
    }
  }
  number_classes (self, head, counts);
  for (guint k = 0; k < self->examples->len; k++) {
    RelWordExample *example = &g_array_index (self->examples, RelWordExample, k);

    if (!has_head (example, head))
      continue;
    example->open[head] = g_new (gint32, example->n);
    for (guint i = 0; i < example->n; i++) {
      g_autofree gchar *string = make_class ((RelWordHead) head, &example->tokens[i], example->tokens[i].form);

      example->open[head][i] = find_class (self, head, string);
    }
  }
}

void
rel_word_examples_number_classes (RelWordExamples *self)
{
  for (guint h = 0; h < REL_N_WORD_HEADS; h++)
    if (is_open (h))
      make_classes (self, h);
}

gint32
rel_word_examples_get_target (const RelWordExamples *self, const RelWordExample *example, RelWordHead head, guint i,
                              const gchar *form)
{
  const RelToken *token = &example->tokens[i];

  if (head == REL_WORD_NAME)
    return !example->has_names || token->name == REL_NAME_UNKNOWN ? -1
           : token->name == REL_NAME_NONE                         ? 0
                                          : 2 * (gint32) token->name - (token->name_begins ? 1 : 0);
  if (head == REL_WORD_ETYPE)
    return example->has_etypes ? token->etype : -1;
  if (!example->has_tree || head == REL_WORD_ROLE || (head == REL_WORD_PREDICATE && !example->has_roles))
    return -1;
  switch (head) {
  case REL_WORD_UPOS:
    return (gint32) token->upos;
  case REL_WORD_ARC:
    return token->head + 1;
  case REL_WORD_DEPREL:
    return (gint32) token->deprel;
  case REL_WORD_LEMMA:
    if (form != token->form) {
      g_autofree gchar *script = make_class (REL_WORD_LEMMA, token, form);

      return find_class (self, head, script);
    }
    return example->open[head][i];
  default:
    return example->open[head][i];
  }
}

guint
rel_word_example_measure_name (const RelWordExample *example, guint i)
{
  const RelToken *tokens = example->tokens;
  guint end = i + 1;

  if (!tokens[i].name_begins)
    return 0;
  while (end < example->n && tokens[end].name == tokens[i].name && !tokens[end].name_begins)
    end++;
  return end - i;
}
