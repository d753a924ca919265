/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-lookup.h"

#include <time.h>

/* usage: check-latency SERVER TIMEOUT DOMAIN
 *
 * Looks up a domain, and prints how many milliseconds the longest turn of the main
 * loop took, in which a window would not have answered: on the clock, and of the
 * processor, which does not depend on what else the machine does. */

typedef struct
{
  double clock;
  double processor;
} Moment;

static Moment begin;
static Moment longest;

static double
get_milliseconds (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);

  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static Moment
get_moment (void)
{
  return (Moment){
    .clock = get_milliseconds (CLOCK_MONOTONIC),
    .processor = get_milliseconds (CLOCK_THREAD_CPUTIME_ID),
  };
}

/* What the main loop does between two times of waiting is a turn. */
static int
poll_between_turns (GPollFD *fds,
                    guint    n_fds,
                    int      timeout)
{
  Moment end = get_moment ();
  int n_ready;

  longest.clock = MAX (longest.clock, end.clock - begin.clock);
  longest.processor = MAX (longest.processor, end.processor - begin.processor);

  n_ready = g_poll (fds, n_fds, timeout);
  begin = get_moment ();

  return n_ready;
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  TlsrptPublished **published = user_data;

  *published = tlsrpt_lookup_finish (TLSRPT_RESOLVER (source), result, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlsrptResolver) resolver = NULL;
  g_autoptr (TlsrptPublished) published = NULL;

  g_assert (argc == 4);
  resolver = tlsrpt_resolver_new (argv[1], g_ascii_strtod (argv[2], NULL),
                                  TLSRPT_RESOLVER_RECURSIVE, &error);
  g_assert_no_error (error);

  begin = get_moment ();
  g_main_context_set_poll_func (NULL, poll_between_turns);
  tlsrpt_lookup_async (resolver, argv[3], TLSRPT_LOOKUP_NORMAL, NULL, looked_up_cb, &published);
  while (published == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_print ("%.1f %.1f\n", longest.clock, longest.processor);

  return 0;
}
