/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-export-hosts.h"

#include "tlsrpt-domain.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-mail-host.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Adds a line to an error, whose code stays that of the first. */
static void
add_fault (GError **fault,
           GError  *another)
{
  g_autoptr (GError) own = another;
  g_autofree char *first = NULL;

  if (*fault == NULL)
    {
      *fault = g_steal_pointer (&own);
      return;
    }

  first = (*fault)->message;
  (*fault)->message = g_strconcat (first, "\n", own->message, NULL);
}

/* Whether the host has a record already: the domain's, or its own. */
static gboolean
is_known (GPtrArray  *hosts,
          const char *domain,
          const char *host)
{
  return g_strcmp0 (host, domain) == 0 ||
         g_ptr_array_find_with_equal_func (hosts, host, g_str_equal, NULL);
}

/* A mail server as a record can have it. */
static char *
parse_host (const char  *text,
            GError     **error)
{
  g_autofree char *host = tlsrpt_mail_host_to_ascii (text, error);

  return host != NULL ? tlsrpt_domain_to_ascii (host, error) : NULL;
}

/**
 * tlsrpt_export_hosts_parse:
 * @text: names of mail servers, one a line or with commas between them
 * @domain: (nullable): the domain that has a record anyway
 * @error: return location for an error
 *
 * Reads a list of mail servers.  Each is named once, and @domain is none of them.
 * The message of the error has a line for each name that is wrong.
 *
 * Returns: (transfer full) (nullable): the names in A-labels
 */
GPtrArray *
tlsrpt_export_hosts_parse (const char  *text,
                           const char  *domain,
                           GError     **error)
{
  g_autoptr (GPtrArray) hosts = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) items = NULL;
  g_autoptr (GError) fault = NULL;

  if (strnlen (text, TLSRPT_LIMIT_INPUT + 1) > TLSRPT_LIMIT_INPUT)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %d is a number of bytes */
                        _("The text is longer than %d bytes"), TLSRPT_LIMIT_INPUT);
      return NULL;
    }

  items = g_strsplit_set (text, ",\r\n", -1);
  for (gsize i = 0; items[i] != NULL; i++)
    {
      g_autofree char *host = NULL;
      GError *local_error = NULL;

      if (*g_strstrip (items[i]) == '\0')
        continue;

      host = parse_host (items[i], &local_error);
      if (host == NULL)
        {
          add_fault (&fault, local_error);
          continue;
        }

      if (is_known (hosts, domain, host))
        continue;

      if (hosts->len == TLSRPT_LIMIT_EXPORT_HOSTS)
        {
          tlsrpt_error_set (&local_error, TLSRPT_ERROR_TOO_MANY, TLSRPT_ERROR_FINAL, NULL,
                            /* Translators: %d is a number */
                            _("More than %d mail servers"), TLSRPT_LIMIT_EXPORT_HOSTS);
          add_fault (&fault, local_error);
          break;
        }

      g_ptr_array_add (hosts, g_steal_pointer (&host));
    }

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }

  return g_steal_pointer (&hosts);
}
