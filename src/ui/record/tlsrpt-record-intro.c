/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-record-intro.h"

#include <glib/gi18n.h>

/**
 * TlsrptRecordIntro:
 *
 * The line above the form: what comes of it, or that it is the form of the last time.
 */
struct _TlsrptRecordIntro
{
  AdwBin     parent_instance;

  /* Template widgets */
  GtkButton *empty_button;
  GtkLabel  *label;
};

G_DEFINE_FINAL_TYPE (TlsrptRecordIntro, tlsrpt_record_intro, ADW_TYPE_BIN)

static void
tlsrpt_record_intro_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TLSRPT_TYPE_RECORD_INTRO);

  G_OBJECT_CLASS (tlsrpt_record_intro_parent_class)->dispose (object);
}

static void
tlsrpt_record_intro_class_init (TlsrptRecordIntroClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_record_intro_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-record-intro.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptRecordIntro, empty_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptRecordIntro, label);
}

static void
tlsrpt_record_intro_init (TlsrptRecordIntro *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tlsrpt_record_intro_reset (self);
}

/**
 * tlsrpt_record_intro_set_restored:
 * @self: the line
 * @saved: (nullable): when the form was kept
 * @left_out: how many entries were not kept, since they could hold a password
 *
 * Says where the form comes from, and how to get rid of it.
 */
void
tlsrpt_record_intro_set_restored (TlsrptRecordIntro *self,
                                  GDateTime         *saved,
                                  guint              left_out)
{
  GString *text;

  g_return_if_fail (TLSRPT_IS_RECORD_INTRO (self));

  text = g_string_new (NULL);
  if (saved != NULL)
    {
      g_autoptr (GDateTime) local = g_date_time_to_local (saved);
      /* Translators: this is a date for strftime, as in “Restored from Dec 1, 2026.”; put
       * the parts of the date in your order */
      g_autofree char *line = g_date_time_format (local, _("Restored from %b %-e, %Y."));

      g_string_append (text, line);
    }
  else
    {
      g_string_append (text, _("Restored from the last time."));
    }

  if (left_out > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text,
                              /* Translators: %u is a number of entries of the form */
                              ngettext ("%u entry was not kept, because it may contain a "
                                        "password.",
                                        "%u entries were not kept, because they may contain a "
                                        "password.", left_out), left_out);
    }

  g_string_append_c (text, ' ');
  g_string_append (text, _("Entries are kept on this computer only, until you choose Forget "
                           "Everything in the main menu."));
  gtk_label_set_text (self->label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_button), TRUE);
  g_string_free (text, TRUE);
}

/**
 * tlsrpt_record_intro_reset:
 * @self: the line
 *
 * Says what comes of the form.
 */
void
tlsrpt_record_intro_reset (TlsrptRecordIntro *self)
{
  g_return_if_fail (TLSRPT_IS_RECORD_INTRO (self));

  gtk_label_set_text (self->label,
                      _("Get a daily report on whether other servers could send mail to your "
                        "domain over an encrypted connection. Nothing is sent, and entries are "
                        "kept on this computer only."));
  gtk_widget_set_visible (GTK_WIDGET (self->empty_button), FALSE);
}
