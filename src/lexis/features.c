/* Features of words; see features.h. Digits count as 0 except in the word as it is written. */
#include "lexis/features.h"

#include <string.h>

#define WORD_MAX_CHARACTERS 40 /* of a longer word the first and the last half count: addresses of web pages */
#define NGRAM_MIN 3
#define NGRAM_MAX 5
#define PREFIX_MAX 3
#define SUFFIX_MAX 4

/* Seeds keep the features of different kinds apart in one table. */
enum {
  SEED_FORM,
  SEED_FORM_AGAIN,
  SEED_WRITTEN,
  SEED_PREFIX,
  SEED_SUFFIX = SEED_PREFIX + PREFIX_MAX + 1,
  SEED_NGRAM = SEED_SUFFIX + SUFFIX_MAX + 1,
  SEED_SHAPE = SEED_NGRAM + NGRAM_MAX + 1,
  SEED_CAPITALS,
  SEED_LENGTH,
  SEED_PLACE,
  SEED_TREEBANK,
  SEED_SENSE,
  SEED_PHRASE,
};

/* A word as characters, with a mark at each end. */
typedef struct {
  gunichar written[WORD_MAX_CHARACTERS + 2];
  gunichar lower[WORD_MAX_CHARACTERS + 2];
  guint n; /* with the marks */
} Characters;

/* How the letters of a word, or most words of a sentence, are written. */
typedef enum { CAPITALS_NONE, CAPITALS_FIRST, CAPITALS_ALL, CAPITALS_MIXED, CAPITALS_ONE, CAPITALS_NO_LETTER } Capitals;

static guint64
hash_characters (const gunichar *characters, guint n, guint64 seed)
{
  guint64 hash = (seed + 1) * 0x9E3779B97F4A7C15u;

  for (guint i = 0; i < n; i++)
    hash = (hash ^ characters[i]) * 0xFF51AFD7ED558CCDu + (hash >> 29);
  hash ^= hash >> 33;
  hash *= 0xC4CEB9FE1A85EC53u;
  return hash ^ (hash >> 31);
}

static gunichar
fold_character (gunichar c)
{
  if (c < 128)
    return g_ascii_isdigit ((gchar) c) ? '0' : (gunichar) g_ascii_tolower ((gchar) c);
  return g_unichar_isdigit (c) ? '0' : g_unichar_tolower (c);
}

static void
read_characters (const gchar *form, Characters *out)
{
  glong length = g_utf8_strlen (form, -1), half = WORD_MAX_CHARACTERS / 2, i = 0;

  out->n = 0;
  out->written[out->n] = out->lower[out->n] = '<';
  out->n++;
  for (const gchar *p = form; *p != '\0'; p = g_utf8_next_char (p), i++) {
    if (length > WORD_MAX_CHARACTERS && i >= half && i < length - half)
      continue;
    out->written[out->n] = g_utf8_get_char (p);
    out->lower[out->n] = fold_character (out->written[out->n]);
    out->n++;
  }
  out->written[out->n] = out->lower[out->n] = '>';
  out->n++;
}

static Capitals
get_capitals (const Characters *word)
{
  guint n_upper = 0, n_lower = 0;
  gboolean first = g_unichar_isupper (word->written[1]);

  for (guint i = 1; i + 1 < word->n; i++) {
    n_upper += g_unichar_isupper (word->written[i]);
    n_lower += g_unichar_islower (word->written[i]);
  }
  if (n_upper + n_lower == 0)
    return CAPITALS_NO_LETTER;
  if (n_upper == 0)
    return CAPITALS_NONE;
  if (n_lower == 0)
    return n_upper == 1 ? CAPITALS_ONE : CAPITALS_ALL;
  return first && n_upper == 1 ? CAPITALS_FIRST : CAPITALS_MIXED;
}

/* Runs of like characters as one or two of X, x, 0 and the character itself: "Jan." is Xxx. */
static guint64
hash_shape (const Characters *word)
{
  gunichar shape[WORD_MAX_CHARACTERS + 2];
  guint n = 0;

  for (guint i = 1; i + 1 < word->n; i++) {
    gunichar c = word->written[i];

    c = g_unichar_isupper (c) ? 'X' : g_unichar_isalpha (c) ? 'x' : g_unichar_isdigit (c) ? '0' : c;
    if (n < 2 || shape[n - 1] != c || shape[n - 2] != c)
      shape[n++] = c;
  }
  return hash_characters (shape, n, SEED_SHAPE);
}

static void
add_form_features (RelBatch *batch, const Characters *word)
{
  rel_batch_add_feature (batch, REL_GROUP_FORM, hash_characters (word->lower, word->n, SEED_FORM));
  rel_batch_add_feature (batch, REL_GROUP_FORM, hash_characters (word->lower, word->n, SEED_FORM_AGAIN));
  rel_batch_add_feature (batch, REL_GROUP_FORM, hash_characters (word->written, word->n, SEED_WRITTEN));
}

static void
add_affix_features (RelBatch *batch, const Characters *word)
{
  guint n = word->n - 2;

  for (guint length = 1; length <= MIN (PREFIX_MAX, n); length++)
    rel_batch_add_feature (batch, REL_GROUP_AFFIX, hash_characters (word->lower + 1, length, SEED_PREFIX + length));
  for (guint length = 1; length <= MIN (SUFFIX_MAX, n); length++)
    rel_batch_add_feature (batch, REL_GROUP_AFFIX,
                           hash_characters (word->lower + 1 + n - length, length, SEED_SUFFIX + length));
}

static void
add_ngram_features (RelBatch *batch, const Characters *word)
{
  for (guint length = NGRAM_MIN; length <= NGRAM_MAX; length++)
    for (guint i = 0; i + length <= word->n; i++)
      rel_batch_add_feature (batch, REL_GROUP_NGRAM, hash_characters (word->lower + i, length, SEED_NGRAM + length));
}

static void
add_shape_features (RelBatch *batch, const Characters *word, guint position, Capitals of_sentence)
{
  gunichar capitals[3] = { get_capitals (word), position == 0, of_sentence };
  gunichar length[1] = { MIN (word->n, 16) };

  rel_batch_add_feature (batch, REL_GROUP_SHAPE, hash_shape (word));
  rel_batch_add_feature (batch, REL_GROUP_SHAPE, hash_characters (capitals, 3, SEED_CAPITALS));
  rel_batch_add_feature (batch, REL_GROUP_SHAPE, hash_characters (length, 1, SEED_LENGTH));
}

/* Whether the words of a sentence are mostly capitalised, as in headlines, or have no capital at all. */
static Capitals
get_sentence_capitals (const Characters *words, guint n)
{
  guint counts[CAPITALS_NO_LETTER + 1] = { 0 };
  guint n_words, n_capital;

  for (guint i = 0; i < n; i++)
    counts[get_capitals (&words[i])]++;
  n_words = n - counts[CAPITALS_NO_LETTER];
  n_capital = n_words - counts[CAPITALS_NONE];
  if (n_words < 3)
    return CAPITALS_NO_LETTER;
  if (n_capital == 0)
    return CAPITALS_NONE;
  if ((counts[CAPITALS_ALL] + counts[CAPITALS_ONE]) * 5 >= n_words * 4)
    return CAPITALS_ALL;
  return n_capital * 3 >= n_words * 2 ? CAPITALS_FIRST : CAPITALS_MIXED;
}

static void
add_place_features (RelBatch *batch, const Characters *word, guint8 kind, guint8 begins)
{
  gunichar place[3] = { kind, begins, get_capitals (word) };

  if (kind != REL_PLACE_NONE)
    rel_batch_add_feature (batch, REL_GROUP_PLACE, hash_characters (place, 3, SEED_PLACE));
}

static void
add_sense_features (RelBatch *batch, const RelWordSenses *senses, const gchar *form, const Characters *word)
{
  guint8 classes[REL_WORD_MAX_SENSES];
  guint n = rel_word_senses_find (senses, form, classes);

  for (guint k = 0; k < n; k++) {
    gunichar sense[2] = { classes[k], get_capitals (word) };

    rel_batch_add_feature (batch, REL_GROUP_SENSE, hash_characters (sense, 2, SEED_SENSE));
  }
}

/* Of each word the class of the phrase that it is in and whether it is its first word; zeros outside of phrases. */
static void
find_phrases (const RelWordSenses *senses, const gchar *const *forms, guint n, gunichar (*phrases)[2])
{
  memset (phrases, 0, n * sizeof *phrases);
  for (guint i = 0; i < n;) {
    guint8 sense = 0;
    guint length = rel_word_senses_match (senses, forms + i, n - i, &sense);

    for (guint k = 0; k < length; k++) {
      phrases[i + k][0] = sense + 1u;
      phrases[i + k][1] = k == 0;
    }
    i += MAX (length, 1);
  }
}

void
rel_word_features_add (RelBatch *batch, const gchar *const *forms, guint n, const RelWordKnowledge *knowledge,
                       RelTreebank treebank)
{
  g_autofree gunichar (*phrases)[2] = g_malloc (MAX (n, 1) * sizeof *phrases);
  g_autofree Characters *words = g_new (Characters, n);
  g_autofree guint8 *kinds = g_malloc (n), *begins = g_malloc (n);
  gunichar treebank_id[1] = { treebank };
  Capitals of_sentence;

  for (guint i = 0; i < n; i++)
    read_characters (forms[i], &words[i]);
  of_sentence = get_sentence_capitals (words, n);
  rel_place_names_find (&knowledge->places, forms, n, kinds, begins);
  find_phrases (&knowledge->senses, forms, n, phrases);

  rel_batch_add_sentence (batch, n);
  for (guint i = 0; i < n; i++) {
    add_form_features (batch, &words[i]);
    add_affix_features (batch, &words[i]);
    add_ngram_features (batch, &words[i]);
    add_shape_features (batch, &words[i], i, of_sentence);
    add_place_features (batch, &words[i], kinds[i], begins[i]);
    add_sense_features (batch, &knowledge->senses, forms[i], &words[i]);
    if (phrases[i][0] != 0)
      rel_batch_add_feature (batch, REL_GROUP_SENSE, hash_characters (phrases[i], 2, SEED_PHRASE));
    if (treebank != REL_TREEBANK_UNKNOWN)
      rel_batch_add_feature (batch, REL_GROUP_TREEBANK, hash_characters (treebank_id, 1, SEED_TREEBANK));
    rel_batch_end_token (batch);
  }
}
