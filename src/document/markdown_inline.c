/* The text of a Markdown paragraph without its marks (CommonMark 0.31, chapter 6, a little simplified).
 *
 * One pass decides for each byte whether it stays; a second writes. Searches ahead are bounded or end in a match
 * that is then skipped, openers wait on stacks: so the cost is linear.
 */
#include "document/markdown_inline.h"

#include <libxml/HTMLparser.h>

#include <string.h>

#define MAX_BACKTICKS 64
#define MAX_ADDRESS_BYTES 2048
#define MAX_LABEL_BYTES 256
#define MAX_ENTITY_BYTES 32

enum { DROP, KEEP, ENTITY }; /* what becomes of a byte; ENTITY: one begins here, its other bytes are dropped */

/* A run of '*', '_' or '~' that may open emphasis; or an opening bracket. */
typedef struct {
  gsize start;
  gsize n;
} Opener;

typedef struct {
  const gchar *text;
  gsize n_bytes;
  guint8 *fate;                        /* [n_bytes] DROP, KEEP, ENTITY */
  GArray *openers[3];                  /* Opener; of '*', '_', '~' */
  GArray *brackets;                    /* Opener */
  gsize last_backticks[MAX_BACKTICKS]; /* where the last run of so many backticks begins */
} Scan;

static void
drop (Scan *self, gsize start, gsize end)
{
  memset (self->fate + start, DROP, end - start);
}

static gsize
count_run (const Scan *self, gsize i)
{
  gsize n = 1;

  while (i + n < self->n_bytes && self->text[i + n] == self->text[i])
    n++;
  return n;
}

static void
find_last_backticks (Scan *self)
{
  for (gsize i = 0; i < self->n_bytes; i++) {
    gsize n;

    if (self->text[i] != '`')
      continue;
    n = count_run (self, i);
    if (n < MAX_BACKTICKS)
      self->last_backticks[n] = i;
    i += n - 1;
  }
}

/* `code`: returns the byte behind it, or behind the backticks when nothing closes them. */
static gsize
scan_code (Scan *self, gsize start)
{
  gsize n = count_run (self, start);

  if (n >= MAX_BACKTICKS || self->last_backticks[n] <= start)
    return start + n;
  for (gsize i = start + n; i < self->n_bytes; i++) {
    gsize n_closing;

    if (self->text[i] != '`')
      continue;
    n_closing = count_run (self, i);
    if (n_closing == n) {
      drop (self, start, start + n);
      drop (self, i, i + n);
      return i + n;
    }
    i += n_closing - 1;
  }
  return start + n;
}

/* <https://example.org> keeps its address, <b> and <!-- --> go. */
static gsize
scan_angle (Scan *self, gsize start)
{
  gboolean is_address = FALSE;
  gsize i = start + 1;

  if (i >= self->n_bytes || !(g_ascii_isalpha (self->text[i]) || self->text[i] == '/' || self->text[i] == '!'))
    return start + 1;
  for (; i < self->n_bytes && self->text[i] != '<' && self->text[i] != '>'; i++)
    is_address |= (self->text[i] == ':' && self->text[start + 1] != '!') || self->text[i] == '@';
  if (i >= self->n_bytes || self->text[i] != '>')
    return start + 1;
  if (is_address && memchr (self->text + start, ' ', i - start) == NULL) {
    self->fate[start] = self->fate[i] = DROP;
  } else {
    drop (self, start, i + 1);
  }
  return i + 1;
}

/* The byte behind "(address "title")" or "[label]" at @start; 0: there is none. */
static gsize
find_target_end (const Scan *self, gsize start)
{
  gchar open = start < self->n_bytes ? self->text[start] : '\0';
  gsize limit = MIN (self->n_bytes, start + (open == '(' ? MAX_ADDRESS_BYTES : MAX_LABEL_BYTES));
  gchar close = open == '(' ? ')' : ']';
  guint depth = 0;

  if (open != '(' && open != '[')
    return 0;
  for (gsize i = start; i < limit; i++) {
    if (self->text[i] == '\\')
      i++;
    else if (self->text[i] == open)
      depth++;
    else if (self->text[i] == close && --depth == 0)
      return i + 1;
  }
  return 0;
}

static gsize
scan_bracket_open (Scan *self, gsize start)
{
  Opener opener = { start, 1 };
  gsize end;

  if (start + 1 < self->n_bytes && self->text[start + 1] == '^') { /* a footnote's mark */
    end = find_target_end (self, start);
    if (end > 0) {
      drop (self, start, end);
      return end;
    }
  }
  if (start > 0 && self->text[start - 1] == '!' && self->fate[start - 1] == KEEP)
    opener = (Opener){ start - 1, 2 };
  g_array_append_val (self->brackets, opener);
  return start + 1;
}

/* Brackets that no address follows are brackets of the text: "[the] president". */
static gsize
scan_bracket_close (Scan *self, gsize start)
{
  Opener opener;
  gsize end;

  if (self->brackets->len == 0)
    return start + 1;
  opener = g_array_index (self->brackets, Opener, self->brackets->len - 1);
  g_array_set_size (self->brackets, self->brackets->len - 1);
  end = find_target_end (self, start + 1);
  if (end == 0)
    return start + 1;
  drop (self, opener.start, opener.start + opener.n);
  drop (self, start, end);
  return end;
}

static gboolean
is_word_byte (const Scan *self, gsize i)
{
  return i < self->n_bytes && (g_ascii_isalnum (self->text[i]) || (guchar) self->text[i] >= 0x80);
}

static gboolean
is_blank_byte (const Scan *self, gsize i)
{
  return i >= self->n_bytes || g_ascii_isspace (self->text[i]);
}

/* A run of '*', '_' or '~': closes what waits, then waits itself. */
static gsize
scan_emphasis (Scan *self, gsize start)
{
  gchar mark = self->text[start];
  GArray *openers = self->openers[mark == '*' ? 0 : mark == '_' ? 1 : 2];
  gsize n = count_run (self, start), behind = start + n, left = n;
  gboolean word_before = start > 0 && is_word_byte (self, start - 1), word_behind = is_word_byte (self, behind);
  gboolean can_open = !is_blank_byte (self, behind) && !(mark == '_' && word_before);
  gboolean can_close = start > 0 && !is_blank_byte (self, start - 1) && !(mark == '_' && word_behind);

  if (mark == '~' && n != 2)
    return behind;
  while (can_close && left > 0 && openers->len > 0) {
    Opener *opener = &g_array_index (openers, Opener, openers->len - 1);
    gsize n_matched = MIN (left, opener->n);

    opener->n -= n_matched;
    drop (self, opener->start + opener->n, opener->start + opener->n + n_matched);
    drop (self, behind - left, behind - left + n_matched);
    left -= n_matched;
    if (opener->n == 0)
      g_array_set_size (openers, openers->len - 1);
  }
  if (can_open && left > 0) {
    Opener opener = { behind - left, left };
    g_array_append_val (openers, opener);
  }
  return behind;
}

/* The character that the entity at @start stands for; *end is set behind it. 0: there is none. */
static gunichar
read_entity (const gchar *text, gsize n_bytes, gsize start, gsize *end)
{
  gsize limit = MIN (n_bytes, start + MAX_ENTITY_BYTES), i = start + 1;
  gchar name[MAX_ENTITY_BYTES + 1] = { 0 };
  const htmlEntityDesc *entity;
  guint64 value;

  while (i < limit && (g_ascii_isalnum (text[i]) || text[i] == '#'))
    i++;
  if (i >= limit || text[i] != ';')
    return 0;
  *end = i + 1;
  memcpy (name, text + start + 1, i - start - 1);
  if (name[0] == '#') {
    gboolean is_hex = name[1] == 'x' || name[1] == 'X';
    value = g_ascii_strtoull (name + 1 + is_hex, NULL, is_hex ? 16 : 10);
    return value <= 0x10ffff && g_unichar_validate ((gunichar) value) ? (gunichar) value : 0;
  }
  entity = htmlEntityLookup ((const xmlChar *) name);
  return entity != NULL ? entity->value : 0;
}

static gsize
scan_byte (Scan *self, gsize i)
{
  gsize end;

  switch (self->text[i]) {
  case '\\':
    if (i + 1 >= self->n_bytes || !(g_ascii_ispunct (self->text[i + 1]) || self->text[i + 1] == '\n'))
      return i + 1;
    self->fate[i] = DROP;
    return i + 2;
  case '`':
    return scan_code (self, i);
  case '<':
    return scan_angle (self, i);
  case '[':
    return scan_bracket_open (self, i);
  case ']':
    return scan_bracket_close (self, i);
  case '*':
  case '_':
  case '~':
    return scan_emphasis (self, i);
  case '&':
    if (read_entity (self->text, self->n_bytes, i, &end) == 0)
      return i + 1;
    drop (self, i, end);
    self->fate[i] = ENTITY;
    return end;
  default:
    return i + 1;
  }
}

static void
write_kept (RelDocumentDraft *draft, const Scan *self, const GArray *offsets)
{
  for (gsize i = 0; i < self->n_bytes; i++) {
    guint32 offset = g_array_index (offsets, guint32, i);

    if (self->fate[i] == KEEP) {
      rel_document_draft_append (draft, self->text + i, 1, offset);
    } else if (self->fate[i] == ENTITY) {
      gchar bytes[6];
      gsize end;
      gint n = g_unichar_to_utf8 (read_entity (self->text, self->n_bytes, i, &end), bytes);
      rel_document_draft_append_at (draft, bytes, (gsize) n, offset);
    }
  }
}

void
rel_markdown_append_inline (RelDocumentDraft *draft, const GString *raw, const GArray *offsets)
{
  Scan scan = { .text = raw->str, .n_bytes = raw->len };

  scan.fate = g_malloc (raw->len + 1);
  memset (scan.fate, KEEP, raw->len);
  scan.brackets = g_array_new (FALSE, FALSE, sizeof (Opener));
  for (guint i = 0; i < G_N_ELEMENTS (scan.openers); i++)
    scan.openers[i] = g_array_new (FALSE, FALSE, sizeof (Opener));
  find_last_backticks (&scan);
  for (gsize i = 0; i < raw->len;)
    i = scan_byte (&scan, i);
  write_kept (draft, &scan, offsets);
  for (guint i = 0; i < G_N_ELEMENTS (scan.openers); i++)
    g_array_unref (scan.openers[i]);
  g_array_unref (scan.brackets);
  g_free (scan.fate);
}
