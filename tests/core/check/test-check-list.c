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

/* Of names with spaces between them. */
static TlsrptCheckList *
create_list (CheckFixture *fixture,
             const char   *text)
{
  g_auto (GStrv) domains = g_strsplit (text, " ", -1);

  return tlsrpt_check_list_new (fixture->resolver, (const char *const *) domains);
}

/* Nobody is asked before that is wanted. */
static void
test_silence (CheckFixture  *fixture,
              gconstpointer  data)
{
  TlsrptCheckList *list = create_list (fixture, "b.example x_y.example a.example");
  g_autoptr (TlsrptCheck) first = g_list_model_get_item (G_LIST_MODEL (list), 0);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
  g_assert_cmpstr (tlsrpt_check_get_domain (first), ==, "b.example");
  g_assert_cmpuint (tlsrpt_check_list_get_n_done (list), ==, 0);
  g_clear_object (&first);
  g_assert_finalize_object (list);
  g_assert_cmpuint (fixture->server->n_questions, ==, 0);
}

static void
test_run (CheckFixture  *fixture,
          gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const guint n = 5 * TLSRPT_LIMIT_LOOKUPS;
  TlsrptCheckList *list;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%shost%u.example x_%u.example", i > 0 ? " " : "", i, i);

  list = create_list (fixture, text->str);
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
    g_string_append_printf (text, "%shost%u.silent.example", i > 0 ? " " : "", i);

  list = create_list (fixture, text->str);
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

  check_fixture_add ("/check-list/silence", test_silence, NULL);
  check_fixture_add ("/check-list/run", test_run, NULL);
  check_fixture_add ("/check-list/bounds", test_bounds, NULL);

  return g_test_run ();
}
