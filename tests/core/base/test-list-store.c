/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-list-store.h"

/* The items are letters, each an action with that name; a capital one is a new one that
 * says the same. */
static const struct
{
  const char *before;
  const char *items;
  const char *after;
  guint       position;
  guint       n_removed;
  guint       n_added;
} cases[] = {
  { "", "", "", 0, 0, 0 },
  { "", "ab", "ab", 0, 0, 2 },
  { "ab", "", "", 0, 2, 0 },
  { "abc", "ABC", "abc", 0, 0, 0 },
  { "abc", "AC", "ac", 1, 1, 0 },
  { "ac", "ABC", "aBc", 1, 0, 1 },
  { "abc", "AXC", "aXc", 1, 1, 1 },
  { "abc", "XYABC", "XYabc", 0, 0, 2 },
  { "abc", "ABCX", "abcX", 3, 0, 1 },
  { "aa", "A", "a", 1, 1, 0 },
  { "a", "AA", "aA", 1, 0, 1 },
  { "ab", "BA", "BA", 0, 2, 2 },
};

typedef struct
{
  guint n_signals;
  guint position;
  guint n_removed;
  guint n_added;
} Change;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  gpointer    user_data)
{
  Change *change = user_data;

  change->n_signals++;
  change->position = position;
  change->n_removed = n_removed;
  change->n_added = n_added;
}

static GPtrArray *
create_items (const char *letters)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (const char *p = letters; *p != '\0'; p++)
    {
      const char name[] = { *p, '\0' };

      g_ptr_array_add (items, g_simple_action_new (name, NULL));
    }

  return items;
}

static gboolean
is_same (gconstpointer a,
         gconstpointer b)
{
  return g_ascii_strcasecmp (g_action_get_name (G_ACTION (a)),
                             g_action_get_name (G_ACTION (b))) == 0;
}

static void
test_update (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GListStore) list = g_list_store_new (G_TYPE_SIMPLE_ACTION);
      g_autoptr (GPtrArray) before = create_items (cases[i].before);
      g_autoptr (GPtrArray) items = create_items (cases[i].items);
      g_autoptr (GString) after = g_string_new (NULL);
      Change change = { 0 };

      g_list_store_splice (list, 0, 0, before->pdata, before->len);
      g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &change);
      tlsrpt_list_store_update (list, items, is_same);

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (list)); j++)
        {
          g_autoptr (GAction) item = g_list_model_get_item (G_LIST_MODEL (list), j);

          g_string_append (after, g_action_get_name (item));
        }

      g_assert_cmpstr (after->str, ==, cases[i].after);
      g_assert_cmpuint (change.n_signals, ==, cases[i].n_removed + cases[i].n_added > 0);
      g_assert_cmpuint (change.position, ==, cases[i].position);
      g_assert_cmpuint (change.n_removed, ==, cases[i].n_removed);
      g_assert_cmpuint (change.n_added, ==, cases[i].n_added);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/list-store/update", test_update);

  return g_test_run ();
}
