/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fake-published.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-rua.h"

typedef struct
{
  const char *name;
  const char *uri;
  gboolean    is_mail;
  const char *host;
} Uri;

static const Uri uris[] = {
  { "address", "mailto:tls@example.com", TRUE, "example.com" },
  { "address-capital", "mailto:TLS@EXAMPLE.com", TRUE, "example.com" },
  { "address-tag", "mailto:tls+a-b@mail.example.co.uk", TRUE, "mail.example.co.uk" },
  { "address-query", "mailto:tls@example.com?subject=x@y.example", TRUE, "example.com" },
  { "address-idn", "mailto:tls@xn--mller-kva.example", TRUE, "xn--mller-kva.example" },
  { "address-number", "mailto:tls@192.0.2.1", TRUE, NULL },
  { "url", "https://example.com/v1", FALSE, "example.com" },
  { "url-capital", "https://Reports.EXAMPLE.com", FALSE, "reports.example.com" },
  { "url-port", "https://example.com:443/", FALSE, "example.com" },
  { "url-user", "https://a:b@example.com/", FALSE, "example.com" },
  { "url-encoded", "https://ex%61mple.com/", FALSE, NULL },
  { "url-number", "https://192.0.2.1/", FALSE, NULL },
  { "url-number-6", "https://[2001:db8::1]/", FALSE, NULL },
};

static void
test_uri (gconstpointer data)
{
  const Uri *c = data;
  g_autofree char *text = g_strconcat ("v=TLSRPTv1; rua=", c->uri, NULL);
  g_autoptr (TlsrptAnswer) record = fake_texts (FAKE_NAME, 0, text, NULL);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_rua_free);
  TlsrptRua *rua;

  tlsrpt_rua_add_all (list, record);
  g_assert_cmpuint (list->len, ==, 1);
  rua = g_ptr_array_index (list, 0);
  g_assert_cmpstr (rua->uri, ==, c->uri);
  g_assert_cmpstr (rua->host, ==, c->host);
  g_assert_cmpint (rua->is_mail, ==, c->is_mail);
  /* What was not asked for is no problem. */
  g_assert_cmpint (tlsrpt_rua_find_problem (rua), ==, TLSRPT_RUA_GOOD);
}

static void
assert_count (TlsrptAnswer *answer,
              guint         count)
{
  g_autoptr (TlsrptAnswer) record = answer;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_rua_free);

  tlsrpt_rua_add_all (list, record);
  g_assert_cmpuint (list->len, ==, count);
}

/* Only what senders would use, and not without end. */
static void
test_records (void)
{
  g_autoptr (GString) many = g_string_new ("v=TLSRPTv1; rua=mailto:a@example.com");

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (many, "|,mailto:a%u@example.com", i);

  assert_count (fake_texts (FAKE_NAME, 0, NULL), 0);
  assert_count (fake_texts (FAKE_NAME, 0, "v=spf1 -all", NULL), 0);
  assert_count (fake_texts (FAKE_NAME, 0, "v=TLSRPTv1; rua=a@example.com", NULL), 0);
  assert_count (fake_texts (FAKE_NAME, 0, "v=TLSRPTv1; rua=ftp://example.com/", NULL), 0);
  assert_count (fake_texts (FAKE_NAME, 0, "v=TLSRPTv1; rua=mailto:a%40example.com", NULL), 0);
  assert_count (fake_texts (FAKE_NAME, 0, "v=TLSRPTv1; rua=mailto:a@%5B192.0.2.1%5D", NULL), 0);
  assert_count (fake_texts (FAKE_NAME, 0, "v=TLSRPTv1; rua=mailto:a@a.example",
                            "v=TLSRPTv1; rua=mailto:b@b.example", NULL), 0);
  assert_count (fake_texts (FAKE_NAME, 0, "v=TLSRPTv1; rua=mailto:a@a.example,https://b.example/",
                            NULL), 2);
  assert_count (fake_texts (FAKE_NAME, 0, many->str, NULL), TLSRPT_LIMIT_RUA_LOOKUPS);
}

typedef struct
{
  const char       *name;
  gboolean          is_mail;
  const char       *mx;   /* a host, or an outcome as “!number” */
  const char       *ipv4;
  const char       *ipv6;
  TlsrptRuaProblem  problem;
} Problem;

#define NO_DATA "!1"
#define NO_DOMAIN "!2"
#define FAILURE "!3"
#define TIMED_OUT "!5"

static const Problem problems[] = {
  { "mx", TRUE, "mx.example.com", NULL, NULL, TLSRPT_RUA_GOOD },
  { "implicit", TRUE, NO_DATA, "192.0.2.1", NO_DATA, TLSRPT_RUA_GOOD },
  { "implicit-6", TRUE, NO_DATA, NO_DATA, "2001:db8::1", TLSRPT_RUA_GOOD },
  { "implicit-half-known", TRUE, NO_DATA, FAILURE, "2001:db8::1", TLSRPT_RUA_GOOD },
  { "null-mx", TRUE, ".", NULL, NULL, TLSRPT_RUA_NULL_MX },
  { "no-domain", TRUE, NO_DOMAIN, NULL, NULL, TLSRPT_RUA_NO_DOMAIN },
  { "no-mail", TRUE, NO_DATA, NO_DATA, NO_DATA, TLSRPT_RUA_NO_MAIL },
  { "mx-failed", TRUE, FAILURE, NULL, NULL, TLSRPT_RUA_UNKNOWN },
  { "mx-timed-out", TRUE, TIMED_OUT, NULL, NULL, TLSRPT_RUA_UNKNOWN },
  { "address-failed", TRUE, NO_DATA, FAILURE, NO_DATA, TLSRPT_RUA_UNKNOWN },
  { "address-6-failed", TRUE, NO_DATA, NO_DATA, TIMED_OUT, TLSRPT_RUA_UNKNOWN },
  { "url", FALSE, NULL, "192.0.2.1", NO_DATA, TLSRPT_RUA_GOOD },
  { "url-6", FALSE, NULL, NO_DATA, "2001:db8::1", TLSRPT_RUA_GOOD },
  { "url-nowhere", FALSE, NULL, NO_DATA, NO_DATA, TLSRPT_RUA_NO_ADDRESS },
  { "url-no-domain", FALSE, NULL, NO_DOMAIN, NO_DOMAIN, TLSRPT_RUA_NO_ADDRESS },
  { "url-failed", FALSE, NULL, TIMED_OUT, NO_DATA, TLSRPT_RUA_UNKNOWN },
  { "url-half-known", FALSE, NULL, "192.0.2.1", TIMED_OUT, TLSRPT_RUA_GOOD },
};

static TlsrptAnswer *
create_answer (TlsrptResourceType  type,
               const char         *text)
{
  if (text == NULL)
    return NULL;

  if (*text == '!')
    return tlsrpt_answer_new_failed ("example.com", type, (TlsrptOutcome) (text[1] - '0'));

  return fake_hosts ("example.com", type, 0, text, NULL);
}

static void
test_problem (gconstpointer data)
{
  const Problem *c = data;
  TlsrptRua *rua = g_new0 (TlsrptRua, 1);

  rua->is_mail = c->is_mail;
  rua->mx = create_answer (TLSRPT_RESOURCE_MX, c->mx);
  rua->ipv4 = create_answer (TLSRPT_RESOURCE_A, c->ipv4);
  rua->ipv6 = create_answer (TLSRPT_RESOURCE_AAAA, c->ipv6);

  g_assert_cmpint (tlsrpt_rua_find_problem (rua), ==, c->problem);
  g_assert_true ((tlsrpt_rua_problem_get_token (c->problem) == NULL) ==
                 (c->problem == TLSRPT_RUA_GOOD));
  tlsrpt_rua_free (rua);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (uris); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rua/uri/%s", uris[i].name);

      g_test_add_data_func (path, &uris[i], test_uri);
    }

  g_test_add_func ("/rua/records", test_records);

  for (gsize i = 0; i < G_N_ELEMENTS (problems); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rua/problem/%s", problems[i].name);

      g_test_add_data_func (path, &problems[i], test_problem);
    }

  return g_test_run ();
}
