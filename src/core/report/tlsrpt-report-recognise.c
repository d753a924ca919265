/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-recognise.h"

#include <string.h>

/* No report is shorter, in octets, when it is encoded. */
#define LEAST_BASE64 16

/**
 * tlsrpt_report_find_json:
 * @data: what may be JSON
 * @size: its octets
 * @begin: (out): where it begins: behind a byte order mark, if there is one
 *
 * Tells whether data looks like a report, or an array or a sequence (RFC 7464) of them.
 *
 * Returns: `TRUE` if it does
 */
gboolean
tlsrpt_report_find_json (const guint8 *data,
                         gsize         size,
                         gsize        *begin)
{
  gsize i;

  *begin = size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  /* Texts in a sequence follow a record separator each (RFC 7464). */
  for (i = *begin; i < size &&
                   (g_ascii_isspace (data[i]) || data[i] == 0x1e); i++)
    continue;

  /* A report, or an array of them. */
  return i < size && (data[i] == '{' || data[i] == '[');
}

/**
 * tlsrpt_report_strip_text:
 * @content: a text for people
 *
 * Takes away what stands around a report in a text, as when somebody pasted one into a
 * message.
 *
 * Returns: `TRUE` if the text holds a report, and nothing else any more
 */
gboolean
tlsrpt_report_strip_text (GByteArray *content)
{
  static const char policies[] = "\"policies\"";
  const char *text = (const char *) content->data;
  gsize size = content->len;
  gsize begin = 0;

  if (size == 0 || g_strstr_len (text, (gssize) size, policies) == NULL)
    return FALSE;

  /* At the beginning of a line. */
  while (begin < size && text[begin] != '{' && text[begin] != '[')
    {
      const char *end = memchr (text + begin, '\n', size - begin);

      begin = end != NULL ? (gsize) (end - text) + 1 : size;
      while (begin < size && g_ascii_isspace (text[begin]))
        begin++;
    }

  while (size > begin && text[size - 1] != '}' && text[size - 1] != ']')
    size--;
  if (size <= begin || g_strstr_len (text + begin, (gssize) (size - begin), policies) == NULL)
    return FALSE;

  g_byte_array_set_size (content, (guint) size);
  g_byte_array_remove_range (content, 0, (guint) begin);

  return TRUE;
}

/**
 * tlsrpt_report_is_base64:
 * @data: any data
 * @size: its octets
 *
 * Tells whether data is gzip data, a zip archive, or JSON in base64: as the source of a
 * message shows an attachment, and what is left of one if its header was lost.
 *
 * Returns: `TRUE` if it is
 */
gboolean
tlsrpt_report_is_base64 (const guint8 *data,
                         gsize         size)
{
  static const char *const heads[] = { "H4sI", "UEsDB", "eyJ", "ewog", "ewoJ", "ew0K", "eyAi", "W3si" };
  gboolean found = FALSE;
  gsize n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (heads) && !found; i++)
    found = size >= LEAST_BASE64 &&
            memcmp (data, heads[i], strlen (heads[i])) == 0;
  if (!found)
    return FALSE;

  for (gsize i = 0; i < size; i++)
    {
      guint8 c = data[i];

      if (!g_ascii_isspace (c) && !g_ascii_isalnum (c) && c != '+' && c != '/' && c != '=')
        return FALSE;
      n += !g_ascii_isspace (c);
    }

  return n > 0;
}

/**
 * tlsrpt_report_is_utf16:
 * @data: any data
 * @size: its octets
 *
 * Tells whether data begins as a text in UTF-16 does.
 *
 * Returns: `TRUE` if it does
 */
gboolean
tlsrpt_report_is_utf16 (const guint8 *data,
                        gsize         size)
{
  return size >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0);
}
