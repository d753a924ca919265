/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-share-row.h"

#include "tlsrpt-accessible.h"
#include "tlsrpt-display.h"
#include "tlsrpt-report-text.h"
#include "tlsrpt-share-bar.h"

#include <glib/gi18n.h>

/**
 * TlsrptShareRow:
 *
 * A row that tells how many failures something has, in a number and as a bar.
 */
struct _TlsrptShareRow
{
  AdwPreferencesRow  parent_instance;

  /* Template widgets */
  TlsrptShareBar    *bar;
  GtkLabel          *count_label;
  GtkWidget         *new_label;
  GtkWidget         *next_image;
  GtkLabel          *subtitle_label;
};

G_DEFINE_FINAL_TYPE (TlsrptShareRow, tlsrpt_share_row, ADW_TYPE_PREFERENCES_ROW)

static void
tlsrpt_share_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TLSRPT_TYPE_SHARE_ROW);

  G_OBJECT_CLASS (tlsrpt_share_row_parent_class)->dispose (object);
}

static void
tlsrpt_share_row_class_init (TlsrptShareRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tlsrpt_share_row_dispose;

  g_type_ensure (TLSRPT_TYPE_SHARE_BAR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-share-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptShareRow, bar);
  gtk_widget_class_bind_template_child (widget_class, TlsrptShareRow, count_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptShareRow, new_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptShareRow, next_image);
  gtk_widget_class_bind_template_child (widget_class, TlsrptShareRow, subtitle_label);
}

static void
tlsrpt_share_row_init (TlsrptShareRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tlsrpt_share_row_new:
 * @title: what it is about, ready to be displayed
 * @subtitle: (nullable): more about it
 * @count: how many failures it has
 * @total: how many the longest bar stands for
 *
 * Creates a row.
 *
 * Returns: (transfer full): a row
 */
GtkWidget *
tlsrpt_share_row_new (const char *title,
                      const char *subtitle,
                      gint64      count,
                      gint64      total)
{
  TlsrptShareRow *self = g_object_new (TLSRPT_TYPE_SHARE_ROW, "title", title, NULL);
  g_autofree char *count_text = tlsrpt_display_count (count);
  g_autofree char *unit = NULL;
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;

  /* Translators: says how much of something there is; %s is a number */
  unit = g_strdup_printf (ngettext ("%s session", "%s sessions", (gulong) MIN (count, G_MAXINT32)),
                          count_text);
  /* Translators: says how much of something there is; %s is a number */
  description = g_strdup_printf (ngettext ("%s failed session", "%s failed sessions",
                                           (gulong) MIN (count, G_MAXINT32)),
                                 count_text);

  gtk_label_set_label (self->count_label, unit);
  gtk_label_set_label (self->subtitle_label, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle_label), subtitle != NULL);
  tlsrpt_share_bar_set_share (self->bar, total > 0 ? MIN ((double) count / total, 1.0) : 0.0);
  /* Two may differ in the place alone. */
  name = g_strjoin (", ", title, subtitle, NULL);
  tlsrpt_accessible_set_name (GTK_ACCESSIBLE (self), name);
  tlsrpt_accessible_set_description (GTK_ACCESSIBLE (self), description);

  return GTK_WIDGET (self);
}

/**
 * tlsrpt_share_row_set_new:
 * @self: a row
 *
 * Marks what was not there before.
 */
void
tlsrpt_share_row_set_new (TlsrptShareRow *self)
{
  const char *subtitle;
  g_autofree char *name = NULL;

  g_return_if_fail (TLSRPT_IS_SHARE_ROW (self));

  subtitle = gtk_label_get_label (self->subtitle_label);
  name = g_strjoin (", ", _("New"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)),
                    *subtitle != '\0' ? subtitle : NULL, NULL);
  gtk_widget_set_visible (self->new_label, TRUE);
  tlsrpt_accessible_set_name (GTK_ACCESSIBLE (self), name);
}

/**
 * tlsrpt_share_row_set_plain:
 * @self: a row
 *
 * Makes a row that leads nowhere.
 */
void
tlsrpt_share_row_set_plain (TlsrptShareRow *self)
{
  g_return_if_fail (TLSRPT_IS_SHARE_ROW (self));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_visible (self->next_image, FALSE);
}
