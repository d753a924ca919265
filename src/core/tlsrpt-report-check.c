/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-report-check.h"

#include "tlsrpt-report.h"

#include <arpa/inet.h>
#include <string.h>

/* Some senders give the line of the policy in the place of the host in it. */
#define POLICY_PREFIX "mx:"

/**
 * tlsrpt_report_check_host:
 * @text: a host or a domain
 * @length: its octets
 * @normal: (out) (transfer full): in the form in which hosts are compared and
 *   counted: lower case and no dot at the end
 *
 * Checks a host.
 *
 * Returns: `TLSRPT_REPORT_ODDITY_PREFIX` if the line of a policy was given, or 0
 */
guint
tlsrpt_report_check_host (const char  *text,
                          gsize        length,
                          char       **normal)
{
  gboolean has_prefix = g_ascii_strncasecmp (text, POLICY_PREFIX, strlen (POLICY_PREFIX)) == 0;
  const char *host = has_prefix ? text + strlen (POLICY_PREFIX) : text;
  gsize size;

  while (g_ascii_isspace (*host))
    host++;

  size = strlen (host);
  if (size > 1 && host[size - 1] == '.')
    size--;

  *normal = g_ascii_strdown (host, size);

  return has_prefix ? TLSRPT_REPORT_ODDITY_PREFIX : 0;
}

/* Whether this is an IPv6 address in the form of RFC 5952: fewer are known to be than
 * are, but most of those in reports.  The gap of “::” can only be in the right place
 * if no group is zero besides. */
static gboolean
is_plain_ipv6 (const char *text)
{
  guint n_groups = 0;
  gboolean has_gap = FALSE;
  const char *p = text;

  while (*p != '\0')
    {
      const char *group = p;

      while (g_ascii_isdigit (*p) || (*p >= 'a' && *p <= 'f'))
        p++;

      if (p > group)
        {
          if (p - group > 4 || *group == '0')
            return FALSE;
          n_groups++;
        }
      else if (p != text)
        {
          return FALSE;
        }

      if (*p == ':' && p[1] == ':')
        {
          if (has_gap)
            return FALSE;
          has_gap = TRUE;
          p += 2;
        }
      else if (*p == ':' && p > group && p[1] != '\0')
        {
          p++;
        }
      else if (*p != '\0')
        {
          return FALSE;
        }
    }

  return has_gap ? n_groups <= 6 : n_groups == 8;
}

/**
 * tlsrpt_report_check_address:
 * @text: an IP address
 * @length: its octets
 * @normal: (out) (transfer full) (nullable): in the form of RFC 5952, which is the
 *   one that the C library writes
 *
 * Checks an address (RFC 8460 section 4.4).
 *
 * Returns: `TLSRPT_REPORT_ODDITY_NO_ADDRESS` or `TLSRPT_REPORT_ODDITY_FORM`, or 0
 */
guint
tlsrpt_report_check_address (const char  *text,
                             gsize        length,
                             char       **normal)
{
  char usual[INET6_ADDRSTRLEN];
  struct in6_addr address;

  if (is_plain_ipv6 (text) || inet_pton (AF_INET, text, &address) == 1)
    return 0;

  if (inet_pton (AF_INET6, text, &address) != 1)
    return TLSRPT_REPORT_ODDITY_NO_ADDRESS;

  inet_ntop (AF_INET6, &address, usual, sizeof usual);
  if (strcmp (usual, text) == 0)
    return 0;

  *normal = g_strdup (usual);

  return TLSRPT_REPORT_ODDITY_FORM;
}

guint
tlsrpt_report_check_policy_type (const char  *text,
                                 gsize        length,
                                 char       **normal)
{
  return tlsrpt_report_is_known_policy_type (text) ? 0 : TLSRPT_REPORT_ODDITY_UNKNOWN;
}

guint
tlsrpt_report_check_result_type (const char  *text,
                                 gsize        length,
                                 char       **normal)
{
  return tlsrpt_report_is_known_result_type (text) ? 0 : TLSRPT_REPORT_ODDITY_UNKNOWN;
}
