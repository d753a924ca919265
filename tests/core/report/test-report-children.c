/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report-shorthand.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-report-children.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* What is read does not tell how many programs read it. */

typedef struct
{
  char      *folder;
  GPtrArray *paths;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("tlsrpt-children-XXXXXX", NULL);
  fixture->paths = g_ptr_array_new_with_free_func (g_free);
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
}

/* A file with some failures; what its name means to the program is in reader-hooks.c. */
static void
write_file (Fixture    *fixture,
            const char *name,
            guint       n_octets)
{
  g_autofree char *shorthand = g_strdup_printf ("Sender %s 2 sts example.com 5/0", name);
  g_autofree char *json = report_shorthand_to_json (shorthand);
  g_autofree char *blanks = g_strnfill (n_octets, ' ');
  g_autofree char *text = g_strconcat (json, blanks, NULL);
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_ptr_array_add (fixture->paths, path);
}

static void
take (GPtrArray *reports,
      GPtrArray *faults,
      GString   *said)
{
  for (guint i = 0; i < reports->len; i++)
    {
      const TlsrptReport *report = g_ptr_array_index (reports, i);

      g_string_append_printf (said, "%s %s\n", report->file, report->report_id);
    }

  for (guint i = 0; i < faults->len; i++)
    {
      const TlsrptReportFault *fault = g_ptr_array_index (faults, i);

      g_string_append_printf (said, "%s: %s\n", fault->file, fault->error->message);
    }

  g_ptr_array_set_size (reports, 0);
  g_ptr_array_set_size (faults, 0);
}

/* The descriptors that there are, and one more. */
static void
limit_descriptors (struct rlimit *old)
{
  struct rlimit limit;
  int next = dup (STDIN_FILENO);

  g_assert_no_errno (next);
  close (next);
  g_assert_no_errno (getrlimit (RLIMIT_NOFILE, old));
  limit = *old;
  limit.rlim_cur = (rlim_t) next + 1;
  g_assert_no_errno (setrlimit (RLIMIT_NOFILE, &limit));
}

/* All that some programs say of the files. */
static char *
read_with (Fixture              *fixture,
           TlsrptReportChildren *children,
           gboolean              is_crowded)
{
  g_autoptr (GPtrArray) reports =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  g_autoptr (GPtrArray) faults =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_fault_free);
  GString *said = g_string_new (NULL);
  struct rlimit old;

  for (guint i = 0; i < fixture->paths->len; i++)
    {
      /* By now the first one runs. */
      if (is_crowded && i == 1)
        {
          g_assert_true (tlsrpt_report_children_next (children, NULL, reports, faults));
          take (reports, faults, said);
          limit_descriptors (&old);
        }

      tlsrpt_report_children_add_file (children, g_ptr_array_index (fixture->paths, i));
      while (tlsrpt_report_children_is_busy (children))
        {
          g_assert_true (tlsrpt_report_children_next (children, NULL, reports, faults));
          take (reports, faults, said);
        }
    }

  while (tlsrpt_report_children_next (children, NULL, reports, faults))
    take (reports, faults, said);
  if (is_crowded)
    g_assert_no_errno (setrlimit (RLIMIT_NOFILE, &old));

  return g_string_free (said, FALSE);
}

static char *
read_files (Fixture *fixture,
            guint    n_programs,
            guint    seconds,
            guint   *n_started)
{
  g_autoptr (TlsrptReportChildren) children =
    tlsrpt_report_children_new (g_getenv ("TLSRPT_TEST_READER"), seconds, n_programs);
  char *said = read_with (fixture, children, FALSE);

  if (n_started != NULL)
    *n_started = tlsrpt_report_children_count_started (children);

  return said;
}

static void
compare (Fixture *fixture,
         guint    seconds)
{
  g_autofree char *expected = read_files (fixture, 1, seconds, NULL);

  for (guint n = 2; n <= TLSRPT_LIMIT_READERS; n += 3)
    {
      g_autofree char *said = read_files (fixture, n, seconds, NULL);

      g_assert_cmpstr (said, ==, expected);
    }
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  for (guint i = 0; i < 700; i++)
    {
      g_autofree char *name = g_strdup_printf ("file-%03u", i);

      write_file (fixture, name, i % 50 == 49 ? 1000000 : i % 7 * 1000);
    }

  compare (fixture, TLSRPT_LIMIT_READER_SECONDS);
}

/* A program that dies costs one file, and the others do not notice. */
static void
test_misbehaviour (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char *const hooks[] = { "crash", "babble", "promise" };

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *name = g_strdup_printf ("file-%03u", i);

      write_file (fixture, name, i % 10 == 0 ? 1000000 : 100);
      if (i % 67 == 33)
        write_file (fixture, hooks[i / 67], 0);
    }
  g_ptr_array_add (fixture->paths, g_strdup ("/nonexistent"));

  compare (fixture, TLSRPT_LIMIT_READER_SECONDS);
}

/* Nor is the time that one of them wastes on the account of another. */
static void
test_hang (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *said = NULL;

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *name = g_strdup_printf ("file-%u", i);

      if (i == 1)
        write_file (fixture, "hang", 2000000);
      write_file (fixture, name, 2000000);
    }

  said = read_files (fixture, 3, 1, NULL);
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *line = g_strdup_printf ("/file-%u file-%u\n", i, i);

      g_assert_nonnull (strstr (said, line));
    }
  g_assert_nonnull (strstr (said, "/hang: "));
}

/* A few small files are not worth a program each. */
static void
test_few (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *said = NULL;
  g_autofree char *more_said = NULL;
  guint n_started;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("file-%u", i);

      write_file (fixture, name, 0);
    }
  said = read_files (fixture, 4, TLSRPT_LIMIT_READER_SECONDS, &n_started);
  g_assert_cmpuint (n_started, ==, 1);

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *name = g_strdup_printf ("large-%u", i);

      write_file (fixture, name, 2000000);
    }
  more_said = read_files (fixture, 4, TLSRPT_LIMIT_READER_SECONDS, &n_started);
  g_assert_cmpuint (n_started, ==, 4);
  g_assert_true (g_str_has_prefix (more_said, said));
}

/* Where no more programs can be started, one reads all. */
static void
test_crowded (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TlsrptReportChildren) children =
    tlsrpt_report_children_new (g_getenv ("TLSRPT_TEST_READER"), TLSRPT_LIMIT_READER_SECONDS, 3);
  g_autofree char *expected = NULL;
  g_autofree char *said = NULL;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("file-%u", i);

      write_file (fixture, name, 500000);
    }
  expected = read_files (fixture, 1, TLSRPT_LIMIT_READER_SECONDS, NULL);

  said = read_with (fixture, children, TRUE);
  g_assert_cmpstr (said, ==, expected);
  g_assert_cmpuint (tlsrpt_report_children_count_started (children), ==, 1);
}

#define ADD(path, test) \
  g_test_add ("/report-children/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("order", test_order);
  ADD ("misbehaviour", test_misbehaviour);
  ADD ("hang", test_hang);
  ADD ("few", test_few);
  ADD ("crowded", test_crowded);

  return g_test_run ();
}
