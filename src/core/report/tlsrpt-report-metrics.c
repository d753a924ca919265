/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-metrics.h"

#include "tlsrpt-display.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-report-sample.h"
#include "tlsrpt-text-hash.h"

#include <string.h>

/*
 * OpenMetrics 1.0.  Values of labels are foreign text: they are made harmless, as on a
 * terminal, and then escaped; whatever has the same labels afterwards is one series.
 */

enum
{
  SESSIONS,
  FAILURES,
  REPORTS,
  LAST_REPORT,
  N_FAMILIES,
};

static const struct
{
  const char *name;
  const char *unit;
  const char *help;
  const char *other;
  /* Whether the larger of two values counts, and not their sum. */
  gboolean    is_largest;
} families[] = {
  [SESSIONS] = {
    "tlsrpt_sessions", NULL, "Sessions by result, as each policy type has them",
    "domain=\"other\",organization=\"other\",policy_type=\"other\",result=\"other\"", FALSE,
  },
  [FAILURES] = {
    "tlsrpt_failures", NULL, "Failed sessions by what failed, as given",
    "domain=\"other\",result_type=\"other\",mx=\"other\"", FALSE,
  },
  [REPORTS] = {
    "tlsrpt_reports", NULL, "Reports, each counted once",
    "domain=\"other\",organization=\"other\"", FALSE,
  },
  [LAST_REPORT] = {
    "tlsrpt_last_report_timestamp_seconds", "seconds", "End of the period of the last report",
    "domain=\"other\",organization=\"other\"", TRUE,
  },
};

/* A line of its own holds the files, and each family may need one for the others. */
#define MOST_SERIES ((TLSRPT_LIMIT_METRICS - 1) / N_FAMILIES - 1)

typedef struct
{
  char   *labels;
  gint64  value;
  /* The report that it was last counted in, from 1. */
  gsize   report;
} Series;

struct _TlsrptReportMetrics
{
  TlsrptReportFilter *filter;
  GHashTable         *families[N_FAMILIES];
  gsize               report;
};

static void
series_free (gpointer data)
{
  Series *series = data;

  g_free (series->labels);
  g_free (series);
}

/**
 * tlsrpt_report_metrics_new:
 * @filter: what is wanted of the reports
 *
 * Creates empty metrics.
 *
 * Returns: (transfer full): the metrics
 */
TlsrptReportMetrics *
tlsrpt_report_metrics_new (const TlsrptReportFilter *filter)
{
  TlsrptReportMetrics *self = g_new0 (TlsrptReportMetrics, 1);

  self->filter = tlsrpt_report_filter_copy (filter);
  for (gsize i = 0; i < N_FAMILIES; i++)
    self->families[i] = g_hash_table_new_full (tlsrpt_text_hash_str, g_str_equal, NULL, series_free);

  return self;
}

void
tlsrpt_report_metrics_free (TlsrptReportMetrics *self)
{
  for (gsize i = 0; i < N_FAMILIES; i++)
    g_hash_table_unref (self->families[i]);
  tlsrpt_report_filter_free (self->filter);
  g_free (self);
}

static void
append_label (GString    *labels,
              const char *name,
              const char *value)
{
  g_autofree char *shown = tlsrpt_display_sanitise (value != NULL ? value : "", -1);

  if (labels->len > 0)
    g_string_append_c (labels, ',');
  g_string_append_printf (labels, "%s=\"", name);
  for (const char *p = shown; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (labels, '\\');
      g_string_append_c (labels, *p);
    }
  g_string_append_c (labels, '"');
}

static Series *
find_series (TlsrptReportMetrics *self,
             guint                family,
             const char          *labels)
{
  Series *series = g_hash_table_lookup (self->families[family], labels);

  if (series == NULL)
    {
      series = g_new0 (Series, 1);
      series->labels = g_strdup (labels);
      g_hash_table_insert (self->families[family], series->labels, series);
    }

  return series;
}

static void
count (TlsrptReportMetrics *self,
       guint                family,
       const char          *labels,
       gint64               n)
{
  Series *series = find_series (self, family, labels);

  series->value = tlsrpt_report_add_counts (series->value, n);
}

static void
count_report (TlsrptReportMetrics *self,
              const TlsrptReport  *report,
              const char          *labels)
{
  Series *series = find_series (self, REPORTS, labels);

  if (series->report == self->report)
    return;

  series->report = self->report;
  series->value++;

  if (report->end != TLSRPT_REPORT_NO_TIME)
    {
      series = find_series (self, LAST_REPORT, labels);
      series->value = MAX (series->value, report->end);
    }
}

static void
count_sessions (TlsrptReportMetrics      *self,
                const TlsrptReportPolicy *policy,
                const char               *labels)
{
  const struct
  {
    const char *name;
    gint64      n;
  } results[] = {
    { "successful", policy->own.successful },
    { "failed", policy->own.failed },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GString) all = g_string_new (labels);

      append_label (all, "policy_type", policy->type);
      append_label (all, "result", results[i].name);
      count (self, SESSIONS, all->str, results[i].n);
    }
}

/**
 * tlsrpt_report_metrics_add:
 * @self: the metrics
 * @report: a report, not one that was added before
 *
 * Adds a report.  Samples are left out.
 */
void
tlsrpt_report_metrics_add (TlsrptReportMetrics *self,
                           const TlsrptReport  *report)
{
  if (!tlsrpt_report_filter_has_report (self->filter, report) || tlsrpt_report_is_sample (report))
    return;

  self->report++;
  for (gsize i = 0; i < report->n_policies; i++)
    {
      const TlsrptReportPolicy *policy = &report->policies[i];
      g_autoptr (GString) labels = g_string_new (NULL);

      if (!tlsrpt_report_filter_has_policy (self->filter, policy))
        continue;

      append_label (labels, "domain", policy->domain);
      append_label (labels, "organization", report->organization);
      count_report (self, report, labels->str);
      count_sessions (self, policy, labels->str);

      for (gsize j = 0; j < policy->n_failures; j++)
        {
          const TlsrptReportFailure *failure = &policy->failures[j];

          if (failure->count == 0 || !tlsrpt_report_filter_has_failure (self->filter, failure))
            continue;

          g_string_truncate (labels, 0);
          append_label (labels, "domain", policy->domain);
          append_label (labels, "result_type", failure->result_type);
          append_label (labels, "mx", failure->receiving_mx);
          count (self, FAILURES, labels->str, failure->count);
        }
    }
}

/* The largest first, and what is equal by name, so that it is always the same. */
static int
compare_series (gconstpointer a,
                gconstpointer b)
{
  const Series *series = *(const Series *const *) a;
  const Series *other = *(const Series *const *) b;

  if (series->value != other->value)
    return series->value < other->value ? 1 : -1;

  return strcmp (series->labels, other->labels);
}

static void
append_family (const TlsrptReportMetrics *self,
               guint                      family,
               GString                   *text)
{
  const char *name = families[family].name;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer series;
  gint64 rest = 0;

  g_hash_table_iter_init (&iter, self->families[family]);
  while (g_hash_table_iter_next (&iter, NULL, &series))
    g_ptr_array_add (all, series);
  g_ptr_array_sort (all, compare_series);

  g_string_append_printf (text, "# TYPE %s gauge\n", name);
  if (families[family].unit != NULL)
    g_string_append_printf (text, "# UNIT %s %s\n", name, families[family].unit);
  g_string_append_printf (text, "# HELP %s %s\n", name, families[family].help);

  for (guint i = 0; i < all->len; i++)
    {
      const Series *one = g_ptr_array_index (all, i);

      if (i < MOST_SERIES)
        g_string_append_printf (text, "%s{%s} %" G_GINT64_FORMAT "\n", name, one->labels,
                                one->value);
      else if (families[family].is_largest)
        rest = MAX (rest, one->value);
      else
        rest = tlsrpt_report_add_counts (rest, one->value);
    }

  if (all->len > MOST_SERIES)
    g_string_append_printf (text, "%s{%s} %" G_GINT64_FORMAT "\n", name, families[family].other,
                            rest);
}

/**
 * tlsrpt_report_metrics_append:
 * @self: the metrics
 * @n_faulty_files: the files that could not be read, or not all of them
 * @text: where to append
 *
 * Appends the metrics as OpenMetrics has them, at most `TLSRPT_LIMIT_METRICS` series; what
 * is more is added up as “other”.
 */
void
tlsrpt_report_metrics_append (const TlsrptReportMetrics *self,
                              guint                      n_faulty_files,
                              GString                   *text)
{
  for (guint i = 0; i < N_FAMILIES; i++)
    append_family (self, i, text);

  g_string_append_printf (text, "# TYPE tlsrpt_unreadable_files gauge\n"
                          "# HELP tlsrpt_unreadable_files Files that could not be read\n"
                          "tlsrpt_unreadable_files %u\n# EOF\n", n_faulty_files);
}
