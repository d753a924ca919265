/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-import-file.h"

#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <sys/stat.h>

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static char *
load (const char  *path,
      GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  tlsrpt_import_file_load_async (file, NULL, loaded_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return tlsrpt_import_file_load_finish (file, result, error);
}

typedef struct
{
  const char *name;
  const char *content;
  gssize      length;
  int         code; /* -1: it is text */
  const char *text; /* what it says, if that is not its content */
} Case;

static const Case cases[] = {
  { "empty", "", 0, -1, NULL },
  { "text", "v=TLSRPTv1; rua=mailto:a@bücher.example\r\n", -1, -1, NULL },
  { "nul", "v=TLSRPTv1\0; rua=", 17, TLSRPT_ERROR_ENCODING, NULL },
  { "latin-1", "b\xfc" "cher", -1, TLSRPT_ERROR_ENCODING, NULL },
  { "utf-16", "\xff\xfev\0=\0", 6, -1, "v=" },
  { "utf-16-big-endian", "\xfe\xff\0v\0=", 6, -1, "v=" },
  { "utf-16-not-ascii", "\xff\xfe\xfc\0=\xd8\0\xde", 8, -1, "ü😀" },
  { "utf-16-mark-alone", "\xff\xfe", 2, -1, "" },
  { "utf-16-nul", "\xff\xfev\0\0\0", 6, TLSRPT_ERROR_ENCODING, NULL },
  { "utf-16-cut-off", "\xff\xfev\0=", 5, TLSRPT_ERROR_ENCODING, NULL },
  { "utf-16-half-a-pair", "\xff\xfe=\xd8v\0", 6, TLSRPT_ERROR_ENCODING, NULL },
};

static void
check (const char *content,
       gsize       length,
       int         code,
       const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("tlsrpt-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "zone.txt", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  text = load (path, &error);

  if (code < 0)
    {
      g_assert_no_error (error);
      if (expected != NULL)
        g_assert_cmpstr (text, ==, expected);
      else
        g_assert_cmpmem (text, strlen (text), content, length);
    }
  else
    {
      g_assert_error (error, TLSRPT_ERROR, code);
      g_assert_null (text);
      g_assert_nonnull (strstr (error->message, "zone.txt"));
    }

  g_remove (path);
  g_rmdir (folder);
}

static void
test_load (gconstpointer data)
{
  const Case *c = data;

  check (c->content, c->length < 0 ? strlen (c->content) : (gsize) c->length, c->code,
         c->text);
}

static void
test_length (void)
{
  g_autofree char *text = g_strnfill (TLSRPT_LIMIT_INPUT + 1, 'a');

  check (text, TLSRPT_LIMIT_INPUT, -1, NULL);
  check (text, TLSRPT_LIMIT_INPUT + 1, TLSRPT_ERROR_TOO_LONG, NULL);
}

/* None of these may be waited for. */
static void
test_no_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("tlsrpt-XXXXXX", NULL);
  g_autofree char *fifo = g_build_filename (folder, "fifo", NULL);
  const char *const paths[] = { folder, fifo, "/dev/zero" };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_assert_null (load (paths[i], &error));
      g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_FILE);
      g_clear_error (&error);
    }

  g_remove (fifo);
  g_rmdir (folder);

  g_assert_null (load (fifo, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/import-file/load/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_load);
    }
  g_test_add_func ("/import-file/load/length", test_length);
  g_test_add_func ("/import-file/load/no-file", test_no_file);

  return g_test_run ();
}
