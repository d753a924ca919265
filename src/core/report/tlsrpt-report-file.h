/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tlsrpt_report_file_load        (const char  *path,
                                         GByteArray  *data,
                                         GError     **error);
gboolean tlsrpt_report_file_load_stream (int          fd,
                                         GByteArray  *data,
                                         GError     **error);

G_END_DECLS
