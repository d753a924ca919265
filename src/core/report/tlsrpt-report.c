/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report.h"

#define SECONDS_PER_DAY (24 * 60 * 60)

/* RFC 8460 section 4.4. */
static const char *const policy_types[] = {
  "no-policy-found",
  "sts",
  "tlsa",
  NULL,
};

/* RFC 8460 section 4.3.  The guide explains them; it belongs to the main thread,
 * and reports are read in another. */
static const char *const result_types[] = {
  "certificate-expired",
  "certificate-host-mismatch",
  "certificate-not-trusted",
  "dane-required",
  "dnssec-invalid",
  "starttls-not-supported",
  "sts-policy-fetch-error",
  "sts-policy-invalid",
  "sts-webpki-invalid",
  "tlsa-invalid",
  "validation-failure",
  NULL,
};

/**
 * tlsrpt_report_equal:
 * @self: a report
 * @other: another one
 *
 * Tells whether two reports are the same one: the sender gives every report an
 * identifier of its own.  Reports without one are the same if their text is.
 *
 * Returns: `TRUE` if they are the same
 */
gboolean
tlsrpt_report_equal (const TlsrptReport *self,
                     const TlsrptReport *other)
{
  return self->identity == other->identity &&
         g_strcmp0 (self->report_id, other->report_id) == 0 &&
         g_strcmp0 (self->organization, other->organization) == 0 &&
         (self->report_id != NULL ||
          (self->start == other->start && self->end == other->end &&
           self->n_policies == other->n_policies));
}

/**
 * tlsrpt_report_get_day:
 * @self: a report
 *
 * Gets the day that a report is about: the one in which the middle of its period
 * lies, for some senders report from midnight to midnight of their own time zone.
 *
 * Returns: days since 1970, or `TLSRPT_REPORT_NO_TIME`
 */
gint64
tlsrpt_report_get_day (const TlsrptReport *self)
{
  gint64 middle;

  if (self->start == TLSRPT_REPORT_NO_TIME)
    middle = self->end;
  else if (self->end == TLSRPT_REPORT_NO_TIME)
    middle = self->start;
  else
    middle = self->start + (self->end - self->start) / 2;

  if (middle == TLSRPT_REPORT_NO_TIME)
    return TLSRPT_REPORT_NO_TIME;

  /* Times before 1970 round down as well. */
  return (middle - (middle % SECONDS_PER_DAY + SECONDS_PER_DAY) % SECONDS_PER_DAY) /
         SECONDS_PER_DAY;
}

gboolean
tlsrpt_report_is_known_policy_type (const char *type)
{
  return g_strv_contains (policy_types, type);
}

gboolean
tlsrpt_report_is_known_result_type (const char *type)
{
  return g_strv_contains (result_types, type);
}
