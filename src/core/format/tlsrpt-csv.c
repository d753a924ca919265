/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-csv.h"

#include <string.h>

/* Characters that make a spreadsheet treat a cell as a formula. */
#define FORMULA_STARTS "=+-@\t\r"

static void
append_cell (GString    *csv,
             const char *cell)
{
  gboolean is_formula = *cell != '\0' && strchr (FORMULA_STARTS, *cell) != NULL;
  gboolean is_quoted = strpbrk (cell, "\",\r\n") != NULL;

  if (is_quoted)
    g_string_append_c (csv, '"');

  if (is_formula)
    g_string_append_c (csv, '\'');

  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');

      g_string_append_c (csv, *p);
    }

  if (is_quoted)
    g_string_append_c (csv, '"');
}

/**
 * tlsrpt_csv_append_row:
 * @csv: where to append
 * @cells: (array length=n_cells): texts; `NULL` is an empty cell
 * @n_cells: how many there are
 *
 * Writes a row of a table as RFC 4180 has it.  A cell that a spreadsheet would take
 * for a formula, because of how it starts, gets an apostrophe in front.
 */
void
tlsrpt_csv_append_row (GString           *csv,
                       const char *const *cells,
                       gsize              n_cells)
{
  g_return_if_fail (csv != NULL);
  g_return_if_fail (cells != NULL || n_cells == 0);

  for (gsize i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');

      append_cell (csv, cells[i] != NULL ? cells[i] : "");
    }

  g_string_append (csv, "\r\n");
}
