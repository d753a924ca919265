/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-look-cache.h"

#include "tlsrpt-limits.h"
#include "tlsrpt-text-hash.h"

struct _TlsrptLookCache
{
  GHashTable *contacts;
};

/* A server presents another certificate to whoever calls it by another name. */
static char *
make_key (const TlsrptVisit *visit)
{
  return g_strdup_printf ("%s %u %s", visit->address, visit->port, visit->server_name);
}

/**
 * tlsrpt_look_cache_new:
 *
 * Creates a cache without anything in it.
 *
 * Returns: (transfer full): the cache
 */
TlsrptLookCache *
tlsrpt_look_cache_new (void)
{
  TlsrptLookCache *self = g_new (TlsrptLookCache, 1);

  self->contacts = g_hash_table_new_full (tlsrpt_text_hash_str, g_str_equal, g_free,
                                          (GDestroyNotify) tlsrpt_contact_free);

  return self;
}

void
tlsrpt_look_cache_free (TlsrptLookCache *self)
{
  g_hash_table_unref (self->contacts);
  g_free (self);
}

/**
 * tlsrpt_look_cache_dup:
 * @self: a cache
 * @visit: whom to visit
 *
 * Gets what was seen at an address.  It is judged for whoever was visited then.
 *
 * Returns: (transfer full) (nullable): what was seen; `NULL` if nobody was there yet
 */
TlsrptContact *
tlsrpt_look_cache_dup (TlsrptLookCache   *self,
                       const TlsrptVisit *visit)
{
  g_autofree char *key = make_key (visit);
  TlsrptContact *contact = g_hash_table_lookup (self->contacts, key);

  return contact != NULL ? tlsrpt_contact_copy (contact) : NULL;
}

/**
 * tlsrpt_look_cache_add:
 * @self: a cache
 * @visit: who was visited
 * @contact: what was seen
 *
 * Remembers what was seen.  A cache that is full begins anew.
 */
void
tlsrpt_look_cache_add (TlsrptLookCache   *self,
                       const TlsrptVisit *visit,
                       TlsrptContact     *contact)
{
  if (g_hash_table_size (self->contacts) >= TLSRPT_LIMIT_CONTACT_CACHE)
    g_hash_table_remove_all (self->contacts);

  g_hash_table_insert (self->contacts, make_key (visit), tlsrpt_contact_copy (contact));
}
