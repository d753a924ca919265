/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-smtp-session.h"

#include <sys/socket.h>

#define RECORD_HEADER 5

/* Nobody waits for what does not come: it ends with the input. */
#define PATIENCE 10

/* Sends something that arrives by itself, as long as there is room. */
static void
send_piece (GSocket       *server,
            const uint8_t *data,
            size_t         size)
{
  if (size > 0)
    g_socket_send (server, (const char *) data, size, NULL, NULL);
}

/* The records of TLS (RFC 8446 section 5.1), each in two pieces, as they are read. */
static void
send_records (GSocket       *server,
              const uint8_t *data,
              size_t         size)
{
  while (size > 0)
    {
      size_t header = MIN (size, RECORD_HEADER);
      size_t length = header == RECORD_HEADER ? (size_t) (data[3] << 8 | data[4]) : 0;

      length = MIN (length, size - header);
      send_piece (server, data, header);
      send_piece (server, data + header, length);
      data += header + length;
      size -= header + length;
    }
}

/* The reply at the front, which has lines up to one with a full stop. */
static size_t
measure_reply (const uint8_t *data,
               size_t         size)
{
  const char *end = g_strstr_len ((const char *) data, (gssize) size, "\n.\n");

  return end != NULL ? (size_t) (end - (const char *) data) + 1 : size;
}

/* What a server says: greeting, reply to EHLO, reply to STARTTLS, records of TLS. */
static void
say_everything (GSocket       *server,
                const uint8_t *data,
                size_t         size,
                gboolean       is_plain_first)
{
  for (guint i = 0; is_plain_first && i < 3 && size > 0; i++)
    {
      size_t length = measure_reply (data, size);

      send_piece (server, data, length);
      length = MIN (length + strlen (".\n"), size);
      data += length;
      size -= length;
    }

  send_records (server, data, size);
  g_socket_shutdown (server, FALSE, TRUE, NULL);
}

/* The first octet says whether SMTP comes before TLS; the rest is what the server says.
 * The pieces of a packet socket stay apart, so that nobody has to wait for anybody. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  g_autoptr (TlsrptContact) contact = NULL;
  g_autoptr (GSocket) client = NULL;
  g_autoptr (GSocket) server = NULL;
  TlsrptVisit visit = {
    .address = (char *) "192.0.2.1",
    .is_plain_first = fuzz_take_number (&data, &size, 2) == 1,
    .host = (char *) "mx.example.com",
    .server_name = (char *) "mx.example.com",
    .helo = (char *) "client.example.com",
    .hosts = (char *[]) { (char *) "mx.example.com", NULL },
    .tlsa = none,
    .patience = PATIENCE,
  };
  int ends[2];

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_SEQPACKET, 0, ends), ==, 0);
  client = g_socket_new_from_fd (ends[0], NULL);
  server = g_socket_new_from_fd (ends[1], NULL);
  g_assert_true (client != NULL && server != NULL);
  g_socket_set_blocking (server, FALSE);
  say_everything (server, data, size, visit.is_plain_first);

  contact = tlsrpt_smtp_session_over (&visit, client, stop);

  g_assert_true (contact->is_connected);
  g_assert_nonnull (tlsrpt_contact_outcome_get_token (contact->outcome));
  g_assert_nonnull (tlsrpt_contact_outcome_get_message (contact->outcome));
  g_assert_true ((contact->code == 0) == (contact->reply == NULL));
  /* Whoever has no key gets nowhere. */
  g_assert_cmpint (contact->outcome, !=, TLSRPT_CONTACT_TLS);
  if (contact->outcome == TLSRPT_CONTACT_HANDSHAKE)
    g_assert_nonnull (contact->detail);

  return 0;
}
