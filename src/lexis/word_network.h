/* The network that tags words: which heads it has, and the classes that their numbers stand for.
 *
 * upos, xpos, feats, lemma (scripts), name (BIO), etype (entity types) and predicate (number of the roleset) are tags; arc
 * and deprel make the tree; role is a class for each word beside each predicate.
 */
#pragma once

#include "learn/network.h"
#include "lexis/features.h"

#include <relata/lexis.h>

G_BEGIN_DECLS

/* Heads of the network, in the order of its spec. */
typedef enum {
  REL_WORD_UPOS,
  REL_WORD_XPOS,
  REL_WORD_FEATS,
  REL_WORD_LEMMA,
  REL_WORD_NAME,  /* 0: O; 2 type - 1: B-type; 2 type: I-type */
  REL_WORD_ETYPE, /* 0: none; RelEntityType + 1 */
  REL_WORD_ARC,
  REL_WORD_DEPREL,
  REL_WORD_PREDICATE, /* RelToken.sense; "_": none */
  REL_WORD_ROLE,      /* RelPropbankRole */
  REL_N_WORD_HEADS,
} RelWordHead;

#define REL_N_NAME_TAGS (2 * (REL_N_NAME_TYPES - 1) + 1)
#define REL_N_ENTITY_CLASSES 11 /* none and the ten types of GUM, in alphabetical order */

/* Strings that the classes of the open heads stand for. */
typedef struct {
  const gchar **strings[REL_N_WORD_HEADS]; /* (nullable) [counts] */
  guint counts[REL_N_WORD_HEADS];
} RelWordClasses;

/* Spec of the network for these numbers of classes. */
void rel_word_network_spec (RelNetworkSpec *spec, const guint *n_classes);

/* The network with its classes, as a part of a model: see rel_model_get_part(). */
typedef struct {
  RelNetwork *network;
  RelWordClasses classes;
  RelWordKnowledge knowledge;
  RelTreebank treebank; /* whose habits to follow */
} RelWordNetwork;

gpointer rel_word_network_load (const RelModel *model, GError **error);
void rel_word_network_free (gpointer self);

/* Adds all its sections. */
void rel_word_network_write (const RelWordNetwork *self, RelModelWriter *writer);

/* Fills the tags, lemmas, trees and names of all tokens of @document. */
void rel_word_network_annotate (const RelWordNetwork *self, RelDocument *document);

G_END_DECLS
