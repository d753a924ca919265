/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-domain.h"
#include "tlsrpt-host.h"
#include "tlsrpt-limits.h"
#include "typed.h"

#include <string.h>

#define A10 "aaaaaaaaaa"
#define A63 A10 A10 A10 A10 A10 A10 "aaa"
/* Four labels and “com”: 3 * 64 + 45 + 5, and one more. */
#define NAME_242 A63 "." A63 "." A63 "." A10 A10 A10 A10 "aaaaaa.com"
#define NAME_243 A63 "." A63 "." A63 "." A10 A10 A10 A10 "aaaaaaa.com"
#define NAME_253 A63 "." A63 "." A63 "." A10 A10 A10 A10 A10 "aaaaaaa.com"
/* “xn--tda.” is eight octets. */
#define U10 "ü.ü.ü.ü.ü.ü.ü.ü.ü.ü."

static const TypedCase inputs[] = {
  /* Letters, digits and hyphens */
  ACCEPTED ("plain", "example.com", "example.com"),
  ACCEPTED ("capitals", "EXAMPLE.Com", "example.com"),
  ACCEPTED ("final-dot", "example.com.", "example.com"),
  ACCEPTED ("subdomain", "mx-1.mail.example.com", "mx-1.mail.example.com"),
  ACCEPTED ("short", "a.b", "a.b"),
  ACCEPTED ("digits", "123.example", "123.example"),
  ACCEPTED ("digit-first", "3com.com", "3com.com"),
  ACCEPTED ("hyphens", "a--b-c.example", "a--b-c.example"),
  ACCEPTED ("address-below", "192.0.2.1.example.com", "192.0.2.1.example.com"),
  ACCEPTED ("hexadecimal-label", "0x7f.example.com", "0x7f.example.com"),
  ACCEPTED ("public-suffix", "co.uk", "co.uk"),
  ACCEPTED ("private-suffix", "github.io", "github.io"),
  ACCEPTED ("unknown-suffix", "example.internal", "example.internal"),
  ACCEPTED ("label-63", A63 ".com", A63 ".com"),
  ACCEPTED ("name-242", NAME_242, NAME_242),
  ACCEPTED ("name-242-final-dot", NAME_242 ".", NAME_242),

  /* White space around it */
  ACCEPTED ("spaces-around", "  example.com  ", "example.com"),
  ACCEPTED ("tab-around", "\texample.com\t", "example.com"),
  ACCEPTED ("line-feed-after", "example.com\r\n", "example.com"),
  ACCEPTED ("no-break-space-around", "\u00a0example.com\u00a0", "example.com"),
  ACCEPTED ("ideographic-space-around", "\u3000example.com\u3000", "example.com"),
  ACCEPTED ("line-separator-after", "example.com\u2028", "example.com"),

  /* A-labels and U-labels */
  ACCEPTED ("a-label", "xn--bcher-kva.example", "xn--bcher-kva.example"),
  ACCEPTED ("a-label-capitals", "XN--BCHER-KVA.EXAMPLE", "xn--bcher-kva.example"),
  ACCEPTED ("a-label-mixed", "Xn--Bcher-kVA.example", "xn--bcher-kva.example"),
  ACCEPTED ("a-label-last", "example.xn--p1ai", "example.xn--p1ai"),
  ACCEPTED ("a-label-sharp-s", "xn--strae-oqa.example", "xn--strae-oqa.example"),
  ACCEPTED ("umlaut", "bücher.example", "xn--bcher-kva.example"),
  ACCEPTED ("umlaut-capital", "BÜCHER.example", "xn--bcher-kva.example"),
  ACCEPTED ("umlaut-decomposed", "bu\u0308cher.example", "xn--bcher-kva.example"),
  ACCEPTED ("sharp-s", "straße.example", "xn--strae-oqa.example"),
  ACCEPTED ("double-s", "strasse.example", "strasse.example"),
  ACCEPTED ("final-sigma", "βόλος.example", "xn--nxasmm1c.example"),
  ACCEPTED ("sigma", "βόλοσ.example", "xn--nxasmq6b.example"),
  ACCEPTED ("persian-joiner", "\u0646\u0627\u0645\u0647\u200c\u0627\u06cc.example",
            "xn--mgba3gch31f060k.example"),
  ACCEPTED ("persian-no-joiner", "\u0646\u0627\u0645\u0647\u0627\u06cc.example",
            "xn--mgba3gch31f.example"),
  ACCEPTED ("devanagari-joiner", "\u0915\u094d\u200d\u0937.example", "xn--11b2ezcw70k.example"),
  ACCEPTED ("japanese", "例え.テスト", "xn--r8jz45g.xn--zckzah"),
  ACCEPTED ("korean", "한국.example", "xn--3e0b707e.example"),
  ACCEPTED ("arabic", "\u0645\u062b\u0627\u0644.\u0625\u062e\u062a\u0628\u0627\u0631",
            "xn--mgbh0fb.xn--kgbechtv"),
  ACCEPTED ("hebrew-digit", "\u05d01.example", "xn--1-zhc.example"),
  ACCEPTED ("cyrillic", "россия.рф", "xn--h1alffa9f.xn--p1ai"),
  ACCEPTED ("turkish-dotless", "ısparta.example", "xn--sparta-o9a.example"),
  ACCEPTED ("catalan-dot", "l·l.example", "xn--ll-0ea.example"),
  ACCEPTED ("lookalike", "аррӏе.example", "xn--80ak6aa92e.example"),
  ACCEPTED ("mixed-scripts", "pаypal.example", "xn--pypal-4ve.example"),

  /* Mapped by UTS 46 */
  ACCEPTED ("full-width", "ｅｘ．ｃｏｍ", "ex.com"),
  ACCEPTED ("full-width-hyphen", "ａ－ｂ.example", "a-b.example"),
  ACCEPTED ("ideographic-dot", "example。com", "example.com"),
  ACCEPTED ("half-width-dot", "example｡com", "example.com"),
  ACCEPTED ("ideographic-final-dot", "example.com。", "example.com"),
  ACCEPTED ("circled-digit", "①.example.com", "1.example.com"),
  ACCEPTED ("superscript", "a².example", "a2.example"),
  ACCEPTED ("long-s", "ſtrasse.example", "strasse.example"),
  ACCEPTED ("ligature", "ﬀ.example", "ff.example"),
  ACCEPTED ("kelvin", "\u212a.example", "k.example"),
  ACCEPTED ("square-kg", "㎏.example", "kg.example"),
  ACCEPTED ("telephone", "a℡.example", "atel.example"),
  ACCEPTED ("roman-numeral", "Ⅷ.example", "viii.example"),
  ACCEPTED ("full-width-a-label", "ｘｎ－－ｂｃｈｅｒ－ｋｖａ.example", "xn--bcher-kva.example"),

  /* Nothing, and too little */
  INCOMPLETE ("empty", "", EMPTY, NULL),
  INCOMPLETE ("spaces", " \t ", EMPTY, NULL),
  INCOMPLETE ("single-label", "localhost", DOMAIN_SINGLE_LABEL, NULL),
  INCOMPLETE ("single-label-final-dot", "com.", DOMAIN_SINGLE_LABEL, NULL),
  INCOMPLETE ("single-label-idn", "рф", DOMAIN_SINGLE_LABEL, NULL),

  /* Dots */
  REFUSED ("dot", ".", DOMAIN_EMPTY_LABEL, NULL),
  REFUSED ("two-dots", "..", DOMAIN_EMPTY_LABEL, NULL),
  REFUSED ("ideographic-dot-alone", "。", DOMAIN_EMPTY_LABEL, NULL),
  REFUSED ("dot-first", ".example.com", DOMAIN_EMPTY_LABEL, "example.com"),
  REFUSED ("two-dots-inside", "example..com", DOMAIN_EMPTY_LABEL, "example.com"),
  REFUSED ("two-dots-last", "example.com..", DOMAIN_EMPTY_LABEL, "example.com"),
  REFUSED ("dots-of-two-kinds", "bücher.。example", DOMAIN_EMPTY_LABEL, NULL),

  /* Hyphens */
  REFUSED ("hyphen-first", "-example.com", DOMAIN_HYPHEN, "example.com"),
  REFUSED ("comma-for-dot", "mail.example,com", CHARACTER, "mail.example.com"),
  REFUSED ("comma-list", "example.com,example.org", CHARACTER, NULL),
  REFUSED ("hyphen-last", "example-.com", DOMAIN_HYPHEN, NULL),
  REFUSED ("hyphen-first-in-last", "example.-com", DOMAIN_HYPHEN, NULL),
  INCOMPLETE ("hyphen-under-way", "example.com-", DOMAIN_HYPHEN, "example.com"),
  INCOMPLETE ("hyphen-idn", "bücher-.example", DOMAIN_HYPHEN, NULL),
  REFUSED ("hyphens-reserved", "ab--cd.example", DOMAIN_HYPHEN, NULL),
  INCOMPLETE ("hyphens-reserved-idn", "bü--cher.example", DOMAIN_HYPHEN, NULL),
  INCOMPLETE ("hyphen-full-width", "－example.com", DOMAIN_HYPHEN, "example.com"),

  /* Length */
  REFUSED ("label-64", A63 "a.com", DOMAIN_LABEL_TOO_LONG, NULL),
  REFUSED ("label-64-under-way", A63 "a", DOMAIN_LABEL_TOO_LONG, NULL),
  REFUSED ("label-64-idn", "ü" A10 A10 A10 A10 A10 "aaaaaa.com", DOMAIN_LABEL_TOO_LONG, NULL),
  REFUSED ("name-243", NAME_243, TOO_LONG, NULL),
  REFUSED ("name-243-final-dot", NAME_243 ".", TOO_LONG, NULL),
  REFUSED ("name-253", NAME_253, TOO_LONG, NULL),
  REFUSED ("name-260", NAME_253 "." A10, TOO_LONG, NULL),
  REFUSED ("name-243-idn", U10 U10 U10 "com", TOO_LONG, NULL),
  REFUSED ("name-803-idn", U10 U10 U10 U10 U10 U10 U10 U10 U10 U10 "com", TOO_LONG, NULL),

  /* Characters that cannot be in a name, and those that cannot be seen */
  REFUSED ("space-inside", "exam ple.com", CHARACTER, "example.com"),
  REFUSED ("space-after-dot", "example. com", CHARACTER, "example.com"),
  REFUSED ("tab-inside", "exam\tple.com", CHARACTER, "example.com"),
  REFUSED ("line-feed-inside", "exam\nple.com", CHARACTER, "example.com"),
  REFUSED ("no-break-space-inside", "exam\u00a0ple.com", CHARACTER, "example.com"),
  REFUSED ("zero-width-space", "exam\u200bple.com", CHARACTER, "example.com"),
  REFUSED ("zero-width-space-first", "\u200bexample.com", CHARACTER, "example.com"),
  REFUSED ("soft-hyphen", "exam\u00adple.com", CHARACTER, "example.com"),
  REFUSED ("byte-order-mark", "\ufeffexample.com", CHARACTER, "example.com"),
  REFUSED ("word-joiner", "exam\u2060ple.com", CHARACTER, "example.com"),
  REFUSED ("right-to-left-override", "exam\u202eple.com", CHARACTER, "example.com"),
  REFUSED ("left-to-right-isolate", "\u2066example.com\u2069", CHARACTER, "example.com"),
  REFUSED ("left-to-right-mark", "example.com\u200e", CHARACTER, "example.com"),
  REFUSED ("variation-selector", "a\ufe0fb.example", CHARACTER, "ab.example"),
  REFUSED ("tag", "a\U000e0061.example", CHARACTER, "a.example"),
  REFUSED ("hangul-filler", "a\u3164b.example", CHARACTER, NULL),
  REFUSED ("grapheme-joiner", "a\u034fb.example", CHARACTER, NULL),
  REFUSED ("private-use", "a\ue000.example", CHARACTER, NULL),
  REFUSED ("escape", "exam\033ple.com", CHARACTER, NULL),
  REFUSED ("delete", "exam\177ple.com", CHARACTER, NULL),
  REFUSED ("c1", "exam\xc2\x9bple.com", CHARACTER, NULL),
  REFUSED ("underscore", "a_b.example.com", CHARACTER, NULL),
  REFUSED ("percent", "exa%6dple.com", CHARACTER, NULL),
  REFUSED ("backslash", "a\\.b.example", CHARACTER, NULL),
  REFUSED ("wildcard", "*.example.com", CHARACTER, "example.com"),
  REFUSED ("quotes", "\"example.com\"", CHARACTER, "example.com"),
  REFUSED ("typographic-quotes", "“example.com”", CHARACTER, "example.com"),
  REFUSED ("comma-after", "example.com,", CHARACTER, "example.com"),
  REFUSED ("emoji", "💩.example", CHARACTER, NULL),
  REFUSED ("emoji-after", "bücher💩.example", CHARACTER, NULL),
  REFUSED ("not-equal", "a≠b.example", CHARACTER, NULL),
  REFUSED ("heart", "i❤.example", CHARACTER, NULL),
  REFUSED ("fraction", "½.example", CHARACTER, NULL),
  REFUSED ("ellipsis", "example…com", CHARACTER, NULL),
  REFUSED ("account-of", "℀.example", CHARACTER, NULL),
  REFUSED ("digit-full-stop", "⒈example.com", CHARACTER, NULL),

  /* What IDNA refuses as a whole */
  INCOMPLETE ("joiner-alone", "a\u200db.example", DOMAIN_IDN, NULL),
  INCOMPLETE ("non-joiner-alone", "a\u200cb.example", DOMAIN_IDN, NULL),
  INCOMPLETE ("mark-first", "\u0301a.example", DOMAIN_IDN, NULL),
  INCOMPLETE ("bidi-rule", "1\u05d0.example", DOMAIN_IDN, NULL),
  INCOMPLETE ("a-label-empty", "xn--.example", DOMAIN_IDN, NULL),
  INCOMPLETE ("a-label-short", "xn--a.example", DOMAIN_IDN, NULL),
  INCOMPLETE ("a-label-of-ascii", "xn--abc-.example", DOMAIN_IDN, NULL),
  INCOMPLETE ("a-label-overflow", "xn--99999999.example", DOMAIN_IDN, NULL),
  INCOMPLETE ("a-label-of-emoji", "xn--ls8h.example", DOMAIN_IDN, NULL),
  INCOMPLETE ("a-label-against-bidi-rule", "xn--a-0hc.example", DOMAIN_IDN, NULL),
  INCOMPLETE ("a-label-of-capitals", "xn--BCHER-KVA8.example", DOMAIN_IDN, NULL),
  INCOMPLETE ("a-label-with-umlaut", "xn--bücher.example", DOMAIN_IDN, NULL),

  /* IP addresses and numbers */
  INCOMPLETE ("ipv4", "192.0.2.1", DOMAIN_IP_ADDRESS, NULL),
  INCOMPLETE ("ipv4-full-width", "１９２。０。２。１", DOMAIN_IP_ADDRESS, NULL),
  INCOMPLETE ("ipv4-short", "127.1", DOMAIN_IP_ADDRESS, NULL),
  INCOMPLETE ("ipv4-hexadecimal", "127.0.0.0x1", DOMAIN_IP_ADDRESS, NULL),
  INCOMPLETE ("number", "2130706433", DOMAIN_IP_ADDRESS, NULL),
  INCOMPLETE ("number-last", "example.1", DOMAIN_IP_ADDRESS, NULL),
  REFUSED ("ipv4-brackets", "[192.0.2.1]", DOMAIN_IP_ADDRESS, NULL),
  REFUSED ("ipv6", "2001:db8::1", DOMAIN_IP_ADDRESS, NULL),
  REFUSED ("ipv6-loopback", "::1", DOMAIN_IP_ADDRESS, NULL),
  REFUSED ("ipv6-brackets", "[2001:db8::1]", DOMAIN_IP_ADDRESS, NULL),

  /* Other things that were pasted */
  REFUSED ("owner-name", "_smtp._tls.example.com", DOMAIN_OWNER_NAME, "example.com"),
  REFUSED ("owner-name-capitals", "_SMTP._TLS.Example.com.", DOMAIN_OWNER_NAME, "example.com"),
  REFUSED ("owner-name-idn", "_smtp._tls.xn--bcher-kva.example", DOMAIN_OWNER_NAME,
           "bücher.example"),
  REFUSED ("owner-name-alone", "_smtp._tls", DOMAIN_OWNER_NAME, NULL),
  REFUSED ("other-owner-name", "_mta-sts.example.com", DOMAIN_OWNER_NAME, "example.com"),
  REFUSED ("mistaken-owner-name", "_smtp_tlsrpt.example.com", DOMAIN_OWNER_NAME, "example.com"),
  REFUSED ("url", "https://example.com/tls?x#y", DOMAIN_URL, "example.com"),
  REFUSED ("url-port", "http://user:password@example.com:8080/", DOMAIN_URL, "example.com"),
  REFUSED ("url-idn", "https://bücher.example/", DOMAIN_URL, "bücher.example"),
  REFUSED ("url-at-in-path", "https://example.com/@someone", DOMAIN_URL, "example.com"),
  REFUSED ("url-ip", "http://192.0.2.1/", DOMAIN_URL, NULL),
  REFUSED ("url-backslash", "https://example.com\\@evil.example", DOMAIN_URL, "example.com"),
  REFUSED ("address", "tls@example.com", DOMAIN_ADDRESS, "example.com"),
  REFUSED ("address-mailto", "mailto:tls@example.com?subject=x", DOMAIN_ADDRESS, "example.com"),
  REFUSED ("address-named", "Postmaster <tls@example.com>", DOMAIN_ADDRESS, "example.com"),
  REFUSED ("address-literal", "tls@[192.0.2.1]", DOMAIN_ADDRESS, NULL),
  REFUSED ("path", "example.com/index.html", CHARACTER, "example.com"),
  REFUSED ("port", "example.com:25", CHARACTER, "example.com"),

  /* Octets */
  REFUSED ("not-utf8", "exam\xffple.com", ENCODING, NULL),
  REFUSED ("latin-1", "b\xfc" "cher.example", ENCODING, NULL),
  REFUSED ("overlong", "example\xc0\xae" "com", ENCODING, NULL),
  REFUSED ("surrogate", "\xed\xa0\x80.example", ENCODING, NULL),
};

/* RFC 8460 section 3 asks for A-labels, RFC 1035 section 2.3.4 for the lengths. */
static void
assert_is_domain (const char *domain)
{
  gsize label = 0;

  g_assert_cmpuint (strlen (domain), <=, TLSRPT_LIMIT_DOMAIN);
  g_assert_nonnull (strchr (domain, '.'));

  for (const char *p = domain;; p++)
    {
      if (*p == '.' || *p == '\0')
        {
          g_assert_cmpuint (label, >=, 1);
          g_assert_cmpuint (label, <=, TLSRPT_LIMIT_LABEL);
          g_assert_true (p[-1] != '-');
          if (*p == '\0')
            break;
          label = 0;
          continue;
        }

      g_assert_true (g_ascii_islower (*p) || g_ascii_isdigit (*p) || (*p == '-' && label > 0));
      label++;
    }
}

static void
test_to_ascii (gconstpointer data)
{
  const TypedCase *c = data;
  g_autofree char *unicode = NULL;
  g_autofree char *again = NULL;

  typed_assert (c, tlsrpt_domain_to_ascii);
  if (c->result == NULL)
    return;

  assert_is_domain (c->result);

  /* What is shown to people is the same domain. */
  unicode = tlsrpt_host_to_unicode (c->result);
  again = tlsrpt_domain_to_ascii (unicode, NULL);
  g_assert_cmpstr (again, ==, c->result);
}

static void
test_to_ascii_long (void)
{
  const gsize sizes[] = { TLSRPT_LIMIT_INPUT, TLSRPT_LIMIT_INPUT + 1, 1024 * 1024 };
  const char *fillers[] = { "a", "a.", ".", "ü", " ", "\xff", "xn--", "1", "-", "@", "://" };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (fillers); j++)
        {
          g_autoptr (GString) text = g_string_sized_new (sizes[i]);
          g_autoptr (GError) error = NULL;

          while (text->len < sizes[i])
            g_string_append (text, fillers[j]);
          g_string_truncate (text, sizes[i]);

          g_assert_null (tlsrpt_domain_to_ascii (text->str, &error));
          g_assert_nonnull (error);
          g_assert_cmpuint (strlen (error->message), <, 8 * TLSRPT_LIMIT_DISPLAY);
          if (sizes[i] > TLSRPT_LIMIT_INPUT)
            g_assert_error (error, TLSRPT_ERROR, TLSRPT_ERROR_TOO_LONG);
        }
    }
}

static const char *const pieces[] = {
  "a", "b-", "-", "--", "1", ".", "..", "com", "example", "xn--", "xn--bcher-kva", "ü", "ß", "ς",
  "①", "。", "．", "\u200c", "\u200d", "\u200b", "\u05d0", "\u0301", "\u202e", " ", "\t", "_",
  "_smtp._tls.", "@", "://", "/", ":", "[", "]", "💩", "℀", "\xff", "\033", "\xc2\x9b", "%", "*",
};

static void
test_to_ascii_random (void)
{
  typed_fuzz (tlsrpt_domain_to_ascii, pieces, G_N_ELEMENTS (pieces), assert_is_domain);
}

static void
test_to_owner_name (void)
{
  g_autofree char *name = tlsrpt_domain_to_owner_name ("example.com");
  g_autofree char *longest = tlsrpt_domain_to_owner_name (NAME_242);

  g_assert_cmpstr (name, ==, "_smtp._tls.example.com");
  g_assert_cmpuint (strlen (longest), ==, TLSRPT_LIMIT_NAME);
}

typedef struct
{
  const char *domain;
  const char *zone;
  const char *name; /* NULL: the zone does not contain the domain */
} Relation;

static const Relation relations[] = {
  { "example.com", "example.com", "_smtp._tls" },
  { "mail.example.com", "example.com", "_smtp._tls.mail" },
  { "a.b.example.com", "example.com", "_smtp._tls.a.b" },
  { "a.b.example.com", "b.example.com", "_smtp._tls.a" },
  { "example.com", "com", "_smtp._tls.example" },
  { "xn--bcher-kva.example", "example", "_smtp._tls.xn--bcher-kva" },
  { "example.com", "mail.example.com", NULL },
  { "example.com", "example.net", NULL },
  { "badexample.com", "example.com", NULL },
  { "example.com", "xample.com", NULL },
  { "example.com.net", "example.com", NULL },
  { "com", "example.com", NULL },
};

static void
test_to_relative_name (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (relations); i++)
    {
      const Relation *c = &relations[i];
      g_autofree char *name = tlsrpt_domain_to_relative_name (c->domain, c->zone);

      g_test_message ("%s in %s", c->domain, c->zone);
      g_assert_cmpstr (name, ==, c->name);
      g_assert_cmpint (tlsrpt_domain_is_within (c->domain, c->zone), ==, c->name != NULL);

      /* The panel appends the zone: that must give the absolute name. */
      if (name != NULL)
        {
          g_autofree char *appended = g_strdup_printf ("%s.%s", name, c->zone);
          g_autofree char *absolute = tlsrpt_domain_to_owner_name (c->domain);

          g_assert_cmpstr (appended, ==, absolute);
        }
    }
}

static void
test_guess_zone (void)
{
  static const struct
  {
    const char *domain;
    const char *zone;
  } cases[] = {
    { "example.com", "example.com" },
    { "www.example.com", "example.com" },
    { "a.b.example.com", "example.com" },
    { "example.co.uk", "example.co.uk" },
    { "mail.example.co.uk", "example.co.uk" },
    { "mail.example.com.au", "example.com.au" },
    { "project.github.io", "project.github.io" },
    { "mail.project.github.io", "project.github.io" },
    { "mail.example.xn--p1ai", "example.xn--p1ai" },
    /* A suffix has no registrable part; one that is not in the list is one. */
    { "co.uk", "co.uk" },
    { "github.io", "github.io" },
    { "a.example.internal", "example.internal" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *zone = tlsrpt_domain_guess_zone (cases[i].domain);

      g_assert_cmpstr (zone, ==, cases[i].zone);
      g_assert_true (tlsrpt_domain_is_within (cases[i].domain, zone));
    }
}

static void
test_to_unicode (void)
{
  static const struct
  {
    const char *ascii;
    const char *unicode;
  } cases[] = {
    { "example.com", "example.com" },
    { "xn--bcher-kva.example", "bücher.example" },
    { "xn--strae-oqa.example", "straße.example" },
    { "xn--nxasmm1c.example", "βόλος.example" },
    { "www.xn--h1alffa9f.xn--p1ai", "www.россия.рф" },
    /* What has no U-label stays as it is. */
    { "xn--99999999.example", "xn--99999999.example" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *unicode = tlsrpt_host_to_unicode (cases[i].ascii);

      g_assert_cmpstr (unicode, ==, cases[i].unicode);
    }
}

static void
test_is_lookalike (void)
{
  static const char *const alike[] = {
    "аррӏе.com", "pаypal.com", "example.со", "www.ехаре.com", "ο.example", "mαil.example",
  };
  static const char *const distinct[] = {
    "example.com", "bücher.example", "россия.рф", "βόλος.example", "例え.テスト", "한국.kr",
    "www.россия.рф", "xn--80ak6aa92e.com", "1.2",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (alike); i++)
    {
      g_test_message ("%s", alike[i]);
      g_assert_true (tlsrpt_host_is_lookalike (alike[i]));
    }

  for (gsize i = 0; i < G_N_ELEMENTS (distinct); i++)
    {
      g_test_message ("%s", distinct[i]);
      g_assert_false (tlsrpt_host_is_lookalike (distinct[i]));
    }
}

static void
test_shown (void)
{
  static const char *const names[][2] = {
    { "example.com", "example.com" },
    { "xn--bcher-kva.example", "bücher.example" },
    { "xn--80ak6aa92e.example", "xn--80ak6aa92e.example" },
    { "mail.xn--80ak6aa92e.example", "mail.xn--80ak6aa92e.example" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *shown = tlsrpt_host_dup_shown (names[i][0]);

      g_assert_cmpstr (shown, ==, names[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  typed_add_tests ("/domain/to-ascii", inputs, G_N_ELEMENTS (inputs), test_to_ascii);

  g_test_add_func ("/domain/to-ascii/long", test_to_ascii_long);
  g_test_add_func ("/domain/to-ascii/random", test_to_ascii_random);
  g_test_add_func ("/domain/to-owner-name", test_to_owner_name);
  g_test_add_func ("/domain/to-relative-name", test_to_relative_name);
  g_test_add_func ("/domain/guess-zone", test_guess_zone);
  g_test_add_func ("/domain/to-unicode", test_to_unicode);
  g_test_add_func ("/domain/is-lookalike", test_is_lookalike);
  g_test_add_func ("/domain/shown", test_shown);

  return g_test_run ();
}
