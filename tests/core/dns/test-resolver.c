/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dns-message.h"
#include "dns-server.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-resolver.h"

#include <string.h>

#define RECORD "v=TLSRPTv1; rua=mailto:a@example.com"
#define TIMEOUT 5.0
#define SHORT_TIMEOUT 0.3

/* The answer that only TCP can carry: 40 records of 255 octets. */
#define N_LARGE 40

/* The first label of a name says how the name server behaves. */
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

static gboolean
has_checking_disabled (const guint8 *query)
{
  return (query[3] & 0x10) != 0;
}

static guint n_passing;

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

  /* Whose signatures are wrong, whose server is so once, and so whenever it checks. */
  if (is_name (query, "bogus") && !has_checking_disabled (query))
    return dns_message_new_reply (query, length, 2);
  if (is_name (query, "passing") && n_passing++ == 0)
    return dns_message_new_reply (query, length, 2);
  if (is_name (query, "bogusnone"))
    return dns_message_new_reply (query, length, has_checking_disabled (query) ? 3 : 2);
  if (is_name (query, "bogusmute"))
    return has_checking_disabled (query) ? NULL : dns_message_new_reply (query, length, 2);
  if (is_name (query, "bogusrefused"))
    return dns_message_new_reply (query, length, has_checking_disabled (query) ? 5 : 2);

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
  else if (is_name (query, "nostring"))
    {
      dns_message_add (reply, "nostring.example", TLSRPT_RESOURCE_TXT, 60, "", 0);
    }
  else if (is_name (query, "oddalias"))
    {
      dns_message_add_name (reply, "oddalias.example", DNS_TYPE_CNAME, 60, "a b\377(.example");
    }
  else if (is_name (query, "wrongid"))
    {
      reply->data[0] ^= 0xff;
    }
  else
    {
      dns_message_add_text (reply, "answer.example", 60, RECORD);
      dns_message_add_text (reply, "bogus.example", 60, RECORD);
      dns_message_add_text (reply, "passing.example", 60, RECORD);
      dns_message_add_text (reply, "noedns.example", 60, RECORD);
    }

  return reply;
}

static TlsrptResolver *
resolver_new (DnsServer *server,
              double     timeout)
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
  { "nostring", FALSE, TIMEOUT, TLSRPT_OUTCOME_MALFORMED },
  { "oddalias", FALSE, TIMEOUT, TLSRPT_OUTCOME_NO_DATA },
};

static void
test_outcome (gconstpointer data)
{
  const Outcome *c = data;
  g_autoptr (DnsServer) server = dns_server_new (make_reply, c->speaks_tcp);
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
  g_autoptr (DnsServer) server = dns_server_new (make_reply, FALSE);
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

typedef struct
{
  const char    *name;
  double         timeout;
  TlsrptOutcome  outcome;
  gboolean       is_bogus;
  guint          n_questions;
} Bogus;

static const Bogus bogus[] = {
  { "bogus", TIMEOUT, TLSRPT_OUTCOME_SERVER_FAILURE, TRUE, 3 },
  { "bogusnone", TIMEOUT, TLSRPT_OUTCOME_SERVER_FAILURE, TRUE, 3 },
  { "passing", TIMEOUT, TLSRPT_OUTCOME_ANSWER, FALSE, 3 },
  { "servfail", TIMEOUT, TLSRPT_OUTCOME_SERVER_FAILURE, FALSE, 2 },
  { "bogusrefused", TIMEOUT, TLSRPT_OUTCOME_SERVER_FAILURE, FALSE, 2 },
  { "bogusmute", SHORT_TIMEOUT, TLSRPT_OUTCOME_SERVER_FAILURE, FALSE, 0 },
  { "refused", TIMEOUT, TLSRPT_OUTCOME_REFUSED, FALSE, 1 },
  { "nxdomain", TIMEOUT, TLSRPT_OUTCOME_NO_DOMAIN, FALSE, 1 },
};

/* Why a server fails is found out, and only then. */
static void
test_bogus (gconstpointer data)
{
  const Bogus *c = data;
  g_autoptr (DnsServer) server = dns_server_new (make_reply, FALSE);
  TlsrptResolver *resolver = resolver_new (server, c->timeout);
  g_autofree char *name = g_strconcat (c->name, ".example", NULL);
  g_autoptr (TlsrptAnswer) answer = ask (resolver, name);

  g_assert_cmpint (tlsrpt_answer_get_outcome (answer), ==, c->outcome);
  g_assert_cmpint (tlsrpt_answer_is_bogus (answer), ==, c->is_bogus);
  if (c->n_questions > 0)
    g_assert_cmpuint (server->n_questions, ==, c->n_questions);

  g_assert_finalize_object (resolver);
}

/* A server that knows only what it serves checks nothing. */
static void
test_bogus_authoritative (void)
{
  g_autoptr (DnsServer) server = dns_server_new (make_reply, FALSE);
  TlsrptResolver *resolver = tlsrpt_resolver_new (server->address, TIMEOUT,
                                                  TLSRPT_RESOLVER_AUTHORITATIVE, NULL);
  g_autoptr (TlsrptAnswer) answer = ask (resolver, "bogus.example");

  g_assert_cmpint (tlsrpt_answer_get_outcome (answer), ==, TLSRPT_OUTCOME_SERVER_FAILURE);
  g_assert_false (tlsrpt_answer_is_bogus (answer));
  g_assert_cmpuint (server->n_questions, ==, 1);
  g_assert_finalize_object (resolver);
}

/* Nobody listens on the port. */
static void
test_no_network (void)
{
  DnsServer *server = dns_server_new (make_reply, FALSE);
  TlsrptResolver *resolver = resolver_new (server, TIMEOUT);
  g_autoptr (TlsrptAnswer) answer = NULL;

  dns_server_free (server);
  answer = ask (resolver, "answer.example");
  g_assert_cmpint (tlsrpt_answer_get_outcome (answer), ==, TLSRPT_OUTCOME_NO_NETWORK);
  g_assert_finalize_object (resolver);
}

/* The name of a mail server may hold anything. */
static const char *const bad_names[] = {
  "x\\032y.example",
  "x\\.y.example",
  "x\\255y.example",
  "x\\(y.example",
  "x!y.example",
  "x..example",
  "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.example",
};

static void
test_bad_name (gconstpointer data)
{
  g_autoptr (DnsServer) server = dns_server_new (make_reply, FALSE);
  TlsrptResolver *resolver = resolver_new (server, TIMEOUT);
  g_autoptr (TlsrptAnswer) answer = ask (resolver, data);

  g_assert_cmpint (tlsrpt_answer_get_outcome (answer), ==, TLSRPT_OUTCOME_NO_DOMAIN);
  g_assert_cmpuint (server->n_questions, ==, 0);
  g_assert_finalize_object (resolver);
}

static void
test_cancel (void)
{
  g_autoptr (DnsServer) server = dns_server_new (make_reply, FALSE);
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
  g_autoptr (DnsServer) server = dns_server_new (make_reply, FALSE);
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

/* One question after another may use the channel of c-ares again, but neither its port,
 * which a forger would have to guess (RFC 5452 section 4.5), nor what it remembers. */
static void
test_again (void)
{
  g_autoptr (DnsServer) server = dns_server_new (make_reply, FALSE);
  TlsrptResolver *resolver = resolver_new (server, TIMEOUT);
  g_autoptr (GHashTable) ports = g_hash_table_new (NULL, NULL);
  const guint n = 50;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TlsrptAnswer) answer = ask (resolver, "answer.example");

      g_assert_cmpint (tlsrpt_answer_get_outcome (answer), ==, TLSRPT_OUTCOME_ANSWER);
      g_assert_cmpuint (server->n_questions, ==, i + 1);
      g_hash_table_add (ports, GUINT_TO_POINTER (server->last_port));
    }

  /* Some may come twice by chance. */
  g_assert_cmpuint (g_hash_table_size (ports), >, n / 2);
  g_assert_finalize_object (resolver);
}

/* After one that failed, and one that was cancelled, others are answered as before. */
static void
test_again_after_trouble (void)
{
  g_autoptr (DnsServer) server = dns_server_new (make_reply, FALSE);
  TlsrptResolver *resolver = resolver_new (server, SHORT_TIMEOUT);
  const char *const names[] = { "silent.example", "servfail.example", "malformed.example",
                                "wrongid.example", "large.example" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (TlsrptAnswer) failed = ask (resolver, names[i]);
      g_autoptr (TlsrptAnswer) answer = NULL;
      Tally tally = { 0, };

      tlsrpt_resolver_ask_async (resolver, "silent.example", TLSRPT_RESOURCE_TXT, cancellable,
                                 tally_cb, &tally);
      g_cancellable_cancel (cancellable);
      while (tally.n_cancelled < 1)
        g_main_context_iteration (NULL, TRUE);

      g_assert_cmpint (tlsrpt_answer_get_outcome (failed), !=, TLSRPT_OUTCOME_ANSWER);
      answer = ask (resolver, "answer.example");
      g_assert_cmpint (tlsrpt_answer_get_outcome (answer), ==, TLSRPT_OUTCOME_ANSWER);
    }

  g_assert_finalize_object (resolver);
}

static void
test_jobs (void)
{
  g_autoptr (DnsServer) server = dns_server_new (make_reply, FALSE);
  TlsrptResolver *resolver = resolver_new (server, 60);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const guint most = TLSRPT_LIMIT_JOBS * TLSRPT_LIMIT_JOB_QUESTIONS;
  Tally tally = { 0, };

  g_assert_cmpuint (most, >, TLSRPT_LIMIT_QUESTIONS);
  tlsrpt_resolver_set_jobs (resolver, TLSRPT_LIMIT_JOBS);
  for (guint i = 0; i < TLSRPT_LIMIT_QUESTIONS + 10; i++)
    tlsrpt_resolver_ask_async (resolver, "silent.example", TLSRPT_RESOURCE_TXT, cancellable,
                               tally_cb, &tally);
  while (server->n_questions < TLSRPT_LIMIT_QUESTIONS + 10)
    g_main_context_iteration (NULL, TRUE);

  g_cancellable_cancel (cancellable);
  while (tally.n_cancelled < TLSRPT_LIMIT_QUESTIONS + 10)
    g_main_context_iteration (NULL, TRUE);

  g_assert_finalize_object (resolver);
}

/* Those under way and those that wait. */
static void
test_cancel_many (void)
{
  g_autoptr (DnsServer) server = dns_server_new (make_reply, FALSE);
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

  for (gsize i = 0; i < G_N_ELEMENTS (bogus); i++)
    {
      g_autofree char *path = g_strdup_printf ("/resolver/bogus/%s", bogus[i].name);

      g_test_add_data_func (path, &bogus[i], test_bogus);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (bad_names); i++)
    {
      g_autofree char *path = g_strdup_printf ("/resolver/bad-name/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, bad_names[i], test_bad_name);
    }

  g_test_add_func ("/resolver/bogus-authoritative", test_bogus_authoritative);
  g_test_add_func ("/resolver/flags", test_flags);
  g_test_add_func ("/resolver/no-network", test_no_network);
  g_test_add_func ("/resolver/cancel", test_cancel);
  g_test_add_func ("/resolver/many", test_many);
  g_test_add_func ("/resolver/cancel-many", test_cancel_many);
  g_test_add_func ("/resolver/again", test_again);
  g_test_add_func ("/resolver/again-after-trouble", test_again_after_trouble);
  g_test_add_func ("/resolver/jobs", test_jobs);
  g_test_add_func ("/resolver/address", test_address);

  return g_test_run ();
}
