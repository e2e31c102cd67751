/* Semantic roles kept beside a treebank: lines "sent_id TAB word TAB roleset TAB lemma TAB ROLE:start-end:head ...", words
 * counted from 1. */
#pragma once

#include <relata/lexis.h>

G_BEGIN_DECLS

/* Predicates of any number of sentences. Opaque: src/lexis/role_file.c */
typedef struct _RelRoleFile RelRoleFile;

RelRoleFile *rel_role_file_new (void);
void rel_role_file_free (RelRoleFile *self);

/* Adds the lines of a file. FALSE with %REL_ERROR_IO or, naming the line, %REL_ERROR_FORMAT. */
gboolean rel_role_file_read (RelRoleFile *self, const gchar *path, GError **error);

/* Fills in RelToken.sense and .roles of the sentences of @document that have an id; "aux" stands for the rolesets of auxiliaries.
 * @known[n_sentences] (out): whether the roles of each sentence are known. A sentence without a predicate has no line, and
 * neither has one that was not annotated: it is taken for such if it has a verb. Roles too rare to have a name become
 * %REL_PB_NONE. */
void rel_role_file_annotate (const RelRoleFile *self, RelDocument *document, gboolean *known);

/* Whether @token is a predicate whose arguments count: not an auxiliary. */
gboolean rel_token_has_arguments (const RelToken *token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelRoleFile, rel_role_file_free)

G_END_DECLS
