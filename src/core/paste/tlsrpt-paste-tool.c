/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-paste-private.h"

#include "tlsrpt-limits.h"

/* How many words of a line are looked at to find “TXT” or its like. */
#define MAX_WORDS 12

typedef struct
{
  gsize start;
  gsize end;
} Word;

/* The words of a line, as far as they may come before the data of a record. */
typedef struct
{
  const char *text;
  Word        words[MAX_WORDS];
  gsize       n;
} Words;

static gboolean
word_equals (const Words *self,
             gsize        i,
             const char  *other)
{
  gsize length = strlen (other);

  return i < self->n && self->words[i].end - self->words[i].start == length &&
         g_ascii_strncasecmp (self->text + self->words[i].start, other, length) == 0;
}

static char *
dup_word (const Words *self,
          gsize        i)
{
  return tlsrpt_paste_dup_name (self->text + self->words[i].start,
                                self->words[i].end - self->words[i].start);
}

/* “3600”, “1h” or “1d12h” as BIND writes it, or “01:00:00” of Windows. */
static gint64
word_to_ttl (const Words *self,
             gsize        word)
{
  gint64 total = 0;
  gint64 number = 0;
  gboolean has_digit = FALSE;
  gsize n_colons = 0;

  for (gsize i = self->words[word].start; i < self->words[word].end; i++)
    {
      static const char units[] = "smhdw";
      static const int seconds[] = { 1, 60, 3600, 86400, 604800 };
      char c = g_ascii_tolower (self->text[i]);
      const char *unit = c != '\0' ? strchr (units, c) : NULL;

      if (g_ascii_isdigit (c) && number <= TLSRPT_LIMIT_TTL)
        {
          number = number * 10 + (c - '0');
          has_digit = TRUE;
        }
      else if (unit != NULL && has_digit && n_colons == 0)
        {
          total += number * seconds[unit - units];
          number = 0;
          has_digit = FALSE;
        }
      else if (c == ':' && has_digit && n_colons < 2 && total <= TLSRPT_LIMIT_TTL)
        {
          total = (total + number) * 60;
          number = 0;
          has_digit = FALSE;
          n_colons++;
        }
      else
        {
          return -1;
        }
    }

  total += number;

  return self->n > word && n_colons != 1 && total <= TLSRPT_LIMIT_TTL ? total : -1;
}

static void
split_words (Words        *self,
             TlsrptCursor  line)
{
  self->text = line.text;
  self->n = 0;

  while (self->n < MAX_WORDS)
    {
      Word *word = &self->words[self->n];

      tlsrpt_cursor_skip_blanks (&line);
      if (line.at >= line.end || strchr ("\"({'`;", line.text[line.at]) != NULL)
        break;

      word->start = line.at;
      while (line.at < line.end && !tlsrpt_paste_is_blank (line.text[line.at]))
        line.at++;
      word->end = line.at;
      self->n++;
    }
}

static gboolean
is_class (const Words *self,
          gsize        i)
{
  return word_equals (self, i, "IN") || word_equals (self, i, "CH") || word_equals (self, i, "HS") ||
         word_equals (self, i, "CLASS1");
}

static gboolean
is_type (const Words *self,
         gsize        i)
{
  static const char *const types[] = {
    "TXT", "TYPE16", "CNAME", "A", "AAAA", "MX", "NS", "SOA", "SRV", "TLSA", "CAA", "PTR", "DS", "DNSKEY",
    "RRSIG", "NSEC", "NSEC3", "SVCB", "HTTPS", "SPF", "SSHFP", "DNAME",
  };

  /* No type is longer than “DNSKEY”, and few words are as short. */
  if (i >= self->n || self->words[i].end - self->words[i].start > 6)
    return FALSE;

  for (gsize j = 0; j < G_N_ELEMENTS (types); j++)
    {
      if (word_equals (self, i, types[j]))
        return TRUE;
    }

  return FALSE;
}

/* “NAME … CNAME TARGET” of dig, “NAME is an alias for TARGET” of host, “NAME canonical
 * name = TARGET” of nslookup, “NAME CNAME 300 Answer TARGET” of PowerShell and “CNAME
 * NAME 5m TARGET” of dog. */
static gboolean
read_alias (TlsrptPasteReader *self,
            const Words       *words)
{
  gsize n = words->n;

  if (n < 3)
    return FALSE;

  if (word_equals (words, 0, "CNAME") && n == 4)
    {
      tlsrpt_paste_add_alias (self, dup_word (words, 1), dup_word (words, 3));
      return TRUE;
    }

  if (word_equals (words, n - 2, "CNAME") ||
      (n == 5 && word_equals (words, 1, "CNAME") && word_to_ttl (words, 2) >= 0) ||
      (n == 6 && word_equals (words, 4, "for") && word_equals (words, 3, "alias")) ||
      (n == 5 && word_equals (words, 3, "=") && word_equals (words, 1, "canonical")))
    {
      tlsrpt_paste_add_alias (self, dup_word (words, 0), dup_word (words, n - 1));
      return TRUE;
    }

  return FALSE;
}

/* A name of a zone file in full, if the zone is known. */
static char *
complete_name (TlsrptPasteReader *self,
               char              *name)
{
  g_autofree char *relative = name;

  if (self->origin == NULL || g_str_has_suffix (relative, "."))
    return g_steal_pointer (&relative);

  if (g_str_equal (relative, "@"))
    return g_strdup (self->origin);

  return g_strconcat (relative, ".", g_str_equal (self->origin, ".") ? "" : self->origin, NULL);
}

/* Name and TTL from the words before “TXT”.  What is neither is part of a command. */
static void
read_owner (TlsrptPasteReader *self,
            TlsrptPasted      *record,
            const Words       *words,
            gsize              position)
{
  gsize n_names = 0;
  gsize n_owners = 0;
  gsize name = 0;
  gsize owner = 0;

  for (gsize i = 0; i < position; i++)
    {
      gint64 ttl = word_to_ttl (words, i);

      if (ttl >= 0)
        {
          record->ttl = ttl;
          continue;
        }

      if (is_class (words, i) || word_equals (words, i, "update") || word_equals (words, i, "add"))
        continue;

      n_names++;
      name = i;
      if (words->text[words->words[i].start] == '_')
        {
          n_owners++;
          owner = i;
        }
    }

  if (n_owners == 1)
    record->name = complete_name (self, dup_word (words, owner));
  else if (n_names == 1)
    record->name = complete_name (self, dup_word (words, name));
  else if (n_names == 0 && self->owner != NULL && position > 0)
    record->name = complete_name (self, g_strdup (self->owner));
}

/* A line of a zone file that is not indented begins with a name, which those below
 * may leave out (RFC 1035 section 5.1). */
static void
keep_owner (TlsrptPasteReader *self,
            const Words       *words,
            gboolean           is_indented)
{
  gboolean has_type = FALSE;

  if (is_indented)
    return;

  for (gsize i = 1; i < MIN (words->n, 4); i++)
    has_type |= is_type (words, i) || is_class (words, i);

  if (!has_type || is_class (words, 0) || is_type (words, 0) ||
      word_to_ttl (words, 0) >= 0)
    return;

  g_free (self->owner);
  self->owner = dup_word (words, 0);
}

/* Where the braces of PowerShell's table stand, after words that belong to it. */
static gboolean
find_braces (TlsrptPasteReader *self,
             const Words       *words,
             gsize              position,
             TlsrptCursor       line,
             gsize             *at)
{
  line.at = words->words[words->n - 1].end;
  tlsrpt_cursor_skip_blanks (&line);
  *at = line.at;

  return words->n > position + 1 && tlsrpt_cursor_peek (&line) == '{' &&
         word_to_ttl (words, position + 1) >= 0;
}

/* A line of a zone file, of dig or of PowerShell's tables: “TXT”, and what follows. */
static gsize
read_txt (TlsrptPasteReader *self,
          const Words       *words,
          gsize              position,
          TlsrptCursor       line)
{
  TlsrptPasted *record;
  gsize at;

  record = tlsrpt_paste_begin (self, self->is_dig ? TLSRPT_PASTE_DIG : TLSRPT_PASTE_ZONE);
  read_owner (self, record, words, position);
  line.at = words->words[position].end;

  /* TTL and section, or number of the type, age and TTL. */
  if (find_braces (self, words, position, line, &at))
    {
      gint64 ttl = word_to_ttl (words, words->n - 1);

      record->form = TLSRPT_PASTE_POWERSHELL;
      record->ttl = ttl >= 0 ? ttl : word_to_ttl (words, position + 1);
      line.at = at;
    }

  at = tlsrpt_paste_data (self, record, line);
  tlsrpt_paste_end (self, record, at);

  return at;
}

/* “NAME descriptive text "…"” of host, “NAME text = "…"” of nslookup. */
static gsize
read_text (TlsrptPasteReader *self,
           const Words       *words,
           TlsrptPasteForm    form,
           TlsrptCursor       line)
{
  TlsrptPasted *record = tlsrpt_paste_begin (self, form);
  gsize at;

  record->name = dup_word (words, 0);
  tlsrpt_cursor_skip_blanks (&line);

  if (line.at == line.end)
    {
      self->expects_strings = TRUE;
      return line.at;
    }

  at = tlsrpt_paste_data (self, record, line);
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
  TlsrptCursor cursor = { self->bytes->str, at, self->bytes->len };
  gsize n_lines = 0;
  gsize end = at;

  while (tlsrpt_cursor_peek (&cursor) == '"')
    {
      end = tlsrpt_paste_strings (self, record, cursor.at);
      cursor.at = end;
      cursor.at = MIN (tlsrpt_cursor_find (&cursor, '\n') + 1, cursor.end);
      tlsrpt_cursor_skip_blanks (&cursor);
      n_lines++;
    }

  if (n_lines > 1)
    record->notes |= TLSRPT_PASTE_STRINGS;

  tlsrpt_paste_end (self, record, end);

  return end;
}

/* “Name : …”, “TTL : …”, “NameHost : …” and “Strings : {…}” of PowerShell's lists. */
static gboolean
read_list_line (TlsrptPasteReader *self,
                const Words       *words,
                TlsrptCursor       line,
                gsize             *next)
{
  TlsrptPasted *record;

  if (words->n < 2 || !word_equals (words, 1, ":"))
    return FALSE;

  line.at = words->words[1].end;

  if (word_equals (words, 0, "Strings") || word_equals (words, 0, "Text"))
    {
      tlsrpt_cursor_skip_blanks (&line);
      if (tlsrpt_cursor_peek (&line) != '{')
        return FALSE;

      record = tlsrpt_paste_begin (self, TLSRPT_PASTE_POWERSHELL);
      record->name = g_strdup (self->list_name);
      record->ttl = self->list_ttl;
      self->list_ttl = -1;
      *next = tlsrpt_paste_data (self, record, line);
      tlsrpt_paste_end (self, record, *next);
    }
  else if ((word_equals (words, 0, "Name") || word_equals (words, 0, "HostName")) && words->n > 2)
    {
      g_free (self->list_name);
      self->list_name = dup_word (words, 2);
      tlsrpt_paste_keep_near_name (self, line);
    }
  else if (word_equals (words, 0, "NameHost") && words->n > 2 && self->list_name != NULL)
    {
      tlsrpt_paste_add_alias (self, g_strdup (self->list_name), dup_word (words, 2));
    }
  else if (word_equals (words, 0, "TTL") && words->n > 2)
    {
      self->list_ttl = word_to_ttl (words, 2);
    }
  else
    {
      return FALSE;
    }

  return TRUE;
}

/* Whether the data of a record stands after “TXT”, and not more of a sentence or of a
 * command. */
static gboolean
begins_data (const Words  *words,
             gsize         position,
             TlsrptCursor  line)
{
  gsize start;

  line.at = words->words[position].end;
  tlsrpt_cursor_skip_blanks (&line);

  if (line.at == line.end || tlsrpt_paste_find_change (line) > line.at)
    return FALSE;

  if (strchr ("\"'`({", line.text[line.at]) != NULL)
    return TRUE;

  /* “has no TXT record” of host. */
  if (word_equals (words, position + 1, "record") || word_equals (words, position + 1, "records"))
    return FALSE;

  /* What stands in PowerShell's tables between the type and the braces. */
  if (words->n > position + 1 && word_to_ttl (words, position + 1) >= 0 &&
      tlsrpt_cursor_find (&line, '{') < line.end)
    return TRUE;

  return !tlsrpt_paste_find_version (line, &start) || start == line.at;
}

/**
 * tlsrpt_paste_tool_line:
 * @self: a reader
 * @line: a line, without the marks before it
 * @is_indented: whether it begins with white space
 * @next: (out): where to go on
 *
 * Reads a line of a zone file or of what a tool prints.
 *
 * Returns: `FALSE` if the line is none
 */
gboolean
tlsrpt_paste_tool_line (TlsrptPasteReader *self,
                        TlsrptCursor       line,
                        gboolean           is_indented,
                        gsize             *next)
{
  Words words;

  split_words (&words, line);
  *next = line.end;

  if (words.n == 0)
    return FALSE;

  if (word_equals (&words, 0, "$ORIGIN") && words.n > 1)
    {
      g_autofree char *origin = dup_word (&words, 1);

      g_free (self->origin);
      self->origin = g_str_has_suffix (origin, ".") ? g_steal_pointer (&origin) : NULL;
      return TRUE;
    }

  if (read_list_line (self, &words, line, next) || read_alias (self, &words))
    return TRUE;

  keep_owner (self, &words, is_indented);

  for (gsize i = 0; i < words.n; i++)
    {
      if ((word_equals (&words, i, "TXT") || word_equals (&words, i, "TYPE16")) &&
          begins_data (&words, i, line))
        {
          *next = read_txt (self, &words, i, line);
          return TRUE;
        }

      if (i == 0 || i + 1 == words.n)
        continue;

      if (word_equals (&words, i, "descriptive") && word_equals (&words, i + 1, "text"))
        {
          line.at = words.words[i + 1].end;
          *next = read_text (self, &words, TLSRPT_PASTE_HOST, line);
          return TRUE;
        }

      if (word_equals (&words, i, "text") && word_equals (&words, i + 1, "="))
        {
          line.at = words.words[i + 1].end;
          *next = read_text (self, &words, TLSRPT_PASTE_NSLOOKUP, line);
          return TRUE;
        }
    }

  return FALSE;
}
