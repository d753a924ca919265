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

/* “atext” of RFC 5322 section 3.2.3. */
static gboolean
is_atext (guchar c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr ("!#$%&'*+-/=?^_`{|}~", c) != NULL);
}

/* What may stand for itself in the local part of a mailto URI: RFC 6068 section
 * 2 excepts more than RFC 3986 does, and RFC 8460 section 3 excepts “!”. */
static gboolean
is_plain (guchar c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr ("-._~$'*+", c) != NULL);
}

/* Judges the octets of a local part: a dot-atom (RFC 5321 section 4.1.2).
 * Quoted ones are legal mail, but no sender is known to report to one. */
static gboolean
check_local_part (const char  *local,
                  gsize        length,
                  GError     **error)
{
  g_autofree char *shown = NULL;

  for (gsize i = 0; i < length; i++)
    {
      guchar c = (guchar) local[i];
      gboolean bad_dot = c == '.' && (i == 0 || local[i - 1] == '.' || i == length - 1);
      g_autofree char *described = NULL;

      if (!bad_dot && (c == '.' || is_atext (c)))
        continue;

      shown = tlsrpt_display_isolate (local, length);
      if (bad_dot)
        tlsrpt_error_set (error, TLSRPT_ERROR_ADDRESS_LOCAL_PART, TLSRPT_ERROR_FINAL, NULL,
                          /* Translators: %s is the part of a mail address before the “@” */
                          _("“%s” has a dot where none may stand: at the start, at the end or "
                            "beside another"),
                          shown);
      else if (c == '"')
        tlsrpt_error_set (error, TLSRPT_ERROR_ADDRESS_QUOTED, TLSRPT_ERROR_FINAL, NULL,
                          /* Translators: %s is the part of a mail address before the “@” */
                          _("%s is in quotes: senders cannot report to such an address"), shown);
      else if (c == '(' || c == ')')
        tlsrpt_error_set (error, TLSRPT_ERROR_ADDRESS_COMMENT, TLSRPT_ERROR_FINAL, NULL,
                          /* Translators: %s is the part of a mail address before the “@” */
                          _("“%s” holds a comment in parentheses, which has no place here"),
                          shown);
      else if (c >= 0x80)
        tlsrpt_error_set (error, TLSRPT_ERROR_ADDRESS_NON_ASCII, TLSRPT_ERROR_FINAL, NULL,
                          /* Translators: %s is the part of a mail address before the “@” */
                          _("“%s” holds letters beyond ASCII: senders cannot report to such an "
                            "address"),
                          shown);
      else
        {
          described = tlsrpt_text_describe (c);
          tlsrpt_error_set (error, TLSRPT_ERROR_CHARACTER, TLSRPT_ERROR_FINAL, NULL,
                            /* Translators: the first %s is the part of a mail address before the
                             * “@”, the second “a space”, “the character “,”” or the like */
                            _("“%s” holds %s, which cannot stand in a mail address"),
                            shown, described);
        }
      return FALSE;
    }

  if (length > TLSRPT_LIMIT_LOCAL_PART)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_ADDRESS_LOCAL_PART_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %d is a number of octets */
                        _("The part before the “@” is longer than %d octets"),
                        TLSRPT_LIMIT_LOCAL_PART);
      return FALSE;
    }

  return TRUE;
}

/* Forms the URI of an address that has no scheme and no display name. */
static char *
address_to_uri (const char  *address,
                gsize        length,
                GError     **error)
{
  g_autoptr (GString) uri = NULL;
  g_autofree char *host = NULL;
  g_autofree char *shown = NULL;
  const char *at = memchr (address, '@', length);
  const char *end = address + length;

  if (at == NULL)
    {
      /* A fault in the local part is final; that there is no “@” yet is not. */
      if (length > 0 && address[length - 1] != '.' && !check_local_part (address, length, error))
        return NULL;

      shown = tlsrpt_display_isolate (address, length);
      tlsrpt_error_set (error, TLSRPT_ERROR_ADDRESS_AT, TLSRPT_ERROR_INCOMPLETE, NULL,
                        /* Translators: %s is what was typed */
                        _("“%s” is not a mail address: it has no “@”"), shown);
      return NULL;
    }

  if (at == address)
    {
      shown = tlsrpt_display_isolate (address, length);
      tlsrpt_error_set (error, TLSRPT_ERROR_ADDRESS_LOCAL_PART, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is what was typed */
                        _("“%s” has nothing before the “@”"), shown);
      return NULL;
    }

  if (!check_local_part (address, at - address, error))
    return NULL;

  if (memchr (at + 1, '@', end - at - 1) != NULL)
    {
      shown = tlsrpt_display_isolate (address, length);
      tlsrpt_error_set (error, TLSRPT_ERROR_ADDRESS_AT, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is what was typed */
                        _("“%s” has more than one “@”"), shown);
      return NULL;
    }

  if (at + 1 < end && at[1] == '[')
    {
      shown = tlsrpt_display_isolate (address, length);
      tlsrpt_error_set (error, TLSRPT_ERROR_ADDRESS_LITERAL, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is what was typed */
                        _("“%s” has an IP address in place of a domain: senders cannot report to "
                          "it"),
                        shown);
      return NULL;
    }

  if (memchr (at, '?', end - at) != NULL)
    {
      shown = tlsrpt_display_isolate (address, length);
      tlsrpt_error_set (error, TLSRPT_ERROR_ADDRESS_QUERY, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is what was typed */
                        _("“%s” has a “?” with header fields, which makes senders fail"), shown);
      return NULL;
    }

  host = tlsrpt_host_to_ascii (at + 1, end - at - 1, TLSRPT_LIMIT_NAME, error);
  if (host == NULL)
    return NULL;

  if ((at + 1 - address) + strlen (host) > TLSRPT_LIMIT_ADDRESS)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %d is a number of octets */
                        _("The mail address is longer than %d octets"), TLSRPT_LIMIT_ADDRESS);
      return NULL;
    }

  uri = g_string_sized_new (strlen (MAILTO) + length + 16);
  g_string_append (uri, MAILTO);
  for (const char *p = address; p < at; p++)
    {
      if (is_plain ((guchar) *p))
        g_string_append_c (uri, *p);
      else
        g_string_append_printf (uri, "%%%02X", (guchar) *p);
    }
  g_string_append_c (uri, '@');
  g_string_append (uri, host);

  return g_string_free (g_steal_pointer (&uri), FALSE);
}

/* Takes a mailto URI (RFC 6068) apart: its address with the percent-encoding
 * undone, so that it can be encoded as RFC 8460 wants it. */
static char *
mailto_to_uri (const char  *address,
               gsize        length,
               GError     **error)
{
  g_autofree char *decoded = NULL;
  g_autofree char *shown = NULL;
  gsize n = 0;

  if (length >= 2 && strncmp (address, "//", 2) == 0)
    {
      shown = tlsrpt_display_isolate (address, length);
      tlsrpt_error_set (error, TLSRPT_ERROR_URL_SYNTAX, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is what was typed after “mailto:” */
                        _("“mailto:” is followed by the address alone, not by “%s”"), shown);
      return NULL;
    }

  decoded = g_malloc (length + 1);
  for (gsize i = 0; i < length; i++)
    {
      int high, low;

      if (address[i] != '%')
        {
          decoded[n++] = address[i];
          continue;
        }

      high = i + 1 < length ? g_ascii_xdigit_value (address[i + 1]) : -1;
      low = i + 2 < length ? g_ascii_xdigit_value (address[i + 2]) : -1;
      if (high < 0 || low < 0 || (high == 0 && low == 0))
        {
          shown = tlsrpt_display_isolate (address, length);
          tlsrpt_error_set (error, TLSRPT_ERROR_URL_PERCENT,
                            i + 2 >= length ? TLSRPT_ERROR_INCOMPLETE : TLSRPT_ERROR_FINAL, NULL,
                            /* Translators: %s is what was typed */
                            _("“%s” has a “%%” that two hexadecimal digits do not follow"), shown);
          return NULL;
        }

      decoded[n++] = (char) (high << 4 | low);
      i += 2;
    }
  decoded[n] = '\0';

  if (!g_utf8_validate (decoded, n, NULL))
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_ENCODING, TLSRPT_ERROR_FINAL, NULL,
                        _("The text is not valid UTF-8"));
      return NULL;
    }

  return address_to_uri (decoded, n, error);
}

/* Judges what is left of an input without the white space around it. */
static char *
parse (const char  *text,
       gsize        length,
       GError     **error)
{
  const char *open = memchr (text, '<', length);
  g_autofree char *shown = NULL;

  /* “Name <address>”, as mail programs copy it (RFC 5322 section 3.4). */
  if (open != NULL)
    {
      if (text[length - 1] != '>')
        {
          shown = tlsrpt_display_isolate (text, length);
          tlsrpt_error_set (error, TLSRPT_ERROR_ADDRESS_DISPLAY_NAME, TLSRPT_ERROR_INCOMPLETE,
                            NULL,
                            /* Translators: %s is what was typed */
                            _("“%s” has a “<” without its “>” at the end"), shown);
          return NULL;
        }

      length -= open + 1 - text + 1;
      text = open + 1;
    }

  if (length >= strlen (MAILTO) && tlsrpt_text_has_prefix (text, MAILTO))
    return mailto_to_uri (text + strlen (MAILTO), length - strlen (MAILTO), error);

  return address_to_uri (text, length, error);
}

/* What the person may have meant, as far as the fault tells. */
static char *
guess_repair (const char   *text,
              gsize         length,
              const GError *error)
{
  const char *at = memchr (text, '@', length);
  const char *open = memchr (text, '<', length);
  const char *query;

  switch ((TlsrptError) error->code)
    {
    case TLSRPT_ERROR_CHARACTER:
    case TLSRPT_ERROR_ADDRESS_NON_ASCII:
      while (length > 0 && strchr (",;", text[length - 1]) != NULL)
        length--;
      return tlsrpt_text_squeeze (text, length);

    case TLSRPT_ERROR_ADDRESS_DISPLAY_NAME:
      return g_strndup (open + 1, length - (open + 1 - text));

    case TLSRPT_ERROR_ADDRESS_QUERY:
      query = at != NULL ? memchr (at, '?', length - (at - text)) : NULL;
      return query != NULL ? g_strndup (text, query - text) : NULL;

    case TLSRPT_ERROR_URL_SYNTAX:
      text += strlen (MAILTO);
      length -= strlen (MAILTO);
      while (length > 0 && *text == '/')
        {
          text++;
          length--;
        }
      return g_strndup (text, length);

    default:
      return NULL;
    }
}

/**
 * tlsrpt_destination_from_address:
 * @text: what was typed: an address, alone, with a display name, or as a mailto URI
 * @error: return location for an error
 *
 * Converts a mail address to a mailto URI, percent-encoded as RFC 6068 section 2
 * and RFC 8460 section 3 demand, its domain in A-labels.  The error's repair, if
 * any, is an input that this function accepts.
 *
 * Returns: (transfer full) (nullable): the URI, or `NULL` with @error set
 */
char *
tlsrpt_destination_from_address (const char  *text,
                                 GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *repair = NULL;
  g_autofree char *repaired = NULL;
  g_auto (GStrv) parts = NULL;
  gsize length;
  char *uri;

  g_return_val_if_fail (text != NULL, NULL);

  if (!tlsrpt_text_trim (text, &text, &length, error))
    return NULL;

  if (length == 0)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_EMPTY, TLSRPT_ERROR_INCOMPLETE, NULL,
                        _("Enter a mail address, such as tlsrpt@example.com"));
      return NULL;
    }

  uri = parse (text, length, &local_error);
  if (uri != NULL)
    return uri;

  if (error == NULL)
    return NULL;

  typed = g_strndup (text, length);
  parts = tlsrpt_destination_split (typed);
  if (parts != NULL)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_SEVERAL, TLSRPT_ERROR_FINAL, NULL,
                        _("These are several destinations; each has a row of its own"));
      return NULL;
    }

  if (tlsrpt_destination_guess_kind (typed) == TLSRPT_FIELD_ENDPOINT)
    {
      shown = tlsrpt_display_isolate (typed, -1);
      tlsrpt_error_set (error, TLSRPT_ERROR_DESTINATION, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is what was typed */
                        _("“%s” is a web address, not a mail address"), shown);
      return NULL;
    }

  repair = guess_repair (typed, length, local_error);
  if (repair != NULL && !g_str_equal (repair, typed))
    repaired = tlsrpt_destination_from_address (repair, NULL);
  if (repaired != NULL)
    tlsrpt_error_take_repair (local_error, g_steal_pointer (&repair));

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}
