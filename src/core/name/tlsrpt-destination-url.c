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

#define SCHEME "https:"
#define PREFIX SCHEME "//"
#define DEFAULT_PORT 443

/* “pchar”, “/” and “?” of RFC 3986, less what RFC 8460 section 3 demands to be
 * percent-encoded: the comma, the semicolon and the exclamation mark. */
#define PLAIN \
  "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~$&'()*+=:@/?%"

/* Refuses what no encoding mends: controls and spaces are slips of the hand, and
 * browsers take a backslash for a slash where GUri does not.  What cannot be seen
 * is for the host to judge, if it is there: names need the joiners. */
static gboolean
check_characters (const char  *url,
                  GError     **error)
{
  const char *path = url;

  if (tlsrpt_text_has_prefix (url, PREFIX))
    path += strlen (PREFIX) + strcspn (url + strlen (PREFIX), "/?#");

  for (const char *p = url; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      g_autofree char *shown = NULL;
      g_autofree char *described = NULL;

      if (c < 0x80 ? c != '\\' && g_ascii_isgraph ((char) c)
                   : !tlsrpt_display_is_invisible (c) ||
                     (p < path && (c == 0x200c || c == 0x200d)))
        continue;

      shown = tlsrpt_display_isolate (url, -1);
      described = tlsrpt_text_describe (c);
      tlsrpt_error_set (error, TLSRPT_ERROR_CHARACTER, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: the first %s is a URL as typed, the second is
                         * “a space”, “the character “\”” or the like */
                        _("“%s” contains %s, which is not allowed in a URL"),
                        shown, described);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_scheme (const char  *url,
              GError     **error)
{
  g_autofree char *shown = NULL;
  gsize length;

  if (tlsrpt_text_has_prefix (url, PREFIX))
    return TRUE;
  if (error == NULL)
    return FALSE;

  shown = tlsrpt_display_isolate (url, -1);
  length = strspn (url, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-");

  if (tlsrpt_text_has_prefix (url, "mailto:") || (strchr (url, '@') != NULL && url[length] == '@'))
    tlsrpt_error_set (error, TLSRPT_ERROR_DESTINATION, TLSRPT_ERROR_FINAL, NULL,
                      /* Translators: %s is what was typed */
                      _("“%s” is an email address, not a URL"), shown);
  else if (tlsrpt_text_has_prefix (PREFIX, url))
    tlsrpt_error_set (error, TLSRPT_ERROR_URL_HOST, TLSRPT_ERROR_INCOMPLETE, NULL,
                      /* Translators: %s is a URL as typed */
                      _("“%s” has no host name"), shown);
  else if (tlsrpt_text_has_prefix (url, SCHEME))
    tlsrpt_error_set (error, TLSRPT_ERROR_URL_SYNTAX, TLSRPT_ERROR_FINAL, NULL,
                      /* Translators: %s is a URL as typed */
                      _("“//” is missing after “https:” in “%s”"), shown);
  else
    tlsrpt_error_set (error, TLSRPT_ERROR_URL_SCHEME,
                      url[length] == ':' ? TLSRPT_ERROR_FINAL : TLSRPT_ERROR_INCOMPLETE, NULL,
                      /* Translators: %s is what was typed */
                      _("“%s” does not begin with “https://”: reports go only to HTTPS URLs"),
                      shown);

  return FALSE;
}

static gboolean
check_authority (const char  *url,
                 const char  *userinfo,
                 const char  *host,
                 int          port,
                 GError     **error)
{
  const char *authority = url + strlen (PREFIX);
  gsize length = strcspn (authority, "/?#");
  g_autofree char *shown = NULL;

  if (userinfo == NULL && host != NULL && host[0] != '\0' && authority[0] != '[' &&
      memchr (authority, '%', length) == NULL && port != 0 && port <= G_MAXUINT16 &&
      authority[length - 1] != ':')
    return TRUE;

  shown = tlsrpt_display_isolate (url, -1);

  if (userinfo != NULL)
    tlsrpt_error_set (error, TLSRPT_ERROR_URL_USER_INFO, TLSRPT_ERROR_FINAL, NULL,
                      /* Translators: %s is a URL as typed */
                      _("“%s” contains a user name: the record is public, and senders do not log "
                        "in"),
                      shown);
  else if (host == NULL || host[0] == '\0')
    tlsrpt_error_set (error, TLSRPT_ERROR_URL_HOST,
                      authority[0] == '\0' ? TLSRPT_ERROR_INCOMPLETE : TLSRPT_ERROR_FINAL, NULL,
                      /* Translators: %s is a URL as typed */
                      _("“%s” has no host name"), shown);
  else if (authority[0] == '[' || memchr (authority, '%', length) != NULL)
    tlsrpt_error_set (error,
                      authority[0] == '[' ? TLSRPT_ERROR_DOMAIN_IP_ADDRESS : TLSRPT_ERROR_CHARACTER,
                      TLSRPT_ERROR_FINAL, NULL,
                      /* Translators: %s is a URL as typed */
                      _("The host of “%s” is not a domain name"), shown);
  else
    tlsrpt_error_set (error, TLSRPT_ERROR_URL_PORT,
                      authority[length] == '\0' ? TLSRPT_ERROR_INCOMPLETE : TLSRPT_ERROR_FINAL,
                      NULL,
                      /* Translators: %s is a URL as typed, %d the largest number */
                      _("The port of “%s” is not a number from 1 to %d"),
                      shown, G_MAXUINT16);

  return FALSE;
}

/* Converts the host that GUri split off, with whatever is not ASCII encoded. */
static char *
judge_host (const char  *url,
            const char  *host,
            GError     **error)
{
  const char *authority = url + strlen (PREFIX);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *decoded = g_uri_unescape_string (host, NULL);
  char *ascii;

  ascii = tlsrpt_host_to_ascii (decoded, strlen (decoded), TLSRPT_LIMIT_NAME, &local_error);
  if (ascii != NULL)
    return ascii;

  if (authority[strcspn (authority, ":/?#")] != '\0')
    tlsrpt_error_make_final (local_error);
  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

static void
append_encoded (GString    *uri,
                const char *text)
{
  for (;;)
    {
      gsize length = strspn (text, PLAIN);

      g_string_append_len (uri, text, length);
      text += length;
      if (*text == '\0')
        break;

      g_string_append_printf (uri, "%%%02X", (guchar) *text);
      text++;
    }
}

/* Judges a URL without the white space around it. */
static char *
parse (const char  *url,
       GError     **error)
{
  g_autoptr (GString) uri = NULL;
  g_autofree char *userinfo = NULL;
  g_autofree char *host = NULL;
  g_autofree char *path = NULL;
  g_autofree char *query = NULL;
  g_autofree char *fragment = NULL;
  g_autofree char *ascii = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GError) local_error = NULL;
  int port;

  if (!check_characters (url, error) || !check_scheme (url, error) ||
      !tlsrpt_destination_check_percent (url, strlen (url), error))
    return NULL;

  /* GUri splits and no more: left to itself it would map the host by the rules
   * of 2003, hence NON_DNS. */
  if (!g_uri_split (url, G_URI_FLAGS_ENCODED | G_URI_FLAGS_NON_DNS, NULL, &userinfo, &host, &port,
                    &path, &query, &fragment, &local_error))
    {
      shown = tlsrpt_display_isolate (url, -1);

      if (g_error_matches (local_error, G_URI_ERROR, G_URI_ERROR_BAD_PORT))
        tlsrpt_error_set (error, TLSRPT_ERROR_URL_PORT, TLSRPT_ERROR_FINAL, NULL,
                          /* Translators: %s is a URL as typed, %d the largest number */
                          _("The port of “%s” is not a number from 1 to %d"),
                          shown, G_MAXUINT16);
      else
        tlsrpt_error_set (error, TLSRPT_ERROR_URL_SYNTAX, TLSRPT_ERROR_FINAL, NULL,
                          /* Translators: %s is a URL as typed */
                          _("“%s” is not a URL"), shown);
      return NULL;
    }

  if (!check_authority (url, userinfo, host, port, error))
    return NULL;

  ascii = judge_host (url, host, error);
  if (ascii == NULL)
    return NULL;

  if (fragment != NULL)
    {
      shown = tlsrpt_display_isolate (url, -1);
      tlsrpt_error_set (error, TLSRPT_ERROR_URL_FRAGMENT, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is a URL as typed */
                        _("“%s” has a “#”: the text after it is never sent to the server"), shown);
      return NULL;
    }

  uri = g_string_sized_new (strlen (url) + 16);
  g_string_append (uri, PREFIX);
  g_string_append (uri, ascii);
  if (port > 0 && port != DEFAULT_PORT)
    g_string_append_printf (uri, ":%d", port);
  append_encoded (uri, path);
  if (query != NULL)
    {
      g_string_append_c (uri, '?');
      append_encoded (uri, query);
    }

  if (uri->len > TLSRPT_LIMIT_URL)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %d is a number of bytes */
                        _("The URL is longer than %d bytes"), TLSRPT_LIMIT_URL);
      return NULL;
    }

  return g_string_free (g_steal_pointer (&uri), FALSE);
}

/* The URL within “rua=https://example.com;”, brackets or quotes. */
static char *
extract_url (const char *inner)
{
  const char *quote = strstr (inner, "”");
  gsize length = strcspn (inner, "<>\" \t\r\n");

  if (quote != NULL)
    length = MIN (length, (gsize) (quote - inner));
  while (length > 0 && strchr (",;", inner[length - 1]) != NULL)
    length--;

  return g_strndup (inner, length);
}

/* Puts “https://” in front of what may be a URL without it, or with another. */
static char *
mend_scheme (const char *url)
{
  if (tlsrpt_text_has_prefix (url, "http://"))
    url += strlen ("http://");
  else if (tlsrpt_text_has_prefix (url, SCHEME))
    url += strlen (SCHEME);
  else if (strchr (url, '.') == NULL)
    return NULL;

  return g_strconcat (PREFIX, url + strspn (url, "/"), NULL);
}

/* White space in a URL comes from a line that was broken, but one space in a path may be
 * a part of its name; which of two, nobody knows. */
static char *
mend_blanks (const char *url)
{
  const char *path = url + strcspn (url, ":");
  const char *space;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  path += strspn (path, ":/");
  path += strcspn (path, "/?#");
  space = strchr (path, ' ');
  if (space == NULL)
    return tlsrpt_text_squeeze (url, strlen (url));
  if (strchr (space + 1, ' ') != NULL)
    return NULL;

  before = tlsrpt_text_squeeze (url, space - url);
  after = tlsrpt_text_squeeze (space + 1, strlen (space + 1));

  return g_strconcat (before, "%20", after, NULL);
}

/* Guesses what was meant from the kind of fault. */
static char *
guess_repair (const char   *url,
              const GError *error)
{
  const char *inner = strstr (url, PREFIX);
  const char *authority;
  const char *at;
  gsize length;

  switch ((TlsrptError) error->code)
    {
    case TLSRPT_ERROR_CHARACTER:
      return inner != NULL && inner != url ? extract_url (inner)
                                           : mend_blanks (url);

    case TLSRPT_ERROR_URL_SCHEME:
      return inner != NULL ? extract_url (inner) : mend_scheme (url);

    case TLSRPT_ERROR_URL_HOST:
    case TLSRPT_ERROR_URL_SYNTAX:
      return mend_scheme (url);

    case TLSRPT_ERROR_URL_FRAGMENT:
      /* Right after the host it may be a slip in the host. */
      length = strcspn (url, "#");
      authority = url + strlen (PREFIX);
      return url[length + 1] == '\0' || strcspn (authority, "/?#") + strlen (PREFIX) < length
               ? g_strndup (url, length)
               : NULL;

    case TLSRPT_ERROR_URL_USER_INFO:
      authority = url + strlen (PREFIX);
      at = g_strrstr_len (authority, strcspn (authority, "/?#"), "@");
      return at != NULL ? g_strconcat (PREFIX, at + 1, NULL) : NULL;

    case TLSRPT_ERROR_URL_PORT:
      authority = url + strlen (PREFIX);
      length = strcspn (authority, ":/?#");
      /* What has a dot may be the rest of the host. */
      if (memchr (authority + length, '.', strcspn (authority + length, "/?#")) != NULL)
        return NULL;
      return g_strdup_printf (PREFIX "%.*s%s", (int) length, authority,
                              authority + strcspn (authority, "/?#"));

    default:
      return NULL;
    }
}

/**
 * tlsrpt_destination_from_url:
 * @text: what was typed
 * @error: return location for an error
 *
 * Converts the URL of a report endpoint to the form in which it is published
 * (RFC 8460 section 3): scheme and host in lower case, the host in A-labels, and
 * percent-encoded what RFC 3986 and RFC 8460 do not let stand.  The error's
 * repair, if any, is an input that this function accepts.
 *
 * Returns: (transfer full) (nullable): the URI, or `NULL` with @error set
 */
char *
tlsrpt_destination_from_url (const char  *text,
                             GError     **error)
{
  g_autoptr (GError) local_error = NULL;
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
                        _("Enter an HTTPS URL, such as https://example.com/tlsrpt"));
      return NULL;
    }

  typed = g_strndup (text, length);
  if (!tlsrpt_destination_refuse_several (typed, error))
    return NULL;

  uri = parse (typed, &local_error);
  if (uri != NULL)
    return uri;

  if (error == NULL)
    return NULL;

  repair = tlsrpt_markup_undo (typed, length);
  if (repair == NULL)
    repair = guess_repair (typed, local_error);
  if (repair != NULL && !g_str_equal (repair, typed))
    repaired = tlsrpt_destination_from_url (repair, NULL);
  if (repaired != NULL)
    tlsrpt_error_take_repair (local_error, g_steal_pointer (&repair));

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}
