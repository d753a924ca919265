/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-markup.h"

#include "tlsrpt-range.h"
#include "tlsrpt-redirect.h"

#include <string.h>

/* A page that shows markup as text has encoded it twice. */
#define MAX_PASSES 3

/* The longest name of a character reference that is known below. */
#define MAX_REFERENCE 16

/* What stands at a place: @kept is what remains of it, unless @plain is set. */
typedef struct
{
  TlsrptMarkupKinds kind;
  gsize             end;
  TlsrptRange       kept;
  const char       *plain;
  char              character[8];
  gboolean          has_blank; /* one before it goes with it */
} Match;

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
match_number (const char  *text,
              TlsrptRange  name,
              Match       *match)
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
static gboolean
match_reference (const char *text,
                 gsize       length,
                 gsize       at,
                 Match      *match)
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
static gboolean
match_tag (const char *text,
           gsize       length,
           gsize       at,
           Match      *match)
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

  if (name.end == name.start || name.end == length || (text[name.end] != '>' && text[name.end] != '/' &&
                             !g_ascii_isspace (text[name.end])))
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

/* An address without what a link adds to it or leaves out. */
static TlsrptRange
strip_scheme (const char  *text,
              TlsrptRange  range)
{
  static const char *const schemes[] = { "mailto:", "https://", "http://" };

  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      if (tlsrpt_range_starts_caseless (text, range, schemes[i]))
        {
          range.start += strlen (schemes[i]);
          break;
        }
    }

  if (range.end > range.start && text[range.end - 1] == '/')
    range.end--;

  return range;
}

/* Whether a link leads to what its text says.  If not, nobody knows which is meant. */
static gboolean
same_address (const char  *text,
              TlsrptRange  label,
              TlsrptRange  target)
{
  label = strip_scheme (text, label);
  target = strip_scheme (text, target);

  return label.end > label.start && label.end - label.start == target.end - target.start &&
         g_ascii_strncasecmp (text + label.start, text + target.start,
                              label.end - label.start) == 0;
}

static gboolean
is_target (const char  *text,
           TlsrptRange  range)
{
  return tlsrpt_range_starts_caseless (text, range, "mailto:") ||
         tlsrpt_range_starts_caseless (text, range, "https:") ||
         tlsrpt_range_starts_caseless (text, range, "http:");
}

static gsize
find_any (const char *text,
          gsize       at,
          gsize       end,
          const char *stops)
{
  while (at < end && (text[at] == '\0' || strchr (stops, text[at]) == NULL))
    at++;

  return at;
}

static gboolean
keep_label (const char  *text,
            TlsrptRange  label,
            TlsrptRange  target,
            gsize        end,
            Match       *match)
{
  if (!is_target (text, target) || !same_address (text, label, target))
    return FALSE;

  match->kind = TLSRPT_MARKUP_LINK;
  match->kept = label;
  match->end = end;

  return TRUE;
}

/* “[label](target)” of Markdown, with a title or without. */
static gboolean
match_markdown (const char  *text,
                gsize        length,
                TlsrptRange  label,
                Match       *match)
{
  TlsrptRange target;
  gsize end;

  target.start = label.end + 2;
  if (target.start < length && text[target.start] == '<')
    target.start++;
  target.end = find_any (text, target.start, length, " \t\r\n<>()[");
  end = find_any (text, target.end, length, ")\n[<");

  return end < length && text[end] == ')' && keep_label (text, label, target, end + 1, match);
}

/* “[.]”, “[@]”, “[at]” and “[dot]”, which keep a text from becoming a link. */
static gboolean
match_defanged (const char  *text,
                gsize        length,
                TlsrptRange  label,
                Match       *match)
{
  static const struct
  {
    const char *name;
    const char *plain;
  } marks[] = { { ".", "." }, { "@", "@" }, { ":", ":" }, { "at", "@" }, { "dot", "." } };

  if (label.start < 2 || !g_ascii_isalnum (text[label.start - 2]) || label.end + 1 >= length ||
      (!g_ascii_isalnum (text[label.end + 1]) && text[label.end + 1] != '/'))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (tlsrpt_range_equals_caseless (text, label, marks[i].name))
        {
          match->kind = TLSRPT_MARKUP_LINK;
          match->plain = marks[i].plain;
          match->end = label.end + 1;
          return TRUE;
        }
    }

  return FALSE;
}

/* “[email]…[/email]” and “[url=…]…[/url]” of forums. */
static gboolean
match_forum (const char  *text,
             gsize        length,
             TlsrptRange  label,
             Match       *match)
{
  static const char *const names[] = { "email", "mail", "url", "code", "tt" };
  gsize end = label.start;
  TlsrptRange name;

  if (end < label.end && text[end] == '/')
    end++;
  name.start = end;
  while (end < label.end && g_ascii_isalpha (text[end]))
    end++;
  name.end = end;

  if (end < label.end && text[end] != '=')
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (tlsrpt_range_equals_caseless (text, name, names[i]))
        {
          match->kind = TLSRPT_MARKUP_LINK;
          match->plain = "";
          match->end = label.end + 1;
          return TRUE;
        }
    }

  return FALSE;
}

/* What begins with a bracket: Markdown, Jira and MediaWiki, Org, forums. */
static gboolean
match_bracket (const char *text,
               gsize       length,
               gsize       at,
               Match      *match)
{
  TlsrptRange label = { at + 1, find_any (text, at + 1, length, "[]\n") };
  gsize middle;

  /* “[[target][label]]” */
  if (label.end == label.start && label.end < length && text[label.end] == '[')
    {
      TlsrptRange target = { at + 2, find_any (text, at + 2, length, "[]\n") };
      TlsrptRange second;

      if (length - target.end < 2 || memcmp (text + target.end, "][", 2) != 0)
        return FALSE;

      second.start = target.end + 2;
      second.end = find_any (text, second.start, length, "[]\n");

      return length - second.end >= 2 && memcmp (text + second.end, "]]", 2) == 0 &&
             keep_label (text, second, target, second.end + 2, match);
    }

  if (label.end == length || text[label.end] != ']')
    return FALSE;

  if (label.end + 1 < length && text[label.end + 1] == '(' &&
      match_markdown (text, length, label, match))
    return TRUE;

  middle = find_any (text, label.start, label.end, "| ");
  if (middle < label.end)
    {
      TlsrptRange first = { label.start, middle };
      TlsrptRange second = { middle + 1, label.end };

      return keep_label (text, text[middle] == '|' ? first : second,
                         text[middle] == '|' ? second : first, label.end + 1, match);
    }

  return match_defanged (text, length, label, match) || match_forum (text, length, label, match);
}

/* “<mailto:a|a>” of Slack; “a<mailto:a>” as mail programs write a link into plain
 * text. */
static gboolean
match_angle (const char *text,
             gsize       length,
             gsize       at,
             Match      *match)
{
  TlsrptRange inner = { at + 1, find_any (text, at + 1, length, "<>\n") };
  TlsrptRange before = { 0, at };
  TlsrptRange target;
  gsize middle;

  if (inner.end == length || text[inner.end] != '>' || inner.end == inner.start)
    return FALSE;

  middle = find_any (text, inner.start, inner.end, "|");
  if (middle < inner.end)
    return keep_label (text, (TlsrptRange) { middle + 1, inner.end },
                       (TlsrptRange) { inner.start, middle }, inner.end + 1, match);

  if (!is_target (text, inner) || find_any (text, inner.start, inner.end, " \t") < inner.end)
    return FALSE;

  match->kind = TLSRPT_MARKUP_LINK;
  match->end = inner.end + 1;

  target = strip_scheme (text, inner);
  if (before.end > 0 && text[before.end - 1] == ' ')
    before.end--;
  if (before.end > 0 && text[before.end - 1] == '/')
    before.end--;
  if (target.end > target.start && before.end >= target.end - target.start)
    {
      before.start = before.end - (target.end - target.start);
      if (same_address (text, before, target) &&
          (before.start == 0 || !g_ascii_isalnum (text[before.start - 1])))
        {
          match->plain = "";
          return TRUE;
        }
    }

  return FALSE;
}

/* “mailto:a[a]” of AsciiDoc, “a [mailto:a]” of Outlook, where it makes plain text. */
static gboolean
match_after (const char *text,
             gsize       length,
             gsize       at,
             Match      *match)
{
  TlsrptRange whole = { at + 1, find_any (text, at + 1, length, "[]\n") };
  TlsrptRange label = is_target (text, whole) ? strip_scheme (text, whole) : whole;
  TlsrptRange before = { at, at };

  match->has_blank = is_target (text, whole) && before.end > 0 && text[before.end - 1] == ' ';
  before.end -= match->has_blank;
  if (whole.end == length || text[whole.end] != ']' ||
      label.end - label.start < 3 || before.end < label.end - label.start)
    return FALSE;

  before.start = before.end - (label.end - label.start);
  if (memchr (text + label.start, '.', label.end - label.start) == NULL ||
      !same_address (text, before, label))
    return FALSE;

  match->kind = TLSRPT_MARKUP_LINK;
  match->plain = "";
  match->end = whole.end + 1;

  return TRUE;
}

static gboolean
find_match (const char *text,
            gsize       length,
            gsize       at,
            Match      *match)
{
  *match = (Match) { 0 };

  switch (text[at])
    {
    case '&':
      return match_reference (text, length, at, match);

    case '<':
      return match_tag (text, length, at, match) || match_angle (text, length, at, match);

    case '[':
      return match_bracket (text, length, at, match) || match_after (text, length, at, match);

    default:
      return FALSE;
    }
}

/* What markup begins with, or the end. */
static gsize
find_begin (const GString *text,
            gsize          at)
{
  for (; at < text->len; at++)
    {
      char c = text->str[at];

      if (c == '&' || c == '<' || c == '[')
        break;
    }

  return at;
}

/* Copies @text without its markup; returns what there was of it. */
static TlsrptMarkupKinds
remove_once (GString *text,
             GArray  *offsets)
{
  g_autoptr (GString) result = NULL;
  g_autoptr (GArray) places = NULL;
  TlsrptMarkupKinds kinds = TLSRPT_MARKUP_NONE;
  Match match;
  gsize at = 0;

  /* Most texts have none, and are not copied. */
  for (at = find_begin (text, 0);
       at < text->len && !find_match (text->str, text->len, at, &match);
       at = find_begin (text, at + 1))
    ;

  if (at == text->len)
    return kinds;

  at = 0;
  result = g_string_sized_new (text->len);
  if (offsets != NULL)
    places = g_array_sized_new (FALSE, FALSE, sizeof (guint32), offsets->len);

  while (at < text->len)
    {
      gsize stop = find_begin (text, at);

      g_string_append_len (result, text->str + at, stop - at);
      if (places != NULL)
        g_array_append_vals (places, &g_array_index (offsets, guint32, at), stop - at);
      at = stop;
      if (at == text->len)
        break;

      if (!find_match (text->str, text->len, at, &match))
        {
          g_string_append_c (result, text->str[at]);
          if (places != NULL)
            g_array_append_val (places, g_array_index (offsets, guint32, at));
          at++;
          continue;
        }

      kinds |= match.kind;
      if (match.has_blank && result->len > 0)
        {
          g_string_truncate (result, result->len - 1);
          if (places != NULL)
            g_array_set_size (places, places->len - 1);
        }
      if (match.plain == NULL)
        {
          gsize length = match.kept.end - match.kept.start;

          g_string_append_len (result, text->str + match.kept.start, length);
          if (places != NULL)
            g_array_append_vals (places, &g_array_index (offsets, guint32, match.kept.start),
                                 length);
        }

      for (const char *p = match.plain; p != NULL && *p != '\0'; p++)
        {
          g_string_append_c (result, *p);
          if (places != NULL)
            g_array_append_val (places, g_array_index (offsets, guint32, at));
        }

      at = match.end;
    }

  if (kinds == TLSRPT_MARKUP_NONE)
    return kinds;

  if (places != NULL)
    {
      /* Its end, if there is a place for it. */
      if (offsets->len > text->len)
        g_array_append_val (places, g_array_index (offsets, guint32, text->len));
      g_array_set_size (offsets, 0);
      g_array_append_vals (offsets, places->data, places->len);
    }

  g_string_truncate (text, 0);
  g_string_append_len (text, result->str, result->len);

  return kinds;
}

/**
 * tlsrpt_markup_remove:
 * @text: octets of any kind
 * @offsets: (nullable) (element-type guint32): for each octet of @text, and for its
 *   end, where it comes from; it is kept right
 *
 * Undoes what web pages, chats, wikis and mail programs do to a text: character
 * references and tags of HTML, addresses that are links to themselves, and links that
 * lead through a service.  A link that leads elsewhere than its text says stays, since
 * nobody knows what is meant.
 *
 * Returns: what was undone
 */
TlsrptMarkupKinds
tlsrpt_markup_remove (GString *text,
                      GArray  *offsets)
{
  TlsrptMarkupKinds kinds = TLSRPT_MARKUP_NONE;

  for (int i = 0; i < MAX_PASSES; i++)
    {
      TlsrptMarkupKinds found = remove_once (text, offsets);

      if (tlsrpt_redirect_remove (text, offsets))
        found |= TLSRPT_MARKUP_REDIRECT;

      if (found == TLSRPT_MARKUP_NONE)
        break;

      kinds |= found;
    }

  return kinds;
}

/**
 * tlsrpt_markup_undo:
 * @text: octets of any kind
 * @length: octets of @text
 *
 * Copies a text without its markup.
 *
 * Returns: (transfer full) (nullable): the text, or `NULL` if there is no markup
 */
char *
tlsrpt_markup_undo (const char *text,
                    gsize       length)
{
  g_autoptr (GString) copy = g_string_new_len (text, length);

  if (tlsrpt_markup_remove (copy, NULL) == TLSRPT_MARKUP_NONE)
    return NULL;

  return g_string_free (g_steal_pointer (&copy), FALSE);
}
