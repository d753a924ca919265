/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-domain-save.h"

#include "tlsrpt-choose-file.h"
#include "tlsrpt-save.h"
#include "tlsrpt-table-csv.h"
#include "tlsrpt-toast.h"

#include <glib/gi18n.h>

#define JSON_SUFFIX ".json"

/* What is saved, as it is when the file has been chosen. */
typedef struct
{
  TlsrptDomainChecks *checks;
  TlsrptTable        *table;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->checks);
  g_object_unref (saving->table);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;

  tlsrpt_save_finish (G_FILE (source), result, &error);
  if (gtk_widget_get_root (widget) != NULL)
    tlsrpt_toast_saved (widget, G_FILE (source), error);
}

static GString *
write_table (TlsrptTable *table)
{
  g_autoptr (TlsrptTableCsv) csv = tlsrpt_table_csv_new (table);

  return tlsrpt_table_csv_write (csv);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GtkWidget *widget = GTK_WIDGET (source);
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GFile) file = tlsrpt_choose_file_finish (widget, result);
  g_autofree char *name = NULL;
  GString *text;

  if (file == NULL)
    return;

  name = g_file_get_basename (file);
  text = g_str_has_suffix (name, JSON_SUFFIX) ? tlsrpt_domain_checks_to_json (saving->checks)
                                              : write_table (saving->table);
  tlsrpt_save_async (file, text->str, (gssize) text->len, NULL, saved_cb, g_object_ref (widget));
  g_string_free (text, TRUE);
}

/**
 * tlsrpt_domain_save:
 * @widget: what has the table
 * @checks: the checks of the domains
 * @table: a table of them, with rows
 *
 * Asks for a file, and saves the table, or with the name of a JSON file the checks.
 */
void
tlsrpt_domain_save (GtkWidget          *widget,
                    TlsrptDomainChecks *checks,
                    TlsrptTable        *table)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->checks = g_object_ref (checks);
  saving->table = g_object_ref (table);
  tlsrpt_choose_file_async (widget, GTK_FILE_CHOOSER_ACTION_SAVE, _("Save Table"),
                            "tls-rpt-check.csv", file_chosen_cb, saving);
}
