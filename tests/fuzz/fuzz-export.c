/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-export-format.h"
#include "tlsrpt-export.h"
#include "tlsrpt-json.h"
#include "tlsrpt-record.h"

/* Text for a machine is ASCII, and what says that it is JSON is JSON; the words of a web
 * form may have other letters. */
static void
check_export (TlsrptExport             *export,
              const TlsrptExportFormat *format)
{
  const char *text = tlsrpt_export_get_text (export);
  TlsrptJsonValue root;

  g_assert_nonnull (tlsrpt_export_format_get_extension (format));
  g_assert_nonnull (tlsrpt_export_format_get_title (format));
  g_assert_nonnull (tlsrpt_export_group_get_title (tlsrpt_export_format_get_group (format)));
  g_assert_true ((text == NULL || *text == '\0') == (tlsrpt_export_get_error (export) != NULL));
  if (tlsrpt_export_get_error (export) != NULL)
    return;

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_str_is_ascii (text) || tlsrpt_export_format_get_panel (format) != NULL);
  if (tlsrpt_export_format_is_json (format))
    {
      g_autoptr (TlsrptJsonParser) parser = tlsrpt_json_parser_new ();

      g_assert_cmpint (tlsrpt_json_parser_parse (parser, text, strlen (text), strlen (text), &root),
                       ==, TLSRPT_JSON_OK);
    }
}

/* Five lines: domain, zone, TTL, mail servers, and the destinations, with tabs
 * between them. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *whole = g_strndup ((const char *) data, size);
  g_autofree char *valid = g_utf8_make_valid (whole, -1);
  const uint8_t *rest = (const uint8_t *) valid;
  gsize n_left = strlen (valid);
  g_autofree char *domain = fuzz_take_line (&rest, &n_left);
  g_autofree char *zone = fuzz_take_line (&rest, &n_left);
  g_autofree char *ttl = fuzz_take_line (&rest, &n_left);
  g_autofree char *hosts = fuzz_take_line (&rest, &n_left);
  g_autofree char *list = fuzz_take_line (&rest, &n_left);
  g_auto (GStrv) destinations = g_strsplit (list, "\t", 8);
  g_autoptr (TlsrptRecord) record = tlsrpt_record_new ();
  g_autoptr (TlsrptExport) export = tlsrpt_export_new (record);

  tlsrpt_record_set_domain (record, domain);
  for (gsize i = 0; destinations[i] != NULL; i++)
    tlsrpt_record_add_destination (record,
                                   strchr (destinations[i], '@') != NULL ? TLSRPT_FIELD_MAIL
                                                                         : TLSRPT_FIELD_ENDPOINT,
                                   destinations[i]);
  tlsrpt_export_guess_zone (export);
  tlsrpt_field_set_text (tlsrpt_export_get_zone_field (export), zone);
  tlsrpt_field_set_text (tlsrpt_export_get_ttl_field (export), ttl);
  tlsrpt_export_set_hosts (export, hosts);

  for (gsize i = 0; i < tlsrpt_export_format_count (); i++)
    {
      const TlsrptExportFormat *format = tlsrpt_export_format_at (i);

      tlsrpt_export_set_format (export, tlsrpt_export_format_get_key (format));
      fuzz_read_properties (export);
      check_export (export, format);
    }

  return 0;
}
