/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-readiness-page.h"

#include "tlsrpt-display.h"
#include "tlsrpt-heading.h"
#include "tlsrpt-report-cause-box.h"
#include "tlsrpt-report-fact.h"
#include "tlsrpt-report-frame.h"
#include "tlsrpt-report-problem-text.h"
#include "tlsrpt-report-text.h"
#include "tlsrpt-share-row.h"
#include "tlsrpt-sts-text.h"

#include <glib/gi18n.h>

/* The worst. */
#define MOST_ROWS 20

/**
 * TlsrptReportReadinessPage:
 *
 * Whether a domain may enforce its policy: the answer and its numbers, what would have been
 * stopped, and what to publish in which order.
 */
struct _TlsrptReportReadinessPage
{
  AdwBin                 parent_instance;

  TlsrptDiagnosis       *diagnosis;
  const TlsrptReadiness *answer;
  GtkBox                *content;

  /* Template widgets */
  TlsrptReportFrame     *frame;
};

G_DEFINE_FINAL_TYPE (TlsrptReportReadinessPage, tlsrpt_report_readiness_page, ADW_TYPE_BIN)

enum
{
  PROBLEM_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
append_answer (TlsrptReportReadinessPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *domain = tlsrpt_display_isolate (self->answer->domain, -1);
  const char *const texts[] = { domain, self->answer->message };

  gtk_box_append (GTK_BOX (box), tlsrpt_heading_new (_("Ready to Enforce?"), 1));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL,
                                                 "label", texts[i],
                                                 "wrap", TRUE,
                                                 "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                                 "xalign", 0.0,
                                                 NULL));
  gtk_widget_add_css_class (gtk_widget_get_next_sibling (gtk_widget_get_first_child (box)),
                            "monospace");
  gtk_box_append (self->content, box);
}

static void
append_number (GtkListBox *list,
               const char *title,
               gint64      number)
{
  g_autofree char *text = tlsrpt_display_count (number);

  gtk_list_box_append (list, tlsrpt_report_fact_new_text (title, text));
}

static void
append_numbers (TlsrptReportReadinessPage *self)
{
  const TlsrptReadiness *answer = self->answer;
  GtkListBox *list = tlsrpt_heading_append_list (self->content, _("What Was Counted"));

  /* It may be older than all reports. */
  if (answer->since > 0)
    {
      g_autofree char *since = tlsrpt_report_day_dup_text (answer->since);

      gtk_list_box_append (list, tlsrpt_report_fact_new_text (_("Since the Last Change"), since));
    }
  append_number (list, _("Days With Sessions"), answer->n_days);
  append_number (list, _("Senders"), answer->n_senders);
  append_number (list, _("Sessions"), answer->n_sessions);
  append_number (list, _("Would Not Have Been Delivered"), answer->n_failed);
}

static void
row_activated_cb (TlsrptReportReadinessPage *self,
                  GtkListBoxRow             *row)
{
  g_signal_emit (self, signals[PROBLEM_ACTIVATED], 0,
                 g_ptr_array_index (self->answer->problems, gtk_list_box_row_get_index (row)),
                 self->diagnosis);
}

static void
append_problems (TlsrptReportReadinessPage *self)
{
  const GPtrArray *problems = self->answer->problems;
  GtkListBox *list;

  if (problems->len == 0)
    return;

  list = tlsrpt_heading_append_list (self->content, _("Fix First"));
  for (guint i = 0; i < MIN (problems->len, MOST_ROWS); i++)
    {
      const TlsrptEvidenceProblem *problem = g_ptr_array_index (problems, i);
      const TlsrptEvidenceProblem *worst = g_ptr_array_index (problems, 0);
      g_autofree char *title = tlsrpt_report_type_dup_title (problem->result_type);
      g_autofree char *subtitle = tlsrpt_report_problem_dup_subtitle (problem);

      gtk_list_box_append (list, tlsrpt_share_row_new (title, subtitle, problem->n_failed,
                                                       worst->n_failed));
    }
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
append_policy (TlsrptReportReadinessPage *self)
{
  const TlsrptReadiness *answer = self->answer;
  g_auto (GStrv) commands = NULL;
  g_auto (GStrv) steps = tlsrpt_readiness_dup_steps (answer, &commands);
  g_autofree char *url = tlsrpt_sts_text_dup_url (answer->domain);
  g_autofree char *name = NULL;
  g_autofree char *record = NULL;
  GtkListBox *list;

  if (answer->policy == NULL || url == NULL || steps[0] == NULL)
    return;

  name = g_strconcat ("_mta-sts.", answer->domain, NULL);
  record = g_strdup_printf ("v=STSv1; id=%s;", answer->id);
  list = tlsrpt_heading_append_list (self->content, _("Next Policy"));
  tlsrpt_report_cause_append_published (list, url, answer->policy);
  tlsrpt_report_cause_append_published (list, name, record);

  list = tlsrpt_heading_append_list (self->content, _("In This Order"));
  tlsrpt_report_cause_append_steps (list, (const char *const *) steps,
                                    (const char *const *) commands);
}

static void
tlsrpt_report_readiness_page_dispose (GObject *object)
{
  TlsrptReportReadinessPage *self = TLSRPT_REPORT_READINESS_PAGE (object);

  /* First, since the template takes the child away without telling the bin. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_REPORT_READINESS_PAGE);
  g_clear_pointer (&self->diagnosis, tlsrpt_diagnosis_unref);

  G_OBJECT_CLASS (tlsrpt_report_readiness_page_parent_class)->dispose (object);
}

static void
tlsrpt_report_readiness_page_class_init (TlsrptReportReadinessPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tlsrpt_report_readiness_page_dispose;

  /**
   * TlsrptReportReadinessPage::problem-activated:
   * @self: a page
   * @problem: a problem of @diagnosis
   * @diagnosis: what the page is about
   *
   * Somebody wants to know more about a problem.
   */
  signals[PROBLEM_ACTIVATED] =
    g_signal_new ("problem-activated", TLSRPT_TYPE_REPORT_READINESS_PAGE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, TLSRPT_TYPE_DIAGNOSIS);

  g_type_ensure (TLSRPT_TYPE_REPORT_FRAME);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-report-readiness-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportReadinessPage, frame);
}

static void
tlsrpt_report_readiness_page_init (TlsrptReportReadinessPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  tlsrpt_report_frame_set_content (self->frame, GTK_WIDGET (self->content));
}

/**
 * tlsrpt_report_readiness_page_new:
 * @diagnosis: what reports say
 * @answer: an answer of it
 *
 * Creates a page.
 *
 * Returns: (transfer full): a page
 */
GtkWidget *
tlsrpt_report_readiness_page_new (TlsrptDiagnosis       *diagnosis,
                                  const TlsrptReadiness *answer)
{
  TlsrptReportReadinessPage *self;

  g_return_val_if_fail (diagnosis != NULL, NULL);
  g_return_val_if_fail (answer != NULL, NULL);

  self = g_object_new (TLSRPT_TYPE_REPORT_READINESS_PAGE, NULL);
  self->diagnosis = tlsrpt_diagnosis_ref (diagnosis);
  self->answer = answer;
  append_answer (self);
  append_numbers (self);
  append_problems (self);
  append_policy (self);

  return GTK_WIDGET (self);
}
