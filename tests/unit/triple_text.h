/* For tests of writers: triples from Turtle in the test, and bytes of a format as a string. */
#pragma once

#include <glib/gstdio.h>
#include <relata/writers.h>
#include <unistd.h>

#define TEST_PREFIXES                                                                                                  \
  "@prefix e: <http://example.org/e/> .\n@prefix p: <http://example.org/p/> .\n"                                       \
  "@prefix f: <http://example.org/f/> .\n@prefix ev: <http://example.org/ev/> .\n"                                     \
  "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"                                                     \
  "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n@prefix schema: <https://schema.org/> .\n"                 \
  "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n@prefix rel: <https://w3id.org/relata/ns#> .\n"                 \
  "@prefix prov: <http://www.w3.org/ns/prov#> .\n@prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .\n"          \
  "@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .\n"

static inline RelTripleSet *
triples_from_turtle (const gchar *turtle)
{
  g_autofree gchar *path = NULL;
  g_autofree gchar *text = g_strconcat (TEST_PREFIXES, turtle, NULL);
  g_autoptr (GError) error = NULL;
  RelTripleSet *set;

  close (g_file_open_tmp ("relata-XXXXXX.ttl", &path, NULL));
  g_file_set_contents (path, text, -1, NULL);
  set = rel_triple_set_load (path, &error);
  g_remove (path);
  g_assert_no_error (error);
  return set;
}

static inline gchar *
text_of_triples (const RelTripleSet *set, RelFormat format)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  rel_triple_set_write (set, format, stream, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}
