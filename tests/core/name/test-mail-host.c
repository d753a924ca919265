/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-error.h"
#include "tlsrpt-mail-host.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *host; /* NULL: must be refused, with the code */
  int         code;
} Case;

static const Case cases[] = {
  { "plain", "mx1.example.com", "mx1.example.com", 0 },
  { "case", "MX1.Example.COM", "mx1.example.com", 0 },
  { "final-dot", "mx1.example.com.", "mx1.example.com", 0 },
  { "white-space", " \tmx1.example.com\n", "mx1.example.com", 0 },
  { "internationalized", "mx.bücher.example", "mx.xn--bcher-kva.example", 0 },
  { "answer-of-dig", "10 mx1.example.com.", "mx1.example.com", 0 },
  { "answer-with-tab", "0\tmx1.example.com.", "mx1.example.com", 0 },
  { "digits-in-name", "10.mx.example.com", "10.mx.example.com", 0 },

  { "empty", "", NULL, TLSRPT_ERROR_EMPTY },
  { "blank", " \t", NULL, TLSRPT_ERROR_EMPTY },
  { "preference-alone", "10", NULL, TLSRPT_ERROR_DOMAIN_EMPTY_LABEL },
  { "preference-and-space", "10 ", NULL, TLSRPT_ERROR_DOMAIN_EMPTY_LABEL },
  { "preference-and-tab", "1\t", NULL, TLSRPT_ERROR_DOMAIN_EMPTY_LABEL },
  { "preference-between", " 10  ", NULL, TLSRPT_ERROR_DOMAIN_EMPTY_LABEL },
  { "preference-and-no-break-space", "10\u00a0", NULL, TLSRPT_ERROR_DOMAIN_EMPTY_LABEL },
  { "number", "10.", NULL, TLSRPT_ERROR_DOMAIN_IP_ADDRESS },
  { "null-mx", "0 .", NULL, TLSRPT_ERROR_DOMAIN_EMPTY_LABEL },
  { "two-hosts", "10 a.example.com. 20 b.example.com.", NULL, TLSRPT_ERROR_CHARACTER },
  { "shell", "$(reboot).example.com", NULL, TLSRPT_ERROR_CHARACTER },
  { "option", "-x", NULL, TLSRPT_ERROR_DOMAIN_HYPHEN },
  { "ip-address", "192.0.2.1", NULL, TLSRPT_ERROR_DOMAIN_IP_ADDRESS },
  { "not-utf-8", "mx\xff.example.com", NULL, TLSRPT_ERROR_ENCODING },
};

static void
test_to_ascii (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *host = tlsrpt_mail_host_to_ascii (c->text, &error);

  g_assert_cmpstr (host, ==, c->host);

  if (c->host != NULL)
    g_assert_no_error (error);
  else
    g_assert_error (error, TLSRPT_ERROR, c->code);
}

static void
test_too_long (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  while (text->len < 1000000)
    g_string_append (text, "mx1.");

  g_assert_null (tlsrpt_mail_host_to_ascii (text->str, &error));
  g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_TOO_LONG);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/mail-host/to-ascii/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_to_ascii);
    }

  g_test_add_func ("/mail-host/too-long", test_too_long);

  return g_test_run ();
}
