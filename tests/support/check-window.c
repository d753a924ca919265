/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check-window.h"

#include "dns-zone.h"
#include "tlsrpt-check-form.h"

#define TIMEOUT 60

/**
 * check_window_set_up:
 * @fixture: a fixture
 * @data: nothing
 *
 * Opens a window that asks a name server with the zone of [func@dns_zone_reply].  Like the
 * window, each test has its own.
 */
void
check_window_set_up (WindowFixture *fixture,
                     gconstpointer  data)
{
  fixture->server = dns_server_new (dns_zone_reply, FALSE);
  fixture->resolver = tlsrpt_resolver_new (fixture->server->address, TIMEOUT,
                                           TLSRPT_RESOLVER_RECURSIVE, NULL);

  window_fixture_set_up (fixture, data);
  tlsrpt_window_set_resolver (TLSRPT_WINDOW (fixture->window), fixture->resolver);
}

/**
 * check_window_tear_down:
 * @fixture: a fixture
 * @data: nothing
 *
 * Closes the window.  What was still looked up then keeps neither it nor the resolver alive.
 */
void
check_window_tear_down (WindowFixture *fixture,
                        gconstpointer  data)
{
  window_fixture_tear_down (fixture, data);
  g_assert_finalize_object (fixture->resolver);
  dns_server_free (fixture->server);
}

void
check_window_check (WindowFixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (fixture->window, "win.check", NULL));
}

TlsrptCheckResult *
check_window_find_result (WindowFixture *fixture)
{
  return TLSRPT_CHECK_RESULT (ui_test_find_type (fixture->window, TLSRPT_TYPE_CHECK_RESULT, 0));
}

void
check_window_wait_result (WindowFixture *fixture)
{
  while (check_window_find_result (fixture) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The other pages are there too, below this one. */
GtkWidget *
check_window_find_form (WindowFixture *fixture)
{
  return ui_test_find_type (fixture->window, TLSRPT_TYPE_CHECK_FORM, 0);
}

GtkWidget *
check_window_find_row (WindowFixture *fixture,
                       const char    *title)
{
  return ui_test_find_row (check_window_find_form (fixture), title, 0);
}

GtkWidget *
check_window_find_button (WindowFixture *fixture,
                          const char    *label)
{
  return ui_test_find_button (check_window_find_form (fixture), label);
}
