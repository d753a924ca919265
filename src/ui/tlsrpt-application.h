/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_APPLICATION (tlsrpt_application_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptApplication, tlsrpt_application, TLSRPT, APPLICATION, AdwApplication)

TlsrptApplication *tlsrpt_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
