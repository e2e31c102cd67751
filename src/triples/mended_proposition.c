/* What parsers of news often get wrong in a clause, put right by the words around: before it becomes facts.
 *
 *   "by the engineer Tomas Lindqvist"      the preposition hangs on the noun before the name
 *   "Protesters called for change."        "called" is read as a participle of "protesters"
 *   "... a cave with water, adding that"    it is not the water that adds
 *
 * Cost: linear in the arguments, and the depth of the tree.
 */
#include <triples/fact_draft.h>

#include <string.h>

/* "by the engineer Tomas Lindqvist": trees hang the preposition on the noun before the name. */
static const gchar *
find_preposition (RelFactDrafts *self, guint32 sentence, const RelArgument *argument)
{
  const RelToken *first = NULL;

  if (argument->preposition != NULL || argument->role != REL_ROLE_OBLIQUE || argument->tokens.n < 2
      || argument->tokens.tokens[0] >= argument->head)
    return argument->preposition;
  first = rel_drafts_get_token (self, sentence, argument->tokens.tokens[0]);
  if (first->upos != REL_UPOS_ADP)
    return NULL;

  g_autofree gchar *lower = rel_utf8_to_lower (first->form);
  return rel_arena_strdup (self->arena, lower);
}

/* "Protesters called for change." with "called" as a participle of the noun: a sentence in a running text has a verb. */
static gboolean
is_misread_passive (RelFactDrafts *self, const RelProposition *proposition)
{
  const RelTree *tree = rel_drafts_get_tree (self, proposition->sentence);
  const RelToken *token = NULL, *noun = NULL;

  if (!proposition->passive || proposition->predicate < 0)
    return FALSE;
  token = &tree->tokens[proposition->predicate];
  if (token->deprel != REL_DEPREL_ACL || token->head < 0
      || rel_tree_get_child (tree, proposition->predicate, REL_DEPREL_AUX_PASS) >= 0)
    return FALSE;
  noun = &tree->tokens[token->head];
  return (noun->deprel == REL_DEPREL_ROOT || noun->deprel == REL_DEPREL_CCOMP)
         && rel_tree_get_child (tree, token->head, REL_DEPREL_COP) < 0
         && self->document->paragraphs[self->document->sentences[proposition->sentence].paragraph].kind
              == REL_PARAGRAPH_BODY;
}

/* "2 hours 39 seconds" read as an apposition; "1. Unofficial results" read as a statement: nothing is said to be anything. */
static gboolean
is_empty_copula (RelFactDrafts *self, const RelProposition *proposition)
{
  const RelArgument *subject = proposition->n_arguments > 0 ? &proposition->arguments[0] : NULL;
  const RelMention *mention = subject != NULL && subject->head >= 0
                                ? rel_document_find_mention (self->document, proposition->sentence, subject->head)
                                : NULL;

  if (proposition->lemma == NULL || strcmp (proposition->lemma, "be") != 0)
    return FALSE;
  if (strcmp (proposition->rule, "fragment") == 0)
    return TRUE;
  return strcmp (proposition->rule, "apposition") == 0 && mention != NULL
         && (mention->form == REL_MENTION_TIME || mention->form == REL_MENTION_QUANTITY);
}

gboolean
rel_drafts_says_nothing (RelFactDrafts *self, const RelProposition *proposition)
{
  const RelTree *tree = rel_drafts_get_tree (self, proposition->sentence);
  gint32 predicate = proposition->predicate;
  gint32 mark = predicate >= 0 ? rel_tree_get_child (tree, predicate, REL_DEPREL_MARK) : -1;

  if (mark < 0 && predicate >= 0)
    mark = rel_tree_get_child (tree, predicate, REL_DEPREL_ADVMOD);
  if (is_empty_copula (self, proposition))
    return TRUE;
  return predicate >= 0 && mark >= 0 && mark < predicate && tree->tokens[predicate].deprel == REL_DEPREL_ADVCL
         && g_strcmp0 (tree->tokens[predicate].xpos, "VBN") == 0 && self->lexicon != NULL
         && tree->tokens[mark].lemma != NULL
         && rel_lexicon_has (self->lexicon, "rel:ConditionConjunction", "rel:lemma", tree->tokens[mark].lemma)
         && rel_tree_get_child (tree, predicate, REL_DEPREL_AUX_PASS) < 0
         && rel_tree_get_child (tree, predicate, REL_DEPREL_NSUBJ_PASS) < 0;
}

/* "a report published Wednesday": a day without a preposition is when, not what. */
static gboolean
is_bare_day (RelFactDrafts *self, guint32 sentence, const RelArgument *argument)
{
  const RelMention *mention = argument->role == REL_ROLE_OBJECT && argument->head >= 0 && argument->preposition == NULL
                                ? rel_document_find_mention (self->document, sentence, argument->head)
                                : NULL;
  RelDate date;

  return self->lexicon != NULL && mention != NULL && mention->form == REL_MENTION_TIME && mention->value != NULL
         && rel_date_parse (mention->value, &date) && date.day != 0
         && rel_lexicon_find (self->lexicon, rel_drafts_get_token (self, sentence, argument->head)->form, "rel:Weekday")
              != NULL;
}

/* "appointed him Foreign Secretary": trees take "him" for whom it is given to. */
static void
mend_appointment (RelFactDrafts *self, const RelProposition *proposition, RelArgument *arguments)
{
  const RelToken *verb
    = proposition->predicate >= 0 ? rel_drafts_get_token (self, proposition->sentence, proposition->predicate) : NULL;
  gint object = -1, indirect = -1;

  if (verb == NULL || verb->lemma == NULL || self->lexicon == NULL
      || rel_lexicon_find (self->lexicon, verb->lemma, "rel:BecomingVerb") == NULL)
    return;
  for (guint i = 0; i < proposition->n_arguments; i++)
    if (arguments[i].role == REL_ROLE_OBJECT)
      object = (gint) i;
    else if (arguments[i].role == REL_ROLE_INDIRECT)
      indirect = (gint) i;
  if (object < 0 || indirect < 0)
    return;

  RelArgument role = arguments[object];

  arguments[object] = arguments[indirect];
  arguments[object].role = REL_ROLE_OBJECT;
  arguments[indirect] = role;
  arguments[indirect].role = REL_ROLE_OBLIQUE;
  arguments[indirect].preposition = "as";
}

static void
set_subject (RelArgument *subject, gint32 head)
{
  if (head < 0 || head == subject->head)
    return;
  subject->head = head;
  subject->tokens.n = 0; /* without conjuncts */
}

const RelProposition *
rel_drafts_mend_proposition (RelFactDrafts *self, const RelProposition *proposition)
{
  RelProposition *copy = rel_arena_new_array (self->arena, RelProposition, 1);
  RelArgument *arguments = rel_arena_new_array (self->arena, RelArgument, proposition->n_arguments + 1);

  *copy = *proposition;
  copy->arguments = arguments;
  for (guint i = 0; i < proposition->n_arguments; i++) {
    arguments[i] = proposition->arguments[i];
    arguments[i].preposition = find_preposition (self, proposition->sentence, &arguments[i]);
  }
  for (guint i = 0; i < copy->n_arguments; i++)
    if (is_bare_day (self, proposition->sentence, &arguments[i]))
      arguments[i].role = REL_ROLE_TIME;
  mend_appointment (self, proposition, arguments);
  if (is_misread_passive (self, proposition))
    copy->passive = FALSE;
  if (proposition->n_arguments > 0 && arguments[0].role == REL_ROLE_SUBJECT)
    set_subject (&arguments[0], rel_drafts_find_speaking_subject (self, proposition));
  return copy;
}
