/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-import-row.h"

#include "tlsrpt-display.h"
#include "tlsrpt-severity-look.h"

#include <glib/gi18n.h>

/**
 * TlsrptImportRow:
 *
 * A row that says one thing about a text that is imported, where that is written, and
 * may have a button that mends it.
 */
struct _TlsrptImportRow
{
  AdwPreferencesRow  parent_instance;

  TlsrptImportItem  *item;

  /* Template widgets */
  GtkLabel          *detail_label;
  GtkImage          *icon;
  GtkButton         *repair_button;
  GtkLabel          *repair_label;
  GtkLabel          *title_label;
};

G_DEFINE_FINAL_TYPE (TlsrptImportRow, tlsrpt_import_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  SIGNAL_REPAIRED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_severity (TlsrptImportRow *self)
{
  TlsrptSeverity severity = tlsrpt_import_item_get_severity (self->item);
  const char *label = tlsrpt_severity_get_label (severity);

  gtk_image_set_from_icon_name (self->icon, tlsrpt_severity_get_icon_name (severity));
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), tlsrpt_severity_get_style (severity));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
show_repair (TlsrptImportRow *self)
{
  const char *repair = tlsrpt_import_item_get_repair (self->item);
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->repair_button), repair != NULL);
  if (repair == NULL)
    return;

  if (repair[0] == '\0')
    {
      label = g_strdup (_("Remove"));
    }
  else
    {
      g_autofree char *shown = tlsrpt_display_isolate (repair, -1);

      /* Translators: a button; %s takes the place of a part of a record */
      label = g_strdup_printf (_("Use “%s”"), shown);
    }

  gtk_label_set_label (self->repair_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->repair_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
show_item (TlsrptImportRow *self)
{
  const char *title = tlsrpt_import_item_get_title (self->item);
  const char *detail = tlsrpt_import_item_get_detail (self->item);

  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->detail_label, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail_label), detail != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);

  /* Nobody goes to a place that is not there. */
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self),
                                    tlsrpt_import_item_has_place (self->item));
  gtk_widget_set_focusable (GTK_WIDGET (self), tlsrpt_import_item_has_place (self->item));
}

static void
repair_clicked_cb (TlsrptImportRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REPAIRED], 0);
}

static void
tlsrpt_import_row_dispose (GObject *object)
{
  TlsrptImportRow *self = TLSRPT_IMPORT_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_IMPORT_ROW);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (tlsrpt_import_row_parent_class)->dispose (object);
}

static void
tlsrpt_import_row_class_init (TlsrptImportRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_import_row_dispose;

  /**
   * TlsrptImportRow::repaired:
   *
   * The repair is wanted.
   */
  signals[SIGNAL_REPAIRED] =
    g_signal_new ("repaired",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-import-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptImportRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptImportRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TlsrptImportRow, repair_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptImportRow, repair_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptImportRow, title_label);
  gtk_widget_class_bind_template_callback (widget_class, repair_clicked_cb);
}

static void
tlsrpt_import_row_init (TlsrptImportRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tlsrpt_import_row_new:
 * @item: what the row says
 *
 * Creates a row.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
tlsrpt_import_row_new (TlsrptImportItem *item)
{
  TlsrptImportRow *self;

  g_return_val_if_fail (TLSRPT_IS_IMPORT_ITEM (item), NULL);

  self = g_object_new (TLSRPT_TYPE_IMPORT_ROW, NULL);
  self->item = g_object_ref (item);
  show_severity (self);
  show_item (self);
  show_repair (self);

  return GTK_WIDGET (self);
}

TlsrptImportItem *
tlsrpt_import_row_get_item (TlsrptImportRow *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT_ROW (self), NULL);

  return self->item;
}
