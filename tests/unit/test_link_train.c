/* Learning to rank antecedents: a rule that the examples show is learned, the same every time. */
#include <reference/link_cues.h>
#include <reference/link_train.h>

#include <string.h>

#define N_EXAMPLES 400

/* The one before is right when it has the same head, but not where the mention is indefinite. */
static void
add_examples (RelLinkTrainer *trainer)
{
  RelLinkModel *model = rel_link_trainer_get_model (trainer);
  guint16 the = (guint16) rel_link_model_get_number (model, "determiner=the");
  guint16 a = (guint16) rel_link_model_get_number (model, "determiner=a");
  RelReferent referents[] = { { .attributes = &the, .n_attributes = 1 }, { .n_attributes = 1 } };
  RelDiscourse discourse = { .referents = g_array_new (FALSE, FALSE, sizeof (RelReferent)), .links = model };

  g_array_append_vals (discourse.referents, referents, 2);
  for (guint i = 0; i < N_EXAMPLES; i++) {
    gboolean same_head = i % 2 == 0, indefinite = i / 2 % 2 == 0, is_right[2] = { FALSE, FALSE };
    RelLinkCandidate candidates[2] = { { .mention = REL_NO_REFERENT }, { .mention = 0 } };

    rel_discourse_get (&discourse, 1)->attributes = indefinite ? &a : &the;
    rel_link_add_cue (&discourse, &candidates[0], REL_CUE_NONE, 0);
    rel_link_add_cue (&discourse, &candidates[1], REL_CUE_HEAD, same_head ? 1 : 0);
    is_right[same_head && !indefinite] = TRUE;
    rel_link_trainer_add (trainer, &discourse, 1, candidates, is_right, 2);
  }
  g_array_unref (discourse.referents);
}

static RelLinkModel *
learn (guint min_count)
{
  const RelLinkTrainOptions options = { 12, min_count, 0.02, 0.001, 0, 7 };
  RelLinkTrainer *trainer = rel_link_trainer_new ();
  RelLinkModel *model;

  add_examples (trainer);
  model = rel_link_trainer_fit (trainer, &options, NULL);
  rel_link_trainer_free (trainer);
  return model;
}

/* How much better the one before is than nothing. */
static gfloat
get_advantage (RelLinkModel *model, gboolean same_head, const gchar *determiner)
{
  guint16 attribute = (guint16) rel_link_model_get_number (model, determiner);
  guint16 the = (guint16) rel_link_model_get_number (model, "determiner=the");
  guint16 none = (guint16) model->cues[REL_CUE_NONE][0], head = (guint16) model->cues[REL_CUE_HEAD][same_head];
  gfloat without[REL_LINK_ROW] = { 0 }, with[REL_LINK_ROW] = { 0 };

  rel_link_model_add_rows (model, REL_LINK_ANAPHOR, &attribute, 1, without);
  memcpy (with, without, sizeof with);
  rel_link_model_add_rows (model, REL_LINK_PAIR, &none, 1, without);
  rel_link_model_add_rows (model, REL_LINK_ANTECEDENT, &the, 1, with);
  rel_link_model_add_rows (model, REL_LINK_PAIR, &head, 1, with);
  return rel_link_model_get_score (model, with) - rel_link_model_get_score (model, without);
}

static void
test_rule (void)
{
  g_autoptr (RelLinkModel) model = learn (10);

  g_assert_cmpfloat (get_advantage (model, TRUE, "determiner=the"), >, 1);
  g_assert_cmpfloat (get_advantage (model, TRUE, "determiner=a"), <, -1);
  g_assert_cmpfloat (get_advantage (model, FALSE, "determiner=the"), <, -1);
  g_assert_cmpfloat (get_advantage (model, FALSE, "determiner=a"), <, -1);
}

static void
test_same_again (void)
{
  g_autoptr (RelLinkModel) first = learn (10), second = learn (10);
  g_autofree gchar *a = rel_link_model_to_turtle (first), *b = rel_link_model_to_turtle (second);

  g_assert_cmpstr (a, ==, b);
}

/* Attributes of few mentions are left out, cues never. */
static void
test_rare (void)
{
  g_autoptr (RelLinkModel) model = learn (N_EXAMPLES + 1);

  g_assert_cmpint (rel_link_model_get_number (model, "determiner=a"), ==, -1);
  g_assert_cmpint (model->cues[REL_CUE_HEAD][1], >=, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link-train/rule", test_rule);
  g_test_add_func ("/link-train/same-again", test_same_again);
  g_test_add_func ("/link-train/rare", test_rare);
  return g_test_run ();
}
