/* Who does it: a predicate in, the head of its subject out, though it may stand in another clause.
 *
 * Universal Dependencies draws a subject once; infinitives, participles, conjuncts and relative clauses borrow it. The
 * rules are those of enhanced dependencies (Schuster, Manning 2016) and of control (subject control where the governor has
 * no object or is of the class of "promise", object control elsewhere). O(depth of the tree).
 */
#include <semantics/view.h>

static const gchar *const rules[] = { "clause", "relative", "conjunction", "control", "participle", "adverbial" };

const gchar *
rel_sharing_get_rule (RelSharing sharing)
{
  return rules[sharing];
}

gboolean
rel_view_is_relative_pronoun (const RelView *self, gint32 token)
{
  const RelToken *word = &self->tokens[token];

  if (word->upos != REL_UPOS_PRON && word->upos != REL_UPOS_DET && word->upos != REL_UPOS_ADV
      && word->upos != REL_UPOS_SCONJ)
    return FALSE;
  return rel_token_has_feature (word, "PronType=Rel") || g_strcmp0 (word->xpos, "WDT") == 0
         || g_strcmp0 (word->xpos, "WP") == 0 || g_strcmp0 (word->xpos, "WP$") == 0
         || (g_strcmp0 (word->xpos, "WRB") == 0 && !rel_token_has_feature (word, "PronType=Int"));
}

gint32
rel_view_antecedent (const RelView *self, gint32 predicate)
{
  gint32 first = rel_view_first_conjunct (self, predicate);

  /* In a relative clause that goes on inside ("who is said to have won"), the noun is further up. */
  for (gint32 steps = 0; steps < self->n && first >= 0; steps++) {
    RelDeprel deprel = self->tokens[first].deprel;

    if (deprel == REL_DEPREL_ACL_RELCL)
      return self->tokens[first].head;
    if (deprel != REL_DEPREL_XCOMP && deprel != REL_DEPREL_CCOMP && deprel != REL_DEPREL_CONJ)
      return -1;
    first = self->tokens[first].head;
  }
  return -1;
}

/* "Toyota plans to build": what the tagger knows for a finite verb and the parser still takes for a noun. */
static gint32
subject_of_noun_like_verb (const RelView *self, gint32 predicate)
{
  gint32 compound = rel_view_child (self, predicate, REL_DEPREL_COMPOUND);

  return self->tokens[predicate].upos == REL_UPOS_VERB && g_strcmp0 (self->tokens[predicate].xpos, "VBZ") == 0
             && compound >= 0 && compound < predicate && self->tokens[compound].upos != REL_UPOS_VERB
           ? compound
           : -1;
}

static gint32
own_subject (const RelView *self, gint32 predicate)
{
  gint32 outer = -1;

  REL_TREE_EACH_CHILD (self->tree, predicate, child) {
    RelDeprel deprel = self->tokens[child].deprel;

    if (deprel == REL_DEPREL_NSUBJ_OUTER || deprel == REL_DEPREL_CSUBJ_OUTER)
      outer = child;
    else if (rel_deprel_is_subject (deprel))
      return child;
  }
  return outer >= 0 ? outer : subject_of_noun_like_verb (self, predicate);
}

/* The object that an infinitive under @governor is done by, -1: the governor's subject does it. */
static gint32
controlling_object (const RelView *self, gint32 governor)
{
  gint32 object = rel_view_child (self, governor, REL_DEPREL_IOBJ);

  if (rel_view_is (self, governor, REL_CLASS_SUBJECT_CONTROL))
    return -1;
  if (object < 0)
    object = rel_view_child (self, governor, REL_DEPREL_OBJ);
  return object;
}

/* "When threatened", "if asked": what happens whenever it does is no event of its own. */
static gboolean
is_general (const RelView *self, gint32 participle)
{
  REL_TREE_EACH_CHILD (self->tree, participle, child)
    if (child < participle
        && (self->tokens[child].deprel == REL_DEPREL_MARK || self->tokens[child].deprel == REL_DEPREL_ADVMOD)
        && (g_strcmp0 (self->tokens[child].xpos, "WRB") == 0 || rel_view_is (self, child, REL_CLASS_CONDITION)))
      return TRUE;
  return FALSE;
}

/* Whether a clause without a subject of its own can share that of the clause above: "using", "to use", "used", not "if it". */
static gboolean
can_share (const RelView *self, gint32 predicate)
{
  const gchar *xpos = self->tokens[predicate].xpos;

  if (rel_view_child (self, predicate, REL_DEPREL_EXPL) >= 0
      || rel_view_is (self, predicate, REL_CLASS_PREPOSITIONAL_PARTICIPLE))
    return FALSE;
  if (g_strcmp0 (xpos, "VBN") == 0 && is_general (self, predicate))
    return FALSE;
  return g_strcmp0 (xpos, "VBG") == 0 || g_strcmp0 (xpos, "VBN") == 0 || g_strcmp0 (xpos, "VB") == 0
         || g_strcmp0 (xpos, "VBD") == 0 || self->tokens[predicate].upos != REL_UPOS_VERB;
}

/* "persuaded the rebels to release": the parser may hang the infinitive on the object. */
static gboolean
is_open_complement_of_object (const RelView *self, gint32 object, gint32 mark)
{
  RelDeprel deprel = self->tokens[object].deprel;

  return (deprel == REL_DEPREL_OBJ || deprel == REL_DEPREL_IOBJ) && object + 1 == mark
         && rel_view_is (self, self->tokens[object].head, REL_CLASS_ADDRESSEE | REL_CLASS_PERMISSION | REL_CLASS_DESIRE)
         && !rel_view_is (self, self->tokens[object].head, REL_CLASS_SUBJECT_CONTROL | REL_CLASS_OBLIGATION)
         && !rel_view_is (self, object, REL_CLASS_PLAN_NOUN);
}

gboolean
rel_view_is_open_object_complement (const RelView *self, gint32 clause)
{
  gint32 governor = self->tokens[clause].head;
  gint32 mark = rel_view_child (self, clause, REL_DEPREL_MARK);
  gint32 object;

  if (governor < 0 || mark < 0 || self->tokens[mark].upos != REL_UPOS_PART)
    return FALSE;
  if (self->tokens[clause].deprel == REL_DEPREL_ACL)
    return is_open_complement_of_object (self, governor, mark);
  object = rel_view_child (self, governor, REL_DEPREL_OBJ);
  return self->tokens[clause].deprel == REL_DEPREL_ADVCL && object >= 0 && object < clause
         && self->tree->right[object] + 1 == self->tree->left[clause]
         && rel_view_is (self, governor, REL_CLASS_CAUSATIVE | REL_CLASS_PERMISSION | REL_CLASS_DESIRE)
         && !rel_view_is (self, governor, REL_CLASS_SUBJECT_CONTROL);
}

/* "informed police she had immunity": with subject and object in it, no place is left for the noun before. */
static gboolean
has_all_its_own (const RelView *self, gint32 noun, gint32 clause)
{
  gint32 subject = rel_view_child (self, clause, REL_DEPREL_NSUBJ);

  return subject > noun && !rel_view_is_relative_pronoun (self, subject)
         && rel_view_child (self, clause, REL_DEPREL_OBJ) > subject;
}

gint32
rel_view_find_told_clause (const RelView *self, gint32 object)
{
  RelDeprel deprel = self->tokens[object].deprel;

  if ((deprel != REL_DEPREL_OBJ && deprel != REL_DEPREL_IOBJ)
      || !rel_view_is (self, self->tokens[object].head, REL_CLASS_ADDRESSEE))
    return -1;
  REL_TREE_EACH_CHILD (self->tree, object, child) {
    gint32 mark = rel_view_child (self, child, REL_DEPREL_MARK);

    if (self->tokens[child].deprel != REL_DEPREL_ACL && self->tokens[child].deprel != REL_DEPREL_ACL_RELCL)
      continue;
    if (mark < 0 ? has_all_its_own (self, object, child)
                 : rel_view_is_word (self, mark, "that") && self->tokens[mark].upos == REL_UPOS_SCONJ)
      return child;
  }
  return -1;
}

/* The particle right behind the verb ("went on"), else the verb. */
static gint32
last_of_verb (const RelView *self, gint32 verb)
{
  gint32 next = verb + 1;

  return next < self->n && self->tokens[next].head == verb
             && (self->tokens[next].deprel == REL_DEPREL_COMPOUND_PRT
                 || (self->tokens[next].deprel == REL_DEPREL_ADVMOD
                     && rel_view_is (self, next, REL_CLASS_VERB_PARTICLE)))
           ? next
           : verb;
}

/* Whether the arc to the clause is one that parsers mistake for that to a complement: to an adverbial, to the clause behind a noun
 * or to a clausal subject, of what is no noun and has a subject. */
static gboolean
may_be_complement (const RelView *self, gint32 clause)
{
  gint32 governor = self->tokens[clause].head;

  switch (self->tokens[clause].deprel) {
  case REL_DEPREL_ADVCL:
    return TRUE;
  case REL_DEPREL_ACL:
    return governor >= 0 && self->tokens[governor].upos == REL_UPOS_VERB;
  case REL_DEPREL_CSUBJ:
    return governor >= 0 && rel_view_child (self, governor, REL_DEPREL_NSUBJ) >= 0;
  default:
    return FALSE;
  }
}

/* Whether between a verb and the infinitive that begins with @first there is only when it was. */
static gboolean
is_time_between (const RelView *self, gint32 verb, gint32 first)
{
  for (gint32 i = verb + 1; i < first; i++) {
    gint32 phrase = i;

    for (gint32 steps = 0; steps < self->n && phrase >= 0 && self->tokens[phrase].head != verb; steps++)
      phrase = self->tokens[phrase].head;
    if (phrase <= verb || !rel_view_is (self, phrase, REL_CLASS_TIME_NOUN | REL_CLASS_TIME_ADVERB))
      return FALSE;
  }
  return TRUE;
}

gboolean
rel_view_is_open_complement (const RelView *self, gint32 clause)
{
  gint32 governor = self->tokens[clause].head;
  gint32 mark = rel_view_child (self, clause, REL_DEPREL_MARK);
  gint32 first = self->tree->left[clause];

  if (!may_be_complement (self, clause) || self->tokens[clause].upos != REL_UPOS_VERB || governor < 0)
    return FALSE;
  if (first != last_of_verb (self, governor) + 1) /* "voted on Tuesday to elect" */
    return mark == first && self->tokens[mark].upos == REL_UPOS_PART
           && rel_view_is (self, governor, REL_CLASS_COMMITMENT) && is_time_between (self, governor, first);
  if (mark < 0) /* "kept singing" */
    return first == clause && g_strcmp0 (self->tokens[clause].xpos, "VBG") == 0
           && rel_view_is (self, governor, REL_CLASS_ASPECT | REL_CLASS_NEGATIVE_IMPLICATIVE | REL_CLASS_OPPOSING);
  if (mark != first || self->tokens[mark].upos != REL_UPOS_PART)
    return FALSE;
  if (rel_view_child (self, governor, REL_DEPREL_AUX_PASS) >= 0 /* "is known to" */
      && rel_view_is (self, governor, REL_CLASS_FACTIVE | REL_CLASS_SHOWING | REL_CLASS_REPORTING))
    return TRUE;
  return rel_view_is (self, governor,
                      REL_CLASS_COMMITMENT | REL_CLASS_PLAN | REL_CLASS_DESIRE | REL_CLASS_ASPECT
                        | REL_CLASS_IMPLICATIVE | REL_CLASS_NEGATIVE_IMPLICATIVE | REL_CLASS_EPISTEMIC
                        | (self->tokens[governor].upos == REL_UPOS_ADJ ? REL_CLASS_PLAN_ADJECTIVE : 0));
}

gboolean
rel_view_is_gerund_object (const RelView *self, gint32 clause)
{
  gint32 governor = self->tokens[clause].head;
  gint32 mark = rel_view_child (self, clause, REL_DEPREL_MARK);

  if (mark < 0)
    mark = rel_view_child (self, clause, REL_DEPREL_CASE);
  return self->tokens[clause].deprel == REL_DEPREL_ADVCL && g_strcmp0 (self->tokens[clause].xpos, "VBG") == 0
         && mark >= 0 && governor >= 0 && mark == governor + 1
         && !rel_view_is (self, mark,
                          REL_CLASS_TIME_MARKER | REL_CLASS_CAUSE_MARKER | REL_CLASS_NEGATIVE_MARKER
                            | REL_CLASS_CONTRARY_MARKER | REL_CLASS_MEANS_MARKER);
}

/* "accused Smith of bribing", "thanked Jones for saving": a gerund that the object does. */
static gboolean
is_gerund_of_object (const RelView *self, gint32 clause)
{
  gint32 governor = self->tokens[clause].head;
  gint32 object = rel_view_child (self, governor, REL_DEPREL_IOBJ);
  gint32 mark = rel_view_child (self, clause, REL_DEPREL_MARK);

  if (object < 0)
    object = rel_view_child (self, governor, REL_DEPREL_OBJ);
  return g_strcmp0 (self->tokens[clause].xpos, "VBG") == 0 && object >= 0 && mark >= 0
         && self->tree->right[object] + 1 == mark && self->tree->left[clause] == mark
         && (rel_view_is (self, governor, REL_CLASS_ACCUSING | REL_CLASS_PREVENTIVE | REL_CLASS_JUDGING)
             || rel_view_is_word (self, mark, "into")) /* "talked him into signing" */
         && !rel_view_is (self, mark, REL_CLASS_TIME_MARKER | REL_CLASS_MEANS_MARKER | REL_CLASS_NEGATIVE_MARKER);
}

/* The clause that a participle goes on with: @governor, or a relative clause inside it with a subject of its own that ends
 * where the participle begins: "made him minister, which he was until 2018, resigning in protest". */
static gint32
find_clause_before (const RelView *self, gint32 governor, gint32 participle)
{
  gint32 first = self->tree->left[participle];

  for (gint32 i = first - 1; i > governor; i--)
    if (self->tokens[i].deprel == REL_DEPREL_ACL_RELCL && self->tree->right[i] + 2 >= first
        && rel_tree_is_below (self->tree, i, governor)) {
      gint32 subject = own_subject (self, i);

      return subject >= 0 && !rel_view_is_relative_pronoun (self, subject) ? i : governor;
    }
  return governor;
}

/* "France to close two reactors": an infinitive behind a name that is all else there is. */
static gboolean
is_of_headline (const RelView *self, gint32 infinitive)
{
  gint32 name = self->tokens[infinitive].head, mark = rel_view_child (self, infinitive, REL_DEPREL_MARK);

  return self->tokens[name].head < 0 && self->tokens[name].upos == REL_UPOS_PROPN && mark == name + 1
         && self->tokens[mark].upos == REL_UPOS_PART;
}

/* One step up: the next clause to ask, with -1 for "nobody"; a subject found on the way is put into @subject. */
static gint32
ask_above (const RelView *self, gint32 predicate, gint32 *subject, RelSharing *sharing)
{
  const RelToken *word = &self->tokens[predicate];
  gint32 head = word->head;

  if (head < 0)
    return -1;
  if (rel_view_is_open_complement (self, predicate)) {
    *sharing = REL_SHARING_CONTROL;
    return head;
  }
  switch (word->deprel) {
  case REL_DEPREL_CONJ:
    if (rel_view_child (self, predicate, REL_DEPREL_EXPL) >= 0 || !rel_view_is_clause (self, head))
      return -1;
    if (*sharing == REL_SHARING_OWN)
      *sharing = REL_SHARING_CONJUNCTION;
    return head;
  case REL_DEPREL_XCOMP:
    *sharing = REL_SHARING_CONTROL;
    *subject = controlling_object (self, head);
    return *subject >= 0 ? -1 : head;
  case REL_DEPREL_ADVCL:
    if (rel_view_is_open_object_complement (self, predicate)) {
      *sharing = REL_SHARING_CONTROL;
      *subject = controlling_object (self, head);
      return -1;
    }
    if (is_gerund_of_object (self, predicate)) {
      *sharing = REL_SHARING_CONTROL;
      *subject = controlling_object (self, head);
      return -1;
    }
    if (!can_share (self, predicate) || !rel_view_is_clause (self, head))
      return -1;
    *sharing = REL_SHARING_ADVERBIAL;
    return find_clause_before (self, head, predicate);
  case REL_DEPREL_ACL:
    if (rel_view_is_open_object_complement (self, predicate) || is_of_headline (self, predicate)) {
      *sharing = REL_SHARING_PARTICIPLE; /* the clause is no part of its subject */
      *subject = head;
      return -1;
    }
    if ((g_strcmp0 (word->xpos, "VBN") == 0 || g_strcmp0 (word->xpos, "VBG") == 0 || g_strcmp0 (word->xpos, "VBD") == 0)
        && rel_view_child (self, predicate, REL_DEPREL_MARK) < 0
        && rel_view_child (self, predicate, REL_DEPREL_CASE) < 0) {
      *sharing = REL_SHARING_PARTICIPLE;
      *subject = head;
    }
    return -1;
  default:
    return -1;
  }
}

gint32
rel_view_find_subject (const RelView *self, gint32 predicate, RelSharing *sharing)
{
  gint32 subject = -1;

  *sharing = REL_SHARING_OWN;
  for (gint32 steps = 0; predicate >= 0 && steps < self->n; steps++) {
    subject = own_subject (self, predicate);
    if (subject >= 0)
      break;
    predicate = ask_above (self, predicate, &subject, sharing);
  }
  if (subject >= 0 && predicate >= 0 && rel_view_is_relative_pronoun (self, subject)) {
    gint32 antecedent = rel_view_antecedent (self, predicate);

    if (antecedent >= 0) {
      subject = antecedent;
      *sharing = REL_SHARING_RELATIVE;
    }
  }
  return subject;
}
