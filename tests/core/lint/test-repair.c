/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-lint.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-repair.h"
#include "tlsrpt-txt.h"

#define V "v=TLSRPTv1; rua="
#define A "mailto:a@b.example"
#define C "mailto:c@d.example"
#define E "https://e.example/f"

typedef struct
{
  const char *text;
  const char *value;   /* NULL: there is no repair */
  const char *changes; /* with a space between */
  gboolean    has_loss;
} Case;

#define SAME(text) { text, text, "", FALSE }
#define MENDED(text, value, changes) { text, value, changes, FALSE }
#define LOSS(text, value, changes) { text, value, changes, TRUE }
#define NONE(text, changes) { text, NULL, changes, TRUE }

static const Case cases[] = {
  SAME (V A),
  SAME (V A "," E),
  SAME (V E),
  SAME (V "mailto:a%21b@c.example"),
  SAME (V "mailto:a=b@c.example"), /* it works today: no percent sign comes in */
  SAME (V "https://e.example/f?g=h"),
  SAME (V "https://e.example:8443/"),
  SAME (V "https://u:p@e.example/"),
  SAME (V "https://192.0.2.1/"),
  SAME (V "https://[2001:db8::1]/"),
  SAME (V "mailto:%22a%20b%22@c.example"),

  /* Layout */
  MENDED ("v=TLSRPTv1;rua=" A, V A, "layout"),
  MENDED ("v=TLSRPTv1 ; rua=" A, V A, "layout"),
  MENDED ("v=TLSRPTv1;\trua=" A, V A, "layout"),
  MENDED (" " V A, V A, "layout"),
  MENDED (V A " \r\n", V A, "layout"),
  MENDED (V A ";", V A, "layout"),
  MENDED (V A " ; ", V A, "layout"),
  MENDED (V A ";;", V A, "layout"),
  MENDED ("v=TLSRPTv1;; rua=" A, V A, "layout"),
  MENDED (V A ", " E, V A "," E, "layout"),
  MENDED (V A " ," E, V A "," E, "layout"),
  MENDED (V A ",", V A, "layout"),
  MENDED (V "," A, V A, "layout"),
  MENDED (V A ",," E, V A "," E, "layout"),
  MENDED ("v=TLSRPTv1; rua = " A, V A, "layout"),
  MENDED ("v=TLSRPTv1 rua=" A, V A, "layout"),
  MENDED ("v=TLSRPTv1, rua=" A, V A, "layout"),
  MENDED ("\"" V A "\"", V A, "quotes"),
  MENDED ("'\"" V A "\"'", V A, "quotes"),

  /* The version */
  MENDED ("v=tlsrptv1; rua=" A, V A, "version"),
  MENDED ("V=TLSRPTv1; rua=" A, V A, "version"),
  MENDED ("v = TLSRPTv1; rua=" A, V A, "version"),
  MENDED ("v=TLSRPT1; rua=" A, V A, "version"),
  MENDED ("v=TSLRPTv1; rua=" A, V A, "version"),
  MENDED ("v=TLSRPTv2; rua=" A, V A, "version"),
  MENDED ("rua=" A, V A, "version-added"),
  MENDED ("RUA=" A, V A, "version-added rua-name"),

  /* The destinations */
  MENDED ("v=TLSRPTv1; RUA=" A, V A, "rua-name"),
  MENDED (V A "; rua=" E, V A "," E, "rua-merged"),
  MENDED (V A " rua=" E, V A "," E, "rua-merged layout"),
  MENDED (V A "; " C, V A "," C, "separator"),
  MENDED (V A " " C, V A "," C, "separator"),
  MENDED (V "a@b.example c@d.example", V A "," C, "separator mailto-added mailto-added"),
  MENDED (V A "; " E "?a=b", V A "," E "?a=b", "separator"),
  MENDED (V A "," A, V A, "duplicate"),
  MENDED (V A ",mailto:a@B.example", V A, "letters duplicate"),
  MENDED (V "https://e.example,https://e.example/", V "https://e.example", "duplicate"),
  MENDED (V "a@b.example", V A, "mailto-added"),
  MENDED (V "Ann <a@b.example>", V A, "mailto-added"),
  MENDED (V "MAILTO:a@b.example", V A, "letters"),
  MENDED (V "HTTPS://E.example/f", V E, "letters"),
  MENDED (V "<" A ">", V A, "marks"),
  MENDED (V "\"" A "," C "\"", V A "," C, "marks marks"),
  MENDED (V "mailto=a@b.example", V A, "mailto-mended"),
  MENDED (V "mailto: a@b.example", V A, "mailto-mended"),
  MENDED (V "mailto://a@b.example", V A, "mailto-mended"),
  MENDED (V A "!10m", V A, "size-suffix"),
  MENDED (V A "!5," C "!5G", V A "," C, "size-suffix size-suffix"),
  MENDED (V A "?subject=x", V A, "mailto-query"),
  MENDED (V E "#g", V E, "url-fragment"),
  MENDED (V "mailto:a!b@c.example", V "mailto:a%21b@c.example", "rewritten"),
  MENDED (V "https://e.example/!", V "https://e.example/%21", "rewritten"),
  MENDED (V "https://e.example/f,g", V "https://e.example/f%2Cg", "comma-encoded"),
  MENDED (V "https://e.example/f,g,h," A, V "https://e.example/f%2Cg%2Ch," A, "comma-encoded"),
  MENDED (V "https://e.example:443/f", V E, "rewritten"),
  MENDED (V "mailto:a@bücher.example", V "mailto:a@xn--bcher-kva.example", "rewritten"),
  MENDED (V "mailto:a@b.example.", V A, "rewritten"),

  /* Markup of web pages, chats and mail programs */
  MENDED (V "mailto:[a@b.example](mailto:a@b.example)", V A, "markup"),
  MENDED (V "mailto&#58;a&commat;b.example", V A, "markup"),
  MENDED (V "mailto:a@b.example<mailto:a@b.example>," C, V A "," C, "markup"),
  MENDED (V "<mailto:a@b.example|a@b.example>", V A, "markup mailto-added"),
  MENDED (V "<a href='mailto:a@b.example'>" A "</a>", V A, "markup"),
  MENDED (V "[" E "](" E ")", V E, "markup"),
  NONE (V "mailto:[a@b.example](mailto:c@d.example)", "destination-dropped no-destination"),

  /* What comes before the version */
  MENDED (";" V A, V A, "leading-marks"),
  MENDED (" ; " V A, V A, "leading-marks layout"),
  NONE ("=" V A, "not-a-record"),
  MENDED ("(" V A, V A, "leading-marks"),
  MENDED ("-- " V A, V A, "leading-marks"),
  MENDED ("\"" V A, V A, "leading-marks"),
  LOSS ("TXT " V A, V A, "leading-dropped"),
  LOSS ("_smtp._tls TXT " V A, V A, "leading-dropped"),
  NONE ("v=spf1 -all v=TLSRPTv1; rua=" A, "not-a-record"),

  /* Two records that were run together */
  MENDED (V A " " V C, V A "," C, "records-merged rua-merged layout"),
  MENDED (V A ";" V C, V A "," C, "records-merged rua-merged"),
  MENDED (V A "v=TLSRPTv1; rua=" C, V A "," C, "records-merged rua-merged"),
  MENDED (V A "\nv=tlsrptv1; rua=" C, V A "," C, "records-merged rua-merged layout"),
  MENDED ("v=TLSRPTv1; v=TLSRPTv1; rua=" A, V A, "records-merged"),
  SAME (V "https://e.example/?v=TLSRPTv1"),

  /* A part of the field that is misspelled */
  MENDED (V "maillto:a@b.example", V A, "scheme-mended"),
  MENDED (V "mialto:a@b.example," C, V A "," C, "scheme-mended"),
  MENDED (V "mail:a@b.example", V A, "scheme-mended"),
  MENDED (V "email:a@b.example", V A, "scheme-mended"),
  MENDED (V "mailto:mailto:a@b.example", V A, "mailto-mended"),
  MENDED (V "htps://e.example/f", V E, "scheme-mended"),
  MENDED (V "https:/e.example/f", V E, "scheme-mended"),
  MENDED (V "https//e.example/f", V E, "scheme-mended"),
  MENDED ("v=TLSRPTv1; ru=" A, V A, "rua-name"),
  MENDED ("v=TLSRPTv1; rau=" A, V A, "rua-name"),
  MENDED ("v=TLSRPTv1; rua:" A, V A, "rua-name"),
  LOSS (V A "; rau=" C, V A, "extension-dropped"),
  NONE ("v=TLSRPTv1; ruf=" A, "extension-dropped no-destination"),
  NONE (V "tel:+1234@b.example", "scheme-dropped no-destination"),
  NONE (V "sip:a@b.example", "scheme-dropped no-destination"),
  NONE (V "xmpp:a@b.example", "scheme-dropped no-destination"),
  NONE (V "ftps://e.example/f", "scheme-dropped no-destination"),

  /* Half of an address is another one */
  MENDED (V "mailto:tls@example,com", V "mailto:tls@example.com", "comma-for-dot"),
  MENDED (V "mailto:tls@example,co,uk," A, V "mailto:tls@example.co.uk," A, "comma-for-dot"),
  MENDED (V "tls@example,com", V "mailto:tls@example.com", "comma-for-dot mailto-added"),
  MENDED (V "a@b.example,c@d.example", V A "," C, "mailto-added mailto-added"),
  NONE (V "mailto:tls@example.co,uk", "destination-dropped no-destination"),
  NONE (V "mailto:tls@example, com", "destination-dropped no-destination"),
  NONE (V "mailto:tls@example,,com", "destination-dropped no-destination"),
  NONE (V "mailto:tls,rpt@example.com", "destination-dropped no-destination"),
  NONE (V "tls,rpt@example.com", "destination-dropped no-destination"),
  NONE (V "mailto:tls@example;com", "destination-dropped no-destination"),
  NONE (V "mailto:tls@example?com", "destination-dropped no-destination"),
  NONE (V "mailto:tls@example#com", "destination-dropped no-destination"),
  NONE (V "mailto:tls@example com", "destination-dropped no-destination"),
  NONE (V "https://example#.com/", "destination-dropped no-destination"),
  MENDED (V "https://example,com/f", V "https://example.com/f", "comma-for-dot"),
  NONE (V "https://e.example,com/f", "destination-dropped no-destination"),
  NONE (V "https://e.example,com:8443/f", "destination-dropped no-destination"),
  LOSS (V A ",mailto:tls@example.co,uk", V A, "destination-dropped"),

  /* What cannot be kept */
  LOSS (V A "; x=1", V A, "extension-dropped"),
  LOSS ("v=TLSRPTv1; x=1; rua=" A, V A, "extension-dropped"),
  LOSS (V A "; ruf=" C, V A, "extension-dropped"),
  LOSS (V A "; x", V A, "field-dropped"),
  LOSS (V A "; =x", V A, "field-dropped"),
  LOSS (V A "; x=", V A, "field-dropped"),
  LOSS (V A ",http://e.example/", V A, "http-dropped"),
  LOSS (V A ",ftp://e.example/", V A, "scheme-dropped"),
  LOSS (V A ",mailto:", V A, "destination-dropped"),
  LOSS (V A ",mailto:a b@x.example", V A, "destination-dropped"), /* “ab@…” is another one */
  LOSS (V A ",https:///x", V A, "destination-dropped"),
  LOSS (V A ",https://e.example/ f", V A, "destination-dropped"),
  LOSS (V A ",mailto:ä@b.example", V A, "destination-dropped"),
  LOSS (V A ",\xff@b.example", V A, "destination-dropped"),
  LOSS (V "https://e.example/f, g", V E, "destination-dropped layout"),

  /* No repair */
  NONE ("", "not-a-record"),
  NONE ("v=spf1 -all", "not-a-record"),
  NONE ("v=DMARC1; p=none; rua=" A, "not-a-record"),
  NONE ("v=STSv1; id=1", "not-a-record"),
  NONE ("k=rsa; p=x", "not-a-record"),
  NONE ("p=none; rua=" A, "not-a-record"),
  NONE ("v=DMARC\xc3\xa4; rua=" A, "not-a-record"),
  NONE (A, "not-a-record"),
  NONE ("v=TLSRPTv1", "layout no-destination"),
  NONE ("v=TLSRPTv1; x=1", "extension-dropped no-destination"),
  NONE (V "http://e.example/", "http-dropped no-destination"),
};

static char *
join_changes (const TlsrptRepair *repair)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < repair->changes->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " " : "",
                            tlsrpt_change_get_code_name (g_ptr_array_index (repair->changes, i)));

  return g_string_free (joined, FALSE);
}

static void
assert_canonical (const char *value)
{
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();

  tlsrpt_grammar_lint (grammar, value, -1);
  g_assert_true (grammar->valid);
  g_assert_true (grammar->usable);
  g_assert_cmpuint (grammar->n_fields, ==, 1);
  g_assert_true (g_str_has_prefix (value, V));
  g_assert_false (g_str_has_suffix (value, ";"));

  for (gsize i = 0; i < grammar->n_uris; i++)
    {
      g_assert_true (grammar->uris[i].usable);
      g_assert_cmpuint (grammar->uris[i].fragment.offset, ==, 0);
    }

  for (gsize i = 0; i < grammar->n_findings; i++)
    {
      g_assert_cmpint (grammar->findings[i].code, !=, TLSRPT_FINDING_SPACE_BEFORE_COMMA);
      g_assert_cmpint (grammar->findings[i].code, !=, TLSRPT_FINDING_SPACE_AFTER_COMMA);
      g_assert_cmpint (grammar->findings[i].code, !=, TLSRPT_FINDING_SCHEME_CASE);
      g_assert_cmpint (grammar->findings[i].code, !=, TLSRPT_FINDING_MAILTO_QUERY);
      g_assert_cmpint (grammar->findings[i].code, !=, TLSRPT_FINDING_DUPLICATE_DESTINATION);
    }
}

static void
assert_idempotent (const char *value)
{
  g_autoptr (TlsrptRepair) again = tlsrpt_repair_new (value, -1);

  g_assert_cmpstr (again->value, ==, value);
  g_assert_cmpuint (again->changes->len, ==, 0);
}

/* The value alone, and what the fast path makes of a grammatical record, are the same. */
static gboolean
assert_same_value (const char         *text,
                   gsize               length,
                   const TlsrptRepair *repair)
{
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();
  g_autofree char *value = tlsrpt_repair_dup_value (text, length);
  char plain[TLSRPT_REPAIR_PLAIN_ROOM];
  gsize n;

  g_assert_cmpstr (value, ==, repair->value);

  tlsrpt_grammar_lint (grammar, text, length);
  n = tlsrpt_repair_write_plain (grammar, plain);
  if (n == 0)
    return FALSE;

  g_assert_nonnull (repair->value);
  g_assert_cmpmem (plain, n, repair->value, strlen (repair->value));

  return TRUE;
}

static void
test_repair (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *exact = g_memdup2 (c->text, MAX (strlen (c->text), 1));
  g_autoptr (TlsrptRepair) repair = tlsrpt_repair_new (exact, strlen (c->text));
  g_autofree char *changes = join_changes (repair);

  g_assert_cmpstr (changes, ==, c->changes);
  g_assert_cmpstr (repair->value, ==, c->value);
  g_assert_cmpint (tlsrpt_repair_has_loss (repair), ==, c->has_loss);
  assert_same_value (exact, strlen (c->text), repair);

  for (guint i = 0; i < repair->changes->len; i++)
    g_assert_nonnull (tlsrpt_change_get_message (g_ptr_array_index (repair->changes, i)));

  if (repair->value != NULL)
    {
      assert_canonical (repair->value);
      assert_idempotent (repair->value);
    }
}

static void
test_places (void)
{
  g_autoptr (TlsrptRepair) repair = tlsrpt_repair_new (V A ",ftp://x/; y=1", -1);
  TlsrptChange *change;

  g_assert_cmpuint (repair->changes->len, ==, 2);

  change = g_ptr_array_index (repair->changes, 0);
  g_assert_cmpuint (change->offset, ==, 35);
  g_assert_cmpuint (change->length, ==, 8);
  g_assert_cmpstr (change->before, ==, "ftp://x/");
  g_assert_null (change->after);

  change = g_ptr_array_index (repair->changes, 1);
  g_assert_cmpuint (change->offset, ==, 45);
  g_assert_cmpuint (change->length, ==, 3);
  g_assert_cmpstr (change->before, ==, "y=1");
}

static void
test_nul (void)
{
  static const char text[] = V A ",mailto:\0@b.example";
  g_autoptr (TlsrptRepair) repair = tlsrpt_repair_new (text, sizeof text - 1);
  g_autofree char *changes = join_changes (repair);

  g_assert_cmpstr (repair->value, ==, V A);
  g_assert_cmpstr (changes, ==, "destination-dropped");
}

static void
test_limits (void)
{
  g_autoptr (GString) text = g_string_new (V A);
  g_autoptr (TlsrptRepair) whole = NULL;
  g_autoptr (TlsrptRepair) too_long = NULL;
  g_autoptr (TlsrptRepair) too_many = NULL;
  TlsrptChange *last;

  while (text->len + 64 < TLSRPT_LIMIT_VALUE)
    g_string_append_printf (text, "," E "%04u", (guint) text->len);

  g_string_append (text, ",https://x/");
  while (text->len < TLSRPT_LIMIT_VALUE)
    g_string_append_c (text, 'x');

  whole = tlsrpt_repair_new (text->str, text->len);
  g_assert_cmpstr (whole->value, ==, text->str);

  g_string_append_c (text, 'x');
  too_long = tlsrpt_repair_new (text->str, text->len);
  g_assert_null (too_long->value);
  last = g_ptr_array_index (too_long->changes, too_long->changes->len - 1);
  g_assert_cmpint (last->code, ==, TLSRPT_CHANGE_TOO_LONG);

  g_string_assign (text, V A);
  for (int i = 0; i <= TLSRPT_LIMIT_FINDINGS; i++)
    g_string_append (text, ",x:");
  too_many = tlsrpt_repair_new (text->str, text->len);
  g_assert_null (too_many->value);
  g_assert_cmpuint (too_many->changes->len, ==, TLSRPT_LIMIT_FINDINGS);
  last = g_ptr_array_index (too_many->changes, too_many->changes->len - 1);
  g_assert_cmpint (last->code, ==, TLSRPT_CHANGE_TOO_MANY);
}

static TlsrptRepair *
merge (const char *first,
       ...)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  va_list args;

  va_start (args, first);
  for (const char *text = first; text != NULL; text = va_arg (args, const char *))
    g_ptr_array_add (texts, g_bytes_new (text, strlen (text)));
  va_end (args);

  return tlsrpt_repair_merge (texts);
}

static void
test_merge (void)
{
  g_autoptr (TlsrptRepair) one = merge (V A, NULL);
  g_autoptr (TlsrptRepair) two = merge (V A "," E, "v=TLSRPTv1;rua=" C ",MAILTO:a@b.example", NULL);
  g_autoptr (TlsrptRepair) other = merge (V A, "v=spf1 -all", V C, NULL);
  g_autoptr (TlsrptRepair) empty = merge (V A, "", NULL);
  g_autofree char *changes = join_changes (two);
  TlsrptChange *change;

  g_assert_cmpstr (one->value, ==, V A);

  g_assert_cmpstr (two->value, ==, V A "," E "," C);
  g_assert_cmpstr (changes, ==, "letters duplicate layout");
  change = g_ptr_array_index (two->changes, 1);
  g_assert_cmpuint (change->record, ==, 1);
  g_assert_cmpstr (change->before, ==, A);

  g_assert_null (other->value);
  change = g_ptr_array_index (other->changes, 0);
  g_assert_cmpint (change->code, ==, TLSRPT_CHANGE_NOT_A_RECORD);
  g_assert_cmpuint (change->record, ==, 1);

  g_assert_null (empty->value);
}

/* To show a change is to say what was done, and why. */
static void
test_to_remark (void)
{
  static const struct
  {
    TlsrptChange    change;
    TlsrptSeverity  severity;
    const char     *message; /* or that of the change */
  } changes[] = {
    { { .code = TLSRPT_CHANGE_VERSION_ADDED, .after = (char *) "v=TLSRPTv1" },
      TLSRPT_SEVERITY_NOTE, "“\u2068v=TLSRPTv1\u2069” was added" },
    { { .code = TLSRPT_CHANGE_FIELD_DROPPED, .before = (char *) "x=1" },
      TLSRPT_SEVERITY_WARNING, "“\u2068x=1\u2069” was removed" },
    { { .code = TLSRPT_CHANGE_LAYOUT }, TLSRPT_SEVERITY_NOTE, NULL },
    { { .code = TLSRPT_CHANGE_NO_DESTINATION }, TLSRPT_SEVERITY_ERROR, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      const TlsrptChange *change = &changes[i].change;
      const char *reason = tlsrpt_change_get_message (change);
      g_autoptr (TlsrptRemark) remark = tlsrpt_change_to_remark (change);

      g_assert_cmpint (tlsrpt_remark_get_severity (remark), ==, changes[i].severity);
      g_assert_cmpstr (tlsrpt_remark_get_code (remark), ==, tlsrpt_change_get_code_name (change));
      g_assert_cmpstr (tlsrpt_remark_get_message (remark), ==,
                       changes[i].message != NULL ? changes[i].message : reason);
      g_assert_cmpstr (tlsrpt_remark_get_detail (remark), ==,
                       changes[i].message != NULL ? reason : NULL);
    }
}

static void
test_codes (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (int code = 0; code < TLSRPT_N_CHANGE_CODES; code++)
    {
      TlsrptChange change = { .code = code };

      g_test_message ("change %d", code);
      g_assert_nonnull (tlsrpt_change_get_code_name (&change));
      g_assert_true (g_hash_table_add (names, (gpointer) tlsrpt_change_get_code_name (&change)));
      g_assert_nonnull (tlsrpt_change_get_message (&change));
    }
}

/* Every code is a change of some case, save those that are about limits. */
static void
test_every_code (void)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_ptr_array_add (seen, g_strsplit (cases[i].changes, " ", -1));

  for (int code = 0; code < TLSRPT_N_CHANGE_CODES; code++)
    {
      TlsrptChange change = { .code = code };
      const char *name = tlsrpt_change_get_code_name (&change);
      gboolean is_seen = code == TLSRPT_CHANGE_TOO_LONG || code == TLSRPT_CHANGE_TOO_MANY;

      for (guint i = 0; i < seen->len && !is_seen; i++)
        is_seen = g_strv_contains (g_ptr_array_index (seen, i), name);

      if (!is_seen)
        g_test_fail_printf ("%s is a change of no case", name);
    }
}

/* Every usable destination of a valid record is in its repair, or in its changes. */
static void
assert_nothing_lost (const char         *text,
                     gsize               length,
                     const TlsrptRepair *repair)
{
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();

  if (!tlsrpt_grammar_parse (grammar, text, length) || repair->value == NULL)
    return;

  for (gsize i = 0; i < grammar->n_uris; i++)
    {
      TlsrptSpan span = grammar->uris[i].span;
      g_autofree char *uri = g_strndup (text + span.offset, span.length);
      gboolean found = g_ptr_array_find_with_equal_func (repair->uris, uri, g_str_equal, NULL);

      for (guint j = 0; j < repair->changes->len && !found; j++)
        {
          TlsrptChange *change = g_ptr_array_index (repair->changes, j);
          gsize end = change->offset + change->length;

          /* The grammar takes the version of a record that follows without a separator for the
           * end of the destination before it. */
          if (change->code == TLSRPT_CHANGE_RECORDS_MERGED)
            found = change->offset > span.offset && end <= span.offset + span.length;
          else
            found = change->offset <= span.offset && end >= span.offset + span.length;
        }

      if (!found)
        g_test_message ("%s", text);
      g_assert_true (found);
    }
}

/* A mark within an address never makes another address of it: what is repaired is the
 * address without the mark, or a dot in its place, or nothing. */
static void
test_whole_address (void)
{
  static const char *const addresses[] = { "mailto:tls@mail.example.com", "tls@mail.example.com",
                                           "https://mail.example.com/tls" };
  static const char marks[] = ",;?#!\"<>() \\@=&[]:|\t\n'";
  const char *rounds = g_getenv ("TLSRPT_TEST_ROUNDS");
  int n_rounds = rounds != NULL ? atoi (rounds) : 2000;

  for (int i = 0; i < n_rounds; i++)
    {
      const char *address = addresses[g_test_rand_int_range (0, G_N_ELEMENTS (addresses))];
      g_autoptr (GString) text = g_string_new (V);
      g_autoptr (TlsrptRepair) repair = NULL;
      gsize host = strcspn (address, "@") < strlen (address) ? strcspn (address, "@") + 1
                                                             : strlen ("https://");
      gsize end = strcspn (address + host, "/") + host;
      gsize at = g_test_rand_int_range (host, end);
      char mark = marks[g_test_rand_int_range (0, strlen (marks))];
      const char *written;

      /* These begin another part of a URL. */
      if (address[0] == 'h' && strchr ("?#@:", mark) != NULL)
        continue;

      g_string_append (text, address);
      at += strlen (V);
      if (text->str[at] != '.' || g_test_rand_bit ())
        g_string_insert_c (text, at, mark);
      else
        text->str[at] = mark;

      repair = tlsrpt_repair_new (text->str, text->len);
      if (repair->value == NULL)
        continue;

      written = repair->value + strlen (V);
      g_test_message ("%s: %s", text->str, written);
      g_assert_cmpuint (repair->uris->len, ==, 1);
      if (strstr (written, "mail.example.com") == NULL)
        g_assert_cmpuint (strlen (strpbrk (written, "@/")), >=, strlen ("@mail.example.com") - 1);
    }
}

static void
test_random (void)
{
  static const char *const pieces[] = {
    "v=TLSRPTv1", "v=tlsrptv1", "rua=", "RUA=", ";", "; ", ",", ", ", " ", "=", "!", "!10m", A, C, E,
    "a@b.example", "mailto:", "https://", "http://x.example/", "ftp://x", "?q=r", "#f", "%2C", "%zz",
    "\"", "<", ">", "x=1", "[::1]", "\\", "\n", "ä", ":443", "/", "v=", "&amp", "&", "rau=", "://",
  };

  const char *rounds = g_getenv ("TLSRPT_TEST_ROUNDS");
  int n_rounds = rounds != NULL ? atoi (rounds) : 20000;

  for (int i = 0; i < n_rounds; i++)
    {
      g_autoptr (GString) text = g_string_new (g_test_rand_int_range (0, 4) > 0 ? V : NULL);
      g_autoptr (TlsrptRepair) repair = NULL;
      g_autofree char *exact = NULL;
      int n = g_test_rand_int_range (0, 10);

      for (int j = 0; j < n; j++)
        {
          if (g_test_rand_int_range (0, 16) == 0)
            g_string_append_c (text, (char) g_test_rand_int_range (0, 256));
          else
            g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
        }

      exact = g_memdup2 (text->str, MAX (text->len, 1));
      repair = tlsrpt_repair_new (exact, text->len);
      assert_nothing_lost (exact, text->len, repair);
      assert_same_value (exact, text->len, repair);

      g_assert_true (repair->value != NULL || repair->changes->len > 0);

      if (repair->value == NULL)
        continue;

      assert_canonical (repair->value);
      assert_idempotent (repair->value);

      /* No change is silent. */
      if (repair->changes->len == 0)
        g_assert_cmpmem (repair->value, strlen (repair->value), text->str, text->len);
    }
}

/* Records that are right, as far as the grammar goes: the fast path takes most of them, and
 * must know those that are something else to whoever reads with indulgence. */
static void
test_plain (void)
{
  static const char *const fields[] = {
    "rua=" A, "rua=" A "," C, "rua=" C ", " A, "rua=" E, "rua=" A "," E, "rua=mailto:A.b@C.Example",
    "rua=HTTPS://E.example", "rua=https://e.example/", "rua=https://e.example?q=r",
    "rua=https://e.example/?v=TLSRPTv1", "rua=https://e.example/?av=TLSRPTv1", "rua=" A ",MAILTO:a@b.example",
    "rua=https://e.example/?a&amp", "rua=https://e.example/?a&lt",
    "rua=https://urldefense.com/v3/__https://a.example__", "rua=https://urldefense.com/v3/__",
    "rua=https://urldefense.proofpoint.com/v2/url?u=https-3A__a.example",
    "rua=https://www.google.com/url?q=https://a.example",
    "rua=https://www.google.com/url?q=https%3A%2F%2Fa.example", "rua=mailto:a%21b@c.example",
    "x=1", "RUA=1", "rau=1", "ruf=" A, "v=TLSRPTv1", "xv=TLSRPTv1", "x=<b>", "x=[a]", "x=&lt",
    "x=a@b.example", "rua-=x", "rua=ftp://x", "rua=http://x.example/", "rua=mailto:x",
  };
  const char *rounds = g_getenv ("TLSRPT_TEST_ROUNDS");
  int n_rounds = rounds != NULL ? atoi (rounds) : 20000;
  int n_plain = 0;

  for (int i = 0; i < n_rounds; i++)
    {
      g_autoptr (GString) text = g_string_new ("v=TLSRPTv1");
      g_autoptr (TlsrptRepair) repair = NULL;
      g_autofree char *exact = NULL;

      for (int n = g_test_rand_int_range (1, 5); n > 0; n--)
        {
          g_string_append (text, g_test_rand_int_range (0, 2) > 0 ? "; " : ";");
          g_string_append (text, fields[g_test_rand_int_range (0, G_N_ELEMENTS (fields))]);
        }
      g_string_append (text, g_test_rand_int_range (0, 3) > 0 ? "" : ";");

      exact = g_memdup2 (text->str, text->len);
      repair = tlsrpt_repair_new (exact, text->len);
      g_test_message ("%s", text->str);
      n_plain += assert_same_value (exact, text->len, repair);
    }

  g_assert_cmpint (n_plain, >, n_rounds / 8);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/repair/repair/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &cases[i], test_repair);
    }

  g_test_add_func ("/repair/places", test_places);
  g_test_add_func ("/repair/nul", test_nul);
  g_test_add_func ("/repair/limits", test_limits);
  g_test_add_func ("/repair/merge", test_merge);
  g_test_add_func ("/repair/codes", test_codes);
  g_test_add_func ("/repair/every-code", test_every_code);
  g_test_add_func ("/repair/whole-address", test_whole_address);
  g_test_add_func ("/repair/random", test_random);
  g_test_add_func ("/repair/plain", test_plain);
  g_test_add_func ("/repair/to-remark", test_to_remark);

  return g_test_run ();
}
