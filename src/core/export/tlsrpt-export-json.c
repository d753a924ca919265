/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-export-json.h"

#include "tlsrpt-display.h"
#include "tlsrpt-domain.h"
#include "tlsrpt-host.h"
#include "tlsrpt-json-writer.h"
#include "tlsrpt-txt.h"

#include <string.h>

static void
write_advice (TlsrptJsonWriter *writer,
              GListModel       *advice)
{
  tlsrpt_json_writer_begin_array (writer, "advice");

  for (guint i = 0; i < g_list_model_get_n_items (advice); i++)
    {
      g_autoptr (TlsrptRemark) item = g_list_model_get_item (advice, i);
      g_autofree char *message = tlsrpt_display_strip_isolates (tlsrpt_remark_get_message (item));

      tlsrpt_json_writer_begin_object (writer, NULL);
      tlsrpt_json_writer_string (writer, "code", tlsrpt_remark_get_code (item));
      tlsrpt_json_writer_string (writer, "message", message);
      tlsrpt_json_writer_end_object (writer);
    }

  tlsrpt_json_writer_end_array (writer);
}

static void
write_host (TlsrptJsonWriter         *writer,
            const TlsrptExportRecord *host)
{
  g_autoptr (GString) line = g_string_new (NULL);

  tlsrpt_txt_append_line (line, host->name, host->ttl, host->value);

  tlsrpt_json_writer_begin_object (writer, NULL);
  tlsrpt_json_writer_string (writer, "host",
                             host->name + strlen (TLSRPT_DOMAIN_OWNER_PREFIX "."));
  tlsrpt_json_writer_string (writer, "zone", host->zone);
  tlsrpt_json_writer_string (writer, "name", host->name);
  tlsrpt_json_writer_string (writer, "relative_name", host->relative_name);
  tlsrpt_json_writer_string (writer, "zone_line", line->str);
  tlsrpt_json_writer_end_object (writer);
}

/**
 * tlsrpt_export_json_append:
 * @record: a record that is right
 * @hosts: (array length=n_hosts): the records of mail servers
 * @n_hosts: how many
 * @text: where to append
 *
 * Appends a record as an object of JSON, with a line feed at its end.
 */
void
tlsrpt_export_json_append (TlsrptRecord             *record,
                           const TlsrptExportRecord *hosts,
                           gsize                     n_hosts,
                           GString                  *text)
{
  const char *domain = tlsrpt_field_get_value (tlsrpt_record_get_domain_field (record));
  g_autofree char *unicode = tlsrpt_host_to_unicode (domain);
  g_auto (GStrv) uris = tlsrpt_record_dup_uris (record);
  TlsrptJsonWriter writer;

  tlsrpt_json_writer_init (&writer, text, TLSRPT_JSON_INDENTED);
  tlsrpt_json_writer_begin_answer (&writer);
  tlsrpt_json_writer_string (&writer, "domain", domain);
  tlsrpt_json_writer_string (&writer, "unicode_domain", unicode);
  tlsrpt_json_writer_string (&writer, "zone", tlsrpt_record_get_zone_apex (record));
  tlsrpt_json_writer_string (&writer, "name", tlsrpt_record_get_owner_name (record));
  tlsrpt_json_writer_string (&writer, "relative_name", tlsrpt_record_get_relative_name (record));
  tlsrpt_json_writer_integer (&writer, "ttl", tlsrpt_record_get_ttl (record));
  tlsrpt_json_writer_string (&writer, "value", tlsrpt_record_get_value (record));
  tlsrpt_json_writer_strings (&writer, "strings", tlsrpt_record_get_strings (record));
  tlsrpt_json_writer_string (&writer, "zone_line", tlsrpt_record_get_zone_line (record));
  tlsrpt_json_writer_strings (&writer, "destinations", (const char *const *) uris);
  tlsrpt_json_writer_begin_array (&writer, "mx_hosts");
  for (gsize i = 0; i < n_hosts; i++)
    write_host (&writer, &hosts[i]);
  tlsrpt_json_writer_end_array (&writer);
  write_advice (&writer, tlsrpt_record_get_advice (record));
  tlsrpt_json_writer_end_object (&writer);
  g_string_append_c (text, '\n');
}
