/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwToast *tlsrpt_toast_new      (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void      tlsrpt_toast_set_text (AdwToast   *self,
                                 const char *text);
void      tlsrpt_toast_show     (GtkWidget  *widget,
                                 AdwToast   *toast);
void      tlsrpt_toast_copy     (GtkWidget  *widget,
                                 const char *text,
                                 const char *said);
void      tlsrpt_toast_copy_and_offer (GtkWidget  *widget,
                                       const char *text,
                                       const char *said,
                                       const char *label,
                                       const char *action_name);
void      tlsrpt_toast_saved    (GtkWidget  *widget,
                                 GFile      *file,
                                 GError     *error);

G_END_DECLS
