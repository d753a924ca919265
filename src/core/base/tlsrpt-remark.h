/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-range.h"
#include "tlsrpt-severity.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_REMARK (tlsrpt_remark_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptRemark, tlsrpt_remark, TLSRPT, REMARK, GObject)

/**
 * TlsrptRemarkParts:
 * @severity: how much it matters
 * @code: what it is about, stable and in lower case with hyphens
 * @message: the sentence for people, translated
 * @detail: (nullable): why it is so, translated
 * @section: (nullable): the RFC and the section with the rule, such as “8460 3”
 * @repair: (nullable): what to put in place of what it is about; it may be empty
 * @range: (nullable): the part of the text that it is about, in the unit of whoever
 *   shows the text; nothing lies between start and end if something is missing there
 *
 * What a remark consists of.
 */
typedef struct
{
  TlsrptSeverity     severity;
  const char        *code;
  const char        *message;
  const char        *detail;
  const char        *section;
  const char        *repair;
  const TlsrptRange *range;
} TlsrptRemarkParts;

TlsrptRemark      *tlsrpt_remark_new            (TlsrptSeverity           severity,
                                                 const char              *code,
                                                 const char              *repair,
                                                 const char              *format,
                                                 ...) G_GNUC_PRINTF (4, 5) G_GNUC_WARN_UNUSED_RESULT;
TlsrptRemark      *tlsrpt_remark_new_from_parts (const TlsrptRemarkParts *parts) G_GNUC_WARN_UNUSED_RESULT;

TlsrptSeverity     tlsrpt_remark_get_severity   (TlsrptRemark            *self);
const char        *tlsrpt_remark_get_code       (TlsrptRemark            *self);
const char        *tlsrpt_remark_get_message    (TlsrptRemark            *self);
const char        *tlsrpt_remark_get_detail     (TlsrptRemark            *self);
const char        *tlsrpt_remark_get_section    (TlsrptRemark            *self);
const char        *tlsrpt_remark_get_repair     (TlsrptRemark            *self);
const TlsrptRange *tlsrpt_remark_get_range      (TlsrptRemark            *self);

gboolean           tlsrpt_remark_equal          (TlsrptRemark            *self,
                                                 TlsrptRemark            *other);
void               tlsrpt_remark_update_list    (GListStore              *list,
                                                 GPtrArray               *remarks);

G_END_DECLS
