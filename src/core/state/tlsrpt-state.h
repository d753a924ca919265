/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-state-domain.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_STATE (tlsrpt_state_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptState, tlsrpt_state, TLSRPT, STATE, GObject)

TlsrptState       *tlsrpt_state_new            (void) G_GNUC_WARN_UNUSED_RESULT;
TlsrptState       *tlsrpt_state_new_from_json  (const char         *text,
                                                gsize               length,
                                                GError            **error) G_GNUC_WARN_UNUSED_RESULT;
char              *tlsrpt_state_to_json        (TlsrptState        *self,
                                                GDateTime          *now) G_GNUC_WARN_UNUSED_RESULT;

GDateTime         *tlsrpt_state_get_saved      (TlsrptState        *self);
void               tlsrpt_state_clear          (TlsrptState        *self);

const char        *tlsrpt_state_get_view       (TlsrptState        *self);
void               tlsrpt_state_set_view       (TlsrptState        *self,
                                                const char         *view);

/* In tlsrpt-state-form.c */
GVariant          *tlsrpt_state_get_form       (TlsrptState        *self);
guint              tlsrpt_state_get_left_out   (TlsrptState        *self);
void               tlsrpt_state_set_form       (TlsrptState        *self,
                                                GVariant           *form);

/* In tlsrpt-state-addresses.c */
const char *const *tlsrpt_state_get_addresses  (TlsrptState        *self);
void               tlsrpt_state_use_addresses  (TlsrptState        *self,
                                                const char *const  *uris);

/* In tlsrpt-state-domains.c */
GPtrArray               *tlsrpt_state_get_domains   (TlsrptState             *self);
const TlsrptStateDomain *tlsrpt_state_find_domain   (TlsrptState             *self,
                                                     const char              *name);
gboolean                 tlsrpt_state_insert_domain (TlsrptState             *self,
                                                     const TlsrptStateDomain *domain,
                                                     guint                    position);
gboolean                 tlsrpt_state_update_domain (TlsrptState             *self,
                                                     const TlsrptStateDomain *domain);
GArray                  *tlsrpt_state_take_domains  (TlsrptState             *self,
                                                     const char *const       *names,
                                                     gsize                    n_names) G_GNUC_WARN_UNUSED_RESULT;
void                     tlsrpt_state_put_back      (TlsrptState             *self,
                                                     GArray                  *places);

/* In tlsrpt-state-folder.c */
const char        *tlsrpt_state_get_folder     (TlsrptState        *self);
void               tlsrpt_state_set_folder     (TlsrptState        *self,
                                                const char         *path);
gboolean           tlsrpt_state_has_marks      (TlsrptState        *self);
gboolean           tlsrpt_state_is_marked      (TlsrptState        *self,
                                                guint64             mark);
void               tlsrpt_state_add_marks      (TlsrptState        *self,
                                                const guint64      *marks,
                                                gsize               n_marks,
                                                gint64              now);
guint64            tlsrpt_state_mark           (const char         *result_type,
                                                const char         *place);

G_END_DECLS
