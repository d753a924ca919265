/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "dns-message.h"
#include "dns-server.h"
#include "tlsrpt-check-list.h"
#include "tlsrpt-check.h"
#include "tlsrpt-domain-list.h"
#include "tlsrpt-fact.h"
#include "tlsrpt-standing.h"
#include "tlsrpt-verdict-json.h"
#include "tlsrpt-verdict-part.h"

#include <stdlib.h>

#define HEADER 12
#define TTL 300
/* A line that is too long for what it may become: a string of a TXT record. */
#define LINE_LENGTH 200
#define TIMEOUT 3

/* The lines of the input: “NAME TYPE DATA” each. */
static char **zone;

/* The name of a query, in lowercase, and its type. */
static char *
read_question (const guint8 *query,
               guint        *type)
{
  GString *name = g_string_new (NULL);
  const guint8 *p;

  for (p = query + HEADER; *p != 0; p += *p + 1)
    {
      if (name->len > 0)
        g_string_append_c (name, '.');
      g_string_append_len (name, (const char *) p + 1, *p);
    }
  *type = (guint) (p[1] << 8 | p[2]);
  g_string_ascii_down (name);

  return g_string_free (name, FALSE);
}

static void
add_mx (GByteArray *reply,
        const char *name,
        const char *data)
{
  g_autoptr (GByteArray) message = dns_message_new (data, TLSRPT_RESOURCE_MX, 0);
  g_autoptr (GByteArray) octets = g_byte_array_new ();

  /* The name as the question of a message has it. */
  g_byte_array_append (octets, (const guint8 *) "\0\12", 2);
  g_byte_array_append (octets, message->data + HEADER, message->len - HEADER - 4);
  dns_message_add (reply, name, TLSRPT_RESOURCE_MX, TTL, octets->data, octets->len);
}

static void
add_tlsa (GByteArray *reply,
          const char *name,
          const char *data)
{
  g_autoptr (GByteArray) octets = g_byte_array_new ();

  for (; g_ascii_isxdigit (data[0]) && g_ascii_isxdigit (data[1]); data += 2)
    {
      guint8 octet = (guint8) (g_ascii_xdigit_value (data[0]) << 4 | g_ascii_xdigit_value (data[1]));

      g_byte_array_append (octets, &octet, 1);
    }
  dns_message_add (reply, name, TLSRPT_RESOURCE_TLSA, TTL, octets->data, octets->len);
}

static gboolean
is_type (const char *word,
         const char *name,
         guint       type,
         guint       asked)
{
  return type == asked && g_str_equal (word, name);
}

/* The only address is the loopback of this computer, where nobody serves policies. */
static GByteArray *
reply_cb (const guint8 *query,
          gsize         length,
          gboolean      is_tcp)
{
  guint type;
  g_autofree char *name = read_question (query, &type);
  GByteArray *reply = dns_message_new_reply (query, length, 0);

  for (gsize i = 0; zone[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (zone[i], " ", 3);

      if (g_strv_length (words) < 3 || g_ascii_strcasecmp (words[0], name) != 0)
        continue;

      if (g_str_equal (words[1], "RCODE"))
        reply->data[3] = (guint8) (atoi (words[2]) & 15);
      else if (g_str_equal (words[1], "FLAGS"))
        reply->data[3] |= (guint8) (atoi (words[2]) & 0xf0);
      else if (g_str_equal (words[1], "CNAME"))
        dns_message_add_name (reply, name, DNS_TYPE_CNAME, TTL, words[2]);
      else if (g_str_equal (words[1], "SOA"))
        dns_message_add_authority (reply, words[2]);
      else if (is_type (words[1], "A", TLSRPT_RESOURCE_A, type))
        dns_message_add (reply, name, TLSRPT_RESOURCE_A, TTL, "\177\0\0\1", 4);
      else if (is_type (words[1], "MX", TLSRPT_RESOURCE_MX, type))
        add_mx (reply, name, words[2]);
      else if (is_type (words[1], "NS", TLSRPT_RESOURCE_NS, type))
        dns_message_add_name (reply, name, TLSRPT_RESOURCE_NS, TTL, words[2]);
      else if (is_type (words[1], "TLSA", TLSRPT_RESOURCE_TLSA, type))
        add_tlsa (reply, name, words[2]);
      else if (is_type (words[1], "TXT", TLSRPT_RESOURCE_TXT, type))
        dns_message_add_text (reply, name, TTL, words[2]);
    }

  return reply;
}

static void
read_check (TlsrptCheck *check)
{
  const TlsrptVerdict *verdict = tlsrpt_check_get_verdict (check);
  g_autoptr (TlsrptStanding) standing = NULL;
  TlsrptVerdictPart *presence, *validity, *match;

  fuzz_read_properties (check);

  g_assert_true ((verdict == NULL) == (tlsrpt_check_get_error (check) != NULL));
  if (verdict == NULL)
    return;

  /* What was said before is not said again. */
  presence = tlsrpt_verdict_part_new_presence (verdict);
  validity = tlsrpt_verdict_part_new_validity (verdict);
  match = tlsrpt_verdict_part_new_match (verdict);
  g_clear_pointer (&presence, tlsrpt_verdict_part_free);
  g_clear_pointer (&validity, tlsrpt_verdict_part_free);
  g_clear_pointer (&match, tlsrpt_verdict_part_free);
  g_ptr_array_unref (tlsrpt_fact_list (verdict->published));

  /* There is a word for it, which says that nobody knows only if that is so. */
  standing = tlsrpt_standing_new (verdict->published, NULL, NULL);
  g_assert_true (g_str_equal (standing->state, "unknown") ||
                 !g_str_equal (tlsrpt_standing_get_word (standing->state),
                               tlsrpt_standing_get_word ("unknown")));
}

/* Checks example.com, and whatever the first line says besides; the others are what a
 * name server knows. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_auto (GStrv) lines = g_strsplit (text, "\n", 100);
  g_auto (GStrv) domains = NULL;
  g_autofree char *valid = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (TlsrptDomainList) read = NULL;
  g_autoptr (TlsrptRecord) record = tlsrpt_record_new ();
  g_autoptr (TlsrptResolver) resolver = NULL;
  g_autoptr (TlsrptCheckList) list = NULL;
  g_autoptr (GError) error = NULL;
  DnsServer *server = dns_server_new (reply_cb, FALSE);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_steal_pointer (&lines[i]);

      lines[i] = g_utf8_make_valid (line, -1);
      if (strlen (lines[i]) > LINE_LENGTH)
        *g_utf8_find_prev_char (lines[i], lines[i] + LINE_LENGTH + 1) = '\0';
    }
  zone = lines;
  domains = g_strsplit (lines[0] != NULL ? lines[0] : "", " ", -1);
  g_ptr_array_add (names, (gpointer) "example.com");
  for (gsize i = 0; domains[i] != NULL; i++)
    g_ptr_array_add (names, domains[i]);
  g_ptr_array_add (names, NULL);

  resolver = tlsrpt_resolver_new (server->address, TIMEOUT, TLSRPT_RESOLVER_RECURSIVE, &error);
  g_assert_no_error (error);
  list = tlsrpt_check_list_new (resolver, (const char *const *) names->pdata);
  tlsrpt_check_list_start (list);
  while (tlsrpt_check_list_is_running (list))
    g_main_context_iteration (NULL, TRUE);

  tlsrpt_record_set_domain (record, "example.com");
  tlsrpt_record_add_destination (record, TLSRPT_FIELD_MAIL, "tls@example.com");
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (TlsrptCheck) check = g_list_model_get_item (G_LIST_MODEL (list), i);

      tlsrpt_check_set_record (check, record);
      read_check (check);
      tlsrpt_check_set_record (check, NULL);
      if (tlsrpt_check_get_verdict (check) != NULL)
        tlsrpt_verdict_append_json (json, tlsrpt_check_get_verdict (check));
    }
  fuzz_read_properties (list);
  g_assert_true (g_str_is_ascii (json->str));

  valid = g_utf8_make_valid (text, -1);
  read = tlsrpt_domain_list_new (valid);
  for (guint i = 0; i < read->domains->len; i++)
    g_assert_true (g_str_is_ascii (g_ptr_array_index (read->domains, i)));

  while (g_main_context_iteration (NULL, FALSE))
    ;
  dns_server_free (server);

  return 0;
}
