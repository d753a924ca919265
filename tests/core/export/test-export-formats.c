/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export-example.h"
#include "sentence.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"

#include <string.h>

#define V EXPORT_EXAMPLE_VALUE

/* A line that must be in the export of the example. */
static const struct
{
  const char *key;
  const char *line;
} lines[] = {
  { "zone", "_smtp._tls.example.com. 86400 IN TXT \"" V "\"\n" },
  { "nsupdate", "zone example.com.\nupdate delete _smtp._tls.example.com. TXT\n"
    "update add _smtp._tls.example.com. 86400 IN TXT \"" V "\"\nsend\n" },
  { "knotc", "knotc zone-begin example.com\n" },
  { "knotc", "\nknotc zone-unset example.com _smtp._tls TXT\n"
    "knotc zone-set example.com _smtp._tls 86400 TXT '\"" V "\"'\nknotc zone-commit example.com\n" },
  { "pdnsutil", "\npdnsutil replace-rrset example.com _smtp._tls TXT 86400 '\"" V "\"'\n" },
  { "pdnsutil",
    "\npdnsutil rrset replace example.com. _smtp._tls.example.com. TXT 86400 '\"" V "\"'\n" },
  { "cloudflare", "\n  \"name\": \"_smtp._tls.example.com\",\n  \"content\": \"\\\"" V "\\\"\",\n"
    "  \"ttl\": 86400\n" },
  { "route53", "aws route53 change-resource-record-sets " },
  { "route53", "\n        \"Name\": \"_smtp._tls.example.com\",\n" },
  { "route53", "\n            \"Value\": \"\\\"" V "\\\"\"\n" },
  { "gcloud", "\ngcloud dns record-sets transaction add '\"" V "\"' --name=_smtp._tls.example.com. "
    "--ttl=86400 --type=TXT --zone=ZONE\n" },
  { "azure", "\naz network dns record-set txt create -g RESOURCE_GROUP -z example.com -n _smtp._tls "
    "--ttl 86400\naz network dns record-set txt add-record -g RESOURCE_GROUP -z example.com "
    "-n _smtp._tls --value '" V "'\n" },
  { "doctl", "doctl compute domain records create example.com --record-type TXT --record-name "
    "_smtp._tls --record-data '" V "' --record-ttl 86400\n" },
  { "hcloud", "hcloud zone rrset create --name _smtp._tls --type TXT --ttl 86400 --record '\"" V
    "\"' example.com\n" },
  { "dnscontrol", "TXT(\"_smtp._tls\", \"" V "\", TTL(\"1d\")),\n" },
  { "octodns", "_smtp._tls:\n  ttl: 86400\n  type: TXT\n  value: v=TLSRPTv1\\; rua=mailto:" },
  { "terraform-aws", "resource \"aws_route53_record\" \"tlsrpt_example_com\" {\n" },
  { "terraform-aws", "\n  name    = \"_smtp._tls.example.com\"\n" },
  { "terraform-aws", "\n  records = [\"" V "\"]\n" },
  { "terraform-cloudflare", "\n  content = \"\\\"" V "\\\"\"\n" },
  { "terraform-google", "\n  name         = \"_smtp._tls.example.com.\"\n" },
  { "terraform-google", "\n  rrdatas      = [\"\\\"" V "\\\"\"]\n" },
  { "terraform-azurerm", "\n  zone_name           = \"example.com\"\n"
    "  name                = \"_smtp._tls\"\n" },
  { "terraform-azurerm", "\n    value = \"" V "\"\n" },
  { "value", V "\n" },
  { "name", "_smtp._tls.example.com\n" },
};

static void
test_example (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *text = export_example_write (lines[i].key, &export_example);

      if (strstr (text, lines[i].line) == NULL)
        g_test_message ("%s: %s", lines[i].key, text);
      g_assert_nonnull (strstr (text, lines[i].line));
    }
}

/* Each format has a line, except JSON and the web forms, which have tests of their own. */
static void
test_lines (void)
{
  for (gsize i = 0; i < tlsrpt_export_format_count (); i++)
    {
      const TlsrptExportFormat *format = tlsrpt_export_format_at (i);
      gboolean has_line = tlsrpt_export_format_is_json (format) ||
                          tlsrpt_export_format_get_panel (format) != NULL;

      for (gsize j = 0; j < G_N_ELEMENTS (lines) && !has_line; j++)
        has_line = g_str_equal (lines[j].key, tlsrpt_export_format_get_key (format));

      if (!has_line)
        g_test_fail_printf ("%s has no line in this test", tlsrpt_export_format_get_key (format));
    }
}

static void
test_formats (void)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_groups = 0;
  int group = -1;

  for (gsize i = 0; i < tlsrpt_export_format_count (); i++)
    {
      const TlsrptExportFormat *format = tlsrpt_export_format_at (i);

      g_assert_true (g_hash_table_add (keys, (gpointer) tlsrpt_export_format_get_key (format)));
      g_assert_true (tlsrpt_export_format_find (tlsrpt_export_format_get_key (format)) == format);
      g_assert_cmpstr (tlsrpt_export_format_get_title (format), !=, "");
      g_assert_nonnull (tlsrpt_export_format_get_words (format));
      g_assert_cmpstr (tlsrpt_export_format_get_words (format), !=, "");
      g_assert_cmpstr (tlsrpt_export_format_get_extension (format), !=, "");
      g_assert_cmpint (tlsrpt_export_format_is_json (format), ==,
                       g_str_equal (tlsrpt_export_format_get_key (format), "json"));

      if (!tlsrpt_export_format_is_json (format))
        {
          g_autofree char *text = export_example_write (tlsrpt_export_format_get_key (format), &export_example);

          g_assert_true (g_str_has_suffix (text, "\n"));
          g_assert_true (g_str_is_ascii (text) || tlsrpt_export_format_get_panel (format) != NULL);
        }

      if (tlsrpt_export_format_get_note (format) != NULL)
        g_assert_true (sentence_ends_well (tlsrpt_export_format_get_note (format)));

      /* Those of a group stand together. */
      if ((int) tlsrpt_export_format_get_group (format) != group)
        {
          group = tlsrpt_export_format_get_group (format);
          n_groups++;
          g_assert_nonnull (tlsrpt_export_group_get_title (group));
        }
    }

  g_assert_cmpuint (n_groups, ==, 4);
  g_assert_null (tlsrpt_export_format_find ("no-such-format"));
}

/* What a person has to fill in is named in the note. */
static void
test_blanks (void)
{
  static const char *const blanks[] = { "RESOURCE_GROUP", "ZONE", "ZONE_ID" };

  for (gsize i = 0; i < tlsrpt_export_format_count (); i++)
    {
      const TlsrptExportFormat *format = tlsrpt_export_format_at (i);
      const char *note = tlsrpt_export_format_get_note (format);
      g_autofree char *text = NULL;
      g_auto (GStrv) words = NULL;

      if (tlsrpt_export_format_is_json (format))
        continue;

      text = export_example_write (tlsrpt_export_format_get_key (format), &export_example);
      words = g_strsplit_set (text, " =/\"\n", -1);
      for (gsize j = 0; j < G_N_ELEMENTS (blanks); j++)
        {
          g_autofree char *pattern = g_strconcat ("\\b", blanks[j], "\\b", NULL);

          if (g_strv_contains ((const char *const *) words, blanks[j]))
            g_assert_true (g_regex_match_simple (pattern, note, 0, 0));
        }
    }
}

/* What each service takes. */
static const struct
{
  const char *key;
  guint       ttl;
  gboolean    is_taken;
} ttls[] = {
  { "cloudflare", 0, FALSE },
  { "cloudflare", 1, TRUE },
  { "cloudflare", 2, FALSE },
  { "cloudflare", 59, FALSE },
  { "cloudflare", 60, TRUE },
  { "cloudflare", 86400, TRUE },
  { "cloudflare", 86401, FALSE },
  { "terraform-cloudflare", 30, FALSE },
  { "terraform-cloudflare", 1, TRUE },
  { "hcloud", 59, FALSE },
  { "hcloud", 1, FALSE },
  { "hcloud", TLSRPT_LIMIT_TTL, TRUE },
  { "doctl", 29, FALSE },
  { "doctl", 1, FALSE },
  { "doctl", 30, TRUE },
  { "azure", 0, FALSE },
  { "azure", 1, TRUE },
  { "zone", 0, TRUE },
  { "zone", TLSRPT_LIMIT_TTL, TRUE },
  { "json", 0, TRUE },
};

static void
test_ttl (void)
{
  TlsrptExportRecord record = export_example;

  for (gsize i = 0; i < G_N_ELEMENTS (ttls); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean is_taken;

      g_test_message ("%s %u", ttls[i].key, ttls[i].ttl);
      record.ttl = ttls[i].ttl;
      is_taken = tlsrpt_export_format_check (tlsrpt_export_format_find (ttls[i].key), &record,
                                             &error);

      g_assert_cmpint (is_taken, ==, ttls[i].is_taken);
      if (!is_taken)
        g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_TTL);
    }
}

/* The longest values that providers take, less than DNS does.  All count quotation
 * marks, those between strings, too. */
static const struct
{
  const char *key;
  gsize       length;
} lengths[] = {
  { "cloudflare", 2048 - (8 * 3 - 1) },
  { "doctl", 512 - (2 * 3 - 1) },
  { "route53", 4000 - (16 * 3 - 1) },
  { "terraform-aws", 4000 - (16 * 3 - 1) },
  { "terraform-cloudflare", 2048 - (8 * 3 - 1) },
};

static void
test_length (void)
{
  TlsrptExportRecord record = export_example;

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      const TlsrptExportFormat *format = tlsrpt_export_format_find (lengths[i].key);
      g_autofree char *value = g_strnfill (lengths[i].length + 1, 'a');
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", lengths[i].key);
      record.value = value + 1;
      g_assert_true (tlsrpt_export_format_check (format, &record, &error));
      g_assert_no_error (error);

      record.value = value;
      g_assert_false (tlsrpt_export_format_check (format, &record, &error));
      g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_TOO_LONG);
    }
}

/* Where nobody knows of a limit, DNS is the limit. */
static void
test_no_length (void)
{
  g_autofree char *value = g_strnfill (TLSRPT_LIMIT_VALUE, 'a');
  TlsrptExportRecord record = export_example;

  record.value = value;
  g_assert_true (tlsrpt_export_format_check (tlsrpt_export_format_find ("azure"), &record, NULL));
  g_assert_true (tlsrpt_export_format_check (tlsrpt_export_format_find ("zone"), &record, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-formats/example", test_example);
  g_test_add_func ("/export-formats/lines", test_lines);
  g_test_add_func ("/export-formats/formats", test_formats);
  g_test_add_func ("/export-formats/blanks", test_blanks);
  g_test_add_func ("/export-formats/ttl", test_ttl);
  g_test_add_func ("/export-formats/length", test_length);
  g_test_add_func ("/export-formats/no-length", test_no_length);

  return g_test_run ();
}
