/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-report-filter.h"

G_BEGIN_DECLS

/* Writes reports again without the names and addresses in them. */
typedef struct _TlsrptAnonymizer TlsrptAnonymizer;

/**
 * TlsrptAnonymizerText:
 * @TLSRPT_ANONYMIZER_PROSE: words, in which names may be
 * @TLSRPT_ANONYMIZER_SECONDS: words with a number of seconds
 * @TLSRPT_ANONYMIZER_TLSA: a TLSA record
 *
 * What a text is.
 */
typedef enum
{
  TLSRPT_ANONYMIZER_PROSE,
  TLSRPT_ANONYMIZER_SECONDS,
  TLSRPT_ANONYMIZER_TLSA,
} TlsrptAnonymizerText;

TlsrptAnonymizer *tlsrpt_anonymizer_new      (void) G_GNUC_WARN_UNUSED_RESULT;
void              tlsrpt_anonymizer_free     (TlsrptAnonymizer          *self);

gboolean          tlsrpt_anonymizer_append   (TlsrptAnonymizer          *self,
                                              const TlsrptReport        *report,
                                              const TlsrptReportFilter  *filter,
                                              GString                   *json,
                                              GError                   **error);
char             *tlsrpt_anonymizer_dup_text (TlsrptAnonymizer          *self,
                                              const char                *text,
                                              TlsrptAnonymizerText       sort) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptAnonymizer, tlsrpt_anonymizer_free)

G_END_DECLS
