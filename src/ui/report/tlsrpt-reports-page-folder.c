/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-reports-page-private.h"

#include "tlsrpt-display.h"
#include "tlsrpt-notice.h"
#include "tlsrpt-toast.h"

#include <glib/gi18n.h>

/* Whether the problems are before somebody's eyes. */
static gboolean
is_seen (TlsrptReportsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return gtk_widget_get_mapped (GTK_WIDGET (self)) && GTK_IS_WINDOW (root) &&
         gtk_window_is_active (GTK_WINDOW (root));
}

/* Whether the program is in front, whatever it shows. */
static gboolean
is_in_front (TlsrptReportsPage *self)
{
  GApplication *application = g_application_get_default ();
  GtkWindow *window = application != NULL
                        ? gtk_application_get_active_window (GTK_APPLICATION (application))
                        : NULL;

  return window != NULL && gtk_window_is_active (window);
}

void
tlsrpt_reports_page_tell_news (TlsrptReportsPage *self)
{
  guint n_unseen;

  if (is_seen (self))
    tlsrpt_report_keeper_see_all (self->keeper);

  n_unseen = tlsrpt_report_keeper_get_n_unseen (self->keeper);
  if (n_unseen > self->n_told && !is_in_front (self))
    {
      g_autofree char *n = tlsrpt_display_count (n_unseen);
      g_autofree char *text = NULL;

      /* Translators: of a notification about reports; %s is a number */
      text = g_strdup_printf (ngettext ("%s new problem to fix", "%s new problems to fix",
                                        n_unseen), n);
      tlsrpt_notice_send (GTK_WIDGET (self), &(TlsrptNoticeParts) {
        .id = "reports",
        .title = _("New Reports"),
        .text = text,
        .action = "app.show-reports",
      });
    }

  self->n_told = n_unseen;
  g_object_notify (G_OBJECT (self), "n-new");
}

/* The folder may have changed while nobody looked, where the file system does not tell. */
void
tlsrpt_reports_page_look (TlsrptReportsPage *self)
{
  if (!is_seen (self))
    return;

  tlsrpt_reports_page_tell_news (self);
  tlsrpt_report_keeper_look (self->keeper);
}

static char *
dup_folder_name (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  return tlsrpt_display_isolate (name, -1);
}

static void
show_empty_page (TlsrptReportsPage *self,
                 const char        *path)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;

  gtk_widget_set_visible (self->watch_button, path == NULL);
  if (path == NULL)
    {
      adw_status_page_set_title (self->empty_page, _("No Reports Open"));
      adw_status_page_set_description (self->empty_page,
                                       _("Open or drop report files, email messages, or folders. "
                                         "They never leave this computer."));
      return;
    }

  name = dup_folder_name (path);
  /* Translators: %s is the name of a folder */
  text = g_strdup_printf (_("Reports appear here as they arrive in “%s”."), name);
  markup = g_markup_escape_text (text, -1);
  adw_status_page_set_title (self->empty_page, _("No Reports Yet"));
  adw_status_page_set_description (self->empty_page, markup);
}

void
tlsrpt_reports_page_show_folder (TlsrptReportsPage *self)
{
  const char *path = tlsrpt_report_keeper_get_path (self->keeper);
  const GError *error = tlsrpt_report_keeper_get_error (self->keeper);
  guint n_left_out = tlsrpt_report_keeper_get_n_left_out (self->keeper);

  if (error != NULL)
    tlsrpt_report_folder_bar_show_error (self->folder_bar, path, error);
  else if (n_left_out > 0)
    tlsrpt_report_folder_bar_show_left_out (self->folder_bar, n_left_out);
  else if (path == NULL && self->opened_folder != NULL)
    tlsrpt_report_folder_bar_offer (self->folder_bar);
  else
    tlsrpt_report_folder_bar_hide (self->folder_bar);

  tlsrpt_reports_view_set_folder (self->view, path);
  show_empty_page (self, path);
  tlsrpt_reports_page_update_actions (self);
  g_object_notify (G_OBJECT (self), "n-new");
}

void
tlsrpt_reports_page_leave_folder (TlsrptReportsPage *self)
{
  g_clear_pointer (&self->opened_folder, g_free);
  self->is_only_folder = FALSE;
}

void
tlsrpt_reports_page_watch_folder (TlsrptReportsPage *self,
                                  const char        *path)
{
  g_autofree char *name = dup_folder_name (path);
  g_autofree char *text = NULL;

  /* Its reports come again, from it. */
  if (self->is_only_folder && g_strcmp0 (path, self->opened_folder) == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "reports.close", NULL);

  tlsrpt_reports_page_leave_folder (self);
  tlsrpt_state_set_folder (tlsrpt_report_keeper_get_state (self->keeper), path);

  /* Translators: %s is the name of a folder */
  text = g_strdup_printf (_("“%s” is read at each start, and watched"), name);
  tlsrpt_toast_show (GTK_WIDGET (self), tlsrpt_toast_new (text));
}

/**
 * tlsrpt_reports_page_open_folder:
 * @self: a reports page
 * @folder: a folder
 *
 * Reads the reports in a folder, and offers to keep it.
 */
void
tlsrpt_reports_page_open_folder (TlsrptReportsPage *self,
                                 GFile             *folder)
{
  gboolean is_only_folder;

  g_return_if_fail (TLSRPT_IS_REPORTS_PAGE (self));
  g_return_if_fail (G_IS_FILE (folder));

  is_only_folder = tlsrpt_report_collection_get_reports (self->collection)->len == 0 &&
                   tlsrpt_report_collection_get_faults (self->collection)->len == 0 &&
                   self->loading == NULL;
  tlsrpt_reports_page_open (self, &folder, 1);

  if (tlsrpt_report_keeper_get_state (self->keeper) == NULL)
    return;

  self->opened_folder = g_file_get_path (folder);
  self->is_only_folder = is_only_folder;
  tlsrpt_reports_page_show_folder (self);
}
