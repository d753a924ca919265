/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptResourceType:
 *
 * The types of resource record we ask for, as IANA numbers them.
 */
typedef enum
{
  TLSRPT_RESOURCE_A = 1,
  TLSRPT_RESOURCE_NS = 2,
  TLSRPT_RESOURCE_MX = 15,
  TLSRPT_RESOURCE_TXT = 16,
  TLSRPT_RESOURCE_AAAA = 28,
  TLSRPT_RESOURCE_TLSA = 52,
} TlsrptResourceType;

/**
 * TlsrptResource:
 * @ttl: seconds that a cache may still keep it
 * @strings: (element-type GBytes): TXT: the character-strings, one at least
 * @host: MX, NS: the host's name in lower case, “.” for the root; A, AAAA: the address
 * @preference: MX: the lowest is tried first
 * @usage: TLSA: the certificate usage (RFC 6698 section 2.1.1)
 * @selector: TLSA
 * @matching: TLSA: the matching type
 * @data: TLSA: the certificate association data
 *
 * One resource record.  What its type does not have is zero.
 */
typedef struct
{
  guint32    ttl;

  GPtrArray *strings;

  char      *host;
  guint16    preference;

  guint8     usage;
  guint8     selector;
  guint8     matching;
  GBytes    *data;
} TlsrptResource;

G_END_DECLS
