/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-evidence-text.h"

#include "tlsrpt-display.h"

#include <glib/gi18n-lib.h>

/**
 * tlsrpt_evidence_dup_day:
 * @day: days since 1970, or `TLSRPT_REPORT_NO_TIME`
 *
 * Writes a day as reports do.
 *
 * Returns: (transfer full): the day, such as “2026-10-12”; an empty string if there is none
 */
char *
tlsrpt_evidence_dup_day (gint64 day)
{
  g_autoptr (GDateTime) date = NULL;

  if (day != TLSRPT_REPORT_NO_TIME)
    date = g_date_time_new_from_unix_utc (day * 24 * 60 * 60);

  return date != NULL ? g_date_time_format (date, "%Y-%m-%d") : g_strdup ("");
}

/**
 * tlsrpt_evidence_dup_date:
 * @day: days since 1970, or `TLSRPT_REPORT_NO_TIME`
 *
 * Writes a day for people.
 *
 * Returns: (transfer full): the day, such as “Oct 12, 2026”; an empty string if there is none
 */
char *
tlsrpt_evidence_dup_date (gint64 day)
{
  g_autoptr (GDateTime) date = NULL;

  if (day != TLSRPT_REPORT_NO_TIME)
    date = g_date_time_new_from_unix_utc (day * 24 * 60 * 60);

  /* Translators: a day with its year, in the letters of strftime(3)
   * xgettext:no-c-format */
  return date != NULL ? g_date_time_format (date, _("%b %-e, %Y")) : g_strdup ("");
}

/**
 * tlsrpt_evidence_dup_dates:
 * @first_day: the first day of a period, in days since 1970
 * @last_day: the last day
 *
 * Writes a period for people.
 *
 * Returns: (transfer full): two days, or one
 */
char *
tlsrpt_evidence_dup_dates (gint64 first_day,
                           gint64 last_day)
{
  g_autofree char *first = tlsrpt_evidence_dup_date (first_day);
  g_autofree char *last = tlsrpt_evidence_dup_date (last_day);

  if (first_day == last_day)
    return g_steal_pointer (&first);

  /* Translators: both %s are days */
  return g_strdup_printf (_("%s to %s"), first, last);
}

/**
 * tlsrpt_evidence_problem_dup_title:
 * @self: a problem
 *
 * Names a problem by what fails and where.
 *
 * Returns: (transfer full): the title, harmless to show
 */
char *
tlsrpt_evidence_problem_dup_title (const TlsrptEvidenceProblem *self)
{
  const char *where = *self->mx_host != '\0' ? self->mx_host : self->domain;
  g_autofree char *type = tlsrpt_display_sanitise (self->result_type, -1);
  g_autofree char *place = tlsrpt_display_sanitise (where, -1);

  /* Translators: a type of failure, and the host or domain that has it */
  return g_strdup_printf (_("%s: %s"), type, place);
}

/**
 * tlsrpt_evidence_problem_dup_period:
 * @self: a problem
 *
 * Says since when it is, and whether it still is.
 *
 * Returns: (transfer full) (nullable): the period, unless no day is known
 */
char *
tlsrpt_evidence_problem_dup_period (const TlsrptEvidenceProblem *self)
{
  g_autofree char *since = NULL;
  g_autofree char *days = NULL;
  g_autofree char *fixed = NULL;

  if (self->days->len == 0)
    return NULL;

  since = tlsrpt_evidence_dup_date (tlsrpt_evidence_problem_get_since (self));
  days = tlsrpt_evidence_dup_dates (tlsrpt_evidence_problem_get_since (self),
                                    tlsrpt_evidence_problem_get_until (self));

  switch (self->state)
    {
    case TLSRPT_EVIDENCE_ONGOING:
      if (self->days->len == 1)
        /* Translators: %s is a day */
        return g_strdup_printf (_("On %s, the last day reported"), since);
      /* Translators: %s is a day */
      return g_strdup_printf (_("Since %s, still happening"), since);

    case TLSRPT_EVIDENCE_RECURRING:
      /* Translators: %s is a day */
      return g_strdup_printf (_("Since %s, again and again"), since);

    case TLSRPT_EVIDENCE_RESOLVED:
      fixed = tlsrpt_evidence_dup_date (self->fixed_day);
      /* Translators: the first %s is a day or a period, the second a day */
      return g_strdup_printf (_("%s, resolved: sessions succeed since %s"), days, fixed);

    case TLSRPT_EVIDENCE_SILENT:
    default:
      /* Translators: %s is a day or a period */
      return g_strdup_printf (_("%s, no word since"), days);
    }
}

/**
 * tlsrpt_evidence_change_get_label:
 * @change: what became of a problem
 *
 * Returns: one word or two for people
 */
const char *
tlsrpt_evidence_change_get_label (TlsrptEvidenceChange change)
{
  switch (change)
    {
    case TLSRPT_EVIDENCE_CHANGE_NEW:
      /* Translators: what became of a problem */
      return C_("problem", "New");

    case TLSRPT_EVIDENCE_CHANGE_ONGOING:
      /* Translators: what became of a problem */
      return C_("problem", "Ongoing");

    case TLSRPT_EVIDENCE_CHANGE_RESOLVED:
      /* Translators: what became of a problem */
      return C_("problem", "Resolved");

    case TLSRPT_EVIDENCE_CHANGE_SILENT:
    default:
      /* Translators: what became of a problem */
      return C_("problem", "Not heard of since");
    }
}

/**
 * tlsrpt_confidence_get_label:
 * @confidence: how sure a cause is
 *
 * Returns: one word for people
 */
const char *
tlsrpt_confidence_get_label (TlsrptConfidence confidence)
{
  switch (confidence)
    {
    case TLSRPT_CONFIDENCE_CERTAIN:
      return _("Certain");

    case TLSRPT_CONFIDENCE_LIKELY:
      return _("Likely");

    case TLSRPT_CONFIDENCE_POSSIBLE:
    default:
      return _("Possible");
    }
}
