/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-guide-row.h"

#include "tlsrpt-accessible.h"
#include "tlsrpt-failure-type.h"
#include "tlsrpt-guide-text.h"
#include "tlsrpt-reason-code.h"

/**
 * TlsrptGuideRow:
 *
 * A row that opens an entry of the guide.
 */
struct _TlsrptGuideRow
{
  AdwPreferencesRow  parent_instance;

  TlsrptGuideEntry  *entry;

  /* Template widgets */
  GtkLabel          *subtitle_label;
};

G_DEFINE_FINAL_TYPE (TlsrptGuideRow, tlsrpt_guide_row, ADW_TYPE_PREFERENCES_ROW)

static void
show_title (TlsrptGuideRow   *self,
            TlsrptGuideEntry *entry)
{
  const char *title = tlsrpt_guide_entry_get_title (entry);
  gboolean is_code = TLSRPT_IS_REASON_CODE (entry);
  g_autofree char *markup = NULL;

  /* A hyphen in a code would be read as part of it. */
  if (is_code)
    markup = g_markup_printf_escaped ("<span insert_hyphens=\"false\">%s</span>", title);

  /* Emptied before the kind changes, so that plain text is never parsed as markup. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), "");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), is_code);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), is_code ? markup : title);
}

static void
tlsrpt_guide_row_dispose (GObject *object)
{
  TlsrptGuideRow *self = TLSRPT_GUIDE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_GUIDE_ROW);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (tlsrpt_guide_row_parent_class)->dispose (object);
}

static void
tlsrpt_guide_row_class_init (TlsrptGuideRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_guide_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/tlsrpt-guide-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptGuideRow, subtitle_label);
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
  const char *subtitle;
  g_autofree char *summary = NULL;

  g_return_if_fail (TLSRPT_IS_GUIDE_ROW (self));
  g_return_if_fail (TLSRPT_IS_GUIDE_ENTRY (entry));

  if (!g_set_object (&self->entry, entry))
    return;

  id = tlsrpt_guide_entry_get_id (entry);
  summary = tlsrpt_guide_text_to_plain (tlsrpt_guide_entry_get_summary (entry), NULL, NULL);

  show_title (self, entry);
  /* The title of a result type says what its summary says; reports have its id. */
  subtitle = TLSRPT_IS_FAILURE_TYPE (entry) ? id : summary;
  gtk_label_set_label (self->subtitle_label, subtitle);
  tlsrpt_accessible_set_description (GTK_ACCESSIBLE (self), subtitle);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", id);
}
