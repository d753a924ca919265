/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-paste-private.h"

#include "tlsrpt-limits.h"
#include "tlsrpt-text.h"

/* Values on one line; more are no list that a person wrote. */
#define MAX_VALUES 32

/**
 * tlsrpt_paste_begins_version:
 * @cursor: a place in a text
 *
 * Tells whether a version begins here: “v=” and a letter, with white space around
 * the sign or not.
 *
 * Returns: `TRUE` if it does
 */
gboolean
tlsrpt_paste_begins_version (TlsrptCursor cursor)
{
  if (tlsrpt_cursor_peek (&cursor) != 'v' && tlsrpt_cursor_peek (&cursor) != 'V')
    return FALSE;

  cursor.at++;
  tlsrpt_cursor_skip_blanks (&cursor);
  if (tlsrpt_cursor_peek (&cursor) != '=')
    return FALSE;

  cursor.at++;
  tlsrpt_cursor_skip_blanks (&cursor);

  return g_ascii_isalpha (tlsrpt_cursor_peek (&cursor));
}

static gboolean
names_tlsrpt (TlsrptCursor cursor)
{
  cursor.at = tlsrpt_cursor_find (&cursor, '=');
  if (cursor.at < cursor.end)
    cursor.at++;
  tlsrpt_cursor_skip_blanks (&cursor);

  return tlsrpt_cursor_starts (&cursor, "TLS") || tlsrpt_cursor_starts (&cursor, "TSL");
}

/**
 * tlsrpt_paste_find_version:
 * @line: where to look
 * @start: (out): where the version begins
 *
 * Finds the version of a TLS-RPT record, or else that of another record.
 *
 * Returns: whether there is one
 */
gboolean
tlsrpt_paste_find_version (TlsrptCursor  line,
                           gsize        *start)
{
  gboolean found = FALSE;

  for (gsize i = line.at; i < line.end; i++)
    {
      TlsrptCursor cursor = { line.text, i, line.end };

      if ((line.text[i] != 'v' && line.text[i] != 'V') ||
          (i > line.at && g_ascii_isalnum (line.text[i - 1])) ||
          !tlsrpt_paste_begins_version (cursor))
        continue;

      if (names_tlsrpt (cursor))
        {
          *start = i;
          return TRUE;
        }

      if (!found)
        *start = i;
      found = TRUE;
    }

  return found;
}

/* Whether a word goes on with a record: a field, or a destination. */
static gboolean
is_part (TlsrptCursor word,
         gboolean     is_cell)
{
  static const char *const starts[] = { "rua", "mailto:", "https:", "http:" };
  gsize equals;

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      if (tlsrpt_cursor_starts (&word, starts[i]))
        return TRUE;
    }

  if (is_cell)
    return FALSE;

  for (gsize i = word.at; i < word.end; i++)
    {
      if (word.text[i] == '@')
        return TRUE;
      if (tlsrpt_paste_is_blank (word.text[i]))
        word.end = i;
    }

  equals = tlsrpt_cursor_find (&word, '=');
  for (gsize i = word.at; i < equals; i++)
    {
      if (!g_ascii_isalnum (word.text[i]) && strchr ("_-.", word.text[i]) == NULL)
        return FALSE;
    }

  return equals < word.end && equals > word.at;
}

/* Whether a comment begins at a word: no record has one, and no address begins so.  A
 * semicolon may be one of the record, unless it is set apart as that of a zone file. */
static gboolean
is_comment (TlsrptCursor word,
            gboolean     is_cell)
{
  static const char *const marks[] = { "#", "//", "/*", "--", "<!--" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (tlsrpt_cursor_starts (&word, marks[i]))
        {
          word.at += strlen (marks[i]);
          return word.at == word.end || !g_ascii_isalnum (word.text[word.at]) || marks[i][0] == '#';
        }
    }

  if (!is_cell || tlsrpt_cursor_peek (&word) != ';')
    return FALSE;

  for (word.at++; word.at < word.end && word.text[word.at] != '='; word.at++)
    continue;

  return word.at == word.end;
}

/**
 * tlsrpt_paste_find_rest:
 * @value: a value without marks around it, and what follows on its line
 * @is_alone: whether it begins the line, so that nothing but another cell follows
 *
 * Finds where a value ends: where another cell of a table begins, or the rest of a
 * sentence.
 *
 * Returns: the end of the value
 */
gsize
tlsrpt_paste_find_rest (TlsrptCursor value,
                        gboolean     is_alone)
{
  for (gsize i = value.at; i < value.end; i++)
    {
      TlsrptCursor word = { value.text, i, value.end };
      gboolean is_cell;
      char before;

      if (value.text[i] == '|' || strncmp (value.text + i, "│", strlen ("│")) == 0)
        {
          while (i > value.at && tlsrpt_paste_is_blank (value.text[i - 1]))
            i--;
          return i;
        }

      if (!tlsrpt_paste_is_blank (value.text[i]) || i == value.at)
        continue;

      tlsrpt_cursor_skip_blanks (&word);
      if (word.at == word.end)
        return i;

      before = value.text[i - 1];
      is_cell = word.at > i + 1 || value.text[i] == '\t';

      if (is_comment (word, is_cell))
        return i;

      if (before != '=' && strchr (";,=|", tlsrpt_cursor_peek (&word)) == NULL &&
          !is_part (word, is_cell && before != ';' && before != ',') && (is_cell || !is_alone))
        return i;

      i = word.at - 1;
    }

  return value.end;
}

/* Whether a line goes on with a value that was broken: only where it is plain that
 * the break is not part of it. */
static gboolean
continues_value (const GString *text,
                 TlsrptCursor   line)
{
  static const char *const starts[] = { "rua=", ",", ";" };
  char before = text->str[text->len - 1];

  if (line.at == line.end)
    return FALSE;

  for (gsize i = line.at + 1; i < line.end; i++)
    {
      if (tlsrpt_paste_is_blank (line.text[i]) && line.text[i - 1] != ';' && line.text[i - 1] != ',')
        return FALSE;
    }

  if (before == ',' || before == ';' || before == ':' ||
      g_str_has_suffix (text->str, "rua="))
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      if (tlsrpt_cursor_starts (&line, starts[i]))
        return TRUE;
    }

  return FALSE;
}

/* “Value: …” or “value = …” */
static gboolean
is_labeled (TlsrptCursor value)
{
  while (value.at > 0 && tlsrpt_paste_is_blank (value.text[value.at - 1]))
    value.at--;

  return value.at > 0 && (value.text[value.at - 1] == ':' || value.text[value.at - 1] == '=');
}

/* A value without marks around it, which may go on over lines. */
static gsize
read_plain (TlsrptPasteReader *self,
            TlsrptPasted      *record,
            TlsrptCursor       value,
            gboolean           is_alone)
{
  gsize end = tlsrpt_paste_find_rest (value, is_alone);

  if (end < value.end)
    {
      for (gsize i = end; i < value.end; i++)
        {
          if (!tlsrpt_paste_is_blank (value.text[i]))
            record->notes |= TLSRPT_PASTE_REST;
        }
    }

  /* The end of a sentence; what a label or a key precedes is none. */
  if (!is_alone && !is_labeled (value))
    {
      gsize whole = end;

      while (end > value.at && strchr (".,!?", value.text[end - 1]) != NULL &&
             !g_str_has_prefix (value.text + end - 1, "...") &&
             (end < 3 || strncmp (value.text + end - 3, "...", 3) != 0))
        end--;
      if (end < whole)
        record->notes |= TLSRPT_PASTE_REST;
    }

  tlsrpt_paste_plain (self, record, value.at, end);

  while ((record->notes & TLSRPT_PASTE_REST) == 0 && record->text->len > 0)
    {
      TlsrptCursor line;

      line = tlsrpt_paste_reader_get_line (self, MIN (value.end + 1, self->bytes->len));
      tlsrpt_cursor_skip_blanks (&line);
      /* The marks of a quotation, as mail programs write them. */
      while (tlsrpt_cursor_peek (&line) == '>')
        {
          line.at++;
          tlsrpt_cursor_skip_blanks (&line);
        }
      while (line.end > line.at && tlsrpt_paste_is_blank (line.text[line.end - 1]))
        line.end--;
      if (!continues_value (record->text, line))
        break;

      record->notes |= TLSRPT_PASTE_LINE_BREAKS;
      tlsrpt_paste_plain (self, record, line.at, line.end);
      end = line.end;
      value.end = tlsrpt_cursor_find (&line, '\n');
      while (value.end < self->bytes->len && self->bytes->str[value.end] != '\n')
        value.end++;
    }

  tlsrpt_paste_note_wrap (self, record, end);

  return value.end;
}

/* Where a bracket is closed that was opened before @value. */
static gsize
find_bracket (TlsrptCursor value,
              char         open)
{
  char close = open == '(' ? ')' : open == '[' ? ']' : open == '{' ? '}' : '>';
  gsize depth = 1;

  for (gsize i = value.at; i < value.end; i++)
    {
      depth += value.text[i] == open;
      depth -= value.text[i] == close;
      if (depth == 0)
        return i;
    }

  return value.end;
}

/* Where the element ends that began with the tag before @value. */
static gsize
find_tag (TlsrptCursor value)
{
  for (gsize i = value.at; i + 1 < value.end; i++)
    {
      if (value.text[i] == '<' && value.text[i + 1] == '/')
        return i;
    }

  return value.end;
}

/* “**…**” and its like: the last mark of the kind on the line. */
static gsize
find_emphasis (TlsrptCursor value,
               char         mark)
{
  for (gsize i = value.end; i > value.at; i--)
    {
      if (value.text[i - 1] == mark)
        {
          while (i > value.at && value.text[i - 1] == mark)
            i--;
          return i;
        }
    }

  return value.end;
}

/* Whether the value stands within a string that began before on its line. */
static char
find_open_mark (TlsrptCursor line,
                gsize        start)
{
  gboolean is_open = FALSE;

  for (gsize i = line.at; i < start; i++)
    {
      if (line.text[i] == '\\')
        i++;
      else if (line.text[i] == '"')
        is_open = !is_open;
    }

  return is_open ? '"' : '\0';
}

static void
read_enclosed (TlsrptPasteReader *self,
               TlsrptPasted      *record,
               TlsrptCursor       value,
               gsize              close,
               gsize             *next)
{
  if (close < value.end)
    record->notes |= TLSRPT_PASTE_QUOTES;

  tlsrpt_paste_plain (self, record, value.at, close);
  tlsrpt_paste_note_wrap (self, record, close);
  *next = close < value.end ? close + 1 : value.end;
}

/* “\u003b” means something in programs alone. */
static gboolean
has_code_escape (TlsrptCursor line)
{
  for (; line.at < line.end; line.at++)
    {
      if (line.text[line.at] == '\\' && tlsrpt_cursor_starts (&line, "\\u00"))
        return TRUE;
    }

  return FALSE;
}

/* Whether marks within a string are notation: in a program, in what a tool reads, in
 * a list, but not in a string that stands alone as name servers print it. */
static gboolean
is_code (TlsrptPasteReader *self,
         TlsrptCursor       line,
         gsize              quote)
{
  TlsrptCursor word = { line.text, quote, line.end };
  gsize before = quote;
  gboolean closed = FALSE;

  if (line.text[quote] != '"' || self->n_brackets > 0 || has_code_escape (word) || tlsrpt_cursor_starts (&word, "\"\"\"v") ||
      tlsrpt_cursor_starts (&word, "\"\"\"V"))
    return TRUE;

  while (before > line.at && tlsrpt_paste_is_blank (line.text[before - 1]))
    before--;

  if (before > line.at)
    {
      if (strchr (":=([,{;", line.text[before - 1]) != NULL)
        return TRUE;

      while (before > line.at && !tlsrpt_paste_is_blank (line.text[before - 1]))
        before--;
      return line.text[before] == '-';
    }

  /* A cell or an item of a list ends in a separator. */
  for (gsize i = quote + 1; i < line.end && !closed; i++)
    {
      if (line.text[i] == '\\')
        i++;
      else if (line.text[i] == '"')
        {
          word.at = i + 1;
          closed = TRUE;
        }
    }

  tlsrpt_cursor_skip_blanks (&word);

  return closed && tlsrpt_cursor_peek (&word) != '\0' &&
         strchr (",+)]}", tlsrpt_cursor_peek (&word)) != NULL;
}

static TlsrptPasteForm
get_form (TlsrptCursor line,
          gsize        start)
{
  if (start != line.at)
    return TLSRPT_PASTE_TEXT;

  return line.text[start] == '"' ? TLSRPT_PASTE_QUOTED : TLSRPT_PASTE_VALUE;
}

/* Reads the value whose version begins at @start, with the marks around it. */
static gsize
read_value (TlsrptPasteReader *self,
            TlsrptCursor       line,
            gsize              from,
            gsize              start)
{
  TlsrptCursor value = { line.text, start, line.end };
  TlsrptPasted *record;
  gsize quote = start;
  gsize next = line.end;
  char mark;

  while (quote > from && strchr ("\"'`\\", line.text[quote - 1]) != NULL)
    quote--;

  mark = start > from ? line.text[start - 1] : '\0';

  if (start - quote > 1 && line.text[quote] == '`' && line.text[quote + 1] == '`')
    {
      /* “``…``” */
      record = tlsrpt_paste_begin (self, get_form (line, start));
      read_enclosed (self, record, value, tlsrpt_cursor_find (&value, '`'), &next);
    }
  else if (quote < start && line.text[quote] == '\\')
    {
      TlsrptCursor rest = value;

      /* “\"…\"” within a longer string. */
      record = tlsrpt_paste_begin (self, TLSRPT_PASTE_TEXT);
      rest.at = tlsrpt_cursor_find (&value, '"');
      read_enclosed (self, record, value,
                     rest.at < rest.end && line.text[rest.at - 1] == '\\' ? rest.at - 1 : rest.at,
                     &next);
      next = MIN (rest.at + 1, line.end);
    }
  else if (quote < start)
    {
      gboolean code = is_code (self, line, quote);

      record = tlsrpt_paste_begin (self, get_form (line, quote));
      if (record->form != TLSRPT_PASTE_QUOTED)
        record->notes |= TLSRPT_PASTE_QUOTES;

      next = code ? tlsrpt_paste_literals (self, record,
                                           (TlsrptCursor) { line.text, quote, line.end }, TRUE)
                  : tlsrpt_paste_strings (self, record, quote);
    }
  else if (mark == '(' || mark == '[' || mark == '{' || mark == '<')
    {
      gsize close = find_bracket (value, mark);

      record = tlsrpt_paste_begin (self, start - 1 == line.at ? TLSRPT_PASTE_VALUE
                                                              : TLSRPT_PASTE_TEXT);
      if (close == value.end && mark == '{')
        record->notes |= TLSRPT_PASTE_CUT;
      read_enclosed (self, record, value, close, &next);
    }
  else if (mark == '>' && find_tag (value) < value.end)
    {
      record = tlsrpt_paste_begin (self, TLSRPT_PASTE_TEXT);
      read_enclosed (self, record, value, find_tag (value), &next);
    }
  else if ((mark == '*' || mark == '~') && find_emphasis (value, mark) < value.end)
    {
      record = tlsrpt_paste_begin (self, TLSRPT_PASTE_TEXT);
      read_enclosed (self, record, value, find_emphasis (value, mark), &next);
    }
  else
    {
      gsize close = value.end;

      mark = find_open_mark ((TlsrptCursor) { line.text, from, line.end }, start);
      if (mark != '\0')
        close = tlsrpt_cursor_find (&value, mark);

      record = tlsrpt_paste_begin (self, get_form (line, start));
      if (close < value.end)
        {
          value.end = close;
          read_enclosed (self, record, value, tlsrpt_paste_find_rest (value, FALSE), &next);
          record->notes |= TLSRPT_PASTE_QUOTES;
          next = close + 1;
        }
      else
        {
          next = read_plain (self, record, value, start == line.at);
        }
    }

  tlsrpt_paste_end (self, record, MIN (next, self->bytes->len));

  return next;
}

/* Whether strings stand here and nothing else, as “dig +short” prints a record. */
static gboolean
is_quoted (TlsrptPasteReader *self,
           TlsrptCursor       line)
{
  char c = tlsrpt_cursor_peek (&line);

  if (c == '(')
    {
      line.at++;
      tlsrpt_cursor_skip_blanks (&line);
      c = tlsrpt_cursor_peek (&line);
      return c == '"' || c == ';' || c == '\0';
    }
  if (c != '"' || has_code_escape (line))
    return FALSE;

  while (tlsrpt_cursor_peek (&line) == '"')
    {
      line.at++;
      while (line.at < line.end && line.text[line.at] != '"')
        line.at += line.text[line.at] == '\\' ? 2 : 1;
      line.at = MIN (line.at + 1, line.end);
      tlsrpt_cursor_skip_blanks (&line);
    }

  /* A comment, or the end of a statement; cells of a table go on at once. */
  return line.at >= line.end ||
         (line.text[line.at] == ';' && (line.at + 1 == line.end ||
                                        tlsrpt_paste_is_blank (line.text[line.at - 1])));
}

/**
 * tlsrpt_paste_find_change:
 * @line: a line
 *
 * Looks for “old -> new” between two records, as plans of Terraform and of DNSControl
 * show a change: the first one is gone then, as in a diff.
 *
 * Returns: where the new one may begin, or the beginning of the line
 */
gsize
tlsrpt_paste_find_change (TlsrptCursor line)
{
  static const char *const arrows[] = { " -> ", " => ", " → " };
  gsize start;

  for (gsize i = line.at; i < line.end; i++)
    {
      TlsrptCursor cursor = { line.text, i, line.end };

      if (line.text[i] != ' ')
        continue;

      for (gsize j = 0; j < G_N_ELEMENTS (arrows); j++)
        {
          TlsrptCursor after = { line.text, i + strlen (arrows[j]), line.end };

          if (tlsrpt_cursor_starts (&cursor, arrows[j]) && after.at < after.end &&
              tlsrpt_paste_find_version ((TlsrptCursor) { line.text, line.at, i }, &start) &&
              tlsrpt_paste_find_version (after, &start))
            return after.at;
        }
    }

  return line.at;
}

/**
 * tlsrpt_paste_value_line:
 * @self: a reader
 * @line: a line, without the marks before it
 * @next: (out): where to go on
 *
 * Reads the values on a line that stand there without a tool's words.
 *
 * Returns: whether there is one
 */
gboolean
tlsrpt_paste_value_line (TlsrptPasteReader *self,
                         TlsrptCursor       line,
                         gsize             *next)
{
  TlsrptCursor rest = line;
  gsize first_start = line.end;
  guint first = self->records->len;
  gsize start;

  *next = line.end;
  rest.at = tlsrpt_paste_find_change (line);

  if (self->n_brackets == 0 && is_quoted (self, line))
    {
      TlsrptPasted *record = tlsrpt_paste_begin (self, TLSRPT_PASTE_QUOTED);

      *next = tlsrpt_paste_strings (self, record, line.at);
      tlsrpt_paste_end (self, record, *next);
      if (!tlsrpt_paste_join (self))
        record->name = g_steal_pointer (&self->near_name);
      return TRUE;
    }

  for (int i = 0; i < MAX_VALUES && rest.at < line.end &&
                  self->records->len < TLSRPT_LIMIT_ANSWER_RECORDS &&
                  tlsrpt_paste_find_version (rest, &start); i++)
    {
      first_start = MIN (first_start, start);
      rest.at = read_value (self, line, rest.at, start);
      *next = rest.at;
    }

  if (self->records->len == first)
    return FALSE;

  if (self->records->len == first + 1)
    {
      TlsrptPasted *record = g_ptr_array_index (self->records, first);

      if (tlsrpt_paste_find_change (line) > line.at)
        record->notes |= TLSRPT_PASTE_REMOVED;
      record->name = tlsrpt_paste_find_name (line, first_start, MIN (*next, line.end));
      if (record->name == NULL)
        record->name = g_steal_pointer (&self->near_name);
    }

  return TRUE;
}
