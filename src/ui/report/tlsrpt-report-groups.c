/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-groups.h"

#include "tlsrpt-accessible.h"
#include "tlsrpt-display.h"
#include "tlsrpt-failure-type.h"
#include "tlsrpt-heading.h"
#include "tlsrpt-readiness.h"
#include "tlsrpt-report-problem-text.h"
#include "tlsrpt-report-text.h"
#include "tlsrpt-share-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* The worst; a table has all. */
#define MOST_ROWS 6

/* More would not be read here; the filter leads to each. */
#define MOST_DOMAINS 20

static void
append_more_row (GtkListBox *list,
                 gsize       n_rows,
                 const char *view)
{
  g_autofree char *count = tlsrpt_display_count (n_rows);
  g_autofree char *title = NULL;
  GtkWidget *row;

  /* Translators: opens a table with everything of a list; %s is a number */
  title = g_strdup_printf (_("Show All %s"), count);
  row = g_object_new (ADW_TYPE_ACTION_ROW,
                      "action-name", "reports.view",
                      "activatable", TRUE,
                      "title", title,
                      "use-markup", FALSE,
                      NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", view);
  gtk_list_box_append (list, row);
}

static void
append_problems (GtkBox                *box,
                 const TlsrptDiagnosis *diagnosis,
                 TlsrptReportKeeper    *keeper)
{
  const GPtrArray *problems = tlsrpt_evidence_set_get_problems (diagnosis->evidence);
  guint n_shown = 0;
  guint n_new = 0;
  gint64 most = 0;
  GtkListBox *list;

  if (problems->len == 0)
    return;

  list = tlsrpt_heading_append_list (box, _("Problems"));

  for (guint i = 0; i < problems->len; i++)
    {
      const TlsrptEvidenceProblem *problem = g_ptr_array_index (problems, i);
      gboolean is_new = keeper != NULL && tlsrpt_report_keeper_is_new (keeper, problem);
      g_autofree char *title = NULL;
      g_autofree char *subtitle = NULL;
      GtkWidget *row;

      /* New ones are not missed, small as they may be. */
      if (i >= MOST_ROWS && (!is_new || n_new >= MOST_ROWS))
        continue;

      title = tlsrpt_report_type_dup_title (problem->result_type);
      subtitle = tlsrpt_report_problem_dup_subtitle (problem);
      n_shown++;
      n_new += is_new;

      /* The worst comes first. */
      most = MAX (most, problem->n_failed);
      row = tlsrpt_share_row_new (title, subtitle, problem->n_failed, most);
      if (is_new)
        tlsrpt_share_row_set_new (TLSRPT_SHARE_ROW (row));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "reports.show-problem");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "u", (guint32) i);
      gtk_list_box_append (list, row);
    }

  if (n_shown < problems->len)
    append_more_row (list, problems->len, "failures");
}

static const char *
get_icon (TlsrptReadinessVerdict verdict)
{
  switch (verdict)
    {
    case TLSRPT_READINESS_READY:
      return "emblem-ok-symbolic";

    case TLSRPT_READINESS_NOT_YET:
      return "dialog-warning-symbolic";

    case TLSRPT_READINESS_TOO_EARLY:
    default:
      return "document-open-recent-symbolic";
    }
}

/* The domains whose policy is being tested. */
static void
append_readiness (GtkBox          *box,
                  const GPtrArray *answers)
{
  GtkListBox *list;

  if (answers->len == 0)
    return;

  list = tlsrpt_heading_append_list (box, _("Ready to Enforce?"));
  for (guint i = 0; i < MIN (answers->len, MOST_DOMAINS); i++)
    {
      const TlsrptReadiness *answer = g_ptr_array_index (answers, i);
      g_autofree char *title = tlsrpt_display_isolate (answer->domain, -1);
      g_autofree char *name = g_strjoin (", ", title, answer->message, NULL);
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                     "action-name", "reports.show-readiness",
                                     "activatable", TRUE,
                                     "subtitle", answer->message,
                                     "title", title,
                                     "use-markup", FALSE,
                                     NULL);

      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 g_object_new (GTK_TYPE_IMAGE,
                                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                               "icon-name", get_icon (answer->verdict),
                                               NULL));
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "u", (guint32) i);
      tlsrpt_accessible_set_name (GTK_ACCESSIBLE (row), name);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 g_object_new (GTK_TYPE_IMAGE,
                                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                               "icon-name", "go-next-symbolic",
                                               NULL));
      gtk_list_box_append (list, row);
    }
}

/* Whether the problems tell as much: each type of failure is one of them. */
static gboolean
is_type_a_problem (const TlsrptReportSummary *summary)
{
  return summary->n_problems == summary->n_rows[TLSRPT_REPORT_GROUP_RESULT_TYPE];
}

/* Rows with failures come first. */
static gsize
count_failed (const TlsrptReportRow *rows,
              gsize                  n_rows)
{
  gsize n_failed = 0;

  while (n_failed < n_rows && rows[n_failed].sessions.failed > 0)
    n_failed++;

  return n_failed;
}

static void
append_group (GtkBox                    *box,
              const TlsrptReportSummary *summary,
              TlsrptReportGroup          group,
              const char                *title,
              const char                *not_given,
              const char                *action,
              const char                *view)
{
  const TlsrptReportRow *rows = summary->rows[group];
  gsize n_failed = count_failed (rows, summary->n_rows[group]);
  gsize n_shown = MIN (n_failed, MOST_ROWS);
  GtkListBox *list;

  if (n_shown == 0)
    return;

  list = tlsrpt_heading_append_list (box, title);

  for (gsize i = 0; i < n_shown; i++)
    {
      const char *key = rows[i].key;
      gboolean is_type = group == TLSRPT_REPORT_GROUP_RESULT_TYPE;
      g_autofree char *name = NULL;
      g_autofree char *token = NULL;
      GtkWidget *row;

      if (is_type)
        name = tlsrpt_report_type_dup_title (key);
      else
        name = *key != '\0' ? tlsrpt_display_isolate (key, -1) : g_strdup (not_given);

      if (is_type && *key != '\0')
        token = tlsrpt_failure_type_lookup (key) != NULL ? tlsrpt_display_isolate (key, -1)
                                                         : g_strdup (_("Unknown Type"));

      row = tlsrpt_share_row_new (name, token, rows[i].sessions.failed, rows[0].sessions.failed);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", key);
      gtk_list_box_append (list, row);
    }

  if (n_shown < n_failed)
    append_more_row (list, n_failed, view);
}

/**
 * tlsrpt_report_groups_fill:
 * @box: where to put them; what is there leaves
 * @diagnosis: what to show
 * @keeper: (nullable): what knows which problems are new
 *
 * Shows what failed most: what is to be fixed, then types, hosts and senders, each
 * with its bar.
 */
void
tlsrpt_report_groups_fill (GtkBox                *box,
                           const TlsrptDiagnosis *diagnosis,
                           TlsrptReportKeeper    *keeper)
{
  const TlsrptReportSummary *summary;
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (diagnosis != NULL);

  summary = diagnosis->summary;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);

  append_problems (box, diagnosis, keeper);
  append_readiness (box, diagnosis->readiness);
  if (!is_type_a_problem (summary))
    append_group (box, summary, TLSRPT_REPORT_GROUP_RESULT_TYPE, _("Failures by Type"),
                  NULL, "reports.show-type", "failures");
  append_group (box, summary, TLSRPT_REPORT_GROUP_MX_HOST, _("Failures by MX Host"),
                _("MX host not given"), "reports.show-mx", "failures");
  append_group (box, summary, TLSRPT_REPORT_GROUP_ORGANIZATION, _("Failures by Sender"),
                _("Sender not given"), "reports.show-organization", "organizations");
}
