/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-readiness.h"

#include "tlsrpt-display.h"
#include "tlsrpt-domain.h"
#include "tlsrpt-sts-policy.h"
#include "tlsrpt-sts-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
readiness_free (gpointer data)
{
  TlsrptReadiness *self = data;

  g_ptr_array_unref (self->problems);
  g_free (self->message);
  g_free (self->policy);
  g_free (self->id);
  g_free (self);
}

static TlsrptStsPolicy *
parse (const TlsrptEvidencePolicy *policy)
{
  g_autofree char *text = g_strjoinv ("\n", (char **) policy->lines);

  return tlsrpt_sts_policy_parse (text, strlen (text), NULL);
}

/* Whether two policies have the same mode and hosts: senders print the lines in any order.
 * Of a policy that is not given nothing is known. */
static gboolean
is_same (const TlsrptEvidencePolicy *policy,
         TlsrptStsPolicy            *newest)
{
  g_autoptr (TlsrptStsPolicy) parsed = parse (policy);
  const char *const *patterns;
  const char *const *others = tlsrpt_sts_policy_get_patterns (newest);

  if (parsed == NULL)
    return TRUE;

  patterns = tlsrpt_sts_policy_get_patterns (parsed);
  if (tlsrpt_sts_policy_get_mode (parsed) != tlsrpt_sts_policy_get_mode (newest))
    return FALSE;

  for (gsize i = 0; patterns[i] != NULL; i++)
    {
      if (!g_strv_contains (others, patterns[i]))
        return FALSE;
    }
  for (gsize i = 0; others[i] != NULL; i++)
    {
      if (!g_strv_contains (patterns, others[i]))
        return FALSE;
    }

  return TRUE;
}

/* What enforcing would have stopped: errors of the policy itself do not stop mail, they
 * leave it unprotected (RFC 8461 section 5). */
static gboolean
stops_mail (const TlsrptEvidenceProblem *problem)
{
  return tlsrpt_evidence_stops_mail (problem->result_type);
}

static gboolean
has_domain (const TlsrptEvidenceProblem *problem,
            const TlsrptEvidenceTrack   *track)
{
  for (guint i = 0; i < problem->tracks->len; i++)
    {
      if (g_ptr_array_index (problem->tracks, i) == track)
        return TRUE;
    }

  return FALSE;
}

/* Counting begins anew when the policy changes, and when a problem is over. */
static gint64
find_since (const TlsrptEvidenceSet   *set,
            const TlsrptEvidenceTrack *track,
            TlsrptStsPolicy           *newest)
{
  const GPtrArray *problems = tlsrpt_evidence_set_get_problems (set);
  const TlsrptEvidencePolicy *last = NULL;
  gboolean is_last_same = TRUE;
  gint64 since = G_MININT64;

  for (guint i = 0; i < track->visits->len; i++)
    {
      const TlsrptEvidenceVisit *visit = g_ptr_array_index (track->visits, i);

      if (visit->policy != last)
        is_last_same = is_same (visit->policy, newest);
      last = visit->policy;
      if (!is_last_same && visit->day != TLSRPT_REPORT_NO_TIME)
        since = MAX (since, visit->day + 1);
    }

  for (guint i = 0; i < problems->len; i++)
    {
      const TlsrptEvidenceProblem *problem = g_ptr_array_index (problems, i);

      if (problem->state == TLSRPT_EVIDENCE_RESOLVED && stops_mail (problem) &&
          has_domain (problem, track))
        since = MAX (since, tlsrpt_evidence_problem_get_until (problem) + 1);
    }

  return since;
}

static void
count (TlsrptReadiness           *self,
       const TlsrptEvidenceSet   *set,
       const TlsrptEvidenceTrack *track)
{
  const GPtrArray *problems = tlsrpt_evidence_set_get_problems (set);
  g_autoptr (GHashTable) days = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) senders = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < track->visits->len; i++)
    {
      const TlsrptEvidenceVisit *visit = g_ptr_array_index (track->visits, i);

      if (visit->day < self->since || visit->day == TLSRPT_REPORT_NO_TIME ||
          (visit->sessions.successful == 0 && visit->sessions.failed == 0))
        continue;

      g_hash_table_add (days, (gpointer) &visit->day);
      g_hash_table_add (senders, (gpointer) visit->sender);
      self->n_sessions = tlsrpt_report_add_counts (self->n_sessions,
                                                   tlsrpt_report_add_counts (visit->sessions.successful,
                                                                             visit->sessions.failed));
      self->n_failed = tlsrpt_report_add_counts (self->n_failed, visit->n_stopped);
    }
  self->n_days = g_hash_table_size (days);
  self->n_senders = g_hash_table_size (senders);

  for (guint i = 0; i < problems->len; i++)
    {
      const TlsrptEvidenceProblem *problem = g_ptr_array_index (problems, i);

      if (has_domain (problem, track) && stops_mail (problem) &&
          tlsrpt_evidence_problem_get_until (problem) >= self->since)
        g_ptr_array_add (self->problems, (gpointer) problem);
    }
  self->n_problems = self->problems->len;
}

static gulong
get_plural (gint64 n)
{
  return n > G_MAXLONG ? G_MAXLONG : (gulong) n;
}

static char *
dup_message (const TlsrptReadiness *self,
             guint                  n_days)
{
  g_autofree char *sessions = g_strdup_printf ("%'" G_GINT64_FORMAT, self->n_sessions);
  g_autofree char *failed = g_strdup_printf ("%'" G_GINT64_FORMAT, self->n_failed);
  /* Translators: %'u is a number of days */
  g_autofree char *days = g_strdup_printf (ngettext ("%'u day", "%'u days", self->n_days),
                                           self->n_days);
  /* Translators: %'u is a number of senders */
  g_autofree char *senders = g_strdup_printf (ngettext ("%'u sender", "%'u senders",
                                                        self->n_senders),
                                              self->n_senders);
  g_autofree char *problems = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *answer = NULL;

  switch (self->verdict)
    {
    case TLSRPT_READINESS_READY:
      /* Translators: the first %s is a number of days, the second one of senders, and the
       * third one of sessions */
      answer = g_strdup_printf (ngettext ("Ready: %s, %s, %s session, which would not have failed.",
                                          "Ready: %s, %s, %s sessions, none of which would have "
                                          "failed.",
                                          get_plural (self->n_sessions)),
                                days, senders, sessions);
      break;

    case TLSRPT_READINESS_NOT_YET:
      /* Translators: %'u is a number of problems */
      problems = g_strdup_printf (ngettext ("Fix %'u problem first.", "Fix %'u problems first.",
                                            self->n_problems),
                                  self->n_problems);
      /* Translators: the first two %s are numbers of sessions, the third is a sentence */
      answer = g_strdup_printf (ngettext ("Not yet: %s of %s session would not have been delivered. "
                                          "%s",
                                          "Not yet: %s of %s sessions would not have been "
                                          "delivered. %s",
                                          get_plural (self->n_sessions)),
                                failed, sessions, problems);
      break;

    case TLSRPT_READINESS_TOO_EARLY:
      /* Translators: %'u is a number of days; it is followed by “and 2 senders” */
      wanted = g_strdup_printf (ngettext ("%'u day", "%'u days", n_days), n_days);
      /* Translators: the first %s is a number of days, the second one of senders, and the
       * third a number of days */
      answer = g_strdup_printf (_("Too early: %s from %s. Wait until there are %s and two senders."),
                                days, senders, wanted);
      break;

    default:
      g_return_val_if_reached (NULL);
    }

  /* Translators: %s is an answer of one or two sentences */
  return g_strdup_printf (_("%s Only senders that use MTA-STS and report are counted. Silence is no "
                            "success."),
                          answer);
}

/**
 * tlsrpt_readiness_find:
 * @set: a set that was ended
 * @n_days: how many days are enough
 * @now: seconds since 1970, for a new id
 *
 * Finds out which domains may enforce the policy that they test (RFC 8461 section 8.2
 * recommends to read reports first).
 *
 * Returns: (transfer full) (element-type TlsrptReadiness): an answer for each domain whose
 *   newest policy has the mode “testing”; they need @set
 */
GPtrArray *
tlsrpt_readiness_find (const TlsrptEvidenceSet *set,
                       guint                    n_days,
                       gint64                   now)
{
  const GPtrArray *tracks = tlsrpt_evidence_set_get_tracks (set);
  GPtrArray *answers = g_ptr_array_new_with_free_func (readiness_free);

  for (guint i = 0; i < tracks->len; i++)
    {
      const TlsrptEvidenceTrack *track = g_ptr_array_index (tracks, i);
      const TlsrptEvidenceDomain *domain;
      g_autoptr (TlsrptStsPolicy) policy = NULL;
      TlsrptReadiness *self;

      domain = g_str_equal (track->policy_type, "sts")
               ? tlsrpt_evidence_set_find_domain (set, track->domain) : NULL;
      if (domain == NULL || domain->newest == NULL)
        continue;

      policy = parse (domain->newest);
      if (policy == NULL || tlsrpt_sts_policy_get_mode (policy) != TLSRPT_STS_MODE_TESTING)
        continue;

      self = g_new0 (TlsrptReadiness, 1);
      self->problems = g_ptr_array_new ();
      self->domain = track->domain;
      self->since = find_since (set, track, policy);
      count (self, set, track);

      if (self->n_failed > 0 || self->n_problems > 0)
        self->verdict = TLSRPT_READINESS_NOT_YET;
      else if (self->n_days < n_days || self->n_senders < TLSRPT_READINESS_SENDERS)
        self->verdict = TLSRPT_READINESS_TOO_EARLY;

      if (self->verdict == TLSRPT_READINESS_READY)
        {
          self->policy = tlsrpt_sts_text_enforce (domain->newest->lines);
          self->id = tlsrpt_sts_text_dup_id (now);
        }
      self->message = dup_message (self, n_days);
      g_ptr_array_add (answers, self);
    }

  return answers;
}

/**
 * tlsrpt_readiness_dup_steps:
 * @self: an answer
 * @commands: (out) (optional): for each step its command, or an empty string
 *
 * Says in which order to publish the new policy, and the way back (RFC 8461 sections 8.1
 * and 8.3).
 *
 * Returns: (transfer full): sentences with full stops, or with a command at their end; none
 *   unless ready
 */
char **
tlsrpt_readiness_dup_steps (const TlsrptReadiness   *self,
                            char                  ***commands)
{
  g_autoptr (GStrvBuilder) steps = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) in_steps = g_strv_builder_new ();
  g_autofree char *url = tlsrpt_sts_text_dup_url (self->domain);
  g_autofree char *name = tlsrpt_domain_to_ascii (self->domain, NULL);
  g_autofree char *domain = tlsrpt_display_isolate (self->domain, -1);

  if (self->policy != NULL && url != NULL && name != NULL)
    {
      /* Translators: %s is a URL */
      g_autofree char *file = g_strdup_printf (_("Put the new policy in place at %s."), url);
      /* Translators: %s is a domain; the command stays as it is */
      g_autofree char *check = g_strdup_printf (_("Check that it is served: tlsrpt-cli check %s"),
                                                name);
      g_autofree char *command = g_strdup_printf ("tlsrpt-cli check %s", name);
      /* Translators: the first %s is a domain, the second an id to publish */
      g_autofree char *id = g_strdup_printf (_("Only then change the id in the TXT record "
                                               "_mta-sts.%s to “id=%s”."),
                                             domain, self->id);
      const char *const all[] = {
        file, check, id,
        _("Read reports for two weeks, then raise max_age: the file first, the id afterwards."),
        _("Before you add a mail server, add it to the policy and change the id, and only then add "
          "the MX record."),
        _("The way back: publish “mode: none” with a small max_age and a new id, wait as long as the "
          "old max_age, then remove the TXT record, and the file last."),
      };

      for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
        {
          g_strv_builder_add (steps, all[i]);
          g_strv_builder_add (in_steps, all[i] == check ? command : "");
        }
    }

  if (commands != NULL)
    *commands = g_strv_builder_end (in_steps);

  return g_strv_builder_end (steps);
}

/**
 * tlsrpt_readiness_verdict_get_name:
 * @verdict: a verdict
 *
 * Gets the name of a verdict, for programs.  It never changes.
 *
 * Returns: the name
 */
const char *
tlsrpt_readiness_verdict_get_name (TlsrptReadinessVerdict verdict)
{
  static const char *const names[] = { "ready", "not-yet", "too-early" };

  g_return_val_if_fail ((gsize) verdict < G_N_ELEMENTS (names), NULL);

  return names[verdict];
}
