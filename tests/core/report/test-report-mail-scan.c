/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "mail-transcript.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-report-mail-scan.h"

#include <stdlib.h>
#include <string.h>

/* What the scanner makes of a message is what GMime makes of it, to the last octet, or it
 * leaves the message to GMime. */

#define BASE64_LINE "H4sIAAAAAAAAA6tWKsjPyUzOTC1WsoqO5apVAgDZc/T1EwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
#define BASE64 BASE64_LINE "\r\n" BASE64_LINE "\r\nH4sIAAAAAAAAA6tWKsjPyUzOTA==\r\n"
#define HEAD \
  "Received: from a.example by b.example\r\n\twith ESMTPS; Mon, 2 Jan 2026 03:04:05 +0000\r\n" \
  "From: <tlsrpt@sender.example>\r\nTo: a@b.example,\r\n c@b.example\r\n" \
  "Subject: Report Domain: b.example\r\n Submitter: sender.example Report-ID: <1>\r\n" \
  "Message-ID: <1.2@sender.example>\r\nMIME-Version: 1.0\r\nTLS-Report-Domain: b.example\r\n"
#define PARTS \
  "Content-Type: multipart/report; report-type=\"tlsrpt\";\r\n\tboundary=\"=_p_1\"\r\n\r\n" \
  "This is a multipart message.\r\n\r\n--=_p_1\r\n"
#define TEXT \
  "Content-Type: text/plain; charset=us-ascii\r\nContent-Transfer-Encoding: 7bit\r\n\r\n" \
  "This is a report: a summary.\r\n\r\n--=_p_1\r\n"
#define REPORT \
  "Content-Type: application/tlsrpt+gzip\r\nContent-Transfer-Encoding: base64\r\n" \
  "Content-Disposition: attachment;\r\n filename=\"a!b.example!1!2.json.gz\"\r\n\r\n"
#define END "\r\n--=_p_1--\r\n"
#define JSON_REPORT \
  "Content-Type: application/tlsrpt+json; name=a.json\r\nContent-Transfer-Encoding: 8bit\r\n" \
  "Content-Disposition: inline\r\n\r\n{\r\n  \"policies\": [\r\n  ]\r\n}\r\n"

typedef struct
{
  const char *name;
  const char *text;
  gboolean    is_taken;
} Case;

static const Case cases[] = {
  { "parts", HEAD PARTS TEXT REPORT BASE64 END, TRUE },
  { "parts-then-empty", HEAD PARTS TEXT REPORT BASE64 END "\r\n\r\n", TRUE },
  { "parts-no-empty-line", HEAD PARTS TEXT REPORT BASE64 "--=_p_1--\r\n", TRUE },
  { "report-first", HEAD PARTS REPORT BASE64 "--=_p_1\r\nContent-Type: text/plain\r\n\r\nA\r\n" END, TRUE },
  { "report-alone-in-parts", HEAD PARTS REPORT BASE64 END, TRUE },
  { "json", HEAD PARTS TEXT JSON_REPORT END, TRUE },
  { "one", HEAD REPORT BASE64, TRUE },
  { "one-then-empty", HEAD REPORT BASE64 "\r\n\r\n", TRUE },
  { "one-without-padding", HEAD REPORT BASE64_LINE "\r\n", TRUE },
  { "capitals", HEAD "CONTENT-TYPE: Application/TLSRPT+gzip; NAME=A.JSON.GZ\r\n"
    "content-transfer-encoding: BASE64\r\n\r\n" BASE64, TRUE },
  { "no-blank", HEAD "Content-Type:application/tlsrpt+gzip;name=a.gz\r\n"
    "Content-Transfer-Encoding:base64\r\n\r\n" BASE64, TRUE },
  { "blanks", HEAD "Content-Type: \t application/tlsrpt+gzip \t;\r\n \tname=\"a b.gz\"  \r\n"
    "Content-Transfer-Encoding:\r\n  base64 \r\n\r\n" BASE64, TRUE },
  { "text-in-base64", HEAD PARTS "Content-Type: text/plain; name=a.json\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\nSGVsbG8=\r\n--=_p_1\r\n" REPORT BASE64 END, TRUE },

  /* What is left to GMime */
  { "empty", "", FALSE },
  { "header-alone", HEAD, FALSE },
  { "no-type", HEAD "\r\nHello\r\n", FALSE },
  { "text", HEAD "Content-Type: text/plain\r\n\r\nHello\r\n", FALSE },
  { "type-twice", HEAD "Content-Type: text/plain\r\n" REPORT BASE64, FALSE },
  { "encoding-twice", HEAD "Content-Transfer-Encoding: 7bit\r\n" REPORT BASE64, FALSE },
  { "disposition-twice", HEAD "Content-Disposition: inline\r\n" REPORT BASE64, FALSE },
  { "other-type", HEAD "Content-Type: application/tlsrpt\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\n" BASE64, FALSE },
  { "other-encoding", HEAD "Content-Type: application/tlsrpt+json\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\n{=7D\r\n", FALSE },
  { "comment", HEAD "Content-Type: application/tlsrpt+gzip (a report)\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\n" BASE64, FALSE },
  { "blank-before-colon", HEAD "Content-Type : application/tlsrpt+gzip\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\n" BASE64, FALSE },
  { "encoded-name", HEAD "Content-Type: application/tlsrpt+gzip; name=\"=?utf-8?q?=61.gz?=\"\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\n" BASE64, FALSE },
  { "name-in-pieces", HEAD "Content-Type: application/tlsrpt+gzip; name*0=a; name*1=.gz\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\n" BASE64, FALSE },
  { "escape-in-name", HEAD "Content-Type: application/tlsrpt+gzip; name=\"a\\.gz\"\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\n" BASE64, FALSE },
  { "name-twice", HEAD "Content-Type: application/tlsrpt+gzip; name=a.gz; name=b.gz\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\n" BASE64, FALSE },
  { "semicolon-at-the-end", HEAD "Content-Type: application/tlsrpt+gzip;\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\n" BASE64, FALSE },
  { "padding-within", HEAD REPORT "QQ==\r\n" BASE64, FALSE },
  { "base64-broken-off", HEAD REPORT "QUJ\r\n", FALSE },
  { "base64-with-blanks", HEAD REPORT "QUJD QUJD\r\n", FALSE },
  { "base64-nothing", HEAD REPORT "\r\n", FALSE },
  { "boundary-missing", HEAD "Content-Type: multipart/report\r\n\r\n--\r\n" REPORT BASE64, FALSE },
  { "boundary-with-blank", HEAD PARTS REPORT BASE64 "--=_p_1-- \r\n", FALSE },
  { "boundary-longer", HEAD PARTS TEXT REPORT BASE64 "--=_p_1a\r\n" END, FALSE },
  { "hyphens-in-text", HEAD PARTS "Content-Type: text/plain\r\n\r\nA\r\n-- \r\nB\r\n--=_p_1\r\n"
    REPORT BASE64 END, FALSE },
  { "address-in-text", HEAD PARTS "Content-Type: text/plain\r\n\r\nA\r\nTo: B\r\nC\r\n--=_p_1\r\n"
    REPORT BASE64 END, FALSE },
  { "epilogue", HEAD PARTS TEXT REPORT BASE64 END "Bye\r\n", FALSE },
  { "not-ended", HEAD PARTS TEXT REPORT BASE64, FALSE },
  { "nested", HEAD PARTS PARTS REPORT BASE64 END, FALSE },
  { "part-without-header", HEAD PARTS "\r\nHello\r\n--=_p_1\r\n" REPORT BASE64 END, FALSE },
  { "forwarded", HEAD PARTS "Content-Type: message/rfc822\r\n\r\n" HEAD REPORT BASE64 END, FALSE },
};

static void
check_count (const TlsrptReportMailCount *count,
             const char                  *text,
             gsize                        size)
{
  TlsrptReportMailCount expected;
  const char *end = text + size;

  tlsrpt_report_mail_count_init (&expected);
  tlsrpt_report_mail_count_begin (&expected);
  while (text < end)
    {
      const char *line_end = memchr (text, '\n', (gsize) (end - text));
      gsize length = (gsize) ((line_end != NULL ? line_end : end) - text);

      g_assert_true (tlsrpt_report_mail_count_line (&expected, (const guint8 *) text, length, NULL));
      text += length + (line_end != NULL);
    }

  g_assert_cmpuint (count->n_boundaries, ==, expected.n_boundaries);
  g_assert_cmpuint (count->n_fields, ==, expected.n_fields);
  g_assert_cmpuint (count->n_parameters, ==, expected.n_parameters);
}

/* Returns whether the scanner takes it. */
static gboolean
check (const char *text,
       gsize       size)
{
  /* As large as the text: a read past its end is seen. */
  g_autofree char *exact = g_memdup2 (text, MAX (size, 1));
  g_autoptr (GByteArray) transcript = g_byte_array_new ();
  TlsrptReportMailCount count;
  gboolean is_taken;

  tlsrpt_report_mail_count_init (&count);
  is_taken = tlsrpt_report_mail_scan ((const guint8 *) exact, size, &count, mail_transcript_add_cb,
                                      transcript);
  if (is_taken)
    check_count (&count, exact, size);
  else
    g_assert_cmpuint (transcript->len, ==, 0);

  mail_transcript_check (exact, size);

  return is_taken;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_auto (GStrv) lines = g_strsplit (c->text, "\r\n", -1);
  g_autofree char *with_lf = g_strjoinv ("\n", lines);

  g_assert_cmpint (check (c->text, strlen (c->text)), ==, c->is_taken);
  g_assert_cmpint (check (with_lf, strlen (with_lf)), ==, c->is_taken);
}

/* The cases that are taken come first. */
#define N_TAKEN 13

/* What a mutation puts somewhere. */
static const char *const atoms[] = {
  "\r\n", "\n", "\r", " ", "\t", "\r\n ", "\r\n\t", "\n\n", ";", ":", "=", "==", "\"", "\\", "(", ")",
  "--", "--=_p_1", "--=_p_1--", "\r\n--=_p_1\r\n", "\r\n--=_p_1--\r\n", "=_p_1", "=?utf-8?q?=41?=",
  "*", "*0", "*=utf-8''a", "%20", "\xe4", "\xc3\xa4", "\x01", "\x7f", "?", "/", "+", "A", "AAAA", "AAA=",
  "From: a@b\r\n", "To: a@b\r\n", "Resent-To: a\r\n", "From a@b Thu Jan  1 00:00:00 2026\n", ">From ",
  "Content-Type: text/plain\r\n", "Content-Type: application/tlsrpt+gzip\r\n", "Content-Type:",
  "Content-Type: message/rfc822\r\n", "Content-Type: multipart/mixed; boundary=\"=_p_1\"\r\n",
  "Content-Transfer-Encoding: base64\r\n", "Content-Transfer-Encoding: 8bit\r\n", "base64", "7bit",
  "Content-Transfer-Encoding: quoted-printable\r\n", "Content-Disposition: attachment\r\n", "x-uuencode",
  "Content-Disposition: inline; filename=b.json\r\n", "; name=\"c.zip\"", "; filename=d", "; boundary=e",
  "Content-Length: 3\r\n", "Content-MD5: a\r\n", "Content-ID: <a>\r\n", "X-A: b\r\n", "X_A: b\r\n", "A b: c\r\n",
};

static gsize
pick_place (const GString *text)
{
  gsize place = (gsize) g_test_rand_int_range (0, (gint32) text->len + 1);

  /* Most often at the beginning of a line. */
  if (g_test_rand_int_range (0, 2) == 0)
    return place;

  while (place > 0 && text->str[place - 1] != '\n')
    place--;

  return place;
}

static void
mutate (GString *text)
{
  gsize place = pick_place (text);
  gsize most = (gsize) g_test_rand_int_range (1, 30);
  gsize length = MIN (most, text->len - place);
  gsize other = pick_place (text);
  g_autofree char *piece = NULL;

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      if (place < text->len)
        text->str[place] ^= (char) (1 << g_test_rand_int_range (0, 8));
      break;

    case 1:
      g_string_erase (text, (gssize) place, (gssize) length);
      break;

    case 2:
      piece = g_strndup (text->str + place, length);
      g_string_insert (text, (gssize) other, piece);
      break;

    case 3:
      /* A whole line, somewhere else */
      piece = g_strndup (text->str + place, strcspn (text->str + place, "\n") + 1);
      g_string_insert (text, (gssize) other, piece);
      break;

    case 4:
      if (g_test_rand_int_range (0, 20) == 0)
        g_string_truncate (text, place);
      break;

    default:
      g_string_insert (text, (gssize) place, atoms[g_test_rand_int_range (0, G_N_ELEMENTS (atoms))]);
      break;
    }
}

/* TLSRPT_TEST_ROUNDS=100000 is worth it after a change. */
static void
test_mutations (void)
{
  const char *rounds = g_getenv ("TLSRPT_TEST_ROUNDS");
  int n_rounds = rounds != NULL ? atoi (rounds) : 5000;
  int n_taken = 0;

  for (int i = 0; i < n_rounds; i++)
    {
      /* More often one that the scanner takes. */
      const int n = g_test_rand_int_range (0, 4) > 0 ? N_TAKEN : G_N_ELEMENTS (cases);
      const Case *c = &cases[g_test_rand_int_range (0, n)];
      g_autoptr (GString) text = g_string_new (c->text);

      if (g_test_rand_int_range (0, 3) == 0)
        g_string_replace (text, "\r\n", "\n", 0);
      for (int left = g_test_rand_int_range (0, 4); left > 0; left--)
        mutate (text);

      n_taken += check (text->str, text->len);
    }

  g_test_message ("%d of %d were taken", n_taken, n_rounds);
  g_assert_cmpint (n_taken, >, n_rounds / 10);
}

/* All messages of a file are counted together, whoever reads them. */
static void
test_limits (void)
{
  static const struct
  {
    const char *text;
    guint       n_messages; /* of which the last is one too many */
  } files[] = {
    { HEAD PARTS TEXT REPORT BASE64 END "\r\n", TLSRPT_LIMIT_MAIL_PARTS / 2 + 1 },
    { HEAD REPORT BASE64 "\r\n", TLSRPT_LIMIT_MAIL_PARTS + 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint n = 1; n <= files[i].n_messages; n++)
        {
          g_string_append (text, "From a@b Thu Jan  1 00:00:00 2026\r\n");
          g_string_append (text, files[i].text);
          if (n >= files[i].n_messages - 1)
            check (text->str, text->len);
        }
    }
}

/* The limits of one message */
static void
test_header_limits (void)
{
  static const gsize lengths[] = {
    TLSRPT_LIMIT_MAIL_FIELD - 100, TLSRPT_LIMIT_MAIL_FIELD, TLSRPT_LIMIT_MAIL_FIELD + 1,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *long_text = g_strnfill (lengths[i], 'a');
      g_autofree char *one = g_strconcat ("X: ", long_text, "\r\n" HEAD REPORT BASE64, NULL);
      g_autofree char *parameter = g_strconcat (HEAD "Content-Type: application/tlsrpt+gzip; a=\"",
                                                long_text, "\"\r\nContent-Transfer-Encoding: "
                                                "base64\r\n\r\n" BASE64, NULL);

      g_assert_cmpint (check (one, strlen (one)), ==, i == 0);
      g_assert_cmpint (check (parameter, strlen (parameter)), ==, i == 0);
    }

  for (guint n = TLSRPT_LIMIT_MAIL_PARAMETERS - 1; n <= TLSRPT_LIMIT_MAIL_PARAMETERS + 1; n++)
    {
      g_autoptr (GString) text = g_string_new (HEAD "Content-Transfer-Encoding: base64\r\n"
                                               "Content-Type: application/tlsrpt+gzip");

      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, "; a%u=b", i);
      g_string_append (text, "\r\n\r\n" BASE64);

      g_assert_cmpint (check (text->str, text->len), ==, n <= TLSRPT_LIMIT_MAIL_PARAMETERS);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report-mail-scan/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/report-mail-scan/mutations", test_mutations);
  g_test_add_func ("/report-mail-scan/limits", test_limits);
  g_test_add_func ("/report-mail-scan/header-limits", test_header_limits);

  return g_test_run ();
}
