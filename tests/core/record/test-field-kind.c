/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "advice-codes.h"
#include "tlsrpt-error.h"
#include "tlsrpt-field-kind.h"

typedef struct
{
  const char      *name;
  TlsrptFieldKind  kind;
  const char      *text;
  const char      *value; /* NULL if it is wrong */
  int              code;
  const char      *advice;
} Case;

/* The same text means something else in each field; the zone is for mail.example.com. */
static const Case cases[] = {
  { "domain", TLSRPT_FIELD_DOMAIN, "Example.COM.", "example.com", 0, "" },
  { "domain-advised", TLSRPT_FIELD_DOMAIN, "mail.example.com", "mail.example.com", 0,
    "subdomain" },
  { "domain-address", TLSRPT_FIELD_DOMAIN, "a@example.com", NULL, TLSRPT_ERROR_DOMAIN_ADDRESS,
    NULL },
  { "mail", TLSRPT_FIELD_MAIL, "a@Example.com", "mailto:a@example.com", 0, "" },
  { "mail-url", TLSRPT_FIELD_MAIL, "https://example.com/", NULL, TLSRPT_ERROR_DESTINATION, NULL },
  { "endpoint", TLSRPT_FIELD_ENDPOINT, "HTTPS://Example.com/v1", "https://example.com/v1", 0, "" },
  { "endpoint-advised", TLSRPT_FIELD_ENDPOINT, "https://example.com:8443/",
    "https://example.com:8443/", 0, "url-port" },
  { "endpoint-mail", TLSRPT_FIELD_ENDPOINT, "a@example.com", NULL, TLSRPT_ERROR_DESTINATION,
    NULL },
  { "mail-host", TLSRPT_FIELD_MAIL_HOST, "10 MX.example.com.", "mx.example.com", 0, "" },
  { "mail-host-address", TLSRPT_FIELD_MAIL_HOST, "192.0.2.1", NULL,
    TLSRPT_ERROR_DOMAIN_IP_ADDRESS, NULL },
  { "zone", TLSRPT_FIELD_ZONE, "Example.com.", "example.com", 0, "" },
  { "zone-itself", TLSRPT_FIELD_ZONE, "mail.example.com", "mail.example.com", 0, "" },
  { "zone-elsewhere", TLSRPT_FIELD_ZONE, "example.net", NULL, TLSRPT_ERROR_ZONE, NULL },
  { "ttl", TLSRPT_FIELD_TTL, "0300", "300", 0, "ttl-testing" },
  { "ttl-settled", TLSRPT_FIELD_TTL, "86400", "86400", 0, "ttl-settled" },
  { "ttl-name", TLSRPT_FIELD_TTL, "example.com", NULL, TLSRPT_ERROR_TTL, NULL },
};

static void
test_kind (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GPtrArray) advice = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autofree char *value = tlsrpt_field_kind_to_value (c->kind, c->text, "mail.example.com",
                                                       &error);
  g_autofree char *codes = NULL;

  g_assert_cmpstr (value, ==, c->value);
  if (c->value == NULL)
    {
      g_assert_error (error, TLSRPT_ERROR, c->code);
      return;
    }

  g_assert_no_error (error);
  tlsrpt_field_kind_advise (c->kind, value, c->text, advice);
  codes = advice_codes_join (advice);
  g_assert_cmpstr (codes, ==, c->advice);
}

static void
test_guess (void)
{
  g_assert_cmpint (tlsrpt_field_kind_guess ("HTTPS://example.com"), ==, TLSRPT_FIELD_ENDPOINT);
  g_assert_cmpint (tlsrpt_field_kind_guess ("tls@example.com"), ==, TLSRPT_FIELD_MAIL);
}

/* Nothing yet is told apart from something wrong, in every field. */
static void
test_empty (void)
{
  for (int kind = TLSRPT_FIELD_DOMAIN; kind <= TLSRPT_FIELD_TTL; kind++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (tlsrpt_field_kind_to_value (kind, " ", NULL, &error));
      g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_EMPTY);
      g_assert_true (tlsrpt_error_is_incomplete (error));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/field-kind/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_kind);
    }

  g_test_add_func ("/field-kind/guess", test_guess);
  g_test_add_func ("/field-kind/empty", test_empty);

  return g_test_run ();
}
