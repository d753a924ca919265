/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-filter.h"

/**
 * tlsrpt_report_filter_copy:
 * @self: a filter
 *
 * Copies a filter and its strings.
 *
 * Returns: (transfer full): the copy
 */
TlsrptReportFilter *
tlsrpt_report_filter_copy (const TlsrptReportFilter *self)
{
  TlsrptReportFilter *copy = g_new (TlsrptReportFilter, 1);

  *copy = *self;
  copy->domain = g_strdup (self->domain);
  copy->organization = g_strdup (self->organization);
  copy->result_type = g_strdup (self->result_type);
  copy->mx_host = g_strdup (self->mx_host);
  copy->domains = g_strdupv (self->domains);

  return copy;
}

/**
 * tlsrpt_report_filter_free:
 * @self: a filter that [func@report_filter_copy] made
 *
 * Frees a filter and its strings.
 */
void
tlsrpt_report_filter_free (TlsrptReportFilter *self)
{
  g_free ((char *) self->domain);
  g_free ((char *) self->organization);
  g_free ((char *) self->result_type);
  g_free ((char *) self->mx_host);
  g_strfreev (self->domains);
  g_free (self);
}

gboolean
tlsrpt_report_filter_equal (const TlsrptReportFilter *self,
                            const TlsrptReportFilter *other)
{
  return g_strcmp0 (self->domain, other->domain) == 0 &&
         g_strcmp0 (self->organization, other->organization) == 0 &&
         g_strcmp0 (self->result_type, other->result_type) == 0 &&
         g_strcmp0 (self->mx_host, other->mx_host) == 0 &&
         self->first_day == other->first_day && self->last_day == other->last_day &&
         !self->failed_only == !other->failed_only &&
         (self->domains == NULL || other->domains == NULL
          ? self->domains == other->domains
          : g_strv_equal ((const char *const *) self->domains,
                          (const char *const *) other->domains));
}

/**
 * tlsrpt_report_filter_is_about_failures:
 * @self: a filter
 *
 * Tells whether the filter chooses among the failures of a policy.  Of the sessions
 * that went well nothing is known then.
 *
 * Returns: `TRUE` if it asks for a type or a host
 */
gboolean
tlsrpt_report_filter_is_about_failures (const TlsrptReportFilter *self)
{
  return self->result_type != NULL || self->mx_host != NULL;
}

static gboolean
matches (const char *wanted,
         const char *given)
{
  return wanted == NULL ||
         g_str_equal (wanted, given != NULL ? given : TLSRPT_REPORT_NOT_GIVEN);
}

/**
 * tlsrpt_report_filter_has_report:
 * @self: a filter
 * @report: a report
 *
 * Tells whether a report is from the wanted organisation and period.
 *
 * Returns: `TRUE` if it is
 */
gboolean
tlsrpt_report_filter_has_report (const TlsrptReportFilter *self,
                                 const TlsrptReport       *report)
{
  gint64 day;

  if (!matches (self->organization, report->organization))
    return FALSE;

  if (self->first_day == TLSRPT_REPORT_NO_TIME && self->last_day == TLSRPT_REPORT_NO_TIME)
    return TRUE;

  day = tlsrpt_report_get_day (report);

  return day != TLSRPT_REPORT_NO_TIME &&
         (self->first_day == TLSRPT_REPORT_NO_TIME || day >= self->first_day) &&
         (self->last_day == TLSRPT_REPORT_NO_TIME || day <= self->last_day);
}

/**
 * tlsrpt_report_filter_has_policy:
 * @self: a filter
 * @policy: a policy of a report that the filter has
 *
 * Tells whether a policy is of the wanted domain, and has failures if those are
 * wanted.
 *
 * Returns: `TRUE` if it is
 */
gboolean
tlsrpt_report_filter_has_policy (const TlsrptReportFilter *self,
                                 const TlsrptReportPolicy *policy)
{
  return matches (self->domain, policy->domain) &&
         (self->domains == NULL ||
          (policy->domain != NULL &&
           g_strv_contains ((const char *const *) self->domains, policy->domain))) &&
         (!self->failed_only ||
          policy->failed > 0 || policy->sessions.failed > 0 || policy->n_failures > 0);
}

/**
 * tlsrpt_report_filter_has_failure:
 * @self: a filter
 * @failure: a failure of a policy that the filter has
 *
 * Tells whether a failure is of the wanted type and host.
 *
 * Returns: `TRUE` if it is
 */
gboolean
tlsrpt_report_filter_has_failure (const TlsrptReportFilter  *self,
                                  const TlsrptReportFailure *failure)
{
  return matches (self->result_type, failure->result_type) &&
         matches (self->mx_host, failure->receiving_mx);
}

/**
 * tlsrpt_report_filter_has_unexplained:
 * @self: a filter
 *
 * Tells whether failed sessions are wanted for which no failure is given.
 *
 * Returns: `TRUE` if the filter asks for no type and for no host
 */
gboolean
tlsrpt_report_filter_has_unexplained (const TlsrptReportFilter *self)
{
  return matches (self->result_type, NULL) && matches (self->mx_host, NULL);
}
