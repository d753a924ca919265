/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-anonymizer.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-report-reader.h"
#include "tlsrpt-stand-ins.h"

#include <string.h>

#define N_HOSTS 100000

/* Texts that one anonymizer rewrites, in this order. */
static const struct
{
  TlsrptAnonymizerText  sort;
  const char           *text;
  const char           *expected;
} texts[] = {
#define PROSE TLSRPT_ANONYMIZER_PROSE
  /* Labels, wildcards and parents keep their relations. */
  { PROSE, "contoso.test", "example.com" },
  { PROSE, "Mail.Contoso.test", "mail1.example.com" },
  { PROSE, "mail.contoso.test.", "mail1.example.com." },
  { PROSE, "mx: *.mail.contoso.test", "mx: *.mail1.example.com" },
  { PROSE, "mx7.contoso.test", "mx1.example.com" },
  { PROSE, "mx8.contoso.test", "mx2.example.com" },
  { PROSE, "secret.mail.contoso.test", "host1.mail1.example.com" },
  { PROSE, "mta-sts.contoso.test", "mta-sts.example.com" },
  { PROSE, "_25._tcp.mail.contoso.test", "_25._tcp.mail1.example.com" },
  { PROSE, "mail.fabrikam.test", "mail1.example.net" },
  { PROSE, "northwind.test", "example.org" },
  { PROSE, "tailspin.test", "domain4.example" },
  { PROSE, "b\xc3\xbc" "cher.test", "domain5.example" },
  /* One host, however it is written. */
  { PROSE, "xn--bcher-kva.test", "domain5.example" },
  { PROSE, "XN--BCHER-KVA.Test.", "domain5.example." },
  { PROSE, "B\xc3\x9c" "CHER.TEST", "domain5.example" },
  { PROSE, "bu\xcc\x88" "cher.test", "domain5.example" },
  { PROSE, "mail.b\xc3\xbc" "cher.test mail.xn--bcher-kva.test",
    "mail1.domain5.example mail1.domain5.example" },
  { PROSE, "mx: *.B\xc3\x9c" "cher.test", "mx: *.domain5.example" },
  { PROSE, "_25._tcp.mail.b\xc3\xbc" "cher.test", "_25._tcp.mail1.domain5.example" },
  /* An address, in whatever form and text. */
  { PROSE, "10.1.2.3", "192.0.2.1" },
  { PROSE, "10.1.2.9", "192.0.2.2" },
  { PROSE, "10.1.3.9", "198.51.100.1" },
  { PROSE, "::ffff:10.1.2.3", "::ffff:192.0.2.1" },
  { PROSE, "[10.1.2.3]:25", "[192.0.2.1]:25" },
  { PROSE, "10.1.2.3:25.", "192.0.2.1:25." },
  { PROSE, "2a00:1:2::5", "2001:db8::1" },
  { PROSE, "2A00:1:2:0::5", "2001:db8::1" },
  { PROSE, "2a00:1:2:9::5", "2001:db8::2" },
  { PROSE, "2a00:1:3::", "2001:db8:1::1" },
  { PROSE, "::1", "2001:db8:2::1" },
  { PROSE, "010.001.002.003", "name1" },
  { PROSE, "ip-10-1-2-3", "name2" },
  /* Words that are known name nobody. */
  { PROSE, "tls-remote-alert-112", "tls-remote-alert-112" },
  { PROSE, "MX_HOSTS_MISMATCH", "MX_HOSTS_MISMATCH" },
  { PROSE, "bad https response code: 404", "bad https response code: 404" },
  { PROSE, "No TLSA DNSSEC records found.", "No TLSA DNSSEC records found." },
  { PROSE, "cannot-fetch-policy+fallback-to-cached-policy",
    "cannot-fetch-policy+fallback-to-cached-policy" },
  { PROSE, "x509: certificate is valid for Mail.contoso.test, not mx7.contoso.test",
    "x509: certificate is valid for mail1.example.com, not mx1.example.com" },
  { PROSE, "certificate of contoso\r\nexpired", "certificate of name3\r\nexpired" },
  { PROSE, "CONTOSO", "name3" },
  { PROSE, "call 5551234567", "name4 name5" },
  { PROSE, "admin@contoso.test", "name6@example.com" },
  { PROSE, "c\xe2\x80\x8b" "ontoso", "name7" },
  { PROSE, "a..b", "a..name8" },
  { PROSE, "TLSv1.3", "TLSv1.3" },
  { PROSE, "-", "-" },
  { PROSE, "", "" },
  /* Digests keep their length; a search engine finds a server by them. */
  { PROSE, "0123456789abcdef", "0000000000000001" },
  { TLSRPT_ANONYMIZER_TLSA, "3 1 1 0123456789ABCDEF", "3 1 1 0000000000000001" },
  { TLSRPT_ANONYMIZER_TLSA, "3 1 1 0123 4567", "3 1 1 0000 0001" },
  { TLSRPT_ANONYMIZER_TLSA, "3 1 1 AB", "3 1 1 01" },
  { TLSRPT_ANONYMIZER_TLSA, "255 1 1", "255 1 1" },
  { TLSRPT_ANONYMIZER_TLSA, "garbage", "name9" },
  { TLSRPT_ANONYMIZER_SECONDS, "max_age: 31557600", "max_age: 31557600" },
  { PROSE, "version: STSv1", "version: STSv1" },
  { PROSE, "mode: enforce", "mode: enforce" },
  /* Numbers of an address or a telephone, whatever is between them. */
  { PROSE, "192,0,2,33", "name10" },
  { PROSE, "{192,0,2,33}", "{name10}" },
  { PROSE, "192/0/2/33 refused", "name11 refused" },
  { PROSE, "from [192][0][2][33]", "from [name12]" },
  { PROSE, "192. 0. 2. 33", "name13" },
  { PROSE, "192.0/24 2.33", "name14" },
  { PROSE, "192.0:2.33", "name15" },
  { PROSE, "alert-192-0 2 33 alert", "alert-name16 alert" },
  { PROSE, "call +1 (212) 555-010", "name4 +name17" },
  { PROSE, "call 555-0100", "name4 name18" },
  { PROSE, "12:34:56", "name19" },
  { TLSRPT_ANONYMIZER_SECONDS, "max_age: 192 0 2 33", "max_age: name20" },
  { PROSE, "port 25, alert 40, 10.1.2.3 404", "port 25, alert 40, 192.0.2.1 404" },
  { PROSE, "tls 1.2 alert 40 at 10.1.2.3:25 10.1.2.9:25",
    "tls 1.2 alert 40 at 192.0.2.1:25 192.0.2.2:25" },
  /* Codes of SMTP and HTTP. */
  { PROSE, "550 5.7.1 rejected", "550 5.7.1 rejected" },
  { PROSE, "550-5.7.1 rejected", "550-5.7.1 rejected" },
  { PROSE, "451 4.7.500 server closed", "451 4.7.500 server closed" },
  { PROSE, "rejected (#5.7.1)", "rejected (#5.7.1)" },
  { PROSE, "HTTP/1.1 404 not found", "HTTP/1.1 404 not found" },
  { PROSE, "404 not found", "404 not found" },
  { PROSE, "550 5.7.1.33", "550 203.0.113.1" },
  { PROSE, "192 5.7.1", "name21" },
  { PROSE, "5.7.1 33", "name22" },
  { PROSE, "1.2.3", "name23" },
  /* All of the data of a certificate is one, in pieces or not. */
  { TLSRPT_ANONYMIZER_TLSA, "3 1 1 0b 30 55 7a", "3 1 1 00 00 00 02" },
  { TLSRPT_ANONYMIZER_TLSA, "3 1 1 0B:30:55:7A", "3 1 1 00:00:00:02" },
  { TLSRPT_ANONYMIZER_TLSA, "3 1 1 0b30557a", "3 1 1 00000002" },
  { TLSRPT_ANONYMIZER_TLSA, "3 1 1 12 34 56 78", "3 1 1 00 00 00 03" },
  { TLSRPT_ANONYMIZER_TLSA, "_25._tcp.mail.contoso.test. IN TLSA 3 1 1 ( 12 34 ) of contoso",
    "_25._tcp.mail1.example.com. IN TLSA 3 1 1 ( 00 01 ) of name3" },
  { TLSRPT_ANONYMIZER_TLSA, "tlsa 192 0 2 33", "tlsa name20" },
  { TLSRPT_ANONYMIZER_TLSA, "error:0a000086:188", "error:00000004:188" },
  { TLSRPT_ANONYMIZER_TLSA, "error:00000004:188", "error:00000005:188" },
#undef PROSE
};

static void
test_texts (void)
{
  g_autoptr (TlsrptAnonymizer) anonymizer = tlsrpt_anonymizer_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = tlsrpt_anonymizer_dup_text (anonymizer, texts[i].text, texts[i].sort);

      g_assert_cmpstr (text, ==, texts[i].expected);
    }
}

static GPtrArray *
read_json (const GString *json)
{
  g_autoptr (TlsrptReportReader) reader = tlsrpt_report_reader_new ();
  g_autoptr (GPtrArray) faults =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_fault_free);
  GPtrArray *reports = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);

  tlsrpt_report_reader_read_data (reader, "file", json->str, json->len, json->len, reports, faults);
  if (faults->len > 0)
    g_error ("%s", ((TlsrptReportFault *) g_ptr_array_index (faults, 0))->error->message);

  return reports;
}

static GString *
anonymize (const GPtrArray *reports)
{
  g_autoptr (TlsrptAnonymizer) anonymizer = tlsrpt_anonymizer_new ();
  GString *json = g_string_new (NULL);

  for (guint i = 0; i < reports->len; i++)
    {
      g_autoptr (GError) error = NULL;

      tlsrpt_anonymizer_append (anonymizer, g_ptr_array_index (reports, i), &TLSRPT_REPORT_FILTER_ALL,
                                json, &error);
      g_assert_no_error (error);
    }

  return json;
}

static void
assert_same_numbers (const TlsrptReport *a,
                     const TlsrptReport *b)
{
  g_assert_cmpint (a->start, ==, b->start);
  g_assert_cmpint (a->end, ==, b->end);
  g_assert_cmpuint (a->n_policies, ==, b->n_policies);
  for (gsize i = 0; i < a->n_policies; i++)
    {
      const TlsrptReportPolicy *p = &a->policies[i];
      const TlsrptReportPolicy *q = &b->policies[i];

      g_assert_cmpint (p->successful, ==, q->successful);
      g_assert_cmpint (p->failed, ==, q->failed);
      g_assert_cmpint (p->sessions.failed, ==, q->sessions.failed);
      g_assert_cmpint (p->n_unexplained, ==, q->n_unexplained);
      g_assert_cmpuint (p->n_failures, ==, q->n_failures);
      g_assert_cmpuint (g_strv_length ((char **) p->policy), ==, g_strv_length ((char **) q->policy));
      g_assert_cmpuint (g_strv_length ((char **) p->mx_hosts), ==,
                        g_strv_length ((char **) q->mx_hosts));
      for (gsize j = 0; j < p->n_failures; j++)
        g_assert_cmpint (p->failures[j].count, ==, q->failures[j].count);
    }
}

/* Makes @json anonymous and reads it again, and checks what always holds: the numbers are
 * the same.  Doing it again changes nothing, unless the reader corrects the report in
 * several steps. */
static char *
dup_anonymous (const GString *json,
               gboolean       is_stable)
{
  g_autoptr (GPtrArray) reports = read_json (json);
  GString *once = anonymize (reports);
  g_autoptr (GPtrArray) again = read_json (once);
  g_autoptr (GString) twice = anonymize (again);

  g_assert_cmpuint (again->len, ==, reports->len);
  for (guint i = 0; i < reports->len; i++)
    assert_same_numbers (g_ptr_array_index (reports, i), g_ptr_array_index (again, i));
  if (is_stable)
    g_assert_cmpstr (once->str, ==, twice->str);
  g_assert_true (g_str_is_ascii (once->str));

  return g_string_free (once, FALSE);
}

/* Letters that no word has in this order, so that each can be looked for. */
static char *
dup_label (GRand     *rand,
           GPtrArray *labels)
{
  char *label = g_strdup_printf ("q%08xzq", g_rand_int (rand));

  for (char *c = label; *c != '\0'; c++)
    {
      if (g_ascii_isdigit (*c))
        *c = 'g' + (*c - '0');
    }
  g_ptr_array_add (labels, label);

  return label;
}

static char *
dup_name (GRand     *rand,
          GPtrArray *labels)
{
  GString *name = g_string_new (dup_label (rand, labels));
  gsize n = (gsize) g_rand_int_range (rand, 1, 5);

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (name, ".%s", dup_label (rand, labels));

  return g_string_free (name, FALSE);
}

static void
append_random_report (GRand     *rand,
                      GPtrArray *labels,
                      GString   *json)
{
  g_autofree char *domain = dup_name (rand, labels);
  g_autofree char *host = dup_name (rand, labels);
  g_autofree char *other = dup_name (rand, labels);

  g_string_append_printf (json, "{\"organization-name\":\"%s %s\",\"%s\":\"%s\",\"date-range\":"
                          "{\"start-datetime\":\"2026-01-02T00:00:00Z\",\"end-datetime\":"
                          "\"2026-01-02T23:59:59Z\"},\"contact-info\":\"%s@%s\",\"report-id\":"
                          "\"%s_2\",\"policies\":[",
                          dup_label (rand, labels), domain, other, other, dup_label (rand, labels),
                          host, domain);
  g_string_append_printf (json, "{\"policy\":{\"policy-type\":\"%s\",\"policy-string\":[\"version: "
                          "STSv1\",\"mx: *.%s\",\"%s: %s\"],\"policy-domain\":\"%s\",\"mx-host\":"
                          "[\"*.%s\"]},\"summary\":{\"total-successful-session-count\":%d,"
                          "\"total-failure-session-count\":3},\"failure-details\":[",
                          g_rand_boolean (rand) ? "sts" : dup_label (rand, labels), host,
                          dup_label (rand, labels), dup_label (rand, labels), domain, host,
                          g_rand_int_range (rand, 0, 1000));
  g_string_append_printf (json, "{\"result-type\":\"%s\",\"sending-mta-ip\":\"%s\","
                          "\"receiving-mx-hostname\":\"%s.%s\",\"receiving-mx-helo\":\"%s\\r\\n%s\","
                          "\"failed-session-count\":3,\"failure-reason-code\":\"certificate of %s: %s\","
                          "\"additional-information\":\"https://%s/%s?%s\",\"%s\":[{\"%s\":1}]}]}]}\n",
                          g_rand_boolean (rand) ? "certificate-expired" : dup_label (rand, labels),
                          dup_label (rand, labels), dup_label (rand, labels), host, other,
                          dup_label (rand, labels), host, dup_label (rand, labels), other,
                          dup_label (rand, labels), domain, dup_label (rand, labels),
                          dup_label (rand, labels));
}

/* Nothing of any name is left, wherever it was. */
static void
test_random (void)
{
  for (guint seed = 0; seed < 200; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GString) json = g_string_new (NULL);
      g_autofree char *text = NULL;

      for (gsize i = 0; i < 3; i++)
        append_random_report (rand, labels, json);
      text = dup_anonymous (json, TRUE);

      for (guint i = 0; i < labels->len; i++)
        {
          if (strstr (text, g_ptr_array_index (labels, i)) != NULL)
            g_error ("seed %u: “%s” is left in %s", seed, (char *) g_ptr_array_index (labels, i), text);
        }
    }
}

/* Several reports of one run have one name for one. */
static void
test_shared (void)
{
  g_autoptr (GString) json = g_string_new (
    "{\"policies\":[{\"policy\":{\"policy-type\":\"sts\",\"policy-domain\":\"b.test\"}}]}"
    "{\"policies\":[{\"policy\":{\"policy-type\":\"sts\",\"policy-domain\":\"a.test\","
    "\"mx-host\":[\"*.b.test\"]}}]}");
  g_autofree char *text = dup_anonymous (json, TRUE);
  const char *second = strchr (text, '\n');

  g_assert_nonnull (second);
  g_assert_nonnull (strstr (text, "\"policy-domain\": \"example.com\""));
  g_assert_nonnull (strstr (text, "\"policy-domain\": \"example.net\""));
  g_assert_nonnull (strstr (text, "\"*.example.com\""));
}

/* Whatever a report lacks, it is one afterwards. */
static void
test_little (void)
{
  static const char *const reports[] = {
    "{\"policies\":[{\"failure-details\":[{\"result-type\":\"\"}]}]}",
    "{\"policies\":[{\"summary\":{\"total-failure-session-count\":-1,"
    "\"total-successful-session-count\":0}}]}",
    "{\"policies\":{\"policy\":{\"policy-type\":\"x\"}},\"contact-info\":null}",
    "{\"policies\":[{\"policy\":{\"policy-string\":\"\",\"mx-host\":\"mx: a.test\"}}]}",
    "{\"policies\":[{\"policy\":{\"policy-type\":\"sts\"}}],\"date-range\":{\"start-datetime\":"
    "\"9999-12-31T23:59:59Z\",\"end-datetime\":\"0001-01-01T00:00:00Z\"}}",
    "{\"policies\":[{\"policy\":{\"policy-type\":\"tlsa\",\"policy-domain\":\"a.test\"},\"summary\":"
    "{\"total-failure-session-count\":2}},{\"policy\":{\"policy-type\":\"sts\",\"policy-domain\":"
    "\"a.test\"},\"summary\":{\"total-failure-session-count\":2}}]}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autoptr (GString) json = g_string_new (reports[i]);
      g_autofree char *text = dup_anonymous (json, TRUE);

      g_assert_cmpint (*text, ==, '{');
    }
}

/* Every field, with what is no name, or is one for the display only. */
static void
test_hostile (void)
{
  static const char *const values[] = {
    "\\u202econtoso\\u202c", "$(reboot)", "<b>contoso</b>", "\\u0000contoso", "contoso\\u0000.test",
    "..", ":::::::", "::", "::1::", "1.2.3.4.5", "300.1.1.1", "-.-.-", "\\\"contoso\\\"", "\\n\\r\\t",
    "\\ud83d\\ude00.contoso", "xn--contoso", "*.*.contoso.*", "@", "@@contoso@", "https://", "http://@",
    "https://contoso:contoso@contoso/contoso", "mx:contoso.test", "%contoso%s%n", "contoso....",
    "1:2:3:4:5:6:7:8:9", "fe80::1%contoso", "[contoso]", "=contoso", "\\u00adcontoso\\ufeff",
  };
  static const char *const fields[] = {
    "organization-name", "contact-info", "report-id", "policy-type", "policy-string", "policy-domain",
    "mx-host", "result-type", "sending-mta-ip", "receiving-mx-hostname", "receiving-mx-helo",
    "receiving-ip", "additional-information", "failure-reason-code",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GString) json = g_string_new ("{");
      g_autofree char *text = NULL;

      for (gsize j = 0; j < 3; j++)
        g_string_append_printf (json, "\"%s\":\"%s\",", fields[j], values[i]);
      g_string_append (json, "\"policies\":[{\"policy\":{");
      for (gsize j = 3; j < 7; j++)
        g_string_append_printf (json, "%s\"%s\":\"%s\"", j > 3 ? "," : "", fields[j], values[i]);
      g_string_append (json, "},\"summary\":{\"total-failure-session-count\":1},"
                       "\"failure-details\":[{\"failed-session-count\":1");
      for (gsize j = 7; j < G_N_ELEMENTS (fields); j++)
        g_string_append_printf (json, ",\"%s\":\"%s\"", fields[j], values[i]);
      g_string_append (json, "}]}]}");

      g_test_message ("%s", values[i]);
      text = dup_anonymous (json, FALSE);
      g_assert_null (strstr (text, "contoso"));
      g_assert_null (strstr (text, "reboot"));
    }
}

/* What stands for a letter is longer than the letter, and still is not too long. */
static void
test_long (void)
{
  g_autoptr (TlsrptAnonymizer) anonymizer = tlsrpt_anonymizer_new ();
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; words->len < TLSRPT_LIMIT_REPORT_STRING - 8; i++)
    g_string_append_printf (words, "q%x ", i);
  text = tlsrpt_anonymizer_dup_text (anonymizer, words->str, TLSRPT_ANONYMIZER_PROSE);
  g_assert_cmpuint (strlen (text), <=, TLSRPT_LIMIT_REPORT_STRING);
  g_assert_cmpuint (strlen (text), >, TLSRPT_LIMIT_REPORT_STRING / 2);
}

/* There are not as many addresses for examples as for servers. */
static void
test_many (void)
{
  g_autoptr (TlsrptStandIns) stand_ins = tlsrpt_stand_ins_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < N_HOSTS; i++)
    {
      g_autofree char *host = g_strdup_printf ("q%u.contoso.test", i);
      g_autofree char *domain = g_strdup_printf ("q%u.test", i);
      g_autofree char *ipv4 = g_strdup_printf ("%u.%u.%u.7", 1 + (i >> 16), i >> 8 & 0xff, i & 0xff);
      g_autofree char *ipv6 = g_strdup_printf ("2a%02x:%x:7::7", i >> 16, i & 0xffff);

      g_assert_true (g_hash_table_add (seen, tlsrpt_stand_ins_dup_name (stand_ins, host)));
      g_assert_true (g_hash_table_add (seen, tlsrpt_stand_ins_dup_name (stand_ins, domain)));
      g_assert_true (g_hash_table_add (seen,
                                       g_strdup (tlsrpt_stand_ins_get_address (stand_ins, ipv4))));
      g_assert_true (g_hash_table_add (seen,
                                       g_strdup (tlsrpt_stand_ins_get_address (stand_ins, ipv6))));
    }

  for (guint i = 0; i < 256; i++)
    {
      g_autofree char *ipv4 = g_strdup_printf ("250.1.1.%u", i);

      g_assert_true (g_hash_table_add (seen,
                                       g_strdup (tlsrpt_stand_ins_get_address (stand_ins, ipv4))));
    }

  g_assert_cmpstr (tlsrpt_stand_ins_get_address (stand_ins, "1.0.3.7"), ==, "198.18.0.1");
  g_assert_cmpstr (tlsrpt_stand_ins_get_address (stand_ins, "1.2.3.7"), ==, "240.0.0.1");
  g_assert_cmpstr (tlsrpt_stand_ins_get_address (stand_ins, "2a01:0:7::7"), ==, "3fff::1");
}

/* A name with as many labels as there can be is not kept once for each of them. */
static void
test_labels (void)
{
  static const char *const last[] = { "a", "b" };
  g_autoptr (TlsrptStandIns) stand_ins = tlsrpt_stand_ins_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *stand_in = NULL;

      g_string_truncate (name, 0);
      for (guint j = 0; j < 126; j++)
        g_string_append_printf (name, "%c.", g_rand_int_range (rand, 'a', 'z'));
      g_string_append (name, "x");
      stand_in = tlsrpt_stand_ins_dup_name (stand_ins, name->str);
      g_assert_cmpuint (strlen (stand_in), <=, name->len);
    }
  g_assert_cmpuint (tlsrpt_stand_ins_get_size (stand_ins), <, 1000 * 16 * 192);

  /* What is not looked at is not forgotten. */
  g_string_prepend (name, last[0]);
  one = tlsrpt_stand_ins_dup_name (stand_ins, name->str);
  g_string_overwrite (name, 0, last[1]);
  other = tlsrpt_stand_ins_dup_name (stand_ins, name->str);
  g_assert_cmpstr (one, !=, other);
}

/* However much there is, what is kept of it has an end; then all have one stand-in. */
static void
test_full (void)
{
  g_autoptr (TlsrptStandIns) stand_ins = tlsrpt_stand_ins_new ();
  g_autofree char *rest = g_strnfill (TLSRPT_LIMIT_REPORT_STRING, 'q');
  g_autofree char *kept = tlsrpt_stand_ins_dup_name (stand_ins, "mx.contoso.test");
  g_autofree char *name = NULL;
  g_autofree char *again = NULL;

  for (guint i = 0; i <= TLSRPT_LIMIT_STAND_INS / TLSRPT_LIMIT_REPORT_STRING; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u%s", i, rest);

      tlsrpt_stand_ins_get_text (stand_ins, "name", text);
    }
  for (guint i = 0; i < TLSRPT_LIMIT_REPORT_STRING / 128; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      tlsrpt_stand_ins_get_text (stand_ins, "name", text);
    }

  g_assert_cmpuint (tlsrpt_stand_ins_get_size (stand_ins), <=, TLSRPT_LIMIT_STAND_INS);
  g_assert_cmpstr (tlsrpt_stand_ins_get_text (stand_ins, "name", "more"), ==, "name0");
  g_assert_cmpstr (tlsrpt_stand_ins_get_digest (stand_ins, "abcd"), ==, "0000");
  g_assert_cmpstr (tlsrpt_stand_ins_get_address (stand_ins, "10.1.2.3"), ==, "192.0.2.0");
  g_assert_cmpstr (tlsrpt_stand_ins_get_address (stand_ins, "2a00::1"), ==, "2001:db8::");
  name = tlsrpt_stand_ins_dup_name (stand_ins, "mx.fabrikam.test");
  g_assert_cmpstr (name, ==, "more.example");
  again = tlsrpt_stand_ins_dup_name (stand_ins, "mx.contoso.test");
  g_assert_cmpstr (again, ==, kept);
}

/* A report is not written that would be refused when it is read. */
static void
test_too_large (void)
{
  g_autoptr (TlsrptAnonymizer) anonymizer = tlsrpt_anonymizer_new ();
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GString) json = g_string_new ("{\"policies\":[{\"failure-details\":[");
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) out = g_string_new ("before");
  g_autoptr (GError) error = NULL;
  gboolean is_written;

  for (gsize i = 0; i < 14000; i++)
    g_string_append (words, "q ");
  for (guint i = 0; i < 300; i++)
    g_string_append_printf (json, "%s{\"result-type\":\"certificate-expired\","
                            "\"failed-session-count\":1,"
                            "\"failure-reason-code\":\"%s\"}", i > 0 ? "," : "", words->str);
  g_string_append (json, "]}]}");
  reports = read_json (json);

  is_written = tlsrpt_anonymizer_append (anonymizer, g_ptr_array_index (reports, 0),
                                         &TLSRPT_REPORT_FILTER_ALL, out, &error);
  g_assert_false (is_written);
  g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_TOO_LONG);
  g_assert_cmpstr (out->str, ==, "before");
}

/* A report with as many hosts can be read again. */
static void
test_large (void)
{
  g_autoptr (GString) json = g_string_new ("{\"policies\":[{\"policy\":{\"policy-type\":\"sts\"},"
                                           "\"failure-details\":[");
  g_autofree char *text = NULL;

  for (guint i = 0; i < N_HOSTS; i++)
    g_string_append_printf (json, "%s{\"result-type\":\"certificate-expired\","
                            "\"receiving-mx-hostname\":\"m%u.a.test\",\"failed-session-count\":1}",
                            i > 0 ? "," : "", i);
  g_string_append (json, "]}]}");
  text = dup_anonymous (json, TRUE);
  g_assert_nonnull (strstr (text, "host100000.example.com"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/anonymizer/texts", test_texts);
  g_test_add_func ("/anonymizer/random", test_random);
  g_test_add_func ("/anonymizer/shared", test_shared);
  g_test_add_func ("/anonymizer/little", test_little);
  g_test_add_func ("/anonymizer/hostile", test_hostile);
  g_test_add_func ("/anonymizer/long", test_long);
  g_test_add_func ("/anonymizer/many", test_many);
  g_test_add_func ("/anonymizer/labels", test_labels);
  g_test_add_func ("/anonymizer/full", test_full);
  g_test_add_func ("/anonymizer/too-large", test_too_large);
  g_test_add_func ("/anonymizer/large", test_large);

  return g_test_run ();
}
