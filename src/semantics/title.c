/* Titles before names: "Lehi head Abraham Stern" says that Stern is Lehi head. "is" is supplied.
 *
 * The phrase is cut at the title by the order of its words: what stands before it belongs to it ("South Korean President"),
 * wherever the parser hangs it, and the name stands behind.
 */
#include <semantics/constructions.h>
#include <semantics/mood.h>
#include <semantics/role_noun.h>

static gboolean
is_name (const RelView *view, gint32 head)
{
  return view->tokens[head].upos == REL_UPOS_PROPN || view->tokens[head].name != REL_NAME_NONE;
}

static RelArgument
make_argument (RelView *view, RelRole role, gint32 head, const gint32 *tokens, guint n)
{
  RelArgument argument = { .role = role, .head = head };

  argument.tokens = rel_token_list_new (view, tokens, n);
  argument.text = rel_token_list_to_text (view, argument.tokens);
  return argument;
}

void
rel_find_title (RelView *view, gint32 token, const gchar *rule)
{
  gint32 name = view->tokens[token].head;
  RelTokenList phrase;
  guint n_title = 0, first = 0;
  RelDraft draft;

  if (view->tokens[token].deprel != REL_DEPREL_NMOD_DESC || name < token || !is_name (view, name)
      || rel_view_is (view, token, REL_CLASS_PERSON_TITLE)
      || (view->tokens[token].upos != REL_UPOS_NOUN && view->tokens[token].upos != REL_UPOS_PROPN))
    return;
  phrase = rel_phrase_collect (view, name,
                               REL_PHRASE_NO_CASE | REL_PHRASE_NO_RELATIVE | REL_PHRASE_NO_APPOSITION
                                 | REL_PHRASE_NO_CONJUNCTS | REL_PHRASE_NO_PREPOSITIONAL | REL_PHRASE_NO_CLAUSE,
                               -1);
  while (n_title < phrase.n && phrase.tokens[n_title] <= MAX (token, view->tree->right[token]))
    n_title++;
  while (first < n_title
         && (view->tokens[phrase.tokens[first]].upos == REL_UPOS_PUNCT
             || view->tokens[phrase.tokens[first]].deprel == REL_DEPREL_CASE))
    first++;
  if (n_title == first || n_title == phrase.n)
    return;
  draft = rel_draft_new (view, rule, token);
  draft.mood
    = rel_mood_of_role (view, token, (RelMood){ REL_POLARITY_POSITIVE, REL_MODALITY_FACT, view->moods[name].source });
  draft.inferred = TRUE;
  draft.relation_text = "is";
  draft.lemma = "be";
  rel_draft_add_argument (&draft,
                          make_argument (view, REL_ROLE_SUBJECT, name, phrase.tokens + n_title, phrase.n - n_title));
  rel_draft_add_argument (&draft, make_argument (view, REL_ROLE_OBJECT, token, phrase.tokens + first, n_title - first));
  if (draft.n_arguments < 2)
    return;
  rel_draft_finish (view, &draft);
  rel_add_role (view, &draft, token);
}
