/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-line-reader.h"

#include "tlsrpt-limits.h"

#include <errno.h>
#include <gio/gio.h>
#include <string.h>
#include <unistd.h>

/* Several lines a read, and always room for the longest one and its end. */
#define BUFFER_SIZE (4 * TLSRPT_LIMIT_INPUT)

struct _TlsrptLineReader
{
  int      fd;
  gboolean at_end;
  gboolean is_skipping; /* the rest of a line that was cut */

  gsize    start;
  gsize    end;
  char     buffer[BUFFER_SIZE + 1];
};

TlsrptLineReader *
tlsrpt_line_reader_new (int fd)
{
  TlsrptLineReader *self = g_new (TlsrptLineReader, 1);

  self->fd = fd;
  self->at_end = FALSE;
  self->is_skipping = FALSE;
  self->start = self->end = 0;

  return self;
}

void
tlsrpt_line_reader_free (TlsrptLineReader *self)
{
  g_free (self);
}

static gboolean
fill (TlsrptLineReader  *self,
      GError           **error)
{
  gssize n;

  memmove (self->buffer, self->buffer + self->start, self->end - self->start);
  self->end -= self->start;
  self->start = 0;

  do
    n = read (self->fd, self->buffer + self->end, BUFFER_SIZE - self->end);
  while (n < 0 && errno == EINTR);

  if (n < 0)
    {
      int code = errno;

      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
      return FALSE;
    }

  self->end += n;
  self->at_end = n == 0;

  return TRUE;
}

/**
 * tlsrpt_line_reader_is_ready:
 * @self: the reader
 *
 * Finds out whether the next line has been read already, so that there is no waiting for it.
 *
 * Returns: `TRUE` if tlsrpt_line_reader_next() returns at once
 */
gboolean
tlsrpt_line_reader_is_ready (TlsrptLineReader *self)
{
  return self->at_end || (!self->is_skipping && memchr (self->buffer + self->start, '\n',
                                                        self->end - self->start) != NULL);
}

/**
 * tlsrpt_line_reader_next:
 * @self: the reader
 * @line: (out) (transfer none): the line, with a NUL after it, until the next call
 * @length: (out): its octets, without the line feed and a carriage return before it
 * @is_cut: (out): whether the line was longer than `TLSRPT_LIMIT_INPUT`
 * @error: return location for an error
 *
 * Reads the next line.
 *
 * Returns: `FALSE` at the end, or with @error set
 */
gboolean
tlsrpt_line_reader_next (TlsrptLineReader  *self,
                         char             **line,
                         gsize             *length,
                         gboolean          *is_cut,
                         GError           **error)
{
  for (;;)
    {
      char *text = self->buffer + self->start;
      gsize available = self->end - self->start;
      char *end = memchr (text, '\n', available);
      gboolean is_whole = end != NULL || (self->at_end && available > 0);
      gboolean is_long = available > TLSRPT_LIMIT_INPUT + 1;

      if (end == NULL)
        end = text + available;

      if (self->is_skipping && (is_whole || is_long))
        {
          self->start = MIN (end + 1 - self->buffer, (gssize) self->end);
          self->is_skipping = !is_whole;
          continue;
        }

      if (is_whole || is_long)
        {
          gsize size = end - text;

          if (size > 0 && text[size - 1] == '\r')
            size--;

          *is_cut = size > TLSRPT_LIMIT_INPUT;
          *line = text;
          *length = MIN (size, TLSRPT_LIMIT_INPUT);
          text[*length] = '\0';

          self->start = MIN (end + 1 - self->buffer, (gssize) self->end);
          self->is_skipping = !is_whole;
          return TRUE;
        }

      if (self->at_end)
        return FALSE;

      if (!fill (self, error))
        return FALSE;
    }
}
