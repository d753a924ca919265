/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-record.h"

G_BEGIN_DECLS

TlsrptRecord *record_make              (const char   *domain,
                                        const char   *destinations);
TlsrptField  *record_get               (TlsrptRecord *record,
                                        guint         position);
void          record_assert_texts      (TlsrptRecord *record,
                                        const char   *texts);
void          record_assert_consistent (TlsrptRecord *record);

/* Knows a record only from what it tells: so it sees what is told too often, and
 * what is not told at all. */
typedef struct _RecordMirror RecordMirror;

RecordMirror *record_mirror_new             (TlsrptRecord *record);
void          record_mirror_free            (RecordMirror *self);

void          record_mirror_assert_current  (RecordMirror *self);
void          record_mirror_assert_equal    (RecordMirror *self,
                                             RecordMirror *other);
void          record_mirror_assert_notified (RecordMirror *self,
                                             const char   *names);

G_END_DECLS
