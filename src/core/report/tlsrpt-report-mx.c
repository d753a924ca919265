/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-mx.h"

#include "tlsrpt-display.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define KEY "mx:"

/* The length of a name without white space and a dot at its end. */
static gsize
get_length (const char *name)
{
  gsize length = strlen (name);

  while (length > 0 && g_ascii_isspace (name[length - 1]))
    length--;

  return length > 1 && name[length - 1] == '.' ? length - 1 : length;
}

/**
 * tlsrpt_report_mx_matches:
 * @pattern: the pattern of an MTA-STS policy, such as “*.example.com”
 * @host: a host
 *
 * Tells whether a pattern covers a host: a wildcard stands for exactly one label, the
 * first (RFC 8461 section 4.1).
 *
 * Returns: `TRUE` if it does
 */
gboolean
tlsrpt_report_mx_matches (const char *pattern,
                          const char *host)
{
  gsize length;

  while (g_ascii_isspace (*pattern))
    pattern++;

  if (g_str_has_prefix (pattern, "*."))
    {
      const char *dot = strchr (host, '.');

      if (dot == NULL || dot == host || pattern[2] == '\0')
        return FALSE;

      pattern++;
      host = dot;
    }

  length = get_length (pattern);

  return length > 0 && length == get_length (host) &&
         g_ascii_strncasecmp (pattern, host, length) == 0;
}

/**
 * tlsrpt_report_mx_find:
 * @policy: an entry of a report
 * @host: (nullable): a host
 *
 * Looks a host up in a policy as the report gives it: in its lines, or, if those do not
 * name any host, in the list of its hosts.
 *
 * Returns: whether the policy covers the host
 */
TlsrptReportMx
tlsrpt_report_mx_find (const TlsrptReportPolicy *policy,
                       const char               *host)
{
  gboolean is_given = FALSE;

  if (host == NULL || g_strcmp0 (policy->type, "sts") != 0)
    return TLSRPT_REPORT_MX_UNKNOWN;

  for (const char *const *line = policy->policy; *line != NULL; line++)
    {
      if (g_ascii_strncasecmp (*line, KEY, strlen (KEY)) != 0)
        continue;

      if (tlsrpt_report_mx_matches (*line + strlen (KEY), host))
        return TLSRPT_REPORT_MX_LISTED;
      is_given = TRUE;
    }

  for (const char *const *pattern = policy->mx_hosts; !is_given && *pattern != NULL; pattern++)
    {
      if (tlsrpt_report_mx_matches (*pattern, host))
        return TLSRPT_REPORT_MX_LISTED;
    }

  return is_given || *policy->mx_hosts != NULL ? TLSRPT_REPORT_MX_NOT_LISTED
                                               : TLSRPT_REPORT_MX_UNKNOWN;
}

/**
 * tlsrpt_report_mx_dup_text:
 * @domain: (nullable): the domain of a policy in a report
 * @host: a host that the policy does not cover
 *
 * Says so.
 *
 * Returns: (transfer full): a sentence
 */
char *
tlsrpt_report_mx_dup_text (const char *domain,
                           const char *host)
{
  /* Translators: stands for a domain that a report does not give */
  g_autofree char *shown_domain = tlsrpt_display_isolate (domain != NULL ? domain
                                                                         : _("not given"), -1);
  g_autofree char *shown_host = tlsrpt_display_isolate (host, -1);

  /* Translators: the first %s is a domain, the second a mail server; “mx:” stays as it is */
  return g_strdup_printf (_("No “mx:” line in the policy of %s covers %s."), shown_domain,
                          shown_host);
}
