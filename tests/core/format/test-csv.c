/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-csv.h"

typedef struct
{
  const char *name;
  const char *cells[4];
  gsize       n_cells;
  const char *row;
} Case;

static const Case cases[] = {
  { "plain", { "a", "b c", "12" }, 3, "a,b c,12\r\n" },
  { "none", { NULL }, 0, "\r\n" },
  { "empty", { "", NULL, "" }, 3, ",,\r\n" },
  { "comma", { "a,b", "c" }, 2, "\"a,b\",c\r\n" },
  { "quote", { "say \"x\"" }, 1, "\"say \"\"x\"\"\"\r\n" },
  { "line-feed", { "a\nb" }, 1, "\"a\nb\"\r\n" },
  { "carriage-return", { "a\r\nb" }, 1, "\"a\r\nb\"\r\n" },
  { "not-ascii", { "bücher.example" }, 1, "bücher.example\r\n" },

  { "equals", { "=1+2" }, 1, "'=1+2\r\n" },
  { "plus", { "+1" }, 1, "'+1\r\n" },
  { "minus", { "-1+cmd|' /C calc'!A0" }, 1, "'-1+cmd|' /C calc'!A0\r\n" },
  { "minus-alone", { "-" }, 1, "'-\r\n" },
  { "at", { "@SUM(A1)" }, 1, "'@SUM(A1)\r\n" },
  { "tab", { "\t=1" }, 1, "'\t=1\r\n" },
  { "carriage-return-first", { "\r=1" }, 1, "\"'\r=1\"\r\n" },
  { "quoted-formula", { "=HYPERLINK(\"http://x\",\"y\")" }, 1,
    "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\r\n" },
  { "formula-not-first", { "a=1" }, 1, "a=1\r\n" },
  { "every-cell", { "a", "=b", "@c" }, 3, "a,'=b,'@c\r\n" },
};

static void
test_row (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GString) csv = g_string_new ("x,y\r\n");
  g_autofree char *expected = g_strconcat ("x,y\r\n", test->row, NULL);

  tlsrpt_csv_append_row (csv, test->cells, test->n_cells);
  g_assert_cmpstr (csv->str, ==, expected);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/csv/row/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_row);
    }

  return g_test_run ();
}
