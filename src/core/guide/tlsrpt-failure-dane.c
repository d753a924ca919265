/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-failure-phrases.h"
#include "tlsrpt-failure-texts.h"

#include <glib/gi18n-lib.h>

/* The meanings are those of RFC 8460 section 4.3.2.1; what each fault does to the mail
 * follows from RFC 7672 sections 2.1 and 2.2. */

const TlsrptFailureTexts tlsrpt_failure_dane_texts[TLSRPT_N_DANE_FAILURES] = {
  {
    .token = "tlsa-invalid",
    /* Translators: this and the texts below explain “tlsa-invalid”.  TLSA records
     * contain the fingerprint of a certificate or key in DNS. */
    .title = N_("No TLSA record matches"),
    .summary = N_("The mail server’s certificate matches none of its TLSA records, or none is "
                  "usable."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("DANE, DANE validation failed, DANE not valid, DANE check fails, Internet.nl, "
                "huque, danetool, fingerprint, digest, hash, SHA-256, 3 1 1, 2 1 1, roll-over, "
                "rollover, key change, new key, DANE broken after renewal, no matching DANE TLSA "
                "records, TLSA mismatch, usage, selector, matching type"),
    .group = TLSRPT_FAILURE_GROUP_DANE,
    .actors = YOU | PROVIDER,
    .saw = {
      N_("The TLSA records passed DNSSEC validation, but none matches the certificate that the "
         "server presented, or none of them can be used."),
      N_("Postfix, mox, and Stalwart write this type only if all records are unusable. A mismatch "
         "is `certificate-not-trusted` or `validation-failure` in their reports, with the policy "
         "type `tlsa`. So the absence of `tlsa-invalid` doesn’t prove that your records match."),
    },
    /* RFC 7672 section 2.2: with records that are all unusable, a sender still requires
     * TLS, but does not authenticate the server. */
    .effect = {
      N_("If no record matches, DANE senders don’t deliver to this server. They try the other MX "
         "hosts, keep the message in the queue, and bounce it if the problem lasts. Other senders "
         "notice nothing."),
      N_("If all records are unusable, such as usage 0 or 1, senders require TLS but don’t "
         "authenticate the server, and deliver."),
    },
    .urgency = { URGENT },
    .who = {
      N_("The mail server administrator, together with whoever runs the DNS zone of the MX host."),
    },
    .stopgap = {
      STOPGAP_DANE,
      N_("If you still have the previous key and its certificate is valid, put it back: the "
         "records match again at once."),
    },
    .causes = {
      N_("The certificate was renewed with a new key, but the TLSA record still has the previous "
         "one."),
      N_("The server has an RSA and an ECDSA certificate, but a TLSA record for only one of "
         "them."),
      N_("The record was made from another server’s certificate."),
      N_("The record has usage 0 or 1, which mail senders needn’t support."),
      N_("The record has usage 2, but the server doesn’t present that CA certificate in its chain, "
         "or the CA now issues with another one."),
      N_("The record has selector 0 (`3 0 1`): it changes with every renewal, even if the key "
         "stays."),
      N_("The fingerprint was damaged when it was copied."),
      N_("With usage 2, the certificate isn’t valid yet, has expired, or has the wrong name."),
    },
    /* A record for the issuing CA is a trap with Let’s Encrypt, which changes the
     * certificates that it issues with without notice: hosts that had published the one
     * called X3 broke (https://dnssec-stats.ant.isi.edu/~viktor/x3hosts.html). */
    .steps = {
      N_("Compare the records with the certificate: the second check does it."),
      N_("Publish a `3 1 1` record with the fingerprint of the server’s key at `_25._tcp.MX`, for "
         "every MX host and for every key type. The third check prints it."),
      N_("Keep the key at the next renewal, or publish the next key’s record first: see "
         "`renew-with-dane`."),
      N_("As a safety net, publish a second `3 1 1` record for a spare key. A record for the CA "
         "(`2 1 1`) is safe only if the CA’s issuing certificate doesn’t change without notice, as "
         "it does at Let’s Encrypt."),
      N_("Remove records with usage 0 or 1."),
    },
    /* Microsoft, “How SMTP DANE works”; mox, config documentation, HostPrivateKeyFiles;
     * Mail-in-a-Box, tools/dns_update; Exim specification. */
    .servers = {
      N_("Postfix: test a domain as a DANE sender with `posttls-finger -c -l dane DOMAIN`."),
      N_("Microsoft 365: Microsoft publishes the records. Check that the MX record is the one "
         "under `mx.microsoft`, and turn DANE on again with `Enable-SmtpDaneInbound`."),
      N_("mox: `HostPrivateKeyFiles` lists the keys to keep; it prints the records for them."),
      N_("Mail-in-a-Box: it keeps the key and publishes `3 1 1` itself; run `tools/dns_update`."),
      N_("Stalwart: copy the records from its list of DNS records after each new key."),
    },
    .checks = {
      N_("Shows the TLSA records, and whether DNSSEC protects them."),
      DIG_DNSSEC " tlsa _25._tcp.MX",
      N_("The flags contain `ra ad;`, and the answer contains `TLSA 3 1 1`."),
      N_("Without `ad`, the zone isn’t signed, and senders don’t use the records. `SERVFAIL` means "
         "that the signatures are wrong: continue with `dnssec-invalid`."),
      N_("Compares all records with the certificate that the server presents."),
      "dig +short +nosplit tlsa _25._tcp.MX | sed \"s/.*/-dane_tlsa_rrdata '&'/\" | "
      "xargs openssl s_client -brief -starttls smtp -connect MX:25 -dane_tlsa_domain MX",
      N_("The output contains `Verification: OK` and `DANE TLSA 3`."),
      N_("`DANE TLSA 2` is fine, too. `no matching DANE TLSA records` means that none matches. "
         "`unusable TLSA rrdata` names a record that senders ignore."),
      N_("Prints the `3 1 1` record for the key that the server uses."),
      S_CLIENT_PEM " | openssl x509 -noout -pubkey | openssl pkey -pubin -outform DER | "
      "openssl dgst -sha256 -r | sed '/^e3b0c442/d; s/ .*//; s/^/_25._tcp.MX. IN TLSA 3 1 1 /'",
      N_("The output contains `TLSA 3 1 1` and the same 64 digits as a record in DNS; case doesn’t "
         "matter."),
      N_("If nothing follows the messages about a missing certificate, there was no TLS."),
    },
    .scope = { SCOPE_ADDRESSES, SCOPE_KEYS },
    .proof = { PROOF_CHECKS, PROOF_INTERNET_NL, PROOF_MICROSOFT, PROOF_REPORT },
    .reason_codes = {
      "all-TLSA-records-unusable",
      "all-unusable-records+ignored",
      "Invalid TLSA record.",
    },
    .exchange_codes = { "5.7.323" },
    .related = { "renew-with-dane", "dnssec-invalid", "certificate-not-trusted",
                 "validation-failure" },
    .references = { "8460 4.3.2.1", "7672 2.2", "7672 3.1", "7671 8.1" },
  },
  {
    .token = "dnssec-invalid",
    /* Translators: this and the texts below explain “dnssec-invalid”.  A resolver
     * is the DNS server that the sender queries. */
    .title = N_("DNSSEC validation failed"),
    .summary = N_("The sender’s resolver couldn’t get DNS records that it can trust."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("DANE, bogus, SERVFAIL, DS, DNSKEY, RRSIG, NSEC, signature expired, signing "
                "stopped, registrar, name server, resolver, unbound, validation failure, DNSViz, "
                "red arrows, broken chain of trust, key rollover, DNS provider changed, lame, "
                "timeout, QNAME minimization, empty non-terminal, AAAA"),
    .group = TLSRPT_FAILURE_GROUP_DANE,
    .actors = YOU | PROVIDER,
    .saw = {
      N_("The sender’s validating resolver got no valid answer for the MX, address, or TLSA "
         "records: a signature was wrong or missing, or the query failed."),
      N_("mox reports broken MX and address lookups as `validation-failure` with a reason code "
         "that begins with `dns-extended-error-`. Postfix doesn’t report this fault at all."),
    },
    .effect = {
      N_("DANE senders treat this MX host as unreachable. If the MX records themselves are "
         "affected, their mail waits and finally bounces. Other services in the zone may fail too, "
         "for everyone whose resolver validates."),
    },
    .urgency = { URGENT },
    .who = {
      N_("Whoever runs the DNS zone with the fault. That may be the zone of the MX host, and so "
         "your mail provider."),
    },
    .stopgap = {
      N_("Remove the DS record at the registrar and wait for its TTL, often a day. Until it is "
         "back, the zone has neither DNSSEC nor DANE, and anyone can forge its records."),
      N_("If only the TLSA records are affected, remove them and wait one TTL."),
    },
    .causes = {
      N_("The signatures (RRSIG) have expired, because signing has stopped."),
      N_("The DS record at the registrar doesn’t match the key of the zone (DNSKEY), often after a "
         "move to another DNS provider."),
      N_("A name server fails on queries for TLSA. A missing record must be answered with "
         "`NOERROR` or `NXDOMAIN`; `SERVFAIL` or silence delays mail."),
      N_("A name server answers `NXDOMAIN` for `_tcp.MX` although `_25._tcp.MX` exists, which "
         "breaks resolvers that query label by label."),
      N_("One name server of several has an old copy of the zone."),
      N_("A firewall drops large DNS answers."),
    },
    .steps = {
      N_("Find the zone: test the MX records of the domain, then the TLSA records of the MX "
         "host."),
      N_("Re-sign the zone and automate signing."),
      N_("Correct the DS record at the registrar."),
      N_("Test every name server of the zone: write its name after the `@`."),
      N_("Run `dig +dnssec tlsa _tcp.MX`, too: if there are TLSA records below this name, the "
         "status must be `NOERROR`, not `NXDOMAIN`."),
      N_("If the zone of the MX host is at fault, tell your mail provider."),
    },
    .servers = {
      N_("Microsoft 365: `Get-DnssecStatusForVerifiedDomain` shows the state of Microsoft’s part. "
         "The zone of your own domain must be signed, too."),
    },
    .checks = {
      N_("Validates the MX records, with a public resolver."),
      DIG_DNSSEC " mx DOMAIN",
      N_("The output contains `status: NOERROR` and `ra ad;`."),
      N_("`SERVFAIL` means that DNSSEC is broken or no name server answers. `NOERROR` without `ad` "
         "means that the zone isn’t signed, so this failure is in another zone."),
      N_("Validates the TLSA records."),
      DIG_DNSSEC " tlsa _25._tcp.MX",
      N_("The output contains `ra ad;`, even if there is no record."),
      N_("`SERVFAIL` means that the zone of the MX host is at fault."),
      N_("Queries without validation."),
      DIG_DNSSEC " +cd tlsa _25._tcp.MX",
      N_("The output contains `status: NOERROR`."),
      N_("If this works and the check above doesn’t, the signatures are wrong. If both fail, a "
         "name server is at fault. `NXDOMAIN` is fine if there should be no record."),
    },
    .scope = {
      N_("Every name server of a zone must answer alike: repeat the checks with each of them after "
         "the `@`. They don’t set `ad`; look for `RRSIG` instead."),
    },
    .proof = {
      PROOF_CHECKS,
      N_("Run DNSViz on the domain and on the MX host. It shows where the chain of trust breaks."),
      PROOF_MICROSOFT,
      PROOF_REPORT,
    },
    .reason_codes = {
      "extended-dns-error-",
      "Bogus TLSA records were found.",
      "Bogus MX records were found.",
    },
    .exchange_codes = { "5.7.324", "5.4.312" },
    .related = { "tlsa-invalid", "dane-required", "validation-failure" },
    .references = { "8460 4.3.2.1", "7672 2.1", "7672 2.2" },
  },
  {
    .token = "dane-required",
    /* Translators: this and the texts below explain “dane-required” */
    .title = N_("The sender requires DANE"),
    .summary = N_("The sender insists on DANE, but found no usable TLSA record."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("mandatory DANE, DANE only, dane-only, enforces DANE for us, partner, agreement, "
                "DNSSEC removed, missing TLSA, no TLSA, government, compliance"),
    .group = TLSRPT_FAILURE_GROUP_DANE,
    .actors = YOU | PROVIDER | SENDER,
    .saw = {
      N_("This sender has set your domain to DANE-only. It found no TLSA record for this MX host "
         "that passes DNSSEC validation."),
      N_("Nothing in your DNS creates this rule. Usually two organizations agree on it."),
    },
    .effect = {
      N_("This sender doesn’t deliver to this server. It tries the other MX hosts, keeps the "
         "message in its queue, and bounces it if the problem lasts. Senders without the rule "
         "deliver as before."),
    },
    .urgency = {
      N_("Only mail from this sender is affected, but it bounces, with Stalwart at once."),
    },
    .who = {
      N_("The sender, who can lift the rule, or whoever runs the DNS of your domain and of its MX "
         "hosts, who can publish what the rule requires."),
    },
    .stopgap = {
      N_("Ask the sender to lift the rule until your records are back. Nothing on your side has to "
         "be switched off."),
    },
    .causes = {
      N_("DNSSEC was removed, or the DS record was lost in a move to another DNS provider."),
      N_("One of the MX hosts has no TLSA record, often a backup."),
      N_("The mail moved to a provider without DANE."),
      N_("The partner set up the rule before DANE was ready on your side."),
    },
    .steps = {
      N_("Find out who the sender is: see `organization-name` and `contact-info` in the report. "
         "Look for an agreement about DANE."),
      N_("Sign your zone with DNSSEC, and make sure that the zones of the MX hosts are signed."),
      N_("Publish TLSA records for all MX hosts, at `_25._tcp.` followed by the host name."),
      N_("Or ask the sender to lift the rule."),
    },
    .servers = {
      N_("Microsoft 365: run `Enable-DnssecForVerifiedDomain`, change the MX record to the new "
         "name under `mx.microsoft`, then run `Enable-SmtpDaneInbound`. The records appear after "
         "15 to 30 minutes."),
      N_("mox, Stalwart, and Mail-in-a-Box list the TLSA records to publish."),
    },
    .checks = {
      N_("Validates the MX records, with a public resolver."),
      DIG_DNSSEC " mx DOMAIN",
      N_("The output contains `status: NOERROR` and `ra ad;`."),
      N_("Without `ad`, your zone isn’t signed. `SERVFAIL` means that DNSSEC is broken."),
      N_("Validates the TLSA records. Repeat it for every MX host."),
      DIG_DNSSEC " tlsa _25._tcp.MX",
      N_("The flags contain `ra ad;`, and the answer contains `TLSA 3`."),
      N_("`TLSA 2` is fine, too. Without such a record, this host has no usable one."),
    },
    .scope = {
      N_("Every MX host needs its own records, including backups. Test each of them."),
    },
    .proof = { PROOF_CHECKS, PROOF_INTERNET_NL, PROOF_MICROSOFT, PROOF_REPORT },
    .reason_codes = {
      "No TLSA records found for MX.",
      "No TLSA DNSSEC records found.",
      "MX host is not in a DNSSEC signed zone.",
    },
    .related = { "tlsa-invalid", "dnssec-invalid", "dane-and-mta-sts" },
    .references = { "8460 4.3.2.1", "7672 6" },
  },
};
