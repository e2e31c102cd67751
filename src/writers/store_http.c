/* Requests to a triple store, by libsoup: with credentials, retries and limits.
 *
 * Redirections are not followed, so that credentials and data go where the user said. An answer is read up to a limit of
 * bytes and time, so that a store that never stops talking is given up. Requests may be sent again: our graphs have no blank
 * nodes, so that sending one twice is sending it once.
 */
#include "writers/store_http.h"

#include <libsoup/soup.h>
#include <string.h>

#define DEFAULT_TIMEOUT 60u
#define MAX_ANSWER_BYTES (1024 * 1024)
/* An answer that trickles in may take as long as this many silent spells. */
#define MAX_SPELLS 5
/* What is shown of a store's own words. */
#define MAX_SHOWN_BYTES 200

struct _RelStoreHttp {
  SoupSession *session;
  gchar *user, *password, *token;
  guint timeout, n_retries;
};

RelStoreHttp *
rel_store_http_new (const RelStoreOptions *options)
{
  RelStoreHttp *self = g_new0 (RelStoreHttp, 1);

  self->timeout = options->timeout != 0 ? options->timeout : DEFAULT_TIMEOUT;
  self->n_retries = options->n_retries;
  self->user = g_strdup (options->user);
  self->password = g_strdup (options->password);
  self->token = g_strdup (options->token);
  self->session = soup_session_new_with_options ("timeout", self->timeout, "user-agent", "relata/" REL_VERSION, NULL);
  return self;
}

void
rel_store_http_free (RelStoreHttp *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->session);
  g_free (self->user);
  g_free (self->password);
  g_free (self->token);
  g_free (self);
}

/* Basic and Digest: once; when the same answer comes again, the store does not believe them. */
static gboolean
authenticate (SoupMessage *message, SoupAuth *auth, gboolean is_retrying, gpointer user_data)
{
  const RelStoreHttp *self = user_data;

  if (self->user == NULL || is_retrying || soup_auth_is_for_proxy (auth))
    return FALSE;
  soup_auth_authenticate (auth, self->user, self->password != NULL ? self->password : "");
  return TRUE;
}

/* Reads what comes until the end or a limit; a cut connection is an error. */
static GBytes *
read_answer (const RelStoreHttp *self, GInputStream *stream, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  gint64 deadline = g_get_monotonic_time () + (gint64) MAX_SPELLS * self->timeout * G_USEC_PER_SEC;
  guint8 buffer[4096];
  gssize n;

  while ((n = g_input_stream_read (stream, buffer, sizeof buffer, NULL, error)) > 0) {
    g_byte_array_append (bytes, buffer, (guint) n);
    if (bytes->len >= MAX_ANSWER_BYTES)
      break;
    if (g_get_monotonic_time () > deadline) {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "the answer does not end");
      n = -1;
      break;
    }
  }
  if (n >= 0)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  return NULL;
}

/* (transfer full): the beginning of an answer, on one line. */
static gchar *
dup_beginning (GBytes *answer)
{
  gsize n = 0;
  const gchar *data = answer != NULL ? g_bytes_get_data (answer, &n) : NULL;
  gchar *text = g_utf8_make_valid (data != NULL ? data : "", (gssize) MIN (n, MAX_SHOWN_BYTES));

  for (gchar *p = text; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  return g_strstrip (text);
}

static const gchar *
get_advice (guint status, gboolean has_credentials)
{
  switch (status) {
  case 301:
  case 302:
  case 303:
  case 307:
  case 308:
    return "; give the address that it has moved to";
  case 401:
  case 403:
    return has_credentials ? "; the credentials do not suffice" : "; give --credentials";
  case 404:
  case 405:
    return "; is this the address of its Graph Store Protocol?";
  case 413:
    return "; send smaller graphs";
  case 507:
    return "; it is full";
  default:
    return "";
  }
}

static gboolean
may_pass (guint status)
{
  return status == 429 || (status >= 500 && status <= 504);
}

/* One try. @passing: (out): whether a failure may pass. */
static GBytes *
try_once (RelStoreHttp *self, SoupMessage *message, gboolean *passing, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GInputStream) stream = soup_session_send (self->session, message, NULL, &problem);
  g_autoptr (GBytes) answer = stream != NULL ? read_answer (self, stream, &problem) : NULL;
  guint status = soup_message_get_status (message);
  g_autofree gchar *url
    = g_uri_to_string_partial (soup_message_get_uri (message), G_URI_HIDE_PASSWORD | G_URI_HIDE_QUERY);
  g_autofree gchar *said = NULL;

  *passing = FALSE;
  if (answer == NULL) {
    *passing = TRUE;
    g_set_error (error, REL_ERROR, REL_ERROR_IO, "%s: %s", url, problem->message);
    return NULL;
  }
  if (status >= 200 && status <= 299)
    return g_steal_pointer (&answer);
  *passing = may_pass (status);
  said = dup_beginning (answer);
  g_set_error (error, REL_ERROR, REL_ERROR_IO, "%s: the store answers %u %s%s%s%s", url, status,
               soup_message_get_reason_phrase (message) != NULL ? soup_message_get_reason_phrase (message) : "",
               get_advice (status, self->user != NULL || self->token != NULL), *said != '\0' ? ": " : "", said);
  return NULL;
}

/* What a message has to say again when it is sent again with credentials: libsoup 3.2 sends an empty body then. */
typedef struct {
  GBytes *body;
  const gchar *content_type;
} Body;

static void
restore_body (SoupMessage *message, gpointer user_data)
{
  const Body *body = user_data;

  soup_message_set_request_body_from_bytes (message, body->content_type, body->body);
}

static SoupMessage *
make_message (RelStoreHttp *self, const gchar *method, const gchar *url, Body *body, const gchar *accept)
{
  SoupMessage *message = soup_message_new (method, url);

  if (message == NULL)
    return NULL;
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  g_signal_connect (message, "authenticate", G_CALLBACK (authenticate), self);
  if (body->body != NULL) {
    restore_body (message, body);
    g_signal_connect (message, "restarted", G_CALLBACK (restore_body), body);
  }
  if (accept != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), "Accept", accept);
  if (self->token != NULL) {
    g_autofree gchar *value = g_strconcat ("Bearer ", self->token, NULL);

    soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization", value);
  }
  return message;
}

GBytes *
rel_store_http_request (RelStoreHttp *self, const gchar *method, const gchar *url, GBytes *body,
                        const gchar *content_type, const gchar *accept, GError **error)
{
  Body whole = { body, content_type };
  gulong pause = G_USEC_PER_SEC / 2;

  for (guint n_tries = 1;; n_tries++) {
    g_autoptr (GError) problem = NULL;
    g_autoptr (SoupMessage) message = make_message (self, method, url, &whole, accept);
    gboolean passing = FALSE;
    GBytes *answer = message != NULL ? try_once (self, message, &passing, &problem) : NULL;

    if (answer != NULL)
      return answer;
    if (message == NULL)
      g_set_error (&problem, REL_ERROR, REL_ERROR_USAGE, "%s: not an address", url);
    if (!passing || n_tries > self->n_retries) {
      if (n_tries > 1)
        g_prefix_error (&problem, "after %u tries: ", n_tries);
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
    g_usleep (pause);
    pause *= 2;
  }
}
