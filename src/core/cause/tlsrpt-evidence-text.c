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
  g_autofree char *since = tlsrpt_evidence_dup_day (tlsrpt_evidence_problem_get_since (self));
  g_autofree char *until = tlsrpt_evidence_dup_day (tlsrpt_evidence_problem_get_until (self));
  g_autofree char *fixed = NULL;

  if (self->days->len == 0)
    return NULL;

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
      fixed = tlsrpt_evidence_dup_day (self->fixed_day);
      /* Translators: all %s are days */
      return g_strdup_printf (_("%s to %s, resolved: sessions succeed since %s"), since, until,
                              fixed);

    case TLSRPT_EVIDENCE_SILENT:
    default:
      /* Translators: both %s are days */
      return g_strdup_printf (_("%s to %s, no word since"), since, until);
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
