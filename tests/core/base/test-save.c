/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-save.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

static gboolean
save (const char    *path,
      const char    *text,
      gssize         length,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  tlsrpt_save_async (file, text, length, cancellable, saved_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return tlsrpt_save_finish (file, result, error);
}

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("tlsrpt-save-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "record.zone", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (fixture->path);
  /* Nothing else is left behind, whether it went well or not. */
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
assert_contents (Fixture    *fixture,
                 const char *expected,
                 gsize       expected_length)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_cmpmem (contents, length, expected, expected_length);
}

static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (save (fixture->path, "a longer text\n", -1, NULL, &error));
  g_assert_no_error (error);
  assert_contents (fixture, "a longer text\n", 14);

  g_assert_true (save (fixture->path, "shorter\0b", 9, NULL, &error));
  g_assert_no_error (error);
  assert_contents (fixture, "shorter\0b", 9);
}

/* A new file is for its owner alone, whatever the umask says. */
static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  mode_t mask = umask (0);
  struct stat status;

  g_assert_true (save (fixture->path, "text", -1, NULL, NULL));
  umask (mask);

  g_assert_no_errno (stat (fixture->path, &status));
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

/* What was secret remains so, and what was for everybody does so as well. */
static void
test_mode (Fixture       *fixture,
           gconstpointer  data)
{
  static const int modes[] = { 0600, 0640, 0644, 0666, 0755 };
  mode_t mask = umask (022);

  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      struct stat status;

      g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
      g_assert_no_errno (g_chmod (fixture->path, modes[i]));
      g_assert_true (save (fixture->path, "text", -1, NULL, NULL));
      assert_contents (fixture, "text", 4);

      g_assert_no_errno (stat (fixture->path, &status));
      g_assert_cmpint (status.st_mode & 0777, ==, modes[i]);
    }

  umask (mask);
}

/* The file that a link leads to is replaced, not the link. */
static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  struct stat status;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_assert_no_errno (symlink ("record.zone", link));
  g_assert_true (save (link, "text", -1, NULL, NULL));
  assert_contents (fixture, "text", 4);

  g_assert_no_errno (lstat (link, &status));
  g_assert_true (S_ISLNK (status.st_mode));
  g_assert_no_errno (g_unlink (link));
}

/* A link to a file that is still to come is no other, nor is one to a link. */
static void
test_dangling_link (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char *const targets[] = { "record.zone", "./record.zone", "link" };
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  struct stat status;

  g_assert_no_errno (symlink (fixture->path, other));
  g_assert_true (save (other, "text", -1, NULL, NULL));
  assert_contents (fixture, "text", 4);
  g_assert_no_errno (g_unlink (other));

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      gboolean is_loop = g_str_equal (targets[i], "link");
      g_autoptr (GError) error = NULL;

      g_unlink (fixture->path);
      g_assert_no_errno (symlink (targets[i], link));
      g_assert_no_errno (symlink ("link", other));
      g_assert_cmpint (save (other, "text", -1, NULL, &error), ==, !is_loop);

      if (is_loop)
        g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_LOOP);
      else
        assert_contents (fixture, "text", 4);

      g_assert_no_errno (lstat (link, &status));
      g_assert_true (S_ISLNK (status.st_mode));
      g_assert_no_errno (lstat (other, &status));
      g_assert_true (S_ISLNK (status.st_mode));
      g_assert_no_errno (g_unlink (link));
      g_assert_no_errno (g_unlink (other));
    }
}

/* No device is made into a file. */
static void
test_device (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  struct stat status;

  g_assert_no_errno (mkfifo (fixture->path, 0600));
  g_assert_false (save (fixture->path, "text", -1, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);

  g_assert_no_errno (stat (fixture->path, &status));
  g_assert_true (S_ISFIFO (status.st_mode));
}

static void
test_errors (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "where", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (save (nowhere, "text", -1, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);

  /* A folder stands there. */
  g_assert_false (save (fixture->folder, "text", -1, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_false (save (fixture->path, "text", -1, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/save/replace", Fixture, NULL, set_up, test_replace, tear_down);
  g_test_add ("/save/new", Fixture, NULL, set_up, test_new, tear_down);
  g_test_add ("/save/mode", Fixture, NULL, set_up, test_mode, tear_down);
  g_test_add ("/save/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/save/dangling-link", Fixture, NULL, set_up, test_dangling_link, tear_down);
  g_test_add ("/save/device", Fixture, NULL, set_up, test_device, tear_down);
  g_test_add ("/save/errors", Fixture, NULL, set_up, test_errors, tear_down);

  return g_test_run ();
}
