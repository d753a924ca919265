/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-domains-page.h"

#include "tlsrpt-display.h"
#include "tlsrpt-domain-input.h"
#include "tlsrpt-domain-list-view.h"
#include "tlsrpt-domain-save.h"
#include "tlsrpt-host.h"
#include "tlsrpt-pill-button.h"
#include "tlsrpt-stack.h"
#include "tlsrpt-toast.h"

#include <glib/gi18n.h>

/**
 * TlsrptDomainsPage:
 *
 * The list of domains that are kept: a table of how they stand, and a text that domains
 * are added from, or removed by.
 */
struct _TlsrptDomainsPage
{
  AdwBin                parent_instance;

  TlsrptDomainChecks   *checks;

  /* (nullable) (element-type TlsrptStatePlace): what Undo brings back */
  GArray               *removed;

  /* Template widgets */
  GtkWidget            *empty_page;
  GtkWidget            *first_button;
  TlsrptDomainInput    *input_page;
  TlsrptDomainListView *list_page;
  GtkStack             *stack;
};

G_DEFINE_FINAL_TYPE (TlsrptDomainsPage, tlsrpt_domains_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_DOMAIN_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TlsrptState *
get_state (TlsrptDomainsPage *self)
{
  return tlsrpt_domain_checks_get_state (self->checks);
}

static gboolean
is_shown (TlsrptDomainsPage *self,
          gpointer           page)
{
  return gtk_stack_get_visible_child (self->stack) == page;
}

static void
show_list (TlsrptDomainsPage *self)
{
  gboolean has_domains = tlsrpt_state_get_domains (get_state (self))->len > 0;

  tlsrpt_stack_show (self->stack, has_domains ? GTK_WIDGET (self->list_page) : self->empty_page);
}

static void
domains_changed_cb (TlsrptDomainsPage *self)
{
  if (!is_shown (self, self->input_page))
    show_list (self);
}

/* What a search has found can be saved, and removed. */
static void
shown_changed_cb (TlsrptDomainsPage *self)
{
  TlsrptTable *table = tlsrpt_domain_list_view_get_table (self->list_page);
  gboolean has_found = tlsrpt_table_get_n_found (table) > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "domains.remove-several", has_found);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "domains.save", has_found);
}

static void
domain_activated_cb (TlsrptDomainsPage *self,
                     const char        *domain)
{
  g_signal_emit (self, signals[SIGNAL_DOMAIN_ACTIVATED], 0, domain);
}

static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  tlsrpt_domain_checks_cancel (TLSRPT_DOMAINS_PAGE (widget)->checks);
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TlsrptDomainsPage *self = TLSRPT_DOMAINS_PAGE (widget);

  if (is_shown (self, self->list_page))
    tlsrpt_domain_list_view_start_search (self->list_page);
}

/* --- The text -------------------------------------------------------------------------- */

static void
show_input (TlsrptDomainsPage *self)
{
  tlsrpt_stack_show (self->stack, GTK_WIDGET (self->input_page));
  tlsrpt_domain_input_take_focus (self->input_page);
}

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TlsrptDomainsPage *self = TLSRPT_DOMAINS_PAGE (widget);

  tlsrpt_domain_input_start_adding (self->input_page);
  show_input (self);
}

static void
remove_several_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  TlsrptDomainsPage *self = TLSRPT_DOMAINS_PAGE (widget);
  g_autofree char *names = tlsrpt_domain_list_view_dup_names (self->list_page);

  tlsrpt_domain_input_start_removing (self->input_page, names);
  show_input (self);
}

static void
input_done_cb (TlsrptDomainsPage *self)
{
  show_list (self);
  tlsrpt_domain_list_view_reload (self->list_page);
}

/* --- Undo ------------------------------------------------------------------------------ */

static void
set_removed (TlsrptDomainsPage *self,
             GArray            *removed)
{
  g_clear_pointer (&self->removed, g_array_unref);
  self->removed = removed;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "domains.undo", removed != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
}

static void
undo (TlsrptDomainsPage *self)
{
  if (self->removed == NULL)
    return;

  tlsrpt_state_put_back (get_state (self), self->removed);
  set_removed (self, NULL);
  tlsrpt_domain_list_view_reload (self->list_page);
  tlsrpt_domains_page_take_focus (self);
}

static char *
dup_removed (GArray *removed)
{
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;

  if (removed->len > 1)
    /* Translators: %u is how many are no longer in the list */
    return g_strdup_printf (ngettext ("%u domain removed", "%u domains removed", removed->len),
                            removed->len);

  name = tlsrpt_host_dup_shown (g_array_index (removed, TlsrptStatePlace, 0).domain->name);
  shown = tlsrpt_display_isolate (name, -1);

  /* Translators: %s is a domain */
  return g_strdup_printf (_("“%s” removed"), shown);
}

static void
remove_domains (TlsrptDomainsPage *self,
                const char *const *names,
                gsize              n_names)
{
  g_autoptr (GArray) removed = tlsrpt_state_take_domains (get_state (self), names, n_names);
  g_autofree char *said = NULL;
  AdwToast *toast;

  if (removed->len == 0)
    return;

  said = dup_removed (removed);
  set_removed (self, g_steal_pointer (&removed));

  toast = tlsrpt_toast_new (said);
  adw_toast_set_button_label (toast, _("Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo), self, G_CONNECT_SWAPPED);
  tlsrpt_toast_show (GTK_WIDGET (self), toast);
}

static void
input_remove_cb (TlsrptDomainsPage *self,
                 GPtrArray         *names)
{
  remove_domains (self, (const char *const *) names->pdata, names->len);
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  undo (TLSRPT_DOMAINS_PAGE (widget));
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tlsrpt_domains_page_save (TLSRPT_DOMAINS_PAGE (widget));
}

static void
tlsrpt_domains_page_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, TLSRPT_DOMAINS_PAGE (object)->removed != NULL);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_domains_page_dispose (GObject *object)
{
  TlsrptDomainsPage *self = TLSRPT_DOMAINS_PAGE (object);

  g_clear_pointer (&self->removed, g_array_unref);

  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_DOMAINS_PAGE);
  g_clear_object (&self->checks);

  G_OBJECT_CLASS (tlsrpt_domains_page_parent_class)->dispose (object);
}

static void
tlsrpt_domains_page_class_init (TlsrptDomainsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_domains_page_dispose;
  object_class->get_property = tlsrpt_domains_page_get_property;

  /**
   * TlsrptDomainsPage:can-undo:
   *
   * Whether domains were removed that Undo would bring back.
   */
  properties[PROP_CAN_UNDO] =
    g_param_spec_boolean ("can-undo", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TlsrptDomainsPage::domain-activated:
   * @domain: a domain of the list
   *
   * Somebody wants to know more about a domain.
   */
  signals[SIGNAL_DOMAIN_ACTIVATED] =
    g_signal_new ("domain-activated",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (TLSRPT_TYPE_DOMAIN_INPUT);
  g_type_ensure (TLSRPT_TYPE_DOMAIN_LIST_VIEW);
  g_type_ensure (TLSRPT_TYPE_PILL_BUTTON);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-domains-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainsPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainsPage, first_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainsPage, input_page);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainsPage, list_page);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainsPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, domain_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, input_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, input_remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_changed_cb);

  gtk_widget_class_install_action (widget_class, "domains.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "domains.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "domains.remove-several", NULL,
                                   remove_several_action);
  gtk_widget_class_install_action (widget_class, "domains.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "domains.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK,
                                       "domains.undo", NULL);
}

static void
tlsrpt_domains_page_init (TlsrptDomainsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "domains.remove-several", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "domains.save", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "domains.undo", FALSE);
}

/**
 * tlsrpt_domains_page_set_checks:
 * @self: a page
 * @checks: the checks of the list
 *
 * Sets what the page shows.
 */
void
tlsrpt_domains_page_set_checks (TlsrptDomainsPage  *self,
                                TlsrptDomainChecks *checks)
{
  g_return_if_fail (TLSRPT_IS_DOMAINS_PAGE (self));
  g_return_if_fail (TLSRPT_IS_DOMAIN_CHECKS (checks));
  g_return_if_fail (self->checks == NULL);

  self->checks = g_object_ref (checks);
  g_signal_connect_object (checks, "domains-changed", G_CALLBACK (domains_changed_cb), self,
                           G_CONNECT_SWAPPED);
  tlsrpt_domain_input_set_checks (self->input_page, checks);
  tlsrpt_domain_list_view_set_checks (self->list_page, checks);
  show_list (self);
}

/**
 * tlsrpt_domains_page_read:
 * @self: a page
 * @file: a list of domains, or a zone file
 *
 * Reads @file into the text, or says why that cannot be.
 */
void
tlsrpt_domains_page_read (TlsrptDomainsPage *self,
                          GFile             *file)
{
  g_return_if_fail (TLSRPT_IS_DOMAINS_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  tlsrpt_domain_input_read (self->input_page, file);
}

/**
 * tlsrpt_domains_page_start:
 * @self: a page
 * @resolver: whom to ask
 *
 * Does what the page is for at the moment: adds or removes what is in the text, or checks
 * all domains of the list.
 */
void
tlsrpt_domains_page_start (TlsrptDomainsPage *self,
                           TlsrptResolver    *resolver)
{
  g_return_if_fail (TLSRPT_IS_DOMAINS_PAGE (self));
  g_return_if_fail (TLSRPT_IS_RESOLVER (resolver));

  if (is_shown (self, self->input_page))
    {
      tlsrpt_domain_input_apply (self->input_page);
      tlsrpt_domains_page_take_focus (self);
    }
  else if (is_shown (self, self->list_page))
    {
      tlsrpt_domain_checks_start (self->checks, resolver, NULL);
    }
}

/**
 * tlsrpt_domains_page_remove:
 * @self: a page
 * @domain: a domain of the list
 *
 * Removes all that is known of a domain, and offers to undo that.
 */
void
tlsrpt_domains_page_remove (TlsrptDomainsPage *self,
                            const char        *domain)
{
  g_return_if_fail (TLSRPT_IS_DOMAINS_PAGE (self));
  g_return_if_fail (domain != NULL);

  remove_domains (self, &domain, 1);
}

/**
 * tlsrpt_domains_page_forget:
 * @self: a page
 *
 * Forgets what is in the text, and what Undo would bring back.
 */
void
tlsrpt_domains_page_forget (TlsrptDomainsPage *self)
{
  g_return_if_fail (TLSRPT_IS_DOMAINS_PAGE (self));

  tlsrpt_domain_input_clear (self->input_page);
  tlsrpt_domain_list_view_clear (self->list_page);
  set_removed (self, NULL);
}

/**
 * tlsrpt_domains_page_save:
 * @self: a page
 *
 * Asks for a file and saves the table, if it is shown and has rows.
 */
void
tlsrpt_domains_page_save (TlsrptDomainsPage *self)
{
  TlsrptTable *table;

  g_return_if_fail (TLSRPT_IS_DOMAINS_PAGE (self));

  table = tlsrpt_domain_list_view_get_table (self->list_page);
  if (is_shown (self, self->list_page) && tlsrpt_table_get_n_found (table) > 0)
    tlsrpt_domain_save (GTK_WIDGET (self), self->checks, table);
}

/**
 * tlsrpt_domains_page_go_back:
 * @self: a page
 *
 * Goes back from the text to the list.
 *
 * Returns: `FALSE` if the list is shown already
 */
gboolean
tlsrpt_domains_page_go_back (TlsrptDomainsPage *self)
{
  g_return_val_if_fail (TLSRPT_IS_DOMAINS_PAGE (self), FALSE);

  if (!is_shown (self, self->input_page))
    return FALSE;

  show_list (self);
  tlsrpt_domains_page_take_focus (self);

  return TRUE;
}

/**
 * tlsrpt_domains_page_take_focus:
 * @self: a page
 *
 * Puts the focus on what can be done now: to add domains, to check them, or to cancel.
 */
void
tlsrpt_domains_page_take_focus (TlsrptDomainsPage *self)
{
  g_return_if_fail (TLSRPT_IS_DOMAINS_PAGE (self));

  if (is_shown (self, self->input_page))
    tlsrpt_domain_input_take_focus (self->input_page);
  else if (is_shown (self, self->empty_page))
    gtk_widget_grab_focus (self->first_button);
  else
    tlsrpt_domain_list_view_take_focus (self->list_page);
}
