/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _TlsrptUndoToast TlsrptUndoToast;

TlsrptUndoToast *tlsrpt_undo_toast_new      (GtkWidget       *widget) G_GNUC_WARN_UNUSED_RESULT;
void             tlsrpt_undo_toast_free     (TlsrptUndoToast *self);

void             tlsrpt_undo_toast_offer    (TlsrptUndoToast *self,
                                             const char      *text);
void             tlsrpt_undo_toast_withdraw (TlsrptUndoToast *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptUndoToast, tlsrpt_undo_toast_free)

G_END_DECLS
