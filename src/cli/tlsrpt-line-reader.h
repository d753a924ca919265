/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptLineReader:
 *
 * Reads lines of any number in constant memory.  A line may hold any octet but
 * a line feed; one longer than `TLSRPT_LIMIT_INPUT` is cut, and says so.
 */
typedef struct _TlsrptLineReader TlsrptLineReader;

TlsrptLineReader *tlsrpt_line_reader_new  (int                fd) G_GNUC_WARN_UNUSED_RESULT;
void              tlsrpt_line_reader_free (TlsrptLineReader  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptLineReader, tlsrpt_line_reader_free)

gboolean          tlsrpt_line_reader_is_ready (TlsrptLineReader  *self);
gboolean          tlsrpt_line_reader_next     (TlsrptLineReader  *self,
                                               char             **line,
                                               gsize             *length,
                                               gboolean          *is_cut,
                                               GError           **error);

G_END_DECLS
