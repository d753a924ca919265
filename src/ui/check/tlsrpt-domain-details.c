/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-domain-details.h"

#include "tlsrpt-check-result.h"
#include "tlsrpt-display.h"
#include "tlsrpt-domain-rows.h"
#include "tlsrpt-domain.h"
#include "tlsrpt-host.h"
#include "tlsrpt-pill-button.h"
#include "tlsrpt-standing.h"
#include "tlsrpt-txt.h"
#include "tlsrpt-wrap-layout.h"

/**
 * TlsrptDomainDetails:
 *
 * What is known of a domain of the list: what is kept of it, the result of its last check
 * since the program was started, and what can be done with it.
 */
struct _TlsrptDomainDetails
{
  GtkBox              parent_instance;

  TlsrptDomainChecks *checks;
  TlsrptRecord       *record;
  char               *domain;

  /* Template widgets */
  GtkWidget          *cancel_button;
  GtkWidget          *check_button;
  AdwActionRow       *checked_row;
  AdwActionRow       *dane_row;
  GtkLabel           *domain_label;
  AdwActionRow       *expected_row;
  AdwActionRow       *mta_sts_row;
  AdwActionRow       *reason_row;
  AdwBin             *result_bin;
  AdwActionRow       *state_row;
  AdwActionRow       *value_row;
};

G_DEFINE_FINAL_TYPE (TlsrptDomainDetails, tlsrpt_domain_details, GTK_TYPE_BOX)

static const TlsrptStateDomain *
get_kept (TlsrptDomainDetails *self)
{
  return tlsrpt_state_find_domain (tlsrpt_domain_checks_get_state (self->checks), self->domain);
}

static void
show_text (AdwActionRow *row,
           const char   *text,
           gboolean      is_wanted)
{
  gtk_widget_set_visible (GTK_WIDGET (row), text != NULL && is_wanted);
  if (text != NULL)
    {
      g_autofree char *shown = tlsrpt_display_isolate (text, -1);

      adw_action_row_set_subtitle (row, shown);
    }
}

/* The one to publish, or else the one that is. */
static const char *
find_record (const TlsrptStateDomain *kept)
{
  return kept->expected != NULL ? kept->expected : tlsrpt_domain_rows_get_published (kept);
}

/* A result says more than the words that are kept of it. */
static void
show_kept (TlsrptDomainDetails     *self,
           const TlsrptStateDomain *kept)
{
  gboolean is_checked = kept->checked > 0;
  gboolean has_result = adw_bin_get_child (self->result_bin) != NULL;
  g_autofree char *time = tlsrpt_domain_rows_dup_time (kept->checked);

  adw_action_row_set_subtitle (self->state_row,
                               tlsrpt_standing_get_word (is_checked ? kept->state : NULL));
  show_text (self->reason_row, kept->reason, is_checked && !has_result);
  show_text (self->expected_row, kept->expected, TRUE);
  show_text (self->value_row, tlsrpt_domain_rows_get_published (kept), !has_result);
  show_text (self->mta_sts_row, tlsrpt_standing_get_word (kept->mta_sts),
             is_checked && !has_result);
  show_text (self->dane_row, tlsrpt_standing_get_word (kept->dane), is_checked && !has_result);
  show_text (self->checked_row, time, is_checked && !has_result);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "domain.use",
                                 find_record (kept) != NULL);
}

static void
show_result (TlsrptDomainDetails *self)
{
  TlsrptCheck *check = tlsrpt_domain_checks_find (self->checks, self->domain);
  GtkWidget *old = adw_bin_get_child (self->result_bin);
  GtkWidget *result;

  if (check == NULL ||
      (old != NULL && tlsrpt_check_result_get_check (TLSRPT_CHECK_RESULT (old)) == check))
    return;

  tlsrpt_check_set_record (check, self->record);
  result = tlsrpt_check_result_new (check);
  tlsrpt_check_result_hide_domain (TLSRPT_CHECK_RESULT (result));
  adw_bin_set_child (self->result_bin, result);
}

static void
domains_changed_cb (TlsrptDomainDetails *self)
{
  const TlsrptStateDomain *kept = get_kept (self);

  if (kept != NULL)
    {
      show_result (self);
      show_kept (self, kept);
    }
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "check.back", NULL);
    }
}

/* One starts or ends at a time. */
static void
progressed_cb (TlsrptDomainDetails *self)
{
  gboolean is_running = tlsrpt_domain_checks_is_running (self->checks);
  GtkWidget *from = is_running ? self->check_button : self->cancel_button;
  GtkWidget *to = is_running ? self->cancel_button : self->check_button;
  gboolean has_focus = gtk_widget_has_focus (from);

  /* A check that has found nothing changes nothing but that. */
  domains_changed_cb (self);

  gtk_widget_set_visible (to, TRUE);
  if (has_focus)
    gtk_widget_grab_focus (to);
  gtk_widget_set_visible (from, FALSE);
}

static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  tlsrpt_domain_checks_cancel (TLSRPT_DOMAIN_DETAILS (widget)->checks);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "check.remove", "s", TLSRPT_DOMAIN_DETAILS (widget)->domain);
}

static void
show_reports_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.show-reports", "s",
                              TLSRPT_DOMAIN_DETAILS (widget)->domain);
}

/* As a line of a zone file, which says what domain it is for. */
static void
use_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TlsrptDomainDetails *self = TLSRPT_DOMAIN_DETAILS (widget);
  const TlsrptStateDomain *kept = get_kept (self);
  g_autofree char *name = tlsrpt_domain_to_owner_name (self->domain);
  g_autoptr (GString) line = g_string_new (NULL);

  if (kept == NULL || find_record (kept) == NULL)
    return;

  tlsrpt_txt_append_line (line, name, TLSRPT_TTL_TESTING, find_record (kept));
  gtk_widget_activate_action (widget, "win.import-text", "s", line->str);
}

static void
tlsrpt_domain_details_dispose (GObject *object)
{
  TlsrptDomainDetails *self = TLSRPT_DOMAIN_DETAILS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_DOMAIN_DETAILS);
  g_clear_object (&self->checks);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tlsrpt_domain_details_parent_class)->dispose (object);
}

static void
tlsrpt_domain_details_finalize (GObject *object)
{
  g_free (TLSRPT_DOMAIN_DETAILS (object)->domain);

  G_OBJECT_CLASS (tlsrpt_domain_details_parent_class)->finalize (object);
}

static void
tlsrpt_domain_details_class_init (TlsrptDomainDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_domain_details_dispose;
  object_class->finalize = tlsrpt_domain_details_finalize;

  g_type_ensure (TLSRPT_TYPE_PILL_BUTTON);
  g_type_ensure (TLSRPT_TYPE_WRAP_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-domain-details.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainDetails, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainDetails, check_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainDetails, checked_row);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainDetails, dane_row);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainDetails, domain_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainDetails, expected_row);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainDetails, mta_sts_row);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainDetails, reason_row);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainDetails, result_bin);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainDetails, state_row);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainDetails, value_row);

  gtk_widget_class_install_action (widget_class, "domain.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "domain.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "domain.show-reports", NULL,
                                   show_reports_action);
  gtk_widget_class_install_action (widget_class, "domain.use", NULL, use_action);
}

static void
tlsrpt_domain_details_init (TlsrptDomainDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tlsrpt_domain_details_new:
 * @checks: the checks of the list
 * @record: (nullable): the record to compare with, if it is one for the domain
 * @domain: a domain of the list
 *
 * Creates what shows a domain.
 *
 * Returns: (transfer full): the widget
 */
GtkWidget *
tlsrpt_domain_details_new (TlsrptDomainChecks *checks,
                           TlsrptRecord       *record,
                           const char         *domain)
{
  TlsrptDomainDetails *self;
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (TLSRPT_IS_DOMAIN_CHECKS (checks), NULL);
  g_return_val_if_fail (domain != NULL, NULL);

  self = g_object_new (TLSRPT_TYPE_DOMAIN_DETAILS, NULL);
  self->checks = g_object_ref (checks);
  g_set_object (&self->record, record);
  self->domain = g_strdup (domain);

  name = tlsrpt_host_dup_shown (domain);
  shown = tlsrpt_display_isolate (name, -1);
  gtk_label_set_label (self->domain_label, shown);
  g_signal_connect_object (checks, "progressed", G_CALLBACK (progressed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (checks, "domains-changed", G_CALLBACK (domains_changed_cb), self,
                           G_CONNECT_SWAPPED);
  progressed_cb (self);

  return GTK_WIDGET (self);
}

const char *
tlsrpt_domain_details_get_domain (TlsrptDomainDetails *self)
{
  g_return_val_if_fail (TLSRPT_IS_DOMAIN_DETAILS (self), NULL);

  return self->domain;
}
