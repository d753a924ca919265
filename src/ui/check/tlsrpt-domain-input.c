/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-domain-input.h"

#include "tlsrpt-accessible.h"
#include "tlsrpt-choose-file.h"
#include "tlsrpt-domain-list.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-paste-limit.h"
#include "tlsrpt-pill-button.h"
#include "tlsrpt-toast.h"
#include "tlsrpt-wrap-layout.h"

#include <glib/gi18n.h>

/**
 * TlsrptDomainInput:
 *
 * A text of domains, which are added to the list that is kept, or removed from it.  What is
 * no domain stays in the text and is said.
 */
struct _TlsrptDomainInput
{
  AdwBin              parent_instance;

  TlsrptDomainChecks *checks;
  GCancellable       *cancellable;
  gboolean            is_removing;

  /* Template widgets */
  GtkTextBuffer      *add_buffer;
  GtkWidget          *add_button;
  GtkWidget          *add_hint;
  GtkLabel           *problem_label;
  GtkTextBuffer      *remove_buffer;
  GtkWidget          *remove_button;
  GtkWidget          *remove_hint;
  GtkTextView        *text_view;
  GtkLabel           *title_label;
};

G_DEFINE_FINAL_TYPE (TlsrptDomainInput, tlsrpt_domain_input, ADW_TYPE_BIN)

enum
{
  DONE,
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TlsrptState *
get_state (TlsrptDomainInput *self)
{
  return tlsrpt_domain_checks_get_state (self->checks);
}

static void
show_problem (TlsrptDomainInput *self,
              const char        *text)
{
  gtk_label_set_label (self->problem_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), *text != '\0');
}

static void
show_purpose (TlsrptDomainInput *self,
              gboolean           is_removing)
{
  self->is_removing = is_removing;
  gtk_widget_set_visible (self->add_button, !is_removing);
  gtk_widget_set_visible (self->add_hint, !is_removing);
  gtk_widget_set_visible (self->remove_button, is_removing);
  gtk_widget_set_visible (self->remove_hint, is_removing);
  gtk_label_set_label (self->title_label, is_removing
                                            ? _("Domains to remove, one per line")
                                            : _("Domains, one per _line, or a zone file"));
  gtk_text_view_set_buffer (self->text_view,
                            is_removing ? self->remove_buffer : self->add_buffer);
  tlsrpt_accessible_set_name (GTK_ACCESSIBLE (self->text_view),
                              is_removing ? _("Domains to remove, one per line")
                                          : _("Domains, one per line, or a zone file"));
  show_problem (self, "");
}

static TlsrptDomainList *
read_text (TlsrptDomainInput *self)
{
  g_autofree char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (self->text_view), "text", &text, NULL);

  return tlsrpt_domain_list_new (text);
}

static void
append_lines (GString   *text,
              GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (lines, i));
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
add (TlsrptDomainInput *self)
{
  g_autofree char *problem = NULL;
  g_autoptr (TlsrptDomainList) list = read_text (self);
  g_autoptr (GString) rest = g_string_new (NULL);
  guint n_added = 0;
  guint n_too_many = 0;

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
  append_lines (rest, list->others);

  problem = dup_problem (list, n_too_many);
  show_problem (self, problem);
  if (list->domains->len > 0)
    gtk_text_buffer_set_text (self->add_buffer, rest->str, (int) rest->len);
  if (n_added > 0)
    {
      g_autofree char *said = NULL;

      /* Translators: %u is how many came to the list */
      said = g_strdup_printf (ngettext ("%u domain added", "%u domains added", n_added), n_added);
      tlsrpt_toast_show (GTK_WIDGET (self), tlsrpt_toast_new (said));
    }

  if (*problem == '\0' &&
      (list->domains->len > 0 || tlsrpt_state_get_domains (get_state (self))->len > 0))
    g_signal_emit (self, signals[DONE], 0);
}

static void
remove_domains (TlsrptDomainInput *self)
{
  g_autoptr (TlsrptDomainList) list = read_text (self);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GString) rest = g_string_new (NULL);
  g_autofree char *problem = NULL;
  guint n_unknown = list->others->len;

  for (guint i = 0; i < list->domains->len; i++)
    {
      char *domain = g_ptr_array_index (list->domains, i);

      if (tlsrpt_state_find_domain (get_state (self), domain) != NULL)
        {
          g_ptr_array_add (names, domain);
        }
      else
        {
          n_unknown++;
          g_string_append_printf (rest, "%s\n", domain);
        }
    }
  append_lines (rest, list->others);

  if (n_unknown > 0)
    /* Translators: %u is how many lines of what was typed */
    problem = g_strdup_printf (ngettext ("%u entry is not in the list.",
                                         "%u entries are not in the list.", n_unknown),
                               n_unknown);
  show_problem (self, problem != NULL ? problem : "");
  gtk_text_buffer_set_text (self->remove_buffer, rest->str, (int) rest->len);

  if (names->len > 0)
    g_signal_emit (self, signals[REMOVE], 0, names);
  if (n_unknown == 0)
    g_signal_emit (self, signals[DONE], 0);
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
  g_autoptr (TlsrptDomainInput) self = user_data;
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
    gtk_text_buffer_set_text (self->add_buffer, text, (int) length);
  else if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    tlsrpt_toast_show (GTK_WIDGET (self), tlsrpt_toast_new (problem));
}

static void
file_to_read_chosen_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  TlsrptDomainInput *self = TLSRPT_DOMAIN_INPUT (source);
  g_autoptr (GFile) file = tlsrpt_choose_file_finish (GTK_WIDGET (self), result);

  if (file != NULL)
    tlsrpt_domain_input_read (self, file);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tlsrpt_choose_file_async (widget, GTK_FILE_CHOOSER_ACTION_OPEN, _("Open List of Domains"), NULL,
                            file_to_read_chosen_cb, NULL);
}

static void
tlsrpt_domain_input_dispose (GObject *object)
{
  TlsrptDomainInput *self = TLSRPT_DOMAIN_INPUT (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_DOMAIN_INPUT);
  g_clear_object (&self->checks);

  G_OBJECT_CLASS (tlsrpt_domain_input_parent_class)->dispose (object);
}

static void
tlsrpt_domain_input_finalize (GObject *object)
{
  g_object_unref (TLSRPT_DOMAIN_INPUT (object)->cancellable);

  G_OBJECT_CLASS (tlsrpt_domain_input_parent_class)->finalize (object);
}

static void
tlsrpt_domain_input_class_init (TlsrptDomainInputClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_domain_input_dispose;
  object_class->finalize = tlsrpt_domain_input_finalize;

  /**
   * TlsrptDomainInput::done:
   * @self: a text
   *
   * Nothing is left in the text.
   */
  signals[DONE] =
    g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /**
   * TlsrptDomainInput::remove:
   * @self: a text
   * @names: (element-type utf8): domains of the list
   *
   * Somebody wants domains to be removed.
   */
  signals[REMOVE] =
    g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  g_type_ensure (TLSRPT_TYPE_PILL_BUTTON);
  g_type_ensure (TLSRPT_TYPE_WRAP_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-domain-input.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainInput, add_buffer);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainInput, add_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainInput, add_hint);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainInput, problem_label);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainInput, remove_buffer);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainInput, remove_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainInput, remove_hint);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainInput, text_view);
  gtk_widget_class_bind_template_child (widget_class, TlsrptDomainInput, title_label);

  gtk_widget_class_install_action (widget_class, "domains.open", NULL, open_action);
}

static void
tlsrpt_domain_input_init (TlsrptDomainInput *self)
{
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  tlsrpt_paste_limit_attach (GTK_WIDGET (self->text_view), TLSRPT_LIMIT_CHECK_TEXT, NULL, NULL);
  /* Domains read from left to right wherever they stand. */
  gtk_widget_set_direction (GTK_WIDGET (self->text_view), GTK_TEXT_DIR_LTR);
  show_purpose (self, FALSE);
}

void
tlsrpt_domain_input_set_checks (TlsrptDomainInput  *self,
                                TlsrptDomainChecks *checks)
{
  g_return_if_fail (TLSRPT_IS_DOMAIN_INPUT (self));
  g_return_if_fail (TLSRPT_IS_DOMAIN_CHECKS (checks));

  g_set_object (&self->checks, checks);
}

/**
 * tlsrpt_domain_input_start_adding:
 * @self: a text
 *
 * Is for domains to add.
 */
void
tlsrpt_domain_input_start_adding (TlsrptDomainInput *self)
{
  g_return_if_fail (TLSRPT_IS_DOMAIN_INPUT (self));

  show_purpose (self, FALSE);
}

/**
 * tlsrpt_domain_input_start_removing:
 * @self: a text
 * @names: domains, a line each
 *
 * Is for domains to remove, and begins with @names.
 */
void
tlsrpt_domain_input_start_removing (TlsrptDomainInput *self,
                                    const char        *names)
{
  g_return_if_fail (TLSRPT_IS_DOMAIN_INPUT (self));
  g_return_if_fail (names != NULL);

  gtk_text_buffer_set_text (self->remove_buffer, names, -1);
  show_purpose (self, TRUE);
}

/**
 * tlsrpt_domain_input_read:
 * @self: a text
 * @file: a list of domains, or a zone file
 *
 * Reads @file into the text, or says why that cannot be.
 */
void
tlsrpt_domain_input_read (TlsrptDomainInput *self,
                          GFile             *file)
{
  g_return_if_fail (TLSRPT_IS_DOMAIN_INPUT (self));
  g_return_if_fail (G_IS_FILE (file));

  g_file_load_partial_contents_async (file, self->cancellable, read_more_cb, file_read_cb,
                                      g_object_ref (self));
}

/**
 * tlsrpt_domain_input_apply:
 * @self: a text
 *
 * Adds or removes what is in the text.
 */
void
tlsrpt_domain_input_apply (TlsrptDomainInput *self)
{
  g_return_if_fail (TLSRPT_IS_DOMAIN_INPUT (self));

  if (self->is_removing)
    remove_domains (self);
  else
    add (self);
}

/**
 * tlsrpt_domain_input_clear:
 * @self: a text
 *
 * Forgets what was typed.
 */
void
tlsrpt_domain_input_clear (TlsrptDomainInput *self)
{
  g_return_if_fail (TLSRPT_IS_DOMAIN_INPUT (self));

  gtk_text_buffer_set_text (self->add_buffer, "", 0);
  gtk_text_buffer_set_text (self->remove_buffer, "", 0);
  show_problem (self, "");
}

void
tlsrpt_domain_input_take_focus (TlsrptDomainInput *self)
{
  g_return_if_fail (TLSRPT_IS_DOMAIN_INPUT (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}
