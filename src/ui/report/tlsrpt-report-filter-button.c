/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-filter-button.h"

#include "tlsrpt-display.h"
#include "tlsrpt-drop-down.h"
#include "tlsrpt-report-text.h"

#include <glib/gi18n.h>

/* Domains to choose from; the table of domains has all. */
#define MOST_DOMAINS 500

/* Choices of the period, in days from the last report; the first is all of them. */
static const int periods[] = { 0, 1, 7, 30, 90 };

/**
 * TlsrptReportFilterButton:
 *
 * The filter of the view of reports, and a button that lets people change it.
 */
struct _TlsrptReportFilterButton
{
  AdwBin              parent_instance;

  TlsrptReportFilter *filter;
  /* What can be chosen, in the order of the choices. */
  GPtrArray          *domains;
  gint64              last_day;
  /* Whether the widgets follow the filter, rather than the filter the widgets. */
  gboolean            is_following;

  /* Template widgets */
  GtkDropDown        *domain_drop_down;
  GtkCheckButton     *failed_check;
  GtkDropDown        *period_drop_down;
};

G_DEFINE_FINAL_TYPE (TlsrptReportFilterButton, tlsrpt_report_filter_button, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
find_domain (TlsrptReportFilterButton *self)
{
  if (self->filter->domain == NULL)
    return 0;

  for (guint i = 0; i < self->domains->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (self->domains, i), self->filter->domain))
        return i + 1;
    }

  return GTK_INVALID_LIST_POSITION;
}

static guint
find_period (TlsrptReportFilterButton *self)
{
  if (self->filter->first_day == TLSRPT_REPORT_NO_TIME &&
      self->filter->last_day == TLSRPT_REPORT_NO_TIME)
    return 0;

  for (guint i = 1; i < G_N_ELEMENTS (periods); i++)
    {
      if (self->filter->last_day == self->last_day &&
          self->filter->first_day == self->last_day - periods[i] + 1)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* Names the drop-down for screen readers: GTK before 4.10 does not use the label beside it. */
static void
set_label (GtkDropDown *drop_down,
           const char  *title)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (drop_down);
  g_autofree char *label = NULL;

  if (chosen != NULL)
    /* Translators: what a list is for, and what is chosen */
    label = g_strdup_printf (_("%s: %s"), title, gtk_string_object_get_string (chosen));

  tlsrpt_drop_down_set_label (drop_down, label != NULL ? label : title);
}

static void
follow (TlsrptReportFilterButton *self)
{
  self->is_following = TRUE;
  gtk_drop_down_set_selected (self->domain_drop_down, find_domain (self));
  gtk_drop_down_set_selected (self->period_drop_down, find_period (self));
  gtk_check_button_set_active (self->failed_check, self->filter->failed_only);
  self->is_following = FALSE;

  set_label (self->domain_drop_down, _("Domain"));
  set_label (self->period_drop_down, _("Days"));
}

static void
chosen_cb (TlsrptReportFilterButton *self)
{
  guint domain = gtk_drop_down_get_selected (self->domain_drop_down);
  guint period = gtk_drop_down_get_selected (self->period_drop_down);
  TlsrptReportFilter filter = *self->filter;

  if (self->is_following)
    return;

  if (domain == 0)
    filter.domain = NULL;
  else if (domain <= self->domains->len)
    filter.domain = g_ptr_array_index (self->domains, domain - 1);

  if (period == 0)
    {
      filter.first_day = filter.last_day = TLSRPT_REPORT_NO_TIME;
    }
  else if (period < G_N_ELEMENTS (periods))
    {
      filter.last_day = self->last_day;
      filter.first_day = self->last_day - periods[period] + 1;
    }

  filter.failed_only = gtk_check_button_get_active (self->failed_check);
  tlsrpt_report_filter_button_set_filter (self, &filter);
}

static void
tlsrpt_report_filter_button_dispose (GObject *object)
{
  /* First, since the template takes the child away without telling the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TLSRPT_TYPE_REPORT_FILTER_BUTTON);

  G_OBJECT_CLASS (tlsrpt_report_filter_button_parent_class)->dispose (object);
}

static void
tlsrpt_report_filter_button_finalize (GObject *object)
{
  TlsrptReportFilterButton *self = TLSRPT_REPORT_FILTER_BUTTON (object);

  tlsrpt_report_filter_free (self->filter);
  g_ptr_array_unref (self->domains);

  G_OBJECT_CLASS (tlsrpt_report_filter_button_parent_class)->finalize (object);
}

static void
tlsrpt_report_filter_button_class_init (TlsrptReportFilterButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_report_filter_button_dispose;
  object_class->finalize = tlsrpt_report_filter_button_finalize;

  /**
   * TlsrptReportFilterButton::changed:
   * @self: a filter button
   *
   * The filter has changed.
   */
  signals[CHANGED] = g_signal_new ("changed", TLSRPT_TYPE_REPORT_FILTER_BUTTON,
                                   G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-report-filter-button.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportFilterButton, domain_drop_down);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportFilterButton, failed_check);
  gtk_widget_class_bind_template_child (widget_class, TlsrptReportFilterButton, period_drop_down);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
tlsrpt_report_filter_button_init (TlsrptReportFilterButton *self)
{
  TlsrptReportFilter all = TLSRPT_REPORT_FILTER_ALL;

  self->filter = tlsrpt_report_filter_copy (&all);
  self->domains = g_ptr_array_new_with_free_func (g_free);

  /* The choices are there before anything is chosen. */
  self->is_following = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  tlsrpt_drop_down_search_anywhere (self->domain_drop_down);
  follow (self);
}

const TlsrptReportFilter *
tlsrpt_report_filter_button_get_filter (TlsrptReportFilterButton *self)
{
  g_return_val_if_fail (TLSRPT_IS_REPORT_FILTER_BUTTON (self), NULL);

  return self->filter;
}

/**
 * tlsrpt_report_filter_button_set_filter:
 * @self: a filter button
 * @filter: what is wanted
 *
 * Sets the filter.
 */
void
tlsrpt_report_filter_button_set_filter (TlsrptReportFilterButton *self,
                                        const TlsrptReportFilter *filter)
{
  TlsrptReportFilter *copy;

  g_return_if_fail (TLSRPT_IS_REPORT_FILTER_BUTTON (self));
  g_return_if_fail (filter != NULL);

  if (tlsrpt_report_filter_equal (self->filter, filter))
    return;

  /* Copied before the old one is freed, since the new one may borrow from it. */
  copy = tlsrpt_report_filter_copy (filter);
  tlsrpt_report_filter_free (self->filter);
  self->filter = copy;

  follow (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Reports with a date in the future are wrong. */
static gint64
get_last_day (const TlsrptReportSummary *summary)
{
  gint64 today = g_get_real_time () / G_TIME_SPAN_DAY;
  gsize n_days = summary->n_rows[TLSRPT_REPORT_GROUP_DAY];

  if (n_days == 0)
    return today;

  return MIN (summary->rows[TLSRPT_REPORT_GROUP_DAY][n_days - 1].day, today);
}

/**
 * tlsrpt_report_filter_button_set_summary:
 * @self: a filter button
 * @summary: what there is
 *
 * Lets people choose from what there is, if that is all there is.
 */
void
tlsrpt_report_filter_button_set_summary (TlsrptReportFilterButton  *self,
                                         const TlsrptReportSummary *summary)
{
  TlsrptReportFilter all = TLSRPT_REPORT_FILTER_ALL;
  g_autoptr (GtkStringList) choices = NULL;
  const TlsrptReportRow *rows;
  gsize n_rows;

  g_return_if_fail (TLSRPT_IS_REPORT_FILTER_BUTTON (self));
  g_return_if_fail (summary != NULL);

  if (!tlsrpt_report_filter_equal (summary->filter, &all))
    return;

  rows = summary->rows[TLSRPT_REPORT_GROUP_DOMAIN];
  n_rows = MIN (summary->n_rows[TLSRPT_REPORT_GROUP_DOMAIN], MOST_DOMAINS);
  choices = gtk_string_list_new (NULL);
  gtk_string_list_append (choices, _("All domains"));
  g_ptr_array_set_size (self->domains, 0);

  for (gsize i = 0; i < n_rows; i++)
    {
      g_ptr_array_add (self->domains, g_strdup (rows[i].key));
      gtk_string_list_take (choices, *rows[i].key != '\0'
                                       ? tlsrpt_display_isolate (rows[i].key, -1)
                                       : g_strdup (_("Domain not given")));
    }

  self->last_day = get_last_day (summary);
  self->is_following = TRUE;
  gtk_drop_down_set_model (self->domain_drop_down, G_LIST_MODEL (choices));
  self->is_following = FALSE;
  follow (self);
}
