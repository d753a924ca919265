/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-columns.h"

#define SPACING 24

/* What each column needs so that two of them are better than one. */
#define COLUMN_WIDTH 320

/**
 * TlsrptColumns:
 *
 * Two widgets beside each other where there is room, and one below the other where
 * there is not.
 */
struct _TlsrptColumns
{
  GtkWidget  parent_instance;

  GtkWidget *start;
  GtkWidget *end;
};

static void tlsrpt_columns_buildable_init (GtkBuildableIface *iface);

static GtkBuildableIface *parent_buildable;

G_DEFINE_FINAL_TYPE_WITH_CODE (TlsrptColumns, tlsrpt_columns, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      tlsrpt_columns_buildable_init))

static gboolean
is_shown (GtkWidget *child)
{
  return child != NULL && gtk_widget_should_layout (child);
}

/* Whether the columns stand side by side; a negative width is any. */
static gboolean
is_wide (TlsrptColumns *self,
         int            width)
{
  int start;
  int end;

  if (!is_shown (self->start) || !is_shown (self->end))
    return FALSE;

  gtk_widget_measure (self->start, GTK_ORIENTATION_HORIZONTAL, -1, &start, NULL, NULL, NULL);
  gtk_widget_measure (self->end, GTK_ORIENTATION_HORIZONTAL, -1, &end, NULL, NULL, NULL);

  return width >= 2 * MAX (COLUMN_WIDTH, MAX (start, end)) + SPACING;
}

static int
get_column_width (TlsrptColumns *self,
                  int            width)
{
  return is_wide (self, width) ? (width - SPACING) / 2 : width;
}

static void
measure_child (GtkWidget      *child,
               GtkOrientation  orientation,
               int             for_size,
               int            *minimum,
               int            *natural)
{
  int ignored;

  *natural = 0;
  if (minimum == NULL)
    minimum = &ignored;
  *minimum = 0;

  if (is_shown (child))
    gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
}

/* The end comes after the start also where it is lower and beside it: GTK goes by the
 * middle of each. */
static gboolean
tlsrpt_columns_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  TlsrptColumns *self = TLSRPT_COLUMNS (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  gboolean is_back = direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *first = is_back ? self->end : self->start;
  GtkWidget *second = is_back ? self->start : self->end;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (tlsrpt_columns_parent_class)->focus (widget, direction);

  if (is_shown (first) && focus != second && gtk_widget_child_focus (first, direction))
    return TRUE;

  return is_shown (second) && gtk_widget_child_focus (second, direction);
}

static GtkSizeRequestMode
tlsrpt_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tlsrpt_columns_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  TlsrptColumns *self = TLSRPT_COLUMNS (widget);
  gboolean is_horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;
  gboolean stands_beside = is_horizontal || is_wide (self, for_size);
  gboolean has_both = is_shown (self->start) && is_shown (self->end);
  int column = is_horizontal ? -1 : get_column_width (self, for_size);
  int minima[2];
  int naturals[2];

  measure_child (self->start, orientation, column, &minima[0], &naturals[0]);
  measure_child (self->end, orientation, column, &minima[1], &naturals[1]);

  if (is_horizontal)
    {
      /* One below the other is the narrowest. */
      *minimum = MAX (minima[0], minima[1]);
      *natural = has_both ? 2 * MAX (naturals[0], naturals[1]) + SPACING
                          : MAX (naturals[0], naturals[1]);
    }
  else if (stands_beside)
    {
      *minimum = MAX (minima[0], minima[1]);
      *natural = MAX (naturals[0], naturals[1]);
    }
  else
    {
      *minimum = minima[0] + minima[1] + (has_both ? SPACING : 0);
      *natural = naturals[0] + naturals[1] + (has_both ? SPACING : 0);
    }
}

static void
tlsrpt_columns_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  TlsrptColumns *self = TLSRPT_COLUMNS (widget);
  gboolean stands_beside = is_wide (self, width);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int column = get_column_width (self, width);
  GtkAllocation start = { 0, 0, column, 0 };
  GtkAllocation end = { 0, 0, column, 0 };

  /* As high as each wants to be: to align it in more room would take long, because
   * labels that wrap are then measured again and again. */
  measure_child (self->start, GTK_ORIENTATION_VERTICAL, column, NULL, &start.height);
  measure_child (self->end, GTK_ORIENTATION_VERTICAL, column, NULL, &end.height);

  if (stands_beside)
    {
      start.x = is_rtl ? width - column : 0;
      end.x = is_rtl ? 0 : width - column;
    }
  else if (is_shown (self->start) && is_shown (self->end))
    {
      end.y = start.height + SPACING;
    }

  if (is_shown (self->start))
    gtk_widget_size_allocate (self->start, &start, -1);
  if (is_shown (self->end))
    gtk_widget_size_allocate (self->end, &end, -1);
}

static void
tlsrpt_columns_add_child (GtkBuildable *buildable,
                          GtkBuilder   *builder,
                          GObject      *child,
                          const char   *type)
{
  TlsrptColumns *self = TLSRPT_COLUMNS (buildable);
  GtkWidget **place = g_strcmp0 (type, "end") == 0 ? &self->end : &self->start;

  if (!GTK_IS_WIDGET (child))
    {
      parent_buildable->add_child (buildable, builder, child, type);
      return;
    }

  g_return_if_fail (*place == NULL);

  *place = GTK_WIDGET (child);
  gtk_widget_insert_before (*place, GTK_WIDGET (self), place == &self->start ? self->end : NULL);
}

static void
tlsrpt_columns_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = tlsrpt_columns_add_child;
}

static void
tlsrpt_columns_dispose (GObject *object)
{
  TlsrptColumns *self = TLSRPT_COLUMNS (object);

  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);

  G_OBJECT_CLASS (tlsrpt_columns_parent_class)->dispose (object);
}

static void
tlsrpt_columns_class_init (TlsrptColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_columns_dispose;

  widget_class->focus = tlsrpt_columns_focus;
  widget_class->get_request_mode = tlsrpt_columns_get_request_mode;
  widget_class->measure = tlsrpt_columns_measure;
  widget_class->size_allocate = tlsrpt_columns_size_allocate;
}

static void
tlsrpt_columns_init (TlsrptColumns *self)
{
}
