/* Sentences without a verb: headlines ("Lee in Rome for talks"), captions ("A woman in a red coat"), notes ("Good food with a
 * nice view"). What stands beside its subject is said of it; else what the last noun phrase is tied to by a preposition;
 * else its first adjective. "is" is supplied, or the verb that ontology/81-nouns-en.ttl has for the preposition ("with":
 * "has"). O(children of the root + phrases). */
#include <semantics/constructions.h>
#include <semantics/supplied_subject.h>
#include <semantics/verb_arguments.h>

#include <string.h>

#define MIN_ADJECTIVE_TOKENS 3 /* "Great!", "Very good" are exclamations */

static gboolean
is_nominal (const RelView *view, gint32 token)
{
  return view->tokens[token].upos == REL_UPOS_NOUN || view->tokens[token].upos == REL_UPOS_PROPN;
}

static gboolean
is_plural (const RelView *view, gint32 head)
{
  return rel_token_has_feature (&view->tokens[head], "Number=Plur")
         || rel_view_child (view, head, REL_DEPREL_CONJ) >= 0;
}

/* "No meat on the burger". */
static gboolean
is_negative (const RelView *view, gint32 head)
{
  return rel_view_is (view, rel_view_child (view, head, REL_DEPREL_DET), REL_CLASS_NEGATION | REL_CLASS_NEGATIVE_NOUN);
}

static RelDraft
begin (RelView *view, const gchar *rule, gint32 head)
{
  RelDraft draft = rel_draft_new (view, rule, head);

  draft.inferred = TRUE;
  draft.lemma = "be";
  if (is_negative (view, head))
    draft.mood.polarity = REL_POLARITY_NEGATIVE;
  return draft;
}

/* "has" for "with", else "is" and the preposition, into the relation and the lemma. */
static void
supply_verb (RelView *view, gint32 subject, gint32 phrase, RelDraft *draft)
{
  const gchar *preposition, *verb = NULL, *copula = is_plural (view, subject) ? "are" : "is";
  const gchar *const *verbs = NULL;
  RelTokenList words = rel_phrase_collect_case (view, phrase, &preposition);
  g_autofree gchar *text = NULL, *lemma = NULL;
  guint n_verbs = 0;

  if (view->lexicon && preposition)
    verbs = rel_lexicon_get_subjects (view->lexicon, "rel:verbOf", preposition, &n_verbs);
  if (n_verbs > 0)
    verb = rel_lexicon_get_value (view->lexicon, verbs[0],
                                  is_plural (view, subject) ? "rel:pluralForm" : "rel:singularForm");
  if (verb) {
    draft->relation_text = rel_arena_strdup (view->arena, verb);
    draft->lemma = rel_arena_strdup (view->arena, rel_lexicon_get_value (view->lexicon, verbs[0], "rel:pluralForm"));
    return;
  }
  rel_draft_add_words (draft, words);
  text = g_strjoin (" ", copula, preposition, NULL);
  lemma = g_strjoin (" ", "be", preposition, NULL);
  draft->relation_text = rel_arena_strdup (view->arena, text);
  draft->lemma = rel_arena_strdup (view->arena, lemma);
}

/* "Ferry available from the harbour", "Lee in Rome": the root has a subject and lacks its copula. */
static void
add_predicate (RelView *view, gint32 predicate, gint32 subject, const gchar *rule)
{
  RelDraft draft = begin (view, rule, predicate);
  RelVerbChain chain = { .predicates = { predicate }, .n = 1 };

  rel_draft_add_subject (view, &draft, subject, REL_SUBJECT_CUTS);
  supply_verb (view, subject, predicate, &draft);
  rel_draft_add_argument (
    &draft, rel_phrase_to_argument (view, REL_ROLE_OBJECT, predicate, REL_PHRASE_PREDICATE | REL_OBJECT_CUTS, FALSE));
  rel_verb_chain_add_arguments (view, &chain, &draft);
  rel_draft_finish (view, &draft);
}

/* "Good food with a nice view": one proposition for each phrase that is tied to the noun; FALSE: there is none. */
static gboolean
add_phrases (RelView *view, gint32 noun, const gchar *rule)
{
  const guint cuts = REL_PHRASE_NO_CASE | REL_SUBJECT_CUTS | REL_PHRASE_NO_PREPOSITIONAL | REL_PHRASE_NO_CLAUSE
                     | (is_negative (view, noun) ? REL_PHRASE_NO_CONJUNCTS : 0u);
  gboolean found = FALSE;

  for (gint32 child = rel_view_child (view, noun, REL_DEPREL_NMOD); child >= 0;
       child = rel_tree_get_next (view->tree, child, REL_DEPREL_NMOD)) {
    const gchar *preposition;
    RelDraft draft;

    rel_phrase_collect_case (view, child, &preposition);
    if (child < noun || !preposition || g_str_has_prefix (preposition, "of"))
      continue;
    draft = begin (view, rule, noun);
    rel_draft_add_argument (&draft, rel_phrase_to_argument (view, REL_ROLE_SUBJECT, noun, cuts, FALSE));
    supply_verb (view, noun, child, &draft);
    rel_draft_add_argument (&draft, rel_phrase_to_argument (view, rel_argument_find_role (view, child, preposition),
                                                            child, REL_OBJECT_CUTS, FALSE));
    rel_draft_finish (view, &draft);
    found = TRUE;
  }
  return found;
}

/* "Excellent service, close to the station". */
static void
add_quality (RelView *view, gint32 noun, const gchar *rule)
{
  gint32 adjective = rel_view_child (view, noun, REL_DEPREL_AMOD);
  RelArgument subject, quality;
  RelDraft draft;

  if (adjective < 0 || adjective > noun || view->tokens[noun].upos != REL_UPOS_NOUN
      || view->tokens[adjective].upos != REL_UPOS_ADJ
      || rel_view_is (view, adjective,
                      REL_CLASS_NEGATIVE_ADJECTIVE | REL_CLASS_POSSIBLE_ADJECTIVE | REL_CLASS_PLAN_ADJECTIVE))
    return;
  draft = begin (view, rule, adjective);
  draft.relation_text = rel_token_has_feature (&view->tokens[noun], "Number=Plur") ? "are" : "is";
  quality = rel_phrase_to_argument (view, REL_ROLE_OBJECT, adjective, REL_PHRASE_PREDICATE, FALSE);
  subject = rel_phrase_to_argument (view, REL_ROLE_SUBJECT, noun, REL_SUBJECT_CUTS | REL_PHRASE_NO_CONJUNCTS, FALSE);
  subject.tokens = rel_token_list_subtract (view, subject.tokens, quality.tokens);
  subject.text = rel_token_list_to_text (view, subject.tokens);
  rel_draft_add_argument (&draft, subject);
  rel_draft_add_argument (&draft, quality);
  rel_draft_finish (view, &draft);
}

/* What else the adjective has, but not the words of @draft's object. */
static void
add_arguments (RelView *view, gint32 adjective, RelDraft *draft)
{
  RelVerbChain chain = { .predicates = { adjective }, .n = 1 };
  RelDraft rest = rel_draft_new (view, draft->rule, adjective);

  rel_verb_chain_add_arguments (view, &chain, &rest);
  for (guint i = 0; i < rest.n_arguments; i++)
    if (!rel_view_is (view, rest.arguments[i].head, REL_CLASS_DEGREE_ADVERB | REL_CLASS_NEGATION))
      rel_draft_add_argument (draft, rest.arguments[i]);
}

/* "Very friendly even at weekends": it is; "Sorry for the delay": I am. */
static void
add_adjective (RelView *view, gint32 adjective, const gchar *rule)
{
  const gchar *pronoun = rel_view_find_unsaid_pronoun (view, view->tokens[adjective].lemma);
  RelDraft draft = begin (view, rule, adjective);
  RelArgument subject = { .role = REL_ROLE_SUBJECT, .head = -1 };
  gint32 first = rel_view_child (view, adjective, REL_DEPREL_ADVMOD);
  gint32 negation = rel_view_is (view, first, REL_CLASS_NEGATION) ? first : -1;
  g_autofree gchar *text = NULL;

  if (!pronoun)
    pronoun = rel_view_find_unsaid_pronoun (view, "jj");
  if (!pronoun)
    return;
  subject.text = rel_arena_strdup (view->arena, rel_lexicon_get_value (view->lexicon, pronoun, "rel:subjectForm"));
  text = g_strconcat (rel_lexicon_get_value (view->lexicon, pronoun, "rel:being"), negation >= 0 ? " not" : NULL, NULL);
  draft.relation_text = rel_arena_strdup (view->arena, text);
  if (negation >= 0)
    draft.mood.polarity = REL_POLARITY_NEGATIVE;
  rel_draft_add_word (&draft, negation);
  rel_draft_add_argument (&draft, subject);
  rel_draft_add_argument (
    &draft, rel_phrase_to_argument (view, REL_ROLE_OBJECT, adjective, REL_PHRASE_PREDICATE | REL_OBJECT_CUTS, FALSE));
  add_arguments (view, adjective, &draft);
  rel_draft_finish (view, &draft);
}

/* A noun with words of its own before it names a thing; a bare one ("Thanks for", "Moral of") is a heading or a courtesy. */
static gboolean
names_thing (const RelView *view, gint32 noun)
{
  return is_nominal (view, noun)
         && (view->tokens[noun].upos == REL_UPOS_PROPN || rel_view_child (view, noun, REL_DEPREL_AMOD) >= 0
             || rel_view_child (view, noun, REL_DEPREL_DET) >= 0 || rel_view_child (view, noun, REL_DEPREL_NUMMOD) >= 0
             || rel_view_child (view, noun, REL_DEPREL_COMPOUND) >= 0);
}

/* A finite verb anywhere: the parser lost its clause, and what the noun is tied to is no longer sure. */
static gboolean
has_finite_verb (const RelView *view)
{
  for (gint32 i = 0; i < view->n; i++)
    if ((view->tokens[i].upos == REL_UPOS_VERB || view->tokens[i].upos == REL_UPOS_AUX)
        && (rel_token_has_feature (&view->tokens[i], "VerbForm=Fin") || g_strcmp0 (view->tokens[i].xpos, "MD") == 0))
      return TRUE;
  return FALSE;
}

void
rel_find_fragment (RelView *view, gint32 token, const gchar *rule)
{
  gint32 subject = rel_view_child (view, token, REL_DEPREL_NSUBJ);

  if (view->tokens[token].head >= 0 || rel_view_is_clause (view, token)
      || rel_view_child (view, token, REL_DEPREL_AUX) >= 0 || rel_view_child (view, token, REL_DEPREL_MARK) >= 0
      || rel_view_is_relative_pronoun (view, token))
    return;
  if (subject >= 0 && subject < token && is_nominal (view, subject))
    add_predicate (view, token, subject, rule);
  else if (subject < 0 && names_thing (view, token) && !has_finite_verb (view) && !add_phrases (view, token, rule))
    add_quality (view, token, rule);
  else if (subject < 0 && view->tokens[token].upos == REL_UPOS_ADJ && view->n > MIN_ADJECTIVE_TOKENS
           && rel_view_child (view, token, REL_DEPREL_OBJ) < 0 && !has_finite_verb (view))
    add_adjective (view, token, rule);
}
