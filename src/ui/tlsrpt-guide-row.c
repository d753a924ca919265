/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-guide-row.h"

#include "tlsrpt-failure-type.h"
#include "tlsrpt-guide-text.h"

/**
 * TlsrptGuideRow:
 *
 * A row that opens an entry of the guide.
 */
struct _TlsrptGuideRow
{
  AdwActionRow parent_instance;
};

G_DEFINE_FINAL_TYPE (TlsrptGuideRow, tlsrpt_guide_row, ADW_TYPE_ACTION_ROW)

static void
tlsrpt_guide_row_class_init (TlsrptGuideRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/tlsrpt-guide-row.ui");
}

static void
tlsrpt_guide_row_init (TlsrptGuideRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tlsrpt_guide_row_new:
 * @entry: what to open
 *
 * Creates a row.
 *
 * Returns: (transfer full): a row
 */
GtkWidget *
tlsrpt_guide_row_new (TlsrptGuideEntry *entry)
{
  TlsrptGuideRow *self = g_object_new (TLSRPT_TYPE_GUIDE_ROW, NULL);

  tlsrpt_guide_row_set_entry (self, entry);

  return GTK_WIDGET (self);
}

/**
 * tlsrpt_guide_row_set_entry:
 * @self: a row
 * @entry: what to open
 *
 * Makes the row that of @entry.
 */
void
tlsrpt_guide_row_set_entry (TlsrptGuideRow   *self,
                            TlsrptGuideEntry *entry)
{
  const char *id;
  g_autofree char *summary = NULL;

  g_return_if_fail (TLSRPT_IS_GUIDE_ROW (self));
  g_return_if_fail (TLSRPT_IS_GUIDE_ENTRY (entry));

  id = tlsrpt_guide_entry_get_id (entry);
  summary = tlsrpt_guide_text_to_plain (tlsrpt_guide_entry_get_summary (entry), NULL, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), tlsrpt_guide_entry_get_title (entry));
  /* The title of a result type says what its summary says; reports have its id. */
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                               TLSRPT_IS_FAILURE_TYPE (entry) ? id : summary);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", id);
}
