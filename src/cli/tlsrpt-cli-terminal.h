/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-severity.h"

G_BEGIN_DECLS

/* What is different where somebody watches: colour, a pager, and what comes next. */

/**
 * TlsrptCliStyle:
 * @TLSRPT_CLI_STYLE_HEADING: the first line of a part
 * @TLSRPT_CLI_STYLE_ERROR: what is wrong
 * @TLSRPT_CLI_STYLE_WARNING: what may be
 * @TLSRPT_CLI_STYLE_NOTE: what is not
 * @TLSRPT_CLI_STYLE_CODE: words of a program
 *
 * What a part of a text is.  Color is never all that tells it.
 */
typedef enum
{
  TLSRPT_CLI_STYLE_HEADING,
  TLSRPT_CLI_STYLE_ERROR,
  TLSRPT_CLI_STYLE_WARNING,
  TLSRPT_CLI_STYLE_NOTE,
  TLSRPT_CLI_STYLE_CODE,
} TlsrptCliStyle;

gboolean        tlsrpt_cli_terminal_init      (const char     *color);
gboolean        tlsrpt_cli_terminal_is_shown  (void);
void            tlsrpt_cli_terminal_hint      (const char     *hint);
void            tlsrpt_cli_terminal_page      (void);
void            tlsrpt_cli_terminal_end       (void);

TlsrptCliStyle  tlsrpt_cli_style_for_severity (TlsrptSeverity  severity);
char           *tlsrpt_cli_style              (TlsrptCliStyle  style,
                                               const char     *text) G_GNUC_WARN_UNUSED_RESULT;
void            tlsrpt_cli_append_heading     (GString        *page,
                                               const char     *heading);

G_END_DECLS
