/* What is known of a proposition that tells how likely it is right: its rule, its place in the tree, the parser's margins, the
 * semantic roles, number, kinds, lengths and distances of its arguments. Numbers are put into classes, each with a weight of
 * its own. */
#include <semantics/confidence.h>

#include <stdarg.h>
#include <string.h>

static void add (GString *features, const gchar *format, ...) G_GNUC_PRINTF (2, 3);

static void
add (GString *features, const gchar *format, ...)
{
  va_list arguments;

  if (features->len > 0)
    g_string_append_c (features, ' ');
  va_start (arguments, format);
  g_string_append_vprintf (features, format, arguments);
  va_end (arguments);
}

/* The class of a length: bounds grow by a half to double. */
static guint
length_class (guint n)
{
  static const guint bounds[] = { 0, 1, 2, 4, 7, 11, 17, 25, 40 };
  guint k = 0;

  while (k < G_N_ELEMENTS (bounds) && n > bounds[k])
    k++;
  return k;
}

static guint
margin_class (gfloat margin)
{
  static const gfloat bounds[] = { 0.5f, 1.5f, 3.0f, 5.0f, 8.0f };
  guint k = 0;

  while (k < G_N_ELEMENTS (bounds) && margin > bounds[k])
    k++;
  return k;
}

static guint
depth_of (const RelToken *tokens, guint n, gint32 token)
{
  guint depth = 0;

  while (token >= 0 && depth < n) {
    token = tokens[token].head;
    depth++;
  }
  return depth;
}

static void
add_arguments (GString *features, const RelToken *tokens, const RelProposition *proposition)
{
  guint n_words = proposition->tokens.n;

  for (guint i = 0; i < proposition->n_arguments; i++) {
    const RelArgument *argument = &proposition->arguments[i];
    const RelToken *head = argument->head >= 0 ? &tokens[argument->head] : NULL;

    n_words += argument->tokens.n;
    if (i == 0) {
      add (features, "subject=%s subject-length=%u", head ? rel_upos_get_name (head->upos) : "supplied",
           length_class (argument->tokens.n));
    } else if (!head) {
      continue;
    } else if (i == 1) {
      add (features, "object=%s object-role=%s object-length=%u", rel_upos_get_name (head->upos),
           rel_role_get_name (argument->role), length_class (argument->tokens.n));
      if (argument->preposition)
        add (features, "object-preposition=%.*s", (gint) strcspn (argument->preposition, " "), argument->preposition);
      add (features, "%s-object-length=%u", proposition->rule, length_class (argument->tokens.n));
    } else {
      add (features, "further=%s", rel_role_get_name (argument->role));
    }
  }
  add (features, "arguments=%u length=%u %s-arguments=%u", MIN (proposition->n_arguments, 5), length_class (n_words),
       proposition->rule, MIN (proposition->n_arguments, 5));
}

static void
add_margins (GString *features, const RelToken *tokens, const RelProposition *proposition)
{
  gfloat least = tokens[proposition->predicate].margin;

  for (guint i = 0; i < proposition->n_arguments; i++)
    if (proposition->arguments[i].head >= 0)
      least = MIN (least, tokens[proposition->arguments[i].head].margin);
  add (features, "margin=%u least-margin=%u", margin_class (tokens[proposition->predicate].margin),
       margin_class (least));
}

/* What the clause hangs on. */
static void
add_governor (GString *features, const RelToken *tokens, const RelProposition *proposition)
{
  gint32 governor = tokens[proposition->predicate].head;

  if (governor < 0)
    return;
  add (features, "above=%s above-deprel=%s", rel_upos_get_name (tokens[governor].upos),
       rel_deprel_get_name (tokens[governor].deprel));
  add (features, "%s-below=%s", proposition->rule, rel_deprel_get_name (tokens[governor].deprel));
}

/* How far the relation lies from subject and object, and how many gaps it has. */
static void
add_distances (GString *features, const RelProposition *proposition)
{
  const RelTokenList relation = proposition->tokens, subject = proposition->arguments[0].tokens;
  guint n_gaps = 0;

  if (relation.n == 0)
    return;
  for (guint i = 0; i + 1 < relation.n; i++)
    n_gaps += relation.tokens[i + 1] - relation.tokens[i] > 1;
  add (features, "gaps=%u", MIN (n_gaps, 3));
  if (subject.n > 0) {
    gint32 distance = relation.tokens[0] - subject.tokens[subject.n - 1];

    add (features, "subject-distance=%d", distance < 0 ? -1 : (gint) length_class ((guint) distance));
  }
  if (proposition->n_arguments > 1 && proposition->arguments[1].tokens.n > 0)
    add (features, "object-distance=%d",
         CLAMP (proposition->arguments[1].tokens.tokens[0] - relation.tokens[relation.n - 1], -3, 4));
}

/* The semantic role in which a verb of the relation has the argument, NULL: none has it. */
static const RelRoleArc *
find_role_arc (const RelToken *tokens, const RelProposition *proposition, const RelArgument *argument)
{
  for (guint k = proposition->tokens.n; k-- > 0;) {
    const RelToken *verb = &tokens[proposition->tokens.tokens[k]];

    for (guint i = 0; i < verb->n_roles; i++)
      if ((gint32) verb->roles[i].token == argument->head)
        return &verb->roles[i];
  }
  return NULL;
}

/* What the semantic roles say of the arguments: where they agree with the tree, both are more likely right. */
static void
add_semantic_roles (GString *features, const RelToken *tokens, const RelProposition *proposition)
{
  static const gchar *const places[] = { "subject", "object", "further" };

  for (guint i = 0; i < proposition->n_arguments; i++) {
    const RelRoleArc *arc = find_role_arc (tokens, proposition, &proposition->arguments[i]);
    const gchar *role = arc ? rel_propbank_role_get_name (arc->role) : "none", *place = places[MIN (i, 2)];

    add (features, "%s-as=%s", place, role);
    if (i == 0)
      add (features, "%s-subject-as=%s", proposition->rule, role);
    if (i < 2)
      add (features, "%s-as-margin=%u", place, margin_class (arc ? arc->margin : 0));
  }
}

gchar *
rel_proposition_describe (const RelDocument *document, const RelProposition *proposition)
{
  GString *features = g_string_new ("bias");
  const RelSentence *sentence = &document->sentences[proposition->sentence];
  const RelToken *tokens = rel_sentence_get_tokens (document, sentence);
  const RelToken *predicate = &tokens[proposition->predicate];

  add (features, "rule=%s deprel=%s predicate=%s", proposition->rule, rel_deprel_get_name (predicate->deprel),
       predicate->xpos && predicate->xpos[0] != '\0' ? predicate->xpos : "_");
  add (features, "depth=%u words=%u", MIN (depth_of (tokens, sentence->n_tokens, proposition->predicate), 7),
       length_class (sentence->n_tokens));
  add (features, "relation-length=%u", length_class (proposition->tokens.n));
  if (proposition->passive)
    add (features, "passive");
  if (proposition->polarity == REL_POLARITY_NEGATIVE)
    add (features, "negative");
  if (proposition->modality != REL_MODALITY_FACT)
    add (features, "modality=%s", rel_modality_get_name (proposition->modality));
  if (proposition->source >= 0)
    add (features, "source");
  add_arguments (features, tokens, proposition);
  add_margins (features, tokens, proposition);
  add_semantic_roles (features, tokens, proposition);
  add_governor (features, tokens, proposition);
  add_distances (features, proposition);
  return g_string_free (features, FALSE);
}
