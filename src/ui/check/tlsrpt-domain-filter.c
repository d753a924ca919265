/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-domain-filter.h"

#include "tlsrpt-drop-down.h"
#include "tlsrpt-standing.h"

#include <glib/gi18n.h>

/* The states, those that somebody must do something about first; the last one is that of a
 * domain that was not checked. */
static const char *const states[] = {
  "failing", "missing", "changed", "published", "unneeded", "unknown", NULL,
};

/**
 * TlsrptDomainFilter:
 *
 * A list of the states that a domain can have, to show only those that have one.
 */
struct _TlsrptDomainFilter
{
  AdwBin       parent_instance;

  GtkDropDown *drop_down;
};

G_DEFINE_FINAL_TYPE (TlsrptDomainFilter, tlsrpt_domain_filter, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* For screen readers: a list does not say what it is for. */
static void
show_label (TlsrptDomainFilter *self)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (self->drop_down);
  g_autofree char *label = NULL;

  if (chosen == NULL)
    return;

  /* Translators: what a list is for, and what is chosen */
  label = g_strdup_printf (_("%s: %s"), _("State"), gtk_string_object_get_string (chosen));
  tlsrpt_drop_down_set_label (self->drop_down, label);
}

static void
selected_cb (TlsrptDomainFilter *self)
{
  show_label (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkStringList *
create_words (void)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, _("All States"));
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_string_list_append (words, tlsrpt_standing_get_word (states[i]));

  return words;
}

static void
tlsrpt_domain_filter_class_init (TlsrptDomainFilterClass *klass)
{
  /**
   * TlsrptDomainFilter::changed:
   * @self: a filter
   *
   * Another state was chosen.
   */
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
tlsrpt_domain_filter_init (TlsrptDomainFilter *self)
{
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (create_words ()), NULL);

  self->drop_down = GTK_DROP_DOWN (drop_down);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), drop_down);
  show_label (self);
}

/**
 * tlsrpt_domain_filter_get_word:
 * @self: a filter
 *
 * Gets the state that is wanted, as the table calls it.
 *
 * Returns: (nullable): the word, or `NULL` if all are wanted
 */
const char *
tlsrpt_domain_filter_get_word (TlsrptDomainFilter *self)
{
  GtkStringObject *chosen;

  g_return_val_if_fail (TLSRPT_IS_DOMAIN_FILTER (self), NULL);

  chosen = gtk_drop_down_get_selected_item (self->drop_down);

  return gtk_drop_down_get_selected (self->drop_down) > 0 && chosen != NULL
           ? gtk_string_object_get_string (chosen) : NULL;
}

void
tlsrpt_domain_filter_reset (TlsrptDomainFilter *self)
{
  g_return_if_fail (TLSRPT_IS_DOMAIN_FILTER (self));

  gtk_drop_down_set_selected (self->drop_down, 0);
}
