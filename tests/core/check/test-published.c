/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dns-message.h"
#include "fake-published.h"
#include "tlsrpt-limits.h"

#include <string.h>

/* An MX record for each word, such as “10:a”: hosts of one label. */
static TlsrptAnswer *
create_mx (const char *records)
{
  g_autoptr (GByteArray) message = dns_message_new (FAKE_DOMAIN, TLSRPT_RESOURCE_MX, 0);
  g_auto (GStrv) words = g_strsplit (records, " ", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GByteArray) data = g_byte_array_new ();
      const char *host = strchr (words[i], ':') + 1;
      guint preference = (guint) g_ascii_strtoull (words[i], NULL, 10);
      const guint8 head[] = { (guint8) (preference >> 8), (guint8) preference,
                              (guint8) strlen (host) };

      /* The root has no label. */
      g_byte_array_append (data, head, *host != '\0' ? sizeof head : 2);
      g_byte_array_append (data, (const guint8 *) host, (guint) strlen (host) + 1);
      dns_message_add (message, FAKE_DOMAIN, TLSRPT_RESOURCE_MX, 60, data->data, data->len);
    }

  return tlsrpt_answer_new (FAKE_DOMAIN, TLSRPT_RESOURCE_MX, message->data, message->len);
}

static char *
join_servers (TlsrptPublished *published)
{
  GString *servers = g_string_new (NULL);

  for (guint i = 0; i < published->mail_servers->len; i++)
    {
      const TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, i);

      g_string_append_printf (servers, "%s%u:%s", i > 0 ? " " : "", server->preference,
                              server->host);
    }

  return g_string_free (servers, FALSE);
}

typedef struct
{
  const char *name;
  const char *records;
  const char *servers;
  gboolean    has_null_mx;
} Case;

/* The lowest number is tried first (RFC 5321 section 5.1). */
static const Case cases[] = {
  { "one", "10:a", "10:a", FALSE },
  { "sorted", "20:a 10:b 15:c", "10:b 15:c 20:a", FALSE },
  { "as-numbers", "100:a 9:b", "9:b 100:a", FALSE },
  { "large", "65535:a 256:b", "256:b 65535:a", FALSE },
  { "equal", "10:b 10:a", "10:a 10:b", FALSE },
  { "twice", "10:a 20:a", "10:a", FALSE },
  { "twice-in-any-order", "20:a 15:b 10:a", "10:a 15:b", FALSE },

  /* RFC 7505: alone, the root says that there is none. */
  { "null", "0:", "", TRUE },
  { "null-beside", "0: 10:a", "10:a", FALSE },
};

static void
test_servers (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (TlsrptPublished) published = tlsrpt_published_new (FAKE_DOMAIN);
  g_autofree char *servers = NULL;

  published->mx = create_mx (c->records);
  tlsrpt_published_add_mail_servers (published);
  servers = join_servers (published);

  g_assert_cmpstr (servers, ==, c->servers);
  g_assert_cmpint (tlsrpt_published_has_null_mx (published), ==, c->has_null_mx);
  g_assert_cmpint (tlsrpt_published_takes_no_mail (published), ==, c->has_null_mx);
}

/* The best count, wherever they stand. */
static void
test_limit (void)
{
  g_autoptr (TlsrptPublished) published = tlsrpt_published_new (FAKE_DOMAIN);
  g_autoptr (GString) records = g_string_new (NULL);
  const TlsrptMailServer *first;

  for (guint i = 0; i < TLSRPT_LIMIT_MAIL_SERVERS; i++)
    g_string_append_printf (records, "9:host%u ", i);
  g_string_append (records, "1:first");

  published->mx = create_mx (records->str);
  tlsrpt_published_add_mail_servers (published);
  first = g_ptr_array_index (published->mail_servers, 0);

  g_assert_cmpuint (published->mail_servers->len, ==, TLSRPT_LIMIT_MAIL_SERVERS);
  g_assert_cmpstr (first->host, ==, "first");
}

typedef struct
{
  const char    *name;
  TlsrptOutcome  mx;
  TlsrptOutcome  address; /* of both kinds */
  gboolean       has_address;
  gboolean       takes_no_mail;
  const char    *servers;
} Implicit;

/* Without an MX record the domain itself takes mail, if it has an address. */
static const Implicit implicits[] = {
  { "address", TLSRPT_OUTCOME_NO_DATA, TLSRPT_OUTCOME_NO_DATA, TRUE, FALSE, "0:" FAKE_DOMAIN },
  { "no-address", TLSRPT_OUTCOME_NO_DATA, TLSRPT_OUTCOME_NO_DATA, FALSE, TRUE, "0:" FAKE_DOMAIN },

  /* Nobody knows. */
  { "no-answer-for-address", TLSRPT_OUTCOME_NO_DATA, TLSRPT_OUTCOME_TIMED_OUT, FALSE, FALSE,
    "0:" FAKE_DOMAIN },
  { "no-answer", TLSRPT_OUTCOME_TIMED_OUT, TLSRPT_OUTCOME_NO_DATA, FALSE, FALSE, "" },
  { "no-domain", TLSRPT_OUTCOME_NO_DOMAIN, TLSRPT_OUTCOME_NO_DOMAIN, FALSE, FALSE, "" },
};

static void
test_implicit (gconstpointer data)
{
  const Implicit *c = data;
  g_autoptr (TlsrptPublished) published = tlsrpt_published_new (FAKE_DOMAIN);
  g_autofree char *servers = NULL;

  published->mx = tlsrpt_answer_new_failed (FAKE_DOMAIN, TLSRPT_RESOURCE_MX, c->mx);
  published->ipv4 = tlsrpt_answer_new_failed (FAKE_DOMAIN, TLSRPT_RESOURCE_A, c->address);
  if (c->has_address)
    {
      g_autoptr (GByteArray) message = dns_message_new (FAKE_DOMAIN, TLSRPT_RESOURCE_AAAA, 0);

      dns_message_add (message, FAKE_DOMAIN, TLSRPT_RESOURCE_AAAA, 60,
                       "\x20\1\r\xb8\0\0\0\0\0\0\0\0\0\0\0\1", 16);
      published->ipv6 = tlsrpt_answer_new (FAKE_DOMAIN, TLSRPT_RESOURCE_AAAA, message->data,
                                           message->len);
    }

  tlsrpt_published_add_mail_servers (published);
  servers = join_servers (published);

  g_assert_cmpstr (servers, ==, c->servers);
  g_assert_cmpint (tlsrpt_published_has_implicit_mx (published), ==, c->has_address);
  g_assert_cmpint (tlsrpt_published_takes_no_mail (published), ==, c->takes_no_mail);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/published/servers/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_servers);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (implicits); i++)
    {
      g_autofree char *path = g_strconcat ("/published/implicit/", implicits[i].name, NULL);

      g_test_add_data_func (path, &implicits[i], test_implicit);
    }

  g_test_add_func ("/published/limit", test_limit);

  return g_test_run ();
}
