/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-import-item.h"

/* An item that says @letter; as a capital it is about the text as a whole. */
static TlsrptImportItem *
create_item (char  letter,
             guint start)
{
  const char title[] = { g_ascii_tolower (letter), '\0' };
  TlsrptImportItem *item = tlsrpt_import_item_new (TLSRPT_SEVERITY_WARNING, title, NULL, NULL);

  if (g_ascii_islower (letter))
    tlsrpt_import_item_set_place (item, start, start + 1);

  return item;
}

static GPtrArray *
create_items (const char *letters,
              guint       start)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (const char *l = letters; *l != '\0'; l++)
    g_ptr_array_add (items, create_item (*l, start++));

  return items;
}

typedef struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *change; /* position, removed, added; empty if the list stays */
} Case;

/* A letter is an item. */
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
  { "place-lost", "ab", "aB", "1-1+1" },
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
  g_autoptr (GListStore) list = g_list_store_new (TLSRPT_TYPE_IMPORT_ITEM);
  g_autoptr (GPtrArray) before = create_items (c->before, 0);
  g_autoptr (GPtrArray) after = create_items (c->after, 100);
  g_autoptr (GString) change = g_string_new (NULL);

  g_list_store_splice (list, 0, 0, before->pdata, before->len);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), change);
  tlsrpt_import_item_update_list (list, after);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, after->len);
  g_assert_cmpstr (change->str, ==, c->change);

  /* Whether it stayed or is new, each stands where it should. */
  for (guint i = 0; i < after->len; i++)
    {
      g_autoptr (TlsrptImportItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);
      TlsrptImportItem *expected = g_ptr_array_index (after, i);

      g_assert_cmpstr (tlsrpt_import_item_get_title (item), ==,
                       tlsrpt_import_item_get_title (expected));
      g_assert_cmpint (tlsrpt_import_item_has_place (item), ==,
                       tlsrpt_import_item_has_place (expected));
      g_assert_cmpuint (tlsrpt_import_item_get_start (item), ==,
                        tlsrpt_import_item_get_start (expected));
      g_assert_cmpuint (tlsrpt_import_item_get_end (item), ==,
                        tlsrpt_import_item_get_end (expected));
    }
}

typedef struct
{
  const char     *name;
  TlsrptSeverity  severity;
  const char     *title;
  const char     *detail;
  const char     *repair;
  gboolean        is_same;
} Saying;

/* Against a warning “title”, “detail”, “repair”. */
static const Saying sayings[] = {
  { "same", TLSRPT_SEVERITY_WARNING, "title", "detail", "repair", TRUE },
  { "severity", TLSRPT_SEVERITY_ERROR, "title", "detail", "repair", FALSE },
  { "title", TLSRPT_SEVERITY_WARNING, "other", "detail", "repair", FALSE },
  { "detail", TLSRPT_SEVERITY_WARNING, "title", "other", "repair", FALSE },
  { "no-detail", TLSRPT_SEVERITY_WARNING, "title", NULL, "repair", FALSE },
  { "repair", TLSRPT_SEVERITY_WARNING, "title", "detail", "", FALSE },
  { "no-repair", TLSRPT_SEVERITY_WARNING, "title", "detail", NULL, FALSE },
};

/* An item stays only if nothing of what it says is new. */
static void
test_saying (gconstpointer data)
{
  const Saying *c = data;
  g_autoptr (GListStore) list = g_list_store_new (TLSRPT_TYPE_IMPORT_ITEM);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TlsrptImportItem) old = tlsrpt_import_item_new (TLSRPT_SEVERITY_WARNING, "title",
                                                             "detail", "repair");
  g_autoptr (TlsrptImportItem) shown = NULL;

  g_list_store_append (list, old);
  g_ptr_array_add (items, tlsrpt_import_item_new (c->severity, c->title, c->detail, c->repair));
  tlsrpt_import_item_update_list (list, items);
  shown = g_list_model_get_item (G_LIST_MODEL (list), 0);

  g_assert_cmpint (shown == old, ==, c->is_same);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/import-item/update-list/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_update_list);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (sayings); i++)
    {
      g_autofree char *path = g_strconcat ("/import-item/saying/", sayings[i].name, NULL);

      g_test_add_data_func (path, &sayings[i], test_saying);
    }

  return g_test_run ();
}
