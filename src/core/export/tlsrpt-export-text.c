/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-export-text.h"

#include "tlsrpt-domain.h"
#include "tlsrpt-export-json.h"
#include "tlsrpt-panel.h"

static void
clear_record (gpointer data)
{
  TlsrptExportRecord *record = data;

  g_free ((char *) record->name);
  g_free ((char *) record->relative_name);
  g_free ((char *) record->zone);
}

/* A mail server may stand in a zone of its own. */
static void
add_record (GArray       *records,
            TlsrptRecord *record,
            const char   *domain)
{
  const char *apex = tlsrpt_record_get_zone_apex (record);
  g_autofree char *zone = NULL;
  TlsrptExportRecord parts;

  zone = tlsrpt_domain_is_within (domain, apex) ? g_strdup (apex)
                                                : tlsrpt_domain_guess_zone (domain);

  parts.name = tlsrpt_domain_to_owner_name (domain);
  parts.relative_name = tlsrpt_domain_to_relative_name (domain, zone);
  parts.zone = g_steal_pointer (&zone);
  parts.ttl = tlsrpt_record_get_ttl (record);
  parts.value = tlsrpt_record_get_value (record);
  g_array_append_val (records, parts);
}

static GArray *
list_records (TlsrptRecord *record,
              GPtrArray    *hosts)
{
  GArray *records = g_array_new (FALSE, FALSE, sizeof (TlsrptExportRecord));

  g_array_set_clear_func (records, clear_record);

  add_record (records, record, tlsrpt_field_get_value (tlsrpt_record_get_domain_field (record)));
  for (guint i = 0; i < hosts->len; i++)
    add_record (records, record, g_ptr_array_index (hosts, i));

  return records;
}

/**
 * tlsrpt_export_text_build:
 * @record: a record that is right
 * @format: a format
 * @hosts: (element-type utf8): mail servers in A-labels that have a record, too
 * @error: return location for an error
 *
 * Writes a record, and those of mail servers, in a format.
 *
 * Returns: (transfer full) (nullable): the text, or `NULL` if what reads the format
 *   does not take the record
 */
char *
tlsrpt_export_text_build (TlsrptRecord              *record,
                          const TlsrptExportFormat  *format,
                          GPtrArray                 *hosts,
                          GError                   **error)
{
  g_autoptr (GArray) records = list_records (record, hosts);
  const TlsrptExportRecord *first;
  GString *text;

  first = &g_array_index (records, TlsrptExportRecord, 0);
  if (!tlsrpt_export_format_check (format, first, error))
    return NULL;

  text = g_string_new (NULL);
  if (tlsrpt_export_format_is_json (format))
    tlsrpt_export_json_append (record, first + 1, hosts->len, text);
  else
    tlsrpt_export_format_append (format, first, records->len, text);

  return g_string_free (text, FALSE);
}

/**
 * tlsrpt_export_text_list_steps:
 * @record: a record that is right
 * @format: the web form of a provider
 * @hosts: (element-type utf8): mail servers in A-labels that have a record, too
 *
 * Lists what to put into the form, once for each record.
 *
 * Returns: (transfer full) (element-type TlsrptPanelStep): the fields in their order
 */
GPtrArray *
tlsrpt_export_text_list_steps (TlsrptRecord             *record,
                               const TlsrptExportFormat *format,
                               GPtrArray                *hosts)
{
  g_autoptr (GArray) records = list_records (record, hosts);
  const TlsrptProvider *panel = tlsrpt_export_format_get_panel (format);
  GPtrArray *steps = tlsrpt_panel_list_steps (panel, &g_array_index (records, TlsrptExportRecord, 0));

  for (guint i = 1; i < records->len; i++)
    g_ptr_array_extend_and_steal (
      steps, tlsrpt_panel_list_steps (panel, &g_array_index (records, TlsrptExportRecord, i)));

  return steps;
}
