/* Words of a time expression → their meaning, by the classes of ontology/ (23-time.ttl). */
#include <reference/number_words.h>
#include <reference/time_words.h>

#include <string.h>

/* How a class of words is read. */
static const struct {
  const gchar *class_name;
  RelTimeKind kind;
  const gchar *value; /* (nullable) property that holds the meaning */
  gboolean is_name;   /* written with a capital */
} classes[] = {
  { "rel:Month", REL_TIME_MONTH, "rel:number", TRUE },
  { "rel:Weekday", REL_TIME_WEEKDAY, "rel:number", TRUE },
  { "rel:TimeUnit", REL_TIME_UNIT, "rel:duration", FALSE },
  { "rel:RelativeStep", REL_TIME_STEP, "rel:offset", FALSE },
  { "rel:RelativeDay", REL_TIME_DAY, "rel:offset", FALSE },
  { "rel:StoryStep", REL_TIME_STORY_STEP, "rel:offset", FALSE },
  { "rel:StoryDirection", REL_TIME_STORY_DIRECTION, "rel:offset", FALSE },
  { "rel:TimeDirection", REL_TIME_DIRECTION, "rel:offset", FALSE },
  { "rel:TimeJoint", REL_TIME_JOINT, NULL, FALSE },
  { "rel:Season", REL_TIME_SEASON, NULL, FALSE },
  { "rel:DayPart", REL_TIME_DAY_PART, NULL, FALSE },
  { "rel:Frequency", REL_TIME_FREQUENCY, "rel:duration", FALSE },
};

static gboolean
read_class (const RelLexicon *lexicon, const gchar *word, RelTimeWord *result)
{
  if (rel_lexicon_find (lexicon, word, NULL) == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++) {
    const gchar *resource = rel_lexicon_find (lexicon, word, classes[i].class_name);
    const gchar *value = NULL;

    if (resource == NULL || (classes[i].is_name && !g_ascii_isupper (word[0])))
      continue;
    if (classes[i].value != NULL)
      value = rel_lexicon_get_value (lexicon, resource, classes[i].value);
    result->kind = classes[i].kind;
    result->text = value;
    result->number = value != NULL ? g_ascii_strtod (value, NULL) : 0;
    return TRUE;
  }
  return FALSE;
}

/* "2012", "8", "19th", "1990s". */
static gboolean
read_figures (const gchar *word, RelTimeWord *result)
{
  gsize n = strspn (word, "0123456789");
  const gchar *ending = word + n;

  if (n == 0 || n > 9)
    return FALSE;
  result->number = g_ascii_strtod (word, NULL);
  result->n_figures = (guint) n;
  result->kind = REL_TIME_NUMBER;
  if (*ending == '\0')
    return TRUE;
  if (strcmp (ending, "s") == 0 && n == 4 && word[3] == '0') {
    result->kind = REL_TIME_DECADE;
    return TRUE;
  }
  result->is_rank = strlen (ending) == 2 && g_ascii_isalpha (ending[0]) && g_ascii_isalpha (ending[1]);
  return result->is_rank;
}

RelTimeWord
rel_time_word_read (const RelLexicon *lexicon, const gchar *word)
{
  RelTimeWord result = { .kind = REL_TIME_OTHER };
  RelNumberReader number = { 0 };

  if (*word == '\0' || read_figures (word, &result) || read_class (lexicon, word, &result))
    return result;
  result.kind = REL_TIME_OTHER;
  result.n_figures = 0;
  if (rel_number_reader_add (&number, lexicon, word)) {
    result.kind = REL_TIME_NUMBER;
    result.number = number.total + number.current;
  }
  return result;
}

/* Bytes of the word at @start: up to a blank, a comma or bracket, or a hyphen or dash, which is a word of its own. */
static gsize
measure_word (const gchar *start)
{
  const gchar *c = start;

  for (; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar u = g_utf8_get_char (c);
    gboolean is_dash = u == '-' || u == 0x2013 || u == 0x2014;

    if (is_dash && c == start)
      return (gsize) (g_utf8_next_char (c) - start);
    if (is_dash || g_ascii_isspace (*c) || strchr (",()\"/", *c) != NULL)
      break;
  }
  return (gsize) (c - start);
}

GArray *
rel_time_words_read (const RelLexicon *lexicon, const gchar *phrase)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (RelTimeWord));

  for (const gchar *c = phrase; *c != '\0';) {
    gsize n = measure_word (c);

    if (n == 0) {
      c = g_utf8_next_char (c);
      continue;
    }
    g_autofree gchar *word = g_strndup (c, n);
    RelTimeWord read = rel_time_word_read (lexicon, word);
    g_array_append_val (words, read);
    c += n;
  }
  return words;
}
