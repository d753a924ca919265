/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-question-texts.h"

#include <glib/gi18n-lib.h>

const TlsrptQuestionTexts tlsrpt_question_report_texts[] = {
  {
    .id = "read-a-report",
    .question = N_("How do I read a report?"),
    .summary = N_("From the policy type down to the server, then across senders and days."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("understand, interpret, parse, parser, viewer, tool, XML, meaning, numbers, open, "
                "view, unzip, .json.gz, attachment, gz file, zip, archive, decode, got a report, "
                "what now, analyze, one failed session, is it serious, ignore, normal, transient, "
                "total-failure-session-count, failure-details, summary, percentage, unknown type, "
                "sessions, connections"),
    .answer = {
      N_("Open the file, or the whole email, in this program: it unpacks the attachment and adds "
         "up all reports. The file is compressed JSON."),
      N_("The counts are connections, not messages. A message that was retried ten times counts "
         "ten times."),
      N_("Policies of type `sts` and `tlsa` may count the same connections twice, and some senders "
         "list more failures in detail than in the total: mox lists certificate faults that didn’t "
         "stop delivery, and Mail.ru’s details add up to more."),
      N_("`sending-mta-ip` is the sender’s server; `receiving-mx-hostname` and `receiving-ip` are "
         "yours. Faults of the policy have neither. Days are in UTC."),
      N_("A single failure among many successes is usually transient. Act on what repeats, or what "
         "several senders see."),
      N_("A result type that isn’t in this guide was made up by the sender: ask its "
         "`contact-info`."),
    },
    .steps = {
      N_("Look at `policy-type`: `sts` means MTA-STS, `tlsa` means DANE, and `no-policy-found` "
         "means plain STARTTLS, which isn’t an error."),
      N_("Look at `result-type`, and look it up in this guide. Senders use the types differently; "
         "its page tells who reports what."),
      N_("Look at `receiving-mx-hostname` and `receiving-ip` to see which of your servers is "
         "affected, and whether it is still yours."),
      N_("Look at `failure-reason-code`, if there is one, and look it up, too."),
      N_("Compare the failed with the successful connections, in all and for each server."),
      N_("Compare with other senders and with the days before. If only one sender fails, the cause "
         "may be there."),
      N_("Fix it, repeat the checks of the page, and look at the report for the day after."),
    },
    .related = { "sts", "tlsa", "no-policy-found", "failure-kinds", "who-sends" },
    .references = { "8460 4.2", "8460 4.3", "8460 4.4" },
  },
  {
    .id = "no-policy-found",
    .question = N_("What does no-policy-found mean?"),
    .summary = N_("The sender found neither MTA-STS nor DANE for your domain. It isn’t an error."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("policy type, no policy, is it bad, is it an error, warning, should I worry, "
                "opportunistic TLS, plain STARTTLS, testing mode, Postfix"),
    .answer = {
      N_("This policy type means plain STARTTLS: the sender encrypts when it can and doesn’t "
         "check the certificate. The counts show how often TLS worked."),
      N_("If you publish an MTA-STS policy, you can still see it: from senders that don’t support "
         "MTA-STS, from Postfix while the policy is in `testing` mode, from mox for `mode: none`, "
         "and for the hours before a sender noticed the policy."),
      N_("If you publish TLSA records, you see it from senders without DANE, and from those that "
         "count MTA-STS and DANE apart, for the one that you don’t have."),
      N_("If you expect a policy and every sender reports `no-policy-found`, check that the TXT "
         "record at `_mta-sts.DOMAIN` exists, or that DNSSEC protects the zone and the MX host."),
    },
    .related = { "read-a-report", "needs-policy", "sts", "tlsa", "mta-sts-rollout" },
    .references = { "8460 4.4" },
  },
  {
    .id = "sts",
    .question = N_("What does the policy type sts mean?"),
    .summary = N_("The sender applied your MTA-STS policy to these connections."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("policy type, MTA-STS, mta-sts, definition, meaning, acronym, introduction, "
                "policy-string, mx-host, enforce, testing, what is MTA-STS, strict transport "
                "security"),
    .answer = {
      N_("The sender found the TXT record at `_mta-sts.DOMAIN`, and used the policy at "
         "`https://mta-sts.DOMAIN/.well-known/mta-sts.txt`, or an older one from its cache. "
         "`policy-string` contains the policy line by line: compare it with yours."),
      N_("With MTA-STS, a sender requires TLS, a certificate from a public CA that is valid for "
         "the name of the MX host, and an MX host that the policy lists. In `testing` mode it only "
         "reports failures; in `enforce` mode it doesn’t deliver."),
      N_("Failures that concern the policy itself have the types `sts-policy-fetch-error`, "
         "`sts-policy-invalid`, and `sts-webpki-invalid`. A `validation-failure` is usually an MX "
         "host that the policy doesn’t list."),
      N_("Microsoft reports connections under `sts` and `tlsa` if you have both."),
    },
    .related = { "mta-sts-rollout", "host-the-policy", "tlsa", "no-policy-found",
                 "validation-failure" },
    .references = { "8460 4.4", "8461 3", "8461 4", "8461 5" },
  },
  {
    .id = "tlsa",
    .question = N_("What does the policy type tlsa mean?"),
    .summary = N_("The sender applied DANE: it used the TLSA records of your MX host."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("policy type, DANE, what is DANE, definition, meaning, acronym, introduction, what "
                "is a TLSA record, TLSA record, what does 3 1 1 mean, 2 1 1, usage, selector, "
                "matching type, certificate association"),
    .answer = {
      N_("The sender found TLSA records at `_25._tcp.MX` that passed DNSSEC validation. "
         "`policy-domain` may be the MX host instead of the domain, and `policy-string` contains "
         "the records."),
      N_("`3 1 1` means: the server’s own certificate (usage 3), its public key (selector 1), as a "
         "SHA-256 fingerprint (matching type 1). Such a record needs no CA, and ignores names and "
         "dates. `2 1 1` is the same for a CA certificate in the chain. Mail senders "
         "needn’t support usage 0 and 1, and ignore such records."),
      N_("If a connection with this policy type failed, suspect the TLSA records first, whatever "
         "the result type: senders report a mismatch as `validation-failure` or "
         "`certificate-not-trusted`. Run the checks of `tlsa-invalid`."),
    },
    .related = { "tlsa-invalid", "renew-with-dane", "dane-and-mta-sts", "sts" },
    .references = { "8460 4.4", "6698 2.1", "7672 3.1" },
  },
  {
    .id = "failure-kinds",
    .question = N_("What kinds of failures are there?"),
    .summary = N_("Three: the TLS connection, the MTA-STS policy, and DANE with DNS."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("categories, groups, types, eleven, result types, list, overview, all errors"),
    .answer = {
      N_("Failures of the TLS negotiation concern the mail server and its certificate: "
         "`starttls-not-supported`, `certificate-host-mismatch`, `certificate-expired`, "
         "`certificate-not-trusted`. Everything else is a `validation-failure`."),
      N_("MTA-STS failures concern the policy on the web server: `sts-policy-fetch-error`, "
         "`sts-policy-invalid`, `sts-webpki-invalid`."),
      N_("DANE failures concern TLSA records and DNSSEC: `tlsa-invalid`, `dnssec-invalid`, "
         "`dane-required`."),
      N_("IANA lists these eleven. If a report uses another type, the program shows it "
         "unchanged."),
    },
    .related = { "read-a-report", "how-it-works" },
    .references = { "8460 4.3", "8460 6.6" },
  },
  {
    .id = "success-reports",
    .question = N_("Do senders report when nothing failed?"),
    .summary = N_("Many do, but silence doesn’t mean success."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("success, only successes, heartbeat, silence, silent, no failures, zero failures, "
                "all good, good news, empty report, successful only"),
    .answer = {
      N_("A report counts successful connections, too. It serves as a heartbeat: reporting works, "
         "and so does TLS."),
      N_("Some senders, such as mox, report only when something failed, and many send no reports "
         "at all. So no report doesn’t mean that all is well. It may mean that nobody who reports "
         "has sent mail to your domain."),
    },
    .related = { "no-reports", "how-it-works", "who-sends" },
    .references = { "8460 1", "8460 4.2" },
  },
  {
    .id = "no-reports",
    .question = N_("Why don’t I get reports?"),
    .summary = N_("Wait two days, then check the record, the mailbox, and the spam folder."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("missing, nothing arrives, nothing in my inbox, empty, waiting, weeks, not "
                "receiving, no report yet, stopped, spam, blocked, attachment blocked, rejected, "
                "quarantine"),
    .answer = {
      N_("Reports come only from senders that support TLS-RPT, and only for days on which they "
         "sent mail to your domain. A small domain may hear from one or two large providers."),
    },
    .steps = {
      N_("Wait two days after publishing the record."),
      N_("Check that DNS publishes exactly one record, at the right name."),
      N_("Send a message to the address for reports from outside. Check that it arrives."),
      N_("Look in the spam folder, and let the filter accept attachments that end in `.json.gz` "
         "and have the type `application/tlsrpt+gzip`."),
      N_("Send a message to your domain from an account at a large provider, such as Google or "
         "Microsoft, and wait another day."),
    },
    .related = { "who-sends", "success-reports", "two-records", "host-field", "where-to-send" },
    .references = { "8460 3", "8460 5.3" },
  },
  {
    .id = "who-sends",
    .question = N_("Who sends reports?"),
    .summary = N_("Google, Microsoft, Mail.ru, and sites with mox, Stalwart, or a recent "
                  "Postfix."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("which mail providers, support TLS-RPT, Gmail, Outlook, Hotmail, Office 365, "
                "Yahoo, Comcast, GMX, iCloud, Halon, smtp-tls-reporting@google.com, "
                "noreply-smtp-tls-reporting@google.com, tlsrpt-noreply@microsoft.com, "
                "tls_support@corp.mail.ru, phishing, is this email real, genuine, fake, spam, "
                "suspicious, unknown email with attachment"),
    /* The addresses are those of reports.  mox sends none for a day without failures. */
    .answer = {
      N_("Google writes as `smtp-tls-reporting@google.com`; the email comes from "
         "`noreply-smtp-tls-reporting@google.com`. Microsoft writes as "
         "`tlsrpt-noreply@microsoft.com`, and Mail.ru as `tls_support@corp.mail.ru`."),
      N_("Smaller sites report if they run mox, Stalwart, or Postfix 3.10 or later with "
         "tlsrpt-reporter. mox reports only days with failures."),
      N_("Expect about one report per organization for each day on which it sent you mail."),
      N_("A report must have a valid DKIM signature of the organization that sends it; ignore "
         "those without. A report never asks you to do anything."),
    },
    .related = { "no-reports", "success-reports", "send-reports", "read-a-report" },
    .references = { "8460 3", "8460 5.3" },
  },
  {
    .id = "send-reports",
    .question = N_("How do I send reports to others?"),
    .summary = N_("With mox or Stalwart, or with Postfix 3.10 or later and tlsrpt-reporter."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("generate reports, outgoing reports, our server should report, smtp_tlsrpt_enable, "
                "libtlsrpt, tlsrpt-reporter, tlsrpt-collectd, sys4, Exim, Exchange Server, "
                "OpenSMTPD, DKIM, RFC 8689, loop"),
    /* postconf(5); Postfix, TLSRPT_README; sys4/tlsrpt-reporter; RFC 8460 sections 3
     * and 5.3. */
    .answer = {
      N_("mox and Stalwart have it built in."),
      N_("Sign the reports with DKIM, without the tag `l=`. The key’s record should have "
         "`s=tlsrpt`, or no `s=` at all."),
      N_("Deliver reports even if TLS fails, for example with the header field `TLS-Required: No`. "
         "Don’t count the connections that deliver reports, or two servers keep reporting to each "
         "other about their reports."),
    },
    .steps = {
      N_("Postfix: use version 3.10 or later, built with libtlsrpt."),
      N_("Install tlsrpt-reporter: its collector listens on a socket, and its reporter sends the "
         "reports once a day."),
      N_("Set `smtp_tlsrpt_enable = yes`, and `smtp_tlsrpt_socket_name` to that socket."),
      N_("If you use an MTA-STS plug-in, turn on its `tlsrpt` option. Postfix 3.9 and earlier "
         "reject what it then returns."),
      N_("Without a plug-in and DANE, your reports say `no-policy-found` for everybody."),
    },
    .related = { "direction", "who-sends", "how-it-works" },
    .references = { "8460 3", "8460 5.3", "8689 3" },
  },
  { NULL }
};
