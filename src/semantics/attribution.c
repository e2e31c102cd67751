/* Who answers for a clause: the speaker of a parenthesis, "according to", somebody's view, a work of fiction. A source is the
 * token that heads the phrase which names it. O(children of the clause), O(depth) for fiction. */
#include <semantics/mood.h>

gint32
rel_view_find_speaker_of_verb (const RelView *view, gint32 governor)
{
  RelSharing sharing;
  gint32 speaker = rel_view_find_subject (view, governor, &sharing);

  if (rel_view_child (view, governor, REL_DEPREL_AUX_PASS) >= 0 || rel_view_is (view, speaker, REL_CLASS_NEGATIVE_NOUN))
    speaker = rel_view_child (view, governor, REL_DEPREL_OBL_AGENT);
  return speaker;
}

/* Whether the word may be the name of a work: "the film Nightfall", not "the film industry". */
static gboolean
is_title (const RelView *view, gint32 noun)
{
  return g_unichar_isupper (g_utf8_get_char (view->tokens[noun].form));
}

/* "the film", "the film Nightfall", "the end of the play": the token that names the work, -1: none. */
static gint32
find_work (const RelView *view, gint32 noun)
{
  if (rel_view_is (view, noun, REL_CLASS_FICTION))
    return noun;
  REL_TREE_EACH_CHILD (view->tree, noun, child) {
    RelDeprel deprel = view->tokens[child].deprel;

    if (!rel_view_is (view, child, REL_CLASS_FICTION))
      continue;
    if (deprel == REL_DEPREL_NMOD_DESC || (deprel == REL_DEPREL_COMPOUND && is_title (view, noun)))
      return noun;
    if (deprel == REL_DEPREL_NMOD)
      return child;
  }
  return -1;
}

/* "In the film, Batman kills the mayor": plots are told in the present, before the subject. */
static gint32
find_plot (const RelView *view, gint32 clause, gint32 oblique)
{
  gint32 subject = rel_view_child (view, clause, REL_DEPREL_NSUBJ);

  if (subject < 0)
    subject = rel_view_child (view, clause, REL_DEPREL_NSUBJ_PASS);
  return oblique < subject && rel_clause_is_present (view, clause) ? find_work (view, oblique) : -1;
}

/* "in Keller's view", "in the opinion of the court". */
static gint32
find_holder (const RelView *view, gint32 oblique)
{
  gint32 holder = rel_view_child (view, oblique, REL_DEPREL_NMOD_POSS);

  if (!rel_view_is (view, oblique, REL_CLASS_REPORTING_NOUN)
      || !rel_view_is_word (view, rel_view_child (view, oblique, REL_DEPREL_CASE), "in"))
    return -1;
  if (holder >= 0)
    return view->tokens[holder].upos == REL_UPOS_PRON ? -1 : holder;
  holder = rel_view_child (view, oblique, REL_DEPREL_NMOD);
  return holder >= 0 && rel_view_is_word (view, rel_view_child (view, holder, REL_DEPREL_CASE), "of") ? holder : -1;
}

static gboolean
is_according_to (const RelView *view, gint32 phrase)
{
  REL_TREE_EACH_CHILD (view->tree, phrase, marker)
    if (rel_view_is_word (view, marker, "accord") || rel_view_is_word (view, marker, "according"))
      return TRUE;
  return FALSE;
}

gint32
rel_clause_find_speaker (const RelView *view, gint32 clause)
{
  REL_TREE_EACH_CHILD (view->tree, clause, child) {
    RelDeprel deprel = view->tokens[child].deprel;
    gint32 source = -1;
    RelSharing sharing;

    if (deprel == REL_DEPREL_PARATAXIS && rel_view_is (view, child, REL_CLASS_REPORTING)
        && rel_view_child (view, child, REL_DEPREL_CCOMP) < 0 && rel_view_child (view, child, REL_DEPREL_OBJ) < 0
        && !rel_clause_is_inverted_condition (view, clause))
      return rel_view_find_subject (view, child, &sharing);
    if ((deprel == REL_DEPREL_OBL || deprel == REL_DEPREL_ADVMOD || deprel == REL_DEPREL_ADVCL)
        && is_according_to (view, child))
      return child;
    if (rel_deprel_is_subject (deprel)) /* "the bank, according to Reuters, sold" */
      REL_TREE_EACH_CHILD (view->tree, child, phrase)
        if (view->tokens[phrase].deprel == REL_DEPREL_NMOD && is_according_to (view, phrase))
          return phrase;
    if (deprel == REL_DEPREL_OBL && (source = find_plot (view, clause, child)) < 0)
      source = find_holder (view, child);
    if (source >= 0)
      return source;
  }
  return -1;
}

/* Whether the clause is about a person: "who kills". */
static gboolean
is_about_person (const RelView *view, gint32 clause)
{
  return rel_view_is_word (view, rel_view_child (view, clause, REL_DEPREL_NSUBJ), "who");
}

gint32
rel_view_find_fiction (const RelView *view, gint32 noun, gint32 clause)
{
  gint32 head = noun;

  if (view->tokens[clause].deprel != REL_DEPREL_ACL_RELCL || !rel_clause_is_present (view, clause)
      || rel_view_is (view, noun, REL_CLASS_FICTION))
    return -1;
  for (gint32 steps = 0; steps < view->n && view->tokens[head].deprel == REL_DEPREL_NMOD; steps++) {
    head = view->tokens[head].head;
    if (rel_view_is (view, head, REL_CLASS_FICTION))
      return head; /* "the story of a nurse who kills" */
  }
  if (view->tokens[head].deprel == REL_DEPREL_OBJ || rel_view_child (view, head, REL_DEPREL_COP) >= 0) {
    gint32 verb = view->tokens[head].deprel == REL_DEPREL_OBJ ? view->tokens[head].head : head;
    gint32 subject = rel_view_child (view, verb, REL_DEPREL_NSUBJ);

    if (rel_view_is (view, subject, REL_CLASS_FICTION))
      return subject; /* "the series follows a detective who hunts" */
    if (verb != head && rel_view_is (view, verb, REL_CLASS_FICTION) && is_about_person (view, clause))
      return noun; /* "plays a pilot who lands" */
  }
  return -1;
}
