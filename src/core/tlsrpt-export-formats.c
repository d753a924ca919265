/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-export-private.h"

#include <glib/gi18n-lib.h>

/* The word, what reads it, its title, the ending of a file, the template, and what
 * to mind.  ZONE_ID and its like are for the person to fill in. */
static const TlsrptExportFormat formats[] = {
  {
    "zone", TLSRPT_EXPORT_SERVER, N_("Zone file"), "zone",
    "@name@. @ttl@ IN TXT @value:zone@\n",
    NULL,
  },
  {
    "nsupdate", TLSRPT_EXPORT_SERVER, N_("Dynamic update (nsupdate)"), "nsupdate",
    "zone @zone@.\n"
    "update delete @name@. TXT\n"
    "update add @name@. @ttl@ IN TXT @value:txt@\n"
    "send\n",
    N_("The update replaces every TXT record at the name"),
  },
  {
    "knotc", TLSRPT_EXPORT_SERVER, N_("Knot DNS (knotc)"), "sh",
    "knotc zone-begin @zone:sh@\n"
    "# Leave out the next line if there is no record yet\n"
    "knotc zone-unset @zone:sh@ @relative:sh@ TXT\n"
    "knotc zone-set @zone:sh@ @relative:sh@ @ttl@ TXT @value:txt:sh@\n"
    "knotc zone-commit @zone:sh@\n",
    N_("These commands replace every TXT record at the name; “zone-unset” fails if there is "
       "none"),
  },
  {
    "pdnsutil", TLSRPT_EXPORT_SERVER, N_("PowerDNS (pdnsutil)"), "sh",
    "# PowerDNS up to 4.9\n"
    "pdnsutil replace-rrset @zone:sh@ @relative:sh@ TXT @ttl@ @value:txt:sh@\n"
    "# PowerDNS from 5.0\n"
    "pdnsutil rrset replace @zone:sh@. @name:sh@. TXT @ttl@ @value:txt:sh@\n",
    N_("One of the commands is for your version; it replaces every TXT record at the name"),
  },
  {
    "cloudflare", TLSRPT_EXPORT_PROVIDER, N_("Cloudflare"), "json",
    "{\n"
    "  \"type\": \"TXT\",\n"
    "  \"name\": @name:json@,\n"
    "  \"content\": @value:txt:json@,\n"
    "  \"ttl\": @ttl@\n"
    "}\n",
    N_("The body of a POST to “/zones/ZONE_ID/dns_records”; the TTL is 1 (automatic) or "
       "from 60 to 86400"),
  },
  {
    "route53", TLSRPT_EXPORT_PROVIDER, N_("Amazon Route 53 (aws)"), "sh",
    "aws route53 change-resource-record-sets --hosted-zone-id ZONE_ID --change-batch "
      "file:///dev/stdin <<'END'\n"
    "{\n"
    "  \"Changes\": [\n"
    "    {\n"
    "      \"Action\": \"UPSERT\",\n"
    "      \"ResourceRecordSet\": {\n"
    "        \"Name\": @name:json@,\n"
    "        \"Type\": \"TXT\",\n"
    "        \"TTL\": @ttl@,\n"
    "        \"ResourceRecords\": [\n"
    "          {\n"
    "            \"Value\": @value:txt:json@\n"
    "          }\n"
    "        ]\n"
    "      }\n"
    "    }\n"
    "  ]\n"
    "}\n"
    "END\n",
    N_("“UPSERT” replaces every TXT record at the name; put the ID of your zone in place of "
       "ZONE_ID"),
  },
  {
    "gcloud", TLSRPT_EXPORT_PROVIDER, N_("Google Cloud DNS (gcloud)"), "sh",
    "gcloud dns record-sets transaction start --zone=ZONE\n"
    "gcloud dns record-sets transaction add @value:txt:sh@ --name=@name:sh@. --ttl=@ttl@ "
      "--type=TXT --zone=ZONE\n"
    "gcloud dns record-sets transaction execute --zone=ZONE\n",
    N_("If there is a record, remove it in the same transaction; put the name of your "
       "managed zone in place of ZONE"),
  },
  {
    "azure", TLSRPT_EXPORT_PROVIDER, N_("Azure DNS (az)"), "sh",
    "# If there is a record, remove it first:\n"
    "# az network dns record-set txt delete -g RESOURCE_GROUP -z @zone:sh@ -n @relative:sh@ --yes\n"
    "az network dns record-set txt create -g RESOURCE_GROUP -z @zone:sh@ -n @relative:sh@ "
      "--ttl @ttl@\n"
    "az network dns record-set txt add-record -g RESOURCE_GROUP -z @zone:sh@ -n "
      "@relative:sh@ --value @value:sh@\n",
    N_("“add-record” adds a second value to a set that exists, and senders use none of two "
       "records"),
  },
  {
    "doctl", TLSRPT_EXPORT_PROVIDER, N_("DigitalOcean (doctl)"), "sh",
    "doctl compute domain records create @zone:sh@ --record-type TXT --record-name "
      "@relative:sh@ --record-data @value:sh@ --record-ttl @ttl@\n",
    N_("The command adds a record beside one that exists, and senders use none of two records"),
  },
  {
    "hcloud", TLSRPT_EXPORT_PROVIDER, N_("Hetzner (hcloud)"), "sh",
    "hcloud zone rrset create --name @relative:sh@ --type TXT --ttl @ttl@ --record "
      "@value:txt:sh@ @zone:sh@\n",
    N_("The command fails if there is a record already"),
  },
  {
    "dnscontrol", TLSRPT_EXPORT_CODE, N_("DNSControl"), "js",
    "TXT(@relative:js@, @value:js@, TTL(@ttl:duration:js@)),\n",
    N_("A line for the D() of your zone"),
  },
  {
    "octodns", TLSRPT_EXPORT_CODE, N_("octoDNS"), "yaml",
    "@relative:yaml@:\n"
    "  ttl: @ttl@\n"
    "  type: TXT\n"
    "  value: @value:octodns:yaml@\n",
    N_("A part of the YAML file of your zone"),
  },
  {
    "terraform-aws", TLSRPT_EXPORT_CODE, N_("Terraform: Amazon Route 53"), "tf",
    "resource \"aws_route53_record\" \"@domain:label@\" {\n"
    "  zone_id = \"ZONE_ID\"\n"
    "  name    = @name:hcl@\n"
    "  type    = \"TXT\"\n"
    "  ttl     = @ttl@\n"
    "  records = [@value:pieces:hcl@]\n"
    "}\n",
    N_("Put the ID of your zone in place of ZONE_ID"),
  },
  {
    "terraform-cloudflare", TLSRPT_EXPORT_CODE, N_("Terraform: Cloudflare"), "tf",
    "resource \"cloudflare_dns_record\" \"@domain:label@\" {\n"
    "  zone_id = \"ZONE_ID\"\n"
    "  name    = @name:hcl@\n"
    "  type    = \"TXT\"\n"
    "  ttl     = @ttl@\n"
    "  content = @value:txt:hcl@\n"
    "}\n",
    N_("For version 5 of the provider; put the ID of your zone in place of ZONE_ID"),
  },
  {
    "terraform-google", TLSRPT_EXPORT_CODE, N_("Terraform: Google Cloud DNS"), "tf",
    "resource \"google_dns_record_set\" \"@domain:label@\" {\n"
    "  managed_zone = \"ZONE\"\n"
    "  name         = \"@name@.\"\n"
    "  type         = \"TXT\"\n"
    "  ttl          = @ttl@\n"
    "  rrdatas      = [@value:txt:hcl@]\n"
    "}\n",
    N_("Put the name of your managed zone in place of ZONE"),
  },
  {
    "terraform-azurerm", TLSRPT_EXPORT_CODE, N_("Terraform: Azure DNS"), "tf",
    "resource \"azurerm_dns_txt_record\" \"@domain:label@\" {\n"
    "  resource_group_name = \"RESOURCE_GROUP\"\n"
    "  zone_name           = @zone:hcl@\n"
    "  name                = @relative:hcl@\n"
    "  ttl                 = @ttl@\n"
    "\n"
    "  record {\n"
    "    value = @value:hcl@\n"
    "  }\n"
    "}\n",
    N_("Put the name of your resource group in place of RESOURCE_GROUP"),
  },
  {
    "value", TLSRPT_EXPORT_PLAIN, N_("Value"), "txt",
    "@value@\n",
    NULL,
  },
  {
    "name", TLSRPT_EXPORT_PLAIN, N_("Name"), "txt",
    "@name@\n",
    NULL,
  },
};

gsize
tlsrpt_export_get_n_formats (void)
{
  return G_N_ELEMENTS (formats);
}

/**
 * tlsrpt_export_get_format:
 * @position: from 0
 *
 * Gets a format; those of a group stand together.
 *
 * Returns: the format
 */
const TlsrptExportFormat *
tlsrpt_export_get_format (gsize position)
{
  g_return_val_if_fail (position < G_N_ELEMENTS (formats), NULL);

  return &formats[position];
}
