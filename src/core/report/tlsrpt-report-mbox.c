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

/* Whether a line is the field @name; @value is where its value begins. */
static inline gboolean
is_named (const char  *line,
          gsize        length,
          const char  *name,
          const char **value)
{
  gsize n = strlen (name);

  if (length <= n || line[n] != ':' ||
      (memcmp (line, name, n) != 0 && g_ascii_strncasecmp (line, name, n) != 0))
    return FALSE;

  for (*value = line + n + 1; *value < line + length && g_ascii_isspace (**value); *value += 1)
    continue;

  return TRUE;
}

/* What the header at a place says. */
typedef struct
{
  gsize    end;        /* the first line that is not part of it */
  gboolean is_message; /* it is that of a message, not of a part, or lines of a text */
  gboolean has_parts;
} Header;

static Header
read_header (const TlsrptReportMbox *self,
             gsize                   at)
{
  Header header = { at, FALSE, FALSE };
  gboolean has_author = FALSE;
  gboolean has_type = FALSE;

  while (header.end < self->size)
    {
      const char *line = self->data + header.end;
      gsize length = get_line_length (self, header.end);
      const char *value;

      if (!is_field (line, length) &&
          !(header.end > at && length > 0 && (*line == ' ' || *line == '\t')))
        break;

      has_author |= is_named (line, length, "From", &value);
      has_type |= is_named (line, length, "MIME-Version", &value);
      if (is_named (line, length, "Content-Type", &value))
        {
          gsize left = (gsize) (line + length - value);

          has_type = TRUE;
          header.has_parts = (left > 10 && g_ascii_strncasecmp (value, "multipart/", 10) == 0) ||
                             (left > 8 && g_ascii_strncasecmp (value, "message/", 8) == 0);
        }

      header.end = MIN (header.end + length + 1, self->size);
    }

  header.is_message = has_author && has_type && header.end < self->size &&
                      is_empty (self->data + header.end, get_line_length (self, header.end));

  return header;
}

/**
 * tlsrpt_report_mbox_init:
 * @self: the messages
 * @data: a mailbox file, or a message; it must stay
 * @size: its octets
 *
 * Begins to go through the messages of a mailbox, or of a file into which messages were
 * joined with nothing between them, as “cat *.eml” does.
 */
void
tlsrpt_report_mbox_init (TlsrptReportMbox *self,
                         const guint8     *data,
                         gsize             size)
{
  self->data = (const char *) data;
  self->size = size;
  self->next = 0;
  self->is_mailbox = tlsrpt_report_mbox_recognise (data, size);
}

/**
 * tlsrpt_report_mbox_next:
 * @self: the messages
 * @message: (out): the next message, without the line before it
 * @size: (out): its octets
 *
 * Finds the next message.  An empty line ends a message (RFC 4155); where a program has
 * left it out, the end of its parts does.  In a file that is no mailbox, the header of
 * another message begins one, but not within the parts of a message, which may be
 * messages themselves.
 *
 * Returns: `FALSE` if there is no other
 */
gboolean
tlsrpt_report_mbox_next (TlsrptReportMbox  *self,
                         const guint8     **message,
                         gsize             *size)
{
  gboolean is_ended = FALSE;
  gboolean is_past_parts;
  Header header;
  gsize begin;
  gsize at;

  if (self->next >= self->size)
    return FALSE;

  begin = self->next;
  if (tlsrpt_report_mbox_recognise ((const guint8 *) self->data + begin, self->size - begin))
    begin = MIN (begin + get_line_length (self, begin) + 1, self->size);

  header = read_header (self, begin);
  is_past_parts = !header.has_parts;

  for (at = header.end; at < self->size;)
    {
      const char *line = self->data + at;
      gsize length = get_line_length (self, at);

      if (is_ended && *line == 'F' && is_separator (line, length))
        {
          gsize next = at + length + 1;

          if (next >= self->size || is_field (self->data + next, get_line_length (self, next)))
            break;
        }

      /* Lines that look like a header and are none are not looked at again. */
      if (!self->is_mailbox && is_past_parts && at >= header.end)
        {
          gboolean has_parts = header.has_parts;

          header = read_header (self, at);
          if (header.is_message)
            break;
          header.has_parts = has_parts;
        }

      /* Another part follows that of which this was the end. */
      if (header.has_parts && length >= 2 && memcmp (line, "--", 2) == 0)
        is_past_parts = ends_parts (line, length);
      is_ended = is_empty (line, length) || ends_parts (line, length);
      at += length + 1;
    }

  self->next = MIN (at, self->size);
  *message = (const guint8 *) self->data + begin;
  *size = self->next - begin;

  return TRUE;
}
