/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report-shorthand.h"
#include "temporary-folder.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-report-collection.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

typedef struct
{
  char                   *folder;
  TlsrptReportCollection *collection;
  GCancellable           *cancellable;
  GError                 *error;
  guint                   n_changes;
  guint                   n_loading;
  gboolean                cancels;
} Fixture;

static void
changed_cb (TlsrptReportCollection *collection,
            gpointer                user_data)
{
  Fixture *fixture = user_data;

  fixture->n_changes++;
  g_assert_cmpuint (tlsrpt_report_collection_get_n_files_read (collection), <=,
                    tlsrpt_report_collection_get_n_files (collection));

  if (fixture->cancels && tlsrpt_report_collection_get_n_files_read (collection) > 0)
    g_cancellable_cancel (fixture->cancellable);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("tlsrpt-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->cancellable = g_cancellable_new ();
  fixture->collection = tlsrpt_report_collection_new ();
  g_signal_connect (fixture->collection, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  /* The thread lets go of its task only after the task has returned. */
  while (g_atomic_int_get (&G_OBJECT (fixture->collection)->ref_count) > 1)
    g_thread_yield ();

  g_assert_finalize_object (fixture->collection);
  g_object_unref (fixture->cancellable);
  g_clear_error (&fixture->error);
  temporary_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

static void
write_file (Fixture    *fixture,
            const char *name,
            const char *content)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents_full (path, content, -1, G_FILE_SET_CONTENTS_CONSISTENT,
                                           0600, NULL));
}

static void
write_report (Fixture    *fixture,
              const char *name,
              const char *shorthand)
{
  g_autofree char *json = report_shorthand_to_json (shorthand);

  write_file (fixture, name, json);
}

static void
loaded_cb (GObject      *source_object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Fixture *fixture = user_data;
  TlsrptReportCollection *collection = TLSRPT_REPORT_COLLECTION (source_object);
  gboolean is_loaded = tlsrpt_report_collection_load_finish (collection, result, &fixture->error);

  g_assert_true (is_loaded == (fixture->error == NULL));
  fixture->n_loading--;
  g_assert_true (fixture->n_loading > 0 || !tlsrpt_report_collection_is_loading (collection));
}

static void
start (Fixture  *fixture,
       GFile   **files,
       gsize     n_files)
{
  fixture->n_loading++;
  tlsrpt_report_collection_load_async (fixture->collection, files, n_files,
                                       fixture->cancellable, loaded_cb, fixture);
  g_assert_true (tlsrpt_report_collection_is_loading (fixture->collection));
}

static void
wait_for_all (Fixture *fixture)
{
  while (fixture->n_loading > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Loads files of the folder, or the folder itself. */
static void
load (Fixture    *fixture,
      const char *names)
{
  g_auto (GStrv) split = g_strsplit (names, " ", -1);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; split[i] != NULL; i++)
    g_ptr_array_add (files, g_file_new_build_filename (fixture->folder, split[i], NULL));

  start (fixture, (GFile **) files->pdata, files->len);
  wait_for_all (fixture);
}

static guint
get_n_reports (Fixture *fixture)
{
  return tlsrpt_report_collection_get_reports (fixture->collection)->len;
}

static const TlsrptReport *
get_report (Fixture *fixture,
            guint    i)
{
  return g_ptr_array_index (tlsrpt_report_collection_get_reports (fixture->collection), i);
}

static guint
get_n_faults (Fixture *fixture)
{
  return tlsrpt_report_collection_get_faults (fixture->collection)->len;
}

static const TlsrptReportFault *
get_fault (Fixture *fixture,
           guint    i)
{
  return g_ptr_array_index (tlsrpt_report_collection_get_faults (fixture->collection), i);
}

static void
test_folder (Fixture       *fixture,
             gconstpointer  data)
{
  write_report (fixture, "b/c/2.json", "G 2 02 sts a.example 1/0");
  write_report (fixture, "a.json", "G 1 02 sts a.example 1/0");
  write_report (fixture, "z", "G 3 02 sts a.example 1/0");
  write_report (fixture, ".hidden.json", "G 4 02 sts a.example 1/0");
  write_report (fixture, ".hidden/5.json", "G 5 02 sts a.example 1/0");
  write_file (fixture, "notes.txt", "nothing");

  load (fixture, ".");

  g_assert_no_error (fixture->error);
  g_assert_cmpuint (get_n_reports (fixture), ==, 3);
  g_assert_cmpstr (get_report (fixture, 0)->report_id, ==, "1");
  g_assert_cmpstr (get_report (fixture, 1)->report_id, ==, "2");
  g_assert_cmpstr (get_report (fixture, 2)->report_id, ==, "3");
  g_assert_cmpuint (get_n_faults (fixture), ==, 1);
  g_assert_true (g_str_has_suffix (get_fault (fixture, 0)->file, "/notes.txt"));
  g_assert_error (get_fault (fixture, 0)->error, TLSRPT_ERROR, TLSRPT_ERROR_REPORT);
  g_assert_cmpuint (tlsrpt_report_collection_get_n_files (fixture->collection), ==, 4);
  g_assert_cmpuint (tlsrpt_report_collection_get_n_files_read (fixture->collection), ==, 4);
  /* What is to be read, the first file, and the rest. */
  g_assert_cmpuint (fixture->n_changes, >=, 3);
}

static void
test_duplicates (Fixture       *fixture,
                 gconstpointer  data)
{
  write_report (fixture, "1", "G 1 02 sts a.example 1/0");
  write_report (fixture, "2", "G 1 02 sts a.example 1/0");
  write_report (fixture, "3", "H 1 02 sts a.example 1/0");

  load (fixture, "1 2");
  g_assert_cmpuint (get_n_reports (fixture), ==, 1);
  g_assert_cmpuint (tlsrpt_report_collection_get_n_duplicates (fixture->collection), ==, 1);

  /* More may come later. */
  load (fixture, "1 3");
  g_assert_cmpuint (get_n_reports (fixture), ==, 2);
  g_assert_cmpuint (tlsrpt_report_collection_get_n_duplicates (fixture->collection), ==, 2);
  g_assert_cmpuint (tlsrpt_report_collection_get_n_files (fixture->collection), ==, 2);
}

/* Two loads at the same time are one. */
static void
test_together (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GFile) a = g_file_new_build_filename (fixture->folder, "a", NULL);
  g_autoptr (GFile) b = g_file_new_build_filename (fixture->folder, "b", NULL);

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *first = g_strdup_printf ("a/%u", i);
      g_autofree char *second = g_strdup_printf ("b/%u", i);
      g_autofree char *shorthand = g_strdup_printf ("G %u 02 sts a.example 1/0", i);

      write_report (fixture, first, shorthand);
      write_report (fixture, second, shorthand);
    }

  start (fixture, &a, 1);
  start (fixture, &b, 1);
  wait_for_all (fixture);

  g_assert_cmpuint (get_n_reports (fixture), ==, 20);
  g_assert_cmpuint (tlsrpt_report_collection_get_n_duplicates (fixture->collection), ==, 20);
  g_assert_cmpuint (tlsrpt_report_collection_get_n_files (fixture->collection), ==, 40);
  g_assert_cmpuint (tlsrpt_report_collection_get_n_files_read (fixture->collection), ==, 40);
}

static void
test_odd_files (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *fifo = g_build_filename (fixture->folder, "fifo", NULL);
  g_autofree char *loop = g_build_filename (fixture->folder, "loop", NULL);
  g_autofree char *up = g_build_filename (fixture->folder, "up", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);

  write_report (fixture, "report", "G 1 02 sts a.example 1/0");
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (symlink ("loop", loop), ==, 0);
  g_assert_cmpint (symlink (".", up), ==, 0);
  g_assert_cmpint (symlink ("report", link), ==, 0);

  load (fixture, ".");

  /* The link and what it points to are the same report. */
  g_assert_cmpuint (get_n_reports (fixture), ==, 1);
  g_assert_cmpuint (tlsrpt_report_collection_get_n_duplicates (fixture->collection), ==, 1);
  g_assert_cmpuint (get_n_faults (fixture), ==, 2);
  g_assert_error (get_fault (fixture, 0)->error, TLSRPT_ERROR, TLSRPT_ERROR_FILE);
  g_assert_error (get_fault (fixture, 1)->error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS);

  load (fixture, "missing up/report");
  g_assert_cmpuint (get_n_faults (fixture), ==, 3);
  g_assert_error (get_fault (fixture, 2)->error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (tlsrpt_report_collection_get_n_duplicates (fixture->collection), ==, 2);
}

static void
test_not_here (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("https://example.com/report.json");

  start (fixture, &file, 1);
  wait_for_all (fixture);

  g_assert_cmpuint (get_n_faults (fixture), ==, 1);
  g_assert_cmpstr (get_fault (fixture, 0)->file, ==, "https://example.com/report.json");
  g_assert_error (get_fault (fixture, 0)->error, TLSRPT_ERROR, TLSRPT_ERROR_FILE);
}

static void
test_too_many (Fixture       *fixture,
               gconstpointer  data)
{
  GString *names = g_string_new ("broken");
  const TlsrptReportFault *fault;

  write_file (fixture, "broken", "{");
  write_report (fixture, "report", "G 1 02 sts a.example 1/0");

  for (guint i = 1; i <= TLSRPT_LIMIT_REPORT_FILES; i++)
    g_string_append (names, i % 100 == 0 ? " broken" : " report");

  load (fixture, names->str);
  g_string_free (names, TRUE);

  g_assert_cmpuint (tlsrpt_report_collection_get_n_files (fixture->collection), ==,
                    TLSRPT_LIMIT_REPORT_FILES);
  g_assert_cmpuint (get_n_reports (fixture), ==, 1);
  g_assert_cmpuint (tlsrpt_report_collection_get_n_duplicates (fixture->collection), ==,
                    TLSRPT_LIMIT_REPORT_FILES * 99 / 100 - 1);

  /* What is wrong with a file is said once. */
  g_assert_cmpuint (get_n_faults (fixture), ==, 2);
  fault = get_fault (fixture, 0);
  g_assert_error (fault->error, TLSRPT_ERROR, TLSRPT_ERROR_TOO_MANY);
  fault = get_fault (fixture, 1);
  g_assert_error (fault->error, TLSRPT_ERROR, TLSRPT_ERROR_JSON);
}

/* A message with parts that are no reports. */
static void
test_faults (Fixture       *fixture,
             gconstpointer  data)
{
  const char *message = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
                        "--b\nContent-Type: application/tlsrpt+json; name=\"1\"\n\n{\n"
                        "--b\nContent-Type: application/tlsrpt+json; name=\"1\"\n\n{\n"
                        "--b\nContent-Type: application/tlsrpt+json; name=\"2\"\n\n{\n"
                        "--b--\n";

  write_file (fixture, "message", message);
  load (fixture, "message");
  g_assert_cmpuint (get_n_faults (fixture), ==, 2);
  g_assert_cmpuint (tlsrpt_report_collection_get_n_faulty_files (fixture->collection), ==, 1);

  /* It is the same file when it is read again; with another fault, that is told. */
  load (fixture, "message");
  g_assert_cmpuint (get_n_faults (fixture), ==, 2);
  write_file (fixture, "message", "nothing");
  load (fixture, "message missing");
  g_assert_cmpuint (get_n_faults (fixture), ==, 4);
  g_assert_cmpuint (tlsrpt_report_collection_get_n_faulty_files (fixture->collection), ==, 2);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *name = g_strdup_printf ("%04u", i);
      g_autofree char *shorthand = g_strdup_printf ("G %u 02 sts a.example 1/0", i);

      write_report (fixture, name, shorthand);
    }

  fixture->cancels = TRUE;
  load (fixture, ".");

  /* What came until then stays, and can be added to. */
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (get_n_reports (fixture), >, 0);

  g_clear_error (&fixture->error);
  g_cancellable_reset (fixture->cancellable);
  fixture->cancels = FALSE;
  load (fixture, ".");
  g_assert_no_error (fixture->error);
  g_assert_cmpuint (get_n_reports (fixture), ==, 50);
}

static void
summarised_cb (GObject      *source_object,
               GAsyncResult *result,
               gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static void
test_summarise (Fixture       *fixture,
                gconstpointer  data)
{
  TlsrptReportFilter filter = TLSRPT_REPORT_FILTER_ALL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (TlsrptReportSummary) summary = NULL;
  g_autoptr (GError) error = NULL;

  write_report (fixture, "1", "G 1 02 sts a.example 1/2 tlsa-invalid@mx=2 | sts b.example 4/0");
  load (fixture, "1");

  filter.domain = "a.example";
  tlsrpt_report_collection_summarise_async (fixture->collection, &filter, NULL,
                                            summarised_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  summary = tlsrpt_report_collection_summarise_finish (fixture->collection, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (summary->sessions.successful, ==, 1);
  g_assert_cmpuint (summary->n_details, ==, 1);
  g_assert_true (summary->details[0].report == get_report (fixture, 0));
}

static void
test_summarise_cancelled (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (fixture->cancellable);
  tlsrpt_report_collection_summarise_async (fixture->collection, &TLSRPT_REPORT_FILTER_ALL,
                                            fixture->cancellable, summarised_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_null (tlsrpt_report_collection_summarise_finish (fixture->collection, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void      (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "folder", test_folder },
    { "duplicates", test_duplicates },
    { "together", test_together },
    { "odd-files", test_odd_files },
    { "not-here", test_not_here },
    { "too-many", test_too_many },
    { "faults", test_faults },
    { "cancel", test_cancel },
    { "summarise", test_summarise },
    { "summarise-cancelled", test_summarise_cancelled },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/report-collection/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }

  return g_test_run ();
}
