/* compare_kernels MODEL TEXT: the speed of the network with each kernel that the processor has, and whether all give the same.
 *
 * Prints a table: kernel, words that the network reads (tags, tree, names, roles) in a second of one processor, the
 * best of three runs, and "same" or "differs" beside the first. Exit status 1 where one differs.
 */
#include "learn/quantized.h"

#include <relata/lexis.h>

#include <stdio.h>
#include <time.h>

#define N_RUNS 3

typedef struct {
  gdouble words_per_second;
  guint hash; /* of all that the network says of the words */
} Result;

static guint
hash_document (const RelDocument *document)
{
  guint hash = 5381;

  for (guint i = 0; i < document->n_tokens; i++) {
    const RelToken *token = &document->tokens[i];

    hash = hash * 33 + (guint) token->head;
    hash = hash * 33 + (guint) token->deprel + 64 * (guint) token->upos;
    hash = hash * 33 + (guint) token->name + 16 * token->etype + 256 * token->n_roles;
    hash = hash * 33 + g_str_hash (token->lemma);
    for (guint k = 0; k < token->n_roles; k++)
      hash = hash * 33 + token->roles[k].token * 64 + (guint) token->roles[k].role;
  }
  return hash;
}

static gboolean
run_once (const gchar *model_path, const gchar *text_path, Result *result, GError **error)
{
  g_autoptr (RelModel) model = rel_model_open (model_path, error);
  g_autofree gchar *text = NULL;
  g_autoptr (RelDocument) document = NULL;
  gsize n_bytes = 0;
  clock_t start; /* processor time: what else the machine does matters little to it */

  if (model == NULL || !g_file_get_contents (text_path, &text, &n_bytes, error))
    return FALSE;
  document = rel_document_new ("text", text, (gssize) n_bytes, NULL, error);
  if (document == NULL || !rel_tokens_annotate (model, document, error))
    return FALSE;
  start = clock ();
  if (!rel_words_annotate (model, document, error))
    return FALSE;
  result->words_per_second = MAX (result->words_per_second,
                                  document->n_tokens * (gdouble) CLOCKS_PER_SEC / (gdouble) MAX (clock () - start, 1));
  result->hash = hash_document (document);
  return TRUE;
}

int
main (int argc, char **argv)
{
  static const gchar *const names[] = { "plain", "avx2", "avx512vnni" };
  Result first = { 0 };
  int status = 0;

  if (argc != 3) {
    fputs ("usage: compare_kernels MODEL TEXT\n", stderr);
    return 2;
  }
  puts ("kernel\twords/s\tresults");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (GError) error = NULL;
    Result result = { 0 };

    if (rel_quantized_find_kernel (names[i]) == NULL) {
      printf ("%s\t-\tnot on this processor\n", names[i]);
      continue;
    }
    rel_quantized_set_kernel (rel_quantized_find_kernel (names[i]));
    for (guint k = 0; k < N_RUNS; k++)
      if (!run_once (argv[1], argv[2], &result, &error)) {
        fprintf (stderr, "compare_kernels: %s\n", error->message);
        return 3;
      }
    if (first.hash == 0)
      first = result;
    printf ("%s\t%.0f\t%s\n", names[i], result.words_per_second, result.hash == first.hash ? "same" : "differs");
    status |= result.hash != first.hash;
  }
  return status;
}
