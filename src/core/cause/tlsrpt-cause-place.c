/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cause-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Rules about the place of a fault: one mail server of several, or the way of one network
 * to it. */

/* Octets that addresses of one network begin with: networks are announced in no smaller
 * parts (RFC 7454 section 6.1.3). */
#define IPV4_NETWORK 3
#define IPV6_NETWORK 6

/* Whether another mail server has the same problem in one of its domains. */
static gboolean
is_elsewhere (const Finding *finding)
{
  const TlsrptEvidenceProblem *problem = finding->problem;
  const GPtrArray *problems = tlsrpt_evidence_set_get_problems (finding->set);

  for (guint i = 0; i < problems->len; i++)
    {
      const TlsrptEvidenceProblem *other = g_ptr_array_index (problems, i);

      if (other != problem && g_str_equal (other->result_type, problem->result_type) &&
          g_str_equal (other->domain, problem->domain))
        return TRUE;
    }

  return FALSE;
}

/* The patterns of a policy, from its lines, or else as the sender lists them. */
static GPtrArray *
list_patterns (const TlsrptEvidencePolicy *policy)
{
  GPtrArray *patterns = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; policy->lines[i] != NULL; i++)
    {
      if (g_ascii_strncasecmp (policy->lines[i], "mx:", strlen ("mx:")) == 0)
        g_ptr_array_add (patterns, g_strstrip (g_strdup (policy->lines[i] + strlen ("mx:"))));
    }

  if (patterns->len > 0)
    return patterns;

  for (gsize i = 0; policy->mx_hosts[i] != NULL; i++)
    g_ptr_array_add (patterns, g_strdup (policy->mx_hosts[i]));

  return patterns;
}

/* How many mail servers a policy names one by one, if that of the problem is among them. */
static guint
count_hosts (const TlsrptEvidencePolicy *policy,
             const char                 *host)
{
  g_autoptr (GPtrArray) patterns = list_patterns (policy);
  gboolean has_host = FALSE;

  for (guint i = 0; i < patterns->len; i++)
    {
      const char *pattern = g_ptr_array_index (patterns, i);

      /* It may stand for any number. */
      if (strchr (pattern, '*') != NULL)
        return 0;

      has_host = has_host || g_ascii_strcasecmp (pattern, host) == 0;
    }

  return has_host ? patterns->len : 0;
}

/* Who sent well on a day of the problem, and told of it as well. */
static guint
count_witnesses (const TlsrptEvidenceProblem *problem)
{
  g_autoptr (GHashTable) witnesses = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < problem->tracks->len; i++)
    {
      const TlsrptEvidenceTrack *track = g_ptr_array_index (problem->tracks, i);

      for (guint j = 0; j < track->visits->len; j++)
        {
          const TlsrptEvidenceVisit *visit = g_ptr_array_index (track->visits, j);

          if (visit->sessions.successful > 0 &&
              tlsrpt_evidence_problem_has (problem, visit->sender, visit->day))
            g_hash_table_add (witnesses, (gpointer) visit->sender);
        }
    }

  return g_hash_table_size (witnesses);
}

/* Senders that fail at one mail server also succeed, and the policy has others (RFC 5321
 * section 5.1: they try another one). */
void
tlsrpt_cause_one_mx (Finding *finding)
{
  static const char *const types[] = {
    "starttls-not-supported", "certificate-expired", "certificate-host-mismatch",
    "certificate-not-trusted", "validation-failure", NULL,
  };
  const TlsrptEvidenceProblem *problem = finding->problem;
  const TlsrptEvidencePolicy *last = NULL;
  guint n_hosts = 0;
  g_autofree char *shown = NULL;
  Draft draft;

  if (*problem->mx_host == '\0' || !tlsrpt_cause_is_about (finding, types))
    return;

  for (guint i = 0; i < problem->items->len; i++)
    {
      const TlsrptEvidence *item = g_ptr_array_index (problem->items, i);
      guint n;

      if (item->policy == last)
        continue;

      last = item->policy;
      n = count_hosts (item->policy, problem->mx_host);
      if (n < 2)
        return;
      n_hosts = MAX (n_hosts, n);
    }

  if (n_hosts < 2 || count_witnesses (problem) < 2 || is_elsewhere (finding))
    return;

  shown = tlsrpt_cause_show (problem->mx_host);
  draft = tlsrpt_cause_begin (finding, "one-mx", TLSRPT_CONFIDENCE_LIKELY,
                              TLSRPT_FAILURE_ACTOR_YOU | TLSRPT_FAILURE_ACTOR_PROVIDER);
  /* Translators: %s is a host, %'u a number of mail servers, two at least */
  tlsrpt_cause_say (&draft, ngettext ("Only %s has this fault, of %'u mail server in the policy: "
                                      "the same senders also report successful sessions",
                                      "Only %s has this fault, of %'u mail servers in the policy: "
                                      "the same senders also report successful sessions",
                                      n_hosts),
                    shown, n_hosts);
  tlsrpt_cause_add (&draft, "receiving-mx-hostname", problem->mx_host);
  for (gsize i = 0; i < problem->senders->len; i++)
    tlsrpt_cause_add (&draft, "organization-name", g_ptr_array_index (problem->senders, i));
  tlsrpt_cause_add_renewal (&draft, finding);
  /* Translators: %s is a host */
  tlsrpt_cause_add_step (&draft, _("Compare the settings of %s with those of the other mail "
                                   "servers."),
                         shown);
  tlsrpt_cause_end (&draft);
}

/* Whether two addresses are in one network. */
static gboolean
is_same_network (GInetAddress *address,
                 GInetAddress *other)
{
  gsize n = g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV4 ? IPV4_NETWORK
                                                                       : IPV6_NETWORK;

  return g_inet_address_get_family (address) == g_inet_address_get_family (other) &&
         memcmp (g_inet_address_to_bytes (address), g_inet_address_to_bytes (other), n) == 0;
}

/* Sessions from one network lack STARTTLS, and others at the same time have it: then
 * something on the way takes it out, which is what MTA-STS was made against (RFC 8461
 * section 10.1, RFC 3207 section 6). */
void
tlsrpt_cause_one_network (Finding *finding)
{
  static const char *const types[] = { "starttls-not-supported", NULL };
  const TlsrptEvidenceProblem *problem = finding->problem;
  g_autoptr (GInetAddress) network = NULL;
  Draft draft;

  if (!tlsrpt_cause_is_about (finding, types) || problem->senders->len != 1)
    return;

  for (guint i = 0; i < problem->items->len; i++)
    {
      const TlsrptEvidence *item = g_ptr_array_index (problem->items, i);
      g_autoptr (GInetAddress) address = g_inet_address_new_from_string (item->sending_ip);

      if (address == NULL)
        return;
      if (network == NULL)
        network = g_object_ref (address);
      else if (!is_same_network (network, address))
        return;
    }

  if (network == NULL || count_witnesses (problem) == 0)
    return;

  draft = tlsrpt_cause_begin (finding, "one-network", TLSRPT_CONFIDENCE_POSSIBLE,
                              TLSRPT_FAILURE_ACTOR_SENDER | TLSRPT_FAILURE_ACTOR_YOU);
  tlsrpt_cause_say (&draft, _("All failures come from one network of the sender, whose other "
                              "sessions succeed. Something between that network and the mail server "
                              "may remove STARTTLS, such as a firewall."));
  tlsrpt_cause_add_all (&draft, finding, "sending-mta-ip", TLSRPT_EVIDENCE_SENDING_IP);
  tlsrpt_cause_add (&draft, "receiving-mx-hostname", problem->mx_host);
  tlsrpt_cause_add_step (&draft, _("Find these addresses in the log of the mail server: if STARTTLS was "
                                   "offered there, tell the sender."));
  tlsrpt_cause_end (&draft);
}
