/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dns-message.h"
#include "tlsrpt-answer.h"
#include "tlsrpt-limits.h"

#define NAME "_smtp._tls.example.com"
#define RECORD "v=TLSRPTv1; rua=mailto:a@example.com"

static TlsrptAnswer *
read_message (GByteArray *message)
{
  /* The octets stand at the end of a block of their own, so that a sanitizer sees
   * one read too many. */
  g_autofree guint8 *copy = g_memdup2 (message->data, message->len);
  guint type = message->data[12 + strlen (NAME) + 3];

  return tlsrpt_answer_new (NAME, (TlsrptResourceType) type, copy, message->len);
}

static void
assert_text (TlsrptAnswer *answer,
             gsize         i,
             const char   *text,
             gsize         length)
{
  g_autoptr (GBytes) joined = tlsrpt_answer_dup_text (answer, i);

  g_assert_cmpmem (g_bytes_get_data (joined, NULL), g_bytes_get_size (joined), text, length);
}

static void
test_text (void)
{
  g_autoptr (GByteArray) message = dns_message_new (NAME, TLSRPT_RESOURCE_TXT, 0);
  g_autoptr (TlsrptAnswer) answer = NULL;
  const TlsrptResource *resource;

  dns_message_add_text (message, "_SMTP._TLS.Example.COM", 300, "v=TLSRPTv1; rua=mai|lto:a@example.com");
  dns_message_add_text (message, NAME, 60, "");
  dns_message_add (message, NAME, TLSRPT_RESOURCE_TXT, 0x80000000, "\5a\0\xff" "\x1b" "b", 6);
  dns_message_add_text (message, "other.example.com", 60, "v=TLSRPTv1; rua=mailto:x@x.example");
  answer = read_message (message);

  g_assert_cmpint (tlsrpt_answer_get_outcome (answer), ==, TLSRPT_OUTCOME_ANSWER);
  g_assert_cmpstr (tlsrpt_answer_get_name (answer), ==, NAME);
  g_assert_cmpint (tlsrpt_answer_get_resource_type (answer), ==, TLSRPT_RESOURCE_TXT);
  g_assert_cmpuint (tlsrpt_answer_get_n_resources (answer), ==, 3);
  g_assert_null (tlsrpt_answer_get_aliases (answer)[0]);
  g_assert_false (tlsrpt_answer_has_alias_loop (answer));
  g_assert_false (tlsrpt_answer_is_authenticated (answer));
  g_assert_false (tlsrpt_answer_is_authoritative (answer));
  g_assert_null (tlsrpt_answer_get_zone (answer));

  resource = tlsrpt_answer_get_resource (answer, 0);
  g_assert_cmpuint (resource->ttl, ==, 300);
  g_assert_cmpuint (resource->strings->len, ==, 2);
  g_assert_cmpuint (g_bytes_get_size (g_ptr_array_index (resource->strings, 0)), ==, 19);

  assert_text (answer, 0, RECORD, strlen (RECORD));
  assert_text (answer, 1, "", 0);
  assert_text (answer, 2, "a\0\xff" "\x1b" "b", 5);
  g_assert_cmpuint (tlsrpt_answer_get_resource (answer, 2)->ttl, ==, 0);
}

static void
test_types (void)
{
  g_autoptr (GByteArray) mx = dns_message_new (NAME, TLSRPT_RESOURCE_MX, DNS_FLAG_AD);
  g_autoptr (GByteArray) ns = dns_message_new (NAME, TLSRPT_RESOURCE_NS, DNS_FLAG_AA);
  g_autoptr (GByteArray) a = dns_message_new (NAME, TLSRPT_RESOURCE_A, 0);
  g_autoptr (GByteArray) aaaa = dns_message_new (NAME, TLSRPT_RESOURCE_AAAA, 0);
  g_autoptr (GByteArray) tlsa = dns_message_new (NAME, TLSRPT_RESOURCE_TLSA, 0);
  g_autoptr (TlsrptAnswer) answer = NULL;
  const TlsrptResource *resource;

  dns_message_add (mx, NAME, TLSRPT_RESOURCE_MX, 60, "\1\2\4MAIL\7example\0", 16);
  dns_message_add (mx, NAME, TLSRPT_RESOURCE_MX, 60, "\0\0\0", 3);
  answer = read_message (mx);
  g_assert_cmpuint (tlsrpt_answer_get_n_resources (answer), ==, 2);
  g_assert_true (tlsrpt_answer_is_authenticated (answer));
  resource = tlsrpt_answer_get_resource (answer, 0);
  g_assert_cmpuint (resource->preference, ==, 258);
  g_assert_cmpstr (resource->host, ==, "mail.example");
  g_assert_cmpstr (tlsrpt_answer_get_resource (answer, 1)->host, ==, ".");
  g_clear_pointer (&answer, tlsrpt_answer_free);

  dns_message_add_name (ns, NAME, TLSRPT_RESOURCE_NS, 60, "ns.example");
  answer = read_message (ns);
  g_assert_true (tlsrpt_answer_is_authoritative (answer));
  g_assert_cmpstr (tlsrpt_answer_get_resource (answer, 0)->host, ==, "ns.example");
  g_clear_pointer (&answer, tlsrpt_answer_free);

  dns_message_add (a, NAME, TLSRPT_RESOURCE_A, 60, "\300\0\2\1", 4);
  answer = read_message (a);
  g_assert_cmpstr (tlsrpt_answer_get_resource (answer, 0)->host, ==, "192.0.2.1");
  g_clear_pointer (&answer, tlsrpt_answer_free);

  dns_message_add (aaaa, NAME, TLSRPT_RESOURCE_AAAA, 60, "\x20\1\r\xb8\0\0\0\0\0\0\0\0\0\0\0\1", 16);
  answer = read_message (aaaa);
  g_assert_cmpstr (tlsrpt_answer_get_resource (answer, 0)->host, ==, "2001:db8::1");
  g_clear_pointer (&answer, tlsrpt_answer_free);

  dns_message_add (tlsa, NAME, TLSRPT_RESOURCE_TLSA, 60, "\3\1\2\xab\xcd", 5);
  answer = read_message (tlsa);
  resource = tlsrpt_answer_get_resource (answer, 0);
  g_assert_cmpuint (resource->usage, ==, 3);
  g_assert_cmpuint (resource->selector, ==, 1);
  g_assert_cmpuint (resource->matching, ==, 2);
  g_assert_cmpmem (g_bytes_get_data (resource->data, NULL), g_bytes_get_size (resource->data),
                   "\xab\xcd", 2);
}

static void
test_aliases (void)
{
  g_autoptr (GByteArray) message = dns_message_new (NAME, TLSRPT_RESOURCE_TXT, 0);
  g_autoptr (TlsrptAnswer) answer = NULL;

  /* In any order. */
  dns_message_add_text (message, "b.example", 300, RECORD);
  dns_message_add_name (message, "a.example", DNS_TYPE_CNAME, 30, "B.example");
  dns_message_add_name (message, NAME, DNS_TYPE_CNAME, 600, "a.example");
  answer = read_message (message);

  g_assert_cmpint (tlsrpt_answer_get_outcome (answer), ==, TLSRPT_OUTCOME_ANSWER);
  g_assert_cmpstr (tlsrpt_answer_get_aliases (answer)[0], ==, "a.example");
  g_assert_cmpstr (tlsrpt_answer_get_aliases (answer)[1], ==, "b.example");
  g_assert_null (tlsrpt_answer_get_aliases (answer)[2]);
  g_assert_false (tlsrpt_answer_has_alias_loop (answer));
  g_assert_cmpuint (tlsrpt_answer_get_resource (answer, 0)->ttl, ==, 30);
}

static void
test_alias_loop (void)
{
  g_autoptr (GByteArray) message = dns_message_new (NAME, TLSRPT_RESOURCE_TXT, 0);
  g_autoptr (TlsrptAnswer) answer = NULL;

  dns_message_add_name (message, NAME, DNS_TYPE_CNAME, 60, "a.example");
  dns_message_add_name (message, "a.example", DNS_TYPE_CNAME, 60, NAME);
  answer = read_message (message);

  g_assert_cmpint (tlsrpt_answer_get_outcome (answer), ==, TLSRPT_OUTCOME_NO_DATA);
  g_assert_true (tlsrpt_answer_has_alias_loop (answer));
  g_assert_cmpuint (g_strv_length ((char **) tlsrpt_answer_get_aliases (answer)), ==, 2);
}

static void
test_alias_chain_without_end (void)
{
  g_autoptr (GByteArray) message = dns_message_new (NAME, TLSRPT_RESOURCE_TXT, 0);
  g_autoptr (TlsrptAnswer) answer = NULL;
  g_autofree char *name = g_strdup (NAME);

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *alias = g_strdup_printf ("a%u.example", i);

      dns_message_add_name (message, name, DNS_TYPE_CNAME, 60, alias);
      g_free (name);
      name = g_steal_pointer (&alias);
    }
  answer = read_message (message);

  g_assert_cmpint (tlsrpt_answer_get_outcome (answer), ==, TLSRPT_OUTCOME_NO_DATA);
  g_assert_true (tlsrpt_answer_has_alias_loop (answer));
  g_assert_cmpuint (g_strv_length ((char **) tlsrpt_answer_get_aliases (answer)), ==,
                    TLSRPT_LIMIT_ALIASES);
}

static void
test_zone (void)
{
  g_autoptr (GByteArray) message = dns_message_new (NAME, TLSRPT_RESOURCE_TXT, 3);
  g_autoptr (TlsrptAnswer) answer = NULL;

  dns_message_add_authority (message, "Example.com");
  answer = read_message (message);

  g_assert_cmpint (tlsrpt_answer_get_outcome (answer), ==, TLSRPT_OUTCOME_NO_DOMAIN);
  g_assert_cmpstr (tlsrpt_answer_get_zone (answer), ==, "example.com");
}

typedef struct
{
  const char    *name;
  guint          flags;
  guint          n_records;
  TlsrptOutcome  outcome;
} Outcome;

static const Outcome outcomes[] = {
  { "no-data", 0, 0, TLSRPT_OUTCOME_NO_DATA },
  { "one", 0, 1, TLSRPT_OUTCOME_ANSWER },
  { "most", 0, TLSRPT_LIMIT_ANSWER_RECORDS, TLSRPT_OUTCOME_ANSWER },
  { "too-many", 0, TLSRPT_LIMIT_ANSWER_RECORDS + 1, TLSRPT_OUTCOME_TOO_LARGE },
  { "format-error", 1, 1, TLSRPT_OUTCOME_SERVER_FAILURE },
  { "server-failure", 2, 1, TLSRPT_OUTCOME_SERVER_FAILURE },
  { "no-domain", 3, 1, TLSRPT_OUTCOME_NO_DOMAIN },
  { "not-implemented", 4, 0, TLSRPT_OUTCOME_SERVER_FAILURE },
  { "refused", 5, 0, TLSRPT_OUTCOME_REFUSED },
  { "truncated", DNS_FLAG_TC, 1, TLSRPT_OUTCOME_TRUNCATED },
};

static void
test_outcome (gconstpointer data)
{
  const Outcome *c = data;
  g_autoptr (GByteArray) message = dns_message_new (NAME, TLSRPT_RESOURCE_TXT, c->flags);
  g_autoptr (TlsrptAnswer) answer = NULL;

  for (guint i = 0; i < c->n_records; i++)
    dns_message_add_text (message, NAME, 60, RECORD);
  answer = read_message (message);

  g_assert_cmpint (tlsrpt_answer_get_outcome (answer), ==, c->outcome);
  g_assert_cmpuint (tlsrpt_answer_get_n_resources (answer), ==,
                    c->outcome == TLSRPT_OUTCOME_ANSWER ? c->n_records : 0);
}

typedef struct
{
  const char *name;
  gsize       octet;
  guint8      value;
} NoResponse;

/* One octet of a good answer, changed. */
static const NoResponse no_responses[] = {
  { "query", 2, 0x00 },
  { "query-with-recursion", 2, 0x01 },
  { "inverse-query", 2, 0x88 },
  { "status", 2, 0x90 },
  { "notify", 2, 0xa0 },
  { "update", 2, 0xa8 },
  { "highest-opcode", 2, 0xf8 },
  { "no-question", 5, 0 },
  { "two-questions", 5, 2 },
  { "other-name", 13, 'x' },
  { "other-type", 12 + sizeof NAME + 2, TLSRPT_RESOURCE_A },
  { "other-class", 12 + sizeof NAME + 4, 3 },
};

static void
test_no_response (gconstpointer data)
{
  const NoResponse *c = data;
  g_autoptr (GByteArray) message = dns_message_new (NAME, TLSRPT_RESOURCE_TXT, 0);
  g_autoptr (TlsrptAnswer) answer = NULL;
  g_autoptr (TlsrptAnswer) changed = NULL;

  dns_message_add_text (message, NAME, 60, RECORD);
  answer = tlsrpt_answer_new (NAME, TLSRPT_RESOURCE_TXT, message->data, message->len);
  g_assert_cmpint (tlsrpt_answer_get_outcome (answer), ==, TLSRPT_OUTCOME_ANSWER);

  g_assert_cmpuint (message->data[c->octet], !=, c->value);
  message->data[c->octet] = c->value;
  changed = tlsrpt_answer_new (NAME, TLSRPT_RESOURCE_TXT, message->data, message->len);
  g_assert_cmpint (tlsrpt_answer_get_outcome (changed), ==, TLSRPT_OUTCOME_MALFORMED);
}

/* Names are the same in any case (RFC 4343). */
static void
test_question_case (void)
{
  g_autoptr (GByteArray) message = dns_message_new ("_SMTP._tls.Example.COM",
                                                    TLSRPT_RESOURCE_TXT, 0);
  g_autoptr (TlsrptAnswer) answer = NULL;

  dns_message_add_text (message, NAME, 60, RECORD);
  answer = tlsrpt_answer_new (NAME, TLSRPT_RESOURCE_TXT, message->data, message->len);
  g_assert_cmpint (tlsrpt_answer_get_outcome (answer), ==, TLSRPT_OUTCOME_ANSWER);
}

typedef struct
{
  const char         *name;
  TlsrptResourceType  type;
  const char         *data;
  gsize               length;
} Malformed;

static const Malformed malformed[] = {
  { "text-without-string", TLSRPT_RESOURCE_TXT, "", 0 },
  { "text-too-short", TLSRPT_RESOURCE_TXT, "\5abcd", 5 },
  { "text-second-too-short", TLSRPT_RESOURCE_TXT, "\1a\1", 3 },
  { "address-of-three", TLSRPT_RESOURCE_A, "\1\2\3", 3 },
  { "address-of-five", TLSRPT_RESOURCE_A, "\1\2\3\4\5", 5 },
  { "address-6-of-four", TLSRPT_RESOURCE_AAAA, "\1\2\3\4", 4 },
  { "mx-of-one", TLSRPT_RESOURCE_MX, "\1", 1 },
  { "mx-without-name", TLSRPT_RESOURCE_MX, "\0\1", 2 },
  { "mx-name-runs-on", TLSRPT_RESOURCE_MX, "\0\1\1a", 4 },
  { "mx-with-rest", TLSRPT_RESOURCE_MX, "\0\1\1a\0x", 6 },
  { "ns-pointer-to-itself", TLSRPT_RESOURCE_NS, "\300\300", 2 },
  { "ns-pointer-behind-the-end", TLSRPT_RESOURCE_NS, "\377\377", 2 },
  { "ns-label-type", TLSRPT_RESOURCE_NS, "\200a\0", 3 },
  { "tlsa-of-two", TLSRPT_RESOURCE_TLSA, "\3\1", 2 },
};

static void
test_malformed (gconstpointer data)
{
  const Malformed *c = data;
  g_autoptr (GByteArray) message = dns_message_new (NAME, c->type, 0);
  g_autoptr (TlsrptAnswer) answer = NULL;

  dns_message_add (message, NAME, c->type, 60, c->data, c->length);
  answer = read_message (message);

  g_assert_cmpint (tlsrpt_answer_get_outcome (answer), ==, TLSRPT_OUTCOME_MALFORMED);
  g_assert_cmpuint (tlsrpt_answer_get_n_resources (answer), ==, 0);
}

/* Every beginning of a message is malformed; none is read beyond its end. */
static void
test_cut (void)
{
  g_autoptr (GByteArray) message = dns_message_new (NAME, TLSRPT_RESOURCE_TXT, 0);

  dns_message_add_name (message, NAME, DNS_TYPE_CNAME, 60, "a.example");
  dns_message_add_text (message, "a.example", 60, RECORD);
  dns_message_add_authority (message, "example.com");

  for (gsize length = 0; length < message->len; length++)
    {
      g_autofree guint8 *copy = g_memdup2 (message->data, length);
      g_autoptr (TlsrptAnswer) answer = tlsrpt_answer_new (NAME, TLSRPT_RESOURCE_TXT, copy, length);

      g_assert_cmpint (tlsrpt_answer_get_outcome (answer), ==, TLSRPT_OUTCOME_MALFORMED);
    }
}

/* Whatever octet is changed, the answer is read or refused. */
static void
test_changed (void)
{
  g_autoptr (GByteArray) message = dns_message_new (NAME, TLSRPT_RESOURCE_TXT, 0);

  dns_message_add_name (message, NAME, DNS_TYPE_CNAME, 60, "a.example");
  dns_message_add_text (message, "a.example", 60, RECORD);
  dns_message_add_authority (message, "example.com");

  for (gsize i = 0; i < message->len; i++)
    {
      for (guint octet = 0; octet < 256; octet++)
        {
          g_autofree guint8 *copy = g_memdup2 (message->data, message->len);
          g_autoptr (TlsrptAnswer) answer = NULL;

          copy[i] = (guint8) octet;
          answer = tlsrpt_answer_new (NAME, TLSRPT_RESOURCE_TXT, copy, message->len);
          g_assert_nonnull (tlsrpt_outcome_get_token (tlsrpt_answer_get_outcome (answer)));
          g_assert_nonnull (tlsrpt_outcome_get_message (tlsrpt_answer_get_outcome (answer)));
        }
    }
}

static void
test_failed (void)
{
  g_autoptr (TlsrptAnswer) answer =
    tlsrpt_answer_new_failed (NAME, TLSRPT_RESOURCE_MX, TLSRPT_OUTCOME_TIMED_OUT);

  g_assert_cmpint (tlsrpt_answer_get_outcome (answer), ==, TLSRPT_OUTCOME_TIMED_OUT);
  g_assert_cmpint (tlsrpt_answer_get_resource_type (answer), ==, TLSRPT_RESOURCE_MX);
  g_assert_null (tlsrpt_answer_get_aliases (answer)[0]);
  g_assert_cmpuint (tlsrpt_answer_get_n_resources (answer), ==, 0);
  g_assert_false (tlsrpt_outcome_is_known (TLSRPT_OUTCOME_TIMED_OUT));
  g_assert_true (tlsrpt_outcome_is_known (TLSRPT_OUTCOME_NO_DOMAIN));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/answer/text", test_text);
  g_test_add_func ("/answer/types", test_types);
  g_test_add_func ("/answer/aliases", test_aliases);
  g_test_add_func ("/answer/alias-loop", test_alias_loop);
  g_test_add_func ("/answer/alias-chain-without-end", test_alias_chain_without_end);
  g_test_add_func ("/answer/zone", test_zone);
  g_test_add_func ("/answer/cut", test_cut);
  g_test_add_func ("/answer/changed", test_changed);
  g_test_add_func ("/answer/failed", test_failed);

  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/answer/outcome/%s", outcomes[i].name);

      g_test_add_data_func (path, &outcomes[i], test_outcome);
    }

  g_test_add_func ("/answer/question-case", test_question_case);

  for (gsize i = 0; i < G_N_ELEMENTS (no_responses); i++)
    {
      g_autofree char *path = g_strdup_printf ("/answer/no-response/%s", no_responses[i].name);

      g_test_add_data_func (path, &no_responses[i], test_no_response);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (malformed); i++)
    {
      g_autofree char *path = g_strdup_printf ("/answer/malformed/%s", malformed[i].name);

      g_test_add_data_func (path, &malformed[i], test_malformed);
    }

  return g_test_run ();
}
