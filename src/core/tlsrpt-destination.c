/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-destination.h"

#include "tlsrpt-display.h"
#include "tlsrpt-error.h"
#include "tlsrpt-host.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAILTO "mailto:"
#define HTTPS "https:"

/**
 * tlsrpt_destination_guess_kind:
 * @text: what was typed
 *
 * Tells what a destination is meant to be by the way it begins.
 *
 * Returns: `TLSRPT_FIELD_ENDPOINT` for a URL, else `TLSRPT_FIELD_MAIL`
 */
TlsrptFieldKind
tlsrpt_destination_guess_kind (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;

  if (tlsrpt_text_has_prefix (text, HTTPS) || tlsrpt_text_has_prefix (text, "http:"))
    return TLSRPT_FIELD_ENDPOINT;

  if (tlsrpt_text_has_prefix (text, MAILTO))
    return TLSRPT_FIELD_MAIL;

  return strstr (text, "://") != NULL ? TLSRPT_FIELD_ENDPOINT : TLSRPT_FIELD_MAIL;
}

/**
 * tlsrpt_destination_parse:
 * @text: what was typed
 * @error: return location for an error
 *
 * Converts a mail address or an https URL to the URI of a report destination.
 *
 * Returns: (transfer full) (nullable): the URI, or `NULL` with @error set
 */
char *
tlsrpt_destination_parse (const char  *text,
                          GError     **error)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (tlsrpt_destination_guess_kind (text) == TLSRPT_FIELD_ENDPOINT)
    return tlsrpt_destination_from_url (text, error);

  if (strchr (text, '@') == NULL && text[strspn (text, " \t\r\n")] != '\0')
    {
      g_autofree char *shown = tlsrpt_display_isolate (text, -1);

      tlsrpt_error_set (error, TLSRPT_ERROR_DESTINATION, TLSRPT_ERROR_INCOMPLETE, NULL,
                        /* Translators: %s is what was typed */
                        _("“%s” is neither a mail address nor an https address"), shown);
      return NULL;
    }

  return tlsrpt_destination_from_address (text, error);
}

/* Whether a part of a list begins as a destination does.  After a URL only a
 * scheme counts: a path may well hold a comma and an “@”. */
static gboolean
begins_destination (const char *part,
                    gboolean    after_url)
{
  if (tlsrpt_text_has_prefix (part, HTTPS) || tlsrpt_text_has_prefix (part, "http:") ||
      tlsrpt_text_has_prefix (part, MAILTO))
    return TRUE;

  return !after_url && strchr (part, '@') != NULL;
}

/**
 * tlsrpt_destination_split:
 * @text: what was pasted
 *
 * Splits a list of destinations, as “a@example.com, b@example.com”, at commas,
 * semicolons, line breaks and, between addresses, at spaces.
 *
 * Returns: (transfer full) (nullable): two parts at least, or `NULL` if @text is
 *   not a list
 */
char **
tlsrpt_destination_split (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *separators = strchr (text, '<') != NULL ? ",;\r\n" : ",; \t\r\n";
  gboolean after_url = FALSE;
  gsize n_parts = 0;

  if (text[strcspn (text, separators)] == '\0')
    return NULL;

  while (*text != '\0')
    {
      gsize length = strcspn (text, separators);
      g_autofree char *part = g_strstrip (g_strndup (text, length));

      text += length;
      text += strspn (text, separators);

      if (part[0] == '\0')
        continue;
      if (!begins_destination (part, after_url))
        return NULL;

      after_url = tlsrpt_destination_guess_kind (part) == TLSRPT_FIELD_ENDPOINT;
      g_strv_builder_add (builder, part);
      n_parts++;
    }

  return n_parts >= 2 ? g_strv_builder_end (builder) : NULL;
}

/* The octets of a URI that matter when two are compared: an empty path is the
 * same as “/” (RFC 3986 section 6.2.3). */
static gsize
comparable_length (const char *uri)
{
  gsize length = strlen (uri);
  gsize authority;

  if (!g_str_has_prefix (uri, HTTPS "//"))
    return length;

  authority = strlen (HTTPS "//") + strcspn (uri + strlen (HTTPS "//"), "/?");

  return length == authority + 1 && uri[authority] == '/' ? authority : length;
}

/**
 * tlsrpt_destination_equal:
 * @uri: a report destination, as the functions here return it
 * @other: another
 *
 * Returns: whether both are the same destination
 */
gboolean
tlsrpt_destination_equal (const char *uri,
                          const char *other)
{
  gsize length = comparable_length (uri);

  return length == comparable_length (other) && memcmp (uri, other, length) == 0;
}
