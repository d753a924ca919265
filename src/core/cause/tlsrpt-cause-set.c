/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cause-private.h"

#include "tlsrpt-evidence-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rules that look at what other senders saw.  A report is made by one sender about one
 * day (RFC 8460 section 4), so only several of them tell a fault of the receiver from one
 * of the sender. */

/* Fewer of them do not single one out. */
#define FEWEST_SENDERS 3

/* What the senders of a set saw of the domains and policies of a problem. */
typedef struct
{
  /* (element-type utf8): who reported good sessions on a day of the problem, and never
   * the problem */
  GHashTable *others;
  /* (element-type utf8): who told of the problem and reported good sessions before it */
  GHashTable *before;
  /* (element-type utf8): the same, on one of its days */
  GHashTable *during;
  /* Whether anybody reports sessions that went well since it began. */
  gboolean    is_good_since;
} Company;

static void
company_clear (Company *company)
{
  g_clear_pointer (&company->others, g_hash_table_unref);
  g_clear_pointer (&company->before, g_hash_table_unref);
  g_clear_pointer (&company->during, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Company, company_clear)

static gboolean
is_day_of (const TlsrptEvidenceProblem *problem,
           gint64                       day)
{
  for (guint i = 0; i < problem->days->len; i++)
    {
      if (g_array_index (problem->days, gint64, i) == day)
        return TRUE;
    }

  return FALSE;
}

static void
find_company (const Finding *finding,
              Company       *company)
{
  const TlsrptEvidenceProblem *problem = finding->problem;
  const gint64 since = tlsrpt_evidence_problem_get_since (problem);
  const gint64 until = tlsrpt_evidence_problem_get_until (problem);

  company->others = g_hash_table_new (NULL, NULL);
  company->before = g_hash_table_new (NULL, NULL);
  company->during = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < problem->tracks->len; i++)
    {
      const TlsrptEvidenceTrack *track = g_ptr_array_index (problem->tracks, i);

      for (guint j = 0; j < track->visits->len; j++)
        {
          const TlsrptEvidenceVisit *visit = g_ptr_array_index (track->visits, j);
          gboolean is_its;

          if (*visit->sender == '\0' || visit->sessions.successful == 0 ||
              visit->day == TLSRPT_REPORT_NO_TIME)
            continue;

          is_its = tlsrpt_evidence_problem_has_sender (problem, visit->sender);
          if (!is_its && is_day_of (problem, visit->day))
            g_hash_table_add (company->others, (gpointer) visit->sender);
          if (is_its && visit->day < since)
            g_hash_table_add (company->before, (gpointer) visit->sender);
          if (is_its && is_day_of (problem, visit->day))
            g_hash_table_add (company->during, (gpointer) visit->sender);
          if (visit->day >= since && visit->day <= until &&
              !tlsrpt_evidence_problem_has (problem, visit->sender, visit->day))
            company->is_good_since = TRUE;
        }
    }
}

/* One of three senders or more: it is the sender's own fault, or something on the way
 * treats it in another way, such as protection against bots. */
void
tlsrpt_cause_one_sender (Finding *finding)
{
  static const char *const rules_of_senders[] = { "dane-required", NULL };
  const TlsrptEvidenceProblem *problem = finding->problem;
  const gboolean is_sts = g_str_has_prefix (problem->result_type, "sts-");
  g_auto (Company) company = { 0 };
  g_autofree char *shown = NULL;
  g_autofree char *days = NULL;
  guint n_others;
  Draft draft;

  find_company (finding, &company);
  n_others = g_hash_table_size (company.others);
  if (problem->senders->len != 1 || n_others + 1 < FEWEST_SENDERS ||
      tlsrpt_cause_is_about (finding, rules_of_senders))
    return;

  shown = tlsrpt_cause_show (g_ptr_array_index (problem->senders, 0));
  days = tlsrpt_evidence_dup_dates (tlsrpt_evidence_problem_get_since (problem),
                                    tlsrpt_evidence_problem_get_until (problem));
  draft = tlsrpt_cause_begin (finding, "one-sender", TLSRPT_CONFIDENCE_LIKELY,
                              TLSRPT_FAILURE_ACTOR_SENDER | TLSRPT_FAILURE_ACTOR_YOU);
  if (is_sts)
    /* Translators: %'u is a number of senders, the first %s is a period, and the others a
     * sender */
    tlsrpt_cause_say (&draft, ngettext ("%'u other sender used the policy at the same time (%s). "
                                        "Either %s could not reach the policy host, or the host "
                                        "treats it differently.",
                                        "%'u other senders used the policy at the same time (%s). "
                                        "Either %s could not reach the policy host, or the host "
                                        "treats it differently.",
                                        n_others),
                      n_others, days, shown);
  else
    /* Translators: %'u is a number of senders, the first %s is a period, and the others a
     * sender */
    tlsrpt_cause_say (&draft, ngettext ("%'u other sender reports successful sessions at the same "
                                        "time (%s). Either %s is at fault, or something treats it "
                                        "differently.",
                                        "%'u other senders report successful sessions at the same "
                                        "time (%s). Either %s is at fault, or something treats it "
                                        "differently.",
                                        n_others),
                      n_others, days, shown);
  tlsrpt_cause_add (&draft, "organization-name", g_ptr_array_index (problem->senders, 0));
  tlsrpt_cause_add_all (&draft, finding, "sending-mta-ip", TLSRPT_EVIDENCE_SENDING_IP);
  if (is_sts)
    tlsrpt_cause_add_step (&draft, _("Look for the sender in the log of the policy host."));
  else
    tlsrpt_cause_add_step (&draft, _("Look for the sender’s addresses in the log of the mail "
                                     "server."));
  tlsrpt_cause_end (&draft);
}

/* Whether all that report since it began tell of it, and they had nothing to tell before. */
static gboolean
has_begun_for_all (const Finding *finding,
                   const Company *company)
{
  return finding->problem->senders->len >= 2 && g_hash_table_size (company->others) == 0 &&
         g_hash_table_size (company->before) == finding->problem->senders->len &&
         !company->is_good_since;
}

/* All of them, where all went well before: what changed is here. */
void
tlsrpt_cause_all_senders (Finding *finding)
{
  const gint64 since = tlsrpt_evidence_problem_get_since (finding->problem);
  g_auto (Company) company = { 0 };
  g_autofree char *shown = NULL;
  Draft draft;

  find_company (finding, &company);
  for (guint i = 0; i < finding->causes->len; i++)
    {
      /* It says the same, and more. */
      if (g_str_equal (((const TlsrptCause *) g_ptr_array_index (finding->causes, i))->code,
                       "key-changed"))
        return;
    }
  if (!has_begun_for_all (finding, &company))
    return;

  shown = tlsrpt_evidence_dup_date (since);
  draft = tlsrpt_cause_begin (finding, "all-senders", TLSRPT_CONFIDENCE_LIKELY,
                              TLSRPT_FAILURE_ACTOR_YOU | TLSRPT_FAILURE_ACTOR_PROVIDER);
  /* Translators: %s is a day */
  tlsrpt_cause_say (&draft, _("All senders report this since %s, and all went well before, so "
                              "something probably changed on your side that day"),
                    shown);
  tlsrpt_cause_add_day (&draft, since);
  for (guint i = 0; i < finding->problem->senders->len; i++)
    tlsrpt_cause_add (&draft, "organization-name", g_ptr_array_index (finding->problem->senders, i));
  tlsrpt_cause_add_renewal (&draft, finding);
  /* Translators: %s is a day */
  tlsrpt_cause_add_step (&draft, _("Find out what was changed on %s or the day before."), shown);
  tlsrpt_cause_end (&draft);
}

/* A new key needs its TLSA record published beforehand, for as long as the old one is in
 * caches (RFC 7671 section 8.1). */
void
tlsrpt_cause_key_changed (Finding *finding)
{
  static const char *const types[] = {
    "tlsa-invalid", "validation-failure", "certificate-not-trusted", "certificate-host-mismatch",
    NULL,
  };
  const TlsrptEvidenceProblem *problem = finding->problem;
  const gint64 since = tlsrpt_evidence_problem_get_since (problem);
  g_auto (Company) company = { 0 };
  g_autofree char *shown = NULL;
  Draft draft;

  if (!tlsrpt_cause_all_under (finding, "tlsa") || !tlsrpt_cause_is_about (finding, types) ||
      finding->causes->len > 0)
    return;

  find_company (finding, &company);
  if (!has_begun_for_all (finding, &company))
    return;

  shown = tlsrpt_evidence_dup_date (since);
  draft = tlsrpt_cause_begin (finding, "key-changed", TLSRPT_CONFIDENCE_LIKELY,
                              TLSRPT_FAILURE_ACTOR_YOU | TLSRPT_FAILURE_ACTOR_PROVIDER);
  if (problem->state == TLSRPT_EVIDENCE_RESOLVED)
    {
      g_autofree char *fixed = tlsrpt_evidence_dup_date (problem->fixed_day);

      /* Translators: both %s are days */
      tlsrpt_cause_say (&draft, _("The mail server probably got a new key on %s, before its TLSA "
                                  "record was published or known everywhere. Sessions succeed "
                                  "again since %s."),
                        shown, fixed);
    }
  else
    {
      /* Translators: %s is a day */
      tlsrpt_cause_say (&draft, _("The mail server probably got a new key on %s, and the TLSA record "
                                  "is still that of the old one"),
                        shown);
    }
  tlsrpt_cause_add (&draft, "receiving-mx-hostname", problem->mx_host);
  tlsrpt_cause_add_day (&draft, since);
  tlsrpt_cause_add_step (&draft, _("Publish the TLSA record of the current key. Next time, publish "
                                   "it first and wait twice the TTL before you change the key, or "
                                   "keep the key when you renew the certificate."));
  tlsrpt_cause_end (&draft);
}

/* The same senders report good sessions afterwards: silence would be no success (RFC 8460
 * section 3 does not oblige anybody to report). */
void
tlsrpt_cause_renewed (Finding *finding)
{
  static const char *const types[] = { "certificate-expired", NULL };
  const TlsrptEvidenceProblem *problem = finding->problem;
  g_autofree char *shown = NULL;
  Draft draft;

  if (!tlsrpt_cause_is_about (finding, types) || problem->state != TLSRPT_EVIDENCE_RESOLVED)
    return;

  shown = tlsrpt_evidence_dup_date (problem->fixed_day);
  draft = tlsrpt_cause_begin (finding, "renewed", TLSRPT_CONFIDENCE_LIKELY,
                              TLSRPT_FAILURE_ACTOR_YOU | TLSRPT_FAILURE_ACTOR_PROVIDER);
  /* Translators: %s is a day */
  tlsrpt_cause_say (&draft, _("The certificate had expired and was probably renewed by %s: the same "
                              "senders report successful sessions since"),
                    shown);
  tlsrpt_cause_add (&draft, "receiving-mx-hostname", problem->mx_host);
  tlsrpt_cause_add_day (&draft, tlsrpt_evidence_problem_get_until (problem));
  tlsrpt_cause_add_day (&draft, problem->fixed_day);
  tlsrpt_cause_add_step (&draft, _("Renew the certificate weeks before it expires, and reload the "
                                   "mail server afterwards."));
  tlsrpt_cause_end (&draft);
}

/* One address of a host: each may be another machine, with another certificate.  Whether
 * the host has others, reports do not tell; but if several senders that fail there also
 * succeed, something does well (RFC 5321 section 5.1: senders try all addresses). */
void
tlsrpt_cause_one_address (Finding *finding)
{
  const TlsrptEvidenceProblem *problem = finding->problem;
  const char *address = NULL;
  gboolean is_one = TRUE;
  gboolean is_ipv6 = TRUE;
  g_auto (Company) company = { 0 };
  g_autofree char *shown = NULL;
  Draft draft;

  find_company (finding, &company);
  for (guint i = 0; i < problem->items->len; i++)
    {
      const TlsrptEvidence *item = g_ptr_array_index (problem->items, i);

      if (*item->ip == '\0')
        return;

      if (address == NULL)
        address = item->ip;
      is_one = is_one && address == item->ip;
      is_ipv6 = is_ipv6 && strchr (item->ip, ':') != NULL;
    }

  if (address == NULL || *problem->mx_host == '\0' || (!is_one && !is_ipv6) ||
      g_hash_table_size (company.during) < 2)
    return;

  draft = tlsrpt_cause_begin (finding, is_one ? "one-address" : "only-ipv6",
                              TLSRPT_CONFIDENCE_LIKELY,
                              TLSRPT_FAILURE_ACTOR_YOU | TLSRPT_FAILURE_ACTOR_PROVIDER);
  shown = tlsrpt_cause_show (address);
  if (is_one)
    /* Translators: %s is an IP address */
    tlsrpt_cause_say (&draft, _("All failures are at %s, while other sessions succeed. If the mail "
                                "server has more addresses, only this one may be at fault."),
                      shown);
  else
    tlsrpt_cause_say (&draft, _("All failures are at IPv6 addresses, while other sessions succeed"));
  tlsrpt_cause_add (&draft, "receiving-mx-hostname", problem->mx_host);
  tlsrpt_cause_add_all (&draft, finding, "receiving-ip", TLSRPT_EVIDENCE_IP);
  tlsrpt_cause_add_renewal (&draft, finding);
  if (g_hostname_is_ip_address (address))
    {
      const char *format = strchr (address, ':') != NULL ? "[%s]:25" : "%s:25";
      g_autoptr (GString) place = g_string_new (format);

      g_string_replace (place, "%s", address, 1);
      /* Translators: %s is the address and the port of a server; the command stays as it is */
      tlsrpt_cause_add_step (&draft, _("Look at the server there: openssl s_client -starttls smtp "
                                       "-connect %s"),
                             place->str);
      tlsrpt_cause_set_command (&draft, "openssl s_client -starttls smtp -connect %s", place->str);
    }
  tlsrpt_cause_end (&draft);
}
