/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-row-order.h"

typedef struct
{
  const char *name;
  gint64      count;
} Value;

static const Value values[] = {
  { "beta", 2 },
  { "Alpha", 10 },
  { NULL, 2 },
  { "ällig", G_MAXINT64 },
  { "gamma", -1 },
  { "alpha", 2 },
};

static const char *
get_name (gconstpointer row)
{
  return ((const Value *) row)->name;
}

static gint64
get_count (gconstpointer row)
{
  return ((const Value *) row)->count;
}

static const TlsrptTableColumn columns[] = {
  { .title = "Name", .get_text = get_name },
  { .title = "Count", .get_number = get_count },
};

typedef struct
{
  const char *name;
  int         sort_column;
  gboolean    is_descending;
  const char *search;
  const char *expected;
} Case;

static const Case cases[] = {
  { "as-they-come", -1, FALSE, NULL, "0 1 2 3 4 5" },
  /* Rows that are alike stay as they come, in both directions. */
  { "text", 0, FALSE, NULL, "2 1 5 0 4 3" },
  { "text-descending", 0, TRUE, NULL, "3 4 0 1 5 2" },
  { "number", 1, FALSE, NULL, "4 0 2 5 1 3" },
  { "number-descending", 1, TRUE, NULL, "3 1 0 2 5 4" },
  { "search", -1, FALSE, "alpha", "1 5" },
  { "search-upper-case", -1, FALSE, "ÄLL", "3" },
  { "search-and-sort", 1, FALSE, "a", "4 0 5 1" },
  { "search-is-no-pattern", -1, FALSE, "a.*", "" },
  { "search-nothing", 0, TRUE, "nowhere", "" },
};

static void
test_apply (gconstpointer data)
{
  const Case *test = data;
  TlsrptRowOrder order = {
    .columns = columns,
    .n_columns = G_N_ELEMENTS (columns),
    .sort_column = test->sort_column >= 0 ? &columns[test->sort_column] : NULL,
    .is_descending = test->is_descending,
    .search = test->search,
  };
  g_autoptr (GArray) found = NULL;
  g_autoptr (GString) positions = g_string_new (NULL);

  found = tlsrpt_row_order_apply (&order, values, sizeof (Value), G_N_ELEMENTS (values));
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (positions, i == 0 ? "%u" : " %u", g_array_index (found, guint, i));

  g_assert_cmpstr (positions->str, ==, test->expected);
}

static void
test_none (void)
{
  TlsrptRowOrder order = { .columns = columns, .n_columns = 2, .sort_column = &columns[0] };
  g_autoptr (GArray) found = tlsrpt_row_order_apply (&order, NULL, sizeof (Value), 0);

  g_assert_cmpuint (found->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/row-order/apply/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_apply);
    }

  g_test_add_func ("/row-order/none", test_none);

  return g_test_run ();
}
