/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-window.h"

#include "tlsrpt-after-layout.h"
#include "tlsrpt-check-page.h"
#include "tlsrpt-guide-page.h"
#include "tlsrpt-guide.h"
#include "tlsrpt-lazy-page.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-record-page.h"
#include "tlsrpt-reports-page.h"
#include "tlsrpt-settings.h"
#include "tlsrpt-stack.h"
#include "tlsrpt-toast.h"
#include "tlsrpt-view-title.h"
#include "tlsrpt-watch-bar.h"

/**
 * TlsrptWindow:
 *
 * The window: a page for each thing that can be done with the record that it
 * holds.
 */
struct _TlsrptWindow
{
  AdwApplicationWindow  parent_instance;

  TlsrptRecord         *record;
  guint                 build_id;

  /* Template widgets */
  TlsrptLazyPage       *check_page;
  TlsrptLazyPage       *guide_page;
  GtkMenuButton        *menu_button;
  GMenuModel           *primary_menu;
  TlsrptRecordPage     *record_page;
  TlsrptLazyPage       *reports_page;
  AdwViewStack         *stack;
  AdwViewSwitcherBar   *switcher_bar;
  TlsrptViewTitle      *view_title;
  AdwBin               *watch_bin;
};

G_DEFINE_FINAL_TYPE (TlsrptWindow, tlsrpt_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_0,
  PROP_VIEW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
take_focus (GtkWidget *page)
{
  if (gtk_widget_get_focus_child (page) == NULL)
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* Shows a view, with the focus in it: a screen reader says where it is, and keys act
 * there.  A window that has yet to come can only have it later. */
static void
show_view (TlsrptWindow *self,
           const char   *view)
{
  GtkWidget *page = adw_view_stack_get_child_by_name (self->stack, view);

  if (page == NULL || page == adw_view_stack_get_visible_child (self->stack))
    return;

  adw_view_stack_set_visible_child (self->stack, page);
  if (gtk_widget_get_mapped (page))
    take_focus (page);
  else
    tlsrpt_after_layout (page, take_focus);
}

static void
show_record_page (TlsrptWindow *self)
{
  adw_view_stack_set_visible_child_name (self->stack, "record");
}

static TlsrptCheckPage *
get_check_page (TlsrptWindow *self)
{
  return TLSRPT_CHECK_PAGE (tlsrpt_lazy_page_get_page (self->check_page));
}

static TlsrptGuidePage *
show_guide_page (TlsrptWindow *self)
{
  adw_view_stack_set_visible_child_name (self->stack, "guide");

  return TLSRPT_GUIDE_PAGE (tlsrpt_lazy_page_get_page (self->guide_page));
}

static TlsrptReportsPage *
show_reports_page (TlsrptWindow *self)
{
  adw_view_stack_set_visible_child_name (self->stack, "reports");

  return TLSRPT_REPORTS_PAGE (tlsrpt_lazy_page_get_page (self->reports_page));
}

static void
add_endpoint_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TlsrptWindow *self = TLSRPT_WINDOW (widget);

  show_record_page (self);
  tlsrpt_record_page_add_destination (self->record_page, TLSRPT_FIELD_ENDPOINT);
}

static void
add_mail_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TlsrptWindow *self = TLSRPT_WINDOW (widget);

  show_record_page (self);
  tlsrpt_record_page_add_destination (self->record_page, TLSRPT_FIELD_MAIL);
}

static void
check_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TlsrptWindow *self = TLSRPT_WINDOW (widget);
  TlsrptCheckPage *page = get_check_page (self);

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
  tlsrpt_check_page_check_domain (get_check_page (self), g_variant_get_string (parameter, NULL));
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

  show_record_page (self);
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
  TlsrptGuidePage *page = show_guide_page (self);

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

  g_signal_connect_object (dialog, "accepted", G_CALLBACK (show_record_page), self,
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
  tlsrpt_check_page_look (get_check_page (self), g_variant_get_string (parameter, NULL));
}

static void
new_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TlsrptWindow *self = TLSRPT_WINDOW (widget);

  show_record_page (self);
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
  TlsrptReportsPage *page = show_reports_page (TLSRPT_WINDOW (widget));

  gtk_widget_activate_action (GTK_WIDGET (page), "reports.open", NULL);
}

static void
print_reports_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  TlsrptReportsPage *page = show_reports_page (TLSRPT_WINDOW (widget));

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
    tlsrpt_guide_page_search (show_guide_page (self), NULL);
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
  show_record_page (self);
  tlsrpt_record_page_show_panel (self->record_page, provider, domain, zone);
}

static void
show_reports_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  tlsrpt_reports_page_show_domain (show_reports_page (TLSRPT_WINDOW (widget)),
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
    show_view (self, views[position]);
}

static void
view_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TlsrptWindow *self = TLSRPT_WINDOW (widget);

  show_view (self, g_variant_get_string (parameter, NULL));
}

/* What was removed from the list of domains comes back while that is shown. */
static gboolean
can_undo_there (TlsrptWindow *self)
{
  return g_strcmp0 (tlsrpt_window_get_view (self), "check") == 0 &&
         tlsrpt_lazy_page_is_built (self->check_page) &&
         tlsrpt_check_page_get_can_undo (get_check_page (self));
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TlsrptWindow *self = TLSRPT_WINDOW (widget);

  if (can_undo_there (self))
    {
      tlsrpt_check_page_undo (get_check_page (self));
      return;
    }

  show_record_page (self);
  tlsrpt_record_page_undo (self->record_page);
}

/* The menu is only built when somebody opens it. */
static void
menu_opened_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, TLSRPT_WINDOW (user_data)->primary_menu);
}

static void
view_changed_cb (TlsrptWindow *self)
{
  GtkWidget *page = adw_view_stack_get_visible_child (self->stack);

  if (page != NULL)
    tlsrpt_stack_hide_others (GTK_WIDGET (self->stack), page);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

static TlsrptWatchBar *
find_watch_bar (TlsrptWindow *self)
{
  return TLSRPT_WATCH_BAR (adw_bin_get_child (self->watch_bin));
}

/* New problems are counted at the tab of the view. */
static void
reports_built_cb (TlsrptWindow *self,
                  GtkWidget    *page)
{
  AdwViewStackPage *tab = adw_view_stack_get_page (self->stack, GTK_WIDGET (self->reports_page));

  g_object_bind_property (page, "n-new", tab, "badge-number", G_BINDING_SYNC_CREATE);
}

/* The folder of reports is read while nobody waits for it. */
static gboolean
build_reports_cb (gpointer user_data)
{
  TlsrptWindow *self = user_data;

  self->build_id = 0;
  tlsrpt_lazy_page_get_page (self->reports_page);

  return G_SOURCE_REMOVE;
}

static void
update_actions (TlsrptWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GListModel *destinations = tlsrpt_record_get_destinations (self->record);
  gboolean has_room = g_list_model_get_n_items (destinations) < TLSRPT_LIMIT_DESTINATIONS;
  gboolean has_value = tlsrpt_record_get_value (self->record) != NULL;
  gboolean can_undo = can_undo_there (self) ||
                      tlsrpt_record_page_get_can_undo (self->record_page);
  TlsrptWatchBar *bar = find_watch_bar (self);
  gboolean is_watching = bar != NULL && tlsrpt_watch_bar_is_running (bar);

  gtk_widget_action_set_enabled (widget, "win.add-endpoint", has_room);
  gtk_widget_action_set_enabled (widget, "win.add-mail", has_room);
  gtk_widget_action_set_enabled (widget, "win.copy", has_value);
  gtk_widget_action_set_enabled (widget, "win.undo", can_undo);
  gtk_widget_action_set_enabled (widget, "win.watch", has_value && !is_watching);
}

static void
check_built_cb (TlsrptWindow *self,
                GtkWidget    *page)
{
  g_signal_connect_object (page, "notify::can-undo", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
}

/* The focus does not stay on a strip that is hidden. */
static void
watch_changed_cb (TlsrptWindow   *self,
                  GParamSpec     *pspec,
                  TlsrptWatchBar *bar)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (bar)) &&
      (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (bar))))
    gtk_widget_child_focus (adw_view_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

/* Only built for somebody who waits. */
static TlsrptWatchBar *
ensure_watch_bar (TlsrptWindow *self)
{
  if (find_watch_bar (self) == NULL)
    {
      GtkWidget *bar = tlsrpt_watch_bar_new ();

      adw_bin_set_child (self->watch_bin, bar);
      g_signal_connect_object (bar, "notify::running",
                               G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (bar, "notify::watch",
                               G_CALLBACK (watch_changed_cb), self, G_CONNECT_SWAPPED);
    }

  return find_watch_bar (self);
}

static void
watch_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TlsrptWindow *self = TLSRPT_WINDOW (widget);
  TlsrptWatchBar *bar = ensure_watch_bar (self);
  g_autoptr (TlsrptResolver) resolver = NULL;
  g_autoptr (TlsrptWatch) watch = NULL;

  g_object_get (get_check_page (self), "resolver", &resolver, NULL);
  watch = tlsrpt_watch_new (resolver,
                            tlsrpt_field_get_value (tlsrpt_record_get_domain_field (self->record)),
                            tlsrpt_record_get_value (self->record));
  tlsrpt_watch_start (watch);
  tlsrpt_watch_bar_set_watch (bar, watch);
  tlsrpt_watch_bar_take_focus (bar);
}

static gboolean
frame_begun_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  TlsrptWindow *self = TLSRPT_WINDOW (widget);
  gboolean is_narrow = tlsrpt_view_title_get_narrow (self->view_title);

  /* Its buttons are only built for a narrow window. */
  if (is_narrow)
    adw_view_switcher_bar_set_stack (self->switcher_bar, self->stack);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, is_narrow);

  return G_SOURCE_REMOVE;
}

/* The title changes during allocation, too late for a resize in the same frame, so the
 * bar is revealed in the next one. */
static void
narrow_changed_cb (TlsrptWindow *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_begun_cb, NULL, NULL);
}

static void
remember_size (TlsrptWindow *self)
{
  tlsrpt_settings_bind ("window-width", self, "default-width");
  tlsrpt_settings_bind ("window-height", self, "default-height");
  tlsrpt_settings_bind ("window-maximized", self, "maximized");
}

static void
tlsrpt_window_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_VIEW:
      g_value_set_string (value, tlsrpt_window_get_view (TLSRPT_WINDOW (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_window_dispose (GObject *object)
{
  TlsrptWindow *self = TLSRPT_WINDOW (object);

  g_clear_handle_id (&self->build_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), TLSRPT_TYPE_WINDOW);

  G_OBJECT_CLASS (tlsrpt_window_parent_class)->dispose (object);
}

static void
tlsrpt_window_class_init (TlsrptWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_window_dispose;
  object_class->get_property = tlsrpt_window_get_property;

  /**
   * TlsrptWindow:view:
   *
   * The name of the view that is shown.
   */
  properties[PROP_VIEW] =
    g_param_spec_string ("view", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TLSRPT_TYPE_CHECK_PAGE);
  g_type_ensure (TLSRPT_TYPE_GUIDE_PAGE);
  g_type_ensure (TLSRPT_TYPE_LAZY_PAGE);
  g_type_ensure (TLSRPT_TYPE_RECORD);
  g_type_ensure (TLSRPT_TYPE_RECORD_PAGE);
  g_type_ensure (TLSRPT_TYPE_REPORTS_PAGE);
  g_type_ensure (TLSRPT_TYPE_VIEW_TITLE);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/tlsrpt-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptWindow, check_page);
  gtk_widget_class_bind_template_child (widget_class, TlsrptWindow, guide_page);
  gtk_widget_class_bind_template_child (widget_class, TlsrptWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, TlsrptWindow, record);
  gtk_widget_class_bind_template_child (widget_class, TlsrptWindow, record_page);
  gtk_widget_class_bind_template_child (widget_class, TlsrptWindow, reports_page);
  gtk_widget_class_bind_template_child (widget_class, TlsrptWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TlsrptWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, TlsrptWindow, view_title);
  gtk_widget_class_bind_template_child (widget_class, TlsrptWindow, watch_bin);
  gtk_widget_class_bind_template_callback (widget_class, check_built_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reports_built_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);

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
  gtk_widget_class_install_action (widget_class, "win.watch", NULL, watch_action);

  /* Not an accelerator of the application, which would come before the undo of
   * the entry that somebody is typing in. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK,
                                       "win.undo", NULL);
}

static void
tlsrpt_window_init (TlsrptWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, menu_opened_cb, self, NULL);
  remember_size (self);
  tlsrpt_record_page_start_typing (self->record_page);
  view_changed_cb (self);

  g_signal_connect_object (self->record, "notify::value",
                           G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tlsrpt_record_get_destinations (self->record), "items-changed",
                           G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->record_page, "notify::can-undo",
                           G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::view", G_CALLBACK (update_actions), NULL);
  update_actions (self);
}

TlsrptWindow *
tlsrpt_window_new (GtkApplication *application)
{
  return g_object_new (TLSRPT_TYPE_WINDOW, "application", application, NULL);
}

TlsrptRecord *
tlsrpt_window_get_record (TlsrptWindow *self)
{
  g_return_val_if_fail (TLSRPT_IS_WINDOW (self), NULL);

  return self->record;
}

/**
 * tlsrpt_window_fill:
 * @self: a window
 * @domain: (nullable): a domain
 * @destinations: (nullable) (array zero-terminated=1): email addresses and URLs
 *
 * Fills in the form and shows the record, or what is wrong with it.
 */
void
tlsrpt_window_fill (TlsrptWindow      *self,
                    const char        *domain,
                    const char *const *destinations)
{
  g_return_if_fail (TLSRPT_IS_WINDOW (self));

  show_record_page (self);
  tlsrpt_record_page_fill (self->record_page, domain, destinations);
  tlsrpt_record_page_generate (self->record_page);
}

/**
 * tlsrpt_window_set_resolver:
 * @self: a window
 * @resolver: whom to ask when something is checked
 *
 * Asks @resolver instead of the name servers of the system.
 */
void
tlsrpt_window_set_resolver (TlsrptWindow   *self,
                            TlsrptResolver *resolver)
{
  g_return_if_fail (TLSRPT_IS_WINDOW (self));
  g_return_if_fail (TLSRPT_IS_RESOLVER (resolver));

  tlsrpt_check_page_set_resolver (get_check_page (self), resolver);
}

/**
 * tlsrpt_window_explain:
 * @self: a window
 * @id: a result type, or another word that the guide knows
 *
 * Shows what the guide says about @id.  If that is nothing, it says so, and
 * shows what comes near.
 */
void
tlsrpt_window_explain (TlsrptWindow *self,
                       const char   *id)
{
  g_autoptr (GError) error = NULL;
  TlsrptGuideEntry *entry;
  TlsrptGuidePage *page;

  g_return_if_fail (TLSRPT_IS_WINDOW (self));
  g_return_if_fail (id != NULL);

  page = show_guide_page (self);
  entry = tlsrpt_guide_find (id, &error);

  if (entry != NULL)
    {
      tlsrpt_guide_page_open (page, entry);
    }
  else
    {
      tlsrpt_guide_page_search (page, id);
      tlsrpt_toast_show (GTK_WIDGET (page), tlsrpt_toast_new (error->message));
    }
}

/**
 * tlsrpt_window_open_reports:
 * @self: a window
 * @files: (array length=n_files): files and folders
 * @n_files: how many there are
 *
 * Opens reports and shows what they say.
 */
void
tlsrpt_window_open_reports (TlsrptWindow  *self,
                            GFile        **files,
                            gsize          n_files)
{
  g_return_if_fail (TLSRPT_IS_WINDOW (self));

  show_view (self, "reports");
  tlsrpt_reports_page_open (show_reports_page (self), files, n_files);
}

/**
 * tlsrpt_window_show_reports:
 * @self: a window
 *
 * Shows the reports that are open, or how to open some.
 */
void
tlsrpt_window_show_reports (TlsrptWindow *self)
{
  g_return_if_fail (TLSRPT_IS_WINDOW (self));

  show_reports_page (self);
}

/**
 * tlsrpt_window_show_watched:
 * @self: a window
 *
 * Checks the domain whose record was waited for, if DNS has it.
 */
void
tlsrpt_window_show_watched (TlsrptWindow *self)
{
  TlsrptWatchBar *bar;

  g_return_if_fail (TLSRPT_IS_WINDOW (self));

  bar = find_watch_bar (self);
  if (bar != NULL)
    tlsrpt_watch_bar_show_result (bar);
}

/**
 * tlsrpt_window_tell:
 * @self: a window
 * @text: something that went wrong without anybody having asked for it
 *
 * Shows @text until it is dismissed.
 */
void
tlsrpt_window_tell (TlsrptWindow *self,
                    const char   *text)
{
  AdwToast *toast;

  g_return_if_fail (TLSRPT_IS_WINDOW (self));

  toast = tlsrpt_toast_new (text);
  adw_toast_set_timeout (toast, 0);
  tlsrpt_toast_show (GTK_WIDGET (self->stack), toast);
}

const char *
tlsrpt_window_get_view (TlsrptWindow *self)
{
  g_return_val_if_fail (TLSRPT_IS_WINDOW (self), NULL);

  return adw_view_stack_get_visible_child_name (self->stack);
}

static gboolean
is_alone (TlsrptWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return application == NULL || gtk_application_get_windows (application)->next == NULL;
}

/**
 * tlsrpt_window_set_state:
 * @self: a window
 * @state: what is kept
 *
 * Offers what @state has of earlier records, its list of domains, and the folder of reports:
 * in the first window that is read soon, in others when their reports are looked at.
 */
void
tlsrpt_window_set_state (TlsrptWindow *self,
                         TlsrptState  *state)
{
  g_return_if_fail (TLSRPT_IS_WINDOW (self));

  tlsrpt_record_page_set_state (self->record_page, state);
  tlsrpt_lazy_page_set_state (self->check_page, state);
  tlsrpt_lazy_page_set_state (self->reports_page, state);
  if (tlsrpt_state_get_folder (state) != NULL && self->build_id == 0 && is_alone (self) &&
      !tlsrpt_lazy_page_is_built (self->reports_page))
    self->build_id = g_idle_add_full (G_PRIORITY_LOW, build_reports_cb, self, NULL);
}

/**
 * tlsrpt_window_restore:
 * @self: a window
 * @state: what was kept
 *
 * Brings back the form and the view.  What the window was asked for before counts more;
 * the form is then a step of the undo.
 *
 * Returns: whether the form is the one of @state
 */
gboolean
tlsrpt_window_restore (TlsrptWindow *self,
                       TlsrptState  *state)
{
  const char *view;

  g_return_val_if_fail (TLSRPT_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (TLSRPT_IS_STATE (state), FALSE);

  if (!tlsrpt_record_page_restore (self->record_page, state))
    return FALSE;

  /* Nobody has asked for another view. */
  view = tlsrpt_state_get_view (state);
  if (view != NULL && g_str_equal (tlsrpt_window_get_view (self), "record"))
    show_view (self, view);

  return tlsrpt_state_get_form (state) != NULL;
}

/**
 * tlsrpt_window_use_addresses:
 * @self: a window
 *
 * Keeps the destinations of the record, if it is finished, for the next one.
 */
void
tlsrpt_window_use_addresses (TlsrptWindow *self)
{
  g_return_if_fail (TLSRPT_IS_WINDOW (self));

  tlsrpt_record_page_use_addresses (self->record_page);
}

/**
 * tlsrpt_window_forget:
 * @self: a window
 *
 * Empties what was entered, which cannot be brought back, and waits for no record.
 */
void
tlsrpt_window_forget (TlsrptWindow *self)
{
  TlsrptWatchBar *bar;

  g_return_if_fail (TLSRPT_IS_WINDOW (self));

  tlsrpt_record_page_forget (self->record_page);
  if (adw_bin_get_child (ADW_BIN (self->check_page)) != NULL)
    tlsrpt_check_page_forget (get_check_page (self));
  if (tlsrpt_lazy_page_is_built (self->reports_page))
    tlsrpt_reports_page_forget (
      TLSRPT_REPORTS_PAGE (tlsrpt_lazy_page_get_page (self->reports_page)));

  bar = find_watch_bar (self);
  if (bar != NULL)
    tlsrpt_watch_bar_set_watch (bar, NULL);
}
