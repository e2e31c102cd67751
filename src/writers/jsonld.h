/* What JSON-LD needs to know of a predicate before it writes the first value. */
#pragma once

#include "writers/prefixes.h"

G_BEGIN_DECLS

/* How all values of a predicate look; values that look alike are plain strings, by the context. */
typedef enum {
  REL_COERCION_UNKNOWN, /* no value seen yet */
  REL_COERCION_IRI,
  REL_COERCION_PLAIN,    /* strings without language */
  REL_COERCION_NATIVE,   /* numbers and truths of JSON */
  REL_COERCION_LANGUAGE, /* strings of one language */
  REL_COERCION_DATATYPE, /* of one datatype */
  REL_COERCION_MIXED,    /* each value says what it is */
} RelCoercion;

typedef struct {
  const gchar *iri;
  const gchar *name; /* in the file: "met", or "p:met" where another predicate is called so, or the IRI */
  RelCoercion coercion;
  const gchar *value; /* (nullable) the language or datatype */
} RelJsonTerm;

/* Opaque: src/writers/jsonld_context.c */
typedef struct _RelJsonContext RelJsonContext;

/* @triples and @prefixes must outlive the result. */
RelJsonContext *rel_json_context_new (const RelTripleSet *triples, const RelPrefixes *prefixes);
void rel_json_context_free (RelJsonContext *self);

/* @predicate: a string of the triples */
const RelJsonTerm *rel_json_context_get_term (const RelJsonContext *self, const gchar *predicate);

/* What the file calls "@id", "@type" and "@graph": the same without "@", unless a prefix of the graph has that name. */
const gchar *rel_json_context_get_keyword (const RelJsonContext *self, const gchar *keyword);

/* Appends the object that is the value of "@context". */
void rel_json_context_append (const RelJsonContext *self, GString *text);

/* Whether JSON's own number or truth means the same as @triple's literal. */
gboolean rel_json_is_native (const RelTriple *triple);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelJsonContext, rel_json_context_free)

G_END_DECLS
