/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-paste.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = tlsrpt_paste_read ((const char *) data, size, &error);

  g_assert_true ((found == NULL) != (error == NULL));

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const TlsrptPasted *pasted = g_ptr_array_index (found, i);

      g_strfreev (tlsrpt_pasted_dup_messages (pasted));

      if (pasted->offsets == NULL)
        continue;

      /* Every octet of it stands somewhere in what was pasted. */
      g_assert_cmpuint (pasted->offsets->len, ==, pasted->text->len + 1);
      for (gsize j = 0; j < pasted->text->len; j++)
        g_assert_cmpuint (g_array_index (pasted->offsets, guint32, j), <, size);
    }

  return 0;
}
