/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptTableColumn:
 * @title: what it is called, to be translated
 * @get_text: gets the text of a row, which is not ours; `NULL` or empty if it is not
 *   given
 * @get_token: (nullable): gets what programs call it, if @get_text says it in words; it is
 *   found, too
 * @get_number: for columns without texts: gets the number of a row
 * @dup_number: (nullable): writes a number for people; without it the number is a count
 * @dup_number_plain: (nullable): writes a number for programs
 * @width: the characters that usually fit, or 0 for the column that takes what is left
 * @is_extra: whether a narrow table does without it: whoever activates the row learns it
 * @get_second: (nullable): for the first column: gets a text to stand below the other one
 *   where the table is narrow
 *
 * A column of a table.  Its functions are called in threads.
 */
typedef struct
{
  const char  *title;
  const char *(*get_text)         (gconstpointer row);
  const char *(*get_token)        (gconstpointer row);
  gint64      (*get_number)       (gconstpointer row);
  char       *(*dup_number)       (gint64        number);
  char       *(*dup_number_plain) (gint64        number);
  int          width;
  gboolean     is_extra;
  const char *(*get_second)       (gconstpointer row);
} TlsrptTableColumn;

G_END_DECLS
