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
                             REL_PHRASE_PREDICATE | REL_PHRASE_NO_CASE | REL_PHRASE_NO_RELATIVE
                               | REL_PHRASE_NO_APPOSITION | REL_PHRASE_NO_CONJUNCTS | REL_PHRASE_NO_OWNER
                               | REL_PHRASE_NO_PREPOSITIONAL | REL_PHRASE_NO_CLAUSE | REL_PHRASE_NO_TITLE,
                             without);
}

/* "be president of", in lower case, without article, the head in the singular. */
static const gchar *
make_lemma (RelView *view, RelTokenList words, gint32 role, const gchar *preposition)
{
  const RelToken *head = &view->tokens[role];
  gint32 without[REL_DRAFT_MAX_RELATION];
  guint n = 0;
  g_autofree gchar *lower = NULL, *lemma = NULL;

  for (guint i = 0; i < words.n && n < G_N_ELEMENTS (without); i++)
    if (view->tokens[words.tokens[i]].deprel != REL_DEPREL_DET && words.tokens[i] != role)
      without[n++] = words.tokens[i];
  lower = rel_utf8_to_lower (rel_token_list_to_text (view, rel_token_list_new (view, without, n)));
  {
    gboolean by_lemma = head->upos == REL_UPOS_NOUN && head->lemma && head->lemma[0] != '_';
    g_autofree gchar *noun = rel_utf8_to_lower (by_lemma ? head->lemma : head->form);

    lemma = g_strconcat ("be ", lower, lower[0] != '\0' ? " " : "", noun, " ", preposition, NULL);
  }
  return rel_arena_strdup (view->arena, lemma);
}

static void
add_role (RelView *view, const RelDraft *base, gint32 role, RelArgument what, RelTokenList preposition_words,
          const gchar *preposition, RelTokenList words)
{
  RelDraft draft = rel_draft_new (view, "role", role);
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
  rel_draft_add_argument (&draft, base->arguments[0]);
  rel_draft_add_argument (&draft, what);
  rel_draft_finish (view, &draft);
}

/* A demonym among the words of the object, -1: none. "The first Italian to win" is no role of Italy. */
static gint32
find_demonym (const RelView *view, const RelDraft *base, gint32 role)
{
  RelTokenList words = base->arguments[1].tokens;

  REL_TREE_EACH_CHILD (view->tree, role, child)
    if (view->tokens[child].deprel == REL_DEPREL_ACL || view->tokens[child].deprel == REL_DEPREL_ACL_RELCL)
      return -1;
  for (guint i = 0; i < words.n && words.tokens[i] < role; i++)
    if (rel_view_find_country (view, words.tokens[i]))
      return words.tokens[i];
  return -1;
}

/* The words of the role without those of the demonym: "South Korean" leaves with "Korean". */
static RelTokenList
leave_out_demonym (RelView *view, const RelDraft *base, gint32 role, gint32 demonym)
{
  const RelMention *mention = rel_document_find_mention (view->document, view->sentence, demonym);
  gint32 first = mention && mention->form == REL_MENTION_DEMONYM ? mention->first : demonym;
  gint32 words[REL_DRAFT_MAX_RELATION];
  guint n = 0;

  for (guint i = 0; i < base->arguments[1].tokens.n && n < G_N_ELEMENTS (words); i++) {
    gint32 token = base->arguments[1].tokens.tokens[i];

    if (token <= role && (token < first || token > demonym))
      words[n++] = token;
  }
  return rel_token_list_new (view, words, n);
}

void
rel_add_role (RelView *view, const RelDraft *base, gint32 role)
{
  const RelTokenList none = { NULL, 0 };
  gint32 demonym;

  if (!rel_view_is (view, role, REL_CLASS_ROLE_NOUN))
    return;
  REL_TREE_EACH_CHILD (view->tree, role, child) {
    const gchar *preposition = "of";
    RelTokenList words = none;
    gint32 tie = child;

    if (view->tokens[child].deprel == REL_DEPREL_NMOD)
      words = rel_phrase_collect_case (view, child, &preposition);
    else if (view->tokens[child].deprel != REL_DEPREL_NMOD_POSS)
      continue;
    if (!preposition)
      continue;
    if (rel_view_is_relative_pronoun (view, child) && (tie = rel_view_antecedent (view, role)) < 0)
      continue;
    /* The first one is the tie, further ones say when or where. */
    add_role (view, base, role, rel_phrase_to_argument (view, REL_ROLE_OBJECT, tie, REL_OBJECT_CUTS, FALSE), words,
              preposition, collect_role (view, role, child));
    return;
  }
  demonym = find_demonym (view, base, role);
  if (demonym >= 0) {
    RelArgument what = { .role = REL_ROLE_OBJECT, .head = demonym };

    what.tokens = rel_token_list_new (view, &demonym, 1);
    what.text = rel_arena_strdup (view->arena, rel_view_find_country (view, demonym));
    add_role (view, base, role, what, none, "of", leave_out_demonym (view, base, role, demonym));
  }
}
