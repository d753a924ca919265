/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-field.h"
#include "tlsrpt-ttl.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_RECORD (tlsrpt_record_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptRecord, tlsrpt_record, TLSRPT, RECORD, GObject)

/**
 * TLSRPT_RECORD_STATE_TYPE:
 *
 * The inputs as [method@Record.save] keeps them: domain, zone, TTL, and the kind and text of
 * each destination.
 */
#define TLSRPT_RECORD_STATE_TYPE ((const GVariantType *) "(ssua(us))")

TlsrptRecord      *tlsrpt_record_new                (void) G_GNUC_WARN_UNUSED_RESULT;

/* Input */
TlsrptField       *tlsrpt_record_get_domain_field   (TlsrptRecord    *self);
const char        *tlsrpt_record_get_domain         (TlsrptRecord    *self);
void               tlsrpt_record_set_domain         (TlsrptRecord    *self,
                                                     const char      *domain);
const char        *tlsrpt_record_get_zone           (TlsrptRecord    *self);
void               tlsrpt_record_set_zone           (TlsrptRecord    *self,
                                                     const char      *zone);
guint              tlsrpt_record_get_ttl            (TlsrptRecord    *self);
void               tlsrpt_record_set_ttl            (TlsrptRecord    *self,
                                                     guint            ttl);
GListModel        *tlsrpt_record_get_destinations   (TlsrptRecord    *self);
TlsrptField       *tlsrpt_record_add_destination    (TlsrptRecord    *self,
                                                     TlsrptFieldKind  kind,
                                                     const char      *text);
TlsrptField       *tlsrpt_record_add_to_group       (TlsrptRecord    *self,
                                                     TlsrptFieldKind  kind);
gboolean           tlsrpt_record_insert_destination (TlsrptRecord    *self,
                                                     guint            position,
                                                     TlsrptField     *field);
guint              tlsrpt_record_remove_destination (TlsrptRecord    *self,
                                                     TlsrptField     *field);
gboolean           tlsrpt_record_move_destination   (TlsrptRecord    *self,
                                                     TlsrptField     *field,
                                                     int              steps);
guint              tlsrpt_record_split_destination  (TlsrptRecord    *self,
                                                     TlsrptField     *field);
void               tlsrpt_record_clear              (TlsrptRecord    *self);
GVariant          *tlsrpt_record_save               (TlsrptRecord    *self) G_GNUC_WARN_UNUSED_RESULT;
void               tlsrpt_record_restore            (TlsrptRecord    *self,
                                                     GVariant        *state);

/* Input at once, in tlsrpt-record-import.c */
gboolean           tlsrpt_record_is_blank           (TlsrptRecord    *self);
gboolean           tlsrpt_record_has_destination    (TlsrptRecord    *self);
void               tlsrpt_record_replace            (TlsrptRecord    *self,
                                                     const char      *domain,
                                                     GPtrArray       *uris);
guint              tlsrpt_record_count_known        (TlsrptRecord    *self,
                                                     GPtrArray       *uris,
                                                     guint           *n_fields);
void               tlsrpt_record_merge              (TlsrptRecord    *self,
                                                     const char      *domain,
                                                     GPtrArray       *uris);

/* Output */
const char        *tlsrpt_record_get_owner_name     (TlsrptRecord    *self);
const char        *tlsrpt_record_get_relative_name  (TlsrptRecord    *self);
const char        *tlsrpt_record_get_zone_apex      (TlsrptRecord    *self);
const char        *tlsrpt_record_get_value          (TlsrptRecord    *self);
const char        *tlsrpt_record_get_zone_line      (TlsrptRecord    *self);
const char *const *tlsrpt_record_get_strings        (TlsrptRecord    *self);
char             **tlsrpt_record_dup_uris           (TlsrptRecord    *self) G_GNUC_WARN_UNUSED_RESULT;
const char        *tlsrpt_record_get_problem        (TlsrptRecord    *self);
const GError      *tlsrpt_record_get_error          (TlsrptRecord    *self);
const GError      *tlsrpt_record_get_zone_error     (TlsrptRecord    *self);
TlsrptField       *tlsrpt_record_get_problem_field  (TlsrptRecord    *self);
GListModel        *tlsrpt_record_get_advice         (TlsrptRecord    *self);

G_END_DECLS
