/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-state-reading.h"

#include "tlsrpt-display.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

static char *
name_copy (const char *path,
           int         number)
{
  if (number == 1)
    return g_strdup_printf ("%s.bad", path);

  return g_strdup_printf ("%s.bad.%d", path, number);
}

static void
take_error (TlsrptStateReading *self,
            GError             *error)
{
  g_clear_error (&self->error);
  self->error = error;
}

static void
take_system_error (TlsrptStateReading *self,
                   int                 saved_errno)
{
  take_error (self, g_error_new_literal (G_FILE_ERROR, g_file_error_from_errno (saved_errno),
                                         g_strerror (saved_errno)));
}

/* Gives the file another name, so that it is not written over.  There is a limit, for a
 * file may break with every start; then the last copy goes. */
static void
keep_aside (TlsrptStateReading *self,
            const char         *path)
{
  g_autofree char *copy = NULL;
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  struct stat status;

  for (int i = 1; i <= TLSRPT_LIMIT_STATE_COPIES; i++)
    {
      g_free (copy);
      copy = name_copy (path, i);
      if (lstat (copy, &status) != 0)
        break;
    }

  if (g_rename (path, copy) != 0)
    {
      self->is_barred = TRUE;
      return;
    }

  name = g_path_get_basename (copy);
  shown = tlsrpt_display_isolate (name, -1);
  /* Translators: %s is the name of a file */
  g_prefix_error (&self->error, _("The file is kept as “%s”. "), shown);
}

static char *
read_text (int    fd,
           gsize  size,
           gsize *length)
{
  g_autofree char *text = g_malloc (size);

  *length = 0;
  while (*length < size)
    {
      ssize_t n_read = read (fd, text + *length, size - *length);

      if (n_read < 0 && errno == EINTR)
        continue;
      if (n_read < 0)
        return NULL;
      if (n_read == 0)
        break;
      *length += (gsize) n_read;
    }

  return g_steal_pointer (&text);
}

/* Nobody but us has a reason to write such a file, and what is no file never ends. */
static gboolean
is_ours (TlsrptStateReading *self,
         const struct stat  *status)
{
  if (status->st_uid != geteuid ())
    take_error (self, g_error_new_literal (TLSRPT_ERROR, TLSRPT_ERROR_STATE_OWNER,
                                           _("The file belongs to another user")));
  else if (!S_ISREG (status->st_mode))
    take_error (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                                           _("This name belongs to something that is not a "
                                             "file")));
  else
    return TRUE;

  self->is_barred = TRUE;

  return FALSE;
}

static void
read_file (TlsrptStateReading *self,
           const char         *path,
           int                 fd)
{
  g_autofree char *text = NULL;
  struct stat status;
  gsize length;

  if (fstat (fd, &status) != 0)
    {
      self->is_barred = TRUE;
      take_system_error (self, errno);
      return;
    }

  if (!is_ours (self, &status))
    return;

  /* It may have been copied from elsewhere. */
  if ((status.st_mode & 077) != 0)
    fchmod (fd, 0600);

  /* One more than may be, so that the reader finds out. */
  text = read_text (fd, (gsize) MIN (status.st_size, TLSRPT_LIMIT_STATE) + 1, &length);
  if (text == NULL)
    {
      self->is_barred = TRUE;
      take_system_error (self, errno);
      return;
    }

  self->state = tlsrpt_state_new_from_json (text, length, &self->error);
  if (self->state == NULL)
    keep_aside (self, path);
}

/**
 * tlsrpt_state_reading_new:
 * @path: the file of the state
 *
 * Reads the file.  What is there and cannot be read is kept aside or left alone, and is
 * never lost.
 *
 * Returns: (transfer full): what became of it
 */
TlsrptStateReading *
tlsrpt_state_reading_new (const char *path)
{
  TlsrptStateReading *self = g_new0 (TlsrptStateReading, 1);
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0);

  if (fd >= 0)
    {
      read_file (self, path, fd);
      g_close (fd, NULL);
    }
  else if (errno != ENOENT)
    {
      self->is_barred = TRUE;
      take_system_error (self, errno);
    }

  return self;
}

void
tlsrpt_state_reading_free (TlsrptStateReading *self)
{
  g_clear_object (&self->state);
  g_clear_error (&self->error);
  g_free (self);
}
