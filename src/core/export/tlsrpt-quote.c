/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-quote.h"

#include "tlsrpt-json-writer.h"
#include "tlsrpt-txt.h"

#include <string.h>

/**
 * tlsrpt_quote_hcl:
 * @text: any text
 *
 * Quotes a text for HCL, the language of Terraform: a template without one.
 *
 * Returns: (transfer full): a string literal
 */
char *
tlsrpt_quote_hcl (const char *text)
{
  GString *quoted = g_string_new ("\"");

  for (; *text != '\0'; text++)
    {
      if (*text == '"' || *text == '\\')
        g_string_append_c (quoted, '\\');

      /* “${” and “%{” begin what Terraform evaluates. */
      if ((*text == '$' || *text == '%') && text[1] == '{')
        g_string_append_c (quoted, *text);

      if (*text == '\n')
        g_string_append (quoted, "\\n");
      else if (g_ascii_iscntrl (*text))
        g_string_append_printf (quoted, "\\u%04x", *text);
      else
        g_string_append_c (quoted, *text);
    }

  g_string_append_c (quoted, '"');

  return g_string_free (quoted, FALSE);
}

/**
 * tlsrpt_quote_json:
 * @text: any text
 *
 * Quotes a text for JSON, and so for JavaScript.
 *
 * Returns: (transfer full): a string literal
 */
char *
tlsrpt_quote_json (const char *text)
{
  GString *quoted = g_string_new (NULL);
  TlsrptJsonWriter writer;

  tlsrpt_json_writer_init (&writer, quoted, TLSRPT_JSON_COMPACT);
  tlsrpt_json_writer_string (&writer, NULL, text);

  return g_string_free (quoted, FALSE);
}

/**
 * tlsrpt_quote_octodns:
 * @text: any text
 *
 * Escapes the value of a TXT record as octoDNS wants it: each semicolon.
 *
 * Returns: (transfer full): the value
 */
char *
tlsrpt_quote_octodns (const char *text)
{
  GString *escaped = g_string_new (text);

  g_string_replace (escaped, ";", "\\;", 0);

  return g_string_free (escaped, FALSE);
}

/**
 * tlsrpt_quote_shell:
 * @text: any text
 *
 * Quotes a text for a POSIX shell, unless it is a word that needs none.
 *
 * Returns: (transfer full): one word of a command line
 */
char *
tlsrpt_quote_shell (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) && strchr ("_-.,:/@%+=", *p) == NULL)
        return g_shell_quote (text);
    }

  return *text != '\0' ? g_strdup (text) : g_shell_quote (text);
}

/**
 * tlsrpt_quote_txt:
 * @text: the value of a TXT record
 *
 * Quotes a value as a zone file shows it: strings of at most 255 octets.
 *
 * Returns: (transfer full): the strings
 */
char *
tlsrpt_quote_txt (const char *text)
{
  GString *quoted = g_string_new (NULL);

  tlsrpt_txt_append (quoted, text);

  return g_string_free (quoted, FALSE);
}

/* Whether YAML reads the text as the string it is, without quotation marks: it
 * begins with a letter and has nothing in it that means something. */
static gboolean
is_plain_yaml (const char *text)
{
  if (!g_ascii_isalpha (text[0]) && text[0] != '_')
    return FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isprint (*p) || (*p == ':' && (p[1] == ' ' || p[1] == '\0')) ||
          (*p == ' ' && (p[1] == '#' || p[1] == '\0')))
        return FALSE;
    }

  /* “true”, “no”, “null” and their like are words without an equals sign. */
  return strchr (text, '=') != NULL || text[0] == '_';
}

/* Between double quotation marks YAML knows escapes; only there can a text have
 * line feeds and what else cannot be printed. */
static char *
quote_yaml_escaped (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *quoted = g_string_new ("\"");

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '"' || c == '\\')
        g_string_append_printf (quoted, "\\%c", (char) c);
      else if (c >= 0x20 && c < 0x7f)
        g_string_append_c (quoted, (char) c);
      else
        g_string_append_printf (quoted, "\\U%08x", c);
    }

  g_string_append_c (quoted, '"');

  return g_string_free (quoted, FALSE);
}

/**
 * tlsrpt_quote_yaml:
 * @text: any text
 *
 * Quotes a text for YAML, unless it needs no marks.
 *
 * Returns: (transfer full): a scalar
 */
char *
tlsrpt_quote_yaml (const char *text)
{
  GString *quoted;

  if (is_plain_yaml (text))
    return g_strdup (text);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isprint (*p))
        return quote_yaml_escaped (text);
    }

  quoted = g_string_new (text);
  g_string_replace (quoted, "'", "''", 0);
  g_string_prepend_c (quoted, '\'');
  g_string_append_c (quoted, '\'');

  return g_string_free (quoted, FALSE);
}
