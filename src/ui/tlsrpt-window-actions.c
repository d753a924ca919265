/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-window-private.h"

#include "tlsrpt-guide.h"
#include "tlsrpt-limits.h"

static void
add_endpoint_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TlsrptWindow *self = TLSRPT_WINDOW (widget);

  tlsrpt_window_show_record_page (self);
  tlsrpt_record_page_add_destination (self->record_page, TLSRPT_FIELD_ENDPOINT);
}

static void
add_mail_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TlsrptWindow *self = TLSRPT_WINDOW (widget);

  tlsrpt_window_show_record_page (self);
  tlsrpt_record_page_add_destination (self->record_page, TLSRPT_FIELD_MAIL);
}

static void
check_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TlsrptWindow *self = TLSRPT_WINDOW (widget);
  TlsrptCheckPage *page = tlsrpt_window_get_check_page (self);

  /* In the check view, the action repeats the last check rather than checking the form's
   * domain. */
  if (g_str_equal (adw_view_stack_get_visible_child_name (self->stack), "check"))
    {
      tlsrpt_check_page_start (page);
    }
  else
    {
      adw_view_stack_set_visible_child_name (self->stack, "check");
      tlsrpt_check_page_check_record (page);
    }
}

/* Whoever wants to know whether something is fixed. */
static void
check_domain_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TlsrptWindow *self = TLSRPT_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->stack, "check");
  tlsrpt_check_page_check_domain (tlsrpt_window_get_check_page (self),
                                  g_variant_get_string (parameter, NULL));
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tlsrpt_record_page_copy (TLSRPT_WINDOW (widget)->record_page);
}

static void
copy_name_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  tlsrpt_record_page_copy_name (TLSRPT_WINDOW (widget)->record_page);
}

static void
generate_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TlsrptWindow *self = TLSRPT_WINDOW (widget);

  tlsrpt_window_show_record_page (self);
  tlsrpt_record_page_generate (self->record_page);
}

/* What the view is for; where one only reads, nothing. */
static void
main_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  const char *view = tlsrpt_window_get_view (TLSRPT_WINDOW (widget));

  if (g_str_equal (view, "record"))
    generate_action (widget, action_name, parameter);
  else if (g_str_equal (view, "check"))
    check_action (widget, action_name, parameter);
}

static void
guide_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TlsrptWindow *self = TLSRPT_WINDOW (widget);
  gboolean is_reading = g_str_equal (tlsrpt_window_get_view (self), "guide");
  TlsrptGuidePage *page = tlsrpt_window_show_guide_page (self);

  /* A guide that is already shown keeps its place; one that is called for help begins with
   * its contents, not with the search of before. */
  if (!is_reading)
    tlsrpt_guide_page_search (page, "");
  else if (gtk_widget_get_focus_child (GTK_WIDGET (page)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

static void
import_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TlsrptWindow *self = TLSRPT_WINDOW (widget);
  const char *text = parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL;
  TlsrptImportDialog *dialog = tlsrpt_record_page_import (self->record_page, text);

  g_signal_connect_object (dialog, "accepted", G_CALLBACK (tlsrpt_window_show_record_page), self,
                           G_CONNECT_SWAPPED);
}

/* Nobody is contacted before somebody agrees to it there. */
static void
look_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TlsrptWindow *self = TLSRPT_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->stack, "check");
  tlsrpt_check_page_look (tlsrpt_window_get_check_page (self),
                          g_variant_get_string (parameter, NULL));
}

static void
new_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TlsrptWindow *self = TLSRPT_WINDOW (widget);

  tlsrpt_window_show_record_page (self);
  tlsrpt_record_page_clear (self->record_page);
}

/* Does what depends on the page, if the page that is shown installs the action. */
static gboolean
activate_page_action (TlsrptWindow *self,
                      const char   *name)
{
  GtkWidget *page = adw_view_stack_get_visible_child (self->stack);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (TLSRPT_IS_LAZY_PAGE (page))
    page = tlsrpt_lazy_page_get_page (TLSRPT_LAZY_PAGE (page));

  /* A part of the page may know more of it than the page. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, page))
    page = focus;

  return gtk_widget_activate_action (page, name, NULL);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  activate_page_action (TLSRPT_WINDOW (widget), "page.save");
}

static void
open_reports_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TlsrptReportsPage *page = tlsrpt_window_show_reports_page (TLSRPT_WINDOW (widget));

  gtk_widget_activate_action (GTK_WIDGET (page), "reports.open", NULL);
}

static void
print_reports_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  TlsrptReportsPage *page = tlsrpt_window_show_reports_page (TLSRPT_WINDOW (widget));

  gtk_widget_activate_action (GTK_WIDGET (page), "reports.print", NULL);
}

/* Searches in the guide unless the page can be searched. */
static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TlsrptWindow *self = TLSRPT_WINDOW (widget);

  if (!activate_page_action (self, "page.search"))
    tlsrpt_guide_page_search (tlsrpt_window_show_guide_page (self), NULL);
}

/* After a check, which knows the provider and the zone. */
static void
show_panel_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  TlsrptWindow *self = TLSRPT_WINDOW (widget);
  const char *provider;
  const char *domain;
  const char *zone;

  g_variant_get (parameter, "(&s&s&s)", &provider, &domain, &zone);
  tlsrpt_window_show_record_page (self);
  tlsrpt_record_page_show_panel (self->record_page, provider, domain, zone);
}

static void
show_reports_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  tlsrpt_reports_page_show_domain (tlsrpt_window_show_reports_page (TLSRPT_WINDOW (widget)),
                                   g_variant_get_string (parameter, NULL));
}

static void
step_view_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  static const char *const views[] = { "record", "check", "reports", "guide" };
  TlsrptWindow *self = TLSRPT_WINDOW (widget);
  int position = g_variant_get_int32 (parameter);

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      if (g_str_equal (views[i], tlsrpt_window_get_view (self)))
        position += (int) i;
    }

  if (position >= 0 && position < (int) G_N_ELEMENTS (views))
    tlsrpt_window_show_view (self, views[position]);
}

static void
view_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TlsrptWindow *self = TLSRPT_WINDOW (widget);

  tlsrpt_window_show_view (self, g_variant_get_string (parameter, NULL));
}

/* What was removed from the list of domains comes back while that is shown. */
static gboolean
can_undo_there (TlsrptWindow *self)
{
  return g_strcmp0 (tlsrpt_window_get_view (self), "check") == 0 &&
         tlsrpt_lazy_page_is_built (self->check_page) &&
         tlsrpt_check_page_get_can_undo (tlsrpt_window_get_check_page (self));
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TlsrptWindow *self = TLSRPT_WINDOW (widget);

  if (can_undo_there (self))
    {
      tlsrpt_check_page_undo (tlsrpt_window_get_check_page (self));
      return;
    }

  tlsrpt_window_show_record_page (self);
  tlsrpt_record_page_undo (self->record_page);
}

void
tlsrpt_window_update_actions (TlsrptWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GListModel *destinations = tlsrpt_record_get_destinations (self->record);
  gboolean has_room = g_list_model_get_n_items (destinations) < TLSRPT_LIMIT_DESTINATIONS;
  gboolean has_value = tlsrpt_record_get_value (self->record) != NULL;
  gboolean can_undo = can_undo_there (self) ||
                      tlsrpt_record_page_get_can_undo (self->record_page);
  TlsrptWatchBar *bar = tlsrpt_window_find_watch_bar (self);
  gboolean is_watching = bar != NULL && tlsrpt_watch_bar_is_running (bar);

  gtk_widget_action_set_enabled (widget, "win.add-endpoint", has_room);
  gtk_widget_action_set_enabled (widget, "win.add-mail", has_room);
  gtk_widget_action_set_enabled (widget, "win.copy", has_value);
  gtk_widget_action_set_enabled (widget, "win.undo", can_undo);
  gtk_widget_action_set_enabled (widget, "win.watch", has_value && !is_watching);
}

void
tlsrpt_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add-endpoint", NULL, add_endpoint_action);
  gtk_widget_class_install_action (widget_class, "win.add-mail", NULL, add_mail_action);
  gtk_widget_class_install_action (widget_class, "win.check", NULL, check_action);
  gtk_widget_class_install_action (widget_class, "win.check-domain", "s", check_domain_action);
  gtk_widget_class_install_action (widget_class, "win.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "win.copy-name", NULL, copy_name_action);
  gtk_widget_class_install_action (widget_class, "win.generate", NULL, generate_action);
  gtk_widget_class_install_action (widget_class, "win.guide", NULL, guide_action);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.import-text", "s", import_action);
  gtk_widget_class_install_action (widget_class, "win.main", NULL, main_action);
  gtk_widget_class_install_action (widget_class, "win.look", "s", look_action);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "win.open-reports", NULL, open_reports_action);
  gtk_widget_class_install_action (widget_class, "win.print-reports", NULL, print_reports_action);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.show-panel", "(sss)", show_panel_action);
  gtk_widget_class_install_action (widget_class, "win.show-reports", "s", show_reports_action);
  gtk_widget_class_install_action (widget_class, "win.step-view", "i", step_view_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.view", "s", view_action);
  gtk_widget_class_install_action (widget_class, "win.watch", NULL, tlsrpt_window_watch_action);

  /* Not an accelerator of the application, which would come before the undo of
   * the entry that somebody is typing in. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK,
                                       "win.undo", NULL);
}
