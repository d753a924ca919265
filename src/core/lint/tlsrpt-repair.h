/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-change.h"

G_BEGIN_DECLS

/**
 * TlsrptRepair:
 * @value: (nullable): the record in its canonical form; `NULL` if there is no repair
 * @uris: (element-type utf8): its destinations
 * @changes: (element-type TlsrptChange): every difference from the text, in order
 *
 * What can be made of a text.  Nothing is invented: what stands in @value stood in
 * the text.  Nothing is lost in silence: what is not in @value stands in @changes.
 */
typedef struct
{
  char      *value;
  GPtrArray *uris;
  GPtrArray *changes;
} TlsrptRepair;

TlsrptRepair *tlsrpt_repair_new      (const char         *text,
                                      gssize              length) G_GNUC_WARN_UNUSED_RESULT;
TlsrptRepair *tlsrpt_repair_merge    (GPtrArray          *texts) G_GNUC_WARN_UNUSED_RESULT;
void          tlsrpt_repair_free     (TlsrptRepair       *self);
gboolean      tlsrpt_repair_has_loss (const TlsrptRepair *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptRepair, tlsrpt_repair_free)

G_END_DECLS
