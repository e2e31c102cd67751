/* When a proposition holds: its time arguments, else a time that hangs on one of its nouns, else that of the clause that it
 * goes along with, else that of an event it was part of.
 *
 * Parsers often hang "on Monday" on the noun before it ("Lee and Meloni on Monday agreed"): a time with a preposition
 * below the predicate counts for it where no other clause lies between. A participle tells what goes along with its
 * clause ("left on Monday, taking the files with him"), and shares its time. How long or how often something was is no time of it.
 *
 * Cost: linear in the mentions of the sentence, and in the clauses that lie above.
 */
#include <triples/fact_draft.h>

#include <string.h>

static gboolean
is_time (const RelMention *mention)
{
  return mention != NULL && mention->form == REL_MENTION_TIME && mention->value != NULL && mention->value[0] != 'P';
}

static const RelMention *
find_time (const RelFactDrafts *self, guint32 sentence, const RelTokenList *tokens)
{
  for (guint i = 0; i < tokens->n; i++) {
    const RelMention *mention = rel_document_find_mention (self->document, sentence, tokens->tokens[i]);

    if (is_time (mention))
      return mention;
  }
  return NULL;
}

static gboolean
is_clause (RelDeprel deprel)
{
  switch (deprel) {
  case REL_DEPREL_ACL:
  case REL_DEPREL_ACL_RELCL:
  case REL_DEPREL_ADVCL:
  case REL_DEPREL_ADVCL_RELCL:
  case REL_DEPREL_CCOMP:
  case REL_DEPREL_CSUBJ:
  case REL_DEPREL_PARATAXIS:
  case REL_DEPREL_APPOS:
    return TRUE;
  default:
    return FALSE;
  }
}

/* Whether @token is below @predicate with nouns only between. */
static gboolean
belongs_to (const RelTree *tree, gint32 token, gint32 predicate)
{
  gint32 steps = tree->n;

  for (gint32 at = token; at >= 0 && steps-- > 0; at = tree->tokens[at].head) {
    if (at == predicate)
      return TRUE;
    if (is_clause (tree->tokens[at].deprel) || tree->tokens[at].upos == REL_UPOS_VERB)
      return FALSE;
  }
  return FALSE;
}

static const gchar *
find_inner_time (RelFactDrafts *self, const RelProposition *proposition)
{
  const RelTree *tree = rel_drafts_get_tree (self, proposition->sentence);

  for (gint32 token = 0; token < tree->n; token++) {
    const RelMention *mention = NULL;
    RelDeprel deprel = tree->tokens[token].deprel;

    if (deprel != REL_DEPREL_NMOD && deprel != REL_DEPREL_NMOD_UNMARKED && deprel != REL_DEPREL_OBL
        && deprel != REL_DEPREL_OBL_UNMARKED)
      continue;
    mention = rel_document_find_mention (self->document, proposition->sentence, token);
    if (is_time (mention) && belongs_to (tree, token, proposition->predicate)
        && rel_drafts_find_time_host (self, mention) < 0)
      return mention->value;
  }
  return NULL;
}

/* "from 2008" and "to 2016" are one interval: the first preposition begins one in the ontology, the second joins. */
static gboolean
is_interval (const RelFactDrafts *self, const RelArgument *start, const RelArgument *end)
{
  return self->lexicon != NULL && start != NULL && end != NULL && start->preposition != NULL && end->preposition != NULL
         && rel_lexicon_find (self->lexicon, start->preposition, "rel:IntervalStart") != NULL
         && rel_lexicon_find (self->lexicon, end->preposition, "rel:TimeJoint") != NULL;
}

static gboolean
has_word (const RelProposition *proposition, gint32 token)
{
  if (proposition->inferred)
    return FALSE;
  for (guint i = 0; i < proposition->tokens.n; i++)
    if (proposition->tokens.tokens[i] == token)
      return TRUE;
  return proposition->predicate == token;
}

/* Whether word order gives @time to another clause than that of @proposition. */
static gboolean
is_taken_away (RelFactDrafts *self, const RelProposition *proposition, const RelMention *time)
{
  gint32 host = rel_drafts_find_time_host (self, time);

  return host >= 0 && !has_word (proposition, host);
}

/* "after he had left office in 2011": the time in the clause is not that of what came later. */
static gboolean
is_other_event (RelFactDrafts *self, const RelProposition *proposition, const RelArgument *argument)
{
  const RelTree *tree = rel_drafts_get_tree (self, proposition->sentence);
  gint32 mark = argument->head >= 0 ? rel_tree_get_child (tree, argument->head, REL_DEPREL_MARK) : -1;

  return mark >= 0
         && !(self->lexicon != NULL && tree->tokens[mark].lemma != NULL
              && rel_lexicon_has (self->lexicon, "rel:MeanwhileConjunction", "rel:lemma", tree->tokens[mark].lemma));
}

static const gchar *
find_argument_times (RelFactDrafts *self, const RelProposition *proposition)
{
  const RelArgument *first = NULL;
  const gchar *value = NULL;

  for (guint i = 0; i < proposition->n_arguments; i++) {
    const RelArgument *argument = &proposition->arguments[i];
    const RelMention *mention
      = argument->role == REL_ROLE_TIME ? find_time (self, proposition->sentence, &argument->tokens) : NULL;

    if (mention == NULL || is_taken_away (self, proposition, mention) || is_other_event (self, proposition, argument))
      continue;
    if (value == NULL) {
      first = argument;
      value = mention->value;
      continue;
    }
    if (is_interval (self, first, argument) && strchr (value, '/') == NULL && strchr (mention->value, '/') == NULL) {
      g_autofree gchar *interval = g_strconcat (value, "/", mention->value, NULL);
      return rel_arena_strdup (self->arena, interval);
    }
  }
  return value;
}

/* The time that word order gives to @proposition. */
static const gchar *
find_given_time (RelFactDrafts *self, const RelProposition *proposition)
{
  for (guint i = self->first_mention[proposition->sentence]; i < self->first_mention[proposition->sentence + 1]; i++) {
    const RelMention *mention = &self->document->mentions[i];
    gint32 host = is_time (mention) ? rel_drafts_find_time_host (self, mention) : -1;

    if (host >= 0 && has_word (proposition, host))
      return mention->value;
  }
  return NULL;
}

const gchar *
rel_drafts_find_own_time (RelFactDrafts *self, const RelProposition *proposition)
{
  const gchar *value = find_given_time (self, proposition);

  return value != NULL ? value : find_argument_times (self, proposition);
}

static const gchar *
find_clause_time (RelFactDrafts *self, const RelProposition *proposition)
{
  const gchar *value = rel_drafts_find_own_time (self, proposition);

  return value != NULL ? value : find_inner_time (self, proposition);
}

static gboolean
has_child (const RelTree *tree, gint32 token, RelDeprel deprel)
{
  return rel_tree_get_child (tree, token, deprel) >= 0;
}

/* "leaving …", "with Johnson succeeding her": goes along with what its clause tells, unless a conjunction ("after signing")
 * or an auxiliary ("having signed") says that it does not. */
static gboolean
goes_along (const RelTree *tree, gint32 verb)
{
  const RelToken *token = &tree->tokens[verb];

  return token->deprel == REL_DEPREL_ADVCL && g_strcmp0 (token->xpos, "VBG") == 0
         && !has_child (tree, verb, REL_DEPREL_AUX)
         && (!has_child (tree, verb, REL_DEPREL_MARK) || has_child (tree, verb, REL_DEPREL_NSUBJ));
}

/* The time of the clause that @proposition goes along with. */
static const gchar *
find_shared_time (RelFactDrafts *self, const RelProposition *proposition)
{
  const RelTree *tree = rel_drafts_get_tree (self, proposition->sentence);
  const RelProposition *main = NULL;

  if (proposition->inferred || proposition->predicate < 0 || !goes_along (tree, proposition->predicate))
    return NULL;
  main = rel_drafts_find_proposition (self, proposition->sentence, tree->tokens[proposition->predicate].head);
  return main != NULL ? find_clause_time (self, main) : NULL;
}

const gchar *
rel_drafts_find_time (RelFactDrafts *self, const RelProposition *proposition)
{
  const gchar *value = find_clause_time (self, proposition);

  if (value == NULL)
    value = find_shared_time (self, proposition);
  return value != NULL ? value : rel_drafts_find_event_time (self, proposition);
}

/* Tokens between an amount and the time behind it: "$8.08 billion in 2012". */
#define MAX_GAP 2

const gchar *
rel_drafts_find_argument_time (RelFactDrafts *self, const RelProposition *proposition, const RelArgument *argument)
{
  gint32 last = argument->head;
  const RelMention *own = last >= 0 ? rel_document_find_mention (self->document, proposition->sentence, last) : NULL;

  if (own == NULL || own->form != REL_MENTION_QUANTITY)
    return NULL;
  last = own->end - 1;
  for (guint i = self->first_mention[proposition->sentence]; i < self->first_mention[proposition->sentence + 1]; i++) {
    const RelMention *mention = &self->document->mentions[i];

    if (is_time (mention) && mention->first > last && mention->first <= last + MAX_GAP)
      return mention->value;
  }
  return NULL;
}

const gchar *
rel_drafts_find_relative_time (RelFactDrafts *self, const RelProposition *proposition)
{
  for (guint i = 0; i < proposition->n_arguments; i++) {
    const RelArgument *argument = &proposition->arguments[i];

    for (guint k = 0; argument->role == REL_ROLE_TIME && k < argument->tokens.n; k++) {
      const RelMention *mention
        = rel_document_find_mention (self->document, proposition->sentence, argument->tokens.tokens[k]);

      if (mention != NULL && mention->form == REL_MENTION_TIME && mention->value == NULL
          && !is_other_event (self, proposition, argument))
        return rel_arena_strndup (self->arena, self->document->text + mention->span.start,
                                  mention->span.end - mention->span.start);
    }
  }
  return NULL;
}
