/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-paste-private.h"

#include "tlsrpt-domain.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-text.h"

#include <glib/gi18n-lib.h>

static gboolean
is_comment (TlsrptPasteReader *reader,
            gsize              at)
{
  return reader->bytes->str[at] == ';' || reader->bytes->str[at] == '#';
}

static gsize
read_line (TlsrptPasteReader *reader,
           gsize              line)
{
  gsize end = tlsrpt_paste_find (reader, line, '\n');
  gsize at = tlsrpt_paste_skip_blanks (reader, line);
  gsize start;
  gsize next;

  if (at >= end)
    return end;

  if (is_comment (reader, at))
    {
      reader->is_dig |= g_strstr_len (reader->bytes->str + at, end - at, "DiG") != NULL;
      return end;
    }

  if (reader->bytes->str[at] == '"' && reader->expects_strings)
    {
      reader->expects_strings = FALSE;
      return tlsrpt_paste_string_lines (reader, at);
    }

  if (tlsrpt_paste_is_quoted (reader, at, end))
    return tlsrpt_paste_quoted (reader, at);

  if (tlsrpt_paste_tool_line (reader, line, &next))
    return next;

  if (tlsrpt_paste_find_version (reader, at, end, &start))
    return tlsrpt_paste_value (reader, at, start, end);

  reader->n_other_lines++;

  return end;
}

/* Names at which how-tos and hasty hands put the record; RFC 8460 section 3 has one. */
static void
judge_name (TlsrptPasted *record)
{
  gsize prefix = strlen (TLSRPT_DOMAIN_OWNER_PREFIX);
  gsize length;
  gsize half;
  const char *domain;

  if (record->name == NULL || !tlsrpt_text_has_prefix (record->text->str, "v=TLSRPT"))
    return;

  if (!tlsrpt_text_has_prefix (record->name, TLSRPT_DOMAIN_OWNER_PREFIX) ||
      (record->name[prefix] != '.' && record->name[prefix] != '\0'))
    {
      record->notes |= TLSRPT_PASTE_WRONG_NAME;
      return;
    }

  /* A panel appended the zone to a name that had it. */
  domain = record->name + prefix + (record->name[prefix] == '.');
  length = strlen (domain);
  while (length > 0 && domain[length - 1] == '.')
    length--;
  half = length / 2;

  if (length % 2 == 1 && domain[half] == '.' &&
      g_ascii_strncasecmp (domain, domain + half + 1, half) == 0)
    record->notes |= TLSRPT_PASTE_DOUBLED_NAME;
}

/* Forms that say “TXT” for every type, or nothing: keep them only where a value is. */
static void
remove_empty (GPtrArray *records)
{
  for (guint i = records->len; i > 0; i--)
    {
      TlsrptPasted *record = g_ptr_array_index (records, i - 1);

      if (record->text->len == 0)
        g_ptr_array_remove_index (records, i - 1);
    }
}

/* What nothing was found in is taken for a value as it stands. */
static void
read_whole (TlsrptPasteReader *reader)
{
  TlsrptPasted *record = tlsrpt_paste_begin (reader, TLSRPT_PASTE_VALUE);
  const char *text = reader->bytes->str;
  gsize end = reader->bytes->len;
  gsize at = 0;

  while (at < end && (text[at] == '\n' || tlsrpt_paste_is_blank (text[at])))
    at++;
  while (end > at && (text[end - 1] == '\n' || tlsrpt_paste_is_blank (text[end - 1])))
    end--;

  tlsrpt_paste_plain (reader, record, at, end);
  tlsrpt_paste_end (reader, record, end);
}

/* A tool prints other lines as a matter of course; in what a person wrote they may
 * be a part of the record. */
static void
note_other_lines (GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      TlsrptPasted *record = g_ptr_array_index (records, i);

      if (record->form == TLSRPT_PASTE_VALUE || record->form == TLSRPT_PASTE_QUOTED ||
          record->form == TLSRPT_PASTE_TEXT)
        record->notes |= TLSRPT_PASTE_OTHER_LINES;
    }
}

static void
read_lines (TlsrptPasteReader *reader)
{
  for (gsize at = 0; at < reader->bytes->len; at++)
    {
      if (reader->records->len == TLSRPT_LIMIT_ANSWER_RECORDS)
        {
          reader->n_other_lines++;
          break;
        }

      at = tlsrpt_paste_find (reader, read_line (reader, at), '\n');
    }

  remove_empty (reader->records);

  if (reader->records->len == 0)
    read_whole (reader);
  else if (reader->n_other_lines > 0)
    note_other_lines (reader->records);
}

/**
 * tlsrpt_paste_read:
 * @text: octets of any kind
 * @length: octets of @text
 * @error: return location for an error
 *
 * Reads TXT records from what people paste: a value, quoted strings, lines of a
 * zone file, the output of dig, host, nslookup or Resolve-DnsName, JSON, or text
 * with a record in it.  What was done to read them is noted; nothing is judged.
 *
 * Returns: (transfer full) (nullable) (element-type TlsrptPasted): the records, one
 *   at least, or `NULL` with `TLSRPT_ERROR_EMPTY` or `TLSRPT_ERROR_TOO_LONG`
 */
GPtrArray *
tlsrpt_paste_read (const char  *text,
                   gsize        length,
                   GError     **error)
{
  g_autoptr (GPtrArray) records = NULL;
  TlsrptPasteReader reader;
  gboolean may_be_json;
  gsize first = 0;

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

  while (first < reader.bytes->len && g_ascii_isspace (reader.bytes->str[first]))
    first++;

  /* A string without an escape is read below, which knows where it stands. */
  may_be_json = reader.bytes->str[first] == '{' || reader.bytes->str[first] == '[' ||
                memchr (reader.bytes->str, '\\', reader.bytes->len) != NULL;

  if (!may_be_json || !tlsrpt_paste_json (text, length, records))
    read_lines (&reader);

  remove_empty (records);

  for (guint i = 0; i < records->len; i++)
    {
      TlsrptPasted *record = g_ptr_array_index (records, i);

      record->notes |= reader.notes;
      judge_name (record);
    }

  tlsrpt_paste_reader_clear (&reader);

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
