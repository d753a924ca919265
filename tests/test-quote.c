/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-quote.h"

#include <string.h>

typedef struct
{
  const char *name;
  char      *(*quote) (const char *text);
  const char *text;
  const char *quoted;
} Case;

static const Case cases[] = {
  { "hcl/plain", tlsrpt_quote_hcl, "v=TLSRPTv1; rua=x", "\"v=TLSRPTv1; rua=x\"" },
  { "hcl/marks", tlsrpt_quote_hcl, "a\"b\\c", "\"a\\\"b\\\\c\"" },
  { "hcl/template", tlsrpt_quote_hcl, "${a} %{b} $c %d $${e}", "\"$${a} %%{b} $c %d $$${e}\"" },
  { "hcl/line-feed", tlsrpt_quote_hcl, "a\nb", "\"a\\nb\"" },
  { "hcl/empty", tlsrpt_quote_hcl, "", "\"\"" },

  { "json/plain", tlsrpt_quote_json, "v=TLSRPTv1; rua=x", "\"v=TLSRPTv1; rua=x\"" },
  { "json/marks", tlsrpt_quote_json, "a\"b\\c/", "\"a\\\"b\\\\c/\"" },
  { "json/control", tlsrpt_quote_json, "a\nb\x1f", "\"a\\nb\\u001f\"" },
  { "json/not-ascii", tlsrpt_quote_json, "ä\u2028", "\"\\u00e4\\u2028\"" },

  { "octodns/semicolons", tlsrpt_quote_octodns, "a; b;c", "a\\; b\\;c" },

  { "shell/word", tlsrpt_quote_shell, "_smtp._tls.example.com", "_smtp._tls.example.com" },
  { "shell/empty", tlsrpt_quote_shell, "", "''" },
  { "shell/space", tlsrpt_quote_shell, "a b", "'a b'" },
  { "shell/semicolon", tlsrpt_quote_shell, "a;b", "'a;b'" },
  { "shell/dollar", tlsrpt_quote_shell, "$(a)`b`!c", "'$(a)`b`!c'" },
  { "shell/mark", tlsrpt_quote_shell, "o'neil", "'o'\\''neil'" },
  { "shell/tilde", tlsrpt_quote_shell, "~a", "'~a'" },
  { "shell/comment", tlsrpt_quote_shell, "#a", "'#a'" },
  { "shell/brace", tlsrpt_quote_shell, "{a,b}", "'{a,b}'" },
  { "shell/line-feed", tlsrpt_quote_shell, "a\nb", "'a\nb'" },

  { "txt/plain", tlsrpt_quote_txt, "v=TLSRPTv1; rua=x", "\"v=TLSRPTv1; rua=x\"" },
  { "txt/marks", tlsrpt_quote_txt, "a\"b\\c", "\"a\\\"b\\\\c\"" },

  { "yaml/plain", tlsrpt_quote_yaml, "v=x\\; rua=mailto:a@b", "v=x\\; rua=mailto:a@b" },
  { "yaml/name", tlsrpt_quote_yaml, "_smtp._tls", "_smtp._tls" },
  { "yaml/colon", tlsrpt_quote_yaml, "a=b: c", "'a=b: c'" },
  { "yaml/colon-at-end", tlsrpt_quote_yaml, "a=b:", "'a=b:'" },
  { "yaml/comment", tlsrpt_quote_yaml, "a=b #c", "'a=b #c'" },
  { "yaml/hash", tlsrpt_quote_yaml, "a=b#c", "a=b#c" },
  { "yaml/word", tlsrpt_quote_yaml, "true", "'true'" },
  { "yaml/number", tlsrpt_quote_yaml, "1e3", "'1e3'" },
  { "yaml/empty", tlsrpt_quote_yaml, "", "''" },
  { "yaml/mark", tlsrpt_quote_yaml, "'a=b", "'''a=b'" },
  { "yaml/space-at-end", tlsrpt_quote_yaml, "a=b ", "'a=b '" },
  { "yaml/anchor", tlsrpt_quote_yaml, "&a=b", "'&a=b'" },
};

static void
test_quote (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *quoted = c->quote (c->text);

  g_assert_cmpstr (quoted, ==, c->quoted);
}

/* What the shell reads is what was given. */
static void
test_shell (void)
{
  for (int i = 0; i < 1000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *quoted = NULL;
      g_autofree char *line = NULL;
      g_auto (GStrv) argv = NULL;
      int argc;
      int n = g_test_rand_int_range (0, 12);

      for (int j = 0; j < n; j++)
        g_string_append_c (text, (char) g_test_rand_int_range (1, 128));

      quoted = tlsrpt_quote_shell (text->str);
      line = g_strconcat ("x ", quoted, NULL);

      g_assert_true (g_shell_parse_argv (line, &argc, &argv, NULL));
      g_assert_cmpint (argc, ==, 2);
      g_assert_cmpstr (argv[1], ==, text->str);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/quote/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_quote);
    }

  g_test_add_func ("/quote/shell/random", test_shell);

  return g_test_run ();
}
