/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-reason-code.h"

#include <glib/gi18n-lib.h>

/**
 * TlsrptReasonCode:
 *
 * A word that senders write into `failure-reason-code`, explained.
 *
 * RFC 8460 leaves the codes to the senders, so this can only be a glossary of
 * those that are seen: a code that is not in it is shown as it is.
 */
struct _TlsrptReasonCode
{
  TlsrptGuideEntry parent_instance;

  /* Whether every code that begins with the id is meant. */
  gboolean         is_family;
};

G_DEFINE_FINAL_TYPE (TlsrptReasonCode, tlsrpt_reason_code, TLSRPT_TYPE_GUIDE_ENTRY)

typedef struct
{
  const char *code;
  gboolean    is_family;
  const char *meaning;
  const char *advice[2];
  const char *types[3];
} Texts;

static const Texts texts[] = {
  {
    "MX_HOSTS_MISMATCH", FALSE,
    /* Translators: this and the next text explain the code MX_HOSTS_MISMATCH */
    N_("The MTA-STS policy does not list one of the MX hosts."),
    { N_("Written by Microsoft. Compare the MX records with the `mx:` lines of the policy.") },
    { "validation-failure" },
  },
  {
    "mx-mismatch", FALSE,
    /* Translators: this and the next text explain the code mx-mismatch */
    N_("The MTA-STS policy does not list one of the MX hosts."),
    { N_("Compare the MX records with the `mx:` lines of the policy.") },
    { "validation-failure" },
  },
  {
    "VALIDATION_FAILURE", FALSE,
    /* Translators: this and the next text explain the code VALIDATION_FAILURE */
    N_("TLS failed, and the sender says no more than that."),
    { N_("Written by Microsoft. Look at the certificate and the TLS versions of the server that "
         "the report names.") },
    { "validation-failure", "starttls-not-supported" },
  },
  {
    "bad https response code:", TRUE,
    /* Translators: this and the next text explain the code “bad https response code: 404” */
    N_("The policy host answered with another HTTP status than 200."),
    { N_("The number is the status: 404 means that there is no such file, 403 that the server "
         "refuses, 500 and above that it has a fault.") },
    { "sts-policy-fetch-error" },
  },
  {
    "context deadline exceeded", FALSE,
    /* Translators: this and the next text explain the code “context deadline exceeded” */
    N_("The time was up before an answer came."),
    { N_("Written by senders in the Go language. Check that the policy host answers over IPv4 "
         "and over IPv6.") },
    { "sts-policy-fetch-error" },
  },
  {
    "self-signed_certificate", FALSE,
    /* Translators: explains the code “self-signed_certificate” */
    N_("The certificate is self-signed: no CA vouches for it."),
    { NULL },
    { "certificate-not-trusted" },
  },
  {
    "X509_V_ERR_", TRUE,
    /* Translators: this and the next text explain codes that begin with X509_V_ERR_ */
    N_("An error from the certificate check of OpenSSL. The rest of the code names it."),
    { N_("The manual page of `X509_STORE_CTX_get_error` lists all of them.") },
    { "certificate-not-trusted", "validation-failure" },
  },
  {
    "X509_V_ERR_CERT_HAS_EXPIRED", FALSE,
    /* Translators: explains the code X509_V_ERR_CERT_HAS_EXPIRED */
    N_("A certificate in the chain is past its end date."),
    { NULL },
    { "certificate-expired" },
  },
  {
    "X509_V_ERR_CERT_NOT_YET_VALID", FALSE,
    /* Translators: explains the code X509_V_ERR_CERT_NOT_YET_VALID */
    N_("The start date of a certificate in the chain is in the future, or a clock is wrong."),
    { NULL },
    { "certificate-not-trusted" },
  },
  {
    "X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT", FALSE,
    /* Translators: explains the code X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT */
    N_("The certificate of the server is self-signed: no CA vouches for it."),
    { NULL },
    { "certificate-not-trusted" },
  },
  {
    "X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN", FALSE,
    /* Translators: explains the code X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN */
    N_("The chain ends in a root that the sender does not trust, such as a private CA."),
    { NULL },
    { "certificate-not-trusted" },
  },
  {
    "X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY", FALSE,
    /* Translators: explains the code X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY */
    N_("The sender does not know the issuer: an intermediate certificate is missing, or the CA "
       "is private."),
    { NULL },
    { "certificate-not-trusted" },
  },
  {
    "X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE", FALSE,
    /* Translators: explains the code X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE */
    N_("The server sent only its own certificate, and the intermediate one is missing."),
    { NULL },
    { "certificate-not-trusted" },
  },
  {
    "X509_V_ERR_HOSTNAME_MISMATCH", FALSE,
    /* Translators: explains the code X509_V_ERR_HOSTNAME_MISMATCH */
    N_("The certificate does not hold the name of the MX host."),
    { NULL },
    { "certificate-host-mismatch" },
  },
  {
    "X509_V_ERR_INVALID_PURPOSE", FALSE,
    /* Translators: explains the code X509_V_ERR_INVALID_PURPOSE */
    N_("The certificate is not meant for TLS servers."),
    { NULL },
    { "certificate-not-trusted" },
  },
  {
    "X509_V_ERR_PERMITTED_VIOLATION", FALSE,
    /* Translators: explains the code X509_V_ERR_PERMITTED_VIOLATION */
    N_("The CA may not issue certificates for this name (name constraints)."),
    { NULL },
    { "certificate-not-trusted" },
  },
  {
    "X509_V_ERR_EE_KEY_TOO_SMALL", FALSE,
    /* Translators: explains the code X509_V_ERR_EE_KEY_TOO_SMALL */
    N_("The key of the certificate is too short for the sender."),
    { N_("Use an RSA key of at least 2048 bits, or an ECDSA key.") },
    { "validation-failure", "certificate-not-trusted" },
  },
  {
    "X509_V_ERR_CA_MD_TOO_WEAK", FALSE,
    /* Translators: explains the code X509_V_ERR_CA_MD_TOO_WEAK */
    N_("A certificate in the chain is signed with a digest that is too weak, such as SHA-1."),
    { NULL },
    { "validation-failure", "certificate-not-trusted" },
  },
  {
    "X509_V_ERR_PROXY_PATH_LENGTH_EXCEEDED", FALSE,
    /* Translators: this and the next text explain X509_V_ERR_PROXY_PATH_LENGTH_EXCEEDED */
    N_("The chain has more proxy certificates than allowed."),
    { N_("This is the example in RFC 8460. In a real report it is hardly ever seen.") },
    { "validation-failure" },
  },
  {
    "tls-remote-", TRUE,
    /* Translators: this and the next text explain codes that begin with tls-remote- */
    N_("The mail server ended the handshake with a TLS alert. The rest of the code names it."),
    { N_("Written by senders that run mox. The log of the mail server tells why.") },
    { "validation-failure" },
  },
  {
    "tls-remote-alert-40", TRUE,
    /* Translators: explains the code tls-remote-alert-40-handshake-failure */
    N_("The mail server found no cipher, curve or signature that both sides support."),
    { NULL },
    { "validation-failure" },
  },
  {
    "tls-remote-alert-70", TRUE,
    /* Translators: explains the code tls-remote-alert-70-protocol-version-not-supported */
    N_("The mail server does not support the TLS versions of the sender."),
    { N_("Allow TLS 1.2 and 1.3 on the server.") },
    { "validation-failure" },
  },
  {
    "tls-remote-alert-80", TRUE,
    /* Translators: explains the code tls-remote-alert-80-internal-error */
    N_("The mail server had a fault of its own, such as a key or certificate that it cannot "
       "read."),
    { NULL },
    { "validation-failure" },
  },
  {
    "tls-remote-alert-112", TRUE,
    /* Translators: explains the code tls-remote-alert-112-unrecognized-name */
    N_("The mail server has no certificate for the host name that the sender asked for."),
    { NULL },
    { "validation-failure", "certificate-host-mismatch" },
  },
  {
    "tls-local-", TRUE,
    /* Translators: this and the next text explain codes that begin with tls-local- */
    N_("The sender ended the handshake with a TLS alert. The rest of the code names it."),
    { N_("Written by senders that run mox. What the mail server sent was not acceptable.") },
    { "validation-failure" },
  },
  {
    "tls-record-header-error", FALSE,
    /* Translators: this and the next text explain the code tls-record-header-error */
    N_("What the mail server sent after `STARTTLS` was not TLS."),
    { N_("A firewall or proxy that inspects SMTP is a usual cause.") },
    { "validation-failure", "starttls-not-supported" },
  },
  {
    "io-timeout-during-handshake", FALSE,
    /* Translators: explains the code io-timeout-during-handshake */
    N_("The mail server did not finish the handshake in time."),
    { N_("If it is seen once, a busy network is enough. If it stays, look at the load of the "
         "server and at the firewalls.") },
    { "validation-failure" },
  },
  {
    "connection-closed-during-handshake", FALSE,
    /* Translators: explains the code connection-closed-during-handshake */
    N_("The connection was closed during the handshake."),
    { N_("Look into the log of the mail server. A firewall can do it, too.") },
    { "validation-failure" },
  },
};

static void
tlsrpt_reason_code_class_init (TlsrptReasonCodeClass *klass)
{
}

static void
tlsrpt_reason_code_init (TlsrptReasonCode *self)
{
}

static TlsrptReasonCode *
reason_code_new (const Texts *from)
{
  TlsrptReasonCode *self = g_object_new (TLSRPT_TYPE_REASON_CODE, NULL);
  TlsrptGuideEntry *entry = TLSRPT_GUIDE_ENTRY (self);

  self->is_family = from->is_family;

  /* The code is its own title: nobody knows it by another. */
  tlsrpt_guide_entry_set_texts (entry, from->code, from->code, from->meaning, NULL);
  tlsrpt_guide_entry_add_section (entry, TLSRPT_GUIDE_SECTION_TEXT,
                                  "advice", N_("Worth Knowing"),
                                  from->advice, G_N_ELEMENTS (from->advice));
  tlsrpt_guide_entry_add_section (entry, TLSRPT_GUIDE_SECTION_ENTRIES,
                                  "types", N_("Seen With"),
                                  from->types, G_N_ELEMENTS (from->types));

  return self;
}

/**
 * tlsrpt_reason_code_get_all:
 *
 * Gets the glossary.  It is made when first asked for.
 *
 * Returns: (transfer none): a list of [class@ReasonCode]
 */
GListModel *
tlsrpt_reason_code_get_all (void)
{
  static GListStore *store;

  if (store == NULL)
    {
      store = g_list_store_new (TLSRPT_TYPE_REASON_CODE);

      for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          g_autoptr (TlsrptReasonCode) code = reason_code_new (&texts[i]);

          g_list_store_append (store, code);
        }
    }

  return G_LIST_MODEL (store);
}

/**
 * tlsrpt_reason_code_lookup:
 * @code: a code, as a report has it
 *
 * Looks a code up.  The longest entry that fits wins, so that a code of a family
 * that is known by itself is explained by itself.
 *
 * Returns: (transfer none) (nullable): what is known of @code
 */
TlsrptReasonCode *
tlsrpt_reason_code_lookup (const char *code)
{
  TlsrptReasonCode *best = NULL;
  gsize best_length = 0;

  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (tlsrpt_reason_code_get_all ()); i++)
    {
      g_autoptr (TlsrptReasonCode) candidate = NULL;
      const char *id;
      gsize length;

      candidate = g_list_model_get_item (tlsrpt_reason_code_get_all (), i);
      id = tlsrpt_guide_entry_get_id (TLSRPT_GUIDE_ENTRY (candidate));
      length = strlen (id);

      if (length > best_length &&
          g_ascii_strncasecmp (code, id, length) == 0 &&
          (candidate->is_family || code[length] == '\0'))
        {
          /* The list keeps it alive. */
          best = candidate;
          best_length = length;
        }
    }

  return best;
}
