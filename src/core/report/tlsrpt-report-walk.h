/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-reader.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlsrptReportWalkFunc:
 * @path: (nullable): the path of a file that may hold reports
 * @fault: (nullable) (transfer full): or why there is none
 *
 * Takes what was found.
 *
 * Returns: `FALSE` to stop
 */
typedef gboolean (*TlsrptReportWalkFunc) (const char        *path,
                                          TlsrptReportFault *fault,
                                          gpointer           user_data);

/**
 * TlsrptReportWalkFolderFunc:
 * @path: the path of a folder
 *
 * Takes a folder before what is in it.
 *
 * Returns: `FALSE` to leave it out
 */
typedef gboolean (*TlsrptReportWalkFolderFunc) (const char *path,
                                                gpointer    user_data);

gboolean tlsrpt_report_walk         (const char                 *path,
                                     GCancellable               *cancellable,
                                     TlsrptReportWalkFunc        func,
                                     gpointer                    user_data);
gboolean tlsrpt_report_walk_folders (const char                 *path,
                                     GCancellable               *cancellable,
                                     TlsrptReportWalkFunc        func,
                                     TlsrptReportWalkFolderFunc  folder_func,
                                     gpointer                    user_data);

G_END_DECLS
