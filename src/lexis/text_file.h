/* Opening the files of annotated text. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer full) (nullable): the bytes of @path; NULL with %REL_ERROR_IO, which names it. */
GInputStream *rel_text_file_open (const gchar *path, GError **error);

G_END_DECLS
