/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-terminal.h"

#include "tlsrpt-cli-choice.h"
#include "tlsrpt-cli-pager.h"
#include "tlsrpt-cli.h"

#include <unistd.h>

static gboolean is_terminal;
static gboolean has_color;

static const char *
get_variable (const char *name)
{
  const char *value = g_getenv (name);

  return value != NULL && *value != '\0' ? value : NULL;
}

static gboolean
is_dumb (void)
{
  return g_strcmp0 (g_getenv ("TERM"), "dumb") == 0 || g_getenv ("TERM") == NULL;
}

/**
 * tlsrpt_cli_terminal_init:
 * @color: (nullable): what --color has
 *
 * Finds out what standard output is.  Until then, it is no terminal.
 *
 * Returns: `FALSE` if @color cannot be used, which is told
 */
gboolean
tlsrpt_cli_terminal_init (const char *color)
{
  static const char *const known[] = { "auto", "always", "never", NULL };

  is_terminal = isatty (STDOUT_FILENO);
  has_color = is_terminal && !is_dumb () && get_variable ("NO_COLOR") == NULL;

  if (color == NULL || g_str_equal (color, "auto"))
    return TRUE;

  has_color = g_str_equal (color, "always");
  if (has_color || g_str_equal (color, "never"))
    return TRUE;

  tlsrpt_cli_choice_report ("--color", color, known);

  return FALSE;
}

/**
 * tlsrpt_cli_terminal_is_shown:
 *
 * Returns: whether somebody sees what is printed
 */
gboolean
tlsrpt_cli_terminal_is_shown (void)
{
  return is_terminal;
}

/**
 * tlsrpt_cli_terminal_hint:
 * @hint: a sentence
 *
 * Prints what can be done next, if somebody is there to do it.
 */
void
tlsrpt_cli_terminal_hint (const char *hint)
{
  g_autofree char *line = NULL;

  if (!is_terminal || !isatty (STDERR_FILENO))
    return;

  line = g_strconcat (hint, "\n", NULL);
  tlsrpt_cli_complain (line);
}

/**
 * tlsrpt_cli_terminal_page:
 *
 * Shows what is printed from now on in a pager, if this is a terminal that can do that.
 */
void
tlsrpt_cli_terminal_page (void)
{
  if (is_terminal && !is_dumb ())
    tlsrpt_cli_pager_begin ();
}

/**
 * tlsrpt_cli_terminal_end:
 *
 * Waits until everything has been read.
 */
void
tlsrpt_cli_terminal_end (void)
{
  tlsrpt_cli_pager_end ();
}

TlsrptCliStyle
tlsrpt_cli_style_for_severity (TlsrptSeverity severity)
{
  switch (severity)
    {
    case TLSRPT_SEVERITY_ERROR:
      return TLSRPT_CLI_STYLE_ERROR;

    case TLSRPT_SEVERITY_WARNING:
      return TLSRPT_CLI_STYLE_WARNING;

    case TLSRPT_SEVERITY_NOTE:
    default:
      return TLSRPT_CLI_STYLE_NOTE;
    }
}

/**
 * tlsrpt_cli_style:
 * @style: what a text is
 * @text: the text
 *
 * Styles a text, where there is color.
 *
 * Returns: (transfer full): the text to print
 */
char *
tlsrpt_cli_style (TlsrptCliStyle  style,
                  const char     *text)
{
  /* Select Graphic Rendition (ECMA-48 section 8.3.117), in colors that can be read on black
   * and on white. */
  static const char *const codes[] = {
    [TLSRPT_CLI_STYLE_HEADING] = "1",
    [TLSRPT_CLI_STYLE_ERROR] = "1;31",
    [TLSRPT_CLI_STYLE_WARNING] = "1;35",
    [TLSRPT_CLI_STYLE_NOTE] = "1;36",
    [TLSRPT_CLI_STYLE_CODE] = "36",
  };

  if (!has_color || *text == '\0')
    return g_strdup (text);

  return g_strdup_printf ("\033[%sm%s\033[0m", codes[style], text);
}

/**
 * tlsrpt_cli_append_heading:
 * @page: where to append
 * @heading: a line of text
 *
 * Appends a line that stands out.
 */
void
tlsrpt_cli_append_heading (GString    *page,
                           const char *heading)
{
  g_autofree char *styled = tlsrpt_cli_style (TLSRPT_CLI_STYLE_HEADING, heading);

  g_string_append_printf (page, "%s\n", styled);
}
