/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-file.h"

#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

static void
set_too_large (GError **error)
{
  g_autofree char *size = g_format_size_full (TLSRPT_LIMIT_REPORT_FILE, G_FORMAT_SIZE_IEC_UNITS);

  tlsrpt_error_set (error, TLSRPT_ERROR_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                    /* Translators: %s is a size, such as “32 MiB” */
                    _("The file is larger than %s"), size);
}

/* A file may grow or shrink while it is read: what counts is what comes. */
static gboolean
load (int          fd,
      gsize        expected,
      GByteArray  *data,
      GError     **error)
{
  gssize n_read;

  do
    {
      gsize used = data->len;
      gsize room = MAX (expected + 1, used + 4096) - used;

      if (used > TLSRPT_LIMIT_REPORT_FILE)
        {
          set_too_large (error);
          return FALSE;
        }

      g_byte_array_set_size (data, (guint) (used + room));
      do
        n_read = read (fd, data->data + used, room);
      while (n_read < 0 && errno == EINTR);

      if (n_read < 0)
        {
          int saved_errno = errno;

          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
                       /* Translators: %s is what the system says */
                       _("The file cannot be read: %s"), g_strerror (saved_errno));
          return FALSE;
        }

      g_byte_array_set_size (data, (guint) (used + n_read));
    }
  while (n_read > 0);

  return TRUE;
}

/**
 * tlsrpt_report_file_load_stream:
 * @fd: what to read from, to its end
 * @data: where it is appended
 *
 * Loads what comes from a file that is open, at most `TLSRPT_LIMIT_REPORT_FILE`.
 *
 * Returns: `FALSE` if that was not possible
 */
gboolean
tlsrpt_report_file_load_stream (int          fd,
                                GByteArray  *data,
                                GError     **error)
{
  return load (fd, 0, data, error);
}

/**
 * tlsrpt_report_file_load:
 * @path: the path of a file
 * @data: where it is appended
 *
 * Loads a regular file, at most `TLSRPT_LIMIT_REPORT_FILE`.  Everything else that
 * has a path might wait, or never end.
 *
 * Returns: `FALSE` if that was not possible
 */
gboolean
tlsrpt_report_file_load (const char  *path,
                         GByteArray  *data,
                         GError     **error)
{
  struct stat status;
  gboolean is_loaded;
  int fd;

  /* Opening a FIFO must not wait for somebody to write. */
  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0);
  if (fd < 0)
    {
      int saved_errno = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
                   /* Translators: %s is what the system says */
                   _("The file cannot be opened: %s"), g_strerror (saved_errno));
      return FALSE;
    }

  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode))
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_FILE, TLSRPT_ERROR_FINAL, NULL,
                        _("This is not a regular file"));
      is_loaded = FALSE;
    }
  else if (status.st_size > TLSRPT_LIMIT_REPORT_FILE)
    {
      set_too_large (error);
      is_loaded = FALSE;
    }
  else
    {
      is_loaded = load (fd, (gsize) status.st_size, data, error);
    }

  close (fd);

  return is_loaded;
}
