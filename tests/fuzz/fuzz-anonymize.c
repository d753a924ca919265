/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz-reading.h"

#include "tlsrpt-anonymizer.h"

#include <arpa/inet.h>

/* Letters that are in no word which an anonymizer keeps: a word with them is a name. */
#define MARK "zq"

/* Adds the IPv4 addresses in a text to a set, wherever they stand. */
static void
add_addresses (GHashTable *addresses,
               const char *text)
{
  while (text != NULL && *text != '\0')
    {
      size_t length = strspn (text, "0123456789.");
      g_autofree char *run = g_strndup (text, length);
      struct in_addr address;
      char *token = run;

      while (*token == '.')
        token++;
      for (size_t n = strlen (token); n > 0 && token[n - 1] == '.'; n--)
        token[n - 1] = '\0';
      if (inet_pton (AF_INET, token, &address) == 1)
        g_hash_table_add (addresses, g_strdup (token));
      text += MAX (length, 1);
    }
}

/* Those for examples and tests, and those that nobody has (RFC 5737, RFC 2544, RFC 1112,
 * RFC 3849, RFC 9637). */
static gboolean
is_nobodys (const char *text)
{
  static const guint8 mapped[12] = { [10] = 0xff, [11] = 0xff };
  guint8 octets[16];
  guint32 ipv4;

  if (inet_pton (AF_INET, text, octets + 12) == 1)
    memcpy (octets, mapped, sizeof mapped);
  else if (inet_pton (AF_INET6, text, octets) != 1)
    return TRUE;

  if (memcmp (octets, mapped, sizeof mapped) != 0)
    return memcmp (octets, "\x20\x01\x0d\xb8", 4) == 0 ||
           (octets[0] == 0x3f && octets[1] == 0xff && octets[2] >> 4 == 0);

  ipv4 = (guint32) octets[12] << 24 | (guint32) octets[13] << 16 | (guint32) octets[14] << 8;

  return ipv4 == 0xc0000200 || ipv4 == 0xc6336400 || ipv4 == 0xcb007100 ||
         ipv4 >> 17 == 0xc612 >> 1 || ipv4 >> 28 == 0xf;
}

static void
add_addresses_of_policy (GHashTable               *addresses,
                         const TlsrptReportPolicy *policy)
{
  add_addresses (addresses, policy->type);
  add_addresses (addresses, policy->domain);
  /* Four small numbers may begin a TLSA record. */
  for (gsize i = 0; g_strcmp0 (policy->type, "tlsa") != 0 && policy->policy[i] != NULL; i++)
    add_addresses (addresses, policy->policy[i]);
  for (gsize i = 0; policy->mx_hosts[i] != NULL; i++)
    add_addresses (addresses, policy->mx_hosts[i]);
  for (gsize i = 0; i < policy->n_failures; i++)
    {
      const TlsrptReportFailure *failure = &policy->failures[i];

      add_addresses (addresses, failure->result_type);
      add_addresses (addresses, failure->sending_ip);
      add_addresses (addresses, failure->receiving_mx);
      add_addresses (addresses, failure->receiving_helo);
      add_addresses (addresses, failure->receiving_ip);
      add_addresses (addresses, failure->reason_code);
      add_addresses (addresses, failure->additional_information);
    }
}

/* No address is there that was there before, except one that belongs to nobody. */
static void
check_addresses (const TlsrptReport *before,
                 const TlsrptReport *after,
                 const char         *json)
{
  g_autoptr (GHashTable) addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer address;

  for (gsize i = 0; i < before->n_policies; i++)
    add_addresses_of_policy (addresses, &before->policies[i]);
  add_addresses (addresses, before->contact);
  add_addresses (addresses, before->organization);
  add_addresses (addresses, before->report_id);
  add_addresses (left, json);

  g_hash_table_iter_init (&iter, addresses);
  while (g_hash_table_iter_next (&iter, &address, NULL))
    g_assert_true (is_nobodys (address) || !g_hash_table_contains (left, address));

  for (gsize i = 0; i < after->n_policies; i++)
    {
      for (gsize j = 0; j < after->policies[i].n_failures; j++)
        {
          const TlsrptReportFailure *failure = &after->policies[i].failures[j];

          g_assert_true (failure->sending_ip == NULL || is_nobodys (failure->sending_ip));
          g_assert_true (failure->receiving_ip == NULL || is_nobodys (failure->receiving_ip));
        }
    }
}

static void
check_numbers (const TlsrptReport *before,
               const TlsrptReport *after)
{
  g_assert_cmpint (before->start, ==, after->start);
  g_assert_cmpint (before->end, ==, after->end);
  g_assert_cmpuint (before->n_policies, ==, after->n_policies);
  for (gsize i = 0; i < before->n_policies; i++)
    {
      const TlsrptReportPolicy *p = &before->policies[i];
      const TlsrptReportPolicy *q = &after->policies[i];

      g_assert_cmpint (p->successful, ==, q->successful);
      g_assert_cmpint (p->failed, ==, q->failed);
      g_assert_cmpuint (p->n_failures, ==, q->n_failures);
      for (gsize j = 0; j < p->n_failures; j++)
        g_assert_cmpint (p->failures[j].count, ==, q->failures[j].count);
    }
}

/* What is written is ASCII and one report, which says as much of nobody. */
static void
check_report (TlsrptAnonymizer   *anonymizer,
              const TlsrptReport *report)
{
  g_autoptr (GPtrArray) reports =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  g_autoptr (GPtrArray) faults =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_fault_free);
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *lower = NULL;

  if (!tlsrpt_anonymizer_append (anonymizer, report, &TLSRPT_REPORT_FILTER_ALL, json, &error))
    {
      g_assert_nonnull (error);
      g_assert_cmpuint (json->len, ==, 0);
      return;
    }

  g_assert_no_error (error);
  if (report->n_policies == 0)
    {
      g_assert_cmpuint (json->len, ==, 0);
      return;
    }

  g_assert_true (g_str_is_ascii (json->str));
  lower = g_ascii_strdown (json->str, -1);
  g_assert_null (strstr (lower, MARK));

  fuzz_read ("input.json", (const uint8_t *) json->str, json->len, reports, faults);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpuint (reports->len, ==, 1);
  check_numbers (report, g_ptr_array_index (reports, 0));
  check_addresses (report, g_ptr_array_index (reports, 0), json->str);
}

/* Reports, in a file of any kind, are made anonymous. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GPtrArray) reports =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  g_autoptr (GPtrArray) faults =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_fault_free);
  g_autoptr (TlsrptAnonymizer) anonymizer = tlsrpt_anonymizer_new ();

  fuzz_read ("input", data, size, reports, faults);
  for (guint i = 0; i < reports->len; i++)
    check_report (anonymizer, g_ptr_array_index (reports, i));

  return 0;
}
