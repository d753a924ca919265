/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-failure-sender.h"
#include "tlsrpt-failure-type.h"
#include "tlsrpt-reason-code.h"

typedef struct
{
  const char *name;
  const char *code;
  const char *id; /* NULL: not in the glossary */
} Case;

static const Case cases[] = {
  { "microsoft", "MX_HOSTS_MISMATCH", "MX_HOSTS_MISMATCH" },
  { "case", "mx_hosts_mismatch", "MX_HOSTS_MISMATCH" },
  { "draft", "mx-mismatch", "mx-mismatch" },
  { "status", "bad https response code: 404", "bad https response code:" },
  { "go", "context deadline exceeded", "context deadline exceeded" },
  { "openssl", "X509_V_ERR_HOSTNAME_MISMATCH", "X509_V_ERR_HOSTNAME_MISMATCH" },
  { "openssl-family", "X509_V_ERR_CRL_HAS_EXPIRED", "X509_V_ERR_" },
  { "alert", "tls-remote-alert-70-protocol-version-not-supported", "tls-remote-alert-70" },
  { "alert-family", "tls-remote-alert-48-unknown-certificate-authority", "tls-remote-" },
  { "local-alert", "tls-local-alert-80-internal-error", "tls-local-" },
  { "timeout", "io-timeout-during-handshake", "io-timeout-during-handshake" },
  { "openssl-text", "self-signed_certificate", "self-signed_certificate" },
  { "openssl-text-1.1", "self_signed_certificate_in_certificate_chain",
    "self-signed_certificate_in_certificate_chain" },
  { "openssl-text-in-log", "unable to get local issuer certificate",
    "unable_to_get_local_issuer_certificate" },
  { "sentence", "MX not authorized by policy.", "MX not authorized by policy." },
  { "sentence-goes-on", "Failed to parse policy: No 'mx' entries found.",
    "Failed to parse policy:" },
  { "reply", "smtp-starttls-reply-code-454", "smtp-starttls-reply-code-" },
  { "dns", "dns-extended-error-9-DNSKEY-Missing", "dns-extended-error-" },
  { "dns-tlsa", "extended-dns-error-6-DNSSEC-Bogus", "extended-dns-error-" },
  { "errors", "dane-no-match+errors", "dane-no-match" },
  { "plus", "all-unusable-records+ignored", "all-unusable-records+ignored" },
  { "cached", "no-policy-served+fallback-to-cached-policy", "no-policy-served" },
  { "cached-unknown", "certificate-expired+fallback-to-cached-policy",
    "+fallback-to-cached-policy" },
  { "web-certificate", "certificate-not-trusted+no-system-roots", "no-system-roots" },
  { "longer", "io-timeout-during-handshake-2", NULL },
  { "shorter", "X509_V", NULL },
  { "unknown", "123", NULL },
  { "empty", "", NULL },
};

static void
test_lookup (gconstpointer data)
{
  const Case *c = data;
  TlsrptReasonCode *code = tlsrpt_reason_code_lookup (c->code);

  g_assert_cmpstr (code != NULL ? tlsrpt_guide_entry_get_id (TLSRPT_GUIDE_ENTRY (code)) : NULL, ==,
                   c->id);
}

static const TlsrptGuideSection *
find_section (TlsrptGuideEntry *entry,
              const char       *name)
{
  for (guint i = 0; i < tlsrpt_guide_entry_get_n_sections (entry); i++)
    {
      if (g_str_equal (tlsrpt_guide_entry_get_section (entry, i)->name, name))
        return tlsrpt_guide_entry_get_section (entry, i);
    }

  return NULL;
}

/* What a known sender writes is explained, with the type that it really comes with,
 * and the page of that type tells. */
static void
test_senders (void)
{
  gsize n_rows;
  const TlsrptFailureSender *rows = tlsrpt_failure_sender_get_all (&n_rows);
  guint faults = 0;

  for (gsize i = 0; i < n_rows; i++)
    {
      const char *name = tlsrpt_sender_get_name (rows[i].sender);
      TlsrptGuideEntry *type = TLSRPT_GUIDE_ENTRY (tlsrpt_failure_type_lookup (rows[i].type));
      TlsrptGuideEntry *code = NULL;
      g_autofree char *page = NULL;

      g_test_message ("%s, %s, %s", name, rows[i].type, rows[i].code);
      faults |= 1u << rows[i].fault;
      g_assert_nonnull (type);
      page = g_strjoinv ("\n", find_section (type, "senders")->items);
      g_assert_nonnull (strstr (page, name));
      g_assert_nonnull (strstr (page, tlsrpt_fault_get_title (rows[i].fault)));

      if (rows[i].code == NULL)
        continue;

      g_assert_nonnull (strstr (page, rows[i].code));

      /* mox writes the type that the certificate would have on a mail server. */
      if (tlsrpt_failure_type_lookup (rows[i].code) != NULL &&
          g_str_equal (rows[i].type, "sts-webpki-invalid"))
        continue;

      code = TLSRPT_GUIDE_ENTRY (tlsrpt_reason_code_lookup (rows[i].code));
      g_assert_nonnull (code);
      g_assert_cmpstr (tlsrpt_guide_entry_get_id (code), ==, rows[i].code);
      g_assert_true (g_strv_contains ((const char *const *) find_section (code, "types")->items,
                                      rows[i].type));
      g_assert_true (g_strv_contains ((const char *const *) find_section (code, "senders")->items,
                                      name));
    }

  g_assert_cmpuint (faults, ==, (1u << TLSRPT_N_FAULTS) - 1);
}

/* The codes that the page of a type lists come with that type. */
static void
test_types (void)
{
  GListModel *types = tlsrpt_failure_type_get_all ();

  for (guint i = 0; i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr (TlsrptGuideEntry) type = g_list_model_get_item (types, i);
      const TlsrptGuideSection *codes = find_section (type, "reason_codes");

      for (guint j = 0; codes != NULL && codes->items[j] != NULL; j++)
        {
          TlsrptReasonCode *code = tlsrpt_reason_code_lookup (codes->items[j]);

          g_test_message ("%s", codes->items[j]);
          g_assert_nonnull (code);
          g_assert_true (
            g_strv_contains ((const char *const *)
                               find_section (TLSRPT_GUIDE_ENTRY (code), "types")->items,
                             tlsrpt_guide_entry_get_id (type)));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reason-code/lookup/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_lookup);
    }

  g_test_add_func ("/reason-code/senders", test_senders);
  g_test_add_func ("/reason-code/types", test_types);

  return g_test_run ();
}
