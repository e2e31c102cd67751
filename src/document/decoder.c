/* Bytes of a file or of standard input → UTF-8, a bounded chunk at a time; see decoder.h.
 *
 * UTF-8 is checked and passed through, everything else goes through iconv. Cost: linear; memory: one chunk.
 */
#include "document/decoder.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK_BYTES (64u << 10)
#define START_BYTES 1024
#define NO_CONVERTER ((GIConv) -1)

struct _RelDecoder {
  gint fd;
  gchar *path;
  GIConv converter;    /* NO_CONVERTER: UTF-8 */
  gchar *encoding;     /* name for messages */
  gboolean is_settled; /* by the caller or by a byte-order mark */
  gboolean is_unchecked;
  gboolean at_end;    /* of the file: all of it is in raw or behind us */
  gboolean is_fresh;  /* raw was filled by rel_decoder_open() */
  gboolean has_begun; /* something was given out */
  gchar raw[CHUNK_BYTES];
  gsize n_raw;     /* bytes in raw, not yet given out */
  guint64 offset;  /* of raw in the input */
  guint64 n_lines; /* line ends before raw; only counted in UTF-8 */
};

static const struct {
  const gchar *mark;
  gsize n_bytes;
  const gchar *encoding; /* (nullable): NULL: UTF-8 */
} byte_order_marks[] = {
  { "\xff\xfe\0\0", 4, "UTF-32LE" }, { "\0\0\xfe\xff", 4, "UTF-32BE" }, { "\xef\xbb\xbf", 3, NULL },
  { "\xff\xfe", 2, "UTF-16LE" },     { "\xfe\xff", 2, "UTF-16BE" },
};

/* The first bytes of files that people take for text, for a better message. */
static const struct {
  const gchar *magic;
  const gchar *name;
} binary_formats[] = {
  { "%PDF-", "a PDF file; take its text out first (see pdftotext)" },
  { "PK\x03\x04", "a ZIP archive or an office document; take its text out first" },
  { "\x1f\x8b", "compressed by gzip; unpack it first (see zcat)" },
  { "BZh", "compressed by bzip2; unpack it first (see bzcat)" },
  { "\xfd"
    "7zXZ",
    "compressed by xz; unpack it first (see xzcat)" },
  { "(\xb5/\xfd", "compressed by zstd; unpack it first (see zstdcat)" },
  { "\xd0\xcf\x11\xe0", "an office document; take its text out first" },
  { "{\\rtf", "an RTF file; take its text out first" },
};

static void
set_io_error (const RelDecoder *self, gint code, GError **error)
{
  g_set_error (error, REL_ERROR, REL_ERROR_IO, "%s: cannot read: %s", self->path, g_strerror (code));
}

/* Fills raw, as far as one read goes. */
static gboolean
fill (RelDecoder *self, GError **error)
{
  while (!self->at_end && self->n_raw < CHUNK_BYTES) {
    gssize n = read (self->fd, self->raw + self->n_raw, CHUNK_BYTES - self->n_raw);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0) {
      set_io_error (self, errno, error);
      return FALSE;
    }
    self->at_end = n == 0;
    self->n_raw += (gsize) n;
    if (n > 0)
      break;
  }
  return TRUE;
}

static void
drop_raw (RelDecoder *self, gsize n_bytes)
{
  memmove (self->raw, self->raw + n_bytes, self->n_raw - n_bytes);
  self->n_raw -= n_bytes;
  self->offset += n_bytes;
}

static gboolean
set_encoding (RelDecoder *self, const gchar *encoding, GError **error)
{
  if (g_ascii_strcasecmp (encoding, "UTF-8") == 0 || g_ascii_strcasecmp (encoding, "UTF8") == 0)
    return TRUE;
  self->converter = g_iconv_open ("UTF-8", encoding);
  if (self->converter == NO_CONVERTER) {
    g_set_error (error, REL_ERROR, REL_ERROR_ENCODING, "%s: unknown encoding \"%s\"; iconv -l lists the known ones",
                 self->path, encoding);
    return FALSE;
  }
  g_free (self->encoding);
  self->encoding = g_strdup (encoding);
  return TRUE;
}

static gboolean
read_byte_order_mark (RelDecoder *self, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (byte_order_marks); i++) {
    gsize n = byte_order_marks[i].n_bytes;
    if (self->n_raw < n || memcmp (self->raw, byte_order_marks[i].mark, n) != 0)
      continue;
    drop_raw (self, n);
    self->is_settled = TRUE;
    return byte_order_marks[i].encoding == NULL || set_encoding (self, byte_order_marks[i].encoding, error);
  }
  return TRUE;
}

static gboolean
open_file (RelDecoder *self, GError **error)
{
  struct stat status;

  if (strcmp (self->path, "-") == 0) {
    self->fd = STDIN_FILENO;
    g_free (self->path);
    self->path = g_strdup ("standard input");
  } else {
    self->fd = open (self->path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  }
  if (self->fd < 0 || fstat (self->fd, &status) != 0) {
    set_io_error (self, errno, error);
    return FALSE;
  }
  if (S_ISDIR (status.st_mode)) {
    g_set_error (error, REL_ERROR, REL_ERROR_IO, "%s: is a directory; name the files in it", self->path);
    return FALSE;
  }
  return TRUE;
}

/* Enough bytes for a mark, a declaration or a sniff, however small the pieces in which a pipe delivers them; a
 * whole line is enough, so that lines can be answered as they come. */
static gboolean
fill_start (RelDecoder *self, GError **error)
{
  while (!self->at_end && self->n_raw < START_BYTES && memchr (self->raw, '\n', self->n_raw) == NULL)
    if (!fill (self, error))
      return FALSE;
  return TRUE;
}

RelDecoder *
rel_decoder_open (const gchar *path, const gchar *encoding, GError **error)
{
  g_autoptr (RelDecoder) self = g_new0 (RelDecoder, 1);

  self->fd = -1;
  self->is_fresh = TRUE;
  self->path = g_strdup (path);
  self->converter = NO_CONVERTER;
  self->encoding = g_strdup ("UTF-8");
  if (!open_file (self, error) || !fill_start (self, error))
    return NULL;
  if (encoding != NULL) {
    self->is_settled = TRUE;
    if (!set_encoding (self, encoding, error))
      return NULL;
  } else if (!read_byte_order_mark (self, error)) {
    return NULL;
  }
  return g_steal_pointer (&self);
}

void
rel_decoder_free (RelDecoder *self)
{
  if (self == NULL)
    return;

  if (self->fd > STDIN_FILENO)
    close (self->fd);
  if (self->converter != NO_CONVERTER)
    g_iconv_close (self->converter);
  g_free (self->encoding);
  g_free (self->path);
  g_free (self);
}

const gchar *
rel_decoder_peek (RelDecoder *self, gsize *n_bytes)
{
  *n_bytes = self->n_raw;
  return self->raw;
}

gboolean
rel_decoder_suggest_encoding (RelDecoder *self, const gchar *encoding, GError **error)
{
  g_return_val_if_fail (!self->has_begun, FALSE);

  return self->is_settled || set_encoding (self, encoding, error);
}

void
rel_decoder_set_unchecked (RelDecoder *self)
{
  self->is_unchecked = TRUE;
}

gboolean
rel_decoder_is_at_end (const RelDecoder *self)
{
  return self->at_end && self->n_raw == 0;
}

static guint64
count_lines (const gchar *text, gsize n_bytes)
{
  guint64 n = 0;

  for (const gchar *p = text; (p = memchr (p, '\n', n_bytes - (gsize) (p - text))) != NULL; p++)
    n++;
  return n;
}

/* Whether every second byte of the first ones is NUL, as in English text of UTF-16. */
static gboolean
looks_like_utf16 (const gchar *bytes, gsize n_bytes)
{
  gsize n = MIN (n_bytes, 64) & ~(gsize) 1, n_even = 0, n_odd = 0;

  for (gsize i = 0; i < n; i += 2) {
    n_even += bytes[i] == 0;
    n_odd += bytes[i + 1] == 0;
  }
  return n >= 8 && ((n_even * 4 >= n && n_odd == 0) || (n_odd * 4 >= n && n_even == 0));
}

/* The error for raw[@i], which is no text. */
static void
set_byte_error (const RelDecoder *self, gsize i, GError **error)
{
  for (gsize k = 0; self->offset == 0 && k < G_N_ELEMENTS (binary_formats); k++) {
    gsize n = strlen (binary_formats[k].magic);
    if (self->n_raw >= n && memcmp (self->raw, binary_formats[k].magic, n) == 0) {
      g_set_error (error, REL_ERROR, REL_ERROR_ENCODING, "%s: not text: %s", self->path, binary_formats[k].name);
      return;
    }
  }
  if (self->offset == 0 && looks_like_utf16 (self->raw, self->n_raw))
    g_set_error (error, REL_ERROR, REL_ERROR_ENCODING,
                 "%s: byte %" G_GUINT64_FORMAT ": not UTF-8; it looks like UTF-16 without a byte-order mark: "
                 "give --encoding UTF-16LE or UTF-16BE",
                 self->path, self->offset + i);
  else if (self->raw[i] == 0)
    g_set_error (error, REL_ERROR, REL_ERROR_ENCODING, "%s: byte %" G_GUINT64_FORMAT ": a NUL byte: binary, not text",
                 self->path, self->offset + i);
  else
    g_set_error (error, REL_ERROR, REL_ERROR_ENCODING,
                 "%s: byte %" G_GUINT64_FORMAT ": 0x%02X, on line %" G_GUINT64_FORMAT ", is not UTF-8; "
                 "name the encoding with --encoding (for example ISO-8859-1), or convert the text first",
                 self->path, self->offset + i, (guchar) self->raw[i], self->n_lines + count_lines (self->raw, i) + 1);
}

/* Bytes at the end of raw that are the beginning of a character, all of which has not been read yet. */
static gsize
count_cut_off (const RelDecoder *self, gsize from)
{
  guchar lead = (guchar) self->raw[from];
  gsize n = self->n_raw - from, needed = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;

  if (self->at_end || lead < 0xc2 || lead > 0xf4 || n >= needed)
    return 0;
  for (gsize i = 1; i < n; i++)
    if (((guchar) self->raw[from + i] & 0xc0) != 0x80)
      return 0;
  return n;
}

static gboolean
read_utf8 (RelDecoder *self, GString *out, GError **error)
{
  const gchar *bad = self->raw + self->n_raw;
  gboolean is_good = self->is_unchecked || g_utf8_validate_len (self->raw, self->n_raw, &bad);
  gsize n = (gsize) (bad - self->raw);

  if (!is_good && count_cut_off (self, n) == 0) {
    set_byte_error (self, n, error);
    g_string_append_len (out, self->raw, (gssize) n);
    return FALSE;
  }
  g_string_append_len (out, self->raw, (gssize) n);
  self->n_lines += count_lines (self->raw, n);
  drop_raw (self, n);
  return TRUE;
}

/* Adds what raw says in the other encoding; an unfinished character stays in raw. */
static gboolean
read_converted (RelDecoder *self, GString *out, GError **error)
{
  gchar *in = self->raw;
  gsize n_in = self->n_raw;
  gint code = 0;

  while (n_in > 0 && code == 0) {
    gchar buffer[4096], *to = buffer;
    gsize n_to = sizeof buffer;

    errno = 0;
    if (g_iconv (self->converter, &in, &n_in, &to, &n_to) == (gsize) -1 && errno != E2BIG)
      code = errno;
    g_string_append_len (out, buffer, to - buffer);
  }
  drop_raw (self, (gsize) (in - self->raw));
  if (code == 0 || (code == EINVAL && !self->at_end))
    return TRUE;
  g_set_error (error, REL_ERROR, REL_ERROR_ENCODING,
               "%s: byte %" G_GUINT64_FORMAT ": not %s; name another encoding with --encoding", self->path,
               self->offset, self->encoding);
  return FALSE;
}

static void
drop_mark (GString *out, gsize from)
{
  if (out->len >= from + 3 && memcmp (out->str + from, "\xef\xbb\xbf", 3) == 0)
    g_string_erase (out, (gssize) from, 3);
}

gboolean
rel_decoder_read (RelDecoder *self, GString *out, GError **error)
{
  gsize from = out->len;
  const gchar *nul;
  gboolean is_good;

  if (!self->is_fresh && !fill (self, error))
    return FALSE;
  self->is_fresh = FALSE;
  is_good = self->converter == NO_CONVERTER ? read_utf8 (self, out, error) : read_converted (self, out, error);
  if (!self->has_begun && out->len > from) {
    drop_mark (out, from);
    self->has_begun = TRUE;
  }
  if (!is_good || self->converter == NO_CONVERTER)
    return is_good;

  nul = memchr (out->str + from, 0, out->len - from);
  if (nul == NULL)
    return TRUE;
  g_string_truncate (out, (gsize) (nul - out->str));
  g_set_error (error, REL_ERROR, REL_ERROR_ENCODING,
               "%s: a NUL character before byte %" G_GUINT64_FORMAT ": not text in %s", self->path, self->offset,
               self->encoding);
  return FALSE;
}
