/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-guide-contents.h"

#include "tlsrpt-failure-type.h"
#include "tlsrpt-guide-row.h"
#include "tlsrpt-guide-search.h"
#include "tlsrpt-guide.h"
#include "tlsrpt-heading.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-paste-limit.h"
#include "tlsrpt-question.h"
#include "tlsrpt-reason-code.h"
#include "tlsrpt-stack.h"

#include <glib/gi18n.h>

/* Rows to add in each frame: the first layout of a row takes up to two of a frame's 16
 * milliseconds. */
#define ROWS_A_FRAME 3

/**
 * TlsrptGuideContents:
 *
 * The contents of the guide: all entries, group by group, or those that a search
 * finds.
 *
 * It stands in a widget with the actions `guide.open` and `guide.back`.
 */
struct _TlsrptGuideContents
{
  AdwBin              parent_instance;

  /* The entries that have come to the contents, the last heading and list, and the
   * row of the reason codes. */
  guint               n_entries;
  const char         *heading;
  GtkListBox         *list;
  AdwExpanderRow     *codes_row;

  /* What was found, how much of it is shown, and the rows for it. */
  GPtrArray          *hits;
  guint               n_hits;
  GPtrArray          *hit_rows;

  guint               tick_callback;

  /* Belongs to the widget whose keys are captured. */
  GtkEventController *key_capture;

  /* Template widgets */
  GtkBox             *groups_box;
  GtkLabel           *hits_label;
  GtkListBox         *hits_list;
  GtkScrolledWindow  *hits_window;
  GtkSearchEntry     *search_entry;
  GtkStack           *stack;
};

G_DEFINE_FINAL_TYPE (TlsrptGuideContents, tlsrpt_guide_contents, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SEARCH,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void fill (TlsrptGuideContents *self);

static void
append_codes_row (TlsrptGuideContents *self)
{
  GtkListBox *list = tlsrpt_heading_append_list (self->groups_box, _("Reason Codes"));

  self->codes_row = g_object_new (ADW_TYPE_EXPANDER_ROW,
                                  "subtitle", _("What senders write in failure-reason-code"),
                                  "title", _("All Reason Codes"),
                                  NULL);

  g_signal_connect_object (self->codes_row, "notify::expanded",
                           G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (list, GTK_WIDGET (self->codes_row));
}

static const char *
get_heading (TlsrptGuideEntry *entry)
{
  if (TLSRPT_IS_FAILURE_TYPE (entry))
    return tlsrpt_failure_group_get_title (
      tlsrpt_failure_type_get_group (TLSRPT_FAILURE_TYPE (entry)));

  return tlsrpt_question_group_get_title (tlsrpt_question_get_group (TLSRPT_QUESTION (entry)));
}

static void
append_next_entry (TlsrptGuideContents *self)
{
  const GPtrArray *entries = tlsrpt_guide_get_entries ();
  TlsrptGuideEntry *entry = g_ptr_array_index (entries, self->n_entries);
  const char *heading;

  self->n_entries++;

  if (TLSRPT_IS_REASON_CODE (entry))
    {
      adw_expander_row_add_row (self->codes_row, tlsrpt_guide_row_new (entry));
      return;
    }

  heading = get_heading (entry);

  if (g_strcmp0 (heading, self->heading) != 0)
    {
      self->heading = heading;
      self->list = tlsrpt_heading_append_list (self->groups_box, heading);
    }

  gtk_list_box_append (self->list, tlsrpt_guide_row_new (entry));
}

/* Reason codes come last.  They are many and mostly come by a link or a search, so
 * they wait in one row until that is expanded. */
static gboolean
append_next_row (TlsrptGuideContents *self)
{
  const GPtrArray *entries = tlsrpt_guide_get_entries ();

  if (self->n_entries == entries->len)
    return FALSE;

  if (!TLSRPT_IS_REASON_CODE (g_ptr_array_index (entries, self->n_entries)) ||
      (self->codes_row != NULL && adw_expander_row_get_expanded (self->codes_row)))
    append_next_entry (self);
  else if (self->codes_row == NULL)
    append_codes_row (self);
  else
    return FALSE;

  return TRUE;
}

static void
show_next_hit (TlsrptGuideContents *self)
{
  TlsrptGuideEntry *entry = g_ptr_array_index (self->hits, self->n_hits);

  if (self->n_hits < self->hit_rows->len)
    {
      TlsrptGuideRow *row = g_ptr_array_index (self->hit_rows, self->n_hits);

      tlsrpt_guide_row_set_entry (row, entry);
      gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
    }
  else
    {
      GtkWidget *row = tlsrpt_guide_row_new (entry);

      g_ptr_array_add (self->hit_rows, row);
      gtk_list_box_append (self->hits_list, row);
    }

  self->n_hits++;
}

static gboolean
frame_begun_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  TlsrptGuideContents *self = TLSRPT_GUIDE_CONTENTS (widget);

  for (guint i = 0; i < ROWS_A_FRAME; i++)
    {
      if (self->n_hits < self->hits->len)
        {
          show_next_hit (self);
        }
      else if (!append_next_row (self))
        {
          self->tick_callback = 0;
          return G_SOURCE_REMOVE;
        }
    }

  return G_SOURCE_CONTINUE;
}

static void
fill (TlsrptGuideContents *self)
{
  if (self->tick_callback == 0)
    self->tick_callback = gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_begun_cb,
                                                        NULL, NULL);
}

/* Rows keep their content until they are refilled. */
static void
show_hits (TlsrptGuideContents *self,
           GPtrArray           *entries)
{
  /* Translators: how many entries of the guide a search found; %u is the number */
  g_autofree char *n_hits = g_strdup_printf (ngettext ("%u result", "%u results", entries->len),
                                             entries->len);

  gtk_label_set_label (self->hits_label, n_hits);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->hits_window), 0.0);

  for (guint i = entries->len; i < self->hit_rows->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->hit_rows, i), FALSE);

  g_ptr_array_unref (self->hits);
  self->hits = g_ptr_array_ref (entries);
  self->n_hits = 0;
  fill (self);
}

static void
search_activated_cb (TlsrptGuideContents *self)
{
  g_autoptr (GPtrArray) entries = NULL;

  entries = tlsrpt_guide_search (tlsrpt_guide_contents_get_search (self));

  if (entries->len > 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "guide.open", "s",
                                tlsrpt_guide_entry_get_id (g_ptr_array_index (entries, 0)));
}

static void
search_changed_cb (TlsrptGuideContents *self)
{
  g_autofree char *text = g_strdup (tlsrpt_guide_contents_get_search (self));
  const char *page = "groups";

  if (*g_strstrip (text) != '\0')
    {
      g_autoptr (GPtrArray) entries = tlsrpt_guide_search (text);

      if (entries->len > 0)
        show_hits (self, entries);

      page = entries->len > 0 ? "hits" : "nothing";
    }

  tlsrpt_stack_show (self->stack, gtk_stack_get_child_by_name (self->stack, page));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
}

static gboolean
key_pressed_cb (TlsrptGuideContents *self,
                guint                keyval,
                guint                keycode,
                GdkModifierType      modifiers)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
search_stopped_cb (TlsrptGuideContents *self)
{
  if (*tlsrpt_guide_contents_get_search (self) != '\0')
    tlsrpt_guide_contents_set_search (self, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "guide.back", NULL);
}

static gboolean
escape_pressed_cb (GtkWidget *widget,
                   GVariant  *arguments,
                   gpointer   user_data)
{
  search_stopped_cb (TLSRPT_GUIDE_CONTENTS (widget));

  return GDK_EVENT_STOP;
}

/* Whether a key makes a character, perhaps with those that follow. */
static gboolean
is_typing (guint           keyval,
           GdkModifierType modifiers)
{
  if ((modifiers & (GDK_ALT_MASK | GDK_CONTROL_MASK | GDK_META_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;

  return g_unichar_isgraph (gdk_keyval_to_unicode (keyval)) ||
         keyval == GDK_KEY_Multi_key ||
         (keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_greek);
}

/* Unlike the capture of the search entry itself, this leaves Return to the row that
 * has the focus. */
static gboolean
key_captured_cb (TlsrptGuideContents   *self,
                 guint                  keyval,
                 guint                  keycode,
                 GdkModifierType        modifiers,
                 GtkEventControllerKey *controller)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->search_entry));

  if (!is_typing (keyval, modifiers))
    return GDK_EVENT_PROPAGATE;

  /* Typing while something else is shown starts a new search. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    tlsrpt_guide_contents_set_search (self, "");

  if (!gtk_event_controller_key_forward (controller, GTK_WIDGET (text)))
    return GDK_EVENT_PROPAGATE;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    tlsrpt_guide_contents_go_on (self);

  return GDK_EVENT_STOP;
}

static void
tlsrpt_guide_contents_get_property (GObject    *object,
                                    guint       property_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  TlsrptGuideContents *self = TLSRPT_GUIDE_CONTENTS (object);

  switch (property_id)
    {
    case PROP_SEARCH:
      g_value_set_string (value, tlsrpt_guide_contents_get_search (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_guide_contents_set_property (GObject      *object,
                                    guint         property_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  TlsrptGuideContents *self = TLSRPT_GUIDE_CONTENTS (object);

  switch (property_id)
    {
    case PROP_SEARCH:
      tlsrpt_guide_contents_set_search (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_guide_contents_dispose (GObject *object)
{
  TlsrptGuideContents *self = TLSRPT_GUIDE_CONTENTS (object);

  tlsrpt_guide_contents_capture_keys (self, NULL);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  g_clear_pointer (&self->hit_rows, g_ptr_array_unref);
  /* First, since the template takes the child away without telling the bin. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_GUIDE_CONTENTS);

  G_OBJECT_CLASS (tlsrpt_guide_contents_parent_class)->dispose (object);
}

static void
tlsrpt_guide_contents_class_init (TlsrptGuideContentsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_guide_contents_dispose;
  object_class->get_property = tlsrpt_guide_contents_get_property;
  object_class->set_property = tlsrpt_guide_contents_set_property;

  /**
   * TlsrptGuideContents:search:
   *
   * What is searched for.
   */
  properties[PROP_SEARCH] =
    g_param_spec_string ("search", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-guide-contents.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptGuideContents, groups_box);
  gtk_widget_class_bind_template_child (widget_class, TlsrptGuideContents, hits_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptGuideContents, hits_list);
  gtk_widget_class_bind_template_child (widget_class, TlsrptGuideContents, hits_window);
  gtk_widget_class_bind_template_child (widget_class, TlsrptGuideContents, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TlsrptGuideContents, stack);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_pressed_cb, NULL);
}

static void
tlsrpt_guide_contents_init (TlsrptGuideContents *self)
{
  self->hits = g_ptr_array_new ();
  self->hit_rows = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  tlsrpt_paste_limit_attach (GTK_WIDGET (self->search_entry), TLSRPT_LIMIT_INPUT, NULL, NULL);
  fill (self);
}

const char *
tlsrpt_guide_contents_get_search (TlsrptGuideContents *self)
{
  g_return_val_if_fail (TLSRPT_IS_GUIDE_CONTENTS (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

void
tlsrpt_guide_contents_set_search (TlsrptGuideContents *self,
                                  const char          *search)
{
  g_return_if_fail (TLSRPT_IS_GUIDE_CONTENTS (self));
  g_return_if_fail (search != NULL);

  /* An unchanged search keeps its scroll position. */
  if (!g_str_equal (search, tlsrpt_guide_contents_get_search (self)))
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), search);
}

/**
 * tlsrpt_guide_contents_capture_keys:
 * @self: the contents
 * @widget: (nullable): a widget, such as the window, or `NULL`
 *
 * Makes what is typed in @widget, and goes to no other entry, part of the search.
 */
void
tlsrpt_guide_contents_capture_keys (TlsrptGuideContents *self,
                                    GtkWidget           *widget)
{
  g_return_if_fail (TLSRPT_IS_GUIDE_CONTENTS (self));

  if (self->key_capture != NULL)
    gtk_widget_remove_controller (gtk_event_controller_get_widget (self->key_capture),
                                  self->key_capture);
  g_clear_weak_pointer (&self->key_capture);

  if (widget == NULL)
    return;

  g_set_weak_pointer (&self->key_capture, gtk_event_controller_key_new ());
  g_signal_connect_object (self->key_capture, "key-pressed",
                           G_CALLBACK (key_captured_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, self->key_capture);
}

/**
 * tlsrpt_guide_contents_go_on:
 * @self: the contents, which are shown
 *
 * Lets go on typing the search that somebody began elsewhere: selects nothing.
 */
void
tlsrpt_guide_contents_go_on (TlsrptGuideContents *self)
{
  g_return_if_fail (TLSRPT_IS_GUIDE_CONTENTS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_set_position (GTK_EDITABLE (self->search_entry), -1);
}

/**
 * tlsrpt_guide_contents_start:
 * @self: the contents, which are shown
 *
 * Makes ready to type a search.
 */
void
tlsrpt_guide_contents_start (TlsrptGuideContents *self)
{
  g_return_if_fail (TLSRPT_IS_GUIDE_CONTENTS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}
