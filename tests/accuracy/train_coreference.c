/* Learns the ranking of antecedents (ontology/86-coreference-en.ttl).
 *
 *   train_coreference GUM.conllu [KEY=NUMBER...]    Turtle on standard output, losses on standard error
 *
 * Mentions, trees and types are those that relata finds itself; a mention is right when it has the head of a gold mention.
 * KEY: epochs, count, step, decay, dropout, seed. train_coreference.sh calls it.
 */
#include <lexis/conllu.h>
#include <reference/link_cues.h>
#include <reference/link_train.h>
#include <relata/pipeline.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  gint group;
  guint sentence;
  gint first, end; /* tokens of the sentence; end 0: open */
  gint head;
} GoldMention;

typedef struct {
  RelLinkTrainer *trainer;
  const RelDocument *document;
  GArray *mentions; /* GoldMention, by sentence */
  guint *first;     /* [n_sentences + 1] */
  gint32 *heads;    /* [n_tokens] gold tree */
  gint *groups;     /* [n_referents] gold group of each mention, -1: none; -2: not looked up */
  guint n_groups;
  guint n_linked, n_found;
} Teacher;

static void
close_mention (GArray *mentions, guint from, gint group, gint end)
{
  for (guint k = mentions->len; k-- > from;) {
    GoldMention *mention = &g_array_index (mentions, GoldMention, k);
    if (mention->group == group && mention->end == 0) {
      mention->end = end;
      return;
    }
  }
}

/* Reads "(8-organization-…(9-place-…)" or "9)8)". */
static void
read_item (const gchar *p, guint sentence, gint token, guint from, GArray *mentions)
{
  while (*p != '\0' && *p != '|') {
    gboolean opens = *p == '(';
    gchar *end = NULL;
    gint group = (gint) strtol (p + opens, &end, 10);

    if (opens) {
      GoldMention mention = { group, sentence, token, 0, -1 };
      g_array_append_val (mentions, mention);
    }
    p = end + strcspn (end, "()|");
    if (*p == ')') {
      close_mention (mentions, from, group, token + 1);
      p++;
    }
  }
}

static guint
get_depth (const gint32 *heads, gint token, gint n)
{
  guint depth = 0;

  while (token >= 0 && token < n && depth <= (guint) n) {
    token = heads[token];
    depth++;
  }
  return depth;
}

/* The word of tokens [first, end) that hangs outside, nearest the root. */
static gint
find_head (const gint32 *heads, gint n, gint first, gint end)
{
  gint best = first;
  guint best_depth = G_MAXUINT;

  for (gint i = first; i < end; i++)
    if ((heads[i] < first || heads[i] >= end) && get_depth (heads, i, n) < best_depth) {
      best = i;
      best_depth = get_depth (heads, i, n);
    }
  return best;
}

static void
read_gold (Teacher *teacher, const gchar **misc)
{
  const RelDocument *document = teacher->document;

  teacher->mentions = g_array_new (FALSE, FALSE, sizeof (GoldMention));
  teacher->first = g_new0 (guint, document->n_sentences + 1);
  teacher->heads = g_new0 (gint32, document->n_tokens + 1);
  for (guint s = 0; s < document->n_sentences; s++) {
    const RelSentence *sentence = &document->sentences[s];
    guint from = teacher->mentions->len;

    teacher->first[s] = from;
    for (guint i = 0; i < sentence->n_tokens; i++) {
      const gchar *item = misc[sentence->first + i] != NULL ? strstr (misc[sentence->first + i], "Entity=") : NULL;

      teacher->heads[sentence->first + i] = document->tokens[sentence->first + i].head;
      if (item != NULL)
        read_item (item + strlen ("Entity="), s, (gint) i, from, teacher->mentions);
    }
    for (guint k = from; k < teacher->mentions->len; k++) {
      GoldMention *mention = &g_array_index (teacher->mentions, GoldMention, k);
      mention->head
        = find_head (teacher->heads + sentence->first, (gint) sentence->n_tokens, mention->first, mention->end);
    }
  }
  teacher->first[document->n_sentences] = teacher->mentions->len;
}

static gint
get_overlap (const GoldMention *gold, const RelMention *mention)
{
  return 2 * (MIN (gold->end, mention->end) - MAX (gold->first, mention->first)) * 1000
         / (gold->end - gold->first + mention->end - mention->first);
}

/* The gold group of the mention, -1: none. */
static gint
find_group (Teacher *teacher, const RelDiscourse *discourse, guint32 index)
{
  const RelMention *mention = &rel_discourse_get (discourse, index)->mention;
  const RelSentence *sentence = &teacher->document->sentences[mention->sentence];
  gint head = find_head (teacher->heads + sentence->first, (gint) sentence->n_tokens, mention->first, mention->end);
  gint best = -1, group = -1;

  if (index < teacher->n_groups && teacher->groups[index] != -2)
    return teacher->groups[index];
  for (guint k = teacher->first[mention->sentence]; k < teacher->first[mention->sentence + 1]; k++) {
    const GoldMention *gold = &g_array_index (teacher->mentions, GoldMention, k);
    if (gold->head == head && get_overlap (gold, mention) > best) {
      best = get_overlap (gold, mention);
      group = gold->group;
    }
  }
  if (index < teacher->n_groups)
    teacher->groups[index] = group;
  return group;
}

/* Whether a gold mention of @group begins at the coordination. */
static gboolean
is_coordination_of (const Teacher *teacher, const RelDiscourse *discourse, const RelLinkCandidate *candidate,
                    gint group)
{
  const RelMention *mention = &rel_discourse_get (discourse, candidate->mention)->mention;
  guint32 members[8];
  guint n = rel_discourse_get_conjuncts (discourse, candidate->mention, members, G_N_ELEMENTS (members));
  gint32 last = n > 0 ? rel_discourse_get (discourse, members[n - 1])->mention.head : mention->head;

  for (guint k = teacher->first[mention->sentence]; k < teacher->first[mention->sentence + 1]; k++) {
    const GoldMention *gold = &g_array_index (teacher->mentions, GoldMention, k);
    if (gold->group == group && gold->first <= mention->head && gold->end > last && gold->head == mention->head)
      return TRUE;
  }
  return FALSE;
}

static guint
teach (RelDiscourse *discourse, guint32 index, RelLinkCandidate *candidates, guint n, gpointer user_data)
{
  Teacher *teacher = user_data;
  gint group;
  g_autofree gboolean *is_right = g_new0 (gboolean, n);
  guint chosen = 0;

  if (teacher->groups == NULL) {
    teacher->n_groups = discourse->referents->len;
    teacher->groups = g_new (gint, teacher->n_groups);
    for (guint i = 0; i < teacher->n_groups; i++)
      teacher->groups[i] = -2;
  }
  group = find_group (teacher, discourse, index);
  for (guint i = 1; i < n && group >= 0; i++) {
    is_right[i] = candidates[i].n_members > 0 ? is_coordination_of (teacher, discourse, &candidates[i], group)
                                              : find_group (teacher, discourse, candidates[i].mention) == group;
    if (is_right[i] && chosen == 0)
      chosen = i;
  }
  is_right[0] = chosen == 0;
  teacher->n_linked += chosen > 0;
  teacher->n_found++;
  rel_link_trainer_add (teacher->trainer, discourse, index, candidates, is_right, n);
  return chosen;
}

static void
forget_analysis (RelDocument *document)
{
  for (guint i = 0; i < document->n_tokens; i++) {
    const RelToken *old = &document->tokens[i];
    document->tokens[i]
      = (RelToken){ .span = old->span, .form = old->form, .n_words = old->n_words, .space_after = old->space_after };
  }
}

static gboolean
add_examples (RelLinkTrainer *trainer, const RelPipeline *pipeline, const gchar *path, GError **error)
{
  g_autoptr (RelConlluReader) reader = rel_conllu_reader_open (path, error);
  guint n_linked = 0, n_found = 0;

  while (reader != NULL) {
    GError *cause = NULL;
    const gchar **misc = NULL;
    g_autoptr (RelDocument) document = rel_conllu_reader_next (reader, &misc, &cause);
    Teacher teacher = { .trainer = trainer, .document = document };

    if (cause != NULL) {
      g_propagate_error (error, cause);
      return FALSE;
    }
    if (document == NULL)
      break;
    read_gold (&teacher, misc);
    forget_analysis (document);
    if (!rel_pipeline_annotate (pipeline, document, REL_STAGE_WORDS, NULL, error))
      return FALSE;
    rel_discourse_run (document, rel_pipeline_get_lexicon (pipeline), rel_link_trainer_get_model (trainer), teach,
                       &teacher);
    n_linked += teacher.n_linked;
    n_found += teacher.n_found;
    g_array_unref (teacher.mentions);
    g_free (teacher.first);
    g_free (teacher.heads);
    g_free (teacher.groups);
  }
  fprintf (stderr, "%u mentions, %u with an antecedent among the candidates\n", n_found, n_linked);
  return reader != NULL;
}

static void
report (guint epoch, gdouble loss)
{
  fprintf (stderr, "epoch %u: loss %.4f\n", epoch + 1, loss);
}

static void
read_option (const gchar *argument, RelLinkTrainOptions *options)
{
  const gchar *value = strchr (argument, '=');

  if (value == NULL)
    return;
  value++;
  if (g_str_has_prefix (argument, "epochs="))
    options->n_epochs = (guint) atoi (value);
  else if (g_str_has_prefix (argument, "count="))
    options->min_count = (guint) atoi (value);
  else if (g_str_has_prefix (argument, "step="))
    options->step = g_ascii_strtod (value, NULL);
  else if (g_str_has_prefix (argument, "decay="))
    options->decay = g_ascii_strtod (value, NULL);
  else if (g_str_has_prefix (argument, "dropout="))
    options->dropout = g_ascii_strtod (value, NULL);
  else if (g_str_has_prefix (argument, "seed="))
    options->seed = (guint32) atoi (value);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RelPipeline) pipeline = rel_pipeline_new (NULL, NULL, NULL, &error);
  RelLinkTrainer *trainer = rel_link_trainer_new ();
  RelLinkTrainOptions options = { 12, 30, 0.003, 0.05, 0.1, 2 };

  for (int i = 2; i < argc; i++)
    read_option (argv[i], &options);
  if (argc < 2 || pipeline == NULL || !add_examples (trainer, pipeline, argv[1], &error)) {
    fprintf (stderr, "train_coreference: %s\n", error != NULL ? error->message : "GUM.conllu [KEY=NUMBER...]");
    return 1;
  }

  g_autoptr (RelLinkModel) model = rel_link_trainer_fit (trainer, &options, report);
  g_autofree gchar *turtle = rel_link_model_to_turtle (model);

  fputs (turtle, stdout);
  rel_link_trainer_free (trainer);
  return 0;
}
