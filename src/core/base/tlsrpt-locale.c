/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-locale.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/**
 * tlsrpt_locale_init:
 *
 * Lets a program speak the language of its user.  A program that is not
 * installed finds its translations through TLSRPT_LOCALEDIR, as its settings
 * through GSETTINGS_SCHEMA_DIR.
 */
void
tlsrpt_locale_init (void)
{
  const char *directory = g_getenv ("TLSRPT_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, directory != NULL ? directory : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
