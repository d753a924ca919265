/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-import-lint.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-lint.h"
#include "tlsrpt-paste.h"

#define V "v=TLSRPTv1; "
#define MAIL "rua=mailto:a@b.example"
#define VM V MAIL

/*
 * An input for each finding: a record, or, with @is_pasted, the text around one.  @end
 * follows @text @n_repeats times.
 */
typedef struct
{
  const char *text;
  const char *end;
  guint       n_repeats;
  gboolean    is_pasted;
} Input;

static const Input inputs[TLSRPT_N_FINDING_CODES] = {
  [TLSRPT_FINDING_EMPTY] = { " " },
  [TLSRPT_FINDING_LEADING_WHITE_SPACE] = { " " VM },
  [TLSRPT_FINDING_QUOTES] = { "\"" VM "\"" },
  [TLSRPT_FINDING_VERSION] = { "hello" },
  [TLSRPT_FINDING_VERSION_CASE] = { "v=tlsrptv1; " MAIL },
  [TLSRPT_FINDING_VERSION_MISSING] = { MAIL },
  [TLSRPT_FINDING_VERSION_MISSPELLED] = { "v=TSLRPTv1; " MAIL },
  [TLSRPT_FINDING_VERSION_UNKNOWN] = { "v=TLSRPTv2; " MAIL },
  [TLSRPT_FINDING_SPF_RECORD] = { "v=spf1 -all" },
  [TLSRPT_FINDING_DMARC_RECORD] = { "v=DMARC1; p=none" },
  [TLSRPT_FINDING_MTA_STS_RECORD] = { "v=STSv1; id=1" },
  [TLSRPT_FINDING_DKIM_RECORD] = { "v=DKIM1; p=MIGf" },
  [TLSRPT_FINDING_BIMI_RECORD] = { "v=BIMI1; l=https://b.example/l.svg" },

  [TLSRPT_FINDING_WRONG_NAME] = {
    "_smtp-tlsrpt.b.example. TXT \"" VM "\"", .is_pasted = TRUE,
  },
  [TLSRPT_FINDING_DOUBLED_NAME] = {
    "_smtp._tls.b.example.b.example. TXT \"" VM "\"", .is_pasted = TRUE,
  },
  [TLSRPT_FINDING_CUT_OFF] = { "_smtp._tls.b.example. TXT \"" VM, .is_pasted = TRUE },

  [TLSRPT_FINDING_MISSING_SEMICOLON] = { "v=TLSRPTv1 " MAIL },
  [TLSRPT_FINDING_EMPTY_FIELD] = { VM ";;" },
  [TLSRPT_FINDING_FIELD_WITHOUT_EQUALS] = { VM "; x" },
  [TLSRPT_FINDING_WHITE_SPACE_AROUND_EQUALS] = { V "rua = mailto:a@b.example" },
  [TLSRPT_FINDING_TRAILING_WHITE_SPACE] = { VM " " },
  [TLSRPT_FINDING_EXTENSION_NAME] = { VM "; _x=y" },
  [TLSRPT_FINDING_EXTENSION_NAME_TOO_LONG] = { VM "; a1234567890_abcdefg.hijklmn-opqrs=x" },
  [TLSRPT_FINDING_EXTENSION_VALUE] = { VM "; x=y=z" },
  [TLSRPT_FINDING_EXTENSION_VALUE_EMPTY] = { VM "; x=" },
  [TLSRPT_FINDING_CONTROL_CHARACTER] = { VM "\n" },
  [TLSRPT_FINDING_NON_ASCII] = { V "rua=mailto:\xc3\xa4@b.example" },
  [TLSRPT_FINDING_MISSING_RUA] = { "v=TLSRPTv1" },

  [TLSRPT_FINDING_EMPTY_URI] = { V "rua=" },
  [TLSRPT_FINDING_EXTRA_COMMA] = { VM "," },
  [TLSRPT_FINDING_BARE_ADDRESS] = { V "rua=a@b.example" },
  [TLSRPT_FINDING_MAILTO_EQUALS] = { V "rua=mailto=a@b.example" },
  [TLSRPT_FINDING_URI_SCHEME] = { V "rua=noscheme" },
  [TLSRPT_FINDING_URI_WHITE_SPACE] = { V "rua=mailto: a@b.example" },
  [TLSRPT_FINDING_URI_CHARACTER] = { V "rua=<mailto:a@b.example>" },
  [TLSRPT_FINDING_URI_PERCENT] = { V "rua=https://b.example/%" },
  [TLSRPT_FINDING_URI_IP_LITERAL] = { V "rua=https://[::::]/" },
  [TLSRPT_FINDING_URI_PORT] = { V "rua=https://b.example:8o/" },
  [TLSRPT_FINDING_RAW_EXCLAMATION] = { V "rua=mailto:a!b@b.example" },
  [TLSRPT_FINDING_SIZE_SUFFIX] = { VM "!10m" },
  [TLSRPT_FINDING_NO_USABLE_DESTINATION] = { V "rua=http://b.example/" },

  [TLSRPT_FINDING_SPACE_BEFORE_FIRST_SEMICOLON] = { "v=TLSRPTv1 ; " MAIL },
  [TLSRPT_FINDING_SPACE_BEFORE_COMMA] = { VM " ,mailto:c@b.example" },
  [TLSRPT_FINDING_SPACE_AFTER_COMMA] = { VM ", mailto:c@b.example" },
  [TLSRPT_FINDING_EXTENSION_BEFORE_RUA] = { V "x=1; " MAIL },
  [TLSRPT_FINDING_RUA_CASE] = { VM "; RUA=x" },
  [TLSRPT_FINDING_SEVERAL_RUA] = { VM "; rua=mailto:c@b.example" },
  [TLSRPT_FINDING_SCHEME_CASE] = { V "rua=MAILTO:a@b.example" },
  [TLSRPT_FINDING_UNSUPPORTED_SCHEME] = { VM ",ftp://c.example/" },
  [TLSRPT_FINDING_HTTP] = { VM ",http://c.example/" },
  [TLSRPT_FINDING_MAILTO_ADDRESS] = { VM ",mailto:c" },
  [TLSRPT_FINDING_ENCODED_LOCAL_PART] = { V "rua=mailto:a%21b@b.example" },
  [TLSRPT_FINDING_MAILTO_QUERY] = { VM "?subject=x" },
  [TLSRPT_FINDING_HOST_NAME] = { V "rua=mailto:a@localhost" },
  [TLSRPT_FINDING_URL_HOST] = { VM ",https:c.example" },
  [TLSRPT_FINDING_URL_PORT] = { VM ",https://c.example:8443/" },
  [TLSRPT_FINDING_URL_PORT_RANGE] = { VM ",https://c.example:0/" },
  [TLSRPT_FINDING_URL_USER_INFO] = { VM ",https://u@c.example/" },
  [TLSRPT_FINDING_URL_IP_ADDRESS] = { VM ",https://192.0.2.1/" },
  [TLSRPT_FINDING_URL_FRAGMENT] = { VM ",https://c.example/#d" },
  [TLSRPT_FINDING_URL_EQUALS_SIGN] = { VM ",https://c.example/?d=e" },
  [TLSRPT_FINDING_NO_MAIL_ADDRESS] = { V "rua=https://c.example/" },
  [TLSRPT_FINDING_VALUE_TOO_LONG] = { VM ",https://c.example/", "x", TLSRPT_LIMIT_VALUE },
  [TLSRPT_FINDING_VALUE_OVER_UDP] = { VM ",https://c.example/", "x", TLSRPT_LIMIT_VALUE_UDP },

  [TLSRPT_FINDING_VALUE_OVER_STRING] = { VM ",https://c.example/", "x", TLSRPT_LIMIT_TXT_STRING },
  [TLSRPT_FINDING_DUPLICATE_DESTINATION] = { VM ",mailto:a@b.example" },
  [TLSRPT_FINDING_MANY_DESTINATIONS] = { VM, ",x:", TLSRPT_LIMIT_DESTINATIONS },
  [TLSRPT_FINDING_SEVERAL_DESTINATIONS] = { VM ",mailto:c@b.example" },
  [TLSRPT_FINDING_EXTENSION] = { VM "; x=1" },
  [TLSRPT_FINDING_MORE] = { VM, ";", TLSRPT_LIMIT_FINDINGS + 1 },
};

static GString *
make_text (const Input *input)
{
  GString *text = g_string_new (input->text);

  for (guint i = 0; i < input->n_repeats; i++)
    g_string_append (text, input->end);

  return text;
}

static gboolean
has_code (const TlsrptGrammar *grammar,
          TlsrptFindingCode    code)
{
  for (gsize i = 0; i < grammar->n_findings; i++)
    {
      if (grammar->findings[i].code == code)
        return TRUE;
    }

  return FALSE;
}

static void
test_code (gconstpointer data)
{
  TlsrptFindingCode code = GPOINTER_TO_UINT (data);
  const Input *input = &inputs[code];
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GString) text = NULL;

  /* Only the terminal program reads a line so far that it is too long; see test-cli-lint. */
  if (code == TLSRPT_FINDING_TEXT_TOO_LONG)
    return;

  if (input->text == NULL)
    {
      g_test_fail_printf ("no input of this test leads to the finding");
      return;
    }

  text = make_text (input);
  if (input->is_pasted)
    {
      records = tlsrpt_paste_read (text->str, text->len, NULL);
      g_assert_nonnull (records);
      g_assert_cmpuint (records->len, ==, 1);
      tlsrpt_import_lint (grammar, g_ptr_array_index (records, 0));
    }
  else
    {
      tlsrpt_grammar_lint (grammar, text->str, text->len);
    }

  g_assert_true (has_code (grammar, code));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint code = 0; code < TLSRPT_N_FINDING_CODES; code++)
    {
      TlsrptFinding finding = { code, 0, 0 };
      g_autofree char *path = g_strdup_printf ("/finding-codes/%u-%s", code,
                                               tlsrpt_finding_get_code_name (&finding));

      g_test_add_data_func (path, GUINT_TO_POINTER (code), test_code);
    }

  return g_test_run ();
}
