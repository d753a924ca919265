/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-progress.h"
#include "ui-test.h"

typedef struct
{
  GtkWidget            *window;
  TlsrptReportProgress *progress;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->progress = g_object_new (TLSRPT_TYPE_REPORT_PROGRESS, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->progress));
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_wait_frame (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->progress), (gpointer *) &fixture->progress);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_null (fixture->progress);
}

static gboolean
is_revealed (Fixture *fixture)
{
  GtkWidget *revealer = ui_test_find_type (fixture->window, GTK_TYPE_REVEALER, 0);

  return gtk_revealer_get_reveal_child (GTK_REVEALER (revealer));
}

static double
get_fraction (Fixture *fixture)
{
  GtkWidget *bar = ui_test_find_type (fixture->window, GTK_TYPE_PROGRESS_BAR, 0);

  return gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar));
}

typedef struct
{
  const char *name;
  guint       n_read;
  guint       n_files;
  const char *text;
  double      fraction;
} Case;

static const Case cases[] = {
  { "looking", 0, 0, "Looking for files…", 0 },
  { "one", 0, 1, "0 of 1 file", 0 },
  { "some", 3, 12, "3 of 12 files", 0.25 },
  { "all", 12, 12, "12 of 12 files", 1 },

  /* What is found in an archive comes on top. */
  { "more", 13, 12, "13 of 12 files", 1 },
};

static void
test_files (Fixture       *fixture,
            gconstpointer  data)
{
  const Case *c = data;

  tlsrpt_report_progress_set_files (fixture->progress, c->n_read, c->n_files);
  g_assert_nonnull (ui_test_find_label (fixture->window, c->text));
  g_assert_cmpfloat (get_fraction (fixture), ==, c->fraction);
}

/* Hidden at first: short tasks show no progress. */
static void
test_delay (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_false (is_revealed (fixture));
  tlsrpt_report_progress_start (fixture->progress);
  g_assert_false (is_revealed (fixture));

  while (!is_revealed (fixture))
    g_main_context_iteration (NULL, TRUE);

  tlsrpt_report_progress_stop (fixture->progress);
  g_assert_false (is_revealed (fixture));
}

/* A task that ends before the delay is never shown, and the next one has a delay of its own. */
static void
test_stop (Fixture       *fixture,
           gconstpointer  data)
{
  Fixture later;

  set_up (&later, NULL);
  tlsrpt_report_progress_start (fixture->progress);
  tlsrpt_report_progress_stop (fixture->progress);
  tlsrpt_report_progress_start (later.progress);

  while (!is_revealed (&later))
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (is_revealed (fixture));
  tear_down (&later, NULL);
}

/* A pending timeout does not keep the strip alive. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  tlsrpt_report_progress_start (fixture->progress);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/report-progress/files/", cases[i].name, NULL);

      g_test_add (path, Fixture, &cases[i], set_up, test_files, tear_down);
    }

  g_test_add ("/report-progress/delay", Fixture, NULL, set_up, test_delay, tear_down);
  g_test_add ("/report-progress/stop", Fixture, NULL, set_up, test_stop, tear_down);
  g_test_add ("/report-progress/gone", Fixture, NULL, set_up, test_gone, tear_down);

  return g_test_run ();
}
