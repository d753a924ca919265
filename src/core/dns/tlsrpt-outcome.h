/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlsrptOutcome:
 * @TLSRPT_OUTCOME_ANSWER: at least one record of the type that was asked for
 * @TLSRPT_OUTCOME_NO_DATA: the name exists, without a record of that type
 * @TLSRPT_OUTCOME_NO_DOMAIN: the name does not exist (NXDOMAIN)
 * @TLSRPT_OUTCOME_SERVER_FAILURE: the server could not find out
 * @TLSRPT_OUTCOME_REFUSED: the server does not want to answer
 * @TLSRPT_OUTCOME_TIMED_OUT: nothing came back in time
 * @TLSRPT_OUTCOME_NO_NETWORK: no server could be reached
 * @TLSRPT_OUTCOME_TRUNCATED: too large for UDP, and the server does not speak TCP
 * @TLSRPT_OUTCOME_MALFORMED: what came back is not an answer
 * @TLSRPT_OUTCOME_TOO_LARGE: more records than `TLSRPT_LIMIT_ANSWER_RECORDS`
 *
 * How a question to DNS ended.  The first three are facts about the name; the
 * others say that we do not know.
 */
typedef enum
{
  TLSRPT_OUTCOME_ANSWER,
  TLSRPT_OUTCOME_NO_DATA,
  TLSRPT_OUTCOME_NO_DOMAIN,
  TLSRPT_OUTCOME_SERVER_FAILURE,
  TLSRPT_OUTCOME_REFUSED,
  TLSRPT_OUTCOME_TIMED_OUT,
  TLSRPT_OUTCOME_NO_NETWORK,
  TLSRPT_OUTCOME_TRUNCATED,
  TLSRPT_OUTCOME_MALFORMED,
  TLSRPT_OUTCOME_TOO_LARGE,
} TlsrptOutcome;

const char *tlsrpt_outcome_get_token   (TlsrptOutcome outcome);
const char *tlsrpt_outcome_get_message (TlsrptOutcome outcome);
gboolean    tlsrpt_outcome_is_known    (TlsrptOutcome outcome);

G_END_DECLS
