/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-getopt.h"

#include <string.h>

static const GOptionEntry *
find (const GOptionEntry *entries,
      const char         *long_name,
      char                letter)
{
  for (; entries->long_name != NULL; entries++)
    {
      if (*entries->long_name == '\0')
        continue;
      if (long_name != NULL ? g_str_equal (entries->long_name, long_name)
                            : entries->short_name == letter)
        return entries;
    }

  return NULL;
}

/* Where the value begins in “-fvalue” or “-afvalue”: 0 if there is none, and the length if
 * the value is the next argument. */
static gsize
find_value (const GOptionEntry *entries,
            const char         *argument)
{
  for (gsize i = 1; argument[i] != '\0'; i++)
    {
      const GOptionEntry *entry = find (entries, NULL, argument[i]);

      if (entry == NULL)
        return 0;
      if (entry->arg != G_OPTION_ARG_NONE)
        return i + 1;
    }

  return 0;
}

/**
 * tlsrpt_cli_getopt_split:
 * @entries: the options of a command
 * @arguments: (array zero-terminated=1): the arguments, the name of the command first
 *
 * Splits “-fvalue” into “-f” and “value”, which getopt takes for the same and GLib does
 * not.
 *
 * Returns: (transfer full) (array zero-terminated=1): the arguments for GLib
 */
char **
tlsrpt_cli_getopt_split (const GOptionEntry *entries,
                         char              **arguments)
{
  g_autoptr (GStrvBuilder) split = g_strv_builder_new ();
  gboolean is_value = FALSE;
  gboolean is_at_end = FALSE;

  for (gsize i = 0; arguments[i] != NULL; i++)
    {
      const char *argument = arguments[i];
      gboolean is_word = i == 0 || is_value || is_at_end || argument[0] != '-' ||
                         argument[1] == '\0';
      gsize value;

      is_value = FALSE;
      if (is_word)
        {
          g_strv_builder_add (split, argument);
          continue;
        }

      if (argument[1] == '-')
        {
          const GOptionEntry *entry = find (entries, argument + 2, 0);

          is_at_end = argument[2] == '\0';
          is_value = entry != NULL && entry->arg != G_OPTION_ARG_NONE;
          g_strv_builder_add (split, argument);
          continue;
        }

      value = find_value (entries, argument);
      is_value = value > 0 && argument[value] == '\0';
      if (value == 0 || is_value)
        {
          g_strv_builder_add (split, argument);
        }
      else
        {
          g_autofree char *option = g_strndup (argument, value);

          g_strv_builder_add (split, option);
          g_strv_builder_add (split, argument + value);
        }
    }

  return g_strv_builder_end (split);
}
