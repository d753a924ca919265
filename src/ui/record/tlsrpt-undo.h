/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-record.h"

G_BEGIN_DECLS

/**
 * TlsrptUndo:
 *
 * What was taken from a form, so that it can be brought back, the last first.
 */
typedef struct _TlsrptUndo TlsrptUndo;

TlsrptUndo  *tlsrpt_undo_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void         tlsrpt_undo_free     (TlsrptUndo   *self);

void         tlsrpt_undo_clear    (TlsrptUndo   *self,
                                   TlsrptRecord *record);
void         tlsrpt_undo_keep     (TlsrptUndo   *self,
                                   TlsrptRecord *record);
void         tlsrpt_undo_push     (TlsrptUndo   *self,
                                   GVariant     *state);
void         tlsrpt_undo_remove   (TlsrptUndo   *self,
                                   TlsrptRecord *record,
                                   TlsrptField  *field);
void         tlsrpt_undo_forget   (TlsrptUndo   *self);
gboolean     tlsrpt_undo_is_empty (TlsrptUndo   *self);
TlsrptField *tlsrpt_undo_undo     (TlsrptUndo   *self,
                                   TlsrptRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptUndo, tlsrpt_undo_free)

G_END_DECLS
