/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "record-mirror.h"
#include "tlsrpt-export-json.h"

#include <string.h>

#define V "v=TLSRPTv1; rua=mailto:a@x.example"
#define OWN "mailto:a@xn--bcher-kva.example"

static char *
export (TlsrptRecord             *record,
        const TlsrptExportRecord *hosts,
        gsize                     n_hosts)
{
  GString *text = g_string_new (NULL);

  tlsrpt_export_json_append (record, hosts, n_hosts, text);

  return g_string_free (text, FALSE);
}

/* What programs rely on: every member, in this order, and ASCII.  They have no use for
 * the marks around what people quote. */
static void
test_record (void)
{
  TlsrptRecord *record = record_make ("mail.bücher.example", "a@bücher.example");
  g_autofree char *text = NULL;

  tlsrpt_record_set_ttl (record, 86400);
  text = export (record, NULL, 0);
  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"schema\": 1,\n"
                   "  \"domain\": \"mail.xn--bcher-kva.example\",\n"
                   "  \"unicode_domain\": \"mail.b\\u00fccher.example\",\n"
                   "  \"zone\": \"xn--bcher-kva.example\",\n"
                   "  \"name\": \"_smtp._tls.mail.xn--bcher-kva.example\",\n"
                   "  \"relative_name\": \"_smtp._tls.mail\",\n"
                   "  \"ttl\": 86400,\n"
                   "  \"value\": \"v=TLSRPTv1; rua=" OWN "\",\n"
                   "  \"strings\": [\n"
                   "    \"v=TLSRPTv1; rua=" OWN "\"\n"
                   "  ],\n"
                   "  \"zone_line\": \"_smtp._tls.mail.xn--bcher-kva.example. 86400 IN TXT "
                   "\\\"v=TLSRPTv1; rua=" OWN "\\\"\",\n"
                   "  \"destinations\": [\n"
                   "    \"" OWN "\"\n"
                   "  ],\n"
                   "  \"mx_hosts\": [],\n"
                   "  \"advice\": [\n"
                   "    {\n"
                   "      \"code\": \"subdomain\",\n"
                   "      \"message\": \"This record covers only addresses at "
                   "\\u201cmail.b\\u00fccher.example\\u201d. "
                   "\\u201cb\\u00fccher.example\\u201d needs its own record.\"\n"
                   "    },\n"
                   "    {\n"
                   "      \"code\": \"internationalized-domain\",\n"
                   "      \"message\": \"\\u201cmail.b\\u00fccher.example\\u201d is "
                   "\\u201cmail.xn--bcher-kva.example\\u201d in DNS\"\n"
                   "    }\n"
                   "  ]\n"
                   "}\n");

  g_assert_finalize_object (record);
}

static void
test_hosts (void)
{
  static const TlsrptExportRecord host = {
    "_smtp._tls.mx.example.net", "_smtp._tls.mx", "example.net", 3600, V
  };
  TlsrptRecord *record = record_make ("example.com", "a@x.example");
  g_autofree char *text = export (record, &host, 1);

  g_assert_nonnull (strstr (text,
                            "  \"mx_hosts\": [\n"
                            "    {\n"
                            "      \"host\": \"mx.example.net\",\n"
                            "      \"zone\": \"example.net\",\n"
                            "      \"name\": \"_smtp._tls.mx.example.net\",\n"
                            "      \"relative_name\": \"_smtp._tls.mx\",\n"
                            "      \"zone_line\": \"_smtp._tls.mx.example.net. 3600 IN TXT "
                            "\\\"" V "\\\"\"\n"
                            "    }\n"
                            "  ],\n"));

  g_assert_finalize_object (record);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export-json/record", test_record);
  g_test_add_func ("/export-json/hosts", test_hosts);

  return g_test_run ();
}
