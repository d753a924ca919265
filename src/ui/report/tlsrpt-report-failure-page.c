/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-failure-page.h"

#include "tlsrpt-accessible.h"
#include "tlsrpt-destination.h"
#include "tlsrpt-display.h"
#include "tlsrpt-failure-type.h"
#include "tlsrpt-field.h"
#include "tlsrpt-guide-entry-box.h"
#include "tlsrpt-heading.h"
#include "tlsrpt-pill-button.h"
#include "tlsrpt-report-fact.h"
#include "tlsrpt-report-frame.h"
#include "tlsrpt-report-mx.h"
#include "tlsrpt-report-text.h"

#include <glib/gi18n.h>

/* Most notes that are shown. */
#define MOST_NOTES 40

/**
 * TlsrptReportFailurePage:
 *
 * A failure: what the guide says about its type, and what the report says.
 */
struct _TlsrptReportFailurePage
{
  AdwBin             parent_instance;

  TlsrptReport      *report;

  /* Template widgets */
  TlsrptReportFrame *frame;
};

G_DEFINE_FINAL_TYPE (TlsrptReportFailurePage, tlsrpt_report_failure_page, ADW_TYPE_BIN)

static void
append_fact (GtkListBox *list,
             const char *title,
             const char *value)
{
  gtk_list_box_append (list, tlsrpt_report_fact_new (title, value));
}

/* Facts with several values, each on its own line. */
static void
append_lines (GtkListBox        *list,
              const char        *title,
              const char *const *lines)
{
  gsize n_lines = lines != NULL ? g_strv_length ((char **) lines) : 0;

  gtk_list_box_append (list, tlsrpt_report_fact_new_lines (title, lines, n_lines));
}

/* Only an https URL that the form would accept becomes a link; it may have a fragment. */
static char *
dup_link (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "#", 2);
  g_autofree char *uri = NULL;
  g_autofree char *fragment = NULL;

  if (parts[0] == NULL)
    return NULL;

  uri = tlsrpt_destination_from_url (parts[0], NULL);
  if (uri == NULL || parts[1] == NULL)
    return g_steal_pointer (&uri);

  fragment = g_uri_escape_string (parts[1], NULL, FALSE);

  return g_strconcat (uri, "#", fragment, NULL);
}

static void
append_failure (GtkBox                    *box,
                const TlsrptReportPolicy  *policy,
                const TlsrptReportFailure *failure)
{
  GtkListBox *list = tlsrpt_heading_append_list (box, _("Report Details"));
  g_autofree char *count = tlsrpt_display_count (failure->count);
  g_autofree char *uri = NULL;

  if (failure->additional_information != NULL)
    uri = dup_link (failure->additional_information);

  append_fact (list, _("Failed Sessions"), count);
  append_fact (list, _("MX Host"), failure->receiving_mx);
  if (tlsrpt_report_mx_find (policy, failure->receiving_mx) == TLSRPT_REPORT_MX_NOT_LISTED)
    {
      g_autofree char *text = tlsrpt_report_mx_dup_text (policy->domain, failure->receiving_mx);

      gtk_list_box_append (list, tlsrpt_report_fact_new_text (_("Not in the Policy"), text));
    }
  append_fact (list, _("Receiving Address"), failure->receiving_ip);
  append_fact (list, _("HELO Name"), failure->receiving_helo);
  append_fact (list, _("Sending Address"), failure->sending_ip);
  gtk_list_box_append (list,
                       tlsrpt_report_fact_new_code (_("Reason Code"), failure->reason_code));
  gtk_list_box_append (list,
                       tlsrpt_report_fact_new_link (_("Additional Information"),
                                                 failure->additional_information, uri));
}

static const char *
get_policy_name (const char *type)
{
  if (g_strcmp0 (type, "sts") == 0)
    return _("MTA-STS");
  if (g_strcmp0 (type, "tlsa") == 0)
    return _("DANE");
  if (g_strcmp0 (type, "no-policy-found") == 0)
    return _("No policy found");

  return type;
}

static void
append_policy (GtkBox                   *box,
               const TlsrptReportPolicy *policy)
{
  GtkListBox *list = tlsrpt_heading_append_list (box, _("Applied Policy"));

  append_fact (list, _("Type"), get_policy_name (policy->type));
  append_fact (list, _("Domain"), policy->domain);
  append_lines (list, _("Policy"), policy->policy);
  append_lines (list, _("MX Patterns"), policy->mx_hosts);
}

static char *
dup_period (const TlsrptReport *report)
{
  g_autofree char *start = tlsrpt_report_time_dup_text (report->start);
  g_autofree char *end = tlsrpt_report_time_dup_text (report->end);

  /* Translators: a period; %s are the first and the last moment */
  return g_strdup_printf (_("%s – %s"), start, end);
}

static void
append_report (GtkBox             *box,
               const TlsrptReport *report)
{
  GtkListBox *list = tlsrpt_heading_append_list (box, _("Report"));
  g_autofree char *period = dup_period (report);

  append_fact (list, _("Sender"), report->organization);
  append_fact (list, _("Contact"), report->contact);
  append_fact (list, _("Period"), period);
  append_fact (list, _("Report ID"), report->report_id);
  append_fact (list, _("File"), report->file);

  for (gsize i = 0; i < MIN (report->n_notes, MOST_NOTES); i++)
    {
      g_autofree char *note = tlsrpt_report_note_dup_text (&report->notes[i]);

      gtk_list_box_append (list, tlsrpt_report_fact_new_text (_("Nonstandard"), note));
    }
}

/* A type that RFC 8460 does not define is shown as it was reported. */
static GtkWidget *
create_unknown_box (const char *type)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", _("This failure type is not defined in RFC 8460. Ask "
                                              "the sender what it means."),
                                   "wrap", TRUE,
                                   "xalign", 0.0,
                                   NULL);
  g_autofree char *shown = NULL;

  if (type != NULL)
    shown = tlsrpt_display_isolate (type, -1);

  gtk_box_append (GTK_BOX (title),
                  tlsrpt_heading_new (shown != NULL ? shown : _("Failure Type Not Given"), 1));
  gtk_box_append (GTK_BOX (title), label);
  gtk_box_append (GTK_BOX (box), title);

  return box;
}

static GtkWidget *
create_box (const TlsrptReportDetail *detail)
{
  const char *type = detail->failure->result_type;
  TlsrptFailureType *known = type != NULL ? tlsrpt_failure_type_lookup (type) : NULL;
  g_autoptr (TlsrptField) domain = NULL;
  g_autoptr (TlsrptField) mx = NULL;

  if (known == NULL)
    return create_unknown_box (type);

  /* Invalid names from a report are never put into commands. */
  domain = tlsrpt_field_new (TLSRPT_FIELD_DOMAIN, detail->policy->domain);
  mx = tlsrpt_field_new (TLSRPT_FIELD_MAIL_HOST, detail->failure->receiving_mx);

  return tlsrpt_guide_entry_box_new (TLSRPT_GUIDE_ENTRY (known), domain, mx);
}

/* Whether it is fixed by now is up to the servers.  Nobody is contacted before somebody
 * agrees to it. */
static void
append_look (GtkBox     *box,
             const char *domain)
{
  g_autoptr (TlsrptField) field = tlsrpt_field_new (TLSRPT_FIELD_DOMAIN, domain);
  const char *value = tlsrpt_field_get_value (field);
  GtkWidget *button;

  if (value == NULL)
    return;

  button = g_object_new (TLSRPT_TYPE_PILL_BUTTON,
                         "action-name", "win.look",
                         "halign", GTK_ALIGN_CENTER,
                         "label", _("Look at the Ser_ver Now"),
                         "use-underline", TRUE,
                         NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", value);
  tlsrpt_accessible_set_name (GTK_ACCESSIBLE (button), _("Look at the Server Now"));
  gtk_box_append (box, button);
}

static void
tlsrpt_report_failure_page_dispose (GObject *object)
{
  TlsrptReportFailurePage *self = TLSRPT_REPORT_FAILURE_PAGE (object);

  /* First, since the template takes the child away without telling the bin. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_REPORT_FAILURE_PAGE);
  g_clear_pointer (&self->report, tlsrpt_report_unref);

  G_OBJECT_CLASS (tlsrpt_report_failure_page_parent_class)->dispose (object);
}

static void
tlsrpt_report_failure_page_class_init (TlsrptReportFailurePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tlsrpt_report_failure_page_dispose;

  g_type_ensure (TLSRPT_TYPE_REPORT_FRAME);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-report-failure-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportFailurePage, frame);
}

static void
tlsrpt_report_failure_page_init (TlsrptReportFailurePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tlsrpt_report_failure_page_new:
 * @detail: a failure
 *
 * Creates a page.
 *
 * Returns: (transfer full): a page
 */
GtkWidget *
tlsrpt_report_failure_page_new (const TlsrptReportDetail *detail)
{
  TlsrptReportFailurePage *self;
  GtkWidget *content, *failure;

  g_return_val_if_fail (detail != NULL, NULL);

  self = g_object_new (TLSRPT_TYPE_REPORT_FAILURE_PAGE, NULL);
  self->report = tlsrpt_report_ref ((TlsrptReport *) detail->report);

  /* What happened, then what to do about it, then who says so. */
  content = create_box (detail);
  failure = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  append_failure (GTK_BOX (failure), detail->policy, detail->failure);
  append_look (GTK_BOX (failure), detail->policy->domain);
  gtk_box_insert_child_after (GTK_BOX (content), failure, gtk_widget_get_first_child (content));
  append_policy (GTK_BOX (content), detail->policy);
  append_report (GTK_BOX (content), detail->report);
  tlsrpt_report_frame_set_content (self->frame, content);

  return GTK_WIDGET (self);
}
