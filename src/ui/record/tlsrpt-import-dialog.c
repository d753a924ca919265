/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-import-dialog.h"

#include "tlsrpt-accessible.h"
#include "tlsrpt-columns.h"
#include "tlsrpt-import-buffer.h"
#include "tlsrpt-import-drop.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-marked-row.h"
#include "tlsrpt-paste-limit.h"
#include "tlsrpt-pill-button.h"
#include "tlsrpt-remark-row.h"
#include "tlsrpt-toast.h"
#include "tlsrpt-wrap-layout.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * TlsrptImportDialog:
 *
 * A window into which a text with a record is pasted.  It says what is wrong with the
 * record while one types, shows it repaired, and puts it into the form.
 */
struct _TlsrptImportDialog
{
  AdwWindow           parent_instance;

  TlsrptImport       *import;

  /* Template widgets */
  TlsrptImportBuffer *buffer;
  GtkListBox         *change_list;
  GtkLabel           *changes_label;
  AdwComboRow        *choice_row;
  GtkListBox         *finding_list;
  GtkButton          *merge_button;
  GtkButton          *replace_button;
  GtkScrolledWindow  *text_scroller;
  GtkTextView        *text_view;
  GtkButton          *use_button;
  GtkLabel           *value_label;
  TlsrptRemarkRow    *verdict_row;
};

G_DEFINE_FINAL_TYPE (TlsrptImportDialog, tlsrpt_import_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Underlines the differences and makes them bold. */
static void
mark_differences (TlsrptImportDialog *self)
{
  GArray *differences = tlsrpt_import_get_differences (self->import);
  const char *value = tlsrpt_import_get_value (self->import);
  g_autoptr (PangoAttrList) attributes = NULL;

  attributes = tlsrpt_marked_row_make_attributes (value != NULL ? value : "", differences);

  gtk_label_set_attributes (self->value_label, attributes);
}

static void
show_verdict (TlsrptImportDialog *self)
{
  TlsrptSeverity severity = tlsrpt_import_get_severity (self->import);
  const char *verdict = tlsrpt_import_get_verdict (self->import);

  g_object_set (self->verdict_row, "severity", severity, "message", verdict, NULL);
  if (verdict != NULL && severity < TLSRPT_SEVERITY_WARNING)
    tlsrpt_remark_row_show_success (self->verdict_row);
  tlsrpt_accessible_set_message (GTK_ACCESSIBLE (self->text_view), verdict,
                              severity == TLSRPT_SEVERITY_ERROR);
}

static const char *
describe_changes (TlsrptImportDialog *self,
                  guint               n_changes)
{
  if (tlsrpt_import_get_differences (self->import)->len > 0)
    return _("Changes are underlined");

  return n_changes > 0 ? _("Changes are listed below") : _("No changes needed");
}

static void
show_lists (TlsrptImportDialog *self)
{
  guint n_findings = g_list_model_get_n_items (tlsrpt_import_get_findings (self->import));
  guint n_changes = g_list_model_get_n_items (tlsrpt_import_get_changes (self->import));
  guint n_choices = g_list_model_get_n_items (tlsrpt_import_get_choices (self->import));

  gtk_widget_set_visible (GTK_WIDGET (self->finding_list), n_findings > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->change_list), n_changes > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->choice_row), n_choices > 0);
  gtk_label_set_label (self->changes_label, describe_changes (self, n_changes));

  if (n_choices > 0)
    adw_combo_row_set_selected (self->choice_row, tlsrpt_import_get_selected (self->import));
}

/* Whether a line is longer than any record. */
static gboolean
has_long_line (const char *text)
{
  const char *end;

  while ((end = strchr (text, '\n')) != NULL)
    {
      if (end - text > TLSRPT_LIMIT_VALUE)
        return TRUE;
      text = end + 1;
    }

  return strlen (text) > TLSRPT_LIMIT_VALUE;
}

/* Long lines are not wrapped: GTK's wrapping takes quadratic time, 20 seconds for the longest. */
static void
choose_wrapping (TlsrptImportDialog *self)
{
  gboolean wraps = !has_long_line (tlsrpt_import_get_text (self->import));

  gtk_text_view_set_wrap_mode (self->text_view, wraps ? GTK_WRAP_WORD_CHAR : GTK_WRAP_NONE);
  gtk_scrolled_window_set_policy (self->text_scroller,
                                  wraps ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_AUTOMATIC);
}

/* What is suggested: with a form that holds something, to merge, but not the destinations
 * of one domain into the record of another. */
static GtkWidget *
get_main_button (TlsrptImportDialog *self)
{
  if (!tlsrpt_import_get_has_choice (self->import))
    return GTK_WIDGET (self->use_button);

  return GTK_WIDGET (tlsrpt_import_is_other_domain (self->import) ? self->replace_button
                                                                  : self->merge_button);
}

static void
show_suggestion (TlsrptImportDialog *self)
{
  GtkWidget *wanted = get_main_button (self);
  GtkWidget *buttons[] = { GTK_WIDGET (self->use_button), GTK_WIDGET (self->replace_button),
                           GTK_WIDGET (self->merge_button) };

  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      if (buttons[i] == wanted)
        gtk_widget_add_css_class (buttons[i], "suggested-action");
      else
        gtk_widget_remove_css_class (buttons[i], "suggested-action");
    }

  gtk_window_set_default_widget (GTK_WINDOW (self), wanted);
}

static void
judged_cb (TlsrptImportDialog *self)
{
  choose_wrapping (self);
  tlsrpt_import_buffer_underline (self->buffer, tlsrpt_import_get_remarks (self->import));
  mark_differences (self);
  show_verdict (self);
  show_lists (self);

  show_suggestion (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.merge",
                                 tlsrpt_import_get_can_merge (self->import));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.replace",
                                 tlsrpt_import_get_can_replace (self->import));
}

static void
overfull_cb (TlsrptImportDialog *self)
{
  g_autofree char *message = NULL;

  /* Translators: %d is a number of bytes */
  message = g_strdup_printf (_("The text would be longer than %d bytes"), TLSRPT_LIMIT_INPUT);
  tlsrpt_toast_show (GTK_WIDGET (self->text_view), tlsrpt_toast_new (message));
}

static void
choice_changed_cb (TlsrptImportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->choice_row);

  /* While the choices change, the row selects an item by itself; ignore that. */
  if (gtk_widget_get_visible (GTK_WIDGET (self->choice_row)) &&
      selected != GTK_INVALID_LIST_POSITION)
    tlsrpt_import_set_selected (self->import, selected);
}

/* What a row says, where it is now: the row knows only where it was at first. */
static TlsrptRemark *
get_remark (TlsrptImportDialog *self,
            GtkListBoxRow      *row)
{
  return g_ptr_array_index (tlsrpt_import_get_remarks (self->import),
                            gtk_list_box_row_get_index (row));
}

static void
finding_activated_cb (TlsrptImportDialog *self,
                      GtkListBoxRow      *row)
{
  GtkTextIter start;
  GtkTextIter end;

  tlsrpt_import_buffer_get_place (self->buffer, get_remark (self, row), &start, &end);
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  gtk_text_view_scroll_to_iter (self->text_view, &start, 0, FALSE, 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

static void
finding_repaired_cb (TlsrptImportDialog *self,
                     GtkListBoxRow      *row)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
  tlsrpt_import_buffer_repair (self->buffer, get_remark (self, row));
}

static GtkWidget *
create_change_row_cb (gpointer item,
                      gpointer user_data)
{
  return tlsrpt_remark_row_new (item);
}

static GtkWidget *
create_finding_row_cb (gpointer item,
                       gpointer user_data)
{
  GtkWidget *row = tlsrpt_remark_row_new (item);

  g_signal_connect_object (row, "repaired",
                           G_CALLBACK (finding_repaired_cb), user_data, G_CONNECT_SWAPPED);

  return row;
}

static gboolean
is_something (gpointer    object,
              const char *text)
{
  return text != NULL;
}

static void
accept (TlsrptImportDialog *self,
        gboolean            merges)
{
  g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0, merges);
  gtk_window_close (GTK_WINDOW (self));
}

static void
import_text_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  tlsrpt_import_dialog_set_text (TLSRPT_IMPORT_DIALOG (widget),
                                 g_variant_get_string (parameter, NULL));
}

static void
main_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  gtk_widget_activate (get_main_button (TLSRPT_IMPORT_DIALOG (widget)));
}

static void
merge_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  accept (TLSRPT_IMPORT_DIALOG (widget), TRUE);
}

static void
replace_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  accept (TLSRPT_IMPORT_DIALOG (widget), FALSE);
}

static void
tlsrpt_import_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TLSRPT_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (tlsrpt_import_dialog_parent_class)->dispose (object);
}

static void
tlsrpt_import_dialog_class_init (TlsrptImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_import_dialog_dispose;

  /**
   * TlsrptImportDialog::accepted:
   * @merges: whether the record is merged into the form
   *
   * The record is wanted in the form.
   */
  signals[SIGNAL_ACCEPTED] =
    g_signal_new ("accepted",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  g_type_ensure (TLSRPT_TYPE_COLUMNS);
  g_type_ensure (TLSRPT_TYPE_IMPORT);
  g_type_ensure (TLSRPT_TYPE_IMPORT_BUFFER);
  g_type_ensure (TLSRPT_TYPE_PILL_BUTTON);
  g_type_ensure (TLSRPT_TYPE_REMARK);
  g_type_ensure (TLSRPT_TYPE_REMARK_ROW);
  g_type_ensure (TLSRPT_TYPE_WRAP_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptImportDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, TlsrptImportDialog, change_list);
  gtk_widget_class_bind_template_child (widget_class, TlsrptImportDialog, changes_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptImportDialog, choice_row);
  gtk_widget_class_bind_template_child (widget_class, TlsrptImportDialog, finding_list);
  gtk_widget_class_bind_template_child (widget_class, TlsrptImportDialog, import);
  gtk_widget_class_bind_template_child (widget_class, TlsrptImportDialog, merge_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptImportDialog, replace_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptImportDialog, text_scroller);
  gtk_widget_class_bind_template_child (widget_class, TlsrptImportDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, TlsrptImportDialog, use_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptImportDialog, value_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptImportDialog, verdict_row);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, finding_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_something);
  gtk_widget_class_bind_template_callback (widget_class, judged_cb);
  gtk_widget_class_bind_template_callback (widget_class, overfull_cb);

  gtk_widget_class_install_action (widget_class, "import.main", NULL, main_action);
  gtk_widget_class_install_action (widget_class, "import.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "import.replace", NULL, replace_action);
  /* A text that is dropped on this window replaces the one in it. */
  gtk_widget_class_install_action (widget_class, "win.import-text", "s", import_text_action);
}

static void
tlsrpt_import_dialog_init (TlsrptImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tlsrpt_paste_limit_attach (GTK_WIDGET (self->text_view), TLSRPT_LIMIT_INPUT, NULL, NULL);

  gtk_widget_set_direction (GTK_WIDGET (self->text_view), GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (GTK_WIDGET (self->value_label), GTK_TEXT_DIR_LTR);

  gtk_list_box_bind_model (self->finding_list, tlsrpt_import_get_findings (self->import),
                           create_finding_row_cb, self, NULL);
  gtk_list_box_bind_model (self->change_list, tlsrpt_import_get_changes (self->import),
                           create_change_row_cb, NULL, NULL);
  adw_combo_row_set_model (self->choice_row, tlsrpt_import_get_choices (self->import));

  tlsrpt_import_drop_attach (GTK_WIDGET (self->text_view));
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

/**
 * tlsrpt_import_dialog_new:
 * @form: the record that is imported into
 *
 * Creates a window for an import.
 *
 * Returns: (transfer none): the window
 */
TlsrptImportDialog *
tlsrpt_import_dialog_new (TlsrptRecord *form)
{
  TlsrptImportDialog *self = g_object_new (TLSRPT_TYPE_IMPORT_DIALOG, NULL);

  tlsrpt_import_set_form (self->import, form);

  return self;
}

TlsrptImport *
tlsrpt_import_dialog_get_import (TlsrptImportDialog *self)
{
  g_return_val_if_fail (TLSRPT_IS_IMPORT_DIALOG (self), NULL);

  return self->import;
}

/**
 * tlsrpt_import_dialog_set_text:
 * @self: an import window
 * @text: what was pasted or dropped elsewhere
 *
 * Replaces the text in the window with @text.
 */
void
tlsrpt_import_dialog_set_text (TlsrptImportDialog *self,
                               const char         *text)
{
  g_return_if_fail (TLSRPT_IS_IMPORT_DIALOG (self));

  tlsrpt_import_buffer_replace (self->buffer, text);
}
