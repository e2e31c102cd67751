/* Offices: "the premier" is the one person of the text who bears the title, by a title before the name, an apposition or
 * a copula. An office of a named place ("the Italian premier") fits a bearer of that place only. Linear in mentions.
 */
#include <reference/name_phrase.h>
#include <reference/phrase.h>

#include <string.h>

/* A nominal that is a title and nothing more. */
typedef struct {
  const gchar *role;  /* IRI */
  const gchar *place; /* (nullable) */
  gboolean has_place; /* a place is named, known or not */
} OfficePhrase;

static void
note_bearer (RelDiscourse *self, guint32 index, const gchar *role)
{
  GArray *bearers = g_hash_table_lookup (self->by_office, role);

  if (bearers == NULL) {
    bearers = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_hash_table_insert (self->by_office, (gpointer) role, bearers);
  }
  for (guint i = 0; i < bearers->len; i++)
    if (rel_discourse_find (self, g_array_index (bearers, guint32, i)) == rel_discourse_find (self, index))
      return;
  if (bearers->len < 16) /* with so many bearers the title says nothing */
    g_array_append_val (bearers, index);
}

/* The place that the phrase behind "of" names; *known is FALSE when it is something else. */
static const gchar *
get_place_of (const RelDiscourse *self, guint32 sentence, gint32 head, gboolean *known)
{
  guint32 index = rel_discourse_find_head (self, sentence, head);
  const gchar *place
    = index != REL_NO_REFERENT ? rel_discourse_get (self, rel_discourse_find (self, index))->resource : NULL;

  *known = place != NULL && !rel_name_is_organization (self->lexicon, place);
  return place;
}

/* Reads what stands beside the title that ends at @head; FALSE when something there makes it another office ("former
 * president", "president of the club"). */
static gboolean
read_modifiers (const RelDiscourse *self, guint32 sentence, gint32 head, gint32 first, OfficePhrase *office)
{
  const RelTree *tree = self->trees[sentence];
  gint32 demonym = 0;
  guint n = 0;

  REL_TREE_EACH_CHILD (tree, head, child) {
    const RelToken *token = &tree->tokens[child];
    gboolean known = TRUE;

    if (child >= first && child < head)
      continue;
    switch (token->deprel) {
    case REL_DEPREL_NMOD:
    case REL_DEPREL_NMOD_POSS:
      office->place = get_place_of (self, sentence, child, &known);
      office->has_place = TRUE;
      if (!known)
        return FALSE;
      break;
    case REL_DEPREL_AMOD:
    case REL_DEPREL_COMPOUND:
    case REL_DEPREL_NUMMOD:
      if (rel_demonym_find (self, sentence, child, &demonym, &n) == NULL || n == 0) {
        if (token->name != REL_NAME_LOC && token->head == head)
          return FALSE;
      }
      office->place = rel_place_before (self, sentence, first);
      office->has_place = TRUE;
      break;
    case REL_DEPREL_ACL:
    case REL_DEPREL_ACL_RELCL:
    case REL_DEPREL_CONJ:
      return FALSE;
    default:
      break;
    }
  }
  return TRUE;
}

static gboolean
read_office (const RelDiscourse *self, const RelReferent *referent, OfficePhrase *office)
{
  const RelMention *mention = &referent->mention;
  gint32 first = 0;

  *office = (OfficePhrase){ 0 };
  if (mention->form != REL_MENTION_NOMINAL || referent->is_plural)
    return FALSE;
  office->role = rel_title_find (self, mention->sentence, mention->head, "rel:Title", &first);
  return office->role != NULL && read_modifiers (self, mention->sentence, mention->head, first, office);
}

/* The person that a title in apposition or behind a copula is said of. */
static guint32
find_subject_of_title (const RelDiscourse *self, const RelMention *mention)
{
  const RelTree *tree = self->trees[mention->sentence];
  const RelToken *token = &tree->tokens[mention->head];
  gint32 subject = -1;

  if (token->deprel == REL_DEPREL_APPOS)
    subject = token->head;
  else if (rel_tree_get_child (tree, mention->head, REL_DEPREL_COP) >= 0
           && rel_tree_get_child (tree, mention->head, REL_DEPREL_ADVMOD) < 0)
    subject = rel_tree_get_child (tree, mention->head, REL_DEPREL_NSUBJ);
  if (subject < 0)
    return REL_NO_REFERENT;

  guint32 index = rel_discourse_find_head (self, mention->sentence, subject);

  if (index == REL_NO_REFERENT || rel_discourse_get (self, index)->mention.form != REL_MENTION_NAME
      || rel_discourse_get (self, index)->mention.type != REL_ENTITY_PERSON)
    return REL_NO_REFERENT;
  return index;
}

/* "The prime minister, Giorgia Meloni, said": title and name are one. */
static void
join_name_in_apposition (RelDiscourse *self, guint32 index, const OfficePhrase *office)
{
  const RelReferent *referent = rel_discourse_get (self, index);
  const RelTree *tree = self->trees[referent->mention.sentence];
  gint32 child = rel_tree_get_child (tree, referent->mention.head, REL_DEPREL_APPOS);
  guint32 name = child >= 0 ? rel_discourse_find_head (self, referent->mention.sentence, child) : REL_NO_REFERENT;

  if (name == REL_NO_REFERENT || rel_discourse_get (self, name)->mention.form != REL_MENTION_NAME
      || rel_discourse_get (self, name)->mention.type != REL_ENTITY_PERSON)
    return;
  rel_discourse_join (self, name, index, "apposition");
  rel_discourse_add_office (self, name, office->role, office->place);
}

void
rel_discourse_collect_offices (RelDiscourse *self)
{
  for (guint32 i = 0; i < self->referents->len; i++) {
    OfficePhrase office;
    const RelReferent *referent = rel_discourse_get (self, i);

    if (!read_office (self, referent, &office))
      continue;

    guint32 subject = find_subject_of_title (self, &referent->mention);

    if (subject != REL_NO_REFERENT)
      rel_discourse_add_office (self, subject, office.role, office.place);
    else
      join_name_in_apposition (self, i, &office);
  }
  for (guint32 i = 0; i < self->referents->len; i++)
    if (rel_discourse_find (self, i) == i)
      for (const RelOffice *office = rel_discourse_get (self, i)->offices; office != NULL; office = office->next)
        note_bearer (self, i, office->role);
}

static gboolean
bears (const RelReferent *root, const OfficePhrase *wanted)
{
  for (const RelOffice *office = root->offices; office != NULL; office = office->next)
    if (strcmp (office->role, wanted->role) == 0)
      return !wanted->has_place || office->place == NULL
             || (wanted->place != NULL && strcmp (office->place, wanted->place) == 0);
  return FALSE;
}

/* Whether @token stands for its bearer: as what somebody is, becomes or serves as, it stands for the office. */
static gboolean
stands_for_bearer (const RelTree *tree, gint32 token)
{
  gint32 preposition = rel_tree_get_child (tree, token, REL_DEPREL_CASE);

  if (rel_tree_get_child (tree, token, REL_DEPREL_COP) >= 0)
    return FALSE;
  if (preposition >= 0 && g_strcmp0 (tree->tokens[preposition].lemma, "as") == 0)
    return FALSE;
  switch (tree->tokens[token].deprel) {
  case REL_DEPREL_NSUBJ:
  case REL_DEPREL_NSUBJ_PASS:
  case REL_DEPREL_NSUBJ_OUTER:
  case REL_DEPREL_OBJ:
  case REL_DEPREL_IOBJ:
  case REL_DEPREL_OBL:
  case REL_DEPREL_OBL_AGENT:
  case REL_DEPREL_NMOD_POSS:
  case REL_DEPREL_NMOD:
    return TRUE;
  default:
    return FALSE;
  }
}

gboolean
rel_discourse_link_office (RelDiscourse *self, guint32 index)
{
  const RelReferent *referent = rel_discourse_get (self, index);
  const RelTree *tree = self->trees[referent->mention.sentence];
  OfficePhrase wanted;
  guint32 found = REL_NO_REFERENT;

  if (!referent->is_definite || !stands_for_bearer (tree, referent->mention.head)
      || !read_office (self, referent, &wanted))
    return FALSE;

  const GArray *bearers = g_hash_table_lookup (self->by_office, wanted.role);

  for (guint i = 0; bearers != NULL && i < bearers->len; i++) {
    guint32 root = rel_discourse_find (self, g_array_index (bearers, guint32, i));
    if (!bears (rel_discourse_get (self, root), &wanted) || root == found)
      continue;
    if (found != REL_NO_REFERENT)
      return FALSE;
    found = root;
  }
  if (found == REL_NO_REFERENT)
    return FALSE;
  rel_discourse_join (self, found, index, "title");
  return TRUE;
}
