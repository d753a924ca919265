/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-reader.h"
#include "tlsrpt-report-summary.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_REPORT_COLLECTION (tlsrpt_report_collection_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptReportCollection, tlsrpt_report_collection,
                      TLSRPT, REPORT_COLLECTION, GObject)

TlsrptReportCollection *tlsrpt_report_collection_new                (void) G_GNUC_WARN_UNUSED_RESULT;

const GPtrArray        *tlsrpt_report_collection_get_reports        (TlsrptReportCollection    *self);
GPtrArray              *tlsrpt_report_collection_dup_reports        (TlsrptReportCollection    *self) G_GNUC_WARN_UNUSED_RESULT;
const GPtrArray        *tlsrpt_report_collection_get_faults         (TlsrptReportCollection    *self);
guint                   tlsrpt_report_collection_get_n_duplicates   (TlsrptReportCollection    *self);
guint                   tlsrpt_report_collection_get_n_faulty_files (TlsrptReportCollection    *self);
guint                   tlsrpt_report_collection_get_n_others       (TlsrptReportCollection    *self);

gboolean                tlsrpt_report_collection_is_loading         (TlsrptReportCollection    *self);
guint                   tlsrpt_report_collection_get_n_files        (TlsrptReportCollection    *self);
guint                   tlsrpt_report_collection_get_n_files_read   (TlsrptReportCollection    *self);

void                    tlsrpt_report_collection_load_async         (TlsrptReportCollection    *self,
                                                                     GFile                    **files,
                                                                     gsize                      n_files,
                                                                     GCancellable              *cancellable,
                                                                     GAsyncReadyCallback        callback,
                                                                     gpointer                   user_data);
void                    tlsrpt_report_collection_update_async       (TlsrptReportCollection    *self,
                                                                     const char *const         *paths,
                                                                     gsize                      n_paths,
                                                                     GCancellable              *cancellable,
                                                                     GAsyncReadyCallback        callback,
                                                                     gpointer                   user_data);
gboolean                tlsrpt_report_collection_load_finish        (TlsrptReportCollection    *self,
                                                                     GAsyncResult              *result,
                                                                     GError                   **error);

void                    tlsrpt_report_collection_rename_file        (TlsrptReportCollection    *self,
                                                                     const char                *path,
                                                                     const char                *new_path);
void                    tlsrpt_report_collection_remove_files       (TlsrptReportCollection    *self,
                                                                     const GPtrArray           *paths);
void                    tlsrpt_report_collection_remove_all_files   (TlsrptReportCollection    *self);

void                    tlsrpt_report_collection_summarise_async    (TlsrptReportCollection    *self,
                                                                     const TlsrptReportFilter  *filter,
                                                                     GCancellable              *cancellable,
                                                                     GAsyncReadyCallback        callback,
                                                                     gpointer                   user_data);
TlsrptReportSummary    *tlsrpt_report_collection_summarise_finish   (TlsrptReportCollection    *self,
                                                                     GAsyncResult              *result,
                                                                     GError                   **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
