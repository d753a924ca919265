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
  { "hcl/control", tlsrpt_quote_hcl, "a\tb\x7f", "\"a\\u0009b\\u007f\"" },
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
  { "yaml/line-feed", tlsrpt_quote_yaml, "a=b\n\"\\", "\"a=b\\U0000000a\\\"\\\\\"" },
  { "yaml/not-ascii", tlsrpt_quote_yaml, "a=\u00e4", "\"a=\\U000000e4\"" },
  { "yaml/anchor", tlsrpt_quote_yaml, "&a=b", "'&a=b'" },
};

static void
test_quote (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *quoted = c->quote (c->text);

  g_assert_cmpstr (quoted, ==, c->quoted);
}

/* Readers of what was quoted, each the opposite of a writer and written apart from
 * it.  They stop at the first octet that could not stand there. */

/* “\\x” and “\\ddd” of a zone file; strings of at most 255 octets. */
static char *
read_txt (const char *p)
{
  GString *text = g_string_new (NULL);
  gsize length = 0;
  gboolean is_open = FALSE;

  for (; *p != '\0'; p++)
    {
      g_assert_true (g_ascii_isprint (*p));

      if (*p == '"')
        {
          is_open = !is_open;
          length = 0;
        }
      else if (!is_open)
        {
          g_assert_cmpint (*p, ==, ' ');
        }
      else
        {
          char c = *p;

          if (c == '\\' && g_ascii_isdigit (p[1]))
            {
              c = (char) ((p[1] - '0') * 100 + (p[2] - '0') * 10 + (p[3] - '0'));
              p += 3;
            }
          else if (c == '\\')
            {
              c = *++p;
            }

          g_string_append_c (text, c);
          g_assert_cmpuint (++length, <=, 255);
        }
    }

  g_assert_false (is_open);

  return g_string_free (text, FALSE);
}

/* A literal between double quotation marks, as JSON, HCL and YAML have it. */
static char *
read_escapes (const char *p)
{
  GString *text = g_string_new (NULL);

  g_assert_cmpint (*p++, ==, '"');

  while (*p != '"')
    {
      g_assert_true (*p != '\0' && !g_ascii_iscntrl (*p));

      if (*p != '\\')
        {
          g_string_append_c (text, *p++);
          continue;
        }

      p++;
      if (*p == 'u' || *p == 'U')
        {
          gsize n_digits = *p++ == 'u' ? 4 : 8;
          g_autofree char *digits = g_strndup (p, n_digits);

          g_string_append_unichar (text, (gunichar) g_ascii_strtoull (digits, NULL, 16));
          p += n_digits;
        }
      else
        {
          static const char letters[] = "n\nt\tr\rb\bf\f\"\"\\\\//";
          const char *found = strchr (letters, *p++);

          g_assert_nonnull (found);
          g_string_append_c (text, found[1]);
        }
    }

  g_assert_cmpint (p[1], ==, '\0');

  return g_string_free (text, FALSE);
}

static char *
read_hcl (const char *p)
{
  GString *text;
  char *unescaped = read_escapes (p);

  text = g_string_new_len (unescaped, strlen (unescaped));
  g_free (unescaped);

  for (gsize i = 0; i + 1 < text->len; i++)
    {
      if ((text->str[i] != '$' && text->str[i] != '%') || text->str[i + 1] != '{')
        continue;

      /* A template, unless the sign is there twice. */
      g_assert_cmpuint (i, >, 0);
      g_assert_cmpint (text->str[i - 1], ==, text->str[i]);
      g_string_erase (text, i, 1);
    }

  return g_string_free (text, FALSE);
}

static char *
read_yaml (const char *p)
{
  GString *text;

  if (*p == '"')
    return read_escapes (p);

  if (*p != '\'')
    {
      /* Plain: begins harmlessly, ends no key, begins no comment. */
      g_assert_true (g_ascii_isalpha (*p) || *p == '_');
      g_assert_null (strstr (p, ": "));
      g_assert_null (strstr (p, " #"));
      g_assert_null (strpbrk (p, "\t\r\n"));
      g_assert_false (g_str_has_suffix (p, ":") || g_str_has_suffix (p, " "));

      return g_strdup (p);
    }

  text = g_string_new_len (p + 1, strlen (p) - 2);
  g_assert_true (g_str_has_suffix (p, "'"));
  for (const char *q = text->str; *q != '\0'; q++)
    {
      g_assert_true (g_ascii_isprint (*q));
      if (*q == '\'')
        g_assert_cmpint (*++q, ==, '\'');
    }
  g_string_replace (text, "''", "'", 0);

  return g_string_free (text, FALSE);
}

static char *
read_shell (const char *p)
{
  g_autofree char *line = g_strconcat ("x ", p, " y", NULL);
  g_auto (GStrv) argv = NULL;
  int argc;

  g_assert_true (g_shell_parse_argv (line, &argc, &argv, NULL));
  g_assert_cmpint (argc, ==, 3);

  return g_strdup (argv[1]);
}

static char *
read_octodns (const char *p)
{
  GString *text = g_string_new (p);

  g_string_replace (text, "\\;", ";", 0);

  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *name;
  char      *(*quote) (const char *text);
  char      *(*read)  (const char *quoted);
  int         last; /* octet */
} Language;

static const Language languages[] = {
  { "hcl", tlsrpt_quote_hcl, read_hcl, 0x7f },
  { "json", tlsrpt_quote_json, read_escapes, 0x7f },
  { "octodns", tlsrpt_quote_octodns, read_octodns, 0xff },
  { "shell", tlsrpt_quote_shell, read_shell, 0xff },
  { "txt", tlsrpt_quote_txt, read_txt, 0xff },
  { "yaml", tlsrpt_quote_yaml, read_yaml, 0x7f },
};

/* What a language reads is what was given, and nothing gets out. */
static void
test_random (gconstpointer data)
{
  static const char marks[] = "\"'\\;$%{}@# :\n\r\t`!()[]&|<>*?~=,-_";
  const Language *language = data;

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *quoted = NULL;
      g_autofree char *again = NULL;
      int n = g_test_rand_int_range (0, i % 100 == 0 ? 600 : 12);

      for (int j = 0; j < n; j++)
        {
          if (g_test_rand_bit ())
            g_string_append_c (text, marks[g_test_rand_int_range (0, sizeof marks - 1)]);
          else
            g_string_append_c (text, (char) g_test_rand_int_range (1, language->last + 1));
        }

      quoted = language->quote (text->str);
      again = language->read (quoted);
      g_assert_cmpstr (again, ==, text->str);
    }
}

/* Octets that are no UTF-8 stay within the quotation marks, whatever becomes of them. */
static void
test_odd_octets (void)
{
  static const char *const texts[] = { "\xff", "a\xc3", "\xc3\"", "\xe2\x80", "\xf0\x9f\"\n", "\xc0\xa2" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *json = tlsrpt_quote_json (texts[i]);
      g_autofree char *yaml = tlsrpt_quote_yaml (texts[i]);
      g_autofree char *hcl = tlsrpt_quote_hcl (texts[i]);

      g_free (read_escapes (json));
      g_free (read_escapes (yaml));
      g_free (read_escapes (hcl));
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

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_strdup_printf ("/quote/%s/random", languages[i].name);

      g_test_add_data_func (path, &languages[i], test_random);
    }

  g_test_add_func ("/quote/odd-octets", test_odd_octets);

  return g_test_run ();
}
