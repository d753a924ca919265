/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-save.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
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

/* There is no room for the text: as on a disk that is full. */
static void
test_no_room (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;
  struct rlimit limit;
  struct rlimit little;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &limit));
  little = (struct rlimit) { 1000, limit.rlim_max };
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &little));
  signal (SIGXFSZ, SIG_IGN);

  g_assert_false (save (fixture->path, text, -1, NULL, &error));

  signal (SIGXFSZ, SIG_DFL);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));
  g_assert_nonnull (error);
  assert_contents (fixture, "old", 3);
}

/* Saves two texts by turns, until it is killed. */
static void
save_for_ever (const char *path)
{
  g_autofree char *text = g_strnfill (100000, 'a');
  g_autofree char *other = g_strnfill (50000, 'b');

  for (;;)
    {
      save (path, text, -1, NULL, NULL);
      save (path, other, -1, NULL, NULL);
    }
}

/* What is left beside the file if it is killed while it saves. */
static void
remove_rest (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      if (g_str_has_prefix (name, "record.zone."))
        g_assert_no_errno (g_unlink (path));
    }
}

/* Whenever it is killed, the file has one text or the other. */
static void
test_killed (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (GSubprocess) process = NULL;
      g_autofree char *contents = NULL;
      gsize length = 0;

      process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, self, fixture->path, NULL);
      g_assert_nonnull (process);
      while (!g_file_test (fixture->path, G_FILE_TEST_EXISTS))
        g_usleep (1000);
      g_usleep (g_test_rand_int_range (0, 5000));
      g_subprocess_force_exit (process);
      g_assert_true (g_subprocess_wait (process, NULL, NULL));

      g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
      g_assert_true (length == 100000 || length == 50000);
      for (gsize j = 0; j < length; j++)
        g_assert_cmpint (contents[j], ==, length == 100000 ? 'a' : 'b');
      g_assert_no_errno (g_unlink (fixture->path));
      remove_rest (fixture);
    }
}

int
main (int   argc,
      char *argv[])
{
  /* As the process that test_killed() kills. */
  if (argc == 2 && argv[1][0] == '/')
    save_for_ever (argv[1]);

  g_test_init (&argc, &argv, NULL);

  g_test_add ("/save/replace", Fixture, NULL, set_up, test_replace, tear_down);
  g_test_add ("/save/new", Fixture, NULL, set_up, test_new, tear_down);
  g_test_add ("/save/mode", Fixture, NULL, set_up, test_mode, tear_down);
  g_test_add ("/save/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/save/dangling-link", Fixture, NULL, set_up, test_dangling_link, tear_down);
  g_test_add ("/save/device", Fixture, NULL, set_up, test_device, tear_down);
  g_test_add ("/save/no-room", Fixture, NULL, set_up, test_no_room, tear_down);
  g_test_add ("/save/killed", Fixture, NULL, set_up, test_killed, tear_down);
  g_test_add ("/save/errors", Fixture, NULL, set_up, test_errors, tear_down);

  return g_test_run ();
}
