/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export-example.h"
#include "sentence.h"
#include "tlsrpt-domain.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-panel.h"

#include <string.h>

#define V EXPORT_EXAMPLE_VALUE
#define NAME "_smtp._tls"

/* A name server of each provider, and what its form takes for the example. */
static const struct
{
  const char *id;
  const char *server;
  const char *text;
} rows[] = {
  { "allinkl", "ns5.kasserver.com", "Type: TXT\nName: " NAME "\nData: " V "\n" },
  { "azure", "ns1-32.azure-dns.com",
    "Type: TXT\nName: " NAME "\nValue: " V "\nTTL: 24\nTTL unit: Hours\n" },
  { "cloudflare", "dee.ns.cloudflare.com",
    "Type: TXT\nName: " NAME "\nContent: " V "\nTTL: 1 day\n" },
  { "desec", "ns1.desec.io", "Record Set Type: TXT\nSubname: " NAME
    "\nRecord Set Content: \"" V "\"\nTTL: 86400\n" },
  { "dnsmadeeasy", "ns10.dnsmadeeasy.com",
    "Type: TXT\nName: " NAME "\nValue: \"" V "\"\nTTL: 86400\n" },
  { "dnsimple", "ns2.dnsimple-edge.net", "Type: TXT\nName: " NAME "\nContent: " V "\n" },
  { "godaddy", "ns41.domaincontrol.com",
    "Type: TXT\nName: " NAME "\nValue: " V "\nTTL: 1 day\n" },
  { "ionos", "ns1045.ui-dns.de",
    "Type: TXT\nHost Name: " NAME "\nValue: " V "\nTTL: 1 day\n" },
  { "ionoscloud", "ns-ic.ui-dns.org",
    "Type: TXT\nName: " NAME "\nContent: " V "\nTTL: 86400\n" },
  { "ovh", "dns108.ovh.net", "Type: TXT\nSub-domain: " NAME "\nTarget: " V "\n" },
  { "route53", "ns-2048.awsdns-64.com", "Record type: TXT\nRecord name: " NAME
    "\nValue: \"" V "\"\nTTL (seconds): 86400\n" },
  { "strato", "shades01.rzone.de", "Typ: TXT\nPräfix: " NAME "\nWert: " V "\n" },
};

static char *
write_panel (const char               *id,
             const TlsrptExportRecord *record)
{
  GString *text = g_string_new (NULL);

  tlsrpt_panel_append (tlsrpt_provider_find (id), record, text);

  return g_string_free (text, FALSE);
}

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = write_panel (rows[i].id, &export_example);

      g_assert_cmpstr (text, ==, rows[i].text);
      g_assert_true (tlsrpt_provider_match_host (rows[i].server) ==
                     tlsrpt_provider_find (rows[i].id));
    }
}

/* Each provider has a row, and says where and when it was looked up. */
static void
test_providers (void)
{
  const char *last = "";

  for (gsize i = 0; i < tlsrpt_provider_count (); i++)
    {
      const TlsrptProvider *provider = tlsrpt_provider_at (i);
      g_autoptr (GDateTime) date = NULL;
      g_autofree char *midnight = g_strconcat (provider->verified, "T00:00:00Z", NULL);
      g_autofree char *title = g_utf8_casefold (provider->title, -1);
      gboolean has_row = FALSE;

      for (gsize j = 0; j < G_N_ELEMENTS (rows); j++)
        has_row |= g_str_equal (rows[j].id, provider->id);
      if (!has_row)
        g_test_fail_printf ("%s has no row in this test", provider->id);

      g_assert_true (provider->id[strspn (provider->id, G_CSET_a_2_z G_CSET_DIGITS)] == '\0');
      g_assert_true (tlsrpt_provider_find (provider->id) == provider);
      g_assert_true (g_str_has_prefix (provider->url, "https://"));
      date = g_date_time_new_from_iso8601 (midnight, NULL);
      g_assert_nonnull (date);
      g_assert_nonnull (provider->servers[0]);
      g_assert_null (provider->servers[TLSRPT_PROVIDER_MAX_SERVERS - 1]);
      g_assert_true ((provider->ttl == TLSRPT_PROVIDER_TTL_DEFAULT) ==
                     (provider->ttl_label == NULL));
      g_assert_true ((provider->ttl == TLSRPT_PROVIDER_TTL_UNIT) ==
                     (provider->unit_label != NULL));

      /* In the order of their titles, as people look for them. */
      g_assert_cmpint (g_ascii_strcasecmp (last, title), <, 0);
      last = g_intern_string (title);
    }

  g_assert_null (tlsrpt_provider_find ("no-such-provider"));
}

/* A host that a pattern is meant for. */
static char *
dup_sample (const char *pattern)
{
  g_auto (GStrv) parts = g_strsplit (pattern, "#", -1);

  return g_strjoinv ("07", parts);
}

static void
assert_is_at (const TlsrptProvider *provider,
              const char           *format,
              const char           *sample)
{
  g_auto (GStrv) parts = g_strsplit (format, "*", 2);
  g_autofree char *host = g_strjoinv (sample, parts);
  const TlsrptProvider *found = tlsrpt_provider_match_host (host);

  g_test_message ("%s", host);
  g_assert_true (found == provider);
}

/* Only whole labels count, from the right. */
static void
test_servers (void)
{
  static const char *const others[] = {
    "", ".", "com", "cloudflare.com", "evilcloudflare.com", "ns.evilcloudflare.com",
    "ns.cloudflare.com.example", "ns.cloudflare.com.evil.net", "xns.cloudflare.com",
    "ns-1.awsdns-.com", "ns-1.awsdns-x1.com", "ns-1.awsdns-1x.com", "ns-1.awsdns-1.uk",
    "ns-1.evilawsdns-1.com", "awsdns.com", "nscs.ui-dns.com", "ui-dns.com", "ns.ui-dns.de",
    "mail.kasserver.com", "w01234567.kasserver.com", "ns5.kasserver.com.de",
    "aspmx.l.google.com", "hydrogen.ns.hetzner.com",
  };

  for (gsize i = 0; i < tlsrpt_provider_count (); i++)
    {
      const TlsrptProvider *provider = tlsrpt_provider_at (i);

      for (gsize j = 0; provider->servers[j] != NULL; j++)
        {
          g_autofree char *sample = dup_sample (provider->servers[j]);
          g_autofree char *upper = g_ascii_strup (sample, -1);

          assert_is_at (provider, "*", sample);
          assert_is_at (provider, "a.b.*", sample);
          assert_is_at (provider, "A.*", upper);
          assert_is_at (NULL, "evil*", sample);
          assert_is_at (NULL, "a.evil-*", sample);
          assert_is_at (NULL, "*.example", sample);
          assert_is_at (NULL, "*x", sample);
        }
    }

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_test_message ("%s", others[i]);
      g_assert_null (tlsrpt_provider_match_host (others[i]));
    }
}

/* The zone decides what the short name is. */
static const struct
{
  const char *domain;
  const char *zone;
  const char *name;
} names[] = {
  { "example.com", "example.com", NAME },
  { "mail.example.co.uk", "example.co.uk", NAME ".mail" },
  { "mail.example.co.uk", "mail.example.co.uk", NAME },
  { "a.b.example.com", "b.example.com", NAME ".a" },
  { "xn--bcher-kva.example", "xn--bcher-kva.example", NAME },
};

/* No form gets a name that ends in the zone, to which it would add the zone once more. */
static void
test_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = tlsrpt_domain_to_owner_name (names[i].domain);
      g_autofree char *relative = tlsrpt_domain_to_relative_name (names[i].domain, names[i].zone);
      g_autofree char *doubled = g_strdup_printf ("%s.%s", name, names[i].zone);
      const TlsrptExportRecord record = { name, relative, names[i].zone, 3600, V };

      for (gsize j = 0; j < tlsrpt_provider_count (); j++)
        {
          const TlsrptProvider *provider = tlsrpt_provider_at (j);
          g_autoptr (GPtrArray) steps = tlsrpt_panel_list_steps (provider, &record);
          g_autofree char *text = write_panel (provider->id, &record);
          const TlsrptPanelStep *step = g_ptr_array_index (steps, 1);

          g_assert_cmpstr (step->label, ==, provider->name_label);
          g_assert_cmpstr (step->value, ==, names[i].name);
          g_assert_false (g_str_has_suffix (step->value, names[i].zone));
          g_assert_null (strstr (text, doubled));

          /* The hint names the zone, which may be a guess, and the slip. */
          g_assert_nonnull (strstr (step->hint, names[i].zone));
          g_assert_nonnull (strstr (step->hint, doubled));
          g_assert_true (sentence_ends_well (step->hint));
        }
    }
}

static const struct
{
  const char *id;
  guint       ttl;
  const char *line;
} ttls[] = {
  { "cloudflare", 60, "\nTTL: 1 minute\n" },
  { "cloudflare", 7200, "\nTTL: 2 hours\n" },
  { "cloudflare", 5400, "\nTTL: 90 minutes\n" },
  { "cloudflare", 61, "\nTTL: 61 seconds\n" },
  { "cloudflare", 172800, "\nTTL: 2 days\n" },
  { "cloudflare", 0, "\nTTL: 0 seconds\n" },
  { "azure", 5400, "\nTTL: 5400\nTTL unit: Seconds\n" },
  { "azure", 3600, "\nTTL: 1\nTTL unit: Hours\n" },
  { "azure", 0, "\nTTL: 0\nTTL unit: Seconds\n" },
  { "route53", 300, "\nTTL (seconds): 300\n" },
};

static void
test_ttl (void)
{
  TlsrptExportRecord record = export_example;

  for (gsize i = 0; i < G_N_ELEMENTS (ttls); i++)
    {
      g_autofree char *text = NULL;

      record.ttl = ttls[i].ttl;
      text = write_panel (ttls[i].id, &record);
      g_assert_true (g_str_has_suffix (text, ttls[i].line));
    }
}

/* The longest value that each form takes; those in quotation marks have several strings. */
static const struct
{
  const char *id;
  gsize       length;
} lengths[] = {
  { "azure", 4096 },
  { "cloudflare", 2048 },
  { "dnsmadeeasy", 255 - 2 },
  { "dnsimple", 998 },
  { "godaddy", 1024 },
  { "ovh", 255 },
  { "route53", 4000 - (16 * 3 - 1) },
};

static void
test_length (void)
{
  TlsrptExportRecord record = export_example;

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *value = g_strnfill (lengths[i].length + 1, 'a');
      const TlsrptProvider *provider = tlsrpt_provider_find (lengths[i].id);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", lengths[i].id);
      record.value = value + 1;
      g_assert_true (tlsrpt_panel_check (provider, &record, &error));
      g_assert_no_error (error);

      record.value = value;
      g_assert_false (tlsrpt_panel_check (provider, &record, &error));
      g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_TOO_LONG);
      g_assert_nonnull (strstr (error->message, provider->title));
    }
}

/* A long value is split where the form wants its strings. */
static void
test_strings (void)
{
  g_autofree char *value = g_strnfill (300, 'a');
  g_autofree char *first = g_strnfill (255, 'a');
  g_autofree char *rest = g_strnfill (45, 'a');
  g_autofree char *split = g_strdup_printf ("\nValue: \"%s\" \"%s\"\n", first, rest);
  g_autofree char *whole = g_strdup_printf ("\nContent: %s\n", value);
  g_autofree char *route53 = NULL;
  g_autofree char *cloudflare = NULL;
  TlsrptExportRecord record = export_example;

  record.value = value;
  route53 = write_panel ("route53", &record);
  cloudflare = write_panel ("cloudflare", &record);
  g_assert_nonnull (strstr (route53, split));
  g_assert_nonnull (strstr (cloudflare, whole));
}

/* As a format, it comes before what the programs of its provider read. */
static void
test_formats (void)
{
  const TlsrptExportFormat *panel = tlsrpt_export_format_find ("panel-cloudflare");

  g_assert_nonnull (panel);
  g_assert_true (tlsrpt_export_format_get_panel (panel) == tlsrpt_provider_find ("cloudflare"));
  g_assert_cmpstr (tlsrpt_export_format_get_title (panel), ==, "Cloudflare (web form)");
  g_assert_null (tlsrpt_export_format_get_panel (tlsrpt_export_format_find ("cloudflare")));

  for (gsize i = 0; i < tlsrpt_provider_count (); i++)
    {
      g_autofree char *key = g_strconcat (TLSRPT_EXPORT_PANEL_PREFIX, tlsrpt_provider_at (i)->id,
                                          NULL);

      g_assert_nonnull (tlsrpt_export_format_find (key));
    }

  for (gsize i = 1; i < tlsrpt_export_format_count (); i++)
    {
      const char *key = tlsrpt_export_format_get_key (tlsrpt_export_format_at (i));
      g_autofree char *before = g_strconcat (TLSRPT_EXPORT_PANEL_PREFIX, key, NULL);

      if (tlsrpt_provider_find (key) != NULL)
        g_assert_true (tlsrpt_export_format_at (i - 1) == tlsrpt_export_format_find (before));
    }
}

static void
test_titles (void)
{
  g_autoptr (GPtrArray) providers = g_ptr_array_new ();
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  g_assert_null (tlsrpt_provider_dup_titles (providers));

  g_ptr_array_add (providers, (gpointer) tlsrpt_provider_find ("cloudflare"));
  one = tlsrpt_provider_dup_titles (providers);
  g_assert_cmpstr (one, ==, "Cloudflare");

  g_ptr_array_add (providers, (gpointer) tlsrpt_provider_find ("route53"));
  two = tlsrpt_provider_dup_titles (providers);
  g_assert_cmpstr (two, ==, "Cloudflare and Amazon Route 53");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/panel/rows", test_rows);
  g_test_add_func ("/panel/providers", test_providers);
  g_test_add_func ("/panel/servers", test_servers);
  g_test_add_func ("/panel/names", test_names);
  g_test_add_func ("/panel/ttl", test_ttl);
  g_test_add_func ("/panel/length", test_length);
  g_test_add_func ("/panel/strings", test_strings);
  g_test_add_func ("/panel/formats", test_formats);
  g_test_add_func ("/panel/titles", test_titles);

  return g_test_run ();
}
