/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-import.h"

#include "tlsrpt-display.h"
#include "tlsrpt-limits.h"

#include <locale.h>

#define A "mailto:a@example.com"
#define B "mailto:b@example.com"

typedef struct
{
  const char     *name;
  const char     *text;
  const char     *source;   /* NULL: no text is no source */
  TlsrptSeverity  severity;
  const char     *value;    /* NULL: there is no repair */
  const char     *domain;
} Case;

static const Case cases[] = {
  { "nothing", "", NULL, TLSRPT_SEVERITY_NONE, NULL, NULL },
  { "white-space", " \n\t", NULL, TLSRPT_SEVERITY_NONE, NULL, NULL },
  { "value", "v=TLSRPTv1; rua=" A,
    "Record value", TLSRPT_SEVERITY_NOTE, "v=TLSRPTv1; rua=" A, NULL },
  { "warning", "v=TLSRPTv1; rua=" A ", " B,
    "Record value", TLSRPT_SEVERITY_WARNING, "v=TLSRPTv1; rua=" A "," B, NULL },
  { "error", "v=tlsrptv1; rua=a@example.com",
    "Record value", TLSRPT_SEVERITY_ERROR, "v=TLSRPTv1; rua=" A, NULL },
  { "zone-line", "_smtp._tls.example.com. 3600 IN TXT \"v=TLSRPTv1; rua=" A "\"",
    "Zone file line: the record at _smtp._tls.example.com.",
    TLSRPT_SEVERITY_NOTE, "v=TLSRPTv1; rua=" A, "example.com" },
  { "doubled-name", "_smtp._tls.example.com.example.com. TXT \"v=TLSRPTv1; rua=" A "\"",
    "Zone file line: the record at _smtp._tls.example.com.example.com.",
    TLSRPT_SEVERITY_ERROR, "v=TLSRPTv1; rua=" A, "example.com" },
  { "wrong-name", "_tlsrpt.example.com. TXT \"v=TLSRPTv1; rua=" A "\"",
    "Zone file line: the record at _tlsrpt.example.com.",
    TLSRPT_SEVERITY_ERROR, "v=TLSRPTv1; rua=" A, "example.com" },
  { "relative-name", "_smtp._tls TXT \"v=TLSRPTv1; rua=" A "\"",
    "Zone file line: the record at _smtp._tls",
    TLSRPT_SEVERITY_NOTE, "v=TLSRPTv1; rua=" A, NULL },
  { "spf", "v=spf1 -all", "Record value", TLSRPT_SEVERITY_ERROR, NULL, NULL },
  { "text", "hello", "Record value", TLSRPT_SEVERITY_ERROR, NULL, NULL },
  { "spf-beside", "\"v=spf1 -all\"\n\"v=TLSRPTv1; rua=" A "\"",
    "Quoted strings", TLSRPT_SEVERITY_NOTE, "v=TLSRPTv1; rua=" A, NULL },
  { "two-at-one-name", "\"v=TLSRPTv1; rua=" A "\"\n\"v=TLSRPTv1; rua=" B "\"",
    "Quoted strings", TLSRPT_SEVERITY_ERROR, "v=TLSRPTv1; rua=" A "," B, NULL },
  { "two-names", "_smtp._tls.a.example. TXT \"v=TLSRPTv1; rua=" A "\"\n"
                 "_smtp._tls.b.example. TXT \"v=TLSRPTv1; rua=" B "\"",
    "Zone file line: the record at _smtp._tls.a.example.",
    TLSRPT_SEVERITY_NOTE, "v=TLSRPTv1; rua=" A, "a.example" },
};

static char *
get_source (TlsrptImport *import)
{
  g_autofree char *source = NULL;

  g_object_get (import, "source", &source, NULL);

  return source != NULL ? tlsrpt_display_strip_isolates (source) : NULL;
}

static TlsrptRemark *
get_item (GListModel *list,
          guint       position)
{
  g_autoptr (TlsrptRemark) item = g_list_model_get_item (list, position);

  g_assert_nonnull (item);

  return item;
}

static void
test_text (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (TlsrptImport) import = tlsrpt_import_new ();
  g_autofree char *source = NULL;

  tlsrpt_import_set_text (import, c->text);

  source = get_source (import);
  g_assert_cmpstr (source, ==, c->source);
  g_assert_cmpint (tlsrpt_import_get_severity (import), ==, c->severity);
  g_assert_true ((tlsrpt_import_get_verdict (import) != NULL) ==
                 (c->severity != TLSRPT_SEVERITY_NONE));
  g_assert_cmpstr (tlsrpt_import_get_value (import), ==, c->value);
  g_assert_cmpstr (tlsrpt_import_get_domain (import), ==, c->domain);

  /* What was typed and taken back leaves nothing. */
  tlsrpt_import_set_text (import, NULL);
  g_assert_null (tlsrpt_import_get_verdict (import));
  g_assert_null (tlsrpt_import_get_value (import));
  g_assert_cmpuint (g_list_model_get_n_items (tlsrpt_import_get_findings (import)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (tlsrpt_import_get_changes (import)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (tlsrpt_import_get_choices (import)), ==, 0);

  g_assert_finalize_object (g_steal_pointer (&import));
}

/* Each repair of a finding, one after the other, leads to a record without errors. */
typedef struct
{
  const char *name;
  const char *text;
  const char *mended;
} RepairCase;

static const RepairCase repairs[] = {
  { "version", "v=tlsrptv1; rua=" A, "v=TLSRPTv1; rua=" A },
  { "missing-version", "rua=" A, "v=TLSRPTv1; rua=" A },
  { "missing-semicolon", "v=TLSRPTv1 rua=" A, "v=TLSRPTv1; rua=" A },
  { "address", "v=TLSRPTv1; rua=a@example.com", "v=TLSRPTv1; rua=" A },
  { "several", "v=tlsrptv1;; rua=a@example.com , b@example.com!10m",
    "v=TLSRPTv1; rua=mailto:a@example.com,mailto:b@example.com" },
  /* The form offers the same. */
  { "http", "v=TLSRPTv1; rua=" A ",http://example.com/tls",
    "v=TLSRPTv1; rua=" A ",https://example.com/tls" },
  { "characters", "“v=TLSRPTv1; rua=a@example.com”", "“v=TLSRPTv1; rua=" A "”" },
  { "zone", "_smtp._tls.bücher.example. TXT \"v=tlsrptv1; rua=a@example.com\"",
    "_smtp._tls.bücher.example. TXT \"v=TLSRPTv1; rua=" A "\"" },
};

/* What texts with records are made of, and what is made of them by mistake. */
static const char *const pieces[] = {
  "v=TLSRPTv1", "v=tlsrptv1", ";", "; ", "rua=", A, B, "a@example.com", "https://a.example/b,c",
  "ftp://a.example", ",", " , ", "!10m", "\"", "\" \"", "“", "”", "\n", "\u00a0", "ü", "\\032",
  "\\;", "x=1", "_smtp._tls.a.example. TXT ", "_smtp._tls.b.example\ttext = ", "(", ")", "{", "}",
  "[\"", "\"]", "v=spf1 -all", "%", "\ufeff", "=",
};

static void
assert_ranges (GPtrArray *remarks,
               gsize      length)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      const TlsrptRange *range = tlsrpt_remark_get_range (g_ptr_array_index (remarks, i));

      if (range == NULL)
        continue;

      g_assert_cmpuint (range->start, <=, range->end);
      g_assert_cmpuint (range->end, <=, length);
    }
}

/* Whatever is typed: each place is in the text, and what the text becomes needs no
 * repair. */
static void
test_any_text (void)
{
  g_autoptr (TlsrptImport) import = tlsrpt_import_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (int round = 0; round < 3000; round++)
    {
      g_autofree char *value = NULL;

      g_string_truncate (text, 0);
      for (int i = g_test_rand_int_range (0, 16); i > 0; i--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

      tlsrpt_import_set_text (import, text->str);
      assert_ranges (tlsrpt_import_get_remarks (import), (gsize) g_utf8_strlen (text->str, -1));

      value = g_strdup (tlsrpt_import_get_value (import));
      if (value == NULL)
        continue;

      tlsrpt_import_set_text (import, value);
      g_assert_cmpstr (tlsrpt_import_get_value (import), ==, value);
      g_assert_cmpint (tlsrpt_import_get_severity (import), <, TLSRPT_SEVERITY_ERROR);
      g_assert_cmpuint (tlsrpt_import_get_differences (import)->len, ==, 0);
    }
}

static char *
apply (const char   *text,
       TlsrptRemark *remark)
{
  const TlsrptRange *range = tlsrpt_remark_get_range (remark);
  const char *start = g_utf8_offset_to_pointer (text, (glong) range->start);
  const char *end = g_utf8_offset_to_pointer (text, (glong) range->end);

  return g_strdup_printf ("%.*s%s%s", (int) (start - text), text,
                          tlsrpt_remark_get_repair (remark), end);
}

static void
test_repair (gconstpointer data)
{
  const RepairCase *c = data;
  g_autoptr (TlsrptImport) import = tlsrpt_import_new ();

  tlsrpt_import_set_text (import, c->text);

  for (guint i = 0, n_steps = 0;
       i < tlsrpt_import_get_remarks (import)->len && n_steps < 20;)
    {
      TlsrptRemark *remark = g_ptr_array_index (tlsrpt_import_get_remarks (import), i);

      if (tlsrpt_remark_get_repair (remark) != NULL)
        {
          g_autofree char *mended = apply (tlsrpt_import_get_text (import), remark);

          tlsrpt_import_set_text (import, mended);
          i = 0;
          n_steps++;
        }
      else
        {
          i++;
        }
    }

  g_assert_cmpstr (tlsrpt_import_get_text (import), ==, c->mended);
  g_assert_cmpint (tlsrpt_import_get_severity (import), ==, TLSRPT_SEVERITY_NOTE);
}

/* The range of the first finding. */
static void
assert_range (TlsrptImport *import,
              gsize         start,
              gsize         end)
{
  GPtrArray *remarks = tlsrpt_import_get_remarks (import);
  const TlsrptRange *range = tlsrpt_remark_get_range (g_ptr_array_index (remarks, 0));

  g_assert_cmpuint (range->start, ==, start);
  g_assert_cmpuint (range->end, ==, end);
}

/* Where a span is not in one piece in what was pasted, no button reaches too far. */
static void
test_no_repair_across_strings (void)
{
  g_autoptr (TlsrptImport) import = tlsrpt_import_new ();
  GListModel *findings = tlsrpt_import_get_findings (import);

  tlsrpt_import_set_text (import, "\"v=TLSRPTv1; rua=a@exa\" \"mple.com\"");

  g_assert_cmpuint (g_list_model_get_n_items (findings), ==, 1);
  g_assert_null (tlsrpt_remark_get_repair (get_item (findings, 0)));
  assert_range (import, 17, 33);
  g_assert_cmpstr (tlsrpt_import_get_value (import), ==, "v=TLSRPTv1; rua=" A);

  /* An escape is one character of the record only. */
  tlsrpt_import_set_text (import, "_smtp._tls TXT v=TLSRPTv1\\;\\032rua=" A ",\\032" B);
  g_assert_cmpuint (g_list_model_get_n_items (findings), ==, 2);
  g_assert_null (tlsrpt_remark_get_repair (get_item (findings, 0)));
  assert_range (import, 56, 60);
}

/* What is said again keeps its remark, and so its row; the range follows. */
static void
test_items_stay (void)
{
  g_autoptr (TlsrptImport) import = tlsrpt_import_new ();
  GListModel *findings = tlsrpt_import_get_findings (import);
  TlsrptRemark *item;

  tlsrpt_import_set_text (import, "v=TLSRPTv1; rua=a@example.com");
  item = get_item (findings, 0);
  assert_range (import, 16, 29);

  tlsrpt_import_set_text (import, "v=TLSRPTv1;  rua=a@example.com");
  g_assert_true (get_item (findings, 0) == item);
  assert_range (import, 17, 30);

  tlsrpt_import_set_text (import, "v=tlsrptv1;  rua=a@example.com");
  g_assert_cmpuint (g_list_model_get_n_items (findings), ==, 2);
  g_assert_true (get_item (findings, 1) == item);
}

static void
test_too_long (void)
{
  g_autoptr (TlsrptImport) import = tlsrpt_import_new ();
  g_autofree char *longest = g_strnfill (TLSRPT_LIMIT_INPUT, 'a');
  g_autofree char *longer = g_strnfill (TLSRPT_LIMIT_INPUT + 1, 'a');

  tlsrpt_import_set_text (import, longest);
  g_assert_cmpstr (tlsrpt_import_get_verdict (import), ==, "This is not a valid TLS-RPT record.");

  tlsrpt_import_set_text (import, longer);
  g_assert_cmpstr (tlsrpt_import_get_verdict (import), ==,
                   "The text is longer than 65536 bytes");
  g_assert_null (tlsrpt_import_get_value (import));
  g_assert_cmpstr (tlsrpt_import_get_text (import), ==, longer);
}

static void
test_lists_end (void)
{
  g_autoptr (TlsrptImport) import = tlsrpt_import_new ();
  g_autoptr (GString) text = g_string_new ("v=TLSRPTv1; rua=" A);

  for (int i = 0; i < 200; i++)
    g_string_append (text, ";x=1");
  tlsrpt_import_set_text (import, text->str);

  g_assert_cmpuint (g_list_model_get_n_items (tlsrpt_import_get_findings (import)), ==,
                    TLSRPT_LIMIT_IMPORT_ITEMS);
  g_assert_cmpuint (g_list_model_get_n_items (tlsrpt_import_get_changes (import)), ==,
                    TLSRPT_LIMIT_IMPORT_ITEMS);

  g_assert_cmpstr (tlsrpt_remark_get_code (get_item (tlsrpt_import_get_findings (import),
                                                     TLSRPT_LIMIT_IMPORT_ITEMS - 1)),
                   ==, "more");
  g_assert_cmpstr (tlsrpt_remark_get_code (get_item (tlsrpt_import_get_changes (import),
                                                     TLSRPT_LIMIT_IMPORT_ITEMS - 1)),
                   ==, "more-changes");
}

static void
test_choose (void)
{
  g_autoptr (TlsrptImport) import = tlsrpt_import_new ();
  GListModel *choices = tlsrpt_import_get_choices (import);

  tlsrpt_import_set_text (import, "_smtp._tls.a.example. TXT \"v=TLSRPTv1; rua=" A "\"\n"
                                  "_smtp._tls.b.example. TXT \"v=TLSRPTv1; rua=" B "\"");
  g_assert_cmpuint (g_list_model_get_n_items (choices), ==, 3);
  g_assert_cmpstr (tlsrpt_remark_get_code (get_item (choices, 0)), ==, "all-records");
  g_assert_cmpstr (tlsrpt_remark_get_code (get_item (choices, 2)), ==, "record");
  g_assert_cmpstr (tlsrpt_remark_get_message (get_item (choices, 2)), ==, "b.example");
  g_assert_cmpuint (tlsrpt_import_get_selected (import), ==, 1);

  tlsrpt_import_set_selected (import, 2);
  g_assert_cmpstr (tlsrpt_import_get_value (import), ==, "v=TLSRPTv1; rua=" B);
  g_assert_cmpstr (tlsrpt_import_get_domain (import), ==, "b.example");

  tlsrpt_import_set_selected (import, 0);
  g_assert_cmpstr (tlsrpt_import_get_value (import), ==, "v=TLSRPTv1; rua=" A "," B);
  g_assert_null (tlsrpt_import_get_domain (import));
  /* They are at two names, where each is right. */
  g_assert_cmpint (tlsrpt_import_get_severity (import), ==, TLSRPT_SEVERITY_NOTE);

  tlsrpt_import_set_selected (import, 3);
  g_assert_cmpuint (tlsrpt_import_get_selected (import), ==, 0);

  /* A choice among other records is forgotten. */
  tlsrpt_import_set_selected (import, 2);
  tlsrpt_import_set_text (import, "v=TLSRPTv1; rua=" A);
  tlsrpt_import_set_text (import, "\"v=TLSRPTv1; rua=" A "\"\n\"v=TLSRPTv1; rua=" B "\"");
  g_assert_cmpuint (tlsrpt_import_get_selected (import), ==, 0);
}

static void
select_last_cb (TlsrptImport *import)
{
  tlsrpt_import_set_selected (import, 2);
}

static void
test_nobodys_choice (void)
{
  g_autoptr (TlsrptImport) import = tlsrpt_import_new ();

  tlsrpt_import_set_text (import, "\"v=TLSRPTv1; rua=" A "\"\n\"v=TLSRPTv1; rua=" B "\"");
  g_signal_connect_swapped (tlsrpt_import_get_choices (import), "items-changed",
                            G_CALLBACK (select_last_cb), import);
  tlsrpt_import_set_text (import, "\"v=TLSRPTv1; rua=" B "\"\n\"v=TLSRPTv1; rua=" A "\"");
  g_assert_cmpuint (tlsrpt_import_get_selected (import), ==, 0);
}

static void
test_replace (void)
{
  g_autoptr (TlsrptRecord) form = tlsrpt_record_new ();
  g_autoptr (TlsrptImport) import = tlsrpt_import_new ();

  tlsrpt_import_set_form (import, form);
  tlsrpt_import_set_text (import, "_smtp._tls.example.com. TXT \"v=TLSRPTv1; rua=" A
                                  ",https://example.com/r\"");
  g_assert_false (tlsrpt_import_get_has_choice (import));
  g_assert_true (tlsrpt_import_get_can_replace (import));
  g_assert_false (tlsrpt_import_get_can_merge (import));
  g_assert_null (tlsrpt_import_get_hint (import));

  tlsrpt_import_replace (import);
  g_assert_cmpstr (tlsrpt_record_get_domain (form), ==, "example.com");
  g_assert_cmpstr (tlsrpt_record_get_value (form), ==,
                   "v=TLSRPTv1; rua=" A ",https://example.com/r");

  /* A value alone is another record of the same domain. */
  tlsrpt_import_set_text (import, "v=TLSRPTv1; rua=" B);
  tlsrpt_import_replace (import);
  g_assert_cmpstr (tlsrpt_record_get_domain (form), ==, "example.com");
  g_assert_cmpstr (tlsrpt_record_get_value (form), ==, "v=TLSRPTv1; rua=" B);

  g_assert_finalize_object (g_steal_pointer (&import));
  g_assert_finalize_object (g_steal_pointer (&form));
}

/* With a domain alone, there is nothing to merge into. */
static void
test_domain_alone (void)
{
  g_autoptr (TlsrptRecord) form = tlsrpt_record_new ();
  g_autoptr (TlsrptImport) import = tlsrpt_import_new ();

  tlsrpt_record_set_domain (form, "example.org");
  tlsrpt_record_add_destination (form, TLSRPT_FIELD_MAIL, " ");
  tlsrpt_import_set_form (import, form);
  tlsrpt_import_set_text (import, "v=TLSRPTv1; rua=" A);
  g_assert_false (tlsrpt_import_get_has_choice (import));
  tlsrpt_import_replace (import);
  g_assert_cmpstr (tlsrpt_record_get_domain (form), ==, "example.org");
  g_assert_cmpstr (tlsrpt_record_get_value (form), ==, "v=TLSRPTv1; rua=" A);
}

static void
test_merge (void)
{
  g_autoptr (TlsrptRecord) form = tlsrpt_record_new ();
  g_autoptr (TlsrptImport) import = tlsrpt_import_new ();

  tlsrpt_record_set_domain (form, "example.org");
  tlsrpt_record_add_destination (form, TLSRPT_FIELD_MAIL, "b@example.com");
  tlsrpt_record_add_destination (form, TLSRPT_FIELD_MAIL, "");
  tlsrpt_record_add_destination (form, TLSRPT_FIELD_MAIL, "not yet");

  tlsrpt_import_set_form (import, form);
  tlsrpt_import_set_text (import, "_smtp._tls.example.com. TXT \"v=TLSRPTv1; rua=" A "," B "\"");
  g_assert_true (tlsrpt_import_get_has_choice (import));
  g_assert_true (tlsrpt_import_get_can_merge (import));
  g_assert_true (tlsrpt_import_is_other_domain (import));
  g_assert_cmpstr (tlsrpt_import_get_hint (import), ==,
                   "Merging adds 1 destination to the form.\n"
                   "1 destination is already in the form.\n"
                   "Merging keeps the domain example.org.");

  g_assert_cmpuint (tlsrpt_import_merge (import), ==, 1);
  g_assert_cmpstr (tlsrpt_record_get_domain (form), ==, "example.org");
  g_assert_cmpuint (g_list_model_get_n_items (tlsrpt_record_get_destinations (form)), ==, 3);

  /* Nothing is new the second time. */
  tlsrpt_import_set_text (import, "v=TLSRPTv1; rua=" B "," A);
  g_assert_false (tlsrpt_import_is_other_domain (import));
  g_assert_cmpstr (tlsrpt_import_get_hint (import), ==,
                   "All destinations of this record are already in the form.");
  g_assert_cmpuint (tlsrpt_import_merge (import), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (tlsrpt_record_get_destinations (form)), ==, 3);
}

static void
test_room (void)
{
  g_autoptr (TlsrptRecord) form = tlsrpt_record_new ();
  g_autoptr (TlsrptImport) import = tlsrpt_import_new ();
  g_autoptr (GString) text = g_string_new ("v=TLSRPTv1; rua=mailto:0@example.com");

  for (int i = 1; i < TLSRPT_LIMIT_DESTINATIONS; i++)
    g_string_append_printf (text, ",mailto:%d@example.com", i);

  tlsrpt_import_set_form (import, form);
  tlsrpt_import_set_text (import, text->str);
  g_assert_true (tlsrpt_import_get_can_replace (import));

  g_string_append (text, "," A);
  tlsrpt_import_set_text (import, text->str);
  g_assert_false (tlsrpt_import_get_can_replace (import));
  g_assert_cmpstr (tlsrpt_import_get_hint (import), ==,
                   "The record has 17 destinations; the form can have at most 16.");

  /* One fits, sixteen beside another do not. */
  tlsrpt_record_add_destination (form, TLSRPT_FIELD_MAIL, "b@example.com");
  tlsrpt_import_set_text (import, "v=TLSRPTv1; rua=" A);
  g_assert_true (tlsrpt_import_get_can_merge (import));
  g_string_truncate (text, text->len - strlen ("," A));
  tlsrpt_import_set_text (import, text->str);
  g_assert_true (tlsrpt_import_get_can_replace (import));
  g_assert_false (tlsrpt_import_get_can_merge (import));
  g_assert_cmpstr (tlsrpt_import_get_hint (import), ==,
                   "Merging would result in 17 destinations; the form can have at most 16.");
}

/* What the form would write in another way is said before. */
static void
test_form_writes_otherwise (void)
{
  g_autoptr (TlsrptImport) import = tlsrpt_import_new ();
  g_autofree char *title = NULL;
  TlsrptRemark *change;

  tlsrpt_import_set_text (import, "v=TLSRPTv1; rua=mailto:a&b@example.com");
  g_assert_cmpstr (tlsrpt_import_get_value (import), ==, "v=TLSRPTv1; rua=mailto:a&b@example.com");
  g_assert_cmpuint (g_list_model_get_n_items (tlsrpt_import_get_changes (import)), ==, 1);
  change = get_item (tlsrpt_import_get_changes (import), 0);
  g_assert_cmpstr (tlsrpt_remark_get_code (change), ==, "form-rewrites");
  title = tlsrpt_display_strip_isolates (tlsrpt_remark_get_message (change));
  g_assert_cmpstr (title, ==, "In the form, “mailto:a&b@example.com” becomes "
                              "“mailto:a%26b@example.com”");

  tlsrpt_import_set_text (import, "v=TLSRPTv1; rua=https://a.example:8443/%00");
  change = get_item (tlsrpt_import_get_changes (import), 0);
  g_assert_cmpstr (tlsrpt_remark_get_code (change), ==, "form-rejects");
}

static void
test_properties (void)
{
  g_autoptr (TlsrptImport) import = g_object_new (TLSRPT_TYPE_IMPORT,
                                                  "text", "\"v=TLSRPTv1; \" \"rua=" A "\"", NULL);
  g_autofree char *text = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *verdict = NULL;
  g_autofree char *value = NULL;
  g_autofree char *domain = NULL;
  g_autofree char *hint = NULL;
  gboolean has_choice;

  g_object_get (import, "text", &text, "notes", &notes, "verdict", &verdict, "value", &value,
                "domain", &domain, "hint", &hint, "has-choice", &has_choice, NULL);
  g_assert_cmpstr (text, ==, "\"v=TLSRPTv1; \" \"rua=" A "\"");
  g_assert_cmpstr (notes, ==, "Several strings were joined without a space, as senders do");
  g_assert_cmpstr (verdict, ==, "The record is valid.");
  g_assert_cmpstr (value, ==, "v=TLSRPTv1; rua=" A);
  g_assert_null (domain);
  g_assert_null (hint);
  g_assert_false (has_choice);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_tells_once (void)
{
  g_autoptr (TlsrptImport) import = tlsrpt_import_new ();
  guint n_judged = 0;
  guint n_value = 0;

  g_signal_connect_swapped (import, "judged", G_CALLBACK (count_cb), &n_judged);
  g_signal_connect_swapped (import, "notify::value", G_CALLBACK (count_cb), &n_value);

  tlsrpt_import_set_text (import, "v=TLSRPTv1; rua=" A);
  tlsrpt_import_set_text (import, "v=TLSRPTv1; rua=" A);
  g_assert_cmpuint (n_judged, ==, 1);
  tlsrpt_import_set_text (import, "v=TLSRPTv1;rua=" A);
  g_assert_cmpuint (n_judged, ==, 2);
  g_assert_cmpuint (n_value, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/import/text/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_text);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (repairs); i++)
    {
      g_autofree char *path = g_strconcat ("/import/repair/", repairs[i].name, NULL);

      g_test_add_data_func (path, &repairs[i], test_repair);
    }
  g_test_add_func ("/import/repair/not-across-strings", test_no_repair_across_strings);
  g_test_add_func ("/import/findings/stay", test_items_stay);
  g_test_add_func ("/import/findings/end", test_lists_end);
  g_test_add_func ("/import/text/any", test_any_text);
  g_test_add_func ("/import/text/too-long", test_too_long);
  g_test_add_func ("/import/choose", test_choose);
  g_test_add_func ("/import/choose/nobodys", test_nobodys_choice);
  g_test_add_func ("/import/replace", test_replace);
  g_test_add_func ("/import/replace/domain-alone", test_domain_alone);
  g_test_add_func ("/import/merge", test_merge);
  g_test_add_func ("/import/room", test_room);
  g_test_add_func ("/import/form-writes-otherwise", test_form_writes_otherwise);
  g_test_add_func ("/import/properties", test_properties);
  g_test_add_func ("/import/tells-once", test_tells_once);

  return g_test_run ();
}
