/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "report-shorthand.h"
#include "tlsrpt-error.h"
#include "tlsrpt-report-reader.h"

#include <string.h>

/* Messages as they are sent, forwarded, saved and pasted.  “JSON” in a text stands for a
 * report, “BASE64” for one in base64. */

#define HEAD "From: a@b.example\nSubject: Report\n"
#define MULTIPART(type) HEAD "MIME-Version: 1.0\nContent-Type: multipart/" type "; boundary=x\n\n"
#define PART(type) "--x\nContent-Type: " type "\n\n"
#define END "\n--x--\n"
/* The beginning of signed and of encrypted data */
#define CMS(type) "MIAGCSqGSIb3DQEH" type "AAAAAAAAAAAAAAAA"

typedef struct
{
  const char *name;
  const char *text;
  guint       n_reports;
  int         code; /* of TlsrptError, of the only fault, or -1 for none */
  const char *word; /* what it says */
} Case;

static const Case cases[] = {
  /* A report within the text for people */
  { "plain-text", HEAD "Content-Type: text/plain\n\nJSON\n", 1, -1, NULL },
  { "plain-text-in-a-list", HEAD "\n[JSON]\n", 1, -1, NULL },
  { "plain-text-around", HEAD "\nHello,\nthis came today:\n\nJSON\n\nRegards\n", 1, -1, NULL },
  { "plain-text-indented", HEAD "\nSee below.\n  JSON\n", 1, -1, NULL },
  { "plain-text-two", HEAD "\nBoth:\nJSON\nJSON\n", 2, -1, NULL },
  { "plain-text-part", MULTIPART ("mixed") PART ("text/html") "<p>Hello</p>\n"
    PART ("text/plain") "JSON" END, 1, -1, NULL },
  { "plain-text-base64", HEAD "\nBASE64\n", 1, -1, NULL },
  { "prose", HEAD "\nThe \"policies\" of our company\n", 0, TLSRPT_ERROR_REPORT_NONE, "does not" },
  { "bracket", HEAD "\n[A note]\nHello\n", 0, TLSRPT_ERROR_REPORT_NONE, "does not" },

  /* A header that was lost on the way */
  { "attachment-without-encoding", MULTIPART ("mixed")
    "--x\nContent-Type: application/tlsrpt+json\n\nBASE64" END, 1, -1, NULL },
  { "base64-alone", "BASE64", 1, -1, NULL },
  { "base64-with-spaces", "BASE64\r\n\r\n", 1, -1, NULL },

  /* Apple Mail */
  { "emlx", "LENGTH\n" HEAD "\nJSON\n<?xml version=\"1.0\"?><plist/>\n", 1, -1, NULL },
  { "emlx-blanks", "9999      \r\n" HEAD "\nJSON\n", 1, -1, NULL },
  { "emlx-without-report", "60\n" HEAD "\nHello\n", 0, TLSRPT_ERROR_REPORT_NONE, "does not" },
  { "number", "123", 0, TLSRPT_ERROR_REPORT, "Not a" },
  { "number-then-text", "123\nabc\n", 0, TLSRPT_ERROR_REPORT, "Not a" },

  /* What only a mail program can open */
  { "smime-encrypted", HEAD "Content-Type: application/pkcs7-mime; name=smime.p7m\n"
    "Content-Transfer-Encoding: base64\n\n" CMS ("A6CA") "\n", 0, TLSRPT_ERROR_REPORT_WRAPPED,
    "encrypted" },
  { "smime-signed", HEAD "Content-Type: application/x-pkcs7-mime\n"
    "Content-Transfer-Encoding: base64\n\n" CMS ("AqCA") "\n", 0, TLSRPT_ERROR_REPORT_WRAPPED,
    "encrypted" },
  { "smime-within", MULTIPART ("mixed") PART ("text/plain") "Hello\n"
    "--x\nContent-Type: application/pkcs7-mime\nContent-Transfer-Encoding: base64\n\n"
    CMS ("A6CA") END, 0, TLSRPT_ERROR_REPORT_WRAPPED, "encrypted" },
  { "pgp-mime", MULTIPART ("encrypted") PART ("application/pgp-encrypted") "Version: 1\n"
    PART ("application/octet-stream") "-----BEGIN PGP MESSAGE-----\n\nabc\n" END, 0,
    TLSRPT_ERROR_REPORT_WRAPPED, "encrypted" },
  { "pgp-text", HEAD "\n-----BEGIN PGP MESSAGE-----\n\nabc\n", 0, TLSRPT_ERROR_REPORT_WRAPPED,
    "encrypted" },
  { "pgp-file", "-----BEGIN PGP MESSAGE-----\n\nabc\n", 0, TLSRPT_ERROR_REPORT_WRAPPED,
    "encrypted" },
  { "smime-file", "-----BEGIN PKCS7-----\nabc\n", 0, TLSRPT_ERROR_REPORT_WRAPPED, "encrypted" },
  /* A signature beside it hides nothing. */
  { "signed", MULTIPART ("signed") PART ("application/tlsrpt+json") "JSON\n"
    "--x\nContent-Type: application/pkcs7-signature; name=smime.p7s\n"
    "Content-Transfer-Encoding: base64\n\n" CMS ("AqCA") END, 1, -1, NULL },
  { "signed-without-report", MULTIPART ("signed") PART ("text/plain") "Hello\n"
    "--x\nContent-Type: application/pkcs7-signature; name=smime.p7s\n"
    "Content-Transfer-Encoding: base64\n\n" CMS ("AqCA") END, 0, TLSRPT_ERROR_REPORT_NONE,
    "does not" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (TlsrptReportReader) reader = tlsrpt_report_reader_new ();
  g_autoptr (GPtrArray) reports =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_unref);
  g_autoptr (GPtrArray) faults =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_report_fault_free);
  g_autofree char *json = report_shorthand_to_json ("G id-1 02 sts b.example 5/3 x@mx.b.example=3");
  g_autofree char *base64 = g_base64_encode ((const guchar *) json, strlen (json));
  g_autofree char *length = g_strdup_printf ("%zu", strlen (HEAD "\n") + strlen (json));
  g_autoptr (GString) text = g_string_new (c->text);

  g_string_replace (text, "JSON", json, 0);
  g_string_replace (text, "BASE64", base64, 0);
  g_string_replace (text, "LENGTH", length, 0);

  tlsrpt_report_reader_read_data (reader, "file", text->str, text->len, text->len, reports, faults);

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", ((TlsrptReportFault *) g_ptr_array_index (faults, i))->error->message);
  g_assert_cmpuint (reports->len, ==, c->n_reports);
  g_assert_cmpuint (faults->len, ==, c->code >= 0);

  if (c->code >= 0)
    {
      const TlsrptReportFault *fault = g_ptr_array_index (faults, 0);

      g_assert_error (fault->error, TLSRPT_ERROR, c->code);
      g_assert_nonnull (strstr (fault->error->message, c->word));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report-mail/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
