/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-marked-row.h"

#include "tlsrpt-technical-label.h"
#include "tlsrpt-uri.h"

/**
 * TlsrptMarkedRow:
 *
 * A row with a title and, below it, technical text in which something is marked.
 */
struct _TlsrptMarkedRow
{
  AdwPreferencesRow  parent_instance;

  /* Template widgets */
  GtkLabel          *text_label;
};

G_DEFINE_FINAL_TYPE (TlsrptMarkedRow, tlsrpt_marked_row, ADW_TYPE_PREFERENCES_ROW)

static void
tlsrpt_marked_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TLSRPT_TYPE_MARKED_ROW);

  G_OBJECT_CLASS (tlsrpt_marked_row_parent_class)->dispose (object);
}

static void
tlsrpt_marked_row_class_init (TlsrptMarkedRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_marked_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-marked-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptMarkedRow, text_label);
}

static void
tlsrpt_marked_row_init (TlsrptMarkedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tlsrpt_technical_label_init (self->text_label);
}

/**
 * tlsrpt_marked_row_make_attributes:
 * @text: technical text
 * @marks: (element-type TlsrptSpan): parts of a text
 *
 * Makes what marks parts of a text, not by color alone: they are underlined and bold.
 *
 * Returns: (transfer full): the attributes for a label with the text
 */
PangoAttrList *
tlsrpt_marked_row_make_attributes (const char *text,
                                   GArray     *marks)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  /* A hyphen inserted at a line break would look like part of the text. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  tlsrpt_technical_label_add_tokens (attributes, text);

  for (guint i = 0; i < marks->len; i++)
    {
      TlsrptSpan span = g_array_index (marks, TlsrptSpan, i);
      PangoAttribute *const parts[] = {
        pango_attr_underline_new (PANGO_UNDERLINE_SINGLE),
        pango_attr_weight_new (PANGO_WEIGHT_BOLD),
      };

      for (gsize j = 0; j < G_N_ELEMENTS (parts); j++)
        {
          parts[j]->start_index = (guint) span.offset;
          parts[j]->end_index = (guint) (span.offset + span.length);
          pango_attr_list_insert (attributes, parts[j]);
        }
    }

  return attributes;
}

/**
 * tlsrpt_marked_row_set_text:
 * @self: a row
 * @text: harmless text
 * @marks: (element-type TlsrptSpan): the parts of it that matter
 *
 * Shows a text.
 */
void
tlsrpt_marked_row_set_text (TlsrptMarkedRow *self,
                            const char      *text,
                            GArray          *marks)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  g_return_if_fail (TLSRPT_IS_MARKED_ROW (self));
  g_return_if_fail (text != NULL);

  attributes = tlsrpt_marked_row_make_attributes (text, marks);
  gtk_label_set_label (self->text_label, text);
  gtk_label_set_attributes (self->text_label, attributes);
}
