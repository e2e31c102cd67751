/* Noun phrases side by side: "Abraham Stern, head of Lehi" says that Stern is head of Lehi; so does a title before a name,
 * "Lehi head Abraham Stern". "is" is supplied, in the tense of the clause around. */
#include <semantics/constructions.h>
#include <semantics/role_noun.h>
#include <semantics/verb_arguments.h>

static gboolean
is_name (const RelView *view, gint32 head)
{
  return view->tokens[head].upos == REL_UPOS_PROPN || view->tokens[head].name != REL_NAME_NONE;
}

static gboolean
is_nominal (const RelView *view, gint32 head)
{
  return view->tokens[head].upos == REL_UPOS_PROPN || view->tokens[head].upos == REL_UPOS_NOUN;
}

static gboolean
is_plural (const RelView *view, gint32 head)
{
  return rel_token_has_feature (&view->tokens[head], "Number=Plur") || rel_view_child (view, head, REL_DEPREL_CONJ) >= 0;
}

/* "Lee is the president": @who and @what are heads of noun phrases. */
static void
add_identity (RelView *view, gint32 who, gint32 what, guint who_cuts, guint what_cuts, const gchar *rule)
{
  RelDraft draft = rel_draft_new (view, rule, what);

  draft.mood = (RelMood) { REL_POLARITY_POSITIVE, REL_MODALITY_FACT, view->moods[who].source };
  draft.inferred = TRUE;
  draft.relation_text = is_plural (view, who) ? "are" : "is";
  draft.lemma = "be";
  rel_draft_add_argument (&draft, rel_phrase_to_argument (view, REL_ROLE_SUBJECT, who, who_cuts, FALSE));
  rel_draft_add_argument (&draft, rel_phrase_to_argument (view, REL_ROLE_OBJECT, what, what_cuts, FALSE));
  if (draft.n_arguments < 2)
    return;
  rel_draft_finish (view, &draft);
  rel_add_role (view, who, what, &draft);
}

void
rel_find_apposition (RelView *view, gint32 token, const gchar *rule)
{
  gint32 head = view->tokens[token].head;

  if (view->tokens[token].deprel != REL_DEPREL_APPOS || head < 0 || !is_nominal (view, token) || !is_nominal (view, head))
    return;
  if (is_name (view, token) && !is_name (view, head))
    add_identity (view, token, head, REL_PHRASE_NO_RELATIVE | REL_PHRASE_NO_APPOSITION,
                  REL_PHRASE_NO_RELATIVE | REL_PHRASE_NO_APPOSITION, rule);
  else
    add_identity (view, head, token, REL_PHRASE_NO_RELATIVE | REL_PHRASE_NO_APPOSITION,
                  REL_PHRASE_NO_APPOSITION, rule);
}

void
rel_find_title (RelView *view, gint32 token, const gchar *rule)
{
  gint32 head = view->tokens[token].head;

  if (view->tokens[token].deprel != REL_DEPREL_NMOD_DESC || head < 0 || !is_nominal (view, token) || !is_name (view, head)
      || token > head || rel_view_is (view, token, REL_CLASS_PERSON_TITLE))
    return;
  add_identity (view, head, token,
                REL_PHRASE_NO_RELATIVE | REL_PHRASE_NO_APPOSITION | REL_PHRASE_NO_TITLE | REL_PHRASE_NO_CONJUNCTS
                    | REL_PHRASE_NO_DETERMINER,
                REL_PHRASE_NO_RELATIVE | REL_PHRASE_NO_APPOSITION, rule);
}
