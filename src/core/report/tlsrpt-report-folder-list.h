/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlsrptReportFolderFile:
 *
 * A file of a folder: what tells whether it is the same as before.
 */
typedef struct
{
  char    *path;
  guint64  device;
  guint64  inode;
  guint64  size;
  gint64   mtime;
} TlsrptReportFolderFile;

gboolean tlsrpt_report_folder_file_equal (const TlsrptReportFolderFile *self,
                                          const TlsrptReportFolderFile *other);

/**
 * TlsrptReportFolderList:
 * @files: (element-type TlsrptReportFolderFile): the files, by path
 * @folders: (element-type filename): the folder, and those in it
 * @n_left_out: the files that are too many
 * @unread: (element-type utf8): the folders that could not be read, as people read them
 * @error: (nullable): why the first of them could not
 * @is_partial: whether at least the folder itself could be read
 *
 * What a folder holds.
 */
typedef struct
{
  GHashTable *files;
  GPtrArray  *folders;
  guint       n_left_out;
  GPtrArray  *unread;
  GError     *error;
  gboolean    is_partial;
} TlsrptReportFolderList;

TlsrptReportFolderList *tlsrpt_report_folder_list_new  (const char             *path,
                                                        int                    *n_seen,
                                                        GCancellable           *cancellable) G_GNUC_WARN_UNUSED_RESULT;
void                    tlsrpt_report_folder_list_free (TlsrptReportFolderList *self);

gboolean                tlsrpt_report_folder_list_may_hold
                                                       (const TlsrptReportFolderList *self,
                                                        const char                   *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptReportFolderList, tlsrpt_report_folder_list_free)

G_END_DECLS
