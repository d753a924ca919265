/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-window.h"

G_BEGIN_DECLS

/* What benchmarks of the window share: the time that the program is busy for what a
 * person does, until the frame that shows it is painted. */
typedef struct
{
  double times[2000]; /* milliseconds */
  guint  n_times;
} Frames;

void       frames_init         (void);
GtkWidget *frames_open_window  (void);
GtkWidget *frames_find         (GtkWidget  *widget,
                                GType       type);

double     frames_now          (void);
void       frames_paint        (GtkWidget  *window);
void       frames_add          (Frames     *frames,
                                GtkWidget  *window,
                                double      start);
gboolean   frames_report       (Frames     *frames,
                                const char *what);

G_END_DECLS
