/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptReportMailFunc:
 * @content: (transfer none): the decoded content, which the function may change
 * @name: the name of the attachment: text that is not ours, and no path to follow
 * @is_report: the message says that this is a report
 * @user_data: whatever was given along
 *
 * Looks at a part of a message.
 */
typedef void (*TlsrptReportMailFunc) (GByteArray *content,
                                      const char *name,
                                      gboolean    is_report,
                                      gpointer    user_data);

gboolean tlsrpt_report_mail_recognise      (const guint8          *data,
                                            gsize                  size);
gboolean tlsrpt_report_mail_foreach        (const guint8          *data,
                                            gsize                  size,
                                            TlsrptReportMailFunc   func,
                                            gpointer               user_data,
                                            GError               **error);
gboolean tlsrpt_report_mail_foreach_slowly (const guint8          *data,
                                            gsize                  size,
                                            TlsrptReportMailFunc   func,
                                            gpointer               user_data,
                                            GError               **error);

G_END_DECLS
