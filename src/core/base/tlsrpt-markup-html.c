/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-markup-private.h"

#include <string.h>

/* The longest name of a character reference that is known below. */
#define MAX_REFERENCE 16

/* Names of HTML for characters that a record, or the text around one, contains. */
static const struct
{
  const char *name;
  const char *plain;
} references[] = {
  { "quot", "\"" }, { "amp", "&" }, { "lt", "<" }, { "gt", ">" }, { "apos", "'" },
  { "nbsp", " " }, { "commat", "@" }, { "colon", ":" }, { "semi", ";" }, { "equals", "=" },
  { "period", "." }, { "comma", "," }, { "lowbar", "_" }, { "UnderBar", "_" }, { "sol", "/" },
  { "percnt", "%" }, { "excl", "!" }, { "num", "#" }, { "quest", "?" }, { "plus", "+" },
  { "hyphen", "-" }, { "dash", "-" }, { "shy", "" }, { "ZeroWidthSpace", "" }, { "zwnj", "" },
  { "zwj", "" }, { "Tab", "\t" }, { "NewLine", "\n" }, { "lpar", "(" }, { "rpar", ")" },
  { "lsqb", "[" }, { "lbrack", "[" }, { "rsqb", "]" }, { "rbrack", "]" }, { "lcub", "{" },
  { "lbrace", "{" }, { "rcub", "}" }, { "rbrace", "}" }, { "vert", "|" }, { "verbar", "|" },
  { "ldquo", "\"" }, { "rdquo", "\"" }, { "bdquo", "\"" }, { "laquo", "\"" }, { "raquo", "\"" },
  { "lsquo", "'" }, { "rsquo", "'" }, { "ensp", " " }, { "emsp", " " }, { "thinsp", " " },
};

/* Tags that are looked for; an address between angle brackets is none.  Those that
 * begin a line or a cell leave white space. */
static const struct
{
  const char *name;
  const char *plain;
} tags[] = {
  { "a", "" }, { "abbr", "" }, { "b", "" }, { "body", "\n" }, { "br", "\n" }, { "code", "" },
  { "dd", "\n" }, { "div", "\n" }, { "dl", "\n" }, { "dt", "\n" }, { "em", "" }, { "font", "" },
  { "h1", "\n" }, { "h2", "\n" }, { "h3", "\n" }, { "h4", "\n" }, { "h5", "\n" }, { "h6", "\n" },
  { "head", "\n" }, { "html", "\n" }, { "i", "" }, { "kbd", "" }, { "li", "\n" }, { "mark", "" },
  { "meta", "" }, { "ol", "\n" }, { "p", "\n" }, { "pre", "\n" }, { "samp", "" }, { "small", "" },
  { "span", "" }, { "strong", "" }, { "sub", "" }, { "sup", "" }, { "table", "\n" },
  { "tbody", "\n" }, { "td", "\t" }, { "th", "\t" }, { "thead", "\n" }, { "title", "\n" },
  { "tr", "\n" }, { "tt", "" }, { "u", "" }, { "ul", "\n" }, { "wbr", "" },
};

static gboolean
match_number (const char        *text,
              TlsrptRange        name,
              TlsrptMarkupMatch *match)
{
  gboolean is_hex = name.end - name.start > 1 && g_ascii_tolower (text[name.start + 1]) == 'x';
  gsize digits = name.start + (is_hex ? 2 : 1);
  gunichar c = 0;

  if (digits == name.end)
    return FALSE;

  for (gsize i = digits; i < name.end; i++)
    {
      int value = is_hex ? g_ascii_xdigit_value (text[i]) : g_ascii_digit_value (text[i]);

      if (value < 0 || c > 0x110000)
        return FALSE;
      c = c * (is_hex ? 16 : 10) + value;
    }

  if (c == 0 || !g_unichar_validate (c))
    return FALSE;

  g_unichar_to_utf8 (c, match->character);
  match->plain = match->character;

  return TRUE;
}

/* “&quot;”, “&#58;” or “&#x3a;”. */
gboolean
tlsrpt_markup_match_reference (const char        *text,
                               gsize              length,
                               gsize              at,
                               TlsrptMarkupMatch *match)
{
  TlsrptRange name = { at + 1, at + 1 };

  while (name.end < length && name.end - name.start <= MAX_REFERENCE &&
         (g_ascii_isalnum (text[name.end]) || (text[name.end] == '#' && name.end == name.start)))
    name.end++;

  if (name.end == name.start || name.end >= length || text[name.end] != ';')
    return FALSE;

  match->kind = TLSRPT_MARKUP_HTML;
  match->end = name.end + 1;

  if (text[name.start] == '#')
    return match_number (text, name, match);

  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      if (tlsrpt_range_equals (text, name, references[i].name))
        {
          match->plain = references[i].plain;
          return TRUE;
        }
    }

  return FALSE;
}

/* “<br>”, “</td>”, “<a href="…">”, and a comment with all that is in it. */
gboolean
tlsrpt_markup_match_tag (const char        *text,
                         gsize              length,
                         gsize              at,
                         TlsrptMarkupMatch *match)
{
  TlsrptRange name = { at + 1, at + 1 };
  gsize end;

  match->kind = TLSRPT_MARKUP_HTML;

  if (length - at > 4 && memcmp (text + at, "<!--", 4) == 0)
    {
      match->plain = "";

      for (end = at + 4; length - end >= 4; end++)
        {
          if (memcmp (text + end, "-->", 3) == 0 || memcmp (text + end, "<!--", 4) == 0)
            break;
        }

      match->end = end + 3;
      return length - end >= 3 && memcmp (text + end, "-->", 3) == 0;
    }

  if (name.start < length && text[name.start] == '/')
    name.start++;
  name.end = name.start;
  while (name.end < length && g_ascii_isalnum (text[name.end]))
    name.end++;

  if (name.end == name.start || name.end == length ||
      (text[name.end] != '>' && text[name.end] != '/' && !g_ascii_isspace (text[name.end])))
    return FALSE;

  for (end = name.end; end < length && text[end] != '>'; end++)
    {
      if (text[end] == '<')
        return FALSE;
    }

  if (end == length)
    return FALSE;

  match->end = end + 1;

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      if (tags[i].name[0] == g_ascii_tolower (text[name.start]) &&
          tlsrpt_range_equals_caseless (text, name, tags[i].name))
        {
          match->plain = tags[i].plain;
          return TRUE;
        }
    }

  return FALSE;
}
