/* The properties of the ontology that the user brings (--ontology), by their words and by what they are the same as. */
#pragma once

#include <relata/triples.h>

G_BEGIN_DECLS

typedef struct _RelGivenProperties RelGivenProperties; /* opaque: src/triples/given_properties.c */

/* Made once for each lexicon; borrowed from it. NULL: the user brought none. */
const RelGivenProperties *rel_given_properties_get (const RelLexicon *lexicon);

/* The properties whose label, other label or, for want of one, name reads @words, letter case apart; (nullable). */
const GPtrArray *rel_given_properties_find (const RelGivenProperties *self, const gchar *words);
/* The properties that say of themselves to be the same as, or below, the property @iri of another vocabulary; (nullable). */
const GPtrArray *rel_given_properties_find_counterparts (const RelGivenProperties *self, const gchar *iri);

/* (transfer full): @name as words in lower case: "birthPlace", "birth_place" and "Birth place" are "birth place". */
gchar *rel_given_properties_dup_words (const gchar *name);

G_END_DECLS
