/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-provider.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * tlsrpt_provider_find:
 * @id: the word for a provider
 *
 * Finds a provider by its word.
 *
 * Returns: (nullable): the provider
 */
const TlsrptProvider *
tlsrpt_provider_find (const char *id)
{
  for (gsize i = 0; i < tlsrpt_provider_count (); i++)
    {
      const TlsrptProvider *provider = tlsrpt_provider_at (i);

      if (g_str_equal (provider->id, id))
        return provider;
    }

  return NULL;
}

/* Whether all of a name fits a pattern, in which “#” stands for digits. */
static gboolean
fits (const char *name,
      const char *pattern)
{
  for (; *pattern != '\0'; pattern++)
    {
      if (*pattern == '#')
        {
          if (!g_ascii_isdigit (*name))
            return FALSE;
          while (g_ascii_isdigit (*name))
            name++;
        }
      else if (g_ascii_tolower (*name++) != *pattern)
        {
          return FALSE;
        }
    }

  return *name == '\0';
}

/* Names end at labels: “evilcloudflare.com” is not “cloudflare.com”. */
static gboolean
is_within (const char *host,
           const char *pattern)
{
  for (const char *name = host; name != NULL; name = strchr (name, '.'))
    {
      name += *name == '.' ? 1 : 0;
      if (fits (name, pattern))
        return TRUE;
    }

  return FALSE;
}

/**
 * tlsrpt_provider_match_host:
 * @host: the name of a name server, without a final dot
 *
 * Finds who runs a name server.  A pattern is that name, or names all below it; “#” stands
 * for one digit or more.
 *
 * Returns: (nullable): the provider, or `NULL` if nobody knows
 */
const TlsrptProvider *
tlsrpt_provider_match_host (const char *host)
{
  for (gsize i = 0; i < tlsrpt_provider_count (); i++)
    {
      const TlsrptProvider *provider = tlsrpt_provider_at (i);

      for (gsize j = 0; provider->servers[j] != NULL; j++)
        {
          if (is_within (host, provider->servers[j]))
            return provider;
        }
    }

  return NULL;
}

/**
 * tlsrpt_provider_match:
 * @ns: (nullable): the name servers of a zone
 *
 * Finds who hosts a zone.  One server that nobody knows is enough to say nothing: the zone
 * may be kept there, and copied by the others.
 *
 * Returns: (transfer full) (element-type TlsrptProvider): the providers, each once
 */
GPtrArray *
tlsrpt_provider_match (TlsrptAnswer *ns)
{
  GPtrArray *providers = g_ptr_array_new ();

  if (ns == NULL)
    return providers;

  for (gsize i = 0; i < tlsrpt_answer_get_n_resources (ns); i++)
    {
      const TlsrptProvider *provider =
        tlsrpt_provider_match_host (tlsrpt_answer_get_resource (ns, i)->host);

      if (provider == NULL)
        {
          g_ptr_array_set_size (providers, 0);
          break;
        }

      if (!g_ptr_array_find (providers, provider, NULL))
        g_ptr_array_add (providers, (gpointer) provider);
    }

  return providers;
}

/**
 * tlsrpt_provider_dup_titles:
 * @providers: (element-type TlsrptProvider): providers
 *
 * Says what they are called.
 *
 * Returns: (transfer full) (nullable): their titles, or `NULL` if there is none
 */
char *
tlsrpt_provider_dup_titles (GPtrArray *providers)
{
  char *titles = NULL;

  for (guint i = 0; i < providers->len; i++)
    {
      const TlsrptProvider *provider = g_ptr_array_index (providers, i);
      g_autofree char *before = titles;

      titles = before == NULL
                 ? g_strdup (provider->title)
                 /* Translators: between the names of two providers */
                 : g_strdup_printf (_("%s and %s"), before, provider->title);
    }

  return titles;
}
