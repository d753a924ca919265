/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-question-texts.h"

#include <glib/gi18n-lib.h>

const TlsrptQuestionTexts tlsrpt_question_policy_texts[] = {
  {
    .id = "mta-sts-rollout",
    .question = N_("How do I introduce, change, or retire MTA-STS?"),
    .summary = N_("TLS-RPT first, then testing for some weeks, then enforce; the file before the "
                  "id."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("roll out, rollout, deploy, set up MTA-STS, enable, switch, from testing to "
                "enforce, when, how long, weeks, max_age, id, update the policy, turn off, "
                "disable, remove MTA-STS, stop, mode none, change MX, new mail server, migrate"),
    /* How long to test: Google Workspace Help, “About MTA-STS and TLS reporting”.  The
     * order and the waiting times are those of RFC 8461 sections 3.2, 3.3, 8.1 and 8.3. */
    .answer = {
      N_("You are ready for `enforce` when every MX host shows successful `sts` connections and no "
         "failures, from several senders. Postfix sites report nothing about a policy in `testing` "
         "mode."),
      N_("Always change the file first, then the `id`. A sender that sees the new `id` fetches the "
         "file at once; otherwise it may look once a day. After a failed fetch it waits at least "
         "five minutes."),
      N_("`max_age` is the number of seconds for which senders keep the policy, at most 31557600. "
         "With `enforce`, it should be weeks or more: the longer it is, the harder an attack."),
      N_("A new MX host, or a new provider: list it in the policy before it gets its MX record, "
         "and remove the previous one from the policy last."),
      N_("To retire MTA-STS, publish `mode: none` with the same `mx` lines and a `max_age` of a "
         "day, change the `id`, and wait until the longest older `max_age` is over. Only then "
         "remove the TXT record and the file."),
    },
    .steps = {
      N_("Publish a TLS-RPT record, and wait for the first reports."),
      N_("Check that every MX host offers STARTTLS with a valid certificate for its name."),
      N_("Publish the file with `mode: testing`, all MX hosts, and `max_age: 86400`."),
      N_("Publish the TXT record at `_mta-sts.DOMAIN`: `v=STSv1; id=20260101000000`. The "
         "`id` consists of 1 to 32 letters and digits."),
      N_("Watch the reports for two to four weeks. Fix what they show."),
      N_("Set `mode: enforce`, then change the `id`."),
      N_("After a week without failures, raise `max_age` to 604800, later to some weeks, each time "
         "with a new `id`."),
    },
    .checks = {
      N_("Shows the TXT record."),
      "dig +short txt _mta-sts.DOMAIN",
      N_("The output contains `v=STSv1;`, on one line only, and the current `id`."),
      N_("Without it, or with two such lines, senders ignore the policy."),
      N_("Shows the policy."),
      "curl -sS https://mta-sts.DOMAIN/.well-known/mta-sts.txt",
      N_("The output contains `version: STSv1`, `mode:`, `max_age:`, and `mx:`."),
      N_("If it can’t be fetched, continue with `sts-policy-fetch-error`."),
    },
    .related = { "host-the-policy", "dane-and-mta-sts", "sts", "validation-failure",
                 "sts-policy-fetch-error" },
    .references = { "8461 3.2", "8461 3.3", "8461 5", "8461 8.1", "8461 8.3" },
  },
  {
    .id = "host-the-policy",
    .question = N_("How do I host the MTA-STS policy?"),
    .summary = N_("On any web server with HTTPS and a valid certificate for `mta-sts.DOMAIN`."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("web server, without a web server, no website, hosting, where to put mta-sts.txt, "
                "upload, nginx, Apache, Caddy, GitHub Pages, Cloudflare Workers, S3, static site, "
                "CDN, .well-known folder, Jekyll, many domains, share one policy, CNAME, reverse "
                "proxy, subdomain, port 443"),
    .answer = {
      N_("The URL is `https://mta-sts.DOMAIN/.well-known/mta-sts.txt`: HTTPS on port 443, with a "
         "certificate from a public CA for this name. The server can share its IP address with "
         "other sites (SNI)."),
      N_("It must answer with status 200, without a redirect, with the type `text/plain`, at most "
         "64 KiB, within a minute, to everybody. Turn off bot protection for this path."),
      N_("`mta-sts.DOMAIN` may be a CNAME, if the target has a certificate for your name, not just "
         "its own."),
      N_("For many domains, one web server can answer for all `mta-sts` names with the same file, "
         "if they have the same MX hosts. Each needs its own TXT record, which may be a CNAME."),
      N_("If a provider maintains the policy, make `_mta-sts.DOMAIN` a CNAME to its record, and "
         "let the web server pass requests on to it (a reverse proxy)."),
      N_("On static hosts, make sure that folders with a dot at the beginning are published, and "
         "that your domain is set up with its own certificate."),
      N_("mox and Stalwart serve the policy themselves, mailcow since 2025-09, Mail-in-a-Box once "
         "its certificates are valid. Microsoft 365 doesn’t."),
    },
    .steps = {
      N_("Point `mta-sts.DOMAIN` to the web server: with A and AAAA records, or a CNAME."),
      N_("Get a certificate for this name, and renew it automatically."),
      N_("Create the file: `version: STSv1`, `mode: testing`, a line such as `mx: mx1.example.com` "
         "for every MX host, and `max_age: 86400`, each on its own line."),
      N_("Fetch it from outside, over IPv4 and IPv6."),
      N_("Publish the TXT record last: see `mta-sts-rollout`."),
    },
    .checks = {
      N_("Fetches the policy as a sender does: without following redirects."),
      "curl -sS -o /dev/null -w '%{http_code} %{content_type}\\n' "
      "https://mta-sts.DOMAIN/.well-known/mta-sts.txt",
      N_("The output is `200 text/plain`; a character set may follow."),
      N_("`000` means no answer or a bad certificate; the message above it says why."),
      N_("Shows the names in the certificate of the web server."),
      "openssl s_client -connect mta-sts.DOMAIN:443 -servername mta-sts.DOMAIN </dev/null "
      "2>/dev/null | openssl x509 -noout -ext subjectAltName",
      N_("The output contains `DNS:mta-sts.DOMAIN`."),
      N_("A wildcard in place of the first label is fine, too."),
    },
    .related = { "mta-sts-rollout", "sts-policy-fetch-error", "sts-policy-invalid",
                 "sts-webpki-invalid" },
    .references = { "8461 3.2", "8461 3.3", "8461 8.2" },
  },
  {
    .id = "dane-and-mta-sts",
    .question = N_("Do I need DANE, MTA-STS, or both?"),
    .summary = N_("One is enough; both reach more senders. Where a sender uses both, DANE wins."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("difference, compare, comparison, versus, vs, better, best, which one, choose, "
                "together, combine, conflict, precedence, priority, DNSSEC required, stronger"),
    .answer = {
      N_("DANE needs DNSSEC for the domain and for the zone of the MX hosts. It needs neither a CA "
         "nor a web server. It has no testing mode, but you can publish TLSA records for some MX "
         "hosts first."),
      N_("MTA-STS needs a certificate from a public CA on every MX host, and a web server. It "
         "covers all MX hosts at once, and has a testing mode. An attacker who controls the "
         "network can suppress it when a sender fetches the policy for the first time."),
      N_("Who uses what: Exchange Online sends with both. Google sends with MTA-STS. Postfix has "
         "DANE built in, and MTA-STS with a plug-in. mox and Stalwart send with both."),
      N_("A valid MTA-STS policy must not override a DANE failure: if the TLSA records don’t "
         "match, the sender doesn’t deliver, whatever the policy says."),
      N_("TLSA records are about the server that receives. For mail that you send, your server "
         "needs a validating resolver, and DANE or MTA-STS turned on."),
    },
    .related = { "mta-sts-rollout", "renew-with-dane", "tlsa", "sts" },
    .references = { "8461 2", "7672 1.3", "7672 2.2" },
  },
  {
    .id = "renew-with-dane",
    .question = N_("How do I renew a certificate with DANE?"),
    .summary = N_("Keep the key, or publish the next key’s record before you use the key."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("renewal, new private key every time, roll-over, rollover, reuse key, --reuse-key, "
                "certbot, acme.sh, Let’s Encrypt, new key, change TLSA, update TLSA, publish "
                "first, how long before, two TTLs, before expiry, automate, TLSA after renewal, "
                "next key, spare key"),
    /* certbot --reuse-key: certbot/certbot#3788; acme.sh keeps the key of a domain when
     * it renews, see createDomainKey() in acme.sh. */
    .answer = {
      N_("A record with selector 1 (`3 1 1`) contains the key, so it survives every renewal with "
         "the same key. `3 0 1` contains the certificate, and never survives."),
      N_("Keep the key: `certbot renew --reuse-key`. acme.sh keeps it unless told otherwise. mox "
         "and Mail-in-a-Box keep it, too."),
      N_("Or use two `3 1 1` records: one for the current key, and one for the next key, which you "
         "make in advance."),
      N_("Or use `3 1 1` for the key and `2 1 1` for the CA, whose certificate the server must "
         "present. This is safe only with a CA that doesn’t change its issuing certificate without "
         "notice, as Let’s Encrypt does; prefer the root."),
      N_("Publish a pair of records for each key type, RSA and ECDSA. Don’t use one key on all MX "
         "hosts. A TTL of 1800 to 3600 seconds keeps the waiting short."),
    },
    .steps = {
      N_("Make the next key, and publish its `3 1 1` record beside the current one."),
      N_("Wait two TTLs, and check that all name servers of the zone return both records."),
      N_("Get a certificate for the next key, install it, and reload the mail service."),
      N_("Check that a record matches the certificate in use."),
      N_("Remove the record of the previous key last."),
    },
    .checks = {
      N_("Compares all records with the certificate that the server presents."),
      "dig +short +nosplit tlsa _25._tcp.MX | sed \"s/.*/-dane_tlsa_rrdata '&'/\" | "
      "xargs openssl s_client -brief -starttls smtp -connect MX:25 -dane_tlsa_domain MX",
      N_("The output contains `Verification: OK` and `DANE TLSA 3`."),
      N_("`DANE TLSA 2` is fine, too. `no matching DANE TLSA records` means that none matches."),
      N_("Prints the `3 1 1` record for a key on disk, here `next.pem`."),
      "openssl pkey -in next.pem -pubout -outform DER | openssl dgst -sha256 -r | "
      "sed '/^e3b0c442/d; s/ .*//; s/^/_25._tcp.MX. IN TLSA 3 1 1 /'",
      N_("The output contains `TLSA 3 1 1` and the same 64 digits as a record in DNS; case doesn’t "
         "matter."),
      N_("If nothing follows the message about the file, the key wasn’t found."),
    },
    .related = { "tlsa-invalid", "tlsa", "dane-and-mta-sts", "certificate-expired" },
    .references = { "7671 8.1", "7672 3.1.1", "7672 8.2" },
  },
  {
    .id = "mail-not-arriving",
    .question = N_("Why doesn’t mail arrive?"),
    .summary = N_("Ask for the bounce: its code says what failed, and leads to a page here."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("bounce, bounced, undeliverable, NDR, returned, delayed, delay, deferred, late, "
                "hours, stuck in queue, not delivered, rejected, customers complain, cannot write "
                "to me, cannot email us, some senders only, Server certificate not verified, TLS "
                "is required, but, mailq, lost connection after STARTTLS, disconnect after "
                "STARTTLS, partner cannot reach us"),
    .answer = {
      N_("Others can’t write to you: ask for the full bounce message, and search for it in this "
         "guide. From Exchange Online, 5.7.321 means that TLS is missing, 5.7.322 an expired "
         "certificate, 5.7.323 TLSA records, 5.7.324 DNSSEC. Codes that begin with 4 mean the "
         "same, but it still tries."),
      N_("In your own log, such a sender connects, starts TLS, and disconnects before `MAIL FROM`: "
         "it rejected your certificate. Nothing else shows it, except a report a day later."),
      N_("You can’t write to others: the message is deferred, not lost, as long as your server "
         "keeps trying; Postfix does for five days. The fault is on their side. Check their domain "
         "here, and tell them. Don’t turn off validation for everybody."),
      N_("An exception for one domain is set in `smtp_tls_policy_maps` (Postfix), or as a TLS "
         "policy override (mailcow). Remove it when they have fixed it."),
    },
    .steps = {
      N_("Get the whole bounce, or the line of the log, with its code."),
      N_("Paste it into the search of this guide."),
      N_("Run the checks of the page that is found, for every MX host."),
      N_("If mail must flow now, follow “If Mail Must Flow Now” on that page."),
      N_("Ask the sender to try again, or wait: deferred messages are retried by themselves."),
    },
    .related = { "starttls-not-supported", "certificate-expired", "tlsa-invalid",
                 "dnssec-invalid", "validation-failure" },
    .references = { "8461 5", "7672 2.2" },
  },
  { NULL }
};
