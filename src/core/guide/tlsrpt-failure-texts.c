/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-failure-texts.h"

#include <glib/gi18n-lib.h>

/*
 * The meanings are those of RFC 8460 section 4.3; what each fault does to the
 * mail follows from RFC 8461 section 5 (MTA-STS) and RFC 7672 sections 2.1 and
 * 2.2 (DANE).  The texts speak to an administrator who does not know TLS well.
 */

#define YOU TLSRPT_FAILURE_ACTOR_YOU
#define PROVIDER TLSRPT_FAILURE_ACTOR_PROVIDER
#define SENDER TLSRPT_FAILURE_ACTOR_SENDER

/* A TLS handshake on the port of mail servers; “</dev/null” ends it. */
#define S_CLIENT "openssl s_client -starttls smtp -connect MX:25 -servername MX"
#define POLICY_URL "https://mta-sts.DOMAIN/.well-known/mta-sts.txt"

static const TlsrptFailureTexts failure_texts[] = {
  {
    .token = "starttls-not-supported",
    /* Translators: this and the texts below explain the result type
     * “starttls-not-supported”.  What stands between backticks (`…`) in any text
     * of the guide is code: keep it and the backticks as they are.  “MX” is a mail
     * server that receives the mail of a domain. */
    .title = N_("The server does not offer STARTTLS"),
    .summary = N_("The mail server did not offer encryption, or refused it when asked."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("no TLS, not encrypted, unencrypted, plain text, clear text, downgrade, "
                "man in the middle, attack, backup MX, port 25"),
    .group = TLSRPT_FAILURE_GROUP_NEGOTIATION,
    .actors = YOU | PROVIDER,
    .saw = {
      N_("The sender connected to the mail server on port 25. The answer to `EHLO` did not list "
         "`STARTTLS`, or the server refused the command."),
    },
    .effect = {
      N_("With an MTA-STS policy in mode `enforce`, or with DANE, the mail is not handed to this "
         "server: the sender tries the other MX hosts, keeps the mail in its queue, and returns "
         "it in the end. With mode `testing`, or without a policy, the mail is delivered without "
         "encryption."),
    },
    .who = {
      N_("Whoever runs the mail server: your own team or your mail provider."),
    },
    .causes = {
      N_("TLS is switched off on one of the servers, often on the backup MX."),
      N_("A firewall in front of the server inspects SMTP and removes `STARTTLS` from the answer."),
      N_("Something else answers on port 25, such as a forgotten server or a load balancer."),
      N_("An MX record still points to a host that no longer takes mail for the domain."),
      N_("Only one network reports it: somebody on the way may be stripping `STARTTLS`, which is "
         "an attack."),
      N_("In bounces of Exchange Online: `STARTTLS` is offered, but the handshake after it fails."),
    },
    .steps = {
      N_("Find the server: `receiving-mx-hostname` and `receiving-ip` in the report name it."),
      N_("Enable TLS for incoming mail on this server and on every other MX, backups included."),
      N_("If TLS is enabled, switch off SMTP inspection in the firewalls in front of the server."),
      N_("Remove MX records whose hosts no longer take mail."),
      N_("If only one network reports it, look at `receiving-ip`. An address that is not yours "
         "means that the mail went elsewhere."),
    },
    .checks = {
      N_("Lists the MX hosts. Check every one of them."),
      "dig +short mx DOMAIN",
      N_("Every host in the list still takes mail for the domain."),
      N_("Asks the server for TLS as a sender does."),
      S_CLIENT " </dev/null",
      /* Output of openssl, with its quotes. xgettext: no-quote-unicode-check */
      N_("A certificate is shown. If the server does not offer TLS, the output says `Didn't find "
         "STARTTLS in server response`. If there is no connection at all, repeat it from another "
         "network: many let nothing out to port 25."),
    },
    .reason_codes = { "VALIDATION_FAILURE" },
    .exchange_codes = { "5.7.321" },
    .related = { "validation-failure", "certificate-not-trusted" },
    .references = { "8460 4.3.1", "3207 4", "8461 5", "7672 2.2" },
  },
  {
    .token = "certificate-host-mismatch",
    /* Translators: this and the texts below explain “certificate-host-mismatch”.
     * SAN, CN and SNI are established abbreviations in certificates and TLS. */
    .title = N_("The certificate has the wrong name"),
    .summary = N_("The certificate of the mail server does not carry the server’s host name."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("hostname, host name, wrong name, name does not match, mismatch, SAN, alias, "
                "wildcard, common name"),
    .group = TLSRPT_FAILURE_GROUP_NEGOTIATION,
    .actors = YOU | PROVIDER,
    .saw = {
      N_("None of the names in the certificate’s subject alternative name (SAN) is the name of "
         "the MX host. The name to match is the one in the MX record."),
      N_("MTA-STS always compares the name. DANE compares it for TLSA records with usage 2 only; "
         "with usage 3 the name does not matter."),
    },
    .effect = {
      N_("With an MTA-STS policy in mode `enforce`, or with DANE and usage 2, the mail waits and "
         "is returned in the end. With mode `testing` it is delivered, and encrypted. Without a "
         "policy senders do not ask for a right name."),
    },
    .who = {
      N_("Whoever runs the mail server and orders its certificate: your own team or your mail "
         "provider."),
    },
    .causes = {
      N_("The SAN holds the domain or an internal name, but not the name in the MX record."),
      N_("The MX record names an alias in your own domain for a provider’s host, whose "
         "certificate holds the provider’s name."),
      N_("The server has several certificates and sends the default one, because it does not look "
         "at the host name in the handshake (SNI)."),
      N_("The name is only in the common name (CN), which does not count."),
      N_("A wildcard is meant to cover two labels: `*.example.com` does not cover "
         "`mx.mail.example.com`."),
    },
    .steps = {
      N_("List the MX hosts of the domain, with the names as the MX records have them."),
      N_("Reissue the certificate with every one of these names in the SAN."),
      N_("Or, if a provider runs the server, let the MX record name the provider’s own host. "
         "List that name in the MTA-STS policy first."),
      N_("Install the certificate on every server and reload the mail service."),
    },
    .checks = {
      N_("Shows the names in the certificate that the server sends."),
      S_CLIENT " </dev/null 2>/dev/null | openssl x509 -noout -ext subjectAltName",
      N_("The list holds the name `MX`, or a wildcard for its first label."),
      N_("Compares the certificate with the host name."),
      S_CLIENT " -verify_hostname MX </dev/null",
      N_("The output says `Verify return code: 0 (ok)`, not `62 (hostname mismatch)`."),
    },
    .reason_codes = { "X509_V_ERR_HOSTNAME_MISMATCH" },
    .exchange_codes = { "5.7.325", "5.7.5" },
    .related = { "validation-failure", "sts-webpki-invalid", "certificate-not-trusted" },
    .references = { "8460 4.3.1", "8461 4.2", "8461 7.1", "7672 3.2" },
  },
  {
    .token = "certificate-expired",
    /* Translators: this and the texts below explain “certificate-expired” */
    .title = N_("The certificate has expired"),
    .summary = N_("The certificate of the mail server is past its end date."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("expired, expiry, out of date, outdated, validity, renewal, renew, Let’s Encrypt, "
                "reload"),
    .group = TLSRPT_FAILURE_GROUP_NEGOTIATION,
    .actors = YOU | PROVIDER,
    .saw = {
      N_("The certificate that the server sent was past its end date (`notAfter`). DANE ignores "
         "the date for TLSA records with usage 3."),
    },
    .effect = {
      N_("With an MTA-STS policy in mode `enforce`, or with DANE and usage 2, the mail waits and "
         "is returned in the end. With mode `testing` it is delivered, and encrypted. Without a "
         "policy senders do not ask for a valid certificate."),
    },
    .who = {
      N_("Whoever runs the mail server: your own team or your mail provider."),
    },
    .causes = {
      N_("The certificate was renewed, but the mail service was not reloaded and still sends the "
         "old one."),
      N_("One server was forgotten: a backup MX, or one of several behind a load balancer."),
      N_("The automatic renewal fails, and nobody reads its messages."),
      N_("An intermediate certificate in the chain has expired."),
      N_("Only one sender reports it: its clock may be wrong."),
    },
    .steps = {
      N_("Find the server: `receiving-mx-hostname` and `receiving-ip` in the report name it."),
      N_("Renew the certificate, then reload the mail service so that it sends the new one."),
      N_("Do the same on every other MX, backups included."),
      N_("With DANE, publish the TLSA record of a new key first and wait two TTLs before the "
         "server uses the key. Renewing with the same key needs no new record."),
      N_("Let a monitor watch the date on port 25 of every MX. The date of the file on disk is "
         "not enough."),
    },
    .checks = {
      N_("Shows the end date of the certificate that the server sends. Repeat it with `-4` and "
         "`-6` after `s_client` to reach both addresses."),
      S_CLIENT " </dev/null 2>/dev/null | openssl x509 -noout -enddate",
      N_("The date after `notAfter=` is in the future."),
    },
    .reason_codes = { "X509_V_ERR_CERT_HAS_EXPIRED" },
    .exchange_codes = { "5.7.322" },
    .related = { "certificate-not-trusted", "sts-webpki-invalid", "tlsa-invalid" },
    .references = { "8460 4.3.1", "8461 4.2", "7672 3.1.1", "7671 8.1" },
  },
  {
    .token = "certificate-not-trusted",
    /* Translators: this and the texts below explain “certificate-not-trusted”.
     * A CA is a certification authority. */
    .title = N_("The certificate is not trusted"),
    .summary = N_("The certificate of the mail server does not lead to a CA that the sender "
                  "trusts."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("self-signed, untrusted, unknown CA, certification authority, intermediate, "
                "chain, root, bundle, fullchain, issuer"),
    .group = TLSRPT_FAILURE_GROUP_NEGOTIATION,
    .actors = YOU | PROVIDER,
    .saw = {
      N_("The chain of certificates that the server sent could not be verified up to a trusted "
         "CA. The type covers several faults of the chain; the reason code says which."),
    },
    .effect = {
      N_("With an MTA-STS policy in mode `enforce` the mail waits and is returned in the end. "
         "With mode `testing` it is delivered, and encrypted. DANE does not need a public CA: a "
         "matching TLSA record is enough. Without a policy senders accept any certificate."),
    },
    .who = {
      N_("Whoever runs the mail server: your own team or your mail provider."),
    },
    .causes = {
      N_("The server sends its own certificate without the intermediate one."),
      N_("The certificate is self-signed, or comes from a private CA."),
      N_("Senders no longer trust the CA."),
      N_("The CA may not issue for this name (name constraints), or the certificate is not meant "
         "for servers."),
      N_("The certificate is not valid yet."),
    },
    .steps = {
      N_("Read the reason code in the report."),
      N_("Use a certificate of a public CA."),
      N_("Let the server send the full chain: its own certificate first, then the intermediate "
         "ones. The root is not needed."),
      N_("To keep a private CA, sign the zone with DNSSEC and publish TLSA records (`3 1 1`). "
         "This satisfies DANE; MTA-STS still asks for a public CA."),
    },
    .checks = {
      N_("Shows the chain that the server sends, and whether it can be verified."),
      S_CLIENT " -showcerts </dev/null",
      N_("The output says `Verify return code: 0 (ok)`. Code 18 is a self-signed certificate, 19 "
         "a chain up to a private root; 20 and 21 are an unknown CA or a missing intermediate "
         "certificate."),
    },
    .reason_codes = {
      "self-signed_certificate",
      "X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT",
      "X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN",
      "X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
      "X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE",
      "X509_V_ERR_CERT_NOT_YET_VALID",
      "X509_V_ERR_INVALID_PURPOSE",
      "X509_V_ERR_PERMITTED_VIOLATION",
    },
    .exchange_codes = { "5.7.5" },
    .related = { "certificate-host-mismatch", "certificate-expired", "sts-webpki-invalid" },
    .references = { "8460 4.3.1", "8461 4.2", "7672 3.1" },
  },
  {
    .token = "validation-failure",
    /* Translators: this and the texts below explain “validation-failure” */
    .title = N_("TLS failed for another reason"),
    .summary = N_("No other type fits: often an MX host that the MTA-STS policy does not list."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("general failure, other error, handshake failure, protocol version, cipher, TLS "
                "1.0, weak key, MX not listed, policy mismatch, wildcard"),
    .group = TLSRPT_FAILURE_GROUP_NEGOTIATION,
    .actors = YOU | PROVIDER,
    .saw = {
      N_("TLS failed in a way for which there is no type of its own. The reason code, if the "
         "report has one, says more."),
      N_("Google and Microsoft use this type for an MX host that the MTA-STS policy does not "
         "list."),
    },
    .effect = {
      N_("With an MTA-STS policy in mode `enforce`, or with DANE, the mail is not handed to this "
         "server: the sender tries the other MX hosts, keeps the mail in its queue, and returns "
         "it in the end. With mode `testing`, or without a policy, the mail is delivered, "
         "without encryption if TLS does not work at all."),
    },
    .who = {
      N_("Whoever maintains the MTA-STS policy, if an MX host is missing there. Whoever runs the "
         "mail server, if the handshake fails."),
    },
    .causes = {
      N_("The MTA-STS policy does not list the MX host: the host is new, or the mail moved to "
         "another provider."),
      N_("The policy lists the domain itself, not the MX host."),
      N_("A wildcard in the policy is meant to cover more than one label: `*.example.com` covers "
         "`mx1.example.com`, but neither `mx1.eu.example.com` nor `example.com`."),
      N_("Sender and server have no TLS version or cipher in common."),
      N_("The server, or a firewall, ends the connection during the handshake."),
      N_("The key or the signature of the certificate is too weak for the sender."),
    },
    .steps = {
      N_("Read the reason code in the report."),
      N_("Compare the MX hosts of the domain with the `mx:` lines of the policy. Add what is "
         "missing, then change the `id` in the TXT record at `_mta-sts.DOMAIN`."),
      N_("Put a new MX host into the policy, and change the `id`, before the host gets its MX "
         "record."),
      N_("If the handshake fails, allow TLS 1.2 and 1.3 on the server, with the default ciphers."),
      N_("Use an RSA key of at least 2048 bits, or an ECDSA key."),
      N_("Look into the log of the mail server for connections from `sending-mta-ip`."),
    },
    .checks = {
      N_("Lists the MX hosts."),
      "dig +short mx DOMAIN",
      N_("An `mx:` line of the policy covers each of them."),
      N_("Shows the MTA-STS policy."),
      "curl -sS " POLICY_URL,
      N_("Each `mx:` line holds the name of an MX host, or a wildcard for its first label."),
      N_("Tries TLS 1.2 with the server."),
      S_CLIENT " -tls1_2 </dev/null",
      N_("A line says `New, TLSv1.2, Cipher is` and names a cipher, not `(NONE)`."),
    },
    .reason_codes = {
      "MX_HOSTS_MISMATCH",
      "mx-mismatch",
      "VALIDATION_FAILURE",
      "tls-remote-",
      "tls-local-",
      "io-timeout-during-handshake",
      "connection-closed-during-handshake",
      "tls-record-header-error",
    },
    .exchange_codes = { "5.4.8" },
    .related = { "certificate-host-mismatch", "sts-policy-invalid", "starttls-not-supported" },
    .references = { "8460 4.3.1", "8460 4.3.3", "8461 4.1", "8461 8.1" },
  },
  {
    .token = "sts-policy-fetch-error",
    /* Translators: this and the texts below explain “sts-policy-fetch-error” */
    .title = N_("The MTA-STS policy cannot be fetched"),
    .summary = N_("DNS announces an MTA-STS policy, but the sender could not download it."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("download, 404, 403, 500, not found, redirect, time-out, timeout, unreachable, "
                "web server, https, IPv6, AAAA, bot protection, mta-sts.txt"),
    .group = TLSRPT_FAILURE_GROUP_STS,
    .actors = YOU | PROVIDER,
    .saw = {
      N_("The TXT record at `_mta-sts.DOMAIN` says that there is a policy, but "
         "`https://mta-sts.DOMAIN/.well-known/mta-sts.txt` did not deliver it."),
    },
    .effect = {
      N_("No mail is held up for this alone. A sender with an older policy in its cache goes on "
         "using it until its `max_age` is over; all others deliver as if there were no MTA-STS, "
         "which leaves the mail unprotected."),
    },
    .who = {
      N_("Whoever runs the web server `mta-sts.DOMAIN` and the DNS of the domain: your own team, "
         "your web host, or a provider that hosts the policy."),
    },
    .causes = {
      N_("The web server answers 404, 403 or 500: wrong host, wrong path, or no file."),
      N_("The web server redirects to another address. Senders must not follow it."),
      N_("A protection against bots gets in the way. Senders are bots, too."),
      N_("The host has an IPv6 address (AAAA) at which nothing answers."),
      N_("The host does not answer in time, or has no address at all."),
      N_("MTA-STS was given up, but the TXT record was left behind."),
    },
    .steps = {
      N_("Serve the file at `https://mta-sts.DOMAIN/.well-known/mta-sts.txt` with status 200 and "
         "the type `text/plain`, without a redirect."),
      N_("Exempt this address from the protection against bots."),
      N_("Test the host over IPv4 and over IPv6. Remove addresses that do not answer."),
      N_("If MTA-STS is no longer wanted, retire it: publish a policy with `mode: none` and a "
         "`max_age` of a day, change the `id`, and keep both until every older policy has "
         "expired. Remove the TXT record and the file only then."),
    },
    .checks = {
      N_("Shows whether DNS announces a policy."),
      "dig +short txt _mta-sts.DOMAIN",
      N_("One record, which begins with `v=STSv1;`."),
      N_("Fetches the policy over IPv4, as a sender does: without following redirects."),
      "curl -4 -v " POLICY_URL,
      N_("Status 200, and the text of the policy."),
      N_("Fetches it over IPv6, if the host has an AAAA record."),
      "curl -6 -v " POLICY_URL,
      N_("Status 200, and the text of the policy."),
    },
    .reason_codes = { "bad https response code:", "context deadline exceeded" },
    .related = { "sts-policy-invalid", "sts-webpki-invalid" },
    .references = { "8460 4.3.2.2", "8461 3.3", "8461 8.3" },
  },
  {
    .token = "sts-policy-invalid",
    /* Translators: this and the texts below explain “sts-policy-invalid” */
    .title = N_("The MTA-STS policy is invalid"),
    .summary = N_("The sender downloaded the MTA-STS policy, but its content is wrong."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("syntax, malformed, STSv1, version, mode, max_age, HTML page, content type, media "
                "type, text/plain, mta-sts.txt"),
    .group = TLSRPT_FAILURE_GROUP_STS,
    .actors = YOU | PROVIDER,
    .saw = {
      N_("`https://mta-sts.DOMAIN/.well-known/mta-sts.txt` delivered something, but it is not a "
         "valid policy."),
    },
    .effect = {
      N_("No mail is held up for this alone. A sender with an older policy in its cache goes on "
         "using it until its `max_age` is over; all others deliver as if there were no MTA-STS, "
         "which leaves the mail unprotected."),
    },
    .who = {
      N_("Whoever maintains the policy file: your own team, your web host, or a provider that "
         "hosts the policy."),
    },
    .causes = {
      N_("The first line is `v=STSv1`, which belongs in the TXT record. The file begins with "
         "`version: STSv1`."),
      N_("A line is missing: `mode`, `max_age`, or `mx` (only mode `none` needs no `mx`)."),
      N_("The mode is not one of `enforce`, `testing` and `none`."),
      N_("`max_age` is not a number of seconds up to 31557600, which is a year."),
      N_("Several hosts stand in one `mx` line. Each needs a line of its own."),
      N_("The web server delivers a web page, or a type other than `text/plain`."),
    },
    .steps = {
      N_("Mend the file. It needs one line each for `version`, `mode` and `max_age`, and `mx` "
         "lines that cover every MX host."),
      N_("Let the web server deliver it with the type `text/plain`."),
      N_("Change the `id` in the TXT record at `_mta-sts.DOMAIN`, so that senders fetch the "
         "policy anew."),
    },
    .checks = {
      N_("Shows the policy with the headers of the answer."),
      "curl -sS -D - " POLICY_URL,
      N_("The type is `text/plain`, and the text begins with `version: STSv1`."),
      N_("Shows the TXT record."),
      "dig +short txt _mta-sts.DOMAIN",
      N_("The `id` is not the one from before the change."),
    },
    .related = { "sts-policy-fetch-error", "validation-failure" },
    .references = { "8460 4.3.2.2", "8461 3.2", "8461 8.1" },
  },
  {
    .token = "sts-webpki-invalid",
    /* Translators: this and the texts below explain “sts-webpki-invalid” */
    .title = N_("The policy host has a bad certificate"),
    .summary = N_("The web server with the MTA-STS policy has a certificate that cannot be "
                  "verified."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("web certificate, https certificate, policy host, port 443, web server, expired, "
                "self-signed, wrong name, Let’s Encrypt"),
    .group = TLSRPT_FAILURE_GROUP_STS,
    .actors = YOU | PROVIDER,
    .saw = {
      N_("The web server `mta-sts.DOMAIN` answered, but its certificate failed the check. This is "
         "about the certificate of the web server on port 443, not that of the mail server."),
    },
    .effect = {
      N_("The policy must not be used. No mail is held up for this alone. A sender with an older "
         "policy in its cache goes on using it until its `max_age` is over; all others deliver "
         "as if there were no MTA-STS, which leaves the mail unprotected."),
    },
    .who = {
      N_("Whoever runs the web server `mta-sts.DOMAIN`: your own team, your web host, or a "
         "provider that hosts the policy."),
    },
    .causes = {
      N_("The certificate has expired."),
      N_("The certificate is for another name, such as that of the main web site."),
      N_("`mta-sts.DOMAIN` is a CNAME to a provider that has no certificate for this name."),
      N_("The certificate is self-signed, or the server does not send the intermediate one."),
    },
    .steps = {
      N_("Get a certificate of a public CA with the name `mta-sts.DOMAIN`."),
      N_("Install it with the full chain, and reload the web server."),
      N_("Let a program renew it, and a monitor watch it."),
      N_("If a provider hosts the policy, ask it for a certificate with this name."),
    },
    .checks = {
      N_("Verifies the certificate of the policy host."),
      "openssl s_client -connect mta-sts.DOMAIN:443 -servername mta-sts.DOMAIN "
      "-verify_hostname mta-sts.DOMAIN </dev/null",
      N_("Certificates are shown, and the output says `Verify return code: 0 (ok)`."),
      N_("Shows its names and its end date."),
      "openssl s_client -connect mta-sts.DOMAIN:443 -servername mta-sts.DOMAIN "
      "</dev/null 2>/dev/null | openssl x509 -noout -ext subjectAltName -enddate",
      N_("The names include `mta-sts.DOMAIN`, and the date is in the future."),
    },
    .related = { "sts-policy-fetch-error", "certificate-host-mismatch", "certificate-expired" },
    .references = { "8460 4.3.2.2", "8461 3.3", "8461 8.2" },
  },
  {
    .token = "tlsa-invalid",
    /* Translators: this and the texts below explain “tlsa-invalid”.  TLSA records
     * hold the fingerprint of a certificate or key in DNS. */
    .title = N_("No TLSA record matches"),
    .summary = N_("The certificate of the mail server fits none of its TLSA records."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("DANE, fingerprint, digest, hash, 3 1 1, 2 1 1, roll-over, rollover, key change, "
                "new key"),
    .group = TLSRPT_FAILURE_GROUP_DANE,
    .actors = YOU | PROVIDER,
    .saw = {
      N_("DNSSEC proved the TLSA records of the MX host genuine, but none of them fits the "
         "certificate that the server sent."),
    },
    .effect = {
      N_("Senders that use DANE do not hand the mail to this server. They try the other MX hosts, "
         "keep the mail in the queue, and return it in the end. Other senders notice nothing."),
    },
    .who = {
      N_("Whoever runs the mail server, together with whoever runs the DNS zone of the MX host."),
    },
    .causes = {
      N_("The certificate was renewed with a new key, and the TLSA record is still the old one."),
      N_("The record was made from the certificate of another server."),
      N_("The record has usage 0 or 1, which senders of mail need not support."),
      N_("The record has usage 2, but the server does not send that CA certificate in its chain."),
      N_("The fingerprint was damaged when it was copied."),
    },
    .steps = {
      N_("Compute the fingerprint of the server’s key, and compare it with the records."),
      N_("Publish the right record (`3 1 1` and the fingerprint) at `_25._tcp.MX`, for every MX "
         "host."),
      N_("Next time, keep the key when renewing. Or publish the record of the new key beside the "
         "old one, wait two TTLs, and let the server use the new key only then."),
      N_("As a safety net, add a record for the CA (`2 1 1`), and let the server send that CA’s "
         "certificate."),
      N_("Remove records with usage 0 or 1."),
    },
    .checks = {
      N_("Shows the TLSA records."),
      "dig +dnssec +multiline tlsa _25._tcp.MX",
      N_("The status is `NOERROR`, and a `3 1 1` record holds the fingerprint. The flag `ad` "
         "means that the resolver found the records genuine."),
      N_("Computes the fingerprint for a `3 1 1` record from the key that the server uses."),
      S_CLIENT " </dev/null 2>/dev/null | openssl x509 -noout -pubkey | "
      "openssl pkey -pubin -outform DER | openssl dgst -sha256",
      N_("The digits are those of a record. Case does not matter."),
    },
    .exchange_codes = { "5.7.323" },
    .related = { "dnssec-invalid", "dane-required", "certificate-not-trusted" },
    .references = { "8460 4.3.2.1", "7672 3.1", "7671 8.1", "6698 2.1" },
  },
  {
    .token = "dnssec-invalid",
    /* Translators: this and the texts below explain “dnssec-invalid”.  A resolver
     * is the DNS server that the sender asks. */
    .title = N_("DNSSEC validation failed"),
    .summary = N_("The sender’s resolver could not get DNS records that it can trust."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("DANE, bogus, SERVFAIL, DS, DNSKEY, RRSIG, signature expired, registrar, name "
                "server, resolver"),
    .group = TLSRPT_FAILURE_GROUP_DANE,
    .actors = YOU | PROVIDER,
    .saw = {
      N_("The validating resolver of the sender got no valid answer for the MX, address or TLSA "
         "records: a signature was wrong or missing, or the query failed."),
    },
    .effect = {
      N_("Senders that use DANE do not use this MX host, as if it could not be reached; if the MX "
         "records themselves are concerned, the mail waits. It is returned in the end. "
         "Every other service in the zone may fail for whoever validates DNSSEC."),
    },
    .who = {
      N_("Whoever runs the DNS zone with the fault. That may be the zone of the MX host, and so "
         "your mail provider."),
    },
    .causes = {
      N_("The signatures (RRSIG) have expired, because signing has stopped."),
      N_("The DS record at the registrar does not fit the key of the zone (DNSKEY), often after a "
         "move to another DNS provider."),
      N_("A name server fails on queries for TLSA, or cannot prove that a record does not exist."),
      N_("A firewall drops large DNS answers."),
    },
    .steps = {
      N_("Find the zone: test the MX records of the domain, then the TLSA records of the MX host."),
      N_("Sign the zone again, and make sure that this happens by itself."),
      N_("Correct the DS record at the registrar, or remove it until the zone is in order. "
         "Without it there is neither DNSSEC nor DANE."),
      N_("If the zone of the MX host is at fault, tell your mail provider."),
    },
    .checks = {
      N_("Validates the MX records."),
      "delv mx DOMAIN",
      N_("The answer is `fully validated`."),
      N_("Validates the TLSA records."),
      "delv tlsa _25._tcp.MX",
      N_("The answer is `fully validated`, also if it says that there is no record."),
      N_("Asks without validation."),
      "dig +cd tlsa _25._tcp.MX",
      N_("If this works and the validation does not, DNSSEC is at fault. If both fail, a name "
         "server is."),
    },
    .exchange_codes = { "5.7.324", "5.4.312" },
    .related = { "tlsa-invalid", "dane-required" },
    .references = { "8460 4.3.2.1", "7672 2.1", "7672 2.2" },
  },
  {
    .token = "dane-required",
    /* Translators: this and the texts below explain “dane-required” */
    .title = N_("The sender requires DANE"),
    .summary = N_("The sender insists on DANE, and found no usable TLSA record."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("mandatory DANE, DANE only, partner, agreement, DNSSEC removed, missing TLSA"),
    .group = TLSRPT_FAILURE_GROUP_DANE,
    .actors = YOU | PROVIDER | SENDER,
    .saw = {
      N_("The sender has a rule of its own: mail to your domain goes out with DANE only. It found "
         "no TLSA record for this MX host that DNSSEC proves genuine."),
      N_("Nothing in your DNS creates this rule. It is usually agreed between two "
         "organizations."),
    },
    .effect = {
      N_("This sender does not hand the mail to this server. It tries the other MX hosts, keeps "
         "the mail in its queue, and returns it in the end. Senders without the rule deliver as "
         "before."),
    },
    .who = {
      N_("The sender, who can lift the rule, or whoever runs the DNS of your domain and of its MX "
         "hosts, who can publish what the rule asks for."),
    },
    .causes = {
      N_("DNSSEC was removed, or the DS record was lost in a move to another DNS provider."),
      N_("One of the MX hosts has no TLSA record, often a backup."),
      N_("The mail moved to a provider without DANE."),
      N_("The partner set up the rule before DANE was ready on your side."),
    },
    .steps = {
      N_("Find out who the sender is, and whether there is an agreement about DANE."),
      N_("Sign your zone with DNSSEC, and make sure that the zones of the MX hosts are signed."),
      N_("Publish TLSA records for all MX hosts, at `_25._tcp.` and the name of the host."),
      N_("Or ask the sender to lift the rule."),
    },
    .checks = {
      N_("Validates the MX records."),
      "delv mx DOMAIN",
      N_("The answer is `fully validated`, not `unsigned answer`."),
      N_("Validates the TLSA records. Repeat it for every MX host."),
      "delv tlsa _25._tcp.MX",
      N_("The answer is `fully validated`, and holds at least one record with usage 2 or 3."),
    },
    .related = { "tlsa-invalid", "dnssec-invalid" },
    .references = { "8460 4.3.2.1", "7672 6" },
  },
};

/**
 * tlsrpt_failure_texts_get:
 * @n_texts: (out): how many there are
 *
 * Gets the texts of all types, group by group.
 *
 * Returns: (array length=n_texts): the texts
 */
const TlsrptFailureTexts *
tlsrpt_failure_texts_get (gsize *n_texts)
{
  *n_texts = G_N_ELEMENTS (failure_texts);

  return failure_texts;
}
