/* Facts from what hangs on the object's noun: "signed memorandums on chips", "is a member of NATO", "her daughter".
 *
 * Cost: linear in the children of the noun and their conjuncts.
 */
#include <triples/fact_clause.h>

#include <string.h>

/* The nodes of a phrase and of those coordinated with it. */
GPtrArray *
rel_fact_clause_get_phrase_nodes (RelFactClause *clause, gint32 head)
{
  guint32 sentence = clause->proposition->sentence;
  const RelTree *tree = rel_drafts_get_tree (clause->draft, sentence);
  GPtrArray *nodes = g_ptr_array_new ();

  rel_drafts_collect_head (clause->draft, sentence, head, nodes);
  for (gint32 other = rel_tree_get_child (tree, head, REL_DEPREL_CONJ); other >= 0;
       other = rel_tree_get_next (tree, other, REL_DEPREL_CONJ))
    rel_drafts_collect_head (clause->draft, sentence, other, nodes);
  return nodes;
}

/* Longest time that is looked for to the left: "from Monday , January 3 , 2008 to". */
#define MAX_TIME_TOKENS 8

/* Times are the fact's, not part of it; @token may be the end of an interval. */
static gboolean
is_time (const RelFactClause *clause, gint32 token)
{
  for (gint32 head = token; head >= 0 && head > token - MAX_TIME_TOKENS; head--) {
    const RelMention *mention
      = rel_document_find_mention (clause->draft->document, clause->proposition->sentence, head);

    if (mention != NULL && mention->form == REL_MENTION_TIME && mention->first <= token && token < mention->end)
      return TRUE;
  }
  return FALSE;
}

/* One phrase with a preposition, headed by @child, behind @noun. */
static void
add_modifier (RelFactClause *clause, gint32 noun, gint32 child, const gchar *preposition)
{
  const RelToken *token = rel_drafts_get_token (clause->draft, clause->proposition->sentence, child);
  gboolean example = rel_drafts_is_example (clause->draft, preposition);

  if (example && token->upos != REL_UPOS_NOUN && token->upos != REL_UPOS_PROPN)
    return; /* "including one on semiconductors": no thing by itself */

  g_autoptr (GPtrArray) nodes = rel_fact_clause_get_phrase_nodes (clause, child);
  RelPredicateDraft predicate = clause->plain;

  if (!example)
    predicate
      = rel_drafts_extend_predicate (clause->draft, predicate, clause->proposition->sentence, noun, preposition);
  rel_fact_clause_emit_all (clause, clause->subjects, predicate, nodes);
}

/* The phrases behind @head as modifiers of @noun, but "of". */
static void
add_modifiers (RelFactClause *clause, gint32 head, gint32 noun)
{
  const RelTree *tree = rel_drafts_get_tree (clause->draft, clause->proposition->sentence);

  REL_TREE_EACH_CHILD (tree, head, child) {
    g_autofree gchar *preposition
      = tree->tokens[child].deprel == REL_DEPREL_NMOD ? rel_drafts_dup_preposition (tree, child) : NULL;

    if (preposition != NULL && strcmp (preposition, "of") != 0 && !is_time (clause, child))
      add_modifier (clause, noun, child, preposition);
  }
}

/* "heads the government of – Norway", where the lexicon knows the wording: "of" is mostly part of the noun. */
static void
add_known_of (RelFactClause *clause, gint32 noun, gint32 child)
{
  RelPredicateDraft predicate
    = rel_drafts_extend_predicate (clause->draft, clause->plain, clause->proposition->sentence, noun, "of");

  if (clause->draft->lexicon != NULL
      && rel_lexicon_find_by (clause->draft->lexicon, "rdfs:label", predicate.key, "ontolex:LexicalEntry") != NULL)
    add_modifier (clause, noun, child, "of");
}

/* What stands behind the object's noun belongs to the predicate too: "signed memorandums on – semiconductors"; examples
 * are objects themselves: "damaged buildings including – schools", and what stands behind them goes the same way:
 * "memorandums, including one on – semiconductors". */
void
rel_fact_clause_add_object_modifiers (RelFactClause *clause)
{
  const RelTree *tree = rel_drafts_get_tree (clause->draft, clause->proposition->sentence);
  gint32 noun = clause->object->head;

  add_modifiers (clause, noun, noun);
  REL_TREE_EACH_CHILD (tree, noun, child) {
    g_autofree gchar *preposition
      = tree->tokens[child].deprel == REL_DEPREL_NMOD ? rel_drafts_dup_preposition (tree, child) : NULL;

    if (preposition == NULL)
      continue;
    if (rel_drafts_is_example (clause->draft, preposition))
      add_modifiers (clause, child, tree->tokens[child].upos == REL_UPOS_NOUN ? child : noun);
    else if (strcmp (preposition, "of") == 0) {
      add_modifiers (clause, child, noun); /* "memorandum of understanding on" */
      add_known_of (clause, noun, child);
    }
  }
}

/* "is member of – the Group of Seven", "is partner of – Italy" for "Italy's partner". */
void
rel_fact_clause_add_description_modifiers (RelFactClause *clause)
{
  guint32 sentence = clause->proposition->sentence;
  const RelTree *tree = rel_drafts_get_tree (clause->draft, sentence);
  gint32 noun = clause->object->head;

  REL_TREE_EACH_CHILD (tree, noun, child) {
    gboolean owner = tree->tokens[child].deprel == REL_DEPREL_NMOD_POSS;
    g_autofree gchar *preposition = NULL;

    if (owner)
      preposition = g_strdup ("of");
    else if (tree->tokens[child].deprel == REL_DEPREL_NMOD)
      preposition = rel_drafts_dup_preposition (tree, child);
    if (preposition == NULL || is_time (clause, child))
      continue;

    g_autoptr (GPtrArray) nodes = rel_fact_clause_get_phrase_nodes (clause, child);
    rel_fact_clause_emit_all (clause, clause->subjects,
                              rel_drafts_make_nominal (clause->draft, sentence, noun, child, preposition), nodes);
  }
}

static gboolean
is_kin (const RelFactDrafts *drafts, const RelToken *token)
{
  return drafts->lexicon != NULL && token->lemma != NULL
         && rel_lexicon_has (drafts->lexicon, "rel:Kinship", "rel:headNoun", token->lemma);
}

/* (transfer full): "son", of "son-in-law" the whole word. */
static gchar *
dup_kin_word (const RelTree *tree, gint32 kin)
{
  GString *word = g_string_new (tree->tokens[kin].lemma);

  for (gint32 i = kin + 1; i < tree->n && !tree->tokens[i - 1].space_after; i++) {
    if (strcmp (tree->tokens[i].form, "-") != 0 && strcmp (tree->tokens[i - 1].form, "-") != 0)
      break;
    g_string_append (word, tree->tokens[i].form);
  }
  return g_string_free (word, FALSE);
}

static RelPredicateDraft
make_kin (RelFactDrafts *drafts, const gchar *lemma)
{
  g_autofree gchar *key = g_strconcat ("have ", lemma, NULL);
  g_autofree gchar *label = g_strconcat ("has ", lemma, NULL);

  return (RelPredicateDraft){ .key = rel_arena_strdup (drafts->arena, key),
                              .label = rel_arena_strdup (drafts->arena, label) };
}

/* "her daughter": has daughter. Of other things that are a pronoun's ("her first stop", "their commitment") it says
 * nothing to say that it is hers: the label of the node tells it. */
void
rel_fact_clause_add_possessive (RelFactClause *clause)
{
  guint32 sentence = clause->proposition->sentence;

  if (clause->object == NULL || clause->object->head < 0)
    return;

  const RelTree *tree = rel_drafts_get_tree (clause->draft, sentence);
  const RelToken *owned = &tree->tokens[clause->object->head];
  gint32 owner = rel_tree_get_child (tree, clause->object->head, REL_DEPREL_NMOD_POSS);
  gboolean pronoun = owner >= 0 && tree->tokens[owner].upos == REL_UPOS_PRON;
  g_autoptr (GPtrArray) nodes = rel_fact_clause_get_nodes (clause, clause->object);

  if (is_kin (clause->draft, owned)) {
    g_autofree gchar *word = dup_kin_word (tree, clause->object->head);
    rel_fact_clause_emit_all (clause, clause->subjects, make_kin (clause->draft, word), nodes);
  } else if (!pronoun) {
    rel_fact_clause_emit_all (clause, clause->subjects, clause->plain, nodes);
    rel_fact_clause_add_object_modifiers (clause);
  }
}
