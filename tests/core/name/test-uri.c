/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-uri.h"

/* Where the URI ends, and what it is. */
typedef struct
{
  const char     *text;
  TlsrptUriFault  fault;
  gsize           length; /* as far as it was read */
  gboolean        usable;
} Case;

#define WHOLE(text) text, TLSRPT_URI_OK, sizeof text - 1

static const Case cases[] = {
  { WHOLE ("mailto:tls@example.com"), TRUE },
  { WHOLE ("MAILTO:tls@example.com"), TRUE },
  { WHOLE ("mailto:tls+rpt@example.com"), TRUE },
  { WHOLE ("mailto:a%21b@example.com"), TRUE },
  { WHOLE ("mailto:%22a%20b%22@example.com"), TRUE },
  { WHOLE ("mailto:a@xn--bcher-kva.example"), TRUE },
  { WHOLE ("mailto:a@localhost"), TRUE },
  { WHOLE ("mailto:a@example.com?subject=x"), TRUE },
  { WHOLE ("mailto:"), FALSE },
  { WHOLE ("mailto:@example.com"), FALSE },
  { WHOLE ("mailto:a@"), FALSE },
  { WHOLE ("mailto:example.com"), FALSE },
  { WHOLE ("mailto:a@b@example.com"), FALSE },
  { WHOLE ("mailto:.a@example.com"), FALSE },
  { WHOLE ("mailto:a.@example.com"), FALSE },
  { WHOLE ("mailto:a..b@example.com"), FALSE },
  { WHOLE ("mailto:a@example.com."), FALSE },
  { WHOLE ("mailto:a@.example.com"), FALSE },
  { WHOLE ("mailto:a@-example.com"), FALSE },
  { WHOLE ("mailto:a@example-.com"), FALSE },
  { WHOLE ("mailto:a@exa_mple.com"), FALSE },
  { WHOLE ("mailto:a%00@example.com"), FALSE },
  { WHOLE ("mailto:a%2Cb@example.com"), FALSE },
  { WHOLE ("mailto:a%40example.com"), FALSE }, /* RFC 6068 section 2: “@” as it is */
  { WHOLE ("mailto:a@b%40example.com"), FALSE },
  { WHOLE ("mailto:%22a%40b%22@example.com"), TRUE },
  { WHOLE ("mailto:%22@example.com"), FALSE },
  { WHOLE ("mailto:%22%22@example.com"), FALSE },
  { WHOLE ("mailto:%22a%5C%22@example.com"), FALSE },
  { WHOLE ("mailto://a@example.com"), FALSE },
  { WHOLE ("mailto:?subject=x"), FALSE },

  { WHOLE ("https://example.com"), TRUE },
  { WHOLE ("https://example.com/"), TRUE },
  { WHOLE ("HttpS://example.com/a/b"), TRUE },
  { WHOLE ("https://user:pass@example.com:8443/a?b=c/?#d/?"), TRUE },
  { WHOLE ("https://@example.com"), TRUE },
  { WHOLE ("https://192.0.2.1/"), TRUE },
  { WHOLE ("https://999.999.999.999/"), TRUE }, /* a reg-name */
  { WHOLE ("https://exa%20mple/"), TRUE },
  { WHOLE ("https://exa_mple.com/"), TRUE },
  { WHOLE ("https://example.com?"), TRUE },
  { WHOLE ("https://example.com#"), TRUE },
  { WHOLE ("https://example.com//a//"), TRUE },
  { WHOLE ("https://example.com:/"), TRUE },
  { WHOLE ("https://example.com:65535/"), TRUE },
  { WHOLE ("https://example.com:00443/"), TRUE },
  { WHOLE ("https://example.com:0/"), FALSE },
  { WHOLE ("https://example.com:65536/"), FALSE },
  { WHOLE ("https://example.com:99999999999999999999/"), FALSE },
  { WHOLE ("https://"), FALSE },
  { WHOLE ("https:///x"), FALSE },
  { WHOLE ("https://:443/"), FALSE },
  { WHOLE ("https://user@/"), FALSE },
  { WHOLE ("https:example.com"), FALSE },
  { WHOLE ("https:/example.com"), FALSE },
  { WHOLE ("https:"), FALSE },
  { WHOLE ("http://example.com/"), FALSE },
  { WHOLE ("urn:example:a"), FALSE },
  { WHOLE ("a+b-c.d:x"), FALSE },

  /* RFC 3986 section 3.2.2 */
  { WHOLE ("https://[::]/"), TRUE },
  { WHOLE ("https://[::1]"), TRUE },
  { WHOLE ("https://[2001:db8::1]:8443/"), TRUE },
  { WHOLE ("https://[1:2:3:4:5:6:7:8]/"), TRUE },
  { WHOLE ("https://[1:2:3:4:5:6:192.0.2.1]/"), TRUE },
  { WHOLE ("https://[::ffff:192.0.2.1]/"), TRUE },
  { WHOLE ("https://[1:2:3:4:5:6:7::]/"), TRUE },
  { WHOLE ("https://[::2:3:4:5:6:7:8]/"), TRUE },
  { WHOLE ("https://[v1.a:b]/"), TRUE },
  { WHOLE ("https://[VF.~]/"), TRUE },
  { "https://[]/", TLSRPT_URI_IP_LITERAL, 8, FALSE },
  { "https://[::::]/", TLSRPT_URI_IP_LITERAL, 8, FALSE },
  { "https://[::1", TLSRPT_URI_IP_LITERAL, 8, FALSE },
  { "https://[1:2:3:4:5:6:7]/", TLSRPT_URI_IP_LITERAL, 8, FALSE },
  { "https://[1:2:3:4:5:6:7:8:9]/", TLSRPT_URI_IP_LITERAL, 8, FALSE },
  { "https://[1::2::3]/", TLSRPT_URI_IP_LITERAL, 8, FALSE },
  { "https://[1:2:3:4::5:6:7:8]/", TLSRPT_URI_IP_LITERAL, 8, FALSE },
  { "https://[12345::]/", TLSRPT_URI_IP_LITERAL, 8, FALSE },
  { "https://[::192.0.2.256]/", TLSRPT_URI_IP_LITERAL, 8, FALSE },
  { "https://[::192.0.02.1]/", TLSRPT_URI_IP_LITERAL, 8, FALSE },
  { "https://[fe80::1%25eth0]/", TLSRPT_URI_IP_LITERAL, 8, FALSE },
  { "https://[192.0.2.1]/", TLSRPT_URI_IP_LITERAL, 8, FALSE },
  { "https://[v.a]/", TLSRPT_URI_IP_LITERAL, 8, FALSE },
  { "https://[v1.]/", TLSRPT_URI_IP_LITERAL, 8, FALSE },
  { "https://[vg.a]/", TLSRPT_URI_IP_LITERAL, 8, FALSE },
  { "https://[v1a]/", TLSRPT_URI_IP_LITERAL, 8, FALSE },
  { "https://[1234:1234:1234:1234:1234:1234:123.123.123.123:1]", TLSRPT_URI_IP_LITERAL, 8, FALSE },

  { "https://example.com:8o/", TLSRPT_URI_PORT, 21, FALSE },
  { "https://example.com:%38/", TLSRPT_URI_PORT, 20, FALSE },
  { "https://a:b:c/", TLSRPT_URI_PORT, 10, FALSE },

  { "", TLSRPT_URI_NO_SCHEME, 0, FALSE },
  { ":a", TLSRPT_URI_NO_SCHEME, 0, FALSE },
  { "1a:b", TLSRPT_URI_NO_SCHEME, 0, FALSE },
  { "//example.com/", TLSRPT_URI_NO_SCHEME, 0, FALSE },
  { "a_b:c", TLSRPT_URI_NO_SCHEME, 1, FALSE },
  { "tls@example.com", TLSRPT_URI_NO_SCHEME, 3, FALSE },
  { "noscheme", TLSRPT_URI_NO_SCHEME, 8, FALSE },

  { "mailto:a%", TLSRPT_URI_PERCENT, 8, FALSE },
  { "mailto:a%2", TLSRPT_URI_PERCENT, 8, FALSE },
  { "mailto:a%zz@b", TLSRPT_URI_PERCENT, 8, FALSE },
  { "https://a/?%0g", TLSRPT_URI_PERCENT, 11, FALSE },
  { "https://a/#%g0", TLSRPT_URI_PERCENT, 11, FALSE },
  { "https://a%/", TLSRPT_URI_PERCENT, 9, FALSE },

  /* What follows is no part of the URI. */
  { "mailto:a@b.c,d", TLSRPT_URI_OK, 12, TRUE },
  { "mailto:a@b.c;d", TLSRPT_URI_OK, 12, TRUE },
  { "mailto:a@b.c!d", TLSRPT_URI_OK, 12, TRUE },
  { "mailto:a@b.c d", TLSRPT_URI_OK, 12, TRUE },
  { "mailto:a@b.c\x7f", TLSRPT_URI_OK, 12, TRUE },
  { "mailto:a@b.c\xc3\xa4", TLSRPT_URI_OK, 12, TRUE },
  { "https://a/b\"c", TLSRPT_URI_OK, 11, TRUE },
  { "https://a/b<c", TLSRPT_URI_OK, 11, TRUE },
  { "https://a/b\\c", TLSRPT_URI_OK, 11, TRUE },
  { "https://a/b^c", TLSRPT_URI_OK, 11, TRUE },
  { "https://a/b`c", TLSRPT_URI_OK, 11, TRUE },
  { "https://a/b{c", TLSRPT_URI_OK, 11, TRUE },
  { "https://a/b|c", TLSRPT_URI_OK, 11, TRUE },
  { "https://a/[b", TLSRPT_URI_OK, 10, TRUE },
  { "https://a/?b[c", TLSRPT_URI_OK, 12, TRUE },
  { "https://a/#b#c", TLSRPT_URI_OK, 12, TRUE },
  { "https://a@b@c/", TLSRPT_URI_OK, 11, TRUE },
  { "https://[::1]a/", TLSRPT_URI_OK, 13, TRUE },
  { "https://[::1]%41/", TLSRPT_URI_OK, 13, TRUE },
  { "https://example.com\\@evil.example/", TLSRPT_URI_OK, 19, TRUE },
};

static void
test_scan (gconstpointer data)
{
  const Case *c = data;
  gsize length = strlen (c->text);
  /* Exactly as long as the text, so that a sanitizer sees a read behind it. */
  g_autofree char *copy = g_memdup2 (c->text, MAX (length, 1));
  TlsrptUri uri;

  g_assert_cmpint (tlsrpt_uri_scan (copy, 0, length, &uri), ==, c->fault);
  g_assert_cmpuint (uri.span.offset, ==, 0);
  g_assert_cmpuint (uri.span.length, ==, c->length);
  g_assert_cmpint (uri.usable, ==, c->usable);
}

static void
assert_span (const char *text,
             TlsrptSpan  span,
             const char *expected)
{
  g_autofree char *part = g_strndup (text + span.offset, span.length);

  g_assert_cmpuint (span.offset, >, 0);
  g_assert_cmpstr (part, ==, expected);
}

static void
test_parts (void)
{
  const char *text = "x https://u:p@h.example:8443/a/b?c=d#e y";
  TlsrptUri uri;

  g_assert_cmpint (tlsrpt_uri_scan (text, 2, strlen (text), &uri), ==, TLSRPT_URI_OK);
  g_assert_cmpint (uri.scheme, ==, TLSRPT_SCHEME_HTTPS);
  g_assert_cmpuint (uri.scheme_length, ==, 5);
  assert_span (text, uri.span, "https://u:p@h.example:8443/a/b?c=d#e");
  assert_span (text, uri.user_info, "u:p");
  assert_span (text, uri.host, "h.example");
  assert_span (text, uri.port, "8443");
  assert_span (text, uri.path, "/a/b");
  assert_span (text, uri.query, "c=d");
  assert_span (text, uri.fragment, "e");

  text = "mailto:a@h.example";
  g_assert_cmpint (tlsrpt_uri_scan (text, 0, strlen (text), &uri), ==, TLSRPT_URI_OK);
  g_assert_cmpint (uri.scheme, ==, TLSRPT_SCHEME_MAILTO);
  assert_span (text, uri.path, "a@h.example");
  g_assert_cmpuint (uri.user_info.offset, ==, 0);
  g_assert_cmpuint (uri.host.offset, ==, 0);
  g_assert_cmpuint (uri.port.offset, ==, 0);
  g_assert_cmpuint (uri.query.offset, ==, 0);
  g_assert_cmpuint (uri.fragment.offset, ==, 0);

  text = "https://h.example,";
  g_assert_cmpint (tlsrpt_uri_scan (text, 0, strlen (text), &uri), ==, TLSRPT_URI_OK);
  assert_span (text, uri.host, "h.example");
  assert_span (text, uri.path, "");
}

/* RFC 5321 section 4.5.3.1. */
static void
test_lengths (void)
{
  for (gsize extra = 0; extra < 2; extra++)
    {
      g_autofree char *local = g_strnfill (64 + extra, 'l');
      g_autofree char *label = g_strnfill (63 + extra, 'd');
      g_autofree char *long_local = g_strconcat ("mailto:", local, "@example.com", NULL);
      g_autofree char *long_label = g_strconcat ("mailto:a@", label, ".com", NULL);
      TlsrptUri uri;

      g_assert_cmpint (tlsrpt_uri_scan (long_local, 0, strlen (long_local), &uri), ==,
                       TLSRPT_URI_OK);
      g_assert_cmpint (uri.usable, ==, extra == 0);
      g_assert_cmpint (tlsrpt_uri_scan (long_label, 0, strlen (long_label), &uri), ==,
                       TLSRPT_URI_OK);
      g_assert_cmpint (uri.usable, ==, extra == 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/uri/scan/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &cases[i], test_scan);
    }

  g_test_add_func ("/uri/parts", test_parts);
  g_test_add_func ("/uri/lengths", test_lengths);

  return g_test_run ();
}
