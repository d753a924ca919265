/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-verdict-row.h"

#include "tlsrpt-accessible.h"
#include "tlsrpt-mark-icon.h"

/**
 * TlsrptVerdictRow:
 *
 * One of the three verdicts: an icon, a few words and what they rest on.
 */
struct _TlsrptVerdictRow
{
  AdwActionRow  parent_instance;

  /* Template widgets */
  GtkImage     *icon;
};

G_DEFINE_FINAL_TYPE (TlsrptVerdictRow, tlsrpt_verdict_row, ADW_TYPE_ACTION_ROW)

static void
tlsrpt_verdict_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TLSRPT_TYPE_VERDICT_ROW);

  G_OBJECT_CLASS (tlsrpt_verdict_row_parent_class)->dispose (object);
}

static void
tlsrpt_verdict_row_class_init (TlsrptVerdictRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_verdict_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-verdict-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptVerdictRow, icon);
}

static void
tlsrpt_verdict_row_init (TlsrptVerdictRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tlsrpt_verdict_row_set_part:
 * @self: a row
 * @part: a verdict in words
 *
 * Shows a verdict.
 */
void
tlsrpt_verdict_row_set_part (TlsrptVerdictRow        *self,
                             const TlsrptVerdictPart *part)
{
  g_return_if_fail (TLSRPT_IS_VERDICT_ROW (self));

  tlsrpt_mark_icon_show (self->icon, part->mark);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), part->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), part->text);
  tlsrpt_accessible_set_description (GTK_ACCESSIBLE (self), part->text);
}
