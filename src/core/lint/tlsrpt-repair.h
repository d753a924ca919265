/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-change.h"
#include "tlsrpt-destination.h"
#include "tlsrpt-grammar.h"
#include "tlsrpt-limits.h"

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

/* Room for what [func@repair_write_plain] writes. */
#define TLSRPT_REPAIR_PLAIN_ROOM (TLSRPT_LIMIT_VALUE + TLSRPT_DESTINATION_PLAIN_ROOM)

TlsrptRepair *tlsrpt_repair_new         (const char          *text,
                                         gssize               length) G_GNUC_WARN_UNUSED_RESULT;
TlsrptRepair *tlsrpt_repair_merge       (GPtrArray           *texts) G_GNUC_WARN_UNUSED_RESULT;
void          tlsrpt_repair_free        (TlsrptRepair        *self);
gboolean      tlsrpt_repair_has_loss    (const TlsrptRepair  *self);

char         *tlsrpt_repair_dup_value   (const char          *text,
                                         gsize                length) G_GNUC_WARN_UNUSED_RESULT;
gsize         tlsrpt_repair_write_plain (const TlsrptGrammar *grammar,
                                         char                *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptRepair, tlsrpt_repair_free)

G_END_DECLS
