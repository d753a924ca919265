/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-error.h"
#include "tlsrpt-export-hosts.h"
#include "tlsrpt-limits.h"

#include <string.h>

#define L60 "a23456789-123456789-123456789-123456789-123456789-12345678z."

typedef struct
{
  const char *name;
  const char *text;
  const char *hosts;
} Case;

/* The domain is mail.example.com. */
static const Case cases[] = {
  { "empty", "", "" },
  { "blank", " \n\t,\r\n,", "" },
  { "lines", "mx1.example.com\nmx2.example.com\n", "mx1.example.com mx2.example.com" },
  { "crlf", "mx1.example.com\r\nmx2.example.com", "mx1.example.com mx2.example.com" },
  { "cr", "mx1.example.com\rmx2.example.com", "mx1.example.com mx2.example.com" },
  { "commas", "mx1.example.com, mx2.example.com,", "mx1.example.com mx2.example.com" },
  { "order", "b.example.com,a.example.com", "b.example.com a.example.com" },
  { "canonical", "MX.Example.com.", "mx.example.com" },
  { "preference", "10 mx.example.com", "mx.example.com" },
  { "unicode", "bücher.example", "xn--bcher-kva.example" },
  { "twice", "mx.example.com,MX.example.com.,mx.example.com", "mx.example.com" },
  { "the-domain", "mail.example.com,mx.example.com", "mx.example.com" },
};

static void
test_parse (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hosts = tlsrpt_export_hosts_parse (c->text, "mail.example.com", &error);
  g_autofree char *joined = NULL;

  g_assert_no_error (error);
  g_ptr_array_add (hosts, NULL);
  joined = g_strjoinv (" ", (char **) hosts->pdata);
  g_assert_cmpstr (joined, ==, c->hosts);
}

/* As long as there is none, no server is left out as the domain. */
static void
test_no_domain (void)
{
  g_autoptr (GPtrArray) hosts = tlsrpt_export_hosts_parse ("mail.example.com", NULL, NULL);

  g_assert_cmpuint (hosts->len, ==, 1);
}

typedef struct
{
  const char *name;
  const char *text;
  int         code;
  const char *lines; /* a part of each line of the message */
} Wrong;

/* Each fault is told, and no server is left out in silence. */
static const Wrong wrongs[] = {
  { "underscore", "m_x.example.com", TLSRPT_ERROR_CHARACTER, "m_x.example.com" },
  { "address", "192.0.2.1", TLSRPT_ERROR_DOMAIN_IP_ADDRESS, "192.0.2.1" },
  { "encoding", "mx\xff.example.com", TLSRPT_ERROR_ENCODING, "UTF-8" },
  /* A name in DNS, but with the prefix none any more. */
  { "too-long", L60 L60 L60 L60 "example", TLSRPT_ERROR_TOO_LONG, "bytes" },
  { "all", "m_x.example.com,a.example.com,192.0.2.1,mx", TLSRPT_ERROR_CHARACTER,
    "m_x.example.com 192.0.2.1 mx" },
};

static void
test_wrong (gconstpointer data)
{
  const Wrong *c = data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) expected = g_strsplit (c->lines, " ", -1);
  g_auto (GStrv) lines = NULL;

  g_assert_null (tlsrpt_export_hosts_parse (c->text, NULL, &error));
  g_assert_error (error, TLSRPT_ERROR, c->code);

  lines = g_strsplit (error->message, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (expected));
  for (gsize i = 0; lines[i] != NULL; i++)
    g_assert_nonnull (strstr (lines[i], expected[i]));
}

/* As many as there may be, each of them twice, and one more. */
static void
test_too_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hosts = NULL;

  for (int i = 0; i < TLSRPT_LIMIT_EXPORT_HOSTS; i++)
    g_string_append_printf (text, "mx%d.example.com\nmx%d.example.com\n", i, i);
  hosts = tlsrpt_export_hosts_parse (text->str, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hosts->len, ==, TLSRPT_LIMIT_EXPORT_HOSTS);

  g_string_append (text, "mx.example.com");
  g_assert_null (tlsrpt_export_hosts_parse (text->str, NULL, &error));
  g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_TOO_MANY);
}

static void
test_too_long (void)
{
  g_autoptr (GString) text = g_string_new ("mx.example.com");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hosts = NULL;

  while (text->len < TLSRPT_LIMIT_INPUT)
    g_string_append_c (text, ' ');
  hosts = tlsrpt_export_hosts_parse (text->str, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hosts->len, ==, 1);

  g_string_append_c (text, ' ');
  g_assert_null (tlsrpt_export_hosts_parse (text->str, NULL, &error));
  g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_TOO_LONG);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/export-hosts/parse/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_parse);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (wrongs); i++)
    {
      g_autofree char *path = g_strconcat ("/export-hosts/wrong/", wrongs[i].name, NULL);

      g_test_add_data_func (path, &wrongs[i], test_wrong);
    }

  g_test_add_func ("/export-hosts/no-domain", test_no_domain);
  g_test_add_func ("/export-hosts/too-many", test_too_many);
  g_test_add_func ("/export-hosts/too-long", test_too_long);

  return g_test_run ();
}
