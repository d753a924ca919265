/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-columns.h"

#include "tlsrpt-failure-type.h"
#include "tlsrpt-report-summary.h"
#include "tlsrpt-report-text.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *
get_key (gconstpointer row)
{
  return ((const TlsrptReportRow *) row)->key;
}

static gint64
get_day (gconstpointer row)
{
  return ((const TlsrptReportRow *) row)->day;
}

static gint64
get_successful (gconstpointer row)
{
  return ((const TlsrptReportRow *) row)->sessions.successful;
}

static gint64
get_failed (gconstpointer row)
{
  return ((const TlsrptReportRow *) row)->sessions.failed;
}

static gint64
get_n_reports (gconstpointer row)
{
  return ((const TlsrptReportRow *) row)->n_reports;
}

/* Which of the columns of rows it is. */
#define SUCCESSFUL_COLUMN 2

#define NUMBER_COLUMNS \
  { .title = N_("Failed"), .get_number = get_failed, .width = 8 }, \
  { .title = N_("Succeeded"), .get_number = get_successful, .width = 8 }, \
  { .title = N_("Reports"), .get_number = get_n_reports, .width = 7, .is_extra = TRUE }

#define DAY_COLUMN(name, getter, ...) \
  { \
    .title = name, \
    .get_number = getter, \
    .dup_number = tlsrpt_report_day_dup_text, \
    .dup_number_plain = tlsrpt_report_day_dup_plain, \
    __VA_ARGS__ \
  }

static const TlsrptTableColumn day_columns[] = {
  DAY_COLUMN (N_("Day"), get_day),
  NUMBER_COLUMNS,
};

static const TlsrptTableColumn domain_columns[] = {
  { .title = N_("Domain"), .get_text = get_key },
  NUMBER_COLUMNS,
  DAY_COLUMN (N_("Last Report"), get_day, .width = 12, .is_extra = TRUE),
};

static const TlsrptTableColumn organization_columns[] = {
  { .title = N_("Sender"), .get_text = get_key },
  NUMBER_COLUMNS,
  DAY_COLUMN (N_("Last Report"), get_day, .width = 12, .is_extra = TRUE),
};

static const char *
get_result_type (gconstpointer row)
{
  return ((const TlsrptReportDetail *) row)->failure->result_type;
}

/* In the words of the guide, as everywhere. */
static const char *
get_result_title (gconstpointer row)
{
  const char *type = get_result_type (row);
  TlsrptFailureType *known = type != NULL ? tlsrpt_failure_type_lookup (type) : NULL;

  return known != NULL ? tlsrpt_guide_entry_get_title (TLSRPT_GUIDE_ENTRY (known)) : type;
}

static gint64
get_failure_count (gconstpointer row)
{
  return ((const TlsrptReportDetail *) row)->failure->count;
}

static const char *
get_receiving_mx (gconstpointer row)
{
  return ((const TlsrptReportDetail *) row)->failure->receiving_mx;
}

static const char *
get_domain (gconstpointer row)
{
  return ((const TlsrptReportDetail *) row)->policy->domain;
}

static const char *
get_organization (gconstpointer row)
{
  return ((const TlsrptReportDetail *) row)->report->organization;
}

static gint64
get_report_day (gconstpointer row)
{
  return tlsrpt_report_get_day (((const TlsrptReportDetail *) row)->report);
}

static const char *
get_receiving_ip (gconstpointer row)
{
  return ((const TlsrptReportDetail *) row)->failure->receiving_ip;
}

static const char *
get_sending_ip (gconstpointer row)
{
  return ((const TlsrptReportDetail *) row)->failure->sending_ip;
}

static const char *
get_reason_code (gconstpointer row)
{
  return ((const TlsrptReportDetail *) row)->failure->reason_code;
}

/* Which of the columns of failures it is. */
#define DAY_OF_FAILURE 5

static const TlsrptTableColumn failure_columns[] = {
  { .title = N_("Failure"), .get_text = get_result_title, .get_token = get_result_type,
    .width = 28, .get_second = get_receiving_mx },
  { .title = N_("Sessions"), .get_number = get_failure_count, .width = 8 },
  { .title = N_("MX Host"), .get_text = get_receiving_mx, .width = 20, .is_extra = TRUE },
  { .title = N_("Domain"), .get_text = get_domain, .width = 16, .is_extra = TRUE },
  { .title = N_("Sender"), .get_text = get_organization, .width = 16, .is_extra = TRUE },
  DAY_COLUMN (N_("Day"), get_report_day, .width = 12, .is_extra = TRUE),
  { .title = N_("Receiving Address"), .get_text = get_receiving_ip, .width = 14,
    .is_extra = TRUE },
  { .title = N_("Sending Address"), .get_text = get_sending_ip, .width = 14, .is_extra = TRUE },
  { .title = N_("Reason Code"), .get_text = get_reason_code, .width = 20, .is_extra = TRUE },
};

/* Only the base name, since the folder may not fit in the window. */
static const char *
get_remark_file (gconstpointer row)
{
  const char *file = ((const TlsrptReportRemark *) row)->file;
  const char *slash = strrchr (file, G_DIR_SEPARATOR);

  return slash != NULL ? slash + 1 : file;
}

static const char *
get_remark_organization (gconstpointer row)
{
  return ((const TlsrptReportRemark *) row)->organization;
}

static const char *
get_remark_text (gconstpointer row)
{
  return ((const TlsrptReportRemark *) row)->text;
}

static const TlsrptTableColumn remark_columns[] = {
  { .title = N_("File"), .get_text = get_remark_file, .width = 16, .get_second = get_remark_text },
  { .title = N_("Note"), .get_text = get_remark_text, .is_extra = TRUE },
  { .title = N_("Sender"), .get_text = get_remark_organization, .width = 16, .is_extra = TRUE },
};

void
tlsrpt_report_columns_set_up_days (TlsrptTable *table)
{
  tlsrpt_table_set_columns (table, day_columns, G_N_ELEMENTS (day_columns));
}

void
tlsrpt_report_columns_set_up_domains (TlsrptTable *table)
{
  tlsrpt_table_set_columns (table, domain_columns, G_N_ELEMENTS (domain_columns));
}

/**
 * tlsrpt_report_columns_show_successful:
 * @table: a table of days, domains or organisations
 * @is_shown: whether it is known how many sessions succeeded
 *
 * Leaves out the sessions that succeeded where nobody counts them.
 */
void
tlsrpt_report_columns_show_successful (TlsrptTable *table,
                                       gboolean     is_shown)
{
  tlsrpt_table_set_column_shown (table, SUCCESSFUL_COLUMN, is_shown);
}

void
tlsrpt_report_columns_set_up_failures (TlsrptTable *table)
{
  tlsrpt_table_set_columns (table, failure_columns, G_N_ELEMENTS (failure_columns));
  /* The newest first. */
  tlsrpt_table_sort_by (table, DAY_OF_FAILURE, GTK_SORT_DESCENDING);
}

void
tlsrpt_report_columns_set_up_organizations (TlsrptTable *table)
{
  tlsrpt_table_set_columns (table, organization_columns, G_N_ELEMENTS (organization_columns));
}

void
tlsrpt_report_columns_set_up_remarks (TlsrptTable *table)
{
  tlsrpt_table_set_columns (table, remark_columns, G_N_ELEMENTS (remark_columns));
}
