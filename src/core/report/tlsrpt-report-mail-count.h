/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptReportMailCount:
 * @n_parts_left: the parts that may still come
 * @is_address: whether the last line belongs to a field with addresses
 *
 * Numbers of parts and parameters that would become objects of GMime, and the field being
 * read.  The numbers are those of a whole file: a hundred messages take as long as one with
 * as much.
 */
typedef struct
{
  guint    n_parts_left;
  gboolean is_address;

  /*< private >*/
  gsize    n_boundaries;
  gsize    n_fields;
  gsize    n_parameters;

  gsize    field;
  gsize    field_parameters;
  gboolean has_parameters;
} TlsrptReportMailCount;

gsize    tlsrpt_report_mail_get_name_length (const guint8           *line,
                                             gsize                   length);

void     tlsrpt_report_mail_count_init      (TlsrptReportMailCount  *self);
void     tlsrpt_report_mail_count_begin     (TlsrptReportMailCount  *self);
gboolean tlsrpt_report_mail_count_line      (TlsrptReportMailCount  *self,
                                             const guint8           *line,
                                             gsize                   length,
                                             GError                **error);

static inline gboolean
tlsrpt_report_mail_is_blank (guint8 c)
{
  return c == ' ' || c == '\t';
}

G_END_DECLS
