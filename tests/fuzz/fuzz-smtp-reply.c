/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "tlsrpt-limits.h"
#include "tlsrpt-smtp-reply.h"

/* Reads @size octets in pieces of @piece; any end in a reply or an error. */
static TlsrptSmtpStatus
feed (TlsrptSmtpReply *reply,
      const uint8_t   *data,
      size_t           size,
      size_t           piece,
      size_t          *n_all)
{
  TlsrptSmtpStatus status = TLSRPT_SMTP_MORE;

  *n_all = 0;
  while (*n_all < size && status == TLSRPT_SMTP_MORE)
    {
      size_t length = MIN (piece, size - *n_all);
      gsize n_used;

      status = tlsrpt_smtp_reply_feed (reply, (const char *) data + *n_all, length, &n_used);
      g_assert_cmpuint (n_used, <=, length);
      g_assert_true (n_used == length || status != TLSRPT_SMTP_MORE);
      *n_all += n_used;
    }

  return status;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (TlsrptSmtpReply) whole = tlsrpt_smtp_reply_new ();
  g_autoptr (TlsrptSmtpReply) pieces = tlsrpt_smtp_reply_new ();
  size_t n_whole, n_pieces;
  TlsrptSmtpStatus status = feed (whole, data, size, MAX (size, 1), &n_whole);

  g_assert_cmpint (feed (pieces, data, size, 1, &n_pieces), ==, status);
  g_assert_cmpuint (n_whole, ==, n_pieces);
  g_assert_cmpuint (whole->code, ==, pieces->code);
  g_assert_true (g_string_equal (whole->text, pieces->text));
  g_assert_cmpuint (whole->n_lines, <=, TLSRPT_LIMIT_SMTP_LINES);
  g_assert_cmpuint (whole->text->len, <=, TLSRPT_LIMIT_SMTP_REPLY);

  if (status == TLSRPT_SMTP_DONE)
    g_assert_true (whole->code >= 200 && whole->code < 600);
  g_assert_cmpint (tlsrpt_smtp_reply_has_keyword (whole, "STARTTLS"), ==,
                   tlsrpt_smtp_reply_has_keyword (pieces, "STARTTLS"));

  return 0;
}
