/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-reader.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlsrptReportBatchFile:
 * @path: the path of a file
 * @reports: (element-type TlsrptReport): all reports in it
 * @faults: (element-type TlsrptReportFault): what could not be read in it
 *
 * A file that was read, for those who have to know what it gave.
 */
typedef struct
{
  char      *path;
  GPtrArray *reports;
  GPtrArray *faults;
} TlsrptReportBatchFile;

void tlsrpt_report_batch_file_free (TlsrptReportBatchFile *self);

/**
 * TlsrptReportBatch:
 * @reports: (element-type TlsrptReport): reports that are new
 * @faults: (element-type TlsrptReportFault): what could not be read
 * @n_duplicates: reports that are not new
 * @files: (element-type TlsrptReportBatchFile): the files, if nobody tells which reports
 *   are new: then all is in them
 * @n_files: files that were found, and are going to be read
 * @n_files_read: files that were read
 * @is_last: whether no other batch follows
 *
 * What a thread hands over from time to time.
 */
typedef struct
{
  GPtrArray *reports;
  GPtrArray *faults;
  guint      n_duplicates;
  GPtrArray *files;
  guint      n_files;
  guint      n_files_read;
  gboolean   is_last;
} TlsrptReportBatch;

/**
 * TlsrptReportIsNewFunc:
 * @source_object: the source object of the task
 * @report: a report
 *
 * Called in the thread that loads.
 *
 * Returns: `TRUE` if the report is new, and then it comes in a batch; it is not asked
 *   about again
 */
typedef gboolean (*TlsrptReportIsNewFunc) (gpointer            source_object,
                                           const TlsrptReport *report);

/**
 * TlsrptReportBatchFunc:
 * @source_object: the source object of the task
 * @batch: a batch; its arrays can be stolen
 *
 * Called in the context of the task.
 */
typedef void (*TlsrptReportBatchFunc) (gpointer           source_object,
                                       TlsrptReportBatch *batch);

void tlsrpt_report_load (GTask                  *task,
                         GFile                 **files,
                         gsize                   n_files,
                         TlsrptReportIsNewFunc   is_new_func,
                         TlsrptReportBatchFunc   batch_func);

G_END_DECLS
