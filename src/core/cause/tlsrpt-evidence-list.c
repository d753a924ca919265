/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-evidence.h"

static const char *
get_member (const TlsrptEvidence *item,
            TlsrptEvidenceMember  member)
{
  switch (member)
    {
    case TLSRPT_EVIDENCE_DOMAIN:
      return item->policy->domain;

    case TLSRPT_EVIDENCE_MX_HOST:
      return item->mx_host;

    case TLSRPT_EVIDENCE_HELO:
      return item->helo;

    case TLSRPT_EVIDENCE_IP:
      return item->ip;

    case TLSRPT_EVIDENCE_SENDING_IP:
      return item->sending_ip;

    case TLSRPT_EVIDENCE_REASON_CODE:
      return item->reason_code;

    default:
      g_return_val_if_reached ("");
    }
}

/**
 * tlsrpt_evidence_problem_list:
 * @self: a problem
 * @member: a member of reports
 *
 * Lists what the reports give there, each value once.  Those that give nothing are left
 * out.
 *
 * Returns: (transfer container) (element-type utf8): the values, in the order of the
 *   evidence; they belong to the set
 */
GPtrArray *
tlsrpt_evidence_problem_list (const TlsrptEvidenceProblem *self,
                              TlsrptEvidenceMember         member)
{
  GPtrArray *values = g_ptr_array_new ();
  /* Equal strings are one pointer. */
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      const char *value = get_member (g_ptr_array_index (self->items, i), member);

      if (*value != '\0' && g_hash_table_add (known, (gpointer) value))
        g_ptr_array_add (values, (gpointer) value);
    }

  return values;
}

/**
 * tlsrpt_evidence_problem_get_filter:
 * @self: a problem
 * @within: what the problem was found in
 *
 * Gets what lets through the failures of this problem alone.
 *
 * Returns: a filter, whose strings belong to the set and to @within
 */
TlsrptReportFilter
tlsrpt_evidence_problem_get_filter (const TlsrptEvidenceProblem *self,
                                    const TlsrptReportFilter    *within)
{
  TlsrptReportFilter filter = *within;

  filter.result_type = self->result_type;
  if (*self->mx_host != '\0')
    {
      filter.mx_host = self->mx_host;
      return filter;
    }

  /* The policy is at fault, or nobody says which host is. */
  filter.domain = self->domain;
  if (!g_str_has_prefix (self->result_type, "sts-"))
    filter.mx_host = TLSRPT_REPORT_NOT_GIVEN;

  return filter;
}
