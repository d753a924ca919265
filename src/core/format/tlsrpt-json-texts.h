/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptJsonTexts:
 *
 * Several texts of JSON in a row: one after another, one a line, or each after a record
 * separator (RFC 7464).
 */
typedef struct
{
  /*< private >*/
  const char *text;
  gsize       length;
  gsize       next;
  gboolean    is_by_line;
} TlsrptJsonTexts;

void     tlsrpt_json_texts_init    (TlsrptJsonTexts *self,
                                    const char      *text,
                                    gsize            length);
gboolean tlsrpt_json_texts_next    (TlsrptJsonTexts *self,
                                    gsize           *begin,
                                    gsize           *end);
gboolean tlsrpt_json_texts_by_line (TlsrptJsonTexts *self,
                                    gsize            begin);

G_END_DECLS
