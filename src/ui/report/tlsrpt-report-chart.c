/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-chart.h"

#include "tlsrpt-chart-layout.h"
#include "tlsrpt-display.h"
#include "tlsrpt-report-text.h"

#include <glib/gi18n.h>

/* Lines across the chart: at nothing, in the middle, and at the top. */
#define N_LINES 3

#define LEAST_WIDTH 160
#define LEAST_HEIGHT 96
#define USUAL_HEIGHT 160
#define GAP 6

#define DAYS_PER_WEEK 7

/* Bars of so many days are named by the years that begin in them. */
#define DAYS_OF_YEARS 28

typedef struct
{
  TlsrptReportSessions  sessions;
  GtkWidget            *failed;
  GtkWidget            *successful;
  GtkWidget            *label;
} Bar;

typedef struct
{
  GtkWidget *line;
  GtkWidget *label;
} Line;

/**
 * TlsrptReportChart:
 *
 * Sessions over time as stacked bars, what failed on top.
 *
 * The parts are widgets, so that colors and patterns come from the style sheet and
 * follow the theme. Only pictures are made of them: for a screen reader the chart is
 * one image with a description, and a table says the same elsewhere.
 */
struct _TlsrptReportChart
{
  GtkWidget  parent_instance;

  gint64     first_day;
  gint64     days_per_bar;
  gint64     top;
  gboolean   is_failed_only;
  GArray    *bars;
  Line       lines[N_LINES];

  /* Where the bars are */
  GdkRectangle area;
};

G_DEFINE_FINAL_TYPE (TlsrptReportChart, tlsrpt_report_chart, GTK_TYPE_WIDGET)

enum
{
  BAR_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static Bar *
get_bar (TlsrptReportChart *self,
         guint              position)
{
  return &g_array_index (self->bars, Bar, position);
}

static GtkWidget *
create_part (TlsrptReportChart *self,
             GType              type,
             const char        *style)
{
  GtkWidget *part = g_object_new (type,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "can-target", FALSE,
                                  NULL);

  gtk_widget_add_css_class (part, style);
  gtk_widget_set_parent (part, GTK_WIDGET (self));

  return part;
}

static GtkWidget *
create_label (TlsrptReportChart *self)
{
  GtkWidget *label = create_part (self, GTK_TYPE_LABEL, "caption");

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");

  return label;
}

static void
clear_bar (gpointer data)
{
  Bar *bar = data;

  gtk_widget_unparent (bar->failed);
  gtk_widget_unparent (bar->successful);
  gtk_widget_unparent (bar->label);
}

static int
get_natural_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static int
get_natural_height (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static int
get_line_label_width (TlsrptReportChart *self)
{
  int width = 0;

  for (guint i = 0; i < N_LINES; i++)
    {
      if (gtk_widget_get_visible (self->lines[i].label))
        width = MAX (width, get_natural_width (self->lines[i].label));
    }

  return width;
}

static void
allocate (GtkWidget *widget,
          int        x,
          int        y,
          int        width,
          int        height)
{
  GtkAllocation allocation = { x, y, MAX (width, 0), MAX (height, 0) };

  gtk_widget_set_child_visible (widget, width > 0 && height > 0);
  if (width > 0 && height > 0)
    gtk_widget_size_allocate (widget, &allocation, -1);
}

static void
allocate_lines (TlsrptReportChart *self,
                int                width,
                int                label_width,
                gboolean           is_rtl)
{
  for (guint i = 0; i < N_LINES; i++)
    {
      Line *line = &self->lines[i];
      int y = self->area.y + self->area.height - (int) i * self->area.height / (N_LINES - 1);
      int height;

      if (!gtk_widget_get_visible (line->label))
        continue;

      height = get_natural_height (line->label);
      allocate (line->line, self->area.x, y, self->area.width, 1);
      allocate (line->label, is_rtl ? width - label_width : 0, y - height / 2,
                label_width, height);
    }
}

/* One for each few bars, or for each year that the one before leaves room. */
static gboolean
is_label_shown (TlsrptReportChart *self,
                guint              position,
                guint              step,
                int                x,
                int                width,
                int               *last_x)
{
  if (self->days_per_bar < DAYS_OF_YEARS)
    return position % step == 0;

  if (*gtk_label_get_label (GTK_LABEL (get_bar (self, position)->label)) == '\0' ||
      (*last_x >= 0 && ABS (x - *last_x) < width + 2 * GAP))
    return FALSE;

  *last_x = x;

  return TRUE;
}

/* Labels that would overlap the next one are hidden. */
static void
allocate_bars (TlsrptReportChart *self,
               int                width,
               gboolean           is_rtl)
{
  int bottom = self->area.y + self->area.height;
  int label_width = 0;
  int last_x = -1;
  guint step;

  for (guint i = 0; i < self->bars->len; i++)
    label_width = MAX (label_width, get_natural_width (get_bar (self, i)->label));

  step = tlsrpt_chart_get_label_step (MAX (self->bars->len, 1), self->area.width,
                                      label_width + 2 * GAP);

  for (guint i = 0; i < self->bars->len; i++)
    {
      Bar *bar = get_bar (self, i);
      TlsrptChartBar place = tlsrpt_chart_place_bar (bar->sessions, self->top, i, self->bars->len,
                                                     self->area.width, self->area.height);
      int x = self->area.x + (is_rtl ? self->area.width - place.x - place.width : place.x);
      int label_x = CLAMP (x + (place.width - label_width) / 2, 0, MAX (width - label_width, 0));

      allocate (bar->successful, x, bottom - place.successful, place.width, place.successful);
      allocate (bar->failed, x, bottom - place.successful - place.failed,
                place.width, place.failed);
      allocate (bar->label, label_x, bottom + GAP,
                is_label_shown (self, i, step, label_x, label_width, &last_x) ? label_width : 0,
                get_natural_height (bar->label));
    }
}

static char *
dup_bar_text (TlsrptReportChart *self,
              guint              position)
{
  g_autofree char *days = NULL;
  g_autofree char *failed = NULL;
  g_autofree char *successful = NULL;
  const Bar *bar = get_bar (self, position);
  gint64 first_day = self->first_day + position * self->days_per_bar;

  days = tlsrpt_report_days_dup_text (first_day, first_day + self->days_per_bar - 1);

  successful = tlsrpt_display_count (bar->sessions.successful);
  failed = tlsrpt_display_count (bar->sessions.failed);

  if (self->is_failed_only)
    /* Translators: what a bar of a chart shows; the first %s is a day or a period, the
     * other is a number of sessions */
    return g_strdup_printf (_("%s\n%s failed"), days, failed);

  /* Translators: what a bar of a chart shows; the first %s is a day or a period, the
   * others are numbers of sessions */
  return g_strdup_printf (_("%s\n%s succeeded, %s failed"), days, successful, failed);
}

/* Anywhere above or below it. */
static gboolean
find_bar (TlsrptReportChart *self,
          int                x,
          guint             *position)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (self->bars->len == 0 || x < self->area.x || x >= self->area.x + self->area.width)
    return FALSE;

  *position = (guint) ((gint64) (x - self->area.x) * self->bars->len / self->area.width);
  if (is_rtl)
    *position = self->bars->len - 1 - *position;

  return TRUE;
}

static gboolean
query_tooltip_cb (TlsrptReportChart *self,
                  int                x,
                  int                y,
                  gboolean           is_keyboard,
                  GtkTooltip        *tooltip)
{
  g_autofree char *text = NULL;
  guint position;

  if (is_keyboard || !find_bar (self, x, &position))
    return FALSE;

  text = dup_bar_text (self, position);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
released_cb (TlsrptReportChart *self,
             int                n_presses,
             double             x,
             double             y)
{
  guint position;

  if (find_bar (self, (int) x, &position))
    {
      gint64 first_day = self->first_day + position * self->days_per_bar;

      g_signal_emit (self, signals[BAR_ACTIVATED], 0,
                     first_day, first_day + self->days_per_bar - 1);
    }
}

static GtkSizeRequestMode
tlsrpt_report_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
tlsrpt_report_chart_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  TlsrptReportChart *self = TLSRPT_REPORT_CHART (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = LEAST_WIDTH + get_line_label_width (self);
    }
  else
    {
      int labels = 2 * get_natural_height (self->lines[0].label) + GAP;

      *minimum = LEAST_HEIGHT + labels;
      *natural = USUAL_HEIGHT + labels;
    }
}

static void
tlsrpt_report_chart_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  TlsrptReportChart *self = TLSRPT_REPORT_CHART (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  /* Numbers with more digits are nonsense and may be cut off. */
  int label_width = MIN (get_line_label_width (self), width / 3);
  int label_height = get_natural_height (self->lines[0].label);

  self->area.x = is_rtl ? 0 : label_width + GAP;
  self->area.y = label_height / 2;
  self->area.width = MAX (width - label_width - GAP, 0);
  self->area.height = MAX (height - label_height / 2 - label_height - GAP, 0);

  allocate_lines (self, width, label_width, is_rtl);
  allocate_bars (self, width, is_rtl);
}

static void
tlsrpt_report_chart_dispose (GObject *object)
{
  TlsrptReportChart *self = TLSRPT_REPORT_CHART (object);

  g_array_set_size (self->bars, 0);

  for (guint i = 0; i < N_LINES; i++)
    {
      g_clear_pointer (&self->lines[i].label, gtk_widget_unparent);
      g_clear_pointer (&self->lines[i].line, gtk_widget_unparent);
    }

  G_OBJECT_CLASS (tlsrpt_report_chart_parent_class)->dispose (object);
}

static void
tlsrpt_report_chart_finalize (GObject *object)
{
  g_array_unref (TLSRPT_REPORT_CHART (object)->bars);

  G_OBJECT_CLASS (tlsrpt_report_chart_parent_class)->finalize (object);
}

static void
tlsrpt_report_chart_class_init (TlsrptReportChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_report_chart_dispose;
  object_class->finalize = tlsrpt_report_chart_finalize;

  widget_class->get_request_mode = tlsrpt_report_chart_get_request_mode;
  widget_class->measure = tlsrpt_report_chart_measure;
  widget_class->size_allocate = tlsrpt_report_chart_size_allocate;

  /**
   * TlsrptReportChart::bar-activated:
   * @self: a chart
   * @first: the first day of the bar, since 1970
   * @last: the last day
   *
   * Somebody wants to know more about a bar.
   */
  signals[BAR_ACTIVATED] =
    g_signal_new ("bar-activated", TLSRPT_TYPE_REPORT_CHART, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tlsrpt_report_chart_init (TlsrptReportChart *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  self->days_per_bar = 1;
  self->top = 1;
  g_array_set_clear_func (self->bars, clear_bar);

  for (guint i = 0; i < N_LINES; i++)
    {
      self->lines[i].line = create_part (self, GTK_TYPE_SEPARATOR, "chart-line");
      self->lines[i].label = create_label (self);
      gtk_label_set_ellipsize (GTK_LABEL (self->lines[i].label), PANGO_ELLIPSIZE_END);
      gtk_label_set_xalign (GTK_LABEL (self->lines[i].label), 1.0);
    }

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
update_lines (TlsrptReportChart *self)
{
  for (guint i = 0; i < N_LINES; i++)
    {
      gint64 value = i == N_LINES - 1 ? self->top : self->top / (N_LINES - 1) * i;
      g_autofree char *text = tlsrpt_display_count (value);
      /* No line in the middle if the top is one: there is no half of a session. */
      gboolean is_shown = i == 0 || i == N_LINES - 1 || self->top > 1;

      gtk_label_set_label (GTK_LABEL (self->lines[i].label), text);
      gtk_widget_set_visible (self->lines[i].label, is_shown);
      gtk_widget_set_visible (self->lines[i].line, is_shown);
    }
}

static char *
dup_label (gint64 day,
           gint64 days_per_bar)
{
  g_autofree char *year = NULL;
  g_autofree char *year_before = NULL;

  if (days_per_bar < DAYS_OF_YEARS)
    return days_per_bar > DAYS_PER_WEEK ? tlsrpt_report_day_dup_month (day)
                                        : tlsrpt_report_day_dup_short (day);

  year = tlsrpt_report_day_dup_year (day + days_per_bar - 1);
  year_before = tlsrpt_report_day_dup_year (day - 1);

  return g_strdup (g_str_equal (year, year_before) ? "" : year);
}

/**
 * tlsrpt_report_chart_set_bars:
 * @self: a chart
 * @first_day: the first day of the first bar, since 1970
 * @days_per_bar: how many days a bar stands for
 * @bars: (array length=n_bars): the sessions of each
 * @n_bars: how many there are
 *
 * Shows sessions.
 */
void
tlsrpt_report_chart_set_bars (TlsrptReportChart          *self,
                              gint64                      first_day,
                              gint64                      days_per_bar,
                              const TlsrptReportSessions *bars,
                              guint                       n_bars)
{
  gint64 largest = 0;

  g_return_if_fail (TLSRPT_IS_REPORT_CHART (self));
  g_return_if_fail (days_per_bar > 0);
  g_return_if_fail (n_bars <= TLSRPT_CHART_MOST_BARS);

  self->first_day = first_day;
  self->days_per_bar = days_per_bar;
  g_array_set_size (self->bars, 0);

  for (guint i = 0; i < n_bars; i++)
    {
      g_autofree char *text = dup_label (first_day + i * days_per_bar, days_per_bar);
      Bar bar = {
        .sessions = bars[i],
        .failed = create_part (self, GTK_TYPE_BOX, "chart-failed"),
        .successful = create_part (self, GTK_TYPE_BOX, "chart-successful"),
        .label = create_label (self),
      };

      gtk_label_set_label (GTK_LABEL (bar.label), text);
      g_array_append_val (self->bars, bar);
      largest = MAX (largest, tlsrpt_report_add_counts (bars[i].successful, bars[i].failed));
    }

  self->top = tlsrpt_chart_get_top (largest);
  update_lines (self);
}

/**
 * tlsrpt_report_chart_set_failed_only:
 * @self: a chart
 * @is_failed_only: whether nothing is known of sessions that succeeded
 *
 * Says nothing of sessions that succeeded where nobody counts them.
 */
void
tlsrpt_report_chart_set_failed_only (TlsrptReportChart *self,
                                     gboolean           is_failed_only)
{
  g_return_if_fail (TLSRPT_IS_REPORT_CHART (self));

  self->is_failed_only = is_failed_only;
}
