/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-reason-code-texts.h"

#include <glib/gi18n-lib.h>

/* Where the codes come from is in tlsrpt-failure-sender.c.  Families stand anywhere: the
 * longest entry that matches is found. */
static const TlsrptReasonCodeTexts reason_code_texts[] = {
  /* Microsoft and Mail.ru */
  {
    .code = "MX_HOSTS_MISMATCH",
    .senders = TLSRPT_BY_MICROSOFT,
    /* Translators: about the code “MX_HOSTS_MISMATCH” */
    .meaning = N_("The MTA-STS policy doesn’t list one of the MX hosts."),
    .advice = { N_("Compare the MX records with the `mx:` lines of the policy, and change the `id` "
                   "after a change.") },
    .types = { "validation-failure" },
  },
  {
    .code = "VALIDATION_FAILURE",
    .senders = TLSRPT_BY_MICROSOFT,
    /* Translators: about the code “VALIDATION_FAILURE” */
    .meaning = N_("TLS failed; the sender gives no details."),
    .advice = { N_("Look at the certificate and the TLS versions of the server that the report "
                   "names.") },
    .types = { "validation-failure" },
  },
  {
    .code = "bad https response code:",
    .is_family = TRUE,
    .senders = TLSRPT_BY_MAIL_RU,
    /* Translators: about the code “bad https response code:” */
    .meaning = N_("The policy host answered with an HTTP status other than 200."),
    .advice = { N_("The number is the status: 404 means that there is no such file, 403 that the "
                   "server blocks the request, 500 and above that it has an error.") },
    .types = { "sts-policy-fetch-error" },
  },
  /* Of unknown origin */
  {
    .code = "context deadline exceeded",
    /* Translators: about the code “context deadline exceeded” */
    .meaning = N_("The request timed out."),
    .advice = { N_("Check that the policy host answers over IPv4 and IPv6.") },
    .types = { "sts-policy-fetch-error" },
  },
  {
    .code = "mx-mismatch",
    /* Translators: about the code “mx-mismatch” */
    .meaning = N_("The MTA-STS policy doesn’t list one of the MX hosts."),
    .advice = { N_("This was a result type in a draft of RFC 8460. No sender is known to write it "
                   "today."),
                N_("Compare the MX records with the `mx:` lines of the policy, and change the `id` "
                   "after a change.") },
    .types = { "validation-failure" },
  },
  /* Postfix: its own words, and those of OpenSSL with underscores */
  {
    .code = "tls-handshake-failure",
    .senders = TLSRPT_BY_POSTFIX,
    /* Translators: about the code “tls-handshake-failure” */
    .meaning = N_("The TLS handshake failed; the sender gives no details."),
    .advice = { N_("Check the TLS versions of the server, and look in its log for connections from "
                   "`sending-mta-ip`.") },
    .types = { "validation-failure" },
  },
  {
    .code = "self-signed_certificate",
    .senders = TLSRPT_BY_POSTFIX,
    /* Translators: about the code “self-signed_certificate” */
    .meaning = N_("The certificate is self-signed."),
    .advice = { N_("Run the check of `certificate-not-trusted`. If the policy type is `tlsa`, the "
                   "TLSA records don’t match: see `tlsa-invalid`.") },
    .types = { "validation-failure" },
  },
  {
    .code = "self-signed_certificate_in_certificate_chain",
    .senders = TLSRPT_BY_POSTFIX,
    /* Translators: about the code “self-signed_certificate_in_certificate_chain” */
    .meaning = N_("The chain ends in a root that the sender doesn’t trust, such as a private CA."),
    .advice = { N_("Run the check of `certificate-not-trusted`. If the policy type is `tlsa`, the "
                   "TLSA records don’t match: see `tlsa-invalid`.") },
    .types = { "validation-failure" },
  },
  {
    .code = "unable_to_get_local_issuer_certificate",
    .senders = TLSRPT_BY_POSTFIX,
    /* Translators: about the code “unable_to_get_local_issuer_certificate” */
    .meaning = N_("The issuer is unknown: an intermediate certificate is missing, or the CA is "
                  "private."),
    .advice = { N_("Run the check of `certificate-not-trusted`. If the policy type is `tlsa`, the "
                   "TLSA records don’t match: see `tlsa-invalid`.") },
    .types = { "validation-failure" },
  },
  {
    .code = "certificate_is_not_yet_valid",
    .senders = TLSRPT_BY_POSTFIX,
    /* Translators: about the code “certificate_is_not_yet_valid” */
    .meaning = N_("The start date of a certificate in the chain is in the future, or a clock is "
                  "wrong."),
    .advice = { N_("Compare `notBefore` with the time, and check the clocks of the server and the "
                   "CA.") },
    .types = { "validation-failure" },
  },
  {
    .code = "unsuitable_certificate_purpose",
    .senders = TLSRPT_BY_POSTFIX,
    /* Translators: about the code “unsuitable_certificate_purpose” */
    .meaning = N_("The certificate isn’t valid for TLS servers."),
    .advice = { N_("Get one with the extended key usage TLS Web Server Authentication.") },
    .types = { "validation-failure" },
  },
  {
    .code = "certificate_chain_too_long",
    .senders = TLSRPT_BY_POSTFIX,
    /* Translators: about the code “certificate_chain_too_long” */
    .meaning = N_("The chain has more certificates than the sender accepts."),
    .advice = { N_("Present only your own certificate and the intermediate ones it needs.") },
    .types = { "validation-failure" },
  },
  {
    .code = "all-TLSA-records-unusable",
    .senders = TLSRPT_BY_POSTFIX,
    /* Translators: about the code “all-TLSA-records-unusable” */
    .meaning = N_("None of the TLSA records can be used, for example because all have usage 0 or "
                  "1."),
    .advice = { N_("The mail was delivered over TLS, but the server wasn’t authenticated. Publish "
                   "`3 1 1` records.") },
    .types = { "tlsa-invalid" },
  },
  {
    .code = "all-trust-anchors-unusable",
    .senders = TLSRPT_BY_POSTFIX,
    /* Translators: about the code “all-trust-anchors-unusable” */
    .meaning = N_("The sender has configured trust anchors for you that it can’t use."),
    .advice = { N_("Only the sender can fix this. Tell its `contact-info`.") },
    .types = { "validation-failure" },
  },
  {
    .code = "all-fingerprints-unusable",
    .senders = TLSRPT_BY_POSTFIX,
    /* Translators: about the code “all-fingerprints-unusable” */
    .meaning = N_("The sender has configured fingerprints for you that it can’t use."),
    .advice = { N_("Only the sender can fix this. Tell its `contact-info`.") },
    .types = { "validation-failure" },
  },
  /* mox: the handshake */
  {
    .code = "tls-remote-",
    .is_family = TRUE,
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “tls-remote-” */
    .meaning = N_("The mail server ended the handshake with a TLS alert, which the rest of the "
                  "code names."),
    .advice = { N_("The log of the mail server says why.") },
    .types = { "validation-failure" },
  },
  {
    .code = "tls-remote-alert-40",
    .is_family = TRUE,
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “tls-remote-alert-40” */
    .meaning = N_("The mail server found no cipher, curve, or signature that both sides support."),
    .advice = { N_("Use the default ciphers, and an RSA or ECDSA key.") },
    .types = { "validation-failure" },
  },
  {
    .code = "tls-remote-alert-70",
    .is_family = TRUE,
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “tls-remote-alert-70” */
    .meaning = N_("The mail server doesn’t support the sender’s TLS versions."),
    .advice = { N_("Allow TLS 1.2 and 1.3 on the server.") },
    .types = { "validation-failure" },
  },
  {
    .code = "tls-remote-alert-80",
    .is_family = TRUE,
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “tls-remote-alert-80” */
    .meaning = N_("The mail server had an internal error, such as a key or certificate that it "
                  "can’t read."),
    .advice = { N_("The log of the mail server says why.") },
    .types = { "validation-failure" },
  },
  {
    .code = "tls-remote-alert-112",
    .is_family = TRUE,
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “tls-remote-alert-112” */
    .meaning = N_("The mail server has no certificate for the host name that the sender "
                  "requested."),
    .advice = { N_("A mail server must not insist on SNI: let it present a default certificate "
                   "(RFC 8461, section 7.1).") },
    .types = { "validation-failure" },
  },
  {
    .code = "tls-local-",
    .is_family = TRUE,
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “tls-local-” */
    .meaning = N_("The sender ended the handshake with a TLS alert, which the rest of the code "
                  "names."),
    .advice = { N_("Something that the mail server sent was not acceptable. Check its TLS versions "
                   "and its certificate.") },
    .types = { "validation-failure" },
  },
  {
    .code = "tls-record-header-error",
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “tls-record-header-error” */
    .meaning = N_("After `STARTTLS`, the mail server sent something other than TLS."),
    .advice = { N_("A firewall or proxy that inspects SMTP is a usual cause.") },
    .types = { "validation-failure" },
  },
  {
    .code = "io-timeout-during-handshake",
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “io-timeout-during-handshake” */
    .meaning = N_("The mail server didn’t finish the handshake in time."),
    .advice = { N_("Once is normal on a busy network. If it persists, look at the load of the "
                   "server and at the firewalls.") },
    .types = { "validation-failure" },
  },
  {
    .code = "connection-closed-during-handshake",
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “connection-closed-during-handshake” */
    .meaning = N_("The connection was closed during the handshake."),
    .advice = { N_("Look in the log of the mail server. A firewall can do it, too.") },
    .types = { "validation-failure" },
  },
  {
    .code = "smtp-starttls-reply-code-",
    .is_family = TRUE,
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “smtp-starttls-reply-code-” */
    .meaning = N_("The server refused `STARTTLS`; the number is its reply."),
    .advice = { N_("With 454, it usually can’t load its certificate or key. With 500 or 502, it "
                   "doesn’t know the command.") },
    .types = { "starttls-not-supported" },
  },
  /* mox: certificates, of the mail server or, with sts-webpki-invalid, of the web server */
  {
    .code = "not-authorized-to-sign",
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “not-authorized-to-sign” */
    .meaning = N_("A certificate in the chain isn’t allowed to sign others."),
    .advice = { N_("The server presents a wrong certificate as intermediate. Install the full "
                   "chain of the CA.") },
    .types = { "certificate-not-trusted", "sts-webpki-invalid" },
  },
  {
    .code = "ca-not-authorized-for-this-name",
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “ca-not-authorized-for-this-name” */
    .meaning = N_("The CA isn’t allowed to issue certificates for this name (name constraints)."),
    .advice = { N_("Get a certificate from another CA.") },
    .types = { "certificate-not-trusted", "sts-webpki-invalid" },
  },
  {
    .code = "incompatible-key-usage",
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “incompatible-key-usage” */
    .meaning = N_("The certificate isn’t valid for TLS servers."),
    .advice = { N_("Get one with the extended key usage TLS Web Server Authentication.") },
    .types = { "certificate-not-trusted", "sts-webpki-invalid" },
  },
  {
    .code = "too-many-intermediates",
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “too-many-intermediates” */
    .meaning = N_("The chain has more intermediate certificates than a CA in it allows."),
    .advice = { N_("Install the chain that the CA delivers with the certificate.") },
    .types = { "certificate-not-trusted", "sts-webpki-invalid" },
  },
  {
    .code = "no-system-roots",
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “no-system-roots” */
    .meaning = N_("The sender couldn’t load its list of trusted CAs."),
    .advice = { N_("Only the sender can fix this. Tell its `contact-info`.") },
    .types = { "certificate-not-trusted", "sts-webpki-invalid" },
  },
  {
    .code = "unknown-go-certificate-verification-error",
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “unknown-go-certificate-verification-error” */
    .meaning = N_("The certificate couldn’t be verified; the sender gives no details."),
    .advice = { N_("Run the check of `certificate-not-trusted`.") },
    .types = { "validation-failure", "sts-webpki-invalid" },
  },
  /* mox: DANE and DNSSEC */
  {
    .code = "dane-no-match",
    .is_family = TRUE,
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “dane-no-match” */
    .meaning = N_("No TLSA record matches the certificate."),
    .advice = { N_("Run the checks of `tlsa-invalid`: they compare the TLSA records with the "
                   "certificate.") },
    .types = { "validation-failure" },
  },
  {
    .code = "all-unusable-records+ignored",
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “all-unusable-records+ignored” */
    .meaning = N_("None of the TLSA records can be used, for example because all have usage 0 or "
                  "1."),
    .advice = { N_("The mail was delivered over TLS, but the server wasn’t authenticated. Publish "
                   "`3 1 1` records.") },
    .types = { "tlsa-invalid" },
  },
  {
    .code = "extended-dns-error-",
    .is_family = TRUE,
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “extended-dns-error-” */
    .meaning = N_("The TLSA lookup failed; number and words are from RFC 8914."),
    .advice = { N_("With `dnssec-invalid`, the answer failed DNSSEC validation: run the checks of "
                   "that page.") },
    .types = { "dnssec-invalid", "tlsa-invalid" },
  },
  {
    .code = "dns-extended-error-",
    .is_family = TRUE,
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “dns-extended-error-” */
    .meaning = N_("A lookup failed DNSSEC validation; number and words are from RFC 8914."),
    .advice = { N_("Run the checks of `dnssec-invalid` on the MX, address, and `_mta-sts` "
                   "records.") },
    .types = { "validation-failure", "sts-policy-fetch-error" },
  },
  /* mox: MTA-STS */
  {
    .code = "mtasts-policy-mx-mismatch",
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “mtasts-policy-mx-mismatch” */
    .meaning = N_("The MTA-STS policy doesn’t list the MX host that the failure names."),
    .advice = { N_("Compare the MX records with the `mx:` lines of the policy, and change the `id` "
                   "after a change.") },
    .types = { "validation-failure" },
  },
  {
    .code = "no-policy-served",
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “no-policy-served” */
    .meaning = N_("There is no policy file (404), or the name `mta-sts.DOMAIN` doesn’t exist."),
    .advice = { N_("Publish the file, or retire MTA-STS: see `sts-policy-fetch-error`.") },
    .types = { "sts-policy-fetch-error" },
  },
  {
    .code = "cannot-fetch-policy",
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “cannot-fetch-policy” */
    .meaning = N_("The policy couldn’t be fetched; the sender gives no details."),
    .advice = { N_("Run the checks of `sts-policy-fetch-error` over IPv4 and IPv6.") },
    .types = { "sts-policy-fetch-error" },
  },
  {
    .code = "policy-syntax-error",
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “policy-syntax-error” */
    .meaning = N_("The policy file has a syntax error."),
    .advice = { N_("The check of `sts-policy-invalid` shows which lines are well-formed.") },
    .types = { "sts-policy-invalid" },
  },
  {
    .code = "multiple-mta-sts-records",
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “multiple-mta-sts-records” */
    .meaning = N_("There are several TXT records for MTA-STS, so senders ignore all of them."),
    .advice = { N_("Remove all but one at `_mta-sts.DOMAIN`.") },
    .types = { "sts-policy-fetch-error" },
  },
  {
    .code = "record-syntax-error",
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “record-syntax-error” */
    .meaning = N_("The TXT record at `_mta-sts.DOMAIN` has a syntax error."),
    .advice = { N_("It consists of `v=STSv1;` and an `id` of up to 32 letters and digits.") },
    .types = { "sts-policy-fetch-error" },
  },
  {
    .code = "dns-lookup",
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “dns-lookup” */
    .meaning = N_("The lookup of the TXT record at `_mta-sts.DOMAIN` failed for a while."),
    .advice = { N_("Once is normal. If it persists, check the name servers of the domain.") },
    .types = { "sts-policy-fetch-error" },
  },
  {
    .code = "no-mta-sts-dns-txt-record",
    .is_family = TRUE,
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “no-mta-sts-dns-txt-record” */
    .meaning = N_("The TXT record at `_mta-sts.DOMAIN` is gone, but the sender still has a "
                  "policy."),
    .advice = { N_("MTA-STS was removed without being retired: see `sts-policy-fetch-error`.") },
    .types = { "sts-policy-fetch-error" },
  },
  {
    .code = "back-off-after-recent-fetch-error",
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “back-off-after-recent-fetch-error” */
    .meaning = N_("The policy couldn’t be fetched a few minutes ago, and the sender hasn’t tried "
                  "again."),
    .advice = { N_("Look for the other failures of the same sender: they give the cause.") },
    .types = { "sts-policy-fetch-error" },
  },
  {
    .code = "+fallback-to-cached-policy",
    .senders = TLSRPT_BY_MOX,
    /* Translators: about the code “+fallback-to-cached-policy” */
    .meaning = N_("At the end of a code: the sender used an older policy from its cache instead."),
    .advice = { N_("The mail is still protected until the older policy expires. The code before it "
                   "gives the cause.") },
    .types = { "sts-policy-fetch-error", "sts-policy-invalid", "sts-webpki-invalid" },
  },
  /* Stalwart: sentences */
  {
    .code = "STARTTLS was not advertised by host",
    .senders = TLSRPT_BY_STALWART,
    /* Translators: about the code “STARTTLS was not advertised by host” */
    .meaning = N_("The answer to `EHLO` didn’t list `STARTTLS`."),
    .advice = { N_("Run the check of `starttls-not-supported`.") },
    .types = { "starttls-not-supported" },
  },
  {
    .code = "No matching certificates found.",
    .senders = TLSRPT_BY_STALWART,
    /* Translators: about the code “No matching certificates found.” */
    .meaning = N_("No TLSA record matches the certificate."),
    .advice = { N_("Run the checks of `tlsa-invalid`: they compare the TLSA records with the "
                   "certificate.") },
    .types = { "validation-failure" },
  },
  {
    .code = "Invalid TLSA record.",
    .senders = TLSRPT_BY_STALWART,
    /* Translators: about the code “Invalid TLSA record.” */
    .meaning = N_("None of the TLSA records can be used, for example because all have usage 0 or "
                  "1."),
    .advice = { N_("Publish `3 1 1` records.") },
    .types = { "tlsa-invalid" },
  },
  {
    .code = "Bogus TLSA records were found.",
    .senders = TLSRPT_BY_STALWART,
    /* Translators: about the code “Bogus TLSA records were found.” */
    .meaning = N_("The TLSA lookup failed DNSSEC validation."),
    .advice = { N_("Run the checks of `dnssec-invalid`.") },
    .types = { "dnssec-invalid" },
  },
  {
    .code = "Bogus MX records were found.",
    .senders = TLSRPT_BY_STALWART,
    /* Translators: about the code “Bogus MX records were found.” */
    .meaning = N_("The MX or address lookup failed DNSSEC validation."),
    .advice = { N_("Run the checks of `dnssec-invalid`.") },
    .types = { "dnssec-invalid" },
  },
  {
    .code = "No TLSA records found for MX.",
    .senders = TLSRPT_BY_STALWART,
    /* Translators: about the code “No TLSA records found for MX.” */
    .meaning = N_("This sender requires DANE, and the MX host has no TLSA records."),
    .advice = { N_("Publish them, or ask the sender to lift the rule.") },
    .types = { "dane-required" },
  },
  {
    .code = "No TLSA DNSSEC records found.",
    .senders = TLSRPT_BY_STALWART,
    /* Translators: about the code “No TLSA DNSSEC records found.” */
    .meaning = N_("This sender requires DANE, and DNSSEC doesn’t protect the TLSA records."),
    .advice = { N_("Sign the zone of the MX host, or ask the sender to lift the rule.") },
    .types = { "dane-required" },
  },
  {
    .code = "MX host is not in a DNSSEC signed zone.",
    .senders = TLSRPT_BY_STALWART,
    /* Translators: about the code “MX host is not in a DNSSEC signed zone.” */
    .meaning = N_("This sender requires DANE, and DNSSEC doesn’t protect the MX host."),
    .advice = { N_("Sign the zone of the domain and of the MX host, or ask the sender to lift the "
                   "rule.") },
    .types = { "dane-required" },
  },
  {
    .code = "MX not authorized by policy.",
    .senders = TLSRPT_BY_STALWART,
    /* Translators: about the code “MX not authorized by policy.” */
    .meaning = N_("The MTA-STS policy doesn’t list the MX host that the failure names."),
    .advice = { N_("Compare the MX records with the `mx:` lines of the policy, and change the `id` "
                   "after a change.") },
    .types = { "validation-failure" },
  },
  {
    .code = "Failed to parse policy:",
    .is_family = TRUE,
    .senders = TLSRPT_BY_STALWART,
    /* Translators: about the code “Failed to parse policy:” */
    .meaning = N_("The policy host delivered something that isn’t a valid policy."),
    .advice = { N_("It may be an error page, because the HTTP status is ignored: run the checks of "
                   "`sts-policy-fetch-error`, too."),
                N_("A message about missing `mx` entries also comes with `mode: none` without "
                   "`mx` lines: keep them.") },
    .types = { "sts-policy-invalid" },
  },
  {
    .code = "Failed to parse MTA-STS DNS record.",
    .senders = TLSRPT_BY_STALWART,
    /* Translators: about the code “Failed to parse MTA-STS DNS record.” */
    .meaning = N_("The TXT record at `_mta-sts.DOMAIN` has a syntax error."),
    .advice = { N_("It consists of `v=STSv1;` and an `id` of up to 32 letters and digits.") },
    .types = { "sts-policy-fetch-error" },
  },
  {
    .code = "Could not reach policy host.",
    .senders = TLSRPT_BY_STALWART,
    /* Translators: about the code “Could not reach policy host.” */
    .meaning = N_("No connection to the policy host, or its certificate couldn’t be verified."),
    .advice = { N_("Run the checks of `sts-webpki-invalid` and of `sts-policy-fetch-error`.") },
    .types = { "sts-policy-fetch-error" },
  },
  {
    .code = "Timeout fetching policy.",
    .senders = TLSRPT_BY_STALWART,
    /* Translators: about the code “Timeout fetching policy.” */
    .meaning = N_("The policy host didn’t answer in time."),
    .advice = { N_("Check that it answers over IPv4 and IPv6.") },
    .types = { "sts-policy-fetch-error" },
  },
  {
    .code = "Failed to fetch policy.",
    .senders = TLSRPT_BY_STALWART,
    /* Translators: about the code “Failed to fetch policy.” */
    .meaning = N_("The policy couldn’t be fetched; the sender gives no details."),
    .advice = { N_("Run the checks of `sts-policy-fetch-error`.") },
    .types = { "sts-policy-fetch-error" },
  },
  {
    .code = "MTA-STS is required and no policy was found.",
    .senders = TLSRPT_BY_STALWART,
    /* Translators: about the code “MTA-STS is required and no policy was found.” */
    .meaning = N_("This sender requires MTA-STS, and the domain doesn’t announce a policy."),
    .advice = { N_("It comes with a type that isn’t in the registry. Publish a policy, or ask the "
                   "sender to lift the rule.") },
    .types = { "sts-policy-fetch-error" },
  },
  /* Names of OpenSSL’s errors, which no known sender writes, but logs do */
  {
    .code = "X509_V_ERR_",
    .is_family = TRUE,
    /* Translators: about the code “X509_V_ERR_” */
    .meaning = N_("An error from OpenSSL’s certificate verification, which the rest of the code "
                  "names."),
    .advice = { N_("The manual page of `X509_STORE_CTX_get_error` lists all of them.") },
    .types = { "certificate-not-trusted", "validation-failure" },
  },
  {
    .code = "X509_V_ERR_CERT_HAS_EXPIRED",
    /* Translators: about the code “X509_V_ERR_CERT_HAS_EXPIRED” */
    .meaning = N_("A certificate in the chain is past its end date."),
    .types = { "certificate-expired" },
  },
  {
    .code = "X509_V_ERR_CERT_NOT_YET_VALID",
    /* Translators: about the code “X509_V_ERR_CERT_NOT_YET_VALID” */
    .meaning = N_("The start date of a certificate in the chain is in the future, or a clock is "
                  "wrong."),
    .types = { "certificate-not-trusted" },
  },
  {
    .code = "X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT",
    /* Translators: about the code “X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT” */
    .meaning = N_("The certificate is self-signed."),
    .types = { "certificate-not-trusted" },
  },
  {
    .code = "X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN",
    /* Translators: about the code “X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN” */
    .meaning = N_("The chain ends in a root that the sender doesn’t trust, such as a private CA."),
    .types = { "certificate-not-trusted" },
  },
  {
    .code = "X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    /* Translators: about the code “X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY” */
    .meaning = N_("The issuer is unknown: an intermediate certificate is missing, or the CA is "
                  "private."),
    .types = { "certificate-not-trusted" },
  },
  {
    .code = "X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    /* Translators: about the code “X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE” */
    .meaning = N_("The server presented only its own certificate, and the intermediate one is "
                  "missing."),
    .types = { "certificate-not-trusted" },
  },
  {
    .code = "X509_V_ERR_HOSTNAME_MISMATCH",
    /* Translators: about the code “X509_V_ERR_HOSTNAME_MISMATCH” */
    .meaning = N_("The certificate doesn’t contain the name of the MX host."),
    .types = { "certificate-host-mismatch" },
  },
  {
    .code = "X509_V_ERR_INVALID_PURPOSE",
    /* Translators: about the code “X509_V_ERR_INVALID_PURPOSE” */
    .meaning = N_("The certificate isn’t valid for TLS servers."),
    .types = { "certificate-not-trusted" },
  },
  {
    .code = "X509_V_ERR_PERMITTED_VIOLATION",
    /* Translators: about the code “X509_V_ERR_PERMITTED_VIOLATION” */
    .meaning = N_("The CA isn’t allowed to issue certificates for this name (name constraints)."),
    .types = { "certificate-not-trusted" },
  },
  {
    .code = "X509_V_ERR_EE_KEY_TOO_SMALL",
    /* Translators: about the code “X509_V_ERR_EE_KEY_TOO_SMALL” */
    .meaning = N_("The key of the certificate is too short for the sender."),
    .advice = { N_("Use an RSA key of at least 2048 bits, or an ECDSA key.") },
    .types = { "validation-failure", "certificate-not-trusted" },
  },
  {
    .code = "X509_V_ERR_CA_MD_TOO_WEAK",
    /* Translators: about the code “X509_V_ERR_CA_MD_TOO_WEAK” */
    .meaning = N_("A certificate in the chain is signed with a digest that is too weak, such as "
                  "SHA-1."),
    .types = { "validation-failure", "certificate-not-trusted" },
  },
  {
    .code = "X509_V_ERR_PROXY_PATH_LENGTH_EXCEEDED",
    /* Translators: about the code “X509_V_ERR_PROXY_PATH_LENGTH_EXCEEDED” */
    .meaning = N_("The chain has too many proxy certificates."),
    .advice = { N_("You’ll hardly see this outside the example in RFC 8460.") },
    .types = { "validation-failure" },
  },
};

/**
 * tlsrpt_reason_code_texts_get:
 * @n_texts: (out): how many there are
 *
 * Gets the texts of all reason codes, sender by sender.
 *
 * Returns: (array length=n_texts): the texts
 */
const TlsrptReasonCodeTexts *
tlsrpt_reason_code_texts_get (gsize *n_texts)
{
  *n_texts = G_N_ELEMENTS (reason_code_texts);

  return reason_code_texts;
}
