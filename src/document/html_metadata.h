/* document/html_metadata.h: what the tags of an HTML page say of it as a whole. */
#pragma once

#include "document/document_draft.h"

/* The value of attribute @name in SAX's array of names and values: (nullable). */
const gchar *rel_html_get_attribute (const guchar *const *attributes, const gchar *name);

/* Reads title, date, address and publisher from a <meta>, <link> or <time> tag; the first of a kind stays. */
void rel_html_read_meta (RelDocumentDraft *draft, const guchar *const *attributes);
void rel_html_read_link (RelDocumentDraft *draft, const guchar *const *attributes);
/* The same for the date in a <script> of JSON-LD (schema.org), where many sites give it alone. */
gboolean rel_html_is_json_ld (const guchar *const *attributes);
void rel_html_read_json_ld (RelDocumentDraft *draft, const gchar *json);
void rel_html_read_time (RelDocumentDraft *draft, const guchar *const *attributes);
