/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-guide-entry-page.h"

#include "tlsrpt-guide-entry-box.h"

/**
 * TlsrptGuideEntryPage:
 *
 * A page of the guide: an entry, and the way back.
 */
struct _TlsrptGuideEntryPage
{
  AdwBin            parent_instance;

  TlsrptGuideEntry *entry;

  /* Template widgets */
  GtkButton        *back_button;
  AdwClamp         *content_clamp;
};

G_DEFINE_FINAL_TYPE (TlsrptGuideEntryPage, tlsrpt_guide_entry_page, ADW_TYPE_BIN)

static void
tlsrpt_guide_entry_page_dispose (GObject *object)
{
  TlsrptGuideEntryPage *self = TLSRPT_GUIDE_ENTRY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TLSRPT_TYPE_GUIDE_ENTRY_PAGE);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (tlsrpt_guide_entry_page_parent_class)->dispose (object);
}

static void
tlsrpt_guide_entry_page_class_init (TlsrptGuideEntryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tlsrpt_guide_entry_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/tlsrpt-guide-entry-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlsrptGuideEntryPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, TlsrptGuideEntryPage, content_clamp);
}

static void
tlsrpt_guide_entry_page_init (TlsrptGuideEntryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tlsrpt_guide_entry_page_new:
 * @entry: what to show
 * @domain: the domain in the texts
 * @mx: the name of the mail server in the texts, which the page lets people enter
 *
 * Creates a page.
 *
 * Returns: (transfer full): a page
 */
GtkWidget *
tlsrpt_guide_entry_page_new (TlsrptGuideEntry *entry,
                             TlsrptField      *domain,
                             TlsrptField      *mx)
{
  TlsrptGuideEntryPage *self;

  g_return_val_if_fail (TLSRPT_IS_GUIDE_ENTRY (entry), NULL);
  g_return_val_if_fail (TLSRPT_IS_FIELD (domain), NULL);
  g_return_val_if_fail (TLSRPT_IS_FIELD (mx), NULL);

  self = g_object_new (TLSRPT_TYPE_GUIDE_ENTRY_PAGE, NULL);
  self->entry = g_object_ref (entry);
  adw_clamp_set_child (self->content_clamp, tlsrpt_guide_entry_box_new (entry, domain, mx));

  return GTK_WIDGET (self);
}

TlsrptGuideEntry *
tlsrpt_guide_entry_page_get_entry (TlsrptGuideEntryPage *self)
{
  g_return_val_if_fail (TLSRPT_IS_GUIDE_ENTRY_PAGE (self), NULL);

  return self->entry;
}

/**
 * tlsrpt_guide_entry_page_start:
 * @self: a page that is shown
 *
 * Puts the focus where reading starts.
 */
void
tlsrpt_guide_entry_page_start (TlsrptGuideEntryPage *self)
{
  g_return_if_fail (TLSRPT_IS_GUIDE_ENTRY_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->back_button));
}
