/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cli-pager.h"

#include "tlsrpt-wrap.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

/* What less does if nobody told it otherwise: end at once if all fits, let colors
 * through, and leave the text on the screen. */
#define LESS_OPTIONS "FRX"

static GPid pager;

/* The words of $PAGER, or of what is there in its place; `NULL` if there is none. */
static char **
find_pager (void)
{
  const char *given = g_getenv ("PAGER");
  g_autofree char *less = NULL;
  char **words;

  if (given == NULL)
    given = less = g_find_program_in_path ("less");

  if (given == NULL || *given == '\0' || g_str_equal (given, "cat") ||
      !g_shell_parse_argv (given, NULL, &words, NULL))
    return NULL;

  return words;
}

/**
 * tlsrpt_cli_pager_begin:
 *
 * Starts the pager and gives it what is printed from now on.  Without a pager, standard
 * output remains what it is.
 */
void
tlsrpt_cli_pager_begin (void)
{
  g_auto (GStrv) words = pager == 0 ? find_pager () : NULL;
  g_auto (GStrv) environment = NULL;
  g_autofree char *width = NULL;
  int input;

  if (words == NULL)
    return;

  environment = g_environ_setenv (g_get_environ (), "LESS", LESS_OPTIONS, FALSE);
  /* Nobody can ask the pipe for it. */
  width = g_strdup_printf ("%u", tlsrpt_wrap_get_width ());
  if (!g_spawn_async_with_pipes (NULL, words, environment,
                                 G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                                 &pager, &input, NULL, NULL, NULL))
    {
      pager = 0;
      return;
    }

  g_setenv ("COLUMNS", width, TRUE);
  fflush (stdout);
  dup2 (input, STDOUT_FILENO);
  close (input);

  /* Who has read enough leaves the pager, and the command still ends with its status. */
  signal (SIGPIPE, SIG_IGN);
  /* This key is the pager's. */
  signal (SIGINT, SIG_IGN);
}

/**
 * tlsrpt_cli_pager_is_active:
 *
 * Returns: whether a pager shows what is printed
 */
gboolean
tlsrpt_cli_pager_is_active (void)
{
  return pager != 0;
}

/**
 * tlsrpt_cli_pager_end:
 *
 * Waits until somebody has left the pager.
 */
void
tlsrpt_cli_pager_end (void)
{
  if (pager == 0)
    return;

  fflush (stdout);
  close (STDOUT_FILENO);
  while (waitpid (pager, NULL, 0) < 0 && errno == EINTR)
    continue;
  g_spawn_close_pid (pager);
}
