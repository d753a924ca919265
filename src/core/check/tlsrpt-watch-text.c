/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-watch.h"

#include "tlsrpt-display.h"
#include "tlsrpt-host.h"
#include "tlsrpt-limits.h"

#include <glib/gi18n-lib.h>

static char *
dup_shown_domain (TlsrptWatch *self)
{
  g_autofree char *unicode = tlsrpt_host_to_unicode (tlsrpt_watch_get_domain (self));

  return tlsrpt_display_isolate (unicode, -1);
}

static char *
dup_time_now (GDateTime *time)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return tlsrpt_watch_dup_time (time, now);
}

static char *
dup_plan (TlsrptWatch *self)
{
  g_autoptr (GDateTime) next_time = tlsrpt_watch_dup_next (self);
  g_autoptr (GDateTime) end_time = tlsrpt_watch_dup_end (self);
  g_autofree char *next = dup_time_now (next_time);
  g_autofree char *end = dup_time_now (end_time);
  guint n_minutes = MAX (tlsrpt_watch_get_interval (self) / 60000, 1);

  if (tlsrpt_watch_awaits_cache (self))
    /* Translators: until DNS has a record; both %s are a time such as “14:30” or “Wed,
     * 14:30” */
    return g_strdup_printf (_("Looking until %s – next at %s, when the cached answer expires"),
                            end, next);

  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
                 /* Translators: until DNS has a record; both %s are a time such as “14:30” or
                  * “Wed, 14:30” */
                 "Looking every %u minute until %s – next at %s",
                 "Looking every %u minutes until %s – next at %s",
                 n_minutes),
    n_minutes, end, next);
}

/**
 * tlsrpt_watch_dup_title:
 * @self: a watch that was started
 *
 * Says how far the watch has come, and when it asks again.
 *
 * Returns: (transfer full): a sentence
 */
char *
tlsrpt_watch_dup_title (TlsrptWatch *self)
{
  g_autofree char *domain = NULL;

  g_return_val_if_fail (TLSRPT_IS_WATCH (self), NULL);

  domain = dup_shown_domain (self);

  switch (tlsrpt_watch_get_state (self))
    {
    case TLSRPT_WATCH_WAITING:
      return dup_plan (self);

    case TLSRPT_WATCH_LOOKING:
      return g_strdup (_("Looking now…"));

    case TLSRPT_WATCH_FOUND:
      /* Translators: %s is a domain */
      return g_strdup_printf (_("DNS has the record for “%s”"), domain);

    case TLSRPT_WATCH_EXPIRED:
      /* Translators: %s is a domain */
      return g_strdup_printf (_("DNS did not get the record for “%s” within a day"), domain);

    case TLSRPT_WATCH_STOPPED:
    default:
      return g_strdup ("");
    }
}

/**
 * tlsrpt_watch_dup_detail:
 * @self: a watch that was started
 *
 * Says what the last look has found, or what is waited for.
 *
 * Returns: (transfer full): a sentence
 */
char *
tlsrpt_watch_dup_detail (TlsrptWatch *self)
{
  g_autoptr (GDateTime) asked_time = NULL;
  g_autofree char *asked = NULL;
  g_autofree char *domain = NULL;

  g_return_val_if_fail (TLSRPT_IS_WATCH (self), NULL);

  asked_time = tlsrpt_watch_dup_asked (self);
  asked = dup_time_now (asked_time);
  domain = dup_shown_domain (self);

  switch (tlsrpt_watch_get_finding (self))
    {
    case TLSRPT_WATCH_FINDING_EXPECTED:
      /* Translators: a record in DNS; %s is a time such as “14:30” or “Wed, 14:30” */
      return g_strdup_printf (_("Found at %s"), asked);

    case TLSRPT_WATCH_FINDING_MISSING:
      /* Translators: the first %s is a domain, the second a time such as “14:30” */
      return g_strdup_printf (_("No record for “%s” at %s"), domain, asked);

    case TLSRPT_WATCH_FINDING_OTHER:
      /* Translators: the first %s is a domain, the second a time such as “14:30” */
      return g_strdup_printf (_("Another record for “%s” at %s"), domain, asked);

    case TLSRPT_WATCH_FINDING_SEVERAL:
      /* Translators: the first %s is a domain, the second a time such as “14:30” */
      return g_strdup_printf (_("Several records for “%s” at %s"), domain, asked);

    case TLSRPT_WATCH_FINDING_FAILED:
      /* Translators: the first %s is a domain, the second a time such as “14:30”, the third
       * a sentence about what went wrong */
      return g_strdup_printf (_("Could not look for “%s” at %s: %s"), domain, asked,
                              tlsrpt_outcome_get_message (tlsrpt_watch_get_outcome (self)));

    case TLSRPT_WATCH_FINDING_NONE:
    default:
      /* Translators: a look into DNS for a record again and again; %s is a domain */
      return g_strdup_printf (_("Waiting for the record for “%s”, until this window is closed"),
                              domain);
    }
}

/**
 * tlsrpt_watch_dup_time:
 * @time: a moment in local time
 * @now: the present
 *
 * Writes a time of the same day, or of one of the days beside it.
 *
 * Returns: (transfer full): the time
 */
char *
tlsrpt_watch_dup_time (GDateTime *time,
                       GDateTime *now)
{
  g_return_val_if_fail (time != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  if (g_date_time_get_day_of_year (time) == g_date_time_get_day_of_year (now))
    /* Translators: a time of today, as in “14:30”; see “man strftime”
     * xgettext:no-c-format */
    return g_date_time_format (time, _("%H:%M"));

  /* Translators: a time of yesterday or tomorrow, as in “Wed, 14:30”; see “man strftime”
   * xgettext:no-c-format */
  return g_date_time_format (time, _("%a, %H:%M"));
}
