/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-list-store.h"

/**
 * tlsrpt_list_store_update:
 * @list: what there was to say
 * @items: what there is to say now
 * @is_same: whether an item of @list, which comes first, says what one of @items says
 *
 * Takes over what is new.  What stands before and after it and says what it said
 * before stays, so that its rows stay.
 */
void
tlsrpt_list_store_update (GListStore *list,
                          GPtrArray  *items,
                          GEqualFunc  is_same)
{
  guint n_old;
  guint n_head = 0;
  guint n_tail = 0;

  g_return_if_fail (G_IS_LIST_STORE (list));
  g_return_if_fail (items != NULL);
  g_return_if_fail (is_same != NULL);

  n_old = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (; n_head < MIN (n_old, items->len); n_head++)
    {
      g_autoptr (GObject) old = g_list_model_get_item (G_LIST_MODEL (list), n_head);

      if (!is_same (old, g_ptr_array_index (items, n_head)))
        break;
    }

  for (; n_tail < MIN (n_old, items->len) - n_head; n_tail++)
    {
      g_autoptr (GObject) old = g_list_model_get_item (G_LIST_MODEL (list), n_old - 1 - n_tail);

      if (!is_same (old, g_ptr_array_index (items, items->len - 1 - n_tail)))
        break;
    }

  if (n_old - n_head - n_tail > 0 || items->len - n_head - n_tail > 0)
    g_list_store_splice (list, n_head, n_old - n_head - n_tail,
                         items->len > 0 ? items->pdata + n_head : NULL,
                         items->len - n_head - n_tail);
}
