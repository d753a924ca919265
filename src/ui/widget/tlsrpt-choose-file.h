/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void        tlsrpt_choose_file_async   (GtkWidget            *widget,
                                        GtkFileChooserAction  action,
                                        const char           *title,
                                        const char           *name,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
GFile      *tlsrpt_choose_file_finish  (GtkWidget            *widget,
                                        GAsyncResult         *result) G_GNUC_WARN_UNUSED_RESULT;
void        tlsrpt_choose_files_async  (GtkWidget            *widget,
                                        GtkFileChooserAction  action,
                                        const char           *title,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
GListModel *tlsrpt_choose_files_finish (GtkWidget            *widget,
                                        GAsyncResult         *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
