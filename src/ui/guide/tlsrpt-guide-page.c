/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-guide-page.h"

#include "tlsrpt-guide-contents.h"
#include "tlsrpt-guide-entry-page.h"
#include "tlsrpt-guide.h"
#include "tlsrpt-stack.h"

/* Most places that the way back remembers. */
#define MOST_PLACES 100

/* Most of those whose pages are kept: a page takes up to a mebibyte. The others are
 * rebuilt on the way back. */
#define MOST_PAGES 4

/**
 * TlsrptGuidePage:
 *
 * The guide: its contents, which can be searched, and the entries that were
 * opened.
 *
 * The last pages that one came by stay as they are, below the one that is shown, so
 * the way back leads to where one was: same place, same search, same focus.
 */
struct _TlsrptGuidePage
{
  AdwBin               parent_instance;

  TlsrptRecord        *record;
  TlsrptField         *mx;

  /* The way here, from the contents to what is shown. */
  GArray              *places;

  /* Template widgets */
  TlsrptGuideContents *contents;
  GtkStack            *stack;
};

G_DEFINE_FINAL_TYPE (TlsrptGuidePage, tlsrpt_guide_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_RECORD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* The contents may be on the way several times, each time with another search. */
typedef struct
{
  TlsrptGuideEntry *entry;  /* NULL for the contents */
  GtkWidget        *page;   /* NULL if it was let go */
  char             *search; /* of contents that were left */
} Place;

static void
clear_place (gpointer data)
{
  Place *place = data;

  g_free (place->search);
}

static Place *
get_last_place (TlsrptGuidePage *self)
{
  return &g_array_index (self->places, Place, self->places->len - 1);
}

static gboolean
shows_contents (TlsrptGuidePage *self)
{
  return get_last_place (self)->entry == NULL;
}

static GtkWidget *
add_page (TlsrptGuidePage  *self,
          TlsrptGuideEntry *entry)
{
  GtkWidget *page = tlsrpt_guide_entry_page_new (entry,
                                                 tlsrpt_record_get_domain_field (self->record),
                                                 self->mx);

  gtk_stack_add_child (self->stack, page);

  return page;
}

/* Places further back keep only their names. */
static void
let_pages_go (TlsrptGuidePage *self)
{
  for (guint i = 0; i + MOST_PAGES < self->places->len; i++)
    {
      Place *place = &g_array_index (self->places, Place, i);

      if (place->entry != NULL)
        place->page = NULL;
    }
}

static void
leave_contents (TlsrptGuidePage *self)
{
  Place *place = get_last_place (self);

  g_free (place->search);
  place->search = g_strdup (tlsrpt_guide_contents_get_search (self->contents));
}

static gboolean
is_on_the_way (TlsrptGuidePage *self,
               GtkWidget       *page)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      if (g_array_index (self->places, Place, i).page == page)
        return TRUE;
    }

  return FALSE;
}

/* Removes pages that are not on the way back once the transition has hidden them. */
static void
drop_old_pages (TlsrptGuidePage *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack));

  if (gtk_stack_get_transition_running (self->stack))
    return;

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (TLSRPT_IS_GUIDE_ENTRY_PAGE (child) && !is_on_the_way (self, child))
        gtk_stack_remove (self->stack, child);

      child = next;
    }
}

static void
show_last_place (TlsrptGuidePage *self)
{
  /* While pages change, so that the button for the way back can have the focus. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "guide.back", TRUE);
  tlsrpt_stack_show (self->stack, get_last_place (self)->page);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "guide.back", self->places->len > 1);
  drop_old_pages (self);
}

static void
go_to (TlsrptGuidePage  *self,
       TlsrptGuideEntry *entry,
       GtkWidget        *page)
{
  Place place = { entry, page, NULL };

  /* Not the first, which is where the way back ends. */
  if (self->places->len == MOST_PLACES)
    g_array_remove_index (self->places, 1);

  g_array_append_val (self->places, place);
  let_pages_go (self);
  show_last_place (self);
}

static void
go_to_contents (TlsrptGuidePage *self)
{
  if (!shows_contents (self))
    go_to (self, NULL, GTK_WIDGET (self->contents));
}

static void
search_changed_cb (TlsrptGuidePage *self)
{
  if (shows_contents (self))
    return;

  /* Typing while an entry is shown starts a search. */
  go_to_contents (self);
  tlsrpt_guide_contents_go_on (self->contents);
}

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TlsrptGuidePage *self = TLSRPT_GUIDE_PAGE (widget);

  g_return_if_fail (self->places->len > 1);

  g_array_set_size (self->places, self->places->len - 1);
  if (get_last_place (self)->page == NULL)
    get_last_place (self)->page = add_page (self, get_last_place (self)->entry);

  show_last_place (self);

  /* Then, so that the focus comes along. */
  if (shows_contents (self))
    tlsrpt_guide_contents_set_search (self->contents, get_last_place (self)->search);
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
  tlsrpt_guide_contents_capture_keys (self->contents, GTK_WIDGET (gtk_widget_get_root (widget)));
}

static void
tlsrpt_guide_page_unmap (GtkWidget *widget)
{
  TlsrptGuidePage *self = TLSRPT_GUIDE_PAGE (widget);

  tlsrpt_guide_contents_capture_keys (self->contents, NULL);

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

  /* First, since the template takes the stack away without telling the bin. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_GUIDE_PAGE);
  g_clear_object (&self->mx);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tlsrpt_guide_page_parent_class)->dispose (object);
}

static void
tlsrpt_guide_page_finalize (GObject *object)
{
  TlsrptGuidePage *self = TLSRPT_GUIDE_PAGE (object);

  g_array_unref (self->places);

  G_OBJECT_CLASS (tlsrpt_guide_page_parent_class)->finalize (object);
}

static void
tlsrpt_guide_page_class_init (TlsrptGuidePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_guide_page_dispose;
  object_class->finalize = tlsrpt_guide_page_finalize;
  object_class->get_property = tlsrpt_guide_page_get_property;
  object_class->set_property = tlsrpt_guide_page_set_property;

  widget_class->map = tlsrpt_guide_page_map;
  widget_class->unmap = tlsrpt_guide_page_unmap;

  /**
   * TlsrptGuidePage:record:
   *
   * The record whose domain is filled into the commands.
   */
  properties[PROP_RECORD] =
    g_param_spec_object ("record", NULL, NULL, TLSRPT_TYPE_RECORD,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TLSRPT_TYPE_GUIDE_CONTENTS);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-guide-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptGuidePage, contents);
  gtk_widget_class_bind_template_child (widget_class, TlsrptGuidePage, stack);
  gtk_widget_class_bind_template_callback (widget_class, drop_old_pages);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);

  gtk_widget_class_install_action (widget_class, "guide.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "guide.open", "s", open_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "guide.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK,
                                       "guide.back", NULL);
}

static void
tlsrpt_guide_page_init (TlsrptGuidePage *self)
{
  Place start = { NULL, NULL, NULL };

  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (self->places, clear_place);
  self->mx = tlsrpt_field_new (TLSRPT_FIELD_MAIL_HOST, NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  start.page = GTK_WIDGET (self->contents);
  g_array_append_val (self->places, start);
  show_last_place (self);
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
  g_return_if_fail (TLSRPT_IS_GUIDE_PAGE (self));
  g_return_if_fail (TLSRPT_IS_GUIDE_ENTRY (entry));
  g_return_if_fail (self->record != NULL);

  if (get_last_place (self)->entry != entry)
    {
      if (shows_contents (self))
        leave_contents (self);

      go_to (self, entry, add_page (self, entry));
    }

  tlsrpt_guide_entry_page_start (TLSRPT_GUIDE_ENTRY_PAGE (get_last_place (self)->page));
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

  go_to_contents (self);

  if (text != NULL)
    tlsrpt_guide_contents_set_search (self->contents, text);

  tlsrpt_guide_contents_start (self->contents);
}
