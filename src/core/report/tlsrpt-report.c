/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report.h"

#include "tlsrpt-octets.h"
#include "tlsrpt-text-hash.h"

#include <string.h>

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

static inline guint64
add_number (guint64 hash,
            gint64  number)
{
  hash = tlsrpt_octets_mix (hash ^ (guint64) number);

  return hash ^ hash >> 32;
}

static inline guint64
add_text (guint64     hash,
          const char *text)
{
  /* No report gives an empty text. */
  return add_number (hash, text != NULL ? (gint64) tlsrpt_text_hash (text, strlen (text)) : 0);
}

static guint64
add_texts (guint64            hash,
           const char *const *texts)
{
  for (; *texts != NULL; texts++)
    hash = add_text (hash, *texts);

  return add_number (hash, -1);
}

/* The hash of the text that a member had last: equal texts of a report are mostly one
 * pointer, and most failures repeat those of the one before. */
typedef struct
{
  const char *text;
  guint64     hash;
} Last;

static inline guint64
add_repeated (guint64     hash,
              const char *text,
              Last       *last)
{
  if (text != last->text)
    {
      last->text = text;
      last->hash = add_text (0, text);
    }

  return add_number (hash, (gint64) last->hash);
}

static guint64
add_failure (guint64                    hash,
             const TlsrptReportFailure *failure,
             Last                       last[7])
{
  hash = add_repeated (hash, failure->result_type, &last[0]);
  hash = add_repeated (hash, failure->sending_ip, &last[1]);
  hash = add_repeated (hash, failure->receiving_mx, &last[2]);
  hash = add_repeated (hash, failure->receiving_helo, &last[3]);
  hash = add_repeated (hash, failure->receiving_ip, &last[4]);
  hash = add_repeated (hash, failure->reason_code, &last[5]);
  hash = add_repeated (hash, failure->additional_information, &last[6]);

  return add_number (hash, failure->count);
}

/**
 * tlsrpt_report_identify:
 * @self: a report
 *
 * Hashes all that a report says, however it is written: some senders use the identifier
 * of a report again, on another day or for another domain.
 *
 * Returns: the hash, which differs from process to process
 */
guint64
tlsrpt_report_identify (const TlsrptReport *self)
{
  guint64 hash = self->n_policies;

  hash = add_text (hash, self->organization);
  hash = add_text (hash, self->report_id);
  hash = add_text (hash, self->contact);
  hash = add_number (hash, self->start);
  hash = add_number (hash, self->end);

  for (gsize i = 0; i < self->n_policies; i++)
    {
      const TlsrptReportPolicy *policy = &self->policies[i];
      Last last[7] = { { NULL, add_text (0, NULL) }, };

      for (gsize j = 1; j < G_N_ELEMENTS (last); j++)
        last[j] = last[0];

      hash = add_text (hash, policy->type);
      hash = add_text (hash, policy->domain);
      hash = add_texts (hash, policy->policy);
      hash = add_texts (hash, policy->mx_hosts);
      hash = add_number (hash, policy->successful);
      hash = add_number (hash, policy->failed);

      for (gsize j = 0; j < policy->n_failures; j++)
        hash = add_failure (hash, &policy->failures[j], last);
      hash = add_number (hash, (gint64) policy->n_failures);
    }

  return hash;
}

/**
 * tlsrpt_report_equal:
 * @self: a report
 * @other: another one
 *
 * Tells whether two reports are the same one, which came twice: all that they say is
 * alike.
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
         self->start == other->start && self->end == other->end &&
         self->n_policies == other->n_policies;
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

const char *const *
tlsrpt_report_get_policy_types (void)
{
  return policy_types;
}

const char *const *
tlsrpt_report_get_result_types (void)
{
  return result_types;
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
