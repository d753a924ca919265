/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-panel-group.h"

#include "tlsrpt-copy-row.h"
#include "tlsrpt-display.h"

#include <glib/gi18n.h>

/**
 * TlsrptPanelGroup:
 *
 * Shows what to put into the web form of a provider, a row for each field with a button
 * that copies it, and where the form is described.
 */
struct _TlsrptPanelGroup
{
  AdwPreferencesGroup  parent_instance;

  GPtrArray           *rows;
};

G_DEFINE_FINAL_TYPE (TlsrptPanelGroup, tlsrpt_panel_group, ADW_TYPE_PREFERENCES_GROUP)

static void
add_row (TlsrptPanelGroup *self,
         GtkWidget        *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (TlsrptPanelGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                  g_ptr_array_index (self->rows, i));

  g_ptr_array_set_size (self->rows, 0);
}

static GtkWidget *
create_place_row (const TlsrptProvider *provider)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "title", _("Where"),
                                 "use-markup", FALSE,
                                 NULL);

  /* Libadwaita 1.2 would read it as markup while the row is made. */
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), provider->place);

  return row;
}

static GtkWidget *
create_step_row (const TlsrptPanelStep *step)
{
  g_autofree char *field = tlsrpt_display_isolate (step->label, -1);
  /* Translators: copies what belongs into a field of a web form, whose name is %s */
  g_autofree char *copy = g_strdup_printf (_("Copy “%s”"), field);
  /* Translators: %s is the name of a field of a web form */
  g_autofree char *copied = g_strdup_printf (_("“%s” copied"), field);

  return g_object_new (TLSRPT_TYPE_COPY_ROW,
                       "copied-label", copied,
                       "copy-label", copy,
                       "hint", step->hint,
                       "text", step->value,
                       "title", step->label,
                       NULL);
}

/* The date is that of a day, wherever somebody is. */
static char *
dup_date (const TlsrptProvider *provider)
{
  g_autofree char *midnight = g_strconcat (provider->verified, "T00:00:00", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (midnight, zone);

  /* Translators: when this program’s authors read a web page; see “man strftime”
   * xgettext:no-c-format */
  return g_date_time_format (date, _("Read on %b %-e, %Y"));
}

static GtkWidget *
create_page_row (const TlsrptProvider *provider)
{
  g_autofree char *date = dup_date (provider);
  GtkWidget *button = gtk_link_button_new_with_label (provider->url, _("Open in Browser"));
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "subtitle", date,
                                 "title", _("Documentation"),
                                 "use-markup", FALSE,
                                 NULL);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
tlsrpt_panel_group_finalize (GObject *object)
{
  g_ptr_array_unref (TLSRPT_PANEL_GROUP (object)->rows);

  G_OBJECT_CLASS (tlsrpt_panel_group_parent_class)->finalize (object);
}

static void
tlsrpt_panel_group_class_init (TlsrptPanelGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tlsrpt_panel_group_finalize;
}

static void
tlsrpt_panel_group_init (TlsrptPanelGroup *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * tlsrpt_panel_group_show_steps:
 * @self: a group
 * @provider: (nullable): whose web form it is
 * @steps: (nullable) (element-type TlsrptPanelStep): its fields
 *
 * Shows the fields in place of those of before; without any, the group is hidden.
 */
void
tlsrpt_panel_group_show_steps (TlsrptPanelGroup     *self,
                               const TlsrptProvider *provider,
                               GPtrArray            *steps)
{
  g_return_if_fail (TLSRPT_IS_PANEL_GROUP (self));

  clear_rows (self);
  gtk_widget_set_visible (GTK_WIDGET (self), provider != NULL && steps != NULL);
  if (provider == NULL || steps == NULL)
    return;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), provider->title);

  if (provider->place != NULL)
    add_row (self, create_place_row (provider));
  for (guint i = 0; i < steps->len; i++)
    add_row (self, create_step_row (g_ptr_array_index (steps, i)));
  add_row (self, create_page_row (provider));
}
