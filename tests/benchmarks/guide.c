/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Opens the view of the guide for the first time, types a search, key by key, and
 * opens every entry: the time that the program is busy for each, from what a person
 * does until the frame that shows it is painted, and in each of the frames after
 * that, in which more rows come. */

#include "config.h"

#include "frames.h"
#include "tlsrpt-guide.h"

#define N_WINDOWS 15
#define N_FRAMES 12 /* after which all rows have come */

static void
add_frames (Frames    *frames,
            GtkWidget *window)
{
  for (guint i = 0; i < N_FRAMES; i++)
    frames_add (frames, window, frames_now ());
}

int
main (int   argc,
      char *argv[])
{
  static const char *const searches[] = {
    "certificate expired", "5.7.322", "hostname", "who must act", "mta-sts policy", "xyzzy",
  };
  static Frames open, open_after, type, type_after, entry, entry_after;
  const GPtrArray *entries = tlsrpt_guide_get_entries ();
  GtkWidget *window;
  GtkWidget *search_entry;
  gboolean is_fast;
  double start;

  frames_init ();

  for (guint i = 0; i < N_WINDOWS; i++)
    {
      window = frames_open_window ();

      start = frames_now ();
      gtk_widget_activate_action (window, "win.search", NULL);
      frames_add (&open, window, start);
      add_frames (&open_after, window);

      gtk_window_destroy (GTK_WINDOW (window));
    }

  window = frames_open_window ();
  gtk_widget_activate_action (window, "win.search", NULL);
  search_entry = frames_find (window, GTK_TYPE_SEARCH_ENTRY);

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      for (gsize length = 1; length <= strlen (searches[i]); length++)
        {
          g_autofree char *text = g_strndup (searches[i], length);

          start = frames_now ();
          gtk_editable_set_text (GTK_EDITABLE (search_entry), text);
          frames_add (&type, window, start);
          add_frames (&type_after, window);
        }
    }

  for (guint i = 0; i < entries->len; i++)
    {
      start = frames_now ();
      tlsrpt_window_explain (TLSRPT_WINDOW (window),
                             tlsrpt_guide_entry_get_id (g_ptr_array_index (entries, i)));
      frames_add (&entry, window, start);
      add_frames (&entry_after, window);

      gtk_widget_activate_action (search_entry, "guide.back", NULL);
      frames_paint (window);
    }

  gtk_window_destroy (GTK_WINDOW (window));

  is_fast = frames_report (&open, "opening the guide") &
            frames_report (&open_after, "frames after it") &
            frames_report (&type, "a character in the search") &
            frames_report (&type_after, "frames after it") &
            frames_report (&entry, "opening an entry") &
            frames_report (&entry_after, "frames after it");

  return is_fast ? 0 : 1;
}
