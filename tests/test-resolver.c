/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dns-message.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-resolver.h"

#include <string.h>

#define RECORD "v=TLSRPTv1; rua=mailto:a@example.com"
#define TIMEOUT 5.0
#define SHORT_TIMEOUT 0.3

/* The answer that only TCP can carry: 40 records of 255 octets. */
#define N_LARGE 40

/*
 * A name server on loopback.  The first label of a name says how it behaves.  UDP
 * is served in the test's main context, TCP in a thread.
 */
typedef struct
{
  GSocket        *socket;
  GSource        *source;
  GSocketService *tcp;
  char           *address;
  guint           n_questions;
  guint8          last_flags[2];
} Server;

static gboolean
is_name (const guint8 *query,
         const char   *label)
{
  return query[12] == strlen (label) && memcmp (query + 13, label, strlen (label)) == 0;
}

static gboolean
has_edns (const guint8 *query)
{
  return query[11] != 0;
}

static GByteArray *
make_reply (const guint8 *query,
            gsize         length,
            gboolean      is_tcp)
{
  static const struct
  {
    const char *label;
    guint       flags;
  } codes[] = {
    { "nodata", 0 },
    { "formerr", 1 },
    { "servfail", 2 },
    { "nxdomain", 3 },
    { "notimp", 4 },
    { "refused", 5 },
  };
  GByteArray *reply;

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      if (is_name (query, codes[i].label))
        return dns_message_new_reply (query, length, codes[i].flags);
    }

  if (is_name (query, "silent"))
    return NULL;

  if (is_name (query, "noedns") && has_edns (query))
    return dns_message_new_reply (query, length, 1);

  if (is_name (query, "large") && !is_tcp)
    return dns_message_new_reply (query, length, DNS_FLAG_TC);

  reply = dns_message_new_reply (query, length, DNS_FLAG_AD);
  if (is_name (query, "large"))
    {
      g_autofree char *text = g_strnfill (255, 'x');

      for (guint i = 0; i < N_LARGE; i++)
        dns_message_add_text (reply, "large.example", 60, text);
    }
  else if (is_name (query, "malformed"))
    {
      dns_message_add (reply, "malformed.example", TLSRPT_RESOURCE_TXT, 60, "\377x", 2);
    }
  else if (is_name (query, "wrongid"))
    {
      reply->data[0] ^= 0xff;
    }
  else
    {
      dns_message_add_text (reply, "answer.example", 60, RECORD);
      dns_message_add_text (reply, "noedns.example", 60, RECORD);
    }

  return reply;
}

static gboolean
query_cb (GSocket      *socket,
          GIOCondition  condition,
          gpointer      user_data)
{
  Server *server = user_data;
  g_autoptr (GSocketAddress) from = NULL;
  g_autoptr (GByteArray) reply = NULL;
  guint8 query[512];
  gssize length = g_socket_receive_from (socket, &from, (char *) query, sizeof query, NULL, NULL);

  g_assert_cmpint (length, >, 12);
  server->n_questions++;
  memcpy (server->last_flags, query + 2, 2);

  reply = make_reply (query, (gsize) length, FALSE);
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
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  g_autoptr (GByteArray) reply = NULL;
  guint8 query[512];
  guint16 length;

  g_assert_true (g_input_stream_read_all (input, query, 2, NULL, NULL, NULL));
  length = (guint16) (query[0] << 8 | query[1]);
  g_assert_cmpuint (length, <=, sizeof query);
  g_assert_true (g_input_stream_read_all (input, query, length, NULL, NULL, NULL));

  reply = make_reply (query, length, TRUE);
  length = GUINT16_TO_BE ((guint16) reply->len);
  g_output_stream_write_all (output, &length, 2, NULL, NULL, NULL);
  g_output_stream_write_all (output, reply->data, reply->len, NULL, NULL, NULL);

  return TRUE;
}

static Server *
server_new (gboolean speaks_tcp)
{
  Server *server = g_new0 (Server, 1);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GError) error = NULL;

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
      g_signal_connect (server->tcp, "run", G_CALLBACK (tcp_cb), NULL);
    }

  server->address = g_socket_connectable_to_string (G_SOCKET_CONNECTABLE (bound));

  return server;
}

static void
server_free (Server *server)
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Server, server_free)

static TlsrptResolver *
resolver_new (Server *server,
              double  timeout)
{
  g_autoptr (GError) error = NULL;
  TlsrptResolver *resolver = tlsrpt_resolver_new (server->address, timeout,
                                                  TLSRPT_RESOLVER_RECURSIVE, &error);

  g_assert_no_error (error);

  return resolver;
}

static void
result_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **slot = user_data;

  *slot = g_object_ref (result);
}

static TlsrptAnswer *
ask (TlsrptResolver *resolver,
     const char     *name)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TlsrptAnswer *answer;

  tlsrpt_resolver_ask_async (resolver, name, TLSRPT_RESOURCE_TXT, NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  answer = tlsrpt_resolver_ask_finish (resolver, result, &error);
  g_assert_no_error (error);

  return answer;
}

typedef struct
{
  const char    *name;
  gboolean       speaks_tcp;
  double         timeout;
  TlsrptOutcome  outcome;
} Outcome;

static const Outcome outcomes[] = {
  { "answer", FALSE, TIMEOUT, TLSRPT_OUTCOME_ANSWER },
  { "noedns", FALSE, TIMEOUT, TLSRPT_OUTCOME_ANSWER },
  { "large", TRUE, TIMEOUT, TLSRPT_OUTCOME_ANSWER },
  { "nodata", FALSE, TIMEOUT, TLSRPT_OUTCOME_NO_DATA },
  { "nxdomain", FALSE, TIMEOUT, TLSRPT_OUTCOME_NO_DOMAIN },
  { "servfail", FALSE, TIMEOUT, TLSRPT_OUTCOME_SERVER_FAILURE },
  { "formerr", FALSE, TIMEOUT, TLSRPT_OUTCOME_SERVER_FAILURE },
  { "notimp", FALSE, TIMEOUT, TLSRPT_OUTCOME_SERVER_FAILURE },
  { "refused", FALSE, TIMEOUT, TLSRPT_OUTCOME_REFUSED },
  { "silent", FALSE, SHORT_TIMEOUT, TLSRPT_OUTCOME_TIMED_OUT },
  { "wrongid", FALSE, SHORT_TIMEOUT, TLSRPT_OUTCOME_TIMED_OUT },
  { "large", FALSE, SHORT_TIMEOUT, TLSRPT_OUTCOME_TRUNCATED },
  { "malformed", FALSE, TIMEOUT, TLSRPT_OUTCOME_MALFORMED },
};

static void
test_outcome (gconstpointer data)
{
  const Outcome *c = data;
  g_autoptr (Server) server = server_new (c->speaks_tcp);
  TlsrptResolver *resolver = resolver_new (server, c->timeout);
  g_autofree char *name = g_strconcat (c->name, ".example", NULL);
  g_autoptr (TlsrptAnswer) answer = ask (resolver, name);

  g_assert_cmpint (tlsrpt_answer_get_outcome (answer), ==, c->outcome);
  g_assert_cmpstr (tlsrpt_answer_get_name (answer), ==, name);

  if (g_str_equal (c->name, "large") && c->speaks_tcp)
    g_assert_cmpuint (tlsrpt_answer_get_n_resources (answer), ==, N_LARGE);
  else if (c->outcome == TLSRPT_OUTCOME_ANSWER)
    g_assert_cmpuint (tlsrpt_answer_get_n_resources (answer), ==, 1);

  g_assert_finalize_object (resolver);
}

static void
test_flags (void)
{
  g_autoptr (Server) server = server_new (FALSE);
  TlsrptResolver *resolver = resolver_new (server, TIMEOUT);
  TlsrptResolver *direct = tlsrpt_resolver_new (server->address, TIMEOUT,
                                                TLSRPT_RESOLVER_AUTHORITATIVE, NULL);
  g_autoptr (TlsrptAnswer) answer = ask (resolver, "answer.example");
  g_autoptr (TlsrptAnswer) other = NULL;

  /* Recursion desired, and the AD bit. */
  g_assert_cmpuint (server->last_flags[0], ==, 0x01);
  g_assert_cmpuint (server->last_flags[1], ==, 0x20);
  g_assert_true (tlsrpt_answer_is_authenticated (answer));

  other = ask (direct, "answer.example");
  g_assert_cmpuint (server->last_flags[0], ==, 0);

  g_assert_finalize_object (resolver);
  g_assert_finalize_object (direct);
}

/* Nobody listens on the port. */
static void
test_no_network (void)
{
  Server *server = server_new (FALSE);
  TlsrptResolver *resolver = resolver_new (server, TIMEOUT);
  g_autoptr (TlsrptAnswer) answer = NULL;

  server_free (server);
  answer = ask (resolver, "answer.example");
  g_assert_cmpint (tlsrpt_answer_get_outcome (answer), ==, TLSRPT_OUTCOME_NO_NETWORK);
  g_assert_finalize_object (resolver);
}

static void
test_bad_name (void)
{
  g_autoptr (Server) server = server_new (FALSE);
  TlsrptResolver *resolver = resolver_new (server, TIMEOUT);
  g_autofree char *label = g_strnfill (64, 'x');
  g_autoptr (TlsrptAnswer) answer = ask (resolver, label);

  g_assert_cmpint (tlsrpt_answer_get_outcome (answer), ==, TLSRPT_OUTCOME_NO_DOMAIN);
  g_assert_cmpuint (server->n_questions, ==, 0);
  g_assert_finalize_object (resolver);
}

static void
test_cancel (void)
{
  g_autoptr (Server) server = server_new (FALSE);
  TlsrptResolver *resolver = resolver_new (server, 60);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) late_result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) late_error = NULL;

  tlsrpt_resolver_ask_async (resolver, "silent.example", TLSRPT_RESOURCE_TXT, cancellable,
                             result_cb, &result);
  while (server->n_questions == 0)
    g_main_context_iteration (NULL, TRUE);

  g_cancellable_cancel (cancellable);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (tlsrpt_resolver_ask_finish (resolver, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  /* What is cancelled before it begins asks nobody. */
  server->n_questions = 0;
  tlsrpt_resolver_ask_async (resolver, "silent.example", TLSRPT_RESOURCE_TXT, cancellable,
                             result_cb, &late_result);
  while (late_result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (tlsrpt_resolver_ask_finish (resolver, late_result, &late_error));
  g_assert_error (late_error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (server->n_questions, ==, 0);

  g_clear_object (&result);
  g_clear_object (&late_result);
  g_assert_finalize_object (resolver);
}

typedef struct
{
  guint n_answers;
  guint n_cancelled;
} Tally;

static void
tally_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Tally *tally = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlsrptAnswer) answer = tlsrpt_resolver_ask_finish (TLSRPT_RESOLVER (source), result,
                                                                &error);

  if (answer == NULL)
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      tally->n_cancelled++;
      return;
    }

  g_assert_cmpint (tlsrpt_answer_get_outcome (answer), ==, TLSRPT_OUTCOME_ANSWER);
  tally->n_answers++;
}

static void
test_many (void)
{
  g_autoptr (Server) server = server_new (FALSE);
  TlsrptResolver *resolver = resolver_new (server, 60);
  const guint n = 10 * TLSRPT_LIMIT_QUESTIONS;
  Tally tally = { 0, };

  for (guint i = 0; i < n; i++)
    tlsrpt_resolver_ask_async (resolver, "answer.example", TLSRPT_RESOURCE_TXT, NULL, tally_cb,
                               &tally);
  while (tally.n_answers < n)
    g_main_context_iteration (NULL, TRUE);

  g_assert_finalize_object (resolver);
}

/* Those under way and those that wait. */
static void
test_cancel_many (void)
{
  g_autoptr (Server) server = server_new (FALSE);
  TlsrptResolver *resolver = resolver_new (server, 60);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const guint n = 10 * TLSRPT_LIMIT_QUESTIONS;
  Tally tally = { 0, };

  for (guint i = 0; i < n; i++)
    tlsrpt_resolver_ask_async (resolver, "silent.example", TLSRPT_RESOURCE_TXT, cancellable,
                               tally_cb, &tally);
  while (server->n_questions < TLSRPT_LIMIT_QUESTIONS)
    g_main_context_iteration (NULL, TRUE);

  g_cancellable_cancel (cancellable);
  while (tally.n_cancelled < n)
    g_main_context_iteration (NULL, TRUE);

  g_assert_finalize_object (resolver);
}

typedef struct
{
  const char *server;
  gboolean    is_right;
} Address;

static const Address addresses[] = {
  { "192.0.2.1", TRUE },
  { "192.0.2.1:5353", TRUE },
  { "2001:db8::1", TRUE },
  { "[2001:db8::1]", TRUE },
  { "[2001:db8::1]:5353", TRUE },
  { "", FALSE },
  { ":53", FALSE },
  { "192.0.2", FALSE },
  { "192.0.2.1:", FALSE },
  { "192.0.2.1:0", FALSE },
  { "192.0.2.1:65536", FALSE },
  { "192.0.2.1:-1", FALSE },
  { "192.0.2.1,192.0.2.2", FALSE },
  { "192.0.2.1 ", FALSE },
  { "ns.example.com", FALSE },
  { "localhost", FALSE },
  { "[2001:db8::1", FALSE },
  { "\033]0;x\007", FALSE },
  { "\xff", FALSE },
};

static void
test_address (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TlsrptResolver) resolver = tlsrpt_resolver_new (addresses[i].server, TIMEOUT,
                                                                 TLSRPT_RESOLVER_RECURSIVE, &error);

      g_test_message ("address %" G_GSIZE_FORMAT, i);
      if (addresses[i].is_right)
        {
          g_assert_no_error (error);
          g_assert_nonnull (resolver);
        }
      else
        {
          g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_SERVER);
          g_assert_null (resolver);
          g_assert_null (strchr (error->message, '\033'));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/resolver/outcome/%s%s", outcomes[i].name,
                                               outcomes[i].speaks_tcp ? "-tcp" : "");

      g_test_add_data_func (path, &outcomes[i], test_outcome);
    }

  g_test_add_func ("/resolver/flags", test_flags);
  g_test_add_func ("/resolver/no-network", test_no_network);
  g_test_add_func ("/resolver/bad-name", test_bad_name);
  g_test_add_func ("/resolver/cancel", test_cancel);
  g_test_add_func ("/resolver/many", test_many);
  g_test_add_func ("/resolver/cancel-many", test_cancel_many);
  g_test_add_func ("/resolver/address", test_address);

  return g_test_run ();
}
