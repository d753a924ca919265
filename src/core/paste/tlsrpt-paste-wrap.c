/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A mail program, a terminal or a table may break a value anywhere, and then nobody
 * knows whether the next line is the rest of an address or something else. */

#include "config.h"

#include "tlsrpt-paste-private.h"

#include "tlsrpt-public-suffix.h"

/* The longest last label of a host in use; a longer one is a word. */
#define MAX_TOP_LABEL 24

/* How the last destination of a value ends. */
typedef enum
{
  END_NONE, /* there is no destination, or another field follows */
  END_OPEN, /* no address or URL ends so */
  END_HOST, /* within a host that may be whole */
  END_PATH, /* within what follows the host of a URL */
} End;

static gboolean
is_host_char (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '.';
}

static gboolean
is_uri_char (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr ("-._~%@/?&=+:#!$*", c) != NULL);
}

/* The end of the last destination in a value, from its beginning. */
static gboolean
find_last_destination (TlsrptCursor *value)
{
  static const char start[] = "rua=";
  gboolean found = FALSE;

  for (gsize i = value->end; i > value->at && !found; i--)
    {
      TlsrptCursor cursor = { value->text, i - 1, value->end };

      if (value->text[i - 1] == ';')
        return FALSE;

      found = tlsrpt_cursor_starts (&cursor, start);
      if (found)
        value->at = i - 1 + strlen (start);
    }

  for (gsize i = value->end; found && i > value->at; i--)
    {
      if (value->text[i - 1] == ',')
        {
          value->at = i;
          break;
        }
    }

  tlsrpt_cursor_skip_blanks (value);

  return found && value->at < value->end;
}

/* Whether a host is none yet; @value is what stands of it. */
static gboolean
is_open_host (TlsrptCursor value)
{
  return value.end - value.at < 2 || !g_ascii_isalnum (value.text[value.end - 1]) ||
         value.text[value.end - 2] == '.' || tlsrpt_cursor_find (&value, '.') == value.end;
}

/* How a value ends; of a host, @value becomes that. */
static End
get_end (TlsrptCursor *value)
{
  gboolean is_url;
  gsize at;

  if (!find_last_destination (value))
    return END_NONE;

  is_url = tlsrpt_cursor_starts (value, "https:") || tlsrpt_cursor_starts (value, "http:");
  if (!is_url)
    {
      at = tlsrpt_cursor_find (value, '@');
      if (at == value->end)
        return END_OPEN;

      value->at = at + 1;
    }
  else
    {
      value->at = tlsrpt_cursor_find (value, ':') + 1;
      if (!tlsrpt_cursor_starts (value, "//"))
        return END_OPEN;

      value->at += 2;
      for (at = value->at; at < value->end; at++)
        {
          if (strchr ("/?#", value->text[at]) != NULL)
            return END_PATH;
        }
    }

  return is_open_host (*value) ? END_OPEN : END_HOST;
}

/* Whether a host could end in the letters of @last and then those of @more. */
static gboolean
ends_host (TlsrptCursor last,
           TlsrptCursor more)
{
  char label[MAX_TOP_LABEL + 1];
  gsize length = 0;
  const TlsrptCursor parts[] = { last, more };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      for (gsize j = parts[i].at; j < parts[i].end; j++)
        {
          char c = parts[i].text[j];

          if (c == '.' && (i == 0 || j + 1 < parts[i].end))
            {
              length = 0;
              continue;
            }
          if (c == '.')
            break;
          if (length == MAX_TOP_LABEL)
            return FALSE;

          label[length++] = g_ascii_tolower (c);
        }
    }

  label[length] = '\0';

  return tlsrpt_public_suffix_has_top_label (label);
}

/* “ttl = 300”, “Content:” */
static gboolean
is_label (TlsrptCursor value,
          TlsrptCursor word,
          TlsrptCursor line)
{
  gsize at = word.at;

  while (at < word.end && g_ascii_isalpha (word.text[at]))
    at++;

  if (at == word.at || at == line.end)
    return FALSE;

  if (word.text[at] == ':')
    return at + 1 == line.end || tlsrpt_paste_is_blank (word.text[at + 1]);

  /* The same may stand in the query of a URL. */
  return word.text[at] == '=' && tlsrpt_cursor_find (&value, '?') == value.end;
}

/* Whether what ends so may go on with the next line. */
static gboolean
may_go_on (End          end,
           TlsrptCursor value,
           TlsrptCursor line)
{
  TlsrptCursor word = line;
  TlsrptCursor host = line;
  gboolean is_alone;
  gsize start;

  while (word.at < word.end && is_uri_char (word.text[word.at]))
    word.at++;
  word.end = word.at;
  word.at = line.at;
  while (host.at < word.end && is_host_char (host.text[host.at]))
    host.at++;
  host.end = host.at;
  host.at = line.at;

  is_alone = word.end == line.end || strchr (")]}>\"'`*<|", line.text[word.end]) != NULL;
  if (word.at == word.end || is_label (value, word, line) ||
      tlsrpt_paste_find_version (line, &start))
    return FALSE;

  switch (end)
    {
    case END_OPEN:
      return TRUE;

    case END_HOST:
      /* Nothing else begins so. */
      if (word.text[word.at] == '.' || word.text[word.at] == '-')
        return host.end - host.at > 1 && g_ascii_isalnum (word.text[word.at + 1]);
      if (host.at == host.end)
        return is_alone && strchr ("/?#:", word.text[word.at]) != NULL &&
               word.end - word.at > 1;

      /* The line of a zone file begins with a name, too. */
      if (!is_alone && tlsrpt_paste_is_blank (line.text[word.end]) &&
          tlsrpt_cursor_find (&host, '.') < host.end)
        return FALSE;

      return ends_host (value, host) ||
             (is_alone && g_ascii_islower (word.text[word.at]) &&
              !ends_host (value, (TlsrptCursor) { line.text, line.at, line.at }));

    case END_PATH:
      if (strchr ("/?&=%#", word.text[word.at]) != NULL)
        return word.end - word.at > 1;
      if (!is_alone)
        return FALSE;

      /* Nor does a TTL or a button belong to it, as a row of a panel has them. */
      for (gsize i = word.at; i < word.end; i++)
        {
          if (!g_ascii_isdigit (word.text[i]) &&
              !(g_ascii_isupper (word.text[word.at]) && g_ascii_isalpha (word.text[i])))
            return TRUE;
        }
      return strchr ("-_?&=%+~", value.text[value.end - 1]) != NULL;

    case END_NONE:
    default:
      return FALSE;
    }
}

/* Whether a line goes on with another destination. */
static gboolean
begins_destination (TlsrptCursor line)
{
  gsize at = line.at;

  while (at < line.end && is_uri_char (line.text[at]) && line.text[at] != '@')
    at++;

  return tlsrpt_cursor_starts (&line, "https:") ||
         (at > line.at && at < line.end && line.text[at] == '@');
}

/* Passes over empty cells of a table.  Returns how many marks stand before the cell. */
static gsize
skip_cells (TlsrptCursor *line)
{
  static const char *const marks[] = { "|", "│" };
  gsize n = 0;
  gsize i;

  do
    {
      tlsrpt_cursor_skip_blanks (line);

      for (i = 0; i < G_N_ELEMENTS (marks) && !tlsrpt_cursor_starts (line, marks[i]); i++)
        continue;

      if (i < G_N_ELEMENTS (marks))
        {
          line->at += strlen (marks[i]);
          n++;
        }
    }
  while (i < G_N_ELEMENTS (marks));

  return n;
}

/**
 * tlsrpt_paste_note_wrap:
 * @self: a reader
 * @record: a record whose value is read
 * @at: where the value ends
 *
 * Notes that a value without marks around it may go on in the next line.
 */
void
tlsrpt_paste_note_wrap (TlsrptPasteReader *self,
                        TlsrptPasted      *record,
                        gsize              at)
{
  TlsrptCursor rest = { self->bytes->str, at, self->bytes->len };
  TlsrptCursor value = { record->text->str, 0, record->text->len };
  TlsrptCursor line;
  gboolean goes_on;
  char after;
  End end;

  rest.end = tlsrpt_cursor_find (&rest, '\n');
  if (rest.end == self->bytes->len)
    return;

  line = tlsrpt_paste_reader_get_line (self, rest.end + 1);
  while (rest.end > rest.at && tlsrpt_paste_is_blank (rest.text[rest.end - 1]))
    rest.end--;
  while (line.end > line.at && tlsrpt_paste_is_blank (line.text[line.end - 1]))
    line.end--;

  tlsrpt_cursor_skip_blanks (&rest);
  after = tlsrpt_cursor_peek (&rest);
  end = get_end (&value);

  /* A cell goes on below empty cells. */
  if (skip_cells (&rest) > 0)
    {
      gsize n = skip_cells (&line);

      if (n == 0 || (n == 1 && end != END_OPEN))
        return;
    }
  /* The end of a sentence may as well be a dot within a host. */
  else if (after != '\0' && (rest.end - rest.at > 1 || (after != '.' && after != ',')))
    {
      return;
    }

  tlsrpt_cursor_skip_blanks (&line);
  while (tlsrpt_cursor_peek (&line) == '>' ||
         (record->mark != '\0' && tlsrpt_cursor_peek (&line) == record->mark))
    {
      line.at++;
      tlsrpt_cursor_skip_blanks (&line);
    }

  if (after == ',')
    goes_on = begins_destination (line);
  else
    goes_on = may_go_on (end, value, line);

  if (goes_on)
    record->notes |= TLSRPT_PASTE_CUT;
}
