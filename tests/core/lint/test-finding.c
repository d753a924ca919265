/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-finding.h"

#include "sentence.h"
#include "tlsrpt-grammar.h"

/* Scripts rely on the names, people on the messages. */
static void
test_table (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  const char *last = NULL;

  for (int code = 0; code < TLSRPT_N_FINDING_CODES; code++)
    {
      TlsrptFinding finding = { code, 0, 0 };
      const char *name = tlsrpt_finding_get_code_name (&finding);
      const char *message = tlsrpt_finding_get_message (&finding);

      if (name == NULL)
        {
          g_test_fail_printf ("finding %d, the one after %s, is not in the table", code, last);
          continue;
        }

      last = name;
      g_assert_cmpuint (strspn (name, "abcdefghijklmnopqrstuvwxyz-"), ==, strlen (name));
      g_assert_true (g_hash_table_add (names, (gpointer) name));

      g_assert_nonnull (message);
      g_assert_true (g_utf8_validate (message, -1, NULL));
      g_assert_true (sentence_ends_well (message));
      g_assert_null (strchr (message, '"'));
      g_assert_null (strchr (message, '\''));
    }
}

typedef struct
{
  const char *text;
  const char *repaired;
} Case;

/* The repairs of all findings, put in place, give a valid record. */
static const Case cases[] = {
  { " v=TLSRPTv1;rua=mailto:a@b.c", "v=TLSRPTv1;rua=mailto:a@b.c" },
  { "V=tlsrptv1;rua=mailto:a@b.c", "v=TLSRPTv1;rua=mailto:a@b.c" },
  { "v=TSLRPTv1;rua=mailto:a@b.c", "v=TLSRPTv1;rua=mailto:a@b.c" },
  { "v = TLSRPTv1;rua=mailto:a@b.c", "v=TLSRPTv1;rua=mailto:a@b.c" },
  { "rua=mailto:a@b.c", "v=TLSRPTv1; rua=mailto:a@b.c" },
  { "v=TLSRPTv1 rua=mailto:a@b.c", "v=TLSRPTv1; rua=mailto:a@b.c" },
  { "v=TLSRPTv1;;rua=mailto:a@b.c", "v=TLSRPTv1;rua=mailto:a@b.c" },
  { "v=TLSRPTv1;rua=mailto:a@b.c;;", "v=TLSRPTv1;rua=mailto:a@b.c;" },
  { "v=TLSRPTv1;rua = mailto:a@b.c", "v=TLSRPTv1;rua=mailto:a@b.c" },
  { "v=TLSRPTv1;rua= mailto:a@b.c", "v=TLSRPTv1;rua=mailto:a@b.c" },
  { "v=TLSRPTv1;rua=mailto:a@b.c ", "v=TLSRPTv1;rua=mailto:a@b.c" },
  { "v=TLSRPTv1;rua=mailto:a@b.c,", "v=TLSRPTv1;rua=mailto:a@b.c" },
  { "v=TLSRPTv1;rua=,mailto:a@b.c", "v=TLSRPTv1;rua=mailto:a@b.c" },
  { "v=TLSRPTv1;rua=a@b.c", "v=TLSRPTv1;rua=mailto:a@b.c" },
  { "v=TLSRPTv1;rua=mailto=a@b.c", "v=TLSRPTv1;rua=mailto:a@b.c" },
  { "v=TLSRPTv1;rua=mailto:a@b.c!10m", "v=TLSRPTv1;rua=mailto:a@b.c" },
  { "v=TLSRPTv1;rua=mailto:a!b@c.d", "v=TLSRPTv1;rua=mailto:a%21b@c.d" },
};

static void
test_repair (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();
  g_autoptr (GString) text = g_string_new (c->text);

  g_assert_false (tlsrpt_grammar_parse (grammar, c->text, -1));

  for (gsize i = grammar->n_findings; i > 0; i--)
    {
      const TlsrptFinding *finding = &grammar->findings[i - 1];
      g_autofree char *repair = tlsrpt_finding_dup_repair (finding, c->text);

      g_assert_nonnull (repair);
      g_string_erase (text, finding->offset, finding->length);
      g_string_insert (text, finding->offset, repair);
    }

  g_assert_cmpstr (text->str, ==, c->repaired);
  g_assert_true (tlsrpt_grammar_parse (grammar, text->str, -1));
}

/* A loss that a person may prevent: the URL by HTTPS is offered, if it is one. */
static void
test_http (void)
{
  static const struct
  {
    const char *uri;
    const char *repair;
  } uris[] = {
    { "http://e.example/tls", "https://e.example/tls" },
    { "HTTP://e.example", "https://e.example" },
    { "http://e.example:8080/", "https://e.example:8080/" },
    { "http:", NULL },
    { "http://", NULL },
    { "http:e.example", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (uris); i++)
    {
      TlsrptFinding finding = { TLSRPT_FINDING_HTTP, 4, strlen (uris[i].uri) };
      g_autofree char *text = g_strconcat ("rua=", uris[i].uri, ",mailto:a@b.c", NULL);
      g_autofree char *repair = tlsrpt_finding_dup_repair (&finding, text);

      g_assert_cmpstr (repair, ==, uris[i].repair);
    }
}

static void
test_no_repair (void)
{
  TlsrptFinding finding = { TLSRPT_FINDING_URI_SCHEME, 0, 0 };

  g_assert_null (tlsrpt_finding_dup_repair (&finding, ""));
}

/* To show a finding is to say what it says, with a place in whatever is shown. */
static void
test_to_remark (void)
{
  const TlsrptFinding finding = { TLSRPT_FINDING_RAW_EXCLAMATION, 5, 1 };
  const TlsrptRange range = { 7, 8 };
  g_autoptr (TlsrptRemark) remark = tlsrpt_finding_to_remark (&finding, &range, "%21");
  g_autoptr (TlsrptRemark) whole = NULL;

  g_assert_cmpint (tlsrpt_remark_get_severity (remark), ==, TLSRPT_SEVERITY_ERROR);
  g_assert_cmpstr (tlsrpt_remark_get_code (remark), ==, "raw-exclamation");
  g_assert_cmpstr (tlsrpt_remark_get_message (remark), ==, tlsrpt_finding_get_message (&finding));
  g_assert_cmpstr (tlsrpt_remark_get_section (remark), ==, "8460 3");
  g_assert_cmpstr (tlsrpt_remark_get_repair (remark), ==, "%21");
  g_assert_cmpuint (tlsrpt_remark_get_range (remark)->start, ==, 7);
  g_assert_cmpuint (tlsrpt_remark_get_range (remark)->end, ==, 8);

  whole = tlsrpt_finding_code_to_remark (TLSRPT_FINDING_NO_MAIL_ADDRESS);
  g_assert_cmpstr (tlsrpt_remark_get_code (whole), ==, "no-mail-address");
  g_assert_null (tlsrpt_remark_get_section (whole));
  g_assert_null (tlsrpt_remark_get_range (whole));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/finding/table", test_table);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/finding/repair/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &cases[i], test_repair);
    }

  g_test_add_func ("/finding/no-repair", test_no_repair);
  g_test_add_func ("/finding/repair/http", test_http);
  g_test_add_func ("/finding/to-remark", test_to_remark);

  return g_test_run ();
}
