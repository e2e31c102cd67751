/* What the tags of an HTML page say of it as a whole, and the encoding that it declares. */
#include "document/html_metadata.h"

#include <string.h>

#include "document/date.h"
#include "document/input_formats.h"

#define MAX_DECLARATION_BYTES 1024 /* where the HTML standard looks for a charset */

typedef enum { META_TITLE, META_DATE, META_SOURCE, META_URL } Meta;

/* Names of <meta>: Open Graph, schema.org, Dublin Core, and what news sites use beside them. */
static const struct {
  const gchar *name;
  Meta meta;
} meta_names[] = {
  { "og:title", META_TITLE },
  { "twitter:title", META_TITLE },
  { "dc.title", META_TITLE },
  { "article:published_time", META_DATE },
  { "og:published_time", META_DATE },
  { "datepublished", META_DATE },
  { "date", META_DATE },
  { "pubdate", META_DATE },
  { "dc.date", META_DATE },
  { "dc.date.issued", META_DATE },
  { "dcterms.date", META_DATE },
  { "dcterms.issued", META_DATE },
  { "dcterms.created", META_DATE },
  { "parsely-pub-date", META_DATE },
  { "og:site_name", META_SOURCE },
  { "dc.publisher", META_SOURCE },
  { "og:url", META_URL },
};

const gchar *
rel_html_get_attribute (const guchar *const *attributes, const gchar *name)
{
  for (gsize i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    if (g_ascii_strcasecmp ((const gchar *) attributes[i], name) == 0)
      return attributes[i + 1] != NULL ? (const gchar *) attributes[i + 1] : "";
  return NULL;
}

static void
set_string (gchar **slot, const gchar *value)
{
  if (*slot == NULL && *value != '\0')
    *slot = g_strstrip (g_strdup (value));
}

static void
set_date (RelDocumentDraft *draft, const gchar *value)
{
  RelDate date;

  while (g_ascii_isspace (*value))
    value++;
  if (draft->date.year == 0 && rel_date_scan (value, strlen (value), &date) > 0 && date.year != 0)
    draft->date = date;
}

static void
set_meta (RelDocumentDraft *draft, Meta meta, const gchar *value)
{
  switch (meta) {
  case META_TITLE:
    set_string (&draft->title, value);
    break;
  case META_DATE:
    set_date (draft, value);
    break;
  case META_SOURCE:
    set_string (&draft->source, value);
    break;
  case META_URL:
    set_string (&draft->url, value);
    break;
  }
}

void
rel_html_read_meta (RelDocumentDraft *draft, const guchar *const *attributes)
{
  const gchar *name = rel_html_get_attribute (attributes, "property");
  const gchar *content = rel_html_get_attribute (attributes, "content");

  if (name == NULL)
    name = rel_html_get_attribute (attributes, "name");
  if (name == NULL)
    name = rel_html_get_attribute (attributes, "itemprop");
  if (name == NULL || content == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (meta_names); i++)
    if (g_ascii_strcasecmp (name, meta_names[i].name) == 0)
      set_meta (draft, meta_names[i].meta, content);
}

void
rel_html_read_link (RelDocumentDraft *draft, const guchar *const *attributes)
{
  const gchar *relation = rel_html_get_attribute (attributes, "rel");
  const gchar *address = rel_html_get_attribute (attributes, "href");

  if (relation != NULL && address != NULL && g_ascii_strcasecmp (relation, "canonical") == 0)
    set_string (&draft->url, address);
}

void
rel_html_read_time (RelDocumentDraft *draft, const guchar *const *attributes)
{
  const gchar *value = rel_html_get_attribute (attributes, "datetime");

  if (value != NULL)
    set_date (draft, value);
}

gboolean
rel_html_is_json_ld (const guchar *const *attributes)
{
  const gchar *type = rel_html_get_attribute (attributes, "type");

  return type != NULL && g_ascii_strcasecmp (type, "application/ld+json") == 0;
}

void
rel_html_read_json_ld (RelDocumentDraft *draft, const gchar *json)
{
  static const gchar key[] = "\"datePublished\"";
  const gchar *value = strstr (json, key);

  if (value == NULL)
    return;
  value += strlen (key);
  while (g_ascii_isspace (*value) || *value == ':' || *value == '"')
    value++;
  set_date (draft, value);
}

gchar *
rel_html_find_encoding (const gchar *bytes, gsize n_bytes)
{
  static const gchar key[] = "charset=";
  gsize limit = MIN (n_bytes, MAX_DECLARATION_BYTES), start, end;

  for (start = 0; start + strlen (key) <= limit; start++)
    if (g_ascii_strncasecmp (bytes + start, key, strlen (key)) == 0)
      break;
  if (start + strlen (key) > limit)
    return NULL;
  start += strlen (key);
  while (start < limit && strchr ("\"' \t", bytes[start]) != NULL && bytes[start] != '\0')
    start++;
  for (end = start; end < limit && (g_ascii_isalnum (bytes[end]) || strchr ("-_.:", bytes[end]) != NULL); end++)
    if (bytes[end] == '\0')
      break;

  /* Bytes in which "charset=" can be read are not UTF-16, and Latin-1 is what pages in Windows-1252 say: both
   * as the HTML standard has it. */
  if (start == end || g_ascii_strncasecmp (bytes + start, "utf-16", 6) == 0)
    return NULL;
  if (end - start == strlen ("iso-8859-1") && g_ascii_strncasecmp (bytes + start, "iso-8859-1", end - start) == 0)
    return g_strdup ("WINDOWS-1252");
  return g_strndup (bytes + start, end - start);
}
