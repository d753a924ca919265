/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-reference.h"

#include <glib/gi18n-lib.h>

/**
 * tlsrpt_reference_dup:
 * @place: the number of an RFC and a section in it, such as “8460 4.3.1”
 *
 * Names a place in a standard.
 *
 * Returns: (transfer full): the name for people
 */
char *
tlsrpt_reference_dup (const char *place)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (place != NULL, NULL);

  parts = g_strsplit (place, " ", 2);
  g_return_val_if_fail (g_strv_length (parts) == 2, NULL);

  /* Translators: the first %s is the number of a standard, such as “8460”;
   * the second is a section in it, such as “4.3.1” */
  return g_strdup_printf (_("RFC %s, section %s"), parts[0], parts[1]);
}
