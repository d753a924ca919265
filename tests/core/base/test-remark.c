/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-remark.h"

/* A remark that says @letter; as a capital it is about the text as a whole. */
static TlsrptRemark *
create_remark (char  letter,
               guint start)
{
  const char message[] = { g_ascii_tolower (letter), '\0' };
  const TlsrptRange range = { start, start + 1 };

  return tlsrpt_remark_new_from_parts (&(TlsrptRemarkParts) {
    .severity = TLSRPT_SEVERITY_WARNING,
    .code = "letter",
    .message = message,
    .range = g_ascii_islower (letter) ? &range : NULL,
  });
}

static GPtrArray *
create_remarks (const char *letters,
              guint       start)
{
  GPtrArray *remarks = g_ptr_array_new_with_free_func (g_object_unref);

  for (const char *l = letters; *l != '\0'; l++)
    g_ptr_array_add (remarks, create_remark (*l, start++));

  return remarks;
}

typedef struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *change; /* position, removed, added; empty if the list stays */
} Case;

/* A letter is a remark. */
static const Case cases[] = {
  { "empty", "", "", "" },
  { "first", "", "ab", "0-0+2" },
  { "all-go", "ab", "", "0-2+0" },
  { "same", "abC", "abC", "" },
  { "end-grows", "ab", "abc", "2-0+1" },
  { "end-shrinks", "abc", "ab", "2-1+0" },
  { "begin-grows", "bc", "abc", "0-0+1" },
  { "begin-shrinks", "abc", "bc", "0-1+0" },
  { "middle", "abcd", "axyd", "1-2+2" },
  { "middle-grows", "ad", "abcd", "1-0+2" },
  { "repeated-grows", "aa", "aaa", "2-0+1" },
  { "repeated-shrinks", "aaa", "aa", "2-1+0" },
  { "other", "ab", "cd", "0-2+2" },
  { "range-lost", "ab", "aB", "1-1+1" },
};

static void
items_changed_cb (GListModel *list,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  GString    *change)
{
  g_string_append_printf (change, "%u-%u+%u", position, n_removed, n_added);
}

static void
test_update_list (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GListStore) list = g_list_store_new (TLSRPT_TYPE_REMARK);
  g_autoptr (GPtrArray) before = create_remarks (c->before, 0);
  g_autoptr (GPtrArray) after = create_remarks (c->after, 100);
  g_autoptr (GString) change = g_string_new (NULL);

  g_list_store_splice (list, 0, 0, before->pdata, before->len);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), change);
  tlsrpt_remark_update_list (list, after);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, after->len);
  g_assert_cmpstr (change->str, ==, c->change);

  for (guint i = 0; i < after->len; i++)
    {
      g_autoptr (TlsrptRemark) remark = g_list_model_get_item (G_LIST_MODEL (list), i);
      TlsrptRemark *expected = g_ptr_array_index (after, i);

      g_assert_cmpstr (tlsrpt_remark_get_message (remark), ==,
                       tlsrpt_remark_get_message (expected));
      g_assert_cmpint (tlsrpt_remark_get_range (remark) != NULL, ==,
                       tlsrpt_remark_get_range (expected) != NULL);
    }
}

/* What each case has in place of one part of “remark”. */
typedef struct
{
  const char        *name;
  TlsrptRemarkParts  parts;
  gboolean           is_same;   /* its row stays */
  gboolean           is_equal;
} Saying;

static const TlsrptRange range = { 1, 3 };
static const TlsrptRange moved = { 2, 4 };
static const TlsrptRange longer = { 1, 4 };

static const TlsrptRemarkParts remark_parts = {
  TLSRPT_SEVERITY_WARNING, "code", "message", "detail", "8460 3", "repair", &range,
};

static const Saying sayings[] = {
  { "same",
    { TLSRPT_SEVERITY_WARNING, "code", "message", "detail", "8460 3", "repair", &range },
    TRUE, TRUE },
  { "moved",
    { TLSRPT_SEVERITY_WARNING, "code", "message", "detail", "8460 3", "repair", &moved },
    TRUE, FALSE },
  { "longer",
    { TLSRPT_SEVERITY_WARNING, "code", "message", "detail", "8460 3", "repair", &longer },
    TRUE, FALSE },
  { "severity",
    { TLSRPT_SEVERITY_ERROR, "code", "message", "detail", "8460 3", "repair", &range },
    FALSE, FALSE },
  { "code",
    { TLSRPT_SEVERITY_WARNING, "other", "message", "detail", "8460 3", "repair", &range },
    FALSE, FALSE },
  { "message",
    { TLSRPT_SEVERITY_WARNING, "code", "other", "detail", "8460 3", "repair", &range },
    FALSE, FALSE },
  { "detail",
    { TLSRPT_SEVERITY_WARNING, "code", "message", "other", "8460 3", "repair", &range },
    FALSE, FALSE },
  { "no-detail",
    { TLSRPT_SEVERITY_WARNING, "code", "message", NULL, "8460 3", "repair", &range },
    FALSE, FALSE },
  { "section",
    { TLSRPT_SEVERITY_WARNING, "code", "message", "detail", "8460 4", "repair", &range },
    FALSE, FALSE },
  { "repair",
    { TLSRPT_SEVERITY_WARNING, "code", "message", "detail", "8460 3", "", &range },
    FALSE, FALSE },
  { "no-repair",
    { TLSRPT_SEVERITY_WARNING, "code", "message", "detail", "8460 3", NULL, &range },
    FALSE, FALSE },
  { "no-range",
    { TLSRPT_SEVERITY_WARNING, "code", "message", "detail", "8460 3", "repair", NULL },
    FALSE, FALSE },
};

/* A remark stays only if nothing of what it says is new. */
static void
test_saying (gconstpointer data)
{
  const Saying *c = data;
  g_autoptr (GListStore) list = g_list_store_new (TLSRPT_TYPE_REMARK);
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TlsrptRemark) old = tlsrpt_remark_new_from_parts (&remark_parts);
  g_autoptr (TlsrptRemark) shown = NULL;
  TlsrptRemark *remark = tlsrpt_remark_new_from_parts (&c->parts);

  g_list_store_append (list, old);
  g_ptr_array_add (remarks, remark);
  tlsrpt_remark_update_list (list, remarks);
  shown = g_list_model_get_item (G_LIST_MODEL (list), 0);

  g_assert_cmpint (shown == old, ==, c->is_same);
  g_assert_cmpint (tlsrpt_remark_equal (old, remark), ==, c->is_equal);
}

static void
test_parts (void)
{
  TlsrptRemark *remark = tlsrpt_remark_new_from_parts (&remark_parts);
  g_autofree char *message = NULL;

  g_assert_cmpint (tlsrpt_remark_get_severity (remark), ==, TLSRPT_SEVERITY_WARNING);
  g_assert_cmpstr (tlsrpt_remark_get_code (remark), ==, "code");
  g_assert_cmpstr (tlsrpt_remark_get_detail (remark), ==, "detail");
  g_assert_cmpstr (tlsrpt_remark_get_section (remark), ==, "8460 3");
  g_assert_cmpstr (tlsrpt_remark_get_repair (remark), ==, "repair");
  g_assert_cmpuint (tlsrpt_remark_get_range (remark)->start, ==, 1);
  g_assert_cmpuint (tlsrpt_remark_get_range (remark)->end, ==, 3);

  g_object_get (remark, "message", &message, NULL);
  g_assert_cmpstr (message, ==, "message");

  g_assert_finalize_object (remark);
}

static void
test_none (void)
{
  g_autoptr (TlsrptRemark) remark = tlsrpt_remark_new_from_parts (&remark_parts);

  g_assert_cmpint (tlsrpt_remark_get_severity (NULL), ==, TLSRPT_SEVERITY_NONE);
  g_assert_true (tlsrpt_remark_equal (NULL, NULL));
  g_assert_false (tlsrpt_remark_equal (remark, NULL));
  g_assert_false (tlsrpt_remark_equal (NULL, remark));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/remark/update-list/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_update_list);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (sayings); i++)
    {
      g_autofree char *path = g_strconcat ("/remark/saying/", sayings[i].name, NULL);

      g_test_add_data_func (path, &sayings[i], test_saying);
    }

  g_test_add_func ("/remark/parts", test_parts);
  g_test_add_func ("/remark/none", test_none);

  return g_test_run ();
}
