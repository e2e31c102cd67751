/* One line of JSON Lines (https://jsonlines.org/) → text and metadata: an object with a string "text" and perhaps
 * "id", "title", "date", "url" and "source". */
#include "document/input_formats.h"

#include <json-glib/json-glib.h>

#include <string.h>

#include "document/date.h"

#define MAX_SHOWN_CHARS 40
#define MAX_DEPTH 64 /* of arrays and objects; the parser calls itself for each */

static gboolean
check_encoding (const gchar *line, gsize n_bytes, const gchar *place, GError **error)
{
  const gchar *bad = NULL;

  if (g_utf8_validate_len (line, n_bytes, &bad))
    return TRUE;
  g_set_error (error, REL_ERROR, REL_ERROR_ENCODING,
               "%s: byte %" G_GSIZE_FORMAT " of the line: 0x%02X is not UTF-8; name the encoding with --encoding",
               place, (gsize) (bad - line), (guchar) *bad);
  return FALSE;
}

/* The code unit that "uXXXX" at @p stands for; -1: it does not. */
static gint
read_code_unit (const gchar *p, gsize n_bytes)
{
  gint value = 0;

  if (n_bytes < 5 || *p != 'u')
    return -1;
  for (gsize i = 1; i < 5; i++) {
    if (!g_ascii_isxdigit (p[i]))
      return -1;
    value = value * 16 + g_ascii_xdigit_value (p[i]);
  }
  return value;
}

static gboolean
is_surrogate (gint unit, gint first)
{
  return unit >= first && unit < first + 0x400;
}

/* Rewrites what stands behind a backslash where the parser would do harm with it: its strings end at a NUL, and
 * half of a surrogate pair swallows what follows. Returns the bytes that belong to the escape. */
static gsize
repair_escape (gchar *p, gsize n_bytes)
{
  gint unit = read_code_unit (p, n_bytes);

  if (unit < 0)
    return 1;
  if (unit == 0)
    memcpy (p, "u0020", 5);
  if (is_surrogate (unit, 0xd800) && n_bytes > 6 && p[5] == '\\'
      && is_surrogate (read_code_unit (p + 6, n_bytes - 6), 0xdc00))
    return 11;
  if (is_surrogate (unit, 0xd800) || is_surrogate (unit, 0xdc00))
    memcpy (p, "uFFFD", 5);
  return 5;
}

/* Makes @line harmless for the parser, in place. FALSE: brackets outside strings nest deeper than its stack bears. */
static gboolean
prepare (gchar *line, gsize n_bytes, const gchar *place, GError **error)
{
  guint depth = 0;
  gboolean in_string = FALSE;

  for (gsize i = 0; i < n_bytes; i++) {
    if (in_string && line[i] == '\\') {
      i += repair_escape (line + i + 1, n_bytes - i - 1);
    } else if (in_string) {
      in_string = line[i] != '"';
    } else if (line[i] == '"') {
      in_string = TRUE;
    } else if (line[i] == '{' || line[i] == '[') {
      depth++;
    } else if ((line[i] == '}' || line[i] == ']') && depth > 0) {
      depth--;
    }
    if (depth > MAX_DEPTH) {
      g_set_error (error, REL_ERROR, REL_ERROR_FORMAT, "%s: JSON nested deeper than %d", place, MAX_DEPTH);
      return FALSE;
    }
  }
  return TRUE;
}

/* The string member @name: (nullable). */
static gchar *
dup_string (JsonObject *object, const gchar *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? g_utf8_make_valid (json_node_get_string (node), -1)
           : NULL;
}

/* The member "id", which may be a number as well. */
static gchar *
dup_id (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "id");

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return dup_string (object, "id");
}

static void
read_date (RelDocumentDraft *draft, JsonObject *object, const gchar *place, RelWarningFunc warn, gpointer user_data)
{
  g_autofree gchar *string = dup_string (object, "date");
  g_autofree gchar *message = NULL;
  RelDate date = { 0, 0, 0 };

  if (string == NULL || *string == '\0')
    return;
  if (rel_date_parse (string, &date) || (rel_date_scan (string, strlen (string), &date) > 0 && date.year != 0)) {
    draft->date = date;
  } else if (warn != NULL) {
    g_autofree gchar *shown = g_utf8_substring (string, 0, MIN (g_utf8_strlen (string, -1), MAX_SHOWN_CHARS));
    message = g_strdup_printf ("%s: no date in \"%s\": write YYYY-MM-DD", place, shown);
    warn (message, user_data);
  }
}

static RelDocumentDraft *
read_object (JsonObject *object, const gchar *place, RelWarningFunc warn, gpointer user_data, GError **error)
{
  g_autofree gchar *text = dup_string (object, "text");
  RelDocumentDraft *draft;

  if (text == NULL) {
    g_set_error (error, REL_ERROR, REL_ERROR_FORMAT, "%s: no string member \"text\" in the object", place);
    return NULL;
  }
  draft = rel_document_draft_new (FALSE);
  g_string_append (draft->text, text);
  draft->id = dup_id (object);
  draft->title = dup_string (object, "title");
  draft->url = dup_string (object, "url");
  draft->source = dup_string (object, "source");
  read_date (draft, object, place, warn, user_data);
  return draft;
}

/* The parser's message without its own place, "<data>:1:10: Parse error: ", and as UTF-8, which it need not be. */
static void
set_parse_error (const gchar *place, const GError *cause, GError **error)
{
  const gchar *reason = g_strrstr (cause->message, "error: ");
  g_autofree gchar *shown = g_utf8_make_valid (reason != NULL ? reason + strlen ("error: ") : cause->message, -1);

  g_set_error (error, REL_ERROR, REL_ERROR_FORMAT, "%s: not JSON: %s", place, shown);
}

RelDocumentDraft *
rel_jsonl_read (const gchar *line, gsize n_bytes, const gchar *place, RelWarningFunc warn, gpointer user_data,
                GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree gchar *json = g_strndup (line, n_bytes);
  JsonNode *root;

  if (!check_encoding (line, n_bytes, place, error) || !prepare (json, n_bytes, place, error))
    return NULL;

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, json, (gssize) n_bytes, &cause)) {
    set_parse_error (place, cause, error);
    return NULL;
  }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root)) {
    g_set_error (error, REL_ERROR, REL_ERROR_FORMAT, "%s: not a JSON object; JSON Lines has one object a line", place);
    return NULL;
  }
  return read_object (json_node_get_object (root), place, warn, user_data, error);
}
