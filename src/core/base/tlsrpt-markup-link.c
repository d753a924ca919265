/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-markup-private.h"

#include <string.h>

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
keep_label (const char        *text,
            TlsrptRange        label,
            TlsrptRange        target,
            gsize              end,
            TlsrptMarkupMatch *match)
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
match_markdown (const char        *text,
                gsize              length,
                TlsrptRange        label,
                TlsrptMarkupMatch *match)
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
match_defanged (const char        *text,
                gsize              length,
                TlsrptRange        label,
                TlsrptMarkupMatch *match)
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
match_forum (const char        *text,
             gsize              length,
             TlsrptRange        label,
             TlsrptMarkupMatch *match)
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
gboolean
tlsrpt_markup_match_bracket (const char        *text,
                             gsize              length,
                             gsize              at,
                             TlsrptMarkupMatch *match)
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
gboolean
tlsrpt_markup_match_angle (const char        *text,
                           gsize              length,
                           gsize              at,
                           TlsrptMarkupMatch *match)
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
gboolean
tlsrpt_markup_match_after (const char        *text,
                           gsize              length,
                           gsize              at,
                           TlsrptMarkupMatch *match)
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
