/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-domains-page.h"

#include "tlsrpt-choose-file.h"
#include "tlsrpt-display.h"
#include "tlsrpt-domain-list.h"
#include "tlsrpt-domain-rows.h"
#include "tlsrpt-host.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-paste-limit.h"
#include "tlsrpt-pill-button.h"
#include "tlsrpt-save.h"
#include "tlsrpt-stack.h"
#include "tlsrpt-table-csv.h"
#include "tlsrpt-toast.h"
#include "tlsrpt-wrap-layout.h"

#include <glib/gi18n.h>

#define JSON_SUFFIX ".json"

/* Milliseconds between two looks at what checks have found, while they run. */
#define RELOAD_DELAY 500

/**
 * TlsrptDomainsPage:
 *
 * The list of domains that are kept: a table of how they stand, and a text that domains
 * are added from.  It is built when it is shown.
 */
struct _TlsrptDomainsPage
{
  AdwBin              parent_instance;

  TlsrptDomainChecks *checks;
  GCancellable       *cancellable;

  /* Whether the table is not what the state is, and what puts that right. */
  gboolean            is_outdated;
  guint               reload_id;

  /* What Undo brings back. */
  TlsrptStateDomain  *removed;
  guint               removed_position;

  /* Template widgets */
  GtkWidget          *cancel_button;
  GtkWidget          *check_button;
  GtkWidget          *empty_page;
  GtkWidget          *first_button;
  GtkWidget          *input_page;
  GtkWidget          *list_page;
  GtkLabel           *problem_label;
  GtkProgressBar     *progress_bar;
  GtkLabel           *progress_label;
  GtkSearchEntry     *search_entry;
  GMenu              *sort_menu;
  GtkStack           *stack;
  TlsrptTable        *table;
  GtkTextBuffer      *text_buffer;
  GtkWidget          *text_view;
};

G_DEFINE_FINAL_TYPE (TlsrptDomainsPage, tlsrpt_domains_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_DOMAIN_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TlsrptState *
get_state (TlsrptDomainsPage *self)
{
  return tlsrpt_domain_checks_get_state (self->checks);
}

static guint
count_domains (TlsrptDomainsPage *self)
{
  return tlsrpt_state_get_domains (get_state (self))->len;
}

static gboolean
is_shown (TlsrptDomainsPage *self,
          GtkWidget         *page)
{
  return gtk_stack_get_visible_child (self->stack) == page;
}

static void
show_list (TlsrptDomainsPage *self)
{
  tlsrpt_stack_show (self->stack, count_domains (self) > 0 ? self->list_page : self->empty_page);
}

/* --- The table ------------------------------------------------------------------------- */

/* What the table has been asked for: the entry tells of what is typed a moment later. */
static gboolean
is_searched (TlsrptDomainsPage *self)
{
  TlsrptRowOrder order;

  tlsrpt_table_get_order (self->table, &order);

  return order.search != NULL && *order.search != '\0';
}

static char *
dup_progress (TlsrptDomainsPage *self)
{
  TlsrptCheckList *list = tlsrpt_domain_checks_get_list (self->checks);
  guint n = count_domains (self);
  gboolean is_search = is_searched (self);
  /* The check of a single domain is none of the list. */
  gboolean is_running = tlsrpt_domain_checks_is_running (self->checks) && list != NULL &&
                        g_list_model_get_n_items (G_LIST_MODEL (list)) == n;

  if (is_running || is_search)
    {
      guint part = is_running ? tlsrpt_check_list_get_n_done (list)
                              : tlsrpt_table_get_n_found (self->table);

      /* Translators: the first %u is how many of the second %u */
      return g_strdup_printf (ngettext ("%u of %u domain", "%u of %u domains", n), part, n);
    }

  /* Translators: %u is how many are in the list */
  return g_strdup_printf (ngettext ("%u domain", "%u domains", n), n);
}

static void
show_progress (TlsrptDomainsPage *self)
{
  TlsrptCheckList *list = tlsrpt_domain_checks_get_list (self->checks);
  gboolean is_running = tlsrpt_domain_checks_is_running (self->checks);
  guint n = list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (list)) : 0;
  GtkWidget *from = is_running ? self->check_button : self->cancel_button;
  GtkWidget *to = is_running ? self->cancel_button : self->check_button;
  gboolean has_focus = gtk_widget_has_focus (from);
  g_autofree char *text = dup_progress (self);

  gtk_label_set_label (self->progress_label, text);
  gtk_progress_bar_set_fraction (self->progress_bar,
                                 n > 0 ? tlsrpt_check_list_get_n_done (list) / (double) n : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), is_running);

  gtk_widget_set_visible (to, TRUE);
  if (has_focus)
    gtk_widget_grab_focus (to);
  gtk_widget_set_visible (from, FALSE);
}

static void
reload (TlsrptDomainsPage *self)
{
  g_autoptr (TlsrptRows) rows = NULL;

  g_clear_handle_id (&self->reload_id, g_source_remove);
  self->is_outdated = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->is_outdated)
    return;

  if (!is_shown (self, self->input_page))
    show_list (self);
  show_progress (self);

  rows = tlsrpt_domain_rows_new (get_state (self));
  tlsrpt_table_set_rows (self->table, rows);
}

static void
delay_over_cb (gpointer user_data)
{
  TlsrptDomainsPage *self = user_data;

  self->reload_id = 0;
  reload (self);
}

/* New rows take the focus from the old ones, so whoever reads them while checks run is
 * left alone until the end. */
static gboolean
is_read (TlsrptDomainsPage *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self->table)) != NULL;
}

static void
domains_changed_cb (TlsrptDomainsPage *self)
{
  gboolean is_running = tlsrpt_domain_checks_is_running (self->checks);

  if (is_running && is_read (self))
    self->is_outdated = TRUE;
  else if (self->reload_id == 0)
    self->reload_id = g_timeout_add_once (is_running ? RELOAD_DELAY : 0, delay_over_cb, self);
}

static void
progressed_cb (TlsrptDomainsPage *self)
{
  const char *problem;

  show_progress (self);
  if (tlsrpt_domain_checks_is_running (self->checks))
    return;

  /* Those that are canceled together come to their ends one by one. */
  g_clear_handle_id (&self->reload_id, g_source_remove);
  self->reload_id = g_timeout_add_once (0, delay_over_cb, self);

  problem = tlsrpt_domain_checks_take_problem (self->checks);
  if (problem != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    tlsrpt_toast_show (GTK_WIDGET (self), tlsrpt_toast_new (problem));
}

/* What a search has found is counted, and is what can be saved. */
static void
shown_changed_cb (TlsrptDomainsPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "domains.save",
                                 tlsrpt_table_get_n_found (self->table) > 0);
  show_progress (self);
}

static void
row_activated_cb (TlsrptDomainsPage *self,
                  TlsrptRow         *row)
{
  g_signal_emit (self, signals[SIGNAL_DOMAIN_ACTIVATED], 0,
                 tlsrpt_domain_rows_get_domain (tlsrpt_row_get_data (row))->name);
}

static void
search_changed_cb (TlsrptDomainsPage *self)
{
  tlsrpt_table_set_search (self->table,
                           gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
search_stopped_cb (TlsrptDomainsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TlsrptDomainsPage *self = TLSRPT_DOMAINS_PAGE (widget);

  if (is_shown (self, self->list_page))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
sort_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tlsrpt_table_sort (TLSRPT_DOMAINS_PAGE (widget)->table, g_variant_get_uint32 (parameter));
}

/* For those who do not click on the titles of the columns. */
static void
fill_sort_menu (TlsrptDomainsPage *self)
{
  TlsrptRowOrder order;

  tlsrpt_table_get_order (self->table, &order);
  for (gsize i = 0; i < order.n_columns; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(order.columns[i].title), NULL);

      g_menu_item_set_action_and_target (item, "domains.sort", "u", (guint) i);
      g_menu_append_item (self->sort_menu, item);
    }
}

static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  tlsrpt_domain_checks_cancel (TLSRPT_DOMAINS_PAGE (widget)->checks);
}

/* --- Adding ---------------------------------------------------------------------------- */

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TlsrptDomainsPage *self = TLSRPT_DOMAINS_PAGE (widget);

  tlsrpt_stack_show (self->stack, self->input_page);
  gtk_widget_grab_focus (self->text_view);
}

static void
show_problem (TlsrptDomainsPage *self,
              const char        *text)
{
  gtk_label_set_label (self->problem_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), *text != '\0');
}

static void
append_sentence (GString *text,
                 char    *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

static char *
dup_problem (TlsrptDomainList *list,
             guint             n_too_many)
{
  GString *text = g_string_new (NULL);

  if (list->is_zone && list->domains->len == 0)
    append_sentence (text, g_strdup (_("The zone file names no domain with an MX or a TLS-RPT "
                                       "record. It may lack a line with $ORIGIN.")));

  if (n_too_many > 0)
    append_sentence (text,
                     g_strdup_printf (
                       /* Translators: the first %u is how many were not added, the second is
                        * the limit */
                       ngettext ("%u domain was not added: the list can have at most %u.",
                                 "%u domains were not added: the list can have at most %u.",
                                 n_too_many),
                       n_too_many, TLSRPT_LIMIT_CHECKS));

  if (list->others->len > 0)
    append_sentence (text,
                     g_strdup_printf (
                       /* Translators: %u is how many lines of what was typed */
                       ngettext ("%u entry is not a domain and was not added.",
                                 "%u entries are not domains and were not added.",
                                 list->others->len),
                       list->others->len));

  return g_string_free (text, FALSE);
}

/* What was not added stays in the text, so that nothing is lost. */
static void
add (TlsrptDomainsPage *self)
{
  g_autofree char *text = NULL;
  g_autofree char *problem = NULL;
  g_autoptr (TlsrptDomainList) list = NULL;
  g_autoptr (GString) rest = g_string_new (NULL);
  guint n_added = 0;
  guint n_too_many = 0;

  g_object_get (self->text_buffer, "text", &text, NULL);
  list = tlsrpt_domain_list_new (text);
  for (guint i = 0; i < list->domains->len; i++)
    {
      const char *domain = g_ptr_array_index (list->domains, i);

      if (tlsrpt_domain_checks_add (self->checks, domain))
        {
          n_added++;
        }
      else if (tlsrpt_state_find_domain (get_state (self), domain) == NULL)
        {
          n_too_many++;
          g_string_append_printf (rest, "%s\n", domain);
        }
    }
  for (guint i = 0; i < list->others->len; i++)
    g_string_append_printf (rest, "%s\n", (const char *) g_ptr_array_index (list->others, i));

  problem = dup_problem (list, n_too_many);
  show_problem (self, problem);
  if (list->domains->len > 0)
    gtk_text_buffer_set_text (self->text_buffer, rest->str, (int) rest->len);
  if (n_added > 0)
    {
      g_autofree char *said = NULL;

      /* Translators: %u is how many came to the list */
      said = g_strdup_printf (ngettext ("%u domain added", "%u domains added", n_added), n_added);
      tlsrpt_toast_show (GTK_WIDGET (self), tlsrpt_toast_new (said));
    }

  if (*problem == '\0' && (list->domains->len > 0 || count_domains (self) > 0))
    {
      show_list (self);
      reload (self);
    }
  tlsrpt_domains_page_take_focus (self);
}

/* What is beyond the limit is not even read. */
static gboolean
read_more_cb (const char *text,
              goffset     length,
              gpointer    user_data)
{
  return length <= TLSRPT_LIMIT_CHECK_TEXT;
}

static void
file_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TlsrptDomainsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;
  const char *problem = NULL;

  if (!g_file_load_partial_contents_finish (G_FILE (source), result, &text, &length, NULL, &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      problem = error->message;
    }
  else if (length > TLSRPT_LIMIT_CHECK_TEXT)
    {
      problem = _("The file is too long for a list of domains");
    }
  else if (!g_utf8_validate (text, (gssize) length, NULL))
    {
      problem = _("The file is not UTF-8 text");
    }

  if (problem == NULL)
    gtk_text_buffer_set_text (self->text_buffer, text, (int) length);
  else if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    tlsrpt_toast_show (GTK_WIDGET (self), tlsrpt_toast_new (problem));
}

static void
file_to_read_chosen_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  TlsrptDomainsPage *self = TLSRPT_DOMAINS_PAGE (source);
  g_autoptr (GFile) file = tlsrpt_choose_file_finish (GTK_WIDGET (self), result);

  if (file != NULL)
    tlsrpt_domains_page_read (self, file);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tlsrpt_choose_file_async (widget, GTK_FILE_CHOOSER_ACTION_OPEN, _("Open List of Domains"), NULL,
                            file_to_read_chosen_cb, NULL);
}

/* --- Undo ------------------------------------------------------------------------------ */

static void
set_removed (TlsrptDomainsPage *self,
             TlsrptStateDomain *removed)
{
  g_clear_pointer (&self->removed, tlsrpt_state_domain_unref);
  self->removed = removed;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "domains.undo", removed != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
}

static void
undo (TlsrptDomainsPage *self)
{
  if (self->removed == NULL)
    return;

  tlsrpt_state_insert_domain (get_state (self), self->removed, self->removed_position);
  set_removed (self, NULL);
  reload (self);
  tlsrpt_domains_page_take_focus (self);
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  undo (TLSRPT_DOMAINS_PAGE (widget));
}

/* --- Saving ---------------------------------------------------------------------------- */

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TlsrptDomainsPage) self = user_data;
  g_autoptr (GError) error = NULL;

  tlsrpt_save_finish (G_FILE (source), result, &error);
  tlsrpt_toast_saved (GTK_WIDGET (self), G_FILE (source), error);
}

static GString *
write_table (TlsrptDomainsPage *self)
{
  g_autoptr (TlsrptTableCsv) csv = tlsrpt_table_csv_new (self->table);

  return tlsrpt_table_csv_write (csv);
}

static void
file_to_save_chosen_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  TlsrptDomainsPage *self = TLSRPT_DOMAINS_PAGE (source);
  g_autoptr (GFile) file = tlsrpt_choose_file_finish (GTK_WIDGET (self), result);
  g_autofree char *name = NULL;
  GString *text;

  if (file == NULL)
    return;

  name = g_file_get_basename (file);
  text = g_str_has_suffix (name, JSON_SUFFIX) ? tlsrpt_domain_checks_to_json (self->checks)
                                              : write_table (self);
  tlsrpt_save_async (file, text->str, (gssize) text->len, self->cancellable, saved_cb,
                     g_object_ref (self));
  g_string_free (text, TRUE);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tlsrpt_domains_page_save (TLSRPT_DOMAINS_PAGE (widget));
}

static void
tlsrpt_domains_page_map (GtkWidget *widget)
{
  TlsrptDomainsPage *self = TLSRPT_DOMAINS_PAGE (widget);

  GTK_WIDGET_CLASS (tlsrpt_domains_page_parent_class)->map (widget);

  if (self->is_outdated)
    reload (self);
}

static void
tlsrpt_domains_page_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, TLSRPT_DOMAINS_PAGE (object)->removed != NULL);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tlsrpt_domains_page_dispose (GObject *object)
{
  TlsrptDomainsPage *self = TLSRPT_DOMAINS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->reload_id, g_source_remove);
  g_clear_pointer (&self->removed, tlsrpt_state_domain_unref);

  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_DOMAINS_PAGE);
  g_clear_object (&self->checks);

  G_OBJECT_CLASS (tlsrpt_domains_page_parent_class)->dispose (object);
}

static void
tlsrpt_domains_page_finalize (GObject *object)
{
  g_object_unref (TLSRPT_DOMAINS_PAGE (object)->cancellable);

  G_OBJECT_CLASS (tlsrpt_domains_page_parent_class)->finalize (object);
}

static void
tlsrpt_domains_page_class_init (TlsrptDomainsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_domains_page_dispose;
  object_class->finalize = tlsrpt_domains_page_finalize;
  object_class->get_property = tlsrpt_domains_page_get_property;

  widget_class->map = tlsrpt_domains_page_map;

  /**
   * TlsrptDomainsPage:can-undo:
   *
   * Whether a domain was removed that Undo would bring back.
   */
  properties[PROP_CAN_UNDO] =
    g_param_spec_boolean ("can-undo", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TlsrptDomainsPage::domain-activated:
   * @domain: a domain of the list
   *
   * Somebody wants to know more about a domain.
   */
  signals[SIGNAL_DOMAIN_ACTIVATED] =
    g_signal_new ("domain-activated",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (TLSRPT_TYPE_PILL_BUTTON);
  g_type_ensure (TLSRPT_TYPE_TABLE);
  g_type_ensure (TLSRPT_TYPE_WRAP_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-domains-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainsPage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainsPage, check_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainsPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainsPage, first_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainsPage, input_page);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainsPage, list_page);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainsPage, problem_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainsPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainsPage, progress_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainsPage, sort_menu);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainsPage, table);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainsPage, text_buffer);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainsPage, text_view);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);

  gtk_widget_class_install_action (widget_class, "domains.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "domains.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "domains.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "domains.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "domains.sort", "u", sort_action);
  gtk_widget_class_install_action (widget_class, "domains.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK,
                                       "domains.undo", NULL);
}

static void
tlsrpt_domains_page_init (TlsrptDomainsPage *self)
{
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  tlsrpt_domain_rows_set_columns (self->table);
  fill_sort_menu (self);
  tlsrpt_paste_limit_attach (GTK_WIDGET (self->search_entry), TLSRPT_LIMIT_INPUT, NULL, NULL);
  tlsrpt_paste_limit_attach (self->text_view, TLSRPT_LIMIT_CHECK_TEXT, NULL, NULL);
  /* Domains read from left to right wherever they stand. */
  gtk_widget_set_direction (self->text_view, GTK_TEXT_DIR_LTR);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "domains.save", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "domains.undo", FALSE);
}

/**
 * tlsrpt_domains_page_set_checks:
 * @self: a page
 * @checks: the checks of the list
 *
 * Sets what the page shows.
 */
void
tlsrpt_domains_page_set_checks (TlsrptDomainsPage  *self,
                                TlsrptDomainChecks *checks)
{
  g_return_if_fail (TLSRPT_IS_DOMAINS_PAGE (self));
  g_return_if_fail (TLSRPT_IS_DOMAIN_CHECKS (checks));
  g_return_if_fail (self->checks == NULL);

  self->checks = g_object_ref (checks);
  g_signal_connect_object (checks, "domains-changed", G_CALLBACK (domains_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (checks, "progressed", G_CALLBACK (progressed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tlsrpt_table_get_shown (self->table), "items-changed",
                           G_CALLBACK (shown_changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
}

/**
 * tlsrpt_domains_page_read:
 * @self: a page
 * @file: a list of domains, or a zone file
 *
 * Reads @file into the text, or says why that cannot be.
 */
void
tlsrpt_domains_page_read (TlsrptDomainsPage *self,
                          GFile             *file)
{
  g_return_if_fail (TLSRPT_IS_DOMAINS_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  g_file_load_partial_contents_async (file, self->cancellable, read_more_cb, file_read_cb,
                                      g_object_ref (self));
}

/**
 * tlsrpt_domains_page_start:
 * @self: a page
 * @resolver: whom to ask
 *
 * Does what the page is for at the moment: adds what is in the text, or checks all domains
 * of the list.
 */
void
tlsrpt_domains_page_start (TlsrptDomainsPage *self,
                           TlsrptResolver    *resolver)
{
  g_return_if_fail (TLSRPT_IS_DOMAINS_PAGE (self));
  g_return_if_fail (TLSRPT_IS_RESOLVER (resolver));

  if (is_shown (self, self->input_page))
    add (self);
  else if (is_shown (self, self->list_page))
    tlsrpt_domain_checks_start (self->checks, resolver, NULL);
}

/**
 * tlsrpt_domains_page_remove:
 * @self: a page
 * @domain: a domain of the list
 *
 * Removes all that is known of a domain, and offers to undo that.
 */
void
tlsrpt_domains_page_remove (TlsrptDomainsPage *self,
                            const char        *domain)
{
  const TlsrptStateDomain *known;
  g_autoptr (TlsrptStateDomain) removed = NULL;
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *said = NULL;
  AdwToast *toast;

  g_return_if_fail (TLSRPT_IS_DOMAINS_PAGE (self));
  g_return_if_fail (domain != NULL);

  known = tlsrpt_state_find_domain (get_state (self), domain);
  if (known == NULL)
    return;

  removed = tlsrpt_state_domain_ref (known);
  self->removed_position = (guint) tlsrpt_state_remove_domain (get_state (self), removed->name);
  name = tlsrpt_host_dup_shown (removed->name);
  shown = tlsrpt_display_isolate (name, -1);
  set_removed (self, g_steal_pointer (&removed));

  /* Translators: %s is a domain */
  said = g_strdup_printf (_("“%s” removed"), shown);
  toast = tlsrpt_toast_new (said);
  adw_toast_set_button_label (toast, _("Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo), self, G_CONNECT_SWAPPED);
  tlsrpt_toast_show (GTK_WIDGET (self), toast);
}

/**
 * tlsrpt_domains_page_forget:
 * @self: a page
 *
 * Forgets what is in the text, and what Undo would bring back.
 */
void
tlsrpt_domains_page_forget (TlsrptDomainsPage *self)
{
  g_return_if_fail (TLSRPT_IS_DOMAINS_PAGE (self));

  gtk_text_buffer_set_text (self->text_buffer, "", 0);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  show_problem (self, "");
  set_removed (self, NULL);
}

/**
 * tlsrpt_domains_page_save:
 * @self: a page
 *
 * Asks for a file and saves the table, if it is shown and has rows.
 */
void
tlsrpt_domains_page_save (TlsrptDomainsPage *self)
{
  g_return_if_fail (TLSRPT_IS_DOMAINS_PAGE (self));

  if (is_shown (self, self->list_page) && tlsrpt_table_get_n_found (self->table) > 0)
    tlsrpt_choose_file_async (GTK_WIDGET (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("Save Table"),
                              "tls-rpt-check.csv", file_to_save_chosen_cb, NULL);
}

/**
 * tlsrpt_domains_page_go_back:
 * @self: a page
 *
 * Goes back from the text to the list.
 *
 * Returns: `FALSE` if the list is shown already
 */
gboolean
tlsrpt_domains_page_go_back (TlsrptDomainsPage *self)
{
  g_return_val_if_fail (TLSRPT_IS_DOMAINS_PAGE (self), FALSE);

  if (!is_shown (self, self->input_page))
    return FALSE;

  show_list (self);
  tlsrpt_domains_page_take_focus (self);

  return TRUE;
}

/**
 * tlsrpt_domains_page_take_focus:
 * @self: a page
 *
 * Puts the focus on what can be done now: to add domains, to check them, or to cancel.
 */
void
tlsrpt_domains_page_take_focus (TlsrptDomainsPage *self)
{
  GtkWidget *widget;

  g_return_if_fail (TLSRPT_IS_DOMAINS_PAGE (self));

  if (is_shown (self, self->input_page))
    widget = self->text_view;
  else if (is_shown (self, self->empty_page))
    widget = self->first_button;
  else
    widget = gtk_widget_get_visible (self->cancel_button) ? self->cancel_button
                                                          : self->check_button;
  gtk_widget_grab_focus (widget);
}
