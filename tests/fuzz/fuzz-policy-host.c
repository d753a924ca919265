/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-error.h"
#include "tlsrpt-sts-transfer.h"

#include <gio/gunixsocketaddress.h>
#include <unistd.h>

#define HOST "mta-sts.example.com"
#define URI "http://" HOST "/.well-known/mta-sts.txt"
#define BACKLOG 5

/* The policy host: answers everybody with the input. */
typedef struct
{
  GSocket       *listener;
  GCancellable  *stop;
  const uint8_t *data;
  size_t         size;
} Host;

/* Up to the empty line, or to the end. */
static void
read_request (GSocket      *socket,
              GCancellable *stop)
{
  char request[4096];
  gsize length = 0;

  while (length < sizeof request && g_strstr_len (request, (gssize) length, "\r\n\r\n") == NULL)
    {
      gssize n = g_socket_receive (socket, request + length, sizeof request - length, stop, NULL);

      if (n <= 0)
        return;
      length += (gsize) n;
    }
}

static gpointer
serve (gpointer user_data)
{
  Host *host = user_data;

  while (TRUE)
    {
      g_autoptr (GSocket) socket = g_socket_accept (host->listener, host->stop, NULL);

      if (socket == NULL)
        return NULL;

      read_request (socket, host->stop);
      if (host->size > 0)
        g_socket_send (socket, (const char *) host->data, host->size, NULL, NULL);
      g_socket_shutdown (socket, FALSE, TRUE, NULL);
    }
}

/* A socket of this computer that has no name in a folder. */
static GSocketAddress *
listen_somewhere (Host *host)
{
  static GSocket *listener = NULL;
  static GSocketAddress *address = NULL;

  if (listener == NULL)
    {
      g_autofree char *name = g_strdup_printf ("tlsrpt-fuzz-%d", (int) getpid ());
      g_autoptr (GError) error = NULL;

      address = g_unix_socket_address_new_with_type (name, -1, G_UNIX_SOCKET_ADDRESS_ABSTRACT);
      listener = g_socket_new (G_SOCKET_FAMILY_UNIX, G_SOCKET_TYPE_STREAM, 0, &error);
      g_assert_no_error (error);
      g_socket_set_listen_backlog (listener, BACKLOG);
      g_socket_bind (listener, address, FALSE, &error);
      g_assert_no_error (error);
      g_socket_listen (listener, &error);
      g_assert_no_error (error);
    }

  host->listener = listener;

  return address;
}

/* What a policy host answers. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Host host = { .stop = stop, .data = data, .size = size };
  GSocketAddress *address = listen_somewhere (&host);
  GThread *thread = g_thread_new ("policy-host", serve, &host);
  g_autoptr (GCancellable) never = g_cancellable_new ();
  TlsrptStsPolicy *policy = tlsrpt_sts_transfer_from (HOST, URI, G_SOCKET_CONNECTABLE (address),
                                                      never, &error);

  g_cancellable_cancel (stop);
  g_thread_join (thread);

  g_assert_true ((policy == NULL) == (error != NULL));
  if (policy != NULL)
    tlsrpt_sts_policy_free (policy);
  if (error != NULL)
    g_assert_true (error->domain == TLSRPT_ERROR && g_utf8_validate (error->message, -1, NULL));

  return 0;
}
