/* Commands ("Send me the report") and notes ("Hope to see you there", "Will be closed on Monday") have a subject that
 * nobody says. The form of their first verb tells it; which pronoun goes with which form is in ontology/81-nouns-en.ttl.
 * O(depth of the tree + children). */
#include <semantics/supplied_subject.h>

#include <string.h>

/* Whether the word before the first one of the clause opens a quotation. */
static gboolean
is_quoted (const RelView *view, gint32 clause)
{
  gint32 before = view->tree->left[clause];

  if (before > 0 && view->tokens[before].upos != REL_UPOS_PUNCT)
    before--;
  return view->tokens[before].upos == REL_UPOS_PUNCT && strpbrk (view->tokens[before].form, "\"'`“‘") != NULL;
}

/* The clause that is nobody's complement: @predicate or what it is coordinated with or an open complement of; -1: none. */
static gint32
find_main_clause (const RelView *view, gint32 predicate)
{
  for (gint32 steps = 0; predicate >= 0 && steps < view->n; steps++) {
    switch (view->tokens[predicate].deprel) {
    case REL_DEPREL_CONJ:
    case REL_DEPREL_XCOMP:
      predicate = view->tokens[predicate].head;
      break;
    case REL_DEPREL_PARATAXIS:
      return predicate;
    case REL_DEPREL_CCOMP:
      return is_quoted (view, predicate) ? predicate : -1;
    default:
      return view->tokens[predicate].head < 0 ? predicate : -1;
    }
  }
  return -1;
}

/* Whether what stands before the first verb leaves room for a subject only there: adverbs, marks, and, before a command,
 * adverbial phrases. */
static gboolean
begins_with_verb (const RelView *view, gint32 clause, gboolean command)
{
  gint32 auxiliary = rel_view_first_auxiliary (view, clause);
  gint32 verb = auxiliary >= 0 && auxiliary < clause ? auxiliary : clause;

  REL_TREE_EACH_CHILD (view->tree, clause, child) {
    if (child >= verb)
      continue;
    switch (view->tokens[child].deprel) {
    case REL_DEPREL_ADVMOD:
    case REL_DEPREL_CC:
    case REL_DEPREL_DISCOURSE:
    case REL_DEPREL_PUNCT:
    case REL_DEPREL_CASE:
      if (g_strcmp0 (view->tokens[child].xpos, "WRB") == 0)
        return FALSE;
      break;
    case REL_DEPREL_ADVCL:
    case REL_DEPREL_OBL:
    case REL_DEPREL_OBL_UNMARKED:
    case REL_DEPREL_VOCATIVE:
      if (!command)
        return FALSE;
      break;
    default:
      return FALSE;
    }
  }
  return TRUE;
}

/* "called me back", "thank you": the person is the object, so that somebody else is the subject. */
static gboolean
takes_person (const RelView *view, gint32 clause, const gchar *person)
{
  for (gint32 i = clause + 1; i <= view->tree->right[clause]; i++)
    if (rel_token_has_feature (&view->tokens[i], person) && view->tokens[i].head >= 0
        && !rel_token_has_feature (&view->tokens[i], "Reflex=Yes")
        && (view->tokens[i].head == clause || view->tokens[view->tokens[i].head].head == clause)
        && !rel_deprel_is_subject (view->tokens[i].deprel)
        && (view->tokens[i].head == clause || !rel_view_is_clause (view, view->tokens[i].head)))
      return TRUE;
  return FALSE;
}

/* "Let's go" asks the writer, too. */
static gboolean
is_hortative (const RelView *view, gint32 clause)
{
  return clause + 1 < view->n && view->tokens[clause + 1].form[0] == '\''
         && rel_token_has_feature (&view->tokens[clause + 1], "Person=1");
}

static gboolean
is_participle_with_phrase (const RelView *view, gint32 clause)
{
  if (view->tokens[clause].upos != REL_UPOS_VERB || g_strcmp0 (view->tokens[clause].xpos, "VBN") != 0)
    return FALSE;
  REL_TREE_EACH_CHILD (view->tree, clause, child)
    if (child > clause
        && (view->tokens[child].deprel == REL_DEPREL_OBL || view->tokens[child].deprel == REL_DEPREL_OBL_AGENT))
      return TRUE;
  return FALSE;
}

/* What tells the subject: the form of "be", the tag of another first auxiliary, else of the verb; NULL: nothing. "Hope to see
 * you" is often taken for a bare infinitive; who did what is past can be told at the begin of a sentence only. */
static const gchar *
find_form (const RelView *view, gint32 clause)
{
  gint32 auxiliary = rel_view_first_auxiliary (view, clause);
  const RelToken *word = &view->tokens[clause];

  if (auxiliary >= 0
      && !(word->upos == REL_UPOS_VERB && g_strcmp0 (word->xpos, "VB") == 0
           && rel_view_is_word (view, auxiliary, "do")))
    return rel_view_is_word (view, auxiliary, "be") ? view->tokens[auxiliary].form : view->tokens[auxiliary].xpos;
  if (word->upos != REL_UPOS_VERB)
    return NULL;
  if (is_hortative (view, clause))
    return NULL;
  if (g_strcmp0 (word->xpos, "VB") == 0)
    return rel_view_is (view, clause, REL_CLASS_DESIRE) || takes_person (view, clause, "Person=2") ? "VBP" : word->xpos;
  if (g_strcmp0 (word->xpos, "VBP") == 0 && takes_person (view, clause, "Person=1"))
    return "VB"; /* "call us", taken for a statement */
  if (g_strcmp0 (word->xpos, "VBD") == 0 && (word->head >= 0 || takes_person (view, clause, "Person=1")))
    return NULL;
  return is_participle_with_phrase (view, clause) || g_strcmp0 (word->xpos, "VBN") != 0 ? word->xpos : NULL;
}

gboolean
rel_view_is_command (const RelView *view, gint32 clause)
{
  RelSharing sharing;

  return find_main_clause (view, clause) == clause && rel_view_find_subject (view, clause, &sharing) < 0
         && rel_view_child (view, clause, REL_DEPREL_MARK) < 0 && rel_view_child (view, clause, REL_DEPREL_EXPL) < 0
         && g_strcmp0 (find_form (view, clause), "VB") == 0 && begins_with_verb (view, clause, TRUE);
}

const gchar *
rel_view_find_unsaid_pronoun (const RelView *view, const gchar *form)
{
  guint n = 0;
  const gchar *const *pronouns
    = view->lexicon ? rel_lexicon_get_subjects (view->lexicon, "rel:subjectOf", form, &n) : NULL;

  return n > 0 ? pronouns[0] : NULL;
}

gboolean
rel_draft_supply_subject (RelView *view, gint32 predicate, RelDraft *draft)
{
  gint32 clause = find_main_clause (view, predicate);
  RelArgument subject = { .role = REL_ROLE_SUBJECT, .head = -1 };
  g_autofree gchar *lower = NULL;
  const gchar *form, *pronoun;
  gboolean command;

  if (clause < 0 || rel_view_child (view, clause, REL_DEPREL_MARK) >= 0
      || rel_view_child (view, clause, REL_DEPREL_EXPL) >= 0 || !(form = find_form (view, clause)))
    return FALSE;
  command = strcmp (form, "VB") == 0;
  lower = g_ascii_strdown (form, -1);
  pronoun = rel_view_find_unsaid_pronoun (view, lower);
  subject.text = pronoun ? rel_lexicon_get_value (view->lexicon, pronoun, "rel:subjectForm") : NULL;
  if (!subject.text || !begins_with_verb (view, clause, command))
    return FALSE;
  subject.text = rel_arena_strdup (view->arena, subject.text); /* the document outlives the lexicon */
  draft->inferred = TRUE;
  draft->rule = command ? "command" : "note";
  if (command && draft->mood.modality == REL_MODALITY_FACT)
    draft->mood.modality = REL_MODALITY_OBLIGATORY;
  rel_draft_add_argument (draft, subject);
  return TRUE;
}
