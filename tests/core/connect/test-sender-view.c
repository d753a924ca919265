/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fake-published.h"
#include "tlsrpt-error.h"
#include "tlsrpt-sender-view.h"

/* What a sender reports, a word for each item: policy, result type or “-”, delivery. */
typedef struct
{
  const char           *name;
  TlsrptDaneState       dane;
  TlsrptStsMode         sts;
  gboolean              is_in_policy;
  TlsrptContactOutcome  outcome;
  TlsrptPkixFlags       pkix;
  guint                 n_matched;
  TlsrptPkixFlags       match_flags;
  const char           *reported;
} Case;

#define NO TLSRPT_DANE_NONE
#define DANE TLSRPT_DANE_USABLE
#define OFF TLSRPT_STS_MODE_NONE
#define TEST TLSRPT_STS_MODE_TESTING
#define ENFORCE TLSRPT_STS_MODE_ENFORCE
#define TLS TLSRPT_CONTACT_TLS
#define PLAIN TLSRPT_CONTACT_NO_STARTTLS
#define SHAKE TLSRPT_CONTACT_HANDSHAKE
#define NAME TLSRPT_PKIX_HOST_MISMATCH
#define LATE TLSRPT_PKIX_EXPIRED
#define EARLY TLSRPT_PKIX_NOT_YET
#define TRUST TLSRPT_PKIX_NOT_TRUSTED

static const Case cases[] = {
  /* No policy */
  { "none", NO, OFF, TRUE, TLS, 0, 0, 0, "no-policy-found - delivered" },
  { "none-bad-certificate", NO, OFF, TRUE, TLS, NAME | LATE | TRUST, 0, 0,
    "no-policy-found - delivered" },
  { "none-no-starttls", NO, OFF, TRUE, PLAIN, 0, 0, 0,
    "no-policy-found starttls-not-supported unprotected" },
  { "none-refused", NO, OFF, TRUE, TLSRPT_CONTACT_STARTTLS_REFUSED, 0, 0, 0,
    "no-policy-found starttls-not-supported unprotected" },
  { "none-handshake", NO, OFF, TRUE, SHAKE, 0, 0, 0,
    "no-policy-found validation-failure unprotected" },
  { "none-injected", NO, OFF, TRUE, TLSRPT_CONTACT_INJECTED, 0, 0, 0,
    "no-policy-found validation-failure unprotected" },
  { "none-silent", NO, OFF, TRUE, TLSRPT_CONTACT_TIMED_OUT, 0, 0, 0, "no-policy-found - delayed" },

  /* DANE */
  { "dane", DANE, OFF, TRUE, TLS, 0, 1, 0, "tlsa - delivered" },
  { "dane-ee-and-bad-certificate", DANE, OFF, TRUE, TLS, NAME | LATE | TRUST, 1, 0,
    "tlsa - delivered" },
  { "dane-ta-wrong-name", DANE, OFF, TRUE, TLS, NAME, 1, NAME,
    "tlsa certificate-host-mismatch delayed" },
  { "dane-ta-expired", DANE, OFF, TRUE, TLS, LATE, 1, LATE, "tlsa certificate-expired delayed" },
  { "dane-ta-not-yet", DANE, OFF, TRUE, TLS, EARLY, 1, EARLY,
    "tlsa certificate-not-trusted delayed" },
  { "dane-mismatch", DANE, OFF, TRUE, TLS, 0, 0, 0, "tlsa tlsa-invalid delayed" },
  { "dane-no-starttls", DANE, OFF, TRUE, PLAIN, 0, 0, 0, "tlsa starttls-not-supported delayed" },
  { "dane-handshake", DANE, OFF, TRUE, SHAKE, 0, 0, 0, "tlsa validation-failure delayed" },
  { "dane-silent", DANE, OFF, TRUE, TLSRPT_CONTACT_MUTE, 0, 0, 0, "tlsa - delayed" },
  { "unusable", TLSRPT_DANE_UNUSABLE, OFF, TRUE, TLS, TRUST, 0, 0, "tlsa tlsa-invalid delivered" },
  { "unusable-no-starttls", TLSRPT_DANE_UNUSABLE, OFF, TRUE, PLAIN, 0, 0, 0,
    "tlsa starttls-not-supported delayed" },
  { "bogus", TLSRPT_DANE_BOGUS, OFF, TRUE, TLS, 0, 0, 0, "tlsa dnssec-invalid delayed" },
  { "bogus-way", TLSRPT_DANE_WAY_BOGUS, OFF, TRUE, TLS, 0, 0, 0, "tlsa dnssec-invalid delayed" },
  { "unknown", TLSRPT_DANE_UNKNOWN, OFF, TRUE, TLS, 0, 0, 0, "tlsa - delayed" },

  /* MTA-STS */
  { "sts", NO, ENFORCE, TRUE, TLS, 0, 0, 0, "sts - delivered" },
  { "sts-wrong-name", NO, ENFORCE, TRUE, TLS, NAME, 0, 0,
    "sts certificate-host-mismatch delayed" },
  { "sts-expired", NO, ENFORCE, TRUE, TLS, LATE, 0, 0, "sts certificate-expired delayed" },
  { "sts-not-trusted", NO, ENFORCE, TRUE, TLS, TRUST, 0, 0,
    "sts certificate-not-trusted delayed" },
  { "sts-weak", NO, ENFORCE, TRUE, TLS, TLSRPT_PKIX_WEAK, 0, 0,
    "sts certificate-not-trusted delayed" },
  { "sts-all-wrong", NO, ENFORCE, TRUE, TLS, NAME | LATE | TRUST, 0, 0,
    "sts certificate-host-mismatch delayed, sts certificate-expired delayed, "
    "sts certificate-not-trusted delayed" },
  { "sts-no-starttls", NO, ENFORCE, TRUE, PLAIN, 0, 0, 0,
    "sts starttls-not-supported delayed" },
  { "sts-handshake", NO, ENFORCE, TRUE, SHAKE, 0, 0, 0, "sts validation-failure delayed" },
  { "sts-not-listed", NO, ENFORCE, FALSE, TLS, 0, 0, 0, "sts validation-failure delayed" },
  { "sts-silent", NO, ENFORCE, TRUE, TLSRPT_CONTACT_CLOSED, 0, 0, 0, "sts - delayed" },
  { "testing", NO, TEST, TRUE, TLS, 0, 0, 0, "sts - delivered" },
  { "testing-expired", NO, TEST, TRUE, TLS, LATE, 0, 0, "sts certificate-expired delivered" },
  { "testing-not-listed", NO, TEST, FALSE, TLS, 0, 0, 0, "sts validation-failure delivered" },
  { "testing-no-starttls", NO, TEST, TRUE, PLAIN, 0, 0, 0,
    "sts starttls-not-supported unprotected" },
  { "testing-handshake", NO, TEST, TRUE, SHAKE, 0, 0, 0, "sts validation-failure unprotected" },
  { "testing-silent", NO, TEST, TRUE, TLSRPT_CONTACT_REFUSED, 0, 0, 0, "sts - delayed" },

  /* Both */
  { "both", DANE, ENFORCE, TRUE, TLS, 0, 1, 0, "tlsa - delivered, sts - delivered" },
  { "both-self-signed", DANE, ENFORCE, TRUE, TLS, TRUST, 1, 0,
    "tlsa - delivered, sts certificate-not-trusted delayed" },
  { "both-mismatch", DANE, TEST, TRUE, TLS, 0, 0, 0,
    "tlsa tlsa-invalid delayed, sts - delivered" },
  { "both-no-starttls", DANE, TEST, TRUE, PLAIN, 0, 0, 0,
    "tlsa starttls-not-supported delayed, sts starttls-not-supported unprotected" },
};

static void
test_view (gconstpointer data)
{
  const Case *c = data;
  const TlsrptSight sight = {
    c->dane, c->sts, c->is_in_policy, c->outcome, c->pkix, { 1, c->n_matched, c->match_flags },
  };
  g_autoptr (GArray) list = tlsrpt_sender_view (&sight);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const TlsrptReported *reported = &g_array_index (list, TlsrptReported, i);

      g_string_append_printf (text, "%s%s %s %s", i > 0 ? ", " : "",
                              tlsrpt_policy_get_token (reported->policy),
                              reported->type != NULL ? reported->type : "-",
                              tlsrpt_delivery_get_token (reported->delivery));
      /* Whatever is wrong has a page of the guide. */
      g_assert_true ((reported->type != NULL) == (reported->fault != TLSRPT_N_FAULTS));
    }

  g_assert_cmpstr (text->str, ==, c->reported);
}

/* What is reported of a policy that cannot be used. */
static const struct
{
  int         code;
  const char *type;
} policy_errors[] = {
  { TLSRPT_ERROR_EMPTY, NULL },
  { TLSRPT_ERROR_STS_LOOKUP, NULL },
  { TLSRPT_ERROR_STS_CONNECTION, "sts-policy-fetch-error" },
  { TLSRPT_ERROR_STS_TLS, "sts-policy-fetch-error" },
  { TLSRPT_ERROR_STS_REDIRECT, "sts-policy-fetch-error" },
  { TLSRPT_ERROR_STS_STATUS, "sts-policy-fetch-error" },
  { TLSRPT_ERROR_TOO_LONG, "sts-policy-fetch-error" },
  { TLSRPT_ERROR_STS_CERTIFICATE, "sts-webpki-invalid" },
  { TLSRPT_ERROR_STS_RECORD, "sts-policy-invalid" },
  { TLSRPT_ERROR_STS_SYNTAX, "sts-policy-invalid" },
  { TLSRPT_ERROR_STS_MODE, "sts-policy-invalid" },
  { TLSRPT_ERROR_ENCODING, "sts-policy-invalid" },
};

static void
test_policy (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (policy_errors); i++)
    {
      g_autoptr (TlsrptPublished) published = fake_published ();
      TlsrptReported reported;

      fake_answer (&published->sts_record,
                   fake_texts ("_mta-sts." FAKE_DOMAIN, 0, "v=STSv1; id=1;", NULL));
      g_clear_error (&published->sts_error);
      published->sts_error = g_error_new_literal (TLSRPT_ERROR, policy_errors[i].code, "x");

      g_assert_cmpint (tlsrpt_sender_view_of_policy (published, &reported), ==,
                       policy_errors[i].type != NULL);
      g_assert_cmpstr (reported.type, ==, policy_errors[i].type);
    }
}

/* The guide knows who says what. */
static void
test_others (void)
{
  const TlsrptReported mismatch = {
    TLSRPT_POLICY_TLSA, "tlsa-invalid", TLSRPT_FAULT_TLSA_MISMATCH, TLSRPT_DELIVERY_DELAYED,
  };
  const TlsrptReported none = {
    TLSRPT_POLICY_NONE, NULL, TLSRPT_N_FAULTS, TLSRPT_DELIVERY_DELIVERED,
  };
  g_auto (GStrv) others = tlsrpt_reported_dup_others (&mismatch);
  g_auto (GStrv) no_others = tlsrpt_reported_dup_others (&none);

  g_assert_true (g_strv_contains ((const char *const *) others, "validation-failure"));
  g_assert_true (g_strv_contains ((const char *const *) others, "certificate-not-trusted"));
  g_assert_false (g_strv_contains ((const char *const *) others, "tlsa-invalid"));
  g_assert_cmpuint (g_strv_length (others), ==, 2);
  g_assert_cmpuint (g_strv_length (no_others), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/sender-view/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_view);
    }
  g_test_add_func ("/sender-view/policy", test_policy);
  g_test_add_func ("/sender-view/others", test_others);

  return g_test_run ();
}
