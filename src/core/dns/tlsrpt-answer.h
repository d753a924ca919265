/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-outcome.h"
#include "tlsrpt-resource.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptAnswer:
 *
 * What DNS said to one question.  Immutable.
 */
typedef struct _TlsrptAnswer TlsrptAnswer;

TlsrptAnswer         *tlsrpt_answer_new               (const char         *name,
                                                       TlsrptResourceType  type,
                                                       const guint8       *message,
                                                       gsize               length) G_GNUC_WARN_UNUSED_RESULT;
TlsrptAnswer         *tlsrpt_answer_new_failed        (const char         *name,
                                                       TlsrptResourceType  type,
                                                       TlsrptOutcome       outcome) G_GNUC_WARN_UNUSED_RESULT;
TlsrptAnswer         *tlsrpt_answer_new_bogus         (const char         *name,
                                                       TlsrptResourceType  type) G_GNUC_WARN_UNUSED_RESULT;
void                  tlsrpt_answer_free              (TlsrptAnswer       *self);

const char           *tlsrpt_answer_get_name          (TlsrptAnswer       *self);
TlsrptResourceType    tlsrpt_answer_get_resource_type (TlsrptAnswer       *self);
TlsrptOutcome         tlsrpt_answer_get_outcome       (TlsrptAnswer       *self);
gboolean              tlsrpt_answer_has_failed        (TlsrptAnswer       *self);
const char *const    *tlsrpt_answer_get_aliases       (TlsrptAnswer       *self);
gboolean              tlsrpt_answer_has_alias_loop    (TlsrptAnswer       *self);
gboolean              tlsrpt_answer_is_authenticated  (TlsrptAnswer       *self);
gboolean              tlsrpt_answer_is_bogus          (TlsrptAnswer       *self);
gboolean              tlsrpt_answer_is_authoritative  (TlsrptAnswer       *self);
const char           *tlsrpt_answer_get_zone          (TlsrptAnswer       *self);
gsize                 tlsrpt_answer_get_n_resources   (TlsrptAnswer       *self);
const TlsrptResource *tlsrpt_answer_get_resource      (TlsrptAnswer       *self,
                                                       gsize               i);

/* TXT records, in tlsrpt-answer-text.c */
GBytes               *tlsrpt_answer_dup_text          (TlsrptAnswer       *self,
                                                       gsize               i) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray            *tlsrpt_answer_dup_texts         (TlsrptAnswer       *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean              tlsrpt_answer_has_same_texts    (TlsrptAnswer       *self,
                                                       TlsrptAnswer       *other);
const char           *tlsrpt_answer_get_octets        (GBytes             *text,
                                                       gsize              *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptAnswer, tlsrpt_answer_free)

G_END_DECLS
