/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-domain.h"

#include "tlsrpt-display.h"
#include "tlsrpt-error.h"
#include "tlsrpt-host.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-markup.h"
#include "tlsrpt-public-suffix.h"
#include "tlsrpt-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The host part of what may be a URL or a name with a port or a path, as far as
 * a person would take it for the domain. */
static char *
find_host (const char *text)
{
  const char *start = strstr (text, "://");
  const char *at;

  start = start != NULL ? start + strlen ("://") : text;
  at = memchr (start, '@', strcspn (start, "/?#\\"));
  if (at != NULL)
    start = at + 1;

  return g_strndup (start, strcspn (start, "/?#:\\"));
}

/* The name without white space, quotes, a comma, or the “*.” of a wildcard that was
 * copied along. */
static char *
extract_name (const char *text)
{
  g_autofree char *squeezed = tlsrpt_text_squeeze (text, strlen (text));
  const char *start = squeezed;
  const char *end = squeezed + strlen (squeezed);

  while (start < end && !g_unichar_isalnum (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);

  while (end > start)
    {
      const char *last = g_utf8_prev_char (end);
      gunichar c = g_utf8_get_char (last);

      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        break;
      end = last;
    }

  return g_strndup (start, end - start);
}

/* A comma in place of a dot: the last label behind it, and nothing else could be meant,
 * such as a list. */
static void
mend_comma (char *name)
{
  char *comma = strchr (name, ',');

  if (comma != NULL && comma[strcspn (comma, ".")] == '\0' && strchr (comma + 1, ',') == NULL)
    *comma = '.';
}

/* Offers a repair only if it would be accepted as it stands. */
static char *
accept_repair (const char *candidate)
{
  char *ascii = tlsrpt_domain_to_ascii (candidate, NULL);
  char *repair;

  if (ascii == NULL)
    return NULL;

  repair = tlsrpt_host_to_unicode (ascii);
  g_free (ascii);

  return repair;
}

/* Names what was pasted in place of a domain (RFC 8460 section 3: the record's
 * own name, and the names that are taken for it). */
static gboolean
refuse_other_things (const char  *text,
                     GError     **error)
{
  g_autofree char *shown = NULL;
  g_autofree char *candidate = NULL;
  g_autofree char *repair = NULL;

  if (strstr (text, "://") != NULL)
    {
      candidate = tlsrpt_markup_undo (text, strlen (text));
      if (candidate == NULL)
        candidate = find_host (text);
      repair = accept_repair (candidate);
      shown = tlsrpt_display_isolate (text, -1);
      tlsrpt_error_set (error, TLSRPT_ERROR_DOMAIN_URL, TLSRPT_ERROR_FINAL, repair,
                        /* Translators: %s is what was typed */
                        _("“%s” is a URL, not a domain name"), shown);
      return FALSE;
    }

  if (strchr (text, '@') != NULL)
    {
      candidate = find_host (strrchr (text, '@') + 1);
      candidate[strcspn (candidate, "<>,;\"' \t\r\n")] = '\0';
      repair = accept_repair (candidate);
      shown = tlsrpt_display_isolate (text, -1);
      tlsrpt_error_set (error, TLSRPT_ERROR_DOMAIN_ADDRESS, TLSRPT_ERROR_FINAL, repair,
                        /* Translators: %s is what was typed */
                        _("“%s” is an email address, not a domain name"), shown);
      return FALSE;
    }

  /* An IPv6 address, or one in brackets; the others are names as to their letters. */
  if (text[0] == '[' || strchr (text, ':') != NULL)
    {
      gsize opening = text[0] == '[' ? 1 : 0;

      candidate = g_strndup (text + opening, strcspn (text + opening, "]"));
      if (g_hostname_is_ip_address (candidate))
        {
          shown = tlsrpt_display_isolate (text, -1);
          tlsrpt_error_set (error, TLSRPT_ERROR_DOMAIN_IP_ADDRESS, TLSRPT_ERROR_FINAL, NULL,
                            /* Translators: %s is what was typed */
                            _("“%s” is an IP address, not a domain name"), shown);
          return FALSE;
        }
    }

  if (text[0] == '_')
    {
      const char *rest = text;

      while (rest[0] == '_')
        {
          rest += strcspn (rest, ".");
          if (rest[0] == '.')
            rest++;
        }

      repair = accept_repair (rest);
      shown = tlsrpt_display_isolate (text, -1);
      tlsrpt_error_set (error, TLSRPT_ERROR_DOMAIN_OWNER_NAME, TLSRPT_ERROR_FINAL, repair,
                        /* Translators: the first %s is what was typed, the second “_smtp._tls” */
                        _("“%s” is a record name: enter only the domain, and “%s” is added "
                          "automatically"),
                        shown, TLSRPT_DOMAIN_OWNER_PREFIX);
      return FALSE;
    }

  return TRUE;
}

/**
 * tlsrpt_domain_to_ascii:
 * @text: what was typed
 * @error: return location for an error
 *
 * Converts what was typed to a policy domain in A-labels (RFC 8460 section 3).
 * White space around it and a final dot are left out.  The error's repair, if
 * any, is a domain that this function accepts.
 *
 * Returns: (transfer full) (nullable): the domain, or `NULL` with @error set
 */
char *
tlsrpt_domain_to_ascii (const char  *text,
                        GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *host = NULL;
  g_autofree char *candidate = NULL;
  char *ascii;
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);

  if (!tlsrpt_text_trim (text, &text, &length, error))
    return NULL;

  if (length == 0)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_EMPTY, TLSRPT_ERROR_INCOMPLETE, NULL,
                        _("Enter the domain that receives mail, such as example.com"));
      return NULL;
    }

  ascii = tlsrpt_host_to_ascii (text, length, TLSRPT_LIMIT_DOMAIN, &local_error);
  if (ascii != NULL)
    return ascii;

  if (error == NULL)
    return NULL;

  typed = g_strndup (text, length);
  if (!refuse_other_things (typed, error))
    return NULL;

  if (g_error_matches (local_error, TLSRPT_ERROR, TLSRPT_ERROR_CHARACTER))
    {
      host = find_host (typed);
      candidate = extract_name (host);
      if (strpbrk (host, " \t\r\n") == NULL)
        mend_comma (candidate);
    }
  else if (g_error_matches (local_error, TLSRPT_ERROR, TLSRPT_ERROR_DOMAIN_HYPHEN))
    {
      candidate = extract_name (typed);
    }
  else if (g_error_matches (local_error, TLSRPT_ERROR, TLSRPT_ERROR_DOMAIN_EMPTY_LABEL))
    {
      g_auto (GStrv) labels = g_strsplit (typed, ".", -1);
      g_autoptr (GString) joined = g_string_new (NULL);

      for (gsize i = 0; labels[i] != NULL; i++)
        {
          if (labels[i][0] != '\0')
            g_string_append_printf (joined, "%s%s", joined->len > 0 ? "." : "", labels[i]);
        }
      candidate = g_string_free (g_steal_pointer (&joined), FALSE);
    }

  if (candidate != NULL && !g_str_equal (candidate, typed))
    tlsrpt_error_take_repair (local_error, accept_repair (candidate));

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/**
 * tlsrpt_domain_to_owner_name:
 * @domain: a domain in A-labels
 *
 * Forms the name at which the record is published (RFC 8460 section 3).
 *
 * Returns: (transfer full): the absolute name, without the final dot
 */
char *
tlsrpt_domain_to_owner_name (const char *domain)
{
  return g_strconcat (TLSRPT_DOMAIN_OWNER_PREFIX ".", domain, NULL);
}

/**
 * tlsrpt_domain_is_within:
 * @domain: a domain in A-labels
 * @zone: the apex of a zone in A-labels
 *
 * Returns: whether @domain is @zone or stands below it
 */
gboolean
tlsrpt_domain_is_within (const char *domain,
                         const char *zone)
{
  gsize domain_length = strlen (domain);
  gsize zone_length = strlen (zone);

  if (domain_length < zone_length ||
      g_ascii_strcasecmp (domain + domain_length - zone_length, zone) != 0)
    return FALSE;

  return domain_length == zone_length || domain[domain_length - zone_length - 1] == '.';
}

/**
 * tlsrpt_domain_to_relative_name:
 * @domain: a domain in A-labels
 * @zone: the apex of the zone that holds it
 *
 * Forms the record's name for panels and tools that append the zone themselves.
 *
 * Returns: (transfer full) (nullable): the relative name, or `NULL` if @domain
 *   is not within @zone
 */
char *
tlsrpt_domain_to_relative_name (const char *domain,
                                const char *zone)
{
  gsize length;

  if (!tlsrpt_domain_is_within (domain, zone))
    return NULL;

  length = strlen (domain) - strlen (zone);
  if (length == 0)
    return g_strdup (TLSRPT_DOMAIN_OWNER_PREFIX);

  return g_strdup_printf (TLSRPT_DOMAIN_OWNER_PREFIX ".%.*s", (int) length - 1, domain);
}

/**
 * tlsrpt_domain_zone_to_ascii:
 * @text: what was typed
 * @domain: (nullable): a domain in A-labels that the zone must hold
 * @error: return location for an error
 *
 * Converts what was typed to the apex of a zone in A-labels.
 *
 * Returns: (transfer full) (nullable): the zone, or `NULL` with @error set
 */
char *
tlsrpt_domain_zone_to_ascii (const char  *text,
                             const char  *domain,
                             GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *zone = tlsrpt_domain_to_ascii (text, &local_error);
  g_autofree char *guess = NULL;
  g_autofree char *shown = NULL;

  if (g_error_matches (local_error, TLSRPT_ERROR, TLSRPT_ERROR_EMPTY))
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_EMPTY, TLSRPT_ERROR_INCOMPLETE, NULL,
                        _("Enter the zone that contains the record, such as example.com"));
      return NULL;
    }

  if (zone == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  if (domain == NULL || tlsrpt_domain_is_within (domain, zone))
    return g_steal_pointer (&zone);

  guess = tlsrpt_domain_guess_zone (domain);
  shown = tlsrpt_display_isolate (text, -1);
  tlsrpt_error_set (error, TLSRPT_ERROR_ZONE, TLSRPT_ERROR_INCOMPLETE, guess,
                    /* Translators: the first %s is a DNS zone, the second a domain name */
                    _("The zone “%s” does not contain “%s”"), shown, domain);

  return NULL;
}

/**
 * tlsrpt_domain_guess_zone:
 * @domain: a domain in A-labels
 *
 * Guesses the zone that holds a domain: most zones begin at the registrable
 * domain.
 *
 * Returns: (transfer full): the apex of the zone
 */
char *
tlsrpt_domain_guess_zone (const char *domain)
{
  const char *registrable = tlsrpt_public_suffix_find_registrable (domain);

  return g_strdup (registrable != NULL ? registrable : domain);
}
