/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-import-file.h"
#include "tlsrpt-limits.h"

#include <glib/gstdio.h>
#include <unistd.h>

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = tlsrpt_import_file_load_finish (G_FILE (source), result, &error);
  gboolean *is_done = user_data;

  g_assert_true ((text == NULL) != (error == NULL));
  if (text != NULL)
    {
      g_assert_cmpuint (strlen (text), <=, TLSRPT_LIMIT_INPUT);
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
  *is_done = TRUE;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  int fd = g_file_open_tmp ("fuzz-XXXXXX", &path, NULL);
  gboolean is_done = FALSE;

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  close (fd);

  file = g_file_new_for_path (path);
  tlsrpt_import_file_load_async (file, NULL, loaded_cb, &is_done);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
  g_unlink (path);

  return 0;
}
