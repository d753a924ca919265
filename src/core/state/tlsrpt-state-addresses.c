/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-state-private.h"

#include "tlsrpt-destination.h"
#include "tlsrpt-limits.h"

#include <string.h>

static gboolean
is_usable (const char *text)
{
  g_autofree char *uri = NULL;

  if (tlsrpt_state_is_private (text))
    return FALSE;

  uri = tlsrpt_destination_parse (text, NULL);

  return uri != NULL;
}

/* Puts an address before the others. */
static gboolean
use_address (GPtrArray  *addresses,
             const char *text)
{
  g_autofree char *owned = NULL;
  guint position;

  if (!is_usable (text))
    return FALSE;

  owned = g_strdup (text);
  if (g_ptr_array_find_with_equal_func (addresses, text, g_str_equal, &position))
    {
      if (position == 0)
        return FALSE;
      g_ptr_array_remove_index (addresses, position);
    }

  g_ptr_array_insert (addresses, 0, g_steal_pointer (&owned));
  if (addresses->len > TLSRPT_LIMIT_STATE_ADDRESSES)
    g_ptr_array_set_size (addresses, TLSRPT_LIMIT_STATE_ADDRESSES);

  return TRUE;
}

/**
 * tlsrpt_state_get_addresses:
 *
 * Gets the destinations that were used before, as people type them, the last first.
 *
 * Returns: (transfer none) (array zero-terminated=1): the addresses and URLs, all valid
 */
const char *const *
tlsrpt_state_get_addresses (TlsrptState *self)
{
  g_return_val_if_fail (TLSRPT_IS_STATE (self), NULL);

  return (const char *const *) self->addresses->pdata;
}

/**
 * tlsrpt_state_use_addresses:
 * @uris: (array zero-terminated=1): the destinations of a finished record
 *
 * Keeps what was used, less what could hold a password.
 */
void
tlsrpt_state_use_addresses (TlsrptState       *self,
                            const char *const *uris)
{
  gboolean is_changed = FALSE;

  g_return_if_fail (TLSRPT_IS_STATE (self));
  g_return_if_fail (uris != NULL);

  /* From behind, so that the first stays the first. */
  for (guint i = g_strv_length ((char **) uris); i-- > 0;)
    {
      g_autofree char *text = tlsrpt_destination_to_text (uris[i]);

      is_changed |= use_address (self->addresses, text);
    }

  if (is_changed)
    tlsrpt_state_changed (self);
}

gboolean
tlsrpt_state_addresses_read (TlsrptState           *self,
                             const TlsrptJsonValue *value)
{
  TlsrptJsonIter iter;
  TlsrptJsonValue item;

  if (value->type != TLSRPT_JSON_ARRAY)
    return FALSE;

  tlsrpt_json_iter_init (&iter, value);
  while (tlsrpt_json_iter_next (&iter, &item))
    {
      if (item.type != TLSRPT_JSON_TEXT)
        return FALSE;

      if (self->addresses->len < TLSRPT_LIMIT_STATE_ADDRESSES && is_usable (item.string.text))
        g_ptr_array_add (self->addresses, g_strdup (item.string.text));
    }

  return TRUE;
}

void
tlsrpt_state_addresses_write (TlsrptState      *self,
                              TlsrptJsonWriter *writer)
{
  if (self->addresses->len > 0)
    tlsrpt_json_writer_strings (writer, "addresses", tlsrpt_state_get_addresses (self));
}

void
tlsrpt_state_addresses_clear (TlsrptState *self)
{
  g_ptr_array_set_size (self->addresses, 0);
}
