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

/* Whether a host is written as hosts are compared: nothing but small letters, digits, and
 * what parts them, and neither a prefix nor a dot at the end. */
static gboolean
is_normal_host (const char *text,
                gsize       length)
{
  static const gboolean is_normal[256] = {
    ['a' ... 'z'] = TRUE, ['0' ... '9'] = TRUE, ['-'] = TRUE, ['.'] = TRUE, ['_'] = TRUE, ['*'] = TRUE,
  };

  for (gsize i = 0; i < length; i++)
    {
      if (!is_normal[(guchar) text[i]])
        return FALSE;
    }

  return length > 0 && text[length - 1] != '.';
}

/**
 * tlsrpt_report_check_host:
 * @text: a host or a domain
 * @length: its octets
 * @normal: (out) (transfer full) (nullable): in the form in which hosts are compared and
 *   counted: lower case and no dot at the end; `NULL` if it is in that form
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
  gboolean has_prefix;
  const char *host;
  gsize size;

  /* As most of them are.  (The row “reports” of the benchmark “speed”.) */
  if (is_normal_host (text, length))
    return 0;

  has_prefix = g_ascii_strncasecmp (text, POLICY_PREFIX, strlen (POLICY_PREFIX)) == 0;
  host = has_prefix ? text + strlen (POLICY_PREFIX) : text;

  while (g_ascii_isspace (*host))
    host++;

  size = strlen (host);
  if (size > 1 && host[size - 1] == '.')
    size--;

  *normal = g_ascii_strdown (host, size);

  return has_prefix ? TLSRPT_REPORT_ODDITY_PREFIX : 0;
}

/* Most addresses in reports are in the usual form, and the next two functions find that
 * out sooner than the C library, which is asked about all others. */

static inline gboolean
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

/* Whether this is an IPv4 address. */
static gboolean
is_plain_ipv4 (const char *text)
{
  for (guint i = 0; i < 4; i++)
    {
      const char *group = text;
      guint number = 0;

      for (; is_digit (*text) && text - group < 3; text++)
        number = number * 10 + (guint) (*text - '0');

      if (text == group || (*group == '0' && text - group > 1) || number > 255 ||
          *text != (i < 3 ? '.' : '\0'))
        return FALSE;

      text++;
    }

  return TRUE;
}

/* Whether this is an IPv6 address in the form of RFC 5952.  The gap of “::” can only be
 * in the right place if no group is zero besides. */
static gboolean
is_plain_ipv6 (const char *text)
{
  static const gboolean is_digit_of_group[256] = { ['0' ... '9'] = TRUE, ['a' ... 'f'] = TRUE };
  guint n_groups = 0;
  gboolean has_gap = FALSE;

  if (text[0] == ':' && text[1] != ':')
    return FALSE;

  while (*text != '\0')
    {
      const char *group = text;

      while (is_digit_of_group[(guchar) *text])
        text++;

      if (text > group)
        {
          if (text - group > 4 || *group == '0')
            return FALSE;
          n_groups++;
        }

      if (*text == ':' && text[1] == ':' && !has_gap)
        {
          has_gap = TRUE;
          text += 2;
        }
      else if (*text == ':' && text > group && text[1] != ':' && text[1] != '\0')
        {
          text++;
        }
      else if (*text != '\0')
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

  if (is_plain_ipv4 (text) || is_plain_ipv6 (text))
    return 0;

  if (inet_pton (AF_INET, text, &address) == 1)
    return 0;
  if (inet_pton (AF_INET6, text, &address) != 1)
    return TLSRPT_REPORT_ODDITY_NO_ADDRESS;

  inet_ntop (AF_INET6, &address, usual, sizeof usual);
  if (strcmp (usual, text) == 0)
    return 0;

  *normal = g_strdup (usual);

  return TLSRPT_REPORT_ODDITY_FORM;
}

/* Finds the type that is meant, whatever capitals, hyphens, underscores and blanks it is
 * written with. */
static guint
check_type (const char         *text,
            const char *const  *types,
            char              **normal)
{
  for (; *types != NULL; types++)
    {
      const char *type = *types;
      const char *given = text;

      while (*type != '\0' || *given != '\0')
        {
          if (*type == '-')
            type++;
          else if (*given == '-' || *given == '_' || *given == ' ')
            given++;
          else if (*type != g_ascii_tolower (*given))
            break;
          else
            type++, given++;
        }

      if (*type == '\0' && *given == '\0')
        {
          *normal = g_strdup (*types);
          return TLSRPT_REPORT_ODDITY_SPELLING;
        }
    }

  return TLSRPT_REPORT_ODDITY_UNKNOWN;
}

/**
 * tlsrpt_report_check_policy_type:
 * @text: a type of policy
 * @length: its octets
 * @normal: (out) (transfer full) (nullable): the type of RFC 8460 that is meant
 *
 * Checks a type of policy (RFC 8460 section 4.4).
 *
 * Returns: `TLSRPT_REPORT_ODDITY_UNKNOWN` or `TLSRPT_REPORT_ODDITY_SPELLING`, or 0
 */
guint
tlsrpt_report_check_policy_type (const char  *text,
                                 gsize        length,
                                 char       **normal)
{
  if (tlsrpt_report_is_known_policy_type (text))
    return 0;

  return check_type (text, tlsrpt_report_get_policy_types (), normal);
}

/**
 * tlsrpt_report_check_result_type:
 * @text: a type of failure
 * @length: its octets
 * @normal: (out) (transfer full) (nullable): the type of RFC 8460 that is meant
 *
 * Checks a type of failure (RFC 8460 section 4.3).
 *
 * Returns: `TLSRPT_REPORT_ODDITY_UNKNOWN` or `TLSRPT_REPORT_ODDITY_SPELLING`, or 0
 */
guint
tlsrpt_report_check_result_type (const char  *text,
                                 gsize        length,
                                 char       **normal)
{
  if (tlsrpt_report_is_known_result_type (text))
    return 0;

  return check_type (text, tlsrpt_report_get_result_types (), normal);
}
