/* Names in, segments of IRIs (RFC 3987) out.
 *
 * Only letters, marks, digits, "-" and "." are written as they are: a subset of what an IRI may hold, so that no
 * name, however hostile, can break out of its segment. Cost: linear in the name.
 */
#include <triples/iri.h>

#include <string.h>

static void
append_percent (GString *segment, const gchar *character)
{
  const gchar *next = g_utf8_next_char (character);

  for (const gchar *byte = character; byte < next; byte++)
    g_string_append_printf (segment, "%%%02X", (guint8) *byte);
}

/* U+E000 and above hold private characters, specials and noncharacters that RFC 3987 keeps out. */
static gboolean
is_plain (gunichar character)
{
  if (character < 0x80)
    return g_ascii_isalnum (character) || character == '-' || character == '.';
  if ((character >= 0xe000 && character < 0xf900) || (character & 0xfffe) == 0xfffe || character > 0xdffff)
    return FALSE;
  return g_unichar_isalnum (character) || g_unichar_ismark (character);
}

static void
shorten (GString *segment, const gchar *name)
{
  gsize length = REL_IRI_SEGMENT_MAX;

  while (length > 0 && ((guint8) segment->str[length] & 0xc0) == 0x80)
    length--;
  for (gsize back = 1; back <= 2 && back <= length; back++)
    if (segment->str[length - back] == '%') {
      length -= back;
      break;
    }
  g_string_truncate (segment, length);
  g_string_append_printf (segment, "-%016" G_GINT64_MODIFIER "x", rel_hash_string (name, 0));
}

gchar *
rel_iri_segment (const gchar *name)
{
  g_autofree gchar *composed = g_utf8_normalize (name, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  const gchar *text = composed != NULL ? composed : "";
  GString *segment = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const gchar *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);

    if (g_unichar_isspace (character)) {
      blank = segment->len > 0;
      continue;
    }
    if (blank)
      g_string_append_c (segment, '_');
    blank = FALSE;
    if (is_plain (character))
      g_string_append_unichar (segment, character);
    else
      append_percent (segment, at);
  }

  if (segment->len > REL_IRI_SEGMENT_MAX)
    shorten (segment, text);
  if (segment->len == 0)
    g_string_append (segment, "-");
  return g_string_free (segment, FALSE);
}

gchar *
rel_iri_camel_case (const gchar *phrase)
{
  GString *local = g_string_new (NULL);
  gboolean upper = FALSE;
  gboolean lossy = FALSE;

  for (const gchar *at = phrase; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);

    if (!is_plain (character) || character == '-' || character == '.') {
      upper = local->len > 0;
      lossy = lossy || character != ' ';
      continue;
    }
    g_string_append_unichar (local, upper ? g_unichar_toupper (character) : character);
    upper = FALSE;
  }

  if (local->len == 0 || !g_ascii_isalpha (local->str[0]))
    g_string_prepend (local, "p");
  if (local->len > REL_IRI_SEGMENT_MAX) {
    shorten (local, phrase);
    lossy = FALSE;
  }
  /* "co-operate" and "co operate" must not become one property. */
  if (lossy)
    g_string_append_printf (local, "-%06x", (guint) (rel_hash_string (phrase, 0) & 0xffffff));
  return g_string_free (local, FALSE);
}

gchar *
rel_iri_join (const gchar *base, const gchar *folder, const gchar *segment)
{
  const gchar *start = base != NULL ? base : REL_IRI_DEFAULT_BASE;
  gboolean open = !g_str_has_suffix (start, "/") && !g_str_has_suffix (start, "#");

  return g_strconcat (start, open ? "/" : "", folder, segment, NULL);
}
