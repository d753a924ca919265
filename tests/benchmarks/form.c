/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Types into the domain and into an address of the form, key by key, and takes it
 * back: the time that the program is busy for each key.  First the form is all there
 * is; then the record is shown below it, which follows the typing; and then there
 * are as many destinations as there can be, and the exports. */

#include "config.h"

#include "frames.h"
#include "tlsrpt-destination-row.h"
#include "tlsrpt-limits.h"

#define N_ROUNDS 3

static void
type (Frames     *frames,
      GtkWidget  *row,
      const char *text)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (row));
  GtkWidget *delegate = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row)));

  gtk_widget_grab_focus (delegate);
  gtk_editable_set_position (GTK_EDITABLE (row), -1);
  frames_paint (window);

  for (const char *p = text; *p != '\0'; p++)
    {
      const char key[] = { *p, '\0' };
      double start = frames_now ();

      g_signal_emit_by_name (delegate, "insert-at-cursor", key);
      frames_add (frames, window, start);
    }
}

static void
take_back (Frames     *frames,
           GtkWidget  *row,
           const char *text)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (row));
  GtkEditable *delegate = gtk_editable_get_delegate (GTK_EDITABLE (row));

  for (gsize i = 0; i < strlen (text); i++)
    {
      double start = frames_now ();

      g_signal_emit_by_name (delegate, "backspace");
      frames_add (frames, window, start);
    }
}

/* What is typed stays. */
static gboolean
measure (GtkWidget  *row,
         const char *text,
         const char *what)
{
  Frames frames = { .n_times = 0 };

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      type (&frames, row, text);
      take_back (&frames, row, text);
    }

  type (&frames, row, text);

  return frames_report (&frames, what);
}

static void
fill (GtkWidget *window)
{
  TlsrptRecord *record = tlsrpt_window_get_record (TLSRPT_WINDOW (window));
  GListModel *destinations = tlsrpt_record_get_destinations (record);

  for (guint i = 0; g_list_model_get_n_items (destinations) < TLSRPT_LIMIT_DESTINATIONS; i++)
    {
      g_autofree char *address = g_strdup_printf ("reports-%u@example.net", i);

      tlsrpt_record_add_destination (record, TLSRPT_FIELD_MAIL, address);
    }
}

int
main (int   argc,
      char *argv[])
{
  GtkWidget *window, *domain_row, *address_row;
  gboolean is_fast;

  frames_init ();
  window = frames_open_window ();
  domain_row = frames_find (window, TLSRPT_TYPE_ENTRY_ROW);
  address_row = frames_find (window, TLSRPT_TYPE_DESTINATION_ROW);

  is_fast = measure (domain_row, "mail.example", "the domain") &
            measure (address_row, "reports@mail.example", "an address");

  gtk_widget_activate_action (window, "win.generate", NULL);
  frames_paint (window);
  is_fast &= measure (domain_row, ".com", "the domain, with the record") &
             measure (address_row, ".com", "an address, with the record");

  gtk_expander_set_expanded (GTK_EXPANDER (frames_find (window, GTK_TYPE_EXPANDER)), TRUE);
  fill (window);
  frames_paint (window);
  is_fast &= measure (domain_row, ".test", "the domain, with everything") &
             measure (address_row, ".test", "an address, with everything");

  gtk_window_destroy (GTK_WINDOW (window));

  return is_fast ? 0 : 1;
}
