/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-entry-row.h"

#include "tlsrpt-accessible.h"
#include "tlsrpt-entry-undo.h"
#include "tlsrpt-field-remark.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-paste-limit.h"
#include "tlsrpt-paste.h"
#include "tlsrpt-remark-row.h"

/**
 * TlsrptEntryRow:
 *
 * An entry row that is bound to a [class@Field].
 *
 * It is neutral while somebody is typing and may still get it right, marks what is
 * right, and says what is wrong when the typing has ended or when no further typing can
 * fix it. An error that has been shown follows the typing until it is mended. What it
 * has to say is [property@EntryRow:remark]; a [class@RemarkRow] under it shows that.
 */
typedef struct
{
  TlsrptField    *field;
  GSignalGroup   *field_signals;

  /* Output, derived by update() */
  TlsrptRemark   *remark;

  /* The typing has ended, so that what is incomplete is wrong. */
  gboolean        is_checked;
  /* The text comes from the field, not from the keyboard. */
  gboolean        is_syncing;

  /* Template widgets */
  GtkWidget      *valid_mark;
} TlsrptEntryRowPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (TlsrptEntryRow, tlsrpt_entry_row, ADW_TYPE_ENTRY_ROW)

enum
{
  PROP_0,
  PROP_FIELD,
  PROP_REMARK,
  N_PROPS,
};

enum
{
  SIGNAL_COMMITTED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static TlsrptEntryRowPrivate *
get_private (TlsrptEntryRow *self)
{
  return tlsrpt_entry_row_get_instance_private (self);
}

static void
set_style (TlsrptEntryRow *self,
           const char     *name,
           gboolean        is_wanted)
{
  if (is_wanted)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
show_state (TlsrptEntryRow *self)
{
  TlsrptEntryRowPrivate *priv = get_private (self);
  gboolean is_wrong = tlsrpt_remark_get_severity (priv->remark) == TLSRPT_SEVERITY_ERROR;
  const char *message = priv->remark != NULL ? tlsrpt_remark_get_message (priv->remark) : NULL;
  GtkEditable *delegate = gtk_editable_get_delegate (GTK_EDITABLE (self));

  set_style (self, "error", is_wrong);
  set_style (self, "has-message", message != NULL);
  /* The focusable object is the row in libadwaita 1.2 and its inner text later, so
   * both are told. */
  tlsrpt_accessible_set_message (GTK_ACCESSIBLE (self), message, is_wrong);
  tlsrpt_accessible_set_message (GTK_ACCESSIBLE (delegate), message, is_wrong);
}

static void
set_remark (TlsrptEntryRow *self,
            TlsrptRemark   *remark)
{
  TlsrptEntryRowPrivate *priv = get_private (self);

  if (tlsrpt_remark_equal (priv->remark, remark))
    return;

  g_set_object (&priv->remark, remark);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REMARK]);
  show_state (self);
}

static void
update (TlsrptEntryRow *self)
{
  TlsrptEntryRowPrivate *priv = get_private (self);
  g_autoptr (TlsrptRemark) remark = NULL;
  gboolean is_good = FALSE;

  if (priv->field != NULL)
    {
      if (tlsrpt_field_get_value (priv->field) != NULL)
        priv->is_checked = FALSE;

      remark = tlsrpt_field_dup_remark (priv->field, priv->is_checked);
      is_good = tlsrpt_field_is_good (priv->field);
    }

  set_remark (self, remark);
  gtk_widget_set_visible (priv->valid_mark, is_good);
}

static void
commit (TlsrptEntryRow *self)
{
  TlsrptEntryRowPrivate *priv = get_private (self);

  if (priv->field == NULL)
    return;

  g_signal_emit (self, signals[SIGNAL_COMMITTED], 0);

  /* A row that was never filled in shows no error yet. */
  if (priv->field != NULL && !tlsrpt_field_is_blank (priv->field))
    tlsrpt_entry_row_check (self);
}

/* A pasted record opens the import instead and leaves the row unchanged. */
static void
pasted_cb (GtkWidget  *delegate,
           const char *text,
           gpointer    user_data)
{
  TlsrptEntryRow *self = user_data;
  TlsrptEntryRowPrivate *priv = get_private (self);

  if (priv->field != NULL && tlsrpt_paste_is_wanted (text))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.import-text", "s", text);
      return;
    }

  tlsrpt_paste_limit_insert (delegate, text);
  if (priv->field != NULL)
    g_signal_emit (self, signals[SIGNAL_COMMITTED], 0);
}

static void
text_changed_cb (TlsrptEntryRow *self)
{
  TlsrptEntryRowPrivate *priv = get_private (self);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  gboolean was_blank;

  if (priv->is_syncing || priv->field == NULL)
    return;

  was_blank = tlsrpt_field_is_blank (priv->field);
  tlsrpt_field_set_text (priv->field, text);

  /* Typing into an empty row, or emptying it, forgets that its error was shown. */
  if (was_blank != tlsrpt_field_is_blank (priv->field))
    priv->is_checked = FALSE;

  update (self);
}

static void
field_text_changed_cb (TlsrptEntryRow *self)
{
  TlsrptEntryRowPrivate *priv = get_private (self);
  const char *text = tlsrpt_field_get_text (priv->field);

  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), text))
    return;

  priv->is_syncing = TRUE;
  tlsrpt_entry_undo_reset (gtk_editable_get_delegate (GTK_EDITABLE (self)), text);
  priv->is_syncing = FALSE;

  priv->is_checked = FALSE;
}

static void
focus_left_cb (TlsrptEntryRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* Our window lost the focus, not the row: the typing has not ended. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return;

  commit (self);
}

static void
entry_activated_cb (TlsrptEntryRow *self)
{
  commit (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "record.generate", NULL);
}

static void
title_changed_cb (TlsrptEntryRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  GtkEditable *delegate = gtk_editable_get_delegate (GTK_EDITABLE (self));
  g_auto (GStrv) parts = g_strsplit (title, "_", -1);
  g_autofree char *label = g_strjoinv ("", parts);

  tlsrpt_accessible_set_name (GTK_ACCESSIBLE (self), label);
  tlsrpt_accessible_set_name (GTK_ACCESSIBLE (delegate), label);
}

/* Domains and addresses are written from left to right everywhere, but aligned with the title. */
static void
align (TlsrptEntryRow *self)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  gtk_editable_set_alignment (GTK_EDITABLE (self), is_rtl ? 1.0 : 0.0);
}

static void
tlsrpt_entry_row_direction_changed (GtkWidget        *widget,
                                    GtkTextDirection  previous_direction)
{
  align (TLSRPT_ENTRY_ROW (widget));

  GTK_WIDGET_CLASS (tlsrpt_entry_row_parent_class)->direction_changed (widget, previous_direction);
}

static void
tlsrpt_entry_row_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TlsrptEntryRowPrivate *priv = get_private (TLSRPT_ENTRY_ROW (object));

  switch (property_id)
    {
    case PROP_FIELD:
      g_value_set_object (value, priv->field);
      break;

    case PROP_REMARK:
      g_value_set_object (value, priv->remark);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_entry_row_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_FIELD:
      tlsrpt_entry_row_set_field (TLSRPT_ENTRY_ROW (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_entry_row_dispose (GObject *object)
{
  TlsrptEntryRowPrivate *priv = get_private (TLSRPT_ENTRY_ROW (object));

  g_clear_object (&priv->field_signals);
  g_clear_object (&priv->field);
  g_clear_object (&priv->remark);
  /* No gtk_widget_dispose_template(): in GTK 4.8 the call of a derived class
   * takes the children of all classes, and a second call aborts. */

  G_OBJECT_CLASS (tlsrpt_entry_row_parent_class)->dispose (object);
}

static void
tlsrpt_entry_row_class_init (TlsrptEntryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_entry_row_dispose;
  object_class->get_property = tlsrpt_entry_row_get_property;
  object_class->set_property = tlsrpt_entry_row_set_property;

  widget_class->direction_changed = tlsrpt_entry_row_direction_changed;

  /**
   * TlsrptEntryRow:field:
   *
   * What the row edits.
   */
  properties[PROP_FIELD] =
    g_param_spec_object ("field", NULL, NULL, TLSRPT_TYPE_FIELD,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * TlsrptEntryRow:remark:
   *
   * What to say under the row.
   */
  properties[PROP_REMARK] =
    g_param_spec_object ("remark", NULL, NULL, TLSRPT_TYPE_REMARK,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TlsrptEntryRow::committed:
   *
   * Somebody has finished typing, or has pasted something.
   */
  signals[SIGNAL_COMMITTED] =
    g_signal_new ("committed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/tlsrpt-entry-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, TlsrptEntryRow, valid_mark);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
}

static void
tlsrpt_entry_row_init (TlsrptEntryRow *self)
{
  TlsrptEntryRowPrivate *priv = get_private (self);
  GtkEditable *delegate;

  gtk_widget_init_template (GTK_WIDGET (self));

  delegate = gtk_editable_get_delegate (GTK_EDITABLE (self));
  tlsrpt_entry_undo_attach (delegate);
  tlsrpt_paste_limit_attach (GTK_WIDGET (delegate), TLSRPT_LIMIT_INPUT, pasted_cb, self);
  gtk_widget_set_direction (GTK_WIDGET (delegate), GTK_TEXT_DIR_LTR);
  align (self);

  priv->field_signals = g_signal_group_new (TLSRPT_TYPE_FIELD);
  g_signal_group_connect_swapped (priv->field_signals, "notify::text",
                                  G_CALLBACK (field_text_changed_cb), self);
  g_signal_group_connect_swapped (priv->field_signals, "notify",
                                  G_CALLBACK (update), self);
}

TlsrptField *
tlsrpt_entry_row_get_field (TlsrptEntryRow *self)
{
  g_return_val_if_fail (TLSRPT_IS_ENTRY_ROW (self), NULL);

  return get_private (self)->field;
}

void
tlsrpt_entry_row_set_field (TlsrptEntryRow *self,
                            TlsrptField    *field)
{
  TlsrptEntryRowPrivate *priv;

  g_return_if_fail (TLSRPT_IS_ENTRY_ROW (self));
  g_return_if_fail (field == NULL || TLSRPT_IS_FIELD (field));

  priv = get_private (self);
  if (!g_set_object (&priv->field, field))
    return;

  g_signal_group_set_target (priv->field_signals, field);
  if (field != NULL)
    field_text_changed_cb (self);
  update (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIELD]);
}

/**
 * tlsrpt_entry_row_get_remark:
 *
 * Returns: (transfer none) (nullable): what to say under the row
 */
TlsrptRemark *
tlsrpt_entry_row_get_remark (TlsrptEntryRow *self)
{
  g_return_val_if_fail (TLSRPT_IS_ENTRY_ROW (self), NULL);

  return get_private (self)->remark;
}

/**
 * tlsrpt_entry_row_check:
 * @self: an entry row
 *
 * Says what is wrong with the row, if anything is, without waiting for more.
 */
void
tlsrpt_entry_row_check (TlsrptEntryRow *self)
{
  g_return_if_fail (TLSRPT_IS_ENTRY_ROW (self));

  get_private (self)->is_checked = TRUE;
  update (self);
}

/**
 * tlsrpt_entry_row_apply_repair:
 * @self: an entry row
 *
 * Puts the repair in the place of what was typed, and the cursor behind it.  The
 * undo of the entry brings back what was typed.
 */
void
tlsrpt_entry_row_apply_repair (TlsrptEntryRow *self)
{
  TlsrptEntryRowPrivate *priv;
  g_autofree char *repair = NULL;

  g_return_if_fail (TLSRPT_IS_ENTRY_ROW (self));

  priv = get_private (self);
  if (priv->remark == NULL || tlsrpt_remark_get_repair (priv->remark) == NULL)
    return;

  /* The remark is freed when the text changes. */
  repair = g_strdup (tlsrpt_remark_get_repair (priv->remark));

  priv->is_syncing = TRUE;
  tlsrpt_entry_undo_retype (gtk_editable_get_delegate (GTK_EDITABLE (self)), repair);
  priv->is_syncing = FALSE;

  tlsrpt_field_set_text (priv->field, repair);
  tlsrpt_entry_row_start_typing (self);
}

/**
 * tlsrpt_entry_row_start_typing:
 * @self: an entry row
 *
 * Puts the focus into the row and the cursor behind its text, selecting nothing.
 */
void
tlsrpt_entry_row_start_typing (TlsrptEntryRow *self)
{
  GtkEditable *delegate;

  g_return_if_fail (TLSRPT_IS_ENTRY_ROW (self));

  delegate = gtk_editable_get_delegate (GTK_EDITABLE (self));
  gtk_text_grab_focus_without_selecting (GTK_TEXT (delegate));
  gtk_editable_set_position (delegate, -1);
}

/**
 * tlsrpt_entry_row_create_remark_row:
 * @self: an entry row
 *
 * Makes the row that stands under @self and says what @self has to say.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
tlsrpt_entry_row_create_remark_row (TlsrptEntryRow *self)
{
  GtkWidget *row;

  g_return_val_if_fail (TLSRPT_IS_ENTRY_ROW (self), NULL);

  row = tlsrpt_remark_row_new (NULL);
  g_object_bind_property (self, "remark", row, "remark", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (row, "repaired",
                           G_CALLBACK (tlsrpt_entry_row_apply_repair), self, G_CONNECT_SWAPPED);

  return row;
}
