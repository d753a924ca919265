/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-record.h"
#include "tlsrpt-state-file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define GOOD "{\"version\": 1, \"view\": \"check\"}"

typedef struct
{
  char *folder;
  char *path;
  guint n_failed;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("tlsrpt-state-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "state.json", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_no_errno (g_remove (path));
    }
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
put (Fixture    *fixture,
     const char *text)
{
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
}

static char *
get (Fixture    *fixture,
     const char *suffix)
{
  g_autofree char *path = g_strconcat (fixture->path, suffix, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);

  return text;
}

static void
failed_cb (Fixture *fixture)
{
  fixture->n_failed++;
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static TlsrptStateFile *
load (Fixture  *fixture,
      GError  **error)
{
  TlsrptStateFile *file = tlsrpt_state_file_new (fixture->path);
  g_autoptr (GAsyncResult) result = NULL;

  g_signal_connect_swapped (file, "failed", G_CALLBACK (failed_cb), fixture);
  tlsrpt_state_file_load_async (file, NULL, loaded_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  tlsrpt_state_file_load_finish (file, result, error);
  g_assert_nonnull (tlsrpt_state_file_get_state (file));

  return file;
}

/* As a program ends. */
static void
close_file (TlsrptStateFile *file)
{
  tlsrpt_state_file_flush (file);

  /* A thread may be writing for it. */
  g_object_add_weak_pointer (G_OBJECT (file), (gpointer *) &file);
  g_object_unref (file);
  while (file != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* Until the file holds the view, however long that takes here. */
static void
wait_view (Fixture    *fixture,
           const char *view)
{
  g_autofree char *expected = g_strdup_printf ("\"view\": \"%s\"", view);

  for (;;)
    {
      g_autofree char *text = get (fixture, "");

      if (text != NULL && strstr (text, expected) != NULL)
        break;
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
test_saved (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TlsrptStateFile) again = NULL;
  g_autoptr (GError) error = NULL;
  TlsrptStateFile *file = load (fixture, &error);
  struct stat status;

  /* No file is nothing to tell of, and to read makes none. */
  g_assert_no_error (error);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  /* By itself. */
  tlsrpt_state_set_view (tlsrpt_state_file_get_state (file), "guide");
  wait_view (fixture, "guide");
  g_assert_no_errno (stat (fixture->path, &status));
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  /* And at the end. */
  tlsrpt_state_set_view (tlsrpt_state_file_get_state (file), "check");
  tlsrpt_state_set_view (tlsrpt_state_file_get_state (file), "reports");
  close_file (file);

  again = load (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tlsrpt_state_get_view (tlsrpt_state_file_get_state (again)), ==, "reports");
  g_assert_cmpuint (fixture->n_failed, ==, 0);
}

/* Whichever of two programs writes last has its whole file there. */
static void
test_two (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (TlsrptStateFile) one = load (fixture, NULL);
  g_autoptr (TlsrptStateFile) other = load (fixture, NULL);

  tlsrpt_state_set_view (tlsrpt_state_file_get_state (one), "check");
  tlsrpt_state_set_view (tlsrpt_state_file_get_state (other), "guide");
  tlsrpt_state_file_flush (other);
  wait_view (fixture, "guide");
  tlsrpt_state_file_flush (one);
  wait_view (fixture, "check");
}

typedef struct
{
  const char  *name;
  const char  *text;
  TlsrptError  code;
} AsideCase;

static const AsideCase aside_cases[] = {
  { "empty", "", TLSRPT_ERROR_EMPTY },
  { "broken", "{\"version\": 1,", TLSRPT_ERROR_JSON },
  { "later", "{\"version\": 99, \"view\": \"check\"}", TLSRPT_ERROR_STATE_VERSION },
  { "other", "{\"version\": 1, \"form\": []}", TLSRPT_ERROR_STATE },
};

static void
test_aside (Fixture       *fixture,
            gconstpointer  data)
{
  const AsideCase *c = data;
  g_autoptr (TlsrptStateFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;

  put (fixture, c->text);
  file = load (fixture, &error);
  g_assert_error (error, TLSRPT_ERROR, (int) c->code);
  g_assert_nonnull (strstr (error->message, "state.json.bad"));

  copy = get (fixture, ".bad");
  g_assert_cmpstr (copy, ==, c->text);
  g_assert_null (tlsrpt_state_get_view (tlsrpt_state_file_get_state (file)));

  /* The program goes on with a new one. */
  tlsrpt_state_set_view (tlsrpt_state_file_get_state (file), "guide");
  tlsrpt_state_file_flush (file);
  wait_view (fixture, "guide");
}

/* One copy does not cost another. */
static void
test_copies (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  for (int i = 1; i <= TLSRPT_LIMIT_STATE_COPIES + 2; i++)
    {
      g_autoptr (TlsrptStateFile) file = NULL;
      g_autofree char *text = g_strdup_printf ("broken %d", i);

      put (fixture, text);
      file = load (fixture, NULL);
    }

  first = get (fixture, ".bad");
  g_assert_cmpstr (first, ==, "broken 1");
  second = get (fixture, ".bad.2");
  g_assert_cmpstr (second, ==, "broken 2");
}

static void
test_huge (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (TlsrptStateFile) file = NULL;
  g_autofree char *copy = g_strconcat (fixture->path, ".bad", NULL);
  g_autoptr (GError) error = NULL;
  struct stat status;

  put (fixture, GOOD);
  g_assert_no_errno (truncate (fixture->path, G_GINT64_CONSTANT (1) << 30));
  file = load (fixture, &error);
  g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_TOO_LONG);
  g_assert_no_errno (stat (copy, &status));
  g_assert_cmpint (status.st_size, ==, G_GINT64_CONSTANT (1) << 30);
}

static void
test_open_to_others (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (TlsrptStateFile) file = NULL;
  g_autoptr (GError) error = NULL;
  struct stat status;

  put (fixture, GOOD);
  g_assert_no_errno (g_chmod (fixture->path, 0644));
  file = load (fixture, &error);
  g_assert_no_error (error);
  tlsrpt_state_set_view (tlsrpt_state_file_get_state (file), "guide");
  tlsrpt_state_file_flush (file);
  g_assert_no_errno (stat (fixture->path, &status));
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

/* What is no file, or belongs to somebody else, is left alone. */
static void
assert_left_alone (Fixture *fixture,
                   GQuark   domain,
                   int      code)
{
  g_autoptr (TlsrptStateFile) file = NULL;
  g_autoptr (GError) error = NULL;
  struct stat before;
  struct stat after;

  g_assert_no_errno (lstat (fixture->path, &before));
  file = load (fixture, &error);
  g_assert_error (error, domain, code);
  tlsrpt_state_set_view (tlsrpt_state_file_get_state (file), "guide");
  tlsrpt_state_file_flush (file);
  g_assert_no_errno (lstat (fixture->path, &after));
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
  g_assert_cmpint (before.st_size, ==, after.st_size);
  g_assert_cmpuint (before.st_mode, ==, after.st_mode);
}

static void
test_folder (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_no_errno (g_mkdir (fixture->path, 0700));
  assert_left_alone (fixture, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
}

static void
test_fifo (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_no_errno (mkfifo (fixture->path, 0600));
  assert_left_alone (fixture, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
}

static void
test_foreign (Fixture       *fixture,
              gconstpointer  data)
{
  put (fixture, GOOD);
  if (chown (fixture->path, 1, 1) != 0)
    {
      g_test_skip ("only root can give a file away");
      return;
    }
  assert_left_alone (fixture, TLSRPT_ERROR, TLSRPT_ERROR_STATE_OWNER);
}

static void
test_foreign_folder (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (TlsrptStateFile) file = load (fixture, NULL);

  if (chown (fixture->folder, 1, 1) != 0)
    {
      g_test_skip ("only root can give a folder away");
      return;
    }
  tlsrpt_state_set_view (tlsrpt_state_file_get_state (file), "guide");
  tlsrpt_state_file_flush (file);
  g_assert_cmpuint (fixture->n_failed, ==, 1);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_no_errno (chown (fixture->folder, geteuid (), getegid ()));
}

/* A full disk is told of once, the old file stays, and nothing is lost when there is room
 * again. */
static void
test_full (Fixture       *fixture,
           gconstpointer  data)
{
  TlsrptStateFile *file = NULL;
  struct rlimit limit;
  struct rlimit none;
  void (*old_handler) (int);

  put (fixture, GOOD);
  file = load (fixture, NULL);
  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &limit));
  none = (struct rlimit) { .rlim_cur = 8, .rlim_max = limit.rlim_max };
  old_handler = signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &none));

  tlsrpt_state_set_view (tlsrpt_state_file_get_state (file), "guide");
  tlsrpt_state_file_flush (file);
  tlsrpt_state_set_view (tlsrpt_state_file_get_state (file), "reports");
  tlsrpt_state_file_flush (file);

  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));
  signal (SIGXFSZ, old_handler);
  g_assert_cmpuint (fixture->n_failed, ==, 1);
  {
    g_autofree char *text = get (fixture, "");

    g_assert_cmpstr (text, ==, GOOD);
  }

  close_file (file);
  wait_view (fixture, "reports");
}

static void
test_forget (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *left = g_strconcat (fixture->path, ".AB12CD", NULL);
  TlsrptStateFile *file;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;

  put (fixture, "broken");
  file = load (fixture, NULL);
  tlsrpt_state_set_view (tlsrpt_state_file_get_state (file), "guide");
  tlsrpt_state_file_flush (file);
  tlsrpt_state_set_view (tlsrpt_state_file_get_state (file), "check");

  /* What a program that was killed left behind. */
  g_assert_true (g_file_set_contents (left, GOOD, -1, NULL));

  g_assert_true (tlsrpt_state_file_forget (file, &error));
  g_assert_no_error (error);
  g_assert_null (tlsrpt_state_get_view (tlsrpt_state_file_get_state (file)));
  close_file (file);

  dir = g_dir_open (fixture->folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, NULL);
}

/* Killed at any time, the file is one of those that were to be written. */
static void
test_killed (Fixture       *fixture,
             gconstpointer  data)
{
  put (fixture, GOOD);

  for (int i = 0; i < 20; i++)
    {
      g_autoptr (TlsrptState) read = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      pid_t child = fork ();

      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        {
          TlsrptState *state;
          TlsrptStateFile *file = load (fixture, NULL);

          state = tlsrpt_state_file_get_state (file);
          for (;;)
            {
              tlsrpt_state_set_view (state, "guide");
              tlsrpt_state_file_flush (file);
              tlsrpt_state_set_view (state, "reports");
              tlsrpt_state_file_flush (file);
            }
        }

      g_usleep ((gulong) g_test_rand_int_range (0, 30000));
      kill (child, SIGKILL);
      g_assert_cmpint (waitpid (child, NULL, 0), ==, child);

      text = get (fixture, "");
      read = tlsrpt_state_new_from_json (text, strlen (text), &error);
      g_assert_no_error (error);
      g_assert_nonnull (tlsrpt_state_get_view (read));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add ("/state-file/" name, Fixture, NULL, set_up, test, tear_down)
  /* First, since a process with threads cannot be forked. */
  ADD ("killed", test_killed);
  ADD ("saved", test_saved);
  ADD ("two", test_two);
  ADD ("copies", test_copies);
  ADD ("huge", test_huge);
  ADD ("open-to-others", test_open_to_others);
  ADD ("folder", test_folder);
  ADD ("fifo", test_fifo);
  ADD ("foreign", test_foreign);
  ADD ("foreign-folder", test_foreign_folder);
  ADD ("full", test_full);
  ADD ("forget", test_forget);

  for (gsize i = 0; i < G_N_ELEMENTS (aside_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/state-file/aside/%s", aside_cases[i].name);

      g_test_add (path, Fixture, &aside_cases[i], set_up, test_aside, tear_down);
    }

  return g_test_run ();
}
