/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cause-private.h"

#include "tlsrpt-domain.h"
#include "tlsrpt-evidence-text.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-report-mx.h"
#include "tlsrpt-report-problems.h"
#include "tlsrpt-sts-policy.h"
#include "tlsrpt-sts-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rules about the policy of MTA-STS. */

#define MX "mx:"

/* Domains of one problem that are told of. */
#define MOST_DOMAINS 3

/* What Microsoft, mox, Stalwart and others write if no “mx” line covers the host. */
static const char *const mismatch_codes[] = {
  "mx_hosts_mismatch",
  "mx-mismatch",
  "mtasts-policy-mx-mismatch",
  "MX not authorized by policy",
  NULL
};

/* A name between the white space around it and the dot at its end. */
static char *
dup_pattern (const char *text)
{
  char *pattern = g_ascii_strdown (text, -1);
  gsize length = strlen (g_strstrip (pattern));

  if (length > 1 && pattern[length - 1] == '.')
    pattern[length - 1] = '\0';

  return pattern;
}

/* The patterns of a policy as the report gives them, as tlsrpt_report_mx_find() does. */
static GPtrArray *
list_patterns (const TlsrptEvidencePolicy *policy)
{
  GPtrArray *patterns = g_ptr_array_new_with_free_func (g_free);

  for (const char *const *line = policy->lines; *line != NULL; line++)
    {
      if (g_ascii_strncasecmp (*line, MX, strlen (MX)) == 0)
        g_ptr_array_add (patterns, dup_pattern (*line + strlen (MX)));
    }

  for (const char *const *host = policy->mx_hosts; patterns->len == 0 && *host != NULL; host++)
    g_ptr_array_add (patterns, dup_pattern (*host));

  return patterns;
}

static void
add_patterns (Draft     *draft,
              GPtrArray *patterns)
{
  for (guint i = 0; i < patterns->len; i++)
    tlsrpt_cause_add (draft, "mx", g_ptr_array_index (patterns, i));
}

/* The wildcard that was meant for the host: it has too many labels for it. */
static const char *
find_wildcard (GPtrArray  *patterns,
               const char *host)
{
  for (guint i = 0; i < patterns->len; i++)
    {
      const char *pattern = g_ptr_array_index (patterns, i);

      if (g_str_has_prefix (pattern, "*.") && strlen (pattern) > 2 &&
          (g_str_has_suffix (host, pattern + 1) || g_str_equal (host, pattern + 2)))
        return pattern;
    }

  return NULL;
}

/* What to add for a host that no pattern covers. */
static char *
dup_addition (const TlsrptEvidencePolicy *policy,
              const char                 *host)
{
  g_autoptr (GPtrArray) patterns = list_patterns (policy);
  const char *wildcard = find_wildcard (patterns, host);
  const char *dot = strchr (host, '.');

  if (wildcard != NULL && dot != NULL && !g_str_equal (host, wildcard + 2))
    return g_strconcat ("*", dot, NULL);

  return g_strdup (host);
}

/* Sets what to publish: with all hosts that are missing, so that the correction of one
 * does not undo that of another. */
static void
publish_policy (const Finding              *finding,
                Draft                      *draft,
                const TlsrptEvidenceDomain *domain)
{
  g_autoptr (GPtrArray) additions = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *id = tlsrpt_sts_text_dup_id (finding->now);
  g_autofree char *name = tlsrpt_domain_to_ascii (domain->domain, NULL);
  g_autofree char *url = tlsrpt_sts_text_dup_url (domain->domain);
  g_autofree char *text = NULL;

  if (domain->missing->len > TLSRPT_LIMIT_MISSING_HOSTS || url == NULL)
    return;

  for (guint i = 0; i < domain->missing->len; i++)
    {
      char *addition = dup_addition (domain->newest, g_ptr_array_index (domain->missing, i));

      if (g_ptr_array_find_with_equal_func (additions, addition, g_str_equal, NULL))
        g_free (addition);
      else
        g_ptr_array_add (additions, addition);
    }
  g_ptr_array_add (additions, NULL);

  text = tlsrpt_sts_text_add_mx (domain->newest->lines, (const char *const *) additions->pdata);

  /* Translators: %s is a domain; the command stays as it is */
  tlsrpt_cause_add_step (draft, _("Make sure that it is your mail server, as MTA-STS exists to "
                                  "detect others: dig +short MX %s"),
                         name);
  tlsrpt_cause_set_command (draft, "dig +short MX %s", name);
  /* Translators: %s is a URL */
  tlsrpt_cause_add_step (draft, _("Put the corrected policy in place at %s."), url);
  /* Translators: %s is a domain; the command stays as it is */
  tlsrpt_cause_add_step (draft, _("Check that it is served: tlsrpt-cli check %s"), name);
  tlsrpt_cause_set_command (draft, "tlsrpt-cli check %s", name);
  /* Translators: the first %s is a domain, the second an id to publish */
  tlsrpt_cause_add_step (draft, _("Only then change the id in the TXT record _mta-sts.%s, such as "
                                  "to “id=%s”."),
                         name, id);

  if (text != NULL)
    {
      draft->cause->publish_name = g_steal_pointer (&url);
      draft->cause->publish_value = g_steal_pointer (&text);
    }
}

static void
tell_missing (Finding                    *finding,
              const TlsrptEvidenceDomain *domain)
{
  const char *host = finding->problem->mx_host;
  g_autoptr (GPtrArray) patterns = list_patterns (domain->newest);
  const char *wildcard = find_wildcard (patterns, host);
  g_autofree char *addition = dup_addition (domain->newest, host);
  g_autofree char *shown_host = tlsrpt_cause_show (host);
  g_autofree char *shown_domain = tlsrpt_cause_show (domain->domain);
  g_autofree char *shown_addition = tlsrpt_cause_show (addition);
  Draft draft = tlsrpt_cause_begin (finding, "policy-lacks-mx", TLSRPT_CONFIDENCE_CERTAIN,
                                    TLSRPT_FAILURE_ACTOR_YOU);

  if (wildcard != NULL)
    {
      g_autofree char *shown_wildcard = tlsrpt_cause_show (wildcard);

      /* Translators: the first %s is a wildcard, the second a mail server, the third what
       * to add to the policy; “mx:” and “id” stay as they are */
      tlsrpt_cause_say (&draft, _("“%s” covers exactly one label, so it does not cover %s. Add "
                                  "“mx: %s” to the policy, then change the id."),
                        shown_wildcard, shown_host, shown_addition);
    }
  else if (g_ptr_array_find_with_equal_func (patterns, domain->domain, g_str_equal, NULL))
    {
      /* Translators: the first %s is a domain, the others are a mail server; “mx:” and “id”
       * stay as they are */
      tlsrpt_cause_say (&draft, _("The policy lists %s itself, not its mail server %s. Add "
                                  "“mx: %s”, then change the id."),
                        shown_domain, shown_host, shown_addition);
    }
  else
    {
      g_autofree char *missing = tlsrpt_report_mx_dup_text (domain->domain, host);

      /* Translators: the first %s is a sentence, the second what to add to the policy; “mx:”
       * and “id” stay as they are */
      tlsrpt_cause_say (&draft, _("%s Add “mx: %s”, then change the id."), missing,
                        shown_addition);
    }

  tlsrpt_cause_add (&draft, "receiving-mx-hostname", host);
  add_patterns (&draft, patterns);
  publish_policy (finding, &draft, domain);
  tlsrpt_cause_end (&draft);
}

/* The policy domains of a problem whose reports were made under a policy that does or
 * does not have the host, by name. */
static const TlsrptEvidenceDomain *
find_next_domain (const Finding  *finding,
                  TlsrptReportMx  newest,
                  guint          *place,
                  const TlsrptEvidencePolicy **policy)
{
  const GPtrArray *items = finding->problem->items;
  const char *last = *place > 0
                     ? ((const TlsrptEvidence *) g_ptr_array_index (items, *place - 1))->policy->domain
                     : NULL;

  for (; *place < items->len; (*place)++)
    {
      const TlsrptEvidence *item = g_ptr_array_index (items, *place);
      const TlsrptEvidenceDomain *domain;

      if (item->policy->domain == last ||
          (*place > 0 &&
           item->policy == ((const TlsrptEvidence *) g_ptr_array_index (items, *place - 1))->policy) ||
          !g_str_equal (item->policy->type, "sts") ||
          tlsrpt_evidence_policy_find (item->policy, finding->problem->mx_host) !=
          TLSRPT_REPORT_MX_NOT_LISTED)
        continue;

      domain = tlsrpt_evidence_set_find_domain (finding->set, item->policy->domain);
      if (domain->newest == NULL ||
          tlsrpt_evidence_policy_find (domain->newest, finding->problem->mx_host) != newest)
        continue;

      (*place)++;
      *policy = item->policy;

      return domain;
    }

  return NULL;
}

/* The hosts are matched as RFC 8461 section 4.1 says: a wildcard covers one label.  A host
 * that the newest policy does not have either is missing, whatever else is wrong.  RFC
 * 8460 section 4.3 has no type of its own for it: the table in tlsrpt-failure-sender.c
 * tells which sender writes what. */
void
tlsrpt_cause_policy_lacks_mx (Finding *finding)
{
  const TlsrptEvidenceDomain *domain;
  const TlsrptEvidencePolicy *policy;
  guint place = 0;

  if (!tlsrpt_report_may_be_unlisted (finding->problem->result_type) ||
      *finding->problem->mx_host == '\0')
    return;

  for (guint i = 0; i < MOST_DOMAINS; i++)
    {
      domain = find_next_domain (finding, TLSRPT_REPORT_MX_NOT_LISTED, &place, &policy);
      if (domain == NULL)
        return;

      tell_missing (finding, domain);
    }
}

/* Senders keep a policy for as long as its max_age says (RFC 8461 section 3.2), and look
 * for another one when the id in the TXT record changes (section 5.1). */
void
tlsrpt_cause_policy_changed (Finding *finding)
{
  const TlsrptEvidenceDomain *domain;
  const TlsrptEvidencePolicy *policy;
  g_autofree char *shown_host = NULL;
  g_autofree char *shown_day = NULL;
  g_autoptr (GPtrArray) patterns = NULL;
  guint place = 0;
  Draft draft;

  if (!tlsrpt_report_may_be_unlisted (finding->problem->result_type) ||
      *finding->problem->mx_host == '\0')
    return;

  domain = find_next_domain (finding, TLSRPT_REPORT_MX_LISTED, &place, &policy);
  if (domain == NULL)
    return;

  draft = tlsrpt_cause_begin (finding, "policy-changed", TLSRPT_CONFIDENCE_CERTAIN,
                              TLSRPT_FAILURE_ACTOR_YOU);
  shown_host = tlsrpt_cause_show (finding->problem->mx_host);
  shown_day = tlsrpt_evidence_dup_date (domain->newest_day);
  /* Translators: the first %s is a mail server, the second a day; “max_age” stays as it is */
  tlsrpt_cause_say (&draft, _("The senders used an older policy without %s. The policy in reports "
                              "of %s lists it. Senders may use the older one for as long as its "
                              "max_age says."),
                    shown_host, shown_day);
  tlsrpt_cause_add (&draft, "receiving-mx-hostname", finding->problem->mx_host);
  patterns = list_patterns (policy);
  add_patterns (&draft, patterns);
  tlsrpt_cause_add_step (&draft, _("Check that the id in the TXT record at _mta-sts changed with "
                                   "the policy: senders look for a new policy only then."));
  tlsrpt_cause_end (&draft);
}

/* Whether any report of the problem has this to say of the host. */
static gboolean
has_result (const Finding  *finding,
            TlsrptReportMx  result)
{
  const GPtrArray *items = finding->problem->items;

  for (guint i = 0; i < items->len; i++)
    {
      const TlsrptEvidence *item = g_ptr_array_index (items, i);
      const char *host = *item->mx_host != '\0' ? item->mx_host : NULL;
      const TlsrptReportPolicy policy = {
        .type = item->policy->type,
        .policy = item->policy->lines,
        .mx_hosts = item->policy->mx_hosts,
      };

      if (g_str_equal (item->policy->type, "sts") &&
          tlsrpt_report_mx_find (&policy, host) == result)
        return TRUE;
    }

  return FALSE;
}

/* A code that says so, though the lines list the host: the sender validated with another
 * copy than it printed, as happens when a policy is replaced (RFC 8461 section 10.2). */
void
tlsrpt_cause_policy_other_copy (Finding *finding)
{
  const char *code = tlsrpt_cause_find_code (finding, mismatch_codes);
  g_autofree char *shown = NULL;
  Draft draft;

  if (code == NULL || has_result (finding, TLSRPT_REPORT_MX_NOT_LISTED) ||
      !has_result (finding, TLSRPT_REPORT_MX_LISTED))
    return;

  draft = tlsrpt_cause_begin (finding, "policy-other-copy", TLSRPT_CONFIDENCE_LIKELY,
                              TLSRPT_FAILURE_ACTOR_YOU | TLSRPT_FAILURE_ACTOR_SENDER);
  shown = tlsrpt_cause_show (finding->problem->mx_host);
  /* Translators: %s is a mail server; “id” and “max_age” stay as they are */
  tlsrpt_cause_say (&draft, _("The policy in the report lists %s, so the sender probably used an "
                              "older copy. It may do so until the id changes or max_age is over."),
                    shown);
  tlsrpt_cause_add (&draft, "failure-reason-code", code);
  tlsrpt_cause_add (&draft, "receiving-mx-hostname", finding->problem->mx_host);
  tlsrpt_cause_add_step (&draft, _("Check that the id in the TXT record at _mta-sts changed with "
                                   "the policy: senders look for a new policy only then."));
  tlsrpt_cause_end (&draft);
}

/* Microsoft leaves the host out, and Mail.ru the policy: the code alone is left. */
void
tlsrpt_cause_policy_mismatch_said (Finding *finding)
{
  const char *code = tlsrpt_cause_find_code (finding, mismatch_codes);
  /* A command for a name that is none could do anything. */
  g_autofree char *name = tlsrpt_domain_to_ascii (finding->problem->domain, NULL);
  Draft draft;

  if (code == NULL || has_result (finding, TLSRPT_REPORT_MX_NOT_LISTED) ||
      has_result (finding, TLSRPT_REPORT_MX_LISTED))
    return;

  draft = tlsrpt_cause_begin (finding, "policy-mismatch-said", TLSRPT_CONFIDENCE_LIKELY,
                              TLSRPT_FAILURE_ACTOR_YOU);
  if (*finding->problem->mx_host == '\0')
    tlsrpt_cause_say (&draft, _("The policy does not list one of the mail servers. The report does "
                                "not say which one."));
  else
    tlsrpt_cause_say (&draft, _("The policy does not list the mail server. The report does not "
                                "contain the policy."));
  tlsrpt_cause_add (&draft, "failure-reason-code", code);
  tlsrpt_cause_add (&draft, "receiving-mx-hostname", finding->problem->mx_host);
  if (name != NULL)
    {
      /* Translators: %s is a domain; the command stays as it is */
      tlsrpt_cause_add_step (&draft, _("List the mail servers: dig +short MX %s"), name);
      tlsrpt_cause_set_command (&draft, "dig +short MX %s", name);
      /* Translators: %s is a domain; the command stays as it is */
      tlsrpt_cause_add_step (&draft, _("Compare them with the “mx:” lines of the policy: "
                                       "tlsrpt-cli check %s"),
                             name);
      tlsrpt_cause_set_command (&draft, "tlsrpt-cli check %s", name);
    }
  tlsrpt_cause_end (&draft);
}

/* The same function reads the policy that a check fetches. */
void
tlsrpt_cause_policy_syntax (Finding *finding)
{
  static const char *const types[] = { "sts-policy-invalid", NULL };
  const TlsrptEvidencePolicy *last = NULL;

  if (!tlsrpt_cause_is_about (finding, types))
    return;

  for (guint i = 0; i < finding->problem->items->len; i++)
    {
      const TlsrptEvidence *item = g_ptr_array_index (finding->problem->items, i);
      g_autoptr (TlsrptStsPolicy) parsed = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      Draft draft;

      /* Senders that give no more than the mode have not printed the policy. */
      if (item->policy == last || !g_str_equal (item->policy->type, "sts") ||
          g_strv_length ((char **) item->policy->lines) < 2)
        continue;

      last = item->policy;
      text = g_strjoinv ("\n", (char **) last->lines);
      parsed = tlsrpt_sts_policy_parse (text, strlen (text), &error);
      if (parsed != NULL)
        continue;

      draft = tlsrpt_cause_begin (finding, "policy-syntax", TLSRPT_CONFIDENCE_CERTAIN,
                                  TLSRPT_FAILURE_ACTOR_YOU);
      tlsrpt_cause_say (&draft, "%s", error->message);
      for (gsize j = 0; last->lines[j] != NULL; j++)
        tlsrpt_cause_add (&draft, "policy-string", last->lines[j]);
      tlsrpt_cause_add_step (&draft, _("Correct the policy file, then change the id in the TXT "
                                       "record at _mta-sts."));
      tlsrpt_cause_end (&draft);

      return;
    }
}

/* A status in a reason code: a number of three digits after a word that announces it. */
static guint
find_status (const char *code)
{
  static const char *const words[] = { "http", "status", "response code", "response-code" };
  g_autofree char *lower = g_ascii_strdown (code, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *place = strstr (lower, words[i]);

      for (; place != NULL && *place != '\0'; place++)
        {
          if (g_ascii_isdigit (*place) && !g_ascii_isalnum (place[-1]) && place[-1] != '.' &&
              g_ascii_isdigit (place[1]) && g_ascii_isdigit (place[2]) &&
              !g_ascii_isalnum (place[3]) && *place >= '3' && *place <= '5')
            return (guint) g_ascii_strtoull (place, NULL, 10);
        }
    }

  return 0;
}

/* Anything but 200 is no policy, and redirects must not be followed (RFC 8461 section
 * 3.3). */
void
tlsrpt_cause_http_status (Finding *finding)
{
  static const char *const types[] = { "sts-policy-fetch-error", "sts-policy-invalid", NULL };
  const GPtrArray *codes = finding->problem->reason_codes;
  const char *code = NULL;
  g_autofree char *url = tlsrpt_sts_text_dup_url (finding->problem->domain);
  guint status = 0;
  Draft draft;

  if (!tlsrpt_cause_is_about (finding, types))
    return;

  for (guint i = 0; i < codes->len && status == 0; i++)
    {
      code = g_ptr_array_index (codes, i);
      status = find_status (code);
    }
  if (status == 0)
    return;

  draft = tlsrpt_cause_begin (finding, "http-status", TLSRPT_CONFIDENCE_CERTAIN,
                              TLSRPT_FAILURE_ACTOR_YOU | TLSRPT_FAILURE_ACTOR_PROVIDER);
  if (status < 400)
    /* Translators: %u is a status code of HTTP */
    tlsrpt_cause_say (&draft, _("The policy host redirects (status %u), and senders must not follow "
                                "redirects. Serve the policy at its own URL."),
                      status);
  else if (status == 404 || status == 410)
    /* Translators: %u is a status code of HTTP */
    tlsrpt_cause_say (&draft, _("The policy host has no policy file (status %u)"), status);
  else if (status == 401 || status == 403 || status == 429)
    /* Translators: %u is a status code of HTTP */
    tlsrpt_cause_say (&draft, _("The policy host rejects the sender (status %u), often because of "
                                "protection against bots"),
                      status);
  else if (status >= 500)
    /* Translators: %u is a status code of HTTP */
    tlsrpt_cause_say (&draft, _("The policy host has an error of its own (status %u)"), status);
  else
    /* Translators: %u is a status code of HTTP */
    tlsrpt_cause_say (&draft, _("The policy host rejects the request (status %u)"), status);

  tlsrpt_cause_add (&draft, "failure-reason-code", code);
  if (url != NULL)
    {
      /* Translators: %s is a URL; the command stays as it is */
      tlsrpt_cause_add_step (&draft, _("Fetch the policy as a sender does: curl -v --max-redirs 0 %s"),
                             url);
      tlsrpt_cause_set_command (&draft, "curl -v --max-redirs 0 %s", url);
    }
  tlsrpt_cause_end (&draft);
}

/* Stalwart reports a certificate of the policy host that it does not trust as a policy
 * that cannot be fetched (crates/smtp/src/outbound/mta_sts/lookup.rs); other senders say
 * with sts-webpki-invalid what they mean (RFC 8460 section 4.3.2.2). */
void
tlsrpt_cause_policy_certificate (Finding *finding)
{
  static const char *const types[] = {
    "sts-webpki-invalid", "sts-policy-fetch-error", "sts-policy-invalid", NULL,
  };
  static const char *const codes[] = {
    "certificate-expired", "certificate-host-mismatch", "certificate-not-trusted",
    "X509_V_ERR_", "x509: certificate", NULL,
  };
  const char *code = tlsrpt_cause_find_code (finding, codes);
  g_autofree char *name = tlsrpt_domain_to_ascii (finding->problem->domain, NULL);
  Draft draft;

  if (code == NULL || name == NULL || !tlsrpt_cause_is_about (finding, types))
    return;

  draft = tlsrpt_cause_begin (finding, "policy-certificate", TLSRPT_CONFIDENCE_LIKELY,
                              TLSRPT_FAILURE_ACTOR_YOU | TLSRPT_FAILURE_ACTOR_PROVIDER);
  /* Translators: %s is a domain */
  tlsrpt_cause_say (&draft, _("The certificate of the web server mta-sts.%s is invalid, not that of "
                              "a mail server"),
                    name);
  tlsrpt_cause_add (&draft, "failure-reason-code", code);
  /* Translators: both %s are a domain; the command stays as it is */
  tlsrpt_cause_add_step (&draft, _("Look at the certificate: openssl s_client -connect "
                                   "mta-sts.%s:443 -servername mta-sts.%s"),
                         name, name);
  tlsrpt_cause_set_command (&draft, "openssl s_client -connect mta-sts.%s:443 -servername mta-sts.%s",
                            name, name);
  tlsrpt_cause_end (&draft);
}
