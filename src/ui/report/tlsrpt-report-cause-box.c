/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-cause-box.h"

#include "tlsrpt-copy-row.h"
#include "tlsrpt-evidence-text.h"
#include "tlsrpt-heading.h"
#include "tlsrpt-report-fact.h"

#include <glib/gi18n.h>

/**
 * tlsrpt_report_cause_append_steps:
 * @list: a list
 * @steps: (array zero-terminated=1): what to do, as sentences
 *
 * Appends a row for each step.
 */
void
tlsrpt_report_cause_append_steps (GtkListBox        *list,
                                  const char *const *steps)
{
  for (guint i = 0; steps[i] != NULL; i++)
    {
      /* Translators: what to do first, second and so on; %u is the number */
      g_autofree char *title = g_strdup_printf (_("Step %u"), i + 1);

      gtk_list_box_append (list, tlsrpt_report_fact_new_text (steps[1] != NULL ? title
                                                                              : _("What to Do"),
                                                              steps[i]));
    }
}

/**
 * tlsrpt_report_cause_append_published:
 * @list: a list
 * @name: where to publish it
 * @value: a text to publish
 *
 * Appends a row with a text, and what copies it.
 */
void
tlsrpt_report_cause_append_published (GtkListBox *list,
                                      const char *name,
                                      const char *value)
{
  /* Translators: %s is a URL or the name of a record, where to publish a text */
  g_autofree char *title = g_strdup_printf (_("To publish at %s"), name);
  /* Translators: copies a text; %s is a URL or the name of a record, where to publish it */
  g_autofree char *copy_label = g_strdup_printf (_("Copy Text for %s"), name);
  GtkWidget *row = g_object_new (TLSRPT_TYPE_COPY_ROW,
                                 "copied-label", _("Text copied"),
                                 "copy-label", copy_label,
                                 "text", value,
                                 "title", title,
                                 NULL);

  gtk_list_box_append (list, row);
}

/**
 * tlsrpt_report_cause_append:
 * @box: a vertical box
 * @title: the heading
 * @cause: why something failed
 *
 * Appends a cause: what it is and how sure that is, what speaks for it, and what to do.
 */
void
tlsrpt_report_cause_append (GtkBox            *box,
                            const char        *title,
                            const TlsrptCause *cause)
{
  GtkListBox *list = tlsrpt_heading_append_list (box, title);
  gsize n_evidence = g_strv_length (cause->evidence);

  gtk_list_box_append (list, tlsrpt_report_fact_new_text (tlsrpt_confidence_get_label (cause->confidence),
                                                          cause->message));
  if (n_evidence > 0)
    gtk_list_box_append (list, tlsrpt_report_fact_new_lines (_("In the Reports"),
                                                             (const char *const *) cause->evidence,
                                                             n_evidence));
  gtk_list_box_append (list,
                       tlsrpt_report_fact_new_text (_("Who Must Act"),
                                                    tlsrpt_failure_actors_get_label (cause->actors)));
  tlsrpt_report_cause_append_steps (list, (const char *const *) cause->steps);
  if (cause->publish_value != NULL)
    tlsrpt_report_cause_append_published (list, cause->publish_name, cause->publish_value);
}
