/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-stack.h"

/* The widget within that has the keyboard, or will once the window has it. */
static GtkWidget *
get_focus (GtkStack *stack)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (stack));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (stack)))
    return NULL;

  return focus;
}

/* A stack remembers what had the focus on a page and gives it back.  The item of a menu
 * that is closed by then would take it, and no key would get anywhere any more. */
static void
leave_popovers (GtkStack *stack)
{
  GtkWidget *focus = get_focus (stack);
  GtkWidget *popover;

  while (focus != NULL &&
         (popover = gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER)) != NULL &&
         gtk_widget_is_ancestor (popover, GTK_WIDGET (stack)))
    {
      gtk_popover_popdown (GTK_POPOVER (popover));
      focus = gtk_widget_get_parent (popover);
      gtk_widget_grab_focus (focus);
    }
}

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

  if (page != gtk_stack_get_visible_child (stack))
    leave_popovers (stack);

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

/**
 * tlsrpt_stack_has_focus:
 * @stack: a stack
 *
 * Tells whether something that can be seen on the page has the focus.
 *
 * Returns: `TRUE` if it has
 */
gboolean
tlsrpt_stack_has_focus (GtkStack *stack)
{
  GtkWidget *focus;

  g_return_val_if_fail (GTK_IS_STACK (stack), FALSE);

  focus = get_focus (stack);

  return focus != NULL && gtk_widget_get_mapped (focus) &&
         gtk_widget_is_ancestor (focus, gtk_stack_get_visible_child (stack));
}

/**
 * tlsrpt_stack_take_focus:
 * @stack: a stack
 *
 * Puts the focus on the first thing on the page, unless the page has it.
 */
void
tlsrpt_stack_take_focus (GtkStack *stack)
{
  g_return_if_fail (GTK_IS_STACK (stack));

  if (!tlsrpt_stack_has_focus (stack))
    gtk_widget_child_focus (gtk_stack_get_visible_child (stack), GTK_DIR_TAB_FORWARD);
}
