/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-paste-private.h"

#include "tlsrpt-limits.h"

/* How many words of a line are looked at to find “TXT” or its like. */
#define MAX_WORDS 10

typedef struct
{
  gsize start;
  gsize end;
} Word;

static gboolean
word_equals (TlsrptPasteReader *self,
             Word               word,
             const char        *other)
{
  return word.end - word.start == strlen (other) &&
         g_ascii_strncasecmp (self->bytes->str + word.start, other, strlen (other)) == 0;
}

static char *
dup_word (TlsrptPasteReader *self,
          Word               word)
{
  g_autofree char *text = g_strndup (self->bytes->str + word.start, word.end - word.start);

  return g_utf8_make_valid (text, -1);
}

/* “3600”, “1h” or “1d12h”, as BIND writes it. */
static gint64
word_to_ttl (TlsrptPasteReader *self,
             Word               word)
{
  gint64 total = 0;
  gint64 number = 0;
  gboolean has_digit = FALSE;

  for (gsize i = word.start; i < word.end; i++)
    {
      static const char units[] = "smhdw";
      static const int seconds[] = { 1, 60, 3600, 86400, 604800 };
      char c = g_ascii_tolower (self->bytes->str[i]);
      const char *unit = c != '\0' ? strchr (units, c) : NULL;

      if (g_ascii_isdigit (c) && number <= TLSRPT_LIMIT_TTL)
        {
          number = number * 10 + (c - '0');
          has_digit = TRUE;
        }
      else if (unit != NULL && has_digit)
        {
          total += number * seconds[unit - units];
          number = 0;
          has_digit = FALSE;
        }
      else
        {
          return -1;
        }
    }

  total += number;

  return word.start < word.end && total <= TLSRPT_LIMIT_TTL ? total : -1;
}

/* The words of a line, as far as they may come before the data of a record. */
static gsize
split_words (TlsrptPasteReader *self,
             gsize              at,
             gsize              end,
             Word              *words)
{
  const char *text = self->bytes->str;
  gsize n = 0;

  while (n < MAX_WORDS)
    {
      Word word;

      word.start = at = tlsrpt_paste_skip_blanks (self, at);
      if (at >= end || strchr ("\"({'`;", text[at]) != NULL)
        break;

      while (at < end && !tlsrpt_paste_is_blank (text[at]))
        at++;
      word.end = at;
      words[n++] = word;
    }

  return n;
}

/* “NAME … CNAME TARGET” of dig, “NAME is an alias for TARGET” of host and “NAME
 * canonical name = TARGET” of nslookup. */
static gboolean
read_alias (TlsrptPasteReader *self,
            const Word        *words,
            gsize              n)
{
  g_autofree char *name = NULL;
  Word before;

  if (n < 3)
    return FALSE;

  before = words[n - 2];
  if (!word_equals (self, before, "CNAME") &&
      !(n == 6 && word_equals (self, before, "for") && word_equals (self, words[3], "alias")) &&
      !(n == 5 && word_equals (self, before, "=") && word_equals (self, words[1], "canonical")))
    return FALSE;

  name = dup_word (self, words[0]);

  /* Of a chain only its ends matter. */
  if (self->target == NULL || g_ascii_strcasecmp (self->target, name) != 0)
    {
      g_free (self->alias);
      self->alias = g_steal_pointer (&name);
    }

  g_free (self->target);
  self->target = dup_word (self, words[n - 1]);
  if (g_str_has_suffix (self->target, ".") && !g_str_has_suffix (self->alias, "."))
    self->target[strlen (self->target) - 1] = '\0';

  return TRUE;
}

/* A record that was found through an alias stands at that name for senders. */
static char *
dup_owner (TlsrptPasteReader *self,
           Word               word)
{
  char *name = dup_word (self, word);

  if (self->target != NULL && g_ascii_strcasecmp (self->target, name) == 0)
    {
      g_free (name);
      return g_strdup (self->alias);
    }

  return name;
}

/* Name and TTL from the words before “TXT”. */
static void
read_owner (TlsrptPasteReader *self,
            TlsrptPasted      *record,
            const Word        *words,
            gsize              n,
            gboolean           is_indented)
{
  gsize first = 0;

  if (n > 2 && word_equals (self, words[0], "update") && word_equals (self, words[1], "add"))
    first = 2;

  /* Name, TTL and class; with more words this is a command or a sentence. */
  if (n > first + 3)
    return;

  for (gsize i = first; i < n; i++)
    {
      gint64 ttl = word_to_ttl (self, words[i]);

      if (ttl >= 0)
        record->ttl = ttl;
      else if (i == first && !is_indented && !word_equals (self, words[i], "IN"))
        record->name = dup_owner (self, words[i]);
    }
}

/* A line of a zone file, of dig or of PowerShell's table: “TXT”, and what follows. */
static gsize
read_txt (TlsrptPasteReader *self,
          const Word        *words,
          gsize              n,
          gsize              position,
          gboolean           is_indented)
{
  TlsrptPasted *record;
  gsize at = words[position].end;

  record = tlsrpt_paste_begin (self, self->is_dig ? TLSRPT_PASTE_DIG : TLSRPT_PASTE_ZONE);
  read_owner (self, record, words, position, is_indented);

  /* PowerShell has the TTL and the section of the answer behind the type. */
  if (position + 2 < n && word_to_ttl (self, words[position + 1]) >= 0)
    {
      gsize after = tlsrpt_paste_skip_blanks (self, words[position + 2].end);

      if (after < self->bytes->len && self->bytes->str[after] == '{')
        {
          record->form = TLSRPT_PASTE_POWERSHELL;
          record->ttl = word_to_ttl (self, words[position + 1]);
          at = after;
        }
    }

  at = tlsrpt_paste_data (self, record, at);
  tlsrpt_paste_end (self, record, at);

  return at;
}

/* “NAME descriptive text "…"” of host, “NAME text = "…"” of nslookup. */
static gsize
read_text (TlsrptPasteReader *self,
           const Word        *words,
           TlsrptPasteForm    form,
           gsize              at)
{
  TlsrptPasted *record = tlsrpt_paste_begin (self, form);

  record->name = dup_owner (self, words[0]);
  at = tlsrpt_paste_skip_blanks (self, at);

  if (at < self->bytes->len && self->bytes->str[at] == '\n')
    {
      self->expects_strings = TRUE;
      return at;
    }

  at = tlsrpt_paste_data (self, record, at);
  tlsrpt_paste_end (self, record, at);

  return at;
}

/**
 * tlsrpt_paste_string_lines:
 * @self: a reader whose last record has a name and no value yet
 * @at: where a quotation mark stands
 *
 * Reads the strings that Windows' nslookup prints on lines of their own.
 *
 * Returns: where they end
 */
gsize
tlsrpt_paste_string_lines (TlsrptPasteReader *self,
                           gsize              at)
{
  TlsrptPasted *record = g_ptr_array_index (self->records, self->records->len - 1);
  gsize n_lines = 0;
  gsize end = at;

  while (at < self->bytes->len && self->bytes->str[at] == '"')
    {
      end = tlsrpt_paste_strings (self, record, at);
      at = tlsrpt_paste_find (self, end, '\n');
      at = tlsrpt_paste_skip_blanks (self, MIN (at + 1, self->bytes->len));
      n_lines++;
    }

  if (n_lines > 1)
    record->notes |= TLSRPT_PASTE_STRINGS;

  tlsrpt_paste_end (self, record, end);

  return end;
}

/* “Name : …”, “TTL : …” and “Strings : {…}” of PowerShell's list. */
static gboolean
read_list_line (TlsrptPasteReader *self,
                const Word        *words,
                gsize              n,
                gsize             *at)
{
  TlsrptPasted *record;

  if (n < 2 || !word_equals (self, words[1], ":"))
    return FALSE;

  if (word_equals (self, words[0], "Strings"))
    {
      record = tlsrpt_paste_begin (self, TLSRPT_PASTE_POWERSHELL);
      record->name = g_steal_pointer (&self->list_name);
      record->ttl = self->list_ttl;
      self->list_ttl = -1;
      *at = tlsrpt_paste_data (self, record, words[1].end);
      tlsrpt_paste_end (self, record, *at);
    }
  else if (word_equals (self, words[0], "Name") && n > 2)
    {
      g_free (self->list_name);
      self->list_name = dup_word (self, words[2]);
    }
  else if (word_equals (self, words[0], "TTL") && n > 2)
    {
      self->list_ttl = word_to_ttl (self, words[2]);
    }
  else
    {
      return FALSE;
    }

  return TRUE;
}

/* Whether the data of a record stands behind “TXT”, and not more of a sentence. */
static gboolean
begins_data (TlsrptPasteReader *self,
             gsize              at,
             gsize              end)
{
  const char *text = self->bytes->str;
  gsize start;

  at = tlsrpt_paste_skip_blanks (self, at);

  if (at >= end)
    return FALSE;

  if (text[at] == '"' || text[at] == '\'' || text[at] == '(')
    return TRUE;

  /* The TTL and the section of PowerShell's table. */
  if (g_ascii_isdigit (text[at]) && tlsrpt_paste_find (self, at, '{') < end)
    return TRUE;

  return !tlsrpt_paste_find_version (self, at, end, &start) || start == at;
}

/**
 * tlsrpt_paste_tool_line:
 * @self: a reader
 * @line: where a line begins
 * @at: (out): where to go on
 *
 * Reads a line of a zone file or of what a tool prints.
 *
 * Returns: `FALSE` if the line is none
 */
gboolean
tlsrpt_paste_tool_line (TlsrptPasteReader *self,
                        gsize              line,
                        gsize             *at)
{
  gsize end = tlsrpt_paste_find (self, line, '\n');
  Word words[MAX_WORDS];
  gsize n = split_words (self, line, end, words);

  *at = end;

  if (read_list_line (self, words, n, at) || read_alias (self, words, n))
    return TRUE;

  for (gsize i = 0; i < n; i++)
    {
      if (word_equals (self, words[i], "TXT") && begins_data (self, words[i].end, end))
        {
          *at = read_txt (self, words, n, i, words[0].start > line);
          return TRUE;
        }

      if (i == 0 || i + 1 == n)
        continue;

      if (word_equals (self, words[i], "descriptive") && word_equals (self, words[i + 1], "text"))
        {
          *at = read_text (self, words, TLSRPT_PASTE_HOST, words[i + 1].end);
          return TRUE;
        }

      if (word_equals (self, words[i], "text") && word_equals (self, words[i + 1], "="))
        {
          *at = read_text (self, words, TLSRPT_PASTE_NSLOOKUP, words[i + 1].end);
          return TRUE;
        }
    }

  return FALSE;
}
