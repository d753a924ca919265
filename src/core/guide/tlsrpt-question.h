/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-guide-entry.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlsrptQuestionGroup:
 * @TLSRPT_QUESTION_GROUP_BASICS: what TLS-RPT is
 * @TLSRPT_QUESTION_GROUP_RECORD: the record in DNS
 * @TLSRPT_QUESTION_GROUP_REPORTS: reports, and the words in them
 * @TLSRPT_QUESTION_GROUP_POLICIES: MTA-STS and DANE, and mail that waits
 *
 * The groups of questions, in reading order.
 */
typedef enum
{
  TLSRPT_QUESTION_GROUP_BASICS,
  TLSRPT_QUESTION_GROUP_RECORD,
  TLSRPT_QUESTION_GROUP_REPORTS,
  TLSRPT_QUESTION_GROUP_POLICIES,
  TLSRPT_N_QUESTION_GROUPS,
} TlsrptQuestionGroup;

#define TLSRPT_TYPE_QUESTION (tlsrpt_question_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptQuestion, tlsrpt_question, TLSRPT, QUESTION, TlsrptGuideEntry)

GListModel          *tlsrpt_question_get_all         (void);
TlsrptQuestion      *tlsrpt_question_lookup          (const char          *id);

TlsrptQuestionGroup  tlsrpt_question_get_group       (TlsrptQuestion      *self);

const char          *tlsrpt_question_group_get_title (TlsrptQuestionGroup  group);

G_END_DECLS
