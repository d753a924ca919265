/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cause-private.h"

#include "tlsrpt-domain.h"
#include "tlsrpt-mail-host.h"

#include <glib/gi18n-lib.h>

/* What may stand for the names in a command. */
#define DOMAIN "DOMAIN"
#define MX "MX"

#define CONNECT "openssl s_client -starttls smtp -connect MX:25 -servername MX"

typedef struct
{
  const char *type;
  /* (nullable): the type of policy */
  const char *policy_type;
  /* The causes that come into question, the most frequent first. */
  const char *causes[3];
  const char *command;
} Choice;

/* By type of failure, as the registry of RFC 8460 section 6.6 has them.  What causes them
 * is also in the guide, where there is room to explain it. */
static const Choice choices[] = {
  { "starttls-not-supported", NULL,
    { N_("TLS is off on this mail server"),
      N_("a firewall on the way removes STARTTLS"),
      N_("another server answers at this address") },
    CONNECT },
  { "certificate-host-mismatch", NULL,
    { N_("the certificate lacks the name of the mail server"),
      N_("the mail server is known by another name"),
      N_("the server presents a default certificate") },
    CONNECT },
  { "certificate-expired", NULL,
    { N_("the certificate was not renewed"),
      N_("it was renewed, but the mail server was not reloaded"),
      N_("one of several servers still has the old one") },
    CONNECT },
  { "certificate-not-trusted", NULL,
    { N_("the server does not send the intermediate certificate"),
      N_("the certificate is self-signed or of a private CA"),
      N_("the sender does not trust the CA") },
    CONNECT " -showcerts" },
  { "validation-failure", "sts",
    { N_("the policy does not list the mail server"),
      N_("the TLS handshake failed"),
      N_("the certificate is invalid") },
    CONNECT },
  { "validation-failure", "tlsa",
    { N_("no TLSA record matches the key of the mail server"),
      N_("the TLS handshake failed"),
      NULL },
    "dig +dnssec TLSA _25._tcp.MX" },
  { "validation-failure", NULL,
    { N_("the TLS handshake failed"),
      N_("the certificate is invalid"),
      NULL },
    CONNECT },
  { "sts-policy-fetch-error", NULL,
    { N_("the policy file is missing or redirected"),
      N_("the policy host was down or out of reach"),
      N_("a protection against bots rejects senders") },
    "curl -v --max-redirs 0 https://mta-sts.DOMAIN/.well-known/mta-sts.txt" },
  { "sts-policy-invalid", NULL,
    { N_("a field of the policy is missing or misspelled"),
      N_("the URL serves a web page instead of the policy"),
      NULL },
    "tlsrpt-cli check DOMAIN" },
  { "sts-webpki-invalid", NULL,
    { N_("the certificate of the web server has expired"),
      N_("it is not valid for mta-sts.DOMAIN"),
      N_("its chain is incomplete") },
    "openssl s_client -connect mta-sts.DOMAIN:443 -servername mta-sts.DOMAIN" },
  { "tlsa-invalid", NULL,
    { N_("no TLSA record matches the key of the mail server"),
      N_("the TLSA records cannot be used for email"),
      NULL },
    "dig +dnssec TLSA _25._tcp.MX" },
  { "dnssec-invalid", NULL,
    { N_("signatures have expired"),
      N_("the DS record does not match the keys of the zone"),
      N_("a name server mishandles TLSA queries") },
    "delv TLSA _25._tcp.MX" },
};

static const Choice *
find_choice (const TlsrptEvidenceProblem *problem)
{
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      if (g_str_equal (choices[i].type, problem->result_type) &&
          (choices[i].policy_type == NULL ||
           g_str_equal (choices[i].policy_type, problem->policy_type)))
        return &choices[i];
    }

  return NULL;
}

/* A text with the names of the problem in it, or `NULL` if one is not known: a command for
 * a name that is none could do anything. */
static char *
fill_in (const char                  *text,
         const TlsrptEvidenceProblem *problem)
{
  g_autofree char *domain = tlsrpt_domain_to_ascii (problem->domain, NULL);
  g_autofree char *mx = *problem->mx_host != '\0'
                         ? tlsrpt_mail_host_to_ascii (problem->mx_host, NULL) : NULL;
  g_autoptr (GString) filled = g_string_new (text);

  if (g_strrstr (text, DOMAIN) != NULL)
    {
      if (domain == NULL)
        return NULL;
      g_string_replace (filled, DOMAIN, domain, 0);
    }
  if (g_strrstr (text, MX) != NULL)
    {
      if (mx == NULL)
        return NULL;
      g_string_replace (filled, MX, mx, 0);
    }

  return g_strdup (filled->str);
}

/* Says that the reports do not decide, between what, and what would.  Of a type that is
 * not known nothing is said but what the report says. */
void
tlsrpt_cause_undecided (Finding *finding)
{
  const TlsrptEvidenceProblem *problem = finding->problem;
  const Choice *choice = find_choice (problem);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *command = NULL;
  Draft draft;

  if (choice == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (choice->causes) && choice->causes[i] != NULL; i++)
    {
      g_autofree char *shown = NULL;
      /* The name is in the text, or is left as it is. */
      g_autofree char *filled = fill_in (_(choice->causes[i]), problem);

      if (i > 0)
        /* Translators: separates causes of which one applies */
        g_string_append (list, _("; "));
      shown = g_strdup (filled != NULL ? filled : _(choice->causes[i]));
      g_string_append (list, shown);
    }

  draft = tlsrpt_cause_begin (finding, "undecided", TLSRPT_CONFIDENCE_POSSIBLE,
                              TLSRPT_FAILURE_ACTOR_YOU | TLSRPT_FAILURE_ACTOR_PROVIDER);
  /* Translators: %s is a list of causes */
  tlsrpt_cause_say (&draft, _("The report does not say which of these it is: %s"), list->str);
  tlsrpt_cause_add (&draft, "result-type", problem->result_type);
  tlsrpt_cause_add (&draft, "receiving-mx-hostname", problem->mx_host);
  for (guint i = 0; i < problem->reason_codes->len; i++)
    tlsrpt_cause_add (&draft, "failure-reason-code", g_ptr_array_index (problem->reason_codes, i));

  tlsrpt_cause_add_renewal (&draft, finding);
  command = fill_in (choice->command, problem);
  if (command != NULL)
    {
      /* Translators: %s is a command */
      tlsrpt_cause_add_step (&draft, _("This would tell: %s"), command);
      tlsrpt_cause_set_command (&draft, "%s", command);
    }
  tlsrpt_cause_end (&draft);
}
