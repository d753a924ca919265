/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-json.h"
#include "tlsrpt-report-builder.h"

G_BEGIN_DECLS

typedef struct _TlsrptReportFields TlsrptReportFields;

TlsrptReportFields  *tlsrpt_report_fields_new             (void) G_GNUC_WARN_UNUSED_RESULT;
void                 tlsrpt_report_fields_free            (TlsrptReportFields    *self);
TlsrptReportBuilder *tlsrpt_report_fields_get_builder     (TlsrptReportFields    *self);

gboolean             tlsrpt_report_fields_read            (TlsrptReportFields    *self,
                                                           const TlsrptJsonValue *object,
                                                           const char            *name,
                                                           const TlsrptJsonKey   *keys,
                                                           gsize                  n_keys,
                                                           TlsrptJsonValue       *values,
                                                           gsize                  n_values);
gsize                tlsrpt_report_fields_iter_init       (TlsrptReportFields    *self,
                                                           TlsrptJsonIter        *iter,
                                                           const TlsrptJsonValue *value,
                                                           const char            *name);
gboolean             tlsrpt_report_fields_iter_next       (TlsrptJsonIter        *iter,
                                                           const TlsrptJsonValue *value,
                                                           TlsrptJsonValue       *item);
void                 tlsrpt_report_fields_require         (TlsrptReportFields    *self,
                                                           gboolean               is_given,
                                                           const TlsrptJsonValue *value,
                                                           const char            *name);

/* Each of these reads a field of whatever type, and notes what is odd about it. */
const char          *tlsrpt_report_fields_get_string      (TlsrptReportFields    *self,
                                                           const TlsrptJsonValue *value,
                                                           const char            *name);
const char          *tlsrpt_report_fields_get_name        (TlsrptReportFields    *self,
                                                           const TlsrptJsonValue *value,
                                                           const char            *name);
const char          *tlsrpt_report_fields_get_host        (TlsrptReportFields    *self,
                                                           const TlsrptJsonValue *value,
                                                           const char            *name);
const char          *tlsrpt_report_fields_get_address     (TlsrptReportFields    *self,
                                                           const TlsrptJsonValue *value,
                                                           const char            *name);
const char          *tlsrpt_report_fields_get_policy_type (TlsrptReportFields    *self,
                                                           const TlsrptJsonValue *value,
                                                           const char            *name);
const char          *tlsrpt_report_fields_get_result_type (TlsrptReportFields    *self,
                                                           const TlsrptJsonValue *value,
                                                           const char            *name);
const char *const   *tlsrpt_report_fields_get_strings     (TlsrptReportFields    *self,
                                                           const TlsrptJsonValue *value,
                                                           const char            *name);
const char *const   *tlsrpt_report_fields_get_hosts       (TlsrptReportFields    *self,
                                                           const TlsrptJsonValue *value,
                                                           const char            *name);
gint64               tlsrpt_report_fields_get_count       (TlsrptReportFields    *self,
                                                           const TlsrptJsonValue *value,
                                                           const char            *name);
gint64               tlsrpt_report_fields_get_time        (TlsrptReportFields    *self,
                                                           const TlsrptJsonValue *value,
                                                           const char            *name);

G_END_DECLS
