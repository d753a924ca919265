/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tlsrpt-resolver.h"
#include "tlsrpt-watch-plan.h"

G_BEGIN_DECLS

/**
 * TlsrptWatchState:
 * @TLSRPT_WATCH_WAITING: for the next look
 * @TLSRPT_WATCH_LOOKING: DNS is being asked
 * @TLSRPT_WATCH_FOUND: DNS has the record
 * @TLSRPT_WATCH_EXPIRED: DNS did not get it in time
 * @TLSRPT_WATCH_STOPPED: somebody did not want to wait; or the watch has not begun
 *
 * How far a watch has come.
 */
typedef enum
{
  TLSRPT_WATCH_STOPPED,
  TLSRPT_WATCH_WAITING,
  TLSRPT_WATCH_LOOKING,
  TLSRPT_WATCH_FOUND,
  TLSRPT_WATCH_EXPIRED,
} TlsrptWatchState;

#define TLSRPT_TYPE_WATCH_STATE (tlsrpt_watch_state_get_type ())

GType              tlsrpt_watch_state_get_type (void);

#define TLSRPT_TYPE_WATCH (tlsrpt_watch_get_type ())

G_DECLARE_FINAL_TYPE (TlsrptWatch, tlsrpt_watch, TLSRPT, WATCH, GObject)

TlsrptWatch       *tlsrpt_watch_new           (TlsrptResolver *resolver,
                                                const char     *domain,
                                                const char     *expected) G_GNUC_WARN_UNUSED_RESULT;

/* Input */
const char        *tlsrpt_watch_get_domain    (TlsrptWatch    *self);
guint              tlsrpt_watch_get_interval   (TlsrptWatch    *self);
void               tlsrpt_watch_set_interval   (TlsrptWatch    *self,
                                                guint           interval);

void               tlsrpt_watch_start          (TlsrptWatch    *self);
void               tlsrpt_watch_stop           (TlsrptWatch    *self);

/* Output */
TlsrptWatchState   tlsrpt_watch_get_state      (TlsrptWatch    *self);
gboolean           tlsrpt_watch_is_running     (TlsrptWatch    *self);
TlsrptWatchFinding tlsrpt_watch_get_finding    (TlsrptWatch    *self);
TlsrptOutcome      tlsrpt_watch_get_outcome    (TlsrptWatch    *self);
gboolean           tlsrpt_watch_awaits_cache   (TlsrptWatch    *self);
GDateTime         *tlsrpt_watch_dup_asked      (TlsrptWatch    *self) G_GNUC_WARN_UNUSED_RESULT;
GDateTime         *tlsrpt_watch_dup_end        (TlsrptWatch    *self) G_GNUC_WARN_UNUSED_RESULT;
GDateTime         *tlsrpt_watch_dup_next       (TlsrptWatch    *self) G_GNUC_WARN_UNUSED_RESULT;

/* In words, in tlsrpt-watch-text.c */
char              *tlsrpt_watch_dup_title      (TlsrptWatch    *self) G_GNUC_WARN_UNUSED_RESULT;
char              *tlsrpt_watch_dup_detail     (TlsrptWatch    *self) G_GNUC_WARN_UNUSED_RESULT;
char              *tlsrpt_watch_dup_time       (GDateTime      *time,
                                                GDateTime      *now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
