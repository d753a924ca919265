/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-destination.h"
#include "tlsrpt-limits.h"
#include "typed.h"

#include <string.h>

#define A10 "aaaaaaaaaa"
#define A63 A10 A10 A10 A10 A10 A10 "aaa"

static const TypedCase inputs[] = {
  ACCEPTED ("plain", "https://example.com/tlsrpt", "https://example.com/tlsrpt"),
  ACCEPTED ("no-path", "https://example.com", "https://example.com"),
  ACCEPTED ("root", "https://example.com/", "https://example.com/"),
  ACCEPTED ("capitals", "HTTPS://Example.COM/Path", "https://example.com/Path"),
  ACCEPTED ("final-dot", "https://example.com./x", "https://example.com/x"),
  ACCEPTED ("white-space-around", " \thttps://example.com/\r\n", "https://example.com/"),
  ACCEPTED ("no-break-space-around", "\u00a0https://example.com/\u00a0", "https://example.com/"),
  ACCEPTED ("double-slash", "https://example.com//a//b", "https://example.com//a//b"),
  ACCEPTED ("dot-segments", "https://example.com/a/../b", "https://example.com/a/../b"),
  ACCEPTED ("query", "https://example.com/a?b=c&d=e/?", "https://example.com/a?b=c&d=e/?"),
  ACCEPTED ("query-no-path", "https://example.com?a", "https://example.com?a"),
  ACCEPTED ("query-empty", "https://example.com/?", "https://example.com/?"),
  ACCEPTED ("plain-characters", "https://example.com/-._~$&'()*+=:@",
            "https://example.com/-._~$&'()*+=:@"),

  /* Host and port */
  ACCEPTED ("port", "https://example.com:8443/", "https://example.com:8443/"),
  ACCEPTED ("port-largest", "https://example.com:65535/", "https://example.com:65535/"),
  ACCEPTED ("port-default", "https://example.com:443/", "https://example.com/"),
  ACCEPTED ("port-zeros", "https://example.com:00443/", "https://example.com/"),
  ACCEPTED ("idn", "https://bücher.example/", "https://xn--bcher-kva.example/"),
  ACCEPTED ("idn-port", "https://bücher.example:8443", "https://xn--bcher-kva.example:8443"),
  ACCEPTED ("idn-full-width", "https://ｅｘ．ｃｏｍ/", "https://ex.com/"),
  ACCEPTED ("idn-joiner", "https://\u0646\u0627\u0645\u0647\u200c\u0627\u06cc.example/",
            "https://xn--mgba3gch31f060k.example/"),
  ACCEPTED ("a-label", "https://XN--BCHER-KVA.example/", "https://xn--bcher-kva.example/"),

  /* What RFC 3986 and RFC 8460 section 3 want to be percent-encoded */
  ACCEPTED ("comma", "https://example.com/a,b?c,d", "https://example.com/a%2Cb?c%2Cd"),
  ACCEPTED ("semicolon", "https://example.com/a;b?c;d", "https://example.com/a%3Bb?c%3Bd"),
  ACCEPTED ("exclamation", "https://example.com/a!b?c!d", "https://example.com/a%21b?c%21d"),
  ACCEPTED ("quote", "https://example.com/\"", "https://example.com/%22"),
  ACCEPTED ("unwise", "https://example.com/<>^`{|}", "https://example.com/%3C%3E%5E%60%7B%7C%7D"),
  ACCEPTED ("brackets", "https://example.com/[a]?[b]", "https://example.com/%5Ba%5D?%5Bb%5D"),
  ACCEPTED ("path-utf8", "https://example.com/ü?ü", "https://example.com/%C3%BC?%C3%BC"),
  ACCEPTED ("path-emoji", "https://example.com/💩", "https://example.com/%F0%9F%92%A9"),
  ACCEPTED ("encoded", "https://example.com/%2C%3B%21", "https://example.com/%2C%3B%21"),
  ACCEPTED ("encoded-lower-case", "https://example.com/%2c%c3%bc", "https://example.com/%2C%C3%BC"),
  ACCEPTED ("encoded-needlessly", "https://example.com/%41%7e", "https://example.com/A~"),
  ACCEPTED ("encoded-octets", "https://example.com/%FF%0A%20", "https://example.com/%FF%0A%20"),
  ACCEPTED ("comma-at", "https://example.com/a,b@c.example", "https://example.com/a%2Cb@c.example"),

  /* Too little */
  INCOMPLETE ("empty", "", EMPTY, NULL),
  INCOMPLETE ("spaces", " \t", EMPTY, NULL),
  INCOMPLETE ("h", "h", URL_HOST, NULL),
  INCOMPLETE ("https", "https", URL_HOST, NULL),
  INCOMPLETE ("https-colon", "https:", URL_HOST, NULL),
  INCOMPLETE ("https-slash", "https:/", URL_HOST, NULL),
  INCOMPLETE ("https-slashes", "https://", URL_HOST, NULL),
  INCOMPLETE ("word", "example", URL_SCHEME, NULL),
  INCOMPLETE ("single-label", "https://localhost", DOMAIN_SINGLE_LABEL, NULL),
  REFUSED ("single-label-path", "https://localhost/", DOMAIN_SINGLE_LABEL, NULL),

  /* The scheme */
  REFUSED ("http", "http://example.com/", URL_SCHEME, "https://example.com/"),
  REFUSED ("http-capitals", "HTTP://example.com", URL_SCHEME, "https://example.com"),
  INCOMPLETE ("no-scheme", "example.com/tls", URL_SCHEME, "https://example.com/tls"),
  INCOMPLETE ("slashes", "//example.com/tls", URL_SCHEME, "https://example.com/tls"),
  REFUSED ("no-slashes", "https:example.com", URL_SYNTAX, "https://example.com"),
  REFUSED ("one-slash", "https:/example.com", URL_SYNTAX, "https://example.com"),
  REFUSED ("three-slashes", "https:///example.com", URL_HOST, "https://example.com"),
  REFUSED ("javascript", "javascript:alert(1)", URL_SCHEME, NULL),
  REFUSED ("javascript-slashes", "javascript://example.com/%0Aalert(1)", URL_SCHEME, NULL),
  REFUSED ("file", "file:///etc/passwd", URL_SCHEME, NULL),
  REFUSED ("ftp", "ftp://example.com/", URL_SCHEME, NULL),
  REFUSED ("host-port", "localhost:8080/x", URL_SCHEME, NULL),
  INCOMPLETE ("in-brackets", "<https://example.com/>", URL_SCHEME, "https://example.com/"),
  INCOMPLETE ("in-quotes", "“https://example.com/”", URL_SCHEME, "https://example.com/"),
  INCOMPLETE ("piece-of-record", "rua=https://example.com/;", URL_SCHEME, "https://example.com/"),
  REFUSED ("record", "v=TLSRPTv1; rua=https://example.com/", CHARACTER, "https://example.com/"),

  /* User information, whoever reads the URL */
  REFUSED ("user", "https://user@example.com/", URL_USER_INFO, "https://example.com/"),
  REFUSED ("password", "https://user:password@example.com/", URL_USER_INFO,
           "https://example.com/"),
  REFUSED ("user-empty", "https://@example.com/", URL_USER_INFO, "https://example.com/"),
  REFUSED ("two-at", "https://a@b@example.com/", URL_USER_INFO, "https://example.com/"),
  REFUSED ("host-as-user", "https://example.com@evil.example", URL_USER_INFO,
           "https://evil.example"),
  REFUSED ("backslash", "https://example.com\\@evil.example/", CHARACTER, NULL),

  /* The host */
  REFUSED ("no-host", "https:///", URL_HOST, NULL),
  REFUSED ("no-host-port", "https://:443/", URL_HOST, NULL),
  REFUSED ("no-host-query", "https://?a", URL_HOST, NULL),
  INCOMPLETE ("ipv4", "https://192.0.2.1", DOMAIN_IP_ADDRESS, NULL),
  REFUSED ("ipv4-path", "https://192.0.2.1/", DOMAIN_IP_ADDRESS, NULL),
  REFUSED ("ipv4-number", "https://2130706433/", DOMAIN_IP_ADDRESS, NULL),
  REFUSED ("ipv4-hexadecimal", "https://0x7f.0x1/", DOMAIN_IP_ADDRESS, NULL),
  REFUSED ("ipv6", "https://[2001:db8::1]/", DOMAIN_IP_ADDRESS, NULL),
  REFUSED ("ipv6-port", "https://[2001:db8::1]:8443/", DOMAIN_IP_ADDRESS, NULL),
  REFUSED ("ipv6-zone", "https://[fe80::1%25eth0]/", DOMAIN_IP_ADDRESS, NULL),
  REFUSED ("ipv6-zone-bare", "https://[fe80::1%eth0]/", URL_PERCENT, NULL),
  REFUSED ("ip-future", "https://[v1.x]/", URL_SYNTAX, NULL),
  REFUSED ("bracket", "https://[/", URL_SYNTAX, NULL),
  REFUSED ("host-encoded", "https://ex%61mple.com/", CHARACTER, NULL),
  REFUSED ("host-space", "https://exam ple.com/", CHARACTER, "https://example.com/"),
  REFUSED ("host-zero-width", "https://exam\u200bple.com/", CHARACTER, "https://example.com/"),
  REFUSED ("host-underscore", "https://a_b.example/", CHARACTER, NULL),
  REFUSED ("host-wildcard", "https://*.example.com/", CHARACTER, NULL),
  REFUSED ("host-emoji", "https://💩.example/", CHARACTER, NULL),
  REFUSED ("host-hyphen", "https://-example.com/", DOMAIN_HYPHEN, NULL),
  REFUSED ("host-two-dots", "https://example..com/", DOMAIN_EMPTY_LABEL, NULL),
  REFUSED ("host-dot-first", "https://.example.com/", DOMAIN_EMPTY_LABEL, NULL),
  REFUSED ("host-label-64", "https://" A63 "a.com/", DOMAIN_LABEL_TOO_LONG, NULL),
  REFUSED ("host-a-label", "https://xn--a.example/", DOMAIN_IDN, NULL),
  REFUSED ("host-joiner", "https://a\u200db.example/", DOMAIN_IDN, NULL),

  /* The port */
  REFUSED ("port-zero", "https://example.com:0/", URL_PORT, "https://example.com/"),
  REFUSED ("port-65536", "https://example.com:65536/", URL_PORT, "https://example.com/"),
  REFUSED ("port-99999", "https://example.com:99999/", URL_PORT, "https://example.com/"),
  REFUSED ("port-huge", "https://example.com:18446744073709551617/", URL_PORT,
           "https://example.com/"),
  REFUSED ("port-empty", "https://example.com:/", URL_PORT, "https://example.com/"),
  INCOMPLETE ("port-under-way", "https://example.com:", URL_PORT, "https://example.com"),
  REFUSED ("port-sign", "https://example.com:+443/", URL_PORT, "https://example.com/"),
  REFUSED ("port-negative", "https://example.com:-1/", URL_PORT, "https://example.com/"),
  REFUSED ("port-letters", "https://example.com:https/", URL_PORT, "https://example.com/"),
  REFUSED ("port-arabic", "https://example.com:\u0664\u0664\u0663/", URL_PORT,
           "https://example.com/"),
  REFUSED ("port-twice", "https://example.com:443:443/", URL_PORT, "https://example.com/"),
  REFUSED ("scheme-twice", "https://https://example.com", URL_PORT, NULL),

  /* Path, query and fragment */
  REFUSED ("fragment", "https://example.com/#a", URL_FRAGMENT, "https://example.com/"),
  REFUSED ("fragment-empty", "https://example.com#", URL_FRAGMENT, "https://example.com"),
  REFUSED ("path-space", "https://example.com/a b", CHARACTER, "https://example.com/a%20b"),
  REFUSED ("path-spaces", "https://example.com/a b c", CHARACTER, NULL),
  REFUSED ("path-tab", "https://example.com/a\tb", CHARACTER, "https://example.com/ab"),
  REFUSED ("path-line-feed", "https://example.com/a\nb", CHARACTER, "https://example.com/ab"),
  REFUSED ("path-no-break-space", "https://example.com/a\u00a0b", CHARACTER,
           "https://example.com/ab"),
  REFUSED ("path-override", "https://example.com/\u202egpj", CHARACTER,
           "https://example.com/gpj"),
  REFUSED ("path-joiner", "https://example.com/a\u200db", CHARACTER, NULL),
  REFUSED ("path-backslash", "https://example.com/a\\b", CHARACTER, NULL),
  REFUSED ("path-escape", "https://example.com/\033[31m", CHARACTER, NULL),
  REFUSED ("path-c1", "https://example.com/\xc2\x9b" "31m", CHARACTER, NULL),
  REFUSED ("percent-bad", "https://example.com/%zz", URL_PERCENT, NULL),
  REFUSED ("percent-half", "https://example.com/%4g", URL_PERCENT, NULL),
  REFUSED ("percent-nul", "https://example.com/%00", URL_PERCENT, NULL),
  REFUSED ("percent-query", "https://example.com/?%&", URL_PERCENT, NULL),
  INCOMPLETE ("percent-under-way", "https://example.com/%", URL_PERCENT, NULL),
  INCOMPLETE ("percent-under-way-2", "https://example.com/%4", URL_PERCENT, NULL),

  /* Other things */
  REFUSED ("list", "https://a.example,https://b.example", SEVERAL, NULL),
  REFUSED ("list-space", "https://a.example https://b.example", SEVERAL, NULL),
  REFUSED ("list-address", "https://a.example, tls@b.example", SEVERAL, NULL),
  REFUSED ("list-address-space", "https://a.example/x tls@b.example", SEVERAL, NULL),
  REFUSED ("address", "tls@example.com", DESTINATION, NULL),
  REFUSED ("mailto", "mailto:tls@example.com", DESTINATION, NULL),
  REFUSED ("not-utf8", "https://example.com/\xff", ENCODING, NULL),
};

static void
test_from_url (gconstpointer data)
{
  const TypedCase *c = data;

  typed_assert (c, tlsrpt_destination_from_url);
  if (c->result != NULL)
    typed_assert_uri (c->result);
}

static void
test_from_url_long (void)
{
  static const struct
  {
    const char *filler;
    gsize       length; /* octets of it once it is encoded */
  } cases[] = { { "a", 1 }, { ",", 3 }, { "ü", 6 }, { "%2C", 3 } };
  const gsize prefix = strlen ("https://example.com/");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize most = (TLSRPT_LIMIT_URL - prefix) / cases[i].length;

      for (gsize n = most; n <= most + 1; n++)
        {
          g_autoptr (GString) url = g_string_new ("https://example.com/");
          g_autoptr (GError) error = NULL;
          g_autofree char *uri = NULL;

          for (gsize k = 0; k < n; k++)
            g_string_append (url, cases[i].filler);

          uri = tlsrpt_destination_from_url (url->str, &error);
          if (n == most)
            {
              g_assert_no_error (error);
              g_assert_cmpuint (strlen (uri), ==, prefix + n * cases[i].length);
            }
          else
            {
              g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_TOO_LONG);
              g_assert_null (uri);
            }
        }
    }
}

static const char *const pieces[] = {
  "https://", "https://example.com", "https://example.com/", "HTTPS:", "http://", "/", "//", ":",
  ":443", ":0", ":65536", "@", "?", "#", "%", "%2", "%41", "%2c", "%00", "%ff", ",", ";", "!",
  " ", "\n", "\\", "[", "]", "[::1]", "<", "\"", "ü", "。", "\u200d", "\u202e", "\xff", "\033",
  ".", "a", "xn--", "-", "1", "tls@example.com", "..", "&=",
};

static void
test_from_url_random (void)
{
  typed_fuzz (tlsrpt_destination_from_url, pieces, G_N_ELEMENTS (pieces), typed_assert_uri);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  typed_add_tests ("/destination-url", inputs, G_N_ELEMENTS (inputs), test_from_url);

  g_test_add_func ("/destination-url/long", test_from_url_long);
  g_test_add_func ("/destination-url/random", test_from_url_random);

  return g_test_run ();
}
