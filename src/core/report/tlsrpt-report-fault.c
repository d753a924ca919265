/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-fault.h"

#include "tlsrpt-error.h"

/**
 * tlsrpt_report_fault_new:
 * @file: the name of a file
 * @error: (transfer full): what is wrong with it
 *
 * Creates a fault.
 *
 * Returns: (transfer full): the fault
 */
TlsrptReportFault *
tlsrpt_report_fault_new (const char *file,
                         GError     *error)
{
  TlsrptReportFault *self = g_new (TlsrptReportFault, 1);

  self->file = g_strdup (file);
  self->error = error;

  return self;
}

TlsrptReportFault *
tlsrpt_report_fault_copy (const TlsrptReportFault *self)
{
  return tlsrpt_report_fault_new (self->file, g_error_copy (self->error));
}

/**
 * tlsrpt_report_fault_is_other:
 * @self: a fault
 *
 * Tells whether a file is a report of another kind.  Beside TLS reports it is nothing to
 * worry about: both arrive in one mailbox.
 *
 * Returns: `TRUE` if it is
 */
gboolean
tlsrpt_report_fault_is_other (const TlsrptReportFault *self)
{
  return g_error_matches (self->error, TLSRPT_ERROR, TLSRPT_ERROR_REPORT_OTHER);
}

void
tlsrpt_report_fault_free (TlsrptReportFault *self)
{
  g_free (self->file);
  g_error_free (self->error);
  g_free (self);
}
