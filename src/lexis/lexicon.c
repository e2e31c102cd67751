/* What ontology/ says: Turtle files → a read-only table of triples with hashed ways in.
 *
 * Every string (IRI or literal value) is interned once and has a number. The triples are kept twice, sorted by
 * subject and property and by property and object, with the answers of each question side by side, so
 * that a question is one look into a hash table. Prefixed names are interned beside the IRIs they stand for.
 *
 * Cost: O(t log t) to load t triples, some microseconds each; O(1) a question; about 100 bytes a triple.
 */
#include <lexis/turtle_read.h>
#include <relata/lexis.h>

#include <string.h>

#define RDF_TYPE "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

/* The properties whose values are written forms. */
static const gchar *const form_properties[] = {
  "http://www.w3.org/2000/01/rdf-schema#label",   "http://www.w3.org/2004/02/skos/core#prefLabel",
  "http://www.w3.org/2004/02/skos/core#altLabel", "http://www.w3.org/ns/lemon/ontolex#writtenRep",
  "https://w3id.org/relata/ns#demonym",           NULL,
};

typedef struct {
  guint32 subject, property, object;
  guint32 rank; /* place in the files */
} Triple;

/* The answers to one question: answers[first .. first + n). */
typedef struct {
  guint32 first, n;
} Range;

/* What was made of the lexicon once for all documents. */
typedef struct {
  gpointer data;
  GDestroyNotify free_data;
} LexiconPart;

struct _RelLexicon {
  GMutex lock;       /* of parts */
  GHashTable *parts; /* name → LexiconPart */
  GStringChunk *chunk;
  GHashTable *numbers;    /* string → number + 1; prefixed names too */
  GPtrArray *strings;     /* [number] */
  GHashTable *prefixes;   /* prefix → IRI */
  GArray *triples;        /* Triple, in file order; only while loading */
  Triple *by_form;        /* triples whose property gives a written form, in file order of each form */
  const gchar **objects;  /* [n_triples] answers to (subject, property, ?) */
  const gchar **subjects; /* [n_triples] answers to (?, property, object) */
  GHashTable *object_ranges, *subject_ranges; /* pair of numbers → Range */
  GHashTable *form_ranges;                    /* literal, letter case apart → Range in by_form */
  GHashTable *known;                          /* Triple without rank: is it there? */
  guint n_shipped;                            /* triples of the folder; those behind them are the caller's */
  GHashTable *given;                          /* numbers of what the caller's files give a type */
};

static void
free_part (gpointer data)
{
  LexiconPart *part = data;

  if (part->free_data != NULL)
    part->free_data (part->data);
  g_free (part);
}

static guint32
intern (RelLexicon *self, const gchar *string)
{
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, string));

  if (number == 0) {
    gchar *copy = g_string_chunk_insert (self->chunk, string);
    g_ptr_array_add (self->strings, copy);
    number = self->strings->len;
    g_hash_table_insert (self->numbers, copy, GUINT_TO_POINTER (number));
  }
  return number - 1;
}

/* FALSE when no file has @string, so that no triple can hold it. */
static gboolean
get_number (const RelLexicon *self, const gchar *string, guint32 *number)
{
  guint32 found = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, string));

  *number = found - 1;
  return found != 0;
}

static const gchar *
get_string (const RelLexicon *self, guint32 number)
{
  return g_ptr_array_index (self->strings, number);
}

static guint
hash_folded (gconstpointer key)
{
  guint h = 5381;

  for (const gchar *c = key; *c != '\0'; c++)
    h = h * 33 + (guchar) g_ascii_tolower (*c);
  return h;
}

static gboolean
equal_folded (gconstpointer a, gconstpointer b)
{
  return g_ascii_strcasecmp (a, b) == 0;
}

static guint
hash_triple (gconstpointer key)
{
  const Triple *triple = key;
  return triple->subject * 2654435761u ^ triple->property * 40503u ^ triple->object * 97u;
}

static gboolean
equal_triple (gconstpointer a, gconstpointer b)
{
  const Triple *x = a, *y = b;
  return x->subject == y->subject && x->property == y->property && x->object == y->object;
}

static gpointer
pair_key (guint32 a, guint32 b)
{
  G_STATIC_ASSERT (sizeof (gpointer) == 8);
  return (gpointer) (guintptr) ((guint64) a << 32 | b);
}

static void
take_triple (const RelTurtleTriple *read, gpointer user_data)
{
  RelLexicon *self = user_data;
  Triple triple
    = { intern (self, read->subject), intern (self, read->predicate), intern (self, read->object), self->triples->len };

  g_array_append_val (self->triples, triple);
}

static void
take_prefix (const gchar *prefix, const gchar *iri, gpointer user_data)
{
  RelLexicon *self = user_data;

  /* The code asks by the prefixes of the folder, whatever those of the caller's files stand for. */
  if (!g_hash_table_contains (self->prefixes, prefix))
    g_hash_table_insert (self->prefixes, g_string_chunk_insert (self->chunk, prefix),
                         g_string_chunk_insert (self->chunk, iri));
}

static gint
compare_by_subject (gconstpointer a, gconstpointer b)
{
  const Triple *x = a, *y = b;

  if (x->subject != y->subject)
    return x->subject < y->subject ? -1 : 1;
  if (x->property != y->property)
    return x->property < y->property ? -1 : 1;
  return x->rank < y->rank ? -1 : x->rank > y->rank;
}

static gint
compare_by_object (gconstpointer a, gconstpointer b)
{
  const Triple *x = a, *y = b;

  if (x->property != y->property)
    return x->property < y->property ? -1 : 1;
  if (x->object != y->object)
    return x->object < y->object ? -1 : 1;
  return x->rank < y->rank ? -1 : x->rank > y->rank;
}

/* g_direct_hash() would keep the low half of a pair only, and put all subjects of a property, one after the other, into
 * the same few places. */
static guint
hash_pair (gconstpointer key)
{
  guint64 mixed = (guint64) GPOINTER_TO_SIZE (key) * 0x9E3779B97F4A7C15u; /* Knuth, vol. 3, 6.4: golden ratio */

  return (guint) (mixed >> 32);
}

static void
extend_range (GHashTable *ranges, gpointer key, guint32 position)
{
  Range *range = g_hash_table_lookup (ranges, key);

  if (range == NULL) {
    range = g_new (Range, 1);
    range->first = position;
    range->n = 0;
    g_hash_table_insert (ranges, key, range);
  }
  range->n++;
}

static void
index_given (RelLexicon *self)
{
  guint32 type = 0;

  if (!get_number (self, RDF_TYPE, &type))
    return;
  for (guint i = self->n_shipped; i < self->triples->len; i++) {
    const Triple *triple = &g_array_index (self->triples, Triple, i);
    if (triple->property == type)
      g_hash_table_add (self->given, GUINT_TO_POINTER (triple->subject));
  }
}

static void
index_subjects_and_objects (RelLexicon *self)
{
  GArray *triples = self->triples;

  self->objects = g_new (const gchar *, triples->len);
  self->subjects = g_new (const gchar *, triples->len);

  g_array_sort (triples, compare_by_subject);
  for (guint i = 0; i < triples->len; i++) {
    Triple *triple = &g_array_index (triples, Triple, i);
    self->objects[i] = get_string (self, triple->object);
    extend_range (self->object_ranges, pair_key (triple->subject, triple->property), i);
    g_hash_table_add (self->known, g_memdup2 (triple, sizeof *triple));
  }

  g_array_sort (triples, compare_by_object);
  for (guint i = 0; i < triples->len; i++) {
    Triple *triple = &g_array_index (triples, Triple, i);
    self->subjects[i] = get_string (self, triple->subject);
    extend_range (self->subject_ranges, pair_key (triple->property, triple->object), i);
  }
}

typedef struct {
  const gchar *form;
  Triple triple;
} Form;

static gint
compare_forms (gconstpointer a, gconstpointer b)
{
  const Form *x = a, *y = b;
  gint order = g_ascii_strcasecmp (x->form, y->form);

  if (order != 0)
    return order;
  return x->triple.rank < y->triple.rank ? -1 : x->triple.rank > y->triple.rank;
}

static gboolean
gives_form (const RelLexicon *self, guint32 property)
{
  return g_strv_contains (form_properties, get_string (self, property));
}

static void
index_forms (RelLexicon *self)
{
  g_autoptr (GArray) forms = g_array_new (FALSE, FALSE, sizeof (Form));

  for (guint i = 0; i < self->triples->len; i++) {
    Form form = { NULL, g_array_index (self->triples, Triple, i) };
    if (!gives_form (self, form.triple.property))
      continue;
    form.form = get_string (self, form.triple.object);
    g_array_append_val (forms, form);
  }
  g_array_sort (forms, compare_forms);

  self->by_form = g_new (Triple, forms->len);
  for (guint i = 0; i < forms->len; i++) {
    const Form *form = &g_array_index (forms, Form, i);
    self->by_form[i] = form->triple;
    extend_range (self->form_ranges, (gpointer) form->form, i);
  }
}

/* The prefixes that stand for each IRI: IRI → GPtrArray of prefixes. */
static GHashTable *
invert_prefixes (const RelLexicon *self)
{
  GHashTable *by_iri = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer prefix, iri;

  g_hash_table_iter_init (&iter, self->prefixes);
  while (g_hash_table_iter_next (&iter, &prefix, &iri)) {
    GPtrArray *prefixes = g_hash_table_lookup (by_iri, iri);

    if (prefixes == NULL)
      g_hash_table_insert (by_iri, iri, prefixes = g_ptr_array_new ());
    g_ptr_array_add (prefixes, prefix);
  }
  return by_iri;
}

/* Where the local name of an IRI begins: behind its last "#" or "/"; NULL for other strings. */
static const gchar *
find_local_name (const gchar *string)
{
  const gchar *end = strpbrk (string, "#/") != NULL ? string + strlen (string) : NULL;

  while (end != NULL && end > string && end[-1] != '#' && end[-1] != '/')
    end--;
  return end;
}

/* Lets "rel:met" stand for the IRI wherever a caller names one. */
static void
intern_prefixed_names (RelLexicon *self)
{
  g_autoptr (GHashTable) by_iri = invert_prefixes (self);
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < self->strings->len; i++) {
    const gchar *string = get_string (self, i), *local = find_local_name (string);
    GPtrArray *prefixes = NULL;

    if (local != NULL) {
      g_string_truncate (name, 0);
      g_string_append_len (name, string, local - string);
      prefixes = g_hash_table_lookup (by_iri, name->str);
    }
    for (guint k = 0; prefixes != NULL && k < prefixes->len; k++) {
      g_string_printf (name, "%s:%s", (const gchar *) g_ptr_array_index (prefixes, k), local);
      if (!g_hash_table_contains (self->numbers, name->str))
        g_hash_table_insert (self->numbers, g_string_chunk_insert (self->chunk, name->str), GUINT_TO_POINTER (i + 1));
    }
  }
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const gchar *const *) a, *(const gchar *const *) b);
}

/* Paths of the Turtle files of @directory, sorted. (transfer full) */
static gchar **
list_files (const gchar *directory, GError **error)
{
  g_autoptr (GError) reason = NULL;
  GDir *dir = g_dir_open (directory, 0, &reason);

  if (dir == NULL) {
    g_set_error (error, REL_ERROR, REL_ERROR_IO, "%s: the ontology folder cannot be read: %s", directory,
                 reason->message);
    return NULL;
  }

  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  for (const gchar *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    if (g_str_has_suffix (name, ".ttl"))
      g_ptr_array_add (paths, g_build_filename (directory, name, NULL));
  g_dir_close (dir);

  g_ptr_array_sort (paths, compare_names);
  g_ptr_array_add (paths, NULL);
  return (gchar **) g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}

static RelLexicon *
lexicon_alloc (void)
{
  RelLexicon *self = g_new0 (RelLexicon, 1);

  g_mutex_init (&self->lock);
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_part);
  self->chunk = g_string_chunk_new (64u << 10);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->strings = g_ptr_array_new ();
  self->prefixes = g_hash_table_new (g_str_hash, g_str_equal);
  self->triples = g_array_new (FALSE, FALSE, sizeof (Triple));
  self->object_ranges = g_hash_table_new_full (hash_pair, g_direct_equal, NULL, g_free);
  self->subject_ranges = g_hash_table_new_full (hash_pair, g_direct_equal, NULL, g_free);
  self->form_ranges = g_hash_table_new_full (hash_folded, equal_folded, NULL, g_free);
  self->given = g_hash_table_new (NULL, NULL);
  self->known = g_hash_table_new_full (hash_triple, equal_triple, g_free, NULL);
  return self;
}

RelLexicon *
rel_lexicon_new (const gchar *directory, const gchar *const *files, GError **error)
{
  g_return_val_if_fail (directory != NULL, NULL);

  g_auto (GStrv) paths = list_files (directory, error);
  if (paths == NULL)
    return NULL;

  g_autoptr (RelLexicon) self = lexicon_alloc ();
  for (guint i = 0; paths[i] != NULL; i++)
    if (!rel_turtle_read (paths[i], take_triple, take_prefix, self, error))
      return NULL;
  self->n_shipped = self->triples->len;
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    if (!rel_turtle_read (files[i], take_triple, take_prefix, self, error))
      return NULL;

  index_given (self);
  index_subjects_and_objects (self);
  index_forms (self);
  intern_prefixed_names (self);
  g_clear_pointer (&self->triples, g_array_unref);
  return g_steal_pointer (&self);
}

gconstpointer
rel_lexicon_get_part (const RelLexicon *self, const gchar *name, RelLexiconPartFunc load, GDestroyNotify free_data)
{
  RelLexicon *lexicon = (RelLexicon *) self; /* the cache of parts is the only thing that changes, under its lock */
  LexiconPart *part;

  g_mutex_lock (&lexicon->lock);
  part = g_hash_table_lookup (lexicon->parts, name);
  if (part == NULL) {
    part = g_new0 (LexiconPart, 1);
    part->data = load (self);
    part->free_data = free_data;
    g_hash_table_insert (lexicon->parts, g_strdup (name), part);
  }
  g_mutex_unlock (&lexicon->lock);
  return part->data;
}

void
rel_lexicon_free (RelLexicon *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->parts);
  g_mutex_clear (&self->lock);
  g_clear_pointer (&self->triples, g_array_unref);
  g_hash_table_unref (self->given);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->form_ranges);
  g_hash_table_unref (self->subject_ranges);
  g_hash_table_unref (self->object_ranges);
  g_hash_table_unref (self->prefixes);
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->strings);
  g_string_chunk_free (self->chunk);
  g_free (self->by_form);
  g_free (self->objects);
  g_free (self->subjects);
  g_free (self);
}

gboolean
rel_lexicon_has (const RelLexicon *self, const gchar *subject, const gchar *property, const gchar *object)
{
  Triple triple = { 0 };

  return get_number (self, subject, &triple.subject) && get_number (self, property, &triple.property)
         && get_number (self, object, &triple.object) && g_hash_table_contains (self->known, &triple);
}

gboolean
rel_lexicon_is_given (const RelLexicon *self, const gchar *iri)
{
  guint32 number;

  return get_number (self, iri, &number) && g_hash_table_contains (self->given, GUINT_TO_POINTER (number));
}

/* The first subject of the triples of @form that has @property and @class_name, both nullable. */
static const gchar *
find_form (const RelLexicon *self, const gchar *property, const gchar *form, const gchar *class_name)
{
  const Range *range = g_hash_table_lookup (self->form_ranges, form);
  guint32 wanted = 0;

  if (range == NULL || (property != NULL && !get_number (self, property, &wanted)))
    return NULL;

  for (guint32 i = range->first; i < range->first + range->n; i++) {
    const gchar *subject = get_string (self, self->by_form[i].subject);
    if (property != NULL && self->by_form[i].property != wanted)
      continue;
    if (class_name == NULL || rel_lexicon_has (self, subject, RDF_TYPE, class_name))
      return subject;
  }
  return NULL;
}

const gchar *
rel_lexicon_find (const RelLexicon *self, const gchar *form, const gchar *class_name)
{
  return find_form (self, NULL, form, class_name);
}

const gchar *
rel_lexicon_find_by (const RelLexicon *self, const gchar *property, const gchar *form, const gchar *class_name)
{
  return find_form (self, property, form, class_name);
}

static const gchar *const *
get_answers (const RelLexicon *self, GHashTable *ranges, const gchar **answers, const gchar *a, const gchar *b,
             guint *n)
{
  guint32 first, second;
  const Range *range = NULL;

  if (get_number (self, a, &first) && get_number (self, b, &second))
    range = g_hash_table_lookup (ranges, pair_key (first, second));
  *n = range != NULL ? range->n : 0;
  return range != NULL ? answers + range->first : NULL;
}

const gchar *const *
rel_lexicon_get_values (const RelLexicon *self, const gchar *subject, const gchar *property, guint *n_values)
{
  return get_answers (self, self->object_ranges, self->objects, subject, property, n_values);
}

const gchar *
rel_lexicon_get_value (const RelLexicon *self, const gchar *subject, const gchar *property)
{
  guint n;
  const gchar *const *values = rel_lexicon_get_values (self, subject, property, &n);

  return n > 0 ? values[0] : NULL;
}

const gchar *const *
rel_lexicon_get_subjects (const RelLexicon *self, const gchar *property, const gchar *object, guint *n_subjects)
{
  return get_answers (self, self->subject_ranges, self->subjects, property, object, n_subjects);
}

gchar *
rel_lexicon_expand (const RelLexicon *self, const gchar *name)
{
  const gchar *colon = strchr (name, ':');

  if (colon != NULL) {
    g_autofree gchar *prefix = g_strndup (name, colon - name);
    const gchar *iri = g_hash_table_lookup (self->prefixes, prefix);
    if (iri != NULL)
      return g_strconcat (iri, colon + 1, NULL);
  }
  return g_strdup (name);
}
