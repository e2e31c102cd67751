/* Classes of entities and datatypes of times, as ontology/10-core.ttl defines them. */
#include <triples/node_type.h>

#define SCHEMA "https://schema.org/"
#define RELATA "https://w3id.org/relata/ns#"

/* In the order of RelEntityType. */
static const struct {
  const gchar *label;
  const gchar *iri;
} classes[REL_N_ENTITY_TYPES] = {
  { "Abstract", RELATA "Abstract" },
  { "Animal", RELATA "Animal" },
  { "Event", SCHEMA "Event" },
  { "Object", RELATA "Object" },
  { "Organization", SCHEMA "Organization" },
  { "Person", SCHEMA "Person" },
  { "Place", SCHEMA "Place" },
  { "Plant", RELATA "Plant" },
  { "Substance", RELATA "Substance" },
  { "Time", RELATA "Time" },
};

const gchar *
rel_node_type_get_label (RelEntityType type)
{
  return (guint) type < REL_N_ENTITY_TYPES ? classes[type].label : "";
}

const gchar *
rel_node_type_get_iri (RelEntityType type)
{
  return (guint) type < REL_N_ENTITY_TYPES ? classes[type].iri : NULL;
}

/* Digits where @pattern has "0", the same character elsewhere. */
static gboolean
fits (const gchar *value, const gchar *pattern)
{
  for (; *pattern != '\0'; pattern++, value++)
    if (*pattern == '0' ? !g_ascii_isdigit (*value) : *value != *pattern)
      return FALSE;
  return *value == '\0';
}

const gchar *
rel_node_type_get_time (const gchar *value)
{
  static const struct {
    const gchar *pattern, *datatype;
  } shapes[] = {
    { "0000", "gYear" },
    { "0000-00", "gYearMonth" },
    { "0000-00-00", "date" },
    { "0000-00-00T00:00:00", "dateTime" },
    { "0000-00-00T00:00:00Z", "dateTime" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (fits (value, shapes[i].pattern))
      return shapes[i].datatype;
  if (value[0] == 'P' && g_ascii_isdigit (value[1]))
    return "duration";
  return NULL;
}
