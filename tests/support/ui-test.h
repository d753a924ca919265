/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What tests of widgets share: they look for what a person would look for, and
 * see only what is visible. */

void         ui_test_init        (int          *argc,
                                  char       ***argv);

guint        ui_test_lose_patience (void) G_GNUC_WARN_UNUSED_RESULT;

void         ui_test_wait        (void);
void         ui_test_wait_frame  (GtkWidget    *widget);
void         ui_test_wait_whole  (GtkWidget    *widget);

GtkWidget   *ui_test_find_type   (GtkWidget    *root,
                                  GType         type,
                                  guint         nth);
GtkWidget   *ui_test_find_row    (GtkWidget    *root,
                                  const char   *title,
                                  guint         nth);
GtkWidget   *ui_test_find_label  (GtkWidget    *root,
                                  const char   *text);
GtkWidget   *ui_test_find_button (GtkWidget    *root,
                                  const char   *tooltip_or_label);
GtkWidget   *ui_test_get_focus   (GtkWidget    *root);

gboolean     ui_test_has_text    (GtkWidget    *root,
                                  const char   *text);
gboolean     ui_test_is_shown    (GtkWidget    *root,
                                  const char   *text);
void         ui_test_wait_label  (GtkWidget    *root,
                                  const char   *text);

char        *ui_test_read_clipboard (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
