/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-export-format.h"
#include "tlsrpt-provider.h"

G_BEGIN_DECLS

/*
 * @words are what people may search for besides @title, as it is in every language;
 * @comment begins a comment in the format, if it has any; @separator goes between the
 * records of two zones, where one file would lose those whose relative names are alike.
 * @template is explained in tlsrpt-export-format.c and is `NULL` for the format that is
 * more than its records, or for that of a web form.  @panel is the provider whose web form
 * it is; @provider is the provider whose web form comes before this format.  Of the limits, 0 means that there is none: @min_ttl and
 * @max_ttl are seconds, and @max_quoted counts the strings with their quotation marks.  With
 * @automatic_ttl, 1 leaves the TTL to the provider.
 */
struct _TlsrptExportFormat
{
  const char           *key;
  TlsrptExportGroup     group;
  const char           *title;
  const char           *words;
  const char           *extension;
  const char           *comment;
  const char           *separator;
  const char           *template;
  const char           *note;
  const TlsrptProvider *panel;
  const char           *provider;
  guint                 min_ttl;
  guint                 max_ttl;
  gboolean              automatic_ttl;
  gsize                 max_quoted;
};

G_END_DECLS
