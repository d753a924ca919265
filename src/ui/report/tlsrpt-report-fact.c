/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-fact.h"

#include "tlsrpt-accessible.h"
#include "tlsrpt-display.h"
#include "tlsrpt-guide-text.h"
#include "tlsrpt-reason-code.h"

#include <glib/gi18n.h>

/* Rows for what a report says. The values are untrusted text. */

/* A list of more helps nobody. */
#define MOST_LINES 40

static GtkWidget *
create_label (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "label", text,
                       "wrap", TRUE,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR,
                       "xalign", 0.0,
                       NULL);
}

/* @shown is ready to be displayed, or `NULL` if there is nothing. */
static GtkWidget *
create_value_label (const char *shown)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  GtkWidget *label = create_label (shown != NULL ? shown : _("Not given"));

  if (shown == NULL)
    gtk_widget_add_css_class (label, "dim-label");

  /* Every row takes the focus: GtkListBox does not move past one in which nothing does. */
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);

  /* An inserted hyphen would look like part of the value. */
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);

  return label;
}

/* Returns the row; what is to follow the value goes into @box. */
static GtkWidget *
create_shown_row (const char  *title,
                  const char  *shown,
                  GtkBox     **box)
{
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW,
                                 "activatable", FALSE,
                                 "focusable", FALSE,
                                 NULL);
  GtkWidget *title_label = create_label (title);
  GtkWidget *value_label = create_value_label (shown);

  *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_widget_set_margin_bottom (GTK_WIDGET (*box), 9);
  gtk_widget_set_margin_end (GTK_WIDGET (*box), 12);
  gtk_widget_set_margin_start (GTK_WIDGET (*box), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (*box), 9);
  gtk_widget_add_css_class (title_label, "caption");
  gtk_widget_add_css_class (title_label, "dim-label");
  gtk_box_append (*box, title_label);
  gtk_box_append (*box, value_label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), GTK_WIDGET (*box));
  tlsrpt_accessible_set_labels (GTK_ACCESSIBLE (row), title_label, value_label);

  return row;
}

static GtkWidget *
create_row (const char  *title,
            const char  *value,
            GtkBox     **box)
{
  g_autofree char *shown = NULL;

  if (value != NULL && *value != '\0')
    shown = tlsrpt_display_isolate (value, -1);

  return create_shown_row (title, shown, box);
}

/**
 * tlsrpt_report_fact_new:
 * @title: what it is
 * @value: (nullable): what a report says
 *
 * Creates a row.
 *
 * Returns: (transfer full): a row
 */
GtkWidget *
tlsrpt_report_fact_new (const char *title,
                        const char *value)
{
  GtkBox *box;

  return create_row (title, value, &box);
}

/**
 * tlsrpt_report_fact_new_text:
 * @title: what it is
 * @text: a text of ours, ready to be displayed
 *
 * Creates a row for something that no report says in these words.
 *
 * Returns: (transfer full): a row
 */
GtkWidget *
tlsrpt_report_fact_new_text (const char *title,
                             const char *text)
{
  GtkBox *box;

  return create_shown_row (title, text, &box);
}

/**
 * tlsrpt_report_fact_new_lines:
 * @title: what they are
 * @lines: (array length=n_lines) (nullable): what a report says
 * @n_lines: how many there are
 *
 * Creates a row for values that are many, one under the other.  Of very many only the
 * first are shown.
 *
 * Returns: (transfer full): a row
 */
GtkWidget *
tlsrpt_report_fact_new_lines (const char        *title,
                              const char *const *lines,
                              gsize              n_lines)
{
  g_autoptr (GString) shown = g_string_new (NULL);
  GtkBox *box;

  for (gsize i = 0; i < MIN (n_lines, MOST_LINES); i++)
    {
      g_autofree char *line = tlsrpt_display_isolate (lines[i], -1);

      if (i > 0)
        g_string_append_c (shown, '\n');
      g_string_append (shown, line);
    }

  if (n_lines > MOST_LINES)
    {
      g_autofree char *count = tlsrpt_display_count ((gint64) (n_lines - MOST_LINES));
      g_autofree char *more = NULL;

      /* Translators: at the end of a list that is cut; %s is a number */
      more = g_strdup_printf (ngettext ("and %s more", "and %s more", n_lines - MOST_LINES), count);
      g_string_append_c (shown, '\n');
      g_string_append (shown, more);
    }

  return create_shown_row (title, shown->len > 0 ? shown->str : NULL, &box);
}

/**
 * tlsrpt_report_fact_new_link:
 * @title: what it is
 * @value: (nullable): what a report says
 * @uri: (nullable): where that leads, if it is safe to go there
 *
 * Creates a row for something that may be a link.
 *
 * Returns: (transfer full): a row
 */
GtkWidget *
tlsrpt_report_fact_new_link (const char *title,
                             const char *value,
                             const char *uri)
{
  GtkBox *box;
  GtkWidget *row = create_row (title, value, &box);

  if (uri != NULL)
    {
      GtkWidget *button = gtk_link_button_new_with_label (uri, _("Open in Browser"));

      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_box_append (box, button);
    }

  return row;
}

/**
 * tlsrpt_report_fact_new_code:
 * @title: what it is
 * @code: (nullable): a reason code
 *
 * Creates a row for a reason code, with what the guide knows of it.
 *
 * Returns: (transfer full): a row
 */
GtkWidget *
tlsrpt_report_fact_new_code (const char *title,
                             const char *code)
{
  GtkBox *box;
  GtkWidget *row = create_row (title, code, &box);
  TlsrptReasonCode *known = code != NULL ? tlsrpt_reason_code_lookup (code) : NULL;
  g_autofree char *summary = NULL;
  GtkWidget *button, *label;

  if (known == NULL)
    return row;

  summary = tlsrpt_guide_text_to_plain (tlsrpt_guide_entry_get_summary (TLSRPT_GUIDE_ENTRY (known)),
                                        NULL, NULL);
  label = create_label (summary);
  gtk_box_append (box, label);

  button = gtk_button_new_with_mnemonic (_("_Explain Reason Code"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.explain");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    tlsrpt_guide_entry_get_id (TLSRPT_GUIDE_ENTRY (known)));
  tlsrpt_accessible_set_name (GTK_ACCESSIBLE (button), _("Explain Reason Code"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 3);
  gtk_box_append (box, button);

  return row;
}
