/* HTML → paragraphs, title, date, address.
 *
 * libxml2's forgiving parser calls us for each tag and each run of text; block elements end paragraphs, white space
 * is collapsed, what is no part of the article (navigation, forms, scripts) is left out. No tree is built, so depth
 * costs nothing but the bounded stack of open elements. Cost: linear.
 */
#include "document/input_formats.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <string.h>

#include "document/html_metadata.h"
#include "document/text.h"

/* The parser looks through all open elements at some tags: a bound keeps it linear. */
#define MAX_DEPTH 500
/* Of a paragraph's bytes, so many per cent inside links make it a list of links. */
#define MAX_PERCENT_LINKED 70
/* So much text in <article> or <main> shows that the page uses them for what they are for. */
#define MIN_MAIN_BYTES 200
#define MAX_ENTITY_BYTES 40

/* What an element does to the text inside it. */
typedef enum {
  ROLE_INLINE, /* nothing                                      */
  ROLE_BLOCK,  /* begins and ends a paragraph, as do all below up to ROLE_FRAME */
  ROLE_MAIN,
  ROLE_HEADING,
  ROLE_CAPTION,
  ROLE_METADATA,
  ROLE_CELL,
  ROLE_PRE,
  ROLE_SKIP,  /* is no text of the article                    */
  ROLE_FRAME, /* is none unless it stands inside the article  */
  ROLE_TITLE,
  ROLE_LINK,
  ROLE_BREAK,
  ROLE_CODE,
  N_ROLES
} Role;

/* Elements of the HTML standard that are not just inline, by role; each name has a blank on both sides. */
static const gchar *const elements[N_ROLES] = {
  [ROLE_INLINE] = "",
  [ROLE_BLOCK] = " blockquote body center dd details div dl dt fieldset hr li ol p section table tbody thead tr ul ",
  [ROLE_MAIN] = " article main ",
  [ROLE_HEADING] = " h1 h2 h3 h4 h5 h6 summary ",
  [ROLE_CAPTION] = " caption figcaption figure ",
  [ROLE_METADATA] = " address ",
  [ROLE_CELL] = " td th ",
  [ROLE_PRE] = " pre ",
  [ROLE_SKIP] = " aside audio button canvas dialog footer form iframe math menu nav noframes noscript object script"
                " select style svg template textarea video ",
  [ROLE_FRAME] = " header ",
  [ROLE_TITLE] = " title ",
  [ROLE_LINK] = " a ",
  [ROLE_BREAK] = " br ",
  [ROLE_CODE] = " code ",
};

#define MAX_NAME_BYTES 16

/* An element that was opened and not yet closed. */
typedef struct {
  Role role;
  gboolean is_skipped; /* it or one around it */
} Open;

typedef struct {
  RelDocumentDraft *draft;
  htmlParserCtxtPtr parser;
  const gchar *page;
  gsize n_bytes;
  GArray *stack;         /* Open */
  guint n_open[N_ROLES]; /* elements of each role on the stack */
  GString *title;        /* text of <title> */
  GString *data;         /* text of the <script> of JSON-LD being read */
  gboolean in_data;
  guint32 start;        /* of the paragraph being read, in the draft's text */
  guint32 n_linked;     /* bytes of it inside links */
  gboolean blank_waits; /* white space was read and not yet written */
  gsize blank_offset;   /* of it in the page */
  GArray *in_main;      /* gboolean, beside the draft's paragraphs */
  gsize n_main_bytes;
  gboolean too_deep;
} Page;

static Role
find_role (const gchar *name)
{
  gchar key[MAX_NAME_BYTES + 3];

  if (strlen (name) > MAX_NAME_BYTES)
    return ROLE_INLINE;
  g_snprintf (key, sizeof key, " %s ", name);
  for (guint role = ROLE_BLOCK; role < N_ROLES; role++)
    if (strstr (elements[role], key) != NULL)
      return (Role) role;
  return ROLE_INLINE;
}

/* Where the parser stands in the page. */
static gsize
get_position (const Page *self)
{
  const xmlParserInput *input = self->parser->input;

  return input != NULL ? MIN (self->n_bytes, input->consumed + (gsize) (input->cur - input->base)) : 0;
}

static RelParagraphKind
find_kind (const Page *self, guint32 start, guint32 end)
{
  gboolean ends_sentence = rel_text_ends_sentence (self->draft->text->str, start, end);

  if (self->n_open[ROLE_HEADING] > 0)
    return REL_PARAGRAPH_HEADING;
  if (self->n_open[ROLE_CAPTION] > 0)
    return REL_PARAGRAPH_CAPTION;
  if (self->n_open[ROLE_METADATA] > 0)
    return REL_PARAGRAPH_METADATA;
  if (!ends_sentence && (self->n_open[ROLE_CELL] > 0 || self->n_linked * 100 > (end - start) * MAX_PERCENT_LINKED))
    return REL_PARAGRAPH_NOISE;
  return REL_PARAGRAPH_BODY;
}

/* Ends the paragraph being read, if there is one. */
static void
end_paragraph (Page *self)
{
  RelDocumentDraft *draft = self->draft;
  guint32 end = (guint32) draft->text->len;
  guint n = draft->paragraphs->len;

  if (end > self->start)
    rel_document_draft_add_paragraph (draft, self->start, end, find_kind (self, self->start, end));
  if (draft->paragraphs->len > n) {
    gboolean in_main = self->n_open[ROLE_MAIN] > 0;
    g_array_append_val (self->in_main, in_main);
    self->n_main_bytes += in_main ? end - self->start : 0;
    rel_document_draft_append_at (draft, "\n\n", 2, g_array_index (draft->offsets, guint32, end - 1) + 1);
  }
  self->start = (guint32) draft->text->len;
  self->n_linked = 0;
  self->blank_waits = FALSE;
}

static gboolean
is_skipped (const Page *self)
{
  return self->stack->len > 0 && g_array_index (self->stack, Open, self->stack->len - 1).is_skipped;
}

/* Parts of a page that it says are not shown, or that are there for finding one's way. */
static gboolean
is_hidden (const guchar *const *attributes)
{
  static const gchar *const roles[] = { "navigation", "banner", "contentinfo", "complementary", "search", NULL };
  const gchar *role = rel_html_get_attribute (attributes, "role");
  const gchar *hidden = rel_html_get_attribute (attributes, "aria-hidden");
  const gchar *class = rel_html_get_attribute (attributes, "class");

  return rel_html_get_attribute (attributes, "hidden") != NULL || (role != NULL && g_strv_contains (roles, role))
         || (hidden != NULL && strcmp (hidden, "true") == 0)
         || (class != NULL && strcmp (class, "reference") == 0); /* MediaWiki's footnote marks, "[1]" */
}

static void
break_line (Page *self)
{
  GString *text = self->draft->text;

  if (text->len > self->start && text->str[text->len - 1] == '\n')
    end_paragraph (self);
  else if (text->len > self->start)
    rel_document_draft_append_at (self->draft, "\n", 1, get_position (self));
  self->blank_waits = FALSE;
}

static gboolean
is_block (Role role)
{
  return role >= ROLE_BLOCK && role <= ROLE_FRAME;
}

static void
on_start (void *data, const xmlChar *name, const xmlChar **given)
{
  Page *self = data;
  const guchar *const *attributes = (const guchar *const *) given;
  Open open = { find_role ((const gchar *) name), is_skipped (self) };

  if (self->stack->len >= MAX_DEPTH) {
    self->too_deep = TRUE;
    xmlStopParser (self->parser);
    return;
  }
  if (strcmp ((const gchar *) name, "meta") == 0)
    rel_html_read_meta (self->draft, attributes);
  else if (strcmp ((const gchar *) name, "link") == 0)
    rel_html_read_link (self->draft, attributes);
  else if (strcmp ((const gchar *) name, "time") == 0)
    rel_html_read_time (self->draft, attributes);
  else if (strcmp ((const gchar *) name, "script") == 0)
    self->in_data = rel_html_is_json_ld (attributes);

  if (is_block (open.role) && !open.is_skipped)
    end_paragraph (self);
  else if (open.role == ROLE_BREAK && !open.is_skipped)
    break_line (self);
  open.is_skipped |= open.role == ROLE_SKIP || is_hidden (attributes)
                     || (open.role == ROLE_FRAME && self->n_open[ROLE_MAIN] == 0)
                     || (open.role == ROLE_CODE && self->n_open[ROLE_PRE] > 0);
  self->n_open[open.role]++;
  g_array_append_val (self->stack, open);
}

static void
on_end (void *data, const xmlChar *name)
{
  Page *self = data;
  Open open;

  if (self->stack->len == 0 || self->too_deep)
    return;
  open = g_array_index (self->stack, Open, self->stack->len - 1);
  if (is_block (open.role))
    end_paragraph (self);
  if (self->in_data) {
    rel_html_read_json_ld (self->draft, self->data->str);
    g_string_truncate (self->data, 0);
    self->in_data = FALSE;
  }
  self->n_open[open.role]--;
  g_array_set_size (self->stack, self->stack->len - 1);
}

static gboolean
stands_at (const Page *self, gsize start, const gchar *text, gsize n_bytes)
{
  return start + n_bytes <= self->n_bytes && memcmp (self->page + start, text, n_bytes) == 0;
}

/* Where the @n_bytes of text that the parser has just read begin in the page; *is_same: they stand there as they
 * are, rather than as an entity. */
static gsize
find_origin (const Page *self, const gchar *text, gsize n_bytes, gboolean *is_same)
{
  gsize position = get_position (self);
  gsize start = position >= n_bytes ? position - n_bytes : 0;
  gsize n_last = n_bytes > 0 ? (gsize) (text + n_bytes - g_utf8_prev_char (text + n_bytes)) : 0;

  *is_same = stands_at (self, start, text, n_bytes);
  if (!*is_same && stands_at (self, start + n_last, text, n_bytes)) {
    *is_same = TRUE;
    return start + n_last; /* where a buffer is full, the parser has not yet stepped over its last character */
  }
  for (gsize i = 1; !*is_same && i <= MIN (position, MAX_ENTITY_BYTES); i++)
    if (self->page[position - i] == '&')
      return position - i;
  return start;
}

static void
keep_blank (Page *self, gsize offset)
{
  if (!self->blank_waits)
    self->blank_offset = offset;
  self->blank_waits = TRUE;
}

static void
write_character (Page *self, const gchar *p, gsize n_bytes, gsize offset)
{
  RelDocumentDraft *draft = self->draft;

  if (self->blank_waits && draft->text->len > self->start && draft->text->str[draft->text->len - 1] != '\n')
    rel_document_draft_append_at (draft, " ", 1, self->blank_offset);
  self->blank_waits = FALSE;
  rel_document_draft_append (draft, p, n_bytes, offset);
  if (self->n_open[ROLE_LINK] > 0)
    self->n_linked += (guint32) n_bytes;
}

static void
on_text (void *data, const xmlChar *characters, gint length)
{
  Page *self = data;
  const gchar *text = (const gchar *) characters, *end = text + length;
  gboolean is_same;
  gsize origin;

  if (self->in_data)
    g_string_append_len (self->data, text, length);
  if (self->n_open[ROLE_TITLE] > 0 && !is_skipped (self))
    g_string_append_len (self->title, text, length);
  if (self->n_open[ROLE_TITLE] > 0 || is_skipped (self) || self->too_deep)
    return;

  origin = find_origin (self, text, (gsize) length, &is_same);
  for (const gchar *p = text; p < end; p = g_utf8_next_char (p)) {
    gsize offset = origin + (is_same ? (gsize) (p - text) : 0);

    if (*p == '\n' && self->n_open[ROLE_PRE] > 0)
      break_line (self);
    else if (g_unichar_isspace (g_utf8_get_char (p)))
      keep_blank (self, offset);
    else
      write_character (self, p, (gsize) g_utf8_skip[*(const guchar *) p], offset);
  }
}

static void
parse (Page *self)
{
  static gsize is_ready = 0;
  htmlSAXHandler handler = { 0 };

  if (g_once_init_enter (&is_ready)) {
    xmlInitParser ();
    g_once_init_leave (&is_ready, 1);
  }
  self->parser = htmlCreateMemoryParserCtxt (self->page, (gint) self->n_bytes);
  if (self->parser == NULL)
    return;
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_text;
  handler.ignorableWhitespace = on_text;
  *self->parser->sax = handler;
  self->parser->userData = self;
  htmlCtxtUseOptions (self->parser,
                      HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding (self->parser, XML_CHAR_ENCODING_UTF8);
  htmlParseDocument (self->parser);
  end_paragraph (self);
  htmlFreeParserCtxt (self->parser);
}

/* Where the page marks its article, what stands outside is noise. */
static void
drop_surroundings (Page *self)
{
  GArray *paragraphs = self->draft->paragraphs;

  if (self->n_main_bytes < MIN_MAIN_BYTES)
    return;
  for (guint i = 0; i < paragraphs->len; i++)
    if (!g_array_index (self->in_main, gboolean, i))
      g_array_index (paragraphs, RelParagraph, i).kind = REL_PARAGRAPH_NOISE;
}

/* <title> is the last choice: it often has the name of the site in it. */
static void
choose_title (Page *self)
{
  RelDocumentDraft *draft = self->draft;

  for (guint i = 0; draft->title == NULL && i < draft->paragraphs->len; i++) {
    const RelParagraph *paragraph = &g_array_index (draft->paragraphs, RelParagraph, i);
    if (paragraph->kind == REL_PARAGRAPH_BODY)
      break;
    if (paragraph->kind == REL_PARAGRAPH_HEADING)
      draft->title = g_strndup (draft->text->str + paragraph->span.start, paragraph->span.end - paragraph->span.start);
  }
  g_strstrip (self->title->str);
  if (draft->title == NULL && *self->title->str != '\0')
    draft->title = g_strdup (self->title->str);
}

RelDocumentDraft *
rel_html_read (const gchar *page, gsize n_bytes, const gchar *path, GError **error)
{
  Page self = { .page = page, .n_bytes = n_bytes };

  self.draft = rel_document_draft_new (TRUE);
  self.draft->headings_are_marked = TRUE;
  self.stack = g_array_new (FALSE, FALSE, sizeof (Open));
  self.in_main = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self.title = g_string_new (NULL);
  self.data = g_string_new (NULL);
  if (n_bytes > 0)
    parse (&self);
  rel_text_clean (self.draft->text->str, self.draft->text->len);
  drop_surroundings (&self);
  choose_title (&self);
  g_string_free (self.title, TRUE);
  g_string_free (self.data, TRUE);
  g_array_unref (self.in_main);
  g_array_unref (self.stack);
  if (!self.too_deep)
    return self.draft;

  rel_document_draft_free (self.draft);
  g_set_error (error, REL_ERROR, REL_ERROR_LIMIT, "%s: HTML elements nested deeper than %d", path, MAX_DEPTH);
  return NULL;
}
