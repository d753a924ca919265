/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-error.h"
#include "tlsrpt-export-format.h"
#include "tlsrpt-paste.h"

#include <string.h>

#define V "v=TLSRPTv1; rua=mailto:tlsrpt@example.com,https://tlsrpt.example.net/v1/report"

static const TlsrptExportRecord example = {
  "_smtp._tls.example.com", "_smtp._tls", "example.com", 86400, V
};

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

static char *
export (const char               *key,
        const TlsrptExportRecord *record)
{
  const TlsrptExportFormat *format = tlsrpt_export_format_find (key);
  GString *text = g_string_new (NULL);

  g_assert_nonnull (format);
  tlsrpt_export_format_append (format, record, 1, text);

  return g_string_free (text, FALSE);
}

static void
test_example (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *text = export (lines[i].key, &example);

      if (strstr (text, lines[i].line) == NULL)
        g_test_message ("%s: %s", lines[i].key, text);
      g_assert_nonnull (strstr (text, lines[i].line));
    }
}

/* The value of more than one string, as each tool wants it. */
static void
test_long (void)
{
  g_autofree char *first = g_strnfill (255, 'a');
  g_autofree char *value = g_strconcat (first, "b", NULL);
  TlsrptExportRecord record = example;
  const struct
  {
    const char *key;
    const char *before;
    const char *between;
    const char *after;
  } cases[] = {
    { "zone", "TXT ( \"", "\" \"", "\" )\n" },
    { "nsupdate", "TXT \"", "\" \"", "\"\n" },
    { "knotc", "TXT '\"", "\" \"", "\"'\n" },
    { "pdnsutil", "86400 '\"", "\" \"", "\"'\n" },
    { "cloudflare", "\"\\\"", "\\\" \\\"", "\\\"\"" },
    { "route53", "\"\\\"", "\\\" \\\"", "\\\"\"" },
    { "gcloud", "add '\"", "\" \"", "\"' " },
    { "azure", "--value ", "", "\n" },
    { "doctl", "--record-data ", "", " " },
    { "hcloud", "--record '\"", "\" \"", "\"' " },
    { "dnscontrol", ", \"", "", "\", " },
    { "octodns", "value: '", "", "'\n" },
    { "terraform-aws", "[\"", "\\\"\\\"", "\"]" },
    { "terraform-cloudflare", "\"\\\"", "\\\" \\\"", "\\\"\"" },
    { "terraform-google", "[\"\\\"", "\\\" \\\"", "\\\"\"]" },
    { "terraform-azurerm", "\"", "", "\"" },
    { "value", "", "", "\n" },
  };

  record.value = value;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = export (cases[i].key, &record);
      g_autofree char *expected = g_strconcat (cases[i].before, first, cases[i].between, "b",
                                               cases[i].after, NULL);

      if (strstr (text, expected) == NULL)
        g_test_message ("%s: %s", cases[i].key, text);
      g_assert_nonnull (strstr (text, expected));
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
      g_assert_cmpstr (tlsrpt_export_format_get_extension (format), !=, "");
      g_assert_cmpint (tlsrpt_export_format_is_json (format), ==,
                       g_str_equal (tlsrpt_export_format_get_key (format), "json"));

      if (!tlsrpt_export_format_is_json (format))
        {
          g_autofree char *text = export (tlsrpt_export_format_get_key (format), &example);

          g_assert_true (g_str_has_suffix (text, "\n"));
          g_assert_true (g_str_is_ascii (text));
        }

      if (tlsrpt_export_format_get_note (format) != NULL)
        g_assert_false (g_str_has_suffix (tlsrpt_export_format_get_note (format), "."));

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

static void
test_ttl (void)
{
  const struct
  {
    guint       ttl;
    const char *duration;
  } cases[] = {
    { 0, "0s" }, { 1, "1s" }, { 60, "1m" }, { 90, "90s" }, { 3600, "1h" }, { 5400, "90m" },
    { 86400, "1d" }, { 2147483647, "2147483647s" },
  };
  TlsrptExportRecord record = example;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *expected = g_strdup_printf ("TTL(\"%s\")", cases[i].duration);

      record.ttl = cases[i].ttl;
      text = export ("dnscontrol", &record);
      g_assert_nonnull (strstr (text, expected));
    }
}

/* What was exported can be imported. */
static void
test_paste (void)
{
  for (gsize i = 0; i < tlsrpt_export_format_count (); i++)
    {
      const char *key = tlsrpt_export_format_get_key (tlsrpt_export_format_at (i));
      g_autofree char *text = NULL;
      g_autoptr (GPtrArray) records = NULL;
      gboolean found = FALSE;

      if (g_str_equal (key, "name") || g_str_equal (key, "json"))
        continue;

      text = export (key, &example);
      records = tlsrpt_paste_read (text, strlen (text), NULL);
      g_assert_nonnull (records);

      for (guint j = 0; j < records->len; j++)
        {
          TlsrptPasted *record = g_ptr_array_index (records, j);

          found |= g_str_equal (record->text->str, V);
        }

      if (!found)
        g_test_message ("%s: %s", key, text);
      g_assert_true (found);
    }
}

/* The provider for Route 53 puts quotation marks around what it is given. */
static void
test_pieces (void)
{
  g_autofree char *first = g_strnfill (254, 'a');
  g_autofree char *value = g_strconcat (first, "\"\\b", NULL);
  g_autofree char *expected = g_strconcat ("[\"", first, "\\\\\\\"\\\"\\\"\\\\\\\\b\"]", NULL);
  g_autofree char *text = NULL;
  TlsrptExportRecord record = example;

  record.value = value;
  text = export ("terraform-aws", &record);
  g_assert_nonnull (strstr (text, expected));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-format/example", test_example);
  g_test_add_func ("/export-format/long", test_long);
  g_test_add_func ("/export-format/formats", test_formats);
  g_test_add_func ("/export-format/ttl", test_ttl);
  g_test_add_func ("/export-format/paste", test_paste);
  g_test_add_func ("/export-format/pieces", test_pieces);

  return g_test_run ();
}
