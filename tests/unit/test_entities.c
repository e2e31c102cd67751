/* Mentions and entities over trees written by hand: spans, values, members, and trees that are none. */
#include "tree_document.h"

static RelLexicon *lexicon;

static void
annotate (RelDocument *document)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (rel_entities_annotate (NULL, lexicon, document, &error));
  g_assert_no_error (error);
}

static const RelEntity *
get_entity (const RelDocument *document, gint32 head)
{
  const RelMention *mention = rel_document_find_mention (document, 0, head);

  g_assert_nonnull (mention);
  return &document->entities[mention->entity];
}

static void
tag (RelDocument *document, guint token, RelNameType type, gboolean begins)
{
  document->tokens[token].name = type;
  document->tokens[token].name_begins = begins;
}

/* One run of tags over two countries is two names. */
static void
test_list_of_places (void)
{
  g_autoptr (RelDocument) document = tree_document_new ("Peru Peru PROPN NNP 4 nsubj\n"
                                                        "and and CCONJ CC 3 cc\n"
                                                        "Chile Chile PROPN NNP 1 conj\n"
                                                        "agreed agree VERB VBD 0 root\n");
  for (guint i = 0; i < 3; i++)
    tag (document, i, REL_NAME_LOC, i == 0);
  annotate (document);

  g_assert_cmpstr (get_entity (document, 0)->name, ==, "Peru");
  g_assert_cmpstr (get_entity (document, 2)->name, ==, "Chile");
  g_assert_cmpint (get_entity (document, 2)->type, ==, REL_ENTITY_PLACE);
  g_assert_nonnull (get_entity (document, 0)->resource);
}

/* The title is no part of the name, and its adjective mentions the country. */
static void
test_title (void)
{
  g_autoptr (RelDocument) document = tree_document_new ("Italian Italian ADJ JJ 3 amod\n"
                                                        "Prime Prime ADJ NNP 3 amod\n"
                                                        "Minister Minister PROPN NNP 4 nmod:desc\n"
                                                        "Anna Anna PROPN NNP 6 nsubj\n"
                                                        "Bianchi Bianchi PROPN NNP 4 flat\n"
                                                        "smiled smile VERB VBD 0 root\n");
  tag (document, 3, REL_NAME_PER, TRUE);
  tag (document, 4, REL_NAME_PER, FALSE);
  annotate (document);

  const RelMention *name = rel_document_find_mention (document, 0, 3);
  const RelMention *country = rel_document_find_mention (document, 0, 0);

  g_assert_cmpint (name->form, ==, REL_MENTION_NAME);
  g_assert_cmpint (name->first, ==, 3);
  g_assert_cmpint (name->end, ==, 5);
  g_assert_cmpint (get_entity (document, 3)->gender, ==, REL_GENDER_FEMALE);
  g_assert_cmpint (country->form, ==, REL_MENTION_DEMONYM);
  g_assert_cmpstr (get_entity (document, 0)->name, ==, "Italy");
  g_assert_null (rel_document_find_mention (document, 0, 2));
}

static void
test_money (void)
{
  g_autoptr (RelDocument) document = tree_document_new ("It it PRON PRP 2 nsubj\n"
                                                        "paid pay VERB VBD 0 root\n"
                                                        "$ $ SYM $ 2 obj\n"
                                                        "8.08 8.08 NUM CD 5 compound\n"
                                                        "billion billion NUM CD 3 nummod\n");
  annotate (document);

  const RelMention *money = rel_document_find_mention (document, 0, 2);

  g_assert_cmpint (money->form, ==, REL_MENTION_QUANTITY);
  g_assert_cmpstr (money->value, ==, "8080000000");
  g_assert_cmpstr (money->unit, ==, "USD");
  g_assert_cmpint (money->end, ==, 5);
}

/* The phrase ends where a relative clause begins. */
static void
test_relative_clause (void)
{
  g_autoptr (RelDocument) document = tree_document_new ("the the DET DT 2 det\n"
                                                        "bridge bridge NOUN NN 6 nsubj\n"
                                                        "that that PRON WDT 5 nsubj\n"
                                                        "never never ADV RB 5 advmod\n"
                                                        "opened open VERB VBD 2 acl:relcl\n"
                                                        "fell fall VERB VBD 0 root\n");
  document->tokens[0].feats = "Definite=Def|PronType=Art";
  annotate (document);

  const RelMention *bridge = rel_document_find_mention (document, 0, 1);

  g_assert_cmpint (bridge->first, ==, 0);
  g_assert_cmpint (bridge->end, ==, 2);
  g_assert_cmpstr (get_entity (document, 1)->name, ==, "bridge");
}

/* Heads in a circle: nothing to find is no error, and no endless loop. */
static void
test_cycle (void)
{
  g_autoptr (RelDocument) document = tree_document_new ("Peru Peru PROPN NNP 0 root\n"
                                                        "river river NOUN NN 3 nmod\n"
                                                        "sea sea NOUN NN 4 conj\n"
                                                        "lake lake NOUN NN 2 nsubj\n");
  document->tokens[1].head = 2;
  document->tokens[2].head = 3;
  document->tokens[3].head = 1;
  annotate (document);

  g_assert_cmpstr (get_entity (document, 0)->name, ==, "Peru");
}

static void
test_entity_types (void)
{
  for (guint i = 0; i < REL_N_ENTITY_TYPES; i++)
    g_assert_cmpint (rel_entity_type_from_name (rel_entity_type_get_name ((RelEntityType) i)), ==, (gint) i);
  g_assert_cmpint (rel_entity_type_from_name ("weather"), ==, -1);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  lexicon = rel_lexicon_new ("ontology", NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/entities/list-of-places", test_list_of_places);
  g_test_add_func ("/entities/title", test_title);
  g_test_add_func ("/entities/money", test_money);
  g_test_add_func ("/entities/relative-clause", test_relative_clause);
  g_test_add_func ("/entities/cycle", test_cycle);
  g_test_add_func ("/entities/types", test_entity_types);
  status = g_test_run ();
  rel_lexicon_free (lexicon);
  return status;
}
