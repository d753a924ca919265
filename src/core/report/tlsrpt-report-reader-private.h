/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-limits.h"
#include "tlsrpt-report-json.h"
#include "tlsrpt-report-reader.h"

G_BEGIN_DECLS

/* What the reader's files share: tlsrpt-report-reader.c finds out what data is,
 * tlsrpt-report-reader-text.c reads JSON, and tlsrpt-report-reader-container.c reads what
 * holds other data. */

struct _TlsrptReportReader
{
  TlsrptReportJson *json;

  /* Kept from file to file: what is read, and what is expanded at each level. */
  GByteArray       *input;
  GByteArray       *expanded[TLSRPT_LIMIT_REPORT_NESTING];

  /* The file that is being read, and the attachment or entry within it. */
  const char       *file;
  const char       *part;
  GPtrArray        *reports;
  GPtrArray        *faults;
  /* How much may still be expanded of the file, and whether that was too little. */
  gsize             n_left;
  gboolean          is_spent;
  guint             level;
  /* Why there may be no report in a message: what it is sealed with. */
  const char       *seal;
};

/* Input to read: an array that we own, or borrowed data. */
typedef struct
{
  const guint8 *data;
  gsize         size;
  /* How many octets can be read. */
  gsize         allocated;
  GByteArray   *array;
} TlsrptReportContent;

void tlsrpt_report_reader_add_fault    (TlsrptReportReader        *self,
                                        GError                    *error);
void tlsrpt_report_reader_read_content (TlsrptReportReader        *self,
                                        const TlsrptReportContent *content,
                                        guint                      notes);
void tlsrpt_report_reader_read_array   (TlsrptReportReader        *self,
                                        GByteArray                *array,
                                        guint                      notes);
void tlsrpt_report_reader_read_json    (TlsrptReportReader        *self,
                                        const TlsrptReportContent *content,
                                        gsize                      begin,
                                        guint                      notes);
void tlsrpt_report_reader_read_gzip    (TlsrptReportReader        *self,
                                        const TlsrptReportContent *content,
                                        guint                      notes);
void tlsrpt_report_reader_read_zip     (TlsrptReportReader        *self,
                                        const TlsrptReportContent *content);
void tlsrpt_report_reader_read_base64  (TlsrptReportReader        *self,
                                        const TlsrptReportContent *content);
void tlsrpt_report_reader_read_mail    (TlsrptReportReader        *self,
                                        const TlsrptReportContent *content);

G_END_DECLS
