/* What the network learns from: the sentences of treebanks and of files of names, with the classes to be found. */
#pragma once

#include "lexis/role_file.h"
#include "lexis/word_network.h"

G_BEGIN_DECLS

/* A sentence with its targets. */
typedef struct {
  const RelToken *tokens; /* [n] */
  guint n;
  RelTreebank treebank;
  gboolean has_tree, has_names, has_etypes, has_roles;
  gint32 *open[REL_N_WORD_HEADS]; /* [n] classes of XPOS, FEATS, LEMMA and PREDICATE; NULL for the others */
} RelWordExample;

typedef struct {
  GPtrArray *documents;              /* RelDocument *, which hold the tokens */
  GArray *examples;                  /* RelWordExample */
  GHashTable *ids[REL_N_WORD_HEADS]; /* (nullable) string → class + 1 */
  RelWordClasses classes;            /* strings belong to the keys of ids */
} RelWordExamples;

RelWordExamples *rel_word_examples_new (void);
void rel_word_examples_free (RelWordExamples *self);

/* Adds the sentences of a CoNLL-U file; names and types too where it holds Entity= in the way of GUM, semantic roles where
 * @roles (nullable) has them. Where there are no names and @teacher (nullable) is given, it tags them: see teacher.h. */
gboolean rel_word_examples_add_treebank (RelWordExamples *self, const gchar *path, const RelRoleFile *roles,
                                         const RelWordNetwork *teacher, GError **error);
/* Adds the sentences of a BIO file. */
gboolean rel_word_examples_add_names (RelWordExamples *self, const gchar *path, GError **error);
/* Once all are there: numbers the tags, features and scripts that are frequent enough. */
void rel_word_examples_number_classes (RelWordExamples *self);

static inline const RelWordExample *
rel_word_examples_get (const RelWordExamples *self, guint index)
{
  return &g_array_index (self->examples, RelWordExample, index);
}

/* The class of head @head for token @i of @example, whose form may have become another; -1: not known. For arcs 0 is the
 * root and k + 1 token k. */
gint32 rel_word_examples_get_target (const RelWordExamples *self, const RelWordExample *example, RelWordHead head,
                                     guint i, const gchar *form);

/* Words of the name that begins at token @i, 0: none begins there. */
guint rel_word_example_measure_name (const RelWordExample *example, guint i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelWordExamples, rel_word_examples_free)

G_END_DECLS
