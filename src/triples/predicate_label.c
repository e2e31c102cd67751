/* Names of predicates: the words of a proposition in, a key and a label out.
 *
 * The key is made of lemmas and is the same however the sentence inflects the verb; the label keeps the inflection and
 * drops the auxiliaries, because polarity, modality and time are told apart from the predicate: "has not signed"
 * becomes "signed", negative. A passive says "was". Cost: linear in the words.
 */
#include <triples/fact_draft.h>
#include <triples/verb_form.h>

#include <string.h>

/* Ranks of labels; the graph shows the lowest it has seen. */
enum { RANK_PAST, RANK_PARTICIPLE, RANK_PRESENT, RANK_BASE };

static guint
get_rank (const RelToken *token)
{
  if (g_strcmp0 (token->xpos, "VBD") == 0)
    return RANK_PAST;
  if (g_strcmp0 (token->xpos, "VBN") == 0)
    return RANK_PARTICIPLE;
  if (g_strcmp0 (token->xpos, "VB") == 0 || g_strcmp0 (token->xpos, "VBG") == 0)
    return RANK_BASE;
  return RANK_PRESENT;
}

/* "MOU" */
static gboolean
is_acronym (const gchar *word)
{
  const gchar *c = word;

  while (g_ascii_isupper (*c))
    c++;
  return *c == '\0' && c - word > 1;
}

static void
append_word (GString *string, const gchar *word, gboolean keep_case)
{
  g_autofree gchar *lower = keep_case || is_acronym (word) ? NULL : rel_utf8_to_lower (word);

  if (string->len > 0)
    g_string_append_c (string, ' ');
  g_string_append (string, lower != NULL ? lower : word);
}

static gboolean
ends_with_word (const gchar *string, const gchar *word)
{
  gsize length = strlen (string), n = strlen (word);

  return length > n && string[length - n - 1] == ' ' && strcmp (string + length - n, word) == 0;
}

/* (transfer full): the lemma without the preposition of the phrase behind the verb, when that phrase is its second
 * argument: the verb may have several such phrases, and each brings its own. */
static gchar *
dup_bare_lemma (const RelProposition *proposition)
{
  const RelArgument *second = proposition->n_arguments > 1 ? &proposition->arguments[1] : NULL;
  gchar *lemma = g_strdup (proposition->lemma);

  if (second != NULL && second->role != REL_ROLE_OBJECT && second->preposition != NULL
      && ends_with_word (lemma, second->preposition))
    lemma[strlen (lemma) - strlen (second->preposition) - 1] = '\0';
  return lemma;
}

/* The nearest verb above @token that has a tense; NULL: none. */
static const RelToken *
find_governor (const RelTree *tree, const RelToken *token)
{
  for (gint32 i = token->head; i >= 0; i = tree->tokens[i].head)
    if (tree->tokens[i].upos == REL_UPOS_VERB && strstr ("VBD VBN VBZ VBP", tree->tokens[i].xpos) != NULL)
      return &tree->tokens[i];
  return NULL;
}

static gboolean
has_auxiliary (const RelTree *tree, gint32 verb)
{
  REL_TREE_EACH_CHILD (tree, verb, child) {
    if (tree->tokens[child].deprel == REL_DEPREL_AUX)
      return TRUE;
  }
  return FALSE;
}

/* The first word of a label as a finite verb: a participle alone ("..., reaffirming their commitment") takes the tense of
 * the verb that it hangs on. (transfer full) */
static gchar *
dup_finite (RelFactDrafts *self, guint32 sentence, gint32 token)
{
  const RelTree *tree = rel_drafts_get_tree (self, sentence);
  const RelToken *verb = &tree->tokens[token];
  const RelToken *governor = find_governor (tree, verb);

  if (g_strcmp0 (verb->xpos, "VBG") != 0 || verb->upos != REL_UPOS_VERB || has_auxiliary (tree, token))
    return g_strdup (verb->form);
  return rel_verb_form_new (self->lexicon, verb->lemma,
                            governor != NULL && rel_token_has_feature (governor, "Tense=Past") ? REL_VERB_PAST
                                                                                               : REL_VERB_PRESENT);
}

/* The words of the relation that @lemma names, as they are inflected: auxiliaries, negations and verbs of planning are told
 * by polarity and modality. "" when not all of the lemma stands there, as in "is" for an apposition. */
static gchar *
find_words (RelFactDrafts *self, const RelProposition *proposition, const gchar *lemma, guint *rank)
{
  g_auto (GStrv) words = g_strsplit (lemma, " ", -1);
  g_autoptr (GString) label = g_string_new (NULL);
  guint n_found = 0;

  for (guint i = 0; i < proposition->tokens.n && words[n_found] != NULL; i++) {
    const RelToken *token = rel_drafts_get_token (self, proposition->sentence, proposition->tokens.tokens[i]);

    if (token->lemma == NULL || g_ascii_strcasecmp (token->lemma, words[n_found]) != 0)
      continue;
    if (n_found++ == 0) {
      g_autofree gchar *finite = dup_finite (self, proposition->sentence, proposition->tokens.tokens[i]);

      *rank = get_rank (token);
      append_word (label, finite, token->upos == REL_UPOS_PROPN);
    } else {
      append_word (label, token->form, token->upos == REL_UPOS_PROPN);
    }
  }
  if (words[n_found] != NULL)
    g_string_truncate (label, 0);
  return g_string_free (g_steal_pointer (&label), FALSE);
}

static RelPredicateDraft
make (RelFactDrafts *self, const gchar *key_start, const gchar *key, const gchar *label_start, const gchar *label,
      guint rank)
{
  g_autofree gchar *whole_key = g_strconcat (key_start, key, NULL);
  g_autofree gchar *whole_label = g_strconcat (label_start, label, NULL);

  return (RelPredicateDraft){
    .key = rel_arena_strdup (self->arena, whole_key),
    .label = rel_arena_strdup (self->arena, whole_label),
    .rank = rank,
  };
}

/* "be president of" without its "be "; NULL for another lemma. */
static const gchar *
get_copula_rest (const gchar *lemma)
{
  if (strcmp (lemma, "be") == 0)
    return "";
  return g_str_has_prefix (lemma, "be ") ? lemma + 3 : NULL;
}

RelPredicateDraft
rel_drafts_make_active (RelFactDrafts *self, const RelProposition *proposition)
{
  guint rank = RANK_PRESENT;
  g_autofree gchar *lemma = dup_bare_lemma (proposition);
  const gchar *rest = proposition->passive ? get_copula_rest (lemma) : NULL;
  const gchar *key = rest != NULL && *rest != '\0' ? rest : lemma;
  g_autofree gchar *words = find_words (self, proposition, key, &rank);

  return make (self, "", key, "", *words != '\0' ? words : proposition->inferred ? proposition->relation : key, rank);
}

RelPredicateDraft
rel_drafts_make_predicate (RelFactDrafts *self, const RelProposition *proposition)
{
  g_autofree gchar *lemma = dup_bare_lemma (proposition);
  const gchar *rest = get_copula_rest (lemma);

  if (proposition->passive) {
    RelPredicateDraft active = rel_drafts_make_active (self, proposition);
    return make (self, "be ", active.label, "was ", active.label, RANK_PARTICIPLE);
  }
  if (rest != NULL)
    return make (self, "", lemma, *rest != '\0' ? "is " : "is", rest, RANK_PRESENT);
  return rel_drafts_make_active (self, proposition);
}

RelPredicateDraft
rel_drafts_extend_predicate (RelFactDrafts *self, RelPredicateDraft predicate, guint32 sentence, gint32 noun,
                             const gchar *preposition)
{
  g_autoptr (GString) key = g_string_new (predicate.key);
  g_autoptr (GString) label = g_string_new (predicate.label);

  if (noun >= 0) {
    const RelToken *token = rel_drafts_get_token (self, sentence, noun);
    append_word (key, token->lemma, FALSE);
    append_word (label, token->form, token->upos == REL_UPOS_PROPN);
  }
  if (preposition != NULL && !ends_with_word (label->str, preposition)) {
    append_word (key, preposition, FALSE);
    append_word (label, preposition, FALSE);
  }
  predicate.key = rel_arena_strdup (self->arena, key->str);
  predicate.label = rel_arena_strdup (self->arena, label->str);
  return predicate;
}

/* Whether @token of a role keeps its capitals: acronyms ("PM") and adjectives of places ("Asian") do, titles do not. */
static gboolean
keeps_case (const RelToken *token)
{
  return (token->upos == REL_UPOS_ADJ && g_strcmp0 (token->xpos, "NNP") != 0) || is_acronym (token->form);
}

static void
append_role_word (GString *role, const RelToken *token, const gchar *word)
{
  g_autofree gchar *lower = keeps_case (token) ? NULL : rel_utf8_to_lower (word);

  g_string_append (role, lower != NULL ? lower : word);
}

/* Makes "is trading partner of" of the tokens that @keep tells, @noun the last of them. */
static RelPredicateDraft
make_role (RelFactDrafts *self, const RelTree *tree, gint32 first, gint32 noun, const gboolean *keep,
           const gchar *preposition)
{
  g_autoptr (GString) key = g_string_new ("be");
  g_autoptr (GString) label = g_string_new ("is");

  for (gint32 i = first; i <= noun; i++) {
    const RelToken *token = &tree->tokens[i];

    if (!keep[i])
      continue;
    if (key->len == 2 || tree->tokens[i - 1].space_after) {
      g_string_append_c (key, ' ');
      g_string_append_c (label, ' ');
    }
    const gchar *word = i == noun && rel_token_has_feature (token, "Number=Plur") ? token->lemma : token->form;

    append_role_word (key, token, word);
    append_role_word (label, token, word);
  }
  g_string_append_printf (key, " %s", preposition);
  g_string_append_printf (label, " %s", preposition);
  return make (self, "", key->str, "", label->str, RANK_PRESENT);
}

RelPredicateDraft
rel_drafts_make_role (RelFactDrafts *self, guint32 sentence, gint32 first, gint32 end, const gchar *preposition)
{
  const RelTree *tree = rel_drafts_get_tree (self, sentence);
  g_autofree gboolean *keep = g_new0 (gboolean, tree->n + 1);

  for (gint32 i = first; i < end; i++)
    keep[i] = TRUE;
  return make_role (self, tree, first, end - 1, keep, preposition);
}

/* "this Wednesday Greek Foreign Minister X": parsers run the day into the title. */
static gboolean
is_weekday (const RelFactDrafts *self, const RelToken *token)
{
  return self->lexicon != NULL && rel_lexicon_find (self->lexicon, token->form, "rel:Weekday") != NULL;
}

RelPredicateDraft
rel_drafts_make_nominal (RelFactDrafts *self, guint32 sentence, gint32 noun, gint32 owner, const gchar *preposition)
{
  const RelTree *tree = rel_drafts_get_tree (self, sentence);
  const RelMention *named = owner >= 0 ? rel_document_find_mention (self->document, sentence, owner) : NULL;
  g_autofree gboolean *keep = g_new0 (gboolean, tree->n + 1);

  REL_TREE_EACH_CHILD (tree, noun, child) {
    RelDeprel deprel = tree->tokens[child].deprel;

    if (child > noun || child == owner || is_weekday (self, &tree->tokens[child])
        || !(deprel == REL_DEPREL_AMOD || deprel == REL_DEPREL_COMPOUND || deprel == REL_DEPREL_FLAT))
      continue;
    for (gint32 i = tree->left[child]; i <= tree->right[child]; i++)
      keep[i] = rel_tree_is_below (tree, i, child);
  }
  for (gint32 i = named != NULL ? named->first : 0; named != NULL && i < named->end; i++)
    keep[i] = FALSE;
  keep[noun] = TRUE;
  return make_role (self, tree, MAX (0, tree->left[noun]), noun, keep, preposition);
}
