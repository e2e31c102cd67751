/* One paragraph as an array of characters, and the pieces of it that white space parts: what the tokenizer reads. */
#pragma once

#include <relata/lexis.h>

G_BEGIN_DECLS

/* Classes of characters. Punctuation and symbols of ASCII are classes of their own, with the character's number. */
enum {
  REL_CLASS_EDGE = 0, /* outside the piece looked at */
  REL_CLASS_SPACE,
  REL_CLASS_UPPER,
  REL_CLASS_LOWER,
  REL_CLASS_DIGIT,
  REL_CLASS_LETTER, /* neither upper nor lower case: other scripts */
  REL_CLASS_MARK,
  REL_CLASS_DASH, /* from here on beyond ASCII */
  REL_CLASS_OPEN, /* brackets and quotes */
  REL_CLASS_CLOSE,
  REL_CLASS_POINT, /* other punctuation */
  REL_CLASS_SYMBOL,
  REL_CLASS_OTHER,
};

/* The characters of one paragraph, padded so that a window around any of them is inside the arrays. */
typedef struct {
  const gchar *text;  /* of the document; borrowed */
  guint n;            /* number of characters */
  guint n_allocated;  /* room in the arrays, padding apart */
  guint32 *starts;    /* [n + 1] byte of the text where each character begins */
  gunichar *lower;    /* [n] lower-cased, quotes made straight */
  guint8 *classes;    /* [n] REL_CLASS_…, or the number of an ASCII character */
  guint64 *hashes;    /* [n + 1] of lower[0..i), so that any piece's hash takes constant time */
  guint32 *run_first; /* [n] first character of the run of letters and digits, or of white space, around each */
  guint32 *run_end;   /* [n] the character behind it; other characters are runs of their own */
} RelTokenLine;

/* Characters [start, end) of the line that white space does not part. */
typedef struct {
  guint start;
  guint end;
  guint previous_start; /* the chunk before it; previous_start == previous_end: none */
  guint previous_end;
  guint next_start; /* the chunk behind it; next_start == next_end: none */
  guint next_end;
  gboolean is_address; /* looks like a URL or an e-mail address */
  guint32 hash;
} RelTokenChunk;

RelTokenLine *rel_token_line_new (void);
void rel_token_line_free (RelTokenLine *self);

/* Makes @self hold the characters of @span of @text, which must be UTF-8 and outlive the use of @self. */
void rel_token_line_read (RelTokenLine *self, const gchar *text, RelSpan span);

/* Finds the chunk behind @previous, or the first one if it is NULL; FALSE: there is none. @chunk may be @previous. */
gboolean rel_token_line_find_chunk (const RelTokenLine *self, const RelTokenChunk *previous, RelTokenChunk *chunk);

/* Hash of the lower-cased characters [start, end); long pieces with the same ends are alike. O(1). */
guint32 rel_token_line_hash (const RelTokenLine *self, guint start, guint end);

#define REL_TOKEN_HASH_BASE G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) /* 2^64 / golden ratio (Knuth, TAOCP 6.4) */

/* The better bits of a product. */
static inline guint32
rel_token_hash_fold (guint64 h)
{
  h ^= h >> 32;
  h *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  return (guint32) (h >> 32);
}

/* Whether a character of @class belongs to words: a letter, a digit or a mark upon one. */
static inline gboolean
rel_class_is_word (guint8 class)
{
  return class >= REL_CLASS_UPPER && class <= REL_CLASS_MARK;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelTokenLine, rel_token_line_free)

G_END_DECLS
