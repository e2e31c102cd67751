/* IRIs abbreviated by prefixes, for the formats that abbreviate. */
#pragma once

#include <relata/triples.h>

G_BEGIN_DECLS

/* Opaque: src/writers/prefixes.c */
typedef struct _RelPrefixes RelPrefixes;

/* @triples must outlive the result. Only the prefixes that abbreviate something in @triples are in it. */
RelPrefixes *rel_prefixes_new (const RelTripleSet *triples);
void rel_prefixes_free (RelPrefixes *self);

/* The prefixes, sorted, and the namespace of each. */
const gchar *const *rel_prefixes_get_names (const RelPrefixes *self, guint *n_names);
const gchar *rel_prefixes_get_namespace (const RelPrefixes *self, const gchar *name);

/**
 * rel_prefixes_abbreviate:
 * @iri: a string of the triples
 *
 * Returns: (nullable): "p:met"; NULL where @iri has no prefix or its local name is not a letter followed by letters,
 *   digits, "_" and "-"
 */
const gchar *rel_prefixes_abbreviate (const RelPrefixes *self, const gchar *iri);

/* Where the local name of @iri begins: behind the last "#" or "/"; NULL: nowhere. */
const gchar *rel_iri_find_local_name (const gchar *iri);
/* A letter followed by letters, digits, "_" and "-". */
gboolean rel_is_local_name (const gchar *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelPrefixes, rel_prefixes_free)

G_END_DECLS
