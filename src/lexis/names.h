/* From the network's scores to names: one tag for each token, the same word tagged alike across a document. */
#pragma once

#include "lexis/word_network.h"

G_BEGIN_DECLS

/* Sets name, name_begins and name_margin of all tokens of @document from @scores [n_tokens][REL_N_NAME_TAGS], which are
 * changed. */
void rel_names_decode (RelDocument *document, gfloat *scores);

G_END_DECLS
