/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-state.h"

G_BEGIN_DECLS

/**
 * TlsrptStateReading:
 * @state: (nullable): what the file holds; `NULL` if there is none, or none that can be read
 * @is_barred: whether something is there that must not be written over
 * @error: (nullable): what to tell
 *
 * What became of reading the file of the state.
 */
typedef struct
{
  TlsrptState *state;
  gboolean     is_barred;
  GError      *error;
} TlsrptStateReading;

TlsrptStateReading *tlsrpt_state_reading_new  (const char         *path) G_GNUC_WARN_UNUSED_RESULT;
void                tlsrpt_state_reading_free (TlsrptStateReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptStateReading, tlsrpt_state_reading_free)

G_END_DECLS
