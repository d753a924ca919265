/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-after-layout.h"
#include "ui-test.h"

#define ABOVE 120
#define HEIGHT 40

typedef struct
{
  GtkWidget *window;
  GtkWidget *revealed;
} Fixture;

/* What the function has found out. */
static guint n_calls;
static graphene_rect_t place;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *above = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  n_calls = 0;
  fixture->revealed = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_size_request (above, 100, ABOVE);
  gtk_widget_set_size_request (fixture->revealed, 100, HEIGHT);
  gtk_widget_set_visible (fixture->revealed, FALSE);
  gtk_box_append (GTK_BOX (box), above);
  gtk_box_append (GTK_BOX (box), fixture->revealed);

  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_test_wait_frame (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static void
look (GtkWidget *widget)
{
  n_calls++;
  g_assert_true (gtk_widget_compute_bounds (widget, gtk_widget_get_parent (widget), &place));
}

/* Called once, and not before the widget has its place. */
static void
test_reveal (Fixture       *fixture,
             gconstpointer  data)
{
  gtk_widget_set_visible (fixture->revealed, TRUE);
  tlsrpt_after_layout (fixture->revealed, look);
  g_assert_cmpuint (n_calls, ==, 0);

  while (n_calls == 0)
    ui_test_wait_frame (fixture->window);
  g_assert_cmpfloat (place.origin.y, ==, ABOVE);
  g_assert_cmpfloat (place.size.height, ==, HEIGHT);

  ui_test_wait_frame (fixture->window);
  ui_test_wait_frame (fixture->window);
  g_assert_cmpuint (n_calls, ==, 1);
}

static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_widget_set_visible (fixture->revealed, TRUE);
  tlsrpt_after_layout (fixture->revealed, look);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (fixture->revealed)), fixture->revealed);

  ui_test_wait_frame (fixture->window);
  ui_test_wait_frame (fixture->window);
  g_assert_cmpuint (n_calls, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add ("/after-layout/reveal", Fixture, NULL, set_up, test_reveal, tear_down);
  g_test_add ("/after-layout/gone", Fixture, NULL, set_up, test_gone, tear_down);

  return g_test_run ();
}
