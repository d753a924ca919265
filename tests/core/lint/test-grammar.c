/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-grammar.h"
#include "tlsrpt-limits.h"

#define V "v=TLSRPTv1"
#define MAIL "rua=mailto:a@example.com"

/* Every verdict the ABNF of RFC 8460 section 3 has to give, and why. */
typedef struct
{
  const char *text;
  gssize      length;
  const char *uris;     /* of a valid record, with a space between; NULL if invalid */
  gboolean    usable;
  const char *findings; /* CODE@OFFSET+LENGTH, with a space between */
} Case;

#define VALID(text, uris) { text, -1, uris, TRUE, "" }
#define USELESS(text, uris) { text, -1, uris, FALSE, "" }
#define INVALID(text, findings) { text, -1, NULL, FALSE, findings }
#define OCTETS(text, findings) { text, sizeof text - 1, NULL, FALSE, findings }

static const Case cases[] = {
  /* tlsrpt-record and field-delim */
  VALID (V ";" MAIL, "mailto:a@example.com"),
  VALID (V "; " MAIL, "mailto:a@example.com"),
  VALID (V ";\t \t" MAIL, "mailto:a@example.com"),
  VALID (V " ;" MAIL, "mailto:a@example.com"),
  VALID (V "\t; " MAIL, "mailto:a@example.com"),
  VALID (V "; " MAIL ";", "mailto:a@example.com"),
  VALID (V "; " MAIL " ; \t", "mailto:a@example.com"),
  VALID (V "; " MAIL "; x=1", "mailto:a@example.com"),
  VALID (V "; x=1; " MAIL, "mailto:a@example.com"),
  VALID (V "; v=1; " MAIL, "mailto:a@example.com"),
  VALID (V "; " MAIL "; rua=https://h/", "mailto:a@example.com https://h/"),
  INVALID (V "; " MAIL " ", "trailing-white-space@36+1"),
  INVALID (V "; " MAIL ";;", "empty-field@37+1"),
  INVALID (V ";; " MAIL, "empty-field@11+1"),
  INVALID (V "; ; " MAIL, "empty-field@12+1"),
  INVALID (V "; x=1 ;\t; " MAIL, "empty-field@18+1"),
  INVALID (V "; " MAIL ";;;", "empty-field@37+1 empty-field@38+1"),
  INVALID (V "; " MAIL "\n", "control-character@36+1"),
  INVALID (V "; " MAIL "\r\n", "control-character@36+1"),
  INVALID (V ";\n" MAIL, "control-character@11+1 missing-rua@36+0"),

  /* tlsrpt-version */
  INVALID ("", "empty@0+0"),
  INVALID (" \t", "empty@0+2"),
  INVALID (";", "version@0+0"),
  INVALID (V, "missing-rua@10+0"),
  INVALID (V ";", "missing-rua@11+0"),
  INVALID (V " ; ", "missing-rua@13+0"),
  INVALID (V " ", "trailing-white-space@10+1 missing-rua@11+0"),
  INVALID (" " V "; " MAIL, "leading-white-space@0+1"),
  INVALID ("v=tlsrptv1; " MAIL, "version-case@0+10"),
  INVALID ("V=TLSRPTv1; " MAIL, "version-case@0+10"),
  INVALID ("v=TLSRPTV1; " MAIL, "version-case@0+10"),
  INVALID ("v=TLSRPT1; " MAIL, "version-misspelled@0+9"),
  INVALID ("v=TSLRPTv1; " MAIL, "version-misspelled@0+10"),
  INVALID ("v=TLSRPTv2; " MAIL, "version-unknown@0+10"),
  INVALID ("v=TLSRPTv10; " MAIL, "version-unknown@0+11"),
  INVALID ("v=TLSRPTv1x; " MAIL, "version-unknown@0+11"),
  INVALID ("v=TLSRPTv1=1; " MAIL, "version-unknown@0+12"),
  INVALID ("v = TLSRPTv1; " MAIL, "white-space-around-equals@1+3"),
  INVALID ("v =TLSRPT1; " MAIL, "version-misspelled@0+10 white-space-around-equals@1+2"),
  INVALID ("v=; " MAIL, "version@0+2"),
  INVALID ("v=other; " MAIL, "version@0+7"),
  INVALID ("v; " MAIL, "version@0+1"),
  INVALID ("hello", "version@0+5"),
  INVALID ("hello; " MAIL, "version@0+5"),
  INVALID (MAIL, "version-missing@0+0"),
  INVALID (MAIL "; " V, "version-missing@0+0"),
  INVALID (V " " MAIL, "missing-semicolon@10+1"),
  INVALID (V " " MAIL "; x=1", "missing-semicolon@10+1"),
  INVALID (V " foo; " MAIL, "field-without-equals@11+3"),
  INVALID ("\"" V "; " MAIL "\"", "quotes@0+1"),
  INVALID ("\xc2\xa0" V "; " MAIL, "non-ascii@0+2"),
  INVALID ("v=\xd0\xa2LSRPTv1; " MAIL, "non-ascii@2+2"),
  OCTETS ("\0" V "; " MAIL, "control-character@0+1"),
  OCTETS (V "\0; " MAIL, "control-character@10+1"),

  /* Other records */
  INVALID ("v=spf1 include:example.com; -all", "spf-record@0+6"),
  INVALID ("V=SPF1", "spf-record@0+6"),
  INVALID ("v=spf10 -all", "version@0+7"),
  INVALID ("v=DMARC1; p=none; rua=mailto:a@example.com", "dmarc-record@0+8"),
  INVALID (" v=DMARC1", "leading-white-space@0+1 dmarc-record@1+8"),
  INVALID ("v=STSv1; id=20260101", "mta-sts-record@0+7"),
  INVALID ("v=DKIM1; k=rsa; p=MIGf", "dkim-record@0+7"),
  INVALID ("k=rsa; p=MIGf", "dkim-record@0+5"),
  INVALID ("v=BIMI1; l=https://example.com/l.svg", "bimi-record@0+7"),

  /* tlsrpt-rua */
  VALID (V "; rua=mailto:a@b.c,https://d/e", "mailto:a@b.c https://d/e"),
  VALID (V "; rua=mailto:a@b.c \t,\t https://d/e", "mailto:a@b.c https://d/e"),
  VALID (V "; rua=x:,mailto:a@b.c", "x: mailto:a@b.c"),
  USELESS (V "; rua=http://b/", "http://b/"),
  USELESS (V "; rua=mailto:,https:///x", "mailto: https:///x"),
  VALID (V "; rua=HTTPS://B.example/", "HTTPS://B.example/"),
  VALID (V "; rua=https://b/?c=d#e", "https://b/?c=d#e"),
  VALID (V "; rua=https://b/%2C%3B%21", "https://b/%2C%3B%21"),
  VALID (V "; rua=https://[2001:db8::1]/", "https://[2001:db8::1]/"),
  VALID (V "; rua=https://b/a;b=c", "https://b/a"), /* the “;” ends the field */
  INVALID (V "; ruax", "field-without-equals@12+4 missing-rua@16+0"),
  INVALID (V "; RUA=mailto:a@b.c", "missing-rua@28+0"),
  INVALID (V "; Rua=mailto:a@b.c", "missing-rua@28+0"),
  INVALID (V "; ruf=mailto:a@b.c", "missing-rua@28+0"),
  INVALID (V "; x=1", "missing-rua@15+0"),
  INVALID (V "; rua =mailto:a@b.c", "white-space-around-equals@15+2"),
  INVALID (V "; rua= mailto:a@b.c", "white-space-around-equals@15+2"),
  INVALID (V "; rua\t=\tmailto:a@b.c", "white-space-around-equals@15+3"),
  INVALID (V "; rua=", "empty-uri@16+0"),
  INVALID (V "; rua=;", "empty-uri@16+0"),
  INVALID (V "; rua=,mailto:a@b.c", "extra-comma@16+1"),
  INVALID (V "; rua=mailto:a@b.c,", "extra-comma@28+1"),
  INVALID (V "; rua=mailto:a@b.c , ;", "extra-comma@29+1"),
  INVALID (V "; rua=mailto:a@b.c,,mailto:d@b.c", "extra-comma@28+1"),
  INVALID (V "; rua=a@b.c", "bare-address@16+5"),
  INVALID (V "; rua=mailto:a@b.c,d@b.c", "bare-address@29+5"),
  INVALID (V "; rua=mailto=a@b.c", "mailto-equals@16+7"),
  INVALID (V "; rua=noscheme", "uri-scheme@16+8"),
  INVALID (V "; rua=//b/c", "uri-scheme@16+5"),
  INVALID (V "; rua=https://b/c,d", "uri-scheme@28+1"),
  INVALID (V "; rua=1a:b", "uri-scheme@16+4"),
  INVALID (V "; rua=!!", "uri-scheme@16+2"),
  INVALID (V "; rua=\"mailto:a@b.c\"", "uri-character@16+1"),
  INVALID (V "; rua=<mailto:a@b.c>", "uri-character@16+1"),
  INVALID (V "; rua=mailto: a@b.c", "uri-white-space@23+1"),
  INVALID (V "; rua=mailto:a@b.c mailto:d@b.c", "uri-white-space@28+1"),
  INVALID (V "; rua=mailto:a@b.c!10m", "size-suffix@28+4"),
  INVALID (V "; rua=mailto:a@b.c!10", "size-suffix@28+3"),
  INVALID (V "; rua=mailto:a@b.c!10m,mailto:d@b.c!5G", "size-suffix@28+4 size-suffix@45+3"),
  INVALID (V "; rua=mailto:a!1b@b.c", "raw-exclamation@24+1"),
  INVALID (V "; rua=mailto:a@b.c!m", "raw-exclamation@28+1"),
  INVALID (V "; rua=https://b/%", "uri-percent@26+1"),
  INVALID (V "; rua=https://b/%zz", "uri-percent@26+3"),
  INVALID (V "; rua=https://[::::]/a", "uri-ip-literal@24+8"),
  INVALID (V "; rua=https://b:8o/", "uri-port@27+1"),
  INVALID (V "; rua=https://b/a#c#d", "uri-character@29+1"),
  INVALID (V "; rua=https://b/a\"c", "uri-character@27+1"),
  INVALID (V "; rua=https://b/a\\c", "uri-character@27+1"),
  INVALID (V "; rua=mailto:\xc3\xa4@b.c", "non-ascii@23+2"),
  INVALID (V "; rua=mailto:a\xff@b.c", "non-ascii@24+1"),
  INVALID (V "; rua=mailto:a@b.c\xe2\x80\x9d", "non-ascii@28+3"),
  INVALID (V "; rua=mailto:a@b.c\x7f", "control-character@28+1"),
  INVALID (V "; rua=mailto:a@b.c\033]0;x\007", "control-character@28+1 control-character@33+1"),
  OCTETS (V "; rua=mailto:a\0@b.c", "control-character@24+1"),
  OCTETS (V "; rua=mailto:a@b.c!10\0", "raw-exclamation@28+1"),
  OCTETS (V "; " MAIL "\0", "control-character@36+1"),
  OCTETS (V "; \0", "control-character@12+1 missing-rua@13+0"),

  /* tlsrpt-extension */
  VALID (V ";" MAIL ";a=!:<>~", "mailto:a@example.com"),
  VALID (V ";" MAIL ";0_-.=0", "mailto:a@example.com"),
  VALID (V ";" MAIL ";a1234567890_abcdefg.hijklmn-opqr=x", "mailto:a@example.com"),
  INVALID (V ";" MAIL ";a1234567890_abcdefg.hijklmn-opqrs=x", "extension-name-too-long@36+33"),
  INVALID (V ";" MAIL ";a", "field-without-equals@36+1"),
  INVALID (V ";" MAIL ";a=", "extension-value-empty@36+2"),
  INVALID (V ";" MAIL ";a= ;", "extension-value-empty@36+2"),
  INVALID (V ";" MAIL ";=b", "extension-name@36+1"),
  INVALID (V ";" MAIL ";_a=b", "extension-name@36+1"),
  INVALID (V ";" MAIL ";a%=b", "extension-name@37+1"),
  INVALID (V ";" MAIL ";a b=c", "extension-name@37+1"),
  INVALID (V ";" MAIL ";a = b", "white-space-around-equals@37+3"),
  INVALID (V ";" MAIL ";a=b c", "extension-value@39+1"),
  INVALID (V ";" MAIL ";a=b=c", "extension-value@39+1"),
  INVALID (V ";" MAIL ";a=b ", "trailing-white-space@39+1"),
  INVALID (V ";" MAIL ";\xc3\xa4=b", "non-ascii@36+2"),
  INVALID (V ";" MAIL ";a=\xc3\xa4", "non-ascii@38+2"),
  INVALID (V ";" MAIL ";a=\x01", "control-character@38+1"),
};

static char *
join_findings (const TlsrptGrammar *grammar)
{
  GString *joined = g_string_new (NULL);

  for (gsize i = 0; i < grammar->n_findings; i++)
    g_string_append_printf (joined, "%s%s@%" G_GSIZE_FORMAT "+%" G_GSIZE_FORMAT,
                            i > 0 ? " " : "",
                            tlsrpt_finding_get_code_name (&grammar->findings[i]),
                            grammar->findings[i].offset,
                            grammar->findings[i].length);

  return g_string_free (joined, FALSE);
}

static char *
join_uris (const TlsrptGrammar *grammar)
{
  GString *joined = g_string_new (NULL);

  for (gsize i = 0; i < grammar->n_uris; i++)
    {
      if (i > 0)
        g_string_append_c (joined, ' ');
      g_string_append_len (joined, grammar->text + grammar->uris[i].span.offset,
                           grammar->uris[i].span.length);
    }

  return g_string_free (joined, FALSE);
}

static void
test_parse (gconstpointer data)
{
  const Case *c = data;
  gsize length = c->length < 0 ? strlen (c->text) : (gsize) c->length;
  /* Exactly as long as the text, so that a sanitizer sees a read behind it. */
  g_autofree char *copy = g_memdup2 (c->text, MAX (length, 1));
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();
  g_autofree char *findings = NULL;

  g_assert_cmpint (tlsrpt_grammar_parse (grammar, copy, length), ==, c->uris != NULL);
  g_assert_cmpint (grammar->valid, ==, c->uris != NULL);
  g_assert_cmpint (grammar->usable, ==, c->usable);

  findings = join_findings (grammar);
  g_assert_cmpstr (findings, ==, c->findings);

  if (grammar->valid)
    {
      g_autofree char *uris = join_uris (grammar);

      g_assert_cmpstr (uris, ==, c->uris);
    }
}

static void
assert_span (const TlsrptGrammar *grammar,
             TlsrptSpan           span,
             const char          *expected)
{
  g_autofree char *part = g_strndup (grammar->text + span.offset, span.length);

  g_assert_cmpstr (part, ==, expected);
}

static void
test_fields (void)
{
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();

  g_assert_true (tlsrpt_grammar_parse (grammar,
                                       V "; x=1 ; rua=mailto:a@b.c , https://d/ ;rua=e:f", -1));
  g_assert_cmpuint (grammar->n_fields, ==, 3);
  g_assert_cmpuint (grammar->n_uris, ==, 3);

  g_assert_false (grammar->fields[0].is_rua);
  assert_span (grammar, grammar->fields[0].span, "x=1");
  assert_span (grammar, grammar->fields[0].name, "x");
  assert_span (grammar, grammar->fields[0].value, "1");

  g_assert_true (grammar->fields[1].is_rua);
  assert_span (grammar, grammar->fields[1].span, "rua=mailto:a@b.c , https://d/");
  assert_span (grammar, grammar->fields[1].name, "rua");
  assert_span (grammar, grammar->fields[1].value, "mailto:a@b.c , https://d/");
  g_assert_cmpuint (grammar->fields[1].first_uri, ==, 0);
  g_assert_cmpuint (grammar->fields[1].n_uris, ==, 2);

  g_assert_cmpuint (grammar->fields[2].first_uri, ==, 2);
  g_assert_cmpuint (grammar->fields[2].n_uris, ==, 1);

  /* A parser is used again without a trace of the record before. */
  g_assert_false (tlsrpt_grammar_parse (grammar, "", 0));
  g_assert_cmpuint (grammar->n_fields, ==, 0);
  g_assert_cmpuint (grammar->n_uris, ==, 0);
  g_assert_cmpuint (grammar->n_findings, ==, 1);
}

/* However much is wrong, the list ends and the verdict stands. */
static void
test_many_findings (void)
{
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();
  g_autofree char *semicolons = g_strnfill (65536, ';');
  g_autofree char *text = g_strconcat (V "; " MAIL, semicolons, NULL);

  g_assert_false (tlsrpt_grammar_parse (grammar, text, -1));
  g_assert_cmpuint (grammar->n_findings, ==, TLSRPT_LIMIT_FINDINGS);
  g_assert_cmpint (grammar->findings[TLSRPT_LIMIT_FINDINGS - 1].code, ==, TLSRPT_FINDING_MORE);
  g_assert_cmpint (tlsrpt_grammar_get_severity (grammar), ==, TLSRPT_SEVERITY_ERROR);
}

static void
assert_well_formed (const TlsrptGrammar *grammar)
{
  gsize at = 0;

  g_assert_cmpuint (grammar->n_findings, <=, TLSRPT_LIMIT_FINDINGS);
  g_assert_true (grammar->valid || !grammar->usable);
  g_assert_true (grammar->valid == (grammar->n_findings == 0));

  for (gsize i = 0; i < grammar->n_findings; i++)
    {
      const TlsrptFinding *finding = &grammar->findings[i];

      g_assert_cmpuint (finding->offset, >=, at);
      g_assert_cmpuint (finding->offset, <=, grammar->length);
      g_assert_cmpuint (finding->length, <=, grammar->length - finding->offset);
      at = finding->offset;
    }

  for (gsize i = 0; i < grammar->n_uris; i++)
    {
      TlsrptSpan span = grammar->uris[i].span;

      g_assert_cmpuint (span.length, >, 0);
      g_assert_cmpuint (span.offset, <=, grammar->length);
      g_assert_cmpuint (span.length, <=, grammar->length - span.offset);
    }
}

/* Texts made of the pieces that matter, with any octet thrown in. */
static char *
random_text (gsize *length)
{
  static const char *const pieces[] = {
    V, "v=", "TLSRPTv1", "rua=", "rua", "RUA=", ";", "; ", " ;", ",", ", ", " ", "\t", "=", "!",
    "!10m", "mailto:", "https://", "http:", "a@b.c", "@", "example.com", "/", "?", "#", "%", "%2C",
    "[::1]", "[", "]", ":", ":443", "x=1", "\"", "\\", "\r\n", "v=spf1", "\xc2\xa0", "\xe2\x80\x9c",
  };
  GString *text = g_string_new (g_test_rand_bit () ? V "; rua=" : NULL);
  int n = g_test_rand_int_range (0, 12);

  for (int i = 0; i < n; i++)
    {
      if (g_test_rand_int_range (0, 5) == 0)
        g_string_append_c (text, (char) g_test_rand_int_range (0, 256));
      else
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
    }

  *length = text->len;

  return g_string_free (text, FALSE);
}

static void
test_random (void)
{
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();

  for (int i = 0; i < 100000; i++)
    {
      gsize length;
      g_autofree char *text = random_text (&length);
      g_autofree char *exact = g_memdup2 (text, MAX (length, 1));

      tlsrpt_grammar_parse (grammar, exact, length);
      assert_well_formed (grammar);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/grammar/parse/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &cases[i], test_parse);
    }

  g_test_add_func ("/grammar/fields", test_fields);
  g_test_add_func ("/grammar/many-findings", test_many_findings);
  g_test_add_func ("/grammar/random", test_random);

  return g_test_run ();
}
