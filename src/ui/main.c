/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-application.h"

#include "tlsrpt-locale.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (TlsrptApplication) application = NULL;

  tlsrpt_locale_init ();

  application = tlsrpt_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
