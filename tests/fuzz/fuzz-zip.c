/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz-reading.h"

#include "tlsrpt-zip.h"

/* There is never more than the limit, and each failure has a reason. */
static void
expand (TlsrptZip *zip,
        guint      entry,
        gsize      limit)
{
  g_autoptr (GByteArray) output = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  gboolean ok = tlsrpt_zip_expand (zip, entry, limit, output, &error);

  g_assert_true (ok == (error == NULL));
  if (ok)
    g_assert_cmpuint (output->len, <=, limit);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlsrptZip) zip = tlsrpt_zip_open (data, size, &error);

  g_assert_true ((zip == NULL) != (error == NULL));

  for (guint i = 0; zip != NULL && i < MIN (tlsrpt_zip_get_n_entries (zip), 20); i++)
    {
      g_autofree char *name = tlsrpt_zip_dup_name (zip, i);

      if (name == NULL)
        continue;

      g_assert_true (g_utf8_validate (name, -1, NULL));
      expand (zip, i, 1024);
    }

  fuzz_read_only ("report.zip", data, size);

  return 0;
}
