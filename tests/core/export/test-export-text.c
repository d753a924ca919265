/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "record-mirror.h"
#include "tlsrpt-error.h"
#include "tlsrpt-export-text.h"

#include <string.h>

#define V "v=TLSRPTv1; rua=mailto:a@x.example"
#define LINE(name) "_smtp._tls." name ". 3600 IN TXT \"" V "\"\n"

typedef struct
{
  const char *name;
  const char *format;
  const char *zone;  /* of mail.example.com; NULL: guessed */
  const char *hosts; /* with spaces between them */
  const char *text;
} Case;

static const Case cases[] = {
  { "alone", "zone", NULL, "", LINE ("mail.example.com") },
  { "same-zone", "zone", NULL, "mx.example.com example.com",
    LINE ("mail.example.com") LINE ("mx.example.com") LINE ("example.com") },

  /* A server elsewhere is in the zone that such servers usually are in. */
  { "other-zone", "zone", NULL, "mx.b.example.net",
    "; Zone example.com\n" LINE ("mail.example.com")
    "; Zone example.net\n" LINE ("mx.b.example.net") },
  { "back-again", "zone", NULL, "mx.example.net mx.example.com",
    "; Zone example.com\n" LINE ("mail.example.com")
    "; Zone example.net\n" LINE ("mx.example.net")
    "; Zone example.com\n" LINE ("mx.example.com") },
  { "beside-given-zone", "zone", "mail.example.com", "a.mail.example.com mx.example.com",
    "; Zone mail.example.com\n" LINE ("mail.example.com") LINE ("a.mail.example.com")
    "; Zone example.com\n" LINE ("mx.example.com") },
  { "suffix-is-no-zone", "zone", NULL, "mx.an-example.com",
    "; Zone example.com\n" LINE ("mail.example.com")
    "; Zone an-example.com\n" LINE ("mx.an-example.com") },

  /* Where there are no comments, the zones are not told. */
  { "no-comment", "name", NULL, "mx.example.net",
    "_smtp._tls.mail.example.com\n_smtp._tls.mx.example.net\n" },
  { "relative", "dnscontrol", "example.com", "mx.example.com",
    "TXT(\"_smtp._tls.mail\", \"" V "\", TTL(\"1h\")),\n"
    "TXT(\"_smtp._tls.mx\", \"" V "\", TTL(\"1h\")),\n" },
};

static GPtrArray *
split (const char *hosts)
{
  GPtrArray *array = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) words = g_strsplit (hosts, " ", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    g_ptr_array_add (array, g_strdup (words[i]));

  return array;
}

static void
test_build (gconstpointer data)
{
  const Case *c = data;
  TlsrptRecord *record = record_make ("mail.example.com", "a@x.example");
  g_autoptr (GPtrArray) hosts = split (c->hosts);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  tlsrpt_record_set_zone (record, c->zone);
  text = tlsrpt_export_text_build (record, tlsrpt_export_format_find (c->format), hosts, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, c->text);
  g_assert_finalize_object (record);
}

/* JSON is one object, with the servers in it. */
static void
test_json (void)
{
  TlsrptRecord *record = record_make ("mail.example.com", "a@x.example");
  g_autoptr (GPtrArray) hosts = split ("mx.example.com");
  g_autofree char *text = tlsrpt_export_text_build (record, tlsrpt_export_format_find ("json"),
                                                    hosts, NULL);

  g_assert_true (g_str_has_prefix (text, "{\n  \"schema\": 1,\n  \"domain\": \"mail.example.com\",\n"));
  g_assert_nonnull (strstr (text, "\n      \"host\": \"mx.example.com\",\n"));
  g_assert_null (strstr (text, "\n      \"host\": \"mail.example.com\",\n"));
  g_assert_finalize_object (record);
}

static void
test_refused (void)
{
  TlsrptRecord *record = record_make ("mail.example.com", "a@x.example");
  g_autoptr (GPtrArray) hosts = split ("mx.example.com");
  g_autoptr (GError) error = NULL;

  tlsrpt_record_set_ttl (record, 59);
  g_assert_null (tlsrpt_export_text_build (record, tlsrpt_export_format_find ("cloudflare"),
                                           hosts, &error));
  g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_TTL);
  g_assert_finalize_object (record);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/export-text/build/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_build);
    }

  g_test_add_func ("/export-text/json", test_json);
  g_test_add_func ("/export-text/refused", test_refused);

  return g_test_run ();
}
