/* The shape of the network that tags words, and its classes in a model file. See word_network.h. */
#include "lexis/word_network.h"

#include <string.h>

/* Sizes were chosen by speed: some 12,000 words a second and core in training, over 15,000 in decoding. */
#define WORD_LAYERS 2
#define WORD_UNITS 192

enum {
  PROJECTION_TAGS,
  PROJECTION_NAMES,
  PROJECTION_DEPENDENT,
  PROJECTION_HEAD,
  PROJECTION_LABELLED,
  PROJECTION_LABELLING,
  PROJECTION_PREDICATE,
  PROJECTION_ARGUMENT,
};

static const RelGroupSpec word_groups[REL_N_WORD_GROUPS] = {
  [REL_GROUP_FORM] = { "form", 20000, 128, 0.2f, 0 },   [REL_GROUP_AFFIX] = { "affix", 12000, 64, 0.05f, 0 },
  [REL_GROUP_NGRAM] = { "ngram", 24000, 64, 0.05f, 1 }, [REL_GROUP_SHAPE] = { "shape", 2000, 32, 0.05f, 0 },
  [REL_GROUP_PLACE] = { "place", 256, 16, 0.1f, 0 },    [REL_GROUP_TREEBANK] = { "treebank", 64, 8, 0.1f, 0 },
  [REL_GROUP_SENSE] = { "sense", 2000, 32, 0.1f, 1 },
};

static const RelProjectionSpec word_projections[] = {
  [PROJECTION_TAGS] = { "tags", 1, 256 },           [PROJECTION_NAMES] = { "names", 1, 128 },
  [PROJECTION_DEPENDENT] = { "dependent", 0, 192 }, [PROJECTION_HEAD] = { "head", 0, 192 },
  [PROJECTION_LABELLED] = { "labelled", 0, 64 },    [PROJECTION_LABELLING] = { "labelling", 0, 64 },
  [PROJECTION_PREDICATE] = { "predicate", 1, 80 },  [PROJECTION_ARGUMENT] = { "argument", 1, 80 },
};

static const RelHeadSpec word_heads[REL_N_WORD_HEADS] = {
  [REL_WORD_UPOS] = { "upos", REL_HEAD_TAGS, REL_N_UPOS, { PROJECTION_TAGS, 0 }, 0.7f },
  [REL_WORD_XPOS] = { "xpos", REL_HEAD_TAGS, 0, { PROJECTION_TAGS, 0 }, 0.3f },
  [REL_WORD_FEATS] = { "feats", REL_HEAD_TAGS, 0, { PROJECTION_TAGS, 0 }, 0.4f },
  [REL_WORD_LEMMA] = { "lemma", REL_HEAD_TAGS, 0, { PROJECTION_TAGS, 0 }, 0.5f },
  [REL_WORD_NAME] = { "name", REL_HEAD_TAGS, REL_N_NAME_TAGS, { PROJECTION_NAMES, 0 }, 1.0f },
  [REL_WORD_ETYPE] = { "etype", REL_HEAD_TAGS, REL_N_ENTITY_CLASSES, { PROJECTION_NAMES, 0 }, 0.5f },
  [REL_WORD_ARC] = { "arc", REL_HEAD_ARCS, 0, { PROJECTION_DEPENDENT, PROJECTION_HEAD }, 1.0f },
  [REL_WORD_DEPREL] = { "deprel", REL_HEAD_LABELS, REL_N_DEPRELS, { PROJECTION_LABELLED, PROJECTION_LABELLING }, 0.7f },
  [REL_WORD_PREDICATE] = { "sense", REL_HEAD_TAGS, 0, { PROJECTION_TAGS, 0 }, 0.3f },
  [REL_WORD_ROLE]
  = { "role", REL_HEAD_PAIRS, REL_N_PROPBANK_ROLES, { PROJECTION_PREDICATE, PROJECTION_ARGUMENT }, 0.5f },
};

/* Dropout as in Dozat and Manning 2017, less on the input, whose groups are dropped as a whole too. */
void
rel_word_network_spec (RelNetworkSpec *spec, const guint *n_classes)
{
  memset (spec, 0, sizeof *spec);
  spec->n_groups = G_N_ELEMENTS (word_groups);
  spec->n_layers = WORD_LAYERS;
  spec->n_units = WORD_UNITS;
  spec->n_projections = G_N_ELEMENTS (word_projections);
  spec->n_heads = G_N_ELEMENTS (word_heads);
  spec->input_dropout = 0.2f;
  spec->state_dropout = 0.33f;
  spec->recurrent_dropout = 0.25f;
  spec->projection_dropout = 0.33f;
  memcpy (spec->groups, word_groups, sizeof word_groups);
  memcpy (spec->projections, word_projections, sizeof word_projections);
  memcpy (spec->heads, word_heads, sizeof word_heads);
  for (guint h = 0; h < REL_N_WORD_HEADS; h++)
    if (spec->heads[h].kind != REL_HEAD_ARCS && spec->heads[h].n_classes == 0)
      spec->heads[h].n_classes = n_classes[h];
}

/* Name of the section with the strings of a head's classes. */
static gchar *
name_classes (guint head)
{
  return g_strdup_printf ("network.classes.%s", word_heads[head].name);
}

void
rel_word_network_write (const RelWordNetwork *self, RelModelWriter *writer)
{
  const RelPlaceNames *places = &self->knowledge.places;
  const RelWordSenses *senses = &self->knowledge.senses;
  guint32 number = GUINT32_TO_LE ((guint32) self->treebank);

  rel_network_write (self->network, writer);
  for (guint h = 0; h < REL_N_WORD_HEADS; h++)
    if (self->classes.strings[h] != NULL) {
      g_autofree gchar *name = name_classes (h);

      rel_model_writer_set_strings (writer, name, self->classes.strings[h], self->classes.counts[h]);
    }
  rel_model_writer_set_section (writer, "network.treebank", &number, sizeof number);
  rel_model_writer_set_section (writer, "network.places", places->keys, places->n_keys * sizeof (guint32));
  rel_model_writer_set_section (writer, "network.senses.keys", senses->keys, senses->n * sizeof (guint32));
  rel_model_writer_set_section (writer, "network.senses.classes", senses->classes, senses->n);
}

static gboolean
load_knowledge (RelWordKnowledge *self, const RelModel *model, GError **error)
{
  gsize n_places = 0, n_keys = 0, n_classes = 0;

  self->places.keys = rel_model_get_section (model, "network.places", &n_places);
  self->places.n_keys = (guint) (n_places / sizeof (guint32));
  self->senses.keys = rel_model_get_section (model, "network.senses.keys", &n_keys);
  self->senses.classes = rel_model_get_section (model, "network.senses.classes", &n_classes);
  self->senses.n = (guint) n_classes;
  if (n_keys == n_classes * sizeof (guint32))
    return TRUE;
  g_set_error (error, REL_ERROR, REL_ERROR_MODEL, "%s: the senses of words do not fit together; train the model again",
               rel_model_get_path (model));
  return FALSE;
}

static gboolean
load_classes (RelWordNetwork *self, const RelModel *model, GError **error)
{
  gsize n_bytes = 0;
  const guint32 *treebank = rel_model_get_section (model, "network.treebank", &n_bytes);
  const RelNetworkSpec *spec = &self->network->spec;
  gboolean fits = spec->n_heads == REL_N_WORD_HEADS && spec->n_groups == REL_N_WORD_GROUPS;

  self->treebank = n_bytes == sizeof *treebank ? (RelTreebank) GUINT32_FROM_LE (*treebank) : REL_TREEBANK_UNKNOWN;
  for (guint h = 0; fits && h < REL_N_WORD_HEADS; h++) {
    g_autofree gchar *name = name_classes (h);

    fits = strcmp (spec->heads[h].name, word_heads[h].name) == 0 && spec->heads[h].kind == word_heads[h].kind;
    if (word_heads[h].kind == REL_HEAD_ARCS)
      continue;
    if (word_heads[h].n_classes == 0)
      self->classes.strings[h] = rel_model_get_strings (model, name, &self->classes.counts[h]);
    else
      self->classes.counts[h] = word_heads[h].n_classes;
    fits = fits && self->classes.counts[h] == spec->heads[h].n_classes && self->classes.counts[h] > 0;
  }
  if (!fits)
    g_set_error (error, REL_ERROR, REL_ERROR_MODEL, "%s: the network of the model file is not one for words",
                 rel_model_get_path (model));
  return fits;
}

gpointer
rel_word_network_load (const RelModel *model, GError **error)
{
  RelWordNetwork *self = g_new0 (RelWordNetwork, 1);

  self->network = rel_network_load (model, error);
  if (self->network == NULL || !load_classes (self, model, error) || !load_knowledge (&self->knowledge, model, error)) {
    rel_word_network_free (self);
    return NULL;
  }
  return self;
}

void
rel_word_network_free (gpointer data)
{
  RelWordNetwork *self = data;

  if (self == NULL)
    return;
  rel_network_free (self->network);
  for (guint h = 0; h < REL_N_WORD_HEADS; h++)
    g_free (self->classes.strings[h]);
  g_free (self);
}
