/* Any bytes as RDF, in each syntax: no crash, and IRIs that can be written again. */
#include "base/rdf_read.h"

#include <string.h>

gint LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static gboolean
check_statement (const RelRdfStatement *statement, gpointer user_data, GError **error)
{
  const gchar *const names[]
    = { statement->subject, statement->predicate, statement->is_literal ? NULL : statement->object, statement->datatype,
        statement->graph };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (names[i] == NULL || strpbrk (names[i], "<> \"{}\n") == NULL);
  g_assert_true (g_utf8_validate (statement->object, -1, NULL));
  return TRUE;
}

gint
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  for (RelRdfSyntax syntax = REL_RDF_TURTLE; size > 0 && syntax <= REL_RDF_TRIG; syntax++) {
    g_autoptr (GError) error = NULL;
    FILE *file = fmemopen ((gpointer) data, size, "rb");

    if (!rel_rdf_read_stream (file, "fuzz", NULL, syntax, check_statement, NULL, NULL, &error))
      g_assert_nonnull (error);
    fclose (file);
  }
  return 0;
}
