/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Octets of a message, which stay where they are. */
typedef struct
{
  const guint8 *at;
  const guint8 *end;
} TlsrptReportMailSpan;

/**
 * TlsrptReportMailKind:
 * @TLSRPT_REPORT_MAIL_OTHER: not given
 *
 * What the content of a message, or of a part of it, is.
 */
typedef enum
{
  TLSRPT_REPORT_MAIL_OTHER,
  TLSRPT_REPORT_MAIL_TEXT,
  TLSRPT_REPORT_MAIL_REPORT,
  TLSRPT_REPORT_MAIL_PARTS,
} TlsrptReportMailKind;

/**
 * TlsrptReportMailHeader:
 * @boundary: what parts the parts
 * @name: the name of the file, as the type has it
 * @filename: the same, as the disposition has it
 *
 * What a header says of the content.
 */
typedef struct
{
  TlsrptReportMailKind kind;
  gboolean             is_base64;
  TlsrptReportMailSpan boundary;
  TlsrptReportMailSpan name;
  TlsrptReportMailSpan filename;

  /*< private >*/
  gboolean             has_encoding;
  gboolean             has_disposition;
} TlsrptReportMailHeader;

gboolean tlsrpt_report_mail_span_equal    (TlsrptReportMailSpan    span,
                                           const char             *text);
gboolean tlsrpt_report_mail_header_take   (TlsrptReportMailHeader *self,
                                           TlsrptReportMailSpan    name,
                                           TlsrptReportMailSpan    value);

G_END_DECLS
