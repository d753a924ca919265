/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-check-page.h"
#include "tlsrpt-guide-page.h"
#include "tlsrpt-lazy-page.h"
#include "tlsrpt-record-page.h"
#include "tlsrpt-reports-page.h"
#include "tlsrpt-view-title.h"
#include "tlsrpt-watch-bar.h"
#include "tlsrpt-window.h"

/* What the files of the window share: tlsrpt-window.c has the views and what the program asks
 * of the window, tlsrpt-window-actions.c what a person can do, and tlsrpt-window-watch.c the
 * strip that tells whether DNS has the record. */

G_BEGIN_DECLS

/**
 * TlsrptWindow:
 *
 * The window: a page for each thing that can be done with the record that it
 * holds.
 */
struct _TlsrptWindow
{
  AdwApplicationWindow  parent_instance;

  TlsrptRecord         *record;
  guint                 build_id;

  /* Template widgets */
  TlsrptLazyPage       *check_page;
  TlsrptLazyPage       *guide_page;
  GtkMenuButton        *menu_button;
  GMenuModel           *primary_menu;
  TlsrptRecordPage     *record_page;
  TlsrptLazyPage       *reports_page;
  AdwViewStack         *stack;
  AdwViewSwitcherBar   *switcher_bar;
  TlsrptViewTitle      *view_title;
  AdwBin               *watch_bin;
};

void               tlsrpt_window_show_view         (TlsrptWindow   *self,
                                                    const char     *view);
void               tlsrpt_window_show_record_page  (TlsrptWindow   *self);
TlsrptCheckPage   *tlsrpt_window_get_check_page    (TlsrptWindow   *self);
TlsrptGuidePage   *tlsrpt_window_show_guide_page   (TlsrptWindow   *self);
TlsrptReportsPage *tlsrpt_window_show_reports_page (TlsrptWindow   *self);

void               tlsrpt_window_install_actions   (GtkWidgetClass *widget_class);
void               tlsrpt_window_update_actions    (TlsrptWindow   *self);

TlsrptWatchBar    *tlsrpt_window_find_watch_bar    (TlsrptWindow   *self);
void               tlsrpt_window_watch_action      (GtkWidget      *widget,
                                                    const char     *action_name,
                                                    GVariant       *parameter);

G_END_DECLS
