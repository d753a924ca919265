/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/*
 * What several pages of the guide say in the same words, for the tables of texts
 * only.
 */

#define YOU TLSRPT_FAILURE_ACTOR_YOU
#define PROVIDER TLSRPT_FAILURE_ACTOR_PROVIDER
#define SENDER TLSRPT_FAILURE_ACTOR_SENDER

/* A TLS handshake on the port of mail servers.  “-brief” prints nothing about a
 * certificate or its verification unless there was a handshake: without it, OpenSSL
 * says “Verify return code: 0 (ok)” of a server that refused STARTTLS. */
#define S_CLIENT "openssl s_client -brief -starttls smtp -connect MX:25 -servername MX"

/* The same, for what prints the certificate itself. */
#define S_CLIENT_PEM "openssl s_client -starttls smtp -connect MX:25 -servername MX " \
                     "</dev/null 2>/dev/null"

/* A resolver that validates, so that the answer does not depend on the one of the
 * reader, which may drop what DNSSEC needs. */
#define DIG_DNSSEC "dig @9.9.9.9 +dnssec"

#define POLICY_URL "https://mta-sts.DOMAIN/.well-known/mta-sts.txt"

/* Status and type; curl follows no redirect, as senders do not (RFC 8461 3.3). */
#define CURL_STATUS "-sS -o /dev/null -w '%{http_code} %{content_type}\\n' " POLICY_URL

/* Microsoft, “How SMTP DNS-based Authentication of Named Entities works”; Postfix,
 * postconf(5), maximal_queue_lifetime. */
#define URGENT \
  N_("Hours count where a policy is enforced: Exchange Online retries twice at 15-minute " \
     "intervals, then hourly, and bounces the message after 24 hours. Postfix keeps it for five " \
     "days by default.")

/* RFC 8461 section 5: a sender checks for a new policy before it gives up. */
#define STOPGAP_STS \
  N_("MTA-STS: set `mode: testing` in the policy file, then change the `id` in the TXT record at " \
     "`_mta-sts.DOMAIN`. Senders look for a new policy before they give up on a message. Until " \
     "you return to `enforce`, an attacker can read the mail again.")

#define STOPGAP_DANE \
  N_("DANE: remove the TLSA records of this host and wait one TTL. Until they are back, senders " \
     "don’t authenticate the server. In Microsoft 365, use `Disable-SmtpDaneInbound`.")

/* smtpclient/client.go: tlsResultAddFailureDetails() with a count of 0. */
#define MOX_LISTS \
  N_("mox also lists faults of the certificate that no policy forbids. Then the total of failed " \
     "connections is smaller than the number in the details, often 0, and the message was " \
     "delivered.")

#define FIND_SERVER \
  N_("Find the server: see `receiving-mx-hostname` and `receiving-ip` in the report.")

#define SCOPE_ADDRESSES \
  N_("Hosts behind one name can differ. Test every A and AAAA address of every MX host: write " \
     "`-connect 192.0.2.1:25` or `-connect [2001:db8::1]:25` instead of `-connect MX:25`, and " \
     "keep `-servername MX`.")

#define SCOPE_KEYS \
  N_("A server with an RSA and an ECDSA key has two certificates. Test each: add `-sigalgs " \
     "RSA-PSS+SHA256`, then `-sigalgs ECDSA+SHA256`.")

#define PROOF_CHECKS \
  N_("Repeat the checks above. They show the current state, not yesterday’s.")

#define PROOF_INTERNET_NL \
  N_("Run the email test at Internet.nl, which tests from outside your network.")

#define PROOF_MICROSOFT \
  N_("Run the DANE and DNSSEC tests of Microsoft’s Remote Connectivity Analyzer.")

#define PROOF_REPORT \
  N_("The next report arrives a day later and still covers the hours before the fix. Expect no " \
     "new failures in the report for the day after it.")

#define WHO_MAIL_SERVER N_("The mail server administrator: your team or your mail provider.")
