/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptSmtpStatus:
 * @TLSRPT_SMTP_MORE: the reply is not complete yet
 * @TLSRPT_SMTP_DONE: it is
 * @TLSRPT_SMTP_NOT_SMTP: what came is not a reply
 * @TLSRPT_SMTP_TOO_LONG: it goes on over a limit of tlsrpt-limits.h
 *
 * How far a reply has come.
 */
typedef enum
{
  TLSRPT_SMTP_MORE,
  TLSRPT_SMTP_DONE,
  TLSRPT_SMTP_NOT_SMTP,
  TLSRPT_SMTP_TOO_LONG,
} TlsrptSmtpStatus;

/**
 * TlsrptSmtpReply:
 * @code: what the server says, in three digits
 * @text: the text of all lines, each after a line feed but the first, as it came
 * @n_lines: how many lines there are
 * @n_octets: how many octets they had
 *
 * A reply of an SMTP server (RFC 5321 section 4.2).
 */
typedef struct
{
  guint             code;
  GString          *text;
  guint             n_lines;
  gsize             n_octets;

  /*< private >*/
  GString          *line;
  TlsrptSmtpStatus  status;
} TlsrptSmtpReply;

TlsrptSmtpReply  *tlsrpt_smtp_reply_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void              tlsrpt_smtp_reply_free        (TlsrptSmtpReply *self);

TlsrptSmtpStatus  tlsrpt_smtp_reply_feed        (TlsrptSmtpReply *self,
                                                 const char      *octets,
                                                 gsize            length,
                                                 gsize           *n_used);
gboolean          tlsrpt_smtp_reply_has_keyword (TlsrptSmtpReply *self,
                                                 const char      *keyword);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptSmtpReply, tlsrpt_smtp_reply_free)

G_END_DECLS
