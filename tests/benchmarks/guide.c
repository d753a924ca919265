/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Opens the view of the guide for the first time, types a search, key by key, and
 * opens every entry: the time that the program is busy for each, from what a person
 * does until the frame that shows it is painted, and in each of the frames after
 * that, in which more rows come.  Beside it, in the same run, a character typed in
 * the form. */

#include "config.h"

#include "tlsrpt-guide.h"
#include "tlsrpt-window.h"

#include <stdlib.h>

#define N_WINDOWS 15
#define N_FRAMES 12 /* after which all rows have come */
#define FRAME 16.0  /* milliseconds */

typedef struct
{
  double times[2000];
  guint  n_times;
} Sample;

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
get_quantile (Sample *sample,
              double  fraction)
{
  qsort (sample->times, sample->n_times, sizeof (double), compare);

  return sample->times[(guint) (fraction * (sample->n_times - 1))];
}

/* The time for which this thread was busy, in milliseconds: waiting for the next
 * frame is not work. */
static double
get_busy_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1000.0 + now.tv_nsec / 1000000.0;
}

static void
painted_cb (GdkFrameClock *clock,
            gboolean      *is_painted)
{
  *is_painted = TRUE;
}

/* Until the frame that shows what was done is painted. */
static void
paint (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean is_painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &is_painted);

  gtk_widget_queue_draw (window);
  while (!is_painted)
    g_main_context_iteration (NULL, TRUE);

  g_signal_handler_disconnect (clock, handler);
}

static void
add_time (Sample    *sample,
          GtkWidget *window,
          double     start)
{
  paint (window);
  g_assert (sample->n_times < G_N_ELEMENTS (sample->times));
  sample->times[sample->n_times++] = get_busy_time () - start;
}

static GtkEditable *
find_search_entry (GtkWidget *widget)
{
  GtkEditable *found = NULL;

  if (GTK_IS_SEARCH_ENTRY (widget))
    return GTK_EDITABLE (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_search_entry (child);

  return found;
}

static void
add_frames (Sample    *sample,
            GtkWidget *window)
{
  for (guint i = 0; i < N_FRAMES; i++)
    add_time (sample, window, get_busy_time ());
}

static gboolean
report (const char *what,
        Sample     *sample)
{
  double most = get_quantile (sample, 0.9);

  g_print ("%s: %.1f ms median, %.1f ms for nine of ten of %u, %.2f of a frame\n",
           what, get_quantile (sample, 0.5), most, sample->n_times, most / FRAME);

  return most <= FRAME;
}

/* Shows a window that has come to rest. */
static GtkWidget *
open_window (void)
{
  GtkWidget *window = GTK_WIDGET (tlsrpt_window_new (application));

  gtk_window_present (GTK_WINDOW (window));
  paint (window);
  paint (window);

  return window;
}

int
main (int   argc,
      char *argv[])
{
  static const char *const searches[] = {
    "certificate expired", "5.7.322", "hostname", "who must act", "mta-sts policy", "xyzzy",
  };
  static Sample form, open, open_after, type, type_after, entry, entry_after;
  const GPtrArray *entries = tlsrpt_guide_get_entries ();
  GtkWidget *window;
  GtkEditable *search_entry;
  gboolean is_fast;
  double start;

  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = tlsrpt_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);

  for (guint i = 0; i < N_WINDOWS; i++)
    {
      window = open_window ();

      start = get_busy_time ();
      gtk_widget_activate_action (window, "win.search", NULL);
      add_time (&open, window, start);
      add_frames (&open_after, window);

      gtk_window_destroy (GTK_WINDOW (window));
    }

  window = open_window ();

  for (gsize length = 1; length <= strlen ("example.com"); length++)
    {
      g_autofree char *text = g_strndup ("example.com", length);

      start = get_busy_time ();
      tlsrpt_record_set_domain (tlsrpt_window_get_record (TLSRPT_WINDOW (window)), text);
      add_time (&form, window, start);
    }

  gtk_widget_activate_action (window, "win.search", NULL);
  search_entry = find_search_entry (window);

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      for (gsize length = 1; length <= strlen (searches[i]); length++)
        {
          g_autofree char *text = g_strndup (searches[i], length);

          start = get_busy_time ();
          gtk_editable_set_text (search_entry, text);
          add_time (&type, window, start);
          add_frames (&type_after, window);
        }
    }

  for (guint i = 0; i < entries->len; i++)
    {
      start = get_busy_time ();
      tlsrpt_window_explain (TLSRPT_WINDOW (window),
                             tlsrpt_guide_entry_get_id (g_ptr_array_index (entries, i)));
      add_time (&entry, window, start);
      add_frames (&entry_after, window);

      gtk_widget_activate_action (GTK_WIDGET (search_entry), "guide.back", NULL);
      paint (window);
    }

  gtk_window_destroy (GTK_WINDOW (window));

  report ("a character in the form", &form);
  is_fast = report ("opening the guide", &open) &
            report ("frames after it", &open_after) &
            report ("a character in the search", &type) &
            report ("frames after it", &type_after) &
            report ("opening an entry", &entry) &
            report ("frames after it", &entry_after);
  g_object_unref (application);

  return is_fast ? 0 : 1;
}
