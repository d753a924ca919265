/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-guide-entry.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_QUESTION (tlsrpt_question_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptQuestion, tlsrpt_question, TLSRPT, QUESTION, TlsrptGuideEntry)

GListModel     *tlsrpt_question_get_all (void);
TlsrptQuestion *tlsrpt_question_lookup  (const char *id);

G_END_DECLS
