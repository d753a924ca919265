/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-checks-page.h"

#include "tlsrpt-checks-table.h"
#include "tlsrpt-choose-file.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-paste-limit.h"
#include "tlsrpt-pill-button.h"
#include "tlsrpt-stack.h"
#include "tlsrpt-toast.h"
#include "tlsrpt-wrap-layout.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * TlsrptChecksPage:
 *
 * Checks many domains: a list that is typed, pasted or read from a file, and then
 * the table of what was found.
 */
struct _TlsrptChecksPage
{
  AdwBin                parent_instance;

  GCancellable         *cancellable;

  /* Template widgets */
  GtkWidget            *input_page;
  GtkStack             *stack;
  TlsrptChecksTable    *table;
  GtkTextBuffer        *text_buffer;
  GtkWidget            *text_view;
};

G_DEFINE_FINAL_TYPE (TlsrptChecksPage, tlsrpt_checks_page, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHECK_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
check_activated_cb (TlsrptChecksPage *self,
                    TlsrptCheck      *check)
{
  g_signal_emit (self, signals[SIGNAL_CHECK_ACTIVATED], 0, check);
}

static void
change_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TlsrptChecksPage *self = TLSRPT_CHECKS_PAGE (widget);

  tlsrpt_stack_show (self->stack, self->input_page);
  gtk_widget_grab_focus (self->text_view);
}

/* --- A file ----------------------------------------------------------------------------- */

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
  g_autoptr (TlsrptChecksPage) self = user_data;
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
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  TlsrptChecksPage *self = TLSRPT_CHECKS_PAGE (source);
  g_autoptr (GFile) file = tlsrpt_choose_file_finish (GTK_WIDGET (self), result);

  if (file != NULL)
    tlsrpt_checks_page_read (self, file);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tlsrpt_choose_file_async (widget, GTK_FILE_CHOOSER_ACTION_OPEN, _("Open List of Domains"), NULL,
                            file_chosen_cb, NULL);
}

static void
tlsrpt_checks_page_dispose (GObject *object)
{
  TlsrptChecksPage *self = TLSRPT_CHECKS_PAGE (object);

  g_cancellable_cancel (self->cancellable);

  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_CHECKS_PAGE);

  G_OBJECT_CLASS (tlsrpt_checks_page_parent_class)->dispose (object);
}

static void
tlsrpt_checks_page_finalize (GObject *object)
{
  g_object_unref (TLSRPT_CHECKS_PAGE (object)->cancellable);

  G_OBJECT_CLASS (tlsrpt_checks_page_parent_class)->finalize (object);
}

static void
tlsrpt_checks_page_class_init (TlsrptChecksPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_checks_page_dispose;
  object_class->finalize = tlsrpt_checks_page_finalize;

  /**
   * TlsrptChecksPage::check-activated:
   * @check: a check with a verdict
   *
   * Somebody wants to see the details.
   */
  signals[SIGNAL_CHECK_ACTIVATED] =
    g_signal_new ("check-activated",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL, NULL,
                  G_TYPE_NONE, 1, TLSRPT_TYPE_CHECK);

  g_type_ensure (TLSRPT_TYPE_CHECKS_TABLE);
  g_type_ensure (TLSRPT_TYPE_PILL_BUTTON);
  g_type_ensure (TLSRPT_TYPE_WRAP_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-checks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptChecksPage, input_page);
  gtk_widget_class_bind_template_child (widget_class, TlsrptChecksPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TlsrptChecksPage, table);
  gtk_widget_class_bind_template_child (widget_class, TlsrptChecksPage, text_buffer);
  gtk_widget_class_bind_template_child (widget_class, TlsrptChecksPage, text_view);
  gtk_widget_class_bind_template_callback (widget_class, check_activated_cb);

  gtk_widget_class_install_action (widget_class, "checks.change", NULL, change_action);
  gtk_widget_class_install_action (widget_class, "checks.open", NULL, open_action);
}

static void
tlsrpt_checks_page_init (TlsrptChecksPage *self)
{
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  tlsrpt_paste_limit_attach (self->text_view, TLSRPT_LIMIT_CHECK_TEXT, NULL, NULL);
  /* Domains read from left to right wherever they stand. */
  gtk_widget_set_direction (self->text_view, GTK_TEXT_DIR_LTR);
}

/**
 * tlsrpt_checks_page_read:
 * @self: a page
 * @file: a list of domains
 *
 * Reads @file into the list, or says why that cannot be.
 */
void
tlsrpt_checks_page_read (TlsrptChecksPage *self,
                         GFile            *file)
{
  g_return_if_fail (TLSRPT_IS_CHECKS_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  g_file_load_partial_contents_async (file, self->cancellable, read_more_cb, file_read_cb,
                                      g_object_ref (self));
}

/**
 * tlsrpt_checks_page_start:
 * @self: a page
 * @resolver: whom to ask
 *
 * Checks the domains of the list, again if need be.  Without any there is nothing
 * to do.
 */
void
tlsrpt_checks_page_start (TlsrptChecksPage *self,
                          TlsrptResolver   *resolver)
{
  g_autoptr (TlsrptCheckList) list = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (TLSRPT_IS_CHECKS_PAGE (self));
  g_return_if_fail (TLSRPT_IS_RESOLVER (resolver));

  g_object_get (self->text_buffer, "text", &text, NULL);
  list = tlsrpt_check_list_new (resolver, text);
  if (g_list_model_get_n_items (G_LIST_MODEL (list)) == 0)
    {
      tlsrpt_stack_show (self->stack, self->input_page);
      gtk_widget_grab_focus (self->text_view);
      return;
    }

  tlsrpt_check_list_start (list);
  tlsrpt_checks_table_set_list (self->table, list);
  tlsrpt_stack_show (self->stack, GTK_WIDGET (self->table));
  tlsrpt_checks_page_take_focus (self);
}

/**
 * tlsrpt_checks_page_save:
 * @self: a page
 *
 * Saves the table, if one is shown.
 */
void
tlsrpt_checks_page_save (TlsrptChecksPage *self)
{
  g_return_if_fail (TLSRPT_IS_CHECKS_PAGE (self));

  if (gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->table))
    tlsrpt_checks_table_save (self->table);
}

/**
 * tlsrpt_checks_page_take_focus:
 * @self: a page
 *
 * Puts the focus on what is shown: the list of domains, or the table.
 */
void
tlsrpt_checks_page_take_focus (TlsrptChecksPage *self)
{
  g_return_if_fail (TLSRPT_IS_CHECKS_PAGE (self));

  if (gtk_stack_get_visible_child (self->stack) == self->input_page)
    gtk_widget_grab_focus (self->text_view);
  else
    tlsrpt_checks_table_take_focus (self->table);
}
