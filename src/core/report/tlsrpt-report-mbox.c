/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-mbox.h"

#include <string.h>

#define SEPARATOR "From "

/* A line of a separator that is longer is none. */
#define LONGEST_SEPARATOR 1000

/**
 * tlsrpt_report_mbox_recognise:
 * @data: some data
 * @size: its octets
 *
 * Tells whether data begins as a mailbox file does.
 *
 * Returns: `TRUE` if it does
 */
gboolean
tlsrpt_report_mbox_recognise (const guint8 *data,
                              gsize         size)
{
  return size >= strlen (SEPARATOR) && memcmp (data, SEPARATOR, strlen (SEPARATOR)) == 0;
}

static gboolean
is_name (const char        *word,
         const char *const *names)
{
  for (; *names != NULL; names++)
    {
      if (g_ascii_strncasecmp (word, *names, 3) == 0 && (word[3] == '\0' || word[3] == ','))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_number (const char *word)
{
  return *word != '\0' && strspn (word, "0123456789") == strlen (word);
}

/* Hours, minutes and mostly seconds, such as “13:42:51”. */
static gboolean
is_time (const char *word)
{
  gsize digits = strspn (word, "0123456789");

  return digits >= 1 && digits <= 2 && word[digits] == ':' &&
         strspn (word, "0123456789:.") == strlen (word);
}

/* “+0100”, “UTC”, “CEST” and “(CET)” */
static gboolean
is_zone (const char *word)
{
  gsize length = strlen (word);

  if (*word == '+' || *word == '-')
    return is_number (word + 1) && length == 5;

  return length >= 1 && length <= 7 && strspn (word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ()") == length;
}

/* “2026-01-02” or, with the time, “2026-01-02T03:04:05Z” */
static gboolean
is_iso_date (const char *word)
{
  return strlen (word) >= 10 && word[4] == '-' && word[7] == '-' &&
         strspn (word, "0123456789-:.TZ+") == strlen (word);
}

/* RFC 4155 wants the date of asctime(), “Fri Jan  2 03:04:05 2026”.  Mail programs add a
 * time zone, leave the seconds out, or write another form. */
static gboolean
is_date (char *text)
{
  static const char *const days[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", NULL };
  static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug",
                                        "Sep", "Oct", "Nov", "Dec", NULL };
  gboolean has_date = FALSE;
  gboolean has_time = FALSE;

  for (char *word = strtok_r (text, " \t", &text); word != NULL; word = strtok_r (NULL, " \t", &text))
    {
      if (is_iso_date (word))
        has_date = has_time = TRUE;
      else if (is_number (word) && strlen (word) == 4)
        has_date = TRUE;
      else if (is_time (word))
        has_time = TRUE;
      else if (g_str_equal (word, "remote"))
        /* “remote from HOST” ends what UUCP writes. */
        break;
      else if (!is_name (word, days) && !is_name (word, months) && !is_zone (word) &&
               !(is_number (word) && strlen (word) <= 2))
        return FALSE;
    }

  return has_date && has_time;
}

/* Whether a line is “From ”, an address and a date (RFC 4155 appendix A).  A line of
 * text may begin with the same word, and not every program quotes it then. */
static gboolean
is_separator (const char *line,
              gsize       length)
{
  g_autofree char *text = NULL;
  const char *date;

  if (length > LONGEST_SEPARATOR || length < strlen (SEPARATOR) ||
      memcmp (line, SEPARATOR, strlen (SEPARATOR)) != 0)
    return FALSE;

  text = g_strndup (line + strlen (SEPARATOR), length - strlen (SEPARATOR));
  g_strchomp (text);

  /* A local part in quotation marks may have blanks. */
  date = strrchr (text, '"');
  date = strchr (date != NULL ? date : text, ' ');

  return date != NULL && date > text && is_date ((char *) date);
}

/* Whether a line is a header field, or ends a header without any. */
static gboolean
is_field (const char *line,
          gsize       length)
{
  gsize name = 0;

  while (name < length && g_ascii_isgraph (line[name]) && line[name] != ':')
    name++;

  return name > 0 && name < length && line[name] == ':';
}

static gsize
get_line_length (const TlsrptReportMbox *self,
                 gsize                   at)
{
  const char *end = memchr (self->data + at, '\n', self->size - at);

  return end != NULL ? (gsize) (end - self->data) - at : self->size - at;
}

static gboolean
is_empty (const char *line,
          gsize       length)
{
  return length == 0 || (length == 1 && *line == '\r');
}

/* Whether a line ends all parts of a message, as in “--boundary--”. */
static gboolean
ends_parts (const char *line,
            gsize       length)
{
  while (length > 0 && g_ascii_isspace (line[length - 1]))
    length--;

  return length >= 5 && memcmp (line, "--", 2) == 0 && memcmp (line + length - 2, "--", 2) == 0;
}

/**
 * tlsrpt_report_mbox_init:
 * @self: the messages
 * @data: a mailbox file; it must stay
 * @size: its octets
 *
 * Begins to go through the messages of a mailbox.
 */
void
tlsrpt_report_mbox_init (TlsrptReportMbox *self,
                         const guint8     *data,
                         gsize             size)
{
  self->data = (const char *) data;
  self->size = size;
  self->next = 0;
}

/**
 * tlsrpt_report_mbox_next:
 * @self: the messages
 * @message: (out): the next message, without the line before it
 * @size: (out): its octets
 *
 * Finds the next message.  An empty line ends a message (RFC 4155); where a program has
 * left it out, the end of its parts does.
 *
 * Returns: `FALSE` if there is no other
 */
gboolean
tlsrpt_report_mbox_next (TlsrptReportMbox  *self,
                         const guint8     **message,
                         gsize             *size)
{
  gboolean is_ended = FALSE;
  gsize begin;
  gsize at;

  if (self->next >= self->size)
    return FALSE;

  begin = MIN (self->next + get_line_length (self, self->next) + 1, self->size);

  for (at = begin; at < self->size;)
    {
      const char *line = self->data + at;
      gsize length = get_line_length (self, at);

      if (is_ended && *line == 'F' && is_separator (line, length))
        {
          gsize next = at + length + 1;

          if (next >= self->size || is_field (self->data + next, get_line_length (self, next)))
            break;
        }

      is_ended = is_empty (line, length) || ends_parts (line, length);
      at += length + 1;
    }

  self->next = MIN (at, self->size);
  *message = (const guint8 *) self->data + begin;
  *size = self->next - begin;

  return TRUE;
}
