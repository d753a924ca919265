/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-question-texts.h"

#include <glib/gi18n-lib.h>

/* Where a question is answered wrongly in many places, the answer says what the
 * RFC says, and where. */
static const TlsrptQuestionTexts question_texts[] = {
  {
    .id = "use-generator",
    /* Translators: this and the next texts are a question and its answer.  What
     * stands between backticks (`…`) is code: keep it and the backticks. */
    .question = N_("How is this program used?"),
    .summary = N_("Enter a domain and where reports should go, and publish the record that "
                  "results."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("how to, start, begin, first steps, generate, create, make a record"),
    .steps = {
      N_("Enter the domain that receives mail: the part after the “@” of its addresses."),
      N_("Enter at least one mail address, or an `https` address, for the reports."),
      N_("Copy the name and the value, and add them to your DNS as a TXT record. Or export them "
         "in the form that your DNS software reads."),
      N_("Let the program check that DNS publishes the record as intended. Nothing but this check "
         "uses the network."),
      N_("Wait for the first report, which takes a day or two, and open it here."),
      N_("If a report shows failures, look up their types in this guide."),
    },
    .related = { "host-field", "where-to-send", "no-reports" },
    .references = { "8460 3" },
  },
  {
    .id = "why-tls-rpt",
    .question = N_("Why TLS-RPT?"),
    .summary = N_("Because only the senders see when encrypted delivery to your domain fails."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("purpose, benefit, reason, what is TLS-RPT, SMTP TLS reporting, what for"),
    .answer = {
      N_("When a server that wants to deliver mail to your domain cannot set up TLS, the mail "
         "waits, bounces, or goes out unencrypted. Your own log may show nothing of it: only the "
         "sender knows what went wrong."),
      N_("TLS-RPT asks the senders to tell. Once a day they report how many connections worked, "
         "how many failed, and why. That shows an expired certificate or a forgotten server "
         "before users complain, and it can show an attack."),
      N_("It also makes it safe to introduce MTA-STS or DANE, because it shows what they would "
         "break."),
    },
    .related = { "how-it-works", "needs-policy" },
    .references = { "8460 1" },
  },
  {
    .id = "how-it-works",
    .question = N_("How does TLS-RPT work?"),
    .summary = N_("Senders find the record in your DNS, and send a summary once a day."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("who sends, when, daily, schedule, JSON, gzip, report, delay, hours"),
    .steps = {
      N_("The domain publishes a TXT record at `_smtp._tls.DOMAIN`. It says where reports should "
         "go."),
      N_("Servers that deliver mail to your domain note for every connection whether TLS worked, "
         "and which policy they followed: DANE, MTA-STS, or none."),
      N_("A report covers a day, as a rule from 0:00 to 24:00 UTC. It is sent some hours later, "
         "often about twelve."),
      N_("It arrives as a mail with a compressed JSON file, or is posted to your `https` address. "
         "Reports by mail must carry a valid DKIM signature."),
      N_("The report counts connections, not messages, for each policy; failures come with their "
         "type and the servers concerned."),
    },
    .related = { "direction", "success-reports", "failure-kinds" },
    .references = { "8460 3", "8460 4", "8460 5" },
  },
  {
    .id = "direction",
    .question = N_("Is it about mail sent or mail received?"),
    .summary = N_("Received: reports come from those who send mail to your domain."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("incoming, outgoing, inbound, outbound, direction, sender, recipient"),
    .answer = {
      N_("The record concerns mail that comes in. The servers that send mail to your domain write "
         "the reports, and what they report on are your MX hosts."),
      N_("It tells nothing about the mail that your own servers send. They are the ones who could "
         "report on that, to others."),
    },
    .related = { "how-it-works", "which-domains" },
    .references = { "8460 1", "8460 3" },
  },
  {
    .id = "success-reports",
    .question = N_("Are there reports when all is well?"),
    .summary = N_("Yes, from many senders; but silence does not mean success."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("success, heartbeat, silence, no failures, good news"),
    .answer = {
      N_("A report counts successful connections, too. It is meant as a sign of life: it shows "
         "that reporting works, and that TLS works."),
      N_("Some senders report only when something has failed, and many send no reports at all. "
         "So no report does not mean that all is well. It may mean that nobody who reports has "
         "sent mail to your domain."),
    },
    .related = { "no-reports", "how-it-works" },
    .references = { "8460 1", "8460 4.2" },
  },
  {
    .id = "no-reports",
    .question = N_("Why do no reports arrive?"),
    .summary = N_("Wait two days, then check the record, the mailbox and the spam folder."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("missing, nothing arrives, empty, waiting, not receiving, spam, blocked, Google, "
                "Microsoft"),
    .answer = {
      N_("Reports come only from senders that support TLS-RPT, and only for days on which they "
         "sent mail to your domain. A small domain may hear from one or two large providers."),
    },
    .steps = {
      N_("Wait two days after the record is published."),
      N_("Check that DNS publishes exactly one record, at the right name."),
      N_("Send a message to the address for reports from outside. Check that it arrives."),
      N_("Look into the spam folder, and let the filter accept attachments that end in `.json.gz` "
         "and have the type `application/tlsrpt+gzip`."),
      N_("Send a message to your domain from an account at a large provider, and wait another "
         "day."),
    },
    .related = { "success-reports", "two-records", "host-field", "where-to-send" },
    .references = { "8460 3", "8460 5.3" },
  },
  {
    .id = "failure-kinds",
    .question = N_("What kinds of failure are there?"),
    .summary = N_("Three: the TLS connection, the MTA-STS policy, and DANE with DNS."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("categories, groups, types, eleven, result types, list"),
    .answer = {
      N_("Failures of the TLS negotiation concern the mail server and its certificate: "
         "`starttls-not-supported`, `certificate-host-mismatch`, `certificate-expired`, "
         "`certificate-not-trusted`. Whatever fits nowhere else is a `validation-failure`."),
      N_("MTA-STS failures concern the policy on the web server: `sts-policy-fetch-error`, "
         "`sts-policy-invalid`, `sts-webpki-invalid`."),
      N_("DANE failures concern TLSA records and DNSSEC: `tlsa-invalid`, `dnssec-invalid`, "
         "`dane-required`."),
      N_("The registry holds these eleven. A report may use others; this program shows them as "
         "they are."),
    },
    .related = { "how-it-works" },
    .references = { "8460 4.3", "8460 6.6" },
  },
  {
    .id = "which-domains",
    .question = N_("Which domains need a record?"),
    .summary = N_("Each domain and subdomain that receives mail needs its own."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("subdomain, inherit, inheritance, parent, wildcard, several domains, MX host, "
                "parked domain"),
    .answer = {
      N_("Every domain that receives mail needs a record, subdomains included. Nothing is "
         "inherited: the record of `example.com` does not count for `lists.example.com`."),
      N_("A domain that receives no mail needs none."),
      N_("Senders look for the record at the domain of the recipient. With DANE, a record for the "
         "MX host itself is possible, too, but few senders look for it."),
    },
    .related = { "cname", "host-field" },
    .references = { "8460 1.1", "8460 3" },
  },
  {
    .id = "host-field",
    .question = N_("What goes into the host field?"),
    .summary = N_("As a rule `_smtp._tls`, because most panels add the domain themselves."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("name, owner name, doubled, twice, zone, panel, provider, relative, absolute, "
                "trailing dot, underscore"),
    .answer = {
      N_("The full name is `_smtp._tls.DOMAIN`. Most DNS panels want the name without the zone "
         "and append it: there, enter `_smtp._tls` only. For the subdomain `lists.example.com` in "
         "the zone `example.com`, enter `_smtp._tls.lists`."),
      N_("A panel that appends the zone to a full name publishes the record at "
         "`_smtp._tls.example.com.example.com`, where no sender looks. Check the result after "
         "saving."),
      N_("In a zone file, a name that ends with a dot is complete; any other is relative to the "
         "zone."),
    },
    .related = { "quotes", "no-reports" },
    .references = { "8460 3", "1035 5.1" },
  },
  {
    .id = "quotes",
    .question = N_("Does the value need quotation marks?"),
    .summary = N_("In a zone file yes, in most panels no."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("quotes, double quotes, 255, long value, split, strings, escape, semicolon"),
    .answer = {
      N_("The quotation marks are not part of the value. A zone file needs them, since the value "
         "holds a semicolon and spaces. Most panels add them, and quotation marks that are typed "
         "there may end up in the value and break it."),
      N_("A value of more than 255 characters consists of several strings in one record. Senders "
         "join them without a space."),
    },
    .related = { "host-field", "two-records" },
    .references = { "8460 3", "1035 5.1", "1035 3.3.14" },
  },
  {
    .id = "two-records",
    .question = N_("May there be two records?"),
    .summary = N_("No: with two of them, senders act as if there were none."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("multiple, several, duplicate, second record, more than one"),
    .answer = {
      N_("At `_smtp._tls.DOMAIN` there must be exactly one record that begins with "
         "`v=TLSRPTv1;`. If there are two, senders must assume that the domain does not want "
         "reports. Other TXT records at the name are ignored."),
      N_("To send reports to several places, put several addresses into the one record, separated "
         "by commas."),
    },
    .related = { "all-destinations", "cname" },
    .references = { "8460 3" },
  },
  {
    .id = "cname",
    .question = N_("May the name be a CNAME?"),
    .summary = N_("Yes; then no other record may stand at the same name."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("alias, delegation, delegate, service provider, hosted, many domains"),
    .answer = {
      N_("`_smtp._tls.DOMAIN` may be a CNAME for a name that holds the TXT record. This is handy "
         "for many domains, or when a service maintains the record: there is one place to change "
         "it."),
      N_("A CNAME allows no other record at its own name. Remove a TXT record there first."),
    },
    .related = { "which-domains", "two-records" },
    .references = { "1034 3.6.2" },
  },
  {
    .id = "other-domain-address",
    .question = N_("May the address be in another domain?"),
    .summary = N_("Yes, and nothing needs to be published there."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("external, third party, authorization record, _report._tls, verification, DMARC, "
                "service"),
    .answer = {
      N_("Reports may go to any address. No authorization record exists for TLS-RPT: that is a "
         "rule of DMARC, and tools that ask for one here are wrong."),
      N_("Since nobody is asked for consent, make sure that the owner of the address expects the "
         "reports."),
    },
    .related = { "where-to-send", "reveals" },
    .references = { "8460 3", "8460 7" },
  },
  {
    .id = "where-to-send",
    .question = N_("Where should reports go?"),
    .summary = N_("To a mailbox of its own, best in a domain that does not share the fault."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("mailbox, role address, rua, mailto, https, endpoint, spam filter, attachment, "
                "gzip"),
    .answer = {
      N_("Use an address for the role, such as `tls-reports@example.com`, not that of a person. "
         "It is public in DNS and attracts spam."),
      N_("If TLS to your domain fails, reports to the same domain may have trouble, too. Senders "
         "are told to deliver reports despite TLS failures, but not all do. A mailbox in another "
         "domain, or an `https` address as a second way, is safer."),
      N_("The attachments are compressed. Let the spam and virus filters pass them, up to some "
         "megabytes."),
    },
    .related = { "other-domain-address", "all-destinations", "no-reports" },
    .references = { "8460 3", "8460 5.3", "8460 5.4" },
  },
  {
    .id = "all-destinations",
    .question = N_("Does each address get every report?"),
    .summary = N_("Not necessarily: a sender may pick one of them."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("all destinations, several addresses, multiple, rua, order, first"),
    .answer = {
      N_("A sender may deliver its report to every address in the record, and it may pick just "
         "one. That reports go to all of them is a common error."),
      N_("Put the most important address first, since some senders use only the first. Make sure "
         "that each place is read."),
    },
    .related = { "where-to-send", "two-records" },
    .references = { "8460 3" },
  },
  {
    .id = "ttl",
    .question = N_("Which TTL should the record have?"),
    .summary = N_("An hour while testing, a day once it works."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("time to live, cache, 3600, 86400, seconds, how long"),
    .answer = {
      N_("The TTL says how long resolvers keep the record, in seconds. 3600 lets mistakes be "
         "corrected within the hour. Once all works, use 86400."),
      N_("A long TTL protects: an attacker who wants to hide an attack on TLS must suppress the "
         "record, which is harder while it is cached. DNSSEC protects better still."),
    },
    .related = { "use-generator" },
    .references = { "8460 7" },
  },
  {
    .id = "needs-policy",
    .question = N_("Does TLS-RPT need MTA-STS or DANE?"),
    .summary = N_("No: it works alone, and reports on plain STARTTLS as well."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("require, prerequisite, depend, MTA-STS, DANE, no-policy-found, opportunistic, "
                "DNSSEC"),
    .answer = {
      N_("A record is useful by itself. For a domain with neither MTA-STS nor DANE, reports say "
         "`no-policy-found` and count how often TLS worked."),
      N_("Without such a policy, however, senders encrypt only if it happens to work, and do not "
         "check certificates. TLS-RPT first, then MTA-STS in mode `testing` or DANE, is a good "
         "order."),
    },
    .related = { "why-tls-rpt", "changes-delivery" },
    .references = { "8460 1", "8460 4.4", "7435 3" },
  },
  {
    .id = "changes-delivery",
    .question = N_("Does the record change how mail is delivered?"),
    .summary = N_("No: it only asks for reports."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("risk, danger, break, safe, side effect, lose mail, bounce"),
    .answer = {
      N_("No sender treats mail differently because of the record. It can be published, changed "
         "and removed at any time without a risk for the mail."),
      N_("What holds mail up are MTA-STS in mode `enforce` and DANE. The reports tell what they "
         "did."),
    },
    .related = { "needs-policy", "reveals" },
    .references = { "8460 1" },
  },
  {
    .id = "reveals",
    .question = N_("What do reports reveal?"),
    .summary = N_("Servers and numbers; no mail addresses, no subjects, no content."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("privacy, personal data, GDPR, data protection, confidential, IP address"),
    .answer = {
      N_("A report holds the names and IP addresses of mail servers on both sides, the policy, "
         "and the number of connections on that day. It holds neither mail addresses nor subjects "
         "nor content."),
      N_("The receiver of reports learns who sends mail to your domain, how much, and where your "
         "servers are weak. Choose the place with that in mind."),
      N_("Everything in a report was written by somebody else. Take it as a hint, not as proof."),
    },
    .related = { "where-to-send", "changes-delivery" },
    .references = { "8460 7", "8460 8" },
  },
};

/**
 * tlsrpt_question_texts_get:
 * @n_texts: (out): how many there are
 *
 * Gets the texts of all questions, in reading order.
 *
 * Returns: (array length=n_texts): the texts
 */
const TlsrptQuestionTexts *
tlsrpt_question_texts_get (gsize *n_texts)
{
  *n_texts = G_N_ELEMENTS (question_texts);

  return question_texts;
}
