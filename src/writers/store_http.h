/* Requests to a triple store. */
#pragma once

#include <gio/gio.h>
#include <relata/writers.h>

G_BEGIN_DECLS

/* Opaque: src/writers/store_http.c */
typedef struct _RelStoreHttp RelStoreHttp;

RelStoreHttp *rel_store_http_new (const RelStoreOptions *options);
void rel_store_http_free (RelStoreHttp *self);

/**
 * rel_store_http_request:
 * @body: (nullable): of @content_type
 * @accept: (nullable): media type of the answer
 *
 * Sends a request, and again after a while when it fails in a way that may pass (no connection, a connection that breaks,
 * statuses 429 and 500 to 504).
 *
 * Returns: (transfer full) (nullable): the answer to a request that succeeded, at most a megabyte of it; else NULL with
 *   %REL_ERROR_IO, which says what the store said
 */
GBytes *rel_store_http_request (RelStoreHttp *self, const gchar *method, const gchar *url, GBytes *body,
                                const gchar *content_type, const gchar *accept, GError **error);

G_END_DECLS
