/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export-example.h"

const TlsrptExportRecord export_example = {
  "_smtp._tls.example.com", "_smtp._tls", "example.com", 86400, EXPORT_EXAMPLE_VALUE
};

char *
export_example_write (const char               *key,
                      const TlsrptExportRecord *record)
{
  const TlsrptExportFormat *format = tlsrpt_export_format_find (key);
  GString *text = g_string_new (NULL);

  g_assert_nonnull (format);
  tlsrpt_export_format_append (format, record, 1, text);

  return g_string_free (text, FALSE);
}
