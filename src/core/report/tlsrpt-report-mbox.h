/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptReportMbox:
 *
 * The messages of a mailbox file (RFC 4155), or of a file into which messages were
 * joined.
 */
typedef struct
{
  /*< private >*/
  const char *data;
  gsize       size;
  gsize       next;
  gboolean    is_mailbox;
} TlsrptReportMbox;

gboolean tlsrpt_report_mbox_recognise (const guint8      *data,
                                       gsize              size);
void     tlsrpt_report_mbox_init      (TlsrptReportMbox  *self,
                                       const guint8      *data,
                                       gsize              size);
gboolean tlsrpt_report_mbox_next      (TlsrptReportMbox  *self,
                                       const guint8     **message,
                                       gsize             *size);

G_END_DECLS
