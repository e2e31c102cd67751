/* Words of the lexicon and their classes: one hash table from label to bits, filled class by class. O(words) to make,
 * O(1) a look. */
#include <semantics/word_class.h>

#include <string.h>

static const struct {
  const gchar *name; /* in ontology/80-lexicon-en.ttl */
  RelWordClasses bit;
} classes[] = {
  { "rel:ReportingVerb", REL_CLASS_REPORTING },
  { "rel:DenyingVerb", REL_CLASS_DENYING },
  { "rel:DoubtingVerb", REL_CLASS_DOUBTING },
  { "rel:FactiveVerb", REL_CLASS_FACTIVE },
  { "rel:ImplicativeVerb", REL_CLASS_IMPLICATIVE },
  { "rel:NegativeImplicativeVerb", REL_CLASS_NEGATIVE_IMPLICATIVE },
  { "rel:PreventiveVerb", REL_CLASS_PREVENTIVE },
  { "rel:AspectVerb", REL_CLASS_ASPECT },
  { "rel:CommitmentVerb", REL_CLASS_COMMITMENT },
  { "rel:PlanVerb", REL_CLASS_PLAN },
  { "rel:DesireVerb", REL_CLASS_DESIRE },
  { "rel:CausativeVerb", REL_CLASS_CAUSATIVE },
  { "rel:PermissionVerb", REL_CLASS_PERMISSION },
  { "rel:EpistemicVerb", REL_CLASS_EPISTEMIC },
  { "rel:ObligationVerb", REL_CLASS_OBLIGATION },
  { "rel:SubjectControlVerb", REL_CLASS_SUBJECT_CONTROL },
  { "rel:LightVerb", REL_CLASS_LIGHT },
  { "rel:CopulaVerb", REL_CLASS_COPULA },
  { "rel:BecomingVerb", REL_CLASS_BECOMING },
  { "rel:FutureModal", REL_CLASS_FUTURE_MODAL },
  { "rel:PossibleModal", REL_CLASS_POSSIBLE_MODAL },
  { "rel:ObligatoryModal", REL_CLASS_OBLIGATORY_MODAL },
  { "rel:HypotheticalModal", REL_CLASS_HYPOTHETICAL_MODAL },
  { "rel:NegationWord", REL_CLASS_NEGATION },
  { "rel:NegativeNoun", REL_CLASS_NEGATIVE_NOUN },
  { "rel:ConditionMarker", REL_CLASS_CONDITION },
  { "rel:NegativeMarker", REL_CLASS_NEGATIVE_MARKER },
  { "rel:ContraryMarker", REL_CLASS_CONTRARY_MARKER },
  { "rel:CauseMarker", REL_CLASS_CAUSE_MARKER },
  { "rel:PurposeMarker", REL_CLASS_PURPOSE_MARKER },
  { "rel:TimeMarker", REL_CLASS_TIME_MARKER },
  { "rel:PlaceMarker", REL_CLASS_PLACE_MARKER },
  { "rel:PossibleAdverb", REL_CLASS_POSSIBLE_ADVERB },
  { "rel:ConjunctiveAdverb", REL_CLASS_CONJUNCTIVE_ADVERB },
  { "rel:DegreeAdverb", REL_CLASS_DEGREE_ADVERB },
  { "rel:PossibleAdjective", REL_CLASS_POSSIBLE_ADJECTIVE },
  { "rel:PlanAdjective", REL_CLASS_PLAN_ADJECTIVE },
  { "rel:DesireAdjective", REL_CLASS_DESIRE_ADJECTIVE },
  { "rel:NegativeAdjective", REL_CLASS_NEGATIVE_ADJECTIVE },
  { "rel:PlanNoun", REL_CLASS_PLAN_NOUN },
  { "rel:ReportingNoun", REL_CLASS_REPORTING_NOUN },
  { "rel:LightNoun", REL_CLASS_LIGHT_NOUN },
  { "rel:EventNoun", REL_CLASS_EVENT_NOUN },
  { "rel:RoleNoun", REL_CLASS_ROLE_NOUN },
  { "rel:PersonTitle", REL_CLASS_PERSON_TITLE },
  { "rel:TimeNoun", REL_CLASS_TIME_NOUN },
  { "rel:PlaceNoun", REL_CLASS_PLACE_NOUN },
  { "rel:MannerNoun", REL_CLASS_MANNER_NOUN },
  { "rel:QuantityNoun", REL_CLASS_QUANTITY_NOUN },
  { "rel:PlacePreposition", REL_CLASS_PLACE_PREPOSITION },
  { "rel:TimeAdverb", REL_CLASS_TIME_ADVERB },
  { "rel:PlaceAdverb", REL_CLASS_PLACE_ADVERB },
  { "rel:PrepositionalParticiple", REL_CLASS_PREPOSITIONAL_PARTICIPLE },
  { "rel:VerbParticle", REL_CLASS_VERB_PARTICLE },
  { "rel:MeansMarker", REL_CLASS_MEANS_MARKER },
  { "rel:TermNoun", REL_CLASS_TERM_NOUN },
  { "rel:AddresseeVerb", REL_CLASS_ADDRESSEE },
  { "rel:InfinitiveVerb", REL_CLASS_INFINITIVE },
  { "rel:AccusingWord", REL_CLASS_ACCUSING },
  { "rel:JudgingVerb", REL_CLASS_JUDGING },
  { "rel:FictionWord", REL_CLASS_FICTION },
  { "rel:OpposingWord", REL_CLASS_OPPOSING },
  { "rel:EndingVerb", REL_CLASS_ENDING },
  { "rel:ShowingVerb", REL_CLASS_SHOWING },
  { "rel:ReportingAdjective", REL_CLASS_REPORTING },
  { "rel:FactiveAdjective", REL_CLASS_FACTIVE },
  { "rel:TrueAdjective", REL_CLASS_IMPLICATIVE },
};

/* Bits of the classes in a row of the table, first to last. */
#define BITS_BELOW(bit) (((bit) << 1) - 1)
#define VERB_CLASSES                                                                                                   \
  (BITS_BELOW (REL_CLASS_BECOMING) | REL_CLASS_ADDRESSEE | REL_CLASS_JUDGING | REL_CLASS_ENDING | REL_CLASS_SHOWING)
/* "glad that", "certain that": classes that adjectives have in common with verbs. */
#define SHARED_CLASSES (REL_CLASS_REPORTING | REL_CLASS_FACTIVE | REL_CLASS_IMPLICATIVE)
#define ADJECTIVE_CLASSES (BITS_BELOW (REL_CLASS_NEGATIVE_ADJECTIVE) & ~BITS_BELOW (REL_CLASS_DEGREE_ADVERB))
#define NOUN_CLASSES (BITS_BELOW (REL_CLASS_QUANTITY_NOUN) & ~BITS_BELOW (REL_CLASS_NEGATIVE_ADJECTIVE))

typedef struct {
  RelWordClasses bits;
  gboolean begins_phrase; /* "call" of "call off" */
} Entry;

struct _RelWordTable {
  GHashTable *entries; /* lower-case label → Entry* */
};

static Entry *
get_entry (RelWordTable *self, const gchar *key)
{
  Entry *entry = g_hash_table_lookup (self->entries, key);

  if (!entry) {
    entry = g_new0 (Entry, 1);
    g_hash_table_insert (self->entries, g_strdup (key), entry);
  }
  return entry;
}

static void
add_label (RelWordTable *self, const gchar *label, RelWordClasses bit)
{
  g_autofree gchar *key = g_ascii_strdown (label, -1);
  const gchar *blank = strchr (key, ' ');

  get_entry (self, key)->bits |= bit;
  if (blank) {
    g_autofree gchar *first = g_strndup (key, (gsize) (blank - key));

    get_entry (self, first)->begins_phrase = TRUE;
  }
}

RelWordTable *
rel_word_table_new (const RelLexicon *lexicon)
{
  RelWordTable *self = g_new0 (RelWordTable, 1);

  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++) {
    guint n_words = 0;
    const gchar *const *words = rel_lexicon_get_subjects (lexicon, "rdf:type", classes[i].name, &n_words);

    for (guint k = 0; k < n_words; k++) {
      guint n_labels = 0;
      const gchar *const *labels = rel_lexicon_get_values (lexicon, words[k], "rdfs:label", &n_labels);

      for (guint m = 0; m < n_labels; m++)
        add_label (self, labels[m], classes[i].bit);
    }
  }
  return self;
}

void
rel_word_table_free (RelWordTable *self)
{
  if (!self)
    return;
  g_hash_table_unref (self->entries);
  g_free (self);
}

#define MAX_LABEL 64 /* bytes; longer words are in no class */

static const Entry *
find_entry (const RelWordTable *self, const gchar *word)
{
  gchar key[MAX_LABEL];
  gsize length = word ? strlen (word) : 0;

  if (length == 0 || length >= sizeof key)
    return NULL;
  for (gsize i = 0; i <= length; i++)
    key[i] = g_ascii_tolower (word[i]);
  return g_hash_table_lookup (self->entries, key);
}

static RelWordClasses
look_up (const RelWordTable *self, const gchar *word)
{
  const Entry *entry = find_entry (self, word);

  return entry ? entry->bits : 0;
}

gboolean
rel_word_table_begins_phrase (const RelWordTable *self, const RelToken *token)
{
  const Entry *lemma = find_entry (self, token->lemma), *form = find_entry (self, token->form);

  return (lemma && lemma->begins_phrase) || (form && form->begins_phrase);
}

RelWordClasses
rel_word_table_get_phrase (const RelWordTable *self, const gchar *word, const RelToken *rest, gint32 n)
{
  gchar label[MAX_LABEL];
  gsize length = word ? g_strlcpy (label, word, sizeof label) : sizeof label;

  for (gint32 i = 0; i < n && length < sizeof label; i++) {
    g_strlcat (label, " ", sizeof label);
    length = g_strlcat (label, rest[i].form, sizeof label);
  }
  return length < sizeof label ? look_up (self, label) : 0;
}

RelWordClasses
rel_word_table_get (const RelWordTable *self, const RelToken *token)
{
  RelWordClasses bits = look_up (self, token->lemma);

  if (bits == 0)
    bits = look_up (self, token->form);
  if (token->upos != REL_UPOS_VERB && token->upos != REL_UPOS_AUX)
    bits &= token->upos == REL_UPOS_ADJ ? ~(VERB_CLASSES & ~SHARED_CLASSES) : ~VERB_CLASSES;
  if (token->upos != REL_UPOS_NOUN && token->upos != REL_UPOS_PROPN && token->upos != REL_UPOS_SYM
      && token->upos != REL_UPOS_NUM && token->upos != REL_UPOS_PRON && token->upos != REL_UPOS_DET)
    bits &= ~NOUN_CLASSES;
  if (token->upos != REL_UPOS_ADJ && token->upos != REL_UPOS_VERB)
    bits &= ~ADJECTIVE_CLASSES;
  return bits;
}

const gchar *
rel_word_classes_pop (RelWordClasses *bits)
{
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (*bits & classes[i].bit) {
      *bits &= ~classes[i].bit;
      return classes[i].name;
    }
  *bits = 0;
  return NULL;
}
