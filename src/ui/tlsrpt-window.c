/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-window-private.h"

#include "tlsrpt-after-layout.h"
#include "tlsrpt-guide.h"
#include "tlsrpt-settings.h"
#include "tlsrpt-stack.h"
#include "tlsrpt-toast.h"

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
void
tlsrpt_window_show_view (TlsrptWindow *self,
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

void
tlsrpt_window_show_record_page (TlsrptWindow *self)
{
  adw_view_stack_set_visible_child_name (self->stack, "record");
}

TlsrptCheckPage *
tlsrpt_window_get_check_page (TlsrptWindow *self)
{
  return TLSRPT_CHECK_PAGE (tlsrpt_lazy_page_get_page (self->check_page));
}

TlsrptGuidePage *
tlsrpt_window_show_guide_page (TlsrptWindow *self)
{
  adw_view_stack_set_visible_child_name (self->stack, "guide");

  return TLSRPT_GUIDE_PAGE (tlsrpt_lazy_page_get_page (self->guide_page));
}

TlsrptReportsPage *
tlsrpt_window_show_reports_page (TlsrptWindow *self)
{
  adw_view_stack_set_visible_child_name (self->stack, "reports");

  return TLSRPT_REPORTS_PAGE (tlsrpt_lazy_page_get_page (self->reports_page));
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
check_built_cb (TlsrptWindow *self,
                GtkWidget    *page)
{
  g_signal_connect_object (page, "notify::can-undo", G_CALLBACK (tlsrpt_window_update_actions), self,
                           G_CONNECT_SWAPPED);
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

  tlsrpt_window_install_actions (widget_class);
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
                           G_CALLBACK (tlsrpt_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tlsrpt_record_get_destinations (self->record), "items-changed",
                           G_CALLBACK (tlsrpt_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->record_page, "notify::can-undo",
                           G_CALLBACK (tlsrpt_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::view", G_CALLBACK (tlsrpt_window_update_actions), NULL);
  tlsrpt_window_update_actions (self);
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

  tlsrpt_window_show_record_page (self);
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

  tlsrpt_check_page_set_resolver (tlsrpt_window_get_check_page (self), resolver);
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

  page = tlsrpt_window_show_guide_page (self);
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

  tlsrpt_window_show_view (self, "reports");
  tlsrpt_reports_page_open (tlsrpt_window_show_reports_page (self), files, n_files);
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

  tlsrpt_window_show_reports_page (self);
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

  bar = tlsrpt_window_find_watch_bar (self);
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
    tlsrpt_window_show_view (self, view);

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
    tlsrpt_check_page_forget (tlsrpt_window_get_check_page (self));
  if (tlsrpt_lazy_page_is_built (self->reports_page))
    tlsrpt_reports_page_forget (
      TLSRPT_REPORTS_PAGE (tlsrpt_lazy_page_get_page (self->reports_page)));

  bar = tlsrpt_window_find_watch_bar (self);
  if (bar != NULL)
    tlsrpt_watch_bar_set_watch (bar, NULL);
}
