/* What leaves a clause open from within: modal verbs, adverbs, conditions, alternatives, commands. O(children of the clause). */
#include <semantics/mood.h>

static gboolean
has_xpos (const RelView *view, gint32 token, const gchar *xpos)
{
  return token >= 0 && g_strcmp0 (view->tokens[token].xpos, xpos) == 0;
}

static RelModality
modality_of_modal (const RelView *view, gint32 modal)
{
  if (rel_view_is (view, modal, REL_CLASS_FUTURE_MODAL))
    return REL_MODALITY_PLANNED;
  if (rel_view_is (view, modal, REL_CLASS_POSSIBLE_MODAL))
    return REL_MODALITY_POSSIBLE;
  if (rel_view_is (view, modal, REL_CLASS_OBLIGATORY_MODAL))
    return REL_MODALITY_OBLIGATORY;
  if (rel_view_is (view, modal, REL_CLASS_HYPOTHETICAL_MODAL))
    return REL_MODALITY_HYPOTHETICAL;
  return REL_MODALITY_FACT;
}

/* "must have known" is a guess, not a duty. */
static gboolean
is_guess (const RelView *view, gint32 clause, gint32 modal)
{
  return rel_view_is_word (view, modal, "must") && modal + 1 < view->n
         && view->tokens[modal + 1].deprel == REL_DEPREL_AUX && view->tokens[modal + 1].head == clause
         && rel_view_is_word (view, modal + 1, "have");
}

/* "Theresa May appointed", "Will Smith slapped": a name that a tagger takes for a modal; behind a modal the verb is bare. */
static gboolean
is_name (const RelView *view, gint32 clause, gint32 modal)
{
  return g_unichar_isupper (g_utf8_get_char (view->tokens[modal].form)) && modal < clause
         && (has_xpos (view, clause, "VBD") || has_xpos (view, clause, "VBZ")
             || (has_xpos (view, clause, "VBN") && modal + 1 == clause));
}

/* The modal @modal of the clause over @above. */
static RelModality
apply_modal (const RelView *view, gint32 clause, gint32 modal, RelModality modality, const RelMood *above)
{
  RelModality own = modality_of_modal (view, modal);

  if (own == REL_MODALITY_FACT || is_name (view, clause, modal))
    return modality;
  if (is_guess (view, clause, modal))
    return REL_MODALITY_POSSIBLE;
  if (own == REL_MODALITY_PLANNED) /* "doubt that it will": no plan */
    return modality == REL_MODALITY_POSSIBLE || modality == REL_MODALITY_HYPOTHETICAL ? modality : own;
  if (own == REL_MODALITY_HYPOTHETICAL && modality != REL_MODALITY_FACT)
    return modality == REL_MODALITY_OBLIGATORY ? own : modality;
  /* "said that he would visit" is a plan seen from the past. */
  return own == REL_MODALITY_HYPOTHETICAL && above->source >= 0 ? REL_MODALITY_PLANNED : own;
}

gboolean
rel_clause_has_marker (const RelView *view, gint32 clause, RelWordClasses classes)
{
  REL_TREE_EACH_CHILD (view->tree, clause, child) {
    RelDeprel deprel = view->tokens[child].deprel;

    if ((deprel == REL_DEPREL_MARK || deprel == REL_DEPREL_CASE
         || (deprel == REL_DEPREL_CC && view->tokens[clause].deprel == REL_DEPREL_ADVCL))
        && rel_view_is (view, child, classes))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_question (const RelView *view)
{
  for (gint32 i = view->n - 1; i >= 0 && view->tokens[i].upos == REL_UPOS_PUNCT; i--)
    if (view->tokens[i].form[0] == '?')
      return TRUE;
  return FALSE;
}

gboolean
rel_clause_is_inverted_condition (const RelView *view, gint32 clause)
{
  gint32 auxiliary = -1, subject = -1;

  REL_TREE_EACH_CHILD (view->tree, clause, child) {
    RelDeprel deprel = view->tokens[child].deprel;

    if (rel_deprel_is_subject (deprel) && subject < 0)
      subject = child;
    else if ((deprel == REL_DEPREL_AUX || deprel == REL_DEPREL_AUX_PASS || deprel == REL_DEPREL_COP) && auxiliary < 0)
      auxiliary = child;
  }
  if (auxiliary < 0 || auxiliary != view->tree->left[clause] || subject < auxiliary || is_question (view))
    return FALSE;
  return (rel_view_is_word (view, auxiliary, "have") && has_xpos (view, auxiliary, "VBD"))
         || g_ascii_strcasecmp (view->tokens[auxiliary].form, "were") == 0
         || rel_view_is_word (view, auxiliary, "should");
}

/* Whether what the clause says hangs on a condition beside it. */
static gboolean
is_conditional (const RelView *view, gint32 clause)
{
  REL_TREE_EACH_CHILD (view->tree, clause, child)
    if (view->tokens[child].deprel == REL_DEPREL_ADVCL
        && ((rel_clause_has_marker (view, child, REL_CLASS_CONDITION) && !rel_clause_is_to_infinitive (view, child))
            || rel_clause_is_inverted_condition (view, child)))
      return TRUE;
  return FALSE;
}

/* "sold or buried": one of two verbs, nobody knows which; with "not" it is neither. */
static gboolean
is_alternative (const RelView *view, gint32 clause)
{
  if (view->tokens[clause].deprel == REL_DEPREL_CONJ && rel_view_is_clause (view, view->tokens[clause].head)
      && rel_view_is_word (view, rel_view_child (view, clause, REL_DEPREL_CC), "or"))
    return TRUE;
  REL_TREE_EACH_CHILD (view->tree, clause, child)
    if (view->tokens[child].deprel == REL_DEPREL_CONJ && rel_view_is_clause (view, child)
        && rel_view_is_word (view, rel_view_child (view, child, REL_DEPREL_CC), "or"))
      return TRUE;
  return FALSE;
}

gboolean
rel_clause_is_present (const RelView *view, gint32 clause)
{
  gint32 finite = clause;

  REL_TREE_EACH_CHILD (view->tree, clause, child)
    if (view->tokens[child].deprel == REL_DEPREL_AUX || view->tokens[child].deprel == REL_DEPREL_AUX_PASS
        || view->tokens[child].deprel == REL_DEPREL_COP) {
      finite = child;
      break;
    }
  return has_xpos (view, finite, "VBZ") || has_xpos (view, finite, "VBP");
}

/* "will close when the road opens": as sure as what governs it. */
static gboolean
is_time_of_what_is_open (const RelView *view, gint32 clause)
{
  gint32 governor = view->tokens[clause].head;

  return view->tokens[clause].deprel == REL_DEPREL_ADVCL && governor >= 0 && rel_clause_is_present (view, clause)
         && (rel_clause_has_marker (view, clause, REL_CLASS_TIME_MARKER)
             || rel_view_is (view, rel_view_child (view, clause, REL_DEPREL_ADVMOD), REL_CLASS_TIME_MARKER))
         && view->moods[governor].modality != REL_MODALITY_FACT;
}

/* "died before finishing it", "fled before he could speak". */
static gboolean
is_cut_off (const RelView *view, gint32 clause)
{
  gint32 mark = rel_view_child (view, clause, REL_DEPREL_MARK);

  return view->tokens[clause].deprel == REL_DEPREL_ADVCL && has_xpos (view, clause, "VBG")
         && rel_view_is_word (view, mark, "before") && rel_view_is (view, view->tokens[clause].head, REL_CLASS_ENDING);
}

RelModality
rel_clause_read_modality (const RelView *view, gint32 clause, const RelMood *above)
{
  RelModality modality = above->modality;

  REL_TREE_EACH_CHILD (view->tree, clause, child) {
    RelDeprel deprel = view->tokens[child].deprel;

    if (deprel == REL_DEPREL_AUX)
      modality = apply_modal (view, clause, child, modality, above);
    else if (deprel == REL_DEPREL_ADVMOD && rel_view_is (view, child, REL_CLASS_POSSIBLE_ADVERB))
      modality = REL_MODALITY_POSSIBLE;
  }
  if (rel_clause_has_marker (view, clause, REL_CLASS_CONDITION) || is_conditional (view, clause)
      || rel_clause_is_inverted_condition (view, clause))
    return REL_MODALITY_HYPOTHETICAL;
  if (modality != REL_MODALITY_FACT)
    return modality;
  if (rel_clause_has_marker (view, clause,
                             REL_CLASS_PLAN_ADJECTIVE)) /* "is due to start", when "due to" is read as one */
    return REL_MODALITY_PLANNED;
  if (is_time_of_what_is_open (view, clause))
    return view->moods[view->tokens[clause].head].modality;
  if ((above->polarity == REL_POLARITY_POSITIVE && is_alternative (view, clause)
       && !rel_clause_is_denied (view, clause))
      || is_cut_off (view, clause) || rel_clause_has_marker (view, clause, REL_CLASS_POSSIBLE_ADVERB))
    return REL_MODALITY_POSSIBLE;
  return modality;
}
