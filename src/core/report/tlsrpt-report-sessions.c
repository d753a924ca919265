/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-sessions.h"

typedef struct
{
  gint64 sts;
  gint64 tlsa;
  gint64 sts_failed;
  gint64 tlsa_failed;
  /* Failed sessions for which a failure is given */
  gint64 sts_explained;
  gint64 tlsa_explained;
  gsize  first;
  gsize  last;
} Domain;

static gboolean
is_sts (const TlsrptReportPolicy *policy)
{
  return g_strcmp0 (policy->type, "sts") == 0;
}

static gboolean
is_tlsa (const TlsrptReportPolicy *policy)
{
  return g_strcmp0 (policy->type, "tlsa") == 0;
}

/**
 * tlsrpt_report_count_once:
 * @builder: the builder of the report
 * @policies: its policies, with the sessions that each of them covers
 * @n_policies: how many
 *
 * A sender that knows MTA-STS and DANE may report the same sessions under both.
 * For a domain with both the larger of the two sums counts, and a session failed
 * if it failed under either; the domain's first entry gets them, the others none.
 */
void
tlsrpt_report_count_once (TlsrptReportBuilder *builder,
                          TlsrptReportPolicy  *policies,
                          gsize                n_policies)
{
  g_autoptr (GHashTable) indices = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) domains = g_array_new (FALSE, TRUE, sizeof (Domain));

  for (gsize i = 0; i < n_policies; i++)
    {
      const TlsrptReportPolicy *policy = &policies[i];
      gint64 total = tlsrpt_report_add_counts (policy->sessions.successful,
                                               policy->sessions.failed);
      gint64 explained = policy->sessions.failed - policy->n_unexplained;
      Domain *domain;
      gpointer index;

      if (!is_sts (policy) && !is_tlsa (policy))
        continue;

      /* Equal domains are one pointer. */
      if (!g_hash_table_lookup_extended (indices, policy->domain, NULL, &index))
        {
          index = GUINT_TO_POINTER (domains->len);
          g_hash_table_insert (indices, (gpointer) policy->domain, index);
          g_array_set_size (domains, domains->len + 1);
          g_array_index (domains, Domain, domains->len - 1).first = i;
        }

      domain = &g_array_index (domains, Domain, GPOINTER_TO_UINT (index));
      if (is_sts (policy))
        {
          domain->sts = tlsrpt_report_add_counts (domain->sts, total);
          domain->sts_failed = tlsrpt_report_add_counts (domain->sts_failed,
                                                         policy->sessions.failed);
          domain->sts_explained = tlsrpt_report_add_counts (domain->sts_explained, explained);
        }
      else
        {
          domain->tlsa = tlsrpt_report_add_counts (domain->tlsa, total);
          domain->tlsa_failed = tlsrpt_report_add_counts (domain->tlsa_failed,
                                                          policy->sessions.failed);
          domain->tlsa_explained = tlsrpt_report_add_counts (domain->tlsa_explained, explained);
        }
    }

  for (gsize i = 0; i < n_policies; i++)
    {
      TlsrptReportPolicy *policy = &policies[i];
      Domain *domain;

      if (!is_sts (policy) && !is_tlsa (policy))
        continue;

      domain = &g_array_index (domains, Domain,
                               GPOINTER_TO_UINT (g_hash_table_lookup (indices, policy->domain)));
      if (domain->sts == 0 || domain->tlsa == 0)
        continue;

      tlsrpt_report_builder_note (builder, TLSRPT_REPORT_NOTE_COUNTED_ONCE, policy->domain);
      if (domain->first == i)
        {
          policy->sessions.failed = MAX (domain->sts_failed, domain->tlsa_failed);
          policy->sessions.successful = MAX (domain->sts, domain->tlsa) - policy->sessions.failed;
          policy->n_unexplained = policy->sessions.failed -
                                  MAX (domain->sts_explained, domain->tlsa_explained);
          domain->last = i;
        }
      else
        {
          policy->sessions.failed = 0;
          policy->sessions.successful = 0;
          policy->n_unexplained = 0;
          policy->is_repeated = TRUE;
          policies[domain->last].next = i;
          domain->last = i;
        }
    }
}
