/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-export-hosts.h"
#include "tlsrpt-guide-text.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-mail-host.h"

/* A host as it is typed or as a report has it, and a list of them. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  /* As large as the text: a read past its end is seen. */
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) list_error = NULL;
  g_autoptr (GPtrArray) hosts = tlsrpt_export_hosts_parse (text, "example.com", &list_error);
  g_autofree char *host = tlsrpt_mail_host_to_ascii (text, &error);
  g_autofree char *again = NULL;

  g_assert_true ((hosts == NULL) == (list_error != NULL));
  g_assert_true ((host == NULL) != (error == NULL));
  if (host == NULL)
    return 0;

  g_assert_cmpuint (strlen (host), <=, TLSRPT_LIMIT_NAME);
  g_assert_cmpuint (strspn (host, "abcdefghijklmnopqrstuvwxyz0123456789-._"), ==, strlen (host));
  again = tlsrpt_mail_host_to_ascii (host, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again, ==, host);

  return 0;
}
