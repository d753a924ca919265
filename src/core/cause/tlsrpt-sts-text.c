/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-sts-text.h"

#include "tlsrpt-domain.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-sts-policy.h"

#include <string.h>

#define MX "mx:"

/* “Weeks or greater” is what RFC 8461 section 3.2 has in mind. */
#define MAX_AGE_WEEK (7 * 24 * 60 * 60)

/**
 * tlsrpt_sts_text_dup_url:
 * @domain: a policy domain
 *
 * Gets where the policy of a domain is (RFC 8461 section 3.3).
 *
 * Returns: (transfer full) (nullable): the URL, or `NULL` if the domain is none
 */
char *
tlsrpt_sts_text_dup_url (const char *domain)
{
  g_autofree char *ascii = tlsrpt_domain_to_ascii (domain, NULL);

  return ascii != NULL ? g_strdup_printf ("https://mta-sts.%s/.well-known/mta-sts.txt", ascii)
                       : NULL;
}

/**
 * tlsrpt_sts_text_dup_id:
 * @now: seconds since 1970
 *
 * Makes an id for the TXT record, which no record has had before: letters and digits
 * (RFC 8461 section 3.1).
 *
 * Returns: (transfer full): the id
 */
char *
tlsrpt_sts_text_dup_id (gint64 now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now);

  return g_date_time_format (time, "%Y%m%dT%H%M%S");
}

static TlsrptStsPolicy *
parse_lines (const char *const *lines)
{
  g_autofree char *text = g_strjoinv ("\n", (char **) lines);

  return tlsrpt_sts_policy_parse (text, strlen (text), NULL);
}

/* Whether a text is a policy that covers these hosts. */
static gboolean
is_right (const char        *text,
          const char *const *patterns)
{
  g_autoptr (TlsrptStsPolicy) policy = NULL;

  if (strlen (text) > TLSRPT_LIMIT_POLICY)
    return FALSE;

  policy = tlsrpt_sts_policy_parse (text, strlen (text), NULL);
  if (policy == NULL)
    return FALSE;

  for (; *patterns != NULL; patterns++)
    {
      if (!g_strv_contains (tlsrpt_sts_policy_get_patterns (policy), *patterns))
        return FALSE;
    }

  return TRUE;
}

/**
 * tlsrpt_sts_text_add_mx:
 * @lines: (array zero-terminated=1): the lines of a policy
 * @patterns: (array zero-terminated=1): hosts, or wildcards, in lower case
 *
 * Adds hosts to a policy.  All that it has besides stays as it is.
 *
 * Returns: (transfer full) (nullable): the policy, or `NULL` if @lines are none or
 *   something that is to be added is no host
 */
char *
tlsrpt_sts_text_add_mx (const char *const *lines,
                        const char *const *patterns)
{
  g_autoptr (TlsrptStsPolicy) policy = parse_lines (lines);
  g_autoptr (GString) text = g_string_new (NULL);
  gsize last = 0;

  if (policy == NULL)
    return NULL;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], MX))
        last = i;
    }

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_strchomp (g_strdup (lines[i]));

      if (*line != '\0')
        g_string_append_printf (text, "%s\n", line);
      for (gsize j = 0; i == last && patterns[j] != NULL; j++)
        g_string_append_printf (text, MX " %s\n", patterns[j]);
    }

  return is_right (text->str, patterns) ? g_strdup (text->str) : NULL;
}

/**
 * tlsrpt_sts_text_enforce:
 * @lines: (array zero-terminated=1): the lines of a policy
 *
 * Makes a policy that is enforced of one that is tested.
 *
 * Returns: (transfer full) (nullable): the policy, or `NULL` if @lines are none
 */
char *
tlsrpt_sts_text_enforce (const char *const *lines)
{
  g_autoptr (TlsrptStsPolicy) policy = parse_lines (lines);
  g_autoptr (GString) text = NULL;
  const char *const *patterns;

  if (policy == NULL)
    return NULL;

  patterns = tlsrpt_sts_policy_get_patterns (policy);
  text = g_string_new ("version: STSv1\nmode: enforce\n");
  for (gsize i = 0; patterns[i] != NULL; i++)
    g_string_append_printf (text, MX " %s\n", patterns[i]);
  g_string_append_printf (text, "max_age: %u\n",
                          MAX (MAX_AGE_WEEK, tlsrpt_sts_policy_get_max_age (policy)));

  return is_right (text->str, patterns) ? g_strdup (text->str) : NULL;
}
