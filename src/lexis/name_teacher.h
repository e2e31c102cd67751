/* Names for a treebank that has none: a model trained before tells their types, the gold trees their bounds. */
#pragma once

#include "lexis/word_network.h"

G_BEGIN_DECLS

/* Tags in training only: the token may or may not be part of a name. */
#define REL_NAME_UNKNOWN ((RelNameType) REL_N_NAME_TYPES)

/* Fills in the names of all tokens of @document, which keeps its gold trees and tags. A proper noun and what belongs to its
 * name take the type that the words have most weight for in the eyes of @teacher; without any, they are no name where it
 * is sure, else %REL_NAME_UNKNOWN. Other words are no names, or unknown where @teacher takes them for such. */
void rel_name_teacher_annotate (const RelWordNetwork *teacher, RelDocument *document);

G_END_DECLS
