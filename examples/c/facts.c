/* Reads an English text and prints its facts, one a line: facts notes.txt
 *
 *   cc facts.c -o facts $(pkg-config --cflags --libs relata)
 */
#include <relata/relata.h>
#include <stdio.h>

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelPipeline) pipeline = rel_pipeline_new (NULL, NULL, NULL, &error);
  g_autoptr (RelDocumentReader) reader = NULL;
  RelDocument *document;
  guint n_facts = 0;

  if (pipeline != NULL)
    reader = rel_document_reader_open (argc > 1 ? argv[1] : "-", NULL, NULL, NULL, &error);
  if (reader == NULL) {
    fprintf (stderr, "facts: %s\n", error->message);
    return 1;
  }

  g_autoptr (RelGraph) graph = rel_graph_new (rel_pipeline_get_lexicon (pipeline), &(RelGraphOptions){ .base = NULL });
  while (error == NULL && (document = rel_document_reader_next (reader, &error)) != NULL) {
    if (rel_pipeline_annotate (pipeline, document, REL_STAGE_PROPOSITIONS, NULL, &error))
      rel_graph_add_document (graph, document);
    rel_document_free (document);
  }

  const RelFact *const *facts = rel_graph_get_facts (graph, &n_facts);
  for (guint i = 0; i < n_facts; i++)
    if (facts[i]->asserted)
      printf ("%s – %s – %s\n", facts[i]->subject->label, facts[i]->predicate->label,
              facts[i]->object == NULL          ? ""
              : facts[i]->object->value != NULL ? facts[i]->object->value
                                                : facts[i]->object->label);
  if (error != NULL)
    fprintf (stderr, "facts: %s\n", error->message);
  return error == NULL ? 0 : 1;
}
