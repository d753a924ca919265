/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptCliLine:
 * @number: which one it is, from 1
 * @text: the line, without its line feed and with a NUL at its end
 * @length: octets of @text
 * @is_cut: whether it was longer than `TLSRPT_LIMIT_INPUT`
 *
 * A line of standard input.
 */
typedef struct
{
  gsize     number;
  char     *text;
  gsize     length;
  gboolean  is_cut;
} TlsrptCliLine;

typedef void (*TlsrptCliLineFunc) (const TlsrptCliLine *line,
                                   GString             *output,
                                   gpointer             user_data);

gboolean tlsrpt_cli_line_check   (const TlsrptCliLine *line);
gboolean tlsrpt_cli_line_foreach (TlsrptCliLineFunc    func,
                                  gpointer             user_data);

G_END_DECLS
