/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-guide-entry-box.h"

#include "tlsrpt-accessible.h"
#include "tlsrpt-copy-row.h"
#include "tlsrpt-entry-row.h"
#include "tlsrpt-failure-type.h"
#include "tlsrpt-guide.h"
#include "tlsrpt-guide-row.h"
#include "tlsrpt-guide-text.h"
#include "tlsrpt-heading.h"

#include <glib/gi18n.h>

/**
 * TlsrptGuideEntryBox:
 *
 * What an entry of the guide says: its title, then section by section, with the
 * user's own names filled in as soon as they are known.
 *
 * Every piece of prose is a row that can have the focus, so that a screen reader
 * reads the page in order.
 *
 * The first section comes with the title, and another with each frame, since all
 * together would take several frames to lay out.
 */
struct _TlsrptGuideEntryBox
{
  GtkBox            parent_instance;

  TlsrptGuideEntry *entry;
  TlsrptField      *domain;
  TlsrptField      *mx;

  /* How many sections have come. */
  guint             n_sections;

  /* What shows names, in the order of the page. */
  GArray           *slots;
};

G_DEFINE_FINAL_TYPE (TlsrptGuideEntryBox, tlsrpt_guide_entry_box, GTK_TYPE_BOX)

/* A text of the guide, which belongs to the entry, and the property of a widget
 * that shows it. */
typedef struct
{
  GtkWidget  *widget;
  const char *property;
  const char *text;
  char     *(*render) (const char *text,
                       const char *domain,
                       const char *mx);
} Slot;

static void
fill_slot (TlsrptGuideEntryBox *self,
           const Slot           *slot)
{
  g_autofree char *filled = slot->render (slot->text,
                                          tlsrpt_field_get_value (self->domain),
                                          tlsrpt_field_get_value (self->mx));

  g_object_set (slot->widget, slot->property, filled, NULL);
}

static void
add_slot (TlsrptGuideEntryBox *self,
          Slot                  slot)
{
  fill_slot (self, &slot);
  g_array_append_val (self->slots, slot);
}

static void
name_changed_cb (TlsrptGuideEntryBox *self)
{
  for (guint i = 0; i < self->slots->len; i++)
    fill_slot (self, &g_array_index (self->slots, Slot, i));
}

static GtkWidget *
create_prose (TlsrptGuideEntryBox *self,
              const char           *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "hexpand", TRUE,
                                   "use-markup", TRUE,
                                   "width-chars", 12,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0,
                                   NULL);

  add_slot (self, (Slot) { label, "label", text, tlsrpt_guide_text_to_markup });

  return label;
}

static GtkWidget *
create_list (void)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX,
                                  "selection-mode", GTK_SELECTION_NONE,
                                  NULL);

  gtk_widget_add_css_class (list, "boxed-list");

  return list;
}

/* @number is 0 where the order does not matter. */
static GtkWidget *
create_prose_row (TlsrptGuideEntryBox *self,
                  guint                 number,
                  const char           *text)
{
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, NULL);
  /* A grid, since a box lays out the text at several widths to find its height. */
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *prose = create_prose (self, text);

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_set_margin_bottom (grid, 12);
  gtk_widget_set_margin_end (grid, 12);
  gtk_widget_set_margin_start (grid, 12);
  gtk_widget_set_margin_top (grid, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), grid);

  if (number > 0)
    {
      /* Translators: the number of a step; %u is the number */
      g_autofree char *ordinal = g_strdup_printf (_("%u."), number);
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                       "label", ordinal,
                                       "valign", GTK_ALIGN_START,
                                       NULL);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "numeric");
      gtk_grid_attach (GTK_GRID (grid), label, 0, 0, 1, 1);
      tlsrpt_accessible_set_labels (GTK_ACCESSIBLE (row), label, prose);
    }
  else
    {
      tlsrpt_accessible_set_labels (GTK_ACCESSIBLE (row), prose, NULL);
    }

  gtk_grid_attach (GTK_GRID (grid), prose, 1, 0, 1, 1);

  return row;
}

static GtkWidget *
create_check_row (TlsrptGuideEntryBox  *self,
                  char                 **check)
{
  g_autofree char *shows = tlsrpt_guide_text_to_plain (check[TLSRPT_GUIDE_CHECK_SHOWS], NULL, NULL);
  /* Translators: copies a command; %s is a sentence that says what the command does */
  g_autofree char *copy_label = g_strdup_printf (_("Copy Command: %s"), shows);
  GtkWidget *row = g_object_new (TLSRPT_TYPE_COPY_ROW,
                                 "copied-label", _("Command copied"),
                                 "copy-label", copy_label,
                                 NULL);
  char *hint;

  add_slot (self, (Slot) { row, "title", check[TLSRPT_GUIDE_CHECK_SHOWS],
                           tlsrpt_guide_text_to_plain });
  add_slot (self, (Slot) { row, "text", check[TLSRPT_GUIDE_CHECK_COMMAND],
                           tlsrpt_guide_text_fill });
  hint = g_strdup_printf ("%s %s", check[TLSRPT_GUIDE_CHECK_GOOD],
                          check[TLSRPT_GUIDE_CHECK_OTHERWISE]);
  add_slot (self, (Slot) { row, "hint", hint, tlsrpt_guide_text_to_plain });
  /* The slot does not outlive the row. */
  g_object_set_data_full (G_OBJECT (row), "tlsrpt-hint", hint, g_free);

  return row;
}

/* A row for the name of the mail server, which nothing else in the program asks
 * for, and what is wrong with it. */
static void
append_mx_rows (TlsrptGuideEntryBox *self,
                GtkListBox           *list)
{
  GtkWidget *row = g_object_new (TLSRPT_TYPE_ENTRY_ROW,
                                 "input-purpose", GTK_INPUT_PURPOSE_URL,
                                 "title", _("Mail Server (M_X)"),
                                 "use-underline", TRUE,
                                 NULL);

  tlsrpt_entry_row_set_field (TLSRPT_ENTRY_ROW (row), self->mx);
  gtk_list_box_append (list, row);
  gtk_list_box_append (list, tlsrpt_entry_row_create_remark_row (TLSRPT_ENTRY_ROW (row)));
}

static gboolean
needs_mx (char **checks)
{
  for (guint i = 0; checks[i] != NULL; i += TLSRPT_GUIDE_N_CHECK_ITEMS)
    {
      const char *command = checks[i + TLSRPT_GUIDE_CHECK_COMMAND];
      g_autofree char *filled = tlsrpt_guide_text_fill (command, NULL, "");

      if (!g_str_equal (filled, command))
        return TRUE;
    }

  return FALSE;
}

static void
append_items (TlsrptGuideEntryBox     *self,
              GtkListBox               *list,
              const TlsrptGuideSection *section)
{
  char **items = section->items;

  if (section->kind == TLSRPT_GUIDE_SECTION_CHECKS && needs_mx (items))
    append_mx_rows (self, list);

  for (guint i = 0; items[i] != NULL; i++)
    {
      switch (section->kind)
        {
        case TLSRPT_GUIDE_SECTION_TEXT:
        case TLSRPT_GUIDE_SECTION_LIST:
          gtk_list_box_append (list, create_prose_row (self, 0, items[i]));
          break;

        case TLSRPT_GUIDE_SECTION_STEPS:
          gtk_list_box_append (list, create_prose_row (self, i + 1, items[i]));
          break;

        case TLSRPT_GUIDE_SECTION_CHECKS:
          gtk_list_box_append (list, create_check_row (self, items + i));
          i += TLSRPT_GUIDE_N_CHECK_ITEMS - 1;
          break;

        case TLSRPT_GUIDE_SECTION_ENTRIES:
          gtk_list_box_append (list, tlsrpt_guide_row_new (tlsrpt_guide_lookup (items[i])));
          break;

        default:
          g_return_if_reached ();
        }
    }
}

static void
append_section (TlsrptGuideEntryBox     *self,
                const TlsrptGuideSection *section)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = tlsrpt_heading_new (section->heading, 2);
  GtkWidget *list = create_list ();

  tlsrpt_accessible_set_labels (GTK_ACCESSIBLE (list), heading, NULL);
  append_items (self, GTK_LIST_BOX (list), section);

  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (self), box);
}

static void
append_title (TlsrptGuideEntryBox *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box),
                  tlsrpt_heading_new (tlsrpt_guide_entry_get_title (self->entry), 1));

  /* The word in the report.  Questions have none, and a reason code is its own title. */
  if (TLSRPT_IS_FAILURE_TYPE (self->entry))
    {
      GtkWidget *token = g_object_new (GTK_TYPE_LABEL,
                                       "label", tlsrpt_guide_entry_get_id (self->entry),
                                       "selectable", TRUE,
                                       "wrap", TRUE,
                                       "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                       "xalign", 0.0,
                                       NULL);

      gtk_widget_add_css_class (token, "dim-label");
      gtk_widget_add_css_class (token, "monospace");
      gtk_box_append (GTK_BOX (box), token);
    }

  gtk_box_append (GTK_BOX (box),
                  create_prose (self, tlsrpt_guide_entry_get_summary (self->entry)));
  gtk_box_append (GTK_BOX (self), box);
}

static gboolean
frame_begun_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  TlsrptGuideEntryBox *self = TLSRPT_GUIDE_ENTRY_BOX (widget);

  if (self->n_sections == tlsrpt_guide_entry_get_n_sections (self->entry))
    return G_SOURCE_REMOVE;

  append_section (self, tlsrpt_guide_entry_get_section (self->entry, self->n_sections++));

  return G_SOURCE_CONTINUE;
}

static void
build (TlsrptGuideEntryBox *self)
{
  append_title (self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_begun_cb, NULL, NULL);

  g_signal_connect_object (self->domain, "notify::value",
                           G_CALLBACK (name_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mx, "notify::value",
                           G_CALLBACK (name_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
tlsrpt_guide_entry_box_dispose (GObject *object)
{
  TlsrptGuideEntryBox *self = TLSRPT_GUIDE_ENTRY_BOX (object);

  /* The widgets of the slots go with the box. */
  g_array_set_size (self->slots, 0);
  g_clear_object (&self->entry);
  g_clear_object (&self->domain);
  g_clear_object (&self->mx);

  G_OBJECT_CLASS (tlsrpt_guide_entry_box_parent_class)->dispose (object);
}

static void
tlsrpt_guide_entry_box_finalize (GObject *object)
{
  TlsrptGuideEntryBox *self = TLSRPT_GUIDE_ENTRY_BOX (object);

  g_array_unref (self->slots);

  G_OBJECT_CLASS (tlsrpt_guide_entry_box_parent_class)->finalize (object);
}

static void
tlsrpt_guide_entry_box_class_init (TlsrptGuideEntryBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tlsrpt_guide_entry_box_dispose;
  object_class->finalize = tlsrpt_guide_entry_box_finalize;
}

static void
tlsrpt_guide_entry_box_init (TlsrptGuideEntryBox *self)
{
  self->slots = g_array_new (FALSE, FALSE, sizeof (Slot));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
}

/**
 * tlsrpt_guide_entry_box_new:
 * @entry: what to show
 * @domain: the domain in the texts
 * @mx: the name of the mail server in the texts, which the box lets people enter
 *
 * Creates a box.
 *
 * Returns: (transfer full): a box
 */
GtkWidget *
tlsrpt_guide_entry_box_new (TlsrptGuideEntry *entry,
                             TlsrptField      *domain,
                             TlsrptField      *mx)
{
  TlsrptGuideEntryBox *self;

  g_return_val_if_fail (TLSRPT_IS_GUIDE_ENTRY (entry), NULL);
  g_return_val_if_fail (TLSRPT_IS_FIELD (domain), NULL);
  g_return_val_if_fail (TLSRPT_IS_FIELD (mx), NULL);

  self = g_object_new (TLSRPT_TYPE_GUIDE_ENTRY_BOX, NULL);
  self->entry = g_object_ref (entry);
  self->domain = g_object_ref (domain);
  self->mx = g_object_ref (mx);
  build (self);

  return GTK_WIDGET (self);
}
