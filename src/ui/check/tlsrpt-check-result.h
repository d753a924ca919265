/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-check.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_CHECK_RESULT (tlsrpt_check_result_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptCheckResult, tlsrpt_check_result, TLSRPT, CHECK_RESULT, GtkBox)

GtkWidget   *tlsrpt_check_result_new         (TlsrptCheck       *check) G_GNUC_WARN_UNUSED_RESULT;

TlsrptCheck *tlsrpt_check_result_get_check   (TlsrptCheckResult *self);
void         tlsrpt_check_result_ask_to_look (TlsrptCheckResult *self);
void         tlsrpt_check_result_hide_domain (TlsrptCheckResult *self);

G_END_DECLS
