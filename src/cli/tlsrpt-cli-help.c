/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-help.h"

#include "tlsrpt-cli-terminal.h"
#include "tlsrpt-json-writer.h"
#include "tlsrpt-wrap.h"

#include <glib/gi18n.h>

/**
 * tlsrpt_cli_help_append_end:
 * @page: where to append
 * @command: (nullable): the name of a command, or `NULL` for the program
 *
 * Appends where more is to be read, and where to report what is wrong.
 */
void
tlsrpt_cli_help_append_end (GString    *page,
                            const char *command)
{
  g_autofree char *name = g_strjoin ("-", "tlsrpt-cli", command, NULL);

  g_string_append_c (page, '\n');
  /* Translators: “man” is a command, and %s the name of a page */
  g_string_append_printf (page, _("Manual: man %s"), name);
  g_string_append_c (page, '\n');
  /* Translators: %s is a URL */
  g_string_append_printf (page, _("Documentation and reports of errors: %s"), HOMEPAGE);
  g_string_append_c (page, '\n');
}

/**
 * tlsrpt_cli_help_print:
 * @page: a help page
 *
 * Prints a help page.  What ends in a colon at the beginning of a line is a heading.
 */
void
tlsrpt_cli_help_print (GString *page)
{
  g_auto (GStrv) lines = g_strsplit (page->str, "\n", -1);
  g_autofree char *text = NULL;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (!g_ascii_isspace (*lines[i]) && g_str_has_suffix (lines[i], ":"))
        {
          char *styled = tlsrpt_cli_style (TLSRPT_CLI_STYLE_HEADING, lines[i]);

          g_free (lines[i]);
          lines[i] = styled;
        }
    }

  text = g_strjoinv ("\n", lines);
  tlsrpt_cli_print (text);
}

/**
 * tlsrpt_cli_help_version:
 *
 * Prints what this is, what it is made of, and under which license.
 */
void
tlsrpt_cli_help_version (void)
{
  g_autoptr (GString) page = g_string_new ("tlsrpt-cli " PACKAGE_VERSION "\n");
  /* Translators: %s is a list of libraries with their versions */
  g_autofree char *libraries = g_strdup_printf (_("Built with %s"), LIBRARIES);

  tlsrpt_wrap_append (page, libraries, "", 0, tlsrpt_wrap_get_width ());
  /* Translators: the names of licenses are not translated */
  g_string_append (page, _("License: GPL-3.0-or-later (GNU General Public License). There is no "
                           "warranty."));
  g_string_append_printf (page, "\n%s\n", HOMEPAGE);
  tlsrpt_cli_print (page->str);
}

/**
 * tlsrpt_cli_help_json:
 *
 * Says what programs may rely on in the JSON that is printed, and where it is described.
 *
 * Returns: the exit code
 */
TlsrptExit
tlsrpt_cli_help_json (void)
{
  static const char *const commands[] = {
    "check", "explain", "generate", "lint", "merge", "repair", "report",
  };
  g_autoptr (GString) page = g_string_new (NULL);
  g_autofree char *form = NULL;
  guint width = tlsrpt_wrap_get_width ();

  tlsrpt_wrap_append (page, _("With --json, or --format=json, a command prints JSON (RFC 8259) in "
                              "ASCII. These schemas (JSON Schema 2020-12) describe it:"),
                      "", 0, width);
  g_string_append_c (page, '\n');
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (page, "  " SCHEMADIR "/%s.json\n", commands[i]);
  g_string_append_c (page, '\n');

  /* Translators: %d is a number; “schema” is not translated */
  form = g_strdup_printf (_("The first member of each object is “schema”, the number of its form: "
                            "%d. Members may be added, so ignore those that you don’t know. A member "
                            "that is removed or changes its meaning gets a new number. Codes never "
                            "change; messages may, and are in the language of the terminal."),
                          TLSRPT_JSON_SCHEMA);
  tlsrpt_wrap_append (page, form, "", 0, width);
  tlsrpt_cli_print (page->str);

  return TLSRPT_EXIT_OK;
}
