/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-verdict.h"

#include "tlsrpt-error.h"

/*
 * Whether everything that was asked was answered.  What a domain does wrong is an answer, and
 * so is a policy host that cannot be reached or has a bad certificate: a sender would get no
 * more.  A query of DNS that failed is none, since the same query may succeed the next time.
 *
 * It counts where advice that may be a fault rests on it.  Whether a record comes from a
 * wildcard is only a remark, and a record at a wrong name is looked for where there is a fault
 * already, so that these two do not count.
 */

static gboolean
has_address (TlsrptAnswer *answer)
{
  return answer != NULL && tlsrpt_answer_get_n_resources (answer) > 0;
}

/* One address is enough to be reached. */
static gboolean
has_lost_addresses (TlsrptAnswer *ipv4,
                    TlsrptAnswer *ipv6)
{
  return !has_address (ipv4) && !has_address (ipv6) &&
         (tlsrpt_answer_has_failed (ipv4) || tlsrpt_answer_has_failed (ipv6));
}

static gboolean
knows_mail_servers (TlsrptPublished *published)
{
  if (tlsrpt_answer_has_failed (published->mx))
    return FALSE;

  if (tlsrpt_answer_get_outcome (published->mx) == TLSRPT_OUTCOME_NO_DATA &&
      has_lost_addresses (published->ipv4, published->ipv6))
    return FALSE;

  for (guint i = 0; i < published->mail_servers->len; i++)
    {
      TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, i);

      if (tlsrpt_answer_has_failed (tlsrpt_mail_server_get_tlsa (server)))
        return FALSE;

      if (has_lost_addresses (server->ipv4, server->ipv6))
        return FALSE;
    }

  return TRUE;
}

static gboolean
knows_sts (TlsrptPublished *published)
{
  return !tlsrpt_answer_has_failed (published->sts_record) &&
         !g_error_matches (published->sts_error, TLSRPT_ERROR, TLSRPT_ERROR_STS_LOOKUP);
}

static gboolean
knows_destinations (TlsrptPublished *published)
{
  for (guint i = 0; i < published->rua->len; i++)
    {
      TlsrptRua *rua = g_ptr_array_index (published->rua, i);

      if (rua->host != NULL && tlsrpt_rua_find_problem (rua) == TLSRPT_RUA_UNKNOWN)
        return FALSE;
    }

  return TRUE;
}

/* Those that were asked past all caches; a server that has no address is an answer. */
static gboolean
knows_name_servers (TlsrptPublished *published)
{
  for (guint i = 0; i < published->authorities->len; i++)
    {
      TlsrptAuthority *authority = g_ptr_array_index (published->authorities, i);

      if (authority->record != NULL ? tlsrpt_answer_has_failed (authority->record)
                                    : has_lost_addresses (authority->ipv4, authority->ipv6))
        return FALSE;
    }

  return TRUE;
}

/**
 * tlsrpt_verdict_is_complete:
 * @self: a verdict
 *
 * Tells whether DNS answered all that the verdict and its advice rest on.
 *
 * Returns: `FALSE` if something is unknown that another check may find
 */
gboolean
tlsrpt_verdict_is_complete (const TlsrptVerdict *self)
{
  TlsrptPublished *published = self->published;

  return self->presence != TLSRPT_PRESENCE_UNKNOWN && knows_mail_servers (published) &&
         knows_sts (published) && knows_destinations (published) &&
         knows_name_servers (published);
}
