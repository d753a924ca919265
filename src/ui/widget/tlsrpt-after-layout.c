/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-after-layout.h"

typedef struct
{
  TlsrptLayoutFunc func;
  guint            n_frames;
} Call;

static gboolean
frame_begun_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  Call *call = user_data;

  if (--call->n_frames > 0)
    return G_SOURCE_CONTINUE;

  call->func (widget);

  return G_SOURCE_REMOVE;
}

/**
 * tlsrpt_after_layout:
 * @widget: a widget
 * @func: what to do with it
 *
 * Calls @func when everything that is in the window by now has its place; not at all
 * if @widget goes before.
 */
void
tlsrpt_after_layout (GtkWidget        *widget,
                     TlsrptLayoutFunc  func)
{
  Call *call;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (func != NULL);

  /* A revealed widget is allocated in the next frame, so wait until the frame after it begins. */
  call = g_new (Call, 1);
  call->func = func;
  call->n_frames = 2;
  gtk_widget_add_tick_callback (widget, frame_begun_cb, call, g_free);
}
