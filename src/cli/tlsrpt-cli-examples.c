/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-examples.h"

/* What --help shows first: lines to copy, the most common one before the others.  They
 * are the same in every language. */
static const struct
{
  const char *command; /* NULL: the program as a whole */
  const char *lines[4];
} examples[] = {
  { NULL,
    { "tlsrpt-cli generate example.com tlsrpt@example.com",
      "tlsrpt-cli check example.com",
      "tlsrpt-cli report --explain ~/Mail/tlsrpt" } },
  { "check",
    { "tlsrpt-cli check example.com",
      "tlsrpt-cli check --authoritative --connect example.com",
      "tlsrpt-cli check --json < domains.txt" } },
  { "explain",
    { "tlsrpt-cli explain certificate-expired",
      "tlsrpt-cli explain --domain example.com sts-policy-fetch-error",
      "tlsrpt-cli explain why are there two records" } },
  { "generate",
    { "tlsrpt-cli generate example.com tlsrpt@example.com",
      "tlsrpt-cli generate --format cloudflare --ttl 1h example.com tlsrpt@example.com",
      "tlsrpt-cli generate --batch < domains.txt" } },
  { "lint",
    { "tlsrpt-cli lint 'v=TLSRPTv1; rua=mailto:tlsrpt@example.com'",
      "dig +short TXT _smtp._tls.example.com | tlsrpt-cli lint --paste" } },
  { "merge",
    { "tlsrpt-cli merge 'v=TLSRPTv1; rua=mailto:a@example.com' 'v=TLSRPTv1; rua=mailto:b@example.com'",
      "dig +short TXT _smtp._tls.example.com | tlsrpt-cli merge --paste" } },
  { "repair",
    { "tlsrpt-cli repair 'v=tlsrptv1; rua=tlsrpt@example.com'",
      "dig +short TXT _smtp._tls.example.com | tlsrpt-cli repair --paste" } },
  { "report",
    { "tlsrpt-cli report ~/Mail/tlsrpt",
      "tlsrpt-cli report --explain --last 7d ~/Mail/tlsrpt",
      "tlsrpt-cli report --quiet --summary --fail-on failures ~/Mail/tlsrpt" } },
  { "sample",
    { "tlsrpt-cli sample example.com",
      "tlsrpt-cli sample --form mail example.com | sendmail tlsrpt@example.com" } },
};

/**
 * tlsrpt_cli_examples_append:
 * @page: where to append
 * @command: (nullable): the name of a command, or `NULL` for the program
 *
 * Appends the examples for a command, one per line.
 */
void
tlsrpt_cli_examples_append (GString    *page,
                            const char *command)
{
  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      if (g_strcmp0 (examples[i].command, command) != 0)
        continue;

      for (gsize j = 0; examples[i].lines[j] != NULL; j++)
        g_string_append_printf (page, "  %s\n", examples[i].lines[j]);
    }
}
