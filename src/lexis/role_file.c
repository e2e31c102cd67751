/* Reading semantic roles; see role_file.h. */
#include "lexis/role_file.h"

#include "lexis/text_file.h"

#include <stdlib.h>
#include <string.h>

#define LINE_MAX_BYTES (1 << 20)

/* One line. */
typedef struct {
  guint32 token; /* from 0 */
  gchar *sense;
  GArray *roles; /* RelRoleArc */
} Predicate;

struct _RelRoleFile {
  GHashTable *sentences; /* sent_id → GPtrArray of Predicate */
};

static void
predicate_free (gpointer data)
{
  Predicate *predicate = data;

  g_free (predicate->sense);
  g_array_unref (predicate->roles);
  g_free (predicate);
}

RelRoleFile *
rel_role_file_new (void)
{
  RelRoleFile *self = g_new0 (RelRoleFile, 1);

  self->sentences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
rel_role_file_free (RelRoleFile *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->sentences);
  g_free (self);
}

/* Auxiliaries are rolesets of three verbs; what else these are stands in other rolesets. */
static gchar *
make_sense (const gchar *roleset)
{
  static const gchar *const auxiliaries[] = { "be.03", "have.01", "do.01", NULL };
  const gchar *number = strrchr (roleset, '.');

  if (number == NULL || number[1] == '\0')
    return NULL;
  return g_strdup (g_strv_contains (auxiliaries, roleset) ? "aux" : number + 1);
}

/* "ARGM-LOC:16-28:18"; "V" and "C-V" say only which words the predicate consists of. */
static gboolean
read_argument (const gchar *text, GArray *roles)
{
  g_auto (GStrv) fields = g_strsplit (text, ":", 3);
  guint64 word = 0;
  RelRoleArc arc = { 0 };
  gint role;

  if (g_strv_length (fields) != 3 || !g_ascii_string_to_unsigned (fields[2], 10, 1, G_MAXUINT16, &word, NULL))
    return FALSE;
  if (strcmp (fields[0], "V") == 0 || strcmp (fields[0], "C-V") == 0)
    return TRUE;
  role = rel_propbank_role_from_name (fields[0]);
  arc.token = (guint32) word - 1;
  arc.role = role > 0 ? (RelPropbankRole) role : REL_PB_NONE;
  g_array_append_val (roles, arc);
  return TRUE;
}

static gint
compare_arcs (gconstpointer a, gconstpointer b)
{
  const RelRoleArc *left = a, *right = b;

  return left->token < right->token ? -1 : left->token > right->token;
}

static Predicate *
read_predicate (gchar **fields)
{
  g_auto (GStrv) arguments = g_strsplit (fields[4], " ", -1);
  Predicate *self = g_new0 (Predicate, 1);
  guint64 word = 0;
  gboolean ok = g_ascii_string_to_unsigned (fields[1], 10, 1, G_MAXUINT16, &word, NULL);

  self->token = (guint32) word - 1;
  self->sense = make_sense (fields[2]);
  self->roles = g_array_new (FALSE, FALSE, sizeof (RelRoleArc));
  for (guint i = 0; ok && strcmp (fields[4], "_") != 0 && arguments[i] != NULL; i++)
    ok = read_argument (arguments[i], self->roles);
  if (ok && self->sense != NULL) {
    g_array_sort (self->roles, compare_arcs);
    return self;
  }
  predicate_free (self);
  return NULL;
}

static gboolean
read_line (RelRoleFile *self, const gchar *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", 6);
  Predicate *predicate = g_strv_length (fields) == 5 ? read_predicate (fields) : NULL;
  GPtrArray *predicates;

  if (predicate == NULL)
    return FALSE;
  predicates = g_hash_table_lookup (self->sentences, fields[0]);
  if (predicates == NULL) {
    predicates = g_ptr_array_new_with_free_func (predicate_free);
    g_hash_table_insert (self->sentences, g_strdup (fields[0]), predicates);
  }
  g_ptr_array_add (predicates, predicate);
  return TRUE;
}

gboolean
rel_role_file_read (RelRoleFile *self, const gchar *path, GError **error)
{
  g_autoptr (GInputStream) file = rel_text_file_open (path, error);
  g_autoptr (GDataInputStream) stream = file != NULL ? g_data_input_stream_new (file) : NULL;
  g_autoptr (GError) cause = NULL;

  if (stream == NULL)
    return FALSE;
  for (guint64 number = 1;; number++) {
    g_autofree gchar *line = g_data_input_stream_read_line_utf8 (stream, NULL, NULL, &cause);

    if (line == NULL)
      break;
    if (line[0] == '\0' || (strlen (line) < LINE_MAX_BYTES && read_line (self, line)))
      continue;
    g_set_error (error, REL_ERROR, REL_ERROR_FORMAT,
                 "%s:%" G_GUINT64_FORMAT ": not \"sent_id word roleset lemma ROLE:start-end:head\" parted by tabs",
                 path, number);
    return FALSE;
  }
  if (cause == NULL)
    return TRUE;
  g_set_error (error, REL_ERROR, REL_ERROR_IO, "%s: cannot read: %s", path, cause->message);
  return FALSE;
}

static void
annotate_predicate (const Predicate *predicate, RelDocument *document, RelToken *tokens, guint n)
{
  RelRoleArc *roles = rel_arena_alloc (document->arena, predicate->roles->len * sizeof *roles + 1);
  RelToken *token = &tokens[predicate->token];

  token->sense = rel_arena_strdup (document->arena, predicate->sense);
  token->roles = roles;
  token->n_roles = 0;
  for (guint k = 0; k < predicate->roles->len; k++) {
    RelRoleArc arc = g_array_index (predicate->roles, RelRoleArc, k);

    if (arc.token < n)
      roles[token->n_roles++] = arc;
  }
}

static gboolean
has_verb (const RelToken *tokens, guint n)
{
  for (guint i = 0; i < n; i++)
    if (tokens[i].upos == REL_UPOS_VERB)
      return TRUE;
  return FALSE;
}

void
rel_role_file_annotate (const RelRoleFile *self, RelDocument *document, gboolean *known)
{
  for (guint s = 0; s < document->n_sentences; s++) {
    const RelSentence *sentence = &document->sentences[s];
    RelToken *tokens = rel_sentence_get_tokens (document, sentence);
    const GPtrArray *predicates
      = sentence->sent_id != NULL ? g_hash_table_lookup (self->sentences, sentence->sent_id) : NULL;

    known[s] = predicates != NULL || (sentence->sent_id != NULL && !has_verb (tokens, sentence->n_tokens));
    for (guint k = 0; predicates != NULL && k < predicates->len; k++) {
      const Predicate *predicate = g_ptr_array_index (predicates, k);

      if (predicate->token < sentence->n_tokens)
        annotate_predicate (predicate, document, tokens, sentence->n_tokens);
    }
  }
}

gboolean
rel_token_has_arguments (const RelToken *token)
{
  return token->sense != NULL && strcmp (token->sense, "aux") != 0;
}
