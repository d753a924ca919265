/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a screen reader says of a widget is set here only, which a test asserts. */

void tlsrpt_accessible_set_name        (GtkAccessible *accessible,
                                        const char    *name);
void tlsrpt_accessible_set_description (GtkAccessible *accessible,
                                        const char    *description);
void tlsrpt_accessible_set_labels      (GtkAccessible *accessible,
                                        GtkWidget     *first,
                                        GtkWidget     *second);
void tlsrpt_accessible_set_message     (GtkAccessible *accessible,
                                        const char    *message,
                                        gboolean       is_wrong);

void tlsrpt_accessible_name_row        (GtkWidget     *cell,
                                        const char    *name);

G_END_DECLS
