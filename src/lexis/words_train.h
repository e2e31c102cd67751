/* Training the network that tags words: treebanks and tagged names in, the sections "network.*" of a model out. */
#pragma once

#include "lexis/word_network.h"

G_BEGIN_DECLS

typedef struct {
  const gchar *const *treebanks; /* NULL-terminated: CoNLL-U files to learn tags and trees from; names too where they
                                        hold Entity= in the way of GUM */
  const gchar *const *names;     /* (nullable) NULL-terminated: BIO files to learn names from */
  const gchar *const *roles;     /* (nullable) NULL-terminated: semantic roles of the treebanks, see role_file.h */
  const gchar *places;           /* (nullable) comma-separated values: names of places, see place_names.h */
  const gchar *senses;           /* (nullable) folder of WordNet's database, see word_senses.h */
  const RelLexicon *lexicon;     /* (nullable) whose organizations are looked up with the senses */
  const RelWordNetwork *teacher; /* (nullable) tags names where a treebank has none, see name_teacher.h */
  const gchar *const *dev_treebanks; /* (nullable) NULL-terminated: to measure on after each epoch */
  const gchar *const *dev_names;     /* (nullable) NULL-terminated */
  guint n_epochs;
  guint64 seed;
} RelWordTraining;

/* Told what has been reached; @line has no line end. */
typedef void (*RelTrainLogFunc) (const gchar *line, gpointer user_data);
/* Called with the sections so far after each epoch: writes them somewhere, or does nothing. */
typedef gboolean (*RelTrainSaveFunc) (RelModelWriter *writer, gpointer user_data, GError **error);

/* The same data, options and seed give the same weights on the same kind of processor. FALSE with the error of a file that
 * cannot be read, or of @save. */
gboolean rel_words_train (const RelWordTraining *options, RelTrainLogFunc log, RelTrainSaveFunc save,
                          gpointer user_data, GError **error);

G_END_DECLS
