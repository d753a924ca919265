/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-destination-group.h"

#include "tlsrpt-accessible.h"
#include "tlsrpt-destination-row.h"
#include "tlsrpt-limits.h"

#include <glib/gi18n.h>

/**
 * TlsrptDestinationGroup:
 *
 * The destinations of one kind: a row for each, with its message under it, and
 * at the end a row that adds another.
 */
struct _TlsrptDestinationGroup
{
  AdwPreferencesGroup  parent_instance;

  TlsrptRecord        *record;
  TlsrptFieldKind      kind;
  char                *add_text;
  /* The destinations of our kind, in the order of the record. */
  GtkFilterListModel  *fields;
  /* While the record moves one of them. */
  gboolean             is_moving;

  /* Template widgets */
  GtkListBox          *list;
  GtkListBoxRow       *add_row;
  GtkLabel            *add_label;
};

G_DEFINE_FINAL_TYPE (TlsrptDestinationGroup, tlsrpt_destination_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  PROP_0,
  PROP_ADD_ACTION,
  PROP_ADD_LABEL,
  PROP_KIND,
  PROP_RECORD,
  N_PROPS,
};

enum
{
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static TlsrptDestinationRow *
get_row (TlsrptDestinationGroup *self,
         guint                   position)
{
  /* Every row is followed by its message.  One row that contains both would let
   * gtk_list_box_bind_model() do the work, but was tried without success with libadwaita
   * 1.2: the mnemonic of an AdwEntryRow works only in a list box itself, since a row
   * activates itself there, and to move an item the binding makes a new row, without the
   * focus, the undo, and the error of the one before. */
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) position * 2);

  return row != self->add_row ? TLSRPT_DESTINATION_ROW (row) : NULL;
}

static guint
count_fields (TlsrptDestinationGroup *self)
{
  return self->fields != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->fields)) : 0;
}

static gboolean
holds_field (TlsrptDestinationGroup *self,
             TlsrptField            *field)
{
  guint n_fields = count_fields (self);

  for (guint i = 0; i < n_fields; i++)
    {
      g_autoptr (TlsrptField) ours = g_list_model_get_item (G_LIST_MODEL (self->fields), i);

      if (ours == field)
        return TRUE;
    }

  return FALSE;
}

static int
find_position (TlsrptDestinationGroup *self,
               TlsrptField            *field)
{
  TlsrptDestinationRow *row;

  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      if (tlsrpt_entry_row_get_field (TLSRPT_ENTRY_ROW (row)) == field)
        return (int) i;
    }

  return -1;
}

static void
place_rows (TlsrptDestinationGroup *self)
{
  guint n_rows = count_fields (self);

  for (guint i = 0; i < n_rows; i++)
    tlsrpt_destination_row_set_place (get_row (self, i), i, n_rows);
}

static int
compare_places (GtkListBoxRow *a,
                GtkListBoxRow *b,
                gpointer       user_data)
{
  GHashTable *places = user_data;

  return GPOINTER_TO_INT (g_hash_table_lookup (places, a)) -
         GPOINTER_TO_INT (g_hash_table_lookup (places, b));
}

/* Sorts the rows as the fields are, each with its message.  They stay in the list: a
 * row that leaves the window loses the focus, and on GTK 4.8 its buttons never find its
 * actions again. */
static void
sort_rows (TlsrptDestinationGroup *self)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  int n_fields = (int) count_fields (self);

  for (int i = 0; i < n_fields; i++)
    {
      g_autoptr (TlsrptField) field = g_list_model_get_item (G_LIST_MODEL (self->fields),
                                                             (guint) i);
      int position = find_position (self, field);

      g_hash_table_insert (places, gtk_list_box_get_row_at_index (self->list, position * 2),
                           GINT_TO_POINTER (i * 2));
      g_hash_table_insert (places, gtk_list_box_get_row_at_index (self->list, position * 2 + 1),
                           GINT_TO_POINTER (i * 2 + 1));
    }

  g_hash_table_insert (places, self->add_row, GINT_TO_POINTER (n_fields * 2));

  gtk_list_box_set_sort_func (self->list, compare_places, places, NULL);
  gtk_list_box_set_sort_func (self->list, NULL, NULL, NULL);
}

static void
move_field (TlsrptDestinationGroup *self,
            TlsrptField            *field,
            int                     steps)
{
  self->is_moving = TRUE;
  tlsrpt_record_move_destination (self->record, field, steps);
  self->is_moving = FALSE;

  sort_rows (self);
  place_rows (self);
}

static void
row_committed_cb (TlsrptDestinationGroup *self,
                  TlsrptEntryRow         *row)
{
  TlsrptField *field = tlsrpt_entry_row_get_field (row);

  /* Not while the row is being removed, which takes its focus too. */
  if (holds_field (self, field))
    tlsrpt_record_split_destination (self->record, field);
}

static void
row_moved_cb (TlsrptDestinationGroup *self,
              int                     steps,
              TlsrptEntryRow         *row)
{
  move_field (self, tlsrpt_entry_row_get_field (row), steps);
}

static void
row_removed_cb (TlsrptDestinationGroup *self,
                TlsrptEntryRow         *row)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0, tlsrpt_entry_row_get_field (row));
}

static GtkWidget *
create_row (TlsrptDestinationGroup *self,
            TlsrptField            *field)
{
  GtkWidget *row = tlsrpt_destination_row_new (field);

  g_signal_connect_object (row, "committed",
                           G_CALLBACK (row_committed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "moved",
                           G_CALLBACK (row_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed",
                           G_CALLBACK (row_removed_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
take_row (TlsrptDestinationGroup *self,
          guint                   position)
{
  GtkWidget *row = GTK_WIDGET (get_row (self, position));
  GtkWidget *message = gtk_widget_get_next_sibling (row);

  gtk_list_box_remove (self->list, row);
  gtk_list_box_remove (self->list, message);
}

static void
put_row (TlsrptDestinationGroup *self,
         guint                   position,
         TlsrptField            *field)
{
  GtkWidget *row = create_row (self, field);
  GtkWidget *message = tlsrpt_entry_row_create_remark_row (TLSRPT_ENTRY_ROW (row));

  gtk_list_box_insert (self->list, row, (int) position * 2);
  gtk_list_box_insert (self->list, message, (int) position * 2 + 1);
}

/* A row that cannot be used says why. */
static void
show_add_row (TlsrptDestinationGroup *self)
{
  g_autofree char *full = NULL;

  if (self->record != NULL &&
      g_list_model_get_n_items (tlsrpt_record_get_destinations (self->record)) >=
      TLSRPT_LIMIT_DESTINATIONS)
    /* Translators: %d is a number, more than one */
    full = g_strdup_printf (_("A record can have at most %d destinations"), TLSRPT_LIMIT_DESTINATIONS);

  gtk_label_set_label (self->add_label, full != NULL ? full : self->add_text);
  tlsrpt_accessible_set_name (GTK_ACCESSIBLE (self->add_row), gtk_label_get_text (self->add_label));
}

static void
fields_changed_cb (TlsrptDestinationGroup *self,
                   guint                   position,
                   guint                   n_removed,
                   guint                   n_added,
                   GListModel             *fields)
{
  /* The rows of fields that only move are kept: they hold the cursor, and know whether
   * their error has been shown. */
  if (self->is_moving)
    return;

  for (guint i = 0; i < n_removed; i++)
    take_row (self, position);

  for (guint i = 0; i < n_added; i++)
    {
      g_autoptr (TlsrptField) field = g_list_model_get_item (fields, position + i);

      put_row (self, position + i, field);
    }

  place_rows (self);
}

static gboolean
has_our_kind (gpointer item,
              gpointer user_data)
{
  TlsrptDestinationGroup *self = user_data;

  return tlsrpt_field_get_kind (item) == self->kind;
}

/* The place that a field takes when it is dropped at @y. */
static int
find_drop_position (TlsrptDestinationGroup *self,
                    double                  y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);
  int last = (int) count_fields (self) - 1;

  return row != NULL ? MIN (gtk_list_box_row_get_index (row) / 2, last) : last;
}

static GdkDragAction
drag_moved_cb (TlsrptDestinationGroup *self,
               double                  x,
               double                  y)
{
  int position = find_drop_position (self, y);

  if (position < 0)
    return 0;

  gtk_list_box_drag_highlight_row (self->list, GTK_LIST_BOX_ROW (get_row (self, position)));

  return GDK_ACTION_MOVE;
}

static void
drag_left_cb (TlsrptDestinationGroup *self)
{
  gtk_list_box_drag_unhighlight_row (self->list);
}

static gboolean
dropped_cb (TlsrptDestinationGroup *self,
            const GValue           *value,
            double                  x,
            double                  y)
{
  TlsrptField *field = g_value_get_object (value);
  int from = find_position (self, field);

  gtk_list_box_drag_unhighlight_row (self->list);

  /* An address is not dropped among the endpoints. */
  if (from < 0)
    return FALSE;

  move_field (self, field, find_drop_position (self, y) - from);

  return TRUE;
}

/* The arrow keys lead on to the next list, as from the lists of AdwPreferencesGroup. */
static gboolean
keynav_failed_cb (TlsrptDestinationGroup *self,
                  GtkDirectionType        direction)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if (direction == GTK_DIR_UP)
    return gtk_widget_child_focus (root, GTK_DIR_TAB_BACKWARD);
  if (direction == GTK_DIR_DOWN)
    return gtk_widget_child_focus (root, GTK_DIR_TAB_FORWARD);

  return FALSE;
}

static void
tlsrpt_destination_group_get_property (GObject    *object,
                                       guint       property_id,
                                       GValue     *value,
                                       GParamSpec *pspec)
{
  TlsrptDestinationGroup *self = TLSRPT_DESTINATION_GROUP (object);

  switch (property_id)
    {
    case PROP_ADD_ACTION:
      g_value_set_string (value, gtk_actionable_get_action_name (GTK_ACTIONABLE (self->add_row)));
      break;

    case PROP_ADD_LABEL:
      g_value_set_string (value, self->add_text);
      break;

    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;

    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_destination_group_set_property (GObject      *object,
                                       guint         property_id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  TlsrptDestinationGroup *self = TLSRPT_DESTINATION_GROUP (object);

  switch (property_id)
    {
    case PROP_ADD_ACTION:
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add_row), g_value_get_string (value));
      break;

    case PROP_ADD_LABEL:
      g_free (self->add_text);
      self->add_text = g_value_dup_string (value);
      show_add_row (self);
      break;

    case PROP_KIND:
      self->kind = g_value_get_enum (value);
      break;

    case PROP_RECORD:
      tlsrpt_destination_group_set_record (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_destination_group_dispose (GObject *object)
{
  TlsrptDestinationGroup *self = TLSRPT_DESTINATION_GROUP (object);

  g_clear_object (&self->fields);
  g_clear_object (&self->record);
  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_DESTINATION_GROUP);

  G_OBJECT_CLASS (tlsrpt_destination_group_parent_class)->dispose (object);
}

static void
tlsrpt_destination_group_finalize (GObject *object)
{
  TlsrptDestinationGroup *self = TLSRPT_DESTINATION_GROUP (object);

  g_free (self->add_text);

  G_OBJECT_CLASS (tlsrpt_destination_group_parent_class)->finalize (object);
}

static void
tlsrpt_destination_group_class_init (TlsrptDestinationGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_destination_group_dispose;
  object_class->finalize = tlsrpt_destination_group_finalize;
  object_class->get_property = tlsrpt_destination_group_get_property;
  object_class->set_property = tlsrpt_destination_group_set_property;

  /**
   * TlsrptDestinationGroup:add-action:
   *
   * The action that adds a destination of our kind.
   */
  properties[PROP_ADD_ACTION] =
    g_param_spec_string ("add-action", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * TlsrptDestinationGroup:add-label:
   *
   * What the last row says, with its mnemonic.
   */
  properties[PROP_ADD_LABEL] =
    g_param_spec_string ("add-label", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * TlsrptDestinationGroup:kind:
   *
   * The kind of destination that is shown.
   */
  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, TLSRPT_TYPE_FIELD_KIND, TLSRPT_FIELD_MAIL,
                       G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * TlsrptDestinationGroup:record:
   *
   * The record whose destinations are shown.
   */
  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, TLSRPT_TYPE_RECORD,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TlsrptDestinationGroup::removed:
   * @field: what the row was bound to
   *
   * A row is to go.
   */
  signals[SIGNAL_REMOVED] =
    g_signal_new ("removed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL, NULL,
                  G_TYPE_NONE, 1, TLSRPT_TYPE_FIELD);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-destination-group.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptDestinationGroup, add_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDestinationGroup, add_row);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDestinationGroup, list);
  gtk_widget_class_bind_template_callback (widget_class, drag_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, dropped_cb);
  gtk_widget_class_bind_template_callback (widget_class, keynav_failed_cb);
}

static void
tlsrpt_destination_group_init (TlsrptDestinationGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
tlsrpt_destination_group_set_record (TlsrptDestinationGroup *self,
                                     TlsrptRecord           *record)
{
  guint n_old;
  guint n_new;

  g_return_if_fail (TLSRPT_IS_DESTINATION_GROUP (self));
  g_return_if_fail (record == NULL || TLSRPT_IS_RECORD (record));

  if (self->record == record)
    return;

  n_old = count_fields (self);
  if (self->record != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->fields, fields_changed_cb, self);
      g_signal_handlers_disconnect_by_func (tlsrpt_record_get_destinations (self->record),
                                            show_add_row, self);
    }
  g_clear_object (&self->fields);
  g_set_object (&self->record, record);

  if (record != NULL)
    {
      GtkCustomFilter *filter = gtk_custom_filter_new (has_our_kind, self, NULL);
      GListModel *destinations = tlsrpt_record_get_destinations (record);

      self->fields = gtk_filter_list_model_new (g_object_ref (destinations), GTK_FILTER (filter));
      g_signal_connect_object (self->fields, "items-changed",
                               G_CALLBACK (fields_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (destinations, "items-changed",
                               G_CALLBACK (show_add_row), self, G_CONNECT_SWAPPED);
    }

  n_new = count_fields (self);
  fields_changed_cb (self, 0, n_old, n_new, G_LIST_MODEL (self->fields));
  show_add_row (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

/**
 * tlsrpt_destination_group_get_field_row:
 * @self: a destination group
 * @field: a destination
 *
 * Finds the row that edits @field.
 *
 * Returns: (transfer none) (nullable): the row, or `NULL` if it is elsewhere
 */
TlsrptEntryRow *
tlsrpt_destination_group_get_field_row (TlsrptDestinationGroup *self,
                                        TlsrptField            *field)
{
  int position;

  g_return_val_if_fail (TLSRPT_IS_DESTINATION_GROUP (self), NULL);

  position = find_position (self, field);

  return position < 0 ? NULL : TLSRPT_ENTRY_ROW (get_row (self, (guint) position));
}

/**
 * tlsrpt_destination_group_get_position:
 * @self: a destination group
 * @field: a destination
 *
 * Finds the place of @field in the group.
 *
 * Returns: the position of its row, from 0
 */
guint
tlsrpt_destination_group_get_position (TlsrptDestinationGroup *self,
                                       TlsrptField            *field)
{
  int position;

  g_return_val_if_fail (TLSRPT_IS_DESTINATION_GROUP (self), 0);

  position = find_position (self, field);
  g_return_val_if_fail (position >= 0, 0);

  return (guint) position;
}

/**
 * tlsrpt_destination_group_focus_position:
 * @self: a destination group
 * @position: a position, also one where a row has been until now
 *
 * Puts the focus where the eye is when the row at @position has gone: on the
 * button that removes the next row, or adds one if there is none.
 */
void
tlsrpt_destination_group_focus_position (TlsrptDestinationGroup *self,
                                         guint                   position)
{
  guint n_fields;

  g_return_if_fail (TLSRPT_IS_DESTINATION_GROUP (self));

  n_fields = count_fields (self);
  if (n_fields > 0)
    tlsrpt_destination_row_focus_remove (get_row (self, MIN (position, n_fields - 1)));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->add_row));
}

/**
 * tlsrpt_destination_group_check:
 * @self: a destination group
 *
 * Says what is wrong with the rows that were filled in.
 */
void
tlsrpt_destination_group_check (TlsrptDestinationGroup *self)
{
  TlsrptDestinationRow *row;

  g_return_if_fail (TLSRPT_IS_DESTINATION_GROUP (self));

  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      TlsrptField *field = tlsrpt_entry_row_get_field (TLSRPT_ENTRY_ROW (row));

      if (!tlsrpt_field_is_blank (field))
        tlsrpt_entry_row_check (TLSRPT_ENTRY_ROW (row));
    }
}
