/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-finding-row.h"

#include "tlsrpt-excerpt.h"
#include "tlsrpt-severity-look.h"
#include "tlsrpt-technical-label.h"

/**
 * TlsrptFindingRow:
 *
 * A row that says what was found in a record, and shows where.
 */
struct _TlsrptFindingRow
{
  AdwPreferencesRow  parent_instance;

  /* Template widgets */
  GtkLabel          *excerpt_label;
  GtkImage          *icon;
  GtkLabel          *message_label;
};

G_DEFINE_FINAL_TYPE (TlsrptFindingRow, tlsrpt_finding_row, ADW_TYPE_PREFERENCES_ROW)

/* The span is underlined, as misspelled words are. */
static void
show_excerpt (TlsrptFindingRow    *self,
              const TlsrptExcerpt *excerpt)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *const marks[] = {
    pango_attr_underline_new (PANGO_UNDERLINE_ERROR),
    pango_attr_weight_new (PANGO_WEIGHT_BOLD),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      marks[i]->start_index = excerpt->start;
      marks[i]->end_index = excerpt->end;
      pango_attr_list_insert (attributes, marks[i]);
    }
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));

  gtk_label_set_label (self->excerpt_label, excerpt->text);
  gtk_label_set_attributes (self->excerpt_label, attributes);
}

static void
tlsrpt_finding_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TLSRPT_TYPE_FINDING_ROW);

  G_OBJECT_CLASS (tlsrpt_finding_row_parent_class)->dispose (object);
}

static void
tlsrpt_finding_row_class_init (TlsrptFindingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_finding_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptFindingRow, excerpt_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptFindingRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TlsrptFindingRow, message_label);
}

static void
tlsrpt_finding_row_init (TlsrptFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tlsrpt_technical_label_init (self->excerpt_label);
}

/**
 * tlsrpt_finding_row_new:
 * @grammar: a parser that has judged a record
 * @finding: what it found
 *
 * Creates a row.
 *
 * Returns: (transfer full): a row
 */
GtkWidget *
tlsrpt_finding_row_new (const TlsrptGrammar *grammar,
                        const TlsrptFinding *finding)
{
  TlsrptFindingRow *self = g_object_new (TLSRPT_TYPE_FINDING_ROW, NULL);
  TlsrptSeverity severity = tlsrpt_finding_get_severity (finding);
  const char *classes[] = { tlsrpt_severity_get_style (severity), NULL };
  g_autoptr (TlsrptExcerpt) excerpt = NULL;

  excerpt = tlsrpt_excerpt_new (grammar->text, grammar->length, finding->offset, finding->length);

  gtk_image_set_from_icon_name (self->icon, tlsrpt_severity_get_icon_name (severity));
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), classes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tlsrpt_severity_get_label (severity),
                                  -1);
  gtk_label_set_label (self->message_label, tlsrpt_finding_get_message (finding));
  show_excerpt (self, excerpt);

  return GTK_WIDGET (self);
}
