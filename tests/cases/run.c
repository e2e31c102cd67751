/* Runs the cases: text, "---", expected lines (README.md in this folder), and prints TAP.
 *
 *   run [FOLDER | FILE.case]…       all of tests/cases when nothing is named; the working folder is the repository's root
 *   run --show FOLDER TEXT          prints the lines that TEXT comes to
 */
#include "case_render.h"

#include <stdio.h>
#include <string.h>

#define CASES "tests/cases"
#define MODEL "src/learn/models/en.relm"
#define TODO "TODO "
/* Of many cases one in so many may be a known failure, no more: a suite that forgives much tells nothing. */
#define CASES_PER_KNOWN_FAILURE 20
#define MANY_CASES 200

typedef struct {
  gchar *title;
  gboolean is_todo;
  GString *text;
  GPtrArray *expected; /* gchar * */
  RelInputOptions options;
} Case;

static Case *
case_new (const gchar *title)
{
  Case *self = g_new0 (Case, 1);

  self->is_todo = g_str_has_prefix (title, TODO);
  self->title = g_strdup (self->is_todo ? title + strlen (TODO) : title);
  self->text = g_string_new (NULL);
  self->expected = g_ptr_array_new_with_free_func (g_free);
  self->options.format = REL_INPUT_TEXT;
  return self;
}

static void
case_free (gpointer data)
{
  Case *self = data;

  g_free (self->title);
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->expected);
  g_free (self);
}

/* ─── Reading ─── */

typedef enum { IN_HEAD, IN_TEXT, IN_EXPECTED, BETWEEN } Place;

/* Whether @line is one of the options behind a title. */
static gboolean
read_option (Case *self, const gchar *line)
{
  static const struct {
    const gchar *name;
    RelInputFormat format;
  } formats[] = {
    { "# format: text", REL_INPUT_TEXT },
    { "# format: html", REL_INPUT_HTML },
    { "# format: markdown", REL_INPUT_MARKDOWN },
    { "# format: sentences", REL_INPUT_SENTENCES },
  };

  if (g_str_has_prefix (line, "# date: "))
    return rel_date_parse (line + strlen ("# date: "), &self->options.date);
  if (strcmp (line, "# tokenized") == 0) {
    self->options.format = REL_INPUT_SENTENCES;
    self->options.tokenized = TRUE;
    return TRUE;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (line, formats[i].name) == 0) {
      self->options.format = formats[i].format;
      return TRUE;
    }
  return FALSE;
}

/* A case that nothing can fail. */
static gboolean
refuse_case (const gchar *path, const Case *self, GError **error)
{
  g_set_error (error, REL_ERROR, REL_ERROR_FORMAT, "%s: case '%s' expects nothing; write '---' and a line", path,
               self->title);
  return FALSE;
}

/* Adds the cases of @path to @cases; FALSE when the file breaks the format. */
static gboolean
read_cases (const gchar *path, GPtrArray *cases, GError **error)
{
  g_autofree gchar *content = NULL;

  if (!g_file_get_contents (path, &content, NULL, error))
    return FALSE;

  g_auto (GStrv) lines = g_strsplit (content, "\n", -1);
  Place place = BETWEEN;
  Case *current = NULL;

  for (guint i = 0; lines[i] != NULL; i++) {
    const gchar *line = lines[i];

    if (place == BETWEEN && g_str_has_prefix (line, "# ")) {
      g_ptr_array_add (cases, current = case_new (line + 2));
      place = IN_HEAD;
    } else if (place == BETWEEN && *line != '\0' && !g_str_has_prefix (line, "##")) {
      g_set_error (error, REL_ERROR, REL_ERROR_FORMAT, "%s:%u: a case begins with '# title'", path, i + 1);
      return FALSE;
    } else if (place == IN_HEAD && read_option (current, line)) {
      continue;
    } else if (place == IN_HEAD || place == IN_TEXT) {
      place = strcmp (line, "---") == 0 ? IN_EXPECTED : IN_TEXT;
      if (place == IN_TEXT)
        g_string_append_printf (current->text, "%s\n", line);
    } else if (place == IN_EXPECTED && *line != '\0') {
      g_ptr_array_add (current->expected, g_strdup (line));
    } else if (place == IN_EXPECTED) {
      place = BETWEEN;
    }
    if (place == BETWEEN && current != NULL && current->expected->len == 0)
      return refuse_case (path, current, error);
  }
  return current == NULL || current->expected->len > 0 || refuse_case (path, current, error);
}

/* ─── Comparing ─── */

/* Which of the lines found an expected line speaks of. */
typedef enum { ANY_LINE, FACT_LINE } Which;

#define INFERRED " [inferred]"

/* Whether the text asserts @line, and it is as @expected: no marks behind it but that words are supplied. */
static gboolean
is_fact (const gchar *expected, const gchar *line)
{
  g_autofree gchar *said = g_strdup (line);

  if (g_str_has_suffix (said, INFERRED))
    said[strlen (said) - strlen (INFERRED)] = '\0';
  return (!g_str_has_suffix (said, "]") || strstr (said, " [") == NULL) && g_pattern_match_simple (expected, said);
}

static gboolean
is_among (const gchar *expected, Which which, const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (which == FACT_LINE ? is_fact (expected, lines->pdata[i]) : g_pattern_match_simple (expected, lines->pdata[i]))
      return TRUE;
  return FALSE;
}

/* The words before the pattern of an expected line; the first that fits counts. */
static const struct {
  const gchar *words;
  Which which;
  gboolean absent;
} demands[] = {
  { "not: ", ANY_LINE, TRUE },
  { "no fact: ", FACT_LINE, TRUE },
  { "fact: ", FACT_LINE, FALSE },
  { "", ANY_LINE, FALSE },
};

static void
compare_line (const gchar *expected, const GPtrArray *lines, GString *wrong)
{
  guint i = 0;

  while (!g_str_has_prefix (expected, demands[i].words))
    i++;
  if (is_among (expected + strlen (demands[i].words), demands[i].which, lines) == demands[i].absent)
    g_string_append_printf (wrong, "# %s: %s\n", demands[i].absent ? "must not be found" : "missing", expected);
}

static gchar *
describe_some (const Case *self, const GPtrArray *lines)
{
  GString *wrong = g_string_new (NULL);

  for (guint i = 0; i < self->expected->len; i++)
    if (strcmp (self->expected->pdata[i], "(nothing)") != 0)
      compare_line (self->expected->pdata[i], lines, wrong);
    else if (lines->len > 0)
      g_string_append (wrong, "# should find nothing\n");
  return g_string_free (wrong, FALSE);
}

static gchar *
describe_whole (const Case *self, const GPtrArray *lines)
{
  GString *wrong = g_string_new (NULL);

  for (guint i = 0; i < MAX (self->expected->len, lines->len); i++)
    if (i >= self->expected->len)
      g_string_append_printf (wrong, "# line %u too many: %s\n", i + 1, (const gchar *) lines->pdata[i]);
    else if (i >= lines->len || !g_pattern_match_simple (self->expected->pdata[i], lines->pdata[i]))
      g_string_append_printf (wrong, "# line %u should be: %s\n", i + 1, (const gchar *) self->expected->pdata[i]);
  return g_string_free (wrong, FALSE);
}

/* Prints one line of TAP, and when the case fails what is wrong and what was found. Whether it is as expected. */
static gboolean
run_case (const RelPipeline *pipeline, const RelCaseRenderer *renderer, const gchar *path, const Case *self,
          guint number)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autofree gchar *wrong = NULL;
  gboolean is_empty = self->expected->len == 1 && strcmp (self->expected->pdata[0], "(nothing)") == 0;

  if (!renderer->render (pipeline, &(RelCaseInput){ self->text->str, self->options }, lines, &error))
    wrong = g_strdup_printf ("# %s\n", error->message);
  else
    wrong = renderer->whole && !is_empty ? describe_whole (self, lines) : describe_some (self, lines);

  printf ("%sok %u - %s: %s%s\n", *wrong != '\0' ? "not " : "", number, path, self->title,
          self->is_todo ? " # TODO" : "");
  fflush (stdout);
  if (*wrong != '\0' && !self->is_todo) { /* prove shows standard error only */
    fprintf (stderr, "# %s: %s\n%s", path, self->title, wrong);
    for (guint i = 0; i < lines->len; i++)
      fprintf (stderr, "#   found: %s\n", (const gchar *) lines->pdata[i]);
  }
  return *wrong == '\0';
}

/* The last line of TAP: how many known failures there are, and whether they are few. */
static void
count_known_failures (guint n_known, guint n_mended, guint n_cases, guint number)
{
  gboolean few = n_cases < MANY_CASES || n_known * CASES_PER_KNOWN_FAILURE <= n_cases;

  printf ("%sok %u - known failures: %u of %u cases (at most 1 in %u); %u more are mended, take off their TODO\n",
          few ? "" : "not ", number, n_known, n_cases, CASES_PER_KNOWN_FAILURE, n_mended);
}

/* ─── Files ─── */

typedef struct {
  gchar *path; /* below tests/cases */
  const RelCaseRenderer *renderer;
  GPtrArray *cases; /* Case * */
} CaseFile;

static void
case_file_free (gpointer data)
{
  CaseFile *self = data;

  g_free (self->path);
  g_ptr_array_unref (self->cases);
  g_free (self);
}

static gboolean
add_file (const gchar *path, GPtrArray *files, GError **error)
{
  g_autofree gchar *directory = g_path_get_dirname (path);
  g_autofree gchar *folder = g_path_get_basename (directory);
  CaseFile *file = g_new0 (CaseFile, 1);

  file->path = g_strdup (g_str_has_prefix (path, CASES "/") ? path + strlen (CASES "/") : path);
  file->renderer = rel_case_renderer_find (folder);
  file->cases = g_ptr_array_new_with_free_func (case_free);
  g_ptr_array_add (files, file);
  if (file->renderer == NULL) {
    g_set_error (error, REL_ERROR, REL_ERROR_FORMAT, "%s: no renderer for the folder %s", path, folder);
    return FALSE;
  }
  return read_cases (path, file->cases, error);
}

static gint
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const gchar *const *) a, *(const gchar *const *) b);
}

/* Adds all files of folder @path, and of the folders in it, in the order of their names. */
static gboolean
add_folder (const gchar *path, GPtrArray *files, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) directory = g_dir_open (path, 0, error);
  const gchar *name;

  if (directory == NULL)
    return FALSE;
  while ((name = g_dir_read_name (directory)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_strings);
  for (guint i = 0; i < names->len; i++) {
    const gchar *inner = names->pdata[i];

    if (g_file_test (inner, G_FILE_TEST_IS_DIR) ? !add_folder (inner, files, error)
                                                : g_str_has_suffix (inner, ".case") && !add_file (inner, files, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
add_argument (const gchar *argument, GPtrArray *files, GError **error)
{
  if (g_str_has_suffix (argument, ".case"))
    return add_file (argument, files, error);
  g_autofree gchar *folder = g_build_filename (CASES, argument, NULL);
  return add_folder (folder, files, error);
}

static gint
show (const RelPipeline *pipeline, const gchar *folder, const gchar *text)
{
  const RelCaseRenderer *renderer = rel_case_renderer_find (folder);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  if (renderer == NULL
      || !renderer->render (pipeline, &(RelCaseInput){ text, { .format = REL_INPUT_TEXT } }, lines, &error)) {
    fprintf (stderr, "%s\n", renderer != NULL ? error->message : "no such folder");
    return 1;
  }
  for (guint i = 0; i < lines->len; i++)
    puts (lines->pdata[i]);
  return 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (case_file_free);
  const gchar *model = g_getenv ("RELATA_MODEL");
  g_autoptr (RelPipeline) pipeline = rel_pipeline_new (model != NULL ? model : MODEL, "ontology", NULL, &error);
  gboolean good = pipeline != NULL;
  guint n_cases = 0;
  guint number = 0;
  guint n_known = 0;
  guint n_mended = 0;

  if (good && argc == 4 && strcmp (argv[1], "--show") == 0)
    return show (pipeline, argv[2], argv[3]);
  if (argc == 1)
    good = good && add_folder (CASES, files, &error);
  for (gint i = 1; i < argc && good; i++)
    good = add_argument (argv[i], files, &error);
  if (!good) {
    printf ("Bail out! %s\n", error->message);
    return 1;
  }

  for (guint f = 0; f < files->len; f++)
    n_cases += ((CaseFile *) files->pdata[f])->cases->len;
  printf ("1..%u\n", n_cases + 1);
  for (guint f = 0; f < files->len; f++) {
    const CaseFile *file = files->pdata[f];
    for (guint c = 0; c < file->cases->len; c++) {
      const Case *one = file->cases->pdata[c];
      gboolean right = run_case (pipeline, file->renderer, file->path, one, ++number);

      n_known += one->is_todo && !right;
      n_mended += one->is_todo && right;
    }
  }
  count_known_failures (n_known, n_mended, n_cases, n_cases + 1);
  return 0;
}
