/* Features of mentions that coreference looks at: from the tree, morphology, and the word lists of ontology/. */
#include <reference/mention_features.h>
#include <reference/phrase.h>

#include <string.h>

/* "rel:person": the resource of ontology/ that stands for a type. */
static const gchar *const type_resources[REL_N_ENTITY_TYPES] = {
  "rel:abstract", "rel:animal", "rel:event", "rel:object",    "rel:organization",
  "rel:person",   "rel:place",  "rel:plant", "rel:substance", "rel:time",
};

/* The type that ontology/ gives @lemma, -1: none. */
gint
rel_mention_find_noun_type (const RelDiscourse *self, const gchar *lemma)
{
  for (guint type = 0; type < REL_N_ENTITY_TYPES; type++)
    if (rel_discourse_is_head_noun (self, type_resources[type], lemma))
      return (gint) type;
  return -1;
}

/* The network's type before the word's; but rare nouns that it has only seen act like persons it takes for persons. */
RelEntityType
rel_mention_guess_nominal_type (const RelDiscourse *self, const RelToken *head)
{
  gint of_noun = rel_mention_find_noun_type (self, head->lemma);
  gboolean has_etype = head->etype > 0 && head->etype <= REL_N_ENTITY_TYPES;

  if (has_etype && !(of_noun == REL_ENTITY_ABSTRACT && head->etype - 1 == REL_ENTITY_PERSON))
    return (RelEntityType) (head->etype - 1);
  return of_noun >= 0 ? (RelEntityType) of_noun : REL_ENTITY_ABSTRACT;
}

static RelGender
get_pronoun_gender (const RelToken *token)
{
  if (rel_token_has_feature (token, "Gender=Masc"))
    return REL_GENDER_MALE;
  if (rel_token_has_feature (token, "Gender=Fem"))
    return REL_GENDER_FEMALE;
  return rel_token_has_feature (token, "Gender=Neut") ? REL_GENDER_NEUTER : REL_GENDER_UNKNOWN;
}

/* By the given name, where it is one that almost only one sex bears. */
static RelGender
get_name_gender (const RelDiscourse *self, const RelReferent *referent)
{
  const RelToken *tokens = rel_discourse_get_tokens (self, referent->mention.sentence);
  const gchar *given = tokens[referent->name_first].form;

  if (rel_lexicon_has (self->lexicon, "rel:Female", "rel:givenName", given))
    return REL_GENDER_FEMALE;
  return rel_lexicon_has (self->lexicon, "rel:Male", "rel:givenName", given) ? REL_GENDER_MALE : REL_GENDER_UNKNOWN;
}

static RelGender
get_noun_gender (const RelDiscourse *self, const RelToken *token)
{
  if (rel_discourse_is_head_noun (self, "rel:Female", token->lemma))
    return REL_GENDER_FEMALE;
  return rel_discourse_is_head_noun (self, "rel:Male", token->lemma) ? REL_GENDER_MALE : REL_GENDER_UNKNOWN;
}

static RelGender
get_gender (const RelDiscourse *self, const RelReferent *referent, const RelToken *token)
{
  if (referent->gender != REL_GENDER_UNKNOWN)
    return referent->gender;
  if (referent->mention.form == REL_MENTION_PRONOUN)
    return get_pronoun_gender (token);
  if (referent->mention.type == REL_ENTITY_ANIMAL)
    return REL_GENDER_UNKNOWN;
  if (referent->mention.type != REL_ENTITY_PERSON)
    return REL_GENDER_NEUTER;
  return referent->mention.form == REL_MENTION_NAME ? get_name_gender (self, referent) : get_noun_gender (self, token);
}

static guint8
get_person (const RelReferent *referent, const RelToken *token)
{
  if (referent->mention.form != REL_MENTION_PRONOUN)
    return 0;
  for (guint8 person = 1; person <= 3; person++) {
    gchar feature[] = "Person=?";
    feature[strlen (feature) - 1] = (gchar) ('0' + person);
    if (rel_token_has_feature (token, feature))
      return person;
  }
  return 0;
}

static gboolean
is_definite (const RelReferent *referent, const RelTree *tree, gint32 head)
{
  if (referent->mention.form == REL_MENTION_NAME || referent->mention.form == REL_MENTION_PRONOUN)
    return TRUE;
  REL_TREE_EACH_CHILD (tree, head, child) {
    const RelToken *token = &tree->tokens[child];
    if (token->deprel == REL_DEPREL_NMOD_POSS)
      return TRUE;
    if ((token->deprel == REL_DEPREL_DET || token->deprel == REL_DEPREL_DET_PREDET)
        && (rel_token_has_feature (token, "Definite=Def") || rel_token_has_feature (token, "PronType=Dem")))
      return TRUE;
  }
  return FALSE;
}

static RelGrammar
get_grammar (RelDeprel deprel)
{
  switch (deprel) {
  case REL_DEPREL_NSUBJ:
  case REL_DEPREL_NSUBJ_OUTER:
  case REL_DEPREL_NSUBJ_PASS:
    return REL_GRAMMAR_SUBJECT;
  case REL_DEPREL_OBJ:
  case REL_DEPREL_IOBJ:
    return REL_GRAMMAR_OBJECT;
  case REL_DEPREL_OBL:
  case REL_DEPREL_OBL_AGENT:
  case REL_DEPREL_NMOD:
    return REL_GRAMMAR_OBLIQUE;
  case REL_DEPREL_NMOD_POSS:
    return REL_GRAMMAR_POSSESSOR;
  default:
    return REL_GRAMMAR_OTHER;
  }
}

/* Place in the clause; a coordinated phrase has that of the first. */
static void
set_grammar (RelReferent *referent, const RelTree *tree)
{
  gint32 token = referent->mention.head;

  for (gint32 steps = 0;
       tree->tokens[token].deprel == REL_DEPREL_CONJ && tree->tokens[token].head >= 0 && steps < tree->n; steps++)
    token = tree->tokens[token].head;
  referent->grammar = get_grammar (tree->tokens[token].deprel);
  referent->clause = tree->tokens[token].head;
}

/* Persons, places and countries with a name are one each, whatever their ending. */
static gboolean
is_plural (const RelReferent *referent, const RelToken *token)
{
  if (referent->mention.form == REL_MENTION_DEMONYM || referent->resource != NULL)
    return FALSE;
  if (referent->mention.form == REL_MENTION_NAME
      && (referent->mention.type == REL_ENTITY_PERSON || referent->mention.type == REL_ENTITY_PLACE))
    return FALSE;
  return rel_token_has_feature (token, "Number=Plur");
}

void
rel_mention_describe (const RelDiscourse *self, RelReferent *referent)
{
  const RelTree *tree = self->trees[referent->mention.sentence];
  const RelToken *token = &tree->tokens[referent->mention.head];

  referent->gender = get_gender (self, referent, token);
  referent->person = get_person (referent, token);
  referent->is_reflexive = rel_token_has_feature (token, "Reflex=Yes");
  referent->is_plural = is_plural (referent, token);
  referent->is_definite = is_definite (referent, tree, referent->mention.head);
  set_grammar (referent, tree);
}
