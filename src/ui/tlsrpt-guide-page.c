/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-guide-page.h"

#include "tlsrpt-failure-type.h"
#include "tlsrpt-guide-entry-page.h"
#include "tlsrpt-guide-row.h"
#include "tlsrpt-guide-search.h"
#include "tlsrpt-guide.h"
#include "tlsrpt-heading.h"
#include "tlsrpt-question.h"
#include "tlsrpt-reason-code.h"

#include <glib/gi18n.h>

/* Pages that the way back remembers. */
#define MOST_PAGES 20

/**
 * TlsrptGuidePage:
 *
 * The guide: its contents, which can be searched, and the entries that were
 * opened.
 *
 * The pages that one came by stay as they are, below the one that is shown, so
 * the way back leads to where one was: same place, same search, same focus.
 */
struct _TlsrptGuidePage
{
  AdwBin              parent_instance;

  TlsrptRecord       *record;
  TlsrptField        *mx;

  /* The entries that are open, the one that is shown last. */
  GPtrArray          *pages;
  /* Rows for hits, the best first. */
  GPtrArray          *hit_rows;

  /* Template widgets */
  GtkBox             *groups_box;
  GtkLabel           *hits_label;
  GtkListBox         *hits_list;
  GtkScrolledWindow  *hits_window;
  GtkSearchEntry     *search_entry;
  GtkStack           *search_stack;
  GtkStack           *stack;
};

G_DEFINE_FINAL_TYPE (TlsrptGuidePage, tlsrpt_guide_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_RECORD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
append_group (TlsrptGuidePage *self,
              const char      *title,
              GtkWidget       *list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *heading = tlsrpt_heading_new (title, 2);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (list),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL,
                                  -1);

  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (self->groups_box, box);
}

static void
append_failure_types (TlsrptGuidePage *self)
{
  GListModel *types = tlsrpt_failure_type_get_all ();
  GtkWidget *lists[TLSRPT_N_FAILURE_GROUPS];

  for (TlsrptFailureGroup group = 0; group < TLSRPT_N_FAILURE_GROUPS; group++)
    {
      lists[group] = gtk_list_box_new ();
      append_group (self, tlsrpt_failure_group_get_title (group), lists[group]);
    }

  for (guint i = 0; i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr (TlsrptGuideEntry) type = g_list_model_get_item (types, i);
      TlsrptFailureGroup group = tlsrpt_failure_type_get_group (TLSRPT_FAILURE_TYPE (type));

      gtk_list_box_append (GTK_LIST_BOX (lists[group]), tlsrpt_guide_row_new (type));
    }
}

static void
append_questions (TlsrptGuidePage *self)
{
  GListModel *questions = tlsrpt_question_get_all ();
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (TlsrptGuideEntry) question = g_list_model_get_item (questions, i);

      gtk_list_box_append (GTK_LIST_BOX (list), tlsrpt_guide_row_new (question));
    }

  append_group (self, _("Questions and Answers"), list);
}

/* They are many and mostly come by a link or a search. */
static void
codes_expanded_cb (AdwExpanderRow *row)
{
  GListModel *codes = tlsrpt_reason_code_get_all ();

  g_signal_handlers_disconnect_by_func (row, codes_expanded_cb, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr (TlsrptGuideEntry) code = g_list_model_get_item (codes, i);

      adw_expander_row_add_row (row, tlsrpt_guide_row_new (code));
    }
}

static void
append_reason_codes (TlsrptGuidePage *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW,
                                 "subtitle", _("What senders write into failure-reason-code"),
                                 "title", _("All Reason Codes"),
                                 NULL);

  g_signal_connect (row, "notify::expanded", G_CALLBACK (codes_expanded_cb), NULL);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  append_group (self, _("Reason Codes"), list);
}

static void
show_hits (TlsrptGuidePage *self,
           GPtrArray       *entries)
{
  /* Translators: how many entries of the guide a search found; %u is the number */
  g_autofree char *n_hits = g_strdup_printf (ngettext ("%u result", "%u results", entries->len),
                                             entries->len);

  gtk_label_set_label (self->hits_label, n_hits);

  for (guint i = 0; i < self->hit_rows->len; i++)
    {
      TlsrptGuideRow *row = g_ptr_array_index (self->hit_rows, i);

      if (i < entries->len)
        tlsrpt_guide_row_set_entry (row, g_ptr_array_index (entries, i));

      gtk_widget_set_visible (GTK_WIDGET (row), i < entries->len);
    }

  for (guint i = self->hit_rows->len; i < entries->len; i++)
    {
      GtkWidget *row = tlsrpt_guide_row_new (g_ptr_array_index (entries, i));

      g_ptr_array_add (self->hit_rows, row);
      gtk_list_box_append (self->hits_list, row);
    }

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->hits_window), 0.0);
}

/* Pages that are not on the way back leave when they are no longer seen. */
static void
drop_old_pages (TlsrptGuidePage *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack));

  if (gtk_stack_get_transition_running (self->stack))
    return;

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (TLSRPT_IS_GUIDE_ENTRY_PAGE (child) && !g_ptr_array_find (self->pages, child, NULL))
        gtk_stack_remove (self->stack, child);

      child = next;
    }
}

static void
show_last_page (TlsrptGuidePage *self)
{
  if (self->pages->len > 0)
    gtk_stack_set_visible_child (self->stack,
                                 g_ptr_array_index (self->pages, self->pages->len - 1));
  else
    gtk_stack_set_visible_child_name (self->stack, "contents");

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "guide.back", self->pages->len > 0);
  drop_old_pages (self);
}

static void
show_contents (TlsrptGuidePage *self)
{
  g_ptr_array_set_size (self->pages, 0);
  show_last_page (self);
}

static void
search_activated_cb (TlsrptGuidePage *self)
{
  g_autoptr (GPtrArray) entries = NULL;

  entries = tlsrpt_guide_search (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  if (entries->len > 0)
    tlsrpt_guide_page_open (self, g_ptr_array_index (entries, 0));
}

static void
search_changed_cb (TlsrptGuidePage *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  g_autoptr (GPtrArray) entries = NULL;

  /* Somebody types while reading an entry. */
  if (self->pages->len > 0)
    {
      show_contents (self);
      gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
    }

  if (*g_strstrip (text) == '\0')
    {
      gtk_stack_set_visible_child_name (self->search_stack, "groups");
      return;
    }

  entries = tlsrpt_guide_search (text);

  if (entries->len > 0)
    show_hits (self, entries);

  gtk_stack_set_visible_child_name (self->search_stack, entries->len > 0 ? "hits" : "nothing");
}

static void
search_stopped_cb (TlsrptGuidePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TlsrptGuidePage *self = TLSRPT_GUIDE_PAGE (widget);

  g_return_if_fail (self->pages->len > 0);

  g_ptr_array_set_size (self->pages, self->pages->len - 1);
  show_last_page (self);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TlsrptGuideEntry *entry = tlsrpt_guide_lookup (g_variant_get_string (parameter, NULL));

  g_return_if_fail (entry != NULL);

  tlsrpt_guide_page_open (TLSRPT_GUIDE_PAGE (widget), entry);
}

static void
tlsrpt_guide_page_map (GtkWidget *widget)
{
  TlsrptGuidePage *self = TLSRPT_GUIDE_PAGE (widget);

  GTK_WIDGET_CLASS (tlsrpt_guide_page_parent_class)->map (widget);

  /* While the guide is shown, typing searches it, wherever the focus is. */
  gtk_search_entry_set_key_capture_widget (self->search_entry,
                                           GTK_WIDGET (gtk_widget_get_root (widget)));
}

static void
tlsrpt_guide_page_unmap (GtkWidget *widget)
{
  TlsrptGuidePage *self = TLSRPT_GUIDE_PAGE (widget);

  gtk_search_entry_set_key_capture_widget (self->search_entry, NULL);

  GTK_WIDGET_CLASS (tlsrpt_guide_page_parent_class)->unmap (widget);
}

static void
tlsrpt_guide_page_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TlsrptGuidePage *self = TLSRPT_GUIDE_PAGE (object);

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
tlsrpt_guide_page_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  TlsrptGuidePage *self = TLSRPT_GUIDE_PAGE (object);

  switch (property_id)
    {
    case PROP_RECORD:
      tlsrpt_guide_page_set_record (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_guide_page_dispose (GObject *object)
{
  TlsrptGuidePage *self = TLSRPT_GUIDE_PAGE (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->hit_rows, g_ptr_array_unref);
  /* First, since the template takes the stack away without telling the bin. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_GUIDE_PAGE);
  g_clear_object (&self->mx);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tlsrpt_guide_page_parent_class)->dispose (object);
}

static void
tlsrpt_guide_page_class_init (TlsrptGuidePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_guide_page_dispose;
  object_class->get_property = tlsrpt_guide_page_get_property;
  object_class->set_property = tlsrpt_guide_page_set_property;

  widget_class->map = tlsrpt_guide_page_map;
  widget_class->unmap = tlsrpt_guide_page_unmap;

  /**
   * TlsrptGuidePage:record:
   *
   * The record whose domain stands in the commands.
   */
  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, TLSRPT_TYPE_RECORD,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-guide-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptGuidePage, groups_box);
  gtk_widget_class_bind_template_child (widget_class, TlsrptGuidePage, hits_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptGuidePage, hits_list);
  gtk_widget_class_bind_template_child (widget_class, TlsrptGuidePage, hits_window);
  gtk_widget_class_bind_template_child (widget_class, TlsrptGuidePage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TlsrptGuidePage, search_stack);
  gtk_widget_class_bind_template_child (widget_class, TlsrptGuidePage, stack);
  gtk_widget_class_bind_template_callback (widget_class, drop_old_pages);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);

  gtk_widget_class_install_action (widget_class, "guide.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "guide.open", "s", open_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "guide.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK,
                                       "guide.back", NULL);
}

static void
tlsrpt_guide_page_init (TlsrptGuidePage *self)
{
  self->pages = g_ptr_array_new ();
  self->hit_rows = g_ptr_array_new ();
  self->mx = tlsrpt_field_new (TLSRPT_FIELD_MAIL_HOST, NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "guide.back", FALSE);

  append_failure_types (self);
  append_questions (self);
  append_reason_codes (self);
}

TlsrptRecord *
tlsrpt_guide_page_get_record (TlsrptGuidePage *self)
{
  g_return_val_if_fail (TLSRPT_IS_GUIDE_PAGE (self), NULL);

  return self->record;
}

void
tlsrpt_guide_page_set_record (TlsrptGuidePage *self,
                              TlsrptRecord    *record)
{
  g_return_if_fail (TLSRPT_IS_GUIDE_PAGE (self));
  g_return_if_fail (TLSRPT_IS_RECORD (record));

  if (g_set_object (&self->record, record))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

/**
 * tlsrpt_guide_page_open:
 * @self: a guide page with a record
 * @entry: what to show
 *
 * Opens an entry.  The way back leads to what is shown now.
 */
void
tlsrpt_guide_page_open (TlsrptGuidePage  *self,
                        TlsrptGuideEntry *entry)
{
  TlsrptGuideEntryPage *page = NULL;

  g_return_if_fail (TLSRPT_IS_GUIDE_PAGE (self));
  g_return_if_fail (TLSRPT_IS_GUIDE_ENTRY (entry));
  g_return_if_fail (self->record != NULL);

  if (self->pages->len > 0)
    page = g_ptr_array_index (self->pages, self->pages->len - 1);

  if (page == NULL || tlsrpt_guide_entry_page_get_entry (page) != entry)
    {
      TlsrptField *domain = tlsrpt_record_get_domain_field (self->record);

      if (self->pages->len == MOST_PAGES)
        g_ptr_array_remove_index (self->pages, 0);

      page = TLSRPT_GUIDE_ENTRY_PAGE (tlsrpt_guide_entry_page_new (entry, domain, self->mx));
      gtk_stack_add_child (self->stack, GTK_WIDGET (page));
      g_ptr_array_add (self->pages, page);
    }

  show_last_page (self);
  tlsrpt_guide_entry_page_start (page);
}

/**
 * tlsrpt_guide_page_search:
 * @self: a guide page
 * @text: (nullable): what to search for, or `NULL` to leave that to the user
 *
 * Shows the contents, ready to search in.
 */
void
tlsrpt_guide_page_search (TlsrptGuidePage *self,
                          const char      *text)
{
  g_return_if_fail (TLSRPT_IS_GUIDE_PAGE (self));

  show_contents (self);

  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}
