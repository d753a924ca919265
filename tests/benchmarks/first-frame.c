/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Opens a window, draws its first frame, and prints the time that took since the
 * process began and the peak of memory.  “bare” is an empty window of libadwaita,
 * “full” is ours.
 *
 * usage: first-frame bare|full */

#include "config.h"

#include "tlsrpt-application.h"
#include "tlsrpt-window.h"

#include <unistd.h>

/* Microseconds since the kernel started this process. */
static gint64
get_age (void)
{
  g_autofree char *stat = NULL;
  g_auto (GStrv) fields = NULL;
  struct timespec now;
  gint64 start;

  /* Field 22 of proc(5), counted from the one after the command's name. */
  g_file_get_contents ("/proc/self/stat", &stat, NULL, NULL);
  fields = g_strsplit (strrchr (stat, ')') + 2, " ", -1);
  start = g_ascii_strtoll (fields[19], NULL, 10) * G_USEC_PER_SEC / sysconf (_SC_CLK_TCK);
  clock_gettime (CLOCK_BOOTTIME, &now);

  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000 - start;
}

static long
get_peak_memory (void)
{
  g_autofree char *status = NULL;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);

  return strtol (strstr (status, "VmHWM:") + strlen ("VmHWM:"), NULL, 10);
}

static void
painted_cb (GdkFrameClock *clock,
            GApplication  *application)
{
  g_print ("%" G_GINT64_FORMAT " %ld\n", get_age (), get_peak_memory ());
  g_application_quit (application);
}

static void
realized_cb (GtkWidget    *window,
             GApplication *application)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint",
                           G_CALLBACK (painted_cb), application, 0);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window)
{
  g_signal_connect_object (window, "realize", G_CALLBACK (realized_cb), application, 0);
}

/* As large as ours: what is compared is the widgets, not the pixels. */
static void
activate_bare_cb (GtkApplication *application)
{
  gtk_window_present (g_object_new (ADW_TYPE_APPLICATION_WINDOW,
                                    "application", application,
                                    "default-height", 720,
                                    "default-width", 640,
                                    NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GApplication) application = NULL;

  g_assert (argc == 2);

  if (g_str_equal (argv[1], "full"))
    {
      application = G_APPLICATION (tlsrpt_application_new ());
    }
  else
    {
      application = g_object_new (ADW_TYPE_APPLICATION, "application-id", APPLICATION_ID, NULL);
      g_signal_connect (application, "activate", G_CALLBACK (activate_bare_cb), NULL);
    }

  g_application_set_flags (application,
                           g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);

  return g_application_run (application, 1, argv);
}
