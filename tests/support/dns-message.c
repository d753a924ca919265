/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dns-message.h"

#include <string.h>

#define HEADER 12
#define OCTET_ANSWERS 6
#define OCTET_AUTHORITIES 8
#define FLAG_QR (1 << 15)
#define CLASS_IN 1
#define TYPE_MX 15
#define TYPE_TXT 16

static void
add_16 (GByteArray *message,
        guint       number)
{
  guint16 value = GUINT16_TO_BE ((guint16) number);

  g_byte_array_append (message, (const guint8 *) &value, sizeof value);
}

static void
add_32 (GByteArray *message,
        guint32     number)
{
  guint32 value = GUINT32_TO_BE (number);

  g_byte_array_append (message, (const guint8 *) &value, sizeof value);
}

static void
add_string (GByteArray *message,
            const char *string,
            gsize       length)
{
  guint8 octet = (guint8) length;

  g_assert (length < 256);
  g_byte_array_append (message, &octet, 1);
  g_byte_array_append (message, (const guint8 *) string, (guint) length);
}

static void
add_name (GByteArray *message,
          const char *name)
{
  g_auto (GStrv) labels = g_strsplit (name, ".", -1);

  for (gsize i = 0; labels[i] != NULL && labels[i][0] != '\0'; i++)
    add_string (message, labels[i], strlen (labels[i]));
  add_string (message, "", 0);
}

static void
count (GByteArray *message,
       gsize       octet)
{
  if (++message->data[octet + 1] == 0)
    message->data[octet]++;
}

GByteArray *
dns_message_new (const char *name,
                 guint       type,
                 guint       flags)
{
  GByteArray *message = g_byte_array_new ();

  add_16 (message, 0);
  add_16 (message, FLAG_QR | flags);
  add_16 (message, 1);
  add_16 (message, 0);
  add_16 (message, 0);
  add_16 (message, 0);
  add_name (message, name);
  add_16 (message, type);
  add_16 (message, CLASS_IN);

  return message;
}

/* The header's number and the question of @query; without its EDNS record. */
GByteArray *
dns_message_new_reply (const guint8 *query,
                       gsize         length,
                       guint         flags)
{
  GByteArray *message = g_byte_array_new ();
  gsize end = HEADER;

  while (query[end] != 0)
    end += query[end] + 1u;
  end += 1 + 2 + 2;
  g_assert (end <= length);

  g_byte_array_append (message, query, 2);
  add_16 (message, FLAG_QR | flags);
  add_16 (message, 1);
  add_16 (message, 0);
  add_16 (message, 0);
  add_16 (message, 0);
  g_byte_array_append (message, query + HEADER, (guint) (end - HEADER));

  return message;
}

static void
add_resource (GByteArray *message,
              const char *owner,
              guint       type,
              guint32     ttl,
              const void *data,
              gsize       length)
{
  add_name (message, owner);
  add_16 (message, type);
  add_16 (message, CLASS_IN);
  add_32 (message, ttl);
  add_16 (message, (guint) length);
  g_byte_array_append (message, data, (guint) length);
}

void
dns_message_add (GByteArray *message,
                 const char *owner,
                 guint       type,
                 guint32     ttl,
                 const void *data,
                 gsize       length)
{
  add_resource (message, owner, type, ttl, data, length);
  count (message, OCTET_ANSWERS);
}

void
dns_message_add_name (GByteArray *message,
                      const char *owner,
                      guint       type,
                      guint32     ttl,
                      const char *name)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();

  add_name (data, name);
  dns_message_add (message, owner, type, ttl, data->data, data->len);
}

/* “.” is the root. */
void
dns_message_add_mx (GByteArray *message,
                    const char *owner,
                    guint32     ttl,
                    guint       preference,
                    const char *host)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();

  add_16 (data, preference);
  add_name (data, host);
  dns_message_add (message, owner, TYPE_MX, ttl, data->data, data->len);
}

/* The text is cut into strings at “|”. */
void
dns_message_add_text (GByteArray *message,
                      const char *owner,
                      guint32     ttl,
                      const char *text)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_auto (GStrv) strings = g_strsplit (text, "|", -1);

  for (gsize i = 0; strings[i] != NULL; i++)
    add_string (data, strings[i], strlen (strings[i]));
  if (strings[0] == NULL)
    add_string (data, "", 0);

  dns_message_add (message, owner, TYPE_TXT, ttl, data->data, data->len);
}

void
dns_message_add_authority (GByteArray *message,
                           const char *zone)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();

  add_name (data, "ns.example");
  add_name (data, "hostmaster.example");
  for (guint i = 0; i < 5; i++)
    add_32 (data, 300);

  add_resource (message, zone, DNS_TYPE_SOA, 300, data->data, data->len);
  count (message, OCTET_AUTHORITIES);
}
