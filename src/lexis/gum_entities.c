/* From GUM's mentions (Zeldes 2017) to training data: for each token the type of the shortest mention that it is the
 * head of, and names as BIO tags.
 *
 *   Entity=(8-organization-new-nnnnn-cf3-3,5,6-sgl-University_of_Portsmouth ... Entity=9)8)
 *
 * A name is what stands around a proper noun that heads a mention, without articles, titles (nmod:desc) and what
 * follows in apposition. Persons, organizations and places become PER, ORG and LOC; other proper names, and peoples
 * ("Americans"), MISC. Where mentions are nested, the outermost name counts.
 */
#include "lexis/gum_entities.h"

#include "lexis/name_span.h"

#include <stdlib.h>
#include <string.h>

static const gchar *const entity_types[]
  = { "abstract", "animal", "event", "object", "organization", "person", "place", "plant", "substance", "time" };

typedef struct {
  gint group;  /* GRP */
  gint type;   /* index into entity_types */
  guint first; /* tokens [first, end) of the document */
  guint end;   /* 0: open */
} Mention;

/* Finds the value of Entity= in a MISC field. */
static const gchar *
find_entity_item (const gchar *misc)
{
  const gchar *p = g_str_has_prefix (misc, "Entity=") ? misc : strstr (misc, "|Entity=");

  return p == NULL ? NULL : strchr (p, '=') + 1;
}

static gint
find_entity_type (const gchar *name, gsize n_bytes)
{
  for (guint t = 0; t < G_N_ELEMENTS (entity_types); t++)
    if (strlen (entity_types[t]) == n_bytes && strncmp (entity_types[t], name, n_bytes) == 0)
      return (gint) t;
  return -1;
}

static void
close_mention (GArray *mentions, gint group, guint end)
{
  for (guint k = mentions->len; k-- > 0;) {
    Mention *mention = &g_array_index (mentions, Mention, k);

    if (mention->group == group && mention->end == 0) {
      mention->end = end;
      return;
    }
  }
}

/* Reads one value of Entity=, at token @token. */
static void
read_entity_item (const gchar *p, guint token, GArray *mentions)
{
  while (*p != '\0' && *p != '|') {
    gboolean opens = *p == '(';
    gchar *end = NULL;
    gint group = (gint) strtol (p + opens, &end, 10);

    if (opens) {
      const gchar *type = *end == '-' ? end + 1 : end;
      Mention mention = { group, find_entity_type (type, strcspn (type, "-()|")), token, 0 };

      g_array_append_val (mentions, mention);
    }
    p = end + strcspn (end, "()|");
    if (*p == ')') {
      close_mention (mentions, group, token + 1);
      p++;
    }
  }
}

/* Longer first, so that outer names come before those inside them. */
static gint
compare_mentions (gconstpointer a, gconstpointer b)
{
  const Mention *left = a, *right = b;
  guint n_left = left->end - left->first, n_right = right->end - right->first;

  if (n_left != n_right)
    return n_left > n_right ? -1 : 1;
  return left->first < right->first ? -1 : left->first > right->first;
}

/* The token of the mention whose head lies outside; -1 when the mention is not inside the sentence. */
static gint32
find_head (const RelToken *tokens, guint n, guint first, guint end)
{
  if (end > n)
    return -1;
  for (guint i = first; i < end; i++)
    if (tokens[i].head < (gint32) first || tokens[i].head >= (gint32) end)
      return (gint32) i;
  return -1;
}

static gboolean
has_determiner (const RelToken *tokens, guint first, guint end, gint32 head)
{
  for (guint i = first; i < end; i++)
    if (tokens[i].head == head && tokens[i].deprel == REL_DEPREL_DET)
      return TRUE;
  return FALSE;
}

static void
tag_name (RelToken *tokens, guint first, guint end, gint32 head, RelNameType type)
{
  RelSpan name = rel_name_span_find (tokens, first, end, head, type);

  for (guint i = (guint) name.start; i < name.end; i++)
    if (tokens[i].name != REL_NAME_NONE)
      return;
  rel_name_span_tag (tokens, name, type);
}

static RelNameType
get_name_type (const Mention *mention, const RelToken *head)
{
  const gchar *type = entity_types[mention->type];

  if (strcmp (type, "person") == 0)
    return rel_token_has_feature (head, "Number=Plur") ? REL_NAME_MISC : REL_NAME_PER;
  if (strcmp (type, "organization") == 0)
    return REL_NAME_ORG;
  if (strcmp (type, "place") == 0)
    return REL_NAME_LOC;
  return strcmp (type, "time") == 0 ? REL_NAME_NONE : REL_NAME_MISC;
}

static void
annotate_mention (RelDocument *document, const guint32 *sentence_of, const Mention *mention)
{
  const RelSentence *sentence = &document->sentences[sentence_of[mention->first]];
  RelToken *tokens = rel_sentence_get_tokens (document, sentence);
  guint first = mention->first - sentence->first, end = mention->end - sentence->first;
  gint32 head = find_head (tokens, sentence->n_tokens, first, end);
  RelNameType type;

  if (head < 0)
    return;
  tokens[head].etype = (guint8) (mention->type + 1); /* shorter mentions come later and overwrite */
  type = get_name_type (mention, &tokens[head]);
  if (type == REL_NAME_PER && has_determiner (tokens, first, end, head)) /* "the President" */
    return;
  if (tokens[head].upos == REL_UPOS_PROPN && type != REL_NAME_NONE)
    tag_name (tokens, first, end, head, type);
}

gboolean
rel_gum_entities_annotate (RelDocument *document, const gchar *const *misc)
{
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (Mention));
  g_autofree guint32 *sentence_of = g_new0 (guint32, document->n_tokens + 1);

  for (guint s = 0; s < document->n_sentences; s++)
    for (guint i = 0; i < document->sentences[s].n_tokens; i++)
      sentence_of[document->sentences[s].first + i] = s;
  for (guint i = 0; i < document->n_tokens; i++) {
    const gchar *item = find_entity_item (misc[i]);

    if (item != NULL)
      read_entity_item (item, i, mentions);
  }
  g_array_sort (mentions, compare_mentions);
  for (guint k = 0; k < mentions->len; k++) {
    const Mention *mention = &g_array_index (mentions, Mention, k);

    if (mention->end > mention->first && mention->type >= 0)
      annotate_mention (document, sentence_of, mention);
  }
  return mentions->len > 0;
}
