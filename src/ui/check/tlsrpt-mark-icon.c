/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-mark-icon.h"

#include "tlsrpt-accessible.h"

#include <glib/gi18n.h>

/* One line for each mark. */
static const struct
{
  const char *icon_name;
  const char *label;
  const char *style;
} looks[] = {
  [TLSRPT_MARK_NONE] = { "dialog-question-symbolic", N_("Unknown"), "dim-label" },
  [TLSRPT_MARK_GOOD] = { "object-select-symbolic", N_("Good"), "success" },
  [TLSRPT_MARK_DOUBTFUL] = { "dialog-warning-symbolic", N_("Warning"), "warning" },
  [TLSRPT_MARK_BAD] = { "dialog-error-symbolic", N_("Error"), "error" },
};

/**
 * tlsrpt_mark_icon_new:
 * @mark: a mark
 *
 * Creates an icon that shows a mark.
 *
 * Returns: (transfer full): an icon
 */
GtkWidget *
tlsrpt_mark_icon_new (TlsrptMark mark)
{
  GtkWidget *icon = gtk_image_new ();

  tlsrpt_mark_icon_show (GTK_IMAGE (icon), mark);

  return icon;
}

/**
 * tlsrpt_mark_icon_show:
 * @icon: an icon
 * @mark: a mark
 *
 * Shows a mark, not by its color alone, and tells screen readers about it.
 */
void
tlsrpt_mark_icon_show (GtkImage   *icon,
                       TlsrptMark  mark)
{
  const char *classes[] = { looks[mark].style, NULL };

  gtk_image_set_from_icon_name (icon, looks[mark].icon_name);
  gtk_widget_set_css_classes (GTK_WIDGET (icon), classes);
  tlsrpt_accessible_set_name (GTK_ACCESSIBLE (icon), _(looks[mark].label));
}
