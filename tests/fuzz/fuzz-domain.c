/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-domain.h"
#include "tlsrpt-limits.h"

#include <string.h>

/* What is accepted is a name of letters, digits and hyphens that stays what it is,
 * within each limit. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autofree char *domain = tlsrpt_domain_to_ascii (text, &error);
  g_autofree char *again = NULL;
  g_autofree char *zone = NULL;
  g_auto (GStrv) labels = NULL;

  g_assert_true ((domain == NULL) != (error == NULL));
  if (domain == NULL)
    return 0;

  g_assert_cmpuint (strlen (domain), <=, TLSRPT_LIMIT_DOMAIN);
  labels = g_strsplit (domain, ".", -1);
  for (gsize i = 0; labels[i] != NULL; i++)
    {
      gsize length = strlen (labels[i]);

      g_assert_cmpuint (length, >=, 1);
      g_assert_cmpuint (length, <=, TLSRPT_LIMIT_LABEL);
      g_assert_cmpuint (strspn (labels[i], "abcdefghijklmnopqrstuvwxyz0123456789-"), ==, length);
      g_assert_true (labels[i][0] != '-' && labels[i][length - 1] != '-');
    }

  again = tlsrpt_domain_to_ascii (domain, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again, ==, domain);

  zone = tlsrpt_domain_guess_zone (domain);
  g_assert_true (tlsrpt_domain_is_within (domain, zone));

  return 0;
}
