/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-failure-phrases.h"
#include "tlsrpt-failure-texts.h"

#include <glib/gi18n-lib.h>

/* The meanings are those of RFC 8460 section 4.3.2.2; the duties of a policy host, and
 * what senders do without a valid policy, those of RFC 8461 sections 3.2, 3.3 and 5. */

/* Stalwart ignores the HTTP status, and reports a missing file as one that it could not
 * parse; it reports the certificate of the web server as a policy host out of reach. */
#define MIXED_UP \
  N_("Senders mix up the three types that begin with `sts-`: run the checks of all three pages.")

#define NOT_URGENT \
  N_("This alone doesn’t delay mail. A sender with an older policy in its cache keeps using it " \
     "until its `max_age` is over; all others deliver as if there were no MTA-STS, so an " \
     "attacker can read the mail.")

#define URGENT_STS \
  N_("Fix it within days. A cached policy still protects the mail until it expires.")

#define STOPGAP_NONE \
  N_("Nothing needs to be switched off: the mail flows. Don’t remove the policy or its TXT " \
     "record in a hurry: senders that cached the policy keep enforcing it.")

/* mailcow documentation, “MTA-STS”; Mail-in-a-Box, management/dns_update.py; mox and
 * Stalwart serve it themselves. */
#define BUILT_IN \
  N_("mox and Stalwart serve the policy themselves, mailcow since 2025-09. The name " \
     "`mta-sts.DOMAIN` must point to them.")

#define MAIL_IN_A_BOX \
  N_("Mail-in-a-Box publishes MTA-STS only while the certificates of the MX and of " \
     "`mta-sts.DOMAIN` are valid.")

#define MICROSOFT_365 \
  N_("Microsoft 365 and Google Workspace don’t host the policy: it is on a web server of yours.")

const TlsrptFailureTexts tlsrpt_failure_sts_texts[TLSRPT_N_STS_FAILURES] = {
  {
    .token = "sts-policy-fetch-error",
    /* Translators: this and the texts below explain “sts-policy-fetch-error” */
    .title = N_("The MTA-STS policy cannot be fetched"),
    .summary = N_("DNS announces an MTA-STS policy, but the sender couldn’t download it."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("download, 404, 403, 500, 503, not found, 301, 302, redirect, http to https, www, "
                "time-out, timeout, unreachable, web server, nginx, Apache, https, IPv6, AAAA, "
                "Cloudflare, WAF, web firewall, bot protection, captcha, geo blocking, country, "
                "mta-sts.txt, .well-known, policy file missing, NXDOMAIN mta-sts, could not resolve "
                "host: mta-sts, failed to connect to mta-sts, port 443"),
    .group = TLSRPT_FAILURE_GROUP_STS,
    .actors = YOU | PROVIDER,
    .saw = {
      N_("The TXT record at `_mta-sts.DOMAIN` says that there is a policy, but "
         "`https://mta-sts.DOMAIN/.well-known/mta-sts.txt` didn’t deliver it."),
      N_("From Stalwart, this can also be a bad certificate of the web server: see "
         "`sts-webpki-invalid`."),
    },
    .effect = { NOT_URGENT },
    .urgency = { URGENT_STS },
    .who = {
      N_("Whoever runs the web server `mta-sts.DOMAIN`: your team, your web host, or a provider "
         "that hosts the policy."),
    },
    .stopgap = { STOPGAP_NONE },
    .causes = {
      N_("The file isn’t there (404), or the server has an error (500 and above)."),
      N_("The path or the name is slightly wrong: it is `/.well-known/mta-sts.txt`, on the host "
         "`mta-sts.DOMAIN`."),
      N_("The server redirects to another address. Senders don’t follow redirects."),
      N_("Bot protection blocks the request, because a mail server looks like a bot."),
      N_("The host publishes an IPv6 address (AAAA) that doesn’t respond."),
      N_("If only one sender reports it: a web firewall blocks its country or network, or the "
         "server doesn’t support TLS 1.2."),
      N_("MTA-STS was abandoned, but its TXT record is still published."),
      N_("The answer takes more than a minute."),
    },
    .steps = {
      MIXED_UP,
      N_("Serve the file at `https://mta-sts.DOMAIN/.well-known/mta-sts.txt` with status 200 and "
         "the type `text/plain`, without a redirect."),
      N_("Turn off bot protection for this URL."),
      N_("Test the host over IPv4 and IPv6. Remove addresses that don’t respond."),
      N_("Allow every country and network, and TLS 1.2 and 1.3."),
      N_("If you no longer want MTA-STS, retire it: publish a policy with `mode: none`, the same "
         "`mx` lines, and a `max_age` of a day, change the `id`, and keep both until every older "
         "policy has expired. Only then remove the TXT record and the file."),
    },
    .servers = { BUILT_IN, MAIL_IN_A_BOX, MICROSOFT_365 },
    .checks = {
      N_("Shows whether DNS announces a policy."),
      "dig +short txt _mta-sts.DOMAIN",
      N_("The output contains `v=STSv1;`, on one line only."),
      N_("Without such a line, senders ignore the policy; with two, too."),
      N_("Fetches the policy over IPv4, as a sender does: without following redirects."),
      "curl -4 " CURL_STATUS,
      N_("The output is `200 text/plain`; a character set may follow."),
      N_("Another number is the HTTP status; 301 and 302 are redirects. `000` means no answer, and "
         "the message above it says why."),
      N_("Fetches it over IPv6, if the host has an AAAA record."),
      "curl -6 " CURL_STATUS,
      N_("The output is `200 text/plain`."),
      N_("`Could not resolve host` means that there is no AAAA record, which is fine."),
    },
    .scope = {
      N_("Test every A and AAAA address of the web host: add `--resolve "
         "mta-sts.DOMAIN:443:ADDRESS` to the command."),
    },
    .proof = {
      PROOF_CHECKS,
      N_("Let this program check the domain: it fetches the policy as senders do."),
      PROOF_REPORT,
    },
    .reason_codes = {
      "bad https response code:",
      "no-policy-served",
      "cannot-fetch-policy",
      "dns-lookup",
      "no-mta-sts-dns-txt-record",
      "multiple-mta-sts-records",
      "record-syntax-error",
      "back-off-after-recent-fetch-error",
      "Timeout fetching policy.",
      "Could not reach policy host.",
      "context deadline exceeded",
    },
    .related = { "sts-policy-invalid", "sts-webpki-invalid", "host-the-policy" },
    .references = { "8460 4.3.2.2", "8461 3.3", "8461 8.3" },
  },
  {
    .token = "sts-policy-invalid",
    /* Translators: this and the texts below explain “sts-policy-invalid” */
    .title = N_("The MTA-STS policy is invalid"),
    .summary = N_("The sender downloaded the MTA-STS policy, but its content is wrong."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("syntax, malformed, parse, format, example, what must the file look like, STSv1, "
                "version, mode, max_age, HTML page, content type, media type, MIME type, "
                "text/plain, mta-sts.txt, byte order mark, BOM, UTF-8, Notepad, line endings, "
                "CRLF, blank line, indentation"),
    .drafts = { "sts-invalid" },
    .group = TLSRPT_FAILURE_GROUP_STS,
    .actors = YOU | PROVIDER,
    .saw = {
      N_("`https://mta-sts.DOMAIN/.well-known/mta-sts.txt` delivered something, but it isn’t a "
         "valid policy."),
      N_("From Stalwart, this can also be a missing file, because it reads the error page as a "
         "policy: see `sts-policy-fetch-error`. It rejects `mode: none` without `mx` lines, too, "
         "which the standard allows."),
    },
    .effect = { NOT_URGENT },
    .urgency = { URGENT_STS },
    .who = {
      N_("Whoever maintains the policy file: your team, your web host, or a provider that hosts "
         "the policy."),
    },
    .stopgap = { STOPGAP_NONE },
    .causes = {
      N_("The first line is `v=STSv1`, which belongs in the TXT record. The file begins with "
         "`version: STSv1`."),
      N_("A line is missing: `mode`, `max_age`, or `mx` (only mode `none` needs no `mx`)."),
      N_("The mode isn’t `enforce`, `testing`, or `none`, in lowercase."),
      N_("`max_age` isn’t a number of seconds up to 31557600, which is a year."),
      N_("One `mx` line lists several hosts; each needs its own line. A name has no dot at its "
         "end."),
      N_("The file begins with a byte order mark, which some editors write, or contains blank "
         "lines."),
      N_("The web server delivers a web page, or a type other than `text/plain`."),
    },
    .steps = {
      MIXED_UP,
      N_("Fix the file. It needs one line each for `version: STSv1`, `mode: testing` or `mode: "
         "enforce`, and `max_age: 604800`, and a line such as `mx: mx1.example.com` for every MX "
         "host."),
      N_("Save it as plain text (ASCII or UTF-8 without a byte order mark), without blank lines."),
      N_("Configure the web server to deliver it with the type `text/plain`."),
      N_("Change the `id` in the TXT record at `_mta-sts.DOMAIN` so that senders fetch the new "
         "policy."),
      N_("For `mode: none`, keep the `mx` lines, because Stalwart requires them."),
    },
    .servers = { BUILT_IN, MAIL_IN_A_BOX, MICROSOFT_365 },
    .checks = {
      N_("Shows those lines of the policy that are well-formed."),
      "curl -sS " POLICY_URL " | tr -d '\\r' | grep -E '^(version: STSv1|"
      "mode: (enforce|testing|none)|max_age: [0-9]{1,8}|mx: [*A-Za-z0-9.-]+[A-Za-z0-9])$'",
      N_("There is one line each with `version: STSv1`, `mode:`, and `max_age:`, and an `mx:` line "
         "for every MX host."),
      N_("A line of the file that is missing here is wrong: look for spaces, capitals, a dot at "
         "the end, or a byte order mark. No output means that the file isn’t a policy."),
      N_("Shows the status and the type."),
      "curl " CURL_STATUS,
      N_("The output is `200 text/plain`; a character set may follow."),
      N_("Another number is the HTTP status: continue with `sts-policy-fetch-error`."),
      N_("Shows the TXT record."),
      "dig +short txt _mta-sts.DOMAIN",
      N_("The output contains `v=STSv1;`, and an `id` other than the one before the change."),
      N_("With the previous `id`, senders don’t fetch the new policy before the old one expires."),
    },
    .scope = {
      N_("If several servers host the policy, test every address: add `--resolve "
         "mta-sts.DOMAIN:443:ADDRESS` to the command."),
    },
    .proof = {
      PROOF_CHECKS,
      N_("Let this program check the domain: it reads the policy as senders do."),
      PROOF_REPORT,
    },
    .reason_codes = {
      "policy-syntax-error",
      "Failed to parse policy:",
    },
    .related = { "sts-policy-fetch-error", "validation-failure", "host-the-policy" },
    .references = { "8460 4.3.2.2", "8461 3.2", "8461 8.1" },
  },
  {
    .token = "sts-webpki-invalid",
    /* Translators: this and the texts below explain “sts-webpki-invalid” */
    .title = N_("The policy host has a bad certificate"),
    .summary = N_("The certificate of the web server with the MTA-STS policy can’t be verified."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("web certificate, https certificate, SSL error, browser warning, your connection "
                "is not private, policy host, port 443, web server, expired, self-signed, wrong "
                "name, SNI, Let’s Encrypt, ERR_CERT_COMMON_NAME_INVALID"),
    .drafts = { "webpki-invalid" },
    .group = TLSRPT_FAILURE_GROUP_STS,
    .actors = YOU | PROVIDER,
    .saw = {
      N_("The web server `mta-sts.DOMAIN` answered, but its certificate couldn’t be verified. This "
         "is about the web server on port 443, not the mail server. mox gives the cause in the "
         "reason code, such as `certificate-expired`."),
      N_("Stalwart reports this fault as `sts-policy-fetch-error`."),
    },
    .effect = { NOT_URGENT },
    .urgency = { URGENT_STS },
    .who = {
      N_("Whoever runs the web server `mta-sts.DOMAIN`: your team, your web host, or a provider "
         "that hosts the policy."),
    },
    .stopgap = { STOPGAP_NONE },
    .causes = {
      N_("The certificate has expired."),
      N_("The certificate is for another name, such as the main web site."),
      N_("`mta-sts.DOMAIN` is a CNAME to a provider that has no certificate for this name."),
      N_("The certificate is self-signed, or the server doesn’t present the intermediate one."),
      N_("The server presents the right certificate only over IPv4 or only over IPv6."),
    },
    .steps = {
      MIXED_UP,
      N_("Get a certificate for `mta-sts.DOMAIN` from a public CA."),
      N_("Install it with the full chain, and reload the web server."),
      N_("Automate its renewal and monitor its expiry date."),
      N_("If a provider hosts the policy, ask for a certificate with this name."),
    },
    .servers = { BUILT_IN, MAIL_IN_A_BOX, MICROSOFT_365 },
    .checks = {
      N_("Verifies the certificate of the policy host."),
      "openssl s_client -brief -connect mta-sts.DOMAIN:443 -servername mta-sts.DOMAIN "
      "-verify_hostname mta-sts.DOMAIN </dev/null",
      N_("The output contains `Verification: OK` and `Verified peername: mta-sts.DOMAIN`."),
      N_("`Verification error:` is followed by the reason. `Verified peername:` may show a "
         "wildcard, too."),
      N_("Shows its names and its end date."),
      "openssl s_client -connect mta-sts.DOMAIN:443 -servername mta-sts.DOMAIN </dev/null "
      "2>/dev/null | openssl x509 -noout -ext subjectAltName -enddate -checkend 0",
      N_("The output contains `DNS:mta-sts.DOMAIN` and `Certificate will not expire`."),
      N_("A wildcard in place of the first label is fine, too."),
    },
    .scope = {
      N_("Test every A and AAAA address of the web host: write `-connect ADDRESS:443`, with an "
         "IPv6 address in brackets."),
    },
    .proof = {
      PROOF_CHECKS,
      N_("Let this program check the domain: it fetches the policy as senders do."),
      PROOF_REPORT,
    },
    .reason_codes = {
      "ca-not-authorized-for-this-name",
      "not-authorized-to-sign",
      "+fallback-to-cached-policy",
    },
    .related = { "sts-policy-fetch-error", "certificate-host-mismatch", "certificate-expired",
                 "host-the-policy" },
    .references = { "8460 4.3.2.2", "8461 3.3", "8461 8.2" },
  },
};
