/* The merge report: a table of mentions, the node that each was put into and why, and of what was kept apart.
 *
 *   node  label  type  document  start  end  words  merged|apart  reason
 *
 * Rows come document by document, node by node in the order of the text. Behind the last document come the nodes that
 * several documents share, and nodes of one name that are apart. Memory grows with the names, not with the texts.
 */
#include "command_node_report.h"

#include <relata/writers.h>

#include <string.h>

/* A named node over all documents. */
typedef struct {
  gchar *iri, *label;
  RelEntityType type;
  GPtrArray *documents; /* ids */
} Shared;

struct _RelNodeReport {
  RelOutput *output;
  gchar *base;
  GHashTable *nodes; /* IRI → Shared */
};

static void
shared_free (gpointer data)
{
  Shared *shared = data;

  g_free (shared->iri);
  g_free (shared->label);
  g_ptr_array_unref (shared->documents);
  g_free (shared);
}

void
rel_node_report_abandon (RelNodeReport *self)
{
  if (self == NULL)
    return;
  if (self->output != NULL)
    rel_output_abandon (self->output);
  g_hash_table_unref (self->nodes);
  g_free (self->base);
  g_free (self);
}

static gboolean
write_text (RelNodeReport *self, const GString *text, GError **error)
{
  return g_output_stream_write_all (rel_output_get_stream (self->output), text->str, text->len, NULL, NULL, error);
}

RelNodeReport *
rel_node_report_open (const gchar *path, const gchar *base, GError **error)
{
  RelNodeReport *self = g_new0 (RelNodeReport, 1);
  g_autoptr (GString) header = g_string_new ("node\tlabel\ttype\tdocument\tstart\tend\twords\tdecision\treason\n");

  self->base = g_strdup (base);
  self->nodes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, shared_free);
  self->output = rel_output_open (path, error);
  if (self->output == NULL || !write_text (self, header, error)) {
    rel_node_report_abandon (self);
    return NULL;
  }
  return self;
}

/* A field without tabs and line ends. */
static void
append_field (GString *out, const gchar *text, gsize n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    g_string_append_c (out, text[i] == '\t' || text[i] == '\n' || text[i] == '\r' ? ' ' : text[i]);
  g_string_append_c (out, '\t');
}

static void
append_string (GString *out, const gchar *text)
{
  append_field (out, text, strlen (text));
}

/* The first fields of a row: an unnamed thing has no IRI here, only its label. */
static void
append_node (GString *out, const RelNodeReport *self, const RelEntity *entity)
{
  g_autofree gchar *iri = rel_entity_dup_iri (entity, self->base);

  append_string (out, iri != NULL ? iri : "");
  append_string (out, entity->name != NULL ? entity->name : "");
  append_string (out, rel_entity_type_get_name (entity->type));
}

static void
append_mention (GString *out, RelDocument *document, const RelMention *mention)
{
  append_string (out, document->id);
  g_string_append_printf (out, "%u\t%u\t", rel_document_get_char_offset (document, mention->span.start),
                          rel_document_get_char_offset (document, mention->span.end));
  append_field (out, document->text + mention->span.start, mention->span.end - mention->span.start);
}

static const gchar *
get_reason (const RelMention *mention)
{
  return mention->reason != NULL ? mention->reason : "";
}

static void
append_members (GString *out, const RelNodeReport *self, RelDocument *document, const RelEntity *entity)
{
  for (guint i = 0; i < entity->n_members; i++) {
    append_node (out, self, &document->entities[entity->members[i]]);
    append_mention (out, document, &document->mentions[entity->mentions[0]]);
    g_string_append_printf (out, "merged\tmember: %s\n", get_reason (&document->mentions[entity->mentions[0]]));
  }
}

static void
append_entity (GString *out, const RelNodeReport *self, RelDocument *document, const RelEntity *entity)
{
  if (entity->n_members > 0) {
    append_members (out, self, document, entity);
    return;
  }
  if (entity->n_mentions < 2 && !entity->is_named)
    return;
  for (guint i = 0; i < entity->n_mentions; i++) {
    const RelMention *mention = &document->mentions[entity->mentions[i]];

    append_node (out, self, entity);
    append_mention (out, document, mention);
    g_string_append_printf (out, "merged\t%s\n", get_reason (mention));
  }
}

static void
append_near_miss (GString *out, const RelNodeReport *self, RelDocument *document, const RelNearMiss *miss)
{
  append_node (out, self, &document->entities[document->mentions[miss->antecedent].entity]);
  append_mention (out, document, &document->mentions[miss->mention]);
  g_string_append_printf (out, "apart\t%s\n", miss->reason);
}

static void
note_node (RelNodeReport *self, const RelDocument *document, const RelEntity *entity)
{
  g_autofree gchar *iri = rel_entity_dup_iri (entity, self->base);
  Shared *shared = iri != NULL ? g_hash_table_lookup (self->nodes, iri) : NULL;

  if (iri == NULL)
    return;
  if (shared == NULL) {
    shared = g_new0 (Shared, 1);
    shared->iri = g_steal_pointer (&iri);
    shared->label = g_strdup (entity->name);
    shared->type = entity->type;
    shared->documents = g_ptr_array_new_with_free_func (g_free);
    g_hash_table_insert (self->nodes, shared->iri, shared);
  }
  if (shared->documents->len == 0
      || strcmp (g_ptr_array_index (shared->documents, shared->documents->len - 1), document->id) != 0)
    g_ptr_array_add (shared->documents, g_strdup (document->id));
}

gboolean
rel_node_report_add (RelNodeReport *self, RelDocument *document, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < document->n_entities; i++) {
    append_entity (out, self, document, &document->entities[i]);
    note_node (self, document, &document->entities[i]);
  }
  for (guint i = 0; i < document->n_near_misses; i++)
    append_near_miss (out, self, document, &document->near_misses[i]);
  return write_text (self, out, error);
}

static gint
compare_shared (gconstpointer a, gconstpointer b)
{
  const Shared *x = *(const Shared *const *) a, *y = *(const Shared *const *) b;
  gint order = strcmp (x->label, y->label);

  return order != 0 ? order : strcmp (x->iri, y->iri);
}

static void
append_shared (GString *out, const Shared *shared, const Shared *other)
{
  append_string (out, shared->iri);
  append_string (out, shared->label);
  append_string (out, rel_entity_type_get_name (shared->type));
  for (guint i = 0; i < shared->documents->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "", (const gchar *) g_ptr_array_index (shared->documents, i));
  g_string_append (out, "\t\t\t");
  append_string (out, shared->label);
  if (other == NULL)
    g_string_append (out, "merged\tsame name and type in several documents\n");
  else
    g_string_append_printf (out, "apart\tsame name as %s, which is %s\n", other->iri,
                            rel_entity_type_get_name (other->type));
}

/* What several documents share, and what has one name and is apart, in the order of the names. */
static gboolean
write_shared (RelNodeReport *self, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  GHashTableIter iter;
  gpointer shared;

  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, NULL, &shared))
    g_ptr_array_add (all, shared);
  g_ptr_array_sort (all, compare_shared);
  for (guint i = 0; i < all->len; i++) {
    const Shared *node = g_ptr_array_index (all, i);
    const Shared *before = i > 0 ? g_ptr_array_index (all, i - 1) : NULL;

    if (node->documents->len > 1)
      append_shared (out, node, NULL);
    if (before != NULL && strcmp (before->label, node->label) == 0)
      append_shared (out, node, before);
  }
  return write_text (self, out, error);
}

gboolean
rel_node_report_close (RelNodeReport *self, GError **error)
{
  gboolean ok = write_shared (self, error) && rel_output_close (g_steal_pointer (&self->output), error);

  rel_node_report_abandon (self);
  return ok;
}
