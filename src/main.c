/* relata: the table of commands and nothing else. */
#include "command.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

static const struct {
  const gchar *name;
  gint (*run) (gint argc, gchar **argv);
  const gchar *summary;
} commands[] = {
  { "build", rel_command_build,
    "text to a knowledge graph: Turtle, N-Triples, N-Quads, TriG, RDF/XML, JSON-LD, TSV, DOT, SVG, PNG" },
  { "explain", rel_command_explain, "one fact: sentence, tree, pattern, and what its nodes were made of" },
  { "extract", rel_command_extract, "text to propositions, one a line" },
  { "annotate", rel_command_annotate, "text to CoNLL-U with entities, or names in BIO" },
  { "draw", rel_command_draw, "RDF to DOT, SVG, PNG" },
  { "query", rel_command_query, "SPARQL over RDF files: a table, CSV, TSV, JSON, XML" },
  { "check", rel_command_check, "RDF against the ontology, its shapes, and the texts that it cites" },
  { "merge", rel_command_merge, "several graphs to one, things and facts joined" },
  { "load", rel_command_load, "RDF into a triple store, counted there" },
  { "learn", rel_command_learn, "sentences with triples of an ontology to a lexicon of it" },
  { "train", rel_command_train, "CoNLL-U and BIO data to a model file" },
  { "score", rel_command_score, "a model file to its scores on CoNLL-U and BIO data" },
};

static void
print_help (FILE *stream)
{
  fputs ("Usage: relata COMMAND [OPTION…] [FILE…]\n\n"
         "Turns English text into a knowledge graph. No FILE, or -, is standard input.\n\nCommands:\n",
         stream);
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %-9s %s\n", commands[i].name, commands[i].summary);
  fputs (
    "\n'relata COMMAND --help' lists the options of a command.\n"
    "Exit status: 0 all well; 1 some documents failed, the rest is valid; 2 usage; 3 input or output; 4 internal.\n",
    stream);
}

/* The locale of the user, but for numbers and letters, which are data here: UTF-8 also in a container without a locale, and
 * "I" in lower case is "i" in Turkey, too. */
static void
set_locale (void)
{
  setlocale (LC_ALL, "");
  setlocale (LC_NUMERIC, "C");
  setlocale (LC_CTYPE, "C.UTF-8");
}

int
main (int argc, char **argv)
{
  set_locale ();

  const gchar *name = argc > 1 ? argv[1] : "";

  if (strcmp (name, "--help") == 0 || strcmp (name, "-h") == 0 || strcmp (name, "help") == 0) {
    print_help (stdout);
    return fflush (stdout) == 0 ? REL_EXIT_OK : REL_EXIT_IO;
  }
  if (strcmp (name, "--version") == 0) {
    puts ("relata " REL_VERSION);
    return fflush (stdout) == 0 ? REL_EXIT_OK : REL_EXIT_IO;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (name, commands[i].name) == 0)
      return commands[i].run (argc - 1, argv + 1);

  if (*name == '\0')
    print_help (stderr);
  else
    fprintf (stderr, "relata: '%s' is no command; 'relata --help' lists them\n", name);
  return REL_EXIT_USAGE;
}
