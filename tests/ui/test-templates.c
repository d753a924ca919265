/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-check-form.h"
#include "tlsrpt-check-page.h"
#include "tlsrpt-copy-row.h"
#include "tlsrpt-destination-group.h"
#include "tlsrpt-destination-row.h"
#include "tlsrpt-entry-row.h"
#include "tlsrpt-export-panel.h"
#include "tlsrpt-fact-row.h"
#include "tlsrpt-guide-contents.h"
#include "tlsrpt-guide-entry-page.h"
#include "tlsrpt-guide-page.h"
#include "tlsrpt-guide-row.h"
#include "tlsrpt-import-dialog.h"
#include "tlsrpt-record-intro.h"
#include "tlsrpt-look-box.h"
#include "tlsrpt-marked-row.h"
#include "tlsrpt-record-page.h"
#include "tlsrpt-remark-row.h"
#include "tlsrpt-report-days.h"
#include "tlsrpt-report-failure-page.h"
#include "tlsrpt-report-filter-button.h"
#include "tlsrpt-report-folder-bar.h"
#include "tlsrpt-report-frame.h"
#include "tlsrpt-report-overview.h"
#include "tlsrpt-report-problem-page.h"
#include "tlsrpt-report-progress.h"
#include "tlsrpt-report-readiness-page.h"
#include "tlsrpt-report-remark-dialog.h"
#include "tlsrpt-report-remarks-page.h"
#include "tlsrpt-reports-page.h"
#include "tlsrpt-reports-view.h"
#include "tlsrpt-result-card.h"
#include "tlsrpt-share-row.h"
#include "tlsrpt-table.h"
#include "tlsrpt-verdict-row.h"
#include "tlsrpt-view-title.h"
#include "tlsrpt-watch-bar.h"
#include "tlsrpt-watch-offer.h"
#include "tlsrpt-window.h"
#include "ui-test.h"

/* Every class with a template, by the name of the template.  One without a type
 * here is made by another test, since it shows nothing without an object. */
static const struct
{
  const char *name;
  GType (*get_type) (void);
} templates[] = {
  { "tlsrpt-check-form.ui", tlsrpt_check_form_get_type },
  { "tlsrpt-check-page.ui", tlsrpt_check_page_get_type },
  { "tlsrpt-check-result.ui", NULL }, /* shows a verdict: test-check-page has some */
  { "tlsrpt-copy-row.ui", tlsrpt_copy_row_get_type },
  { "tlsrpt-destination-group.ui", tlsrpt_destination_group_get_type },
  { "tlsrpt-destination-row.ui", tlsrpt_destination_row_get_type },
  { "tlsrpt-domain-details.ui", NULL }, /* shows a domain: test-check-page has some */
  { "tlsrpt-domain-input.ui", NULL }, /* needs a list: it is part of the page of the check */
  { "tlsrpt-domain-list-view.ui", NULL }, /* the same */
  { "tlsrpt-domains-page.ui", NULL }, /* needs a list: it is part of the page of the check */
  { "tlsrpt-entry-row.ui", tlsrpt_entry_row_get_type },
  { "tlsrpt-export-panel.ui", tlsrpt_export_panel_get_type },
  { "tlsrpt-fact-row.ui", tlsrpt_fact_row_get_type },
  { "tlsrpt-guide-contents.ui", tlsrpt_guide_contents_get_type },
  { "tlsrpt-guide-entry-page.ui", tlsrpt_guide_entry_page_get_type },
  { "tlsrpt-guide-page.ui", tlsrpt_guide_page_get_type },
  { "tlsrpt-guide-row.ui", tlsrpt_guide_row_get_type },
  { "tlsrpt-import-dialog.ui", tlsrpt_import_dialog_get_type },
  { "tlsrpt-record-intro.ui", tlsrpt_record_intro_get_type },
  { "tlsrpt-look-box.ui", tlsrpt_look_box_get_type },
  { "tlsrpt-marked-row.ui", tlsrpt_marked_row_get_type },
  { "tlsrpt-record-page.ui", tlsrpt_record_page_get_type },
  { "tlsrpt-remark-row.ui", tlsrpt_remark_row_get_type },
  { "tlsrpt-report-days.ui", tlsrpt_report_days_get_type },
  { "tlsrpt-report-folder-bar.ui", tlsrpt_report_folder_bar_get_type },
  { "tlsrpt-report-frame.ui", tlsrpt_report_frame_get_type },
  { "tlsrpt-report-problem-page.ui", tlsrpt_report_problem_page_get_type },
  { "tlsrpt-report-readiness-page.ui", tlsrpt_report_readiness_page_get_type },
  { "tlsrpt-report-failure-page.ui", tlsrpt_report_failure_page_get_type },
  { "tlsrpt-report-filter-button.ui", tlsrpt_report_filter_button_get_type },
  { "tlsrpt-report-overview.ui", tlsrpt_report_overview_get_type },
  { "tlsrpt-report-progress.ui", tlsrpt_report_progress_get_type },
  { "tlsrpt-report-remark-dialog.ui", tlsrpt_report_remark_dialog_get_type },
  { "tlsrpt-report-remarks-page.ui", tlsrpt_report_remarks_page_get_type },
  { "tlsrpt-reports-page.ui", tlsrpt_reports_page_get_type },
  { "tlsrpt-reports-view.ui", tlsrpt_reports_view_get_type },
  { "tlsrpt-result-card.ui", tlsrpt_result_card_get_type },
  { "tlsrpt-share-row.ui", tlsrpt_share_row_get_type },
  { "tlsrpt-table.ui", tlsrpt_table_get_type },
  { "tlsrpt-verdict-row.ui", tlsrpt_verdict_row_get_type },
  { "tlsrpt-view-title.ui", tlsrpt_view_title_get_type },
  { "tlsrpt-watch-bar.ui", tlsrpt_watch_bar_get_type },
  { "tlsrpt-watch-offer.ui", tlsrpt_watch_offer_get_type },
  { "tlsrpt-window.ui", tlsrpt_window_get_type },
};

/* A warning about the template is fatal, and so is one when it goes. */
static void
test_instantiate (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  GtkWidget *widget = g_object_ref_sink (g_object_new (templates[i].get_type (), NULL));

  if (GTK_IS_WINDOW (widget))
    gtk_window_destroy (GTK_WINDOW (widget));

  g_assert_finalize_object (widget);
}

static void
test_all (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = g_resources_enumerate_children (RESOURCE_PATH,
                                                         G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);

  for (gsize i = 0; names[i] != NULL; i++)
    {
      gboolean is_tested = !g_str_has_prefix (names[i], "tlsrpt-");

      for (gsize j = 0; j < G_N_ELEMENTS (templates); j++)
        is_tested |= g_str_equal (names[i], templates[j].name);

      if (!is_tested)
        g_error ("Tell the table about %s", names[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/templates/all", test_all);
  for (gsize i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      g_autofree char *path = g_strdup_printf ("/templates/%s", templates[i].name);

      if (templates[i].get_type != NULL)
        g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_instantiate);
    }

  return g_test_run ();
}
