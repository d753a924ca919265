/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "dns-message.h"
#include "fake-published.h"
#include "tlsrpt-cli-connect.h"
#include "tlsrpt-error.h"
#include "tlsrpt-json.h"
#include "tlsrpt-look-conclusion.h"
#include "tlsrpt-look-json.h"
#include "tlsrpt-look-summary.h"
#include "tlsrpt-look-text.h"
#include "tlsrpt-standing.h"

#define TTL 300
#define RECORD "v=TLSRPTv1; rua=https://reports.example.net/tls,mailto:tls@example.org"

/* An address to which no packet goes, since no connection can be made to it: that of a
 * group (RFC 5771, RFC 4291 section 2.7). */
static void
add_address (GByteArray         *message,
             const char         *name,
             TlsrptResourceType  type,
             guint8              number)
{
  const guint8 ipv4[4] = { 224, 0, 0, number };
  const guint8 ipv6[16] = { 0xff, 2, [15] = number };

  if (type == TLSRPT_RESOURCE_A)
    dns_message_add (message, name, type, TTL, ipv4, sizeof ipv4);
  else
    dns_message_add (message, name, type, TTL, ipv6, sizeof ipv6);
}

/* An answer of each kind, to a question for addresses or TLSA records. */
static TlsrptAnswer *
take_answer (const uint8_t      **data,
             size_t              *size,
             const char          *name,
             TlsrptResourceType   type)
{
  guint kind = fuzz_take_number (data, size, 8);
  g_autoptr (GByteArray) message = NULL;
  guint n;

  if (kind == 0)
    return tlsrpt_answer_new_failed (name, type,
                                     TLSRPT_OUTCOME_NO_DATA +
                                     fuzz_take_number (data, size, TLSRPT_OUTCOME_TOO_LARGE));
  if (kind == 1)
    return tlsrpt_answer_new_bogus (name, type);

  message = dns_message_new (name, type, kind % 2 == 0 ? DNS_FLAG_AD : 0);
  n = fuzz_take_number (data, size, 6);
  for (guint i = 0; i < n; i++)
    {
      guint8 octets[35] = { 0 };

      if (type != TLSRPT_RESOURCE_TLSA)
        {
          add_address (message, name, type, (guint8) (i + 1));
          continue;
        }

      octets[0] = (guint8) fuzz_take_number (data, size, 5);
      octets[1] = (guint8) fuzz_take_number (data, size, 3);
      octets[2] = (guint8) fuzz_take_number (data, size, 4);
      dns_message_add (message, name, type, TTL, octets,
                       3 + fuzz_take_number (data, size, sizeof octets - 2));
    }

  return tlsrpt_answer_new (name, type, message->data, message->len);
}

static void
take_policy (const uint8_t   **data,
             size_t           *size,
             TlsrptPublished  *published)
{
  static const char *const policies[] = {
    "version: STSv1\nmode: enforce\nmx: *.example.com\nmax_age: 86400\n",
    "version: STSv1\nmode: testing\nmx: mx.example.net\nmax_age: 86400\n",
    "version: STSv1\nmode: none\nmax_age: 86400\n",
    "nonsense",
  };
  guint kind = fuzz_take_number (data, size, G_N_ELEMENTS (policies) + 2);

  if (kind < G_N_ELEMENTS (policies))
    {
      fake_policy (published, policies[kind]);
      fake_answer (&published->sts_record, fake_texts ("_mta-sts." FAKE_DOMAIN, 0,
                                                       "v=STSv1; id=1", NULL));
    }
  else if (kind == G_N_ELEMENTS (policies))
    {
      g_clear_error (&published->sts_error);
      published->sts_error = g_error_new_literal (TLSRPT_ERROR,
                                                  (int) fuzz_take_number (data, size, 255), "why");
      fake_answer (&published->sts_record, fake_texts ("_mta-sts." FAKE_DOMAIN, 0,
                                                       "v=STSv1; id=1", NULL));
    }
}

static TlsrptPublished *
take_published (const uint8_t **data,
                size_t         *size)
{
  TlsrptPublished *published = fake_published ();

  if (fuzz_take_number (data, size, 4) == 0)
    {
      fake_answer (&published->mx,
                   fuzz_take_number (data, size, 2) == 0
                     ? tlsrpt_answer_new_bogus (FAKE_DOMAIN, TLSRPT_RESOURCE_MX)
                     : tlsrpt_answer_new_failed (FAKE_DOMAIN, TLSRPT_RESOURCE_MX,
                                                 TLSRPT_OUTCOME_NO_DATA));
      g_ptr_array_set_size (published->mail_servers, 0);
      published->ipv4 = take_answer (data, size, FAKE_DOMAIN, TLSRPT_RESOURCE_A);
      published->ipv6 = take_answer (data, size, FAKE_DOMAIN, TLSRPT_RESOURCE_AAAA);
      tlsrpt_published_add_mail_servers (published);
    }

  for (guint i = 0; i < published->mail_servers->len; i++)
    {
      TlsrptMailServer *server = g_ptr_array_index (published->mail_servers, i);
      g_autofree char *name = g_strconcat ("_25._tcp.", server->host, NULL);

      fake_answer (&server->tlsa, take_answer (data, size, name, TLSRPT_RESOURCE_TLSA));
      if (published->ipv4 != NULL)
        continue;
      server->ipv4 = take_answer (data, size, server->host, TLSRPT_RESOURCE_A);
      server->ipv6 = take_answer (data, size, server->host, TLSRPT_RESOURCE_AAAA);
    }

  fake_answer (&published->record, fake_texts (FAKE_NAME, 0, RECORD, NULL));
  tlsrpt_rua_add_all (published->rua, published->record);
  for (guint i = 0; i < published->rua->len; i++)
    {
      TlsrptRua *rua = g_ptr_array_index (published->rua, i);

      if (rua->is_mail)
        rua->mx = fake_hosts (rua->host, TLSRPT_RESOURCE_MX, 0, "mx.example.org", NULL);
      rua->ipv4 = take_answer (data, size, rua->host, TLSRPT_RESOURCE_A);
      rua->ipv6 = take_answer (data, size, rua->host, TLSRPT_RESOURCE_AAAA);
    }

  take_policy (data, size, published);

  return published;
}

static char *
take_text (const uint8_t **data,
           size_t         *size)
{
  g_autofree char *line = fuzz_take_line (data, size);

  return g_utf8_make_valid (line, -1);
}

/* Anybody may have got a certificate with anything in it. */
static TlsrptCertificate *
take_certificate (const uint8_t **data,
                  size_t         *size)
{
  TlsrptCertificate *certificate = g_new0 (TlsrptCertificate, 1);

  certificate->not_before = (gint64) fuzz_take_number (data, size, 256) << 27;
  certificate->not_after = (gint64) fuzz_take_number (data, size, 256) << 32;
  certificate->subject = take_text (data, size);
  certificate->issuer = take_text (data, size);
  certificate->names = g_strsplit (certificate->subject, ",", 50);
  certificate->der = g_bytes_new (certificate->subject, strlen (certificate->subject));
  if (certificate->not_after != 0)
    certificate->spki = g_bytes_ref (certificate->der);

  return certificate;
}

/* How a visit could have ended. */
static void
take_contact (const uint8_t **data,
              size_t         *size,
              TlsrptContact  *contact)
{
  guint n_certificates;

  contact->outcome = fuzz_take_number (data, size, TLSRPT_N_CONTACT_OUTCOMES);
  contact->is_connected = contact->outcome <= TLSRPT_CONTACT_REJECTED ||
                          fuzz_take_number (data, size, 2) == 0;
  if (contact->outcome == TLSRPT_CONTACT_REJECTED ||
      contact->outcome == TLSRPT_CONTACT_STARTTLS_REFUSED)
    {
      contact->code = 400 + fuzz_take_number (data, size, 200);
      contact->reply = fuzz_take_line (data, size);
    }
  if (contact->outcome == TLSRPT_CONTACT_HANDSHAKE)
    contact->detail = take_text (data, size);
  if (contact->outcome != TLSRPT_CONTACT_TLS)
    return;

  contact->protocol = g_strdup ("TLS1.3");
  contact->cipher = g_strdup ("TLS_AES_256_GCM_SHA384");
  contact->pkix = fuzz_take_number (data, size, 1 << TLSRPT_N_PKIX_FLAGS);
  contact->dane.n_matched = fuzz_take_number (data, size, contact->dane.n_usable + 1);
  if (contact->dane.n_matched > 0)
    contact->dane.flags = fuzz_take_number (data, size, 1 << TLSRPT_N_PKIX_FLAGS);
  n_certificates = fuzz_take_number (data, size, 3);
  for (guint i = 0; i < n_certificates; i++)
    g_ptr_array_add (contact->chain, take_certificate (data, size));
}

static void
take_contacts (const uint8_t **data,
               size_t         *size,
               TlsrptLook     *look)
{
  for (guint i = 0; i < look->hosts->len; i++)
    {
      TlsrptLookHost *host = g_ptr_array_index (look->hosts, i);

      for (guint j = 0; j < host->contacts->len; j++)
        take_contact (data, size, g_ptr_array_index (host->contacts, j));
    }

  for (guint i = 0; i < look->rua->len; i++)
    {
      GPtrArray *contacts = g_ptr_array_index (look->rua, i);

      for (guint j = 0; j < contacts->len; j++)
        take_contact (data, size, g_ptr_array_index (contacts, j));
    }

  g_ptr_array_set_size (look->senders, 0);
  tlsrpt_look_conclude (look);
}

/* Text for people, of one line or, if @is_long, of several. */
static void
check_text (char     *text,
            gboolean  is_long)
{
  g_autofree char *own = text;

  g_assert_true (*own != '\0' && g_utf8_validate (own, -1, NULL));
  for (const char *p = own; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_true ((is_long && *p == '\n') || !g_unichar_iscntrl (g_utf8_get_char (p)));
}

/* Each thing that a sender reports is in one group, what costs most comes first, and
 * nothing is called good while there is a failure. */
static void
check_groups (TlsrptLook *look)
{
  g_autoptr (GPtrArray) groups = tlsrpt_look_dup_groups (look);
  guint n_places = 0;
  guint n_hosts = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      const TlsrptLookGroup *group = g_ptr_array_index (groups, i);
      const TlsrptLookGroup *before = i > 0 ? g_ptr_array_index (groups, i - 1) : NULL;

      n_places += group->places->len;
      check_text (tlsrpt_look_group_dup_title (group), FALSE);
      check_text (tlsrpt_look_group_dup_text (group), TRUE);
      g_assert_true (group->reported.type == NULL ||
                     tlsrpt_look_group_get_mark (group) > TLSRPT_MARK_GOOD);
      g_assert_true (before == NULL || before->reported.type != NULL ||
                     group->reported.type == NULL);
    }
  for (guint i = 0; i < look->senders->len; i++)
    n_hosts += ((TlsrptLookSender *) g_ptr_array_index (look->senders, i))->host != NULL;
  g_assert_cmpuint (n_places, ==, n_hosts);
}

static void
check_summary (TlsrptLook *look)
{
  TlsrptMark mark;

  check_text (tlsrpt_look_dup_conclusion (look, &mark), FALSE);
  g_assert_true (mark != TLSRPT_MARK_GOOD || !tlsrpt_look_has_failure (look));

  for (guint i = 0; i < look->hosts->len; i++)
    {
      TlsrptLookHost *host = g_ptr_array_index (look->hosts, i);

      check_text (tlsrpt_look_dup_host_summary (look, host), TRUE);
      for (guint j = 0; j < host->contacts->len; j++)
        g_assert_cmpint (tlsrpt_look_get_contact_mark (look, host,
                                                       g_ptr_array_index (host->contacts, j)),
                         <=, tlsrpt_look_get_host_mark (look, host));
    }
  check_groups (look);
}

/* There is a word for how it stands, and a sentence for why not well. */
static void
check_standing (TlsrptPublished *published)
{
  g_autoptr (TlsrptStanding) standing = tlsrpt_standing_new (published, RECORD, RECORD);
  const char *const tokens[] = {
    standing->state, standing->record, standing->mta_sts, standing->dane,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tokens); i++)
    check_text (g_strdup (tlsrpt_standing_get_word (tokens[i])), FALSE);
  if (standing->reason != NULL)
    check_text (g_strdup (standing->reason), TRUE);
  check_text (tlsrpt_look_dup_plan (published, "client.example.com"), TRUE);
}

static void
tell (TlsrptLook *look)
{
  g_autoptr (TlsrptJsonParser) parser = tlsrpt_json_parser_new ();
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  TlsrptJsonValue root;
  TlsrptVerdict *verdict = tlsrpt_verdict_new (look->published, NULL);

  tlsrpt_verdict_is_complete (verdict);
  tlsrpt_look_append_json (json, verdict, look);
  g_assert_true (g_str_is_ascii (json->str));
  g_assert_cmpint (tlsrpt_json_parser_parse (parser, json->str, json->len, json->len, &root), ==,
                   TLSRPT_JSON_OK);

  tlsrpt_cli_connect_append_text (text, look);
  g_assert_true (g_utf8_validate (text->str, -1, NULL));
  for (const char *p = text->str; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_true (*p == '\n' || !g_unichar_iscntrl (g_utf8_get_char (p)));

  check_summary (look);
  check_standing (look->published);
  g_assert_true (!look->is_blocked || !tlsrpt_look_has_failure (look));
  tlsrpt_look_has_answer (look);
  tlsrpt_verdict_free (verdict);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* What is published, octet by octet, and then how each visit ends. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (TlsrptPublished) published = NULL;
  g_autoptr (TlsrptLook) look = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  TlsrptLookOptions options = { .helo = "client.example.com", .patience = 1 };

  options.allow_special = fuzz_take_number (&data, &size, 2) == 1;
  published = take_published (&data, &size);
  tlsrpt_look_async (published, &options, NULL, looked_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  look = tlsrpt_look_finish (result, NULL);
  g_assert_nonnull (look);
  tell (look);

  take_contacts (&data, &size, look);
  tell (look);

  return 0;
}
