/* From propositions with n arguments to facts with two nodes.
 *
 *   South Korea | signed | three MOUs | with Italy | in Seoul | on Monday
 *     South Korea – signed – three MOUs              (time and place: Monday, Seoul)
 *     South Korea – signed MOUs with – Italy
 *
 * Subject and object are one fact for each pair of their nodes. A further argument becomes the object of a predicate that
 * takes up the noun of the object and the preposition. Time and place go with every fact; they become facts of their
 * own only where nothing else would. A passive with its agent is turned round. Predicates that the ontology calls
 * reciprocal hold between all that their subject names together.
 *
 * Cost: see fact_clause.c.
 */
#include <triples/fact_clause.h>

#include <string.h>

static gboolean
is_noun (RelFactClause *clause, gint32 head)
{
  if (head < 0)
    return FALSE;

  const RelToken *token = rel_drafts_get_token (clause->draft, clause->proposition->sentence, head);
  return token->upos == REL_UPOS_NOUN || token->upos == REL_UPOS_PROPN;
}

/* The token of the object's noun, NULL when the object is no noun. */
static const RelToken *
get_object_noun (RelFactClause *clause)
{
  if (clause->object == NULL || !is_noun (clause, clause->object->head))
    return NULL;
  return rel_drafts_get_token (clause->draft, clause->proposition->sentence, clause->object->head);
}

/* "served eight years as mayor": how long or how much is no part of the predicate. */
static gboolean
is_amount (RelFactClause *clause)
{
  const RelMention *mention
    = rel_document_find_mention (clause->draft->document, clause->proposition->sentence, clause->object->head);

  return mention != NULL && mention->form == REL_MENTION_TIME;
}

/* The predicate of a further argument. With an object before it, its noun becomes part of the predicate, unless it is a
 * name: "met Meloni in" would make a predicate for each person met. */
static RelPredicateDraft
make_further (RelFactClause *clause, const RelArgument *argument, const gchar *preposition)
{
  guint32 sentence = clause->proposition->sentence;
  const RelToken *noun = get_object_noun (clause);
  gint32 head = -1;

  if (noun != NULL && preposition != NULL && strcmp (clause->plain.key, "be") == 0)
    return rel_drafts_make_nominal (clause->draft, sentence, clause->object->head, -1, preposition);
  if (noun != NULL && noun->upos == REL_UPOS_NOUN && argument->head > clause->object->head && !is_amount (clause))
    head = clause->object->head;
  return rel_drafts_extend_predicate (clause->draft, clause->plain, sentence, head, preposition);
}

static void
add_further (RelFactClause *clause, const RelArgument *argument, const gchar *preposition)
{
  g_autoptr (GPtrArray) nodes = rel_fact_clause_get_nodes (clause, argument);
  gboolean example = preposition != NULL && rel_drafts_is_example (clause->draft, preposition);

  if (nodes->len == 1 && argument->head >= 0
      && g_ptr_array_find (clause->subjects, g_ptr_array_index (nodes, 0), NULL)) {
    /* "served as the mayor": the mayor is the subject; what is said of him are the words */
    const gchar *words = rel_drafts_get_phrase (clause->draft, clause->proposition->sentence, argument->head);
    g_ptr_array_set_size (nodes, 0);
    if (g_strcmp0 (preposition, "as") == 0)
      g_ptr_array_add (nodes, (gpointer) rel_drafts_make_text (clause->draft, words));
  }
  rel_fact_clause_emit_all (clause, clause->subjects,
                            example ? clause->plain : make_further (clause, argument, preposition), nodes);
}

static gboolean
is_place_name (const RelMention *mention)
{
  return mention != NULL && mention->form == REL_MENTION_NAME && mention->type == REL_ENTITY_PLACE;
}

static gboolean
is_person_name (const RelMention *mention)
{
  return mention != NULL && mention->form == REL_MENTION_NAME && mention->type == REL_ENTITY_PERSON;
}

/* The name of a place beside another name says where that is: "Chicago, Illinois", "University of California, San Diego". */
static gboolean
is_place_of_name (RelFactClause *clause, const RelMention *mention)
{
  const RelProposition *proposition = clause->proposition;
  const RelMention *name
    = rel_document_find_mention (clause->draft->document, proposition->sentence, proposition->arguments[0].head);

  return strcmp (proposition->rule, "apposition") == 0 && is_place_name (mention) && name != NULL
         && name->form == REL_MENTION_NAME && !is_person_name (name);
}

/* "United States" of "United States President Trump", "President" of "former President Obama": part of a title, which
 * descriptor_facts.c reads whole by the order of words. */
static gboolean
is_cut_title (RelFactClause *clause, const RelArgument *argument, const RelMention *mention)
{
  gint32 first = argument->tokens.n > 0 ? argument->tokens.tokens[0] : argument->head;

  if (strcmp (clause->proposition->rule, "title") != 0)
    return FALSE;
  if (mention != NULL && (mention->form == REL_MENTION_NAME || mention->form == REL_MENTION_DEMONYM))
    return TRUE;
  return first > 0
         && rel_drafts_get_token (clause->draft, clause->proposition->sentence, first - 1)->upos == REL_UPOS_ADJ;
}

/* "the Persian Gulf, the Gulf of Oman and the Strait": names side by side with others joined to them are a list. */
static gboolean
is_enumeration (RelFactClause *clause, const RelArgument *argument, const RelMention *mention)
{
  const RelTree *tree = rel_drafts_get_tree (clause->draft, clause->proposition->sentence);

  return strcmp (clause->proposition->rule, "apposition") == 0 && mention != NULL && mention->form == REL_MENTION_NAME
         && rel_tree_get_child (tree, argument->head, REL_DEPREL_CONJ) >= 0;
}

/* What something is said to be: a name is the other thing's, anything else a description in words. */
static void
add_description (RelFactClause *clause, const RelArgument *argument)
{
  RelFactDrafts *draft = clause->draft;
  const RelMention *mention
    = rel_document_find_mention (draft->document, clause->proposition->sentence, argument->head);
  g_autoptr (GPtrArray) nodes = NULL;

  if (is_cut_title (clause, argument, mention) || is_enumeration (clause, argument, mention))
    return;
  if (clause->proposition->inferred && is_person_name (mention)
      && is_person_name (rel_document_find_mention (draft->document, clause->proposition->sentence,
                                                    clause->proposition->arguments[0].head)))
    return; /* two names side by side are two persons */
  if (mention != NULL && (mention->form == REL_MENTION_NAME || mention->form == REL_MENTION_QUANTITY))
    nodes = rel_fact_clause_get_nodes (clause, argument);
  else {
    const gchar *words = rel_drafts_get_phrase (draft, clause->proposition->sentence, argument->head);
    nodes = g_ptr_array_new ();
    g_ptr_array_add (nodes, (gpointer) rel_drafts_make_text (draft, words));
  }
  if (is_place_of_name (clause, mention))
    clause->plain = rel_drafts_extend_predicate (draft, clause->plain, clause->proposition->sentence, -1, "in");
  rel_fact_clause_emit_all (clause, clause->subjects, clause->plain, nodes);
}

static void
add_object (RelFactClause *clause, const RelArgument *argument)
{
  if (strcmp (clause->plain.key, "be") == 0 && argument->role == REL_ROLE_OBJECT && argument->head >= 0) {
    add_description (clause, argument);
    return;
  }

  g_autoptr (GPtrArray) nodes = rel_fact_clause_get_nodes (clause, argument);
  rel_fact_clause_emit_all (clause, clause->subjects, clause->plain, nodes);
}

static gboolean
is_number (RelFactClause *clause, const RelArgument *argument)
{
  const RelMention *mention
    = argument->head >= 0 && argument->preposition != NULL
        ? rel_document_find_mention (clause->draft->document, clause->proposition->sentence, argument->head)
        : NULL;

  return mention != NULL && mention->form == REL_MENTION_QUANTITY;
}

/* Whether a phrase with a preposition says more of the verb than that both stand in one sentence. The agent has its fact
 * already; without a preposition nothing tells the tie; what stands before the subject sets the scene ("With the
 * summit over, ..."). */
static gboolean
is_tied (RelFactClause *clause, const RelArgument *argument)
{
  const RelArgument *subject = rel_fact_clause_find_argument (clause->proposition, REL_ROLE_SUBJECT, NULL);
  const RelMention *mention
    = rel_document_find_mention (clause->draft->document, clause->proposition->sentence, argument->head);

  if (mention != NULL && mention->form == REL_MENTION_TIME)
    return FALSE;
  if (argument->preposition == NULL || (clause->proposition->passive && strcmp (argument->preposition, "by") == 0))
    return FALSE;
  return argument->head > clause->proposition->predicate || argument->head > subject->head;
}

static void
add_arguments (RelFactClause *clause)
{
  const RelProposition *proposition = clause->proposition;
  const gchar *time = clause->common.time;

  for (guint i = 0; i < proposition->n_arguments; i++) {
    const RelArgument *argument = &proposition->arguments[i];
    const gchar *own_time = rel_drafts_find_argument_time (clause->draft, proposition, argument);

    clause->common.time = own_time != NULL ? own_time : time;
    switch (argument->role) {
    case REL_ROLE_OBJECT:
    case REL_ROLE_CLAUSE:
      if (!rel_drafts_is_reporter (clause->draft, proposition->sentence, argument->head))
        add_object (clause, argument);
      break;
    case REL_ROLE_INDIRECT:
      if (rel_fact_clause_find_argument (proposition, REL_ROLE_CLAUSE, NULL) != NULL)
        add_further (clause, argument, NULL);
      else
        add_further (clause, argument, "to");
      break;
    case REL_ROLE_TIME:
    case REL_ROLE_MANNER:
    case REL_ROLE_PURPOSE:
      if (is_number (clause, argument)) /* "rose to 167": no year, no purpose */
        add_further (clause, argument, argument->preposition);
      break;
    case REL_ROLE_OBLIQUE:
      if (is_tied (clause, argument))
        add_further (clause, argument, argument->preposition);
      break;
    default:
      break;
    }
  }
  clause->common.time = time;
}

static gboolean
is_copula (const gchar *lemma)
{
  return strcmp (lemma, "be") == 0 || g_str_has_prefix (lemma, "be ");
}

/* Places, and then nothing at all, where the proposition has given no fact yet. */
static void
add_rest (RelFactClause *clause)
{
  const RelProposition *proposition = clause->proposition;

  if (clause->object == NULL && clause->n_made == 0)
    for (guint i = 0; i < proposition->n_arguments; i++)
      if (proposition->arguments[i].role == REL_ROLE_PLACE)
        add_further (clause, &proposition->arguments[i], proposition->arguments[i].preposition);
  for (guint i = 0; clause->n_made == 0 && i < proposition->n_arguments; i++)
    if (proposition->arguments[i].role == REL_ROLE_MANNER || proposition->arguments[i].role == REL_ROLE_CAUSE
        || proposition->arguments[i].role == REL_ROLE_PURPOSE)
      add_further (clause, &proposition->arguments[i], proposition->arguments[i].preposition);
  if (strcmp (proposition->rule, "nominalisation") == 0)
    return; /* "Lee's nomination": a noun alone says nothing of him */
  if (clause->n_made == 0 && (proposition->passive || !is_copula (proposition->lemma)))
    for (guint i = 0; i < clause->subjects->len; i++)
      rel_fact_clause_emit (clause, g_ptr_array_index (clause->subjects, i), clause->plain, NULL);
}

/* "was built by Eiffel": Eiffel built it. */
static void
add_agent (RelFactClause *clause)
{
  const RelArgument *agent = rel_fact_clause_find_argument (clause->proposition, REL_ROLE_OBLIQUE, "by");

  if (!clause->proposition->passive || agent == NULL)
    return;

  g_autoptr (GPtrArray) agents = rel_fact_clause_get_nodes (clause, agent);
  rel_fact_clause_emit_all (clause, agents, rel_drafts_make_active (clause->draft, clause->proposition),
                            clause->subjects);
}

/* Whether the object is a kind of thing ("an agreement") that its signers made together, not one that has a name and that
 * others may sign, too. */
static gboolean
has_unnamed_object (RelFactClause *clause)
{
  const RelToken *noun = get_object_noun (clause);

  if (noun == NULL || noun->upos != REL_UPOS_NOUN || g_unichar_isupper (g_utf8_get_char (noun->form)))
    return FALSE;

  const RelDocument *document = clause->draft->document;
  const RelMention *mention = rel_document_find_mention (document, clause->proposition->sentence, clause->object->head);
  return mention == NULL || !document->entities[mention->entity].is_named;
}

static gboolean
is_reciprocal (const RelFactClause *clause, const gchar *key)
{
  guint n = 0;

  rel_lexicon_get_subjects (clause->draft->lexicon, "rel:reciprocalFrame", key, &n);
  return n > 0;
}

/* All that are named together with the subject: each of them may have a proposition of its own. */
static GPtrArray *
get_group (RelFactClause *clause, gint32 subject)
{
  const RelTree *tree = rel_drafts_get_tree (clause->draft, clause->proposition->sentence);
  gint32 first = subject;

  if (tree->tokens[first].deprel == REL_DEPREL_CONJ && tree->tokens[first].head >= 0)
    first = tree->tokens[first].head;
  return rel_fact_clause_get_phrase_nodes (clause, first);
}

/* "Lee and Meloni met" has each meet the other; "signed an agreement" has each sign it with the other. */
static void
add_reciprocal (RelFactClause *clause, const RelArgument *subject)
{
  guint32 sentence = clause->proposition->sentence;
  RelPredicateDraft predicate = clause->plain;

  if (clause->draft->lexicon == NULL || subject->head < 0 || clause->proposition->passive
      || rel_fact_clause_find_argument (clause->proposition, REL_ROLE_OBLIQUE, "with") != NULL
      || (clause->object != NULL && !has_unnamed_object (clause)))
    return;
  if (clause->object != NULL)
    predicate = rel_drafts_extend_predicate (clause->draft, predicate, sentence, clause->object->head, NULL);
  if (!is_reciprocal (clause, predicate.key) && !is_reciprocal (clause, clause->plain.key))
    return;

  g_autoptr (GPtrArray) group = get_group (clause, subject->head);
  rel_fact_clause_emit_all (clause, clause->subjects,
                            rel_drafts_extend_predicate (clause->draft, predicate, sentence, -1, "with"), group);
}

/* A role has the same name whichever construction tells of it. */
static RelPredicateDraft
make_plain (RelFactDrafts *self, const RelProposition *proposition)
{
  const gchar *preposition = strrchr (proposition->lemma, ' ');

  if (strcmp (proposition->rule, "role") != 0 || preposition == NULL || proposition->n_arguments < 2)
    return rel_drafts_make_predicate (self, proposition);
  return rel_drafts_make_nominal (self, proposition->sentence, proposition->predicate, proposition->arguments[1].head,
                                  preposition + 1);
}

static void
add_clause (RelFactClause *clause, const RelArgument *subject)
{
  if (strcmp (clause->proposition->rule, "light") == 0) {
    if (clause->object != NULL)
      add_object (clause, clause->object); /* the rest is told by the same verb with its noun as object */
    return;
  }
  add_agent (clause);
  add_arguments (clause);
  if (get_object_noun (clause) != NULL) {
    if (strcmp (clause->plain.key, "be") == 0)
      rel_fact_clause_add_description_modifiers (clause);
    else
      rel_fact_clause_add_object_modifiers (clause);
  }
  add_reciprocal (clause, subject);
  add_rest (clause);
}

static void
add_proposition (RelFactDrafts *self, const RelProposition *proposition)
{
  const RelArgument *subject = rel_fact_clause_find_argument (proposition, REL_ROLE_SUBJECT, NULL);
  RelFactClause clause = { .draft = self, .proposition = proposition };

  if (subject == NULL || subject->head < 0
      || proposition->lemma == NULL) /* "you" of a command is nobody in particular */
    return;

  clause.common = (RelFactDraft){
    .polarity = proposition->polarity,
    .modality = proposition->modality,
    .sentence = proposition->sentence,
    .rule = proposition->rule,
    .confidence = proposition->confidence,
  };
  clause.subjects = rel_fact_clause_get_nodes (&clause, subject);
  clause.object = rel_fact_clause_find_argument (proposition, REL_ROLE_OBJECT, NULL);
  clause.plain = make_plain (self, proposition);
  if (clause.subjects->len == 0 && clause.object != NULL && strcmp (proposition->rule, "existential") == 0) {
    /* "there are people": of them, not of "there" */
    g_ptr_array_unref (clause.subjects);
    clause.subjects = rel_fact_clause_get_nodes (&clause, clause.object);
    clause.object = NULL;
  }
  if (clause.subjects->len > 0) {
    rel_fact_clause_set_context (&clause);
    if (strcmp (proposition->rule, "possessive") == 0)
      rel_fact_clause_add_possessive (&clause);
    else
      add_clause (&clause, subject);
  }
  g_ptr_array_unref (clause.subjects);
}

void
rel_drafts_add_propositions (RelFactDrafts *self)
{
  for (guint i = 0; i < self->document->n_propositions; i++)
    if (!rel_drafts_says_nothing (self, &self->document->propositions[i]))
      add_proposition (self, rel_drafts_mend_proposition (self, &self->document->propositions[i]));
}
