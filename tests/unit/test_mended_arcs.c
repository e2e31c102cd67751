/* Trees whose arcs the words contradict. */
#include "lexis/mended_arcs.h"

/* "President Lee and Minister Cho agreed": Cho under Lee as @deprel, with "and" under Minister. */
static void
fill_names (RelToken *tokens, RelDeprel deprel)
{
  static const struct {
    const gchar *form;
    RelUpos upos;
    gint32 head;
    RelDeprel deprel;
  } words[] = {
    { "President", REL_UPOS_PROPN, 1, REL_DEPREL_NMOD_DESC },
    { "Lee", REL_UPOS_PROPN, 5, REL_DEPREL_NSUBJ },
    { "and", REL_UPOS_CCONJ, 3, REL_DEPREL_CC },
    { "Minister", REL_UPOS_PROPN, 4, REL_DEPREL_NMOD_DESC },
    { "Cho", REL_UPOS_PROPN, 1, REL_DEPREL_APPOS },
    { "agreed", REL_UPOS_VERB, -1, REL_DEPREL_ROOT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    tokens[i] = (RelToken){
      .form = words[i].form, .upos = words[i].upos, .head = words[i].head, .deprel = words[i].deprel, .feats = ""
    };
  tokens[4].deprel = deprel;
}

static void
test_coordination (void)
{
  RelToken tokens[6];

  fill_names (tokens, REL_DEPREL_APPOS);
  rel_arcs_join_coordinations (tokens, 6, 0);
  g_assert_cmpint (tokens[4].deprel, ==, REL_DEPREL_CONJ);
  g_assert_cmpint (tokens[4].head, ==, 1);
  g_assert_cmpint (tokens[2].head, ==, 4);

  fill_names (tokens, REL_DEPREL_APPOS);
  tokens[2].upos = REL_UPOS_PUNCT; /* "President Lee, Minister Cho" stays an apposition */
  rel_arcs_join_coordinations (tokens, 6, 0);
  g_assert_cmpint (tokens[4].deprel, ==, REL_DEPREL_APPOS);
}

/* A piece that begins later in its sentence: heads count from the sentence's beginning. */
static void
test_offset (void)
{
  RelToken tokens[6];

  fill_names (tokens, REL_DEPREL_APPOS);
  for (guint i = 0; i < 5; i++)
    tokens[i].head += 256;
  rel_arcs_join_coordinations (tokens, 6, 256);
  g_assert_cmpint (tokens[4].deprel, ==, REL_DEPREL_CONJ);
  g_assert_cmpint (tokens[2].head, ==, 260);
}

/* "Reuters reported floods hit" with "floods" as object of "reported"; @features of "hit". */
static void
fill_report (RelToken *tokens, const RelRoleArc *roles, const gchar *features)
{
  tokens[0]
    = (RelToken){ .form = "Reuters", .upos = REL_UPOS_PROPN, .head = 1, .deprel = REL_DEPREL_NSUBJ, .feats = "" };
  tokens[1]
    = (RelToken){ .form = "reported", .upos = REL_UPOS_VERB, .head = -1, .deprel = REL_DEPREL_ROOT, .feats = "" };
  tokens[2] = (RelToken){ .form = "floods", .upos = REL_UPOS_NOUN, .head = 1, .deprel = REL_DEPREL_OBJ, .feats = "" };
  tokens[3]
    = (RelToken){ .form = "hit", .upos = REL_UPOS_VERB, .head = 1, .deprel = REL_DEPREL_CCOMP, .feats = features };
  tokens[3].roles = roles;
  tokens[3].n_roles = 1;
}

static void
test_subject (void)
{
  static const RelRoleArc floods[] = { { 2, REL_PB_ARG0, 1 } }, reuters[] = { { 0, REL_PB_ARG0, 1 } };
  RelToken tokens[4];

  fill_report (tokens, floods, "VerbForm=Fin");
  rel_arcs_raise_subjects (tokens, 4, 0);
  g_assert_cmpint (tokens[2].head, ==, 3);
  g_assert_cmpint (tokens[2].deprel, ==, REL_DEPREL_NSUBJ);

  fill_report (tokens, floods, "VerbForm=Inf"); /* "made floods recede" */
  rel_arcs_raise_subjects (tokens, 4, 0);
  g_assert_cmpint (tokens[2].head, ==, 1);

  fill_report (tokens, reuters, "VerbForm=Fin"); /* no role for the object */
  rel_arcs_raise_subjects (tokens, 4, 0);
  g_assert_cmpint (tokens[2].head, ==, 1);
}

/* "Countryman Cho won" with two subjects. */
static void
test_description (void)
{
  RelToken tokens[3] = {
    { .form = "Countryman", .upos = REL_UPOS_NOUN, .head = 2, .deprel = REL_DEPREL_NSUBJ, .feats = "_" },
    { .form = "Cho", .upos = REL_UPOS_PROPN, .head = 2, .deprel = REL_DEPREL_NSUBJ, .feats = "_" },
    { .form = "won", .upos = REL_UPOS_VERB, .head = -1, .deprel = REL_DEPREL_ROOT, .feats = "_" },
  };

  rel_arcs_join_descriptions (tokens, 3, 0);
  g_assert_cmpint (tokens[0].head, ==, 1);
  g_assert_cmpint (tokens[0].deprel, ==, REL_DEPREL_NMOD_DESC);
  g_assert_cmpint (tokens[1].head, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mended-arcs/coordination", test_coordination);
  g_test_add_func ("/mended-arcs/offset", test_offset);
  g_test_add_func ("/mended-arcs/description", test_description);
  g_test_add_func ("/mended-arcs/subject", test_subject);
  return g_test_run ();
}
