/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-options.h"

#include "tlsrpt-cli-examples.h"
#include "tlsrpt-cli-getopt.h"
#include "tlsrpt-cli-help.h"
#include "tlsrpt-cli-output.h"
#include "tlsrpt-cli-terminal.h"
#include "tlsrpt-display.h"
#include "tlsrpt-word.h"

#include <glib/gi18n.h>
#include <string.h>

/* The name of an option, without its value. */
static char *
dup_name (const char *argument)
{
  return g_strndup (argument, strcspn (argument, "="));
}

/**
 * tlsrpt_cli_unknown_option:
 * @argument: what was given in the place of an option
 * @known: (array zero-terminated=1): the long names of the options that there are
 *
 * Prints a line about an option that there is not, with the one that was meant.
 */
void
tlsrpt_cli_unknown_option (const char        *argument,
                           const char *const *known)
{
  g_autofree char *name = dup_name (argument);
  g_autofree char *shown = tlsrpt_display_sanitise (name, -1);
  const char *nearest = tlsrpt_word_find_nearest (name + strspn (name, "-"), known);

  if (nearest != NULL)
    /* Translators: what was given in the place of an option, and a name without “--” */
    tlsrpt_cli_error (_("there is no option “%s”; did you mean “--%s”?"), shown, nearest);
  else
    /* Translators: %s is what was given in the place of an option */
    tlsrpt_cli_error (_("there is no option “%s”; --help lists them"), shown);
}

static void
report_unknown (const char         *argument,
                const GOptionEntry *entries)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (; entries->long_name != NULL; entries++)
    {
      /* Skip G_OPTION_REMAINING: it is not an option. */
      if (*entries->long_name != '\0')
        g_ptr_array_add (names, (gpointer) entries->long_name);
    }

  g_ptr_array_add (names, NULL);
  tlsrpt_cli_unknown_option (argument, (const char *const *) names->pdata);
}

/* GLib drops the value of an option that takes none: “--json=no” would be yes. */
static const GOptionEntry *
find_needless_value (const GOptionEntry *entries,
                     char              **arguments)
{
  for (; *arguments != NULL && !g_str_equal (*arguments, "--"); arguments++)
    {
      g_autofree char *name = dup_name (*arguments);

      if (!g_str_has_prefix (name, "--") || strlen (name) == strlen (*arguments))
        continue;

      for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
        {
          if (entry->arg == G_OPTION_ARG_NONE && g_str_equal (name + strlen ("--"), entry->long_name))
            return entry;
        }
    }

  return NULL;
}

static gboolean
parse (GOptionContext       *context,
       const GOptionEntry   *entries,
       int                  *argc,
       char               ***argv)
{
  const GOptionEntry *needless = find_needless_value (entries, *argv + 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;

  if (needless != NULL)
    {
      /* Translators: %s is the name of an option */
      tlsrpt_cli_error (_("--%s: takes no value"), needless->long_name);
      return FALSE;
    }

  /* All values are plain strings, so the only possible error is a missing value. */
  shown = tlsrpt_display_sanitise ((*argv)[*argc - 1], -1);
  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;

  if (g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE))
    {
      /* Translators: %s is an option of the command line */
      tlsrpt_cli_error (_("%s: a value is missing"), shown);
    }
  else
    {
      g_autofree char *message = tlsrpt_display_sanitise (error->message, -1);

      tlsrpt_cli_error ("%s", message);
    }

  return FALSE;
}

static gboolean
has_entry (const GOptionEntry *entries,
           const char         *long_name)
{
  for (; entries->long_name != NULL; entries++)
    {
      if (g_str_equal (entries->long_name, long_name))
        return TRUE;
    }

  return FALSE;
}

/* The options of a command, and those of all that it does not have itself. */
static GArray *
join_entries (const GOptionEntry *entries,
              const GOptionEntry *common)
{
  GArray *all = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    g_array_append_val (all, *entry);

  for (; common->long_name != NULL; common++)
    {
      if (!has_entry (entries, common->long_name))
        g_array_append_val (all, *common);
    }

  return all;
}

/* GLib's help, with examples before the options and where to read on after them. */
static void
print_help (GOptionContext *context,
            const char     *command)
{
  g_autofree char *program = g_strdup (g_get_prgname ());
  g_autofree char *usage = g_strjoin (" ", program, command, NULL);
  g_autoptr (GString) summary = g_string_new (g_option_context_get_summary (context));
  g_autofree char *text = NULL;
  g_autoptr (GString) page = NULL;

  g_string_append_printf (summary, "\n\n%s\n", _("Examples:"));
  tlsrpt_cli_examples_append (summary, command);
  /* GLib puts an empty line there. */
  g_string_truncate (summary, summary->len - 1);
  g_option_context_set_summary (context, summary->str);

  /* The usage line begins with the program's name. */
  g_set_prgname (usage);
  text = g_option_context_get_help (context, TRUE, NULL);
  g_set_prgname (program);

  page = g_string_new (g_strchomp (text));
  g_string_append_c (page, '\n');
  tlsrpt_cli_help_append_end (page, command);
  tlsrpt_cli_help_print (page);
}

/**
 * tlsrpt_cli_parse_options:
 * @context: (transfer full): what --help says about the command
 * @entries: the options of the command; each with a value takes a file name
 * @argv: (array zero-terminated=1): the name of the command, and its arguments
 * @status: (out): how the command should end
 *
 * Parses the options of a command.  Prints what is wrong with them, or the help
 * that was asked for.
 *
 * Returns: `FALSE` if the command should end with @status
 */
gboolean
tlsrpt_cli_parse_options (GOptionContext       *context,
                          const GOptionEntry   *entries,
                          char                **argv,
                          TlsrptExit           *status)
{
  g_autoptr (GOptionContext) own = context;
  g_autofree char *color = NULL;
  g_autofree char *output = NULL;
  gboolean help = FALSE;
  /* What every command has.  One that has an --output of its own keeps it. */
  const GOptionEntry common[] = {
    { "color", 0, 0, G_OPTION_ARG_FILENAME, &color,
      N_("When to use color: auto, always, never"), N_("WHEN") },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_("Print this help"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("Write to a file, which is replaced at once when all is done"), N_("FILE") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GArray) all = join_entries (entries, common);
  g_auto (GStrv) split = tlsrpt_cli_getopt_split (&g_array_index (all, GOptionEntry, 0), argv);
  g_autofree char **arguments = g_memdup2 (split, (g_strv_length (split) + 1) * sizeof *split);
  char **rest = arguments;
  int n_rest = (int) g_strv_length (split);

  /* GLib's own help ends the program without a look at whether it was written. */
  g_option_context_set_help_enabled (own, FALSE);
  g_option_context_set_ignore_unknown_options (own, TRUE);
  g_option_context_set_translation_domain (own, GETTEXT_PACKAGE);
  entries = &g_array_index (all, GOptionEntry, 0);
  g_option_context_add_main_entries (own, entries, GETTEXT_PACKAGE);

  *status = TLSRPT_EXIT_USAGE;
  if (!parse (own, entries, &n_rest, &rest))
    return FALSE;

  /* A file is no terminal, so it has to be there first. */
  if ((!help && n_rest <= 1 && !tlsrpt_cli_output_begin (output)) ||
      !tlsrpt_cli_terminal_init (color))
    return FALSE;

  if (help)
    {
      print_help (own, split[0]);
      *status = TLSRPT_EXIT_OK;
      return FALSE;
    }

  if (n_rest > 1)
    {
      report_unknown (rest[1], entries);
      return FALSE;
    }

  return TRUE;
}

/**
 * tlsrpt_cli_option_or:
 * @option: the name of an option
 * @value: (nullable): what it has
 * @variable: the variable of the environment that stands in for it
 * @source: (out): where the value is from, to name it in errors
 *
 * Returns: (nullable): the value of an option, or of a variable that is not empty
 */
const char *
tlsrpt_cli_option_or (const char  *option,
                      const char  *value,
                      const char  *variable,
                      const char **source)
{
  const char *given = g_getenv (variable);

  *source = option;
  if (value != NULL || given == NULL || *given == '\0')
    return value;

  *source = variable;

  return given;
}
