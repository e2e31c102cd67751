/* Polarity, modality and source over given trees, so that no parser hides what the rules do. A row: "form lemma UPOS XPOS
 * head deprel"; every tree is told with the line that must come out of it. */
#include "tree_document.h"

typedef struct {
  const gchar *name, *rows, *line; /* line: "subject | relation | object", as tree_document_find() wants it */
  RelPolarity polarity;
  RelModality modality;
  const gchar *source; /* NULL: the text */
} Example;

static const Example examples[] = {
  { "inverted-condition",
    "Had have AUX VBD 3 aux\nhe he PRON PRP 3 nsubj\nwon win VERB VBN 9 advcl\nthe the DET DT 5 det\n"
    "race race NOUN NN 3 obj\n, , PUNCT , 3 punct\nshe she PRON PRP 9 nsubj\nwould would AUX MD 9 aux\n"
    "retire retire VERB VB 0 root\n",
    "he | Had won | the race", REL_POLARITY_POSITIVE, REL_MODALITY_HYPOTHETICAL, NULL },
  { "perfect-is-no-condition",
    "He he PRON PRP 3 nsubj\nhad have AUX VBD 3 aux\nwon win VERB VBN 0 root\nit it PRON PRP 3 obj\n",
    "He | had won | it", REL_POLARITY_POSITIVE, REL_MODALITY_FACT, NULL },
  { "neither-nor",
    "They they PRON PRP 3 nsubj\nneither neither CCONJ CC 3 cc:preconj\nate eat VERB VBD 0 root\nnor nor CCONJ CC 5 "
    "cc\n"
    "drank drink VERB VBD 3 conj\nmilk milk NOUN NN 5 obj\n",
    "They | drank | milk", REL_POLARITY_NEGATIVE, REL_MODALITY_FACT, NULL },
  { "no-object-of-preposition",
    "She she PRON PRP 2 nsubj\nappeared appear VERB VBD 0 root\nin in ADP IN 5 case\nno no DET DT 5 det\n"
    "films film NOUN NNS 2 obl\n",
    "She | appeared in | no films", REL_POLARITY_NEGATIVE, REL_MODALITY_FACT, NULL },
  { "with-no",
    "She she PRON PRP 2 nsubj\nleft leave VERB VBD 0 root\nwith with ADP IN 5 case\nno no DET DT 5 det\n"
    "money money NOUN NN 2 obl\n",
    "She | left with | no money", REL_POLARITY_POSITIVE, REL_MODALITY_FACT, NULL },
  { "opposed-gerund",
    "Unions union NOUN NNS 2 nsubj\noppose oppose VERB VBP 0 root\nraising raise VERB VBG 2 xcomp\n"
    "taxes tax NOUN NNS 3 obj\n",
    "Unions | oppose raising | taxes", REL_POLARITY_NEGATIVE, REL_MODALITY_DESIRED, NULL },
  { "cut-off",
    "He he PRON PRP 2 nsubj\ndied die VERB VBD 0 root\nbefore before SCONJ IN 4 mark\nseeing see VERB VBG 2 advcl\n"
    "Rome Rome PROPN NNP 4 obj\n",
    "He | seeing | Rome", REL_POLARITY_POSITIVE, REL_MODALITY_POSSIBLE, NULL },
  { "not-cut-off",
    "He he PRON PRP 2 nsubj\ntaught teach VERB VBD 0 root\nbefore before SCONJ IN 4 mark\nseeing see VERB VBG 2 advcl\n"
    "Rome Rome PROPN NNP 4 obj\n",
    "He | seeing | Rome", REL_POLARITY_POSITIVE, REL_MODALITY_FACT, NULL },
  { "plot",
    "In in ADP IN 3 case\nthe the DET DT 3 det\nfilm film NOUN NN 5 obl\nMax Max PROPN NNP 5 nsubj\n"
    "robs rob VERB VBZ 0 root\nbanks bank NOUN NNS 5 obj\n",
    "Max | robs | banks", REL_POLARITY_POSITIVE, REL_MODALITY_FACT, "the film" },
  { "wish",
    "She she PRON PRP 2 nsubj\nwishes wish VERB VBZ 0 root\nhe he PRON PRP 5 nsubj\nhad have AUX VBD 5 aux\n"
    "met meet VERB VBN 2 ccomp\nLee Lee PROPN NNP 5 obj\n",
    "he | had met | Lee", REL_POLARITY_NEGATIVE, REL_MODALITY_DESIRED, "She" },
  { "alternative",
    "They they PRON PRP 2 nsubj\nsold sell VERB VBD 0 root\nor or CCONJ CC 4 cc\nhid hide VERB VBD 2 conj\n"
    "it it PRON PRP 4 obj\n",
    "They | hid | it", REL_POLARITY_POSITIVE, REL_MODALITY_POSSIBLE, NULL },
  { "name-before-finite-verb",
    "Theresa Theresa PROPN NNP 3 nsubj\nMay may AUX MD 3 aux\nappointed appoint VERB VBD 0 root\nhim he PRON PRP 3 "
    "obj\n",
    "Theresa | May appointed | him", REL_POLARITY_POSITIVE, REL_MODALITY_FACT, NULL },
  { "particle-apart",
    "They they PRON PRP 2 nsubj\ncalled call VERB VBD 0 root\nAnna Anna PROPN NNP 6 nmod:poss\n's 's PART POS 3 case\n"
    "sudden sudden ADJ JJ 6 amod\nvisit visit NOUN NN 2 obj\nto to ADP IN 8 case\nRome Rome PROPN NNP 6 nmod\n"
    "off off ADP RP 2 compound:prt\n",
    "Anna | visit to | Rome", REL_POLARITY_NEGATIVE, REL_MODALITY_FACT, NULL },
  { "without-particle",
    "They they PRON PRP 2 nsubj\nenjoyed enjoy VERB VBD 0 root\nAnna Anna PROPN NNP 5 nmod:poss\n's 's PART POS 3 "
    "case\n"
    "visit visit NOUN NN 2 obj\nto to ADP IN 7 case\nRome Rome PROPN NNP 5 nmod\n",
    "Anna | visit to | Rome", REL_POLARITY_POSITIVE, REL_MODALITY_FACT, NULL },
};

static void
test_example (gconstpointer data)
{
  const Example *example = data;
  g_autoptr (RelDocument) document = tree_document_read (example->rows);
  const RelProposition *found = tree_document_find (document, example->line);

  g_assert_nonnull (found);
  g_assert_cmpint (found->polarity, ==, example->polarity);
  g_assert_cmpint (found->modality, ==, example->modality);
  g_assert_cmpstr (found->source_text, ==, example->source);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++) {
    g_autofree gchar *path = g_strconcat ("/mood/", examples[i].name, NULL);

    g_test_add_data_func (path, &examples[i], test_example);
  }
  return g_test_run ();
}
