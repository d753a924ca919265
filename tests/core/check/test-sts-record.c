/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dns-message.h"
#include "tlsrpt-error.h"
#include "tlsrpt-sts-record.h"

#include <string.h>

#define NAME "_mta-sts.example.com"
#define ID_32 "12345678901234567890123456789012"

typedef struct
{
  const char *name;
  const char *text;
  const char *id; /* NULL: must be refused */
} Case;

static const Case cases[] = {
  { "plain", "v=STSv1; id=20260101T000000", "20260101T000000" },
  { "no-space", "v=STSv1;id=1", "1" },
  { "final-semicolon", "v=STSv1; id=1;", "1" },
  { "final-semicolon-and-space", "v=STSv1; id=1 ; \t", "1" },
  { "space-before-semicolon", "v=STSv1 ; id=1", "1" },
  { "longest-id", "v=STSv1; id=" ID_32, ID_32 },
  { "extension", "v=STSv1; x-1=a/b,c; id=1", "1" },
  { "extension-after", "v=STSv1; id=1; x=y", "1" },
  { "two-ids", "v=STSv1; id=1; id=2", "1" },

  { "empty", "", NULL },
  { "only-version", "v=STSv1", NULL },
  { "only-version-semicolon", "v=STSv1;", NULL },
  { "no-id", "v=STSv1; x=y", NULL },
  { "version-case", "v=stsv1; id=1", NULL },
  { "version-2", "v=STSv2; id=1", NULL },
  { "version-not-first", "id=1; v=STSv1", NULL },
  { "space-first", " v=STSv1; id=1", NULL },
  { "space-last", "v=STSv1; id=1 ", NULL },
  { "two-semicolons", "v=STSv1;; id=1", NULL },
  { "two-semicolons-at-the-end", "v=STSv1; id=1;;", NULL },
  { "id-empty", "v=STSv1; id=", NULL },
  { "id-too-long", "v=STSv1; id=" ID_32 "3", NULL },
  { "id-hyphen", "v=STSv1; id=2026-01-01", NULL },
  { "id-space", "v=STSv1; id= 1", NULL },
  { "id-case", "v=STSv1; ID=1", NULL },
  { "extension-equals", "v=STSv1; id=1; x=a=b", NULL },
  { "extension-no-value", "v=STSv1; id=1; x=", NULL },
  { "extension-name", "v=STSv1; id=1; -x=y", NULL },
  { "comma", "v=STSv1, id=1", NULL },
  { "escape", "v=STSv1; id=\033[2J", NULL },
  { "high", "v=STSv1; id=1; x=\xff", NULL },
};

static void
test_parse (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_memdup2 (c->text, strlen (c->text));
  g_autofree char *id = tlsrpt_sts_record_parse (c->text[0] == '\0' ? "" : text, strlen (c->text),
                                                 &error);

  g_assert_cmpstr (id, ==, c->id);
  if (c->id != NULL)
    {
      g_assert_no_error (error);
    }
  else
    {
      g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_STS_RECORD);
      g_assert_null (strchr (error->message, '\033'));
    }
}

static void
test_nul (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tlsrpt_sts_record_parse ("v=STSv1; id=1\0;", 15, &error));
  g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_STS_RECORD);
}

static char *
find (GError     **error,
      const char  *first,
      const char  *second)
{
  g_autoptr (GByteArray) message = dns_message_new (NAME, TLSRPT_RESOURCE_TXT, 0);
  g_autoptr (TlsrptAnswer) answer = NULL;

  if (first != NULL)
    dns_message_add_text (message, NAME, 60, first);
  if (second != NULL)
    dns_message_add_text (message, NAME, 60, second);
  answer = tlsrpt_answer_new (NAME, TLSRPT_RESOURCE_TXT, message->data, message->len);

  return tlsrpt_sts_record_find (answer, error);
}

static void
test_find (void)
{
  g_autoptr (GError) none = NULL;
  g_autoptr (GError) other = NULL;
  g_autoptr (GError) several = NULL;
  g_autofree char *id = find (NULL, "v=spf1 -all", "v=STSv1; id=|7");

  g_assert_cmpstr (id, ==, "7");

  g_assert_null (find (&none, NULL, NULL));
  g_assert_error (none, TLSRPT_ERROR, TLSRPT_ERROR_EMPTY);

  /* The space before the semicolon is grammatical, yet discarded. */
  g_assert_null (find (&other, "v=STSv1 ; id=7", "v=STSv1"));
  g_assert_error (other, TLSRPT_ERROR, TLSRPT_ERROR_EMPTY);

  g_assert_null (find (&several, "v=STSv1; id=1", "v=STSv1; id=2"));
  g_assert_error (several, TLSRPT_ERROR, TLSRPT_ERROR_SEVERAL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sts-record/parse/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_parse);
    }

  g_test_add_func ("/sts-record/parse/nul", test_nul);
  g_test_add_func ("/sts-record/find", test_find);

  return g_test_run ();
}
