/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-verdict-advice.h"

#include "tlsrpt-display.h"
#include "tlsrpt-error.h"

#include <glib/gi18n-lib.h>

/* The names in the policy that no MX record has, in order. */
static GPtrArray *
find_unused (TlsrptPublished *published)
{
  const char *const *patterns = tlsrpt_sts_policy_get_patterns (published->sts_policy);
  GPtrArray *unused = g_ptr_array_new ();

  /* Without MX records nobody knows, or the domain itself is the mail server. */
  if (tlsrpt_answer_get_n_resources (published->mx) == 0)
    return unused;

  for (gsize i = 0; patterns[i] != NULL; i++)
    {
      gboolean is_used = FALSE;

      for (gsize j = 0; j < tlsrpt_answer_get_n_resources (published->mx) && !is_used; j++)
        is_used = tlsrpt_sts_pattern_matches (
          patterns[i], tlsrpt_answer_get_resource (published->mx, j)->host);

      if (!is_used)
        g_ptr_array_add (unused, (gpointer) patterns[i]);
    }

  return unused;
}

/* A name too many beside one that is missing may be the same, written wrong: both are
 * said at once. */
static void
advise_on_names (TlsrptVerdict *self)
{
  TlsrptPublished *published = self->published;
  g_autoptr (GPtrArray) unused = find_unused (published);
  guint n_told = 0;

  for (guint i = 0; i < published->mail_servers->len; i++)
    {
      TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, i);
      g_autofree char *host = tlsrpt_display_isolate (server->host, -1);
      g_autofree char *other = NULL;

      if (tlsrpt_sts_policy_allows (published->sts_policy, server->host))
        continue;

      if (n_told < unused->len)
        other = tlsrpt_display_isolate (g_ptr_array_index (unused, n_told++), -1);

      if (other != NULL)
        tlsrpt_verdict_warn (self, "sts-mx",
                             /* Translators: both are hosts */
                             _("The MTA-STS policy lists “%s”, which no MX record has, and not the "
                               "mail server “%s”. Check the spelling. Once the policy is enforced, "
                               "senders must not deliver to that server."),
                             other, host);
      else
        tlsrpt_verdict_warn (self, "sts-mx",
                             /* Translators: %s is a host */
                             _("The MTA-STS policy does not list the mail server “%s”. Once the "
                               "policy is enforced, senders must not deliver to it."),
                             host);
    }

  for (; n_told < unused->len; n_told++)
    {
      g_autofree char *other = tlsrpt_display_isolate (g_ptr_array_index (unused, n_told), -1);

      tlsrpt_verdict_note (self, "sts-mx-unused",
                           /* Translators: %s is a host, or “*.” and a domain */
                           _("The MTA-STS policy lists “%s”, which no MX record has. Remove it if "
                             "it is not needed."),
                           other);
    }
}

static void
advise_on_policy (TlsrptVerdict   *self,
                  TlsrptStsPolicy *policy)
{
  TlsrptStsFlaws flaws = tlsrpt_sts_policy_get_flaws (policy);

  if (tlsrpt_sts_policy_get_mode (policy) != TLSRPT_STS_MODE_NONE)
    advise_on_names (self);

  if (tlsrpt_sts_policy_get_mode (policy) == TLSRPT_STS_MODE_TESTING)
    tlsrpt_verdict_note (self, "sts-testing",
                         _("The MTA-STS policy is in testing mode and protects nothing yet: "
                           "senders report failures, but deliver anyway. DNS does not show since "
                           "when."));

  if (flaws & TLSRPT_STS_FLAW_BLANK_LINE)
    tlsrpt_verdict_warn (self, "sts-blank-line",
                         _("The MTA-STS policy has an empty line, so strict senders "
                           "reject it."));
  if (flaws & TLSRPT_STS_FLAW_REPEATED)
    tlsrpt_verdict_warn (self, "sts-repeated",
                         _("The MTA-STS policy has a field twice. Senders use the first."));
  if (flaws & TLSRPT_STS_FLAW_SHORT)
    tlsrpt_verdict_note (self, "sts-short",
                         _("The MTA-STS policy expires within a day. A few weeks protect "
                           "better; change the id whenever the policy changes."));
}

static void
warn_of_failure (TlsrptVerdict *self,
                 TlsrptOutcome  outcome)
{
  /* Without a network that is said already, of the record. */
  if (outcome != TLSRPT_OUTCOME_NO_NETWORK)
    tlsrpt_verdict_warn (self, "sts-unknown",
                         /* Translators: %s is a sentence that says why */
                         _("The MTA-STS record could not be looked up. %s"),
                         tlsrpt_outcome_get_message (outcome));
}

/**
 * tlsrpt_verdict_advise_on_sts:
 * @self: a verdict in the making
 *
 * Adds advice on the MTA-STS record and policy.
 *
 * Returns: whether senders may have something to check, or nobody knows
 */
gboolean
tlsrpt_verdict_advise_on_sts (TlsrptVerdict *self)
{
  TlsrptPublished *published = self->published;
  const GError *error = published->sts_error;

  if (published->sts_policy != NULL)
    {
      advise_on_policy (self, published->sts_policy);
      return tlsrpt_sts_policy_get_mode (published->sts_policy) != TLSRPT_STS_MODE_NONE;
    }

  if (tlsrpt_answer_has_failed (published->sts_record))
    warn_of_failure (self, tlsrpt_answer_get_outcome (published->sts_record));
  else if (published->sts_id == NULL && g_error_matches (error, TLSRPT_ERROR, TLSRPT_ERROR_EMPTY))
    return FALSE;
  else if (g_error_matches (error, TLSRPT_ERROR, TLSRPT_ERROR_STS_LOOKUP))
    tlsrpt_verdict_warn (self, "sts-unknown",
                         /* Translators: %s is a sentence or two */
                         _("The MTA-STS policy could not be fetched. %s"), error->message);
  else
    tlsrpt_verdict_warn (self, published->sts_id != NULL ? "sts-policy" : "sts-record",
                         /* Translators: %s is a sentence without a full stop */
                         _("MTA-STS does not work: %s."), error->message);

  return TRUE;
}
