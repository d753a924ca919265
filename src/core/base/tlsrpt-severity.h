/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TlsrptSeverity:
 * @TLSRPT_SEVERITY_NONE: there is nothing to say
 * @TLSRPT_SEVERITY_NOTE: worth knowing
 * @TLSRPT_SEVERITY_WARNING: it may not do what is wanted
 * @TLSRPT_SEVERITY_ERROR: it is wrong, or of no use to any sender
 *
 * How much something matters that is said about an input or a record.
 */
typedef enum
{
  TLSRPT_SEVERITY_NONE,
  TLSRPT_SEVERITY_NOTE,
  TLSRPT_SEVERITY_WARNING,
  TLSRPT_SEVERITY_ERROR,
} TlsrptSeverity;

#define TLSRPT_TYPE_SEVERITY (tlsrpt_severity_get_type ())

GType           tlsrpt_severity_get_type  (void);

const char     *tlsrpt_severity_get_label (TlsrptSeverity  severity);
const char     *tlsrpt_severity_get_name  (TlsrptSeverity  severity);

G_END_DECLS
