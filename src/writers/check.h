/* The work of checking one graph: what the parts of it share. */
#pragma once

#include "writers/triple_index.h"

#include <relata/writers.h>

G_BEGIN_DECLS

typedef struct {
  const RelTripleSet *graph;
  RelTripleIndex *index;  /* of the graph */
  RelTripleIndex *schema; /* of the graph and the ontology */
  GPtrArray *findings;    /* of RelFinding */
} RelCheck;

/* Adds a finding about @subject (an IRI). */
void rel_check_add (RelCheck *self, RelFindingKind kind, const gchar *subject, const gchar *format, ...)
  G_GNUC_PRINTF (4, 5);

/* (transfer full): the label of @iri where there is one, else the last part of it. */
gchar *rel_check_dup_name (const RelCheck *self, const gchar *iri);

/* check_evidence.c: offsets and sentences; @texts may be empty. */
void rel_check_evidence (RelCheck *self, RelDocument *const *texts, guint n_texts);
/* check_terms.c: classes and properties are defined, domains and ranges hold. */
void rel_check_terms (RelCheck *self);
/* check_shapes.c: the shapes of the ontology hold. */
void rel_check_shapes (RelCheck *self);
/* check_contradictions.c */
void rel_check_contradictions (RelCheck *self);

/* class_tree.c: whether @node has a class that is @class_iri or below it; TRUE where it has no class at all. */
gboolean rel_schema_is_instance (const RelTripleIndex *schema, const gchar *node, const gchar *class_iri);
/* The superproperties of @property and itself, each once. (transfer container) */
GPtrArray *rel_schema_list_super_properties (const RelTripleIndex *schema, const gchar *property);

G_END_DECLS
