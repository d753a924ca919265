/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-diagnosis.h"
#include "tlsrpt-report-collection.h"
#include "tlsrpt-state.h"

G_BEGIN_DECLS

#define TLSRPT_TYPE_REPORT_KEEPER (tlsrpt_report_keeper_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptReportKeeper, tlsrpt_report_keeper, TLSRPT, REPORT_KEEPER, GObject)

TlsrptReportKeeper *tlsrpt_report_keeper_new            (void) G_GNUC_WARN_UNUSED_RESULT;

void                tlsrpt_report_keeper_set_collection (TlsrptReportKeeper       *self,
                                                         TlsrptReportCollection   *collection);
TlsrptState        *tlsrpt_report_keeper_get_state      (TlsrptReportKeeper       *self);
void                tlsrpt_report_keeper_set_state      (TlsrptReportKeeper       *self,
                                                         TlsrptState              *state);
void                tlsrpt_report_keeper_look           (TlsrptReportKeeper       *self);
void                tlsrpt_report_keeper_cancel         (TlsrptReportKeeper       *self);
void                tlsrpt_report_keeper_stop           (TlsrptReportKeeper       *self);

const char         *tlsrpt_report_keeper_get_path       (TlsrptReportKeeper       *self);
const GError       *tlsrpt_report_keeper_get_error      (TlsrptReportKeeper       *self);
guint               tlsrpt_report_keeper_get_n_left_out (TlsrptReportKeeper       *self);
gboolean            tlsrpt_report_keeper_is_reading     (TlsrptReportKeeper       *self);
gboolean            tlsrpt_report_keeper_is_busy        (TlsrptReportKeeper       *self);

/* What nobody has seen yet. */
void                tlsrpt_report_keeper_judge          (TlsrptReportKeeper       *self,
                                                         const TlsrptDiagnosis    *diagnosis);
gboolean            tlsrpt_report_keeper_is_new         (TlsrptReportKeeper       *self,
                                                         const TlsrptEvidenceProblem *problem);
guint               tlsrpt_report_keeper_get_n_unseen   (TlsrptReportKeeper       *self);
void                tlsrpt_report_keeper_see_all        (TlsrptReportKeeper       *self);
void                tlsrpt_report_keeper_open_problem   (TlsrptReportKeeper       *self,
                                                         const TlsrptEvidenceProblem *problem);

G_END_DECLS
