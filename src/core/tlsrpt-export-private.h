/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-export.h"

G_BEGIN_DECLS

struct _TlsrptExportFormat
{
  const char        *key;
  TlsrptExportGroup  group;
  const char        *title;
  const char        *extension;
  const char        *template;
  const char        *note;
};

G_END_DECLS
