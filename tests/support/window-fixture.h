/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dns-server.h"
#include "tlsrpt-window.h"
#include "ui-test.h"

G_BEGIN_DECLS

/* A window of the program, for tests that do in it what a person would do. */
typedef struct
{
  GtkWidget      *window;
  TlsrptRecord   *record;

  /* Only of a window that looks something up: see check-window.h. */
  DnsServer      *server;
  TlsrptResolver *resolver;
} WindowFixture;

void       window_fixture_set_up     (WindowFixture *fixture,
                                      gconstpointer  data);
void       window_fixture_tear_down  (WindowFixture *fixture,
                                      gconstpointer  data);

void       window_fixture_activate   (WindowFixture *fixture,
                                      const char    *action);
GtkWidget *window_fixture_find_row   (WindowFixture *fixture,
                                      const char    *title,
                                      guint          nth);
void       window_fixture_type       (WindowFixture *fixture,
                                      const char    *title,
                                      const char    *text);
void       window_fixture_click      (WindowFixture *fixture,
                                      const char    *tooltip_or_label);

void       window_fixture_open       (void);
void       window_fixture_close      (void);

/* Adds a test with a window of its own. */
#define window_fixture_add(path, test) \
  g_test_add ((path), WindowFixture, NULL, \
              window_fixture_set_up, (test), window_fixture_tear_down)

G_END_DECLS
