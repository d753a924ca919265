/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-json.h"

G_BEGIN_DECLS

void tlsrpt_json_set_error (GError           **error,
                            TlsrptJsonStatus   status,
                            const char        *text,
                            gsize              length);

G_END_DECLS
