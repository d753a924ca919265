/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "record-mirror.h"
#include "tlsrpt-error.h"
#include "tlsrpt-export.h"

#include <string.h>

#define V "v=TLSRPTv1; rua=mailto:a@x.example"

typedef struct
{
  TlsrptRecord *record;
  TlsrptExport *export;
  GString      *notified;
} Fixture;

static void
notify_cb (GObject    *object,
           GParamSpec *pspec,
           GString    *notified)
{
  g_string_append_printf (notified, "%s ", g_param_spec_get_name (pspec));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->record = record_make ("mail.example.com", "a@x.example");
  fixture->export = tlsrpt_export_new (fixture->record);
  fixture->notified = g_string_new (NULL);
  g_signal_connect (fixture->export, "notify", G_CALLBACK (notify_cb), fixture->notified);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_string_free (fixture->notified, TRUE);
  g_assert_finalize_object (fixture->export);
  g_assert_finalize_object (fixture->record);
}

static const char *
get_text (Fixture *fixture)
{
  /* One of them, always. */
  g_assert_true ((tlsrpt_export_get_text (fixture->export) == NULL) !=
                 (tlsrpt_export_get_error (fixture->export) == NULL));

  return tlsrpt_export_get_text (fixture->export);
}

static void
set_zone (Fixture    *fixture,
          const char *zone)
{
  tlsrpt_field_set_text (tlsrpt_export_get_zone_field (fixture->export), zone);
}

static const char *
get_zone (Fixture *fixture)
{
  return tlsrpt_field_get_text (tlsrpt_export_get_zone_field (fixture->export));
}

static void
assert_notified (Fixture    *fixture,
                 const char *names)
{
  g_auto (GStrv) expected = g_strsplit (names, " ", -1);

  for (gsize i = 0; expected[i] != NULL; i++)
    {
      g_autofree char *once = g_strconcat (expected[i], " ", NULL);
      const char *found = strstr (fixture->notified->str, once);

      if (found == NULL)
        g_test_message ("%s: %s", expected[i], fixture->notified->str);
      g_assert_nonnull (found);
      g_string_erase (fixture->notified, found - fixture->notified->str, strlen (once));
    }

  g_assert_cmpstr (fixture->notified->str, ==, "");
}

static void
test_derive (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autofree char *note = NULL;
  g_autofree char *problem = NULL;
  g_autofree char *hosts_problem = NULL;
  g_autofree char *format = NULL;
  g_autofree char *hosts = NULL;
  g_autofree char *file_name = NULL;
  g_autoptr (TlsrptRecord) record = NULL;
  g_autoptr (TlsrptField) zone = NULL;

  g_object_get (fixture->export, "file-name", &file_name, "format", &format, "hosts", &hosts,
                "hosts-problem", &hosts_problem, "note", &note, "problem", &problem,
                "record", &record, "text", &text, "zone-field", &zone, NULL);

  g_assert_cmpstr (text, ==, "_smtp._tls.mail.example.com. 3600 IN TXT \"" V "\"\n");
  g_assert_cmpstr (file_name, ==, "tlsrpt-mail.example.com.zone");
  g_assert_cmpstr (format, ==, "zone");
  g_assert_cmpstr (hosts, ==, "");
  g_assert_null (hosts_problem);
  g_assert_null (note);
  g_assert_null (problem);
  g_assert_true (record == fixture->record);
  g_assert_true (zone == tlsrpt_export_get_zone_field (fixture->export));
  g_assert_cmpstr (tlsrpt_field_get_value (zone), ==, "example.com");
}

static void
test_format (Fixture       *fixture,
             gconstpointer  data)
{
  tlsrpt_export_set_format (fixture->export, "octodns");
  assert_notified (fixture, "file-name format note text");
  g_assert_cmpstr (get_text (fixture), ==,
                   "_smtp._tls.mail:\n  ttl: 3600\n  type: TXT\n"
                   "  value: v=TLSRPTv1\\; rua=mailto:a@x.example\n");
  g_assert_cmpstr (tlsrpt_export_get_file_name (fixture->export), ==,
                   "tlsrpt-mail.example.com.yaml");
  g_assert_nonnull (tlsrpt_export_get_note (fixture->export));

  tlsrpt_export_set_format (fixture->export, "octodns");
  assert_notified (fixture, "");

  /* What another version has kept. */
  tlsrpt_export_set_format (fixture->export, "no-such-format");
  g_assert_cmpstr (tlsrpt_export_get_format (fixture->export), ==, "zone");
  g_object_set (fixture->export, "format", NULL, NULL);
  g_assert_cmpstr (tlsrpt_export_get_format (fixture->export), ==, "zone");
}

static void
test_follow (Fixture       *fixture,
             gconstpointer  data)
{
  tlsrpt_record_set_ttl (fixture->record, 86400);
  g_assert_cmpstr (get_text (fixture), ==,
                   "_smtp._tls.mail.example.com. 86400 IN TXT \"" V "\"\n");
  assert_notified (fixture, "text");

  tlsrpt_record_set_domain (fixture->record, "example.net");
  g_assert_cmpstr (get_text (fixture), ==, "_smtp._tls.example.net. 86400 IN TXT \"" V "\"\n");
  g_assert_cmpstr (get_zone (fixture), ==, "example.net");

  tlsrpt_record_set_domain (fixture->record, "exam ple.net");
  g_assert_null (get_text (fixture));
  g_assert_error (tlsrpt_export_get_error (fixture->export), TLSRPT_ERROR, TLSRPT_ERROR_CHARACTER);
  g_assert_null (tlsrpt_export_get_file_name (fixture->export));

  tlsrpt_record_clear (fixture->record);
  g_assert_error (tlsrpt_export_get_error (fixture->export), TLSRPT_ERROR, TLSRPT_ERROR_EMPTY);
}

static void
test_zone (Fixture       *fixture,
           gconstpointer  data)
{
  tlsrpt_export_set_format (fixture->export, "hcloud");

  /* The record's other names follow. */
  set_zone (fixture, "Mail.Example.com.");
  g_assert_nonnull (strstr (get_text (fixture), " --name _smtp._tls --type"));
  g_assert_cmpstr (tlsrpt_record_get_relative_name (fixture->record), ==, "_smtp._tls");

  /* A zone that is wrong is the export's problem alone. */
  set_zone (fixture, "example.net");
  g_assert_null (get_text (fixture));
  g_assert_error (tlsrpt_export_get_error (fixture->export), TLSRPT_ERROR, TLSRPT_ERROR_ZONE);
  g_assert_cmpstr (tlsrpt_error_get_repair (tlsrpt_export_get_error (fixture->export)), ==,
                   "example.com");
  g_assert_nonnull (tlsrpt_record_get_value (fixture->record));

  set_zone (fixture, "");
  g_assert_null (get_text (fixture));
  g_assert_error (tlsrpt_export_get_error (fixture->export), TLSRPT_ERROR, TLSRPT_ERROR_EMPTY);

  set_zone (fixture, "example.com");
  g_assert_nonnull (strstr (get_text (fixture), " --name _smtp._tls.mail --type"));
  g_assert_cmpstr (tlsrpt_record_get_zone (fixture->record), ==, "");
}

/* What was typed stays as long as it can be meant. */
static void
test_guess (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_cmpstr (get_zone (fixture), ==, "example.com");

  set_zone (fixture, "mail.example.com");
  tlsrpt_record_set_domain (fixture->record, "a.mail.example.com");
  g_assert_cmpstr (get_zone (fixture), ==, "mail.example.com");
  g_assert_nonnull (get_text (fixture));

  tlsrpt_record_set_domain (fixture->record, "example.net");
  g_assert_cmpstr (get_zone (fixture), ==, "example.net");
  g_assert_nonnull (get_text (fixture));

  /* Somebody else sets the record's zone. */
  tlsrpt_record_set_domain (fixture->record, "a.example.net");
  tlsrpt_record_set_zone (fixture->record, "a.example.net");
  g_assert_cmpstr (get_zone (fixture), ==, "a.example.net");
  tlsrpt_record_set_zone (fixture->record, NULL);
  g_assert_cmpstr (get_zone (fixture), ==, "example.net");
}

/* The record has a zone already. */
static void
test_given_zone (void)
{
  TlsrptRecord *record = record_make ("mail.example.com", "a@x.example");
  TlsrptExport *export;

  tlsrpt_record_set_zone (record, "mail.example.com");
  export = tlsrpt_export_new (record);
  tlsrpt_export_set_format (export, "hcloud");
  g_assert_nonnull (strstr (tlsrpt_export_get_text (export), " mail.example.com\n"));

  g_assert_finalize_object (export);
  g_assert_finalize_object (record);
}

static void
test_hosts (Fixture       *fixture,
            gconstpointer  data)
{
  tlsrpt_export_set_hosts (fixture->export, "mx1.example.com, 10 MX2.example.com.\n\n"
                                            "mx1.example.com\r\nmail.example.com");
  assert_notified (fixture, "hosts text");
  g_assert_cmpstr (get_text (fixture), ==,
                   "_smtp._tls.mail.example.com. 3600 IN TXT \"" V "\"\n"
                   "_smtp._tls.mx1.example.com. 3600 IN TXT \"" V "\"\n"
                   "_smtp._tls.mx2.example.com. 3600 IN TXT \"" V "\"\n");

  /* A server in a zone of its own. */
  tlsrpt_export_set_hosts (fixture->export, "mx1.example.com,mx.example.net");
  tlsrpt_export_set_format (fixture->export, "dnscontrol");
  g_assert_cmpstr (get_text (fixture), ==,
                   "// Zone example.com\n"
                   "TXT(\"_smtp._tls.mail\", \"" V "\", TTL(\"1h\")),\n"
                   "TXT(\"_smtp._tls.mx1\", \"" V "\", TTL(\"1h\")),\n"
                   "// Zone example.net\n"
                   "TXT(\"_smtp._tls.mx\", \"" V "\", TTL(\"1h\")),\n");

  /* Those of a form that was cleared say nothing about the next one. */
  tlsrpt_record_clear (fixture->record);
  g_assert_cmpstr (tlsrpt_export_get_hosts (fixture->export), ==, "");
  tlsrpt_record_set_domain (fixture->record, "mail.example.com");
  tlsrpt_record_add_destination (fixture->record, TLSRPT_FIELD_MAIL, "a@x.example");
  g_assert_cmpstr (get_text (fixture), ==,
                   "TXT(\"_smtp._tls.mail\", \"" V "\", TTL(\"1h\")),\n");
}

static void
test_hosts_wrong (Fixture       *fixture,
                  gconstpointer  data)
{
  tlsrpt_export_set_hosts (fixture->export, "mx1.example.com,m_x.example.com");
  assert_notified (fixture, "hosts hosts-problem problem text");
  g_assert_null (get_text (fixture));
  g_assert_error (tlsrpt_export_get_error (fixture->export), TLSRPT_ERROR, TLSRPT_ERROR_CHARACTER);
  g_assert_error (tlsrpt_export_get_hosts_error (fixture->export), TLSRPT_ERROR,
                  TLSRPT_ERROR_CHARACTER);
}

/* Every format takes every record of several. */
static void
test_hosts_in_every_format (Fixture       *fixture,
                            gconstpointer  data)
{
  tlsrpt_export_set_hosts (fixture->export, "mx1.example.com,mx.example.net");

  for (gsize i = 0; i < tlsrpt_export_format_count (); i++)
    {
      const char *key = tlsrpt_export_format_get_key (tlsrpt_export_format_at (i));
      const char *names[] = { "_smtp._tls.mail", "_smtp._tls.mx1", "_smtp._tls.mx" };
      const char *text;

      tlsrpt_export_set_format (fixture->export, key);
      text = get_text (fixture);

      for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
        {
          const char *found = strstr (text, g_str_equal (key, "value") ? V : names[j]);

          if (found == NULL)
            g_test_message ("%s: %s", key, text);
          g_assert_nonnull (found);
          text = found + strlen (names[j]);
        }
    }
}

/* The record is right, but what reads the format does not take it. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  tlsrpt_record_set_ttl (fixture->record, 59);
  tlsrpt_export_set_format (fixture->export, "cloudflare");
  g_assert_null (get_text (fixture));
  g_assert_error (tlsrpt_export_get_error (fixture->export), TLSRPT_ERROR, TLSRPT_ERROR_TTL);

  tlsrpt_record_set_ttl (fixture->record, 60);
  g_assert_nonnull (get_text (fixture));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

  ADD ("/export/derive", test_derive);
  ADD ("/export/format", test_format);
  ADD ("/export/follow", test_follow);
  ADD ("/export/zone", test_zone);
  ADD ("/export/guess", test_guess);
  g_test_add_func ("/export/given-zone", test_given_zone);
  ADD ("/export/hosts", test_hosts);
  ADD ("/export/hosts/wrong", test_hosts_wrong);
  ADD ("/export/hosts/every-format", test_hosts_in_every_format);
  ADD ("/export/refused", test_refused);

  return g_test_run ();
}
