/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-destination.h"
#include "tlsrpt-limits.h"
#include "typed.h"

#define A10 "aaaaaaaaaa"
#define A50 A10 A10 A10 A10 A10
#define A63 A50 A10 "aaa"
/* An address of 254 octets: 64 + 1 + 189. */
#define LOCAL_64 A63 "a"
#define DOMAIN_189 A63 "." A63 "." A50 "aaa.example"
#define DOMAIN_190 A63 "." A63 "." A50 "aaaa.example"

static const TypedCase inputs[] = {
  ACCEPTED ("plain", "tls@example.com", "mailto:tls@example.com"),
  ACCEPTED ("capitals", "TLS@Example.COM", "mailto:TLS@example.com"),
  ACCEPTED ("final-dot", "tls@example.com.", "mailto:tls@example.com"),
  ACCEPTED ("white-space-around", " \ttls@example.com\r\n", "mailto:tls@example.com"),
  ACCEPTED ("no-break-space-around", "\u00a0tls@example.com\u00a0", "mailto:tls@example.com"),
  ACCEPTED ("dots", "a.b.c@example.com", "mailto:a.b.c@example.com"),
  ACCEPTED ("one-letter", "a@b.c", "mailto:a@b.c"),
  ACCEPTED ("local-64", LOCAL_64 "@example.com", "mailto:" LOCAL_64 "@example.com"),
  ACCEPTED ("address-254", LOCAL_64 "@" DOMAIN_189, "mailto:" LOCAL_64 "@" DOMAIN_189),
  ACCEPTED ("idn", "tls@bücher.example", "mailto:tls@xn--bcher-kva.example"),
  ACCEPTED ("idn-mapped", "tls@ſtrasse．example", "mailto:tls@strasse.example"),
  ACCEPTED ("public-suffix", "tls@co.uk", "mailto:tls@co.uk"),

  /* What RFC 6068 section 2 and RFC 8460 section 3 let stand, and what not */
  ACCEPTED ("plus", "a+b@example.com", "mailto:a+b@example.com"),
  ACCEPTED ("unencoded", "a'b*c$d_e~f-g@example.com", "mailto:a'b*c$d_e~f-g@example.com"),
  ACCEPTED ("exclamation-mark", "a!b@example.com", "mailto:a%21b@example.com"),
  ACCEPTED ("percent", "a%b@example.com", "mailto:a%25b@example.com"),
  ACCEPTED ("percent-digits", "a%41@example.com", "mailto:a%2541@example.com"),
  ACCEPTED ("slash", "a/b@example.com", "mailto:a%2Fb@example.com"),
  ACCEPTED ("question-mark", "a?b@example.com", "mailto:a%3Fb@example.com"),
  ACCEPTED ("equals-sign", "a=b@example.com", "mailto:a%3Db@example.com"),
  ACCEPTED ("ampersand", "a&b@example.com", "mailto:a%26b@example.com"),
  ACCEPTED ("number-sign", "a#b@example.com", "mailto:a%23b@example.com"),
  ACCEPTED ("rest", "^`{|}@example.com", "mailto:%5E%60%7B%7C%7D@example.com"),

  /* Other ways to write one */
  ACCEPTED ("mailto", "mailto:tls@example.com", "mailto:tls@example.com"),
  ACCEPTED ("mailto-capitals", "MAILTO:tls@example.com", "mailto:tls@example.com"),
  ACCEPTED ("mailto-encoded", "mailto:a%2bb%21c@example.com", "mailto:a+b%21c@example.com"),
  ACCEPTED ("mailto-question-mark", "mailto:a%3Fb@example.com", "mailto:a%3Fb@example.com"),
  ACCEPTED ("mailto-encoded-domain", "mailto:a@ex%61mple%2ecom", "mailto:a@example.com"),
  ACCEPTED ("mailto-idn", "mailto:a@b%C3%BCcher.example", "mailto:a@xn--bcher-kva.example"),
  ACCEPTED ("named", "TLS Reports <tls@example.com>", "mailto:tls@example.com"),
  ACCEPTED ("named-quoted", "\"Reports, TLS\" <tls@example.com>", "mailto:tls@example.com"),
  ACCEPTED ("named-utf8", "Jürgen <tls@example.com>", "mailto:tls@example.com"),
  ACCEPTED ("brackets", "<tls@example.com>", "mailto:tls@example.com"),
  ACCEPTED ("brackets-mailto", "<mailto:tls@example.com>", "mailto:tls@example.com"),
  ACCEPTED ("mailto-brackets", "mailto:<tls@example.com>", "mailto:tls@example.com"),

  /* Too little */
  INCOMPLETE ("empty", "", EMPTY, NULL),
  INCOMPLETE ("spaces", "  ", EMPTY, NULL),
  INCOMPLETE ("word", "tls", ADDRESS_AT, NULL),
  INCOMPLETE ("domain", "example.com", ADDRESS_AT, "tlsrpt@example.com"),
  INCOMPLETE ("words", "TLS Reports", ADDRESS_AT, NULL),
  INCOMPLETE ("quoted-words", "\"Reports, TLS\"", ADDRESS_AT, NULL),
  INCOMPLETE ("mailto-alone", "mailto:", ADDRESS_AT, NULL),
  INCOMPLETE ("brackets-empty", "TLS <>", ADDRESS_AT, NULL),
  INCOMPLETE ("no-domain", "tls@", DOMAIN_EMPTY_LABEL, NULL),
  INCOMPLETE ("single-label", "tls@localhost", DOMAIN_SINGLE_LABEL, NULL),
  INCOMPLETE ("bracket-open", "TLS <tls@example.com", ADDRESS_DISPLAY_NAME, "tls@example.com"),

  /* The “@” */
  REFUSED ("at-alone", "@", ADDRESS_LOCAL_PART, NULL),
  REFUSED ("no-local-part", "@example.com", ADDRESS_LOCAL_PART, NULL),
  REFUSED ("two-at", "a@@example.com", ADDRESS_AT, "a@example.com"),
  REFUSED ("comma-for-dot", "tls@example,com", CHARACTER, "tls@example.com"),
  REFUSED ("two-at-apart", "a@b@example.com", ADDRESS_AT, NULL),
  REFUSED ("two-at-encoded", "mailto:a%40b@example.com", ADDRESS_AT, NULL),

  /* The local part */
  REFUSED ("dot-first", ".a@example.com", ADDRESS_LOCAL_PART, NULL),
  REFUSED ("dot-last", "a.@example.com", ADDRESS_LOCAL_PART, NULL),
  REFUSED ("two-dots", "a..b@example.com", ADDRESS_LOCAL_PART, NULL),
  REFUSED ("local-65", LOCAL_64 "a@example.com", ADDRESS_LOCAL_PART_TOO_LONG, NULL),
  REFUSED ("quoted", "\"a b\"@example.com", ADDRESS_QUOTED, NULL),
  REFUSED ("quoted-at", "\"a@b\"@example.com", ADDRESS_QUOTED, NULL),
  REFUSED ("quoted-in-part", "a.\"b\"@example.com", ADDRESS_QUOTED, NULL),
  REFUSED ("comment", "tls(reports)@example.com", ADDRESS_COMMENT, "tls@example.com"),
  REFUSED ("comment-last", "tls@example.com (reports)", ADDRESS_COMMENT, "tls@example.com"),
  REFUSED ("comment-in-domain", "tls@(at)example.com", ADDRESS_COMMENT, "tls@example.com"),
  REFUSED ("comment-open", "tls(reports@example.com", ADDRESS_COMMENT, NULL),
  REFUSED ("non-ascii", "jürgen@example.com", ADDRESS_NON_ASCII, NULL),
  REFUSED ("non-ascii-encoded", "mailto:j%C3%BCrgen@example.com", ADDRESS_NON_ASCII, NULL),
  REFUSED ("zero-width-space", "tls\u200b@example.com", ADDRESS_NON_ASCII, "tls@example.com"),
  REFUSED ("override", "\u202etls@example.com", ADDRESS_NON_ASCII, "tls@example.com"),
  REFUSED ("space-before-at", "tls @example.com", CHARACTER, "tls@example.com"),
  REFUSED ("space-inside", "tls rpt@example.com", CHARACTER, NULL),
  REFUSED ("words-in-front", "TLS Reports tls@example.com", CHARACTER, NULL),
  REFUSED ("tab", "tls\t@example.com", CHARACTER, "tls@example.com"),
  REFUSED ("comma", "a,b@example.com", CHARACTER, NULL),
  REFUSED ("semicolon", "a;b@example.com", CHARACTER, NULL),
  REFUSED ("colon", "a:b@example.com", CHARACTER, NULL),
  REFUSED ("backslash", "a\\b@example.com", CHARACTER, NULL),
  REFUSED ("bracket", "a[b@example.com", CHARACTER, NULL),
  REFUSED ("bracket-close", "a>b@example.com", CHARACTER, NULL),
  REFUSED ("escape", "\033tls@example.com", CHARACTER, NULL),
  REFUSED ("delete", "tls\177@example.com", CHARACTER, NULL),
  REFUSED ("line-feed-encoded", "mailto:a%0D%0ABcc:b@example.com", CHARACTER, NULL),
  REFUSED ("space-encoded", "mailto:a%20b@example.com", CHARACTER, NULL),
  REFUSED ("record", "v=TLSRPTv1; rua=mailto:tls@example.com;", CHARACTER,
           "mailto:tls@example.com"),
  REFUSED ("piece-of-record", "rua=mailto:tls@example.com", CHARACTER, "mailto:tls@example.com"),

  /* The domain */
  REFUSED ("domain-space", "tls@exam ple.com", CHARACTER, "tls@example.com"),
  REFUSED ("domain-space-first", "tls@ example.com", CHARACTER, "tls@example.com"),
  REFUSED ("domain-zero-width", "tls@example.com\u200b", CHARACTER, "tls@example.com"),
  REFUSED ("domain-underscore", "tls@_smtp._tls.example.com", CHARACTER, NULL),
  REFUSED ("domain-comma-last", "tls@example.com,", CHARACTER, "tls@example.com"),
  REFUSED ("domain-semicolon-last", "tls@example.com ;", CHARACTER, "tls@example.com"),
  REFUSED ("domain-fragment", "mailto:tls@example.com#x", CHARACTER, NULL),
  REFUSED ("domain-hyphen", "tls@-example.com", DOMAIN_HYPHEN, NULL),
  REFUSED ("domain-two-dots", "tls@example..com", DOMAIN_EMPTY_LABEL, NULL),
  REFUSED ("domain-label-64", "tls@" A63 "a.com", DOMAIN_LABEL_TOO_LONG, NULL),
  REFUSED ("address-255", LOCAL_64 "@" DOMAIN_190, TOO_LONG, NULL),
  REFUSED ("domain-253", "a@" A63 "." A63 "." A63 "." A50 "aaaaaaaaaaa", TOO_LONG, NULL),
  INCOMPLETE ("domain-idn", "tls@xn--a.example", DOMAIN_IDN, NULL),
  INCOMPLETE ("domain-ip", "tls@192.0.2.1", DOMAIN_IP_ADDRESS, NULL),
  REFUSED ("literal", "tls@[192.0.2.1]", ADDRESS_LITERAL, NULL),
  REFUSED ("literal-ipv6", "tls@[IPv6:2001:db8::1]", ADDRESS_LITERAL, NULL),

  /* Header fields: RFC 6068 knows them, senders do not */
  REFUSED ("query", "tls@example.com?subject=x", ADDRESS_QUERY, "tls@example.com"),
  REFUSED ("query-mailto", "mailto:tls@example.com?subject=x", ADDRESS_QUERY,
           "mailto:tls@example.com"),
  REFUSED ("query-after-encoded", "mailto:a%3Fb@example.com?subject=x", ADDRESS_QUERY,
           "mailto:a%3Fb@example.com"),
  REFUSED ("query-after-question-mark", "a?b@example.com?subject=x", ADDRESS_QUERY,
           "a?b@example.com"),
  REFUSED ("query-empty", "mailto:tls@example.com?", ADDRESS_QUERY, "mailto:tls@example.com"),
  REFUSED ("query-in-host", "mailto:tls@mail.example?com", ADDRESS_QUERY, NULL),
  REFUSED ("comment-in-host", "tls@mail.example(.com)", ADDRESS_COMMENT, NULL),

  /* What chats, web pages and mail programs make of one */
  REFUSED ("markdown", "[tls@example.com](mailto:tls@example.com)", CHARACTER, "tls@example.com"),
  REFUSED ("markdown-elsewhere", "[tls@example.com](mailto:x@example.net)", CHARACTER, NULL),
  REFUSED ("slack", "<mailto:tls@example.com|tls@example.com>", ADDRESS_AT, "tls@example.com"),
  REFUSED ("jira", "[tls@example.com|mailto:tls@example.com]", CHARACTER, "tls@example.com"),
  REFUSED ("html", "<a href='mailto:tls@example.com'>tls@example.com</a>", CHARACTER,
           "tls@example.com"),
  REFUSED ("entity", "tls@example&period;com", CHARACTER, "tls@example.com"),
  REFUSED ("defanged", "tls@example[.]com", CHARACTER, "tls@example.com"),
  REFUSED ("query-alone", "mailto:?to=tls@example.com", ADDRESS_QUERY, NULL),
  REFUSED ("query-body", "mailto:?body=a@b.example", ADDRESS_QUERY, NULL),

  /* Percent-encoding, which only a URI has */
  REFUSED ("percent-bad", "mailto:a%zz@example.com", URL_PERCENT, NULL),
  REFUSED ("percent-short", "mailto:a%2@example.com", URL_PERCENT, NULL),
  REFUSED ("percent-nul", "mailto:a%00@example.com", URL_PERCENT, NULL),
  REFUSED ("percent-bad-last", "mailto:a@example.com%z", URL_PERCENT, NULL),
  INCOMPLETE ("percent-under-way", "mailto:a@example.com%", URL_PERCENT, NULL),
  INCOMPLETE ("percent-under-way-2", "mailto:a@example.com%2", URL_PERCENT, NULL),
  REFUSED ("percent-not-utf8", "mailto:a%FF@example.com", ENCODING, NULL),
  REFUSED ("slashes", "mailto://tls@example.com", URL_SYNTAX, "tls@example.com"),

  /* Other things */
  REFUSED ("list", "a@example.com, b@example.com", SEVERAL, NULL),
  REFUSED ("list-semicolon", "a@example.com;b@example.com", SEVERAL, NULL),
  REFUSED ("list-space", "a@example.com b@example.com", SEVERAL, NULL),
  REFUSED ("list-lines", "a@example.com\r\nb@example.com", SEVERAL, NULL),
  REFUSED ("list-mailto", "mailto:a@example.com,b@example.com", SEVERAL, NULL),
  REFUSED ("list-named", "A <a@example.com>, B <b@example.com>", SEVERAL, NULL),
  REFUSED ("list-mixed", "a@example.com,https://example.com/", SEVERAL, NULL),
  REFUSED ("injection", "a@example.com\r\nBcc: b@example.com", ADDRESS_AT, NULL),
  REFUSED ("url", "https://example.com/", DESTINATION, NULL),
  REFUSED ("url-at", "https://a@example.com/", DESTINATION, NULL),
  REFUSED ("url-other", "ftp://a@example.com/", DESTINATION, NULL),
  REFUSED ("not-utf8", "tls\xff@example.com", ENCODING, NULL),
  REFUSED ("not-utf8-domain", "tls@ex\xc3mple.com", ENCODING, NULL),
};

static void
test_from_address (gconstpointer data)
{
  const TypedCase *c = data;

  typed_assert (c, tlsrpt_destination_from_address);
  if (c->result != NULL)
    typed_assert_uri (c->result);
}

/* RFC 6068 section 2: the address of a URI is the one that was typed. */
static void
test_from_address_round_trip (void)
{
  static const char atext[] =
    "abcXYZ0189!#$%&'*+-/=?^_`{|}~";

  for (gsize i = 0; i < 2000; i++)
    {
      g_autoptr (GString) address = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *uri = NULL;
      g_autofree char *decoded = NULL;
      int n = g_test_rand_int_range (1, TLSRPT_LIMIT_LOCAL_PART + 1);

      while (n-- > 0)
        g_string_append_c (address, atext[g_test_rand_int_range (0, sizeof atext - 1)]);
      g_string_append (address, "@example.com");

      uri = tlsrpt_destination_from_address (address->str, &error);
      g_assert_no_error (error);
      typed_assert_uri (uri);

      decoded = g_uri_unescape_string (uri + strlen ("mailto:"), NULL);
      g_assert_cmpstr (decoded, ==, address->str);
    }
}

static const char *const pieces[] = {
  "a", "tls", "@", "@", "@example.com", "example.com", ".", "..", "mailto:", "%", "%2", "%41",
  "%00", "%40", "%3F", "%ff", "?", "#", "!", ",", ";", " ", "\t", "\r\n", "<", ">", "(", ")",
  "\"", "\\", "[", "]", "ü", "\u200b", "\u202e", "\xff", "\033", "https://", "xn--", "-", "&=",
};

static void
test_from_address_random (void)
{
  typed_fuzz (tlsrpt_destination_from_address, pieces, G_N_ELEMENTS (pieces), typed_assert_uri);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  typed_add_tests ("/destination-address", inputs, G_N_ELEMENTS (inputs), test_from_address);

  g_test_add_func ("/destination-address/round-trip", test_from_address_round_trip);
  g_test_add_func ("/destination-address/random", test_from_address_random);

  return g_test_run ();
}
