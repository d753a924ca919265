/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-limits.h"
#include "tlsrpt-smtp-reply.h"

#include <string.h>

typedef struct
{
  const char       *name;
  const char       *octets;
  TlsrptSmtpStatus  status;
  guint             code;
  guint             n_lines;
  const char       *rest; /* what is not used */
} Case;

static const Case cases[] = {
  { "one-line", "220 mx ESMTP\r\n", TLSRPT_SMTP_DONE, 220, 1, "" },
  { "line-feed-alone", "220 mx\n", TLSRPT_SMTP_DONE, 220, 1, "" },
  { "code-alone", "250\r\n", TLSRPT_SMTP_DONE, 250, 1, "" },
  { "several-lines", "250-mx\r\n250-SIZE\r\n250 STARTTLS\r\n", TLSRPT_SMTP_DONE, 250, 3, "" },
  { "without-text", "250-\r\n250 \r\n", TLSRPT_SMTP_DONE, 250, 2, "" },
  { "refusal", "454 4.7.0 not now\r\n", TLSRPT_SMTP_DONE, 454, 1, "" },
  { "more-behind", "220 go\r\nEHLO x\r\n", TLSRPT_SMTP_DONE, 220, 1, "EHLO x\r\n" },

  { "nothing", "", TLSRPT_SMTP_MORE, 0, 0, "" },
  { "unfinished", "220 mx", TLSRPT_SMTP_MORE, 0, 0, "" },
  { "to-be-continued", "220-mx\r\n", TLSRPT_SMTP_MORE, 220, 1, "" },
  { "two-digits", "22", TLSRPT_SMTP_MORE, 0, 0, "" },

  { "ssh", "SSH-2.0", TLSRPT_SMTP_NOT_SMTP, 0, 0, "-2.0" },
  { "code-too-low", "120 mx\r\n", TLSRPT_SMTP_NOT_SMTP, 0, 0, " mx\r\n" },
  { "code-too-high", "620 mx\r\n", TLSRPT_SMTP_NOT_SMTP, 0, 0, " mx\r\n" },
  { "empty-line", "\r\n", TLSRPT_SMTP_NOT_SMTP, 0, 0, "" },
  { "other-code", "250-mx\r\n220 x\r\n", TLSRPT_SMTP_NOT_SMTP, 250, 1, "" },
  { "other-mark", "220:mx\r\n", TLSRPT_SMTP_NOT_SMTP, 0, 0, "" },
};

static void
test_read (gconstpointer data)
{
  const Case *c = data;

  /* Whole, and octet by octet. */
  for (guint one_by_one = 0; one_by_one < 2; one_by_one++)
    {
      g_autoptr (TlsrptSmtpReply) reply = tlsrpt_smtp_reply_new ();
      TlsrptSmtpStatus status = TLSRPT_SMTP_MORE;
      gsize length = strlen (c->octets);
      gsize at = 0;

      while (at < length && status == TLSRPT_SMTP_MORE)
        {
          gsize n_used;

          status = tlsrpt_smtp_reply_feed (reply, c->octets + at, one_by_one ? 1 : length - at,
                                           &n_used);
          at += n_used;
        }

      g_assert_cmpint (status, ==, c->status);
      g_assert_cmpuint (reply->code, ==, c->code);
      g_assert_cmpuint (reply->n_lines, ==, c->n_lines);
      g_assert_cmpstr (c->octets + at, ==, c->rest);
    }
}

static TlsrptSmtpStatus
feed_again_and_again (const char *line)
{
  g_autoptr (TlsrptSmtpReply) reply = tlsrpt_smtp_reply_new ();
  TlsrptSmtpStatus status = TLSRPT_SMTP_MORE;
  gsize n_used;

  for (guint i = 0; i < 2 * TLSRPT_LIMIT_SMTP_REPLY && status == TLSRPT_SMTP_MORE; i++)
    status = tlsrpt_smtp_reply_feed (reply, line, strlen (line), &n_used);
  g_assert_cmpuint (reply->n_octets, <=, TLSRPT_LIMIT_SMTP_REPLY + 1);

  return status;
}

static void
test_endless (void)
{
  g_assert_cmpint (feed_again_and_again ("220-mx\r\n"), ==, TLSRPT_SMTP_TOO_LONG);
  g_assert_cmpint (feed_again_and_again ("220 "), ==, TLSRPT_SMTP_TOO_LONG);
}

static gboolean
offers (const char *octets)
{
  g_autoptr (TlsrptSmtpReply) reply = tlsrpt_smtp_reply_new ();
  gsize n_used;

  g_assert_cmpint (tlsrpt_smtp_reply_feed (reply, octets, strlen (octets), &n_used), ==,
                   TLSRPT_SMTP_DONE);

  return tlsrpt_smtp_reply_has_keyword (reply, "STARTTLS");
}

static void
test_keyword (void)
{
  g_assert_true (offers ("250-mx\r\n250 STARTTLS\r\n"));
  g_assert_true (offers ("250-mx\r\n250-starttls\r\n250 SIZE\r\n"));
  g_assert_true (offers ("250-mx\r\n250 STARTTLS x\r\n"));
  g_assert_false (offers ("250 STARTTLS\r\n"));
  g_assert_false (offers ("250-mx\r\n250 STARTTLSX\r\n"));
  g_assert_false (offers ("250-mx\r\n250 XSTARTTLS\r\n"));
  g_assert_false (offers ("250-mx\r\n250 STARTTL\r\n"));
  g_assert_false (offers ("250-mx\r\n250 X STARTTLS\r\n"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/smtp-reply/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_read);
    }
  g_test_add_func ("/smtp-reply/endless", test_endless);
  g_test_add_func ("/smtp-reply/keyword", test_keyword);

  return g_test_run ();
}
