/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

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
  { "other", "mx-mismatch", "mx-mismatch" },
  { "status", "bad https response code: 404", "bad https response code:" },
  { "go", "context deadline exceeded", "context deadline exceeded" },
  { "openssl", "X509_V_ERR_HOSTNAME_MISMATCH", "X509_V_ERR_HOSTNAME_MISMATCH" },
  { "openssl-family", "X509_V_ERR_CRL_HAS_EXPIRED", "X509_V_ERR_" },
  { "alert", "tls-remote-alert-70-protocol-version-not-supported", "tls-remote-alert-70" },
  { "alert-family", "tls-remote-alert-48-unknown-certificate-authority", "tls-remote-" },
  { "local-alert", "tls-local-alert-80-internal-error", "tls-local-" },
  { "timeout", "io-timeout-during-handshake", "io-timeout-during-handshake" },
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

  return g_test_run ();
}
