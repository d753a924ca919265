/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void tlsrpt_settings_open (GSettingsBackend *backend);
void tlsrpt_settings_bind (const char       *key,
                           gpointer          object,
                           const char       *property);
void tlsrpt_settings_set  (const char       *key,
                           const char       *value);

G_END_DECLS
