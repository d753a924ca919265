/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-verdict-advice.h"

#include "tlsrpt-limits.h"

#include <glib/gi18n-lib.h>

/**
 * tlsrpt_verdict_advise:
 * @self: a verdict in the making
 * @advice: (transfer full): what to do
 *
 * Adds advice.  Beyond `TLSRPT_LIMIT_ADVICE` it says only that there is more.
 */
void
tlsrpt_verdict_advise (TlsrptVerdict *self,
                       TlsrptRemark  *advice)
{
  if (self->advice->len < TLSRPT_LIMIT_ADVICE)
    {
      g_ptr_array_add (self->advice, advice);
      return;
    }

  g_object_unref (advice);
  if (self->advice->len == TLSRPT_LIMIT_ADVICE)
    g_ptr_array_add (self->advice, tlsrpt_remark_new (TLSRPT_SEVERITY_NOTE, "more-advice", NULL,
                                                      _("More problems were found but are not "
                                                        "listed")));
}

G_GNUC_PRINTF (4, 0) static void
advise (TlsrptVerdict  *self,
        TlsrptSeverity  severity,
        const char     *code,
        const char     *format,
        va_list         args)
{
  g_autofree char *message = g_strdup_vprintf (format, args);

  tlsrpt_verdict_advise (self, tlsrpt_remark_new (severity, code, NULL, "%s", message));
}

void
tlsrpt_verdict_warn (TlsrptVerdict *self,
                     const char    *code,
                     const char    *format,
                     ...)
{
  va_list args;

  va_start (args, format);
  advise (self, TLSRPT_SEVERITY_WARNING, code, format, args);
  va_end (args);
}

void
tlsrpt_verdict_note (TlsrptVerdict *self,
                     const char    *code,
                     const char    *format,
                     ...)
{
  va_list args;

  va_start (args, format);
  advise (self, TLSRPT_SEVERITY_NOTE, code, format, args);
  va_end (args);
}

static void
advise_on_protection (TlsrptVerdict *self)
{
  gboolean has_sts = tlsrpt_verdict_advise_on_sts (self);
  gboolean has_dane = tlsrpt_verdict_advise_on_dane (self);

  if (!has_sts && !has_dane)
    tlsrpt_verdict_note (self, "no-protection",
                         _("The domain has neither MTA-STS nor DANE. Reports will only show "
                           "whether TLS was used."));
}

/**
 * tlsrpt_verdict_add_advice:
 * @self: a verdict in the making
 *
 * Adds what there is to do: first about the record, then about its surroundings.
 */
void
tlsrpt_verdict_add_advice (TlsrptVerdict *self)
{
  tlsrpt_verdict_advise_on_name (self);
  tlsrpt_verdict_advise_on_destinations (self);
  tlsrpt_verdict_advise_on_name_servers (self);
  tlsrpt_verdict_advise_on_signatures (self);

  if (tlsrpt_verdict_advise_on_mail (self))
    {
      tlsrpt_verdict_advise_on_hosts (self);
      advise_on_protection (self);
    }
}
