/* What a name names: the place or organization of ontology/ that is called so, and its type, by tags, title, apposition, words and
 * the network. O(words) a name.
 */
#include <reference/mention_features.h>
#include <reference/metonymy.h>
#include <reference/name_run.h>
#include <reference/name_type.h>

#include <string.h>

/* "Italians" and "South Koreans" are people, not a name. */
gboolean
rel_name_is_people (const RelDiscourse *self, const RelTree *tree, gint32 i)
{
  const RelToken *token = &tree->tokens[i];
  gsize n = strlen (token->form);
  guint n_places = 0;

  if (!rel_token_has_feature (token, "Number=Plur") || n < 2 || token->form[n - 1] != 's')
    return FALSE;

  g_autofree gchar *singular = g_strndup (token->form, n - 1);

  rel_lexicon_get_subjects (self->lexicon, "rel:demonym", singular, &n_places);
  if (n_places == 0 && i > 0) {
    g_autofree gchar *words = g_strconcat (tree->tokens[i - 1].form, " ", singular, NULL);
    rel_lexicon_get_subjects (self->lexicon, "rel:demonym", words, &n_places);
  }
  return n_places > 0;
}

static RelEntityType
get_untagged_name_type (const RelDiscourse *self, const RelTree *tree, const RelReferent *referent,
                        const RelNamePhrase *name)
{
  const RelToken *tokens = tree->tokens;
  const RelToken *head = &tokens[referent->mention.head];
  g_autofree gchar *last = g_ascii_strdown (tokens[name->end - 1].form, -1);
  RelToken as_noun = { .lemma = last };

  if (name->has_title)
    return REL_ENTITY_PERSON;
  if (head->etype > 0)
    return rel_mention_guess_nominal_type (self, head);
  if (rel_mention_guess_nominal_type (self, &as_noun) != REL_ENTITY_ABSTRACT)
    return rel_mention_guess_nominal_type (self, &as_noun);
  return rel_tree_get_child (tree, referent->mention.head, REL_DEPREL_FLAT) >= 0 ? REL_ENTITY_PERSON
                                                                                 : REL_ENTITY_ABSTRACT;
}

/* A tag of person does not keep a lone word from being a country or city, unless it is a given name: "Oman", not
 * "Jordan"; nor a tag of something else from being a country or a known organization. */
static const gchar *
find_resource (const RelDiscourse *self, const gchar *text, const RelNamePhrase *name)
{
  gboolean is_lone = name->end - name->first == 1;
  const gchar *country;

  if (name->type == REL_NAME_PER && (name->has_title || (is_lone && rel_name_is_given (self, text))))
    return NULL;
  if (name->type == REL_NAME_PER && is_lone)
    return rel_name_find_resource (self->lexicon, text, REL_NAME_LOC);
  country = name->type == REL_NAME_MISC ? rel_lexicon_find (self->lexicon, text, "schema:Country") : NULL;
  return country != NULL ? country : rel_name_find_resource (self->lexicon, text, name->type);
}

const gchar *
rel_name_choose_resource (const RelDiscourse *self, guint32 sentence, gint32 head, const gchar *text,
                          const RelNamePhrase *name)
{
  const gchar *resource = find_resource (self, text, name), *state;

  if (resource == NULL && name->type == REL_NAME_MISC
      && rel_tree_get_child (self->trees[sentence], head, REL_DEPREL_CASE) >= 0) /* "in Lisbon" */
    resource = rel_lexicon_find (self->lexicon, text, "schema:City");
  state = resource != NULL ? rel_metonymy_find_state (self, sentence, head, resource) : NULL;
  return state != NULL ? state : resource;
}

/* Whether an apposition says that the name is that of an organization: "Marten Construction, a company". */
static gboolean
is_described_as_organization (const RelDiscourse *self, const RelTree *tree, gint32 head)
{
  gint32 apposition = rel_tree_get_child (tree, head, REL_DEPREL_APPOS);

  return apposition > head && tree->tokens[apposition].upos == REL_UPOS_NOUN
         && rel_discourse_is_head_noun (self, "rel:organization", tree->tokens[apposition].lemma);
}

/* "K2-18b" and "No. 14" are tagged like persons but have digits. */
static gboolean
has_digit (const RelToken *tokens, const RelNamePhrase *name)
{
  for (gint32 i = name->first; i < name->end; i++)
    if (strpbrk (tokens[i].form, "0123456789") != NULL)
      return TRUE;
  return FALSE;
}

/* "Limited", "Kft." */
static gboolean
ends_in_company_form (const RelDiscourse *self, const RelTree *tree, const RelNamePhrase *name)
{
  const gchar *last = tree->tokens[name->end - 1].form;
  g_autofree gchar *word = g_str_has_suffix (last, ".") ? g_strndup (last, strlen (last) - 1) : g_strdup (last);

  return name->end - name->first > 1 && rel_lexicon_has (self->lexicon, "rel:CompanyForm", "rel:lemma", word);
}

RelEntityType
rel_name_get_type (const RelDiscourse *self, const RelTree *tree, const RelReferent *referent,
                   const RelNamePhrase *name)
{
  const RelToken *head = &tree->tokens[referent->mention.head];

  if (rel_name_is_people (self, tree, name->end - 1))
    return REL_ENTITY_PERSON;
  if (referent->resource != NULL)
    return rel_name_is_organization (self->lexicon, referent->resource) ? REL_ENTITY_ORGANIZATION : REL_ENTITY_PLACE;
  if (!name->has_title
      && (is_described_as_organization (self, tree, referent->mention.head) || ends_in_company_form (self, tree, name)))
    return REL_ENTITY_ORGANIZATION;
  switch (name->type) {
  case REL_NAME_PER:
    return name->has_title || !has_digit (tree->tokens, name) ? REL_ENTITY_PERSON : REL_ENTITY_OBJECT;
  case REL_NAME_ORG:
    return REL_ENTITY_ORGANIZATION;
  case REL_NAME_LOC:
    return REL_ENTITY_PLACE;
  case REL_NAME_MISC:
    return rel_mention_guess_nominal_type (self, head);
  default:
    return get_untagged_name_type (self, tree, referent, name);
  }
}
