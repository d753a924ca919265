/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-smtp-reply.h"

#include "tlsrpt-limits.h"

#include <string.h>

/* The digits before the text, and what follows them: a blank before the text of the
 * last line, a hyphen before that of another. */
#define CODE_LENGTH 3

/**
 * tlsrpt_smtp_reply_new:
 *
 * Creates a reply of which nothing has come yet.
 *
 * Returns: (transfer full): the reply
 */
TlsrptSmtpReply *
tlsrpt_smtp_reply_new (void)
{
  TlsrptSmtpReply *self = g_new0 (TlsrptSmtpReply, 1);

  self->text = g_string_new (NULL);
  self->line = g_string_new (NULL);

  return self;
}

void
tlsrpt_smtp_reply_free (TlsrptSmtpReply *self)
{
  g_string_free (self->text, TRUE);
  g_string_free (self->line, TRUE);
  g_free (self);
}

/* Reply-code = %x32-35 %x30-35 %x30-39.  Real servers are not so strict about the
 * second digit. */
static guint
read_code (const char *line,
           gsize       length)
{
  if (length < CODE_LENGTH || line[0] < '2' || line[0] > '5' || !g_ascii_isdigit (line[1]) ||
      !g_ascii_isdigit (line[2]))
    return 0;

  return (guint) (line[0] - '0') * 100 + (guint) (line[1] - '0') * 10 + (guint) (line[2] - '0');
}

static TlsrptSmtpStatus
end_line (TlsrptSmtpReply *self)
{
  GString *line = self->line;
  gboolean is_last;
  guint code;

  if (line->len > 0 && line->str[line->len - 1] == '\r')
    g_string_truncate (line, line->len - 1);

  code = read_code (line->str, line->len);
  is_last = line->len == CODE_LENGTH || line->str[MIN (line->len, CODE_LENGTH)] == ' ';
  if (code == 0 || (!is_last && line->str[CODE_LENGTH] != '-') ||
      (self->n_lines > 0 && code != self->code))
    return TLSRPT_SMTP_NOT_SMTP;

  if (self->n_lines > 0)
    g_string_append_c (self->text, '\n');
  if (line->len > CODE_LENGTH)
    g_string_append_len (self->text, line->str + CODE_LENGTH + 1,
                         (gssize) (line->len - CODE_LENGTH - 1));
  g_string_truncate (line, 0);

  self->code = code;
  self->n_lines++;

  if (is_last)
    return TLSRPT_SMTP_DONE;

  return self->n_lines < TLSRPT_LIMIT_SMTP_LINES ? TLSRPT_SMTP_MORE : TLSRPT_SMTP_TOO_LONG;
}

/**
 * tlsrpt_smtp_reply_feed:
 * @self: a reply
 * @octets: what came
 * @length: how much of it
 * @n_used: (out): how much of it belongs to the reply
 *
 * Reads on.  After the reply is complete, or is none, nothing more is used.
 *
 * Returns: how far the reply has come
 */
TlsrptSmtpStatus
tlsrpt_smtp_reply_feed (TlsrptSmtpReply *self,
                        const char      *octets,
                        gsize            length,
                        gsize           *n_used)
{
  gsize i = 0;

  while (self->status == TLSRPT_SMTP_MORE && i < length)
    {
      if (++self->n_octets > TLSRPT_LIMIT_SMTP_REPLY)
        {
          self->status = TLSRPT_SMTP_TOO_LONG;
          break;
        }

      if (octets[i] == '\n')
        {
          i++;
          self->status = end_line (self);
          continue;
        }

      g_string_append_c (self->line, octets[i++]);
      /* Who does not begin with a code is known at once, also without the end of a line. */
      if (self->line->len == CODE_LENGTH && read_code (self->line->str, CODE_LENGTH) == 0)
        self->status = TLSRPT_SMTP_NOT_SMTP;
    }

  *n_used = i;

  return self->status;
}

/**
 * tlsrpt_smtp_reply_has_keyword:
 * @self: the reply to EHLO
 * @keyword: an extension, such as “STARTTLS”
 *
 * Tells whether the server offers an extension (RFC 5321 section 4.1.1.1).
 *
 * Returns: `TRUE` if it does
 */
gboolean
tlsrpt_smtp_reply_has_keyword (TlsrptSmtpReply *self,
                               const char      *keyword)
{
  const char *end = self->text->str + self->text->len;
  const char *line = memchr (self->text->str, '\n', self->text->len);
  gsize length = strlen (keyword);

  /* The first line only greets. */
  while (line != NULL)
    {
      const char *next;

      line++;
      next = memchr (line, '\n', (gsize) (end - line));
      if ((gsize) ((next != NULL ? next : end) - line) >= length &&
          g_ascii_strncasecmp (line, keyword, length) == 0 &&
          (line[length] == ' ' || line + length == (next != NULL ? next : end)))
        return TRUE;

      line = next;
    }

  return FALSE;
}
