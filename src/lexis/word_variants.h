/* Sentences as they might have been written too: in another letter case, with other names. */
#pragma once

#include "lexis/word_examples.h"

G_BEGIN_DECLS

typedef struct _RelWordVariants RelWordVariants; /* opaque: src/lexis/word_variants.c */

/* Knows the names of @examples, which must outlive it. */
RelWordVariants *rel_word_variants_new (const RelWordExamples *examples);
/* Adds a name, its words parted by spaces, to those that are put in the place of others. */
void rel_word_variants_add_name (RelWordVariants *self, RelNameType type, const gchar *name);
void rel_word_variants_free (RelWordVariants *self);

/* Fills @forms [n] with the words of @example, now and then in another letter case or with other names in their places.
 * Words that are not the token's own live until rel_word_variants_clear(). */
void rel_word_variants_choose (RelWordVariants *self, const RelWordExample *example, const gchar **forms,
                               guint64 *random);
void rel_word_variants_clear (RelWordVariants *self);

G_END_DECLS
