/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-provider.h"

/*
 * Each entry says only what the provider’s own documentation says; the comments name
 * further pages.  A provider whose form is not documented is left out, and so is a field
 * of its form: a wrong label is worse than none.  All these forms add the zone to the name.
 * The documentation of DigitalOcean, Gandi, Hetzner, Namecheap, Porkbun, and Squarespace was
 * out of reach on 2026-12-01.
 *
 * What was read on the day noted are stored copies of the pages, which may be older; see to
 * the page itself when an entry is changed.
 */
static const TlsrptProvider providers[] = {
  {
    /* https://all-inkl.com/en/support/tutorials/provider-change/setup/dns/how-to-add-an-spf-record_482.html:
     * the name of the domain itself is empty. */
    .id = "allinkl",
    .title = "ALL-INKL.COM",
    .words = "kas kasserver neue medien muennich",
    .servers = { "ns#.kasserver.com" },
    .place = "Tools › DNS Settings › Add a new DNS record",
    .type_label = "Type",
    .type = "TXT",
    .name_label = "Name",
    .value_label = "Data",
    .url = "https://all-inkl.com/en/support/tutorials/kas/tools/dns-tools/"
           "how-to-add-a-dmarc-record_562.html",
    .verified = "2026-12-01",
  },
  {
    /* https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-basic.html:
     * the labels.  “Enter acme” for acme.example.com. */
    .id = "route53",
    .title = "Amazon Route 53",
    .words = "AWS Amazon Web Services Route53 R53",
    .servers = { "awsdns-#.com", "awsdns-#.net", "awsdns-#.org", "awsdns-#.co.uk" },
    .place = "Hosted zones › Create record",
    .type_label = "Record type",
    .type = "TXT",
    .name_label = "Record name",
    .value_label = "Value",
    .ttl_label = "TTL (seconds)",
    .ttl = TLSRPT_PROVIDER_TTL_SECONDS,
    .is_quoted = TRUE,
    .max_length = 4000,
    .url = "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html"
           "#TXTFormat",
    .verified = "2026-12-01",
  },
  {
    /* https://learn.microsoft.com/azure/dns/dns-zones-records: one string, which is split;
     * 4096 characters.  The field “Value” is in Microsoft’s instructions for Microsoft 365. */
    .id = "azure",
    .title = "Azure DNS",
    .words = "Microsoft Azure",
    .servers = { "azure-dns.com", "azure-dns.net", "azure-dns.org", "azure-dns.info" },
    .place = "DNS zone › Record set",
    .type_label = "Type",
    .type = "TXT",
    .name_label = "Name",
    .value_label = "Value",
    .ttl_label = "TTL",
    .unit_label = "TTL unit",
    .ttl = TLSRPT_PROVIDER_TTL_UNIT,
    .max_length = 4096,
    .url = "https://learn.microsoft.com/azure/dns/dns-getstarted-portal",
    .verified = "2026-12-01",
  },
  {
    /* https://developers.cloudflare.com/dns/manage-dns-records/reference/dns-record-types/:
     * quotation marks are added, 2048 characters.
     * https://developers.cloudflare.com/dns/foundation-dns/advanced-nameservers/: the
     * servers at foundationdns. */
    .id = "cloudflare",
    .title = "Cloudflare",
    .words = "CF",
    .servers = { "ns.cloudflare.com", "foundationdns.com", "foundationdns.net",
                 "foundationdns.org" },
    .place = "DNS › Records › Add record",
    .type_label = "Type",
    .type = "TXT",
    .name_label = "Name",
    .value_label = "Content",
    .ttl_label = "TTL",
    .ttl = TLSRPT_PROVIDER_TTL_CHOICE,
    .max_length = 2048,
    .url = "https://developers.cloudflare.com/dns/manage-dns-records/how-to/create-dns-records/",
    .verified = "2026-12-01",
  },
  {
    /* https://github.com/desec-io/desec-stack, webapp/src/components/Field/Record/TXT.vue:
     * the content must begin and end with quotation marks. */
    .id = "desec",
    .title = "deSEC",
    .servers = { "desec.io", "desec.org" },
    .place = "Record Sets › Create New Record Set",
    .type_label = "Record Set Type",
    .type = "TXT",
    .name_label = "Subname",
    .value_label = "Record Set Content",
    .ttl_label = "TTL",
    .ttl = TLSRPT_PROVIDER_TTL_SECONDS,
    .is_quoted = TRUE,
    .url = "https://desec.readthedocs.io/en/latest/dns/rrsets.html",
    .verified = "2026-12-01",
  },
  {
    /* One text in quotation marks: each word outside them becomes a string of its own. */
    .id = "dnsmadeeasy",
    .title = "DNS Made Easy",
    .words = "digicert",
    .servers = { "dnsmadeeasy.com" },
    .type_label = "Type",
    .type = "TXT",
    .name_label = "Name",
    .value_label = "Value",
    .ttl_label = "TTL",
    .ttl = TLSRPT_PROVIDER_TTL_SECONDS,
    .is_quoted = TRUE,
    .max_length = 255,
    .url = "https://help.dnsmadeeasy.com/managed-dns/dns-record-types/txt-record/",
    .verified = "2026-12-01",
  },
  {
    /* https://support.dnsimple.com/articles/txt-record-format/: no quotation marks; 1000
     * characters with those that are added. */
    .id = "dnsimple",
    .title = "DNSimple",
    .servers = { "dnsimple.com", "dnsimple-edge.com", "dnsimple-edge.io", "dnsimple-edge.net",
                 "dnsimple-edge.org" },
    .place = "Domains › DNS › Add/Manage › Add Record",
    .type_label = "Type",
    .type = "TXT",
    .name_label = "Name",
    .value_label = "Content",
    .max_length = 998,
    .url = "https://support.dnsimple.com/articles/how-to-add-dns-records/",
    .verified = "2026-12-01",
  },
  {
    .id = "godaddy",
    .title = "GoDaddy",
    .servers = { "domaincontrol.com" },
    .place = "Domain Portfolio › DNS › Add New Record",
    .type_label = "Type",
    .type = "TXT",
    .name_label = "Name",
    .value_label = "Value",
    .ttl_label = "TTL",
    .ttl = TLSRPT_PROVIDER_TTL_CHOICE,
    .max_length = 1024,
    .url = "https://www.godaddy.com/help/add-a-txt-record-19232",
    .verified = "2026-12-01",
  },
  {
    /* https://www.ionos.com/help/domains/configuring-mail-servers-and-other-related-records/
     * “using-email-authentication-with-dkim”: the host name without the domain, and TTLs
     * such as “1 hour”. */
    .id = "ionos",
    .title = "IONOS",
    .words = "1&1 1und1",
    .servers = { "ns#.ui-dns.biz", "ns#.ui-dns.com", "ns#.ui-dns.de", "ns#.ui-dns.org" },
    .place = "Domains & SSL › DNS",
    .type_label = "Type",
    .type = "TXT",
    .name_label = "Host Name",
    .value_label = "Value",
    .ttl_label = "TTL",
    .ttl = TLSRPT_PROVIDER_TTL_CHOICE,
    .url = "https://www.ionos.com/help/domains/"
           "configuring-mail-servers-and-other-related-records/"
           "using-an-spf-record-to-prevent-spam/",
    .verified = "2026-12-01",
  },
  {
    .id = "ionoscloud",
    .title = "IONOS Cloud DNS",
    .words = "dcd",
    .servers = { "ns-ic.ui-dns.biz", "ns-ic.ui-dns.com", "ns-ic.ui-dns.de", "ns-ic.ui-dns.org" },
    .place = "Network Services › Cloud DNS › Public zones › Create record",
    .type_label = "Type",
    .type = "TXT",
    .name_label = "Name",
    .value_label = "Content",
    .ttl_label = "TTL",
    .ttl = TLSRPT_PROVIDER_TTL_SECONDS,
    .url = "https://docs.ionos.com/cloud/set-up-ionos-cloud/management/"
           "identity-access-management/iam-federation/how-tos/create-txt-domain-record",
    .verified = "2026-12-01",
  },
  {
    /* https://docs.ovhcloud.com/en/guides/web-cloud/domains/dns-zone-dkim: “Target”, and
     * “your domain name will be added automatically”.  The guide to editing a zone: 255
     * characters. */
    .id = "ovh",
    .title = "OVHcloud",
    .servers = { "ovh.net", "anycast.me" },
    .place = "Web Cloud › Domain names › DNS zone › Add an entry",
    .type_label = "Type",
    .type = "TXT",
    .name_label = "Sub-domain",
    .value_label = "Target",
    .max_length = 255,
    .url = "https://docs.ovhcloud.com/en/guides/web-cloud/domains/dns-zone-dmarc",
    .verified = "2026-12-01",
  },
  {
    .id = "strato",
    .title = "STRATO",
    .servers = { "rzone.de" },
    .place = "Domains › Domainverwaltung › DNS › TXT Records",
    .type_label = "Typ",
    .type = "TXT",
    .name_label = "Präfix",
    .value_label = "Wert",
    .url = "https://www.strato.de/faq/domains/"
           "was-ist-der-txt-record-und-wie-kann-ich-ihn-verwenden/",
    .verified = "2026-12-01",
  },
};

gsize
tlsrpt_provider_count (void)
{
  return G_N_ELEMENTS (providers);
}

/**
 * tlsrpt_provider_at:
 * @position: from 0
 *
 * Gets a provider; they are in the order of their titles.
 *
 * Returns: the provider
 */
const TlsrptProvider *
tlsrpt_provider_at (gsize position)
{
  g_return_val_if_fail (position < G_N_ELEMENTS (providers), NULL);

  return &providers[position];
}
