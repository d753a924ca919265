/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-check.h"
#include "tlsrpt-cli-crash.h"
#include "tlsrpt-cli-examples.h"
#include "tlsrpt-cli-explain.h"
#include "tlsrpt-cli-generate.h"
#include "tlsrpt-cli-help.h"
#include "tlsrpt-cli-lint.h"
#include "tlsrpt-cli-output.h"
#include "tlsrpt-cli-pager.h"
#include "tlsrpt-cli-options.h"
#include "tlsrpt-cli-repair.h"
#include "tlsrpt-cli-report.h"
#include "tlsrpt-cli-sample.h"
#include "tlsrpt-cli-terminal.h"
#include "tlsrpt-cli.h"
#include "tlsrpt-display.h"
#include "tlsrpt-locale.h"
#include "tlsrpt-word.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

static TlsrptExit help (int    argc,
                        char **argv);

/* Those that everybody uses come first. */
static const TlsrptCommand commands[] = {
  { "generate", N_("Print the record for a domain"), tlsrpt_cli_generate },
  { "check", N_("Look up a domain’s record and validate it"), tlsrpt_cli_check },
  { "report", N_("Read reports"), tlsrpt_cli_report },
  { "explain", N_("Explain a result type or reason code from a report"), tlsrpt_cli_explain },
  { "help", N_("Explain a command, or “json”"), help },
  { "lint", N_("Validate a record"), tlsrpt_cli_lint },
  { "merge", N_("Merge several records into one"), tlsrpt_cli_merge },
  { "repair", N_("Repair a record"), tlsrpt_cli_repair },
  { "sample", N_("Make a sample report"), tlsrpt_cli_sample },
  { NULL, NULL, NULL },
};

/* What is shown without any argument, and before the rest of --help. */
static GString *
make_short_help (void)
{
  GString *page = g_string_new (NULL);

  /* Translators: %s is the name of the program */
  g_string_append_printf (page, _("Usage: %s COMMAND [ARGUMENT…]\n"), g_get_prgname ());
  g_string_append_printf (page, "\n%s\n", _("Examples:"));
  tlsrpt_cli_examples_append (page, NULL);
  g_string_append_printf (page, "\n%s\n", _("Commands:"));
  for (const TlsrptCommand *command = commands; command->name != NULL; command++)
    g_string_append_printf (page, "  %-10s %s\n", command->name, _(command->summary));

  g_string_append_c (page, '\n');
  /* Translators: %s is the name of the program */
  g_string_append_printf (page, _("“%s COMMAND --help” explains a command.\n"),
                          g_get_prgname ());

  return page;
}

static void
print_help (void)
{
  g_autoptr (GString) page = make_short_help ();

  /* It takes no options. */
  (void) tlsrpt_cli_terminal_init (NULL);

  g_string_append_printf (page, "\n%s\n", _("Options:"));
  g_string_append_printf (page, "  -h, --help     %s\n", _("Print this help"));
  g_string_append_printf (page, "  -V, --version  %s\n", _("Print the version"));
  tlsrpt_cli_help_append_end (page, NULL);
  tlsrpt_cli_help_print (page);
}

/* What is closed would become the first file or socket that is opened.  This one
 * can neither be read as standard input nor written as standard output. */
static void
hold_standard_descriptors (void)
{
  static const int flags[] = {
    [STDIN_FILENO] = O_WRONLY,
    [STDOUT_FILENO] = O_RDONLY,
    [STDERR_FILENO] = O_RDONLY,
  };

  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    {
      if (fcntl (fd, F_GETFD) < 0 && open ("/dev/null", flags[fd]) < 0)
        _exit (TLSRPT_EXIT_PROBLEM);
    }
}

static void
report_unknown_command (const char *word)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *shown = tlsrpt_display_sanitise (word, -1);
  const char *nearest;

  for (const TlsrptCommand *command = commands; command->name != NULL; command++)
    g_ptr_array_add (names, (gpointer) command->name);
  g_ptr_array_add (names, NULL);

  nearest = tlsrpt_word_find_nearest (word, (const char *const *) names->pdata);
  if (nearest != NULL)
    /* Translators: what was given in the place of a command, and the name of one */
    tlsrpt_cli_error (_("there is no command “%s”; did you mean “%s”?"), shown, nearest);
  else
    /* Translators: %s is what was given in the place of a command */
    tlsrpt_cli_error (_("there is no command “%s”; --help lists them"), shown);
}

static const TlsrptCommand *
find_command (const char *name)
{
  for (const TlsrptCommand *command = commands; command->name != NULL; command++)
    {
      if (g_str_equal (name, command->name))
        return command;
    }

  return NULL;
}

/* “help report” is “report --help”. */
static TlsrptExit
help (int    argc,
      char **argv)
{
  const TlsrptCommand *command = argc > 1 ? find_command (argv[1]) : NULL;
  char *arguments[] = { argc > 1 ? argv[1] : NULL, (char *) "--help", NULL };

  if (argc < 2 || g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") ||
      g_str_equal (argv[1], "help"))
    {
      print_help ();
      return TLSRPT_EXIT_OK;
    }

  if (g_str_equal (argv[1], "json"))
    return tlsrpt_cli_help_json ();

  if (command != NULL)
    return command->run (2, arguments);

  report_unknown_command (argv[1]);

  return TLSRPT_EXIT_USAGE;
}

static TlsrptExit
run (int    argc,
     char **argv)
{
  static const char *const options[] = { "help", "version", NULL };
  const TlsrptCommand *command;

  if (argc < 2)
    {
      g_autoptr (GString) page = make_short_help ();

      tlsrpt_cli_complain (page->str);
      return TLSRPT_EXIT_USAGE;
    }

  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    {
      print_help ();
      return TLSRPT_EXIT_OK;
    }

  if (g_str_equal (argv[1], "--version") || g_str_equal (argv[1], "-V"))
    {
      tlsrpt_cli_help_version ();
      return TLSRPT_EXIT_OK;
    }

  command = find_command (argv[1]);
  if (command != NULL)
    return command->run (argc - 1, argv + 1);

  if (argv[1][0] == '-')
    tlsrpt_cli_unknown_option (argv[1], options);
  else
    report_unknown_command (argv[1]);

  return TLSRPT_EXIT_USAGE;
}

int
main (int   argc,
      char *argv[])
{
  TlsrptExit status;

  hold_standard_descriptors ();
  tlsrpt_locale_init ();
  g_set_prgname ("tlsrpt-cli");
  tlsrpt_cli_crash_init ();

  status = run (argc, argv);

  /* What could not be written is not there, whatever the command thinks. */
  if ((fflush (stdout) != 0 || ferror (stdout)) && !tlsrpt_cli_pager_is_active () &&
      status == TLSRPT_EXIT_OK)
    {
      tlsrpt_cli_error (_("cannot write to standard output"));
      status = TLSRPT_EXIT_PROBLEM;
    }

  tlsrpt_cli_terminal_end ();

  return tlsrpt_cli_output_end (status);
}
