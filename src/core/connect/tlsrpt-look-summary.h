/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-look.h"
#include "tlsrpt-verdict-part.h"

G_BEGIN_DECLS

/**
 * TlsrptLookGroup:
 * @reported: what a sender reports
 * @places: (element-type utf8): where, for people
 *
 * The same report about several addresses.
 */
typedef struct
{
  TlsrptReported  reported;
  GPtrArray      *places;
} TlsrptLookGroup;

char       *tlsrpt_look_dup_conclusion   (TlsrptLook            *self,
                                          TlsrptMark            *mark) G_GNUC_WARN_UNUSED_RESULT;
char       *tlsrpt_look_dup_answer       (TlsrptLook            *self,
                                          TlsrptMark            *mark) G_GNUC_WARN_UNUSED_RESULT;

TlsrptMark  tlsrpt_look_get_contact_mark (TlsrptLook            *self,
                                          TlsrptLookHost        *host,
                                          TlsrptContact         *contact);
TlsrptMark  tlsrpt_look_get_host_mark    (TlsrptLook            *self,
                                          TlsrptLookHost        *host);
char       *tlsrpt_look_dup_host_summary (TlsrptLook            *self,
                                          TlsrptLookHost        *host) G_GNUC_WARN_UNUSED_RESULT;

TlsrptMark  tlsrpt_look_get_destination_mark (TlsrptContact    *contact);

GPtrArray  *tlsrpt_look_dup_groups       (TlsrptLook            *self) G_GNUC_WARN_UNUSED_RESULT;
TlsrptMark  tlsrpt_look_group_get_mark   (const TlsrptLookGroup *self);
char       *tlsrpt_look_group_dup_title  (const TlsrptLookGroup *self) G_GNUC_WARN_UNUSED_RESULT;
char       *tlsrpt_look_group_dup_text   (const TlsrptLookGroup *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
