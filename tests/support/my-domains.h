/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check-window.h"

G_BEGIN_DECLS

/* The page My Domains of such a window: its text, its table, and the details of a domain. */

GtkWidget     *my_domains_find_page    (WindowFixture *fixture);
GtkTextBuffer *my_domains_find_buffer  (WindowFixture *fixture);
GtkWidget     *my_domains_find_details (WindowFixture *fixture);
GtkWidget     *my_domains_find_view    (WindowFixture *fixture);

void           my_domains_show_check   (WindowFixture *fixture);
void           my_domains_open         (WindowFixture *fixture);
void           my_domains_add          (WindowFixture *fixture,
                                        const char    *text);
void           my_domains_activate     (WindowFixture *fixture,
                                        guint          position);

void           my_domains_assert_left  (WindowFixture *fixture,
                                        const char    *expected);
void           my_domains_wait_rows    (WindowFixture *fixture,
                                        const char    *expected);
void           my_domains_wait_checked (WindowFixture *fixture);

G_END_DECLS
