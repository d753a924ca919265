/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dns-zone.h"

#include "dns-message.h"

#include <string.h>

#define HEADER 12
#define TTL 300
#define TYPE_MX 15
#define TYPE_NS 2
#define TYPE_TXT 16
#define NXDOMAIN 3
#define SERVFAIL 2
#define REFUSED 5
#define OWNER_PREFIX "_smtp._tls."

static const struct
{
  const char *domain;
  const char *texts[3];
} zone[] = {
  { "good.example", { DNS_ZONE_RECORD } },
  { "two.example", { "v=TLSRPTv1; rua=mailto:a@two.example",
                     "v=TLSRPTv1; rua=mailto:b@two.example" } },
  { "invalid.example", { "v=TLSRPTv1; rua=tls@invalid.example" } },
  { "doubtful.example", { "v=TLSRPTv1 ; rua=mailto:tls@doubtful.example" } },
  { "unusable.example", { "v=TLSRPTv1; rua=ftp://unusable.example/" } },
  { "hostile.example", { "v=TLSRPTv1; rua=mailto:\033]0;t\007\xe2\x80\xae<b>&@hostile.example" } },
};

static char *
dup_name (const guint8 *query)
{
  GString *name = g_string_new (NULL);

  for (const guint8 *p = query + HEADER; *p != 0; p += *p + 1)
    {
      if (name->len > 0)
        g_string_append_c (name, '.');
      g_string_append_len (name, (const char *) p + 1, *p);
    }

  return g_string_free (name, FALSE);
}

static guint
find_type (const guint8 *query)
{
  const guint8 *end = query + HEADER;

  while (*end != 0)
    end += *end + 1;

  return (guint) (end[1] << 8 | end[2]);
}

static GByteArray *
reply_texts (const guint8 *query,
             gsize         length,
             const char   *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (zone); i++)
    {
      GByteArray *reply;

      if (!g_str_equal (name + strlen (OWNER_PREFIX), zone[i].domain))
        continue;

      reply = dns_message_new_reply (query, length, 0);
      for (gsize j = 0; zone[i].texts[j] != NULL; j++)
        dns_message_add_text (reply, name, TTL, zone[i].texts[j]);

      return reply;
    }

  return dns_message_new_reply (query, length, NXDOMAIN);
}

GByteArray *
dns_zone_reply (const guint8 *query,
                gsize         length,
                gboolean      is_tcp)
{
  g_autofree char *name = dup_name (query);
  guint type = find_type (query);
  gboolean is_record = type == TYPE_TXT && g_str_has_prefix (name, OWNER_PREFIX);
  GByteArray *reply;

  if (g_str_has_suffix (name, "silent.example") && is_record)
    return NULL;

  if (g_str_has_suffix (name, "servfail.example") && is_record)
    return dns_message_new_reply (query, length, SERVFAIL);

  if (g_str_has_suffix (name, "refused.example") && is_record)
    return dns_message_new_reply (query, length, REFUSED);

  if (g_str_has_suffix (name, "nodata.example") && is_record)
    return dns_message_new_reply (query, length, 0);

  if (is_record)
    return reply_texts (query, length, name);

  if (g_str_has_suffix (name, "no-such.example") || *name == '_')
    return dns_message_new_reply (query, length, NXDOMAIN);

  reply = dns_message_new_reply (query, length, 0);
  if (type == TYPE_MX)
    dns_message_add (reply, name, TYPE_MX, TTL, "\0\12\2mx\7example\0", 14);
  if (type == TYPE_NS && g_str_has_prefix (name, "hosted"))
    {
      dns_message_add_name (reply, name, TYPE_NS, TTL, "dee.ns.cloudflare.com");
      dns_message_add_name (reply, name, TYPE_NS, TTL,
                            g_str_equal (name, "hosted-twice.example")    ? "ns-1.awsdns-02.net"
                            : g_str_equal (name, "hosted-partly.example") ? "ns.example"
                                                                          : "gail.ns.cloudflare.com");
    }
  else if (type == TYPE_NS && g_str_equal (name, "example"))
    dns_message_add_name (reply, name, TYPE_NS, TTL, "ns.example");
  else if (type == TYPE_NS)
    dns_message_add_authority (reply, "example");

  return reply;
}
