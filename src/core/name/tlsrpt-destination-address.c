/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-destination-private.h"

#include "tlsrpt-display.h"
#include "tlsrpt-domain.h"
#include "tlsrpt-error.h"
#include "tlsrpt-host.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-markup.h"
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

/* Characters that need no encoding in the local part of a mailto URI: RFC 6068 section
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
  g_autofree char *described = NULL;
  gboolean bad_dot = FALSE;
  gsize i;

  for (i = 0; i < length; i++)
    {
      guchar c = (guchar) local[i];

      bad_dot = c == '.' && (i == 0 || local[i - 1] == '.' || i == length - 1);
      if (bad_dot || (c != '.' && !is_atext (c)))
        break;
    }

  if (i == length && length <= TLSRPT_LIMIT_LOCAL_PART)
    return TRUE;

  shown = tlsrpt_display_isolate (local, length);

  if (i == length)
    tlsrpt_error_set (error, TLSRPT_ERROR_ADDRESS_LOCAL_PART_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                      /* Translators: %d is a number of bytes */
                      _("The part before the “@” is longer than %d bytes"),
                      TLSRPT_LIMIT_LOCAL_PART);
  else if (bad_dot)
    tlsrpt_error_set (error, TLSRPT_ERROR_ADDRESS_LOCAL_PART, TLSRPT_ERROR_FINAL, NULL,
                      /* Translators: %s is the part of an email address before the “@” */
                      _("“%s” begins or ends with a dot, or has two dots in a row"), shown);
  else if (local[i] == '"')
    tlsrpt_error_set (error, TLSRPT_ERROR_ADDRESS_QUOTED, TLSRPT_ERROR_FINAL, NULL,
                      /* Translators: %s is the part of an email address before the “@” */
                      _("“%s” is quoted: senders cannot report to such an address"), shown);
  else if (local[i] == '(' || local[i] == ')')
    tlsrpt_error_set (error, TLSRPT_ERROR_ADDRESS_COMMENT, TLSRPT_ERROR_FINAL, NULL,
                      /* Translators: %s is a part of an email address */
                      _("“%s” contains a comment in parentheses"), shown);
  else if ((guchar) local[i] >= 0x80)
    {
      described = tlsrpt_text_describe (g_utf8_get_char (local + i));
      tlsrpt_error_set (error, TLSRPT_ERROR_ADDRESS_NON_ASCII, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: the first %s is the part of an email address before the
                         * “@”, the second “the character “ü”” or the like */
                        _("“%s” contains %s: senders can only report to ASCII addresses"),
                        shown, described);
    }
  else
    {
      described = tlsrpt_text_describe ((guchar) local[i]);
      tlsrpt_error_set (error, TLSRPT_ERROR_CHARACTER, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: the first %s is the part of an email address before the
                         * “@”, the second “a space”, “the character “,”” or the like */
                        _("“%s” contains %s, which is not allowed in an email address"),
                        shown, described);
    }

  return FALSE;
}

static void
refuse_query (const char  *address,
              gsize        length,
              GError     **error)
{
  g_autofree char *shown = tlsrpt_display_isolate (address, length);

  tlsrpt_error_set (error, TLSRPT_ERROR_ADDRESS_QUERY, TLSRPT_ERROR_FINAL, NULL,
                    /* Translators: %s is what was typed, such as “a@example.com?subject=Report” */
                    _("“%s” has a “?” with header fields, which most senders cannot handle"),
                    shown);
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

  if (length == 0)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_ADDRESS_AT, TLSRPT_ERROR_INCOMPLETE, NULL,
                        _("The email address is missing"));
      return NULL;
    }

  if (at == NULL)
    {
      /* Whatever it is, it may become the name in front of a “<”. */
      shown = tlsrpt_display_isolate (address, length);
      tlsrpt_error_set (error, TLSRPT_ERROR_ADDRESS_AT, TLSRPT_ERROR_INCOMPLETE, NULL,
                        /* Translators: %s is what was typed */
                        _("“%s” is not an email address: it has no “@”"), shown);
      return NULL;
    }

  if (at == address)
    {
      shown = tlsrpt_display_isolate (address, length);
      tlsrpt_error_set (error, TLSRPT_ERROR_ADDRESS_LOCAL_PART, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is what was typed */
                        _("The part before the “@” is missing in “%s”"), shown);
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
                        _("“%s” has an IP address instead of a domain name: senders cannot report "
                          "to it"),
                        shown);
      return NULL;
    }

  if (memchr (at, '(', end - at) != NULL)
    {
      shown = tlsrpt_display_isolate (at + 1, end - at - 1);
      tlsrpt_error_set (error, TLSRPT_ERROR_ADDRESS_COMMENT, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is a part of an email address */
                        _("“%s” contains a comment in parentheses"), shown);
      return NULL;
    }

  if (memchr (at, '?', end - at) != NULL)
    {
      refuse_query (address, length, error);
      return NULL;
    }

  host = tlsrpt_host_to_ascii (at + 1, end - at - 1, TLSRPT_LIMIT_NAME, error);
  if (host == NULL)
    return NULL;

  if ((at + 1 - address) + strlen (host) > TLSRPT_LIMIT_ADDRESS)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %d is a number of bytes */
                        _("The email address is longer than %d bytes"), TLSRPT_LIMIT_ADDRESS);
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
  const char *invalid;
  gsize n = 0;

  if (length >= 2 && strncmp (address, "//", 2) == 0)
    {
      shown = tlsrpt_display_isolate (address, length);
      tlsrpt_error_set (error, TLSRPT_ERROR_URL_SYNTAX, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is what was typed after “mailto:” */
                        _("Only the address may follow “mailto:”, not “%s”"), shown);
      return NULL;
    }

  /* In a URI a “?” that stands for itself begins the header fields. */
  if (memchr (address, '?', length) != NULL)
    {
      refuse_query (address, length, error);
      return NULL;
    }

  if (!tlsrpt_destination_check_percent (address, length, error))
    return NULL;

  decoded = g_malloc (length + 1);
  for (gsize i = 0; i < length; i++)
    {
      if (address[i] == '%')
        {
          decoded[n++] = (char) (g_ascii_xdigit_value (address[i + 1]) << 4 |
                                 g_ascii_xdigit_value (address[i + 2]));
          i += 2;
        }
      else
        {
          decoded[n++] = address[i];
        }
    }
  decoded[n] = '\0';

  if (!g_utf8_validate (decoded, n, &invalid))
    {
      /* Half a character may become a whole one. */
      gboolean is_cut = g_utf8_get_char_validated (invalid, decoded + n - invalid) == (gunichar) -2;

      tlsrpt_error_set (error, TLSRPT_ERROR_ENCODING,
                        is_cut ? TLSRPT_ERROR_INCOMPLETE : TLSRPT_ERROR_FINAL, NULL,
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
                            _("“%s” has a “<” but no “>” at the end"), shown);
          return NULL;
        }

      length -= open + 1 - text + 1;
      text = open + 1;
    }

  if (length >= strlen (MAILTO) && tlsrpt_text_has_prefix (text, MAILTO))
    return mailto_to_uri (text + strlen (MAILTO), length - strlen (MAILTO), error);

  return address_to_uri (text, length, error);
}

/* The address without what cannot be seen, and without commas behind it.  A space
 * between two words before the “@” is not repaired, because the intended address is
 * unknown. */
static char *
strip_blanks (const char *text,
              gsize       length)
{
  const char *at = g_strrstr_len (text, length, "@");
  g_autofree char *local = NULL;

  while (length > 0 && strchr (",;", text[length - 1]) != NULL)
    length--;

  if (at != NULL)
    {
      local = g_strstrip (g_strndup (text, at - text));
      if (local[strcspn (local, " \t\r\n")] != '\0')
        return NULL;
    }

  return tlsrpt_text_squeeze (text, length);
}

/* An address without its comments. */
static char *
strip_comments (const char *text,
                gsize       length)
{
  g_autoptr (GString) result = g_string_sized_new (length);
  const char *at = memchr (text, '@', length);
  gsize depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      /* In a host it may be a part of it that is in parentheses. */
      if (depth > 0 && text[i] == '.' && at != NULL && text + i > at)
        return NULL;

      if (text[i] == '(')
        depth++;
      else if (text[i] == ')' && depth > 0)
        depth--;
      else if (depth == 0)
        g_string_append_c (result, text[i]);
    }

  return strip_blanks (result->str, result->len);
}

/* An address with one “@” where there are several in a row, or with the usual local part
 * in front of a domain that stands alone. */
static char *
mend_at (const char *text,
         gsize       length)
{
  g_autofree char *typed = g_strndup (text, length);
  g_autofree char *domain = NULL;
  char *at = strchr (typed, '@');
  gsize n_at;

  if (at != NULL)
    {
      n_at = strspn (at, "@");
      memmove (at + 1, at + n_at, strlen (at + n_at) + 1);

      return g_steal_pointer (&typed);
    }

  domain = tlsrpt_domain_to_ascii (typed, NULL);

  return domain != NULL ? g_strconcat ("tlsrpt@", typed, NULL) : NULL;
}

/* An address whose host has a comma where its last dot should be.  With a dot behind it,
 * it is a list. */
static char *
mend_comma (const char *text,
            gsize       length)
{
  char *typed = g_strndup (text, length);
  char *at = strchr (typed, '@');
  char *comma = at != NULL ? strchr (at, ',') : NULL;

  if (comma != NULL && comma[1] != '\0' && comma[strcspn (comma, ". \t")] == '\0')
    *comma = '.';

  return typed;
}

/* Guesses what was meant from the kind of fault. */
static char *
guess_repair (const char   *text,
              gsize         length,
              const GError *error)
{
  g_autofree char *mended = NULL;
  const char *part;

  switch ((TlsrptError) error->code)
    {
    case TLSRPT_ERROR_ADDRESS_AT:
      return mend_at (text, length);

    case TLSRPT_ERROR_CHARACTER:
    case TLSRPT_ERROR_ADDRESS_NON_ASCII:
      /* A piece of a record, as in “rua=mailto:tls@example.com;”. */
      part = g_strstr_len (text, length, MAILTO);
      if (part != NULL && part != text)
        return strip_blanks (part, length - (part - text));
      mended = mend_comma (text, length);
      return strip_blanks (mended, strlen (mended));

    case TLSRPT_ERROR_ADDRESS_COMMENT:
      return strip_comments (text, length);

    case TLSRPT_ERROR_ADDRESS_DISPLAY_NAME:
      part = memchr (text, '<', length);
      return g_strndup (part + 1, length - (part + 1 - text));

    case TLSRPT_ERROR_ADDRESS_QUERY:
      /* The local part of a bare address may hold a “?”. */
      part = memchr (text, tlsrpt_text_has_prefix (text, MAILTO) ? '?' : '@', length);
      part = part != NULL ? memchr (part, '?', length - (part - text)) : NULL;
      /* “a@example?com” has no fields but a slip in its host. */
      return part != NULL && (part + 1 == text + length ||
                              memchr (part, '=', length - (part - text)) != NULL)
               ? g_strndup (text, part - text)
               : NULL;

    case TLSRPT_ERROR_URL_SYNTAX:
      part = text + strlen (MAILTO);
      part += strspn (part, "/");
      return g_strndup (part, length - (part - text));

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
  gsize length;
  char *uri;

  g_return_val_if_fail (text != NULL, NULL);

  if (!tlsrpt_text_trim (text, &text, &length, error))
    return NULL;

  if (length == 0)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_EMPTY, TLSRPT_ERROR_INCOMPLETE, NULL,
                        _("Enter an email address, such as tlsrpt@example.com"));
      return NULL;
    }

  uri = parse (text, length, &local_error);
  if (uri != NULL)
    return uri;

  if (error == NULL)
    return NULL;

  typed = g_strndup (text, length);
  if (!tlsrpt_destination_refuse_several (typed, error))
    return NULL;

  if (tlsrpt_destination_is_url (typed))
    {
      shown = tlsrpt_display_isolate (typed, -1);
      tlsrpt_error_set (error, TLSRPT_ERROR_DESTINATION, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is what was typed */
                        _("“%s” is a URL, not an email address"), shown);
      return NULL;
    }

  repair = tlsrpt_markup_undo (typed, length);
  if (repair == NULL)
    repair = guess_repair (typed, length, local_error);
  if (repair != NULL && !g_str_equal (repair, typed))
    repaired = tlsrpt_destination_from_address (repair, NULL);
  if (repaired != NULL)
    tlsrpt_error_take_repair (local_error, g_steal_pointer (&repair));

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}
