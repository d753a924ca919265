/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptDiscovery:
 * @TLSRPT_DISCOVERY_NONE: there is no TLS-RPT record
 * @TLSRPT_DISCOVERY_ONE: there is one; the grammar judges it
 * @TLSRPT_DISCOVERY_SEVERAL: there are several, so senders use none
 *
 * What the TXT records at a name amount to.
 */
typedef enum
{
  TLSRPT_DISCOVERY_NONE,
  TLSRPT_DISCOVERY_ONE,
  TLSRPT_DISCOVERY_SEVERAL,
} TlsrptDiscovery;

TlsrptDiscovery  tlsrpt_discover           (GPtrArray       *texts,
                                            guint           *position);
gboolean         tlsrpt_discovery_keeps    (GBytes          *text);
const char      *tlsrpt_discovery_get_name (TlsrptDiscovery  discovery);

G_END_DECLS
