/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-fact-row.h"

#include "tlsrpt-technical-label.h"

/**
 * TlsrptFactRow:
 *
 * A row with an answer of DNS, which expands to show the records.
 */
struct _TlsrptFactRow
{
  AdwExpanderRow     parent_instance;

  /* Template widgets */
  GtkLabel          *details_label;
};

G_DEFINE_FINAL_TYPE (TlsrptFactRow, tlsrpt_fact_row, ADW_TYPE_EXPANDER_ROW)

static void
tlsrpt_fact_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TLSRPT_TYPE_FACT_ROW);

  G_OBJECT_CLASS (tlsrpt_fact_row_parent_class)->dispose (object);
}

static void
tlsrpt_fact_row_class_init (TlsrptFactRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_fact_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/tlsrpt-fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptFactRow, details_label);
}

static void
tlsrpt_fact_row_init (TlsrptFactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tlsrpt_technical_label_init (self->details_label);
}

/**
 * tlsrpt_fact_row_new:
 * @fact: what DNS said
 *
 * Creates a row.  Without details it does not open.
 *
 * Returns: (transfer full): a row
 */
GtkWidget *
tlsrpt_fact_row_new (const TlsrptFact *fact)
{
  TlsrptFactRow *self;

  /* AdwExpanderRow always shows its arrow, so without details this is a plain row. */
  if (fact->details == NULL)
    return g_object_new (ADW_TYPE_ACTION_ROW,
                         "subtitle", fact->summary,
                         "title", fact->title,
                         "use-markup", FALSE,
                         NULL);

  self = g_object_new (TLSRPT_TYPE_FACT_ROW,
                       "subtitle", fact->summary,
                       "title", fact->title,
                       NULL);
  gtk_label_set_label (self->details_label, fact->details);

  return GTK_WIDGET (self);
}
