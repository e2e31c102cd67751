/* A look at the bytes of an RDF file before its parser sees them. */
#pragma once

#include <relata/base.h>
#include <stdio.h>

G_BEGIN_DECLS

/* Where in a file of Turtle the last byte stood, and how deep. */
typedef struct {
  FILE *file;
  const gchar *name; /* for messages */
  GError *error;     /* (nullable) why the bytes ended before the file did */
  guint line, column;
  guint depth;    /* "[" and "(" that are open */
  gsize n_token;  /* bytes since the last blank or quotation mark */
  gint state;     /* of the scanner: what the last byte was part of */
  gchar quote;    /* in a string: the mark that ends it */
  guint n_quotes; /* such marks in a row */
  gboolean is_escaped;
} RelRdfGuard;

void rel_rdf_guard_init (RelRdfGuard *self, FILE *file, const gchar *name);

/* fread() as a SerdSource, of one byte at a time; 0 at the end of the file or of what is allowed. */
gsize rel_rdf_guard_read (gpointer buffer, gsize size, gsize n_members, gpointer self);
/* ferror() as a SerdStreamErrorFunc. */
gint rel_rdf_guard_is_failed (gpointer self);

G_END_DECLS
