/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-import-file.h"

#include "tlsrpt-display.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
dup_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return tlsrpt_display_isolate (name != NULL ? name : "", -1);
}

/* A pipe or a device may never end. */
static gboolean
check_type (GFile         *file,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, error);
  g_autofree char *name = NULL;

  if (info == NULL)
    return FALSE;

  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    return TRUE;

  name = dup_name (file);
  tlsrpt_error_set (error, TLSRPT_ERROR_FILE, TLSRPT_ERROR_FINAL, NULL,
                    /* Translators: %s is the name of a folder or a device */
                    _("“%s” is not a text file"), name);

  return FALSE;
}

/* PowerShell writes UTF-16 with “>”, and Notepad calls it Unicode.  Other text stays as
 * it is.  A NUL character that was part of the text is found afterwards. */
static void
convert (char  **text,
         gsize  *length)
{
  const gboolean is_big_endian = *length >= 2 && memcmp (*text, "\xfe\xff", 2) == 0;
  g_autofree char *converted = NULL;
  gsize n_written;

  if (*length < 2 || (!is_big_endian && memcmp (*text, "\xff\xfe", 2) != 0))
    return;

  converted = g_convert (*text + 2, (gssize) *length - 2, "UTF-8",
                         is_big_endian ? "UTF-16BE" : "UTF-16LE", NULL, &n_written, NULL);
  if (converted == NULL)
    return;

  g_free (*text);
  *text = g_steal_pointer (&converted);
  *length = n_written;
}

static gboolean
check_text (GFile       *file,
            const char  *text,
            gsize        length,
            GError     **error)
{
  g_autofree char *name = NULL;

  if (length <= TLSRPT_LIMIT_INPUT && g_utf8_validate_len (text, length, NULL))
    return TRUE;

  name = dup_name (file);
  if (length > TLSRPT_LIMIT_INPUT)
    tlsrpt_error_set (error, TLSRPT_ERROR_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                      /* Translators: %s is the name of a file, %d a number of bytes */
                      _("“%s” is longer than %d bytes"), name, TLSRPT_LIMIT_INPUT);
  else if (memchr (text, '\0', length) != NULL)
    tlsrpt_error_set (error, TLSRPT_ERROR_ENCODING, TLSRPT_ERROR_FINAL, NULL,
                      /* Translators: %s is the name of a file */
                      _("“%s” contains a NUL character, so it is not text"), name);
  else
    tlsrpt_error_set (error, TLSRPT_ERROR_ENCODING, TLSRPT_ERROR_FINAL, NULL,
                      /* Translators: %s is the name of a file */
                      _("“%s” is not UTF-8 text"), name);

  return FALSE;
}

static void
load (GTask        *task,
      gpointer      source,
      gpointer      task_data,
      GCancellable *cancellable)
{
  GFile *file = source;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *text = g_malloc (TLSRPT_LIMIT_INPUT + 2);
  GError *error = NULL;
  gsize length = 0;

  if (check_type (file, cancellable, &error))
    stream = g_file_read (file, cancellable, &error);

  if (stream == NULL ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), text, TLSRPT_LIMIT_INPUT + 1, &length,
                                cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (length <= TLSRPT_LIMIT_INPUT)
    convert (&text, &length);

  if (!check_text (file, text, length, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  text[length] = '\0';
  g_task_return_pointer (task, g_steal_pointer (&text), g_free);
}

/**
 * tlsrpt_import_file_load_async:
 * @file: a file
 * @cancellable: (nullable): a cancellable
 * @callback: what to call then
 * @user_data: for @callback
 *
 * Reads a file that may hold a record, if it is text of at most
 * `TLSRPT_LIMIT_INPUT` octets, in UTF-8 or in UTF-16 with its mark.
 */
void
tlsrpt_import_file_load_async (GFile               *file,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, tlsrpt_import_file_load_async);
  g_task_run_in_thread (task, load);
}

/**
 * tlsrpt_import_file_load_finish:
 * @file: the file
 * @result: the result
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the text as UTF-8; or `NULL` with
 *   `TLSRPT_ERROR_TOO_LONG`, `TLSRPT_ERROR_ENCODING`, `TLSRPT_ERROR_FILE` or an error
 *   of GIO
 */
char *
tlsrpt_import_file_load_finish (GFile         *file,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, file), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tlsrpt_import_file_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
