/* What the tokenizer learns from: the features of a place in a paragraph. Training and decoding both take them from here.
 *
 *   paragraph ─ rel_token_line_read ─► RelTokenLine ┬ rel_token_line_add_split_features (between two characters)
 *                                                   └ rel_token_line_add_break_features (behind a token)
 *
 * A feature is a 32-bit hash of a template's number and what the template sees (the hashing trick: Shi et al. 2009,
 * Weinberger et al. 2009). All are computed from a bounded number of characters, so the cost of a place is constant.
 */
#pragma once

#include "lexis/tokenizer_line.h"

G_BEGIN_DECLS

/* What happens between two characters that no white space parts. */
typedef enum {
  REL_SPLIT_NONE,  /* inside a word                                           */
  REL_SPLIT_WORD,  /* two words of one surface token: "do|n't", "Seoul|'s"    */
  REL_SPLIT_TOKEN, /* two surface tokens: "2010|.", "K|-|pop"                 */
} RelSplit;
#define REL_N_SPLITS (REL_SPLIT_TOKEN + 1)

/* A token found so far: characters [start, end) of the line. */
typedef struct {
  guint start;
  guint end;
  guint32 hash;  /* of the lower-cased characters */
  guint32 shape; /* of its classes, repetitions left out */
  guint32 tail;  /* of its last three characters */
  guint8 first_class, last_class;
  guint8 letter_case; /* of the letters: none, lower, Capitalised, UPPER, miXed */
} RelTokenPiece;

/* Where the decoder stands in the paragraph: what earlier tokens of the sentence and paragraph say. */
typedef struct {
  guint first;        /* first token of the sentence */
  guint n_quotes;     /* straight double quotes in the paragraph so far, this token included */
  gint n_open_quotes; /* curly quotes opened and not closed, likewise */
  gint n_brackets;    /* brackets opened and not closed in the sentence */
} RelBreakState;

#define REL_TOKEN_MAX_FEATURES 48

/* Features of the place between characters @at - 1 and @at of @chunk; returns how many. */
guint rel_token_line_add_split_features (const RelTokenLine *self, const RelTokenChunk *chunk, guint at,
                                         guint32 features[REL_TOKEN_MAX_FEATURES]);

RelTokenPiece rel_token_line_make_piece (const RelTokenLine *self, guint start, guint end);

/* Features of the place behind @pieces[@at], which is not the last of the @n of its paragraph; returns how many. */
guint rel_token_line_add_break_features (const RelTokenLine *self, const RelTokenPiece *pieces, guint n, guint at,
                                         const RelBreakState *state, guint32 features[REL_TOKEN_MAX_FEATURES]);

/* Takes token @pieces[@at] into account; @breaks: a sentence ends behind it. Start with a state of zeros. */
void rel_break_state_enter (RelBreakState *self, const RelTokenLine *line, const RelTokenPiece *pieces, guint at);
void rel_break_state_leave (RelBreakState *self, guint at, gboolean breaks);

G_END_DECLS
