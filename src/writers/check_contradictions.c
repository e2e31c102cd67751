/* What a graph says and denies, and what cannot be true at once.
 *
 *   said and denied       a fact with a plain positive statement or a direct triple, and with a plain negative one
 *   asserted without base a direct triple all of whose statements are denied, planned or the like
 *   one value only        two objects of an owl:FunctionalProperty
 *   both ways, to itself  owl:AsymmetricProperty, owl:IrreflexiveProperty
 *   two kinds at once     classes with owl:disjointWith
 */
#include "writers/check.h"

#include <string.h>
#include <triples/vocabulary.h>

/* All statements of one fact. */
typedef struct {
  RelTriple fact;
  const gchar *said;    /* (nullable) a statement that it is so, by the text itself */
  const gchar *denied;  /* (nullable) one that it is not so */
  gboolean is_reported; /* somebody says so */
} Account;

static guint
hash_fact (gconstpointer key)
{
  const RelTriple *fact = key;

  return (guint) rel_hash_string (fact->object, rel_hash_string (fact->predicate, rel_hash_string (fact->subject, 0)));
}

static gboolean
equal_facts (gconstpointer a, gconstpointer b)
{
  const RelTriple *x = a, *y = b;

  return strcmp (x->subject, y->subject) == 0 && strcmp (x->predicate, y->predicate) == 0
         && strcmp (x->object, y->object) == 0 && x->is_literal == y->is_literal
         && g_strcmp0 (x->datatype, y->datatype) == 0 && g_strcmp0 (x->language, y->language) == 0;
}

static void
note_statement (GHashTable *accounts, GPtrArray *order, const gchar *statement, RelDescription description)
{
  const RelTriple *subject = rel_description_find (description, REL_RDF "subject");
  const RelTriple *predicate = rel_description_find (description, REL_RDF "predicate");
  const RelTriple *object = rel_description_find (description, REL_RDF "object");
  gboolean is_plain = rel_description_find (description, REL_NS "modality") == NULL;
  gboolean is_reported = rel_description_find (description, REL_PROV "wasAttributedTo") != NULL;
  gboolean is_negative = rel_description_find (description, REL_NS "polarity") != NULL;
  RelTriple fact;
  Account *account;

  if (subject == NULL || predicate == NULL || object == NULL)
    return;
  fact = *object;
  fact.subject = subject->object;
  fact.predicate = predicate->object;
  account = g_hash_table_lookup (accounts, &fact);
  if (account == NULL) {
    account = g_new0 (Account, 1);
    account->fact = fact;
    g_hash_table_insert (accounts, &account->fact, account);
    g_ptr_array_add (order, account);
  }
  if (is_plain && is_reported && !is_negative)
    account->is_reported = TRUE;
  if (!is_plain || is_reported)
    return;
  if (is_negative)
    account->denied = statement;
  else
    account->said = statement;
}

/* (transfer full): the first sentence that @statement cites, in quotation marks; "" where it cites none. */
static gchar *
dup_sentence (const RelCheck *self, const gchar *statement)
{
  const RelTriple *source = NULL, *text = NULL;

  if (statement != NULL)
    source = rel_description_find (rel_triple_index_describe (self->index, statement), REL_PROV "wasDerivedFrom");
  if (source != NULL)
    text = rel_description_find (rel_triple_index_describe (self->index, source->object), REL_NIF "anchorOf");
  return text != NULL ? g_strdup_printf (" (“%s”)", text->object) : g_strdup ("");
}

/* (transfer full): "Lee Jae Myung – met – Giorgia Meloni" */
static gchar *
dup_fact (const RelCheck *self, const RelTriple *fact)
{
  g_autofree gchar *subject = rel_check_dup_name (self, fact->subject);
  g_autofree gchar *predicate = rel_check_dup_name (self, fact->predicate);
  g_autofree gchar *object = fact->is_literal ? g_strdup (fact->object) : rel_check_dup_name (self, fact->object);

  return g_strdup_printf ("%s – %s – %s", subject, predicate, object);
}

static void
check_account (RelCheck *self, const Account *account)
{
  gboolean is_direct = rel_triple_index_contains (self->index, &account->fact);
  g_autofree gchar *fact = dup_fact (self, &account->fact);

  if (account->denied != NULL && (account->said != NULL || is_direct)) {
    g_autofree gchar *said = dup_sentence (self, account->said);
    g_autofree gchar *denied = dup_sentence (self, account->denied);

    rel_check_add (self, REL_FINDING_CONTRADICTION, account->fact.subject, "%s: said%s and denied%s", fact, said,
                   denied);
  } else if (is_direct && account->said == NULL && !account->is_reported) {
    rel_check_add (self, REL_FINDING_ASSERTION, account->fact.subject,
                   "%s: a direct triple, though no statement says that it is so", fact);
  }
}

static gboolean
has_kind (const RelCheck *self, const gchar *property, const gchar *kind)
{
  return rel_description_has_type (rel_triple_index_describe (self->schema, property), kind);
}

/* Direct triples of properties that exclude something. */
static void
check_triple (RelCheck *self, const RelTriple *triple, const RelTriple *next)
{
  RelTriple inverse = *triple;
  g_autofree gchar *fact = NULL;

  inverse.subject = triple->object;
  inverse.object = triple->subject;
  if (next != NULL && strcmp (next->predicate, triple->predicate) == 0
      && has_kind (self, triple->predicate, REL_OWL "FunctionalProperty")) {
    fact = dup_fact (self, triple);
    rel_check_add (self, REL_FINDING_CONTRADICTION, triple->subject, "%s: and also %s, of which there can be one only",
                   fact, next->object);
  } else if (!triple->is_literal && strcmp (triple->subject, triple->object) == 0
             && has_kind (self, triple->predicate, REL_OWL "IrreflexiveProperty")) {
    fact = dup_fact (self, triple);
    rel_check_add (self, REL_FINDING_CONTRADICTION, triple->subject, "%s: nothing can be so to itself", fact);
  } else if (!triple->is_literal && strcmp (triple->subject, triple->object) < 0
             && has_kind (self, triple->predicate, REL_OWL "AsymmetricProperty")
             && rel_triple_index_contains (self->index, &inverse)) {
    fact = dup_fact (self, triple);
    rel_check_add (self, REL_FINDING_CONTRADICTION, triple->subject, "%s: and the other way round", fact);
  }
}

/* Two classes of one thing that exclude each other. */
static void
check_classes (RelCheck *self, const gchar *subject, RelDescription description)
{
  for (guint i = 0; i < description.n; i++) {
    RelDescription rules;

    if (strcmp (description.triples[i]->predicate, REL_RDF "type") != 0 || description.triples[i]->is_literal)
      continue;
    rules = rel_triple_index_describe (self->schema, description.triples[i]->object);
    for (guint k = 0; k < rules.n; k++)
      if (strcmp (rules.triples[k]->predicate, REL_OWL "disjointWith") == 0
          && rel_description_has_type (description, rules.triples[k]->object)) {
        g_autofree gchar *one = rel_check_dup_name (self, description.triples[i]->object);
        g_autofree gchar *other = rel_check_dup_name (self, rules.triples[k]->object);

        rel_check_add (self, REL_FINDING_CONTRADICTION, subject, "is both %s and %s, which exclude each other", one,
                       other);
      }
  }
}

void
rel_check_contradictions (RelCheck *self)
{
  g_autoptr (GHashTable) accounts = g_hash_table_new (hash_fact, equal_facts);
  g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func (g_free);
  guint n_subjects = 0;
  const gchar *const *subjects = rel_triple_index_get_subjects (self->index, &n_subjects);

  for (guint i = 0; i < n_subjects; i++) {
    RelDescription description = rel_triple_index_describe (self->index, subjects[i]);

    if (rel_description_has_type (description, REL_RDF "Statement"))
      note_statement (accounts, order, subjects[i], description);
    for (guint k = 0; k < description.n; k++)
      check_triple (self, description.triples[k], k + 1 < description.n ? description.triples[k + 1] : NULL);
    check_classes (self, subjects[i], description);
  }
  for (guint i = 0; i < order->len; i++)
    check_account (self, g_ptr_array_index (order, i));
}
