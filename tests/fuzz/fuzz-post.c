/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-post.h"

#define BACKLOG 5
#define REPORT "{\"policies\":[]}"
#define MEDIA_TYPE "application/tlsrpt+json"
/* Seconds; whoever sends all that it has does not need them. */
#define TIMEOUT 60

/* The endpoint: answers everybody with the input. */
typedef struct
{
  GSocket       *listener;
  GCancellable  *stop;
  const uint8_t *data;
  size_t         size;
  guint          n_visits;
  guint          n_reports;
} Endpoint;

/* Up to the end of the report, or of what is no report.  Returns whether it is what was
 * sent. */
static gboolean
read_request (GSocket      *socket,
              GCancellable *stop)
{
  char request[4096];
  gsize length = 0;

  while (length < sizeof request)
    {
      gssize n = g_socket_receive (socket, request + length, sizeof request - length, stop, NULL);

      if (n <= 0)
        return FALSE;
      length += (gsize) n;
      if (g_strstr_len (request, (gssize) length, "\r\n\r\n" REPORT) != NULL)
        return g_str_has_prefix (request, "POST /tls HTTP/1.1\r\n") &&
               g_strstr_len (request, (gssize) length, "Content-Type: " MEDIA_TYPE "\r\n") != NULL;
      if (*request != 'P' && g_strstr_len (request, (gssize) length, "\r\n\r\n") != NULL)
        return FALSE;
    }

  return FALSE;
}

static gpointer
serve (gpointer user_data)
{
  Endpoint *endpoint = user_data;

  while (TRUE)
    {
      g_autoptr (GSocket) socket = g_socket_accept (endpoint->listener, endpoint->stop, NULL);

      if (socket == NULL)
        return NULL;

      endpoint->n_visits++;
      if (read_request (socket, endpoint->stop))
        endpoint->n_reports++;
      if (endpoint->size > 0)
        g_socket_send (socket, (const char *) endpoint->data, endpoint->size, NULL, NULL);
      g_socket_shutdown (socket, FALSE, TRUE, NULL);
    }
}

/* A port of this computer; its number. */
static guint
listen_somewhere (Endpoint *endpoint)
{
  static GSocket *listener = NULL;
  static guint port;

  if (listener == NULL)
    {
      g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
      g_autoptr (GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
      g_autoptr (GSocketAddress) bound = NULL;
      g_autoptr (GError) error = NULL;

      listener = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, 0, &error);
      g_assert_no_error (error);
      g_socket_set_listen_backlog (listener, BACKLOG);
      g_socket_bind (listener, any, FALSE, &error);
      g_assert_no_error (error);
      g_socket_listen (listener, &error);
      g_assert_no_error (error);
      bound = g_socket_get_local_address (listener, &error);
      g_assert_no_error (error);
      port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
    }

  endpoint->listener = listener;

  return port;
}

/* What is no URL is refused before anybody is asked. */
static void
check_url (const uint8_t *data,
           size_t         size)
{
  g_autoptr (GBytes) report = g_bytes_new_static (REPORT, strlen (REPORT));
  g_autofree char *raw = g_strndup (size > 0 ? (const char *) data : "", size);
  g_autofree char *text = g_utf8_make_valid (raw, -1);
  /* No scheme has a blank. */
  g_autofree char *url = g_strconcat ("a ", text, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (tlsrpt_post (url, MEDIA_TYPE, report, TIMEOUT, &error));
  g_assert_true (error->domain == TLSRPT_ERROR && g_utf8_validate (error->message, -1, NULL));
}

/* What an endpoint answers to a report, which it gets once, wherever it says that it
 * should go. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  g_autoptr (GBytes) report = g_bytes_new_static (REPORT, strlen (REPORT));
  g_autoptr (GError) error = NULL;
  g_autoptr (TlsrptPostReply) reply = NULL;
  g_autofree char *url = NULL;
  Endpoint endpoint = { .stop = stop, .data = data, .size = size };
  guint port = listen_somewhere (&endpoint);
  GThread *thread = g_thread_new ("endpoint", serve, &endpoint);

  url = g_strdup_printf ("http://127.0.0.1:%u/tls", port);
  reply = tlsrpt_post (url, MEDIA_TYPE, report, TIMEOUT, &error);
  g_cancellable_cancel (stop);
  g_thread_join (thread);

  g_assert_true ((reply == NULL) == (error != NULL));
  g_assert_cmpuint (endpoint.n_visits, <=, 1);
  if (reply != NULL)
    {
      g_assert_cmpuint (endpoint.n_reports, ==, 1);
      g_assert_cmpuint (reply->length, <=, TLSRPT_LIMIT_POST_REPLY);
      g_assert_nonnull (reply->phrase);
      g_assert_true (tlsrpt_post_reply_is_success (reply) ==
                     (reply->status >= 200 && reply->status < 300));
    }
  if (error != NULL)
    g_assert_true (error->domain == TLSRPT_ERROR && g_utf8_validate (error->message, -1, NULL));
  check_url (data, size);

  return 0;
}
