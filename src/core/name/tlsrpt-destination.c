/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-destination-private.h"

#include "tlsrpt-display.h"
#include "tlsrpt-error.h"
#include "tlsrpt-host.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-markup.h"
#include "tlsrpt-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAILTO "mailto:"
#define HTTPS "https:"

/**
 * tlsrpt_destination_is_url:
 * @text: what was typed
 *
 * Tells by the way it begins whether a destination is meant to be a URL.
 *
 * Returns: `TRUE` for a URL, `FALSE` for an address
 */
gboolean
tlsrpt_destination_is_url (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;

  if (tlsrpt_text_has_prefix (text, HTTPS) || tlsrpt_text_has_prefix (text, "http:"))
    return TRUE;

  return !tlsrpt_text_has_prefix (text, MAILTO) && strstr (text, "://") != NULL;
}

/* Rejects what is neither an address nor a URL; if only the scheme is missing, the
 * repair adds it. */
static void
refuse_other_things (const char  *text,
                     gsize        length,
                     GError     **error)
{
  g_autofree char *shown = tlsrpt_display_isolate (text, length);
  g_autofree char *url = g_strdup_printf (HTTPS "//%.*s", (int) length, text);
  g_autofree char *plain = tlsrpt_markup_undo (text, length);
  g_autofree char *uri = NULL;

  if (plain != NULL)
    {
      uri = tlsrpt_destination_parse (plain, NULL);
      g_free (url);
      url = g_steal_pointer (&plain);
    }
  else if (memchr (text, '/', length) != NULL)
    uri = tlsrpt_destination_from_url (url, NULL);

  tlsrpt_error_set (error, TLSRPT_ERROR_DESTINATION, TLSRPT_ERROR_INCOMPLETE,
                    uri != NULL ? url : NULL,
                    /* Translators: %s is what was typed */
                    _("“%s” is neither an email address nor an HTTPS URL"), shown);
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
  char plain[TLSRPT_DESTINATION_PLAIN_ROOM];
  const char *typed;
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);

  length = tlsrpt_destination_write_plain (text, strlen (text), plain);
  if (length > 0)
    return g_strndup (plain, length);

  if (!tlsrpt_text_trim (text, &typed, &length, error))
    return NULL;

  if (tlsrpt_destination_is_url (typed))
    return tlsrpt_destination_from_url (typed, error);

  if (length > 0 && memchr (typed, '@', length) == NULL)
    {
      refuse_other_things (typed, length, error);
      return NULL;
    }

  return tlsrpt_destination_from_address (typed, error);
}

/**
 * tlsrpt_destination_check_percent:
 * @text: a URI, or a part of one
 * @length: its octets
 * @error: return location for an error
 *
 * Checks that every “%” begins a percent-encoding (RFC 3986 section 2.1), and of
 * no NUL, which ends a text for many who decode it.
 *
 * Returns: `FALSE` with `TLSRPT_ERROR_URL_PERCENT`
 */
gboolean
tlsrpt_destination_check_percent (const char  *text,
                                  gsize        length,
                                  GError     **error)
{
  const char *end = text + length;

  for (const char *p = memchr (text, '%', length); p != NULL; p = memchr (p, '%', end - p))
    {
      gsize n_digits = 0;
      g_autofree char *shown = NULL;

      p++;
      while (n_digits < 2 && p + n_digits < end && g_ascii_isxdigit (p[n_digits]))
        n_digits++;

      if (n_digits == 2 && strncmp (p, "00", 2) != 0)
        continue;

      shown = tlsrpt_display_isolate (text, length);
      if (n_digits == 2)
        tlsrpt_error_set (error, TLSRPT_ERROR_URL_PERCENT, TLSRPT_ERROR_FINAL, NULL,
                          /* Translators: %s is what was typed; “%%00” is shown as “%00” */
                          _("“%s” contains “%%00”, which is not a valid character"), shown);
      else
        tlsrpt_error_set (error, TLSRPT_ERROR_URL_PERCENT,
                          p + n_digits == end ? TLSRPT_ERROR_INCOMPLETE : TLSRPT_ERROR_FINAL, NULL,
                          /* Translators: %s is what was typed; “%%” is shown as “%” */
                          _("“%s” has a “%%” without two hexadecimal digits after it"), shown);
      return FALSE;
    }

  return TRUE;
}

/* Whether a part of a list begins as a destination does.  What may still belong
 * to a URL needs a scheme: a path may well hold a comma and an “@”. */
static gboolean
begins_destination (const char *part,
                    gboolean    may_continue_url)
{
  if (tlsrpt_text_has_prefix (part, HTTPS) || tlsrpt_text_has_prefix (part, "http:") ||
      tlsrpt_text_has_prefix (part, MAILTO))
    return TRUE;

  return !may_continue_url && strchr (part, '@') != NULL;
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
  gboolean may_continue_url = FALSE;
  gsize n_parts = 0;

  if (text[strcspn (text, separators)] == '\0')
    return NULL;

  while (*text != '\0')
    {
      gsize length = strcspn (text, separators);
      gsize gap = strspn (text + length, separators);
      g_autofree char *part = g_strstrip (g_strndup (text, length));

      if (part[0] != '\0' && !begins_destination (part, may_continue_url))
        return NULL;

      /* White space ends a URL; a comma alone does not. */
      may_continue_url = strcspn (text + length, " \t\r\n") > gap &&
                         tlsrpt_destination_is_url (part);
      text += length + gap;
      if (part[0] == '\0')
        continue;

      g_strv_builder_add (builder, part);
      n_parts++;
    }

  return n_parts >= 2 ? g_strv_builder_end (builder) : NULL;
}

/**
 * tlsrpt_destination_refuse_several:
 * @text: what was typed in place of one destination
 * @error: return location for an error
 *
 * Names the fault of a list.
 *
 * Returns: `FALSE` with `TLSRPT_ERROR_SEVERAL` if @text is a list
 */
gboolean
tlsrpt_destination_refuse_several (const char  *text,
                                   GError     **error)
{
  g_auto (GStrv) parts = tlsrpt_destination_split (text);
  guint n_parts;

  if (parts == NULL)
    return TRUE;

  n_parts = g_strv_length (parts);
  if (n_parts > TLSRPT_LIMIT_DESTINATIONS)
    tlsrpt_error_set (error, TLSRPT_ERROR_SEVERAL, TLSRPT_ERROR_FINAL, NULL,
                      /* Translators: both numbers are counts of destinations, more than one */
                      _("These are %u destinations; a record can have at most %d"), n_parts,
                      TLSRPT_LIMIT_DESTINATIONS);
  else
    tlsrpt_error_set (error, TLSRPT_ERROR_SEVERAL, TLSRPT_ERROR_FINAL, NULL,
                      _("These are several destinations: enter each one separately"));

  return FALSE;
}

/**
 * tlsrpt_destination_to_text:
 * @uri: a report destination, as it stands in a record
 *
 * Converts a destination to what a person would type for it.
 *
 * Returns: (transfer full): the text
 */
char *
tlsrpt_destination_to_text (const char *uri)
{
  /* Only the part after the scheme can be percent-encoded. */
  if (g_str_has_prefix (uri, MAILTO) && strchr (uri, '%') == NULL)
    return g_strdup (uri + strlen (MAILTO));

  return g_strdup (uri);
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
