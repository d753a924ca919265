/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-check-form.h"

#include "tlsrpt-after-layout.h"
#include "tlsrpt-check-result.h"
#include "tlsrpt-display.h"
#include "tlsrpt-entry-row.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-pill-button.h"
#include "tlsrpt-remark-row.h"
#include "tlsrpt-toast.h"

#include <glib/gi18n.h>

/* Milliseconds after which the spinner is shown. */
#define SPINNER_DELAY 700

/**
 * TlsrptCheckForm:
 *
 * Asks for a domain, looks up what is published for it and says whether it is right.
 *
 * The network is not used before somebody asks for it.
 */
struct _TlsrptCheckForm
{
  AdwBin           parent_instance;

  TlsrptDomainChecks *checks;
  TlsrptRecord    *record;
  TlsrptResolver  *resolver;

  /* The one that runs, if any. */
  TlsrptCheck     *check;
  gboolean         wants_look; /* at the mail servers, when it is done */
  guint            spinner_timeout;

  /* Template widgets */
  GtkButton       *add_button;
  GtkSwitch       *authoritative_switch;
  GtkWidget       *cancel_button;
  GtkWidget       *check_button;
  GtkWidget       *content;
  TlsrptField     *domain_field;
  TlsrptEntryRow  *domain_row;
  GtkLabel        *progress_label;
  AdwBin          *result_bin;
  GtkAdjustment   *scroll_position;
  GtkSpinner      *spinner;
};

G_DEFINE_FINAL_TYPE (TlsrptCheckForm, tlsrpt_check_form, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_RESOLVER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_DOMAIN_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Says which servers will be queried, and for what, before that happens. */
static char *
privacy_text (GObject        *object,
              const char     *domain,
              TlsrptResolver *resolver,
              gboolean        is_authoritative)
{
  const char *server;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *shown = NULL;
  g_autofree char *host = NULL;

  if (domain == NULL || resolver == NULL)
    return g_strdup (_("No network connection is made until Check is pressed."));

  shown = tlsrpt_display_isolate (domain, -1);
  server = tlsrpt_resolver_get_server (resolver);

  if (server != NULL)
    /* Translators: the first %s is the address of a name server, the second a domain */
    g_string_append_printf (text, _("Using the name server %s, Check looks up the TLS-RPT, MX, "
                                    "TLSA, and MTA-STS records of “%s”."),
                            server, shown);
  else
    /* Translators: %s is a domain */
    g_string_append_printf (text, _("Check looks up the TLS-RPT, MX, TLSA, and MTA-STS records of "
                                    "“%s”, using this computer’s name servers."),
                            shown);

  /* Translators: a sentence that follows another one */
  g_string_append_printf (text, " %s", _("It also looks up the addresses of the mail servers, and of "
                                         "the hosts that receive the reports, which may belong to "
                                         "others."));

  if (is_authoritative)
    /* Translators: a sentence that follows another one */
    g_string_append_printf (text, " %s", _("The authoritative servers are queried, too."));

  /* Host names are no longer than what is shown of a text. */
  host = g_strconcat (TLSRPT_FIRST_STRONG_ISOLATE "mta-sts.", domain,
                      TLSRPT_POP_DIRECTIONAL_ISOLATE, NULL);
  g_string_append_c (text, ' ');
  /* Translators: %s is a host */
  g_string_append_printf (text, _("If there is an MTA-STS policy, it is fetched from “%s”. Nothing "
                                  "is sent until Check is pressed."),
                          host);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- The result -------------------------------------------------------------------- */

static void
scroll_to_result (GtkWidget *widget)
{
  TlsrptCheckForm *self = TLSRPT_CHECK_FORM (widget);
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (self->add_button), self->content, &bounds))
    gtk_adjustment_set_value (self->scroll_position, bounds.origin.y);
}

/* The check that is shown, if any. */
static TlsrptCheck *
get_shown (TlsrptCheckForm *self)
{
  GtkWidget *result = adw_bin_get_child (self->result_bin);

  return result != NULL ? tlsrpt_check_result_get_check (TLSRPT_CHECK_RESULT (result)) : NULL;
}

static gboolean
is_kept (TlsrptCheckForm *self,
         TlsrptCheck     *check)
{
  return tlsrpt_state_find_domain (tlsrpt_domain_checks_get_state (self->checks),
                                   tlsrpt_check_get_domain (check)) != NULL;
}

/* Called again when the list of domains has changed. */
static void
show_add_button (TlsrptCheckForm *self)
{
  TlsrptCheck *check = get_shown (self);

  gtk_widget_set_visible (GTK_WIDGET (self->add_button), check != NULL);
  if (check != NULL)
    gtk_button_set_label (self->add_button, is_kept (self, check) ? _("Show in My Domains")
                                                                  : _("Add to My Domains"));
}

static void
add_clicked_cb (TlsrptCheckForm *self)
{
  TlsrptCheck *check = get_shown (self);
  const char *domain = tlsrpt_check_get_domain (check);
  g_autofree char *said = NULL;

  if (is_kept (self, check))
    {
      g_signal_emit (self, signals[SIGNAL_DOMAIN_ACTIVATED], 0, domain);
      return;
    }

  if (tlsrpt_domain_checks_add (self->checks, domain))
    {
      tlsrpt_domain_checks_keep (self->checks, check);
      said = g_strdup (_("Added to My Domains"));
    }
  else
    {
      /* Translators: %u is the limit */
      said = g_strdup_printf (_("My Domains can have at most %u domains"), TLSRPT_LIMIT_CHECKS);
    }
  tlsrpt_toast_show (GTK_WIDGET (self), tlsrpt_toast_new (said));
}

static void
show_result (TlsrptCheckForm *self)
{
  gboolean has_focus = gtk_widget_has_focus (self->cancel_button);
  GtkWidget *result = tlsrpt_check_result_new (self->check);

  adw_bin_set_child (self->result_bin, result);
  tlsrpt_domain_checks_keep (self->checks, self->check);
  show_add_button (self);
  /* The button with the focus is about to be hidden, so the result takes the focus. */
  if (has_focus)
    gtk_widget_child_focus (result, GTK_DIR_TAB_FORWARD);

  tlsrpt_after_layout (GTK_WIDGET (self), scroll_to_result);

  if (self->wants_look)
    tlsrpt_check_result_ask_to_look (TLSRPT_CHECK_RESULT (result));
  self->wants_look = FALSE;
}

/* Hides the result of another domain, which could be mistaken for this domain's. */
static void
hide_old_result (TlsrptCheckForm *self)
{
  GtkWidget *result = adw_bin_get_child (self->result_bin);

  if (result != NULL &&
      !g_str_equal (tlsrpt_check_get_domain (self->check),
                    tlsrpt_check_get_domain (
                      tlsrpt_check_result_get_check (TLSRPT_CHECK_RESULT (result)))))
    adw_bin_set_child (self->result_bin, NULL);
  show_add_button (self);
}

/* --- The check --------------------------------------------------------------------- */

static void
show_progress (TlsrptCheckForm *self,
               const char      *text,
               gboolean         is_running)
{
  gtk_label_set_label (self->progress_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_label), text != NULL);
  gtk_spinner_set_spinning (self->spinner, is_running);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_running);
}

static void
spinner_delay_cb (gpointer user_data)
{
  TlsrptCheckForm *self = TLSRPT_CHECK_FORM (user_data);

  self->spinner_timeout = 0;
  show_progress (self, _("Waiting for answers…"), TRUE);
}

static void
show_running (TlsrptCheckForm *self,
              gboolean         is_running)
{
  GtkWidget *from = is_running ? self->check_button : self->cancel_button;
  GtkWidget *to = is_running ? self->cancel_button : self->check_button;
  gboolean has_focus = gtk_widget_has_focus (from);

  gtk_widget_set_visible (to, TRUE);
  if (has_focus)
    gtk_widget_grab_focus (to);
  gtk_widget_set_visible (from, FALSE);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.cancel", is_running);
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  show_progress (self, NULL, FALSE);
  if (is_running)
    self->spinner_timeout = g_timeout_add_once (SPINNER_DELAY, spinner_delay_cb, self);
}

static void state_changed_cb (TlsrptCheckForm *self);

static void
forget_check (TlsrptCheckForm *self)
{
  if (self->check == NULL)
    return;

  g_signal_handlers_disconnect_by_func (self->check, state_changed_cb, self);
  tlsrpt_check_cancel (self->check);
  g_clear_object (&self->check);
}

static void
state_changed_cb (TlsrptCheckForm *self)
{
  switch (tlsrpt_check_get_state (self->check))
    {
    case TLSRPT_CHECK_DONE:
      show_result (self);
      show_running (self, FALSE);
      forget_check (self);
      break;

    case TLSRPT_CHECK_CANCELLED:
      show_running (self, FALSE);
      show_progress (self, _("The check was canceled"), FALSE);
      forget_check (self);
      break;

    case TLSRPT_CHECK_WAITING:
    case TLSRPT_CHECK_RUNNING:
    default:
      break;
    }
}

static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TlsrptCheckForm *self = TLSRPT_CHECK_FORM (widget);

  if (self->check != NULL)
    tlsrpt_check_cancel (self->check);
}

static void
tlsrpt_check_form_map (GtkWidget *widget)
{
  TlsrptCheckForm *self = TLSRPT_CHECK_FORM (widget);

  if (tlsrpt_field_is_blank (self->domain_field))
    tlsrpt_check_form_take_domain (self);

  GTK_WIDGET_CLASS (tlsrpt_check_form_parent_class)->map (widget);
}

static void
tlsrpt_check_form_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TlsrptCheckForm *self = TLSRPT_CHECK_FORM (object);

  switch (property_id)
    {
    case PROP_RESOLVER:
      g_value_set_object (value, self->resolver);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_check_form_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  TlsrptCheckForm *self = TLSRPT_CHECK_FORM (object);

  switch (property_id)
    {
    case PROP_RESOLVER:
      tlsrpt_check_form_set_resolver (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_check_form_dispose (GObject *object)
{
  TlsrptCheckForm *self = TLSRPT_CHECK_FORM (object);

  forget_check (self);
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_CHECK_FORM);
  g_clear_object (&self->checks);
  g_clear_object (&self->record);
  g_clear_object (&self->resolver);

  G_OBJECT_CLASS (tlsrpt_check_form_parent_class)->dispose (object);
}

static void
tlsrpt_check_form_class_init (TlsrptCheckFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_check_form_dispose;
  object_class->get_property = tlsrpt_check_form_get_property;
  object_class->set_property = tlsrpt_check_form_set_property;

  widget_class->map = tlsrpt_check_form_map;

  /**
   * TlsrptCheckForm:resolver:
   *
   * What looks up names.
   */
  properties[PROP_RESOLVER] =
    g_param_spec_object ("resolver", NULL, NULL, TLSRPT_TYPE_RESOLVER,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TlsrptCheckForm::domain-activated:
   * @domain: a domain of the list
   *
   * Somebody wants to see what is kept of it.
   */
  signals[SIGNAL_DOMAIN_ACTIVATED] =
    g_signal_new ("domain-activated",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (TLSRPT_TYPE_ENTRY_ROW);
  g_type_ensure (TLSRPT_TYPE_FIELD);
  g_type_ensure (TLSRPT_TYPE_PILL_BUTTON);
  g_type_ensure (TLSRPT_TYPE_REMARK_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-check-form.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckForm, add_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckForm, authoritative_switch);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckForm, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckForm, check_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckForm, content);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckForm, domain_field);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckForm, domain_row);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckForm, progress_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckForm, result_bin);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckForm, scroll_position);
  gtk_widget_class_bind_template_child (widget_class, TlsrptCheckForm, spinner);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, privacy_text);
  gtk_widget_class_bind_template_callback (widget_class, tlsrpt_check_form_start);
  gtk_widget_class_bind_template_callback (widget_class, tlsrpt_entry_row_apply_repair);

  gtk_widget_class_install_action (widget_class, "check.cancel", NULL, cancel_action);
}

static void
tlsrpt_check_form_init (TlsrptCheckForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tlsrpt_entry_row_set_field (self->domain_row, self->domain_field);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.cancel", FALSE);
}

/**
 * tlsrpt_check_form_set_checks:
 * @self: a form
 * @checks: the checks of the list of domains
 *
 * Sets the list that a domain can be added to.
 */
void
tlsrpt_check_form_set_checks (TlsrptCheckForm    *self,
                              TlsrptDomainChecks *checks)
{
  g_return_if_fail (TLSRPT_IS_CHECK_FORM (self));
  g_return_if_fail (self->checks == NULL);

  self->checks = g_object_ref (checks);
  g_signal_connect_object (checks, "domains-changed", G_CALLBACK (show_add_button), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tlsrpt_check_form_set_record:
 * @self: a form
 * @record: (nullable): a record
 *
 * Sets what is compared with what is published, if it is a record for the same
 * domain.
 */
void
tlsrpt_check_form_set_record (TlsrptCheckForm *self,
                              TlsrptRecord    *record)
{
  g_return_if_fail (TLSRPT_IS_CHECK_FORM (self));

  g_set_object (&self->record, record);
}

void
tlsrpt_check_form_set_resolver (TlsrptCheckForm *self,
                                TlsrptResolver  *resolver)
{
  g_return_if_fail (TLSRPT_IS_CHECK_FORM (self));

  if (g_set_object (&self->resolver, resolver))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESOLVER]);
}

/**
 * tlsrpt_check_form_take_domain:
 * @self: a form
 *
 * Takes the domain over from the form, if there is one.
 */
void
tlsrpt_check_form_take_domain (TlsrptCheckForm *self)
{
  TlsrptField *field;

  g_return_if_fail (TLSRPT_IS_CHECK_FORM (self));

  field = tlsrpt_record_get_domain_field (self->record);
  if (!tlsrpt_field_is_blank (field))
    tlsrpt_field_set_text (self->domain_field, tlsrpt_field_get_text (field));
}

/**
 * tlsrpt_check_form_set_domain:
 * @self: a form
 * @domain: a domain, as if it had been typed
 *
 * Fills in which domain to check.
 */
void
tlsrpt_check_form_set_domain (TlsrptCheckForm *self,
                              const char      *domain)
{
  g_return_if_fail (TLSRPT_IS_CHECK_FORM (self));
  g_return_if_fail (domain != NULL);

  tlsrpt_field_set_text (self->domain_field, domain);
}

/**
 * tlsrpt_check_form_start:
 * @self: a form
 *
 * Checks the domain, again if need be; or says what is wrong with it.
 */
void
tlsrpt_check_form_start (TlsrptCheckForm *self)
{
  const char *domain;

  g_return_if_fail (TLSRPT_IS_CHECK_FORM (self));

  domain = tlsrpt_field_get_value (self->domain_field);
  if (domain == NULL)
    {
      tlsrpt_entry_row_check (self->domain_row);
      tlsrpt_entry_row_start_typing (self->domain_row);
      return;
    }

  forget_check (self);
  self->wants_look = FALSE;
  self->check = tlsrpt_check_new (self->resolver, domain,
                                  gtk_switch_get_active (self->authoritative_switch)
                                    ? TLSRPT_LOOKUP_AUTHORITATIVE
                                    : TLSRPT_LOOKUP_NORMAL);
  tlsrpt_check_set_record (self->check, self->record);
  g_signal_connect_object (self->check, "notify::state",
                           G_CALLBACK (state_changed_cb), self, G_CONNECT_SWAPPED);

  hide_old_result (self);
  show_running (self, TRUE);
  tlsrpt_check_start (self->check);
}

/**
 * tlsrpt_check_form_look:
 * @self: a form
 * @domain: a domain
 *
 * Checks a domain, and then offers to look at its mail servers.
 */
void
tlsrpt_check_form_look (TlsrptCheckForm *self,
                        const char      *domain)
{
  g_return_if_fail (TLSRPT_IS_CHECK_FORM (self));
  g_return_if_fail (domain != NULL);

  tlsrpt_field_set_text (self->domain_field, domain);
  tlsrpt_check_form_start (self);
  self->wants_look = self->check != NULL;
}

/**
 * tlsrpt_check_form_start_typing:
 * @self: a form
 *
 * Puts the focus where the domain is typed.
 */
void
tlsrpt_check_form_start_typing (TlsrptCheckForm *self)
{
  g_return_if_fail (TLSRPT_IS_CHECK_FORM (self));

  tlsrpt_entry_row_start_typing (self->domain_row);
}
