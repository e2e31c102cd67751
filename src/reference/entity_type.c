/* The names of the types of entities, and the way from a token to its mention. */
#include <relata/reference.h>

#include <string.h>

static const gchar *const type_names[REL_N_ENTITY_TYPES] = {
  "abstract", "animal", "event", "object", "organization", "person", "place", "plant", "substance", "time",
};

const gchar *
rel_entity_type_get_name (RelEntityType type)
{
  g_return_val_if_fail ((guint) type < REL_N_ENTITY_TYPES, "abstract");
  return type_names[type];
}

gint
rel_entity_type_from_name (const gchar *name)
{
  for (guint i = 0; i < REL_N_ENTITY_TYPES; i++)
    if (strcmp (type_names[i], name) == 0)
      return (gint) i;
  return -1;
}

const RelMention *
rel_document_find_mention (const RelDocument *document, guint32 sentence, gint32 head)
{
  guint low = 0, high = document->n_mentions;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (document->mentions[middle].sentence < sentence)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < document->n_mentions && document->mentions[low].sentence == sentence; low++)
    if (document->mentions[low].head == head)
      return &document->mentions[low];
  return NULL;
}
