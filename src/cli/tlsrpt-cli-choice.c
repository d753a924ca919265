/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-choice.h"

#include "tlsrpt-cli.h"
#include "tlsrpt-display.h"
#include "tlsrpt-word.h"

#include <glib/gi18n.h>

/**
 * tlsrpt_cli_choice_report:
 * @option: the name of an option, such as “--format”
 * @text: what was given for it
 * @known: (array zero-terminated=1): what can be given
 *
 * Prints a line about a value that is none of those that there are, with the one that was
 * meant.
 */
void
tlsrpt_cli_choice_report (const char        *option,
                          const char        *text,
                          const char *const *known)
{
  g_autofree char *shown = tlsrpt_display_sanitise (text, -1);
  const char *nearest = tlsrpt_word_find_nearest (text, known);

  if (nearest != NULL)
    /* Translators: an option, what was given for it, and what can be given */
    tlsrpt_cli_error (_("%s: there is no “%s”; did you mean “%s”?"), option, shown, nearest);
  else
    /* Translators: an option, and what was given for it */
    tlsrpt_cli_error (_("%s: there is no “%s”; --help lists what there is"), option, shown);
}
