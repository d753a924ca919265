/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-question-texts.h"

#include <glib/gi18n-lib.h>

/* Where a question is answered wrongly in many places, the answer says what the
 * RFC says, and where. */
const TlsrptQuestionTexts tlsrpt_question_basic_texts[] = {
  {
    .id = "use-generator",
    /* Translators: this and the next texts are a question and its answer.  What
     * stands between backticks (`…`) is code: keep it and the backticks. */
    .question = N_("How do I use this program?"),
    .summary = N_("Enter a domain and where reports should go, then publish the record."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("how to, start, begin, beginner, first steps, set up, generate, create, make a "
                "record, add to DNS, click, tutorial, help, no TLS-RPT record found, TLS-RPT not "
                "enabled, record missing"),
    .steps = {
      N_("Enter the domain that receives mail: the part after the “@” of its email addresses."),
      N_("Enter at least one email address, or an `https` URL, for the reports."),
      N_("Copy the name and the value, and add them to your DNS as a TXT record. Or export them "
         "for your DNS software."),
      N_("Check that DNS publishes the record as intended. Only this check uses the network."),
      N_("Wait for the first report, which takes a day or two, and open it here."),
      N_("If a report shows failures, look them up in this guide."),
    },
    .related = { "host-field", "where-to-send", "no-reports", "read-a-report" },
    .references = { "8460 3" },
  },
  {
    .id = "why-tls-rpt",
    .question = N_("What do I gain from TLS-RPT?"),
    .summary = N_("You learn when encrypted delivery to your domain fails, which only senders "
                  "see."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("why, purpose, benefit, reason, what is TLS-RPT, TLSRPT, SMTP TLS reporting, what "
                "for, worth it, advantage, useful, mandatory, required"),
    .answer = {
      N_("When a server that delivers mail to your domain can’t set up TLS, the message waits, "
         "bounces, or is sent without encryption. Your own logs may show nothing; only the sender "
         "knows what went wrong."),
      N_("TLS-RPT asks senders to tell you. Once a day they report how many connections worked, "
         "how many failed, and why. That reveals an expired certificate or a forgotten server "
         "before users complain, and it can reveal an attack."),
      N_("It also makes it safe to introduce MTA-STS or DANE, because it shows what they would "
         "block."),
    },
    .related = { "how-it-works", "needs-policy" },
    .references = { "8460 1" },
  },
  {
    .id = "how-it-works",
    .question = N_("How does TLS-RPT work?"),
    .summary = N_("Senders find the record in your DNS and send a summary once a day."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("who sends, when, at what time are reports sent, time of day, daily, schedule, "
                "frequency, JSON, gzip, delay, hours, UTC, midnight, explain simply"),
    .steps = {
      N_("The domain publishes a TXT record at `_smtp._tls.DOMAIN`. It says where reports should "
         "go."),
      N_("Servers that deliver mail to your domain note for every connection whether TLS worked, "
         "and which policy they followed: DANE, MTA-STS, or none."),
      /* RFC 8460 section 4.1: a delay of several hours, such as a random one of up to
       * four. */
      N_("A report usually covers a day, from 0:00 to 24:00 UTC. It is sent some hours later, at a "
         "random time."),
      N_("It arrives as an email with a compressed JSON file, or is posted to your `https` URL. "
         "Reports by email must have a valid DKIM signature."),
      N_("The report counts connections, not messages, for each policy. Failures come with their "
         "type and the servers involved."),
    },
    .related = { "direction", "success-reports", "read-a-report", "who-sends" },
    .references = { "8460 3", "8460 4", "8460 4.1", "8460 5" },
  },
  {
    .id = "direction",
    .question = N_("Do reports cover mail I send or mail I receive?"),
    .summary = N_("Mail you receive: reports come from those who send mail to your domain."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("incoming, outgoing, inbound, outbound, sent, received, direction, sender, "
                "recipient, my own mail, newsletter"),
    .answer = {
      N_("The record is about incoming mail. The servers that send mail to your domain write the "
         "reports, and report on your MX hosts."),
      N_("It says nothing about mail you send. Your servers could report on that to the domains "
         "they deliver to."),
    },
    .related = { "how-it-works", "which-domains", "send-reports" },
    .references = { "8460 1", "8460 3" },
  },
  {
    .id = "needs-policy",
    .question = N_("Do I need MTA-STS or DANE for TLS-RPT?"),
    .summary = N_("No: it works alone, and reports on plain STARTTLS as well."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("require, prerequisite, depend, without MTA-STS, only TLS-RPT, opportunistic, "
                "DNSSEC, order, first, sequence"),
    .answer = {
      N_("A record is useful by itself. For a domain with neither MTA-STS nor DANE, reports say "
         "`no-policy-found` and count how often TLS worked."),
      N_("Without such a policy, senders encrypt when they can and don’t check certificates. A "
         "good order is TLS-RPT first, then MTA-STS in `testing` mode or DANE."),
    },
    .related = { "why-tls-rpt", "dane-and-mta-sts", "mta-sts-rollout", "no-policy-found" },
    .references = { "8460 1", "8460 4.4", "7435 3" },
  },
  {
    .id = "changes-delivery",
    .question = N_("Does the record change how mail is delivered?"),
    .summary = N_("No: it only asks for reports."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("risk, danger, dangerous, break, safe, harm, side effect, lose mail, lost, bounce, "
                "affect, remove the record, undo"),
    .answer = {
      N_("No sender treats mail differently because of the record. You can publish, change, and "
         "remove it at any time without risk to mail."),
      N_("Only MTA-STS in `enforce` mode and DANE can delay mail. Reports show when they did."),
    },
    .related = { "needs-policy", "reveals", "mail-not-arriving" },
    .references = { "8460 1" },
  },
  {
    .id = "reveals",
    .question = N_("What do reports reveal?"),
    .summary = N_("Servers and numbers; not who writes to whom, no subjects, no content."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("privacy, personal data, GDPR, data protection, legal, lawyer, confidential, "
                "sensitive, IP address, third-party service"),
    .answer = {
      N_("A report contains the names and IP addresses of mail servers on both sides, the policy, "
         "and the number of connections on that day. It doesn’t contain the addresses of those who "
         "write to each other, nor subjects, nor content. The only email address in it is the "
         "sender’s contact."),
      N_("Whoever receives the reports learns who sends mail to your domain, how much, and where "
         "your servers are weak. Choose the destination with that in mind."),
      N_("Everything in a report was written by somebody else. Take it as a hint, not as proof."),
    },
    .related = { "where-to-send", "changes-delivery" },
    .references = { "8460 4.4", "8460 7", "8460 8" },
  },
  { NULL }
};
