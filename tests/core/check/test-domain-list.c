/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-domain-list.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *domains;
  const char *others;
} Case;

static const Case lists[] = {
  { "empty", "", "", "" },
  { "space", " \n\t\r\n", "", "" },
  { "lines", "a.example\nb.example\n", "a.example b.example", "" },
  { "crlf", "a.example\r\nb.example\r\n", "a.example b.example", "" },
  { "one-line", "a.example b.example\tc.example", "a.example b.example c.example", "" },
  { "commas", "a.example, b.example;c.example,", "a.example b.example c.example", "" },
  { "comments", "# all\na.example # of ours\n#b.example", "a.example", "" },
  { "twice", "a.example\nA.Example.\na.example", "a.example", "" },
  { "idn", "b\xc3\xbc" "cher.example", "xn--bcher-kva.example", "" },
  { "no-domain", "x_y.example\na.example 1.2.3.4", "a.example", "x_y.example 1.2.3.4" },
  { "words", "our domains: a.example", "a.example", "our domains:" },
  { "type-as-word", "good.example  a customer in Berlin", "good.example",
    "a customer in Berlin" },
  { "sentence", "a.example\nb.example\nnot a domain!\n", "a.example b.example",
    "not a domain!" },
  { "types-as-words", "a.example mx 10 servers now\nb.example txt none\nc.example ns hosting\n",
    "a.example b.example c.example", "mx 10 servers now txt none ns hosting" },
  { "soa-as-word", "a.example SOA see below\n", "a.example", "SOA see below" },
  { "capitals", "a.example IN USE\nb.example 2024 NEW\n", "a.example b.example",
    "IN USE 2024 NEW" },
  { "csv", "domain,type,address\na.example,A,192.0.2.1\nb.example,MX,10\n",
    "a.example b.example", "domain type address A 192.0.2.1 MX 10" },
  { "tabs", "a.example\ta\tcustomer\nb.example\tA\t1\n", "a.example b.example",
    "a customer A 1" },
  { "an-entry-among-domains", "a.example\nb.example A 192.0.2.1\n", "a.example b.example",
    "A 192.0.2.1" },
  { "comment-of-a-zone", "# $ORIGIN a.example.\nb.example # IN A 192.0.2.1\n", "b.example", "" },
  { "parenthesis", "a.example (not ours\nb.example\n", "a.example b.example", "(not ours" },
};

static const Case zones[] = {
  { "one", "$ORIGIN example.com.\n$TTL 3600\n"
           "@ IN SOA ns hostmaster ( 2026120101 ; serial\n  7200 3600 1209600 3600 )\n"
           "  IN NS ns\n  IN MX 10 mx\n"
           "_smtp._tls IN TXT \"v=TLSRPTv1; rua=mailto:tls@example.com\"\n"
           "mx IN A 192.0.2.1\n",
    "example.com", "" },
  { "below", "$ORIGIN example.com.\n@ 3600 IN MX 10 mx\nlists IN 1h MX 10 mx\n"
             "a.example. MX 10 mx\nwww A 192.0.2.1\n",
    "example.com lists.example.com a.example", "" },
  { "origin-twice", "$ORIGIN example.com.\n@ MX 1 mx\n$ORIGIN sub\n@ MX 1 mx\n"
                    "$ORIGIN example.org.\n@ MX 1 mx\n",
    "example.com sub.example.com example.org", "" },
  { "record-alone", "_smtp._tls.example.com. 300 IN TXT \"v=TLSRPTv1; rua=mailto:a@b.example\"\n",
    "example.com", "" },
  { "dig", ";; ANSWER SECTION:\nexample.com.\t\t300\tIN\tMX\t10 mx.example.com.\n",
    "example.com", "" },
  { "null-mx", "example.com. IN MX 0 .\nexample.org. IN MX 10 mx.example.org.\n",
    "example.org", "" },
  { "comment", "example.com. IN MX 10 mx ; not example.net. IN MX 10 mx\n", "example.com", "" },
  { "string", "a.example. IN TXT \"; ( a\"\n  IN MX 10 mx\n", "a.example", "" },
  { "no-origin", "@ IN MX 10 mx\nlists IN MX 10 mx\n", "", "" },
  { "wildcard", "*.example.com. IN MX 10 mx\n", "", "*.example.com" },
  { "soa-alone", "example.com. 300 IN SOA ns.example.com. h.example.com. 1 2 3 4 5\n"
                 "a.example. MX 10 mx\nsome more\nand more\n", "a.example", "" },
  { "mostly", "a.example. MX 10 mx.a.example.\n# ours\n\nb.example. IN MX 10 mx\n(c)\n",
    "a.example b.example", "" },
  { "joined-lines", "_smtp._tls.a.example. IN TXT ( \"v=TLSRPTv1; \"\n \"rua=\"\n"
                    " \"mailto:a@a.example\"\n )\n", "a.example", "" },
  { "other-types", "a.example. 300 IN CAA 0 issue \"ca.example\"\n"
                   "a.example.\t300\tIN\tMX\t10 mx\na.example. 300 IN RRSIG MX 8 2 300\n",
    "a.example", "" },
  { "hosts", "a.example. NS ns.a.example.\nwww.a.example. IN CNAME a\na.example. AAAA 2001:db8::1\n"
             "a.example. MX 0 mx\n", "a.example", "" },
  { "no-mail", "www.example.com. IN A 192.0.2.1\n", "", "" },
};

static void
assert_read (const Case *c,
             gboolean    is_zone)
{
  g_autoptr (TlsrptDomainList) list = tlsrpt_domain_list_new (c->text);
  g_autofree char *domains = NULL;
  g_autofree char *others = NULL;

  g_ptr_array_add (list->domains, NULL);
  g_ptr_array_add (list->others, NULL);
  domains = g_strjoinv (" ", (char **) list->domains->pdata);
  others = g_strjoinv (" ", (char **) list->others->pdata);
  g_assert_cmpint (list->is_zone, ==, is_zone);
  g_assert_cmpstr (domains, ==, c->domains);
  g_assert_cmpstr (others, ==, c->others);
}

static void
test_list (gconstpointer data)
{
  assert_read (data, FALSE);
}

static void
test_zone (gconstpointer data)
{
  assert_read (data, TRUE);
}

static void
add (const char    *path,
     const Case    *cases,
     gsize          n_cases,
     GTestDataFunc  func)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *name = g_strdup_printf ("/domain-list/%s/%s", path, cases[i].name);

      g_test_add_data_func (name, &cases[i], func);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("list", lists, G_N_ELEMENTS (lists), test_list);
  add ("zone", zones, G_N_ELEMENTS (zones), test_zone);

  return g_test_run ();
}
