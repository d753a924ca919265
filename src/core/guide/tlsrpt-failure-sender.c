/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-failure-sender.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * RFC 8460 says what the result types mean, but senders sort faults into them as they
 * see fit.  Read in August 2026 in:
 *
 * Postfix: src/smtp/smtp_proto.c, src/tls/tls_client.c, src/tls/tls_verify.c.  It
 *   writes the text of OpenSSL, with underscores for the spaces.  That an MX host which
 *   no “mx” line lists becomes a host mismatch follows from smtp_proto.c, where the
 *   certificate is compared with what the MTA-STS plug-in gives.
 * mox: tlsrpt/report.go, queue/direct.go, smtpclient/client.go, mtastsdb/db.go.
 * Stalwart: crates/smtp/src/outbound/delivery.rs, mta_sts/lookup.rs, mta_sts/parse.rs.
 * Google, Microsoft and Mail.ru: their reports.
 */
static const TlsrptFailureSender rows[] = {
  { TLSRPT_FAULT_NO_STARTTLS, TLSRPT_SENDER_POSTFIX, "starttls-not-supported", NULL },
  { TLSRPT_FAULT_NO_STARTTLS, TLSRPT_SENDER_MOX, "starttls-not-supported", NULL },
  { TLSRPT_FAULT_NO_STARTTLS, TLSRPT_SENDER_STALWART, "starttls-not-supported",
    "STARTTLS was not advertised by host" },

  /* Stalwart writes the reply of the server as the code. */
  { TLSRPT_FAULT_STARTTLS_REFUSED, TLSRPT_SENDER_POSTFIX, "starttls-not-supported", NULL },
  { TLSRPT_FAULT_STARTTLS_REFUSED, TLSRPT_SENDER_MOX, "starttls-not-supported",
    "smtp-starttls-reply-code-" },
  { TLSRPT_FAULT_STARTTLS_REFUSED, TLSRPT_SENDER_STALWART, "starttls-not-supported", NULL },

  { TLSRPT_FAULT_HANDSHAKE, TLSRPT_SENDER_POSTFIX, "validation-failure",
    "tls-handshake-failure" },
  { TLSRPT_FAULT_HANDSHAKE, TLSRPT_SENDER_MOX, "validation-failure", "tls-remote-" },
  { TLSRPT_FAULT_HANDSHAKE, TLSRPT_SENDER_MOX, "validation-failure", "tls-local-" },
  { TLSRPT_FAULT_HANDSHAKE, TLSRPT_SENDER_MOX, "validation-failure",
    "tls-record-header-error" },
  { TLSRPT_FAULT_HANDSHAKE, TLSRPT_SENDER_MOX, "validation-failure",
    "io-timeout-during-handshake" },
  { TLSRPT_FAULT_HANDSHAKE, TLSRPT_SENDER_MOX, "validation-failure",
    "connection-closed-during-handshake" },
  { TLSRPT_FAULT_HANDSHAKE, TLSRPT_SENDER_STALWART, "certificate-not-trusted", NULL },
  { TLSRPT_FAULT_HANDSHAKE, TLSRPT_SENDER_MICROSOFT, "validation-failure",
    "VALIDATION_FAILURE" },

  { TLSRPT_FAULT_CERTIFICATE_EXPIRED, TLSRPT_SENDER_POSTFIX, "certificate-expired", NULL },
  { TLSRPT_FAULT_CERTIFICATE_EXPIRED, TLSRPT_SENDER_MOX, "certificate-expired", NULL },
  { TLSRPT_FAULT_CERTIFICATE_EXPIRED, TLSRPT_SENDER_STALWART, "certificate-not-trusted", NULL },

  { TLSRPT_FAULT_CERTIFICATE_NAME, TLSRPT_SENDER_POSTFIX, "certificate-host-mismatch", NULL },
  { TLSRPT_FAULT_CERTIFICATE_NAME, TLSRPT_SENDER_MOX, "certificate-host-mismatch", NULL },
  { TLSRPT_FAULT_CERTIFICATE_NAME, TLSRPT_SENDER_STALWART, "certificate-not-trusted", NULL },
  { TLSRPT_FAULT_CERTIFICATE_NAME, TLSRPT_SENDER_GOOGLE, "certificate-host-mismatch", NULL },

  { TLSRPT_FAULT_CERTIFICATE_CHAIN, TLSRPT_SENDER_POSTFIX, "validation-failure",
    "self-signed_certificate" },
  { TLSRPT_FAULT_CERTIFICATE_CHAIN, TLSRPT_SENDER_POSTFIX, "validation-failure",
    "self-signed_certificate_in_certificate_chain" },
  { TLSRPT_FAULT_CERTIFICATE_CHAIN, TLSRPT_SENDER_POSTFIX, "validation-failure",
    "unable_to_get_local_issuer_certificate" },
  { TLSRPT_FAULT_CERTIFICATE_CHAIN, TLSRPT_SENDER_POSTFIX, "validation-failure",
    "certificate_is_not_yet_valid" },
  { TLSRPT_FAULT_CERTIFICATE_CHAIN, TLSRPT_SENDER_MOX, "certificate-not-trusted", NULL },
  { TLSRPT_FAULT_CERTIFICATE_CHAIN, TLSRPT_SENDER_MOX, "certificate-not-trusted",
    "not-authorized-to-sign" },
  { TLSRPT_FAULT_CERTIFICATE_CHAIN, TLSRPT_SENDER_MOX, "certificate-not-trusted",
    "incompatible-key-usage" },
  { TLSRPT_FAULT_CERTIFICATE_CHAIN, TLSRPT_SENDER_STALWART, "certificate-not-trusted", NULL },

  { TLSRPT_FAULT_MX_NOT_LISTED, TLSRPT_SENDER_POSTFIX, "certificate-host-mismatch", NULL },
  { TLSRPT_FAULT_MX_NOT_LISTED, TLSRPT_SENDER_MOX, "validation-failure",
    "mtasts-policy-mx-mismatch" },
  { TLSRPT_FAULT_MX_NOT_LISTED, TLSRPT_SENDER_STALWART, "validation-failure",
    "MX not authorized by policy." },
  { TLSRPT_FAULT_MX_NOT_LISTED, TLSRPT_SENDER_GOOGLE, "validation-failure", NULL },
  { TLSRPT_FAULT_MX_NOT_LISTED, TLSRPT_SENDER_MICROSOFT, "validation-failure",
    "MX_HOSTS_MISMATCH" },

  /* Postfix may also have a text of OpenSSL for it, as for any fault of the chain. */
  { TLSRPT_FAULT_TLSA_MISMATCH, TLSRPT_SENDER_POSTFIX, "certificate-not-trusted", NULL },
  { TLSRPT_FAULT_TLSA_MISMATCH, TLSRPT_SENDER_POSTFIX, "validation-failure",
    "self-signed_certificate" },
  { TLSRPT_FAULT_TLSA_MISMATCH, TLSRPT_SENDER_MOX, "validation-failure", "dane-no-match" },
  { TLSRPT_FAULT_TLSA_MISMATCH, TLSRPT_SENDER_STALWART, "validation-failure",
    "No matching certificates found." },

  { TLSRPT_FAULT_TLSA_UNUSABLE, TLSRPT_SENDER_POSTFIX, "tlsa-invalid",
    "all-TLSA-records-unusable" },
  { TLSRPT_FAULT_TLSA_UNUSABLE, TLSRPT_SENDER_MOX, "tlsa-invalid",
    "all-unusable-records+ignored" },
  { TLSRPT_FAULT_TLSA_UNUSABLE, TLSRPT_SENDER_STALWART, "tlsa-invalid", "Invalid TLSA record." },

  { TLSRPT_FAULT_TLSA_BOGUS, TLSRPT_SENDER_MOX, "dnssec-invalid", "extended-dns-error-" },
  { TLSRPT_FAULT_TLSA_BOGUS, TLSRPT_SENDER_STALWART, "dnssec-invalid",
    "Bogus TLSA records were found." },

  { TLSRPT_FAULT_MX_BOGUS, TLSRPT_SENDER_MOX, "validation-failure", "dns-extended-error-" },
  { TLSRPT_FAULT_MX_BOGUS, TLSRPT_SENDER_STALWART, "dnssec-invalid",
    "Bogus MX records were found." },

  { TLSRPT_FAULT_TLSA_MISSING, TLSRPT_SENDER_STALWART, "dane-required",
    "No TLSA records found for MX." },
  { TLSRPT_FAULT_TLSA_MISSING, TLSRPT_SENDER_STALWART, "dane-required",
    "No TLSA DNSSEC records found." },
  { TLSRPT_FAULT_TLSA_MISSING, TLSRPT_SENDER_STALWART, "dane-required",
    "MX host is not in a DNSSEC signed zone." },

  { TLSRPT_FAULT_POLICY_MISSING, TLSRPT_SENDER_MOX, "sts-policy-fetch-error",
    "no-policy-served" },
  { TLSRPT_FAULT_POLICY_MISSING, TLSRPT_SENDER_STALWART, "sts-policy-invalid",
    "Failed to parse policy:" },
  { TLSRPT_FAULT_POLICY_MISSING, TLSRPT_SENDER_MICROSOFT, "sts-policy-fetch-error", NULL },
  { TLSRPT_FAULT_POLICY_MISSING, TLSRPT_SENDER_MAIL_RU, "sts-policy-fetch-error",
    "bad https response code:" },

  { TLSRPT_FAULT_POLICY_UNREACHABLE, TLSRPT_SENDER_MOX, "sts-policy-fetch-error",
    "cannot-fetch-policy" },
  { TLSRPT_FAULT_POLICY_UNREACHABLE, TLSRPT_SENDER_STALWART, "sts-policy-fetch-error",
    "Could not reach policy host." },
  { TLSRPT_FAULT_POLICY_UNREACHABLE, TLSRPT_SENDER_STALWART, "sts-policy-fetch-error",
    "Timeout fetching policy." },

  { TLSRPT_FAULT_POLICY_CONTENT, TLSRPT_SENDER_MOX, "sts-policy-invalid",
    "policy-syntax-error" },
  { TLSRPT_FAULT_POLICY_CONTENT, TLSRPT_SENDER_STALWART, "sts-policy-invalid",
    "Failed to parse policy:" },

  { TLSRPT_FAULT_POLICY_CERTIFICATE, TLSRPT_SENDER_MOX, "sts-webpki-invalid",
    "certificate-expired" },
  { TLSRPT_FAULT_POLICY_CERTIFICATE, TLSRPT_SENDER_MOX, "sts-webpki-invalid",
    "certificate-host-mismatch" },
  { TLSRPT_FAULT_POLICY_CERTIFICATE, TLSRPT_SENDER_MOX, "sts-webpki-invalid",
    "certificate-not-trusted" },
  { TLSRPT_FAULT_POLICY_CERTIFICATE, TLSRPT_SENDER_STALWART, "sts-policy-fetch-error",
    "Could not reach policy host." },

  { TLSRPT_FAULT_POLICY_NONE, TLSRPT_SENDER_STALWART, "sts-policy-invalid",
    "Failed to parse policy:" },
};

/**
 * tlsrpt_failure_sender_get_all:
 * @n_rows: (out): how many there are
 *
 * Gets what each sender writes for each fault, fault by fault.
 *
 * Returns: (array length=n_rows): the rows
 */
const TlsrptFailureSender *
tlsrpt_failure_sender_get_all (gsize *n_rows)
{
  *n_rows = G_N_ELEMENTS (rows);

  return rows;
}

/**
 * tlsrpt_sender_get_name:
 * @sender: a sender
 *
 * Returns: its name, which is never translated
 */
const char *
tlsrpt_sender_get_name (TlsrptSender sender)
{
  static const char *const names[] = {
    [TLSRPT_SENDER_POSTFIX] = "Postfix",
    [TLSRPT_SENDER_MOX] = "mox",
    [TLSRPT_SENDER_STALWART] = "Stalwart",
    [TLSRPT_SENDER_GOOGLE] = "Google",
    [TLSRPT_SENDER_MICROSOFT] = "Microsoft",
    [TLSRPT_SENDER_MAIL_RU] = "Mail.ru",
  };

  g_return_val_if_fail (sender < TLSRPT_N_SENDERS, NULL);

  return names[sender];
}

/**
 * tlsrpt_fault_get_title:
 * @fault: a fault
 *
 * Returns: what is wrong, in the language of the program
 */
const char *
tlsrpt_fault_get_title (TlsrptFault fault)
{
  static const char *const titles[] = {
    /* Translators: this and the texts below name faults of a mail server, without a
     * full stop; a list of senders follows after a colon */
    [TLSRPT_FAULT_NO_STARTTLS] = N_("STARTTLS not offered"),
    [TLSRPT_FAULT_STARTTLS_REFUSED] = N_("STARTTLS refused"),
    [TLSRPT_FAULT_HANDSHAKE] = N_("Broken TLS handshake"),
    [TLSRPT_FAULT_CERTIFICATE_EXPIRED] = N_("Expired certificate"),
    [TLSRPT_FAULT_CERTIFICATE_NAME] = N_("Wrong name in the certificate"),
    [TLSRPT_FAULT_CERTIFICATE_CHAIN] = N_("Self-signed certificate, incomplete chain, or unknown "
                                          "CA"),
    [TLSRPT_FAULT_MX_NOT_LISTED] = N_("MX host missing from the MTA-STS policy"),
    [TLSRPT_FAULT_TLSA_MISMATCH] = N_("No TLSA record matches"),
    [TLSRPT_FAULT_TLSA_UNUSABLE] = N_("Only unusable TLSA records"),
    [TLSRPT_FAULT_TLSA_BOGUS] = N_("TLSA lookup fails DNSSEC validation"),
    [TLSRPT_FAULT_MX_BOGUS] = N_("MX or address lookup fails DNSSEC validation"),
    [TLSRPT_FAULT_TLSA_MISSING] = N_("DANE required, but no usable TLSA record"),
    [TLSRPT_FAULT_POLICY_MISSING] = N_("No policy file (404)"),
    [TLSRPT_FAULT_POLICY_UNREACHABLE] = N_("Policy host out of reach"),
    [TLSRPT_FAULT_POLICY_CONTENT] = N_("Error in the policy file"),
    [TLSRPT_FAULT_POLICY_CERTIFICATE] = N_("Bad certificate of the policy host"),
    [TLSRPT_FAULT_POLICY_NONE] = N_("Policy with mode none and no mx lines"),
  };

  g_return_val_if_fail (fault < TLSRPT_N_FAULTS, NULL);

  return _(titles[fault]);
}

/* The senders that report @fault as @type, each with its codes: “Postfix, mox (`x`,
 * `y`)”.  A code that goes on differently each time ends with a hyphen or a colon. */
static char *
list_senders (TlsrptFault  fault,
              const char  *type)
{
  GString *list = g_string_new (NULL);

  for (TlsrptSender sender = 0; sender < TLSRPT_N_SENDERS; sender++)
    {
      g_autoptr (GString) codes = g_string_new (NULL);
      gboolean is_found = FALSE;

      for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          if (rows[i].fault != fault || rows[i].sender != sender ||
              !g_str_equal (rows[i].type, type))
            continue;

          is_found = TRUE;

          if (rows[i].code != NULL)
            g_string_append_printf (codes, "%s`%s`%s", codes->len > 0 ? ", " : "", rows[i].code,
                                    g_str_has_suffix (rows[i].code, "-") ||
                                    g_str_has_suffix (rows[i].code, ":") ? "…" : "");
        }

      if (!is_found)
        continue;

      if (list->len > 0)
        /* Translators: separates the names in a list of names */
        g_string_append (list, _(", "));

      g_string_append (list, tlsrpt_sender_get_name (sender));

      if (codes->len > 0)
        g_string_append_printf (list, " (%s)", codes->str);
    }

  return g_string_free (list, FALSE);
}

/* Whether @type is new among the rows before @position for the same fault. */
static gboolean
is_first (gsize position)
{
  for (gsize i = 0; i < position; i++)
    {
      if (rows[i].fault == rows[position].fault &&
          g_str_equal (rows[i].type, rows[position].type))
        return FALSE;
    }

  return TRUE;
}

static char *
describe_fault (TlsrptFault  fault,
                const char  *type)
{
  g_autofree char *senders = list_senders (fault, type);
  GString *item = NULL;

  if (*senders == '\0')
    return NULL;

  item = g_string_new (NULL);
  /* Translators: the first %s is a fault of a mail server, such as “Expired
   * certificate”; the second is a list of senders */
  g_string_append_printf (item, _("%s: %s."), tlsrpt_fault_get_title (fault), senders);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *others = NULL;

      if (rows[i].fault != fault || g_str_equal (rows[i].type, type) || !is_first (i))
        continue;

      others = list_senders (fault, rows[i].type);
      g_string_append_c (item, ' ');
      /* Translators: the first %s is a word of a report, the second is a list of the
       * senders that use this word for the same fault.  Keep the backticks. */
      g_string_append_printf (item, _("As `%s`: %s."), rows[i].type, others);
    }

  return g_string_free (item, FALSE);
}

/**
 * tlsrpt_failure_sender_describe:
 * @type: a result type
 *
 * Describes which sender uses @type for what, and what other senders call the same.
 *
 * Returns: (transfer full): a text of the guide for each fault, and one about others
 */
char **
tlsrpt_failure_sender_describe (const char *type)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (type != NULL, NULL);

  for (TlsrptFault fault = 0; fault < TLSRPT_N_FAULTS; fault++)
    {
      g_autofree char *item = describe_fault (fault, type);

      if (item != NULL)
        g_strv_builder_add (builder, item);
    }

  g_strv_builder_add (builder, _("For senders that aren’t listed here, the meaning above applies."));

  return g_strv_builder_end (builder);
}
