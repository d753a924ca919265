/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-check-result.h"
#include "window-fixture.h"

G_BEGIN_DECLS

/* A window with a name server of its own, and its view of checks. */

void               check_window_set_up      (WindowFixture *fixture,
                                             gconstpointer  data);
void               check_window_tear_down   (WindowFixture *fixture,
                                             gconstpointer  data);

void               check_window_check       (WindowFixture *fixture);
TlsrptCheckResult *check_window_find_result (WindowFixture *fixture);
void               check_window_wait_result (WindowFixture *fixture);
GtkWidget         *check_window_find_form   (WindowFixture *fixture);
GtkWidget         *check_window_find_row    (WindowFixture *fixture,
                                             const char    *title);
GtkWidget         *check_window_find_button (WindowFixture *fixture,
                                             const char    *label);

G_END_DECLS
