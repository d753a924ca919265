/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-tile-layout.h"

#define SPACING 6

/**
 * TlsrptTileLayout:
 *
 * Places an even number of widgets of equal size in one row, in two where one is too
 * long, or one below the other where that is, too.
 */
struct _TlsrptTileLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (TlsrptTileLayout, tlsrpt_tile_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
get_length (int n_tiles,
            int size)
{
  return n_tiles * size + (n_tiles - 1) * SPACING;
}

/* Measures the largest of them in one direction. */
static int
measure_tile (GtkWidget      *widget,
              GtkOrientation  orientation,
              int            *n_tiles)
{
  int largest = 0;

  *n_tiles = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int natural;

      gtk_widget_measure (child, orientation, -1, NULL, &natural, NULL, NULL);
      largest = MAX (largest, natural);
      (*n_tiles)++;
    }

  return largest;
}

static int
get_n_columns (int n_tiles,
               int tile_width,
               int width)
{
  int half = (n_tiles + 1) / 2;

  if (width < 0 || get_length (n_tiles, tile_width) <= width)
    return n_tiles;

  return get_length (half, tile_width) <= width ? half : 1;
}

static GtkSizeRequestMode
tlsrpt_tile_layout_get_request_mode (GtkLayoutManager *layout,
                                     GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tlsrpt_tile_layout_measure (GtkLayoutManager *layout,
                            GtkWidget        *widget,
                            GtkOrientation    orientation,
                            int               for_size,
                            int              *minimum,
                            int              *natural,
                            int              *minimum_baseline,
                            int              *natural_baseline)
{
  int n_tiles, n_columns;
  int width = measure_tile (widget, GTK_ORIENTATION_HORIZONTAL, &n_tiles);
  int height = measure_tile (widget, GTK_ORIENTATION_VERTICAL, &n_tiles);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = width;
      *natural = get_length (n_tiles, width);
    }
  else
    {
      n_columns = get_n_columns (n_tiles, width, for_size);
      *minimum = *natural = get_length ((n_tiles + n_columns - 1) / n_columns, height);
    }
}

static void
tlsrpt_tile_layout_allocate (GtkLayoutManager *layout,
                             GtkWidget        *widget,
                             int               width,
                             int               height,
                             int               baseline)
{
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int n_tiles, n_columns, position = 0;
  int tile_width = measure_tile (widget, GTK_ORIENTATION_HORIZONTAL, &n_tiles);
  int tile_height = measure_tile (widget, GTK_ORIENTATION_VERTICAL, &n_tiles);

  n_columns = get_n_columns (n_tiles, tile_width, width);
  tile_width = (width - (n_columns - 1) * SPACING) / n_columns;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int column = position % n_columns;
      int row = position / n_columns;
      GtkAllocation allocation = {
        .x = (is_rtl ? n_columns - 1 - column : column) * (tile_width + SPACING),
        .y = row * (tile_height + SPACING),
        .width = tile_width,
        .height = tile_height,
      };

      gtk_widget_size_allocate (child, &allocation, -1);
      position++;
    }
}

static void
tlsrpt_tile_layout_class_init (TlsrptTileLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->allocate = tlsrpt_tile_layout_allocate;
  layout_class->get_request_mode = tlsrpt_tile_layout_get_request_mode;
  layout_class->measure = tlsrpt_tile_layout_measure;
}

static void
tlsrpt_tile_layout_init (TlsrptTileLayout *self)
{
}
