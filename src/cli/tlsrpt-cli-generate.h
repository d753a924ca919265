/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-cli.h"
#include "tlsrpt-export.h"
#include "tlsrpt-record.h"

G_BEGIN_DECLS

/**
 * TlsrptGenerateFormat:
 * @name: the word after --format
 * @append_record: (nullable): appends a record that is right, with its line feed
 * @append_parts: (nullable): the same for formats that need no more than these
 *   parts, which a batch can have without a model for each line
 * @export: (nullable): the format of a tool
 *
 * Exactly one of the last three is set.
 */
typedef struct
{
  const char *name;
  void      (*append_record) (GString      *text,
                              TlsrptRecord *record);
  void      (*append_parts)  (GString      *text,
                              const char   *owner_name,
                              guint         ttl,
                              const char   *value);

  const TlsrptExportFormat *export;
} TlsrptGenerateFormat;

TlsrptExit tlsrpt_cli_generate       (int                          argc,
                                      char                       **argv);

gboolean   tlsrpt_cli_fill_record    (TlsrptRecord                *record,
                                      char                       **arguments,
                                      gsize                        line);
void       tlsrpt_cli_report_fault   (gsize                        line,
                                      guint                        position,
                                      const GError                *error);
void       tlsrpt_cli_append_record  (const TlsrptGenerateFormat  *format,
                                      TlsrptRecord                *record,
                                      GString                     *text);
TlsrptExit tlsrpt_cli_generate_batch (const TlsrptGenerateFormat  *format,
                                      guint                        ttl);

G_END_DECLS
