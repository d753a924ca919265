/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-reports-view-private.h"

#include "tlsrpt-display.h"

#include <glib/gi18n.h>

/* The columns of the table that is seen, for those who do not click on their titles. */
static void
update_sort_menu (TlsrptReportsView *self)
{
  TlsrptRowOrder order;

  g_menu_remove_all (self->sort_menu);
  tlsrpt_table_get_order (tlsrpt_reports_view_get_table (self), &order);

  for (gsize i = 0; i < order.n_columns; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(order.columns[i].title), NULL);

      g_menu_item_set_action_and_target (item, "reports.sort", "u", (guint) i);
      g_menu_append_item (self->sort_menu, item);
    }
}

/* What a view needs of the controls above it: nothing is found or sorted in pictures. */
void
tlsrpt_reports_view_update_controls (TlsrptReportsView *self)
{
  gboolean is_table = TLSRPT_IS_TABLE (gtk_stack_get_visible_child (self->view_stack));

  update_sort_menu (self);
  /* Beside the search there is no room for the word. */
  if (is_table)
    gtk_button_set_icon_name (self->open_button, "document-open-symbolic");
  else
    gtk_button_set_label (self->open_button, _("Open…"));
  /* GTK 4.18 names a button by the label that it had before its icon. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->open_button),
                                 GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_widget_set_visible (GTK_WIDGET (self->sort_button), is_table);
  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), is_table);
  gtk_widget_set_visible (self->search_room, !is_table);
}

/**
 * tlsrpt_reports_view_set_files:
 * @self: a view
 * @n_faulty_files: the files that could not be read, or not all of them
 * @n_unread_files: the files that were left out when reading was canceled
 * @n_others: DMARC reports
 * @n_duplicates: the reports that came again
 *
 * Says what there is to say about the files, where there is more about them.
 */
void
tlsrpt_reports_view_set_files (TlsrptReportsView *self,
                               guint              n_faulty_files,
                               guint              n_unread_files,
                               guint              n_others,
                               guint              n_duplicates)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  g_return_if_fail (TLSRPT_IS_REPORTS_VIEW (self));

  if (n_faulty_files > 0)
    {
      g_autofree char *n = tlsrpt_display_count (n_faulty_files);

      g_ptr_array_add (sentences,
                       /* Translators: %s is a number */
                       g_strdup_printf (ngettext ("%s file could not be read.",
                                                  "%s files could not be read.", n_faulty_files),
                                        n));
    }

  if (n_unread_files > 0)
    {
      g_autofree char *n = tlsrpt_display_count (n_unread_files);

      g_ptr_array_add (sentences,
                       /* Translators: somebody canceled reading; %s is a number */
                       g_strdup_printf (ngettext ("%s file was not read.",
                                                  "%s files were not read.", n_unread_files),
                                        n));
    }

  if (n_others > 0)
    {
      g_autofree char *n = tlsrpt_display_count (n_others);

      g_ptr_array_add (sentences,
                       /* Translators: %s is a number */
                       g_strdup_printf (ngettext ("%s DMARC report was skipped.",
                                                  "%s DMARC reports were skipped.", n_others),
                                        n));
    }

  if (n_duplicates > 0)
    {
      g_autofree char *n = tlsrpt_display_count (n_duplicates);

      g_ptr_array_add (sentences,
                       /* Translators: %s is a number */
                       g_strdup_printf (ngettext ("%s duplicate report was counted once.",
                                                  "%s duplicate reports were counted once.",
                                                  n_duplicates), n));
    }

  g_ptr_array_add (sentences, NULL);
  text = g_strjoinv (" ", (char **) sentences->pdata);
  if (*text != '\0')
    gtk_label_set_label (self->remarks_label, text);

  gtk_revealer_set_reveal_child (self->remarks_revealer, *text != '\0');
}

/**
 * tlsrpt_reports_view_set_folder:
 * @self: a view
 * @path: (nullable) (type filename): the folder that is watched
 *
 * Offers to watch a folder, or to end that.
 */
void
tlsrpt_reports_view_set_folder (TlsrptReportsView *self,
                                const char        *path)
{
  g_autofree char *label = NULL;

  g_return_if_fail (TLSRPT_IS_REPORTS_VIEW (self));

  g_menu_remove_all (self->folder_menu);
  g_menu_append (self->folder_menu, _("Open _Folder…"), "reports.open-folder");
  if (path == NULL)
    {
      g_menu_append (self->folder_menu, _("Watch a Folder…"), "reports.watch-folder");
    }
  else
    {
      g_autofree char *name = g_filename_display_basename (path);
      g_autofree char *shown = tlsrpt_display_isolate (name, -1);
      GString *text = g_string_new (NULL);

      /* Translators: %s is the name of a folder */
      g_string_printf (text, _("Stop Watching “%s”"), shown);
      /* None of them is an access key. */
      g_string_replace (text, "_", "__", 0);
      label = g_string_free (text, FALSE);
      g_menu_append (self->folder_menu, label, "reports.stop-watching");
    }
}
