/* Cues between two phrases of a sentence: the path in the tree, from exact to vague, the words around the object, the object.
 *
 * Features of distant supervision (Mintz et al. 2009), kept few and readable. Cost: linear in the depth of the tree.
 */
#include <triples/pair_cues.h>

#include <string.h>

#define MAX_DEPTH 64     /* of a tree that is walked up */
#define MAX_PATH_STEPS 4 /* ends that are further apart have little to do with each other */

static const gchar *const field_names[REL_N_CUE_FIELDS]
  = { "above", "governor", "link", "path", "before", "after", "shape", "value" };

const gchar *
rel_cue_field_get_name (RelCueField field)
{
  return field_names[field];
}

gchar *
rel_cue_new (const gchar *const fields[REL_N_CUE_FIELDS])
{
  GString *cue = g_string_new (NULL);

  for (guint i = 0; i < REL_N_CUE_FIELDS; i++)
    if (fields[i] != NULL)
      g_string_append_printf (cue, "%s%s=%s", cue->len > 0 ? "\t" : "", field_names[i], fields[i]);
  return g_string_free (cue, FALSE);
}

gchar **
rel_cue_split (const gchar *cue)
{
  g_auto (GStrv) parts = g_strsplit (cue, "\t", -1);
  gchar **fields = g_new0 (gchar *, REL_N_CUE_FIELDS);

  for (guint i = 0; parts[i] != NULL; i++)
    for (guint k = 0; k < REL_N_CUE_FIELDS; k++) {
      gsize length = strlen (field_names[k]);
      if (strncmp (parts[i], field_names[k], length) == 0 && parts[i][length] == '=' && fields[k] == NULL)
        fields[k] = g_strdup (parts[i] + length + 1);
    }
  return fields;
}

RelCueFamily
rel_cue_get_family (const gchar *cue)
{
  if (g_str_has_prefix (cue, "value="))
    return REL_CUES_VALUE;
  if (g_str_has_prefix (cue, "before="))
    return REL_CUES_BEFORE;
  return g_str_has_prefix (cue, "after=") ? REL_CUES_AFTER : REL_CUES_TREE;
}

/* The first of the words that @token is coordinated with: "born in A and died in B" hang on the same. */
static gint32
skip_conjuncts (const RelTree *tree, gint32 token)
{
  for (guint i = 0; i < MAX_DEPTH && tree->tokens[token].deprel == REL_DEPREL_CONJ && tree->tokens[token].head >= 0;
       i++)
    token = tree->tokens[token].head;
  return token;
}

static gint32
get_head (const RelTree *tree, gint32 token)
{
  return tree->tokens[skip_conjuncts (tree, token)].head;
}

/* The tokens from @token to the root, conjuncts aside; at most MAX_DEPTH. */
static guint
walk_up (const RelTree *tree, gint32 token, gint32 *above)
{
  guint n = 0;

  for (gint32 at = token; at >= 0 && n < MAX_DEPTH; at = get_head (tree, at))
    above[n++] = at;
  return n;
}

static const gchar *
get_relation (const RelTree *tree, gint32 token)
{
  return rel_deprel_get_name (tree->tokens[skip_conjuncts (tree, token)].deprel);
}

/* (transfer full): "obl+by", "compound" */
static gchar *
dup_link (const RelTree *tree, gint32 token)
{
  gint32 first = skip_conjuncts (tree, token);
  gint32 mark = rel_tree_get_child (tree, token, REL_DEPREL_CASE);

  if (mark < 0)
    mark = rel_tree_get_child (tree, first, REL_DEPREL_CASE);
  if (mark < 0 || tree->tokens[mark].lemma == NULL)
    return g_strdup (get_relation (tree, token));
  return g_strconcat (get_relation (tree, token), "+", tree->tokens[mark].lemma, NULL);
}

/* (transfer full) (nullable): relations from below the governor up to the common head, "^", and down to @subject. */
static gchar *
dup_path (const RelTree *tree, gint32 object, gint32 subject)
{
  gint32 from[MAX_DEPTH], to[MAX_DEPTH];
  guint n_from = walk_up (tree, object, from), n_to = walk_up (tree, subject, to), up = 0, down = 0;
  GString *path = NULL;

  for (up = 0; up < n_from; up++) {
    for (down = 0; down < n_to && to[down] != from[up]; down++)
      ;
    if (down < n_to)
      break;
  }
  if (up == n_from || up + down > MAX_PATH_STEPS)
    return NULL;
  path = g_string_new (NULL);
  for (guint i = 1; i < up; i++)
    g_string_append_printf (path, "%s ", get_relation (tree, from[i]));
  g_string_append (path, up == 0 ? "_" : "^");
  for (guint i = down; i-- > 0;)
    g_string_append_printf (path, " %s", get_relation (tree, to[i]));
  return g_string_free (path, FALSE);
}

static gboolean
is_inside (const RelPhrase *phrase, gint32 token)
{
  return token >= phrase->first && token < phrase->end;
}

static const gchar *
get_lemma (const RelTree *tree, gint32 token)
{
  return token >= 0 && tree->tokens[token].lemma != NULL ? tree->tokens[token].lemma : NULL;
}

static void
add_cue (GPtrArray *cues, const gchar *const *fields)
{
  g_ptr_array_add (cues, rel_cue_new (fields));
}

static void
add_tree_cues (const RelTree *tree, const RelPhrase *subject, const RelPhrase *object, gboolean is_near,
               GPtrArray *cues)
{
  gint32 head = get_head (tree, object->head);
  gint32 above = head >= 0 ? get_head (tree, head) : -1;
  const gchar *governor = head < 0 ? "" : is_inside (subject, head) ? "." : get_lemma (tree, head);
  g_autofree gchar *link = dup_link (tree, object->head);
  g_autofree gchar *path = dup_path (tree, object->head, subject->head);
  const gchar *upper = above >= 0 ? is_inside (subject, above) ? "." : get_lemma (tree, above) : NULL;

  if (governor == NULL)
    return;
  if (path != NULL) {
    add_cue (cues, (const gchar *[REL_N_CUE_FIELDS]){ NULL, governor, link, path, NULL, NULL, object->shape, NULL });
    add_cue (cues, (const gchar *[REL_N_CUE_FIELDS]){ NULL, NULL, link, path, NULL, NULL, object->shape, NULL });
  }
  if (!is_near)
    return;
  add_cue (cues, (const gchar *[REL_N_CUE_FIELDS]){ NULL, governor, link, NULL, NULL, NULL, object->shape, NULL });
  if (upper != NULL)
    add_cue (cues, (const gchar *[REL_N_CUE_FIELDS]){ upper, governor, link, NULL, NULL, NULL, object->shape, NULL });
}

/* (transfer full) (nullable): the lemmas of the two words before @first. */
static gchar *
dup_words_before (const RelTree *tree, gint32 first)
{
  const gchar *last = get_lemma (tree, first - 1), *earlier = first >= 2 ? get_lemma (tree, first - 2) : NULL;

  if (last == NULL)
    return NULL;
  return earlier != NULL ? g_strconcat (earlier, " ", last, NULL) : g_strdup (last);
}

static void
add_word_cues (const RelTree *tree, const RelPhrase *object, GPtrArray *cues)
{
  g_autofree gchar *before = object->first > 0 ? dup_words_before (tree, object->first) : NULL;
  const gchar *after = object->end < tree->n ? get_lemma (tree, object->end) : NULL;
  g_autofree gchar *value = rel_utf8_to_lower (object->label);

  if (before != NULL)
    add_cue (cues, (const gchar *[REL_N_CUE_FIELDS]){ NULL, NULL, NULL, NULL, before, NULL, object->shape, NULL });
  if (after != NULL)
    add_cue (cues, (const gchar *[REL_N_CUE_FIELDS]){ NULL, NULL, NULL, NULL, NULL, after, object->shape, NULL });
  add_cue (cues, (const gchar *[REL_N_CUE_FIELDS]){ NULL, NULL, NULL, NULL, NULL, NULL, NULL, value });
}

void
rel_cues_collect (const RelTree *tree, const RelPhrase *subject, const RelPhrase *object, gboolean is_near,
                  GPtrArray *cues)
{
  add_tree_cues (tree, subject, object, is_near, cues);
  if (is_near)
    add_word_cues (tree, object, cues);
}

gint32
rel_cues_find_local_subject (const RelTree *tree, gint32 token)
{
  gint32 at = token;

  for (guint i = 0; i < MAX_DEPTH && at >= 0; i++) {
    gint32 subject = rel_tree_get_child (tree, at, REL_DEPREL_NSUBJ);

    if (subject < 0)
      subject = rel_tree_get_child (tree, at, REL_DEPREL_NSUBJ_PASS);
    if (subject >= 0 && !rel_tree_is_below (tree, token, subject)
        && !rel_token_has_feature (&tree->tokens[subject], "PronType=Rel"))
      return subject;
    if (i > 0
        && (tree->tokens[at].deprel == REL_DEPREL_ACL || tree->tokens[at].deprel == REL_DEPREL_ACL_RELCL
            || tree->tokens[at].deprel == REL_DEPREL_APPOS)
        && tree->tokens[at].head >= 0 && tree->tokens[tree->tokens[at].head].upos == REL_UPOS_PROPN)
      return tree->tokens[at].head;
    at = tree->tokens[at].head;
  }
  return -1;
}
