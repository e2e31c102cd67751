/* A capital that stands for its state: "Seoul and Rome signed", "ties between Seoul and Rome", but "in Seoul".
 *
 * It is one where the capital does what only a state can do, or is a party to what states have with each other; the words for
 * both are in ontology/21-places.ttl. O(depth of the tree) a name.
 */
#include <reference/metonymy.h>

#include <string.h>

/* The first of coordinated words; they share its place in the clause. */
static gint32
get_first_conjunct (const RelTree *tree, gint32 token)
{
  for (gint32 steps = 0;
       tree->tokens[token].deprel == REL_DEPREL_CONJ && tree->tokens[token].head >= 0 && steps < tree->n; steps++)
    token = tree->tokens[token].head;
  return token;
}

static gboolean
is_act (const RelDiscourse *self, const RelTree *tree, gint32 token)
{
  const RelToken *verb = &tree->tokens[token];

  return verb->lemma != NULL && rel_lexicon_has (self->lexicon, "rel:ActOfState", "rel:lemma", verb->lemma);
}

/* "ties between Seoul and Rome", "Seoul's ties with Rome" */
static gboolean
is_party (const RelDiscourse *self, const RelTree *tree, gint32 token)
{
  const RelToken *name = &tree->tokens[token], *noun = &tree->tokens[name->head];
  gint32 preposition = rel_tree_get_child (tree, token, REL_DEPREL_CASE);

  if (noun->lemma == NULL || !rel_lexicon_has (self->lexicon, "rel:RelationOfStates", "rel:lemma", noun->lemma))
    return FALSE;
  if (name->deprel == REL_DEPREL_NMOD_POSS)
    return TRUE;
  return name->deprel == REL_DEPREL_NMOD && preposition >= 0 && tree->tokens[preposition].lemma != NULL
         && rel_lexicon_has (self->lexicon, "rel:RelationOfStates", "rel:preposition", tree->tokens[preposition].lemma);
}

const gchar *
rel_metonymy_find_state (const RelDiscourse *self, guint32 sentence, gint32 head, const gchar *capital)
{
  const RelTree *tree = self->trees[sentence];
  gint32 token = get_first_conjunct (tree, head);
  guint n_states = 0;
  const gchar *const *states = rel_lexicon_get_subjects (self->lexicon, "rel:capital", capital, &n_states);
  gint32 above = tree->tokens[token].head;

  if (n_states != 1 || above < 0 || above >= tree->n)
    return NULL;
  if (tree->tokens[token].deprel == REL_DEPREL_NSUBJ)
    return is_act (self, tree, above) ? states[0] : NULL;
  return is_party (self, tree, token) ? states[0] : NULL;
}
