/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-field.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlsrptRecordOutput:
 * @owner_name: (nullable): the absolute name of the record, without the final dot
 * @relative_name: (nullable): its name below @zone_apex
 * @zone_apex: (nullable): the apex of its zone, in A-labels
 * @value: (nullable): its value
 * @zone_line: (nullable): its line in a zone file
 * @strings: (nullable): @value as TXT strings
 * @uris: (element-type utf8): the destinations, each once
 * @advice: (element-type TlsrptRemark): what there is to say if there is a @value
 * @error: (nullable): why there is no @value
 * @zone_error: (nullable): what is wrong with the zone, whatever is with the rest
 * @problem_field: (nullable): the first field that is wrong
 *
 * What follows from the inputs of a [class@Record].
 */
typedef struct
{
  char         *owner_name;
  char         *relative_name;
  char         *zone_apex;
  char         *value;
  char         *zone_line;
  char        **strings;
  GPtrArray    *uris;
  GPtrArray    *advice;
  GError       *error;
  GError       *zone_error;
  TlsrptField  *problem_field;
} TlsrptRecordOutput;

TlsrptRecordOutput *tlsrpt_record_output_new       (TlsrptField        *domain,
                                                    const char         *zone,
                                                    guint               ttl,
                                                    GListModel         *destinations) G_GNUC_WARN_UNUSED_RESULT;
TlsrptRecordOutput *tlsrpt_record_output_new_empty (void) G_GNUC_WARN_UNUSED_RESULT;
void                tlsrpt_record_output_free      (TlsrptRecordOutput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptRecordOutput, tlsrpt_record_output_free)

G_END_DECLS
