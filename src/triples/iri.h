/* IRIs minted from content, so that graphs made apart fit together. */
#pragma once

#include <relata/triples.h>

G_BEGIN_DECLS

#define REL_IRI_NAMESPACE "https://w3id.org/relata/ns#"
#define REL_IRI_DEFAULT_BASE "https://example.org/relata/"
#define REL_IRI_XSD "http://www.w3.org/2001/XMLSchema#"

/* (transfer full): @name as one segment of an IRI: blanks become "_", letters and digits of all scripts stay, everything
 * else is percent-encoded. Two names give the same segment only when they differ in nothing but blanks and Unicode
 * composition, or are longer than %REL_IRI_SEGMENT_MAX bytes and have the same 64-bit hash. */
gchar *rel_iri_segment (const gchar *name);

/* (transfer full): the words of @phrase in camel case: "agree to deepen" gives "agreeToDeepen". Begins with a letter. */
gchar *rel_iri_camel_case (const gchar *phrase);

/* (transfer full): @base, ending in "/" or "#", then @folder ("entity/"), then @segment. */
gchar *rel_iri_join (const gchar *base, const gchar *folder, const gchar *segment);

#define REL_IRI_SEGMENT_MAX 96

G_END_DECLS
