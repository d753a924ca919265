/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-limits.h"
#include "tlsrpt-report-mbox.h"
#include "tlsrpt-report-reader.h"

#include <string.h>
#include <time.h>

#define SEPARATOR "From a@b.example Fri Jan  2 03:04:05 2026\n"
#define MESSAGE "Subject: x\n\nText\n"

#define HEADER "Received: by b.example\nFrom: a@b.example\nMIME-Version: 1.0\nSubject: x\n"
#define PARTS HEADER "Content-Type: multipart/report;\n boundary=b\n\nx\n\n--b\n" \
  "Content-Type: application/tlsrpt+gzip\n\nAAAA\n--b--\n"
#define BASE64 HEADER "Content-Type: application/tlsrpt+gzip\n" \
  "Content-Transfer-Encoding: base64\n\nAAAA\nAA==\n"

typedef struct
{
  const char *name;
  const char *text;
  guint       n_messages;
} Case;

/* RFC 4155: what begins a message, and what does not. */
static const Case cases[] = {
  { "one", SEPARATOR MESSAGE, 1 },
  { "two", SEPARATOR MESSAGE "\n" SEPARATOR MESSAGE, 2 },
  { "crlf", "From a@b.example Fri Jan  2 03:04:05 2026\r\nSubject: x\r\n\r\nText\r\n\r\n"
    "From a@b.example Fri Jan  2 03:04:05 2026\r\nSubject: x\r\n", 2 },
  { "empty-message-at-the-end", SEPARATOR MESSAGE "\n" SEPARATOR, 2 },
  { "no-address", SEPARATOR MESSAGE "\nFrom - Fri Jan  2 03:04:05 2026\n" MESSAGE, 2 },
  { "daemon", SEPARATOR MESSAGE "\nFrom MAILER-DAEMON Fri Jan  2 03:04:05 2026\n" MESSAGE, 2 },
  { "time-zone", SEPARATOR MESSAGE "\nFrom a@b Fri Jan  2 03:04:05 2026 +0100\n" MESSAGE, 2 },
  { "time-zone-before-the-year", SEPARATOR MESSAGE "\nFrom a@b Fri Jan 2 03:04 CET 2026\n" MESSAGE, 2 },
  { "uucp", SEPARATOR MESSAGE "\nFrom a Fri Jan  2 03:04 2026 remote from b\n" MESSAGE, 2 },
  { "date-of-a-header", SEPARATOR MESSAGE "\nFrom a@b Fri, 2 Jan 2026 03:04:05 +0000\n" MESSAGE, 2 },
  { "iso-date", SEPARATOR MESSAGE "\nFrom a@b 2026-01-02T03:04:05Z\n" MESSAGE, 2 },
  { "quoted-local-part", SEPARATOR MESSAGE "\nFrom \"a b\"@b.example Fri Jan  2 03:04:05 2026\n" MESSAGE,
    2 },
  { "empty-line-forgotten", SEPARATOR "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n--b--\n"
    SEPARATOR MESSAGE, 2 },

  { "in-a-sentence", SEPARATOR MESSAGE "\nFrom here on text.\n", 1 },
  { "address-in-a-sentence", SEPARATOR MESSAGE "\nFrom a@b.example we got this:\nSubject: x\n", 1 },
  { "date-in-a-sentence", SEPARATOR MESSAGE "\nFrom Jan 2 to Jan 3 2026, at 10:30, nothing.\n"
    "Note: x\n", 1 },
  { "no-date", SEPARATOR MESSAGE "\nFrom a@b.example\nSubject: x\n", 1 },
  { "no-time", SEPARATOR MESSAGE "\nFrom a@b.example Fri Jan 2 2026\nSubject: x\n", 1 },
  { "no-year", SEPARATOR MESSAGE "\nFrom a@b.example Fri Jan 2 03:04:05\nSubject: x\n", 1 },
  { "no-header-follows", SEPARATOR MESSAGE "\n" SEPARATOR "wrote this.\n", 1 },
  { "no-empty-line-before", SEPARATOR MESSAGE SEPARATOR MESSAGE, 1 },
  { "quoted", SEPARATOR MESSAGE "\n>" SEPARATOR MESSAGE, 1 },
  { "indented", SEPARATOR MESSAGE "\n " SEPARATOR MESSAGE, 1 },
  { "small-letters", SEPARATOR MESSAGE "\nfrom a@b.example Fri Jan  2 03:04:05 2026\n" MESSAGE, 1 },
  { "header-field", SEPARATOR "Subject: x\nFrom: a@b.example\n\nText\n", 1 },
  { "only-the-word", "From ", 1 },

  { "joined-is-no-mailbox", SEPARATOR MESSAGE "\n" HEADER "\nText\n", 1 },
};

/* Messages that were joined with nothing between them, and what only looks like it. */
static const Case joined[] = {
  { "one", PARTS, 1 },
  { "two", PARTS PARTS, 2 },
  { "three-with-empty-lines", PARTS "\n\n" PARTS "\n" PARTS, 3 },
  { "footer-behind-the-parts", PARTS "A list adds this\n" PARTS, 2 },
  { "no-parts", BASE64 BASE64, 2 },
  { "text-first", HEADER "\nHello\n" PARTS, 2 },
  { "parts-first", PARTS BASE64, 2 },
  { "mailbox-behind", PARTS "\n" SEPARATOR PARTS, 2 },
  { "crlf", "From: a@b\r\nMIME-Version: 1.0\r\n\r\nText\r\nFrom: a@b\r\n"
    "MIME-Version: 1.0\r\n\r\nText\r\n", 2 },

  { "message-in-a-part", HEADER "Content-Type: multipart/mixed; boundary=c\n\n--c\n"
    "Content-Type: message/rfc822\n\n" PARTS "\n--c\nContent-Type: text/plain\n\nx\n--c--\n", 1 },
  { "forwarded", HEADER "Content-Type: message/rfc822\n\n" BASE64, 1 },
  { "header-in-a-text-part", HEADER "Content-Type: multipart/mixed; boundary=c\n\n--c\n\n" HEADER
    "\nText\n--c--\n", 1 },
  { "no-author", PARTS "MIME-Version: 1.0\nSubject: x\n\nText\n", 1 },
  { "no-text", PARTS "From: a@b.example\nMIME-Version: 1.0\n", 1 },
  { "quoted-by-a-mail-program", HEADER "\nOn Monday:\n> From: a@b.example\n> MIME-Version: 1.0\n>\n", 1 },
  { "outlook", HEADER "\nFrom: a@b.example\nSent: Monday\nTo: c@d.example\n\nText\n", 1 },
};

static void
test_recognise (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (tlsrpt_report_mbox_recognise ((const guint8 *) cases[i].text,
                                                 strlen (cases[i].text)));
  for (gsize i = 0; i < G_N_ELEMENTS (joined); i++)
    g_assert_false (tlsrpt_report_mbox_recognise ((const guint8 *) joined[i].text,
                                                  strlen (joined[i].text)));
}

static void
test_case (gconstpointer user_data)
{
  const Case *c = user_data;
  const char *text = c->text;
  gsize size = strlen (text);
  TlsrptReportMbox mbox;
  const guint8 *message;
  gsize length;
  guint n = 0;

  tlsrpt_report_mbox_init (&mbox, (const guint8 *) text, size);
  while (tlsrpt_report_mbox_next (&mbox, &message, &length))
    {
      g_assert_true (message >= (const guint8 *) text);
      g_assert_true (message + length <= (const guint8 *) text + size);
      n++;
    }

  g_assert_cmpuint (n, ==, c->n_messages);
}

/* How long it takes to read it, in seconds of the processor. */
static double
measure (GString *file)
{
  g_autoptr (TlsrptReportReader) reader = tlsrpt_report_reader_new ();
  g_autoptr (GPtrArray) reports =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  g_autoptr (GPtrArray) faults =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_fault_free);
  clock_t begin = clock ();

  tlsrpt_report_reader_read_data (reader, "mbox", (const guint8 *) file->str, file->len,
                                  file->allocated_len, reports, faults);
  g_assert_cmpuint (faults->len, >, 0);

  return (double) (clock () - begin) / CLOCKS_PER_SEC;
}

/* Messages that are within all limits, of which there are as many as a file can hold. */
static GString *
make_messages (const char *field,
               guint       n_fields,
               gsize       size)
{
  g_autoptr (GString) message = g_string_new (SEPARATOR);
  GString *file = g_string_new (NULL);

  for (guint i = 0; i < n_fields; i++)
    g_string_append (message, field);
  g_string_append (message, "\nText\n\n");

  do
    g_string_append_len (file, message->str, (gssize) message->len);
  while (file->len + message->len <= size);

  return file;
}

/* What is allowed in one message is not allowed in each of a thousand. */
static void
test_limits (gconstpointer user_data)
{
  const char *field = user_data;
  guint n_parameters = 0;
  guint n_fields;
  g_autoptr (GString) one = NULL;
  g_autoptr (GString) many = NULL;

  for (const char *p = field; *p != '\0'; p++)
    n_parameters += *p == ';';
  n_fields = n_parameters > 0 ? TLSRPT_LIMIT_MAIL_ALL_PARAMETERS / n_parameters
                              : TLSRPT_LIMIT_MAIL_FIELDS;

  one = make_messages (field, n_fields, 0);
  many = make_messages (field, 32 * 1024 / (guint) strlen (field),
                        TLSRPT_LIMIT_REPORT_FILE);
  g_assert_cmpfloat (measure (many), <, 5 * measure (one) + 0.1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report-mbox/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (joined); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report-mbox/joined/%s", joined[i].name);

      g_test_add_data_func (path, &joined[i], test_case);
    }

  g_test_add_func ("/report-mbox/recognise", test_recognise);
  g_test_add_data_func ("/report-mbox/limits/fields", "a:b\n", test_limits);
  g_test_add_data_func ("/report-mbox/limits/content", "Content-Id: a\n", test_limits);
  g_test_add_data_func ("/report-mbox/limits/parameters",
                        "Content-Type: text/plain;a=b;c=d;e=f;g=h;i=j;k=l;m=n;o=p;q=r;s=t\n",
                        test_limits);

  return g_test_run ();
}
