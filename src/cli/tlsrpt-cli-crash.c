/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-crash.h"

#include "tlsrpt-cli.h"

#include <glib/gi18n.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* Made beforehand: hardly anything may be called where it is printed. */
static char *message;
static gsize length;

static void
crashed (int number)
{
  /* Nothing can be done about it if this fails. */
  if (write (STDERR_FILENO, message, length) < 0)
    _exit (128 + number);

  /* The handler is in force only once: this ends the program as it would have ended. */
  raise (number);
}

/**
 * tlsrpt_cli_crash_init:
 *
 * Makes the program say what to send, and where, if it ends by a fault of its own.
 */
void
tlsrpt_cli_crash_init (void)
{
  static const int numbers[] = { SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP };
  g_autofree char *text =
    /* Translators: the name of the program, its version, and a URL */
    g_strdup_printf (_("%s %s has crashed. Please report it at %s, with the command that you ran "
                       "and what it printed."),
                     g_get_prgname (), PACKAGE_VERSION, HOMEPAGE "/issues");
  g_autofree char *spelled = tlsrpt_cli_spell (text);

  message = g_strconcat (spelled, "\n", NULL);
  length = strlen (message);

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      struct sigaction action;

      /* A sanitizer says more. */
      if (sigaction (numbers[i], NULL, &action) != 0 || action.sa_handler != SIG_DFL)
        continue;

      memset (&action, 0, sizeof action);
      action.sa_handler = crashed;
      action.sa_flags = (int) SA_RESETHAND;
      sigaction (numbers[i], &action, NULL);
    }
}
