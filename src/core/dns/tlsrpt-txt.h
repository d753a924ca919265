/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char **tlsrpt_txt_split        (const char        *value) G_GNUC_WARN_UNUSED_RESULT;
void   tlsrpt_txt_append       (GString           *line,
                                const char        *value);
void   tlsrpt_txt_append_value (GString           *value,
                                const char *const *uris,
                                gsize              n_uris);
void   tlsrpt_txt_append_line  (GString           *line,
                                const char        *owner_name,
                                guint              ttl,
                                const char        *value);

G_END_DECLS
