/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What people paste, a table for each kind of thing that can go wrong with it. */

#include "config.h"

#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-lint.h"
#include "tlsrpt-paste.h"

#include <stdlib.h>

#define A "mailto:a@b.example"
#define V "v=TLSRPTv1; rua=" A
#define HELD "\"" V "\""
#define NAME "_smtp._tls.example.com"

typedef struct
{
  const char *kind;
  const char *text;
  const char *values; /* with “|” between several */
  const char *names;  /* the same; “-” for none */
} Case;

static const Case cases[] = {
  /* The strings of a record are joined, whatever joins them. */
  { "joined", "records = [\"v=TLSRPTv1; rua=mai\\\"\\\"lto:a@b.example\"]", V, "-" },
  { "joined", "rrdatas = [\"\\\"v=TLSRPTv1; rua=mai\\\" \\\"lto:a@b.example\\\"\"]", V, "-" },
  { "joined", "x = \"v=TLSRPTv1; rua=\" + \"mailto:a@b.example\"", V, "-" },
  { "joined", "$x = 'v=TLSRPTv1; rua=' . 'mailto:a@b.example';", V, "-" },
  { "joined", "x = 'v=TLSRPTv1; ' \\\n    'rua=mailto:a@b.example'", V, "-" },
  { "joined", "foo(\n  \"v=TLSRPTv1; \"\n  \"rua=mailto:a@b.example\"\n)", V, "-" },
  { "joined", "{\"name\":\"" NAME "\",\"strings\":[\"v=TLSRPTv1; rua=mai\",\"lto:a@b.example\"]}", V,
    NAME },
  { "joined", "[[\"v=TLSRPTv1; rua=mai\",\"lto:a@b.example\"]]", V, "-" },
  { "joined", "update add " NAME " 60 TXT \"v=TLSRPTv1; rua=mai\" \"lto:a@b.example\"", V, NAME },
  { "joined", "records = [join(\"\", [\"v=TLSRPTv1; \", \"rua=mailto:a@b.example\"])]", V, "-" },
  { "separate", "[\"" V "\", \"" V ",mailto:c@d.example\"]", V "|" V ",mailto:c@d.example", "-|-" },
  { "separate", "values:\n  - \"" V "\"\n  - \"" V "1\"\n", V "|" V "1", "-|-" },

  /* Marks that DNS holds stay, those of a notation go. */
  { "held", "\"\\\"" V "\\\"\"", HELD, "-" },
  { "held", NAME " descriptive text \"\\\"" V "\\\"\"", HELD, NAME },
  { "held", NAME "\ttext = \"\\\"" V "\\\"\"", HELD, NAME },
  { "held", NAME "\ttext =\n\n\t\"\"" V "\"\"\n", HELD, NAME },
  { "held", "Strings : {\"" V "\"}", HELD, "-" },
  { "held", "{\"Answer\":[{\"name\":\"" NAME "\",\"type\":16,\"data\":\"\\\"\\\\\\\"" V
    "\\\\\\\"\\\"\"}]}", HELD, NAME },
  { "held", "\"TXT\",\"_smtp._tls\",\"\"\"" V "\"\"\"", HELD, "_smtp._tls" },
  { "held", NAME " TXT 16 0 01:00:00 {\"" V "\"}", HELD, NAME },
  { "notation", NAME " IN TXT \"" V "\"", V, NAME },
  { "notation", "[{\"name\":\"" NAME "\",\"records\":[\"\\\"" V "\\\"\"]}]", V, NAME },
  { "notation", "content = \"\\\"" V "\\\"\"", V, "-" },
  { "notation", "{\"content\":\"\\\"" V "\\\"\"}", V, "-" },
  { "notation", "{\"Answer\":[{\"type\":16,\"data\":\"\\\"" V "\\\"\"}]}", V, "-" },
  { "notation", "rrdatas = [\n  \"\\\"" V "\\\"\",\n]", V, "-" },
  { "notation", "--record-data '\"" V "\"'", V, "-" },
  { "notation", "`\"" V "\"`", V, "-" },
  { "notation", "nsupdate <<< \"update add " NAME ". 60 TXT \\\"" V "\\\"\"", V, NAME "." },

  /* Each record has its name. */
  { "names", "_smtp._tls\tTXT\t\"" V "\"\n_smtp._tls.mail\tTXT\t\"" V "\"\n", V "|" V,
    "_smtp._tls|_smtp._tls.mail" },
  { "names", "\"_smtp._tls.a.example\",\"" V "\"\n\"_smtp._tls.b.example\",\"" V "\"\n", V "|" V,
    "_smtp._tls.a.example|_smtp._tls.b.example" },
  { "names", "name = \"_smtp._tls.a.example\"\nrecords = [\"" V "\"]\n"
    "name = \"_smtp._tls.b.example\"\nrecords = [\"" V "\"]\n", V "|" V,
    "_smtp._tls.a.example|_smtp._tls.b.example" },
  { "names", "{\"name\":\"_smtp._tls.a.example\",\"content\":\"" V "\"}\n"
    "{\"name\":\"_smtp._tls.b.example\",\"content\":\"" V "\"}\n", V "|" V,
    "_smtp._tls.a.example|_smtp._tls.b.example" },
  { "names", "$ORIGIN a.example.\n_smtp._tls TXT \"" V "\"\n$ORIGIN _tls.b.example.\n"
    "_smtp TXT \"" V "\"\n", V "|" V, "_smtp._tls.a.example.|_smtp._tls.b.example." },
  { "names", NAME ". 60 IN A 192.0.2.1\n\t60 IN TXT \"" V "\"\n", V, NAME "." },
  { "names", "zones/example.com:12:_smtp._tls IN TXT \"" V "\"", V, "_smtp._tls" },
  { "names", "TXT " NAME ". 5m00s   \"" V "\"", V, NAME "." },
  { "names", "\\_smtp.\\_tls.example.com TXT \"" V "\"", V, NAME },
  { "names", "2025-06-01T00:00:00Z " NAME ". 300 IN TXT \"" V "\"", V, NAME "." },
  { "names", "Name:\n_smtp._tls\nContent:\n" V "\n", V, "_smtp._tls" },

  /* What the DNS server of Windows prints, and reads. */
  { "windows", "HostName  RecordType Type Timestamp TimeToLive RecordData\n"
    "--------  ---------- ---- --------- ---------- ----------\n"
    "_smtp._tls TXT 16 0 01:00:00 {" V "}", V, "_smtp._tls" },
  { "windows", "_smtp._tls            TXT        16     12/1/2026 08:00:00 01:00:00        {" V "}", V,
    "_smtp._tls" },
  { "windows", "_smtp._tls.mail TXT 16 0 1.00:00:00 {" V "}", V, "_smtp._tls.mail" },
  { "windows", "HostName : _smtp._tls\nRecordType : TXT\nDescriptiveText : " V "\n", V, "_smtp._tls" },
  { "windows", "Add-DnsServerResourceRecord -Txt -Name \"_smtp._tls\" -DescriptiveText \"" V "\"", V,
    "_smtp._tls" },
  { "windows", "dnscmd /recordadd example.com _smtp._tls TXT \"" V "\"", V, "_smtp._tls" },
  { "windows", "PS C:\\> (Resolve-DnsName " NAME " -Type TXT).Strings\n" V "\n", V, NAME },

  /* Of several strings the one that begins a record is it. */
  { "which", "TXT(\"_smtp._tls\", \"" V "\", TTL(\"1h\")),", V, "_smtp._tls" },
  { "which", "name: \"_smtp._tls\", type: \"TXT\", content: \"" V "\"", V, "_smtp._tls" },
  { "which", "\"TXT\";\"_smtp._tls\";\"" V "\";\"3600\"", V, "_smtp._tls" },
  { "which", "('_smtp._tls', 'TXT', '" V "')", V, "_smtp._tls" },
  { "which", "'_smtp._tls' => \"" V "\",", V, "_smtp._tls" },
  { "which", "INSERT INTO records VALUES (1, '" NAME "', 'TXT', '\"" V "\"', 3600);", V, NAME },

  /* What follows on the line is not part of it. */
  { "rest", "| TXT | _smtp._tls | " V " | 3600 |", V, "_smtp._tls" },
  { "rest", "TXT   _smtp._tls   " V "   Auto   DNS only", V, "_smtp._tls" },
  { "rest", "Publish " V ", then wait.", V, "-" },
  { "rest", "We have " V " in DNS.", V, "-" },
  { "rest", "It is [" V "] now", V, "-" },
  { "rest", "Use <" V "> there", V, "-" },
  { "rest", "**" V "** is right", V, "-" },
  { "rest", "<value>" V "</value>", V, "-" },
  { "rest", "<record><name>_smtp._tls</name><value>" V "</value></record>", V, "_smtp._tls" },
  { "rest", "<txt:string ttl=\"60\">" V "</txt:string> <x/>", V, "-" },
  { "rest", "_smtp._tls\t" V "\tada@c.example\tEdit", V, "_smtp._tls" },
  { "rest", "echo \"TXT " V "\" # done", V, "-" },
  { "rest", "v=TLSRPTv1;\trua=" A "\tAuto", "v=TLSRPTv1;\trua=" A, "-" },

  /* Marks before a line are no names. */
  { "marks", "* " NAME ". IN TXT \"" V "\"", V, NAME "." },
  { "marks", "1. " NAME ". IN TXT \"" V "\"", V, NAME "." },
  { "marks", "> > " NAME ". IN TXT \"" V "\"", V, NAME "." },
  { "marks", "• " NAME ". IN TXT \"" V "\"", V, NAME "." },
  { "marks", "- [ ] " NAME ". IN TXT \"" V "\"", V, NAME "." },
  { "marks", "+" NAME ". IN TXT \"" V "\"", V, NAME "." },
  { "marks", "     7\t" NAME ". IN TXT \"" V "\"", V, NAME "." },
  { "marks", "user@host:~$ " NAME ". IN TXT \"" V "\"", V, NAME "." },
  { "marks", "- '" NAME ". 60 IN TXT \"" V "\"'", V, NAME "." },
  { "marks", "* 60 IN TXT \"" V "\"", V, "*" },
  { "diff", "- \"v=TLSRPTv1; rua=mailto:old@b.example\"\n+ \"" V "\"\n", V, "-" },
  { "diff", "--- a/zone\n+++ b/zone\n@@ -1,2 +1,2 @@\n $ORIGIN example.com.\n"
    "-_smtp._tls TXT \"v=TLSRPTv1; rua=mailto:old@b.example\"\n+_smtp._tls TXT \"" V "\"\n", V,
    NAME "." },
  { "diff", "+v=TLSRPTv1; rua=" A "\n-v=TLSRPTv1; rua=mailto:old@b.example\n", V, "-" },
  { "diff", "-" NAME ". IN TXT \"" V "\"\n", V, NAME "." },
  { "diff", "-" NAME ". IN TXT \"v=TLSRPTv1; rua=mailto:old@b.example\"\n+" NAME ". IN TXT \"" V
    "\"\n", V, NAME "." },
  { "diff", "~ records = [\n  - \"v=TLSRPTv1; rua=mailto:old@b.example\",\n  + \"" V "\",\n]", V,
    "-" },

  /* A record that was found through an alias is at the name of the alias. */
  { "alias", NAME "  CNAME  300  Answer  t.example.net\nt.example.net  TXT  300  Answer  {" V "}\n",
    V, NAME },
  { "alias", "Name : " NAME "\nType : CNAME\nNameHost : t.example.net\n\nName : t.example.net\n"
    "Strings : {" V "}\n", V, NAME },
  { "alias", "t.example.net. 5 IN TXT \"" V "\"\n" NAME ". 5 IN CNAME t.example.net.\n", V,
    NAME "." },
  { "alias", "{\"Answer\":[{\"name\":\"" NAME ".\",\"type\":5,\"data\":\"u.example.\"},"
    "{\"name\":\"u.example.\",\"type\":5,\"data\":\"t.example.\"},"
    "{\"name\":\"t.example.\",\"type\":16,\"data\":\"" V "\"}]}", V, NAME "." },
  { "alias", "[{\"Name\":\"" NAME "\",\"Type\":5,\"NameHost\":\"t.example\"},"
    "{\"Name\":\"t.example\",\"Type\":16,\"Strings\":[\"" V "\"]}]", V, NAME },
  { "alias", "CNAME " NAME ". 5m t.example.\nTXT t.example. 5m \"" V "\"\n", V, "-" },
  { "alias", "a. 5 IN CNAME b.\nb. 5 IN CNAME a.\na. 5 IN TXT \"" V "\"\n", V, "a." },

  /* What programs do to a text on the way. */
  { "markup", "v=TLSRPTv1; rua=mailto:[a@b.example](mailto:a@b.example)", V, "-" },
  { "markup", "v=TLSRPTv1; rua=mailto:[a@b.example](mailto:a@b.example \"Write\")", V, "-" },
  { "markup", "v=TLSRPTv1; rua=<mailto:a@b.example|mailto:a@b.example>", V, "-" },
  { "markup", "v=TLSRPTv1; rua=mailto:a@b.example<mailto:a@b.example>", V, "-" },
  { "markup", "v=TLSRPTv1; rua=mailto:[a@b.example|mailto:a@b.example]", V, "-" },
  { "markup", "v=TLSRPTv1; rua=mailto:[[mailto:a@b.example][a@b.example]]", V, "-" },
  { "markup", "v=TLSRPTv1; rua=mailto:[email]a@b.example[/email]", V, "-" },
  { "markup", "v=TLSRPTv1; rua=mailto:a[@]b[.]example", V, "-" },
  { "markup", "v=TLSRPTv1; rua=mailto:<a href=\"mailto:a@b.example\">a@b.example</a>", V, "-" },
  { "markup", "<td>_smtp._tls</td><td>v=TLSRPTv1; rua=mailto&colon;a&#x40;b.example</td></tr>", V,
    "_smtp._tls" },
  { "markup", "&amp;quot;v=TLSRPTv1; rua=mailto:a@b&amp;#46;example&amp;quot;", V, "-" },
  { "markup", "<!-- \"v=TLSRPTv1; rua=mailto:old@b.example\" --><code>" V "</code>", V, "-" },
  { "markup", "v=3DTLSRPTv1; rua=3Dmailto:a@b.exa=\nmple", V, "-" },
  { "markup", "name=x&content=v%3DTLSRPTv1%3B%20rua%3Dmailto%3Aa%40b.example", V, "-" },
  { "markup", "ｖ＝TLSRPTv1；　rua＝mailto：a＠b.example", V, "-" },
  { "markup", "v=TLSRPTv1; rua=mailto:a\u2011c@b.example", "v=TLSRPTv1; rua=mailto:a-c@b.example",
    "-" },
  /* Where the link leads elsewhere, nobody knows what was meant. */
  { "markup", "v=TLSRPTv1; rua=mailto:[a@b.example](mailto:c@d.example)",
    "v=TLSRPTv1; rua=mailto:[a@b.example](mailto:c@d.example)", "-" },

  /* Lists that are the strings of one record. */
  { "joined", "{\"TXTRecords\":[{\"value\":[\"v=TLSRPTv1; rua=mai\",\"lto:a@b.example\"]}],"
    "\"name\":\"_smtp._tls\"}", V, "_smtp._tls" },
  { "joined", "TXT(\"_smtp._tls\", [\"v=TLSRPTv1; rua=mai\", \"lto:a@b.example\"]),", V, "_smtp._tls" },
  { "joined", "txt-record=" NAME ",\"v=TLSRPTv1; rua=mai\",\"lto:a@b.example\"", V, NAME },
  { "joined", "[ [ 'v=TLSRPTv1; rua=mai', 'lto:a@b.example' ] ]", V, "-" },
  { "joined", "> \"v=TLSRPTv1; rua=mai\n> lto:a@b.example\"", V, "-" },
  { "joined", "> v=TLSRPTv1; rua=\n>> mailto:a@b.example", "v=TLSRPTv1; rua=" A, "-" },

  /* Data by the number of the type (RFC 3597). */
  { "generic", NAME ". 300 CLASS1 TYPE16 \\# 35 22763D544C535250547631 3B207275613D6D61696C746F"
    "3A6140622E6578616D706C65", V, NAME "." },
  { "generic", NAME ". IN TYPE16 \\# 8 07763d544c535250", "v=TLSRP", NAME "." },
  { "generic", NAME ". IN TXT \\# 9 (\n 03763d54 ; first\n 0454 4c5352 )", "v=TTLSR", NAME "." },
  { "generic", NAME ". TYPE16 ( \\# 4 03763d54 )", "v=T", NAME "." },
  { "generic", NAME ". TYPE16 \\# 4 03763D54 ; a comment", "v=T", NAME "." },
  /* What does not add up stays as it is. */
  { "generic", NAME ". TYPE16 \\# 5 03763d54", "\\# 5 03763d54", NAME "." },
  { "generic", NAME ". TYPE16 \\# 4 04763d54", "\\# 4 04763d54", NAME "." },
  { "generic", NAME ". TYPE16 \\# 4 03763d5454", "\\# 4 03763d5454", NAME "." },

  /* Lines of tinydns, with octal escapes. */
  { "tinydns", "'" NAME ":v=TLSRPTv1; rua=mailto\\072a@b.example:86400", V, NAME },
  { "tinydns", "'" NAME ":v=TLSRPTv1;\\040rua=mailto\\072a@b.example", V, NAME },
  { "tinydns", "# zone\n'" NAME ":v=TLSRPTv1; rua=mailto\\072a@b.example:60:4000000038af1379\n", V,
    NAME },
  { "tinydns", ":" NAME ":16:\\042v=TLSRPTv1; rua=mailto\\072a@b.example:60", V, NAME },
  { "tinydns", ":" NAME ":16:\\023v=TLSRPTv1; rua=mai\\017lto\\072a@b.example", V, NAME },
  /* A colon ends a field: this is what tinydns would publish. */
  { "tinydns", "'" NAME ":v=TLSRPTv1; rua=mailto:a@b.example:60", "v=TLSRPTv1; rua=mailto", NAME },
  { "tinydns", "'" NAME ". IN TXT \"" V "\"'", V, NAME "." },

  /* A comment is not part of the value. */
  { "comment", V " # reports", V, "-" },
  { "comment", V " // reports", V, "-" },
  { "comment", V " /* reports */", V, "-" },
  { "comment", V " <!-- reports -->", V, "-" },
  { "comment", V "   ; reports go here", V, "-" },
  { "comment", V "\t; reports", V, "-" },
  { "comment", V " ; x=1", V " ; x=1", "-" },
  { "comment", "v=TLSRPTv1; rua=https://b.example/#x", "v=TLSRPTv1; rua=https://b.example/#x", "-" },

  /* The name on a line above, in a form. */
  { "form", "Name: " NAME "\nValue: " V, V, NAME },
  { "form", "Name: example.com\nType: TXT\nValue: " V, V, "example.com" },
  { "form", "Host name: example.com.\nValue: " V, V, "example.com." },
  { "form", "Domain: example.com\nValue: " V, V, "-" },
  { "form", "Name: Ada Lovelace\nValue: " V, V, "-" },
  { "form", "- dnsName: " NAME "\n  targets:\n  - \"" V "\"", V, NAME },
  { "form", "$ORIGIN .\n" NAME " TXT \"" V "\"", V, NAME "." },

  /* A change that a plan shows. */
  { "diff", "~ content = \"v=TLSRPTv1; rua=mailto:old@b.example\" -> \"" V "\"", V, "-" },
  { "diff", "#1: ± MODIFY " NAME " TXT (\"v=TLSRPTv1; rua=mailto:old@b.example\" ttl=300) -> (\"" V
    "\" ttl=300)", V, NAME },
  { "diff", "#1: + CREATE " NAME " TXT \"" V "\" ttl=300", V, NAME },
  { "diff", "_smtp._tls: v=TLSRPTv1; rua=mailto:old@b.example → " V, V, "_smtp._tls" },

  /* What mail programs and terminals add. */
  { "markup", "v=TLSRPTv1; rua=mailto:a@b.example [mailto:a@b.example]", V, "-" },
  { "markup", "v=TLSRPTv1; rua=mailto:a@b.example [mailto:a@b.example],https://c.example/x "
    "[https://c.example/x]", V ",https://c.example/x", "-" },
  { "markup", "v=TLSRPTv1; rua=mailto:a@b.example [mailto:c@d.example]",
    "v=TLSRPTv1; rua=mailto:a@b.example [mailto:c@d.example]", "-" },
  { "markup", "v=TLSRPTv1; rua=https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2F"
    "b.example%2Fx&data=05", "v=TLSRPTv1; rua=https://b.example/x", "-" },
  { "markup", "\x1b[32m" NAME ".\x1b[0m TXT \x1b[33m\"" V "\"\x1b[0m", V, NAME "." },
  { "markup", "dj1UTFNSUFR2MTsgcnVhPW1haWx0bzphQGIuZXhhbXBsZQ==", V, "-" },
  { "markup", "tXTRecord:: dj1UTFNSUFR2MTsgcnVhPW1haWx0bzphQGIuZXhhbXBsZQ==\n", V, "-" },
  { "markup", "https://dns.example/?name=_smtp._tls&value=v%3DTLSRPTv1%3B+rua%3Dmailto%3Aa%40b.example"
    "&ttl=300", V, "_smtp._tls" },
  { "markup", "v=3DTLSRPTv1; rua=3Dmailto:a@b.example=", V, "-" },
  { "markup", "``" V "``", V, "-" },
  { "markup", "{\\rtf1\\ansi\\deff0 {\\fonttbl {\\f0 Courier;}}\n\\f0\\fs24 " V "\\par\n}", V, "-" },
  { "markup", "{\\rtf1\\ansi \\'93" V "\\'94\\par }", V, "-" },
  { "markup", "{\\rtf1 v=TLSRPTv1; rua=mailto:{\\field{\\*\\fldinst{HYPERLINK \"mailto:a@b.example\"}}"
    "{\\fldrslt{a@b.example}}}\\par}", V, "-" },
  { "markup", "{\\rtf1 " NAME ". TXT\\tab \\u8220?" V "\\u8221?}", V, NAME "." },
  { "markup", "{\\rtf1 \\trowd _smtp._tls\\cell " V "\\cell\\row}", V, "_smtp._tls" },

  /* One record that is shown twice is one. */
  { "once", "a _smtp._tls TXT '\"" V "\"'\nb " NAME ". TXT '\"" V "\"'\n", V, NAME "." },
};

static char *
join (GPtrArray *records,
      gboolean   names)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const TlsrptPasted *record = g_ptr_array_index (records, i);

      if (i > 0)
        g_string_append_c (all, '|');
      if (!names)
        g_string_append_len (all, record->text->str, record->text->len);
      else
        g_string_append (all, record->name != NULL ? record->name : "-");
    }

  return g_string_free (all, FALSE);
}

static void
test_kind (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GPtrArray) records = tlsrpt_paste_read (c->text, strlen (c->text), NULL);
  g_autofree char *values = NULL;
  g_autofree char *names = NULL;

  g_test_message ("%s", c->text);
  g_assert_nonnull (records);
  values = join (records, FALSE);
  names = join (records, TRUE);
  g_assert_cmpstr (values, ==, c->values);
  g_assert_cmpstr (names, ==, c->names);
}

typedef struct
{
  const char  *text;
  int          code; /* of TlsrptError */
} AbsenceCase;

static const AbsenceCase absences[] = {
  { "; <<>> DiG <<>> TXT x\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n"
    ";; QUESTION SECTION:\n;x. IN TXT\n", TLSRPT_ERROR_NO_RECORD },
  { ";; ->>HEADER<<- opcode: QUERY, status: SERVFAIL, id: 1\n", TLSRPT_ERROR_LOOKUP_FAILED },
  { ";; ->>HEADER<<- opcode: QUERY, rcode: NXDOMAIN, id: 5\n", TLSRPT_ERROR_NO_NAME },
  { ";; ->>HEADER<<- opcode: QUERY, status: REFUSED, id: 1\n", TLSRPT_ERROR_LOOKUP_FAILED },
  { ";; communications error to 192.0.2.1#53: timed out\n;; no servers could be reached\n",
    TLSRPT_ERROR_LOOKUP_TIMED_OUT },
  { ";; resolution failed: ncache nxrrset\n", TLSRPT_ERROR_NO_RECORD },
  { NAME " has no TXT record\n", TLSRPT_ERROR_NO_RECORD },
  { "Host " NAME " not found: 2(SERVFAIL)\n", TLSRPT_ERROR_LOOKUP_FAILED },
  { "** server can't find " NAME ": NXDOMAIN\n", TLSRPT_ERROR_NO_NAME },
  { "*** Can't find " NAME ": No answer\n", TLSRPT_ERROR_NO_RECORD },
  { "*** dns.example can't find " NAME ": Non-existent domain\n", TLSRPT_ERROR_NO_NAME },
  { "DNS request timed out.\n    timeout was 2 seconds.\n", TLSRPT_ERROR_LOOKUP_TIMED_OUT },
  { "Resolve-DnsName : " NAME " : DNS name does not exist\n", TLSRPT_ERROR_NO_NAME },
  { "Resolve-DnsName : " NAME " : This operation returned because the timeout period expired\n",
    TLSRPT_ERROR_LOOKUP_TIMED_OUT },
  { "example.com  SOA  900  Authority  ns.example.com  hostmaster.example.com\n",
    TLSRPT_ERROR_NO_RECORD },
  { "{\"Status\":3,\"Question\":[{\"name\":\"" NAME "\",\"type\":16}]}", TLSRPT_ERROR_NO_NAME },
  { "{\n  \"Status\": 0,\n  \"Question\": [{\"name\": \"x\", \"type\": 16}]\n}",
    TLSRPT_ERROR_NO_RECORD },
  { "{\"Status\":2}", TLSRPT_ERROR_LOOKUP_FAILED },
  { "{\"Status\":0,\"Answer\":[{\"name\":\"" NAME "\",\"type\":5,\"data\":\"x.example.\"}]}",
    TLSRPT_ERROR_NO_RECORD },
  { "Error: queryTxt ENOTFOUND " NAME, TLSRPT_ERROR_NO_NAME },
  { "PS C:\\> Resolve-DnsName -Type TXT " NAME "\nResolve-DnsName : " NAME " : DNS name does not "
    "exist\nAt line:1 char:1\n+ Resolve-DnsName -Type TXT " NAME "\n+ ~~~~~~~~~~~~~~~\n",
    TLSRPT_ERROR_NO_NAME },
  { "$ dig TXT " NAME "\n;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 1\n",
    TLSRPT_ERROR_NO_NAME },
  { "Error: queryTxt EREFUSED " NAME, TLSRPT_ERROR_LOOKUP_FAILED },
  { "lookup " NAME " on 192.0.2.1:53: server misbehaving\n", TLSRPT_ERROR_LOOKUP_FAILED },
  { NAME ": resolve call failed: DNSSEC validation failed: invalid\n", TLSRPT_ERROR_LOOKUP_FAILED },
  { "socket.gaierror: [Errno -3] Temporary failure in name resolution\n",
    TLSRPT_ERROR_LOOKUP_FAILED },
  { ";; Warning: Message parser reports malformed message packet.\n", TLSRPT_ERROR_LOOKUP_FAILED },
  { "No TXT records found\n", TLSRPT_ERROR_NO_RECORD },
  { "DNS Record not found\n", TLSRPT_ERROR_NO_RECORD },
  { "[]\n", TLSRPT_ERROR_NO_RECORD },
  { "{\n  \"answers\": [\n  ]\n}", TLSRPT_ERROR_NO_RECORD },
  { NAME ".\t300\tIN\tCNAME\ttls.example.net.\n", TLSRPT_ERROR_NO_RECORD },
  { NAME " is an alias for tls.example.net.\n", TLSRPT_ERROR_NO_RECORD },
  { NAME "\n", TLSRPT_ERROR_DOMAIN_OWNER_NAME },
};

static void
test_absence (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (absences); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", absences[i].text);
      g_assert_null (tlsrpt_paste_read (absences[i].text, strlen (absences[i].text), &error));
      g_assert_error (error, TLSRPT_ERROR, absences[i].code);
    }

  /* What names a destination is a record, whatever words are in it. */
  {
    const char *text = "rua=mailto:timeout@b.example";
    g_autoptr (GPtrArray) records = tlsrpt_paste_read (text, strlen (text), NULL);

    g_assert_nonnull (records);
  }
}

typedef struct
{
  const char       *text;
  TlsrptPasteNotes  notes; /* of these */
  TlsrptPasteNotes  mask;
} NoteCase;

#define NAMES (TLSRPT_PASTE_WRONG_NAME | TLSRPT_PASTE_DOUBLED_NAME)

static const NoteCase notes[] = {
  { "_smtp-tlsrpt.example.com. TXT \"" V "\"", TLSRPT_PASTE_WRONG_NAME, NAMES },
  { "_smtp_tls TXT \"" V "\"", TLSRPT_PASTE_WRONG_NAME, NAMES },
  { "_tls._smtp.example.com TXT \"" V "\"", TLSRPT_PASTE_WRONG_NAME, NAMES },
  { "{\"name\":\"example.com\",\"content\":\"" V "\"}", TLSRPT_PASTE_WRONG_NAME, NAMES },
  { "example.com descriptive text \"" V "\"", TLSRPT_PASTE_WRONG_NAME, NAMES },
  { "\"TXT\",\"_tlsrpt\",\"" V "\"", TLSRPT_PASTE_WRONG_NAME, NAMES },
  { "$ORIGIN example.com.\n" NAME " TXT \"" V "\"", TLSRPT_PASTE_DOUBLED_NAME, NAMES },
  { "TXT\t@\t" V "\t3600", TLSRPT_PASTE_WRONG_NAME, NAMES },
  { "TXT @ " V, TLSRPT_PASTE_WRONG_NAME, NAMES },
  { "| TXT | @ | " V " |", TLSRPT_PASTE_WRONG_NAME, NAMES },
  { "TXT(\"@\", \"" V "\")", TLSRPT_PASTE_WRONG_NAME, NAMES },
  { "\"TXT\",\"@\",\"" V "\"", TLSRPT_PASTE_WRONG_NAME, NAMES },
  { "Host: @\nValue: " V, TLSRPT_PASTE_WRONG_NAME, NAMES },
  { "name = \"@\"\nrecords = [\"" V "\"]", TLSRPT_PASTE_WRONG_NAME, NAMES },
  { "Ask tls @ example.com: " V, 0, NAMES },
  { "TXT @ _smtp._tls " V, 0, NAMES },
  { "Contact: a@b.example\nValue: " V, 0, NAMES },
  { "$ORIGIN _tls.example.com.\n_smtp TXT \"" V "\"", 0, NAMES },
  { "*.example.com. TXT \"" V "\"", 0, NAMES },
  { "{\"name\":\"Our TLS-RPT record\",\"content\":\"" V "\"}", 0, NAMES },
  { "- " NAME " TXT \"" V "\"", 0, NAMES },
  { NAME " TXT 3600 Answer {v=TLSRPTv1; rua=mailto:a@b.exa...}", TLSRPT_PASTE_CUT,
    TLSRPT_PASTE_CUT },
  { V "\tEdit", TLSRPT_PASTE_REST, TLSRPT_PASTE_REST },
  { NAME " TXT \"" V "\"\nHost x not found: 3(NXDOMAIN)", TLSRPT_PASTE_OTHER_ANSWER,
    TLSRPT_PASTE_OTHER_ANSWER },
};

static void
test_notes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr (GPtrArray) records = tlsrpt_paste_read (notes[i].text, strlen (notes[i].text),
                                                         NULL);
      const TlsrptPasted *record = g_ptr_array_index (records, 0);

      g_test_message ("%s", notes[i].text);
      g_assert_cmphex (record->notes & notes[i].mask, ==, notes[i].notes);
    }
}

typedef struct
{
  const char *text;
  gboolean    is_whole;
} WrapCase;

#define R "v=TLSRPTv1; rua="

/* A line break within a value may have cut it, and what is left must not be called valid. */
static const WrapCase wraps[] = {
  { R "mailto:tls@exam\nple.com\n", FALSE },
  { R "mailto:tls@exam\r\nple.com\r\n", FALSE },
  { R "mailto:tls@exam \nple.com\n", FALSE },
  { R "mailto:tls@exam\u2028ple.com\n", FALSE },
  { R "mailto:tls@exam<br>ple.com\n", FALSE },
  { R "mailto:tls@example.\ncom\n", FALSE },
  { R "mailto:tls@mail\n.example.com\n", FALSE },
  { R "mailto:tls-\nreports@example.com\n", FALSE },
  { R "mailto:tls\n@example.com\n", FALSE },
  { R "mai\nlto:tls@example.com\n", FALSE },
  { R "mailto:tls@exam=\nple.com\n", FALSE },
  { R "mailto:tls@example.co\nm\n", FALSE },
  { R "mailto:tls@example.co\nm and more\n", FALSE },
  { R "mailto:tls@example.com\n.uk\n", FALSE },
  { R "mailto:tls@my\n-company.example.com\n", FALSE },
  { R "mailto:tls@example.com,mailto:b@exam\nple.net\n", FALSE },
  { R "https://repo\nrts.example.com/v1\n", FALSE },
  { R "https://reports.example.co\nm/v1\n", FALSE },
  { R "https://reports.example.com\n/v1\n", FALSE },
  { R "https://reports.example.com/v1/\ntlsrpt\n", FALSE },
  { R "https://reports.example.com/v1\n/tlsrpt\n", FALSE },
  { R "https://reports.example.com/?a=\nb\n", FALSE },
  { "> " R "mailto:tls@exam\n> ple.com\n", FALSE },
  { "+" R "mailto:tls@exam\n+ple.com\n", FALSE },
  { "(" R "mailto:tls@exam\nple.com)\n", FALSE },
  { "**" R "mailto:tls@exam\nple.com**\n", FALSE },
  { "<value>" R "mailto:tls@exam\nple.com</value>\n", FALSE },
  { "Value: " R "mailto:tls@exam\n  ple.com\n", FALSE },
  { "Publish " R "mailto:tls@exam\nple.com and wait.\n", FALSE },
  { "Publish " R "mailto:tls@example.\ncom and wait.\n", FALSE },
  { "Publish " R "mailto:tls@example.com, \nmailto:b@example.net, and wait.\n", FALSE },
  { "Publish " R "mailto:tls@example.com,\nhttps://b.example.net/ and wait.\n", FALSE },
  { NAME ". IN TXT " R "mailto:tls@exam\nple.com\n", FALSE },
  { "TXT   _smtp._tls   " R "mailto:tls@exam\n                   ple.com\n", FALSE },
  { "| TXT | _smtp._tls | " R "mailto:tls@exam |\n|     |            | ple.com |\n", FALSE },
  { "| TXT | _smtp._tls | " R "mailto:tls@example.c |\n|     |            | om |\n", FALSE },
  { "│ TXT │ " R "mailto:tls@exam │\n│     │ ple.com │\n", FALSE },
  { "'" NAME ":v=TLSRPTv1; rua=mailto\\072tls@exam\nple.com:60\n", FALSE },

  /* What ends and what follows do not make an address. */
  { R "mailto:tls@example.com", TRUE },
  { R "mailto:tls@example.com\n", TRUE },
  { R "mailto:tls@example.com\n\nple.com\n", TRUE },
  { R "mailto:tls@example.com\nThanks!\n", TRUE },
  { R "mailto:tls@example.com\nTTL\n3600\nEdit\n", TRUE },
  { R "mailto:tls@example.com\nTTL: 3600\n", TRUE },
  { R "mailto:tls@example.com\nis what you want\n", TRUE },
  { R "mailto:tls@example.com\nexample.com. 3600 IN MX 10 mx.example.com.\n", TRUE },
  { R "mailto:tls@example.com\n-- \nAda\n", TRUE },
  { R "mailto:tls@example.com\n```\n", TRUE },
  { R "mailto:tls@example.com,\nmailto:b@example.com\n", TRUE },
  { R "https://example.com/x\n3600\nEdit\n", TRUE },
  { R "https://example.com/x\nttl=300\n", TRUE },
  { R "https://example.com/x\nand wait\n", TRUE },
  { "Publish " R "mailto:tls@example.com,\nand wait.\n", TRUE },
  { "<td>" R "mailto:tls@example.com</td>\n<td>3600</td>\n", TRUE },
  { "| TXT | " R "mailto:tls@example.com |\n| MX  | mx.example.com |\n", TRUE },
  { "| TXT | " R "mailto:tls@example.com |\n|-----|----|\n", TRUE },
  { "\"" R "mailto:tls@exam\nple.com\"\n", TRUE },
};

static void
test_wraps (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wraps); i++)
    {
      g_autoptr (GPtrArray) records = tlsrpt_paste_read (wraps[i].text, strlen (wraps[i].text),
                                                         NULL);

      g_test_message ("%s", wraps[i].text);
      g_assert_cmpuint (records->len, ==, 1);
      g_assert_cmpint (tlsrpt_pasted_is_whole (g_ptr_array_index (records, 0)), ==,
                       wraps[i].is_whole);
    }
}

/* Blanks between two fields mean nothing. */
static gboolean
says_same (const char *text,
           const char *value)
{
  while (*text != '\0' || *value != '\0')
    {
      while (*text == ' ')
        text++;
      while (*value == ' ')
        value++;
      if (*text != *value)
        return FALSE;
      if (*text != '\0')
        {
          text++;
          value++;
        }
    }

  return TRUE;
}

/* Wherever a line break falls in a value, what is read is the whole value or is known to
 * be in doubt, or no sender could use it. */
static void
test_any_break (void)
{
  static const char *const values[] = {
    R "mailto:tls-reports@mail.example.com",
    R "mailto:tls@example.co.uk,mailto:b@reports.example.net",
    R "https://reports.example.com/v1/tlsrpt",
    R "mailto:a@example.org,https://reports.example.com/in?key=1",
  };
  static const char *const breaks[] = { "\n", "\r\n", "\n  ", " \n", "\u2028" };
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      for (gsize at = 1; at < strlen (values[i]); at++)
        {
          for (gsize j = 0; j < G_N_ELEMENTS (breaks); j++)
            {
              g_autofree char *text = g_strdup_printf ("%.*s%s%s\n", (int) at, values[i], breaks[j],
                                                       values[i] + at);
              g_autoptr (GPtrArray) records = tlsrpt_paste_read (text, strlen (text), NULL);
              const TlsrptPasted *record = g_ptr_array_index (records, 0);

              if (!tlsrpt_pasted_is_whole (record) || says_same (record->text->str, values[i]))
                continue;

              tlsrpt_grammar_lint (grammar, record->text->str, record->text->len);
              if (grammar->valid)
                g_test_message ("%s → %s", text, record->text->str);
              g_assert_false (grammar->valid);
            }
        }
    }
}

/* UTF-16 with a mark or without, in either order. */
static void
test_utf16 (void)
{
  static const struct
  {
    const char *encoding;
    const char *mark;
  } encodings[] = {
    { "UTF-16LE", "\xff\xfe" }, { "UTF-16BE", "\xfe\xff" }, { "UTF-16LE", "" }, { "UTF-16BE", "" },
  };
  static const char *const texts[] = {
    NAME ". 60 IN TXT \"" V "\"\r\n", "“" V "”", "{\"content\":\"" V "\"}", "\r\n" V, V "\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          g_autoptr (GString) text = g_string_new (encodings[i].mark);
          g_autoptr (GPtrArray) records = NULL;
          g_autofree char *encoded = NULL;
          const TlsrptPasted *record;
          gsize length;

          /* A mark is needed where there is more than ASCII. */
          if (encodings[i].mark[0] == '\0' && (guchar) texts[j][0] >= 0x80)
            continue;

          encoded = g_convert (texts[j], -1, encodings[i].encoding, "UTF-8", NULL, &length, NULL);
          g_string_append_len (text, encoded, length);
          records = tlsrpt_paste_read (text->str, text->len, NULL);
          g_assert_nonnull (records);
          record = g_ptr_array_index (records, 0);
          g_assert_cmpstr (record->text->str, ==, V);
          g_assert_cmphex (record->notes & TLSRPT_PASTE_UTF16, !=, 0);
          if (record->offsets != NULL)
            g_assert_cmpuint (g_array_index (record->offsets, guint32, record->text->len), <=,
                              text->len);
        }
    }
}

/* What stands around a record in a file, a message or a terminal. */
static const char *const noise[] = {
  "", "", "Hello,", "please publish this record.", "; a comment", "# another one",
  "Server:\t\t127.0.0.53", "example.com. 3600 IN MX 10 mx.example.com.",
  "_dmarc.example.com. 3600 IN TXT \"v=DMARC1; p=none\"", "--", "Thanks!", "| a | b |",
  "<p>text</p>", "{\"a\":1}", "[1]", "key: value", "https://example.org/?a=b&c=d", "1. first",
  "> quoted", "it's", "100 % (sure", "$ dig TXT example.com", "```", ";; Query time: 1 msec",
};

static const struct
{
  const char *text;
  gboolean    has_name;
} shown[] = {
  { V, FALSE },
  { "\"" V "\"", FALSE },
  { "`" V "`", FALSE },
  { "Value: " V, FALSE },
  { NAME ". 300 IN TXT \"" V "\"", TRUE },
  { NAME ".\t300\tIN\tTXT\t\"v=TLSRPTv1; rua=mai\" \"lto:a@b.example\"", TRUE },
  { NAME " descriptive text \"" V "\"", TRUE },
  { NAME "\ttext = \"" V "\"", TRUE },
  { NAME "  TXT  3600  Answer  {" V "}", TRUE },
  { "{\"name\":\"" NAME "\",\"content\":\"\\\"" V "\\\"\"}", TRUE },
  { "TXT\t" NAME "\t" V "\tAuto", TRUE },
  { "TXT(\"" NAME "\", \"" V "\"),", TRUE },
  { "- " NAME ". IN TXT \"" V "\"", TRUE },
};

/* Noise around a record changes nothing of it. */
static void
test_noise (void)
{
  const char *rounds = g_getenv ("TLSRPT_TEST_ROUNDS");
  int n_rounds = rounds != NULL ? atoi (rounds) : 3000;

  for (int i = 0; i < n_rounds; i++)
    {
      gsize form = g_test_rand_int_range (0, G_N_ELEMENTS (shown));
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) records = NULL;
      const TlsrptPasted *record;
      int n = g_test_rand_int_range (0, 8);
      int place = g_test_rand_int_range (0, n + 1);

      for (int j = 0; j <= n; j++)
        {
          g_string_append (text, j == place ? shown[form].text
                                            : noise[g_test_rand_int_range (0, G_N_ELEMENTS (noise))]);
          g_string_append (text, g_test_rand_int_range (0, 4) == 0 ? "\r\n" : "\n");
        }

      records = tlsrpt_paste_read (text->str, text->len, NULL);
      g_assert_nonnull (records);
      tlsrpt_paste_keep_tlsrpt (records);
      record = g_ptr_array_index (records, 0);

      if (records->len != 1 || !g_str_equal (record->text->str, V))
        g_test_message ("%s", text->str);
      g_assert_cmpuint (records->len, ==, 1);
      g_assert_cmpstr (record->text->str, ==, V);
      if (shown[form].has_name)
        {
          if (record->name == NULL || !g_str_has_prefix (record->name, NAME))
            g_test_message ("%s", text->str);
          g_assert_nonnull (record->name);
          g_assert_true (g_str_has_prefix (record->name, NAME));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/paste-kinds/%s/%zu", cases[i].kind, i);

      g_test_add_data_func (path, &cases[i], test_kind);
    }

  g_test_add_func ("/paste-kinds/absence", test_absence);
  g_test_add_func ("/paste-kinds/notes", test_notes);
  g_test_add_func ("/paste-kinds/wraps", test_wraps);
  g_test_add_func ("/paste-kinds/any-break", test_any_break);
  g_test_add_func ("/paste-kinds/utf16", test_utf16);
  g_test_add_func ("/paste-kinds/noise", test_noise);

  return g_test_run ();
}
