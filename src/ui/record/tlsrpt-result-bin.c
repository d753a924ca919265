/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-result-bin.h"

#include "tlsrpt-after-layout.h"
#include "tlsrpt-result-card.h"

/* The pixels below a toast, and some above it. */
#define TOAST_SPACING 36

/**
 * TlsrptResultBin:
 *
 * The place of the result in a page that scrolls; the result is built when it is first
 * shown.
 */
struct _TlsrptResultBin
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TlsrptResultBin, tlsrpt_result_bin, ADW_TYPE_BIN)

static TlsrptResultCard *
get_card (TlsrptResultBin *self)
{
  return TLSRPT_RESULT_CARD (adw_bin_get_child (ADW_BIN (self)));
}

/* Scrolls the result to the top, but keeps what has the focus in sight: above a
 * toast, which is about as high as a button. */
static void
scroll_to (GtkWidget *widget)
{
  GtkWidget *content = gtk_widget_get_parent (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *window = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
  graphene_rect_t result;
  graphene_rect_t button;
  double value;

  if (focus == NULL || !gtk_widget_compute_bounds (widget, content, &result) ||
      !gtk_widget_compute_bounds (focus, content, &button))
    return;

  value = MAX (result.origin.y,
               gtk_widget_get_margin_top (content) + button.origin.y +
               2 * button.size.height + TOAST_SPACING - gtk_adjustment_get_page_size (adjustment));
  gtk_adjustment_set_value (adjustment, value);
}

static void
tlsrpt_result_bin_class_init (TlsrptResultBinClass *klass)
{
}

static void
tlsrpt_result_bin_init (TlsrptResultBin *self)
{
}

/**
 * tlsrpt_result_bin_show:
 * @self: a bin within a scrolled window
 * @record: the record that is shown
 *
 * Shows the result where it is.  The card is only built when this happens for the first
 * time.
 */
void
tlsrpt_result_bin_show (TlsrptResultBin *self,
                        TlsrptRecord    *record)
{
  g_return_if_fail (TLSRPT_IS_RESULT_BIN (self));
  g_return_if_fail (TLSRPT_IS_RECORD (record));

  if (adw_bin_get_child (ADW_BIN (self)) == NULL)
    adw_bin_set_child (ADW_BIN (self), tlsrpt_result_card_new (record));

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * tlsrpt_result_bin_reveal:
 * @self: a bin within a scrolled window
 * @record: the record that is shown
 *
 * Shows the result and scrolls to it, with the focus on the button that copies it.
 */
void
tlsrpt_result_bin_reveal (TlsrptResultBin *self,
                          TlsrptRecord    *record)
{
  tlsrpt_result_bin_show (self, record);
  tlsrpt_result_card_focus_copy (get_card (self));
  tlsrpt_after_layout (GTK_WIDGET (self), scroll_to);
}

/**
 * tlsrpt_result_bin_save:
 * @self: a bin with a result
 *
 * Asks for a file and saves the record.
 */
void
tlsrpt_result_bin_save (TlsrptResultBin *self)
{
  g_return_if_fail (TLSRPT_IS_RESULT_BIN (self));
  g_return_if_fail (get_card (self) != NULL);

  tlsrpt_result_card_save (get_card (self));
}

/**
 * tlsrpt_result_bin_show_panel:
 * @self: a bin within a scrolled window
 * @record: the record that is shown
 *
 * Shows the result, and of it what belongs into the web form that is set.
 */
void
tlsrpt_result_bin_show_panel (TlsrptResultBin *self,
                              TlsrptRecord    *record)
{
  tlsrpt_result_bin_show (self, record);
  tlsrpt_result_card_show_panel (get_card (self));
}
