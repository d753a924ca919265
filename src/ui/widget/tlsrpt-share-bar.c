/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-share-bar.h"

#define HEIGHT 8
#define LEAST_LENGTH 2

/**
 * TlsrptShareBar:
 *
 * A bar as long as a share of its room, for something that a text beside it says in
 * numbers.
 */
struct _TlsrptShareBar
{
  GtkWidget  parent_instance;

  GtkWidget *bar;
  double     share;
};

G_DEFINE_FINAL_TYPE (TlsrptShareBar, tlsrpt_share_bar, GTK_TYPE_WIDGET)

static void
tlsrpt_share_bar_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : LEAST_LENGTH;
}

static void
tlsrpt_share_bar_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  TlsrptShareBar *self = TLSRPT_SHARE_BAR (widget);
  int length = MAX ((int) (self->share * width + 0.5), LEAST_LENGTH);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation allocation = { is_rtl ? width - length : 0, 0, length, height };

  gtk_widget_size_allocate (self->bar, &allocation, -1);
}

static void
tlsrpt_share_bar_dispose (GObject *object)
{
  g_clear_pointer (&TLSRPT_SHARE_BAR (object)->bar, gtk_widget_unparent);

  G_OBJECT_CLASS (tlsrpt_share_bar_parent_class)->dispose (object);
}

static void
tlsrpt_share_bar_class_init (TlsrptShareBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_share_bar_dispose;

  widget_class->measure = tlsrpt_share_bar_measure;
  widget_class->size_allocate = tlsrpt_share_bar_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tlsrpt_share_bar_init (TlsrptShareBar *self)
{
  self->bar = g_object_new (GTK_TYPE_BOX,
                            "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                            NULL);
  gtk_widget_add_css_class (self->bar, "chart-failed");
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
}

/**
 * tlsrpt_share_bar_set_share:
 * @self: a bar
 * @share: from 0 to 1
 *
 * Sets the length of the bar.
 */
void
tlsrpt_share_bar_set_share (TlsrptShareBar *self,
                            double          share)
{
  g_return_if_fail (TLSRPT_IS_SHARE_BAR (self));
  g_return_if_fail (share >= 0.0 && share <= 1.0);

  self->share = share;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
