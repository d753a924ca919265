/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-application.h"

#include "tlsrpt-window.h"

struct _TlsrptApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (TlsrptApplication, tlsrpt_application, ADW_TYPE_APPLICATION)

static void
tlsrpt_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (tlsrpt_window_new (TLSRPT_APPLICATION (application)));

  gtk_window_present (window);
}

static void
tlsrpt_application_class_init (TlsrptApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = tlsrpt_application_activate;
}

static void
tlsrpt_application_init (TlsrptApplication *self)
{
}

TlsrptApplication *
tlsrpt_application_new (void)
{
  return g_object_new (TLSRPT_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "resource-base-path", RESOURCE_PATH,
                       NULL);
}
