/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check-fixture.h"
#include "tlsrpt-check-list.h"
#include "tlsrpt-limits.h"

static void
run (TlsrptCheckList *list)
{
  tlsrpt_check_list_start (list);
  check_fixture_wait_while ((GSourceFunc) tlsrpt_check_list_is_running, list);
}

static char *
join_domains (TlsrptCheckList *list)
{
  GListModel *model = G_LIST_MODEL (list);
  GString *domains = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (TlsrptCheck) check = g_list_model_get_item (model, i);

      g_string_append_printf (domains, "%s ", tlsrpt_check_get_domain (check));
    }

  return g_string_free (domains, FALSE);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *domains;
} Reading;

static const Reading readings[] = {
  { "empty", "", "" },
  { "space", " \n\t\r\n", "" },
  { "lines", "a.example\nb.example\n", "a.example b.example " },
  { "crlf", "a.example\r\nb.example\r\n", "a.example b.example " },
  { "one-line", "a.example b.example\tc.example", "a.example b.example c.example " },
  { "commas", "a.example, b.example;c.example,", "a.example b.example c.example " },
  { "comments", "# all\na.example # of ours\n#b.example", "a.example " },
  { "twice", "a.example\nA.Example.\na.example", "a.example " },
  { "idn", "b\xc3\xbc" "cher.example", "xn--bcher-kva.example " },
  { "no-domain", "x_y.example\na.example", "x_y.example a.example " },
};

static void
test_reading (CheckFixture  *fixture,
              gconstpointer  data)
{
  const Reading *c = data;
  TlsrptCheckList *list = tlsrpt_check_list_new (fixture->resolver, c->text);
  g_autofree char *domains = join_domains (list);

  g_assert_cmpstr (domains, ==, c->domains);
  g_assert_cmpuint (tlsrpt_check_list_get_n_left_out (list), ==, 0);
  g_assert_finalize_object (list);
  g_assert_cmpuint (fixture->server->n_questions, ==, 0);
}

static void
test_limit (CheckFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  TlsrptCheckList *list;

  for (guint i = 0; i < TLSRPT_LIMIT_CHECKS + 3; i++)
    g_string_append_printf (text, "%u.example\n", i);

  list = tlsrpt_check_list_new (fixture->resolver, text->str);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, TLSRPT_LIMIT_CHECKS);
  g_assert_cmpuint (tlsrpt_check_list_get_n_left_out (list), ==, 3);
  g_assert_finalize_object (list);
}

static void
test_run (CheckFixture  *fixture,
          gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const guint n = 5 * TLSRPT_LIMIT_LOOKUPS;
  TlsrptCheckList *list;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "host%u.example\nx_%u.example\n", i, i);

  list = tlsrpt_check_list_new (fixture->resolver, text->str);
  run (list);
  g_assert_cmpuint (tlsrpt_check_list_get_n_done (list), ==, 2 * n);
  for (guint i = 0; i < 2 * n; i++)
    {
      g_autoptr (TlsrptCheck) check = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_cmpint (tlsrpt_check_get_state (check), ==, TLSRPT_CHECK_DONE);
    }

  g_assert_finalize_object (list);
}

/* At most so many at the same time: the others do not begin. */
static void
test_bounds (CheckFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_running = 0;
  guint n_cancelled = 0;
  TlsrptCheckList *list;

  for (guint i = 0; i < 5 * TLSRPT_LIMIT_LOOKUPS; i++)
    g_string_append_printf (text, "host%u.silent.example\n", i);

  list = tlsrpt_check_list_new (fixture->resolver, text->str);
  tlsrpt_check_list_start (list);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (TlsrptCheck) check = g_list_model_get_item (G_LIST_MODEL (list), i);

      n_running += tlsrpt_check_get_state (check) == TLSRPT_CHECK_RUNNING;
    }
  g_assert_cmpuint (n_running, ==, TLSRPT_LIMIT_LOOKUPS);

  tlsrpt_check_list_cancel (list);
  g_assert_false (tlsrpt_check_list_is_running (list));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (TlsrptCheck) check = g_list_model_get_item (G_LIST_MODEL (list), i);

      n_cancelled += tlsrpt_check_get_state (check) == TLSRPT_CHECK_CANCELLED;
    }
  g_assert_cmpuint (n_cancelled, ==, g_list_model_get_n_items (G_LIST_MODEL (list)));
  g_assert_finalize_object (list);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autofree char *path = g_strconcat ("/check-list/reading/", readings[i].name, NULL);

      check_fixture_add (path, test_reading, &readings[i]);
    }

  check_fixture_add ("/check-list/limit", test_limit, NULL);
  check_fixture_add ("/check-list/run", test_run, NULL);
  check_fixture_add ("/check-list/bounds", test_bounds, NULL);

  return g_test_run ();
}
