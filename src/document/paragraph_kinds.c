/* What each paragraph is for: running text, heading, caption, by-line, noise.
 *
 * The signs are general ones: script, brackets, a sentence end or none, length, capitals, repetition, and what
 * comes in front and behind. No words are looked up but the "By" of by-lines. Cost: linear.
 */
#include "document/paragraphs.h"

#include <string.h>

#include "document/metadata_fields.h"
#include "document/paragraph_shape.h"
#include "document/text.h"

/* All of these were chosen by reading news reports. */
#define MAX_HEADING_WORDS 22
#define MAX_NOTE_WORDS 4 /* "(3rd LD)", "(Pool photo)" */
#define MAX_BYLINE_WORDS 12
#define MAX_RIGHTS_WORDS 40 /* a paragraph with © in it that is about nothing else */
#define MAX_FIELD_WORDS 12
#define MAX_ATTRIBUTION_WORDS 16
#define MIN_BODY_WORDS 8
#define MIN_TITLE_WORDS 4 /* fewer, or capitals throughout: a label such as "POLITICS" */

typedef struct {
  RelDocumentDraft *draft;
  const gchar *text;
  GArray *out;       /* RelParagraph */
  gboolean in_front; /* no running text has come yet */
} Classifier;

static void
push (Classifier *self, RelParagraph paragraph)
{
  g_array_append_val (self->out, paragraph);
}

static gboolean
has_foreign_script (const RelParagraphShape *shape)
{
  return shape->n_letters > 0 && shape->n_latin * 2 < shape->n_letters;
}

/* "(END)", "[Photo provided by ...]", "(ATTN: ...)": nothing between the brackets ends like a sentence. */
static gboolean
is_note (const RelParagraphShape *shape)
{
  return shape->in_brackets && !shape->ends_sentence;
}

static gboolean
is_noise (const gchar *text, RelSpan span, const RelParagraphShape *shape)
{
  gboolean has_rights = shape->has_right_sign || rel_metadata_is_rights (text, span.start, span.end);

  return shape->n_words == 0 || has_foreign_script (shape) || is_note (shape)
         || (shape->n_letters == 0 && !shape->ends_sentence) || (has_rights && shape->n_words <= MAX_RIGHTS_WORDS);
}

/* "▲", "•", "*": U+2022 and U+2023 are bullets, U+2043 a hyphen bullet. */
static gboolean
is_mark (gunichar character)
{
  return g_unichar_type (character) == G_UNICODE_OTHER_SYMBOL || character == '-' || character == '*'
         || character == '|' || character == '>' || character == 0x2022 || character == 0x2023 || character == 0x2043;
}

/* "▲ President Lee ..." */
static gboolean
begins_like_caption (const RelParagraphShape *shape)
{
  return g_unichar_type (shape->first) == G_UNICODE_OTHER_SYMBOL && shape->n_words > 2 && !shape->has_right_sign;
}

/* A picture's "▲" and the mark of a list item are not part of the sentence behind them. */
static void
skip_mark (const gchar *text, RelSpan *span)
{
  RelSpan rest = *span;

  while (rest.start < rest.end && is_mark (g_utf8_get_char (text + rest.start)))
    rest.start = (guint32) (g_utf8_next_char (text + rest.start) - text);
  if (rest.start == span->start || rest.start == rest.end)
    return;
  if (!rel_text_is_blank (g_utf8_get_char (text + rest.start))
      && g_unichar_type (g_utf8_get_char (text + span->start)) != G_UNICODE_OTHER_SYMBOL)
    return;
  rel_text_trim (text, &rest.start, &rest.end);
  if (rest.start < rest.end)
    *span = rest;
}

/* "By Kim Eun-jung" */
static gboolean
is_byline (const gchar *text, RelSpan span, const RelParagraphShape *shape)
{
  return span.end - span.start > 3 && g_ascii_strncasecmp (text + span.start, "by ", 3) == 0 && !shape->ends_sentence
         && shape->n_words <= MAX_BYLINE_WORDS && shape->n_name_words * 2 > shape->n_words
         && g_unichar_isupper (g_utf8_get_char (text + span.start + 3));
}

/* "Lee-Italy-summit": a catchword, not a name or a word of a language. */
static gboolean
is_slug (const gchar *text, RelSpan span, const RelParagraphShape *shape)
{
  guint n_hyphens = 0;

  for (guint32 i = span.start; i < span.end; i++)
    n_hyphens += text[i] == '-' || text[i] == '_' || text[i] == '/';
  return shape->n_words == 1 && n_hyphens > 1;
}

/* "— European Court of Justice", below a quotation */
static gboolean
is_attribution (const RelParagraphShape *shape)
{
  return (shape->first == 0x2013 || shape->first == 0x2014) && !shape->ends_sentence
         && shape->n_words <= MAX_ATTRIBUTION_WORDS;
}

/* By-lines in front, slugs, attributions and fields ("Source: Ministry of Trade") anywhere. */
static gboolean
is_metadata (const Classifier *self, RelSpan span, const RelParagraphShape *shape)
{
  return (self->in_front && is_byline (self->text, span, shape)) || is_slug (self->text, span, shape)
         || is_attribution (shape)
         || (!shape->ends_sentence && shape->n_words <= MAX_FIELD_WORDS
             && rel_metadata_is_field (self->text, span.start, span.end));
}

static gboolean
can_be_heading (const gchar *text, RelSpan span, const RelParagraphShape *shape)
{
  return !shape->ends_sentence && shape->n_words <= MAX_HEADING_WORDS && shape->last != ':' && shape->last != ','
         && shape->last != ';' && !rel_text_is_opening (shape->first) && g_unichar_isalnum (shape->first)
         && !g_unichar_islower (shape->first) && memchr (text + span.start, '\n', span.end - span.start) == NULL;
}

/* Takes "(Pool photo) (Yonhap)" off the end: *end is set in front of it. */
static void
find_credits (const gchar *text, RelSpan span, guint32 *end)
{
  for (;;) {
    guint32 n = rel_paragraph_find_back_brackets (text, span, MAX_NOTE_WORDS);
    guint32 front = span.end - n, start = span.start;

    if (n == 0)
      return;
    rel_text_trim (text, &start, &front);
    span.end = front;
    if (rel_text_ends_sentence (text, span.start, span.end))
      *end = span.end;
  }
}

static void
push_with_credits (Classifier *self, RelParagraph paragraph)
{
  guint32 end = paragraph.span.end;

  find_credits (self->text, paragraph.span, &end);
  if (end < paragraph.span.end) {
    rel_paragraph_cut_front (self->text, &paragraph, end, paragraph.kind, self->out);
    paragraph.kind = REL_PARAGRAPH_NOISE;
  }
  push (self, paragraph);
}

/* Whether @paragraph is the line below a by-line or the like, in the same block: "Associated Press". */
static gboolean
goes_on_byline (const Classifier *self, const RelParagraph *paragraph)
{
  const RelParagraph *last;
  guint n_newlines = 0;

  if (!self->in_front || self->out->len == 0)
    return FALSE;
  last = &g_array_index (self->out, RelParagraph, self->out->len - 1);
  for (guint32 i = last->span.end; i < paragraph->span.start; i++)
    n_newlines += self->text[i] == '\n';
  return last->kind == REL_PARAGRAPH_METADATA && n_newlines == 1;
}

/* A heading, or a line that only looks like one: settle_headings() decides. */
static void
push_heading (Classifier *self, RelParagraph paragraph)
{
  guint32 n = rel_paragraph_find_front_brackets (self->text, paragraph.span, MAX_NOTE_WORDS);
  RelParagraphShape shape;

  if (n > 0)
    rel_paragraph_cut_front (self->text, &paragraph, paragraph.span.start + n, REL_PARAGRAPH_NOISE, self->out);
  shape = rel_paragraph_shape_measure (self->text, paragraph.span);
  paragraph.kind = is_slug (self->text, paragraph.span, &shape) || goes_on_byline (self, &paragraph)
                     ? REL_PARAGRAPH_METADATA
                     : REL_PARAGRAPH_HEADING;
  push (self, paragraph);
}

static gboolean
looks_like_heading (const gchar *text, RelSpan span)
{
  guint32 n = rel_paragraph_find_front_brackets (text, span, MAX_NOTE_WORDS);
  RelParagraphShape shape;

  span.start += n;
  rel_text_trim (text, &span.start, &span.end);
  shape = rel_paragraph_shape_measure (text, span);
  return can_be_heading (text, span, &shape);
}

static void
classify_paragraph (Classifier *self, RelParagraph paragraph)
{
  RelParagraphShape shape = rel_paragraph_shape_measure (self->text, paragraph.span);

  if (paragraph.kind == REL_PARAGRAPH_METADATA || paragraph.kind == REL_PARAGRAPH_NOISE) {
    push (self, paragraph);
  } else if (is_noise (self->text, paragraph.span, &shape)) {
    paragraph.kind = REL_PARAGRAPH_NOISE;
    push (self, paragraph);
  } else if (paragraph.kind == REL_PARAGRAPH_CAPTION || begins_like_caption (&shape)) {
    paragraph.kind = REL_PARAGRAPH_CAPTION;
    skip_mark (self->text, &paragraph.span);
    push_with_credits (self, paragraph);
  } else if (paragraph.kind == REL_PARAGRAPH_BODY && is_metadata (self, paragraph.span, &shape)) {
    paragraph.kind = REL_PARAGRAPH_METADATA;
    push (self, paragraph);
  } else if (paragraph.kind == REL_PARAGRAPH_HEADING
             || (!self->draft->headings_are_marked && looks_like_heading (self->text, paragraph.span))) {
    push_heading (self, paragraph);
  } else {
    self->in_front &= shape.n_words < MIN_BODY_WORDS;
    skip_mark (self->text, &paragraph.span);
    push_with_credits (self, paragraph);
  }
}

/* A heading stands above running text: a line that only looks like one and is followed by none, as in a list
 * or where sentences have no full stop, is running text. */
static void
settle_headings (Classifier *self)
{
  gboolean text_follows = FALSE;

  for (guint i = self->out->len; i-- > 0;) {
    RelParagraph *paragraph = &g_array_index (self->out, RelParagraph, i);
    if (paragraph->kind == REL_PARAGRAPH_BODY)
      text_follows = TRUE;
    else if (paragraph->kind == REL_PARAGRAPH_HEADING && !text_follows)
      paragraph->kind = REL_PARAGRAPH_BODY;
  }
}

/* A heading that repeats one above it is noise. */
static void
drop_repeated_headings (Classifier *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < self->out->len; i++) {
    RelParagraph *paragraph = &g_array_index (self->out, RelParagraph, i);
    gint64 hash;

    if (paragraph->kind != REL_PARAGRAPH_HEADING)
      continue;
    hash = (gint64) rel_paragraph_hash_words (self->text, paragraph->span);
    if (!g_hash_table_add (seen, g_memdup2 (&hash, sizeof hash)))
      paragraph->kind = REL_PARAGRAPH_NOISE;
  }
}

static gboolean
is_label (const gchar *text, RelSpan span)
{
  RelParagraphShape shape = rel_paragraph_shape_measure (text, span);

  return shape.n_words < MIN_TITLE_WORDS || shape.n_upper == shape.n_letters;
}

/* The first heading in front of all running text that is more than a label, or else the first. */
static void
find_title (Classifier *self)
{
  const RelParagraph *title = NULL;

  for (guint i = 0; i < self->out->len; i++) {
    const RelParagraph *paragraph = &g_array_index (self->out, RelParagraph, i);

    if (paragraph->kind == REL_PARAGRAPH_BODY)
      break;
    if (paragraph->kind != REL_PARAGRAPH_HEADING || (title != NULL && is_label (self->text, paragraph->span)))
      continue;
    title = paragraph;
    if (!is_label (self->text, paragraph->span))
      break;
  }
  if (self->draft->title == NULL && title != NULL)
    self->draft->title = g_strndup (self->text + title->span.start, title->span.end - title->span.start);
}

void
rel_paragraphs_classify (RelDocumentDraft *draft)
{
  Classifier classifier = { draft, draft->text->str, NULL, TRUE };
  g_autoptr (GArray) given = draft->paragraphs;

  classifier.out = g_array_sized_new (FALSE, FALSE, sizeof (RelParagraph), given->len + 1);
  for (guint i = 0; i < given->len; i++)
    classify_paragraph (&classifier, g_array_index (given, RelParagraph, i));
  settle_headings (&classifier);
  drop_repeated_headings (&classifier);
  find_title (&classifier);
  draft->paragraphs = classifier.out;
}
