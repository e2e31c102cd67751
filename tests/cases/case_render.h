/* What a case of each folder shows of a text, as lines that a reader can check. */
#pragma once

#include <relata/pipeline.h>

G_BEGIN_DECLS

/* The text of a case and how to read it. */
typedef struct {
  const gchar *text;
  RelInputOptions options;
} RelCaseInput;

typedef struct {
  const gchar *folder; /* tests/cases/<folder> */
  gboolean whole;      /* expected lines are all lines, in order; else some of them, in any order */
  /* Adds the lines (gchar *, given away) that @input comes to. */
  gboolean (*render) (const RelPipeline *pipeline, const RelCaseInput *input, GPtrArray *lines, GError **error);
} RelCaseRenderer;

/* NULL: no such folder is known. */
const RelCaseRenderer *rel_case_renderer_find (const gchar *folder);

G_END_DECLS
