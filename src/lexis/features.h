/* From a word to what the network looks up: hashed features in the groups of rel_word_groups. Written once for training
 * and decoding. */
#pragma once

#include "learn/batch.h"
#include "learn/network.h"

#include "lexis/place_names.h"
#include "lexis/word_senses.h"

#include <relata/lexis.h>

G_BEGIN_DECLS

/* Groups of features, in the order of the bags of a batch. */
typedef enum {
  REL_GROUP_FORM,     /* the word: lower case under two hashes, and as it is written           */
  REL_GROUP_AFFIX,    /* its first one to three and last one to four characters                */
  REL_GROUP_NGRAM,    /* its sequences of three to five characters, with marks at the ends     */
  REL_GROUP_SHAPE,    /* capitals, digits, length, place; how the whole sentence is written    */
  REL_GROUP_PLACE,    /* whether it is, with its neighbours, the name of a place               */
  REL_GROUP_TREEBANK, /* whose habits of annotation to follow                                  */
  REL_GROUP_SENSE,    /* what kinds of things or doings it names, alone or in a phrase          */
  REL_N_WORD_GROUPS,
} RelWordGroup;

/* Where a sentence comes from, or whose habits its annotation shall have. */
typedef enum { REL_TREEBANK_UNKNOWN, REL_TREEBANK_EWT, REL_TREEBANK_GUM, REL_TREEBANK_NAMES } RelTreebank;

/* What is known of words beside what the sentences to learn from show. */
typedef struct {
  RelPlaceNames places;
  RelWordSenses senses;
} RelWordKnowledge;

/* Adds a sentence of @n tokens with @forms to @batch. */
void rel_word_features_add (RelBatch *batch, const gchar *const *forms, guint n, const RelWordKnowledge *knowledge,
                            RelTreebank treebank);

G_END_DECLS
