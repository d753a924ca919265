/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-application.h"

#include "frames.h"

#include <stdlib.h>

#define FRAME 16.0 /* milliseconds */

/* GTK knows one a process. */
static TlsrptApplication *application;

static int
compare (const void *a,
         const void *b)
{
  const double *x = a;
  const double *y = b;

  return (*x > *y) - (*x < *y);
}

static double
get_quantile (Frames *frames,
              double  fraction)
{
  qsort (frames->times, frames->n_times, sizeof (double), compare);

  return frames->times[(guint) (fraction * (frames->n_times - 1))];
}

static void
painted_cb (GdkFrameClock *clock,
            gboolean      *is_painted)
{
  *is_painted = TRUE;
}

/**
 * frames_init:
 *
 * Makes the application.
 */
void
frames_init (void)
{
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = tlsrpt_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
}

/**
 * frames_open_window:
 *
 * Shows a window that has come to rest.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
frames_open_window (void)
{
  GtkWidget *window = GTK_WIDGET (tlsrpt_window_new (GTK_APPLICATION (application)));

  gtk_window_present (GTK_WINDOW (window));
  frames_paint (window);
  frames_paint (window);

  return window;
}

/**
 * frames_find:
 * @widget: a widget
 * @type: the type to look for
 *
 * Finds the first widget of the type.
 *
 * Returns: (transfer none) (nullable): the widget
 */
GtkWidget *
frames_find (GtkWidget *widget,
             GType      type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = frames_find (child, type);

  return found;
}

/**
 * frames_now:
 *
 * Tells the time on a clock that goes while this thread is busy: waiting for the next
 * frame is not work.
 *
 * Returns: milliseconds
 */
double
frames_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1000.0 + now.tv_nsec / 1000000.0;
}

/**
 * frames_paint:
 * @window: a window
 *
 * Waits until the frame that shows what was done is painted.
 */
void
frames_paint (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean is_painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &is_painted);

  gtk_widget_queue_draw (window);
  while (!is_painted)
    g_main_context_iteration (NULL, TRUE);

  g_signal_handler_disconnect (clock, handler);
}

/**
 * frames_add:
 * @frames: times
 * @window: a window
 * @start: when something was done
 *
 * Adds the time that the program is busy from @start until the frame is painted.
 */
void
frames_add (Frames    *frames,
            GtkWidget *window,
            double     start)
{
  frames_paint (window);
  g_assert (frames->n_times < G_N_ELEMENTS (frames->times));
  frames->times[frames->n_times++] = frames_now () - start;
}

/**
 * frames_report:
 * @frames: times
 * @what: what was done
 *
 * Prints the times.
 *
 * Returns: whether nine of ten fit a frame
 */
gboolean
frames_report (Frames     *frames,
               const char *what)
{
  double most = get_quantile (frames, 0.9);

  g_print ("%s: %.1f ms median, %.1f ms for nine of ten of %u, %.2f of a frame\n",
           what, get_quantile (frames, 0.5), most, frames->n_times, most / FRAME);

  return most <= FRAME;
}
