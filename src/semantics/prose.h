/* Whether a sentence is English prose: tokens in, yes or no out. */
#pragma once

#include <relata/lexis.h>

G_BEGIN_DECLS

/* The function words of ontology/87-languages.ttl. Opaque: prose.c */
typedef struct _RelProse RelProse;

RelProse *rel_prose_new (const RelLexicon *lexicon);
void rel_prose_free (RelProse *self);

/* FALSE for what cannot be read: sentences with more function words of another language than of English, in another script,
 * and lines of code. Where there is no sign of either, as in headlines, TRUE. O(tokens). */
gboolean rel_prose_is_readable (const RelProse *self, const RelToken *tokens, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelProse, rel_prose_free)

G_END_DECLS
