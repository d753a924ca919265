/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-failure-phrases.h"
#include "tlsrpt-failure-texts.h"

#include <glib/gi18n-lib.h>

/*
 * The meanings are those of RFC 8460 section 4.3.1; what each fault does to the mail
 * follows from RFC 8461 section 5 (MTA-STS) and RFC 7672 section 2.2 (DANE).  Which
 * sender writes which type for what is in tlsrpt-failure-sender.c.  The texts speak to
 * an administrator who does not know TLS well.
 */

const TlsrptFailureTexts tlsrpt_failure_negotiation_texts[TLSRPT_N_NEGOTIATION_FAILURES] = {
  {
    .token = "starttls-not-supported",
    /* Translators: this and the texts below explain the result type
     * “starttls-not-supported”.  What stands between backticks (`…`) in any text
     * of the guide is code: keep it and the backticks as they are.  “MX” is a mail
     * server that receives the mail of a domain. */
    .title = N_("The server does not offer STARTTLS"),
    .summary = N_("The mail server didn’t offer encryption, or refused it when asked."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("no TLS, not encrypted, unencrypted, doesn’t do encryption, encrypt, SSL, plain "
                "text, clear text, cleartext, downgrade, stripping, man in the middle, MITM, "
                "attack, backup MX, secondary MX, port 25, EHLO, 454 TLS not available, 502 "
                "command not recognized, must issue a STARTTLS command first, TLS is required but "
                "was not offered by host, server does not support TLS, Cisco, ASA, PIX, fixup, "
                "esmtp inspection, antivirus, security appliance, red padlock, wrong version "
                "number"),
    .group = TLSRPT_FAILURE_GROUP_NEGOTIATION,
    .actors = YOU | PROVIDER,
    .saw = {
      N_("The sender connected to the mail server on port 25. The answer to `EHLO` didn’t list "
         "`STARTTLS`, or the server refused the command."),
      N_("Postfix reports a missing `STARTTLS` only where a policy requires TLS. With mox the "
         "failure can be listed while the number of failed sessions stays 0, because the mail was "
         "delivered without encryption."),
    },
    .effect = {
      N_("With an MTA-STS policy in `enforce` mode, or with DANE, the sender doesn’t deliver to "
         "this server: it tries the other MX hosts, keeps the message in its queue, and bounces it "
         "if the problem lasts. With `testing`, or without a policy, the message is delivered "
         "without encryption."),
    },
    .urgency = { URGENT },
    .who = { WHO_MAIL_SERVER },
    .stopgap = {
      STOPGAP_STS,
      STOPGAP_DANE,
    },
    .causes = {
      N_("TLS is switched off on one of the servers, often on the backup MX."),
      N_("A firewall in front of the server inspects SMTP and removes `STARTTLS` from the answer. "
         "On Cisco firewalls this is called SMTP fixup or ESMTP inspection."),
      N_("A filter for unknown clients, such as postscreen, greylisting, or a reputation rule, "
         "doesn’t offer `STARTTLS`. It must be offered to everybody."),
      N_("Something else answers on port 25, such as a forgotten server or a load balancer."),
      N_("An MX record still points to a host that no longer receives mail for the domain."),
      N_("The server can’t load its certificate or key, and answers `454` when asked for TLS."),
      N_("If only one network reports it, someone between you and it may be stripping `STARTTLS`, "
         "which is an attack."),
    },
    .steps = {
      FIND_SERVER,
      N_("Enable TLS for incoming mail on this server and on every other MX host, including "
         "backups."),
      N_("If TLS is enabled, turn off SMTP inspection in the firewalls in front of the server, and "
         "offer `STARTTLS` to unknown clients, too."),
      N_("If the server offers `STARTTLS` but refuses it, look in its log for a certificate or key "
         "that it can’t load."),
      N_("Remove MX records whose hosts no longer receive mail."),
      N_("If only one network reports it, look at `receiving-ip`. An address that isn’t yours "
         "means that the mail went elsewhere."),
    },
    /* postconf(5); Exim specification, chapter 43; Microsoft, Enable-ExchangeCertificate. */
    .servers = {
      N_("Postfix: set `smtpd_tls_security_level = may` and `smtpd_tls_chain_files`, then run "
         "`postfix reload`."),
      N_("Exim: set `tls_advertise_hosts = *` and `tls_certificate`, then restart it."),
      N_("Exchange Server: assign a certificate to SMTP with `Enable-ExchangeCertificate -Services "
         "SMTP` on every server."),
      N_("Microsoft 365, Google Workspace, mailcow, Mail-in-a-Box, mox, and Stalwart always offer "
         "it: look for an old MX record, or a filter in front of the server."),
    },
    .checks = {
      N_("Lists the MX hosts. Check each of them."),
      "dig +short mx DOMAIN",
      N_("The list contains `MX.`, and every host in it still receives mail for the domain."),
      N_("A host that you don’t know, or that is out of service, must be removed."),
      N_("Sets up TLS with the server as a sender does."),
      S_CLIENT " </dev/null",
      N_("The output contains `CONNECTION ESTABLISHED`."),
      /* Output of openssl, with its quotes. xgettext: no-quote-unicode-check */
      N_("`Didn't find STARTTLS in server response` means that the server doesn’t offer it; `wrong "
         "version number` without that line means that the server refuses it. If you can’t connect "
         "at all, try another network; many providers block outgoing port 25."),
    },
    .scope = { SCOPE_ADDRESSES },
    .proof = { PROOF_CHECKS, PROOF_INTERNET_NL, PROOF_REPORT },
    .reason_codes = {
      "smtp-starttls-reply-code-",
      "STARTTLS was not advertised by host",
    },
    /* 5.4.317 has other texts as well. */
    .exchange_codes = { "5.7.321", "5.4.317" },
    .related = { "validation-failure", "certificate-not-trusted" },
    .references = { "8460 4.3.1", "3207 4", "8461 5", "7672 2.2" },
  },
  {
    .token = "certificate-host-mismatch",
    /* Translators: this and the texts below explain “certificate-host-mismatch”.
     * SAN, CN and SNI are established abbreviations in certificates and TLS. */
    .title = N_("The certificate has the wrong name"),
    .summary = N_("The mail server’s certificate isn’t valid for its host name."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("hostname, hostname verification, host name, certificate is for the "
                "provider, wrong name, name does not match, does not match hostname, mismatch, "
                "SAN, alias, wildcard, common name, subject alternative name, invalid name, which "
                "domain must be in the cert, self-hosted, white label, vanity MX, certificate for "
                "another domain"),
    .drafts = { "certificate-mismatch", "certificate-name-mismatch" },
    .group = TLSRPT_FAILURE_GROUP_NEGOTIATION,
    .actors = YOU | PROVIDER,
    .saw = {
      N_("None of the names in the certificate’s subject alternative name (SAN) is the name of the "
         "MX host."),
      N_("MTA-STS compares it with the name in the MX record. DANE compares names for TLSA records "
         "with usage 2 only, and then accepts the recipient’s domain and the name of the TLSA "
         "record, too. With usage 3 the name doesn’t matter."),
      N_("From Postfix, this can also be an MX host that the MTA-STS policy doesn’t list: its "
         "MTA-STS plug-ins let it compare the certificate with the `mx` lines of the policy."),
    },
    .effect = {
      N_("With an MTA-STS policy in `enforce` mode, or with DANE and usage 2, the message waits "
         "and bounces if the problem lasts. With `testing` it is delivered, and encrypted. Without "
         "a policy, senders don’t check the name."),
      MOX_LISTS,
    },
    .urgency = { URGENT },
    .who = { WHO_MAIL_SERVER },
    .stopgap = {
      STOPGAP_STS,
      N_("DANE: publish a TLSA record `3 1 1` for the key in use. With it, the name doesn’t "
         "matter."),
    },
    .causes = {
      N_("The SAN contains the domain or an internal name, but not the name in the MX record."),
      N_("The MX record is an alias in your own domain for a provider’s host, whose certificate "
         "contains the provider’s name."),
      N_("The server has several certificates and presents the default one, because it ignores the "
         "host name in the handshake (SNI)."),
      N_("The name is only in the common name (CN), which doesn’t count."),
      N_("A wildcard was expected to match two labels: `*.example.com` doesn’t cover "
         "`mx.mail.example.com`."),
      N_("From Postfix: the MTA-STS policy doesn’t list the MX host."),
    },
    .steps = {
      N_("List the MX hosts of the domain, with the names that the MX records contain."),
      N_("Compare these names with the `mx` lines of the MTA-STS policy. Add what is missing, then "
         "change the `id`."),
      N_("Reissue the certificate with every one of the names in the SAN."),
      N_("If a provider runs the server, let the MX record contain the provider’s own host name "
         "instead. List that name in the MTA-STS policy first."),
      N_("Install the certificate on every server, and reload the mail service."),
    },
    /* postconf(5), tls_server_sni_maps; Exim specification, $tls_in_sni; Stalwart picks
     * the certificate by its names. */
    .servers = {
      N_("Postfix: `tls_server_sni_maps` selects a certificate by host name."),
      N_("Exim: expand `$tls_in_sni` in `tls_certificate`."),
      N_("Stalwart and mox select the certificate by its names themselves."),
      N_("Microsoft 365 and Google Workspace: use their host names in the MX records. They have no "
         "certificate for a name in your domain."),
    },
    .checks = {
      N_("Shows the names in the certificate that the server presents, and compares them with the "
         "host name."),
      S_CLIENT_PEM " | openssl x509 -noout -ext subjectAltName -checkhost MX",
      N_("The output contains `DNS:` and `does match certificate`."),
      N_("`does NOT match certificate` means that the name isn’t in the list. `No extensions in "
         "certificate` means that it is only in the CN, which doesn’t count. `Could not read "
         "certificate` means that there was no TLS."),
    },
    .scope = { SCOPE_ADDRESSES, SCOPE_KEYS },
    .proof = { PROOF_CHECKS, PROOF_INTERNET_NL, PROOF_REPORT },
    .reason_codes = { "X509_V_ERR_HOSTNAME_MISMATCH" },
    .exchange_codes = { "5.7.325", "5.7.5" },
    .related = { "validation-failure", "sts-webpki-invalid", "certificate-not-trusted" },
    .references = { "8460 4.3.1", "8461 4.2", "8461 7.1", "7672 3.2" },
  },
  {
    .token = "certificate-expired",
    /* Translators: this and the texts below explain “certificate-expired” */
    .title = N_("The certificate has expired"),
    .summary = N_("The mail server’s certificate is past its end date."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("expired, expiry, out of date, outdated, validity, renewal, renew, renewed, Let’s "
                "Encrypt, letsencrypt, certbot, acme.sh, deploy hook, cron, reload, restart, old "
                "certificate still in use, notAfter, 90 days, Verify return code: 10 (certificate "
                "has expired)"),
    .group = TLSRPT_FAILURE_GROUP_NEGOTIATION,
    .actors = YOU | PROVIDER,
    .saw = {
      N_("The certificate that the server presented, or one in its chain, was past its end date "
         "(`notAfter`). DANE ignores the date for TLSA records with usage 3."),
      N_("In the reason code of an `sts-webpki-invalid` failure, `certificate-expired` is about "
         "the web server `mta-sts.DOMAIN`, not the mail server."),
    },
    .effect = {
      N_("With an MTA-STS policy in `enforce` mode, or with DANE and usage 2, the message waits "
         "and bounces if the problem lasts. With `testing` it is delivered, and encrypted. Without "
         "a policy, senders accept an expired certificate."),
      MOX_LISTS,
    },
    .urgency = { URGENT },
    .who = { WHO_MAIL_SERVER },
    .stopgap = {
      N_("Renewing takes minutes and is usually the quickest way out."),
      STOPGAP_STS,
      N_("DANE: publish a TLSA record `3 1 1` for the key in use. With it, the date doesn’t "
         "matter."),
    },
    .causes = {
      N_("The certificate was renewed, but the mail service wasn’t reloaded and still presents the "
         "previous one."),
      N_("One server was forgotten: a backup MX, or one of several behind a load balancer."),
      N_("The automatic renewal fails, and nobody reads its messages."),
      N_("An intermediate certificate in the chain has expired."),
      N_("The server has two certificates, one RSA and one ECDSA, and only one was renewed."),
      N_("If only one sender reports it, its clock may be wrong."),
    },
    .steps = {
      FIND_SERVER,
      N_("With DANE, first make sure that the TLSA records match the certificate to come."),
      N_("Renew the certificate, then reload the mail service so that it presents the new one."),
      N_("Do the same on every other MX host, including backups."),
      N_("Let the renewal reload the mail service by itself, with a deploy hook."),
      N_("Monitor the expiry date that every MX host presents on port 25. The file on disk can be "
         "newer than the certificate in use."),
    },
    /* certbot, “Renewing certificates”; acme.sh, deploy/exim4.sh; Microsoft,
     * Set-ReceiveConnector; mailcow, “Advanced SSL”. */
    .servers = {
      N_("Postfix: run `postfix reload` in the deploy hook."),
      N_("Exim: restart it in the deploy hook."),
      N_("Exchange Server: name the new certificate with `Set-ReceiveConnector "
         "-TlsCertificateName`, on every server."),
      N_("mailcow, with a certificate of your own: restart the containers of Postfix, Dovecot, and "
         "nginx."),
      N_("Mail-in-a-Box, mox, and Stalwart renew by themselves (ACME): look in their logs for the "
         "reason why they couldn’t."),
      N_("Microsoft 365 and Google Workspace renew their certificates: look for an MX record that "
         "points elsewhere."),
    },
    .checks = {
      N_("Shows the end date of the certificate that the server presents."),
      S_CLIENT_PEM " | openssl x509 -noout -enddate -checkend 0",
      N_("The output contains `Certificate will not expire`."),
      N_("`Certificate will expire` means that it has expired; the date is after `notAfter=`."),
      N_("Verifies the whole chain."),
      S_CLIENT " </dev/null",
      N_("The output contains `Verification: OK`."),
      N_("`Verification error: certificate has expired` is about any certificate of the chain; the "
         "line above it, which begins with `depth=`, says which: 0 is the server’s own."),
    },
    .scope = { SCOPE_ADDRESSES, SCOPE_KEYS },
    .proof = { PROOF_CHECKS, PROOF_INTERNET_NL, PROOF_REPORT },
    .reason_codes = { "X509_V_ERR_CERT_HAS_EXPIRED" },
    .exchange_codes = { "5.7.322" },
    .related = { "certificate-not-trusted", "sts-webpki-invalid", "renew-with-dane" },
    .references = { "8460 4.3.1", "8461 4.2", "7672 3.1.1", "7671 8.1" },
  },
  {
    .token = "certificate-not-trusted",
    /* Translators: this and the texts below explain “certificate-not-trusted”.
     * A CA is a certification authority. */
    .title = N_("The certificate is not trusted"),
    .summary = N_("The mail server’s certificate doesn’t chain to a CA that the sender trusts."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("self-signed, self signed, use a self-signed certificate, untrusted, unknown CA, "
                "certification authority, intermediate, missing intermediate, incomplete chain, "
                "chain, root, bundle, fullchain.pem, cert.pem, chain.pem, issuer, unable to get "
                "local issuer certificate, unable to verify the first certificate, UnknownIssuer, "
                "server certificate not trusted, snakeoil, private CA, not yet valid, Verify return "
                "code: 21"),
    .group = TLSRPT_FAILURE_GROUP_NEGOTIATION,
    .actors = YOU | PROVIDER,
    .saw = {
      N_("The certificate chain that the server presented couldn’t be verified up to a trusted CA. "
         "The reason code, if there is one, says why."),
      N_("If the policy type is `tlsa`, the TLSA records don’t match the certificate: see "
         "`tlsa-invalid`."),
      N_("Stalwart uses this type for every TLS failure, even a broken handshake. Postfix reports "
         "most faults of the chain as `validation-failure`, and writes this type without a reason "
         "code also when it reuses a TLS session that failed before."),
    },
    .effect = {
      N_("With an MTA-STS policy in `enforce` mode, the message waits and bounces if the problem "
         "lasts. With `testing` it is delivered, and encrypted. DANE needs no public CA: a "
         "matching TLSA record is enough. Without a policy, senders accept any certificate."),
      MOX_LISTS,
    },
    .urgency = { URGENT },
    .who = { WHO_MAIL_SERVER },
    .stopgap = {
      STOPGAP_STS,
      STOPGAP_DANE,
    },
    .causes = {
      N_("The server presents its own certificate without the intermediate one."),
      N_("The certificate is self-signed, or issued by a private CA."),
      N_("The policy type is `tlsa`, and no TLSA record matches the certificate."),
      N_("Senders no longer trust the CA."),
      N_("The CA isn’t allowed to issue for this name (name constraints), or the certificate isn’t "
         "valid for servers."),
      N_("The certificate isn’t valid yet, or a clock is wrong."),
      N_("From Postfix, without a reason code: the key or the signature may be too weak."),
      N_("From Stalwart: any other TLS failure, such as a wrong name or no common TLS version."),
    },
    .steps = {
      N_("Look at the policy type in the report. If it is `tlsa`, continue with `tlsa-invalid`."),
      N_("Read the reason code, and look it up in this guide."),
      N_("Use a certificate from a public CA."),
      N_("Let the server present the full chain: its own certificate first, then the intermediate "
         "ones. The root isn’t needed."),
      N_("From Stalwart, run the checks of `certificate-host-mismatch`, `certificate-expired`, and "
         "`validation-failure`, too."),
      N_("To keep a private CA, sign the zone with DNSSEC and publish TLSA records (`3 1 1`). This "
         "satisfies DANE; MTA-STS still requires a public CA."),
    },
    /* postconf(5); Exim specification, tls_certificate; Microsoft, Set-ReceiveConnector. */
    .servers = {
      N_("Postfix: put the key first, then the certificate and the intermediate ones, into the "
         "file of `smtpd_tls_chain_files`; or name the full chain in `smtpd_tls_cert_file`."),
      N_("Exim: name the full chain in `tls_certificate`."),
      N_("Exchange Server: import the intermediate certificates, then name the certificate with "
         "`Set-ReceiveConnector -TlsCertificateName`, on every server."),
      N_("With certbot and acme.sh, the full chain is `fullchain.pem` or `fullchain.cer`."),
      N_("mailcow, Mail-in-a-Box, mox, and Stalwart present the full chain of the certificates "
         "that they get themselves: look at one that you installed."),
    },
    .checks = {
      N_("Verifies the chain that the server presents."),
      S_CLIENT " </dev/null",
      N_("The output contains `Verification: OK`."),
      N_("`self-signed certificate` and `self-signed certificate in certificate chain` name a "
         "private certificate or CA. `unable to get local issuer certificate` and `unable to "
         "verify the first certificate` mean an unknown CA or a missing intermediate "
         "certificate."),
    },
    .scope = { SCOPE_ADDRESSES, SCOPE_KEYS },
    .proof = { PROOF_CHECKS, PROOF_INTERNET_NL, PROOF_REPORT },
    .reason_codes = {
      "not-authorized-to-sign",
      "ca-not-authorized-for-this-name",
      "incompatible-key-usage",
      "too-many-intermediates",
      "no-system-roots",
      "X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT",
      "X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN",
      "X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
      "X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE",
      "X509_V_ERR_CERT_NOT_YET_VALID",
    },
    .exchange_codes = { "5.7.5" },
    .related = { "tlsa-invalid", "validation-failure", "certificate-host-mismatch",
                 "sts-webpki-invalid" },
    .references = { "8460 4.3.1", "8461 4.2", "7672 3.1" },
  },
  {
    .token = "validation-failure",
    /* Translators: this and the texts below explain “validation-failure” */
    .title = N_("TLS failed for another reason"),
    .summary = N_("The catch-all: often an MX host missing from the policy, or TLSA records that "
                  "don’t match."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("general failure, other error, unspecified, handshake failure, SSL handshake, "
                "SSL_connect error, SSL_accept error, protocol version, no shared cipher, cipher, "
                "TLS 1.0, TLS 1.1, weak key, MX not listed, MX not in policy, policy mismatch, MX "
                "changed, moved to another provider, migration, new mail provider, wildcard, "
                "forgot the policy, no reason code"),
    .group = TLSRPT_FAILURE_GROUP_NEGOTIATION,
    .actors = YOU | PROVIDER,
    .saw = {
      N_("TLS failed for a reason that no other type covers. First look at the policy type: if it "
         "is `sts`, an MX host is usually missing from the MTA-STS policy; if it is `tlsa`, the "
         "TLSA records don’t match the certificate."),
      N_("Google, Microsoft, mox, and Stalwart use this type for an MX host that the MTA-STS "
         "policy doesn’t list. Postfix uses it for nearly every fault of the certificate chain."),
    },
    .effect = {
      N_("With an MTA-STS policy in `enforce` mode, or with DANE, the sender doesn’t deliver to "
         "this server: it tries the other MX hosts, keeps the message in its queue, and bounces it "
         "if the problem lasts. With `testing`, or without a policy, the message is delivered, "
         "without encryption if TLS doesn’t work at all."),
    },
    .urgency = { URGENT },
    .who = {
      N_("Whoever maintains the MTA-STS policy or the TLSA records, if they don’t match the "
         "servers. The mail server administrator, if the handshake fails."),
    },
    .stopgap = {
      STOPGAP_STS,
      STOPGAP_DANE,
    },
    .causes = {
      N_("The MTA-STS policy doesn’t list the MX host: the host is new, or the mail moved to "
         "another provider."),
      N_("The policy lists the domain itself, not the MX host."),
      N_("A wildcard in the policy was expected to match more than one label: `*.example.com` "
         "covers `mx1.example.com`, but neither `mx1.eu.example.com` nor `example.com`."),
      N_("The policy type is `tlsa`, and no TLSA record matches the certificate."),
      N_("The certificate is self-signed, not valid yet, or its chain is incomplete (Postfix)."),
      N_("Sender and server have no TLS version or cipher in common."),
      N_("The server, or a firewall, closes the connection during the handshake."),
      N_("The key or the signature of the certificate is too weak for the sender."),
      N_("From mox, with a reason code that begins with `dns-extended-error-`: the MX or address "
         "lookup failed DNSSEC validation. See `dnssec-invalid`."),
    },
    .steps = {
      N_("Look at the policy type in the report. If it is `tlsa`, continue with `tlsa-invalid`."),
      N_("Read the reason code, if there is one, and look it up in this guide."),
      N_("Compare the MX hosts of the domain with the `mx:` lines of the policy. Add what is "
         "missing, then change the `id` in the TXT record at `_mta-sts.DOMAIN`."),
      N_("Add a new MX host to the policy, and change the `id`, before the host gets its MX "
         "record."),
      N_("From Postfix with a reason code about a certificate, continue with "
         "`certificate-not-trusted`."),
      N_("If the handshake fails, allow TLS 1.2 and 1.3 on the server, with the default ciphers."),
      N_("Use an RSA key of at least 2048 bits, or an ECDSA key."),
      N_("Look in the log of the mail server for connections from `sending-mta-ip`."),
    },
    /* Microsoft, “How SMTP DANE works”; Google Workspace Help, “MX record values”. */
    .servers = {
      N_("Microsoft 365: MX hosts under `*.mail.protection.outlook.com` move to names under "
         "`mx.microsoft`. List the new name before you raise its priority; `*.mx.microsoft` "
         "doesn’t cover a name with two more labels."),
      N_("Google Workspace: the MX host is `smtp.google.com`, or those under `aspmx.l.google.com`. "
         "List what your DNS contains."),
      N_("Mail-in-a-Box, mox, and Stalwart write the policy themselves. If you host it yourself, "
         "change it with every change of the MX records."),
    },
    .checks = {
      N_("Lists the MX hosts."),
      "dig +short mx DOMAIN",
      N_("The list contains `MX.`, and no host that you don’t know."),
      N_("An `mx:` line of the policy must cover each of the hosts."),
      N_("Shows the MTA-STS policy."),
      "curl -sS " POLICY_URL,
      N_("The policy contains `mx: MX`, and such a line for each of the other MX hosts."),
      N_("A wildcard in place of the first label is fine, too. If the policy can’t be fetched, "
         "continue with `sts-policy-fetch-error`."),
      N_("Tries TLS 1.2, which every sender supports."),
      S_CLIENT " -tls1_2 </dev/null",
      N_("The output contains `Protocol version: TLSv1.2`."),
      N_("`alert protocol version`, `alert handshake failure`, or `no protocols available` means "
         "that there is no TLS version or cipher in common."),
    },
    .scope = { SCOPE_ADDRESSES, SCOPE_KEYS },
    .proof = { PROOF_CHECKS, PROOF_INTERNET_NL, PROOF_REPORT },
    .reason_codes = {
      "MX_HOSTS_MISMATCH",
      "mtasts-policy-mx-mismatch",
      "MX not authorized by policy.",
      "dane-no-match",
      "No matching certificates found.",
      "VALIDATION_FAILURE",
      "tls-handshake-failure",
      "self-signed_certificate",
      "unable_to_get_local_issuer_certificate",
      "tls-remote-",
    },
    .exchange_codes = { "5.4.8" },
    .related = { "certificate-host-mismatch", "tlsa-invalid", "sts-policy-invalid",
                 "certificate-not-trusted" },
    .references = { "8460 4.3.1", "8460 4.3.3", "8461 4.1", "8461 8.1" },
  },
};
