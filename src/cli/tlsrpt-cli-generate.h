/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-cli.h"
#include "tlsrpt-record.h"

G_BEGIN_DECLS

/**
 * TlsrptGenerateFormat:
 * @name: the word after --format
 * @append_record: (nullable): appends a record that is right, with its line feed
 * @append_parts: (nullable): the same for formats that need no more than these
 *   parts, which a batch can have without a model for each line
 *
 * Exactly one of the functions is set.
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
} TlsrptGenerateFormat;

TlsrptExit tlsrpt_cli_generate       (int                          argc,
                                      char                       **argv);

gboolean   tlsrpt_cli_fill_record    (TlsrptRecord                *record,
                                      char                       **arguments,
                                      gsize                        line);
void       tlsrpt_cli_report_fault   (gsize                        line,
                                      guint                        position,
                                      const GError                *error);
TlsrptExit tlsrpt_cli_generate_batch (const TlsrptGenerateFormat  *format,
                                      guint                        ttl);

G_END_DECLS
