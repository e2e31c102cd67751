/* Annotated documents as CoNLL-U (https://universaldependencies.org/format.html), ten columns, mentions of entities as
 * nested brackets in MISC as in GUM: "Entity=(3-person" where one begins, "3)" where it ends, "(3-person)" on a single
 * word. Where no entities were sought, names stand as "NER=B-PER". At predicates "Sense=01" is the number of the roleset
 * of PropBank and "Roles=ARG0:3,ARG1:7" the roles of the words that head the arguments.
 *
 * Comments of CoNLL-U input are kept; those that it lacks are added.
 */
#include <relata/writers.h>

#include <string.h>

#define ENTITY_COMMENT "# global.Entity"
#define FLUSH_BYTES (64u << 10) /* so much is collected before it is written: a system call is dear */

/* One sentence on its way out. */
typedef struct {
  const RelDocument *document;
  const RelSentence *sentence;
  const RelToken *tokens; /* [sentence->n_tokens] */
  guint first_mention;    /* mentions [first_mention, end_mention) of the document are in the sentence */
  guint end_mention;
} Place;

/* The document's text in @span on one line. */
static void
append_text (GString *out, const RelDocument *document, RelSpan span)
{
  gboolean was_space = FALSE;

  for (guint32 i = span.start; i < span.end; i++) {
    gchar c = document->text[i];
    gboolean is_space = c == '\n' || c == '\r' || c == '\t' || c == ' ';

    if (!is_space)
      g_string_append_c (out, c);
    else if (!was_space)
      g_string_append_c (out, ' ');
    was_space = is_space;
  }
}

/* Whether a comment line begins with @start. */
static gboolean
has_comment (const gchar *comments, const gchar *start)
{
  gsize n = strlen (start);

  for (const gchar *line = comments; line != NULL && *line != '\0';) {
    const gchar *end = strchr (line, '\n');

    if (strncmp (line, start, n) == 0)
      return TRUE;
    line = end != NULL ? end + 1 : NULL;
  }
  return FALSE;
}

/* The comments of the input, but not what they say of Entity= items, which are now others. */
static void
append_old_comments (GString *out, const gchar *comments)
{
  for (const gchar *line = comments; line != NULL && *line != '\0';) {
    const gchar *end = strchr (line, '\n');
    gsize n = end != NULL ? (gsize) (end - line) + 1 : strlen (line);

    if (!g_str_has_prefix (line, ENTITY_COMMENT))
      g_string_append_len (out, line, (gssize) n);
    line = end != NULL ? end + 1 : NULL;
  }
}

static void
append_comments (GString *out, const Place *place, guint index)
{
  const RelDocument *document = place->document;
  const RelSentence *sentence = place->sentence;
  const gchar *old = sentence->comments;

  if (index == 0 && !has_comment (old, "# newdoc"))
    g_string_append_printf (out, "# newdoc id = %s\n", document->id);
  append_old_comments (out, old);
  if (index == 0 && document->n_entities > 0)
    g_string_append (out, ENTITY_COMMENT " = GRP-etype\n");
  if (old == NULL && (index == 0 || sentence->paragraph != sentence[-1].paragraph))
    g_string_append (out, "# newpar\n");
  if (!has_comment (old, "# sent_id")) {
    if (sentence->sent_id != NULL)
      g_string_append_printf (out, "# sent_id = %s\n", sentence->sent_id);
    else
      g_string_append_printf (out, "# sent_id = %s-%u\n", document->id, index + 1);
  }
  if (!has_comment (old, "# text =")) {
    g_string_append (out, "# text = ");
    append_text (out, document, sentence->span);
    g_string_append_c (out, '\n');
  }
}

/* What one mention is for token @t: all of it, its begin or its end. The adjective of a place is no mention in GUM. */
static gboolean
mention_is_word (const RelMention *mention, guint t)
{
  return mention->first == (gint32) t && mention->end == mention->first + 1 && mention->form != REL_MENTION_DEMONYM;
}

static gboolean
mention_begins (const RelMention *mention, guint t)
{
  return mention->first == (gint32) t && mention->end > mention->first + 1 && mention->form != REL_MENTION_DEMONYM;
}

static gboolean
mention_ends (const RelMention *mention, guint t)
{
  return mention->end == (gint32) t + 1 && mention->first < (gint32) t && mention->form != REL_MENTION_DEMONYM;
}

/* The number of the chain: GUM counts appositions and predicates to that of what they describe; what a mention probably
 * means counts too. */
static guint32
get_group (const RelDocument *document, const RelMention *mention)
{
  guint32 entity = mention->entity;

  for (guint steps = 0; steps < document->n_mentions && document->entities[entity].n_mentions > 0; steps++) {
    const RelMention *first = &document->mentions[document->entities[entity].mentions[0]];

    if (first->takes_up == 0)
      break;
    entity = document->mentions[first->takes_up - 1].entity;
  }
  return entity + 1;
}

static void
append_opening (GString *out, const RelDocument *document, const RelMention *mention)
{
  g_string_append_printf (out, "(%u-%s", get_group (document, mention), rel_entity_type_get_name (mention->type));
}

/* Where mentions nest, brackets that open, outermost first, then single words, then those that close, innermost first.
 * Where one begins on the last word of another, it opens behind: "(2-time1)" would read as a single word. */
static void
append_brackets (GString *out, const Place *place, guint t)
{
  const RelMention *mentions = place->document->mentions;
  gboolean crosses = FALSE;

  for (guint i = place->first_mention; i < place->end_mention; i++)
    crosses = crosses || mention_ends (&mentions[i], t);
  for (guint i = place->first_mention; i < place->end_mention; i++)
    if (mention_begins (&mentions[i], t) && !crosses)
      append_opening (out, place->document, &mentions[i]);
  for (guint i = place->first_mention; i < place->end_mention; i++)
    if (mention_is_word (&mentions[i], t)) {
      append_opening (out, place->document, &mentions[i]);
      g_string_append_c (out, ')');
    }
  for (guint i = place->end_mention; i-- > place->first_mention;)
    if (mention_ends (&mentions[i], t))
      g_string_append_printf (out, "%u)", get_group (place->document, &mentions[i]));
  for (guint i = place->first_mention; i < place->end_mention; i++)
    if (mention_begins (&mentions[i], t) && crosses)
      append_opening (out, place->document, &mentions[i]);
}

static gboolean
has_brackets (const Place *place, guint t)
{
  const RelMention *mentions = place->document->mentions;

  for (guint i = place->first_mention; i < place->end_mention; i++)
    if (mention_is_word (&mentions[i], t) || mention_begins (&mentions[i], t) || mention_ends (&mentions[i], t))
      return TRUE;
  return FALSE;
}

/* Begins a further item. */
static void
append_item (GString *out, gsize start, const gchar *name)
{
  if (out->len > start)
    g_string_append_c (out, '|');
  g_string_append (out, name);
  g_string_append_c (out, '=');
}

static void
append_roles (GString *out, gsize start, const RelToken *token)
{
  if (token->n_roles > 0)
    append_item (out, start, "Roles");
  for (guint k = 0; k < token->n_roles; k++)
    g_string_append_printf (out, "%s%s:%u", k > 0 ? "," : "", rel_propbank_role_get_name (token->roles[k].role),
                            token->roles[k].token + 1);
  if (token->sense != NULL) {
    append_item (out, start, "Sense");
    g_string_append (out, token->sense);
  }
}

/* Items in the order of the alphabet, parted by bars; "_" for none. */
static void
append_misc (GString *out, const Place *place, guint t, gboolean space_after)
{
  const RelToken *token = &place->tokens[t];
  gsize start = out->len;

  if (has_brackets (place, t)) {
    append_item (out, start, "Entity");
    append_brackets (out, place, t);
  } else if (place->document->n_entities == 0 && token->name != REL_NAME_NONE) {
    g_string_append_printf (out, "NER=%c-%s", token->name_begins ? 'B' : 'I', rel_name_type_get_name (token->name));
  }
  append_roles (out, start, token);
  if (!space_after) {
    append_item (out, start, "SpaceAfter");
    g_string_append (out, "No");
  }
  if (out->len == start)
    g_string_append_c (out, '_');
}

static const gchar *
or_underscore (const gchar *value)
{
  return value != NULL && *value != '\0' ? value : "_";
}

static void
append_surface (GString *out, const Place *place, guint t)
{
  guint last = MIN (t + place->tokens[t].n_words, place->sentence->n_tokens) - 1;
  RelSpan span = { place->tokens[t].span.start, place->tokens[last].span.end };

  g_string_append_printf (out, "%u-%u\t", t + 1, last + 1);
  append_text (out, place->document, span);
  g_string_append_printf (out, "\t_\t_\t_\t_\t_\t_\t_\t%s\n", place->tokens[last].space_after ? "_" : "SpaceAfter=No");
}

/* A word that nothing is known of yet has no lemma. */
static void
append_word (GString *out, const Place *place, guint t, gboolean in_surface)
{
  const RelToken *token = &place->tokens[t];

  g_string_append_printf (out, "%u\t%s\t", t + 1, token->form);
  if (token->lemma == NULL)
    g_string_append (out, "_\t_\t_\t_\t_\t_\t_\t");
  else
    g_string_append_printf (out, "%s\t%s\t%s\t%s\t%d\t%s\t_\t", or_underscore (token->lemma),
                            rel_upos_get_name (token->upos), or_underscore (token->xpos), or_underscore (token->feats),
                            token->head + 1, token->head < 0 ? "root" : rel_deprel_get_name (token->deprel));
  append_misc (out, place, t, in_surface || token->space_after);
  g_string_append_c (out, '\n');
}

static void
append_sentence (GString *out, const Place *place)
{
  guint surface_end = 0; /* token behind the multiword token that is open */

  for (guint t = 0; t < place->sentence->n_tokens; t++) {
    if (place->tokens[t].n_words > 1) {
      append_surface (out, place, t);
      surface_end = t + place->tokens[t].n_words;
    }
    append_word (out, place, t, t < surface_end);
  }
  g_string_append_c (out, '\n');
}

gboolean
rel_document_write_conllu (const RelDocument *document, GOutputStream *stream, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  Place place = { .document = document };

  g_return_val_if_fail (document != NULL && stream != NULL, FALSE);

  for (guint i = 0; i < document->n_sentences; i++) {
    place.sentence = &document->sentences[i];
    place.tokens = rel_sentence_get_tokens (document, place.sentence);
    place.first_mention = place.end_mention;
    while (place.end_mention < document->n_mentions && document->mentions[place.end_mention].sentence <= i)
      place.end_mention++;
    append_comments (out, &place, i);
    append_sentence (out, &place);
    if (out->len < FLUSH_BYTES)
      continue;
    if (!g_output_stream_write_all (stream, out->str, out->len, NULL, NULL, error))
      return FALSE;
    g_string_truncate (out, 0);
  }
  return g_output_stream_write_all (stream, out->str, out->len, NULL, NULL, error);
}
