/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-txt.h"

#include "tlsrpt-limits.h"
#include "tlsrpt-octets.h"

#include <string.h>

/**
 * tlsrpt_txt_split:
 * @value: the value of a TXT record, pure ASCII
 *
 * Splits a value into character-strings of at most
 * `TLSRPT_LIMIT_TXT_STRING` octets (RFC 1035 section 3.3.14).  Senders join them
 * without a space (RFC 8460 section 3).
 *
 * Returns: (transfer full): the strings, one at least
 */
char **
tlsrpt_txt_split (const char *value)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  gsize left = strlen (value);
  char **strings;

  do
    {
      gsize length = MIN (left, TLSRPT_LIMIT_TXT_STRING);
      g_autofree char *string = g_strndup (value, length);

      g_strv_builder_add (builder, string);
      value += length;
      left -= length;
    }
  while (left > 0);

  strings = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);

  return strings;
}

/* A character-string in the presentation format of RFC 1035 section 5.1. */
static void
append_string (GString    *line,
               const char *string,
               gsize       length)
{
  const char *end = string + length;

  g_string_append_c (line, '"');

  for (;;)
    {
      gsize n_left = (gsize) (end - string);
      gsize before = line->len;
      gsize n_plain;
      guchar c;

      g_string_set_size (line, before + n_left);
      n_plain = tlsrpt_octets_copy_plain (line->str + before, string, n_left);
      g_string_truncate (line, before + n_plain);
      string += n_plain;
      if (string == end)
        break;

      c = (guchar) *string++;
      if (c == '"' || c == '\\')
        g_string_append_printf (line, "\\%c", c);
      else
        g_string_append_printf (line, "\\%03u", c);
    }

  g_string_append_c (line, '"');
}

static void
append_number (GString *line,
               guint    number)
{
  char digits[16];
  char *first = digits + sizeof digits;

  do
    *--first = (char) ('0' + number % 10);
  while ((number /= 10) > 0);

  g_string_append_len (line, first, digits + sizeof digits - first);
}

/**
 * tlsrpt_txt_append:
 * @line: where to append
 * @value: the value of a TXT record
 *
 * Appends a value as a zone file shows it: strings of at most
 * `TLSRPT_LIMIT_TXT_STRING` octets, quoted, with one space between them.
 */
void
tlsrpt_txt_append (GString    *line,
                   const char *value)
{
  gsize left = strlen (value);

  for (;;)
    {
      gsize length = MIN (left, TLSRPT_LIMIT_TXT_STRING);

      append_string (line, value, length);
      value += length;
      left -= length;
      if (left == 0)
        break;

      g_string_append_c (line, ' ');
    }
}

/**
 * tlsrpt_txt_append_value:
 * @value: where to append
 * @uris: the report destinations
 * @n_uris: how many, one at least
 *
 * Appends the record in its canonical form: the one spelling of the grammar
 * (RFC 8460 section 3) that every known sender reads.  One `rua` field, first; no
 * white space except after the version's semicolon; no semicolon at the end.
 */
void
tlsrpt_txt_append_value (GString           *value,
                         const char *const *uris,
                         gsize              n_uris)
{
  g_return_if_fail (n_uris > 0);

  g_string_append (value, "v=TLSRPTv1; rua=");
  for (gsize i = 0; i < n_uris; i++)
    {
      if (i > 0)
        g_string_append_c (value, ',');
      g_string_append (value, uris[i]);
    }
}

/**
 * tlsrpt_txt_append_line:
 * @line: where to append
 * @owner_name: the absolute name without the final dot
 * @ttl: seconds
 * @value: the value of the TXT record
 *
 * Appends a line for a zone file, without a line feed.  Several strings stand in
 * parentheses, as people write them.
 */
void
tlsrpt_txt_append_line (GString    *line,
                        const char *owner_name,
                        guint       ttl,
                        const char *value)
{
  gboolean is_long = strlen (value) > TLSRPT_LIMIT_TXT_STRING;

  g_string_append (line, owner_name);
  g_string_append (line, ". ");
  append_number (line, ttl);
  g_string_append (line, is_long ? " IN TXT ( " : " IN TXT ");
  tlsrpt_txt_append (line, value);
  if (is_long)
    g_string_append (line, " )");
}
