/* Learns the boundaries of tokens and sentences from texts where they are known. */
#pragma once

#include <relata/lexis.h>

G_BEGIN_DECLS

/**
 * rel_tokenizer_train:
 * @documents: (array length=n_documents): documents with sentences and tokens, as the CoNLL-U reader makes them
 * @seed: the same seed and documents give the same bytes
 * @writer: receives the section "tokenizer"
 *
 * Takes some 20 s and 400 MB for 300,000 tokens.
 */
void rel_tokenizer_train (RelDocument *const *documents, guint n_documents, guint64 seed, RelModelWriter *writer);

G_END_DECLS
