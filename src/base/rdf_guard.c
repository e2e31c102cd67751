/* Bytes of Turtle, N-Triples, N-Quads or TriG on their way to serd, with an end put to what would break it.
 *
 * serd's reader calls itself for every "[" and "(", so that a megabyte of them overflows the stack, and keeps a token whole,
 * so that a literal takes what memory there is. The scanner here knows just enough of the syntax to count brackets outside
 * of strings, IRIs and comments, and the length of tokens. It hands out one byte at a time, which keeps its line and column
 * those of the statement that serd is at. Cost: about 10 ns a byte.
 */
#include "base/rdf_guard.h"

#include <errno.h>

/* Deeper than any graph of people's making; 100 bytes of serd's stack frames each are far from filling 8 MB. */
#define MAX_DEPTH 1000
/* One literal: a long book. */
#define MAX_TOKEN_BYTES (16 * 1024 * 1024)

enum { OUTSIDE, COMMENT, IRI, OPENING, STRING, LONG_STRING };

void
rel_rdf_guard_init (RelRdfGuard *self, FILE *file, const gchar *name)
{
  *self = (RelRdfGuard){ .file = file, .name = name, .line = 1 };
}

static gboolean
refuse (RelRdfGuard *self, RelError code, const gchar *what)
{
  if (self->error == NULL)
    g_set_error (&self->error, REL_ERROR, code, "%s:%u:%u: %s", self->name, self->line, self->column, what);
  return FALSE;
}

static void
enter (RelRdfGuard *self, gint state)
{
  self->state = state;
  self->n_token = 0;
  self->n_quotes = 0;
}

static void
scan_outside (RelRdfGuard *self, gchar byte)
{
  switch (byte) {
  case '#':
    /* Inside of a name it is none of ours, but names end at a blank at the latest, and so does the harm. */
    if (self->n_token <= 1)
      enter (self, COMMENT);
    break;
  case '<':
    enter (self, IRI);
    break;
  case '"':
  case '\'':
    self->quote = byte;
    enter (self, OPENING);
    self->n_quotes = 1;
    break;
  case '[':
  case '(':
    self->depth++;
    self->n_token = 0;
    break;
  case ']':
  case ')':
    self->depth -= self->depth > 0 ? 1 : 0;
    self->n_token = 0;
    break;
  case '\\':
    self->is_escaped = TRUE;
    break;
  default:
    if (g_ascii_isspace (byte) || byte == ',' || byte == ';' || byte == '.')
      self->n_token = 0;
  }
}

/* Behind the first mark of a string: one more and something else is an empty string, two more begin a long one. */
static void
scan_opening (RelRdfGuard *self, gchar byte)
{
  if (byte == self->quote && ++self->n_quotes == 3) {
    enter (self, LONG_STRING);
  } else if (byte != self->quote && self->n_quotes == 2) {
    enter (self, OUTSIDE);
    self->n_token = 1;
    scan_outside (self, byte);
  } else if (byte != self->quote) {
    enter (self, STRING);
    self->is_escaped = byte == '\\';
  }
}

static void
scan_string (RelRdfGuard *self, gchar byte)
{
  guint n_closing = self->state == LONG_STRING ? 3 : 1;

  if (byte == '\\')
    self->is_escaped = TRUE;
  self->n_quotes = byte == self->quote ? self->n_quotes + 1 : 0;
  if (self->n_quotes == n_closing || (byte == '\n' && self->state == STRING))
    enter (self, OUTSIDE);
}

static void
scan (RelRdfGuard *self, gchar byte)
{
  if (self->is_escaped) {
    self->is_escaped = FALSE;
    self->n_quotes = 0;
    return;
  }
  switch (self->state) {
  case COMMENT:
    self->n_token = 0;
    if (byte == '\n' || byte == '\r')
      enter (self, OUTSIDE);
    break;
  case IRI:
    if (byte == '>' || byte == '\n')
      enter (self, OUTSIDE);
    break;
  case OPENING:
    scan_opening (self, byte);
    break;
  case STRING:
  case LONG_STRING:
    scan_string (self, byte);
    break;
  default:
    scan_outside (self, byte);
  }
}

static gboolean
check (RelRdfGuard *self, gchar byte)
{
  if (byte == '\0')
    return refuse (self, REL_ERROR_FORMAT, "a byte 0, which no RDF text has; is this a binary file?");
  self->n_token++;
  scan (self, byte);
  if (self->depth > MAX_DEPTH)
    return refuse (self, REL_ERROR_LIMIT, "more than " G_STRINGIFY (MAX_DEPTH) " brackets inside each other");
  if (self->n_token > MAX_TOKEN_BYTES)
    return refuse (self, REL_ERROR_LIMIT, "a literal or name of more than 16 MiB; split it");
  return TRUE;
}

gsize
rel_rdf_guard_read (gpointer buffer, gsize size, gsize n_members, gpointer self)
{
  RelRdfGuard *guard = self;
  gint byte = guard->error == NULL ? getc_unlocked (guard->file) : EOF;

  g_assert (size == 1 && n_members == 1);

  if (byte == EOF)
    return 0;
  if (byte == '\n') {
    guard->line++;
    guard->column = 0;
  } else if ((byte & 0xC0) != 0x80) {
    guard->column++;
  }
  if (!check (guard, (gchar) byte))
    return 0;
  *(gchar *) buffer = (gchar) byte;
  return 1;
}

gint
rel_rdf_guard_is_failed (gpointer self)
{
  RelRdfGuard *guard = self;

  return guard->error != NULL || ferror (guard->file) != 0;
}
