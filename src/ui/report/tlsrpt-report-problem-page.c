/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-problem-page.h"

#include "tlsrpt-accessible.h"
#include "tlsrpt-cause.h"
#include "tlsrpt-display.h"
#include "tlsrpt-field.h"
#include "tlsrpt-guide-entry-box.h"
#include "tlsrpt-heading.h"
#include "tlsrpt-report-cause-box.h"
#include "tlsrpt-report-columns.h"
#include "tlsrpt-report-days.h"
#include "tlsrpt-report-fact.h"
#include "tlsrpt-report-frame.h"
#include "tlsrpt-report-problem-text.h"
#include "tlsrpt-report-text.h"
#include "tlsrpt-share-row.h"

#include <glib/gi18n.h>

/* The worst; the table has all. */
#define MOST_ROWS 6

/* Room for some rows of the table; it scrolls by itself. */
#define TABLE_HEIGHT 280

/**
 * TlsrptReportProblemPage:
 *
 * A problem: how often and since when, why, what to do about it, and who says so.
 *
 * What it is and why comes at once, what has to be counted for it with the frames after
 * that.
 */
struct _TlsrptReportProblemPage
{
  AdwBin                       parent_instance;

  TlsrptDiagnosis             *diagnosis;
  const TlsrptEvidenceProblem *problem;
  GCancellable                *counting;
  TlsrptReportSummary         *counts;

  /* What is filled, and how much of it is. */
  GtkBox                      *content;
  guint                        n_parts;

  /* Template widgets */
  TlsrptReportFrame           *frame;
};

G_DEFINE_FINAL_TYPE (TlsrptReportProblemPage, tlsrpt_report_problem_page, ADW_TYPE_BIN)

enum
{
  FAILURE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
create_label (const char *text,
              const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0,
                                   NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static void
append_title (TlsrptReportProblemPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *title = tlsrpt_report_type_dup_title (self->problem->result_type);
  g_autofree char *place = tlsrpt_report_problem_dup_place (self->problem);
  g_autofree char *headline = tlsrpt_report_problem_dup_headline (self->problem);

  gtk_box_append (GTK_BOX (box), tlsrpt_heading_new (title, 1));
  if (place != NULL)
    gtk_box_append (GTK_BOX (box), create_label (place, "monospace"));
  gtk_box_append (GTK_BOX (box), create_label (headline, "dim-label"));
  gtk_box_append (self->content, box);
}

static void
append_causes (TlsrptReportProblemPage *self)
{
  g_autoptr (GPtrArray) causes = tlsrpt_cause_find (self->diagnosis->evidence, self->problem,
                                                    self->diagnosis->now);

  for (guint i = 0; i < causes->len; i++)
    tlsrpt_report_cause_append (self->content, i == 0 ? _("Cause") : _("Another Cause"),
                                g_ptr_array_index (causes, i));

  if (causes->len == 0)
    {
      GtkListBox *list = tlsrpt_heading_append_list (self->content, _("Cause"));

      gtk_list_box_append (list,
                           tlsrpt_report_fact_new_text (_("Unknown"),
                                                        _("This failure type is not defined in RFC "
                                                          "8460. Ask the sender what it means.")));
    }
}

static void
append_way_to_check (GtkListBox *list,
                     const char *title,
                     const char *subtitle,
                     const char *action,
                     const char *domain)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "action-name", action,
                                 "activatable", TRUE,
                                 "subtitle", subtitle,
                                 "title", title,
                                 "use-markup", FALSE,
                                 NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", domain);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE,
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           "icon-name", "go-next-symbolic",
                                           NULL));
  gtk_list_box_append (list, row);
}

/* Where to look whether it is over: a row for each thing that can be looked at.  Nobody is
 * contacted before somebody agrees to it there. */
static void
append_ways_to_check (TlsrptReportProblemPage *self)
{
  g_autoptr (GPtrArray) domains = NULL;
  GtkListBox *list;

  domains = tlsrpt_evidence_problem_list (self->problem, TLSRPT_EVIDENCE_DOMAIN);
  if (domains->len == 0)
    return;

  list = tlsrpt_heading_append_list (self->content, _("Fixed?"));
  for (guint i = 0; i < MIN (domains->len, MOST_ROWS); i++)
    {
      const char *domain = g_ptr_array_index (domains, i);
      g_autofree char *shown = tlsrpt_display_isolate (domain, -1);
      /* Translators: looks up what is published for a domain; %s is the domain */
      g_autofree char *title = g_strdup_printf (_("Check %s Now"), shown);
      /* Translators: %s is a domain, whose mail servers are contacted */
      g_autofree char *subtitle = g_strdup_printf (_("Asks before it connects to the mail servers of %s"), shown);

      append_way_to_check (list, title, _("Queries DNS and fetches the policy"), "win.check-domain",
                           domain);
      append_way_to_check (list, _("Look at the Server Now"), subtitle, "win.look", domain);
    }
}

static void
append_days (TlsrptReportProblemPage *self)
{
  GtkWidget *days = g_object_new (TLSRPT_TYPE_REPORT_DAYS, NULL);

  tlsrpt_report_days_set_summary (TLSRPT_REPORT_DAYS (days), self->counts);
  gtk_box_append (self->content, days);
}

static void
append_senders (TlsrptReportProblemPage *self)
{
  const TlsrptReportRow *rows = self->counts->rows[TLSRPT_REPORT_GROUP_ORGANIZATION];
  gsize n_rows = self->counts->n_rows[TLSRPT_REPORT_GROUP_ORGANIZATION];
  GtkListBox *list;

  if (n_rows == 0)
    return;

  list = tlsrpt_heading_append_list (self->content, _("Senders"));
  for (gsize i = 0; i < MIN (n_rows, MOST_ROWS); i++)
    {
      g_autofree char *name = *rows[i].key != '\0' ? tlsrpt_display_isolate (rows[i].key, -1)
                                                   : g_strdup (_("Sender not given"));
      GtkWidget *row = tlsrpt_share_row_new (name, NULL, rows[i].sessions.failed,
                                             rows[0].sessions.failed);

      tlsrpt_share_row_set_plain (TLSRPT_SHARE_ROW (row));
      gtk_list_box_append (list, row);
    }

  if (n_rows > MOST_ROWS)
    {
      g_autofree char *count = tlsrpt_display_count ((gint64) (n_rows - MOST_ROWS));
      g_autofree char *more = g_strdup_printf (ngettext ("and %s more", "and %s more",
                                                         n_rows - MOST_ROWS), count);

      gtk_list_box_append (list, tlsrpt_report_fact_new_text (_("Senders"), more));
    }
}

/* What the reports give of where it failed. */
static void
append_places (TlsrptReportProblemPage *self)
{
  static const struct
  {
    TlsrptEvidenceMember  member;
    const char           *title;
  } members[] = {
    { TLSRPT_EVIDENCE_DOMAIN, N_("Domains") },
    { TLSRPT_EVIDENCE_MX_HOST, N_("MX Hosts") },
    { TLSRPT_EVIDENCE_IP, N_("Receiving Addresses") },
    { TLSRPT_EVIDENCE_HELO, N_("HELO Names") },
    { TLSRPT_EVIDENCE_SENDING_IP, N_("Sending Addresses") },
    { TLSRPT_EVIDENCE_REASON_CODE, N_("Reason Codes") },
  };
  GtkListBox *list = tlsrpt_heading_append_list (self->content, _("Hosts and Addresses"));

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autoptr (GPtrArray) values = tlsrpt_evidence_problem_list (self->problem,
                                                                   members[i].member);

      gtk_list_box_append (list,
                           tlsrpt_report_fact_new_lines (_(members[i].title),
                                                         (const char *const *) values->pdata,
                                                         values->len));
    }
}

static void
row_activated_cb (TlsrptReportProblemPage *self,
                  TlsrptRow               *row)
{
  g_signal_emit (self, signals[FAILURE_ACTIVATED], 0, tlsrpt_row_get_data (row));
}

static void
append_details (TlsrptReportProblemPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *table = g_object_new (TLSRPT_TYPE_TABLE,
                                   "height-request", TABLE_HEIGHT,
                                   "overflow", GTK_OVERFLOW_HIDDEN,
                                   NULL);
  g_autofree char *count = tlsrpt_display_count ((gint64) self->counts->n_details);
  g_autofree char *title = NULL;
  g_autoptr (TlsrptRows) rows = NULL;

  /* Translators: the entries of reports; %s is a number */
  title = g_strdup_printf (ngettext ("%s Entry in the Reports", "%s Entries in the Reports",
                                     self->counts->n_details), count);

  gtk_widget_add_css_class (table, "card");
  tlsrpt_report_columns_set_up_failures (TLSRPT_TABLE (table));
  rows = tlsrpt_rows_new (TLSRPT_TYPE_REPORT_SUMMARY, self->counts, self->counts->details,
                          sizeof (TlsrptReportDetail), self->counts->n_details);
  tlsrpt_table_set_rows (TLSRPT_TABLE (table), rows);
  g_signal_connect_object (table, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (box), tlsrpt_heading_new (title, 2));
  gtk_box_append (GTK_BOX (box), table);
  gtk_box_append (self->content, box);
}

/* The page of the guide is made when somebody wants it. */
static void
guide_expanded_cb (TlsrptReportProblemPage *self,
                   GParamSpec              *pspec,
                   GtkExpander             *expander)
{
  TlsrptFailureType *type = tlsrpt_failure_type_lookup (self->problem->result_type);
  g_autoptr (TlsrptField) domain = NULL;
  g_autoptr (TlsrptField) mx = NULL;
  GtkWidget *box;

  if (!gtk_expander_get_expanded (expander) || gtk_expander_get_child (expander) != NULL)
    return;

  /* Names that are none, whoever wrote them, do not get into commands. */
  domain = tlsrpt_field_new (TLSRPT_FIELD_DOMAIN, self->problem->domain);
  mx = tlsrpt_field_new (TLSRPT_FIELD_MAIL_HOST, self->problem->mx_host);
  box = tlsrpt_guide_entry_box_new (TLSRPT_GUIDE_ENTRY (type), domain, mx);
  gtk_widget_set_margin_top (box, 12);
  gtk_expander_set_child (expander, box);
}

static void
append_guide (TlsrptReportProblemPage *self)
{
  GtkWidget *expander, *label;

  if (tlsrpt_failure_type_lookup (self->problem->result_type) == NULL)
    return;

  label = create_label (_("About This Type of Failure"), "heading");
  expander = g_object_new (GTK_TYPE_EXPANDER, "label-widget", label, NULL);
  tlsrpt_accessible_set_name (GTK_ACCESSIBLE (expander), _("About This Type of Failure"));
  g_signal_connect_object (expander, "notify::expanded", G_CALLBACK (guide_expanded_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->content, expander);
}

static gboolean
frame_begun_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  static void (*const parts[]) (TlsrptReportProblemPage *self) = {
    append_days,
    append_senders,
    append_places,
    append_details,
    append_guide,
  };
  TlsrptReportProblemPage *self = TLSRPT_REPORT_PROBLEM_PAGE (widget);

  parts[self->n_parts++] (self);

  return self->n_parts < G_N_ELEMENTS (parts) ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlsrptReportSummary) counts = tlsrpt_diagnosis_count_problem_finish (result, NULL);
  TlsrptReportProblemPage *self = user_data;

  /* Cancelled: the page may be gone. */
  if (counts == NULL)
    return;

  self->counts = g_steal_pointer (&counts);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_begun_cb, NULL, NULL);
}

static void
tlsrpt_report_problem_page_dispose (GObject *object)
{
  TlsrptReportProblemPage *self = TLSRPT_REPORT_PROBLEM_PAGE (object);

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  /* First, since the template takes the child away without telling the bin. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_REPORT_PROBLEM_PAGE);
  g_clear_pointer (&self->counts, tlsrpt_report_summary_unref);
  g_clear_pointer (&self->diagnosis, tlsrpt_diagnosis_unref);

  G_OBJECT_CLASS (tlsrpt_report_problem_page_parent_class)->dispose (object);
}

static void
tlsrpt_report_problem_page_class_init (TlsrptReportProblemPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tlsrpt_report_problem_page_dispose;

  /**
   * TlsrptReportProblemPage::failure-activated:
   * @self: a page
   * @detail: a failure of the reports
   *
   * Somebody wants to know more about a failure.
   */
  signals[FAILURE_ACTIVATED] =
    g_signal_new ("failure-activated", TLSRPT_TYPE_REPORT_PROBLEM_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (TLSRPT_TYPE_REPORT_FRAME);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-report-problem-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportProblemPage, frame);
}

static void
tlsrpt_report_problem_page_init (TlsrptReportProblemPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  tlsrpt_report_frame_set_content (self->frame, GTK_WIDGET (self->content));
}

/**
 * tlsrpt_report_problem_page_new:
 * @diagnosis: what reports say
 * @problem: a problem of it
 *
 * Creates a page.
 *
 * Returns: (transfer full): a page
 */
GtkWidget *
tlsrpt_report_problem_page_new (TlsrptDiagnosis             *diagnosis,
                                const TlsrptEvidenceProblem *problem)
{
  TlsrptReportProblemPage *self;

  g_return_val_if_fail (diagnosis != NULL, NULL);
  g_return_val_if_fail (problem != NULL, NULL);

  self = g_object_new (TLSRPT_TYPE_REPORT_PROBLEM_PAGE, NULL);
  self->diagnosis = tlsrpt_diagnosis_ref (diagnosis);
  self->problem = problem;
  append_title (self);
  append_causes (self);
  append_ways_to_check (self);

  self->counting = g_cancellable_new ();
  tlsrpt_diagnosis_count_problem_async (diagnosis, problem, self->counting, counted_cb, self);

  return GTK_WIDGET (self);
}
