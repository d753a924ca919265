/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-window.h"

struct _TlsrptWindow
{
  AdwApplicationWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (TlsrptWindow, tlsrpt_window, ADW_TYPE_APPLICATION_WINDOW)

static void
tlsrpt_window_class_init (TlsrptWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/tlsrpt-window.ui");
}

static void
tlsrpt_window_init (TlsrptWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

TlsrptWindow *
tlsrpt_window_new (TlsrptApplication *application)
{
  return g_object_new (TLSRPT_TYPE_WINDOW, "application", application, NULL);
}
