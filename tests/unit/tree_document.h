/* Documents from a few lines of CoNLL-U in a test: trees that do not depend on any model. */
#pragma once

#include <lexis/conllu.h>
#include <relata/semantics.h>

/* @rows: "form lemma UPOS XPOS head deprel" a word, parted by newlines; one sentence. Freed with rel_document_free(). */
static inline RelDocument *
tree_document_new (const gchar *rows)
{
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);
  g_autoptr (GString) text = g_string_new ("# newdoc id = test\n");
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (RelConlluReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  RelDocument *document;
  guint number = 0;

  for (guint i = 0; lines[i]; i++) {
    g_auto (GStrv) fields = g_strsplit (lines[i], " ", -1);

    if (g_strv_length (fields) != 6)
      continue;
    g_string_append_printf (text, "%u\t%s\t%s\t%s\t%s\t_\t%s\t%s\t_\t_\n", ++number, fields[0], fields[1], fields[2],
                            fields[3], fields[4], fields[5]);
  }
  g_string_append_c (text, '\n');
  stream = g_memory_input_stream_new_from_data (text->str, (gssize) text->len, NULL);
  reader = rel_conllu_reader_new (stream, "test");
  document = rel_conllu_reader_next (reader, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (document);
  return document;
}

/* Trees with propositions by the shipped ontology ($RELATA_ONTOLOGY or ./ontology). */
static inline RelDocument *
tree_document_read (const gchar *rows)
{
  const gchar *folder = g_getenv ("RELATA_ONTOLOGY");
  g_autoptr (GError) error = NULL;
  g_autoptr (RelLexicon) lexicon = rel_lexicon_new (folder ? folder : "ontology", NULL, &error);
  RelDocument *document = tree_document_new (rows);

  g_assert_no_error (error);
  g_assert_true (rel_propositions_annotate (NULL, lexicon, document, &error));
  g_assert_no_error (error);
  return document;
}

/* "subject | relation | object | …" of a proposition. (transfer full) */
static inline gchar *
tree_document_describe (const RelProposition *proposition)
{
  GString *line = g_string_new (proposition->arguments[0].text);

  g_string_append_printf (line, " | %s", proposition->relation);
  for (guint i = 1; i < proposition->n_arguments; i++)
    g_string_append_printf (line, " | %s", proposition->arguments[i].text);
  return g_string_free (line, FALSE);
}

/* The proposition that reads @line, NULL when there is none. */
static inline const RelProposition *
tree_document_find (const RelDocument *document, const gchar *line)
{
  for (guint i = 0; i < document->n_propositions; i++) {
    g_autofree gchar *found = tree_document_describe (&document->propositions[i]);

    if (g_strcmp0 (found, line) == 0)
      return &document->propositions[i];
  }
  return NULL;
}
