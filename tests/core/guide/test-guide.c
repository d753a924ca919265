/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-error.h"
#include "tlsrpt-guide.h"

typedef struct
{
  const char *id;
  const char *found;
} LookupCase;

static const LookupCase lookup_cases[] = {
  { "certificate-expired", "certificate-expired" },
  { "Certificate-Expired", "certificate-expired" },
  { "direction", "direction" },
  { "MX_HOSTS_MISMATCH", "MX_HOSTS_MISMATCH" },
  { "bad https response code: 500", "bad https response code:" },
  { "5.7.321", "starttls-not-supported" },
  { "certificate_expired", "certificate-expired" },
  { "STS_POLICY_INVALID", "sts-policy-invalid" },
  { "validation-failure", "validation-failure" },
  { "Validation_Failure", "validation-failure" },
  { "VALIDATION_FAILURE", "VALIDATION_FAILURE" },
  { "certificate-mismatch", "certificate-host-mismatch" },
  { "certificate-name-mismatch", "certificate-host-mismatch" },
  { "sts-invalid", "sts-policy-invalid" },
  { "webpki-invalid", "sts-webpki-invalid" },
  { "4.4.317", "starttls-not-supported" },
  { "5.4.317", "starttls-not-supported" },
  { "self signed certificate", "self-signed_certificate" },
  { "certificate", NULL },
  { "", NULL },
};

static void
test_lookup (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lookup_cases); i++)
    {
      g_autoptr (GError) error = NULL;
      TlsrptGuideEntry *entry = tlsrpt_guide_lookup (lookup_cases[i].id);

      g_assert_cmpstr (entry != NULL ? tlsrpt_guide_entry_get_id (entry) : NULL, ==,
                       lookup_cases[i].found);
      g_assert_true (tlsrpt_guide_find (lookup_cases[i].id, &error) == entry);
      g_assert_true ((error == NULL) == (entry != NULL));
    }
}

typedef struct
{
  const char *id;
  const char *nearest;
} FindCase;

static const FindCase find_cases[] = {
  { "certificate-expire", "certificate-expired" },
  { "cerfiticate-expired", "certificate-expired" },
  { "expired", "certificate-expired" },
  { "exipred", "certificate-expired" },
  { "mismach", "certificate-host-mismatch" },
  { "starttls", "starttls-not-supported" },
  { "tlsa-invalit", "tlsa-invalid" },
  { "sts-policy-fetch", "sts-policy-fetch-error" },
  { "xyzzy", NULL },
  { "", NULL },
  { "\xff\xfe", NULL },
  { "\033[31m", NULL },
};

static void
test_find (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (find_cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (tlsrpt_guide_find (find_cases[i].id, &error));
      g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_NOT_IN_GUIDE);
      g_assert_cmpstr (tlsrpt_error_get_repair (error), ==, find_cases[i].nearest);

      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_null (strchr (error->message, '\033'));

      if (find_cases[i].nearest != NULL)
        g_assert_nonnull (strstr (error->message, find_cases[i].nearest));
    }
}

static void
test_slip (void)
{
  const char *const slips[] = { "certificate-expire", "tlsa-invalit", "Starttls_not_supportet" };
  const char *const words[] = { "", "expired", "quote", "mta-sts", "self-signed", "xyzzy",
                                "certificate expire", "sts-policy", "\xff-\xfe" };

  for (gsize i = 0; i < G_N_ELEMENTS (slips); i++)
    g_assert_true (tlsrpt_guide_is_slip (slips[i]));

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_false (tlsrpt_guide_is_slip (words[i]));
}

static void
test_find_long (void)
{
  g_autofree char *text = g_strnfill (1024 * 1024, 'e');
  g_autoptr (GError) error = NULL;

  g_assert_null (tlsrpt_guide_find (text, &error));
  g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_NOT_IN_GUIDE);
  g_assert_cmpuint (strlen (error->message), <, 1000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/guide/lookup", test_lookup);
  g_test_add_func ("/guide/find", test_find);
  g_test_add_func ("/guide/slip", test_slip);
  g_test_add_func ("/guide/find-long", test_find_long);

  return g_test_run ();
}
