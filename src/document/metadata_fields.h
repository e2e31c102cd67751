/* document/metadata_fields.h: header fields, "Date: 2026-01-19". */
#pragma once

#include "document/document_draft.h"

/* Whether text[start..end) is a field with a name that we know. */
gboolean rel_metadata_is_field (const gchar *text, guint32 start, guint32 end);

/* Whether text[start..end) begins like "Copyright (c) 2026": the name of a field of rights, then a number. */
gboolean rel_metadata_is_rights (const gchar *text, guint32 start, guint32 end);

/* Reads the field into the draft's strings where they are NULL; "=" and quotes as in TOML and YAML are understood.
 * FALSE: it is none. */
gboolean rel_metadata_read_field (RelDocumentDraft *draft, const gchar *text, guint32 start, guint32 end);

/* Whether text[start..*end) begins with the name of a field, without a colon; *end is set behind it. */
gboolean rel_metadata_match_name (const gchar *text, guint32 start, guint32 *end);

/* Sets a string or a date of the draft that has none yet. */
void rel_metadata_set_string (gchar **slot, const gchar *text, guint32 start, guint32 end);
void rel_metadata_set_date (RelDocumentDraft *draft, RelDate date);
