/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-check-page.h"

#include "tlsrpt-check-form.h"
#include "tlsrpt-domain-details.h"
#include "tlsrpt-domains-page.h"
#include "tlsrpt-stack.h"

/**
 * TlsrptCheckPage:
 *
 * Says what is published: for one domain, or for those of a list that is kept, and then
 * for each of them.
 *
 * The network is not used before somebody asks for it.
 */
struct _TlsrptCheckPage
{
  AdwBin              parent_instance;

  TlsrptDomainChecks *checks;
  TlsrptRecord       *record;
  TlsrptResolver     *resolver;

  /* Template widgets */
  AdwBin             *details_bin;
  GtkWidget          *details_page;
  GtkAdjustment      *details_position;
  TlsrptDomainsPage  *domains_page;
  TlsrptCheckForm    *form;
  GtkStack           *stack;
};

G_DEFINE_FINAL_TYPE (TlsrptCheckPage, tlsrpt_check_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_RECORD,
  PROP_RESOLVER,
  PROP_STATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
can_undo_changed_cb (TlsrptCheckPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
}

static void
show (TlsrptCheckPage *self,
      GtkWidget       *page)
{
  tlsrpt_stack_show (self->stack, page);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.back",
                                 page != GTK_WIDGET (self->form));
  can_undo_changed_cb (self);
}

static gboolean
is_shown (TlsrptCheckPage *self,
          gpointer         page)
{
  return gtk_stack_get_visible_child (self->stack) == page;
}

static void
domain_activated_cb (TlsrptCheckPage *self,
                     const char      *domain)
{
  GtkWidget *details = tlsrpt_domain_details_new (self->checks, self->record, domain);

  adw_bin_set_child (self->details_bin, details);
  gtk_adjustment_set_value (self->details_position, 0);
  show (self, self->details_page);
  gtk_widget_child_focus (details, GTK_DIR_TAB_FORWARD);
}

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TlsrptCheckPage *self = TLSRPT_CHECK_PAGE (widget);

  if (is_shown (self, self->details_page))
    {
      show (self, GTK_WIDGET (self->domains_page));
      if (!tlsrpt_stack_has_focus (self->stack))
        tlsrpt_domains_page_take_focus (self->domains_page);
    }
  else if (!tlsrpt_domains_page_go_back (self->domains_page))
    {
      show (self, GTK_WIDGET (self->form));
      if (!tlsrpt_stack_has_focus (self->stack))
        tlsrpt_check_form_start_typing (self->form);
    }
}

static void
domains_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TlsrptCheckPage *self = TLSRPT_CHECK_PAGE (widget);

  show (self, GTK_WIDGET (self->domains_page));
  tlsrpt_domains_page_take_focus (self->domains_page);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TlsrptCheckPage *self = TLSRPT_CHECK_PAGE (widget);

  tlsrpt_domains_page_remove (self->domains_page, g_variant_get_string (parameter, NULL));
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TlsrptCheckPage *self = TLSRPT_CHECK_PAGE (widget);

  if (is_shown (self, self->domains_page))
    tlsrpt_domains_page_save (self->domains_page);
}

static void
start_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  tlsrpt_check_page_start (TLSRPT_CHECK_PAGE (widget));
}

static void
tlsrpt_check_page_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TlsrptCheckPage *self = TLSRPT_CHECK_PAGE (object);

  switch (property_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, tlsrpt_check_page_get_can_undo (self));
      break;

    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;

    case PROP_RESOLVER:
      g_value_set_object (value, self->resolver);
      break;

    case PROP_STATE:
      g_value_set_object (value, tlsrpt_domain_checks_get_state (self->checks));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_check_page_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  TlsrptCheckPage *self = TLSRPT_CHECK_PAGE (object);

  switch (property_id)
    {
    case PROP_RECORD:
      tlsrpt_check_page_set_record (self, g_value_get_object (value));
      break;

    case PROP_RESOLVER:
      tlsrpt_check_page_set_resolver (self, g_value_get_object (value));
      break;

    case PROP_STATE:
      tlsrpt_check_page_set_state (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_check_page_dispose (GObject *object)
{
  TlsrptCheckPage *self = TLSRPT_CHECK_PAGE (object);

  /* First, since the template takes the stack away without telling the bin. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_CHECK_PAGE);
  if (self->checks != NULL)
    g_object_run_dispose (G_OBJECT (self->checks));
  g_clear_object (&self->checks);
  g_clear_object (&self->record);
  g_clear_object (&self->resolver);

  G_OBJECT_CLASS (tlsrpt_check_page_parent_class)->dispose (object);
}

static void
tlsrpt_check_page_class_init (TlsrptCheckPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_check_page_dispose;
  object_class->get_property = tlsrpt_check_page_get_property;
  object_class->set_property = tlsrpt_check_page_set_property;

  /**
   * TlsrptCheckPage:can-undo:
   *
   * Whether the list of domains is shown, and one was removed that Undo would bring back.
   */
  properties[PROP_CAN_UNDO] =
    g_param_spec_boolean ("can-undo", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * TlsrptCheckPage:record:
   *
   * What is published is compared with this record, if it is one for the same
   * domain.
   */
  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, TLSRPT_TYPE_RECORD,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * TlsrptCheckPage:resolver:
   *
   * What looks up names.
   */
  properties[PROP_RESOLVER] =
    g_param_spec_object ("resolver", NULL, NULL, TLSRPT_TYPE_RESOLVER,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * TlsrptCheckPage:state:
   *
   * What has the list of domains.
   */
  properties[PROP_STATE] =
    g_param_spec_object ("state", NULL, NULL, TLSRPT_TYPE_STATE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TLSRPT_TYPE_CHECK_FORM);
  g_type_ensure (TLSRPT_TYPE_DOMAINS_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-check-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckPage, details_bin);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckPage, details_page);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckPage, details_position);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckPage, domains_page);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckPage, form);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, can_undo_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, domain_activated_cb);

  gtk_widget_class_install_action (widget_class, "check.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "check.domains", NULL, domains_action);
  gtk_widget_class_install_action (widget_class, "check.remove", "s", remove_action);
  gtk_widget_class_install_action (widget_class, "check.start", NULL, start_action);
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "check.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK,
                                       "check.back", NULL);
}

static void
tlsrpt_check_page_init (TlsrptCheckPage *self)
{
  self->resolver = tlsrpt_resolver_new (NULL, TLSRPT_RESOLVER_TIMEOUT, TLSRPT_RESOLVER_RECURSIVE,
                                        NULL);
  self->checks = tlsrpt_domain_checks_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  tlsrpt_check_form_set_checks (self->form, self->checks);
  tlsrpt_domains_page_set_checks (self->domains_page, self->checks);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.back", FALSE);
}

void
tlsrpt_check_page_set_record (TlsrptCheckPage *self,
                              TlsrptRecord    *record)
{
  g_return_if_fail (TLSRPT_IS_CHECK_PAGE (self));

  if (!g_set_object (&self->record, record))
    return;

  tlsrpt_check_form_set_record (self->form, record);
  tlsrpt_domain_checks_set_record (self->checks, record);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

void
tlsrpt_check_page_set_resolver (TlsrptCheckPage *self,
                                TlsrptResolver  *resolver)
{
  g_return_if_fail (TLSRPT_IS_CHECK_PAGE (self));

  if (g_set_object (&self->resolver, resolver))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESOLVER]);
}

void
tlsrpt_check_page_set_state (TlsrptCheckPage *self,
                             TlsrptState     *state)
{
  g_return_if_fail (TLSRPT_IS_CHECK_PAGE (self));

  if (state == NULL || state == tlsrpt_domain_checks_get_state (self->checks))
    return;

  tlsrpt_domain_checks_set_state (self->checks, state);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/**
 * tlsrpt_check_page_forget:
 * @self: a page
 *
 * Forgets what was typed into the list of domains, and what could be brought back there.
 */
void
tlsrpt_check_page_forget (TlsrptCheckPage *self)
{
  g_return_if_fail (TLSRPT_IS_CHECK_PAGE (self));

  tlsrpt_domains_page_forget (self->domains_page);
}

/**
 * tlsrpt_check_page_check_domain:
 * @self: a page
 * @domain: a domain, as if it had been typed
 *
 * Checks a domain.
 */
void
tlsrpt_check_page_check_domain (TlsrptCheckPage *self,
                                const char      *domain)
{
  g_return_if_fail (TLSRPT_IS_CHECK_PAGE (self));

  show (self, GTK_WIDGET (self->form));
  tlsrpt_check_form_set_domain (self->form, domain);
  tlsrpt_check_form_start (self->form);
}

/**
 * tlsrpt_check_page_check_record:
 * @self: a page
 *
 * Checks the domain of the record.
 */
void
tlsrpt_check_page_check_record (TlsrptCheckPage *self)
{
  g_return_if_fail (TLSRPT_IS_CHECK_PAGE (self));

  show (self, GTK_WIDGET (self->form));
  tlsrpt_check_form_take_domain (self->form);
  tlsrpt_check_form_start (self->form);
}

/**
 * tlsrpt_check_page_look:
 * @self: a page
 * @domain: a domain
 *
 * Checks a domain, and then offers to look at its mail servers.
 */
void
tlsrpt_check_page_look (TlsrptCheckPage *self,
                        const char      *domain)
{
  g_return_if_fail (TLSRPT_IS_CHECK_PAGE (self));
  g_return_if_fail (domain != NULL);

  show (self, GTK_WIDGET (self->form));
  tlsrpt_check_form_look (self->form, domain);
}

/**
 * tlsrpt_check_page_start:
 * @self: a page
 *
 * Checks what the page shows, again if need be.
 */
void
tlsrpt_check_page_start (TlsrptCheckPage *self)
{
  g_return_if_fail (TLSRPT_IS_CHECK_PAGE (self));

  if (is_shown (self, self->form))
    {
      tlsrpt_check_form_start (self->form);
    }
  else if (is_shown (self, self->details_page))
    {
      GtkWidget *details = adw_bin_get_child (self->details_bin);

      tlsrpt_domain_checks_start (self->checks, self->resolver,
                                  tlsrpt_domain_details_get_domain (
                                    TLSRPT_DOMAIN_DETAILS (details)));
    }
  else
    {
      tlsrpt_domains_page_start (self->domains_page, self->resolver);
    }
}

gboolean
tlsrpt_check_page_get_can_undo (TlsrptCheckPage *self)
{
  gboolean can_undo;

  g_return_val_if_fail (TLSRPT_IS_CHECK_PAGE (self), FALSE);

  g_object_get (self->domains_page, "can-undo", &can_undo, NULL);

  return can_undo && is_shown (self, self->domains_page);
}

/**
 * tlsrpt_check_page_undo:
 * @self: a page
 *
 * Brings back the domain that was removed from the list last, if it can be.
 */
void
tlsrpt_check_page_undo (TlsrptCheckPage *self)
{
  g_return_if_fail (TLSRPT_IS_CHECK_PAGE (self));

  if (tlsrpt_check_page_get_can_undo (self))
    gtk_widget_activate_action (GTK_WIDGET (self->domains_page), "domains.undo", NULL);
}
