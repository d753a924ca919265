/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-check.h"
#include "tlsrpt-cli-explain.h"
#include "tlsrpt-cli-generate.h"
#include "tlsrpt-cli-lint.h"
#include "tlsrpt-cli-repair.h"
#include "tlsrpt-cli-report.h"
#include "tlsrpt-cli.h"
#include "tlsrpt-locale.h"

#include <glib/gi18n.h>
#include <stdio.h>

static const TlsrptCommand commands[] = {
  { "check", N_("Look up the record of a domain and judge it"), tlsrpt_cli_check },
  { "explain", N_("Explain a result type or reason code of a report"), tlsrpt_cli_explain },
  { "generate", N_("Print the record for a domain"), tlsrpt_cli_generate },
  { "lint", N_("Judge a record"), tlsrpt_cli_lint },
  { "merge", N_("Make one record of several"), tlsrpt_cli_merge },
  { "repair", N_("Mend a record"), tlsrpt_cli_repair },
  { "report", N_("Read reports"), tlsrpt_cli_report },
  { NULL, NULL, NULL },
};

static void
print_help (void)
{
  /* Translators: %s is the name of the program */
  g_print (_("Usage: %s COMMAND [ARGUMENT…]\n"), g_get_prgname ());
  g_print ("\n%s\n", _("Commands:"));

  for (const TlsrptCommand *command = commands; command->name != NULL; command++)
    g_print ("  %-10s %s\n", command->name, _(command->summary));

  g_print ("\n");
  /* Translators: %s is the name of the program */
  g_print (_("“%s COMMAND --help” tells about one command.\n"), g_get_prgname ());
}

/* What could not be written is not there, whatever the command thinks. */
static TlsrptExit
run (const TlsrptCommand *command,
     int                  argc,
     char               **argv)
{
  TlsrptExit status = command->run (argc, argv);

  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;

  if (status == TLSRPT_EXIT_OK)
    {
      tlsrpt_cli_error (_("cannot write to standard output"));
      status = TLSRPT_EXIT_PROBLEM;
    }

  return status;
}

int
main (int   argc,
      char *argv[])
{
  tlsrpt_locale_init ();
  g_set_prgname ("tlsrpt-cli");

  if (argc < 2)
    {
      /* Translators: %s is the name of the program */
      tlsrpt_cli_error (_("no command given; “%s --help” lists them"), g_get_prgname ());
      return TLSRPT_EXIT_USAGE;
    }

  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    {
      print_help ();
      return TLSRPT_EXIT_OK;
    }

  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("tlsrpt-cli %s\n", PACKAGE_VERSION);
      return TLSRPT_EXIT_OK;
    }

  for (const TlsrptCommand *command = commands; command->name != NULL; command++)
    {
      if (g_str_equal (argv[1], command->name))
        return run (command, argc - 1, argv + 1);
    }

  /* Translators: %s is the name of the program */
  tlsrpt_cli_error (_("unknown command; “%s --help” lists them"), g_get_prgname ());

  return TLSRPT_EXIT_USAGE;
}
