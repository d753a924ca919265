/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-lint.h"

#include "tlsrpt-limits.h"

#define V "v=TLSRPTv1"
#define MAIL "rua=mailto:a@b.example"

/* What senders do with valid records; the findings by name, with a space between. */
typedef struct
{
  const char     *text;
  TlsrptSeverity  severity;
  const char     *findings;
} Case;

#define CLEAN(text) { text, TLSRPT_SEVERITY_NOTE, "" }
#define NOTE(text, findings) { text, TLSRPT_SEVERITY_NOTE, findings }
#define WARNING(text, findings) { text, TLSRPT_SEVERITY_WARNING, findings }
#define ERROR(text, findings) { text, TLSRPT_SEVERITY_ERROR, findings }

static const Case cases[] = {
  CLEAN (V "; " MAIL),
  CLEAN (V ";" MAIL),
  CLEAN (V "; " MAIL ";"),
  CLEAN (V "; " MAIL " ; "),
  NOTE (V "; " MAIL ",https://c.example/", "several-destinations"),
  NOTE (V "; " MAIL ",https://c.example:443/", "several-destinations"),
  NOTE (V "; " MAIL ",https://c.example:/", "several-destinations"),
  NOTE (V "; " MAIL "; x=1", "extension"),
  NOTE (V "; " MAIL ",mailto:a@B.example", "duplicate-destination several-destinations"),
  NOTE (V "; " MAIL ",mailto:A@b.example", "several-destinations"),
  WARNING (V " ; " MAIL, "space-before-first-semicolon"),
  WARNING (V "\t; " MAIL, "space-before-first-semicolon"),
  WARNING (V "; x=1; " MAIL, "extension-before-rua"),
  WARNING (V "; RUA=x; " MAIL, "rua-case extension-before-rua"),
  WARNING (V "; " MAIL "; RUA=x", "rua-case"),
  WARNING (V "; " MAIL "; rua=mailto:c@b.example", "several-rua several-destinations"),
  WARNING (V "; " MAIL ", mailto:c@b.example", "space-after-comma several-destinations"),
  WARNING (V "; " MAIL " ,mailto:c@b.example", "space-before-comma several-destinations"),
  WARNING (V "; " MAIL " , mailto:c@b.example",
           "space-before-comma space-after-comma several-destinations"),
  WARNING (V "; rua=MAILTO:a@b.example", "scheme-case"),
  WARNING (V "; " MAIL ",Https://c.example/", "scheme-case several-destinations"),
  WARNING (V "; " MAIL ",ftp://c.example/", "unsupported-scheme several-destinations"),
  WARNING (V "; " MAIL ",http://c.example/", "http several-destinations"),
  WARNING (V "; " MAIL ",mailto:c", "mailto-address several-destinations"),
  WARNING (V "; " MAIL ",mailto:a%40c.example", "mailto-address several-destinations"),
  WARNING (V "; rua=mailto:a@localhost", "host-name"),
  WARNING (V "; rua=mailto:a@192.0.2.1", "host-name"),
  WARNING (V "; rua=mailto:%61@b", "encoded-local-part host-name"),
  CLEAN (V "; rua=mailto:a@b.c1"),
  CLEAN (V "; rua=mailto:a@1.b"),
  WARNING (V "; rua=mailto:a%21b@c.example", "encoded-local-part"),
  WARNING (V "; rua=mailto:a@b.example?subject=x", "mailto-query"),
  WARNING (V "; rua=mailto:a@b.example#x", "mailto-query"),
  WARNING (V "; " MAIL ",https:c.example", "url-host several-destinations"),
  WARNING (V "; " MAIL ",https:///c", "url-host several-destinations"),
  WARNING (V "; " MAIL ",https://c/", "several-destinations host-name"),
  WARNING (V "; " MAIL ",https://u@c/", "several-destinations url-user-info host-name"),
  WARNING (V "; " MAIL ",https://c./d.e", "several-destinations host-name"),
  WARNING (V "; " MAIL ",https://c%20d.example/", "several-destinations host-name"),
  WARNING (V "; " MAIL ",https://c.1/", "several-destinations host-name"),
  NOTE (V "; " MAIL ",https://c.example./", "several-destinations"),
  NOTE (V "; " MAIL ",https://c_d.example/", "several-destinations"),
  WARNING (V "; " MAIL ",https://c.example:8443/", "several-destinations url-port"),
  WARNING (V "; " MAIL ",https://c.example:0/", "several-destinations url-port-range"),
  WARNING (V "; " MAIL ",https://c.example:65536/", "several-destinations url-port-range"),
  WARNING (V "; " MAIL ",https://u:p@c.example/", "several-destinations url-user-info"),
  WARNING (V "; " MAIL ",https://192.0.2.1/", "several-destinations url-ip-address"),
  WARNING (V "; " MAIL ",https://[::1]/", "several-destinations url-ip-address"),
  WARNING (V "; " MAIL ",https://c.example/#d", "several-destinations url-fragment"),
  WARNING (V "; " MAIL ",https://c.example/?d=e", "several-destinations url-equals-sign"),
  WARNING (V "; rua=https://c.example/", "no-mail-address"),
  ERROR (V "; rua=http://c.example/", "http no-usable-destination"),
  ERROR (V "; rua=mailto:", "mailto-address no-usable-destination"),
  ERROR (V "; rua=x:y,https:z",
         "unsupported-scheme no-usable-destination url-host several-destinations"),

  /* What is invalid is judged as far as it is understood. */
  ERROR (V "; rua=MAILTO:a@b.example, c@b.example;;", "scheme-case bare-address empty-field"),
  ERROR (V "; rua=mailto:a@b.example,bad , mailto:c@b.example", "uri-scheme"),
  ERROR ("v=spf1 -all", "spf-record"),
};

static void
test_lint (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();
  g_autoptr (GString) findings = g_string_new (NULL);

  tlsrpt_grammar_lint (grammar, c->text, -1);

  for (gsize i = 0; i < grammar->n_findings; i++)
    g_string_append_printf (findings, "%s%s", i > 0 ? " " : "",
                            tlsrpt_finding_get_code_name (&grammar->findings[i]));

  g_assert_cmpstr (findings->str, ==, c->findings);
  g_assert_cmpint (tlsrpt_grammar_get_severity (grammar), ==, c->severity);
}

static void
assert_has (const TlsrptGrammar *grammar,
            TlsrptFindingCode    code)
{
  for (gsize i = 0; i < grammar->n_findings; i++)
    {
      if (grammar->findings[i].code == code)
        return;
    }

  g_assert_not_reached ();
}

static void
test_length (void)
{
  static const struct
  {
    gsize             length;
    TlsrptFindingCode code;
  } limits[] = {
    { TLSRPT_LIMIT_TXT_STRING, TLSRPT_FINDING_VALUE_OVER_STRING },
    { TLSRPT_LIMIT_VALUE_UDP, TLSRPT_FINDING_VALUE_OVER_UDP },
    { TLSRPT_LIMIT_VALUE, TLSRPT_FINDING_VALUE_TOO_LONG },
  };
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (GString) text = g_string_new (V "; " MAIL ",https://c.example/");
      const TlsrptFinding *last;

      while (text->len < limits[i].length)
        g_string_append_c (text, 'x');

      tlsrpt_grammar_lint (grammar, text->str, text->len);
      for (gsize j = 0; j < grammar->n_findings; j++)
        g_assert_cmpint (grammar->findings[j].code, !=, limits[i].code);

      g_string_append_c (text, 'x');
      tlsrpt_grammar_lint (grammar, text->str, text->len);
      last = &grammar->findings[grammar->n_findings - 1];
      g_assert_cmpint (last->code, ==, limits[i].code);
      g_assert_cmpuint (last->offset, ==, limits[i].length);
      g_assert_cmpuint (last->length, ==, 1);
    }
}

/* Very many destinations are judged in no time, too. */
static void
test_many_destinations (void)
{
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();
  g_autoptr (GString) text = g_string_new (V "; " MAIL);

  for (int i = 1; i < TLSRPT_LIMIT_DESTINATIONS; i++)
    g_string_append_printf (text, ",mailto:a%d@b.example", i);

  tlsrpt_grammar_lint (grammar, text->str, text->len);
  assert_has (grammar, TLSRPT_FINDING_SEVERAL_DESTINATIONS);

  for (int i = 0; i < 65536; i++)
    g_string_append (text, ",a:");

  tlsrpt_grammar_lint (grammar, text->str, text->len);
  g_assert_true (grammar->usable);
  g_assert_cmpuint (grammar->n_uris, ==, 65536 + TLSRPT_LIMIT_DESTINATIONS);
  g_assert_cmpuint (grammar->n_findings, ==, TLSRPT_LIMIT_FINDINGS);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/lint/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &cases[i], test_lint);
    }

  g_test_add_func ("/lint/length", test_length);
  g_test_add_func ("/lint/many-destinations", test_many_destinations);

  return g_test_run ();
}
