/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *tlsrpt_consent_dialog_new (GtkWindow  *parent,
                                      const char *heading,
                                      const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
