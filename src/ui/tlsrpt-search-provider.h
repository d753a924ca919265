/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean tlsrpt_search_provider_export (GApplication     *application,
                                        GDBusConnection  *connection,
                                        const char       *path,
                                        GError          **error);

G_END_DECLS
