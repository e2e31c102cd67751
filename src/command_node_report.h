/* The merge report of relata build: what was made one node, by which rule, and what nearly was. */
#pragma once

#include <relata/pipeline.h>

G_BEGIN_DECLS

/* Opaque: src/command_node_report.c */
typedef struct _RelNodeReport RelNodeReport;

/* Opens the report for writing; NULL with REL_ERROR_IO. @base (nullable) is that of the graph. */
RelNodeReport *rel_node_report_open (const gchar *path, const gchar *base, GError **error);
/* Writes the mentions of a document, node by node. */
gboolean rel_node_report_add (RelNodeReport *self, RelDocument *document, GError **error);
/* Writes what the documents have in common and closes; FALSE with the file left as it was before. */
gboolean rel_node_report_close (RelNodeReport *self, GError **error);
/* Leaves the file as it was before; accepts NULL. */
void rel_node_report_abandon (RelNodeReport *self);

G_END_DECLS
