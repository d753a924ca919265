/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-verdict.h"

G_BEGIN_DECLS

/**
 * TlsrptMark:
 * @TLSRPT_MARK_NONE: nobody knows, or it does not matter
 * @TLSRPT_MARK_GOOD: as it should be
 * @TLSRPT_MARK_DOUBTFUL: not for every sender
 * @TLSRPT_MARK_BAD: not as it should be
 *
 * A verdict at a glance.
 */
typedef enum
{
  TLSRPT_MARK_NONE,
  TLSRPT_MARK_GOOD,
  TLSRPT_MARK_DOUBTFUL,
  TLSRPT_MARK_BAD,
} TlsrptMark;

/**
 * TlsrptVerdictPart:
 * @mark: the verdict at a glance
 * @title: the verdict in a few words, translated
 * @text: (nullable): what it rests on, translated
 *
 * One of the three verdicts, in words.  It is no #TlsrptRemark, which always says what is
 * wrong or what could be better: a verdict may be good, or open.
 */
typedef struct
{
  TlsrptMark  mark;
  const char *title;
  char       *text;
} TlsrptVerdictPart;

TlsrptVerdictPart *tlsrpt_verdict_part_new_presence (const TlsrptVerdict *verdict) G_GNUC_WARN_UNUSED_RESULT;
TlsrptVerdictPart *tlsrpt_verdict_part_new_validity (const TlsrptVerdict *verdict) G_GNUC_WARN_UNUSED_RESULT;
TlsrptVerdictPart *tlsrpt_verdict_part_new_match    (const TlsrptVerdict *verdict) G_GNUC_WARN_UNUSED_RESULT;
void               tlsrpt_verdict_part_free         (TlsrptVerdictPart   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptVerdictPart, tlsrpt_verdict_part_free)

G_END_DECLS
