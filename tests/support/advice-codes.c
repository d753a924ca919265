/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "advice-codes.h"

#include "tlsrpt-remark.h"

char *
advice_codes_join (GPtrArray *advice)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < advice->len; i++)
    g_ptr_array_add (codes, (gpointer) tlsrpt_remark_get_code (g_ptr_array_index (advice, i)));
  g_ptr_array_add (codes, NULL);

  return g_strjoinv (" ", (char **) codes->pdata);
}
