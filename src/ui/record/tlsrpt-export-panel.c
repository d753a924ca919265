/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-export-panel.h"

#include "tlsrpt-choose-file.h"
#include "tlsrpt-drop-down.h"
#include "tlsrpt-entry-row.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-panel-group.h"
#include "tlsrpt-paste-limit.h"
#include "tlsrpt-pill-button.h"
#include "tlsrpt-remark-row.h"
#include "tlsrpt-save.h"
#include "tlsrpt-settings.h"
#include "tlsrpt-technical-label.h"
#include "tlsrpt-toast.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * TlsrptExportPanel:
 *
 * Shows a record in the format that somebody's DNS server, provider or tool reads,
 * to be copied or saved.
 */
struct _TlsrptExportPanel
{
  GtkBox                parent_instance;

  TlsrptRecord         *record;
  TlsrptExport         *export;
  GCancellable         *cancellable;

  /* Template widgets */
  GtkDropDown          *format_drop_down;
  GtkTextBuffer        *hosts_buffer;
  TlsrptRemarkRow      *hosts_message_row;
  GtkTextView          *hosts_view;
  TlsrptRemarkRow      *note_row;
  TlsrptPanelGroup     *panel_group;
  GtkLabel             *preview;
  GtkWidget            *preview_card;
  TlsrptRemarkRow      *problem_row;
  GtkWidget            *ttl_remark_row;
  TlsrptEntryRow       *ttl_row;
  TlsrptEntryRow       *zone_row;
};

G_DEFINE_FINAL_TYPE (TlsrptExportPanel, tlsrpt_export_panel, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_RECORD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static const TlsrptExportFormat *
get_format (GtkStringObject *item)
{
  return item != NULL ? tlsrpt_export_format_find (gtk_string_object_get_string (item)) : NULL;
}

static char *
format_title (GtkListItem     *list_item,
              GtkStringObject *item)
{
  const TlsrptExportFormat *format = get_format (item);

  return format != NULL ? g_strdup (tlsrpt_export_format_get_title (format)) : NULL;
}

/* The title of an item in the list, whose row gets it as its name. */
static char *
format_item_title (GtkListItem     *list_item,
                   GtkStringObject *item)
{
  char *title = format_title (list_item, item);

  if (title != NULL)
    tlsrpt_drop_down_name_item (list_item, title);

  return title;
}

static char *
format_group (GtkListItem     *list_item,
              GtkStringObject *item)
{
  const TlsrptExportFormat *format = get_format (item);

  if (format == NULL)
    return NULL;

  return g_strdup (tlsrpt_export_group_get_title (tlsrpt_export_format_get_group (format)));
}

/* What a search looks at. */
static char *
format_words (GObject    *object,
              const char *key)
{
  const TlsrptExportFormat *format = tlsrpt_export_format_find (key);

  return g_strdup_printf ("%s %s %s %s", tlsrpt_export_format_get_title (format), key,
                          tlsrpt_export_group_get_title (tlsrpt_export_format_get_group (format)),
                          tlsrpt_export_format_get_words (format));
}

static char *
dup_buffer_text (GtkTextBuffer *buffer)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* The text without its final line feed, which would end up in whatever it is pasted into. */
static char *
dup_text (TlsrptExportPanel *self)
{
  const char *text = tlsrpt_export_get_text (self->export);

  return g_strndup (text, strlen (text) - 1);
}

/* A problem that a row already shows is not repeated. */
static gboolean
says (TlsrptEntryRow *row,
      const char     *problem)
{
  TlsrptRemark *remark = tlsrpt_entry_row_get_remark (row);

  return remark != NULL && g_strcmp0 (problem, tlsrpt_remark_get_message (remark)) == 0;
}

static gboolean
is_said_elsewhere (TlsrptExportPanel *self,
                   const char        *problem)
{
  const GError *hosts_error = tlsrpt_export_get_hosts_error (self->export);

  return g_strcmp0 (problem, tlsrpt_record_get_problem (self->record)) == 0 ||
         says (self->zone_row, problem) || says (self->ttl_row, problem) ||
         (hosts_error != NULL && g_strcmp0 (problem, hosts_error->message) == 0);
}

static void
show_problem (TlsrptExportPanel *self)
{
  const GError *error = tlsrpt_export_get_error (self->export);
  const char *problem = error != NULL ? error->message : NULL;

  g_object_set (self->problem_row,
                "message", is_said_elsewhere (self, problem) ? NULL : problem,
                NULL);
}

/* The fields of a web form are copied one by one; there is nothing to see in their text. */
static void
show_text (TlsrptExportPanel *self)
{
  const char *key = tlsrpt_export_get_format (self->export);
  GPtrArray *steps = tlsrpt_export_get_steps (self->export);
  gboolean has_text = tlsrpt_export_get_text (self->export) != NULL;
  g_autofree char *text = has_text ? dup_text (self) : NULL;

  tlsrpt_panel_group_show_steps (self->panel_group,
                                 tlsrpt_export_format_get_panel (tlsrpt_export_format_find (key)),
                                 steps);
  gtk_label_set_label (self->preview, text);
  gtk_widget_set_visible (self->preview_card, has_text && steps == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.copy", has_text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.save", has_text);
}

static void
format_selected_cb (TlsrptExportPanel *self)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (self->format_drop_down);

  if (item != NULL && self->export != NULL)
    tlsrpt_export_set_format (self->export, gtk_string_object_get_string (item));
}

/* A web form without a field for it has no use for a TTL. */
static void
show_ttl (TlsrptExportPanel *self)
{
  gboolean has_ttl = tlsrpt_export_has_ttl (self->export);
  gboolean has_remark = tlsrpt_entry_row_get_remark (self->ttl_row) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->ttl_row), has_ttl);
  gtk_widget_set_visible (self->ttl_remark_row, has_ttl && has_remark);
}

static void
ttl_remark_changed_cb (TlsrptExportPanel *self)
{
  show_problem (self);
  show_ttl (self);
}

static void
show_format (TlsrptExportPanel *self)
{
  const char *key = tlsrpt_export_get_format (self->export);

  show_ttl (self);
  for (gsize i = 0; i < tlsrpt_export_format_count (); i++)
    {
      const TlsrptExportFormat *format = tlsrpt_export_format_at (i);
      g_autofree char *label = NULL;

      if (!g_str_equal (tlsrpt_export_format_get_key (format), key))
        continue;

      /* Translators: for a screen reader; %s is the title of the chosen format */
      label = g_strdup_printf (_("Format: %s"), tlsrpt_export_format_get_title (format));
      gtk_drop_down_set_selected (self->format_drop_down, i);
      tlsrpt_drop_down_set_label (self->format_drop_down, label);
    }
}

/* An empty row means that the guessed zone is wanted. */
static void
zone_committed_cb (TlsrptExportPanel *self)
{
  TlsrptField *zone = tlsrpt_export_get_zone_field (self->export);

  if (tlsrpt_field_is_blank (zone))
    tlsrpt_export_guess_zone (self->export);
}

static void
hosts_changed_cb (TlsrptExportPanel *self)
{
  g_autofree char *hosts = dup_buffer_text (self->hosts_buffer);

  tlsrpt_export_set_hosts (self->export, hosts);
}

static void
show_hosts (TlsrptExportPanel *self)
{
  const char *hosts = tlsrpt_export_get_hosts (self->export);
  g_autofree char *shown = dup_buffer_text (self->hosts_buffer);

  if (!g_str_equal (shown, hosts))
    gtk_text_buffer_set_text (self->hosts_buffer, hosts, -1);
}

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_autofree char *text = dup_text (TLSRPT_EXPORT_PANEL (widget));

  tlsrpt_toast_copy (widget, text, _("Export copied"));
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tlsrpt_export_panel_save (TLSRPT_EXPORT_PANEL (widget));
}

/* In the rows of the form, Return generates; here it has nothing to do. */
static void
generate_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TlsrptExportPanel) self = user_data;
  g_autoptr (GError) error = NULL;

  tlsrpt_save_finish (G_FILE (source), result, &error);
  tlsrpt_toast_saved (GTK_WIDGET (self), G_FILE (source), error);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  TlsrptExportPanel *self = TLSRPT_EXPORT_PANEL (source);
  g_autoptr (GFile) file = tlsrpt_choose_file_finish (GTK_WIDGET (self), result);

  /* The form may have changed while the dialog was open. */
  if (file != NULL && tlsrpt_export_get_text (self->export) != NULL)
    tlsrpt_save_async (file, tlsrpt_export_get_text (self->export), -1, self->cancellable,
                       saved_cb, g_object_ref (self));
}

static void
tlsrpt_export_panel_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TlsrptExportPanel *self = TLSRPT_EXPORT_PANEL (object);

  switch (property_id)
    {
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_export_panel_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  TlsrptExportPanel *self = TLSRPT_EXPORT_PANEL (object);

  switch (property_id)
    {
    case PROP_RECORD:
      self->record = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_export_panel_constructed (GObject *object)
{
  TlsrptExportPanel *self = TLSRPT_EXPORT_PANEL (object);

  G_OBJECT_CLASS (tlsrpt_export_panel_parent_class)->constructed (object);

  if (self->record == NULL)
    return;

  self->export = tlsrpt_export_new (self->record);
  tlsrpt_settings_bind ("export-format", self->export, "format");

  tlsrpt_entry_row_set_field (self->zone_row, tlsrpt_export_get_zone_field (self->export));
  tlsrpt_entry_row_set_field (self->ttl_row, tlsrpt_export_get_ttl_field (self->export));
  g_object_bind_property (self->export, "hosts-problem", self->hosts_message_row, "message",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->export, "note", self->note_row, "message",
                          G_BINDING_SYNC_CREATE);

  g_signal_connect_object (self->export, "notify::format",
                           G_CALLBACK (show_format), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->export, "notify::hosts",
                           G_CALLBACK (show_hosts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->export, "notify::problem",
                           G_CALLBACK (show_problem), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->export, "notify::text",
                           G_CALLBACK (show_text), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->zone_row, "notify::remark",
                           G_CALLBACK (show_problem), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ttl_row, "notify::remark",
                           G_CALLBACK (ttl_remark_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hosts_buffer, "changed",
                           G_CALLBACK (hosts_changed_cb), self, G_CONNECT_SWAPPED);

  show_format (self);
  show_problem (self);
  show_text (self);
}

static void
tlsrpt_export_panel_dispose (GObject *object)
{
  TlsrptExportPanel *self = TLSRPT_EXPORT_PANEL (object);

  g_cancellable_cancel (self->cancellable);

  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_EXPORT_PANEL);
  g_clear_object (&self->export);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tlsrpt_export_panel_parent_class)->dispose (object);
}

static void
tlsrpt_export_panel_finalize (GObject *object)
{
  g_object_unref (TLSRPT_EXPORT_PANEL (object)->cancellable);

  G_OBJECT_CLASS (tlsrpt_export_panel_parent_class)->finalize (object);
}

static void
tlsrpt_export_panel_class_init (TlsrptExportPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = tlsrpt_export_panel_constructed;
  object_class->dispose = tlsrpt_export_panel_dispose;
  object_class->finalize = tlsrpt_export_panel_finalize;
  object_class->get_property = tlsrpt_export_panel_get_property;
  object_class->set_property = tlsrpt_export_panel_set_property;

  /**
   * TlsrptExportPanel:record:
   *
   * The record that is exported.
   */
  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, TLSRPT_TYPE_RECORD,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TLSRPT_TYPE_ENTRY_ROW);
  g_type_ensure (TLSRPT_TYPE_PANEL_GROUP);
  g_type_ensure (TLSRPT_TYPE_PILL_BUTTON);
  g_type_ensure (TLSRPT_TYPE_REMARK_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-export-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptExportPanel, format_drop_down);
  gtk_widget_class_bind_template_child (widget_class, TlsrptExportPanel, hosts_buffer);
  gtk_widget_class_bind_template_child (widget_class, TlsrptExportPanel, hosts_message_row);
  gtk_widget_class_bind_template_child (widget_class, TlsrptExportPanel, hosts_view);
  gtk_widget_class_bind_template_child (widget_class, TlsrptExportPanel, note_row);
  gtk_widget_class_bind_template_child (widget_class, TlsrptExportPanel, panel_group);
  gtk_widget_class_bind_template_child (widget_class, TlsrptExportPanel, preview);
  gtk_widget_class_bind_template_child (widget_class, TlsrptExportPanel, preview_card);
  gtk_widget_class_bind_template_child (widget_class, TlsrptExportPanel, problem_row);
  gtk_widget_class_bind_template_child (widget_class, TlsrptExportPanel, ttl_remark_row);
  gtk_widget_class_bind_template_child (widget_class, TlsrptExportPanel, ttl_row);
  gtk_widget_class_bind_template_child (widget_class, TlsrptExportPanel, zone_row);
  gtk_widget_class_bind_template_callback (widget_class, format_group);
  gtk_widget_class_bind_template_callback (widget_class, format_item_title);
  gtk_widget_class_bind_template_callback (widget_class, format_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_title);
  gtk_widget_class_bind_template_callback (widget_class, format_words);
  gtk_widget_class_bind_template_callback (widget_class, tlsrpt_entry_row_apply_repair);
  gtk_widget_class_bind_template_callback (widget_class, zone_committed_cb);

  gtk_widget_class_install_action (widget_class, "export.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "export.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "record.generate", NULL, generate_action);
}

static void
tlsrpt_export_panel_init (TlsrptExportPanel *self)
{
  g_autoptr (GtkStringList) keys = gtk_string_list_new (NULL);

  self->cancellable = g_cancellable_new ();

  for (gsize i = 0; i < tlsrpt_export_format_count (); i++)
    gtk_string_list_append (keys, tlsrpt_export_format_get_key (tlsrpt_export_format_at (i)));

  gtk_widget_init_template (GTK_WIDGET (self));
  tlsrpt_paste_limit_attach (GTK_WIDGET (self->hosts_view), TLSRPT_LIMIT_INPUT, NULL, NULL);
  gtk_drop_down_set_model (self->format_drop_down, G_LIST_MODEL (keys));
  tlsrpt_drop_down_search_anywhere (self->format_drop_down);

  /* Technical text is written from left to right everywhere. */
  gtk_widget_set_direction (GTK_WIDGET (self->hosts_view), GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (GTK_WIDGET (self->preview), GTK_TEXT_DIR_LTR);
  tlsrpt_technical_label_wrap (self->preview);
}

/**
 * tlsrpt_export_panel_new:
 * @record: what to export
 *
 * Creates a panel, which follows the record.
 *
 * Returns: (transfer floating): the panel
 */
GtkWidget *
tlsrpt_export_panel_new (TlsrptRecord *record)
{
  return g_object_new (TLSRPT_TYPE_EXPORT_PANEL, "record", record, NULL);
}

TlsrptExport *
tlsrpt_export_panel_get_export (TlsrptExportPanel *self)
{
  g_return_val_if_fail (TLSRPT_IS_EXPORT_PANEL (self), NULL);

  return self->export;
}

/**
 * tlsrpt_export_panel_focus_steps:
 * @self: a panel
 *
 * Puts the focus on the first field of the web form, if one is shown.
 */
void
tlsrpt_export_panel_focus_steps (TlsrptExportPanel *self)
{
  g_return_if_fail (TLSRPT_IS_EXPORT_PANEL (self));

  gtk_widget_child_focus (GTK_WIDGET (self->panel_group), GTK_DIR_TAB_FORWARD);
}

/**
 * tlsrpt_export_panel_save:
 * @self: a panel
 *
 * Asks where to save the export, if there is one, and saves it there.
 */
void
tlsrpt_export_panel_save (TlsrptExportPanel *self)
{
  g_return_if_fail (TLSRPT_IS_EXPORT_PANEL (self));

  if (self->export == NULL || tlsrpt_export_get_text (self->export) == NULL)
    return;

  tlsrpt_choose_file_async (GTK_WIDGET (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("Save Export"),
                            tlsrpt_export_get_file_name (self->export), file_chosen_cb, NULL);
}
