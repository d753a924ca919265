/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-wrap-layout.h"

#define SPACING 12

/* Most widgets that any layout of the window has. */
#define MOST_CHILDREN 8

/**
 * TlsrptWrapLayout:
 *
 * Places a few widgets beside each other or, where they do not fit, one below the
 * other: with large text, two buttons may be wider than a phone.
 */
struct _TlsrptWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (TlsrptWrapLayout, tlsrpt_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  GtkWidget        *children[MOST_CHILDREN];
  GtkRequestedSize  widths[MOST_CHILDREN];
  int               n_children;

  /* All of them beside each other. */
  int               minimum;
  int               natural;

  /* The minimum of the widest. */
  int               widest;
} Row;

static void
measure_row (GtkWidget *widget,
             Row       *row)
{
  *row = (Row) { .n_children = 0 };

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequestedSize *width = &row->widths[row->n_children];

      if (!gtk_widget_should_layout (child))
        continue;

      g_return_if_fail (row->n_children < MOST_CHILDREN);

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1,
                          &width->minimum_size, &width->natural_size, NULL, NULL);
      row->minimum += width->minimum_size + (row->n_children > 0 ? SPACING : 0);
      row->natural += width->natural_size + (row->n_children > 0 ? SPACING : 0);
      row->widest = MAX (row->widest, width->minimum_size);
      row->children[row->n_children++] = child;
    }
}

/* Divides @width, of which what is left goes to the first that expands. */
static void
divide_row (Row *row,
            int  width)
{
  int left = width - row->minimum;

  left = gtk_distribute_natural_allocation (left, (guint) row->n_children, row->widths);

  for (int i = 0; i < row->n_children; i++)
    {
      if (gtk_widget_compute_expand (row->children[i], GTK_ORIENTATION_HORIZONTAL))
        {
          row->widths[i].minimum_size += left;
          return;
        }
    }
}

static int
get_height (GtkWidget *child,
            int        width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

static int
get_height_for_width (Row *row,
                      int  width)
{
  gboolean stands_beside = width < 0 || row->minimum <= width;
  int height = 0;

  divide_row (row, stands_beside && width >= 0 ? width : row->natural);

  for (int i = 0; i < row->n_children; i++)
    {
      if (stands_beside)
        height = MAX (height, get_height (row->children[i], row->widths[i].minimum_size));
      else
        height += get_height (row->children[i], width) + (i > 0 ? SPACING : 0);
    }

  return height;
}

static GtkSizeRequestMode
tlsrpt_wrap_layout_get_request_mode (GtkLayoutManager *layout,
                                     GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tlsrpt_wrap_layout_measure (GtkLayoutManager *layout,
                            GtkWidget        *widget,
                            GtkOrientation    orientation,
                            int               for_size,
                            int              *minimum,
                            int              *natural,
                            int              *minimum_baseline,
                            int              *natural_baseline)
{
  Row row;

  measure_row (widget, &row);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = row.widest;
      *natural = row.natural;
    }
  else
    {
      *minimum = *natural = get_height_for_width (&row, for_size);
    }
}

static void
tlsrpt_wrap_layout_allocate (GtkLayoutManager *layout,
                             GtkWidget        *widget,
                             int               width,
                             int               height,
                             int               baseline)
{
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Row row;
  GtkAllocation place = { 0 };

  measure_row (widget, &row);

  if (row.minimum <= width)
    {
      divide_row (&row, width);
      place.height = height;

      for (int i = 0; i < row.n_children; i++)
        {
          int start = place.x;

          place.width = row.widths[i].minimum_size;
          if (is_rtl)
            place.x = width - start - place.width;
          gtk_widget_size_allocate (row.children[i], &place, -1);
          place.x = start + place.width + SPACING;
        }
      return;
    }

  place.width = width;
  for (int i = 0; i < row.n_children; i++)
    {
      place.height = get_height (row.children[i], width);
      gtk_widget_size_allocate (row.children[i], &place, -1);
      place.y += place.height + SPACING;
    }
}

static void
tlsrpt_wrap_layout_class_init (TlsrptWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->allocate = tlsrpt_wrap_layout_allocate;
  layout_class->get_request_mode = tlsrpt_wrap_layout_get_request_mode;
  layout_class->measure = tlsrpt_wrap_layout_measure;
}

static void
tlsrpt_wrap_layout_init (TlsrptWrapLayout *self)
{
}
