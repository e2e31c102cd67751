/* Why a proposition is what it is: document and proposition in, text for a person out.
 *
 * The words are told by their number in the tree, so that each slot can be traced to it; what is said of polarity, modality
 * and source names the words of the lexicon that stand in the clause or above it; the weights of the features add up to
 * the logarithm of the odds of the confidence. O(tokens) a tree, O(features log features) a proposition.
 */
#include <semantics/confidence.h>

#include <math.h>
#include <string.h>

#define MAX_FEATURES 8 /* the rest is summed up */

struct _RelExplainer {
  const RelLexicon *lexicon;
  RelWordTable *words;
  RelConfidence *confidence;
};

static const struct {
  const gchar *rule;
  const gchar *description;
} rules[] = {
  { "clause", "a verb and its own subject (Eiffel built the tower)" },
  { "relative", "a verb whose subject is the noun of the relative clause (Eiffel, who built the tower)" },
  { "conjunction", "a verb that shares the subject of the verb before it (Eiffel came and built the tower)" },
  { "control", "an infinitive or participle whose subject stands with the verb above (they asked Eiffel to build)" },
  { "participle", "a participle behind the noun that is its subject (the tower built by Eiffel)" },
  { "adverbial", "an adverbial clause with the subject of the main one (he retired, leaving the firm)" },
  { "copula", "what a form of \"be\" says of its subject (the tower is in Paris)" },
  { "existential", "what \"there is\" says to be, and where (there is a tower in Paris)" },
  { "impersonal", "the clause that an empty \"it\" stands for (it is clear that the tower leans)" },
  { "quotation", "what is quoted before or around its speaker (the talks went well, Lee said)" },
  { "fragment", "a sentence without a verb, which is supplied (Lee in Rome for talks)" },
  { "command", "a verb that tells the reader what to do; \"you\" is supplied (send me the report)" },
  { "note", "a sentence without a subject, which is supplied by its first verb (hope to see you)" },
  { "light", "a verb with a noun that says what is done, and the noun's phrase (they held talks with Italy)" },
  { "apposition", "a noun phrase beside the name it explains; \"is\" is supplied (Lee, the president)" },
  { "title", "a title before a name; \"is\" is supplied (President Lee)" },
  { "role", "whose or where a role is, out of copula, apposition or title (Lee, president of the club)" },
  { "possessive", "what has an owner; \"has\" is supplied (Meloni's daughter)" },
  { "nominalisation", "an event named by a noun, with its doer (Meloni's visit to Seoul)" },
};

/* Classes that bear on polarity, modality or source. */
#define MOOD_CLASSES                                                                                                   \
  (REL_CLASS_REPORTING | REL_CLASS_DENYING | REL_CLASS_DOUBTING | REL_CLASS_FACTIVE | REL_CLASS_IMPLICATIVE            \
   | REL_CLASS_NEGATIVE_IMPLICATIVE | REL_CLASS_PREVENTIVE | REL_CLASS_COMMITMENT | REL_CLASS_PLAN | REL_CLASS_DESIRE  \
   | REL_CLASS_PERMISSION | REL_CLASS_EPISTEMIC | REL_CLASS_OBLIGATION | REL_CLASS_FUTURE_MODAL                        \
   | REL_CLASS_POSSIBLE_MODAL | REL_CLASS_OBLIGATORY_MODAL | REL_CLASS_HYPOTHETICAL_MODAL | REL_CLASS_NEGATION         \
   | REL_CLASS_NEGATIVE_NOUN | REL_CLASS_CONDITION | REL_CLASS_NEGATIVE_MARKER | REL_CLASS_CONTRARY_MARKER             \
   | REL_CLASS_POSSIBLE_ADVERB | REL_CLASS_POSSIBLE_ADJECTIVE | REL_CLASS_PLAN_ADJECTIVE | REL_CLASS_DESIRE_ADJECTIVE  \
   | REL_CLASS_NEGATIVE_ADJECTIVE | REL_CLASS_PLAN_NOUN | REL_CLASS_REPORTING_NOUN | REL_CLASS_ACCUSING)

RelExplainer *
rel_explainer_new (const RelLexicon *lexicon)
{
  RelExplainer *self = g_new0 (RelExplainer, 1);

  self->lexicon = lexicon;
  self->words = rel_word_table_new (lexicon);
  self->confidence = rel_confidence_new (lexicon);
  return self;
}

void
rel_explainer_free (RelExplainer *self)
{
  if (!self)
    return;
  rel_word_table_free (self->words);
  rel_confidence_free (self->confidence);
  g_free (self);
}

const gchar *
rel_rule_get_description (const gchar *rule)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (strcmp (rules[i].rule, rule) == 0)
      return rules[i].description;
  return NULL;
}

static gint32
depth_of (const RelView *view, gint32 token)
{
  gint32 depth = 0;

  while (view->tokens[token].head >= 0 && depth < view->n) {
    token = view->tokens[token].head;
    depth++;
  }
  return depth;
}

gchar *
rel_explainer_write_tree (const RelExplainer *self, RelDocument *document, guint32 sentence)
{
  const RelView *view = rel_view_new (document, sentence, self->lexicon, self->words, NULL);
  GString *text = g_string_new (NULL);

  for (gint32 i = 0; i < view->n; i++) {
    const RelToken *word = &view->tokens[i];
    gint indent = 2 * (gint) MIN (depth_of (view, i), 20);

    g_string_append_printf (text, "  %4d  %*s%s  %s %s", i + 1, indent, "", word->form, rel_upos_get_name (word->upos),
                            rel_deprel_get_name (word->deprel));
    if (word->head >= 0)
      g_string_append_printf (text, " of %d %s", word->head + 1, view->tokens[word->head].form);
    g_string_append_c (text, '\n');
  }
  return g_string_free (text, FALSE);
}

/* "agreed 2, to 3, visit 4". */
static void
append_words (GString *text, const RelView *view, RelTokenList list)
{
  for (guint i = 0; i < list.n; i++)
    g_string_append_printf (text, "%s%s %d", i > 0 ? ", " : "", view->tokens[list.tokens[i]].form, list.tokens[i] + 1);
  if (list.n == 0)
    g_string_append (text, "no words of the sentence");
}

static void
append_slots (GString *text, const RelView *view, const RelProposition *proposition)
{
  g_string_append (text, "    relation    ");
  append_words (text, view, proposition->tokens);
  g_string_append_printf (text, "; lemma \"%s\"%s\n", proposition->lemma, proposition->passive ? ", passive" : "");
  for (guint i = 0; i < proposition->n_arguments; i++) {
    const RelArgument *argument = &proposition->arguments[i];

    g_string_append_printf (text, "    %-10s  ", rel_role_get_name (argument->role));
    append_words (text, view, argument->tokens);
    if (argument->head >= 0)
      g_string_append_printf (text, "; head %d", argument->head + 1);
    if (argument->preposition)
      g_string_append_printf (text, "; preposition \"%s\"", argument->preposition);
    g_string_append_c (text, '\n');
  }
}

/* ", may 3 (possible modal)" for the classes of a word that bear on the mood. */
static void
append_cause (GString *text, const RelExplainer *self, const RelView *view, gint32 token)
{
  RelWordClasses bits = view->classes[token] & MOOD_CLASSES;

  if (bits == 0)
    return;
  g_string_append_printf (text, "%s%s %d (", text->len > 0 ? ", " : "", view->tokens[token].form, token + 1);
  for (gboolean first = TRUE; bits != 0; first = FALSE) {
    const gchar *name = rel_word_classes_pop (&bits);
    const gchar *label = name ? rel_lexicon_get_value (self->lexicon, name, "rdfs:label") : NULL;

    g_string_append_printf (text, "%s%s", first ? "" : ", ", label ? label : "?");
  }
  g_string_append_c (text, ')');
}

static void
append_determiner (GString *text, const RelExplainer *self, const RelView *view, gint32 noun)
{
  gint32 determiner = rel_view_child (view, noun, REL_DEPREL_DET);

  if (determiner >= 0)
    append_cause (text, self, view, determiner);
}

/* Function words of the clause, and noun phrases that deny it. */
static void
append_causes_inside (GString *text, const RelExplainer *self, const RelView *view, gint32 clause)
{
  REL_TREE_EACH_CHILD (view->tree, clause, child)
    switch (view->tokens[child].deprel) {
    case REL_DEPREL_AUX:
    case REL_DEPREL_ADVMOD:
    case REL_DEPREL_MARK:
    case REL_DEPREL_CASE:
    case REL_DEPREL_CC:
    case REL_DEPREL_AMOD:
    case REL_DEPREL_DET:
      append_cause (text, self, view, child);
      break;
    case REL_DEPREL_NSUBJ:
    case REL_DEPREL_NSUBJ_PASS:
    case REL_DEPREL_OBJ:
      if (view->classes[child] & REL_CLASS_NEGATIVE_NOUN)
        append_cause (text, self, view, child);
      else
        append_determiner (text, self, view, child);
      break;
    default:
      break;
    }
}

/* The words of the lexicon in the clause of the proposition and in those above it. */
static gchar *
find_causes (const RelExplainer *self, const RelView *view, const RelProposition *proposition)
{
  GString *text = g_string_new (NULL);
  gint32 token = proposition->predicate, before = -1;

  /* all verbs of a chain but the last: "agreed to visit" */
  for (guint i = 0; i < proposition->tokens.n; i++) {
    gint32 verb = proposition->tokens.tokens[i];

    if (view->tokens[verb].upos != REL_UPOS_VERB)
      continue;
    if (before >= 0)
      append_cause (text, self, view, before);
    before = verb;
  }
  append_causes_inside (text, self, view, token);
  for (gint32 steps = 0; view->tokens[token].head >= 0 && steps < view->n; steps++) {
    token = view->tokens[token].head;
    append_cause (text, self, view, token);
    append_causes_inside (text, self, view, token);
  }
  for (gint32 i = view->n - 1; i >= 0 && view->tokens[i].upos == REL_UPOS_PUNCT; i--)
    if (view->tokens[i].form[0] == '?') {
      g_string_append_printf (text, "%s%s %d", text->len > 0 ? ", " : "", view->tokens[i].form, i + 1);
      break;
    }
  return g_string_free (text, FALSE);
}

static void
append_mood (GString *text, const RelExplainer *self, const RelView *view, const RelProposition *proposition)
{
  g_autofree gchar *causes = find_causes (self, view, proposition);

  g_string_append_printf (text, "    polarity    %s\n",
                          proposition->polarity == REL_POLARITY_NEGATIVE ? "negative" : "positive");
  g_string_append_printf (text, "    modality    %s\n",
                          proposition->modality == REL_MODALITY_FACT ? "fact"
                                                                     : rel_modality_get_name (proposition->modality));
  if (proposition->source_text)
    g_string_append_printf (text, "    source      %s\n", proposition->source_text);
  if (causes[0] != '\0')
    g_string_append_printf (text, "    mood words  %s\n", causes);
}

typedef struct {
  const gchar *name;
  gdouble weight;
} Feature;

static gint
compare_features (gconstpointer a, gconstpointer b)
{
  const Feature *left = a, *right = b;
  gdouble difference = fabs (right->weight) - fabs (left->weight);

  return difference > 0 ? 1 : difference < 0 ? -1 : strcmp (left->name, right->name);
}

static void
append_confidence (GString *text, const RelExplainer *self, const RelDocument *document,
                   const RelProposition *proposition)
{
  g_autofree gchar *description = rel_proposition_describe (document, proposition);
  g_auto (GStrv) names = g_strsplit (description, " ", -1);
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (Feature));
  gchar number[G_ASCII_DTOSTR_BUF_SIZE];
  gdouble rest = 0;

  for (guint i = 0; names[i]; i++) {
    const Feature feature = { names[i], rel_confidence_get_weight (self->confidence, names[i]) };

    g_array_append_val (features, feature);
  }
  g_array_sort (features, compare_features);
  g_string_append_printf (
    text, "    confidence  %s:", g_ascii_formatd (number, sizeof number, "%.4f", proposition->confidence));
  for (guint i = 0; i < features->len; i++) {
    const Feature *feature = &g_array_index (features, Feature, i);

    if (i >= MAX_FEATURES)
      rest += feature->weight;
    else
      g_string_append_printf (text, " %s %s,", feature->name,
                              g_ascii_formatd (number, sizeof number, "%+.2f", feature->weight));
  }
  g_string_append_printf (text, " all others %s\n", g_ascii_formatd (number, sizeof number, "%+.2f", rest));
}

gchar *
rel_explainer_write_proposition (const RelExplainer *self, RelDocument *document, const RelProposition *proposition)
{
  const RelView *view = rel_view_new (document, proposition->sentence, self->lexicon, self->words, NULL);
  const gchar *description = rel_rule_get_description (proposition->rule);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "    rule        %s: %s%s\n", proposition->rule, description ? description : "",
                          proposition->inferred ? "; holds supplied words" : "");
  append_slots (text, view, proposition);
  append_mood (text, self, view, proposition);
  append_confidence (text, self, document, proposition);
  return g_string_free (text, FALSE);
}
