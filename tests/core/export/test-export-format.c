/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export-example.h"
#include "tlsrpt-paste.h"

#include <string.h>

#define V EXPORT_EXAMPLE_VALUE

/* The value of more than one string, as each tool wants it. */
static void
test_long (void)
{
  g_autofree char *first = g_strnfill (255, 'a');
  g_autofree char *value = g_strconcat (first, "b", NULL);
  TlsrptExportRecord record = export_example;
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
      g_autofree char *text = export_example_write (cases[i].key, &record);
      g_autofree char *expected = g_strconcat (cases[i].before, first, cases[i].between, "b",
                                               cases[i].after, NULL);

      if (strstr (text, expected) == NULL)
        g_test_message ("%s: %s", cases[i].key, text);
      g_assert_nonnull (strstr (text, expected));
    }
}

static void
test_duration (void)
{
  const struct
  {
    guint       ttl;
    const char *duration;
  } cases[] = {
    { 0, "0s" }, { 1, "1s" }, { 60, "1m" }, { 90, "90s" }, { 3600, "1h" }, { 5400, "90m" },
    { 86400, "1d" }, { 2147483647, "2147483647s" },
  };
  TlsrptExportRecord record = export_example;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *expected = g_strdup_printf ("TTL(\"%s\")", cases[i].duration);

      record.ttl = cases[i].ttl;
      text = export_example_write ("dnscontrol", &record);
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

      text = export_example_write (key, &export_example);
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
  TlsrptExportRecord record = export_example;

  record.value = value;
  text = export_example_write ("terraform-aws", &record);
  g_assert_nonnull (strstr (text, expected));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-format/long", test_long);
  g_test_add_func ("/export-format/duration", test_duration);
  g_test_add_func ("/export-format/paste", test_paste);
  g_test_add_func ("/export-format/pieces", test_pieces);

  return g_test_run ();
}
