/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report-shorthand.h"
#include "temporary-folder.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-report-collection.h"
#include "tlsrpt-report-folder.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Soon, but after more than one event. */
#define DELAY 20
#define PATIENCE_SECONDS 100
#define N_BURST 500

/* A folder that is watched, and the reports in it, as the window has them. */
typedef struct
{
  char                   *path;
  TlsrptReportFolder     *folder;
  TlsrptReportCollection *collection;
  guint                   n_loading;
  guint                   n_looks;
  guint                   n_files_read;
  guint                   n_moved;
} Fixture;

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Fixture *fixture = user_data;

  g_assert_true (tlsrpt_report_collection_load_finish (TLSRPT_REPORT_COLLECTION (source), result,
                                                       NULL));
  fixture->n_loading--;
}

static void
looked_cb (Fixture                        *fixture,
           const TlsrptReportFolderChange *change)
{
  fixture->n_looks++;
  g_assert_cmpuint (change->moved_from->len, ==, change->moved_to->len);
  for (guint i = 0; i < change->moved_from->len; i++)
    {
      fixture->n_moved++;
      tlsrpt_report_collection_rename_file (fixture->collection,
                                            g_ptr_array_index (change->moved_from, i),
                                            g_ptr_array_index (change->moved_to, i));
    }
  tlsrpt_report_collection_remove_files (fixture->collection, change->went);

  if (change->came->len > 0)
    {
      fixture->n_loading++;
      fixture->n_files_read += change->came->len;
      tlsrpt_report_collection_update_async (fixture->collection,
                                             (const char *const *) change->came->pdata,
                                             change->came->len, NULL, loaded_cb, fixture);
    }
}

static gboolean
give_up_cb (gpointer user_data)
{
  g_error ("Waited for too long");

  return G_SOURCE_REMOVE;
}

static guint
get_n_reports (Fixture *fixture)
{
  return tlsrpt_report_collection_get_reports (fixture->collection)->len;
}

static gboolean
is_busy (Fixture *fixture)
{
  return fixture->n_loading > 0 || tlsrpt_report_folder_is_looking (fixture->folder);
}

static void
wait_for_reports (Fixture *fixture,
                  guint    n_reports)
{
  guint timeout = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, NULL);

  while (is_busy (fixture) || get_n_reports (fixture) != n_reports)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (timeout);
}

static void
wait_for_error (Fixture *fixture,
                gboolean is_error)
{
  guint timeout = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, NULL);

  while (is_busy (fixture) ||
         (tlsrpt_report_folder_get_error (fixture->folder) != NULL) != is_error)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (timeout);
}

static void
look (Fixture *fixture)
{
  guint n_looks = fixture->n_looks;

  tlsrpt_report_folder_look (fixture->folder);
  while (fixture->n_looks == n_looks || is_busy (fixture))
    g_main_context_iteration (NULL, TRUE);
}

static char *
get_path (Fixture    *fixture,
          const char *name)
{
  return g_build_filename (fixture->path, name, NULL);
}

static void
write_report (Fixture    *fixture,
              const char *name,
              const char *shorthand)
{
  g_auto (GStrv) lines = g_strsplit (shorthand, "\n", -1);
  g_autofree char *json = NULL;
  g_autofree char *path = get_path (fixture, name);
  g_autofree char *parent = g_path_get_dirname (path);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      char *line = report_shorthand_to_json (lines[i]);

      g_strdelimit (line, "\n", ' ');
      g_free (lines[i]);
      lines[i] = line;
    }

  json = g_strjoinv ("\n", lines);
  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, json, -1, NULL));
}

static void
move_file (Fixture    *fixture,
           const char *from,
           const char *to)
{
  g_autofree char *old = get_path (fixture, from);
  g_autofree char *new = get_path (fixture, to);

  g_assert_cmpint (g_rename (old, new), ==, 0);
}

static void
remove_file (Fixture    *fixture,
             const char *name)
{
  g_autofree char *path = get_path (fixture, name);

  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->path = g_dir_make_tmp ("tlsrpt-XXXXXX", NULL);
  g_assert_nonnull (fixture->path);
  fixture->collection = tlsrpt_report_collection_new ();
  fixture->folder = tlsrpt_report_folder_new (fixture->path, DELAY);
  g_signal_connect_swapped (fixture->folder, "looked", G_CALLBACK (looked_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  /* Threads let go of their tasks only after these have returned. */
  while (g_atomic_int_get (&G_OBJECT (fixture->collection)->ref_count) > 1)
    g_thread_yield ();

  g_assert_finalize_object (fixture->folder);
  g_assert_finalize_object (fixture->collection);
  if (g_file_test (fixture->path, G_FILE_TEST_EXISTS))
    temporary_folder_remove (fixture->path);
  g_free (fixture->path);
}

static void
test_files (Fixture       *fixture,
            gconstpointer  data)
{
  write_report (fixture, "a.json", "G 1 02 sts a.example 1/0");
  write_report (fixture, "below/b.json", "G 2 02 sts a.example 1/0");
  tlsrpt_report_folder_look (fixture->folder);
  g_assert_true (tlsrpt_report_folder_is_looking (fixture->folder));
  wait_for_reports (fixture, 2);
  g_assert_cmpuint (tlsrpt_report_folder_get_n_files (fixture->folder), ==, 2);

  /* One comes, in a folder that comes with it. */
  write_report (fixture, "new/c.json", "G 3 02 sts a.example 1/0");
  wait_for_reports (fixture, 3);
  write_report (fixture, "new/d.json", "G 4 02 sts a.example 1/0");
  wait_for_reports (fixture, 4);

  /* One goes. */
  remove_file (fixture, "below/b.json");
  wait_for_reports (fixture, 3);

  /* One changes: what it said before is no longer true. */
  write_report (fixture, "a.json", "G 1 02 sts a.example 1/0\nG 5 02 sts a.example 2/0");
  wait_for_reports (fixture, 3);
  write_report (fixture, "a.json", "G 6 02 sts a.example 1/0");
  wait_for_reports (fixture, 3);
  g_assert_cmpuint (tlsrpt_report_collection_get_n_duplicates (fixture->collection), ==, 0);

  /* Nothing is read twice. */
  g_assert_cmpuint (fixture->n_files_read, <=, 6);
  look (fixture);
  g_assert_cmpuint (fixture->n_files_read, <=, 6);
}

/* A message is delivered, then read: it has another name, and is the same. */
static void
test_maildir (Fixture       *fixture,
              gconstpointer  data)
{
  const char *id;
  guint timeout;

  write_report (fixture, "cur/0:2,S", "G 0 02 sts a.example 1/0");
  write_report (fixture, "new/1", "G 1 02 sts a.example 1/0");
  write_report (fixture, "tmp/2", "G 2 02 sts a.example 1/0");
  tlsrpt_report_folder_look (fixture->folder);
  wait_for_reports (fixture, 2);

  move_file (fixture, "tmp/2", "new/2");
  wait_for_reports (fixture, 3);
  g_assert_cmpuint (fixture->n_files_read, ==, 3);

  move_file (fixture, "new/1", "cur/1:2,S");
  move_file (fixture, "new/2", "cur/2:2,S");
  timeout = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, NULL);
  while (fixture->n_moved < 2)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
  wait_for_reports (fixture, 3);
  g_assert_cmpuint (fixture->n_files_read, ==, 3);
  g_assert_cmpuint (tlsrpt_report_collection_get_n_duplicates (fixture->collection), ==, 0);

  /* Under its new name it can go. */
  remove_file (fixture, "cur/1:2,S");
  wait_for_reports (fixture, 2);
  id = ((TlsrptReport *) g_ptr_array_index (
          tlsrpt_report_collection_get_reports (fixture->collection), 1))->report_id;
  g_assert_cmpstr (id, ==, "2");
}

/* The same report in two files is there as long as one of them is. */
static void
test_copies (Fixture       *fixture,
             gconstpointer  data)
{
  write_report (fixture, "a", "G 1 02 sts a.example 1/0");
  write_report (fixture, "b", "G 1 02 sts a.example 1/0");
  tlsrpt_report_folder_look (fixture->folder);
  wait_for_reports (fixture, 1);
  g_assert_cmpuint (tlsrpt_report_collection_get_n_duplicates (fixture->collection), ==, 1);

  remove_file (fixture, "a");
  look (fixture);
  wait_for_reports (fixture, 1);
  g_assert_cmpuint (tlsrpt_report_collection_get_n_duplicates (fixture->collection), ==, 0);
  remove_file (fixture, "b");
  wait_for_reports (fixture, 0);
}

/* What cannot be read is said as long as it is there. */
static void
test_faults (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = get_path (fixture, "report.json");

  g_assert_true (g_file_set_contents (path, "{\"organization", -1, NULL));
  look (fixture);
  while (is_busy (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (tlsrpt_report_collection_get_faults (fixture->collection)->len, ==, 1);

  /* It was still being written. */
  write_report (fixture, "report.json", "G 1 02 sts a.example 1/0");
  wait_for_reports (fixture, 1);
  g_assert_cmpuint (tlsrpt_report_collection_get_faults (fixture->collection)->len, ==, 0);
  g_assert_cmpuint (tlsrpt_report_collection_get_n_faulty_files (fixture->collection), ==, 0);
}

/* However many events come, a look waits until there are none for a while. */
static void
test_burst (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 start = g_get_monotonic_time ();

  tlsrpt_report_folder_look (fixture->folder);
  wait_for_reports (fixture, 0);

  for (guint i = 0; i < N_BURST; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.json", i);
      g_autofree char *shorthand = g_strdup_printf ("G %u 02 sts a.example 1/0", i);

      write_report (fixture, name, shorthand);
    }

  wait_for_reports (fixture, N_BURST);
  g_assert_cmpint ((gint64) (fixture->n_looks - 1) * DELAY * G_TIME_SPAN_MILLISECOND, <=,
                   g_get_monotonic_time () - start);
  g_assert_cmpuint (fixture->n_files_read, <, N_BURST + 10);
}

static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  write_report (fixture, "a.json", "G 1 02 sts a.example 1/0");
  tlsrpt_report_folder_look (fixture->folder);
  wait_for_reports (fixture, 1);
  g_assert_null (tlsrpt_report_folder_get_error (fixture->folder));

  temporary_folder_remove (fixture->path);
  wait_for_error (fixture, TRUE);
  g_assert_error (tlsrpt_report_folder_get_error (fixture->folder),
                  G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  /* It is back, as a disk is that was put in: that is noticed by itself. */
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  write_report (fixture, "b.json", "G 2 02 sts a.example 1/0\nG 3 02 sts a.example 1/0");
  wait_for_error (fixture, FALSE);
  wait_for_reports (fixture, 2);
  write_report (fixture, "c.json", "G 4 02 sts a.example 1/0");
  wait_for_reports (fixture, 3);
}

/* The folder above it is gone, too, and comes back first. */
static void
test_far_gone (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *above = g_steal_pointer (&fixture->path);

  fixture->path = g_build_filename (above, "disk", "mail", NULL);
  g_clear_object (&fixture->folder);
  fixture->folder = tlsrpt_report_folder_new (fixture->path, DELAY);
  g_signal_connect_swapped (fixture->folder, "looked", G_CALLBACK (looked_cb), fixture);

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *disk = g_path_get_dirname (fixture->path);

      tlsrpt_report_folder_look (fixture->folder);
      wait_for_error (fixture, TRUE);
      write_report (fixture, "a.json", "G 1 02 sts a.example 1/0");
      wait_for_error (fixture, FALSE);
      wait_for_reports (fixture, 1);
      temporary_folder_remove (disk);
      wait_for_error (fixture, TRUE);
    }

  g_free (fixture->path);
  fixture->path = g_steal_pointer (&above);
}

/* What is mounted over an empty folder is not told of, so that one is looked at again. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  guint timeout = g_timeout_add_seconds (PATIENCE_SECONDS, give_up_cb, NULL);

  look (fixture);
  while (fixture->n_looks < 3)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);

  write_report (fixture, "a.json", "G 1 02 sts a.example 1/0");
  wait_for_reports (fixture, 1);
}

static void
test_never_there (Fixture       *fixture,
                  gconstpointer  data)
{
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
  tlsrpt_report_folder_look (fixture->folder);
  wait_for_error (fixture, TRUE);
  g_assert_error (tlsrpt_report_folder_get_error (fixture->folder),
                  G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  /* A file has taken its name. */
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  look (fixture);
  g_assert_error (tlsrpt_report_folder_get_error (fixture->folder),
                  G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
}

/* What cannot be looked at any more is not gone. */
static void
test_unreadable (Fixture       *fixture,
                 gconstpointer  data)
{
  if (geteuid () == 0)
    {
      g_test_skip ("root may read everything");
      return;
    }

  write_report (fixture, "a.json", "G 1 02 sts a.example 1/0");
  write_report (fixture, "below/b.json", "G 2 02 sts a.example 1/0");
  tlsrpt_report_folder_look (fixture->folder);
  wait_for_reports (fixture, 2);

  g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);
  look (fixture);
  wait_for_error (fixture, TRUE);
  g_assert_error (tlsrpt_report_folder_get_error (fixture->folder),
                  G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_cmpuint (get_n_reports (fixture), ==, 2);

  g_assert_cmpint (g_chmod (fixture->path, 0700), ==, 0);
  look (fixture);
  wait_for_error (fixture, FALSE);
  wait_for_reports (fixture, 2);
  g_assert_cmpuint (fixture->n_files_read, ==, 2);
}

/* One folder in it that cannot be read, such as lost+found, spoils nothing else. */
static void
test_unreadable_below (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *below = get_path (fixture, "below");
  g_autofree char *a = get_path (fixture, "a.json");

  if (geteuid () == 0)
    {
      g_test_skip ("root may read everything");
      return;
    }

  write_report (fixture, "a.json", "G 1 02 sts a.example 1/0");
  write_report (fixture, "b.json", "G 2 02 sts a.example 1/0");
  write_report (fixture, "below/c.json", "G 3 02 sts a.example 1/0");
  tlsrpt_report_folder_look (fixture->folder);
  wait_for_reports (fixture, 3);

  g_assert_cmpint (g_chmod (below, 0), ==, 0);
  look (fixture);
  wait_for_error (fixture, TRUE);
  g_assert_nonnull (strstr (tlsrpt_report_folder_get_error (fixture->folder)->message, "below"));
  g_assert_true (tlsrpt_report_folder_is_readable (fixture->folder));

  /* What went elsewhere is gone. */
  g_assert_cmpint (g_unlink (a), ==, 0);
  look (fixture);
  wait_for_reports (fixture, 2);

  g_assert_cmpint (g_chmod (below, 0700), ==, 0);
  look (fixture);
  wait_for_error (fixture, FALSE);
  wait_for_reports (fixture, 2);
}

/* What is no file, and what is hidden, is nothing. */
static void
test_odd (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *fifo = get_path (fixture, "fifo");
  g_autofree char *up = get_path (fixture, "up");

  write_report (fixture, ".hidden/a.json", "G 1 02 sts a.example 1/0");
  write_report (fixture, "b\377.json", "G 2 02 sts a.example 1/0");
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (symlink (".", up), ==, 0);
  tlsrpt_report_folder_look (fixture->folder);
  wait_for_reports (fixture, 1);
  g_assert_cmpuint (tlsrpt_report_folder_get_n_files (fixture->folder), ==, 1);
}

/* Whoever closes the window does not wait for it. */
static void
test_dropped (Fixture       *fixture,
              gconstpointer  data)
{
  write_report (fixture, "a.json", "G 1 02 sts a.example 1/0");
  tlsrpt_report_folder_look (fixture->folder);
  tlsrpt_report_folder_look (fixture->folder);
}

/* What was opened stays, whatever becomes of a file that has it as well. */
static void
test_opened (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->path, "a.json", NULL);

  write_report (fixture, "a.json", "G 1 02 sts a.example 1/0");
  write_report (fixture, "b.json", "G 2 02 sts a.example 1/0");
  tlsrpt_report_folder_look (fixture->folder);
  wait_for_reports (fixture, 2);
  fixture->n_loading++;
  tlsrpt_report_collection_load_async (fixture->collection, &file, 1, NULL, loaded_cb, fixture);
  wait_for_reports (fixture, 2);
  g_assert_cmpuint (tlsrpt_report_collection_get_n_duplicates (fixture->collection), ==, 1);

  tlsrpt_report_collection_remove_all_files (fixture->collection);
  g_assert_cmpuint (get_n_reports (fixture), ==, 1);
  g_assert_cmpuint (tlsrpt_report_collection_get_n_duplicates (fixture->collection), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void      (*test) (Fixture       *fixture,
                       gconstpointer  data);
  } tests[] = {
    { "files", test_files },
    { "maildir", test_maildir },
    { "copies", test_copies },
    { "faults", test_faults },
    { "burst", test_burst },
    { "gone", test_gone },
    { "far-gone", test_far_gone },
    { "empty", test_empty },
    { "never-there", test_never_there },
    { "unreadable", test_unreadable },
    { "unreadable-below", test_unreadable_below },
    { "odd", test_odd },
    { "dropped", test_dropped },
    { "opened", test_opened },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report-folder/%s", tests[i].name);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }

  return g_test_run ();
}
