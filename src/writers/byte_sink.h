/* A buffer in front of a GOutputStream for libraries that write through a callback which cannot fail. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The first error is kept, what comes after it is swallowed, and rel_byte_sink_finish() tells. */
typedef struct {
  GOutputStream *stream;
  GError *error;   /* (nullable) */
  GString *buffer; /* not yet written */
} RelByteSink;

void rel_byte_sink_init (RelByteSink *self, GOutputStream *stream);

/* Always returns @n_bytes, so that it can stand as a SerdSink. */
gsize rel_byte_sink_write (gconstpointer bytes, gsize n_bytes, gpointer self);

/* Writes what is left and frees what @self holds. FALSE: some byte did not get through. */
gboolean rel_byte_sink_finish (RelByteSink *self, GError **error);

G_END_DECLS
