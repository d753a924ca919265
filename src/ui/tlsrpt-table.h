/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-row-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TlsrptTableColumn:
 * @title: what it is called, to be translated
 * @get_text: gets the text of a row, which is not ours; `NULL` or empty if it is not
 *   given
 * @get_number: for columns without texts: gets the number of a row
 * @dup_number: (nullable): writes a number for people; without it the number is a count
 * @dup_number_plain: (nullable): writes a number for programs
 * @width: the characters that usually fit, or 0 for the column that takes what is left
 *
 * A column of a table.
 */
typedef struct
{
  const char  *title;
  const char *(*get_text)         (gconstpointer row);
  gint64      (*get_number)       (gconstpointer row);
  char       *(*dup_number)       (gint64        number);
  char       *(*dup_number_plain) (gint64        number);
  int          width;
} TlsrptTableColumn;

#define TLSRPT_TYPE_TABLE (tlsrpt_table_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptTable, tlsrpt_table, TLSRPT, TABLE, AdwBin)

GtkWidget               *tlsrpt_table_new         (void) G_GNUC_WARN_UNUSED_RESULT;

const TlsrptTableColumn *tlsrpt_table_get_columns (TlsrptTable             *self,
                                                   gsize                   *n_columns);
void                     tlsrpt_table_set_columns (TlsrptTable             *self,
                                                   const TlsrptTableColumn *columns,
                                                   gsize                    n_columns);
void                     tlsrpt_table_set_rows    (TlsrptTable             *self,
                                                   TlsrptRowModel          *rows);
void                     tlsrpt_table_set_search  (TlsrptTable             *self,
                                                   const char              *text);
GListModel              *tlsrpt_table_get_shown   (TlsrptTable             *self);

G_END_DECLS
