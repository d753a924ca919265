/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A policy that expires sooner hardly protects: “weeks or greater” is what RFC
 * 8461 section 3.2 has in mind. */
#define TLSRPT_STS_MAX_AGE_SHORT (24 * 60 * 60)

/* A year and a bit (RFC 8461 section 3.2). */
#define TLSRPT_STS_MAX_AGE_MOST 31557600

/**
 * TlsrptStsMode:
 * @TLSRPT_STS_MODE_NONE: the policy is withdrawn
 * @TLSRPT_STS_MODE_TESTING: failures are reported, mail is delivered
 * @TLSRPT_STS_MODE_ENFORCE: mail is not delivered over a connection that fails
 */
typedef enum
{
  TLSRPT_STS_MODE_NONE,
  TLSRPT_STS_MODE_TESTING,
  TLSRPT_STS_MODE_ENFORCE,
} TlsrptStsMode;

const char        *tlsrpt_sts_mode_get_token      (TlsrptStsMode     mode);

/**
 * TlsrptStsFlaws:
 * @TLSRPT_STS_FLAW_BLANK_LINE: an empty line, which the grammar does not know
 * @TLSRPT_STS_FLAW_REPEATED: a field twice; the first one counts
 * @TLSRPT_STS_FLAW_SHORT: expires within `TLSRPT_STS_MAX_AGE_SHORT`
 *
 * What does not make a policy useless, yet should be mended.
 */
typedef enum
{
  TLSRPT_STS_FLAW_BLANK_LINE = 1 << 0,
  TLSRPT_STS_FLAW_REPEATED = 1 << 1,
  TLSRPT_STS_FLAW_SHORT = 1 << 2,
} TlsrptStsFlaws;

/**
 * TlsrptStsPolicy:
 *
 * An MTA-STS policy.  Immutable.
 */
typedef struct _TlsrptStsPolicy TlsrptStsPolicy;

TlsrptStsPolicy   *tlsrpt_sts_policy_parse        (const char       *text,
                                                   gsize             length,
                                                   GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void               tlsrpt_sts_policy_free         (TlsrptStsPolicy  *self);

TlsrptStsMode      tlsrpt_sts_policy_get_mode     (TlsrptStsPolicy  *self);
guint              tlsrpt_sts_policy_get_max_age  (TlsrptStsPolicy  *self);
const char *const *tlsrpt_sts_policy_get_patterns (TlsrptStsPolicy  *self);
TlsrptStsFlaws     tlsrpt_sts_policy_get_flaws    (TlsrptStsPolicy  *self);
gboolean           tlsrpt_sts_pattern_matches     (const char       *pattern,
                                                   const char       *host);
gboolean           tlsrpt_sts_policy_allows       (TlsrptStsPolicy  *self,
                                                   const char       *host);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlsrptStsPolicy, tlsrpt_sts_policy_free)

G_END_DECLS
