/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-standing.h"

#include "tlsrpt-display.h"
#include "tlsrpt-error.h"
#include "tlsrpt-tlsa.h"
#include "tlsrpt-verdict.h"

#include <glib/gi18n-lib.h>

/* The words for people. */
static const struct
{
  const char *token;
  const char *word;
} words[] = {
  { "absent", NC_("domain list", "None") },
  { "changed", NC_("domain list", "Changed") },
  { "enforce", NC_("domain list", "Enforced") },
  { "failing", NC_("domain list", "Failing") },
  { "invalid", NC_("domain list", "Not valid") },
  { "missing", NC_("domain list", "Missing") },
  { "partial", NC_("domain list", "Partial") },
  { "present", NC_("domain list", "Present") },
  { "published", NC_("domain list", "Published") },
  { "several", NC_("domain list", "Several") },
  { "testing", NC_("domain list", "Testing") },
  { "unconfirmed", NC_("domain list", "Not confirmed") },
  { "unknown", NC_("domain list", "Unknown") },
  { "unneeded", NC_("domain list", "Not needed") },
  { "unusable", NC_("domain list", "Unusable") },
  { "valid", NC_("domain list", "Valid") },
  { "withdrawn", NC_("domain list", "Withdrawn") },
};

static const char *
judge_record (const TlsrptVerdict *verdict)
{
  switch (verdict->presence)
    {
    case TLSRPT_PRESENCE_NONE:
      return "absent";

    case TLSRPT_PRESENCE_SEVERAL:
      return "several";

    case TLSRPT_PRESENCE_ONE:
      if (!tlsrpt_verdict_is_valid (verdict))
        return "invalid";
      return tlsrpt_verdict_is_usable (verdict) ? "valid" : "unusable";

    case TLSRPT_PRESENCE_UNKNOWN:
    default:
      return "unknown";
    }
}

/* The verdict compares with the record that is wanted. */
static const char *
judge_state (const TlsrptVerdict *verdict)
{
  switch (verdict->presence)
    {
    case TLSRPT_PRESENCE_NONE:
      return tlsrpt_published_takes_no_mail (verdict->published) ? "unneeded" : "missing";

    case TLSRPT_PRESENCE_ONE:
      if (!tlsrpt_verdict_is_usable (verdict))
        return "failing";
      return verdict->match == TLSRPT_MATCH_DIFFERENT ? "changed" : "published";

    case TLSRPT_PRESENCE_SEVERAL:
      return "failing";

    case TLSRPT_PRESENCE_UNKNOWN:
    default:
      return "unknown";
    }
}

/* Senders must not deliver to a mail server that the policy does not list. */
static gboolean
lists_all (TlsrptPublished *published)
{
  for (guint i = 0; i < published->mail_servers->len; i++)
    {
      TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, i);

      if (!tlsrpt_sts_policy_allows (published->sts_policy, server->host))
        return FALSE;
    }

  return TRUE;
}

static const char *
judge_mta_sts (TlsrptPublished *published)
{
  const GError *error = published->sts_error;

  if (published->sts_policy != NULL)
    {
      TlsrptStsMode mode = tlsrpt_sts_policy_get_mode (published->sts_policy);

      if (mode == TLSRPT_STS_MODE_NONE)
        return "withdrawn";
      if (!lists_all (published))
        return "failing";
      return mode == TLSRPT_STS_MODE_ENFORCE ? "enforce" : "testing";
    }

  if (tlsrpt_answer_has_failed (published->sts_record) ||
      g_error_matches (error, TLSRPT_ERROR, TLSRPT_ERROR_STS_LOOKUP))
    return "unknown";

  if (published->sts_id == NULL && g_error_matches (error, TLSRPT_ERROR, TLSRPT_ERROR_EMPTY))
    return "absent";

  return "failing";
}

static const char *
judge_dane (TlsrptPublished *published)
{
  guint n_with = 0;
  guint n_confirmed = 0;

  if (tlsrpt_answer_has_failed (published->mx))
    return "unknown";

  for (guint i = 0; i < published->mail_servers->len; i++)
    {
      TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, i);
      TlsrptAnswer *tlsa = tlsrpt_mail_server_get_tlsa (server);

      if (!tlsrpt_outcome_is_known (tlsrpt_answer_get_outcome (tlsa)))
        return "unknown";
      if (tlsrpt_answer_get_n_resources (tlsa) == 0)
        continue;
      /* RFC 7672 section 2.2: the server is then not authenticated at all. */
      if (tlsrpt_tlsa_count_usable (tlsa) == 0)
        return "failing";

      n_with++;
      n_confirmed += tlsrpt_answer_is_authenticated (tlsa);
    }

  if (n_with == 0)
    return "absent";
  if (n_confirmed < n_with)
    return "unconfirmed";

  return n_with < published->mail_servers->len ? "partial" : "present";
}

/* What is wrong with the record, or else the most important of what there is to do. */
static char *
dup_reason (const TlsrptVerdict *verdict)
{
  const TlsrptGrammar *grammar = verdict->grammar;

  if (grammar != NULL && !tlsrpt_verdict_is_usable (verdict))
    {
      for (gsize i = 0; i < grammar->n_findings; i++)
        {
          if (tlsrpt_finding_get_severity (&grammar->findings[i]) == TLSRPT_SEVERITY_ERROR)
            return g_strdup (tlsrpt_finding_get_message (&grammar->findings[i]));
        }
    }

  for (guint i = 0; i < verdict->advice->len; i++)
    {
      TlsrptRemark *advice = g_ptr_array_index (verdict->advice, i);

      if (tlsrpt_remark_get_severity (advice) != TLSRPT_SEVERITY_NOTE)
        return tlsrpt_display_strip_isolates (tlsrpt_remark_get_message (advice));
    }

  return NULL;
}

static char *
dup_value (const TlsrptVerdict *verdict)
{
  gsize length;
  const char *octets;

  if (verdict->text == NULL)
    return NULL;

  octets = g_bytes_get_data (verdict->text, &length);
  if (length == 0 || !g_utf8_validate (octets, (gssize) length, NULL))
    return NULL;

  return g_strndup (octets, length);
}

/**
 * tlsrpt_standing_new:
 * @published: what is published
 * @expected: (nullable): the record that should be there
 * @previous: (nullable): the record that was there the last time
 *
 * Says in a few words how a domain stands.  Without a record that should be there, it is
 * the one of the last time.
 *
 * Returns: (transfer full): the words
 */
TlsrptStanding *
tlsrpt_standing_new (TlsrptPublished *published,
                     const char      *expected,
                     const char      *previous)
{
  g_autoptr (TlsrptVerdict) verdict = NULL;
  TlsrptStanding *self;

  g_return_val_if_fail (published != NULL, NULL);

  verdict = tlsrpt_verdict_new (published, expected != NULL ? expected : previous);
  self = g_new0 (TlsrptStanding, 1);
  self->state = judge_state (verdict);
  self->record = judge_record (verdict);
  self->mta_sts = judge_mta_sts (published);
  self->dane = judge_dane (published);
  self->value = dup_value (verdict);
  self->reason = dup_reason (verdict);

  return self;
}

void
tlsrpt_standing_free (TlsrptStanding *self)
{
  g_free (self->value);
  g_free (self->reason);
  g_free (self);
}

/**
 * tlsrpt_standing_get_word:
 * @token: (nullable): a word for programs, which a later version may have written
 *
 * Gets the word for people.
 *
 * Returns: the word
 */
const char *
tlsrpt_standing_get_word (const char *token)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_strcmp0 (words[i].token, token) == 0)
        return g_dpgettext2 (GETTEXT_PACKAGE, "domain list", words[i].word);
    }

  return token == NULL ? C_("domain list", "Not checked") : C_("domain list", "Unknown");
}
