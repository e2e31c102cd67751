/* When a proposition holds: its time arguments, else a time that hangs on one of its nouns.
 *
 * Parsers often hang "on Monday" on the noun before it ("Lee and Meloni on Monday agreed"): a time with a preposition
 * below the predicate counts for it where no other clause lies between. Cost: linear in the mentions of the sentence.
 */
#include <triples/fact_draft.h>

#include <string.h>

static const RelMention *
find_time (const RelFactDrafts *self, guint32 sentence, const RelTokenList *tokens)
{
  for (guint i = 0; i < tokens->n; i++) {
    const RelMention *mention = rel_document_find_mention (self->document, sentence, tokens->tokens[i]);

    if (mention != NULL && mention->form == REL_MENTION_TIME && mention->value != NULL)
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
    if (mention != NULL && mention->form == REL_MENTION_TIME && mention->value != NULL
        && belongs_to (tree, token, proposition->predicate))
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

const gchar *
rel_drafts_find_time (RelFactDrafts *self, const RelProposition *proposition)
{
  const RelArgument *first = NULL;
  const gchar *value = NULL;

  for (guint i = 0; i < proposition->n_arguments; i++) {
    const RelArgument *argument = &proposition->arguments[i];
    const RelMention *mention
      = argument->role == REL_ROLE_TIME ? find_time (self, proposition->sentence, &argument->tokens) : NULL;

    if (mention == NULL)
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
  return value != NULL ? value : find_inner_time (self, proposition);
}
