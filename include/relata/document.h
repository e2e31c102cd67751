/* relata/document.h: one text and all that was found in it.
 *
 *   bytes ─ rel_document_reader ─► RelDocument ─► stages add tokens, trees, entities, propositions
 *
 * A document owns everything in it, in one arena. Each stage adds its own arrays and never rewrites
 * those of another; a stage that has not run leaves its arrays NULL and its counts 0.
 */
#pragma once

#include <gio/gio.h>
#include <relata/base.h>

G_BEGIN_DECLS

/* Defined by the stages that fill them. */
typedef struct _RelSentence RelSentence;       /* relata/lexis.h */
typedef struct _RelToken RelToken;             /* relata/lexis.h */
typedef struct _RelMention RelMention;         /* relata/reference.h */
typedef struct _RelEntity RelEntity;           /* relata/reference.h */
typedef struct _RelNearMiss RelNearMiss;       /* relata/reference.h */
typedef struct _RelProposition RelProposition; /* relata/semantics.h */

/* What a paragraph is for. Only BODY, HEADING and CAPTION are cut into sentences. */
typedef enum {
  REL_PARAGRAPH_BODY,
  REL_PARAGRAPH_HEADING,  /* title, headline: telegraphic, often a repetition of the body */
  REL_PARAGRAPH_CAPTION,  /* under a picture                                              */
  REL_PARAGRAPH_METADATA, /* "Date: ...", dateline alone, byline: read, not analysed      */
  REL_PARAGRAPH_NOISE,    /* copyright lines, "(END)", notes to editors, other scripts    */
} RelParagraphKind;

typedef struct {
  RelSpan span; /* without white space at the ends; no blank line inside */
  RelParagraphKind kind;
} RelParagraph;

/* A calendar date as partial as the text gives it: month and day are 0 where unknown. */
typedef struct {
  gint16 year; /* 0: no date at all */
  guint8 month;
  guint8 day;
} RelDate;

/* One text. Read the fields; the functions that fill them are those of the stages. */
typedef struct {
  RelArena *arena;
  const gchar *id;    /* names the document in IRIs and tables: file name without ending, or given */
  const gchar *path;  /* where it was read from, for messages; "-" is standard input */
  const gchar *text;  /* [n_bytes + 1] clean UTF-8, NUL at the end */
  guint32 n_bytes;
  const gchar *title;  /* (nullable) */
  const gchar *url;    /* (nullable) */
  const gchar *source; /* (nullable): agency or publisher, "Yonhap" */
  RelDate date;        /* of publication; the anchor of "yesterday" */
  const gchar *dateline_place; /* (nullable): "SEOUL" as written */

  const struct _RelIdentities *identities; /* (nullable) what the user says of names, borrowed; relata/reference.h */

  RelParagraph *paragraphs; /* [n_paragraphs] in text order */
  guint n_paragraphs;
  gboolean paragraph_is_sentence; /* one sentence a line was given: paragraphs are not cut any further */
  gboolean tokenized;             /* blanks part the tokens: they are not cut any further */
  guint32 *input_offsets; /* (nullable) [n_bytes + 1]: byte of the input, as UTF-8, for each byte of text; NULL:
                             the same, as for plain text and the member "text" of JSON Lines */

  RelSentence *sentences; /* [n_sentences] in text order; src/lexis */
  guint n_sentences;
  RelToken *tokens; /* [n_tokens], sentence after sentence; src/lexis, src/parse */
  guint n_tokens;
  RelMention *mentions; /* [n_mentions] by start, longer first; src/reference */
  guint n_mentions;
  RelEntity *entities; /* [n_entities] by first mention; src/reference */
  guint n_entities;
  RelNearMiss *near_misses; /* [n_near_misses] by mention; src/reference */
  guint n_near_misses;
  RelProposition *propositions; /* [n_propositions] by sentence; src/semantics */
  guint n_propositions;

  guint32 *char_offsets; /* (nullable) private to rel_document_get_char_offset() */
} RelDocument;

/* How the bytes of an input are to be read. */
typedef enum {
  REL_INPUT_AUTO, /* by the ending of the name, then by the first bytes */
  REL_INPUT_TEXT,
  REL_INPUT_HTML,
  REL_INPUT_MARKDOWN,
  REL_INPUT_JSONL,     /* one object a line: id, text; optionally title, date, url */
  REL_INPUT_SENTENCES, /* one sentence a line */
  REL_INPUT_CONLLU,    /* tokens and sentences (and trees) are given */
  REL_INPUT_BIO,       /* token TAB tag; sentences and tokens are given */
} RelInputFormat;

typedef struct {
  RelInputFormat format;
  const gchar *encoding; /* (nullable): name for iconv; NULL: UTF-8 or what a byte-order mark says */
  RelDate date;          /* for documents that name none; year 0: none */
  const gchar *id;       /* (nullable): names the documents; NULL: the file's name without its ending */
  gboolean tokenized;    /* REL_INPUT_SENTENCES: tokens are parted by blanks */
} RelInputOptions;

/* The documents of one input, one after the other. Opaque: src/document/document_reader.c */
typedef struct _RelDocumentReader RelDocumentReader;

/* Called for what is odd but does not stop the work; @message names file and place. */
typedef void (*RelWarningFunc) (const gchar *message, gpointer user_data);

/**
 * rel_document_reader_open:
 * @path: a file, or "-" for standard input
 * @options: (nullable): NULL: all are 0
 * @warn: (nullable): called for each warning
 *
 * A plain text longer than %REL_DOCUMENT_MAX_BYTES comes as several documents ("name", "name.part2", ...), cut
 * between paragraphs, with a warning; memory is bounded by one of them.
 *
 * Returns: (transfer full) (nullable): NULL with %REL_ERROR_IO when @path cannot be read (missing,
 *   a directory, no permission), %REL_ERROR_ENCODING when the encoding is unknown, %REL_ERROR_USAGE for
 *   CoNLL-U and BIO, which src/lexis reads
 */
RelDocumentReader *rel_document_reader_open (const gchar *path, const RelInputOptions *options,
                                             RelWarningFunc warn, gpointer user_data, GError **error);

/**
 * rel_document_reader_next:
 *
 * An input with nothing but white space in it has no document, and gives a warning.
 *
 * Returns: (transfer full) (nullable): the next document; NULL without @error at the end; NULL with
 *   @error for a document that cannot be used: rel_document_reader_next() may be called again and
 *   goes on behind it, unless rel_document_reader_is_done()
 */
RelDocument *rel_document_reader_next (RelDocumentReader *self, GError **error);
gboolean rel_document_reader_is_done (const RelDocumentReader *self);
void rel_document_reader_free (RelDocumentReader *self);

#define REL_DOCUMENT_MAX_BYTES (1u << 20) /* keeps the memory of one document under 100 MB */

/**
 * rel_document_new:
 * @id: its name in the graph
 * @text: UTF-8, copied; control characters other than tab and newline become blanks
 * @n_bytes: length of @text, or -1 when a NUL ends it
 * @options: (nullable): its date; its format where that is HTML, Markdown or sentences, else plain text
 *
 * A document from text in memory, with paragraphs and metadata found as in a plain text file.
 *
 * Returns: (transfer full) (nullable): NULL with %REL_ERROR_ENCODING or %REL_ERROR_LIMIT
 */
RelDocument *rel_document_new (const gchar *id, const gchar *text, gssize n_bytes,
                               const RelInputOptions *options, GError **error);
void rel_document_free (RelDocument *self);

/* Offset in Unicode code points of byte @offset: from 0 to the number of code points. O(n) at the first
 * call of a document's table, O(1) from then on. */
guint32 rel_document_get_char_offset (RelDocument *self, guint32 offset);

/* "YYYY-MM-DD", "YYYY-MM" or "YYYY"; FALSE when @string is none of them. */
gboolean rel_date_parse (const gchar *string, RelDate *date);
gchar *rel_date_to_string (RelDate date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelDocument, rel_document_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelDocumentReader, rel_document_reader_free)

G_END_DECLS
