/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-problem-text.h"

#include "tlsrpt-display.h"
#include "tlsrpt-report-text.h"

#include <glib/gi18n.h>

/**
 * tlsrpt_report_problem_dup_place:
 * @problem: a problem
 *
 * Says where it is: at which host, or in the policy of which domain.
 *
 * Returns: (transfer full) (nullable): the place, or `NULL` if no report gives it
 */
char *
tlsrpt_report_problem_dup_place (const TlsrptEvidenceProblem *problem)
{
  const char *place = *problem->mx_host != '\0' ? problem->mx_host : problem->domain;

  return *place != '\0' ? tlsrpt_display_isolate (place, -1) : NULL;
}

/**
 * tlsrpt_report_problem_dup_state:
 * @problem: a problem
 *
 * Says whether it still is so.
 *
 * Returns: (transfer full) (nullable): that, or `NULL` if no report gives a day
 */
char *
tlsrpt_report_problem_dup_state (const TlsrptEvidenceProblem *problem)
{
  g_autofree char *day = NULL;

  if (problem->days->len == 0)
    return NULL;

  switch (problem->state)
    {
    case TLSRPT_EVIDENCE_ONGOING:
      return g_strdup (_("still happening"));

    case TLSRPT_EVIDENCE_RECURRING:
      return g_strdup (_("happening again"));

    case TLSRPT_EVIDENCE_RESOLVED:
      day = tlsrpt_report_day_dup_text (problem->fixed_day);
      /* Translators: a problem; %s is a day */
      return g_strdup_printf (_("resolved: sessions succeed since %s"), day);

    case TLSRPT_EVIDENCE_SILENT:
    default:
      return g_strdup (_("not reported since"));
    }
}

/**
 * tlsrpt_report_problem_dup_subtitle:
 * @problem: a problem
 *
 * Says where it is, and whether it still is so; of a type that RFC 8460 does not know
 * also that.
 *
 * Returns: (transfer full) (nullable): a text
 */
char *
tlsrpt_report_problem_dup_subtitle (const TlsrptEvidenceProblem *problem)
{
  g_autofree char *place = tlsrpt_report_problem_dup_place (problem);
  g_autofree char *state = tlsrpt_report_problem_dup_state (problem);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (*problem->result_type != '\0' && !tlsrpt_report_is_known_result_type (problem->result_type))
    g_strv_builder_add (builder, _("Unknown type"));
  if (place != NULL)
    g_strv_builder_add (builder, place);
  if (state != NULL)
    g_strv_builder_add (builder, state);
  parts = g_strv_builder_end (builder);

  return parts[0] != NULL ? g_strjoinv (" · ", parts) : NULL;
}

/**
 * tlsrpt_report_problem_dup_headline:
 * @problem: a problem
 *
 * Says how often it happened, who told of it, when, and whether it still is so.
 *
 * Returns: (transfer full): a text
 */
char *
tlsrpt_report_problem_dup_headline (const TlsrptEvidenceProblem *problem)
{
  g_autofree char *n_failed = tlsrpt_display_count (problem->n_failed);
  g_autofree char *n_senders = tlsrpt_display_count (problem->senders->len);
  g_autofree char *state = tlsrpt_report_problem_dup_state (problem);
  g_autofree char *sessions = NULL;
  g_autofree char *senders = NULL;
  g_autofree char *period = NULL;

  /* Translators: says how much of something there is; %s is a number */
  sessions = g_strdup_printf (ngettext ("%s failed session", "%s failed sessions",
                                        (gulong) MIN (problem->n_failed, G_MAXINT32)),
                              n_failed);
  /* Translators: those who sent reports; %s is a number */
  senders = g_strdup_printf (ngettext ("%s sender", "%s senders", problem->senders->len), n_senders);
  if (state != NULL)
    period = tlsrpt_report_days_dup_text (tlsrpt_evidence_problem_get_since (problem),
                                          tlsrpt_evidence_problem_get_until (problem));

  return g_strjoin (" · ", sessions, senders, period, state, NULL);
}
