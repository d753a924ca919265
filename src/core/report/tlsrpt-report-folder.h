/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlsrptReportFolderChange:
 * @came: (element-type filename): files that are new, or not what they were
 * @went: (element-type filename): files that are gone
 * @moved_from: (element-type filename): the paths of files that have others now
 * @moved_to: (element-type filename): their new paths, in the same order
 *
 * What has become of a folder.
 */
typedef struct
{
  GPtrArray *came;
  GPtrArray *went;
  GPtrArray *moved_from;
  GPtrArray *moved_to;
} TlsrptReportFolderChange;

#define TLSRPT_TYPE_REPORT_FOLDER (tlsrpt_report_folder_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptReportFolder, tlsrpt_report_folder, TLSRPT, REPORT_FOLDER, GObject)

TlsrptReportFolder *tlsrpt_report_folder_new            (const char         *path,
                                                         guint               delay) G_GNUC_WARN_UNUSED_RESULT;

void                tlsrpt_report_folder_look           (TlsrptReportFolder *self);

const char         *tlsrpt_report_folder_get_path       (TlsrptReportFolder *self);
const GError       *tlsrpt_report_folder_get_error      (TlsrptReportFolder *self);
gboolean            tlsrpt_report_folder_is_readable    (TlsrptReportFolder *self);
gboolean            tlsrpt_report_folder_is_looking     (TlsrptReportFolder *self);
guint               tlsrpt_report_folder_get_n_files    (TlsrptReportFolder *self);
guint               tlsrpt_report_folder_get_n_left_out (TlsrptReportFolder *self);

G_END_DECLS
