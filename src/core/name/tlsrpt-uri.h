/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptSpan:
 * @offset: octets from the start of the text; 0 for a part that is absent
 * @length: octets
 *
 * A part of a text.  No part of a URI but the whole stands at its start, so an
 * offset of 0 tells that there is none.
 */
typedef struct
{
  gsize offset;
  gsize length;
} TlsrptSpan;

typedef enum
{
  TLSRPT_SCHEME_OTHER,
  TLSRPT_SCHEME_HTTP,
  TLSRPT_SCHEME_HTTPS,
  TLSRPT_SCHEME_MAILTO,
} TlsrptScheme;

/**
 * TlsrptUri:
 *
 * A URI within a text, by its parts.
 */
typedef struct
{
  TlsrptSpan   span;
  TlsrptScheme scheme;
  gsize        scheme_length; /* without the colon */
  gboolean     usable;        /* RFC 8460 has a way to report to it */

  TlsrptSpan   user_info;
  TlsrptSpan   host;
  TlsrptSpan   port;
  TlsrptSpan   path;
  TlsrptSpan   query;
  TlsrptSpan   fragment;
} TlsrptUri;

/**
 * TlsrptUriFault:
 *
 * Why no URI ends where the scan stopped.
 */
typedef enum
{
  TLSRPT_URI_OK,
  TLSRPT_URI_NO_SCHEME,
  TLSRPT_URI_PERCENT,
  TLSRPT_URI_IP_LITERAL,
  TLSRPT_URI_PORT,
} TlsrptUriFault;

TlsrptUriFault tlsrpt_uri_scan            (const char *text,
                                           gsize       offset,
                                           gsize       end,
                                           TlsrptUri  *uri);
gboolean       tlsrpt_uri_has_usable_port (const char *text,
                                           TlsrptSpan  port);

G_END_DECLS
