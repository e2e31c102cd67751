/* Letter case that does not ask where the user lives: in a Turkish locale g_utf8_strdown() makes "Italy" to another word. */
#include <relata/base.h>

gchar *
rel_utf8_to_lower (const gchar *string)
{
  GString *lower = g_string_new (NULL);

  for (const gchar *at = string; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (lower, g_unichar_tolower (g_utf8_get_char (at)));
  return g_string_free (lower, FALSE);
}
