/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dns-server.h"

#include <string.h>

static gboolean
query_cb (GSocket      *socket,
          GIOCondition  condition,
          gpointer      user_data)
{
  DnsServer *server = user_data;
  g_autoptr (GSocketAddress) from = NULL;
  g_autoptr (GByteArray) reply = NULL;
  guint8 query[512];
  gssize length = g_socket_receive_from (socket, &from, (char *) query, sizeof query, NULL, NULL);

  g_assert_cmpint (length, >, 12);
  server->n_questions++;
  server->last_port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (from));
  memcpy (server->last_flags, query + 2, 2);

  reply = server->reply (query, (gsize) length, FALSE);
  if (reply != NULL)
    g_socket_send_to (socket, from, (const char *) reply->data, reply->len, NULL, NULL);

  return G_SOURCE_CONTINUE;
}

static gboolean
tcp_cb (GThreadedSocketService *service,
        GSocketConnection      *connection,
        GObject                *source_object,
        gpointer                user_data)
{
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  DnsServer *server = user_data;
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  g_autoptr (GByteArray) reply = NULL;
  guint8 query[512];
  guint16 length;

  g_assert_true (g_input_stream_read_all (input, query, 2, NULL, NULL, NULL));
  length = (guint16) (query[0] << 8 | query[1]);
  g_assert_cmpuint (length, <=, sizeof query);
  g_assert_true (g_input_stream_read_all (input, query, length, NULL, NULL, NULL));

  reply = server->reply (query, length, TRUE);
  length = GUINT16_TO_BE ((guint16) reply->len);
  g_output_stream_write_all (output, &length, 2, NULL, NULL, NULL);
  g_output_stream_write_all (output, reply->data, reply->len, NULL, NULL, NULL);

  return TRUE;
}

DnsServer *
dns_server_new (DnsServerReply reply,
                gboolean       speaks_tcp)
{
  DnsServer *server = g_new0 (DnsServer, 1);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GError) error = NULL;

  server->reply = reply;
  server->socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_DATAGRAM,
                                 G_SOCKET_PROTOCOL_DEFAULT, &error);
  g_assert_no_error (error);
  g_socket_bind (server->socket, any, FALSE, &error);
  g_assert_no_error (error);
  bound = g_socket_get_local_address (server->socket, &error);
  g_assert_no_error (error);

  server->source = g_socket_create_source (server->socket, G_IO_IN, NULL);
  g_source_set_callback (server->source, G_SOURCE_FUNC (query_cb), server, NULL);
  g_source_attach (server->source, NULL);

  if (speaks_tcp)
    {
      server->tcp = g_threaded_socket_service_new (8);
      g_socket_listener_add_address (G_SOCKET_LISTENER (server->tcp), bound, G_SOCKET_TYPE_STREAM,
                                     G_SOCKET_PROTOCOL_DEFAULT, NULL, NULL, &error);
      g_assert_no_error (error);
      g_signal_connect (server->tcp, "run", G_CALLBACK (tcp_cb), server);
    }

  server->address = g_socket_connectable_to_string (G_SOCKET_CONNECTABLE (bound));

  return server;
}

void
dns_server_free (DnsServer *server)
{
  if (server->tcp != NULL)
    {
      g_socket_service_stop (server->tcp);
      g_socket_listener_close (G_SOCKET_LISTENER (server->tcp));
      g_object_unref (server->tcp);
    }

  g_source_destroy (server->source);
  g_source_unref (server->source);
  g_socket_close (server->socket, NULL);
  g_object_unref (server->socket);
  g_free (server->address);
  g_free (server);
}
