/* Which clause a time belongs to, where the order of words says so against the tree.
 *
 * Parsers hang a time on the nearest verb. News sets it off by commas, puts it right behind a verb of saying, or behind
 * a name that is given in passing, and then it belongs to another clause:
 *
 *   Chirac was convicted of corruption, stemming from his years as mayor, in 2011.   convicted
 *   To modernize its military, in 2018, Hungary licensed the rifle.                  licensed
 *   The fund said in May the bloc might be a game changer.                           said
 *   It launched a program dubbed "Zrínyi 2026" in 2017.                              launched
 *
 * Cost: for each time the depth of the tree and the children on the way.
 */
#include <triples/fact_draft.h>

#include <string.h>

static gboolean
is_comma (const RelTree *tree, gint32 token)
{
  return token >= 0 && token < tree->n && strcmp (tree->tokens[token].form, ",") == 0;
}

static gboolean
is_verbal (const RelTree *tree, gint32 token)
{
  RelDeprel deprel = tree->tokens[token].deprel;

  return tree->tokens[token].upos == REL_UPOS_VERB && deprel != REL_DEPREL_CASE && deprel != REL_DEPREL_AMOD;
}

static gboolean
is_clause_head (const RelTree *tree, gint32 token)
{
  return is_verbal (tree, token) || rel_tree_get_child (tree, token, REL_DEPREL_COP) >= 0;
}

/* The head of the clause around @token, not itself; -1: none. */
static gint32
find_clause_above (const RelTree *tree, gint32 token)
{
  gint32 steps = tree->n;

  for (gint32 at = tree->tokens[token].head; at >= 0 && steps-- > 0; at = tree->tokens[at].head)
    if (is_clause_head (tree, at))
      return at;
  return -1;
}

static gint32
get_subject (const RelTree *tree, gint32 clause)
{
  gint32 subject = rel_tree_get_child (tree, clause, REL_DEPREL_NSUBJ);

  return subject >= 0 ? subject : rel_tree_get_child (tree, clause, REL_DEPREL_NSUBJ_PASS);
}

/* First token of the time with its preposition. */
static gint32
find_start (const RelTree *tree, const RelMention *time)
{
  gint32 start = time->first;

  while (start > 0 && (tree->tokens[start - 1].upos == REL_UPOS_ADP || tree->tokens[start - 1].upos == REL_UPOS_DET)
         && tree->tokens[start - 1].head >= time->first && tree->tokens[start - 1].head < time->end)
    start--;
  return start;
}

/* "said in May the bloc might ...": the verb right before, when the time was taken into what it embeds. */
static gint32
find_verb_before (const RelTree *tree, const RelMention *time, gint32 start, gint32 host)
{
  gint32 verb = start - 1;

  if (verb < 0 || !is_verbal (tree, verb) || host <= time->head || !rel_tree_is_below (tree, host, verb)
      || rel_token_has_feature (&tree->tokens[verb], "VerbForm=Inf") || is_comma (tree, time->end))
    return -1;
  return verb;
}

/* ", in 2018, Hungary licensed": the clause whose subject begins behind the comma. */
static gint32
find_clause_behind (const RelTree *tree, const RelMention *time, gint32 start, gint32 host)
{
  if (!is_comma (tree, time->end) || (start > 0 && !is_comma (tree, start - 1)) || host > time->head)
    return -1;
  for (gint32 subject = time->end + 1; subject < tree->n; subject++) {
    RelDeprel deprel = tree->tokens[subject].deprel;

    if (tree->left[subject] == time->end + 1 && (deprel == REL_DEPREL_NSUBJ || deprel == REL_DEPREL_NSUBJ_PASS))
      return tree->tokens[subject].head;
  }
  return -1;
}

/* Whether nothing but punctuation stands behind @token. */
static gboolean
is_at_end (const RelTree *tree, gint32 token)
{
  while (token < tree->n && tree->tokens[token].upos == REL_UPOS_PUNCT)
    token++;
  return token == tree->n;
}

/* "convicted, stemming from …, in 2011.": back to the clause that the aside between commas interrupts. */
static gint32
find_clause_interrupted (const RelTree *tree, const RelMention *time, gint32 start, gint32 host)
{
  gboolean aside = tree->tokens[host].deprel == REL_DEPREL_ADVCL || tree->tokens[host].deprel == REL_DEPREL_ACL;

  if (!aside || host > time->head || get_subject (tree, host) >= 0 || !is_comma (tree, start - 1)
      || !is_at_end (tree, time->end) || !is_comma (tree, tree->left[host]))
    return -1;
  return find_clause_above (tree, host);
}

/* "a program dubbed X in 2017": a name is given in passing, at no time. */
static gint32
find_clause_of_named (const RelFactDrafts *self, const RelTree *tree, gint32 host)
{
  const gchar *lemma = tree->tokens[host].lemma;

  if (tree->tokens[host].deprel != REL_DEPREL_ACL || lemma == NULL || self->lexicon == NULL
      || !rel_lexicon_has (self->lexicon, "rel:NamingVerb", "rel:lemma", lemma))
    return -1;
  return find_clause_above (tree, host);
}

gint32
rel_drafts_find_time_host (RelFactDrafts *self, const RelMention *time)
{
  const RelTree *tree = rel_drafts_get_tree (self, time->sentence);
  gint32 host = find_clause_above (tree, time->head);
  gint32 start = find_start (tree, time), found = -1;

  if (host < 0)
    return -1;
  found = find_verb_before (tree, time, start, host);
  if (found < 0)
    found = find_clause_behind (tree, time, start, host);
  if (found < 0)
    found = find_clause_interrupted (tree, time, start, host);
  if (found < 0)
    found = find_clause_of_named (self, tree, host);
  if (found < 0 && tree->tokens[time->head].deprel == REL_DEPREL_COMPOUND && time->first > 0
      && tree->tokens[time->first - 1].upos == REL_UPOS_ADP)
    return host; /* "on Sunday Presidents X and Y signed": the day is no part of the title */
  return found != host ? found : -1;
}
