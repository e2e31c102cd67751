/* Whether the sentences that a graph cites stand where it says they do.
 *
 * A cited sentence is a nif:Sentence: its text, its place in code points, the document (nif:Context) that it is in. With the
 * document's text the characters at that place must be the sentence; without it, the length must at least be right.
 */
#include "writers/check.h"

#include <relata/document.h>
#include <string.h>
#include <triples/vocabulary.h>

typedef struct {
  const gchar *text;
  gint64 begin, end;     /* code points, half open */
  const gchar *document; /* IRI */
} Citation;

/* -1: no number. */
static gint64
get_number (RelDescription description, const gchar *predicate)
{
  const RelTriple *triple = rel_description_find (description, predicate);
  gchar *end = NULL;
  gint64 number = triple != NULL ? g_ascii_strtoll (triple->object, &end, 10) : -1;

  return triple != NULL && *triple->object != '\0' && *end == '\0' ? number : -1;
}

static const gchar *
get_object (RelDescription description, const gchar *predicate)
{
  const RelTriple *triple = rel_description_find (description, predicate);

  return triple != NULL ? triple->object : NULL;
}

/* The text whose name is the identifier of the document; a single text is that of a single document. */
static const RelDocument *
find_text (const RelCheck *self, const gchar *document, RelDocument *const *texts, guint n_texts, guint n_documents)
{
  const gchar *id = get_object (rel_triple_index_describe (self->index, document), REL_DCTERMS "identifier");

  for (guint i = 0; i < n_texts; i++)
    if (id != NULL && strcmp (texts[i]->id, id) == 0)
      return texts[i];
  return n_texts == 1 && n_documents == 1 ? texts[0] : NULL;
}

/* Blanks and line ends are the same: a sentence may run over the end of a line. */
static gboolean
is_same_text (const gchar *a, gsize n, const gchar *b)
{
  gsize i;

  for (i = 0; i < n && b[i] != '\0'; i++)
    if (a[i] != b[i] && !(g_ascii_isspace (a[i]) && g_ascii_isspace (b[i])))
      return FALSE;
  return i == n && b[i] == '\0';
}

static void
check_in_text (RelCheck *self, const gchar *sentence, const Citation *citation, const RelDocument *document)
{
  gint64 n_characters = g_utf8_strlen (document->text, document->n_bytes);
  const gchar *start, *end;
  g_autofree gchar *found = NULL;

  if (citation->end > n_characters) {
    rel_check_add (self, REL_FINDING_EVIDENCE, sentence,
                   "characters %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT
                   " lie behind the end of %s, which has %" G_GINT64_FORMAT,
                   citation->begin, citation->end, document->id, n_characters);
    return;
  }
  start = g_utf8_offset_to_pointer (document->text, (glong) citation->begin);
  end = g_utf8_offset_to_pointer (start, (glong) (citation->end - citation->begin));
  if (is_same_text (start, (gsize) (end - start), citation->text))
    return;
  found = g_strndup (start, (gsize) (end - start));
  rel_check_add (self, REL_FINDING_EVIDENCE, sentence, "%s has “%s” there, the graph says “%s”", document->id, found,
                 citation->text);
}

static void
check_sentence (RelCheck *self, const gchar *sentence, RelDescription description, RelDocument *const *texts,
                guint n_texts, guint n_documents)
{
  Citation citation
    = { get_object (description, REL_NIF "anchorOf"), get_number (description, REL_NIF "beginIndex"),
        get_number (description, REL_NIF "endIndex"), get_object (description, REL_NIF "referenceContext") };
  const RelDocument *text;

  if (citation.text == NULL || citation.begin < 0 || citation.end < citation.begin || citation.document == NULL) {
    rel_check_add (self, REL_FINDING_EVIDENCE, sentence, "lacks its text, its place or its document");
    return;
  }
  text = find_text (self, citation.document, texts, n_texts, n_documents);
  if (text != NULL)
    check_in_text (self, sentence, &citation, text);
  else if (n_texts > 0)
    rel_check_add (self, REL_FINDING_EVIDENCE, sentence, "is of <%s>, whose text was not given", citation.document);
  else if (g_utf8_strlen (citation.text, -1) != citation.end - citation.begin)
    rel_check_add (self, REL_FINDING_EVIDENCE, sentence, "has %ld characters, but a place for %" G_GINT64_FORMAT,
                   g_utf8_strlen (citation.text, -1), citation.end - citation.begin);
}

/* What a statement is derived from must be told of in the graph. */
static void
check_statement (RelCheck *self, const gchar *statement, RelDescription description)
{
  for (guint i = 0; i < description.n; i++) {
    const RelTriple *triple = description.triples[i];

    if (strcmp (triple->predicate, REL_PROV "wasDerivedFrom") == 0
        && rel_triple_index_describe (self->index, triple->object).n == 0)
      rel_check_add (self, REL_FINDING_EVIDENCE, statement, "cites <%s>, of which the graph says nothing",
                     triple->object);
  }
}

void
rel_check_evidence (RelCheck *self, RelDocument *const *texts, guint n_texts)
{
  guint n_subjects = 0, n_documents = 0;
  const gchar *const *subjects = rel_triple_index_get_subjects (self->index, &n_subjects);

  for (guint i = 0; i < n_subjects; i++)
    if (rel_description_has_type (rel_triple_index_describe (self->index, subjects[i]), REL_NIF "Context"))
      n_documents++;
  for (guint i = 0; i < n_subjects; i++) {
    RelDescription description = rel_triple_index_describe (self->index, subjects[i]);

    if (rel_description_has_type (description, REL_NIF "Sentence"))
      check_sentence (self, subjects[i], description, texts, n_texts, n_documents);
    if (rel_description_has_type (description, REL_RDF "Statement"))
      check_statement (self, subjects[i], description);
  }
}
