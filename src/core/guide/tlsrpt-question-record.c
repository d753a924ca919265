/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-question-texts.h"

#include <glib/gi18n-lib.h>

const TlsrptQuestionTexts tlsrpt_question_record_texts[] = {
  {
    .id = "which-domains",
    .question = N_("Which domains need a record?"),
    .summary = N_("Each domain and subdomain that receives mail needs its own."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("subdomain, inherit, inheritance, parent, wildcard, several domains, many domains, "
                "MX host, parked domain, domain without mail, alias domain, null MX"),
    .answer = {
      N_("Every domain that receives mail needs a record, including subdomains. Nothing is "
         "inherited: the record of `example.com` doesn’t apply to `lists.example.com`."),
      N_("A domain that doesn’t receive mail needs none."),
      N_("Senders look up the recipient’s domain. With DANE, a record for the MX host itself is "
         "possible, too, but few senders look for it."),
    },
    .related = { "cname", "host-field" },
    .references = { "8460 1.1", "8460 3" },
  },
  {
    .id = "host-field",
    .question = N_("What goes into the host field?"),
    .summary = N_("Usually `_smtp._tls`, because most panels add the domain themselves."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("name, owner name, record name, doubled, twice, duplicated domain, zone, panel, "
                "provider, GoDaddy, Cloudflare, cPanel, Plesk, relative, absolute, FQDN, trailing "
                "dot, underscore, what to type"),
    .answer = {
      N_("The full name is `_smtp._tls.DOMAIN`. Most DNS panels expect the name without the zone "
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
    .summary = N_("Yes in a zone file; no in most DNS panels."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("quotes, double quotes, quotes around TXT, 255, too long, long value, split, "
                "strings, chunks, escape, backslash, semicolon, spaces"),
    .answer = {
      N_("The quotation marks aren’t part of the value. A zone file needs them, because the value "
         "contains a semicolon and spaces. Most panels add them, and quotation marks that you type "
         "there may end up in the value and break it."),
      N_("A value of more than 255 bytes consists of several strings in one record. Senders join "
         "them without a space."),
    },
    .related = { "host-field", "two-records" },
    .references = { "8460 3", "1035 5.1", "1035 3.3.14" },
  },
  {
    .id = "two-records",
    .question = N_("Can I publish two records?"),
    .summary = N_("No: with two of them, senders act as if there were none."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("multiple, several, duplicate, already have a record, vendor, second record, more "
                "than one, two providers, merge, existing record, multiple TLS-RPT records found"),
    .answer = {
      N_("At `_smtp._tls.DOMAIN` there must be exactly one record that begins with `v=TLSRPTv1;`. "
         "If there are two, senders must assume that the domain doesn’t want reports. Other TXT "
         "records at the name are ignored."),
      N_("To send reports to several places, list several addresses in the one record, separated "
         "by commas."),
    },
    .related = { "all-destinations", "cname" },
    .references = { "8460 3" },
  },
  {
    .id = "cname",
    .question = N_("Can I use a CNAME?"),
    .summary = N_("Yes, if there is no other record at the same name."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("alias, vendor, point to vendor, delegation, delegate, point to another domain, "
                "service provider, hosted, hundreds of domains, central"),
    .answer = {
      N_("`_smtp._tls.DOMAIN` may be a CNAME for a name with the TXT record. This is handy for "
         "many domains, or when a service maintains the record: there is one place to change it."),
      N_("A CNAME allows no other record at its own name. Remove a TXT record there first."),
    },
    .related = { "which-domains", "two-records" },
    .references = { "1034 3.6.2" },
  },
  {
    .id = "other-domain-address",
    .question = N_("Can reports go to an address in another domain?"),
    .summary = N_("Yes, and nothing needs to be published there."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("external, third party, authorization record, authorisation, permission, "
                "_report._tls, _report._dmarc, verification, DMARC, service, monitoring provider, "
                "Gmail address"),
    .answer = {
      N_("Reports may go to any address. TLS-RPT has no authorization record: that is a rule of "
         "DMARC, and tools that ask for one here are wrong."),
      N_("Nobody has to consent, so check that the owner of the address expects the reports."),
    },
    .related = { "where-to-send", "reveals" },
    .references = { "8460 3", "8460 7" },
  },
  {
    .id = "where-to-send",
    .question = N_("Where should reports go?"),
    .summary = N_("To a dedicated mailbox, ideally in a domain that the same fault can’t hit."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("mailbox, role address, which address, rua, mailto, https, endpoint, webhook, spam "
                "filter, quarantine, attachment, gzip, distribution list, shared mailbox"),
    .answer = {
      N_("Use an address for the role, such as `tls-reports@example.com`, not a person’s. It is "
         "public in DNS and attracts spam."),
      N_("If TLS to your domain fails, reports to the same domain may be affected, too. Senders "
         "are told to deliver reports despite TLS failures, but not all do. A mailbox in another "
         "domain, or an `https` URL as a second destination, is safer."),
      N_("The attachments are compressed. Make sure spam and virus filters accept them, up to a "
         "few megabytes."),
    },
    .related = { "other-domain-address", "all-destinations", "no-reports" },
    .references = { "8460 3", "8460 5.3", "8460 5.4" },
  },
  {
    .id = "all-destinations",
    .question = N_("Does each address get every report?"),
    .summary = N_("Not necessarily: a sender may pick one of them."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("all destinations, several addresses, two rua addresses, second address, multiple, "
                "comma, order, first, copy, backup address"),
    .answer = {
      N_("A sender may deliver its report to every address in the record, or pick just one. Many "
         "guides claim that every address gets a copy; that isn’t guaranteed."),
      N_("Put the most important address first, because some senders use only the first. Make sure "
         "that each of them is read."),
    },
    .related = { "where-to-send", "two-records" },
    .references = { "8460 3" },
  },
  {
    .id = "ttl",
    .question = N_("Which TTL should the record have?"),
    .summary = N_("An hour while testing, a day once it works."),
    /* Translators: words that people may search for, besides those in the texts */
    .words = N_("time to live, cache, cached, propagation, 300, 3600, 86400, seconds, how long"),
    .answer = {
      N_("The TTL is the number of seconds that resolvers keep the record. With 3600, you can fix "
         "a mistake within the hour. Use 86400 once everything works."),
      N_("A long TTL protects: an attacker who wants to hide an attack on TLS must suppress the "
         "record, which is harder while it is cached. DNSSEC protects better still."),
    },
    .related = { "use-generator" },
    .references = { "8460 7" },
  },
  { NULL }
};
