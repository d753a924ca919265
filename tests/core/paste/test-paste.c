/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-paste.h"

#include <stdlib.h>

#define V "v=TLSRPTv1; rua=mailto:a@b.example"
#define LONG V ",https://c.example/x"
#define NAME "_smtp._tls.example.com"

typedef struct
{
  const char       *name;
  const char       *text;
  const char       *values; /* with “|” between several */
  const char       *form;   /* of the first */
  TlsrptPasteNotes  notes;
  const char       *owner;
  gint64            ttl;
} Case;

static const Case cases[] = {
  { "value", V, V, "value", 0, NULL, -1 },
  { "value-space-around", " \t" V "\n\n", V, "value", 0, NULL, -1 },
  { "value-carriage-return", V "\r\n", V, "value", 0, NULL, -1 },
  { "value-marks", "'" V "'", V, "value", TLSRPT_PASTE_QUOTES, NULL, -1 },
  { "value-code", "`" V "`", V, "value", TLSRPT_PASTE_QUOTES, NULL, -1 },
  { "value-spaced", "v = TLSRPTv1; rua = x", "v = TLSRPTv1; rua = x", "value", 0, NULL, -1 },
  { "value-escapes", "v=TLSRPTv1\\;\\032rua=mailto:a@b.example", V, "value",
    TLSRPT_PASTE_ESCAPES, NULL, -1 },
  { "value-lone-backslash", "v=TLSRPTv1; x=a\\b", "v=TLSRPTv1; x=a\\b", "value", 0, NULL, -1 },
  { "value-broken-at-field", "v=TLSRPTv1;\r\nrua=mailto:a@b.example",
    "v=TLSRPTv1;rua=mailto:a@b.example", "value", TLSRPT_PASTE_LINE_BREAKS, NULL, -1 },
  { "value-broken-at-comma", V ",\n  https://c.example/x", LONG, "value",
    TLSRPT_PASTE_LINE_BREAKS, NULL, -1 },
  { "value-then-sentence", V "\nReplace the address.", V, "value",
    TLSRPT_PASTE_OTHER_LINES, NULL, -1 },
  { "value-then-word", V "\nTest", V, "value", TLSRPT_PASTE_OTHER_LINES, NULL, -1 },
  { "value-then-label", V "\n.test", V, "value", TLSRPT_PASTE_CUT | TLSRPT_PASTE_OTHER_LINES, NULL,
    -1 },
  { "values", V "\n\n" LONG "\n", V "|" LONG, "value", 0, NULL, -1 },
  { "no-version", "rua=mailto:a@b.example", "rua=mailto:a@b.example", "value", 0, NULL, -1 },
  { "nothing-known", " hello\nworld ", "hello\nworld", "value", 0, NULL, -1 },
  { "spf", "v=spf1 -all", "v=spf1 -all", "value", 0, NULL, -1 },
  { "dmarc", "v=DMARC1; p=none", "v=DMARC1; p=none", "value", 0, NULL, -1 },

  { "smart-quotes", "“" V "”", V, "quoted", TLSRPT_PASTE_SMART_QUOTES, NULL, -1 },
  { "low-quotes", "„" V "“", V, "quoted", TLSRPT_PASTE_SMART_QUOTES, NULL, -1 },
  { "guillemets", "«" V "»", V, "quoted", TLSRPT_PASTE_SMART_QUOTES, NULL, -1 },
  { "no-break-space", "v=TLSRPTv1;\u00a0rua=mailto:a@b.example", V, "value",
    TLSRPT_PASTE_SPECIAL_SPACES, NULL, -1 },
  { "ideographic-space", "v=TLSRPTv1;\u3000rua=mailto:a@b.example", V, "value",
    TLSRPT_PASTE_SPECIAL_SPACES, NULL, -1 },
  { "byte-order-mark", "\ufeff" V, V, "value", TLSRPT_PASTE_INVISIBLE, NULL, -1 },
  { "zero-width", "v=TLSRPTv1;\u200b rua=mailto:\u202ea@b.example", V, "value",
    TLSRPT_PASTE_INVISIBLE, NULL, -1 },
  { "soft-hyphen", "v=TLSRPTv1; rua=mail\u00adto:a@b.example", V, "value",
    TLSRPT_PASTE_INVISIBLE, NULL, -1 },
  { "not-utf8", V "\xff", V "\xff", "value", 0, NULL, -1 },

  { "quoted", "\"" V "\"", V, "quoted", 0, NULL, -1 },
  { "split", "\"v=TLSRPTv1; rua=mai\" \"lto:a@b.example\"", V, "quoted",
    TLSRPT_PASTE_STRINGS, NULL, -1 },
  { "split-tight", "\"v=TLSRPTv1; rua=mai\"\"lto:a@b.example\"", V, "quoted",
    TLSRPT_PASTE_STRINGS, NULL, -1 },
  { "split-lines", "\"v=TLSRPTv1; rua=mai\"\n\"lto:a@b.example\"\n", V, "quoted",
    TLSRPT_PASTE_STRINGS, NULL, -1 },
  { "split-parentheses", "( \"v=TLSRPTv1; rua=mai\" ; first\n  \"lto:a@b.example\" )", V, "quoted",
    TLSRPT_PASTE_STRINGS, NULL, -1 },
  { "quoted-escapes", "\"v=TLSRPTv1\\; rua\\061mailto:a@b.example\"",
    "v=TLSRPTv1; rua=mailto:a@b.example",
    "quoted", TLSRPT_PASTE_ESCAPES, NULL, -1 },
  { "quoted-escape-octet", "\"v=TLSRPTv1; \\195\\164\\999\"", "v=TLSRPTv1; ä999", "quoted",
    TLSRPT_PASTE_ESCAPES, NULL, -1 },
  { "quoted-unclosed", "\"" V, V, "quoted", TLSRPT_PASTE_UNCLOSED, NULL, -1 },
  { "quoted-broken", "\"" V ",\n   https://c.example/x\"", LONG, "quoted",
    TLSRPT_PASTE_LINE_BREAKS, NULL, -1 },
  { "dig-short", "alias.example.net.\n\"" V "\"\n\"v=spf1 -all\"\n", V "|v=spf1 -all", "quoted",
    TLSRPT_PASTE_OTHER_LINES, NULL, -1 },

  { "zone", NAME ". 3600 IN TXT \"" V "\"", V, "zone", 0, NAME ".", 3600 },
  { "zone-class-first", NAME ".\tIN\t1h30m\tTXT\t\"" V "\"", V, "zone", 0, NAME ".", 5400 },
  { "zone-relative", "_smtp._tls TXT \"" V "\"", V, "zone", 0, "_smtp._tls", -1 },
  { "zone-lower-case", "_smtp._tls in txt \"" V "\"", V, "zone", 0, "_smtp._tls", -1 },
  { "zone-indented", "   60 IN TXT \"" V "\"", V, "zone", 0, NULL, 60 },
  { "zone-type-only", "TXT \"" V "\"", V, "zone", 0, NULL, -1 },
  { "zone-comment", NAME ". IN TXT \"" V "\" ; reports", V, "zone", 0, NAME ".", -1 },
  { "zone-parentheses", "_smtp._tls IN TXT ( \"v=TLSRPTv1; rua=mai\"\n\t\"lto:a@b.example\" )", V,
    "zone", TLSRPT_PASTE_STRINGS, "_smtp._tls", -1 },
  { "zone-unquoted", "_smtp._tls IN TXT " V, V, "zone", TLSRPT_PASTE_UNQUOTED, "_smtp._tls", -1 },
  { "zone-unquoted-escaped", "_smtp._tls IN TXT v=TLSRPTv1\\;\\032rua=mailto:a@b.example", V,
    "zone",
    TLSRPT_PASTE_ESCAPES, "_smtp._tls", -1 },
  { "zone-file", "$ORIGIN example.com.\n@ 1d IN SOA ns. h. (\n 1 2 3 4 5 )\n  IN NS ns\n"
    "  IN TXT \"v=spf1 -all\"\n_smtp._tls IN TXT \"" V "\"\n", "v=spf1 -all|" V, "zone", 0, "example.com.",
    -1 },
  { "zone-huge-ttl", NAME ". 99999999999999999999 IN TXT \"" V "\"", V, "zone", 0, NAME ".", -1 },
  { "nsupdate", "zone example.com.\nupdate delete " NAME ". TXT\nupdate add " NAME
    ". 86400 IN TXT \"" V "\"\nsend\n", V, "zone", 0, NAME ".", 86400 },

  { "dig", "; <<>> DiG 9.18.1 <<>> TXT " NAME "\n;; QUESTION SECTION:\n;" NAME ".\t\tIN\tTXT\n\n"
    ";; ANSWER SECTION:\n" NAME ".\t300\tIN\tTXT\t\"" V "\"\n\n;; SERVER: 127.0.0.1#53\n",
    V, "dig", 0, NAME ".", 300 },
  { "dig-old",
    "; <<>> DiG 9.8 <<>>\n" NAME ". 300 IN TXT \"v=TLSRPTv1\\; rua=mailto:a@b.example\"\n",
    V, "dig", TLSRPT_PASTE_ESCAPES, NAME ".", 300 },
  { "dig-alias", "; <<>> DiG\n" NAME ". 5 IN CNAME a.\na. 5 IN CNAME b.\nb. 4 IN TXT \"" V "\"\n",
    V, "dig", 0, NAME ".", 4 },
  { "host", NAME " descriptive text \"" V "\"", V, "host", 0, NAME, -1 },
  { "host-alias",
    NAME " is an alias for a.example.net.\na.example.net descriptive text \"" V "\"\n",
    V, "host", 0, NAME, -1 },
  { "nslookup", "Server:\t\t127.0.0.53\nAddress:\t127.0.0.53#53\n\nNon-authoritative answer:\n"
    NAME "\ttext = \"" V "\"\n\nAuthoritative answers can be found from:\n",
    V, "nslookup", 0, NAME, -1 },
  { "nslookup-alias", NAME "\tcanonical name = a.example.net.\na.example.net\ttext = \"" V "\"\n",
    V, "nslookup", 0, NAME, -1 },
  { "nslookup-windows",
    "Server:  dns.example\r\nAddress:  192.0.2.1\r\n\r\n" NAME "\ttext =\r\n\r\n"
    "\t\"v=TLSRPTv1; rua=mai\"\r\n\t\"lto:a@b.example\"\r\n",
    V, "nslookup", TLSRPT_PASTE_STRINGS, NAME, -1 },
  { "powershell-table", "\nName                    Type   TTL   Section    Strings\n"
    "----                    ----   ---   -------    -------\n"
    NAME "  TXT    3600  Answer     {" V "}\n", V, "resolve-dnsname", 0, NAME, 3600 },
  { "powershell-cut", NAME "  TXT    3600  Answer     {v=TLSRPTv1; rua=mailto:a@b...\n",
    "v=TLSRPTv1; rua=mailto:a@b...", "resolve-dnsname", TLSRPT_PASTE_CUT, NAME, 3600 },
  { "powershell-list", "Name     : " NAME "\nType     : TXT\nTTL      : 300\nSection  : Answer\n"
    "Strings  : {" V ",https://c.exam\n           ple/x}\n",
    LONG, "resolve-dnsname", TLSRPT_PASTE_LINE_BREAKS, NAME, 300 },

  { "json-strings", "[\"" V "\",\"x\"]", V "|x", "json", 0, NULL, -1 },
  { "json-unicode-escape", "\"v=TLSRPTv1\\u003b rua=mailto:a@b.example\"", V, "quoted", 0, NULL,
    -1 },
  { "cloudflare",
    "{\"type\":\"TXT\",\"name\":\"" NAME "\",\"content\":\"\\\"" V "\\\"\",\"ttl\":1}",
    V, "json", 0, NAME, 1 },
  { "route53", "{\"Changes\":[{\"Action\":\"UPSERT\",\"ResourceRecordSet\":{\"Name\":\"" NAME ".\","
    "\"Type\":\"TXT\",\"TTL\":60,\"ResourceRecords\":"
    "[{\"Value\":\"\\\"v=TLSRPTv1; rua=mai\\\" \\\"lto:a@b.example\\\"\"}]}}]}",
    V, "json", TLSRPT_PASTE_STRINGS, NAME ".", 60 },
  { "json-member", "  \"content\": \"\\\"" V "\\\"\",", V, "text", TLSRPT_PASTE_QUOTES, NULL, -1 },
  { "json-without-record", "{\"a\":1}", "{\"a\":1}", "value", 0, NULL, -1 },

  { "label", "Value: " V, V, "text", 0, NULL, -1 },
  { "sentence", "Please add the TXT value `" V "` to the zone.\nThanks\n", V, "text",
    TLSRPT_PASTE_QUOTES | TLSRPT_PASTE_OTHER_LINES, NULL, -1 },
  { "yaml", "  value: v=TLSRPTv1\\; rua=mailto:a@b.example", V, "text", TLSRPT_PASTE_ESCAPES,
    NULL, -1 },
  { "command", "az network dns add-record --value '" V "'", V, "text", TLSRPT_PASTE_QUOTES, NULL,
    -1 },
  { "knotc", "knotc zone-set example.com _smtp._tls 86400 TXT '\"" V "\"'", V, "zone",
    TLSRPT_PASTE_QUOTES, "_smtp._tls", 86400 },

  { "wrong-name", "_smtp_tlsrpt.example.com. IN TXT \"" V "\"", V, "zone", TLSRPT_PASTE_WRONG_NAME,
    "_smtp_tlsrpt.example.com.", -1 },
  { "wrong-name-longer", "_smtp._tlsrpt.example.com. IN TXT \"" V "\"", V, "zone",
    TLSRPT_PASTE_WRONG_NAME, "_smtp._tlsrpt.example.com.", -1 },
  { "apex", "example.com. IN TXT \"" V "\"", V, "zone", TLSRPT_PASTE_WRONG_NAME, "example.com.",
    -1 },
  { "apex-of-spf", "example.com. IN TXT \"v=spf1 -all\"", "v=spf1 -all", "zone", 0,
    "example.com.", -1 },
  { "doubled-name", NAME ".example.com. IN TXT \"" V "\"", V, "zone", TLSRPT_PASTE_DOUBLED_NAME,
    NAME ".example.com.", -1 },

  /* Beginnings of things. */
  { "quotation-mark", "\"", "\"", "value", 0, NULL, -1 },
  { "brace", "{", "{", "value", 0, NULL, -1 },
  { "parenthesis", "(", "(", "value", 0, NULL, -1 },
  { "backslash", "\\", "\\", "value", 0, NULL, -1 },
  { "type", "TXT ", "TXT", "value", 0, NULL, -1 },
  { "text-equals", "x text =\n", "x text =", "value", 0, NULL, -1 },
};

static void
test_read (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GString) values = g_string_new (NULL);
  g_auto (GStrv) messages = NULL;
  const TlsrptPasteNotes names = TLSRPT_PASTE_WRONG_NAME | TLSRPT_PASTE_DOUBLED_NAME;
  TlsrptPasted *first;

  records = tlsrpt_paste_read (c->text, strlen (c->text), &error);
  g_assert_no_error (error);
  g_assert_nonnull (records);

  for (guint i = 0; i < records->len; i++)
    {
      TlsrptPasted *record = g_ptr_array_index (records, i);

      if (i > 0)
        g_string_append_c (values, '|');
      g_string_append_len (values, record->text->str, record->text->len);
    }

  first = g_ptr_array_index (records, 0);
  messages = tlsrpt_pasted_dup_messages (first);

  g_assert_cmpstr (values->str, ==, c->values);
  g_assert_cmpstr (tlsrpt_pasted_get_form (first), ==, c->form);
  g_assert_cmphex (first->notes, ==, c->notes);
  g_assert_cmpuint (g_strv_length (messages), ==, __builtin_popcount (c->notes & ~names));
  g_assert_cmpstr (first->name, ==, c->owner);
  g_assert_cmpint (first->ttl, ==, c->ttl);
}

/* Where an octet of the value comes from, so that a fault can be marked there. */
static void
test_offsets (void)
{
  const char *text = NAME ". IN TXT ( \"v=TLSRPTv1; \"\n\t\"rua\\061\u00a0x\" )";
  g_autoptr (GPtrArray) records = tlsrpt_paste_read (text, strlen (text), NULL);
  TlsrptPasted *record = g_ptr_array_index (records, 0);
  gsize start = strstr (text, "v=") - text;
  gsize rua = strstr (text, "rua") - text;

  g_assert_cmpstr (record->text->str, ==, "v=TLSRPTv1; rua= x");
  g_assert_cmpuint (record->offsets->len, ==, record->text->len + 1);

  for (guint i = 0; i < 12; i++)
    g_assert_cmpuint (g_array_index (record->offsets, guint32, i), ==, start + i);

  g_assert_cmpuint (g_array_index (record->offsets, guint32, 12), ==, rua);
  g_assert_cmpuint (g_array_index (record->offsets, guint32, 15), ==, rua + 3);
  g_assert_cmpuint (g_array_index (record->offsets, guint32, 16), ==, rua + 7);
  g_assert_cmpuint (g_array_index (record->offsets, guint32, 17), ==, rua + 9);
  g_assert_cmpuint (g_array_index (record->offsets, guint32, 18), ==, strlen (text));
}

static void
test_refused (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *huge = g_strnfill (TLSRPT_LIMIT_INPUT + 1, 'x');

  g_assert_null (tlsrpt_paste_read ("", 0, &error));
  g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_EMPTY);
  g_clear_error (&error);

  g_assert_null (tlsrpt_paste_read (" \r\n\u00a0\ufeff", 8, &error));
  g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_EMPTY);
  g_clear_error (&error);

  g_assert_null (tlsrpt_paste_read ("\"\"", 2, &error));
  g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_EMPTY);
  g_clear_error (&error);

  g_assert_null (tlsrpt_paste_read (huge, TLSRPT_LIMIT_INPUT + 1, &error));
  g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_TOO_LONG);
}

static void
test_nul (void)
{
  g_autoptr (GPtrArray) records = tlsrpt_paste_read ("v=TLSRPTv1\0;", 12, NULL);
  TlsrptPasted *record = g_ptr_array_index (records, 0);

  g_assert_cmpmem (record->text->str, record->text->len, "v=TLSRPTv1\0;", 12);
}

/* Full of records, or of what could be one. */
static void
test_large (void)
{
  static const char *const pieces[] = {
    "TXT {\n", "TXT \"a\"\n", "\"\n", "(\n", "( \"\n", "v=a\n", "text = \n", "\\", "\"a\" ", "{",
    ";",
    "\u00a0", "TXT ( ", "v=a;\n", "v = ", "\"\\\"\n", "a CNAME b\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) records = NULL;

      while (text->len + strlen (pieces[i]) <= TLSRPT_LIMIT_INPUT)
        g_string_append (text, pieces[i]);

      records = tlsrpt_paste_read (text->str, text->len, NULL);
      if (records != NULL)
        g_assert_cmpuint (records->len, <=, TLSRPT_LIMIT_ANSWER_RECORDS);
    }
}

static void
test_random (void)
{
  static const char *const pieces[] = {
    V, "v=", "\"", "\\", "\\\"", "\\032", "(", ")", "{", "}", "\n", "\r\n", " ", ";", "TXT ", "IN ",
    "text = ", "descriptive text ", "Strings : ", "Name : x\n", "TTL : 5\n", "CNAME ", "3600 ", "'",
    "`", "“", "”", "\u00a0", "\ufeff", "; DiG\n", "[", "]", ",", ":", "\"content\":", "x ",
    "Answer ", "update add ", "<", ">", "&amp;", "&#59;", "](", "mailto:a@b.example", "<!--", "-->",
    "+ ", "- ", "\t", "|", "=3D", "%3D", "$ORIGIN a.", "_smtp._tls.", "join(", "\"\"\"", "+",
  };

  const char *rounds = g_getenv ("TLSRPT_TEST_ROUNDS");
  int n_rounds = rounds != NULL ? atoi (rounds) : 20000;

  for (int i = 0; i < n_rounds; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) records = NULL;
      g_autofree char *exact = NULL;
      int n = g_test_rand_int_range (0, 14);

      for (int j = 0; j < n; j++)
        {
          if (g_test_rand_int_range (0, 8) == 0)
            g_string_append_c (text, (char) g_test_rand_int_range (0, 256));
          else
            g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
        }

      exact = g_memdup2 (text->str, MAX (text->len, 1));
      records = tlsrpt_paste_read (exact, text->len, NULL);
      if (records == NULL)
        continue;

      g_assert_cmpuint (records->len, >, 0);

      for (guint j = 0; j < records->len; j++)
        {
          TlsrptPasted *record = g_ptr_array_index (records, j);
          g_auto (GStrv) messages = tlsrpt_pasted_dup_messages (record);

          g_assert_cmpuint (record->text->len, >, 0);
          g_assert_true (record->name == NULL || g_utf8_validate (record->name, -1, NULL));

          if (record->offsets == NULL)
            continue;

          g_assert_cmpuint (record->offsets->len, ==, record->text->len + 1);
          for (guint k = 1; k < record->offsets->len; k++)
            g_assert_cmpuint (g_array_index (record->offsets, guint32, k - 1), <=,
                              g_array_index (record->offsets, guint32, k));
          g_assert_cmpuint (g_array_index (record->offsets, guint32, record->text->len), <=,
                            text->len);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/paste/read/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_read);
    }

  g_test_add_func ("/paste/offsets", test_offsets);
  g_test_add_func ("/paste/refused", test_refused);
  g_test_add_func ("/paste/nul", test_nul);
  g_test_add_func ("/paste/large", test_large);
  g_test_add_func ("/paste/random", test_random);

  return g_test_run ();
}
