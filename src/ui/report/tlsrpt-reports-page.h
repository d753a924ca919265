/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_REPORTS_PAGE (tlsrpt_reports_page_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptReportsPage, tlsrpt_reports_page, TLSRPT, REPORTS_PAGE, AdwBin)

gboolean tlsrpt_reports_page_is_busy     (TlsrptReportsPage  *self);

void     tlsrpt_reports_page_open        (TlsrptReportsPage  *self,
                                          GFile             **files,
                                          gsize               n_files);
void     tlsrpt_reports_page_open_folder (TlsrptReportsPage  *self,
                                          GFile              *folder);
void     tlsrpt_reports_page_show_domain (TlsrptReportsPage  *self,
                                          const char         *domain);
void     tlsrpt_reports_page_forget      (TlsrptReportsPage  *self);

G_END_DECLS
