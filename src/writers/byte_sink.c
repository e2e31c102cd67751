/* Bytes from a callback into a stream, in pieces of 64 KiB; the first failure is remembered until the end. */
#include "writers/byte_sink.h"

#define BUFFER_BYTES (64 * 1024)

void
rel_byte_sink_init (RelByteSink *self, GOutputStream *stream)
{
  self->stream = stream;
  self->error = NULL;
  self->buffer = g_string_sized_new (BUFFER_BYTES + 4096);
}

static void
flush (RelByteSink *self)
{
  if (self->error == NULL)
    g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL, NULL, &self->error);
  g_string_truncate (self->buffer, 0);
}

gsize
rel_byte_sink_write (gconstpointer bytes, gsize n_bytes, gpointer self)
{
  RelByteSink *sink = self;

  g_string_append_len (sink->buffer, bytes, (gssize) n_bytes);
  if (sink->buffer->len >= BUFFER_BYTES)
    flush (sink);
  return n_bytes;
}

gboolean
rel_byte_sink_finish (RelByteSink *self, GError **error)
{
  flush (self);
  g_string_free (self->buffer, TRUE);
  self->buffer = NULL;
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}
