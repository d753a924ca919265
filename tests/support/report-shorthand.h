/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-reader.h"

char      *report_shorthand_to_json (const char *shorthand) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *report_shorthand_read    (const char *shorthand) G_GNUC_WARN_UNUSED_RESULT;
