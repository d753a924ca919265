/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-redirect.h"

/* What stands before a link, and what is left of it; NULL if it stays as it is. */
static const struct
{
  const char *text;
  const char *plain;
} cases[] = {
  { "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fr.example%2Fa&data=05%7C02&"
    "reserved=0", "https://r.example/a" },
  { "https://eur01.safelinks.protection.outlook.com/ap/t-59584e83/?url=https%3A%2F%2Fr.example%2F"
    "a%3Fb%3Dc&data=x", "https://r.example/a?b=c" },
  { "https://nam02.safelinks.protection.outlook.com/?data=x&url=mailto%3Aa%40b.example",
    "mailto:a@b.example" },
  { "https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url="
    "https%3A%2F%2Fr.example%2Fa&locale=de", "https://r.example/a" },
  { "https://urldefense.proofpoint.com/v1/url?u=https%3A%2F%2Fr.example%2Fa&k=x",
    "https://r.example/a" },
  { "https://urldefense.proofpoint.com/v2/url?u=https-3A__r.example_a-2Db&d=x&c=y",
    "https://r.example/a-b" },
  { "https://urldefense.com/v3/__https://r.example/a__;!!abc!xyz$", "https://r.example/a" },
  { "https://protect.checkpoint.com/v2/___https://r.example/a___.YXAzOmFiYw",
    "https://r.example/a" },
  { "https://protect.checkpoint.com/v2/r02/___https://r.example/a___.YXAzOmFiYw",
    "https://r.example/a" },
  { "https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fr.example%2fa&c=E,1,x",
    "https://r.example/a" },
  { "https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fr.example%2fa&c=E,1,x,mailto:a@b.example",
    "https://r.example/a,mailto:a@b.example" },
  { "https://secure-web.cisco.com/1AbC-dEf/https%3A%2F%2Fr.example%2Fa", "https://r.example/a" },
  { "https://www.google.com/url?q=https://r.example/a&sa=D", "https://r.example/a" },
  { "https://www.google.com/url?sa=t&url=https%3A%2F%2Fr.example%2Fa&usg=x", "https://r.example/a" },
  { "https://slack-redir.net/link?url=https%3A%2F%2Fr.example%2Fa", "https://r.example/a" },
  { "https://deref-gmx.net/mail/client/x/dereferrer/?redirectUrl=https%3A%2F%2Fr.example%2Fa",
    "https://r.example/a" },
  { "v=TLSRPTv1; rua=https://l.facebook.com/l.php?u=https%3A%2F%2Fr.example%2Fa,mailto:a@b.example",
    "v=TLSRPTv1; rua=https://r.example/a,mailto:a@b.example" },
  /* One service that leads to another. */
  { "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3D"
    "https%253A%252F%252Fr.example%252Fa&data=x", "https://r.example/a" },
  /* A comma and a semicolon stay encoded, for a record needs them so. */
  { "https://slack-redir.net/link?url=https%3A%2F%2Fr.example%2Fa%2Cb%3Bc%21d",
    "https://r.example/a%2Cb%3Bc%21d" },
  /* What is not certain stays. */
  { "https://r.example/?url=https%3A%2F%2Fother.example%2Fa", NULL },
  { "https://safelinks.protection.outlook.com.r.example/?url=https%3A%2F%2Fother.example%2Fa", NULL },
  { "https://eur01.safelinks.protection.outlook.com/?url=javascript%3Aalert", NULL },
  { "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fr.example%2", NULL },
  { "https://eur01.safelinks.protection.outlook.com/?data=x", NULL },
  { "https://urldefense.com/v3/__https://r.example/*a__;Iw!!abc!xyz$", NULL },
  { "https://protect-us.mimecast.com/s/AbCd?domain=r.example", NULL },
  { "https://www.google.com/search?q=https://r.example/a", NULL },
  { "://", NULL },
  { "https://", NULL },
  { "", NULL },
};

static void
test_redirect (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GString) text = g_string_new (cases[i].text);
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 end = text->len;

  for (guint32 at = 0; at <= end; at++)
    g_array_append_val (offsets, at);

  g_assert_cmpint (tlsrpt_redirect_remove (text, offsets), ==, cases[i].plain != NULL);
  g_assert_cmpstr (text->str, ==, cases[i].plain != NULL ? cases[i].plain : cases[i].text);

  /* Every octet still comes from somewhere, one after the other. */
  g_assert_cmpuint (offsets->len, ==, text->len + 1);
  g_assert_cmpuint (g_array_index (offsets, guint32, text->len), ==, end);
  for (guint j = 1; j < offsets->len; j++)
    g_assert_cmpuint (g_array_index (offsets, guint32, j - 1), <=,
                      g_array_index (offsets, guint32, j));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/redirect/%zu", i);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_redirect);
    }

  return g_test_run ();
}
