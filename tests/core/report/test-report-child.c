/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report-shorthand.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-report-child.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

typedef struct
{
  char              *folder;
  GPtrArray         *paths;
  TlsrptReportChild *child;
  GPtrArray         *reports;
  GPtrArray         *faults;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("tlsrpt-child-XXXXXX", NULL);
  fixture->paths = g_ptr_array_new_with_free_func (g_free);
  fixture->child = tlsrpt_report_child_new (g_getenv ("TLSRPT_TEST_READER"),
                                            TLSRPT_LIMIT_READER_SECONDS);
  fixture->reports = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  fixture->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_fault_free);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  for (guint i = 0; i < fixture->paths->len; i++)
    g_unlink (g_ptr_array_index (fixture->paths, i));
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->folder);
  g_ptr_array_unref (fixture->paths);
  tlsrpt_report_child_free (fixture->child);
  g_ptr_array_unref (fixture->reports);
  g_ptr_array_unref (fixture->faults);
}

/* Uses another program, or has less patience. */
static void
change_child (Fixture    *fixture,
              const char *program,
              guint       seconds)
{
  tlsrpt_report_child_free (fixture->child);
  fixture->child = tlsrpt_report_child_new (program, seconds);
}

/* Adds a file, with a report whose identifier is the name of the file. */
static void
add (Fixture    *fixture,
     const char *name)
{
  g_autofree char *shorthand = g_strdup_printf ("Sender %s 2 sts example.com 5/0", name);
  g_autofree char *json = report_shorthand_to_json (shorthand);
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, json, -1, NULL));
  g_ptr_array_add (fixture->paths, path);
  tlsrpt_report_child_add_file (fixture->child, path);
}

/* Takes a result, which has to be a report with an identifier. */
static void
assert_report (Fixture    *fixture,
               const char *id)
{
  const TlsrptReport *report;

  g_ptr_array_set_size (fixture->reports, 0);
  g_assert_true (tlsrpt_report_child_next (fixture->child, NULL, fixture->reports,
                                           fixture->faults));
  g_assert_cmpuint (fixture->faults->len, ==, 0);
  g_assert_cmpuint (fixture->reports->len, ==, 1);
  report = g_ptr_array_index (fixture->reports, 0);
  g_assert_cmpstr (report->report_id, ==, id);
  g_assert_true (g_str_has_suffix (report->file, id));
  g_assert_cmpstr (report->policies[0].domain, ==, "example.com");
}

/* Takes a result, which has to be a fault. */
static void
assert_fault (Fixture    *fixture,
              const char *name,
              const char *message)
{
  const TlsrptReportFault *fault;

  g_ptr_array_set_size (fixture->reports, 0);
  g_assert_true (tlsrpt_report_child_next (fixture->child, NULL, fixture->reports,
                                           fixture->faults));
  g_assert_cmpuint (fixture->reports->len, ==, 0);
  g_assert_cmpuint (fixture->faults->len, ==, 1);
  fault = g_ptr_array_index (fixture->faults, 0);
  g_assert_error (fault->error, TLSRPT_ERROR, TLSRPT_ERROR_READER);
  if (strstr (fault->error->message, message) == NULL)
    g_error ("“%s” is not about “%s”", fault->error->message, message);
  g_assert_true (g_str_has_suffix (fault->file, name));
  g_ptr_array_set_size (fixture->faults, 0);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *name = g_strdup_printf ("file-%u", i);

      add (fixture, name);
    }

  g_assert_true (tlsrpt_report_child_is_busy (fixture->child));
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *name = g_strdup_printf ("file-%u", i);

      assert_report (fixture, name);
    }

  g_assert_false (tlsrpt_report_child_is_busy (fixture->child));
  g_assert_false (tlsrpt_report_child_next (fixture->child, NULL, fixture->reports,
                                            fixture->faults));
}

/* What cannot be read at all has its place among the others. */
static void
test_faults (Fixture       *fixture,
             gconstpointer  data)
{
  GError *error = g_error_new_literal (TLSRPT_ERROR, TLSRPT_ERROR_READER, "of the folder");

  tlsrpt_report_child_add_fault (fixture->child, tlsrpt_report_fault_new ("folder", error));
  add (fixture, "good");
  tlsrpt_report_child_add_file (fixture->child, fixture->folder);

  assert_fault (fixture, "folder", "of the folder");
  assert_report (fixture, "good");
  g_ptr_array_set_size (fixture->reports, 0);
  g_assert_true (tlsrpt_report_child_next (fixture->child, NULL, fixture->reports,
                                           fixture->faults));
  g_assert_cmpuint (fixture->faults->len, ==, 1);
}

/* One file costs one file, whether it comes alone or among others. */
static void
test_misbehaviour (Fixture       *fixture,
                   gconstpointer  data)
{
  const char *name = data;

  add (fixture, name);
  assert_fault (fixture, name, "crash");

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *before = g_strdup_printf ("before-%u", i);

      add (fixture, before);
    }
  add (fixture, name);
  add (fixture, name);
  add (fixture, "after");

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *before = g_strdup_printf ("before-%u", i);

      assert_report (fixture, before);
    }
  assert_fault (fixture, name, "crash");
  assert_fault (fixture, name, "crash");
  assert_report (fixture, "after");

  add (fixture, "later");
  assert_report (fixture, "later");
}

static void
test_hang (Fixture       *fixture,
           gconstpointer  data)
{
  const char *name = data;

  change_child (fixture, g_getenv ("TLSRPT_TEST_READER"), 1);
  add (fixture, "before");
  add (fixture, name);
  add (fixture, "after");
  assert_report (fixture, "before");
  assert_fault (fixture, name, "too long");
  assert_report (fixture, "after");
}

/* Somebody ends the program while it has nothing to do: that is nobody's fault. */
static void
test_killed (Fixture       *fixture,
             gconstpointer  data)
{
  GPid pid;

  add (fixture, "before");
  assert_report (fixture, "before");
  pid = tlsrpt_report_child_get_pid (fixture->child);
  g_assert_cmpint (pid, >, 0);
  g_assert_no_errno (kill (pid, SIGKILL));

  add (fixture, "after");
  assert_report (fixture, "after");
  g_assert_cmpint (tlsrpt_report_child_get_pid (fixture->child), !=, pid);
}

static void
test_no_program (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct
  {
    const char *program;
    const char *message;
  } cases[] = {
    { "/nonexistent/tlsrpt-report-reader", "No such file" },
    { "/dev/null", "Permission denied" },
    { "/bin/false", "it ended at once" },
    { "/bin/cat", "it does not answer" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      change_child (fixture, cases[i].program, 2);
      add (fixture, "file");
      add (fixture, "other");
      assert_fault (fixture, "file", cases[i].message);
      assert_fault (fixture, "other", cases[i].message);
    }
}

static gpointer
cancel_thread (gpointer data)
{
  g_usleep (100 * 1000);
  g_cancellable_cancel (data);

  return NULL;
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GThread *thread;

  add (fixture, "hang");
  thread = g_thread_new ("cancel", cancel_thread, cancellable);
  g_assert_false (tlsrpt_report_child_next (fixture->child, cancellable, fixture->reports,
                                            fixture->faults));
  g_thread_join (thread);
}

static void
test_break_out (Fixture       *fixture,
                gconstpointer  data)
{
  add (fixture, "break-out");
  assert_report (fixture, "break-out");
}

#define ADD(path, data, test) \
  g_test_add ("/report-child/" path, Fixture, data, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("order", NULL, test_order);
  ADD ("faults", NULL, test_faults);
  ADD ("crash", "crash", test_misbehaviour);
  ADD ("babble", "babble", test_misbehaviour);
  ADD ("promise", "promise", test_misbehaviour);
#ifndef TLSRPT_SANITIZED
  ADD ("exhaust", "exhaust", test_misbehaviour);
#endif
  ADD ("hang", "hang", test_hang);
  ADD ("killed", NULL, test_killed);
  ADD ("no-program", NULL, test_no_program);
  ADD ("cancelled", NULL, test_cancelled);
  ADD ("break-out", NULL, test_break_out);

  return g_test_run ();
}
