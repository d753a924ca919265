/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "record-mirror.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-record.h"

#include <string.h>

static char *
join_advice (TlsrptRecord *record)
{
  GListModel *advice = tlsrpt_record_get_advice (record);
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (advice); i++)
    {
      g_autoptr (TlsrptRemark) item = g_list_model_get_item (advice, i);
      gboolean is_warning = tlsrpt_remark_get_severity (item) == TLSRPT_SEVERITY_WARNING;

      g_test_message ("%s", tlsrpt_remark_get_message (item));
      g_string_append_printf (codes, "%s%s%s", i > 0 ? " " : "", is_warning ? "!" : "",
                              tlsrpt_remark_get_code (item));
    }

  return g_string_free (codes, FALSE);
}

static void
test_empty (void)
{
  TlsrptRecord *record = tlsrpt_record_new ();

  record_assert_consistent (record);
  g_assert_cmpstr (tlsrpt_record_get_domain (record), ==, "");
  g_assert_cmpstr (tlsrpt_record_get_zone (record), ==, "");
  g_assert_cmpuint (tlsrpt_record_get_ttl (record), ==, TLSRPT_TTL_TESTING);
  g_assert_null (tlsrpt_record_get_value (record));
  g_assert_null (tlsrpt_record_get_owner_name (record));
  g_assert_error (tlsrpt_record_get_error (record), TLSRPT_ERROR, TLSRPT_ERROR_EMPTY);
  g_assert_true (tlsrpt_record_get_problem_field (record) ==
                 tlsrpt_record_get_domain_field (record));

  g_assert_finalize_object (record);
}

static void
test_derive (void)
{
  TlsrptRecord *record = record_make ("Mail.Example.com.", "tls@example.com https://x.example/a,b");
  g_auto (GStrv) uris = tlsrpt_record_dup_uris (record);

  record_assert_consistent (record);
  g_assert_cmpstr (tlsrpt_record_get_domain (record), ==, "Mail.Example.com.");
  g_assert_cmpstr (tlsrpt_record_get_owner_name (record), ==, "_smtp._tls.mail.example.com");
  g_assert_cmpstr (tlsrpt_record_get_relative_name (record), ==, "_smtp._tls.mail");
  g_assert_cmpstr (tlsrpt_record_get_zone_apex (record), ==, "example.com");
  g_assert_cmpstr (tlsrpt_record_get_value (record), ==,
                   "v=TLSRPTv1; rua=mailto:tls@example.com,https://x.example/a%2Cb");
  g_assert_cmpstr (tlsrpt_record_get_zone_line (record), ==,
                   "_smtp._tls.mail.example.com. 3600 IN TXT "
                   "\"v=TLSRPTv1; rua=mailto:tls@example.com,https://x.example/a%2Cb\"");
  g_assert_cmpuint (g_strv_length (uris), ==, 2);
  g_assert_cmpstr (uris[0], ==, "mailto:tls@example.com");
  g_assert_cmpstr (uris[1], ==, "https://x.example/a%2Cb");
  g_assert_null (tlsrpt_record_get_problem_field (record));

  g_assert_finalize_object (record);
}

static void
test_set_properties (void)
{
  TlsrptRecord *record = g_object_new (TLSRPT_TYPE_RECORD,
                                       "domain", "mail.example.com",
                                       "zone", "mail.example.com",
                                       "ttl", 86400,
                                       NULL);

  g_assert_cmpstr (tlsrpt_record_get_domain (record), ==, "mail.example.com");
  g_assert_cmpstr (tlsrpt_record_get_zone_apex (record), ==, "mail.example.com");
  g_assert_cmpuint (tlsrpt_record_get_ttl (record), ==, 86400);
  record_assert_consistent (record);

  g_object_set (record, "domain", NULL, "zone", NULL, NULL);
  g_assert_cmpstr (tlsrpt_record_get_domain (record), ==, "");
  g_assert_cmpstr (tlsrpt_record_get_zone (record), ==, "");
  record_assert_consistent (record);

  g_assert_finalize_object (record);
}

typedef struct
{
  const char *name;
  const char *domain;
  const char *zone;
  const char *destinations;
  int         code;  /* of TlsrptError, or NO_ERROR */
  int         field; /* the destination it is about, or one of these */
} Problem;

enum
{
  NO_ERROR = -1,

  NO_FIELD = -1,
  DOMAIN_FIELD = -2,
};

static const Problem problems[] = {
  { "none", "example.com", "", "a@x.example", NO_ERROR, NO_FIELD },
  { "blank-rows", "example.com", "", " a@x.example ", NO_ERROR, NO_FIELD },
  { "all-blank", "", "", "", TLSRPT_ERROR_EMPTY, DOMAIN_FIELD },
  { "domain", "localhost", "", "a@x.example", TLSRPT_ERROR_DOMAIN_SINGLE_LABEL, DOMAIN_FIELD },
  { "domain-first", "localhost", "example.net", "a@x", TLSRPT_ERROR_DOMAIN_SINGLE_LABEL,
    DOMAIN_FIELD },
  { "no-destination", "example.com", "", "", TLSRPT_ERROR_NO_DESTINATION, 0 },
  { "first-wrong", "example.com", "", "a@x b@y.example", TLSRPT_ERROR_DOMAIN_SINGLE_LABEL, 0 },
  { "second-wrong", "example.com", "", "a@x.example http://y.example",
    TLSRPT_ERROR_URL_SCHEME, 1 },
  { "third-wrong", "example.com", "", "a@x.example  @z.example", TLSRPT_ERROR_ADDRESS_LOCAL_PART,
    2 },
  { "destination-before-zone", "example.com", "example.net", "a@x",
    TLSRPT_ERROR_DOMAIN_SINGLE_LABEL, 0 },
  { "zone", "example.com", "example.net", "a@x.example", TLSRPT_ERROR_ZONE, NO_FIELD },
  { "zone-below", "example.com", "mail.example.com", "a@x.example", TLSRPT_ERROR_ZONE, NO_FIELD },
  { "zone-wrong", "example.com", "exam ple.com", "a@x.example", TLSRPT_ERROR_CHARACTER, NO_FIELD },
  { "zone-is-domain", "example.com", " Example.com. ", "a@x.example", NO_ERROR, NO_FIELD },
  { "zone-blank", "example.com", " \u00a0", "a@x.example", NO_ERROR, NO_FIELD },
};

static void
test_problem (gconstpointer data)
{
  const Problem *c = data;
  TlsrptRecord *record = record_make (c->domain, c->destinations);
  TlsrptField *field;

  tlsrpt_record_set_zone (record, c->zone);
  record_assert_consistent (record);

  if (c->code == NO_ERROR)
    g_assert_no_error (tlsrpt_record_get_error (record));
  else
    g_assert_error (tlsrpt_record_get_error (record), TLSRPT_ERROR, c->code);

  field = tlsrpt_record_get_problem_field (record);
  if (c->field == NO_FIELD)
    g_assert_null (field);
  else if (c->field == DOMAIN_FIELD)
    g_assert_true (field == tlsrpt_record_get_domain_field (record));
  else
    g_assert_true (field == record_get (record, c->field));

  g_assert_finalize_object (record);
}

/* The zone is judged by itself, so that all faults can be told at once. */
static void
test_zone_error (void)
{
  TlsrptRecord *record = record_make ("localhost", "a@x");

  tlsrpt_record_set_zone (record, "exam ple.com");
  g_assert_error (tlsrpt_record_get_zone_error (record), TLSRPT_ERROR, TLSRPT_ERROR_CHARACTER);
  g_assert_cmpstr (tlsrpt_error_get_repair (tlsrpt_record_get_zone_error (record)), ==,
                   "example.com");

  tlsrpt_record_set_zone (record, "example.com");
  g_assert_no_error (tlsrpt_record_get_zone_error (record));
  g_assert_null (tlsrpt_record_get_zone_apex (record));

  tlsrpt_record_set_domain (record, "example.net");
  g_assert_error (tlsrpt_record_get_zone_error (record), TLSRPT_ERROR, TLSRPT_ERROR_ZONE);
  g_assert_cmpstr (tlsrpt_record_get_owner_name (record), ==, "_smtp._tls.example.net");
  g_assert_null (tlsrpt_record_get_relative_name (record));

  tlsrpt_record_set_zone (record, "");
  g_assert_no_error (tlsrpt_record_get_zone_error (record));
  g_assert_cmpstr (tlsrpt_record_get_zone_apex (record), ==, "example.net");

  g_assert_finalize_object (record);
}

typedef struct
{
  const char *name;
  const char *domain;
  const char *destinations;
  const char *codes; /* “!” marks a warning */
} Advised;

static const Advised advised[] = {
  { "none", "example.com", "tls@example.com", "" },
  { "same-organization", "example.com", "tls@mail.example.com", "" },
  { "domain-first", "www.example.com", "tls@example.com", "subdomain" },
  { "suffix", "co.uk", "tls@co.uk", "!public-suffix" },
  { "no-mail", "example.com", "https://example.com/", "!no-mail-address" },
  { "several", "example.com", "a@example.com b@example.com", "several-destinations" },
  { "mail-and-url", "example.com", "a@example.com https://example.com/", "several-destinations" },
  { "external", "example.com", "a@reports.example", "external-domain" },
  { "external-url", "example.com", "a@example.com https://reports.example/",
    "several-destinations" },
  { "below-the-suffix", "a.github.io", "tls@b.github.io", "external-domain" },
  { "equals-sign", "example.com", "a@example.com https://example.com/?a=b",
    "!url-equals-sign several-destinations" },
  { "equals-sign-twice", "example.com",
    "a@example.com https://example.com/?a=b https://example.com/?c=d",
    "!url-equals-sign several-destinations" },
  { "port", "example.com", "a@example.com https://example.com:8443/",
    "!url-port several-destinations" },
  { "encoded", "example.com", "a!b@example.com", "!encoded-local-part" },
  { "duplicate", "example.com", "a@example.com a@Example.COM", "duplicate-destination" },
  { "duplicate-of-wrong-advice", "example.com", "a!b@example.com a!b@example.com",
    "!encoded-local-part duplicate-destination" },
  { "wrong", "www.example.com", "a!b@example.com a@x", "" },
};

static void
test_advice (gconstpointer data)
{
  const Advised *c = data;
  TlsrptRecord *record = record_make (c->domain, c->destinations);
  g_autofree char *codes = join_advice (record);

  g_assert_cmpstr (codes, ==, c->codes);
  record_assert_consistent (record);

  g_assert_finalize_object (record);
}

/* The advice follows what was typed even where the domain stays the same. */
static void
test_advice_follows (void)
{
  TlsrptRecord *record = record_make ("example.com", "tls@example.com");
  g_autofree char *before = NULL;
  g_autofree char *between = NULL;
  g_autofree char *after = NULL;

  before = join_advice (record);
  tlsrpt_record_set_domain (record, "ｅxample.com");
  between = join_advice (record);
  tlsrpt_record_set_domain (record, "EXAMPLE.com");
  after = join_advice (record);

  g_assert_cmpstr (before, ==, "");
  g_assert_cmpstr (between, ==, "mapped-domain");
  g_assert_cmpstr (after, ==, "");

  g_assert_finalize_object (record);
}

static void
test_duplicates (void)
{
  TlsrptRecord *record =
    record_make ("example.com", "a@x.example https://x.example mailto:a@X.example "
                                "https://X.example/ A@x.example");

  g_assert_cmpstr (tlsrpt_record_get_value (record), ==,
                   "v=TLSRPTv1; rua=mailto:a@x.example,https://x.example,mailto:A@x.example");
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (tlsrpt_field_get_duplicate (record_get (record, i)), ==,
                     i == 2 || i == 3);
  record_assert_consistent (record);

  /* Once the first is gone the second counts. */
  tlsrpt_record_remove_destination (record, record_get (record, 0));
  g_assert_cmpstr (tlsrpt_record_get_value (record), ==,
                   "v=TLSRPTv1; rua=https://x.example,mailto:a@x.example,mailto:A@x.example");
  g_assert_false (tlsrpt_field_get_duplicate (record_get (record, 1)));
  g_assert_true (tlsrpt_field_get_duplicate (record_get (record, 2)));
  record_assert_consistent (record);

  /* A field that is changed or removed is no duplicate any more. */
  tlsrpt_field_set_text (record_get (record, 2), "https://y.example");
  g_assert_false (tlsrpt_field_get_duplicate (record_get (record, 2)));
  tlsrpt_field_set_text (record_get (record, 2), "https://");
  g_assert_false (tlsrpt_field_get_duplicate (record_get (record, 2)));

  g_assert_finalize_object (record);
}

static void
add_url (TlsrptRecord *record,
         gsize         length)
{
  g_autoptr (GString) url = g_string_new ("https://example.com/");

  g_assert_cmpuint (length, >, url->len);
  while (url->len < length)
    g_string_append_c (url, 'a');

  tlsrpt_record_add_destination (record, TLSRPT_FIELD_ENDPOINT, url->str);
}

/* Limits of DNS and of DNS panels on the value. */
static void
test_length (void)
{
  static const struct
  {
    gsize       length;
    gsize       n_strings; /* 0: too long */
    const char *codes;
  } cases[] = {
    { 255, 1, "several-destinations" },
    { 256, 2, "several-destinations value-over-string" },
    { 450, 2, "several-destinations value-over-string" },
    { 451, 2, "several-destinations !value-over-udp value-over-string" },
    { 4096, 17, "several-destinations !value-over-udp value-over-string" },
    { 4097, 0, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlsrptRecord *record = record_make ("example.com", "a@example.com");
      gsize left = cases[i].length - strlen (tlsrpt_record_get_value (record));
      g_autofree char *codes = NULL;

      /* Each with its comma. */
      if (left > TLSRPT_LIMIT_URL + 1)
        {
          add_url (record, TLSRPT_LIMIT_URL);
          left -= TLSRPT_LIMIT_URL + 1;
        }
      add_url (record, left - 1);

      record_assert_consistent (record);
      codes = join_advice (record);
      g_assert_cmpstr (codes, ==, cases[i].codes);

      if (cases[i].n_strings > 0)
        {
          g_assert_cmpuint (strlen (tlsrpt_record_get_value (record)), ==, cases[i].length);
          g_assert_cmpuint (g_strv_length ((char **) tlsrpt_record_get_strings (record)), ==,
                            cases[i].n_strings);
        }
      else
        {
          g_assert_error (tlsrpt_record_get_error (record), TLSRPT_ERROR, TLSRPT_ERROR_TOO_LONG);
          g_assert_null (tlsrpt_record_get_problem_field (record));
        }

      g_assert_finalize_object (record);
    }
}

static void
test_ttl (void)
{
  TlsrptRecord *record = record_make ("example.com", "a@example.com");
  RecordMirror *mirror = record_mirror_new (record);

  tlsrpt_record_set_ttl (record, TLSRPT_TTL_SETTLED);
  record_mirror_assert_notified (mirror, "ttl zone-line");
  g_assert_true (g_str_has_prefix (tlsrpt_record_get_zone_line (record),
                                   "_smtp._tls.example.com. 86400 IN TXT "));

  tlsrpt_record_set_ttl (record, TLSRPT_TTL_SETTLED);
  record_mirror_assert_notified (mirror, "");

  tlsrpt_record_set_ttl (record, 0);
  record_mirror_assert_notified (mirror, "ttl zone-line");
  tlsrpt_record_set_ttl (record, TLSRPT_LIMIT_TTL);
  record_mirror_assert_notified (mirror, "ttl zone-line");
  g_assert_true (g_str_has_prefix (tlsrpt_record_get_zone_line (record),
                                   "_smtp._tls.example.com. 2147483647 IN TXT "));

  record_mirror_free (mirror);
  g_assert_finalize_object (record);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/empty", test_empty);
  g_test_add_func ("/record/derive", test_derive);
  g_test_add_func ("/record/set-properties", test_set_properties);
  g_test_add_func ("/record/zone-error", test_zone_error);
  g_test_add_func ("/record/advice-follows", test_advice_follows);
  g_test_add_func ("/record/duplicates", test_duplicates);
  g_test_add_func ("/record/length", test_length);
  g_test_add_func ("/record/ttl", test_ttl);

  for (gsize i = 0; i < G_N_ELEMENTS (problems); i++)
    {
      g_autofree char *path = g_strconcat ("/record/problem/", problems[i].name, NULL);

      g_test_add_data_func (path, &problems[i], test_problem);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (advised); i++)
    {
      g_autofree char *path = g_strconcat ("/record/advice/", advised[i].name, NULL);

      g_test_add_data_func (path, &advised[i], test_advice);
    }

  return g_test_run ();
}
