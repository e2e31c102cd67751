/* Noun phrases side by side: "Abraham Stern, head of Lehi" says that Stern is head of Lehi. "is" is supplied. */
#include <semantics/constructions.h>
#include <semantics/mood.h>
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

/* "artificial intelligence (AI)", "Lee (R)": another name, no statement. */
static gboolean
is_in_brackets (const RelView *view, gint32 token)
{
  gint32 left = view->tree->left[token];

  return view->tokens[left].upos == REL_UPOS_PUNCT
           ? g_strcmp0 (view->tokens[left].form, "(") == 0 || g_strcmp0 (view->tokens[left].form, "-LRB-") == 0
           : left > 0
               && (g_strcmp0 (view->tokens[left - 1].form, "(") == 0
                   || g_strcmp0 (view->tokens[left - 1].form, "-LRB-") == 0);
}

/* "Lee is the president": @who and @what are heads of noun phrases. */
static void
add_identity (RelView *view, gint32 who, gint32 what, const gchar *rule)
{
  const guint cuts = REL_PHRASE_NO_RELATIVE | REL_PHRASE_NO_APPOSITION;
  RelDraft draft = rel_draft_new (view, rule, what);
  gboolean plural = rel_token_has_feature (&view->tokens[who], "Number=Plur");
  RelArgument object;

  draft.mood
    = rel_mood_of_role (view, what, (RelMood){ REL_POLARITY_POSITIVE, REL_MODALITY_FACT, view->moods[who].source });
  draft.inferred = TRUE;
  draft.relation_text = plural ? "are" : "is";
  draft.lemma = "be";
  rel_draft_add_argument (&draft,
                          rel_phrase_to_argument (view, REL_ROLE_SUBJECT, who, cuts | REL_PHRASE_NO_CONJUNCTS, FALSE));
  object = rel_phrase_to_argument (view, REL_ROLE_OBJECT, what, cuts, FALSE);
  if (rel_tree_is_below (view->tree, who, what)) {
    object.tokens = rel_token_list_subtract (view, object.tokens, rel_phrase_collect (view, who, REL_PHRASE_WHOLE, -1));
    object.text = rel_token_list_to_text (view, object.tokens);
  }
  rel_draft_add_argument (&draft, object);
  if (draft.n_arguments < 2)
    return;
  rel_draft_finish (view, &draft);
  rel_add_role (view, &draft, what);
}

/* "the mayor of Trier, Anna Keller": a person is not the place but the one that the place hangs on. */
static gint32
find_explained (const RelView *view, gint32 head, gint32 token)
{
  gint32 above = view->tokens[head].head;

  if (view->tokens[head].name == REL_NAME_LOC && view->tokens[token].name == REL_NAME_PER
      && view->tokens[head].deprel == REL_DEPREL_NMOD && above >= 0 && view->tokens[above].upos == REL_UPOS_NOUN)
    return above;
  return head;
}

void
rel_find_apposition (RelView *view, gint32 token, const gchar *rule)
{
  gint32 head = view->tokens[token].head;

  if (view->tokens[token].deprel != REL_DEPREL_APPOS || head < 0 || !is_nominal (view, token)
      || !is_nominal (view, head) || is_in_brackets (view, token))
    return;
  head = find_explained (view, head, token);
  if (is_name (view, token) && !is_name (view, head))
    add_identity (view, token, head, rule);
  else
    add_identity (view, head, token, rule);
}
