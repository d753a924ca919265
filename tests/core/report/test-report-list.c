/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-list.h"

#include <locale.h>

typedef struct
{
  const char *name;
  gsize       n_expected;
  gsize       n;
} Case;

static const Case cases[] = {
  { "empty", 0, 0 },
  { "as-expected", 3, 3 },
  { "fewer", 3, 1 },
  { "none-of-three", 3, 0 },
  { "unexpected", 0, 5 },
  { "more", 1, 1000 },
};

static void
test_list (gconstpointer data)
{
  static const char *const strings[] = { "a", "b", "c" };
  const Case *c = data;
  g_autoptr (TlsrptReportBuilder) builder = tlsrpt_report_builder_new ();
  const char *const *ended;
  TlsrptReportList list;

  tlsrpt_report_builder_begin (builder, 0);

  tlsrpt_report_list_init (&list, builder, c->n_expected);
  for (gsize i = 0; i < c->n; i++)
    tlsrpt_report_list_add (&list, strings[i % G_N_ELEMENTS (strings)]);
  ended = tlsrpt_report_list_end (&list);

  for (gsize i = 0; i < c->n; i++)
    g_assert_true (ended[i] == strings[i % G_N_ELEMENTS (strings)]);
  g_assert_null (ended[c->n]);

  tlsrpt_report_unref (tlsrpt_report_builder_end (builder));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/report-list/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_list);
    }

  return g_test_run ();
}
