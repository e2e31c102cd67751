/* Plurals that stand for things mentioned before: "the two leaders", "both sides", "the two countries".
 *
 * The nearest sentence before that names exactly so many persons, states or organizations says who they are; one that
 * names more makes the plural ambiguous unless so many are coordinated there. Looks back a bounded number of sentences.
 */
#include <reference/discourse.h>
#include <reference/number_words.h>

#include <string.h>

#define MAX_SENTENCES_BACK 8 /* a plural further away stands for itself */
#define MAX_MEMBERS 8

/* What kind of thing a plural noun can stand for. */
typedef enum { GROUP_NONE, GROUP_PERSONS, GROUP_STATES, GROUP_ORGANIZATIONS, GROUP_PARTIES } GroupKind;

typedef struct {
  GroupKind kind;
  guint n_wanted; /* 0: not told */
  guint32 found[MAX_MEMBERS + 1];
  guint n_found;
} GroupSearch;

static GroupKind
get_kind (const RelDiscourse *self, const gchar *noun)
{
  static const struct {
    const gchar *resource;
    GroupKind kind;
  } groups[] = { { "rel:PersonGroup", GROUP_PERSONS },
                 { "rel:StateGroup", GROUP_STATES },
                 { "rel:OrganizationGroup", GROUP_ORGANIZATIONS },
                 { "rel:PartyGroup", GROUP_PARTIES } };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (rel_discourse_is_head_noun (self, groups[i].resource, noun))
      return groups[i].kind;
  return GROUP_NONE;
}

/* Whether the chain of @root can be one of the group. */
static gboolean
fits (const RelDiscourse *self, const RelReferent *root, GroupKind kind)
{
  if (!root->is_named || root->is_plural)
    return FALSE;
  switch (kind) {
  case GROUP_PERSONS:
    return root->mention.type == REL_ENTITY_PERSON;
  case GROUP_ORGANIZATIONS:
    return root->mention.type == REL_ENTITY_ORGANIZATION;
  case GROUP_STATES:
  case GROUP_PARTIES:
    return root->resource != NULL && rel_lexicon_has (self->lexicon, root->resource, "rdf:type", "schema:Country");
  default:
    return FALSE;
  }
}

static void
add_member (GroupSearch *search, guint32 root)
{
  for (guint i = 0; i < search->n_found; i++)
    if (search->found[i] == root)
      return;
  if (search->n_found <= MAX_MEMBERS)
    search->found[search->n_found++] = root;
}

guint
rel_discourse_get_conjuncts (const RelDiscourse *self, guint32 index, guint32 *conjuncts, guint max)
{
  const RelMention *mention = &rel_discourse_get (self, index)->mention;
  const RelTree *tree = self->trees[mention->sentence];
  guint n = 0;

  conjuncts[n++] = index;
  for (gint32 child = rel_tree_get_child (tree, mention->head, REL_DEPREL_CONJ); child >= 0;
       child = rel_tree_get_next (tree, child, REL_DEPREL_CONJ)) {
    guint32 other = rel_discourse_find_head (self, mention->sentence, child);
    if (other == REL_NO_REFERENT || n == max)
      return 0;
    conjuncts[n++] = other;
  }
  return n;
}

/* A coordination of exactly as many fitting things as wanted, among mentions [first, end). */
static gboolean
find_coordination (const RelDiscourse *self, guint32 first, guint32 end, GroupSearch *search)
{
  guint32 conjuncts[MAX_MEMBERS];

  for (guint32 i = first; i < end; i++) {
    guint n = rel_discourse_get_conjuncts (self, i, conjuncts, MAX_MEMBERS);

    if (n < 2 || n != search->n_wanted)
      continue;
    search->n_found = 0;
    for (guint k = 0; k < n; k++) {
      guint32 root = rel_discourse_find (self, conjuncts[k]);
      if (fits (self, rel_discourse_get (self, root), search->kind))
        add_member (search, root);
    }
    if (search->n_found == search->n_wanted)
      return TRUE;
  }
  return FALSE;
}

/* The members of a plural among mentions [first, end) that was resolved before; the last counts. */
static gboolean
find_group (const RelDiscourse *self, guint32 first, guint32 end, GroupSearch *search)
{
  for (guint32 i = end; i-- > first;) {
    const RelReferent *root = rel_discourse_get (self, rel_discourse_find (self, i));

    if (root->n_members == 0 || (search->n_wanted != 0 && root->n_members != search->n_wanted)
        || root->n_members > MAX_MEMBERS)
      continue;
    search->n_found = 0;
    for (guint k = 0; k < root->n_members; k++) {
      guint32 member = rel_discourse_find (self, root->members[k]);
      if (fits (self, rel_discourse_get (self, member), search->kind))
        add_member (search, member);
    }
    if (search->n_found == root->n_members)
      return TRUE;
  }
  return FALSE;
}

/* Looks for members among mentions [first, end): of one sentence. *is_over is set when there are too many. */
static gboolean
search_sentence (const RelDiscourse *self, guint32 first, guint32 end, GroupSearch *search, gboolean *is_over)
{
  if (find_group (self, first, end, search))
    return TRUE;
  if (search->n_wanted == 0)
    return FALSE;

  search->n_found = 0;
  for (guint32 i = first; i < end; i++) {
    guint32 root = rel_discourse_find (self, i);
    if (fits (self, rel_discourse_get (self, root), search->kind))
      add_member (search, root);
  }
  if (search->n_found == search->n_wanted)
    return TRUE;
  *is_over = search->n_found > search->n_wanted;
  return *is_over && find_coordination (self, first, end, search);
}

static gboolean
search_back (const RelDiscourse *self, guint32 index, GroupSearch *search)
{
  guint32 sentence = rel_discourse_get (self, index)->mention.sentence;
  gboolean is_over = FALSE;

  for (guint32 back = 0; back <= MAX_SENTENCES_BACK && back <= sentence && !is_over; back++) {
    guint32 end = back == 0 ? index : self->first_referent[sentence - back + 1];
    if (search_sentence (self, self->first_referent[sentence - back], end, search, &is_over))
      return TRUE;
  }
  return FALSE;
}

/* The number before the noun: "two" or "both", which is definite by itself; 0: none. FALSE when other words make it
 * another group ("Asian leaders"). */
static gboolean
read_count (const RelDiscourse *self, const RelMention *mention, guint *n_wanted, gboolean *is_definite)
{
  const RelTree *tree = self->trees[mention->sentence];

  *n_wanted = 0;
  REL_TREE_EACH_CHILD (tree, mention->head, child) {
    RelNumberReader number = { 0 };
    const RelToken *token = &tree->tokens[child];

    if (rel_number_reader_add (&number, self->lexicon, token->form) && number.current >= 2
        && number.current <= MAX_MEMBERS) {
      *n_wanted = (guint) number.current;
      *is_definite = *is_definite || token->upos != REL_UPOS_NUM;
    } else if (token->deprel == REL_DEPREL_AMOD || token->deprel == REL_DEPREL_COMPOUND
               || token->deprel == REL_DEPREL_NMOD || token->deprel == REL_DEPREL_NMOD_POSS
               || token->deprel == REL_DEPREL_ACL_RELCL || token->deprel == REL_DEPREL_ACL
               || token->deprel == REL_DEPREL_NUMMOD) {
      return FALSE;
    }
  }
  return TRUE;
}

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

void
rel_discourse_join_members (RelDiscourse *self, guint32 index, guint32 *members, guint n_members, const gchar *reason)
{
  g_autoptr (GString) key = g_string_new (NULL);

  qsort (members, n_members, sizeof *members, compare_numbers);
  for (guint i = 0; i < n_members; i++)
    g_string_append_printf (key, "%u ", members[i]);

  guint32 known = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_members, key->str));

  if (known != 0) {
    rel_discourse_join (self, known - 1, index, reason);
    return;
  }
  rel_discourse_get (self, index)->mention.reason = reason;
  rel_discourse_set_members (self, index, members, n_members);
  g_hash_table_insert (self->by_members, g_strdup (key->str), GUINT_TO_POINTER (index + 1));
}

gboolean
rel_discourse_link_plural (RelDiscourse *self, guint32 index)
{
  const RelReferent *referent = rel_discourse_get (self, index);
  const RelToken *head = &rel_discourse_get_tokens (self, referent->mention.sentence)[referent->mention.head];
  GroupSearch search = { .kind = get_kind (self, head->lemma) };
  gboolean is_definite = referent->is_definite;

  if (!referent->is_plural || search.kind == GROUP_NONE
      || !read_count (self, &referent->mention, &search.n_wanted, &is_definite) || !is_definite)
    return FALSE;

  gboolean found = search_back (self, index, &search);

  if (!found && search.kind == GROUP_PARTIES) {
    search.kind = GROUP_PERSONS;
    found = search_back (self, index, &search);
  }
  if (found)
    rel_discourse_join_members (self, index, search.found, search.n_found, "members");
  return found;
}
