/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-reader.h"

G_BEGIN_DECLS

/* What a program and the one that reads reports for it tell each other: a greeting, and
 * then for each file a request and a reply. */

#define TLSRPT_REPORT_WIRE_GREETING "TLSRPT-1"

/**
 * TlsrptReportWireStatus:
 * @TLSRPT_REPORT_WIRE_INCOMPLETE: more has to come
 * @TLSRPT_REPORT_WIRE_WHOLE: something was read
 * @TLSRPT_REPORT_WIRE_BAD: this is nothing that the other side may say
 *
 * What was found at the beginning of some octets.
 */
typedef enum
{
  TLSRPT_REPORT_WIRE_INCOMPLETE,
  TLSRPT_REPORT_WIRE_WHOLE,
  TLSRPT_REPORT_WIRE_BAD,
} TlsrptReportWireStatus;

/**
 * TlsrptReportWireRequest:
 * @size: the octets of the request
 * @file: the name of the file
 * @data: what is in it
 * @data_size: how many octets that are
 *
 * A file to read.
 */
typedef struct
{
  gsize         size;
  const char   *file;
  const guint8 *data;
  gsize         data_size;
} TlsrptReportWireRequest;

void                     tlsrpt_report_wire_add_request  (GByteArray               *octets,
                                                          const char               *file,
                                                          const guint8             *data,
                                                          gsize                     size);
TlsrptReportWireStatus   tlsrpt_report_wire_read_request (const guint8             *octets,
                                                          gsize                     size,
                                                          TlsrptReportWireRequest  *request);

void                     tlsrpt_report_wire_add_reply    (GByteArray               *octets,
                                                          GPtrArray                *reports,
                                                          GPtrArray                *faults);

typedef struct _TlsrptReportWire TlsrptReportWire;

TlsrptReportWire        *tlsrpt_report_wire_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void                     tlsrpt_report_wire_free         (TlsrptReportWire         *self);
TlsrptReportWireStatus   tlsrpt_report_wire_read_reply   (TlsrptReportWire         *self,
                                                          const guint8             *octets,
                                                          gsize                     size,
                                                          const char               *file,
                                                          gsize                    *reply_size,
                                                          GPtrArray                *reports,
                                                          GPtrArray                *faults);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptReportWire, tlsrpt_report_wire_free)

G_END_DECLS
