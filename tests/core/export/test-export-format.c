/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export-example.h"
#include "tlsrpt-error.h"
#include "tlsrpt-export-format-private.h"
#include "tlsrpt-paste.h"

#include <stdlib.h>
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

/* What a format has no room for. */
static gboolean
has_value (const char *key)
{
  return !g_str_equal (key, "name");
}

static void
assert_reads_back (const char *key,
                   const char *text,
                   const char *value,
                   guint       n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = tlsrpt_paste_read (text, strlen (text), &error);
  guint n_found = 0;

  if (!has_value (key))
    {
      g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_DOMAIN_OWNER_NAME);
      return;
    }

  g_assert_nonnull (records);
  tlsrpt_paste_keep_tlsrpt (records);

  for (guint i = 0; i < records->len; i++)
    {
      const TlsrptPasted *record = g_ptr_array_index (records, i);

      n_found += g_str_equal (record->text->str, value);
    }

  for (guint i = 0; i < records->len; i++)
    {
      if (!tlsrpt_pasted_is_whole (g_ptr_array_index (records, i)))
        g_test_message ("%s: not whole\n%s", key, text);
      g_assert_true (tlsrpt_pasted_is_whole (g_ptr_array_index (records, i)));
    }

  if (n_found != n || records->len != n)
    g_test_message ("%s: %u records\n%s", key, records->len, text);
  g_assert_cmpuint (n_found, ==, n);
  g_assert_cmpuint (records->len, ==, n);

  /* The value alone has no name; the others tell it. */
  for (guint i = 0; i < records->len && !g_str_equal (key, "value"); i++)
    {
      const TlsrptPasted *record = g_ptr_array_index (records, i);

      if (record->name == NULL || !g_str_has_prefix (record->name, "_smtp._tls"))
        g_test_message ("%s: %s\n%s", key, record->name, text);
      g_assert_nonnull (record->name);
      g_assert_true (g_str_has_prefix (record->name, "_smtp._tls"));
      g_assert_cmphex (record->notes & (TLSRPT_PASTE_WRONG_NAME | TLSRPT_PASTE_DOUBLED_NAME), ==,
                       0);
    }
}

/* A value of about as many octets, with what a notation may have to escape. */
static char *
make_value (gsize length)
{
  static const char characters[] = "abcdefghijklmnopqrstuvwxyz0123456789-._~$&'()*+=:@/?%";
  GString *value = g_string_new ("v=TLSRPTv1; rua=mailto:tls-a@example.com,https://r.example/x");

  while (value->len < length)
    {
      int kind = g_test_rand_int_range (0, 30);

      if (kind == 0)
        g_string_append (value, ",mailto:b'c@example.net");
      else if (kind == 1)
        g_string_append (value, ",https://s.example/?q=r&s=");
      else
        g_string_append_c (value, characters[g_test_rand_int_range (0, strlen (characters))]);
    }

  return g_string_free (value, FALSE);
}

/* What was exported can be imported: the same value, and nothing besides. */
static void
test_paste (void)
{
  static const gsize lengths[] = { 0, 200, 254, 255, 256, 300, 510, 511, 700, 1500 };
  const char *rounds = g_getenv ("TLSRPT_TEST_ROUNDS");
  int n_rounds = rounds != NULL ? atoi (rounds) / 19 : 200;

  for (int round = 0; round < n_rounds; round++)
    {
      gsize length = round < (int) G_N_ELEMENTS (lengths) ? lengths[round]
                                                          : (gsize) g_test_rand_int_range (60, 900);
      g_autofree char *value = make_value (length);
      TlsrptExportRecord record = export_example;

      if (round > 0)
        record.value = value;

      for (gsize i = 0; i < tlsrpt_export_format_count (); i++)
        {
          const char *key = tlsrpt_export_format_get_key (tlsrpt_export_format_at (i));
          g_autofree char *text = NULL;

          if (g_str_equal (key, "json"))
            continue;

          text = export_example_write (key, &record);
          assert_reads_back (key, text, record.value, 1);
        }
    }
}

/* Records of two domains in a file stay two. */
static void
test_paste_two (void)
{
  const TlsrptExportRecord records[] = {
    { "_smtp._tls.example.com", "_smtp._tls", "example.com", 86400, V },
    { "_smtp._tls.example.net", "_smtp._tls", "example.net", 86400, V },
  };

  for (gsize i = 0; i < tlsrpt_export_format_count (); i++)
    {
      const TlsrptExportFormat *format = tlsrpt_export_format_at (i);
      const char *key = tlsrpt_export_format_get_key (format);
      g_autoptr (GString) text = g_string_new (NULL);

      /* Those with relative names are alike. */
      if (g_str_equal (key, "json") || g_str_equal (key, "name") || g_str_equal (key, "value") ||
          tlsrpt_export_format_get_panel (format) != NULL ||
          strstr ("knotc azure doctl hcloud dnscontrol octodns terraform-azurerm", key) != NULL)
        continue;

      tlsrpt_export_format_append (format, records, G_N_ELEMENTS (records), text);
      assert_reads_back (key, text->str, V, 2);
    }
}

/* Each format tells the zones of several records, or is known not to. */
static void
test_zones (void)
{
  static const char *const without[] = { "cloudflare", "value", "name", NULL };

  for (gsize i = 0; i < tlsrpt_export_format_count (); i++)
    {
      const TlsrptExportFormat *format = tlsrpt_export_format_at (i);
      const char *key = tlsrpt_export_format_get_key (format);

      g_assert_true ((tlsrpt_export_format_get_zones (format) == TLSRPT_EXPORT_ZONES_NONE) ==
                     g_strv_contains (without, key));
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

static const struct
{
  const char        *template;
  const char        *text;
  TlsrptExportZones  zones;
} templates[] = {
  { "@name@\n", "_smtp._tls.example.com\n", TLSRPT_EXPORT_ZONES_NONE },
  { "@zone:absolute:json@", "\"example.com.\"", TLSRPT_EXPORT_ZONES_INSIDE },
  { "@@", "@", TLSRPT_EXPORT_ZONES_NONE },
  { "a@@b@@@@c", "a@b@@c", TLSRPT_EXPORT_ZONES_NONE },
  { "@@zone@@", "@zone@", TLSRPT_EXPORT_ZONES_NONE },
  { "@@@ttl@@@@zone@@@", "@86400@example.com@", TLSRPT_EXPORT_ZONES_INSIDE },
};

static void
test_templates (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      TlsrptExportFormat format = { .key = "test", .template = templates[i].template };
      g_autoptr (GString) text = g_string_new (NULL);

      tlsrpt_export_format_append (&format, &export_example, 1, text);
      g_assert_cmpstr (text->str, ==, templates[i].text);
      g_assert_cmpint (tlsrpt_export_format_get_zones (&format), ==, templates[i].zones);
    }
}

/* What is wrong with a template, which must name the format and the word. */
static const struct
{
  const char *template;
  const char *message;
} mistakes[] = {
  { "@nmae@", "*Format test: there is no part @nmae@*" },
  { "@value:txt:jsn@", "*Format test: there is no quote :jsn*" },
  { "@name@ a@b", "*Format test: an @ is missing after @b*" },
};

static void
test_mistake (gconstpointer data)
{
  TlsrptExportFormat format = { .key = "test" };
  guint i = GPOINTER_TO_UINT (data);

  if (g_test_subprocess ())
    {
      g_autoptr (GString) text = g_string_new (NULL);

      format.template = mistakes[i].template;
      tlsrpt_export_format_append (&format, &export_example, 1, text);
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr (mistakes[i].message);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-format/long", test_long);
  g_test_add_func ("/export-format/duration", test_duration);
  g_test_add_func ("/export-format/paste", test_paste);
  g_test_add_func ("/export-format/paste-two", test_paste_two);
  g_test_add_func ("/export-format/zones", test_zones);
  g_test_add_func ("/export-format/pieces", test_pieces);
  g_test_add_func ("/export-format/templates", test_templates);

  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/export-format/mistake/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_mistake);
    }

  return g_test_run ();
}
