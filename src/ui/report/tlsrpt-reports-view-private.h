/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-filter-button.h"
#include "tlsrpt-report-overview.h"
#include "tlsrpt-reports-view.h"

G_BEGIN_DECLS

/* What the view's files share: tlsrpt-reports-view.c has the tables and shows one of them or
 * the overview, tlsrpt-reports-view-controls.c has the menus and lines above them, and
 * tlsrpt-reports-view-actions.c has the actions. */

/**
 * TlsrptReportsView:
 *
 * What reports say, as an overview and as tables, as far as the filter wants it.
 */
struct _TlsrptReportsView
{
  AdwBin                    parent_instance;

  TlsrptDiagnosis          *diagnosis;
  TlsrptReportKeeper       *keeper;

  /* Template widgets */
  GtkToggleButton          *domains_tab;
  TlsrptTable              *domains_table;
  GtkToggleButton          *failures_tab;
  TlsrptTable              *failures_table;
  TlsrptReportFilterButton *filter_button;
  GtkLabel                 *filter_label;
  GtkRevealer              *filter_revealer;
  GMenu                    *folder_menu;
  GtkButton                *open_button;
  GtkToggleButton          *organizations_tab;
  TlsrptTable              *organizations_table;
  TlsrptReportOverview     *overview;
  GtkToggleButton          *overview_tab;
  GtkLabel                 *remarks_label;
  GtkRevealer              *remarks_revealer;
  GtkSearchEntry           *search_entry;
  GtkWidget                *search_room;
  GtkMenuButton            *sort_button;
  GMenu                    *sort_menu;
  GtkStack                 *view_stack;
};

const char *tlsrpt_reports_view_get_view        (TlsrptReportsView        *self);
void        tlsrpt_reports_view_narrow          (TlsrptReportsView        *self,
                                                 const TlsrptReportFilter *filter,
                                                 const char               *view);

void        tlsrpt_reports_view_update_controls (TlsrptReportsView        *self);

void        tlsrpt_reports_view_install_actions (GtkWidgetClass           *widget_class);

G_END_DECLS
