/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-stand-ins-private.h"

#include "tlsrpt-limits.h"
#include "tlsrpt-text-hash.h"

#include <arpa/inet.h>
#include <string.h>

/*
 * They are numbered in the order in which they are asked for, so that a report that was
 * made anonymous before stays as it is.
 */

/* Octets that addresses of one network begin with, as tlsrpt-cause-place.c has it. */
#define IPV4_NETWORK 3
#define IPV6_NETWORK 6

/* How many networks of that size the ranges below have. */
#define DOCUMENTATION_IPV4_NETWORKS 3
#define BENCHMARK_IPV4_NETWORKS 512
#define RESERVED_IPV4_NETWORKS 0x100000
#define DOCUMENTATION_IPV6_NETWORKS 0x10000

/* An IPv4 address inside an IPv6 address (RFC 4291 section 2.5.5.2). */
static const guint8 mapped_prefix[12] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff };

/* What an entry of a table takes besides its text. */
#define ENTRY_SIZE 128

static GHashTable *
new_table (GDestroyNotify free_value)
{
  return g_hash_table_new_full (tlsrpt_text_hash_str, g_str_equal, g_free, free_value);
}

/**
 * tlsrpt_stand_ins_new:
 *
 * Creates a set of stand-ins, with none in it.
 *
 * Returns: (transfer full): the set
 */
TlsrptStandIns *
tlsrpt_stand_ins_new (void)
{
  TlsrptStandIns *self = g_new0 (TlsrptStandIns, 1);

  self->names = tlsrpt_stand_ins_new_names ();
  self->addresses = new_table (g_free);
  self->texts = new_table (g_free);
  self->counts = new_table (NULL);
  self->networks = new_table (NULL);

  return self;
}

void
tlsrpt_stand_ins_free (TlsrptStandIns *self)
{
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->addresses);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->counts);
  g_hash_table_unref (self->networks);
  g_free (self->rest);
  g_free (self);
}

/**
 * tlsrpt_stand_ins_reserve:
 * @self: the stand-ins
 * @length: octets of the text that is to be kept
 *
 * Takes account of one more that is kept.
 *
 * Returns: whether there is room for it
 */
gboolean
tlsrpt_stand_ins_reserve (TlsrptStandIns *self,
                          gsize           length)
{
  if (length + ENTRY_SIZE > TLSRPT_LIMIT_STAND_INS - self->size)
    return FALSE;

  self->size += length + ENTRY_SIZE;

  return TRUE;
}

/**
 * tlsrpt_stand_ins_get_size:
 * @self: the stand-ins
 *
 * Gets how much is kept.
 *
 * Returns: octets, `TLSRPT_LIMIT_STAND_INS` at most
 */
gsize
tlsrpt_stand_ins_get_size (const TlsrptStandIns *self)
{
  return self->size;
}

/* Counts one more of a kind, and tells how many there are. */
static guint
count (TlsrptStandIns *self,
       const char     *kind)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, kind)) + 1;

  g_hash_table_insert (self->counts, g_strdup (kind), GUINT_TO_POINTER (n));

  return n;
}

/* The number of the network that an address is in, from 0, and of the address in it, from
 * 1: who is in one network stays in one. */
static guint
count_address (TlsrptStandIns *self,
               const guint8   *octets,
               gsize           n_octets,
               guint          *n_network)
{
  g_autofree char *key = NULL;
  guint n;

  if (n_octets == 4)
    key = g_strdup_printf ("%u.%u.%u", octets[0], octets[1], octets[2]);
  else
    key = g_strdup_printf ("%x:%x:%x", octets[0] << 8 | octets[1], octets[2] << 8 | octets[3],
                           octets[4] << 8 | octets[5]);

  n = GPOINTER_TO_UINT (g_hash_table_lookup (self->networks, key));
  if (n == 0)
    {
      n = count (self, n_octets == 4 ? "/24" : "/48");
      g_hash_table_insert (self->networks, g_strdup (key), GUINT_TO_POINTER (n));
    }
  *n_network = n - 1;

  return count (self, key);
}

/* RFC 5737 has three networks, which is less than one report of a large sender may need;
 * RFC 2544 (appendix C.2.2) has 512 more, and RFC 1112 (section 4) a quarter of a
 * billion addresses that nobody has. */
static void
make_ipv4 (TlsrptStandIns *self,
           const guint8   *octets,
           guint8         *stand_in)
{
  static const guint32 documentation[] = { 0xc0000200, 0xc6336400, 0xcb007100 };
  const guint32 benchmark = 0xc6120000;
  const guint32 reserved = 0xf0000000;
  guint n_network;
  guint n = count_address (self, octets, 4, &n_network);
  guint32 address;

  G_STATIC_ASSERT (G_N_ELEMENTS (documentation) == DOCUMENTATION_IPV4_NETWORKS);

  if (n_network < DOCUMENTATION_IPV4_NETWORKS)
    address = documentation[n_network];
  else if (n_network - DOCUMENTATION_IPV4_NETWORKS < BENCHMARK_IPV4_NETWORKS)
    address = benchmark + ((n_network - DOCUMENTATION_IPV4_NETWORKS) << 8);
  else
    address = reserved + ((n_network - DOCUMENTATION_IPV4_NETWORKS - BENCHMARK_IPV4_NETWORKS) %
                          RESERVED_IPV4_NETWORKS << 8);

  address |= n & 0xff;
  stand_in[0] = address >> 24;
  stand_in[1] = address >> 16 & 0xff;
  stand_in[2] = address >> 8 & 0xff;
  stand_in[3] = address & 0xff;
}

/* RFC 3849, and for more networks RFC 9637. */
static void
make_ipv6 (TlsrptStandIns *self,
           const guint8   *octets,
           guint8         *stand_in)
{
  guint n_network;
  guint n = count_address (self, octets, 16, &n_network);
  guint groups[3] = { 0x2001, 0x0db8, n_network };

  if (n_network >= DOCUMENTATION_IPV6_NETWORKS)
    {
      n_network -= DOCUMENTATION_IPV6_NETWORKS;
      groups[0] = 0x3fff;
      groups[1] = n_network >> 16 & 0xfff;
      groups[2] = n_network & 0xffff;
    }

  memset (stand_in, 0, 16);
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      stand_in[2 * i] = groups[i] >> 8;
      stand_in[2 * i + 1] = groups[i] & 0xff;
    }
  for (gsize i = 0; i < 4; i++)
    stand_in[15 - i] = n >> 8 * i & 0xff;
}

/* A mapped address stays one, of the same IPv4 address. */
static char *
dup_ipv6 (TlsrptStandIns *self,
          const guint8   *octets)
{
  char text[INET6_ADDRSTRLEN];
  guint8 stand_in[16];

  if (memcmp (octets, mapped_prefix, sizeof mapped_prefix) == 0)
    {
      char ipv4[INET_ADDRSTRLEN];

      inet_ntop (AF_INET, octets + sizeof mapped_prefix, ipv4, sizeof ipv4);

      return g_strconcat ("::ffff:", tlsrpt_stand_ins_get_address (self, ipv4), NULL);
    }

  make_ipv6 (self, octets, stand_in);
  inet_ntop (AF_INET6, stand_in, text, sizeof text);

  return g_strdup (text);
}

static char *
dup_ipv4 (TlsrptStandIns *self,
          const guint8   *octets)
{
  char text[INET_ADDRSTRLEN];
  guint8 stand_in[4];

  make_ipv4 (self, octets, stand_in);
  inet_ntop (AF_INET, stand_in, text, sizeof text);

  return g_strdup (text);
}

/**
 * tlsrpt_stand_ins_get_address:
 * @self: the stand-ins
 * @text: what may be an IP address
 *
 * Gets an address of RFC 5737 or RFC 3849, or one after them if there are more networks
 * than these have.
 *
 * Returns: (nullable): the address, or `NULL` if @text is none
 */
const char *
tlsrpt_stand_ins_get_address (TlsrptStandIns *self,
                              const char     *text)
{
  guint8 octets[16];
  char key[INET6_ADDRSTRLEN];
  int family = strchr (text, ':') != NULL ? AF_INET6 : AF_INET;
  char *found;

  if (inet_pton (family, text, octets) != 1)
    return NULL;

  inet_ntop (family, octets, key, sizeof key);
  found = g_hash_table_lookup (self->addresses, key);
  if (found != NULL)
    return found;
  /* It is in three tables. */
  if (!tlsrpt_stand_ins_reserve (self, 3 * sizeof key))
    return family == AF_INET ? "192.0.2.0" : "2001:db8::";

  found = family == AF_INET ? dup_ipv4 (self, octets) : dup_ipv6 (self, octets);
  g_hash_table_insert (self->addresses, g_strdup (key), found);

  return found;
}

/**
 * tlsrpt_stand_ins_get_digest:
 * @self: the stand-ins
 * @hex: hexadecimal digits
 *
 * Gets as many digits for those of a certificate or a key, by which search engines know
 * its server.
 *
 * Returns: the digits, until the next call
 */
const char *
tlsrpt_stand_ins_get_digest (TlsrptStandIns *self,
                             const char     *hex)
{
  gsize length = strlen (hex);
  g_autofree char *key = NULL;
  g_autofree char *kind = NULL;
  char *found;
  guint n;

  key = g_strconcat ("#", hex, NULL);
  found = g_hash_table_lookup (self->texts, key);
  if (found != NULL)
    return found;

  kind = g_strdup_printf ("#%" G_GSIZE_FORMAT, length);
  if (!tlsrpt_stand_ins_reserve (self, 2 * length))
    {
      g_free (self->rest);
      self->rest = g_strnfill (length, '0');
      return self->rest;
    }

  n = count (self, kind);
  /* Of two digits there are 256, the last of which is 00. */
  if (length < 2 * sizeof n)
    n &= (1U << 4 * length) - 1;
  found = g_strdup_printf ("%0*x", (int) length, n);
  g_hash_table_insert (self->texts, g_steal_pointer (&key), found);

  return found;
}

/**
 * tlsrpt_stand_ins_get_text:
 * @self: the stand-ins
 * @kind: what it is
 * @text: a text
 *
 * Gets the kind of a text with a number.
 *
 * Returns: the kind and the number, until the next call
 */
const char *
tlsrpt_stand_ins_get_text (TlsrptStandIns *self,
                           const char     *kind,
                           const char     *text)
{
  g_autofree char *key = g_strconcat (kind, "\n", text, NULL);
  char *found = g_hash_table_lookup (self->texts, key);

  if (found != NULL)
    return found;

  if (!tlsrpt_stand_ins_reserve (self, strlen (key)))
    {
      g_free (self->rest);
      self->rest = g_strconcat (kind, "0", NULL);
      return self->rest;
    }

  found = g_strdup_printf ("%s%u", kind, count (self, kind));
  g_hash_table_insert (self->texts, g_steal_pointer (&key), found);

  return found;
}
