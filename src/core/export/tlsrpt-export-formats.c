/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-export-format-private.h"

#include <glib/gi18n-lib.h>

/* ZONE_ID and its like are for the person to fill in. */
static const TlsrptExportFormat formats[] = {
  {
    .key = "zone",
    .group = TLSRPT_EXPORT_SERVER,
    .title = N_("Zone File (BIND, NSD, Knot)"),
    .words = "BIND9 named NSD Knot DNS Windows DNS Server zonefile text file",
    .extension = "zone",
    .comment = ";",
    .template = "@name@. @ttl@ IN TXT @value:zone@\n",
  },
  {
    .key = "nsupdate",
    .group = TLSRPT_EXPORT_SERVER,
    .title = N_("Dynamic Update (nsupdate)"),
    .words = "BIND9 RFC 2136 DDNS TSIG knsupdate",
    .extension = "nsupdate",
    .comment = ";",
    .template =
      "zone @zone@.\n"
      "update delete @name@. TXT\n"
      "update add @name@. @ttl@ IN TXT @value:txt@\n"
      "send\n",
    .note = N_("The update replaces all TXT records with this name"),
  },
  {
    .key = "knotc",
    .group = TLSRPT_EXPORT_SERVER,
    .title = N_("Knot DNS (knotc)"),
    .words = "CZ.NIC",
    .extension = "sh",
    .comment = "#",
    .template =
      "knotc zone-begin @zone:sh@\n"
      "# Leave out the next line if there is no record yet\n"
      "knotc zone-unset @zone:sh@ @relative:sh@ TXT\n"
      "knotc zone-set @zone:sh@ @relative:sh@ @ttl@ TXT @value:txt:sh@\n"
      "knotc zone-commit @zone:sh@\n",
    .note = N_("These commands replace all TXT records with this name; “zone-unset” fails if there "
               "is none"),
  },
  {
    .key = "pdnsutil",
    .group = TLSRPT_EXPORT_SERVER,
    .title = N_("PowerDNS (pdnsutil)"),
    .words = "pdns pdns_server",
    .extension = "sh",
    .comment = "#",
    .template =
      "# PowerDNS up to 4.9\n"
      "pdnsutil replace-rrset @zone:sh@ @relative:sh@ TXT @ttl@ @value:txt:sh@\n"
      "# PowerDNS from 5.0\n"
      "pdnsutil rrset replace @zone:sh@. @name:sh@. TXT @ttl@ @value:txt:sh@\n",
    .note = N_("Use the command for your version. It replaces all TXT records with this name."),
  },
  {
    .key = "cloudflare",
    .group = TLSRPT_EXPORT_PROVIDER,
    .provider = "cloudflare",
    .title = N_("Cloudflare (API)"),
    .words = "CF API curl",
    .extension = "json",
    .template =
      "{\n"
      "  \"type\": \"TXT\",\n"
      "  \"name\": @name:json@,\n"
      "  \"content\": @value:txt:json@,\n"
      "  \"ttl\": @ttl@\n"
      "}\n",
    .note = N_("Send each object as a POST to “/zones/ZONE_ID/dns_records”. If a record already "
               "exists, this adds a second one."),
    .min_ttl = 60,
    .max_ttl = 86400,
    .automatic_ttl = TRUE,
    .max_quoted = 2048,
  },
  {
    .key = "route53",
    .group = TLSRPT_EXPORT_PROVIDER,
    .provider = "route53",
    .title = N_("Amazon Route 53 (aws)"),
    .words = "AWS Amazon Web Services Route53 R53",
    .extension = "sh",
    .comment = "#",
    .template =
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
    .note = N_("“UPSERT” replaces all TXT records with this name. Replace ZONE_ID with your zone "
               "ID."),
    .max_quoted = 4000,
  },
  {
    .key = "gcloud",
    .group = TLSRPT_EXPORT_PROVIDER,
    .title = N_("Google Cloud DNS (gcloud)"),
    .words = "GCP Google Domains",
    .extension = "sh",
    .comment = "#",
    .template =
      "gcloud dns record-sets transaction start --zone=ZONE\n"
      "gcloud dns record-sets transaction add @value:txt:sh@ --name=@name:sh@. --ttl=@ttl@ "
        "--type=TXT --zone=ZONE\n"
      "gcloud dns record-sets transaction execute --zone=ZONE\n",
    .note = N_("If a record already exists, remove it in the same transaction. Replace ZONE with "
               "the name of your managed zone."),
  },
  {
    .key = "azure",
    .group = TLSRPT_EXPORT_PROVIDER,
    .provider = "azure",
    .title = N_("Azure DNS (az)"),
    .words = "Microsoft Azure CLI",
    .extension = "sh",
    .comment = "#",
    .template =
      "# If there is a record, remove it first:\n"
      "# az network dns record-set txt delete -g RESOURCE_GROUP -z @zone:sh@ -n @relative:sh@ --yes\n"
      "az network dns record-set txt create -g RESOURCE_GROUP -z @zone:sh@ -n @relative:sh@ "
        "--ttl @ttl@\n"
      "az network dns record-set txt add-record -g RESOURCE_GROUP -z @zone:sh@ -n "
        "@relative:sh@ --value @value:sh@\n",
    .note = N_("If the record set exists, “add-record” adds a second value, and senders then "
               "ignore both. Replace RESOURCE_GROUP with the name of your resource group."),
    .min_ttl = 1,
  },
  {
    .key = "doctl",
    .group = TLSRPT_EXPORT_PROVIDER,
    .title = N_("DigitalOcean (doctl)"),
    .words = "Digital Ocean",
    .extension = "sh",
    .comment = "#",
    .template =
      "doctl compute domain records create @zone:sh@ --record-type TXT --record-name "
        "@relative:sh@ --record-data @value:sh@ --record-ttl @ttl@\n",
    .note = N_("If a record already exists, the command adds a second one, and senders then ignore "
               "both"),
    .min_ttl = 30,
    .max_quoted = 512,
  },
  {
    .key = "hcloud",
    .group = TLSRPT_EXPORT_PROVIDER,
    .title = N_("Hetzner (hcloud)"),
    .words = "Hetzner Cloud DNS Console",
    .extension = "sh",
    .comment = "#",
    .template =
      "hcloud zone rrset create --name @relative:sh@ --type TXT --ttl @ttl@ --record "
        "@value:txt:sh@ @zone:sh@\n",
    .note = N_("The command fails if a record already exists"),
    .min_ttl = 60,
  },
  {
    .key = "dnscontrol",
    .group = TLSRPT_EXPORT_CODE,
    .title = N_("DNSControl"),
    .words = "StackExchange dnsconfig.js JavaScript",
    .extension = "js",
    .comment = "//",
    .template = "TXT(@relative:js@, @value:js@, TTL(@ttl:duration:js@)),\n",
    .note = N_("Add this line to D() for your zone"),
  },
  {
    .key = "octodns",
    .group = TLSRPT_EXPORT_CODE,
    .title = N_("octoDNS"),
    .words = "GitHub YAML",
    .extension = "yaml",
    .comment = "#",
    .separator = "---\n",
    .template =
      "@relative:yaml@:\n"
      "  ttl: @ttl@\n"
      "  type: TXT\n"
      "  value: @value:octodns:yaml@\n",
    .note = N_("Add this to the YAML file of your zone"),
  },
  {
    .key = "terraform-aws",
    .group = TLSRPT_EXPORT_CODE,
    .title = N_("Terraform: Amazon Route 53"),
    .words = "OpenTofu HCL AWS Amazon Web Services Route53",
    .extension = "tf",
    .comment = "#",
    .template =
      "resource \"aws_route53_record\" \"@domain:label@\" {\n"
      "  zone_id = \"ZONE_ID\"\n"
      "  name    = @name:hcl@\n"
      "  type    = \"TXT\"\n"
      "  ttl     = @ttl@\n"
      "  records = [@value:pieces:hcl@]\n"
      "}\n",
    .note = N_("Replace ZONE_ID with your zone ID"),
    .max_quoted = 4000,
  },
  {
    .key = "terraform-cloudflare",
    .group = TLSRPT_EXPORT_CODE,
    .title = N_("Terraform: Cloudflare"),
    .words = "OpenTofu HCL CF",
    .extension = "tf",
    .comment = "#",
    .template =
      "resource \"cloudflare_dns_record\" \"@domain:label@\" {\n"
      "  zone_id = \"ZONE_ID\"\n"
      "  name    = @name:hcl@\n"
      "  type    = \"TXT\"\n"
      "  ttl     = @ttl@\n"
      "  content = @value:txt:hcl@\n"
      "}\n",
    .note = N_("For version 5 of the provider. Replace ZONE_ID with your zone ID."),
    .min_ttl = 60,
    .max_ttl = 86400,
    .automatic_ttl = TRUE,
    .max_quoted = 2048,
  },
  {
    .key = "terraform-google",
    .group = TLSRPT_EXPORT_CODE,
    .title = N_("Terraform: Google Cloud DNS"),
    .words = "OpenTofu HCL GCP",
    .extension = "tf",
    .comment = "#",
    .template =
      "resource \"google_dns_record_set\" \"@domain:label@\" {\n"
      "  managed_zone = \"ZONE\"\n"
      "  name         = @name:absolute:hcl@\n"
      "  type         = \"TXT\"\n"
      "  ttl          = @ttl@\n"
      "  rrdatas      = [@value:txt:hcl@]\n"
      "}\n",
    .note = N_("Replace ZONE with the name of your managed zone"),
  },
  {
    .key = "terraform-azurerm",
    .group = TLSRPT_EXPORT_CODE,
    .title = N_("Terraform: Azure DNS"),
    .words = "OpenTofu HCL Microsoft",
    .extension = "tf",
    .comment = "#",
    .template =
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
    .note = N_("Replace RESOURCE_GROUP with the name of your resource group"),
    .min_ttl = 1,
  },
  {
    .key = "json",
    .group = TLSRPT_EXPORT_PLAIN,
    .title = N_("JSON"),
    .words = "script program API",
    .extension = "json",
  },
  {
    .key = "value",
    .group = TLSRPT_EXPORT_PLAIN,
    .title = N_("Value"),
    .words = "TXT content data rdata text",
    .extension = "txt",
    .template = "@value@\n",
  },
  {
    .key = "name",
    .group = TLSRPT_EXPORT_PLAIN,
    .title = N_("Name"),
    .words = "host owner label",
    .extension = "txt",
    .template = "@name@\n",
  },
};

/* What is in the list of formats: those above, and a web form for each provider. */
static GPtrArray *all;

/* A web form has what its provider says of it. */
static const TlsrptExportFormat *
new_panel (const TlsrptProvider *provider)
{
  TlsrptExportFormat *format = g_new0 (TlsrptExportFormat, 1);

  format->key = g_strconcat (TLSRPT_EXPORT_PANEL_PREFIX, provider->id, NULL);
  format->group = TLSRPT_EXPORT_PROVIDER;
  format->title = provider->title;
  format->words = g_strjoin (" ", "control panel website", provider->words, NULL);
  format->extension = "txt";
  format->comment = "#";
  format->note = N_("If the form already lists a TXT record with this name, edit it. Senders "
                    "ignore both if there are two.");
  format->panel = provider;

  return format;
}

static gboolean
has_other_format (const TlsrptProvider *provider)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_strcmp0 (formats[i].provider, provider->id) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The web form of a provider comes before what its programs read.  Those of providers that
 * have nothing else come after the last program. */
static gpointer
list_all (gpointer data)
{
  all = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (formats[i].provider != NULL)
        g_ptr_array_add (all, (gpointer) new_panel (tlsrpt_provider_find (formats[i].provider)));

      g_ptr_array_add (all, (gpointer) &formats[i]);

      if (formats[i].group != TLSRPT_EXPORT_PROVIDER ||
          formats[i + 1].group == TLSRPT_EXPORT_PROVIDER)
        continue;

      for (gsize j = 0; j < tlsrpt_provider_count (); j++)
        {
          if (!has_other_format (tlsrpt_provider_at (j)))
            g_ptr_array_add (all, (gpointer) new_panel (tlsrpt_provider_at (j)));
        }
    }

  return NULL;
}

static GPtrArray *
get_all (void)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, list_all, NULL);

  return all;
}

gsize
tlsrpt_export_format_count (void)
{
  return get_all ()->len;
}

/**
 * tlsrpt_export_format_at:
 * @position: from 0
 *
 * Gets a format; those of a group stand together, and so do those of a provider.
 *
 * Returns: the format
 */
const TlsrptExportFormat *
tlsrpt_export_format_at (gsize position)
{
  g_return_val_if_fail (position < get_all ()->len, NULL);

  return g_ptr_array_index (get_all (), position);
}
