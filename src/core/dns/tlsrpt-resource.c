/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-resource-private.h"

#include "tlsrpt-limits.h"

#include <arpa/inet.h>

/**
 * tlsrpt_resource_read_name:
 * @message: the message
 * @data: where the name begins in it
 * @end: where it must end
 *
 * Reads a name from inside resource data.
 *
 * Returns: (transfer full) (nullable): the name, decompressed and in lower case;
 *   `NULL` if it is malformed
 */
char *
tlsrpt_resource_read_name (const ns_msg *message,
                           const guint8 *data,
                           const guint8 *end)
{
  char name[NS_MAXDNAME];
  int length = ns_name_uncompress (ns_msg_base (*message), ns_msg_end (*message), data, name,
                                   sizeof name);

  /* Nothing may stand behind the name. */
  if (length < 0 || data + length != end)
    return NULL;

  return g_ascii_strdown (name[0] == '\0' ? "." : name, -1);
}

static GPtrArray *
read_strings (const guint8 *data,
              const guint8 *end)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  while (data < end)
    {
      gsize length = *data++;

      if (length > (gsize) (end - data))
        return NULL;

      g_ptr_array_add (strings, g_bytes_new (data, length));
      data += length;
    }

  /* One string at least (RFC 1035 section 3.3.14). */
  return strings->len > 0 ? g_steal_pointer (&strings) : NULL;
}

static char *
read_address (int           family,
              const guint8 *data,
              gsize         length)
{
  char text[INET6_ADDRSTRLEN];

  if (length != (family == AF_INET ? NS_INADDRSZ : NS_IN6ADDRSZ))
    return NULL;

  return g_strdup (inet_ntop (family, data, text, sizeof text));
}

/**
 * tlsrpt_resource_read:
 * @resource: zeros, to be filled in; the TTL is left alone
 * @type: the type of the record
 * @message: the message
 * @rr: the record
 *
 * Reads the data of a record.
 *
 * Returns: `FALSE` if they are malformed
 */
gboolean
tlsrpt_resource_read (TlsrptResource     *resource,
                      TlsrptResourceType  type,
                      const ns_msg       *message,
                      const ns_rr        *rr)
{
  const guint8 *data = ns_rr_rdata (*rr);
  gsize length = ns_rr_rdlen (*rr);
  const guint8 *end = data + length;

  switch (type)
    {
    case TLSRPT_RESOURCE_A:
      resource->host = read_address (AF_INET, data, length);
      return resource->host != NULL;

    case TLSRPT_RESOURCE_AAAA:
      resource->host = read_address (AF_INET6, data, length);
      return resource->host != NULL;

    case TLSRPT_RESOURCE_NS:
      resource->host = tlsrpt_resource_read_name (message, data, end);
      return resource->host != NULL;

    case TLSRPT_RESOURCE_MX:
      if (length < NS_INT16SZ)
        return FALSE;

      resource->preference = ns_get16 (data);
      resource->host = tlsrpt_resource_read_name (message, data + NS_INT16SZ, end);
      return resource->host != NULL;

    case TLSRPT_RESOURCE_TXT:
      resource->strings = read_strings (data, end);
      return resource->strings != NULL;

    case TLSRPT_RESOURCE_TLSA:
      if (length < 3)
        return FALSE;

      resource->usage = data[0];
      resource->selector = data[1];
      resource->matching = data[2];
      resource->data = g_bytes_new (data + 3, length - 3);
      return TRUE;

    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * tlsrpt_resource_read_ttl:
 * @rr: a record
 *
 * Reads how long a record may be kept: one with the highest bit set counts as zero
 * (RFC 2181 section 8).
 *
 * Returns: seconds
 */
guint32
tlsrpt_resource_read_ttl (const ns_rr *rr)
{
  guint32 ttl = ns_rr_ttl (*rr);

  return ttl > TLSRPT_LIMIT_TTL ? 0 : ttl;
}

void
tlsrpt_resource_clear (gpointer data)
{
  TlsrptResource *resource = data;

  g_clear_pointer (&resource->strings, g_ptr_array_unref);
  g_clear_pointer (&resource->host, g_free);
  g_clear_pointer (&resource->data, g_bytes_unref);
}
