/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptReportFault:
 * @file: the name of the file, for people
 * @error: why it, or a part of it, could not be read
 */
typedef struct
{
  char   *file;
  GError *error;
} TlsrptReportFault;

TlsrptReportFault *tlsrpt_report_fault_new      (const char              *file,
                                                 GError                  *error) G_GNUC_WARN_UNUSED_RESULT;
TlsrptReportFault *tlsrpt_report_fault_copy     (const TlsrptReportFault *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean           tlsrpt_report_fault_is_other (const TlsrptReportFault *self);
void               tlsrpt_report_fault_free     (TlsrptReportFault       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptReportFault, tlsrpt_report_fault_free)

G_END_DECLS
