/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-field.h"
#include "tlsrpt-severity.h"

G_BEGIN_DECLS

/**
 * TlsrptFieldJudgement:
 * @severity: how much the message matters
 * @message: (nullable): what to say
 * @repair: (nullable): what could stand in the field instead
 * @is_good: whether to mark the field as right
 *
 * What to show of a field; the strings are valid until the field changes.
 */
typedef struct
{
  TlsrptSeverity  severity;
  const char     *message;
  const char     *repair;
  gboolean        is_good;
} TlsrptFieldJudgement;

TlsrptFieldJudgement tlsrpt_field_judge (TlsrptField *field,
                                         gboolean     is_finished);

G_END_DECLS
