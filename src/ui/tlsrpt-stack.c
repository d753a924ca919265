/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-stack.h"

/**
 * tlsrpt_stack_show:
 * @stack: a stack
 * @page: one of its pages
 *
 * Shows a page, and hides the others from screen readers, too.
 */
void
tlsrpt_stack_show (GtkStack  *stack,
                   GtkWidget *page)
{
  g_return_if_fail (GTK_IS_STACK (stack));

  gtk_stack_set_visible_child (stack, page);
  tlsrpt_stack_hide_others (GTK_WIDGET (stack), page);
}

/**
 * tlsrpt_stack_hide_others:
 * @stack: a stack of any kind
 * @page: the page that it shows
 *
 * Hides the other pages from screen readers.  Stacks leave them among what can be
 * read.
 */
void
tlsrpt_stack_hide_others (GtkWidget *stack,
                          GtkWidget *page)
{
  g_return_if_fail (GTK_IS_WIDGET (stack));
  g_return_if_fail (gtk_widget_get_parent (page) == stack);

  for (GtkWidget *child = gtk_widget_get_first_child (stack);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_accessible_update_state (GTK_ACCESSIBLE (child),
                                 GTK_ACCESSIBLE_STATE_HIDDEN, child != page,
                                 -1);
}
