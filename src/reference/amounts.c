/* Times and quantities: a token and its tree in, a mention with a value out.
 *
 * A time reaches as far as its neighbours are words of time ("September last year", whatever their arcs); a quantity is
 * the phrase around a number, a currency or a unit of measure.
 */
#include <reference/amounts.h>
#include <reference/number_words.h>
#include <reference/phrase.h>
#include <reference/time_words.h>

#include <string.h>

#define FIRST_YEAR 1000
#define LAST_YEAR 2199

static RelTimeWord
read_word (const RelDiscourse *self, const RelToken *token)
{
  return rel_time_word_read (self->lexicon, token->form);
}

static gboolean
is_year (const RelTimeWord *word)
{
  return word->kind == REL_TIME_DECADE
         || (word->kind == REL_TIME_NUMBER && word->n_figures == 4 && !word->is_rank && word->number >= FIRST_YEAR
             && word->number <= LAST_YEAR);
}

/* A number of four figures is a year where it stands for itself: "in 2012", "July 2012", not "2012 people". */
static gboolean
stands_for_year (const RelToken *token)
{
  switch (token->deprel) {
  case REL_DEPREL_NUMMOD:
  case REL_DEPREL_OBJ:
  case REL_DEPREL_IOBJ:
  case REL_DEPREL_FLAT:
  case REL_DEPREL_DEP:
    return FALSE;
  default:
    return token->name == REL_NAME_NONE;
  }
}

/* "Theresa May" */
static gboolean
is_surname (const RelTree *tree, const RelToken *token)
{
  return token > tree->tokens && token[-1].name == REL_NAME_PER;
}

/* "August 6": trees hang the month on the day as well as the day on the month. */
static gboolean
is_day_of_month (const RelDiscourse *self, const RelTree *tree, const RelToken *day)
{
  RelTimeWord month;

  if (day == tree->tokens || day->upos != REL_UPOS_NUM || strlen (day->form) > 2 || tree->tokens + day[-1].head != day)
    return FALSE;
  month = read_word (self, day - 1);
  return month.kind == REL_TIME_MONTH && g_ascii_isdigit (day->form[0]);
}

/* "2100 UTC" */
static gboolean
is_time_of_day (const RelDiscourse *self, const RelTree *tree, const RelToken *token)
{
  return token + 1 < tree->tokens + tree->n && rel_lexicon_find (self->lexicon, token[1].form, "rel:TimeZone") != NULL;
}

/* "on Sunday Presidents X and Y signed": no part of the title, however it is tagged. */
static gboolean
is_announced_weekday (const RelDiscourse *self, const RelTree *tree, const RelToken *token)
{
  return token > tree->tokens && token[-1].upos == REL_UPOS_ADP && read_word (self, token).kind == REL_TIME_WEEKDAY;
}

/* Whether @token can be the head of a time. */
static gboolean
is_time_head (const RelDiscourse *self, const RelTree *tree, const RelToken *token)
{
  RelTimeWord word;

  switch (token->upos) {
  case REL_UPOS_NUM:
    if (is_day_of_month (self, tree, token))
      return TRUE;
    word = read_word (self, token);
    return (is_year (&word) && stands_for_year (token) && !is_time_of_day (self, tree, token))
           || strlen (token->form) == strlen ("2026-01-19");
  case REL_UPOS_NOUN:
  case REL_UPOS_PROPN:
  case REL_UPOS_ADV:
    if (is_announced_weekday (self, tree, token))
      return TRUE;
    if (token->name == REL_NAME_PER || token->name == REL_NAME_ORG || token->name == REL_NAME_LOC
        || is_surname (tree, token))
      return FALSE;
    word = read_word (self, token);
    if (token->upos == REL_UPOS_ADV)
      return word.kind == REL_TIME_DAY || word.kind == REL_TIME_FREQUENCY;
    return word.kind == REL_TIME_MONTH || word.kind == REL_TIME_WEEKDAY || word.kind == REL_TIME_UNIT
           || word.kind == REL_TIME_DAY || word.kind == REL_TIME_DECADE || word.kind == REL_TIME_FREQUENCY
           || ((word.kind == REL_TIME_SEASON || word.kind == REL_TIME_DAY_PART) && token->upos == REL_UPOS_NOUN);
  default:
    return FALSE;
  }
}

/* Words that go with a time beside them. */
static gboolean
extends_time (const RelDiscourse *self, const RelToken *token)
{
  RelTimeWord word = read_word (self, token);

  switch (word.kind) {
  case REL_TIME_MONTH:
  case REL_TIME_WEEKDAY:
  case REL_TIME_STEP:
  case REL_TIME_DIRECTION:
  case REL_TIME_DAY:
    return TRUE;
  case REL_TIME_STORY_DIRECTION: /* "two years later" */
    return read_word (self, token - 1).kind == REL_TIME_UNIT;
  case REL_TIME_UNIT:
    return token->upos == REL_UPOS_NOUN && strcmp (token->form, "second") != 0;
  default:
    return is_year (&word);
  }
}

/* "to" in "1977 to 1995", but not "and" */
static gboolean
joins_years (const RelDiscourse *self, const RelToken *token)
{
  RelTimeWord joint = read_word (self, token), last = read_word (self, token + 1);

  return joint.kind == REL_TIME_JOINT && token->upos != REL_UPOS_CCONJ && is_year (&last);
}

static void
extend_time (const RelDiscourse *self, const RelTree *tree, gint32 *first, gint32 *end)
{
  const RelToken *tokens = tree->tokens;

  while (*end < tree->n) {
    gint32 next = *end;
    RelTimeWord head = read_word (self, &tokens[next - 1]);

    if (head.kind == REL_TIME_MONTH && tokens[next].upos == REL_UPOS_NUM) { /* the day behind its month */
      *end = next + 1;
      continue;
    }
    if (is_year (&head) && next + 1 < tree->n && joins_years (self, &tokens[next])) {
      *end = next + 2;
      continue;
    }
    if (tokens[next].upos == REL_UPOS_ADP && next + 1 < tree->n && tokens[next + 1].head >= *first
        && tokens[next + 1].head < *end && extends_time (self, &tokens[next + 1]))
      next++; /* "the end of 2012", "the morning of May 5" */
    if (tokens[next].upos == REL_UPOS_PUNCT && strcmp (tokens[next].form, ",") == 0 && next + 1 < tree->n) {
      RelTimeWord word = read_word (self, &tokens[next + 1]);
      if (!is_year (&word))
        return;
      next++;
    }
    if (!extends_time (self, &tokens[next]))
      return;
    *end = next + 1;
  }
}

/* "last", "this", "next", "the same" and a weekday before a time belong to it. */
static void
extend_time_left (const RelDiscourse *self, const RelTree *tree, gint32 *first)
{
  while (*first > 0) {
    RelTimeWord word = read_word (self, &tree->tokens[*first - 1]);
    if (word.kind != REL_TIME_STEP && word.kind != REL_TIME_STORY_STEP && word.kind != REL_TIME_WEEKDAY)
      return;
    (*first)--;
  }
}

static gboolean
has_child_feature (const RelTree *tree, gint32 token, RelDeprel deprel, const gchar *feature)
{
  for (gint32 child = rel_tree_get_child (tree, token, deprel); child >= 0;
       child = rel_tree_get_next (tree, child, deprel))
    if (feature == NULL || rel_token_has_feature (&tree->tokens[child], feature))
      return TRUE;
  return FALSE;
}

/* Whether the clause around @token tells of what has been. A participle does unless its verb looks forward
 * ("scheduled for February"). */
static gboolean
is_in_past (const RelDiscourse *self, const RelTree *tree, gint32 token)
{
  for (gint32 steps = 0; token >= 0 && steps <= tree->n; token = tree->tokens[token].head, steps++) {
    const RelToken *verb = &tree->tokens[token];

    if (verb->upos != REL_UPOS_VERB && verb->upos != REL_UPOS_AUX
        && rel_tree_get_child (tree, token, REL_DEPREL_COP) < 0)
      continue;
    if (rel_lexicon_has (self->lexicon, "rel:Forward", "rel:lemma", verb->lemma != NULL ? verb->lemma : ""))
      return FALSE;
    for (gint32 child = tree->first_child[token]; child >= 0; child = tree->next_sibling[child])
      if (tree->tokens[child].deprel == REL_DEPREL_AUX
          && rel_lexicon_has (self->lexicon, "rel:Forward", "rel:lemma", tree->tokens[child].lemma))
        return FALSE;
    if (rel_token_has_feature (verb, "Tense=Past") || has_child_feature (tree, token, REL_DEPREL_AUX, "Tense=Past")
        || has_child_feature (tree, token, REL_DEPREL_AUX_PASS, "Tense=Past")
        || has_child_feature (tree, token, REL_DEPREL_COP, "Tense=Past"))
      return TRUE;
    if (rel_token_has_feature (verb, "VerbForm=Fin"))
      return FALSE;
  }
  return TRUE; /* reports tell of what has been */
}

/* "until October": lies ahead whatever the tense. */
static gboolean
is_limit (const RelDiscourse *self, const RelTree *tree, gint32 token)
{
  gint32 preposition = rel_tree_get_child (tree, token, REL_DEPREL_CASE);

  return preposition >= 0 && rel_lexicon_find (self->lexicon, tree->tokens[preposition].form, "rel:TimeJoint") != NULL;
}

static void
set_span (const RelDiscourse *self, RelMention *mention, gint32 first, gint32 end)
{
  const RelToken *tokens = rel_discourse_get_tokens (self, mention->sentence);

  mention->first = first;
  mention->end = end;
  mention->span = (RelSpan){ tokens[first].span.start, tokens[end - 1].span.end };
}

/* "a minute of silence": what is measured is no time. */
static gboolean
is_measure_of_other (const RelDiscourse *self, const RelTree *tree, gint32 head)
{
  RelTimeWord word = read_word (self, &tree->tokens[head]);

  if (word.kind != REL_TIME_UNIT || has_child_feature (tree, head, REL_DEPREL_NUMMOD, NULL))
    return FALSE;
  for (gint32 child = rel_tree_get_child (tree, head, REL_DEPREL_NMOD); child >= 0;
       child = rel_tree_get_next (tree, child, REL_DEPREL_NMOD))
    if (child > head && g_strcmp0 (tree->tokens[head + 1].lemma, "of") == 0
        && !is_time_head (self, tree, &tree->tokens[child]))
      return TRUE;
  return FALSE;
}

gboolean
rel_amount_read_time (RelDiscourse *self, RelMention *mention)
{
  const RelTree *tree = self->trees[mention->sentence];
  gint32 first, end;

  if (mention->head + 1 < tree->n && is_day_of_month (self, tree, &tree->tokens[mention->head + 1]))
    mention->head++;
  if (!is_time_head (self, tree, &tree->tokens[mention->head]) || is_measure_of_other (self, tree, mention->head))
    return FALSE;
  rel_phrase_measure (tree, mention->head, &first, &end);
  if (is_day_of_month (self, tree, &tree->tokens[mention->head]))
    first = MIN (first, mention->head - 1);
  extend_time (self, tree, &first, &end);
  extend_time_left (self, tree, &first);
  while (first < mention->head && rel_token_has_feature (&tree->tokens[first], "PronType=Art"))
    first++;

  const gchar *text = rel_discourse_dup_text (self, mention->sentence, first, end);
  self->time_frame.anchor = self->document->date;
  self->time_frame.past = is_in_past (self, tree, mention->head) && !is_limit (self, tree, mention->head);

  g_autofree gchar *value = rel_time_resolve_frame (self->lexicon, text, &self->time_frame);

  if (value == NULL && tree->tokens[mention->head].upos == REL_UPOS_NOUN && !rel_time_is_relative (self->lexicon, text))
    return FALSE;
  rel_time_frame_tell (&self->time_frame, value);
  set_span (self, mention, first, end);
  mention->form = REL_MENTION_TIME;
  mention->type = REL_ENTITY_TIME;
  mention->value = value != NULL ? rel_arena_strdup (self->document->arena, value) : NULL;
  return TRUE;
}

/* Code of the currency or measure that @token names, NULL: none. */
static const gchar *
get_unit (const RelDiscourse *self, const RelToken *token)
{
  const gchar *unit = rel_lexicon_find (self->lexicon, token->form, "rel:Currency");

  if (unit == NULL)
    unit = rel_lexicon_find (self->lexicon, token->form, "rel:MeasureUnit");
  return unit != NULL ? rel_lexicon_get_value (self->lexicon, unit, "rel:code") : NULL;
}

static gboolean
is_number (const RelDiscourse *self, const RelToken *token)
{
  RelNumberReader reader = { 0 };

  return token->upos != REL_UPOS_DET && rel_number_reader_add (&reader, self->lexicon, token->form);
}

/* Reads the numbers in tokens [first, end) into the value of @mention. */
static void
read_value (const RelDiscourse *self, RelMention *mention, gint32 first, gint32 end)
{
  const RelToken *tokens = rel_discourse_get_tokens (self, mention->sentence);
  RelNumberReader reader = { 0 };

  for (gint32 i = first; i < end; i++) {
    gboolean is_word = rel_number_reader_add (&reader, self->lexicon, tokens[i].form);
    if (!is_word && reader.n_words == 0 && rel_lexicon_find (self->lexicon, tokens[i].form, "rel:Approximator") != NULL)
      mention->approximate = TRUE;
    if (!is_word && reader.n_words > 0 && tokens[i].upos != REL_UPOS_PUNCT)
      break;
  }
  if (reader.n_words == 0)
    return;

  g_autofree gchar *value = rel_number_reader_to_string (&reader);
  mention->value = rel_arena_strdup (self->document->arena, value);
}

/* Widens [*first, *end) by the numbers beside it, and words of roughness before. */
static void
extend_number (const RelDiscourse *self, const RelTree *tree, gint32 *first, gint32 *end)
{
  while (*first > 0
         && (is_number (self, &tree->tokens[*first - 1]) || get_unit (self, &tree->tokens[*first - 1]) != NULL))
    (*first)--;
  while (*end < tree->n && tree->tokens[*end].upos == REL_UPOS_NUM && is_number (self, &tree->tokens[*end]))
    (*end)++;
  if (*first > 0 && rel_lexicon_find (self->lexicon, tree->tokens[*first - 1].form, "rel:Approximator") != NULL)
    (*first)--;
}

/* "$8.08 billion", "20 percent", "10 kilometres": the unit is the head. */
static gboolean
read_measure (const RelDiscourse *self, RelMention *mention)
{
  const RelTree *tree = self->trees[mention->sentence];
  const RelToken *token = &tree->tokens[mention->head];
  const gchar *unit = get_unit (self, token);
  gint32 number = rel_tree_get_child (tree, mention->head, REL_DEPREL_NUMMOD);

  if (unit == NULL || number < 0)
    return FALSE;

  gint32 first = MIN (MIN (number, mention->head), tree->left[number]);
  gint32 end = MAX (MAX (number, mention->head), tree->right[number]) + 1;

  extend_number (self, tree, &first, &end);
  set_span (self, mention, first, end);
  read_value (self, mention, first, end);
  mention->unit = unit;
  return mention->value != NULL;
}

/* What a number counts: the noun it stands before. */
static const gchar *
get_counted (const RelTree *tree, gint32 token)
{
  gint32 head = tree->tokens[token].head;

  if (tree->tokens[token].deprel != REL_DEPREL_NUMMOD || head < 0)
    return NULL;
  return tree->tokens[head].lemma;
}

static gboolean
read_count (const RelDiscourse *self, RelMention *mention)
{
  const RelTree *tree = self->trees[mention->sentence];
  const RelToken *token = &tree->tokens[mention->head];
  gint32 first = mention->head, end = mention->head + 1;

  if (token->upos != REL_UPOS_NUM || token->name != REL_NAME_NONE || !is_number (self, token))
    return FALSE;
  extend_number (self, tree, &first, &end);
  set_span (self, mention, first, end);
  read_value (self, mention, first, end);
  mention->unit = get_counted (tree, mention->head);
  return mention->value != NULL;
}

gboolean
rel_amount_read_quantity (const RelDiscourse *self, RelMention *mention)
{
  if (!read_measure (self, mention) && !read_count (self, mention))
    return FALSE;
  mention->form = REL_MENTION_QUANTITY;
  mention->type = REL_ENTITY_ABSTRACT;
  return TRUE;
}
