/* relata annotate: text to CoNLL-U with trees and entities, or to BIO with names. All of the text comes out, so that it can
 * be laid beside another annotation of it. */
#include "command.h"
#include "command_input.h"

#include <relata/writers.h>
#include <string.h>

typedef gboolean (*DocumentWriter) (const RelDocument *document, GOutputStream *stream, GError **error);

/* What -f may name, and the last stage that each needs. */
static const struct {
  const gchar *name;
  RelStage until;
  DocumentWriter write;
} formats[] = {
  { "conllu", REL_STAGE_ENTITIES, rel_document_write_conllu },
  { "bio", REL_STAGE_WORDS, rel_document_write_bio },
};

typedef struct {
  DocumentWriter write;
  RelOutput *output;
} Sink;

/* Bytes of [start, end) without the white space at its ends. */
static RelSpan
trim (const gchar *text, guint32 start, guint32 end)
{
  while (start < end && g_ascii_isspace (text[start]))
    start++;
  while (end > start && g_ascii_isspace (text[end - 1]))
    end--;
  return (RelSpan){ start, end };
}

/* Makes the paragraphs running text that takes in all of the text: what stands between them, such as the mark of a list
 * item, joins the paragraph behind it if that goes on in the same line, and else is a paragraph of its own. */
static void
cover_text (RelDocument *document)
{
  RelParagraph *covering;
  guint32 covered = 0;
  guint n = 0;

  if (document->sentences != NULL) /* given, with the paragraphs that they stand in */
    return;
  covering = rel_arena_new_array (document->arena, RelParagraph, 2 * (gsize) document->n_paragraphs + 1);
  for (guint i = 0; i <= document->n_paragraphs; i++) {
    RelParagraph paragraph = { { document->n_bytes, document->n_bytes }, REL_PARAGRAPH_BODY };

    if (i < document->n_paragraphs)
      paragraph.span = document->paragraphs[i].span;
    RelSpan gap = trim (document->text, covered, paragraph.span.start);
    covered = paragraph.span.end;
    if (gap.start < gap.end && memchr (document->text + gap.end, '\n', paragraph.span.start - gap.end) != NULL)
      covering[n++] = (RelParagraph){ gap, REL_PARAGRAPH_BODY };
    else if (gap.start < gap.end)
      paragraph.span.start = gap.start;
    if (paragraph.span.start < paragraph.span.end)
      covering[n++] = paragraph;
  }
  document->paragraphs = covering;
  document->n_paragraphs = n;
}

static gboolean
write_document (RelCommandInput *input, RelDocument *document, gpointer user_data, GError **error)
{
  Sink *sink = user_data;

  return sink->write (document, rel_output_get_stream (sink->output), error);
}

static RelExit
refuse (const gchar *option, const gchar *value)
{
  rel_messages_print_error ("annotate: %s: unknown value '%s'; see relata annotate --help", option, value);
  return REL_EXIT_USAGE;
}

/* The stage of that name whose results can be written, -1: none. */
static gint
find_stage (const gchar *name)
{
  for (gint i = 0; i <= REL_STAGE_ENTITIES; i++)
    if (strcmp (rel_stage_get_name ((RelStage) i), name) == 0)
      return i;
  return -1;
}

static gint
find_format (const gchar *name)
{
  for (gint i = 0; i < (gint) G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].name, name) == 0)
      return i;
  return -1;
}

static void
write_all (RelCommandInput *input, gchar *const *paths, const gchar *output_path, gint format, RelStage until)
{
  g_autoptr (GError) error = NULL;
  Sink sink = { formats[format].write, rel_output_open (output_path, &error) };

  if (sink.output == NULL) {
    rel_command_input_fail_output (input, output_path, error);
    return;
  }
  rel_command_input_run (input, paths, until, write_document, &sink);
  if (input->stopped || (input->n_done == 0 && input->n_failed > 0))
    rel_output_abandon (sink.output);
  else if (!rel_output_close (sink.output, &error))
    rel_command_input_fail_output (input, output_path, error);
}

gint
rel_command_annotate (gint argc, gchar **argv)
{
  RelCommandInput input = REL_COMMAND_INPUT_INIT;
  g_autofree gchar *format_name = NULL, *output_path = NULL, *until_name = NULL;
  gboolean prose = FALSE;
  gint format = 0, until = 0;
  const GOptionEntry entries[]
    = { { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, "conllu (trees, entities) or bio (names) (conllu)",
          "FORMAT" },
        { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_path, "Where to (standard output)", "FILE" },
        { "until", 0, 0, G_OPTION_ARG_STRING, &until_name, "Last stage to run: tokens, words or entities", "STAGE" },
        { "prose", 0, 0, G_OPTION_ARG_NONE, &prose, "Leave out bylines, copyright lines and the like, as build does",
          NULL },
        G_OPTION_ENTRY_NULL };
  g_autoptr (GOptionContext) context = g_option_context_new ("[FILE…]");

  g_option_context_set_summary (context, "Writes sentences, tokens, tags, trees and entities of texts.");
  g_option_context_add_main_entries (context, entries, NULL);
  rel_command_input_add_options (&input, context);
  if (!rel_command_parse (context, "annotate", &argc, &argv))
    input.worst = REL_EXIT_USAGE;
  else if ((format = find_format (format_name != NULL ? format_name : "conllu")) < 0)
    input.worst = refuse ("--format", format_name);
  else if ((until = until_name != NULL ? find_stage (until_name) : (gint) formats[format].until) < 0)
    input.worst = refuse ("--until", until_name);
  input.prepare = prose ? NULL : cover_text;
  if (input.worst == REL_EXIT_OK && rel_command_input_open (&input))
    write_all (&input, argv + 1, output_path, format, (RelStage) until);
  return rel_command_input_close (&input);
}
