/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-record.h"
#include "tlsrpt-resolver.h"
#include "tlsrpt-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TLSRPT_TYPE_WINDOW (tlsrpt_window_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptWindow, tlsrpt_window, TLSRPT, WINDOW, AdwApplicationWindow)

TlsrptWindow *tlsrpt_window_new          (GtkApplication     *application) G_GNUC_WARN_UNUSED_RESULT;

TlsrptRecord *tlsrpt_window_get_record   (TlsrptWindow       *self);
void          tlsrpt_window_set_resolver (TlsrptWindow       *self,
                                          TlsrptResolver     *resolver);

void          tlsrpt_window_explain      (TlsrptWindow       *self,
                                          const char         *id);
void          tlsrpt_window_fill         (TlsrptWindow       *self,
                                          const char         *domain,
                                          const char *const  *destinations);
void          tlsrpt_window_open_reports (TlsrptWindow       *self,
                                          GFile             **files,
                                          gsize               n_files);
void          tlsrpt_window_show_reports (TlsrptWindow       *self);
void          tlsrpt_window_show_watched (TlsrptWindow       *self);
void          tlsrpt_window_tell         (TlsrptWindow       *self,
                                          const char         *text);

/* What is kept from one start to the next; TlsrptSession does it. */
const char   *tlsrpt_window_get_view      (TlsrptWindow      *self);
void          tlsrpt_window_set_state     (TlsrptWindow      *self,
                                           TlsrptState       *state);
gboolean      tlsrpt_window_restore       (TlsrptWindow      *self,
                                           TlsrptState       *state);
void          tlsrpt_window_use_addresses (TlsrptWindow      *self);
void          tlsrpt_window_forget        (TlsrptWindow      *self);

G_END_DECLS
