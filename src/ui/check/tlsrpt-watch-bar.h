/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-watch.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_WATCH_BAR (tlsrpt_watch_bar_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptWatchBar, tlsrpt_watch_bar, TLSRPT, WATCH_BAR, AdwBin)

GtkWidget *tlsrpt_watch_bar_new            (void) G_GNUC_WARN_UNUSED_RESULT;

void       tlsrpt_watch_bar_set_watch      (TlsrptWatchBar *self,
                                            TlsrptWatch    *watch);
gboolean   tlsrpt_watch_bar_is_running     (TlsrptWatchBar *self);
void       tlsrpt_watch_bar_show_result    (TlsrptWatchBar *self);
void       tlsrpt_watch_bar_take_focus     (TlsrptWatchBar *self);

G_END_DECLS
