/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-error.h"
#include "tlsrpt-history.h"

#include <string.h>

/* The parts of an object that are compared, as “tlsrpt-cli check --json” prints them. */
#define TXT "\"outcome\":\"answer\",\"answers\":[[\"v=TLSRPTv1; \",\"rua=mailto:a@b.c\"]]"
#define STS "\"mta_sts\":{\"outcome\":\"answer\",\"id\":\"1\",\"mode\":\"testing\",\"max_age\":9," \
            "\"mx\":[\"mx.a.example\"]}"
#define MX "\"mx_outcome\":\"answer\",\"mx\":[{\"preference\":10,\"host\":\"mx.a.example\"}]"
#define TLSA_RECORDS "{\"usage\":3,\"selector\":1,\"matching\":1,\"data\":\"00\"}"
#define TLSA(outcome, records) "\"tlsa\":[{\"host\":\"mx.a.example\",\"used\":true,\"outcome\":\"" \
                               outcome "\",\"records\":[" records "]}]"
#define CONTACT(outcome, sha) "{\"address\":\"192.0.2.1\",\"outcome\":\"" outcome "\"," \
  "\"certificates\":[{\"sha256\":\"" sha "\",\"not_after\":\"2027-01-01T00:00:00Z\"}],\"pkix\":[]}"
#define HOSTS(addresses) "\"hosts\":[{\"host\":\"mx.a.example\",\"outcome\":\"answer\"," \
                         "\"addresses\":" addresses "}]"
#define SENDERS(type) "\"senders\":[{\"policy\":\"sts\",\"result_type\":" type "," \
                      "\"host\":\"mx.a.example\",\"address\":\"192.0.2.1\"," \
                      "\"delivery\":\"delivered\"}]"
#define OBJECT(...) "{\"domain\":\"a.example\",\"time\":\"2026-01-01T00:00:00Z\"," \
                    "\"verdict\":\"one\"," __VA_ARGS__ "}\n"
#define ALL OBJECT (TXT "," STS "," MX "," TLSA ("answer", TLSA_RECORDS) "," \
                    HOSTS ("[" CONTACT ("tls", "aa") "]") "," SENDERS ("null"))
#define PLACE "mx.a.example [192.0.2.1]"

/* Two objects, and what has changed from one to the other: “what|place|before|after;”. */
static const struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *changes;
} cases[] = {
  { "same", ALL, ALL, "" },
  { "record", OBJECT (TXT "," STS),
    OBJECT ("\"outcome\":\"answer\",\"answers\":[[\"v=TLSRPTv1; rua=mailto:c@b.c\"]]," STS),
    "record||v=TLSRPTv1; rua=mailto:a@b.c|v=TLSRPTv1; rua=mailto:c@b.c;" },
  { "record-gone", OBJECT (TXT "," STS), OBJECT ("\"outcome\":\"no-data\",\"answers\":[]," STS),
    "record||v=TLSRPTv1; rua=mailto:a@b.c|-;" },
  { "record-unknown", OBJECT (TXT "," STS),
    OBJECT ("\"outcome\":\"timed-out\",\"answers\":[]," STS), "" },
  { "policy", OBJECT (STS),
    OBJECT ("\"mta_sts\":{\"outcome\":\"answer\",\"id\":\"2\",\"mode\":\"enforce\",\"max_age\":9,"
            "\"mx\":[\"mx.a.example\"]}"),
    "mta-sts||id: 1; mode: testing; mx: mx.a.example; max_age: 9|"
    "id: 2; mode: enforce; mx: mx.a.example; max_age: 9;" },
  { "mx", OBJECT (STS "," MX),
    OBJECT (STS ",\"mx_outcome\":\"answer\",\"mx\":[{\"preference\":5,\"host\":\"b.example\"}]"),
    "mx|b.example|-|5;mx|mx.a.example|10|-;" },
  { "tlsa", OBJECT (STS "," TLSA ("answer", TLSA_RECORDS)), OBJECT (STS "," TLSA ("no-data", "")),
    "tlsa|mx.a.example|3 1 1 00|-;" },
  { "tlsa-unknown", OBJECT (STS "," TLSA ("answer", TLSA_RECORDS)),
    OBJECT (STS "," TLSA ("server-failure", "")), "" },
  { "certificate", ALL,
    OBJECT (STS "," HOSTS ("[" CONTACT ("tls", "bb") "]")),
    "certificate|" PLACE "|SHA-256 aa, until 2027-01-01T00:00:00Z|"
    "SHA-256 bb, until 2027-01-01T00:00:00Z;" },
  { "outcome", ALL, OBJECT (STS "," HOSTS ("[{\"address\":\"192.0.2.1\",\"outcome\":"
                                           "\"refused\",\"certificates\":[],\"pkix\":null}]")),
    "connection|" PLACE "|tls|refused;" },
  { "address", ALL, OBJECT (STS "," HOSTS ("[]")),
    "connection|" PLACE "|tls|-;certificate|" PLACE "|SHA-256 aa, until 2027-01-01T00:00:00Z|-;"
    "pkix|" PLACE "|valid|-;" },
  /* What lies on the way, and who did not connect, say nothing about the servers. */
  { "blocked", ALL, OBJECT (STS "," HOSTS ("[{\"address\":\"192.0.2.1\",\"outcome\":\"blocked\","
                                           "\"certificates\":[],\"pkix\":null}]")
                            ",\"senders\":null"), "" },
  { "not-connected", ALL, OBJECT (STS "," HOSTS ("null") ",\"senders\":null"), "" },
  { "sender", ALL, OBJECT (STS "," SENDERS ("\"certificate-expired\"")),
    "sender|" PLACE ", sts|no failure (delivered)|certificate-expired (delivered);" },
  /* The last one counts. */
  { "several", OBJECT (TXT "," STS) ALL, ALL, "" },
};

static void
test_compare (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlsrptHistory) history = tlsrpt_history_new (cases[i].before,
                                                          strlen (cases[i].before), &error);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (tlsrpt_history_get_time (history, "a.example"), ==, "2026-01-01T00:00:00Z");

  changes = tlsrpt_history_compare (history, cases[i].after, strlen (cases[i].after));
  g_assert_nonnull (changes);
  for (guint j = 0; j < changes->len; j++)
    {
      const TlsrptChanged *changed = g_ptr_array_index (changes, j);

      g_string_append_printf (text, "%s|%s|%s|%s;", tlsrpt_changed_get_token (changed->kind),
                              changed->place != NULL ? changed->place : "",
                              changed->before != NULL ? changed->before : "-",
                              changed->after != NULL ? changed->after : "-");
    }
  g_assert_cmpstr (text->str, ==, cases[i].changes);
}

static void
test_other_domain (void)
{
  g_autoptr (TlsrptHistory) history = tlsrpt_history_new (ALL, strlen (ALL), NULL);
  const char *other = "{\"domain\":\"b.example\",\"verdict\":\"one\"," STS "}";
  g_autoptr (GString) json = g_string_new (ALL);

  g_assert_null (tlsrpt_history_get_time (history, "b.example"));
  g_assert_null (tlsrpt_history_compare (history, other, strlen (other)));

  tlsrpt_changed_append_json (json, NULL);
  g_assert_true (g_str_has_suffix (json->str, ",\"changes\":null}\n"));
}

/* What is wrong with a file is said, and in which of its objects. */
static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    int         code;
    const char *message;
  } files[] = {
    { "", TLSRPT_ERROR_EMPTY, "The file is empty" },
    { " \n", TLSRPT_ERROR_EMPTY, "The file is empty" },
    { "[]", TLSRPT_ERROR_JSON, "object 1 is not the output of “tlsrpt-cli check --json”" },
    { "v=TLSRPTv1;", TLSRPT_ERROR_JSON, "object 1: The JSON is malformed" },
    { ALL "{\"domain\":\"a.example\"}", TLSRPT_ERROR_JSON,
      "object 2 is not the output of “tlsrpt-cli check --json”" },
    { ALL "{\"domain\":\"a.exa", TLSRPT_ERROR_JSON, NULL },
    { "{\"organization-name\":\"x\",\"policies\":[]}", TLSRPT_ERROR_JSON, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (tlsrpt_history_new (files[i].text, strlen (files[i].text), &error));
      g_assert_error (error, TLSRPT_ERROR, files[i].code);
      if (files[i].message != NULL)
        g_assert_cmpstr (error->message, ==, files[i].message);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/history/compare/", cases[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_compare);
    }
  g_test_add_func ("/history/other-domain", test_other_domain);
  g_test_add_func ("/history/refused", test_refused);

  return g_test_run ();
}
