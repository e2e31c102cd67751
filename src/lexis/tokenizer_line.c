/* Characters, their classes and hashes, and the chunks between white space; see tokenizer_line.h. Cost: linear. */
#include "lexis/tokenizer_line.h"

#include <string.h>

#define PADDING 8             /* characters before and behind the line that windows may touch */
#define MAX_PIECE 20          /* longer pieces count as one kind: their letters say little, and this bounds the work */
#define MAX_ADDRESS_START 100 /* an address shows within as many characters */

RelTokenLine *
rel_token_line_new (void)
{
  return g_new0 (RelTokenLine, 1);
}

static void
free_arrays (RelTokenLine *self)
{
  if (self->n_allocated == 0)
    return;
  g_free (self->starts);
  g_free (self->lower - PADDING);
  g_free (self->classes - PADDING);
  g_free (self->hashes);
  g_free (self->run_first);
  g_free (self->run_end);
}

void
rel_token_line_free (RelTokenLine *self)
{
  if (self == NULL)
    return;
  free_arrays (self);
  g_free (self);
}

static void
allocate_arrays (RelTokenLine *self, guint n)
{
  if (n <= self->n_allocated)
    return;
  free_arrays (self);
  self->n_allocated = n;
  self->starts = g_new (guint32, n + 1);
  self->lower = g_new0 (gunichar, n + 2 * PADDING) + PADDING;
  self->classes = g_new0 (guint8, n + 2 * PADDING) + PADDING;
  self->hashes = g_new (guint64, n + 1);
  self->run_first = g_new (guint32, n + 1);
  self->run_end = g_new (guint32, n + 1);
}

/* Class of a character beyond ASCII. */
static guint8
classify_wide (gunichar c)
{
  switch (g_unichar_type (c)) {
  case G_UNICODE_UPPERCASE_LETTER:
  case G_UNICODE_TITLECASE_LETTER:
    return REL_CLASS_UPPER;
  case G_UNICODE_LOWERCASE_LETTER:
    return REL_CLASS_LOWER;
  case G_UNICODE_OTHER_LETTER:
  case G_UNICODE_MODIFIER_LETTER:
    return REL_CLASS_LETTER;
  case G_UNICODE_DECIMAL_NUMBER:
    return REL_CLASS_DIGIT;
  case G_UNICODE_NON_SPACING_MARK:
  case G_UNICODE_SPACING_MARK:
  case G_UNICODE_ENCLOSING_MARK:
    return REL_CLASS_MARK;
  case G_UNICODE_DASH_PUNCTUATION:
    return REL_CLASS_DASH;
  case G_UNICODE_OPEN_PUNCTUATION:
  case G_UNICODE_INITIAL_PUNCTUATION:
    return REL_CLASS_OPEN;
  case G_UNICODE_CLOSE_PUNCTUATION:
  case G_UNICODE_FINAL_PUNCTUATION:
    return REL_CLASS_CLOSE;
  case G_UNICODE_OTHER_PUNCTUATION:
  case G_UNICODE_CONNECT_PUNCTUATION:
    return REL_CLASS_POINT;
  case G_UNICODE_CURRENCY_SYMBOL:
  case G_UNICODE_MATH_SYMBOL:
  case G_UNICODE_MODIFIER_SYMBOL:
  case G_UNICODE_OTHER_SYMBOL:
    return REL_CLASS_SYMBOL;
  default:
    return g_unichar_isspace (c) ? REL_CLASS_SPACE : REL_CLASS_OTHER;
  }
}

static guint8
classify (gunichar c)
{
  if (c >= 0x80)
    return classify_wide (c);
  if (g_ascii_islower ((gchar) c))
    return REL_CLASS_LOWER;
  if (g_ascii_isupper ((gchar) c))
    return REL_CLASS_UPPER;
  if (g_ascii_isdigit ((gchar) c))
    return REL_CLASS_DIGIT;
  if (c <= ' ')
    return REL_CLASS_SPACE;
  return (guint8) c;
}

/* The typewriter's form of a quotation mark or apostrophe, else the lower-case form. */
static gunichar
normalise (gunichar c, guint8 class)
{
  switch (c) {
  case 0x2018: /* ‘ */
  case 0x2019: /* ’ */
  case 0x02BC: /* ʼ */
  case '`':
    return '\'';
  case 0x201C: /* “ */
  case 0x201D: /* ” */
    return '"';
  default:
    if (class == REL_CLASS_UPPER)
      return c < 0x80 ? c | 0x20 : g_unichar_tolower (c);
    return c;
  }
}

static void
find_runs (RelTokenLine *self)
{
  guint first = 0;

  for (guint i = 0; i < self->n; i++) {
    guint8 class = self->classes[i];
    gboolean goes_on = i > 0
                       && ((rel_class_is_word (class) && rel_class_is_word (self->classes[i - 1]))
                           || (class == REL_CLASS_SPACE && self->classes[i - 1] == REL_CLASS_SPACE));

    if (!goes_on)
      first = i;
    self->run_first[i] = first;
  }
  for (guint i = self->n; i-- > 0;)
    self->run_end[i] = i + 1 < self->n && self->run_first[i + 1] == self->run_first[i] ? self->run_end[i + 1] : i + 1;
}

void
rel_token_line_read (RelTokenLine *self, const gchar *text, RelSpan span)
{
  guint n = 0;

  allocate_arrays (self, span.end - span.start + 1);
  self->text = text;
  self->hashes[0] = 0;
  for (const gchar *p = text + span.start; p < text + span.end; p = g_utf8_next_char (p), n++) {
    gunichar c = g_utf8_get_char (p);
    guint8 class = classify (c);

    self->starts[n] = (guint32) (p - text);
    self->classes[n] = class;
    self->lower[n] = normalise (c, class);
    self->hashes[n + 1] = self->hashes[n] * REL_TOKEN_HASH_BASE + self->lower[n] + 1;
  }
  self->n = n;
  self->starts[n] = span.end;
  memset (self->lower + n, 0, PADDING * sizeof *self->lower);
  memset (self->classes + n, 0, PADDING);
  find_runs (self);
}

static guint64
power_of_base (guint n)
{
  guint64 power = 1, square = REL_TOKEN_HASH_BASE;

  for (; n > 0; n >>= 1, square *= square)
    if (n & 1)
      power *= square;
  return power;
}

guint32
rel_token_line_hash (const RelTokenLine *self, guint start, guint end)
{
  if (end - start > MAX_PIECE) {
    guint32 head = rel_token_line_hash (self, start, start + 2), tail = rel_token_line_hash (self, end - 2, end);
    return rel_token_hash_fold ((guint64) head * REL_TOKEN_HASH_BASE + tail);
  }
  return rel_token_hash_fold (self->hashes[end] - self->hashes[start] * power_of_base (end - start));
}

/* Whether the characters from @at on are those of @sign. */
static gboolean
matches (const RelTokenLine *self, guint at, guint end, const gchar *sign)
{
  while (*sign != '\0' && at < end && self->lower[at] == (gunichar) *sign) {
    sign++;
    at++;
  }
  return *sign == '\0';
}

static gboolean
looks_like_address (const RelTokenLine *self, guint start, guint end)
{
  if (matches (self, start, end, "www."))
    return TRUE;
  end = MIN (end, start + MAX_ADDRESS_START);
  for (guint i = start + 1; i < end; i++)
    if (self->lower[i] == '@' || (self->lower[i] == ':' && matches (self, i, end, "://")))
      return TRUE;
  return FALSE;
}

static void
find_bounds (const RelTokenLine *self, guint from, guint *start, guint *end)
{
  if (from < self->n && self->classes[from] == REL_CLASS_SPACE)
    from = self->run_end[from];
  *start = from;
  while (from < self->n && self->classes[from] != REL_CLASS_SPACE)
    from = self->run_end[from];
  *end = from;
}

gboolean
rel_token_line_find_chunk (const RelTokenLine *self, const RelTokenChunk *previous, RelTokenChunk *chunk)
{
  RelTokenChunk found = { 0 };

  if (previous != NULL) {
    found.previous_start = previous->start;
    found.previous_end = previous->end;
    found.start = previous->next_start;
    found.end = previous->next_end;
  } else {
    find_bounds (self, 0, &found.start, &found.end);
  }
  if (found.start >= found.end)
    return FALSE;
  find_bounds (self, found.end, &found.next_start, &found.next_end);
  found.is_address = looks_like_address (self, found.start, found.end);
  found.hash = rel_token_line_hash (self, found.start, found.end);
  *chunk = found;
  return TRUE;
}
