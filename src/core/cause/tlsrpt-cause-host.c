/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-cause-private.h"

#include "tlsrpt-public-suffix.h"
#include "tlsrpt-tlsa.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rules about mail servers, their certificates, and DANE. */

/* The types under which senders report that no TLSA record matches. */
static const char *const dane_types[] = {
  "tlsa-invalid", "validation-failure", "certificate-not-trusted", "certificate-host-mismatch",
  "certificate-expired", NULL,
};

/* What is no name of DNS is not put into a command. */
static gboolean
is_plain_host (const char *host)
{
  gsize length = strlen (host);

  return length > 0 && strspn (host, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS ".-_") == length &&
         *host != '-';
}

/* It is a rule of the sender to require DANE, which no policy of the domain asks for (RFC
 * 8460 section 4.3.2.1). */
void
tlsrpt_cause_senders_rule (Finding *finding)
{
  static const char *const types[] = { "dane-required", NULL };
  Draft draft;

  if (!tlsrpt_cause_is_about (finding, types))
    return;

  draft = tlsrpt_cause_begin (finding, "senders-rule", TLSRPT_CONFIDENCE_CERTAIN,
                              TLSRPT_FAILURE_ACTOR_SENDER | TLSRPT_FAILURE_ACTOR_YOU);
  tlsrpt_cause_say (&draft, _("The sender requires DANE for your domain and found no usable TLSA "
                              "records. This is a rule of the sender, not of your policy."));
  for (guint i = 0; i < finding->problem->senders->len; i++)
    tlsrpt_cause_add (&draft, "organization-name", g_ptr_array_index (finding->problem->senders, i));
  tlsrpt_cause_add_step (&draft, _("Publish TLSA records for all mail servers, or ask the sender to "
                                   "remove the rule."));
  tlsrpt_cause_end (&draft);
}

/* A sender that has not fetched a policy yet, or does not use any, applies none: that is
 * no failure of the policy (RFC 8460 section 4.4, “no-policy-found”). */
void
tlsrpt_cause_no_policy_applied (Finding *finding)
{
  const GPtrArray *tracks = tlsrpt_evidence_set_get_tracks (finding->set);
  g_autofree char *shown = NULL;
  Draft draft;

  if (!tlsrpt_cause_all_under (finding, "no-policy-found"))
    return;

  for (guint i = 0; i < tracks->len; i++)
    {
      const TlsrptEvidenceTrack *track = g_ptr_array_index (tracks, i);

      if (!g_str_equal (track->domain, finding->problem->domain) ||
          !(g_str_equal (track->policy_type, "sts") || g_str_equal (track->policy_type, "tlsa")))
        continue;

      for (guint j = 0; j < track->visits->len; j++)
        {
          const TlsrptEvidenceVisit *visit = g_ptr_array_index (track->visits, j);

          if (tlsrpt_evidence_problem_has_sender (finding->problem, visit->sender) ||
              visit->day < tlsrpt_evidence_problem_get_since (finding->problem) ||
              visit->day > tlsrpt_evidence_problem_get_until (finding->problem))
            continue;

          draft = tlsrpt_cause_begin (finding, "no-policy-applied", TLSRPT_CONFIDENCE_CERTAIN,
                                      TLSRPT_FAILURE_ACTOR_SENDER);
          shown = tlsrpt_cause_show (visit->sender);
          /* Translators: %s is who sent another report */
          tlsrpt_cause_say (&draft, _("The sender applied no policy, though %s found one at the same "
                                      "time. It may not support MTA-STS and DANE, or had not "
                                      "fetched the policy yet."),
                            shown);
          tlsrpt_cause_add (&draft, "policy-type", "no-policy-found");
          tlsrpt_cause_add_day (&draft, visit->day);
          tlsrpt_cause_end (&draft);
          return;
        }
    }
}

/* Reads “3 1 1 HEX”, with or without spaces in the digits. */
static gboolean
read_tlsa (const char     *line,
           TlsrptResource *record)
{
  guint8 *numbers[] = { &record->usage, &record->selector, &record->matching };
  GByteArray *data;

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      guint value = 0;

      while (*line == ' ')
        line++;
      if (!g_ascii_isdigit (*line))
        return FALSE;
      for (; g_ascii_isdigit (*line); line++)
        {
          value = value * 10 + (guint) g_ascii_digit_value (*line);
          if (value > 255)
            return FALSE;
        }
      if (*line != ' ')
        return FALSE;
      *numbers[i] = (guint8) value;
    }

  data = g_byte_array_new ();
  for (; *line != '\0'; line++)
    {
      guint8 octet;

      if (*line == ' ')
        continue;
      if (!g_ascii_isxdigit (*line) || !g_ascii_isxdigit (line[1]))
        {
          g_byte_array_unref (data);
          return FALSE;
        }
      octet = (guint8) (g_ascii_xdigit_value (line[0]) << 4 | g_ascii_xdigit_value (line[1]));
      g_byte_array_append (data, &octet, 1);
      line++;
    }

  record->data = g_byte_array_free_to_bytes (data);

  return TRUE;
}

/* Whether all records of a policy are unusable; @text gets what is wrong with the first. */
static gboolean
is_unusable (const TlsrptEvidencePolicy  *policy,
             const char                  *host,
             char                       **text)
{
  gboolean is_first = TRUE;

  for (const char *const *line = policy->lines; *line != NULL; line++)
    {
      TlsrptResource record = { 0 };
      g_autoptr (GBytes) data = NULL;

      if (!read_tlsa (*line, &record))
        return FALSE;

      data = record.data;
      if (tlsrpt_tlsa_find_fault (&record) == TLSRPT_TLSA_USABLE)
        return FALSE;

      if (is_first)
        {
          g_free (*text);
          *text = tlsrpt_tlsa_dup_fault (&record, host);
        }
      is_first = FALSE;
    }

  return !is_first;
}

/* Records that no sender can use (RFC 7672 section 3.1.3, RFC 6698 section 2.1); if one of
 * them is usable, the others are passed over. */
void
tlsrpt_cause_tlsa_unusable (Finding *finding)
{
  const TlsrptEvidencePolicy *last = NULL;
  g_autofree char *shown = tlsrpt_cause_show (*finding->problem->mx_host != '\0'
                                              ? finding->problem->mx_host
                                              : finding->problem->domain);

  if (!tlsrpt_cause_is_about (finding, dane_types))
    return;

  for (guint i = 0; i < finding->problem->items->len; i++)
    {
      const TlsrptEvidence *item = g_ptr_array_index (finding->problem->items, i);
      g_autofree char *text = NULL;
      Draft draft;

      if (item->policy == last || !g_str_equal (item->policy->type, "tlsa"))
        continue;

      last = item->policy;
      if (!is_unusable (last, shown, &text))
        continue;

      draft = tlsrpt_cause_begin (finding, "tlsa-unusable", TLSRPT_CONFIDENCE_CERTAIN,
                                  TLSRPT_FAILURE_ACTOR_YOU | TLSRPT_FAILURE_ACTOR_PROVIDER);
      tlsrpt_cause_say (&draft, "%s", text);
      for (gsize j = 0; last->lines[j] != NULL; j++)
        tlsrpt_cause_add (&draft, "policy-string", last->lines[j]);
      tlsrpt_cause_add_step (&draft, _("Publish a TLSA record with 3 1 1 for the key that the mail "
                                       "server uses, then remove this one."));
      tlsrpt_cause_end (&draft);

      return;
    }
}

/* Under DANE with 3 x x neither the name, the date nor the CA of a certificate counts (RFC
 * 7672 section 3.1.1), so that nothing is left but a record that does not match. */
void
tlsrpt_cause_tlsa_mismatch (Finding *finding)
{
  static const char *const types[] = {
    "certificate-not-trusted", "certificate-host-mismatch", "certificate-expired", NULL,
  };
  static const char *const codes[] = {
    "dane-no-match", "No matching certificates found", NULL,
  };
  const char *code = tlsrpt_cause_find_code (finding, codes);
  gboolean is_by_type = tlsrpt_cause_is_about (finding, types);
  Draft draft;

  if (!tlsrpt_cause_all_under (finding, "tlsa") || !tlsrpt_cause_is_about (finding, dane_types))
    return;

  for (guint i = 0; i < finding->problem->items->len && is_by_type && code == NULL; i++)
    {
      const TlsrptEvidence *item = g_ptr_array_index (finding->problem->items, i);

      is_by_type = *item->policy->lines != NULL;
      for (const char *const *line = item->policy->lines; *line != NULL && is_by_type; line++)
        is_by_type = g_str_has_prefix (*line, "3 ");
    }

  /* Something is certain, or the days tell more. */
  if (finding->causes->len > 0 || (code == NULL && !is_by_type))
    return;

  draft = tlsrpt_cause_begin (finding, "tlsa-mismatch", TLSRPT_CONFIDENCE_LIKELY,
                              TLSRPT_FAILURE_ACTOR_YOU | TLSRPT_FAILURE_ACTOR_PROVIDER);
  tlsrpt_cause_say (&draft, _("No TLSA record matches the key of the mail server, whatever the type "
                              "of failure says: under DANE, neither the name nor the CA counts"));
  tlsrpt_cause_add (&draft, "failure-reason-code", code != NULL ? code : "");
  tlsrpt_cause_add (&draft, "receiving-mx-hostname", finding->problem->mx_host);
  for (guint i = 0; i < finding->problem->items->len && i < 2; i++)
    {
      const TlsrptEvidence *item = g_ptr_array_index (finding->problem->items, i);

      for (const char *const *line = item->policy->lines; *line != NULL; line++)
        tlsrpt_cause_add (&draft, "policy-string", *line);
    }
  if (is_plain_host (finding->problem->mx_host))
    {
      tlsrpt_cause_add_step (&draft,
                             /* Translators: %s is a mail server; the command stays as it is */
                             _("Compare the records with the key: dig +dnssec TLSA _25._tcp.%s"),
                             finding->problem->mx_host);
      tlsrpt_cause_set_command (&draft, "dig +dnssec TLSA _25._tcp.%s", finding->problem->mx_host);
    }
  tlsrpt_cause_end (&draft);
}

/* The name in the greeting is not authenticated, but shows who runs the server: a
 * provider's certificate has the provider's name (RFC 8461 section 4.2, RFC 7672 section
 * 3.2.3). */
void
tlsrpt_cause_host_alias (Finding *finding)
{
  static const char *const types[] = { "certificate-host-mismatch", NULL };
  const char *host = finding->problem->mx_host;
  const char *own = *host != '\0' ? tlsrpt_public_suffix_find_registrable (host) : NULL;

  if (!tlsrpt_cause_is_about (finding, types) || own == NULL)
    return;

  for (guint i = 0; i < finding->problem->items->len; i++)
    {
      const TlsrptEvidence *item = g_ptr_array_index (finding->problem->items, i);
      g_autofree char *helo = g_ascii_strdown (item->helo, -1);
      const char *other;
      g_autofree char *shown_host = NULL;
      g_autofree char *shown_helo = NULL;
      Draft draft;

      if (!is_plain_host (helo) || strchr (helo, '.') == NULL || g_hostname_is_ip_address (helo))
        continue;

      other = tlsrpt_public_suffix_find_registrable (helo);
      if (other == NULL || g_str_equal (own, other))
        continue;

      draft = tlsrpt_cause_begin (finding, "host-alias", TLSRPT_CONFIDENCE_LIKELY,
                                  TLSRPT_FAILURE_ACTOR_YOU | TLSRPT_FAILURE_ACTOR_PROVIDER);
      shown_host = tlsrpt_cause_show (host);
      shown_helo = tlsrpt_cause_show (helo);
      /* Translators: both %s are mail servers */
      tlsrpt_cause_say (&draft, _("%s is probably another name of %s, and the certificate is only "
                                  "valid for that one"),
                        shown_host, shown_helo);
      tlsrpt_cause_add (&draft, "receiving-mx-hostname", host);
      tlsrpt_cause_add (&draft, "receiving-mx-helo", helo);
      /* Translators: %s is a mail server */
      tlsrpt_cause_add_step (&draft, _("Use %s in the MX record and in the policy, if your provider "
                                       "confirms this name."),
                             shown_helo);
      tlsrpt_cause_end (&draft);

      return;
    }
}

/* A reply to STARTTLS other than 220 (RFC 3207 section 4): of 4xx the same command may be
 * accepted later (RFC 5321 section 4.2.1). */
void
tlsrpt_cause_starttls_refused (Finding *finding)
{
  static const char *const types[] = { "starttls-not-supported", NULL };
  static const char *const codes[] = {
    "smtp-starttls-reply-code-4", "smtp-starttls-reply-code-5", "421", "45", "50", "53", "55", NULL,
  };
  const char *code = tlsrpt_cause_find_code (finding, codes);
  const char *digit;
  Draft draft;

  if (!tlsrpt_cause_is_about (finding, types) || code == NULL)
    return;

  for (digit = code; !g_ascii_isdigit (*digit); digit++)
    ;
  if (!g_ascii_isdigit (digit[1]) || !g_ascii_isdigit (digit[2]) || g_ascii_isdigit (digit[3]))
    return;

  draft = tlsrpt_cause_begin (finding, "starttls-refused", TLSRPT_CONFIDENCE_LIKELY,
                              TLSRPT_FAILURE_ACTOR_YOU | TLSRPT_FAILURE_ACTOR_PROVIDER);
  if (*digit == '4')
    tlsrpt_cause_say (&draft, _("The mail server offered STARTTLS but rejected it temporarily, for "
                                "example because of load or because its key could not be read"));
  else
    tlsrpt_cause_say (&draft, _("The mail server rejected STARTTLS"));
  tlsrpt_cause_add (&draft, "failure-reason-code", code);
  tlsrpt_cause_add (&draft, "receiving-mx-hostname", finding->problem->mx_host);
  tlsrpt_cause_add_step (&draft, _("Look for this reply in the log of the mail server."));
  tlsrpt_cause_end (&draft);
}

/* The alert “unrecognized_name” (RFC 6066 section 3): the server has no certificate for
 * the name that the sender asked for. */
void
tlsrpt_cause_name_unknown (Finding *finding)
{
  static const char *const codes[] = {
    "tls-remote-alert-112", "tls-remote-112", "tls-remote-unrecognized-name",
    "tlsv1_unrecognized_name", "unrecognized_name", NULL,
  };
  const char *code = tlsrpt_cause_find_code (finding, codes);
  Draft draft;

  if (code == NULL)
    return;

  draft = tlsrpt_cause_begin (finding, "name-unknown", TLSRPT_CONFIDENCE_LIKELY,
                              TLSRPT_FAILURE_ACTOR_YOU | TLSRPT_FAILURE_ACTOR_PROVIDER);
  tlsrpt_cause_say (&draft, _("The mail server has no certificate for the name in its MX record and "
                              "ended the handshake"));
  tlsrpt_cause_add (&draft, "failure-reason-code", code);
  tlsrpt_cause_add (&draft, "receiving-mx-hostname", finding->problem->mx_host);
  tlsrpt_cause_add_step (&draft, _("Give the mail server a certificate for this name, or set a "
                                   "default certificate."));
  tlsrpt_cause_end (&draft);
}
