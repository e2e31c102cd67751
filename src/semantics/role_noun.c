/* Roles: "X is president of Italy" out of copula, apposition or title; "of" is supplied for possessors ("Italy's president")
 * and demonyms ("the Italian president"), whose country the lexicon or the mention tells. */
#include <semantics/constructions.h>
#include <semantics/role_noun.h>
#include <semantics/verb_arguments.h>

#include <string.h>

/* The words of the role itself: "fourth-largest trading partner". */
static RelTokenList
collect_role (RelView *view, gint32 role, gint32 without)
{
  return rel_phrase_collect (view, role,
                             REL_PHRASE_PREDICATE | REL_PHRASE_NO_CASE | REL_PHRASE_NO_RELATIVE | REL_PHRASE_NO_APPOSITION
                                 | REL_PHRASE_NO_CONJUNCTS | REL_PHRASE_NO_OWNER | REL_PHRASE_NO_PREPOSITIONAL
                                 | REL_PHRASE_NO_CLAUSE | REL_PHRASE_NO_TITLE,
                             without);
}

/* "be president of", in lower case without article. */
static const gchar *
make_lemma (RelView *view, RelTokenList words, gint32 role, const gchar *preposition)
{
  g_autoptr (GString) lemma = g_string_new ("be");

  for (guint i = 0; i < words.n; i++) {
    const RelToken *word = &view->tokens[words.tokens[i]];
    gboolean by_lemma = words.tokens[i] == role && word->upos == REL_UPOS_NOUN && word->lemma && word->lemma[0] != '_';
    g_autofree gchar *lower = g_utf8_strdown (by_lemma ? word->lemma : word->form, -1);

    if (word->deprel == REL_DEPREL_DET)
      continue;
    g_string_append_printf (lemma, "%s%s", i > 0 && word->upos == REL_UPOS_PUNCT ? "" : " ", lower);
  }
  g_string_append_printf (lemma, " %s", preposition);
  return rel_arena_strdup (view->arena, lemma->str);
}

static void
add_role (RelView *view, gint32 who, gint32 role, RelArgument what, RelTokenList preposition_words, const gchar *preposition,
          const RelDraft *base)
{
  RelDraft draft = rel_draft_new (view, "role", role);
  RelTokenList words = collect_role (view, role, what.head);
  g_autofree gchar *text = NULL;
  const gchar *copula = base->relation_text;

  draft.mood = base->mood;
  draft.inferred = base->inferred || preposition_words.n == 0;
  rel_draft_add_words (&draft, words);
  rel_draft_add_words (&draft, preposition_words);
  if (!copula) {
    RelTokenList base_words = rel_token_list_new (view, base->relation, base->n_relation);

    copula = rel_token_list_to_text (view, base_words);
    rel_draft_add_words (&draft, base_words);
  }
  text = g_strconcat (copula, " ", rel_token_list_to_text (view, words), " ", preposition, NULL);
  draft.relation_text = rel_arena_strdup (view->arena, text);
  draft.lemma = make_lemma (view, words, role, preposition);
  rel_draft_add_argument (&draft, rel_phrase_to_argument (view, REL_ROLE_SUBJECT, who,
                                                          REL_SUBJECT_CUTS | REL_PHRASE_NO_TITLE, FALSE));
  rel_draft_add_argument (&draft, what);
  rel_draft_finish (view, &draft);
}

void
rel_add_role (RelView *view, gint32 who, gint32 role, const RelDraft *base)
{
  const RelTokenList none = { NULL, 0 };

  if (!rel_view_is (view, role, REL_CLASS_ROLE_NOUN))
    return;
  REL_TREE_EACH_CHILD (view->tree, role, child) {
    const gchar *preposition;
    RelArgument what;

    if (view->tokens[child].deprel == REL_DEPREL_NMOD) {
      RelTokenList words = rel_phrase_collect_case (view, child, &preposition);

      if (!preposition)
        continue;
      what = rel_phrase_to_argument (view, REL_ROLE_OBJECT, child, REL_OBJECT_CUTS, FALSE);
      add_role (view, who, role, what, words, preposition, base);
      return; /* the first one is the tie, further ones say when or where */
    }
    if (view->tokens[child].deprel == REL_DEPREL_NMOD_POSS) {
      what = rel_phrase_to_argument (view, REL_ROLE_OBJECT, child, REL_OBJECT_CUTS, FALSE);
      add_role (view, who, role, what, none, "of", base);
      return;
    }
    if (view->tokens[child].deprel == REL_DEPREL_AMOD || view->tokens[child].deprel == REL_DEPREL_COMPOUND) {
      const gchar *country = rel_view_find_country (view, child);

      if (!country)
        continue;
      what = rel_phrase_to_argument (view, REL_ROLE_OBJECT, child, REL_OBJECT_CUTS, FALSE);
      what.text = country;
      add_role (view, who, role, what, none, "of", base);
      return;
    }
  }
}
