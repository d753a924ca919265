/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-paste-private.h"

#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-text.h"

#include <glib/gi18n-lib.h>

static gboolean
is_comment (TlsrptCursor line)
{
  /* “#1: + CREATE …”, as DNSControl tells what it is going to do. */
  if (line.end - line.at > 2 && line.text[line.at] == '#' && g_ascii_isdigit (line.text[line.at + 1]))
    return FALSE;

  return tlsrpt_cursor_peek (&line) == ';' || tlsrpt_cursor_peek (&line) == '#' ||
         tlsrpt_cursor_starts (&line, "//");
}

/* Whether a line opens a list or a call, or closes one. */
static void
count_brackets (TlsrptPasteReader *self,
                TlsrptCursor       line)
{
  gboolean has_opening = FALSE;

  for (gsize i = line.at; i < line.end; i++)
    has_opening |= strchr ("[({", line.text[i]) != NULL && line.text[i] != '\0';

  while (line.end > line.at && tlsrpt_paste_is_blank (line.text[line.end - 1]))
    line.end--;

  if (line.at == line.end)
    return;

  if (strchr ("[({", line.text[line.end - 1]) != NULL)
    self->n_brackets++;
  else if (self->n_brackets > 0 &&
           (strchr ("])}", tlsrpt_cursor_peek (&line)) != NULL ||
            (!has_opening && strchr ("])}", line.text[line.end - 1]) != NULL)))
    self->n_brackets--;
}

/* “{” or “[” at the beginning of a line may begin JSON. */
static gboolean
read_json (TlsrptPasteReader *self,
           TlsrptCursor       line,
           gsize             *next)
{
  char c = tlsrpt_cursor_peek (&line);

  return (c == '{' || c == '[') && tlsrpt_paste_json (self, line.at, next);
}

static gsize
read_line (TlsrptPasteReader *self,
           gsize              at)
{
  TlsrptCursor line = tlsrpt_paste_reader_get_line (self, at);
  gboolean is_indented = tlsrpt_paste_is_blank (tlsrpt_cursor_peek (&line));
  gsize next = line.end;

  if (tlsrpt_paste_tinydns_line (self, line))
    return next;

  tlsrpt_cursor_skip_blanks (&line);
  if (read_json (self, line, &next))
    return next;

  tlsrpt_paste_skip_marks (self, &line);
  if (line.at >= line.end)
    return line.end;

  if (is_comment (line))
    {
      self->is_dig |= g_strstr_len (line.text + line.at, line.end - line.at, "DiG") != NULL;
      return line.end;
    }

  if (tlsrpt_cursor_peek (&line) == '"' && self->expects_strings)
    {
      self->expects_strings = FALSE;
      return tlsrpt_paste_string_lines (self, line.at);
    }

  if (!tlsrpt_paste_tool_line (self, line, is_indented, &next) &&
      !tlsrpt_paste_value_line (self, line, &next))
    {
      tlsrpt_paste_keep_near_name (self, line);
      self->n_other_lines++;
    }

  count_brackets (self, line);

  return next;
}

/* Whether a value is the name of a record: in a command, it follows the type. */
static gboolean
is_queried_name (const TlsrptPasted *record)
{
  const char *text = record->text->str;

  return tlsrpt_text_has_prefix (text, "_smtp._tls") &&
         strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") ==
           record->text->len;
}

/* Forms that say “TXT” for every type, or nothing: keep them only where a value is. */
static void
remove_empty (GPtrArray *records)
{
  for (guint i = records->len; i > 0; i--)
    {
      TlsrptPasted *record = g_ptr_array_index (records, i - 1);

      if (record->text->len == 0 || is_queried_name (record))
        g_ptr_array_remove_index (records, i - 1);
    }
}

/* Of a diff that adds records, those that it removes are gone. */
static void
remove_removed (GPtrArray *records)
{
  gboolean has_added = FALSE;
  gboolean has_removed = FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      const TlsrptPasted *record = g_ptr_array_index (records, i);

      has_added |= record->mark == '+';
      has_removed |= record->mark == '-';
    }

  for (guint i = records->len; i > 0 && has_added && has_removed; i--)
    {
      TlsrptPasted *record = g_ptr_array_index (records, i - 1);

      if (record->mark == '-')
        g_ptr_array_remove_index (records, i - 1);
      else
        record->notes |= TLSRPT_PASTE_REMOVED;
    }
}

/* One record that is shown twice, as in commands for two versions of a tool. */
static void
remove_repeated (GPtrArray *records)
{
  for (guint i = records->len; i > 1; i--)
    {
      TlsrptPasted *record = g_ptr_array_index (records, i - 1);

      for (guint j = 0; j < i - 1; j++)
        {
          TlsrptPasted *first = g_ptr_array_index (records, j);

          if (!g_string_equal (record->text, first->text) ||
              !tlsrpt_pasted_may_share_name (record, first))
            continue;

          /* The longer name says more. */
          if (record->name != NULL &&
              (first->name == NULL || strlen (first->name) < strlen (record->name)))
            {
              g_free (first->name);
              first->name = g_steal_pointer (&record->name);
            }

          g_ptr_array_remove_index (records, i - 1);
          break;
        }
    }
}

/* If no record was found, treats the whole text as a bare value. */
static void
read_whole (TlsrptPasteReader *self)
{
  TlsrptPasted *record;
  TlsrptCursor all = { self->bytes->str, 0, self->bytes->len };

  self->mark = '\0';
  self->n_other_lines = 0;
  record = tlsrpt_paste_begin (self, TLSRPT_PASTE_VALUE);

  while (all.at < all.end && g_ascii_isspace (all.text[all.at]))
    all.at++;
  while (all.end > all.at && g_ascii_isspace (all.text[all.end - 1]))
    all.end--;

  /* A string in which there is nothing. */
  if (all.end - all.at == 2 && tlsrpt_cursor_starts (&all, "\"\""))
    all.at = all.end;

  tlsrpt_paste_plain (self, record, all.at, all.end);
  tlsrpt_paste_end (self, record, all.end);
}

/* Whether there is a name on each line, and nothing else. */
static gboolean
has_names_alone (TlsrptPasteReader *self)
{
  gboolean found = FALSE;

  for (gsize at = 0; at < self->bytes->len; at++)
    {
      TlsrptCursor line = tlsrpt_paste_reader_get_line (self, at);

      at = line.end;
      tlsrpt_cursor_skip_blanks (&line);
      while (line.end > line.at && tlsrpt_paste_is_blank (line.text[line.end - 1]))
        line.end--;
      if (line.at == line.end)
        continue;

      if (!tlsrpt_cursor_starts (&line, "_smtp._tls"))
        return FALSE;

      for (; line.at < line.end; line.at++)
        {
          if (!g_ascii_isalnum (line.text[line.at]) &&
              strchr ("_-.", line.text[line.at]) == NULL)
            return FALSE;
        }

      found = TRUE;
    }

  return found;
}

/* A tool prints other lines as a matter of course; in what a person wrote they may
 * be a part of the record. */
static void
note_other_lines (TlsrptPasteReader *self)
{
  gboolean has_failure = strstr (self->bytes->str, "NXDOMAIN") != NULL ||
                         strstr (self->bytes->str, "SERVFAIL") != NULL ||
                         strstr (self->bytes->str, "timed out") != NULL;

  for (guint i = 0; i < self->records->len; i++)
    {
      TlsrptPasted *record = g_ptr_array_index (self->records, i);

      if (record->form == TLSRPT_PASTE_VALUE || record->form == TLSRPT_PASTE_QUOTED ||
          record->form == TLSRPT_PASTE_TEXT)
        {
          if (self->n_other_lines > 0)
            record->notes |= TLSRPT_PASTE_OTHER_LINES;
        }
      else if (has_failure)
        {
          record->notes |= TLSRPT_PASTE_OTHER_ANSWER;
        }
    }
}

static void
read_lines (TlsrptPasteReader *self)
{
  for (gsize at = 0; at < self->bytes->len; at++)
    {
      TlsrptCursor rest = { self->bytes->str, at, self->bytes->len };

      if (self->records->len >= TLSRPT_LIMIT_ANSWER_RECORDS)
        {
          self->n_other_lines++;
          break;
        }

      rest.at = read_line (self, at);
      at = tlsrpt_cursor_find (&rest, '\n');
    }
}

/* Why there is no record in a text. */
static gboolean
explain_absence (TlsrptPasteReader  *self,
                 GError            **error)
{
  if (tlsrpt_paste_find_failure (self->bytes->str, self->bytes->len, error))
    return TRUE;

  if (!has_names_alone (self))
    return FALSE;

  tlsrpt_error_set (error, TLSRPT_ERROR_DOMAIN_OWNER_NAME, TLSRPT_ERROR_INCOMPLETE, NULL,
                    _("This is only the name of a record; its value is missing"));

  return TRUE;
}

static void
finish (TlsrptPasteReader *self)
{
  remove_removed (self->records);
  tlsrpt_paste_name_records (self);
  remove_repeated (self->records);
  note_other_lines (self);

  for (guint i = 0; i < self->records->len; i++)
    {
      TlsrptPasted *record = g_ptr_array_index (self->records, i);

      record->notes |= self->notes;
    }
}

/**
 * tlsrpt_paste_read:
 * @text: octets of any kind
 * @length: octets of @text
 * @error: return location for an error
 *
 * Reads TXT records from what people paste: a value, quoted strings, lines of a
 * zone file, the output of dig, host, nslookup or Resolve-DnsName, JSON, code, or
 * text with a record in it.  What was done to read them is noted; nothing is judged.
 *
 * Returns: (transfer full) (nullable) (element-type TlsrptPasted): the records, one
 *   at least, or `NULL`: with `TLSRPT_ERROR_EMPTY` or `TLSRPT_ERROR_TOO_LONG`, with
 *   `TLSRPT_ERROR_DOMAIN_OWNER_NAME` for a name without a value, and for the answer to
 *   a lookup that found none with `TLSRPT_ERROR_NO_NAME`, `TLSRPT_ERROR_NO_RECORD`,
 *   `TLSRPT_ERROR_LOOKUP_FAILED` or `TLSRPT_ERROR_LOOKUP_TIMED_OUT`
 */
GPtrArray *
tlsrpt_paste_read (const char  *text,
                   gsize        length,
                   GError     **error)
{
  g_autoptr (GPtrArray) records = NULL;
  TlsrptPasteReader reader;
  gboolean is_explained = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  if (length > TLSRPT_LIMIT_INPUT)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %d is a number of bytes */
                        _("The text is longer than %d bytes"), TLSRPT_LIMIT_INPUT);
      return NULL;
    }

  records = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_pasted_free);
  tlsrpt_paste_reader_init (&reader, text, length, records);

  read_lines (&reader);
  remove_empty (records);

  if (records->len == 0)
    {
      is_explained = explain_absence (&reader, error);
      if (!is_explained)
        read_whole (&reader);
      remove_empty (records);
    }

  finish (&reader);
  tlsrpt_paste_reader_clear (&reader);

  if (is_explained)
    return NULL;

  if (records->len == 0)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_EMPTY, TLSRPT_ERROR_INCOMPLETE, NULL,
                        _("Paste a record, or the output of a tool that shows one"));
      return NULL;
    }

  return g_steal_pointer (&records);
}

/* Whether a record is one of ours, or means to be. */
static gboolean
is_candidate (const TlsrptPasted *record)
{
  return tlsrpt_text_has_prefix (record->text->str, "v=TLSRPT");
}

/**
 * tlsrpt_paste_keep_tlsrpt:
 * @records: (element-type TlsrptPasted): what was read from a pasted text
 *
 * Leaves out what stands beside TLS-RPT records, as in a zone file.  If there is no
 * such record, nothing is left out.
 */
void
tlsrpt_paste_keep_tlsrpt (GPtrArray *records)
{
  guint n_candidates = 0;

  for (guint i = 0; i < records->len; i++)
    n_candidates += is_candidate (g_ptr_array_index (records, i));

  for (guint i = records->len; i > 0 && n_candidates > 0; i--)
    {
      if (!is_candidate (g_ptr_array_index (records, i - 1)))
        g_ptr_array_remove_index (records, i - 1);
    }
}

/**
 * tlsrpt_paste_is_wanted:
 * @text: what was pasted where a domain or a destination is expected
 *
 * Tells whether @text is rather a record, or holds one.
 *
 * Returns: `FALSE` if nothing in it begins as a TLS-RPT record does
 */
gboolean
tlsrpt_paste_is_wanted (const char *text)
{
  for (const char *p = strchr (text, '='); p != NULL; p = strchr (p + 1, '='))
    {
      if (p > text && (p[-1] == 'v' || p[-1] == 'V') && tlsrpt_text_has_prefix (p + 1, "TLSRPT"))
        return TRUE;
    }

  return FALSE;
}
