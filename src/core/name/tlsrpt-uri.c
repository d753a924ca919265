/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-uri.h"

#include "tlsrpt-limits.h"

#include <arpa/inet.h>

/* The character classes of RFC 3986, less the “,”, “;” and “!” that RFC 8460
 * section 3 wants percent-encoded.  “%” is in none of them: what follows it has
 * to be looked at. */
enum
{
  SCHEME = 1 << 0,
  HEX = 1 << 1,
  HOST = 1 << 2,  /* reg-name */
  USER = 1 << 3,  /* userinfo */
  PATH = 1 << 4,
  QUERY = 1 << 5, /* and fragment */
  ATOM = 1 << 6,  /* atext of RFC 5322 */
  LABEL = 1 << 7, /* letter, digit, hyphen */
};

#define REST (HOST | USER | PATH | QUERY)

static const guint8 classes[256] = {
  ['a' ... 'f'] = SCHEME | HEX | REST | ATOM | LABEL,
  ['g' ... 'z'] = SCHEME | REST | ATOM | LABEL,
  ['A' ... 'F'] = SCHEME | HEX | REST | ATOM | LABEL,
  ['G' ... 'Z'] = SCHEME | REST | ATOM | LABEL,
  ['0' ... '9'] = SCHEME | HEX | REST | ATOM | LABEL,
  ['-'] = SCHEME | REST | ATOM | LABEL,
  ['+'] = SCHEME | REST | ATOM,
  ['.'] = SCHEME | REST,
  ['_'] = REST | ATOM,
  ['~'] = REST | ATOM,
  ['$'] = REST | ATOM,
  ['&'] = REST | ATOM,
  ['\''] = REST | ATOM,
  ['*'] = REST | ATOM,
  ['='] = REST | ATOM,
  ['('] = REST,
  [')'] = REST,
  [':'] = USER | PATH | QUERY,
  ['@'] = PATH | QUERY,
  ['/'] = PATH | QUERY | ATOM,
  ['?'] = QUERY | ATOM,

  /* In an address that was percent-encoded. */
  ['!'] = ATOM,
  ['#'] = ATOM,
  ['%'] = ATOM,
  ['^'] = ATOM,
  ['`'] = ATOM,
  ['{'] = ATOM,
  ['|'] = ATOM,
  ['}'] = ATOM,
};

static inline gboolean
is (char   c,
    guint8 class)
{
  return (classes[(guint8) c] & class) != 0;
}

/* Moves @at past the characters of a class and past percent-encoded octets. */
static TlsrptUriFault
skip (const char *text,
      gsize      *at,
      gsize       end,
      guint8      class)
{
  gsize i = *at;

  for (;;)
    {
      while (i < end && is (text[i], class))
        i++;

      if (i == end || text[i] != '%')
        {
          *at = i;
          return TLSRPT_URI_OK;
        }

      if (end - i < 3 || !is (text[i + 1], HEX) || !is (text[i + 2], HEX))
        {
          *at = i;
          return TLSRPT_URI_PERCENT;
        }

      i += 3;
    }
}

/* IP-literal (RFC 3986 section 3.2.2), from its bracket on. */
static TlsrptUriFault
skip_ip_literal (const char *text,
                 gsize      *at,
                 gsize       end)
{
  struct in6_addr address;
  char copy[INET6_ADDRSTRLEN];
  gsize start = *at + 1;
  gsize i = start;
  gsize length;

  while (i < end && is (text[i], USER))
    i++;

  if (i == end || text[i] != ']')
    return TLSRPT_URI_IP_LITERAL;

  length = i - start;

  if (length > 0 && (text[start] == 'v' || text[start] == 'V'))
    {
      gsize dot = start + 1;

      while (is (text[dot], HEX))
        dot++;

      if (dot == start + 1 || text[dot] != '.' || dot + 1 == i)
        return TLSRPT_URI_IP_LITERAL;
    }
  else
    {
      if (length >= sizeof copy)
        return TLSRPT_URI_IP_LITERAL;

      memcpy (copy, text + start, length);
      copy[length] = '\0';

      /* The C library's reading of IPv6address is that of the RFC. */
      if (inet_pton (AF_INET6, copy, &address) != 1)
        return TLSRPT_URI_IP_LITERAL;
    }

  *at = i + 1;

  return TLSRPT_URI_OK;
}

static TlsrptUriFault
skip_port (const char *text,
           gsize      *at,
           gsize       end,
           TlsrptUri  *uri)
{
  gsize i = *at + 1;

  uri->port.offset = i;

  while (i < end && g_ascii_isdigit (text[i]))
    i++;

  uri->port.length = i - uri->port.offset;
  *at = i;

  return i < end && (is (text[i], USER) || text[i] == '%') ? TLSRPT_URI_PORT : TLSRPT_URI_OK;
}

/* authority, from behind its slashes on. */
static TlsrptUriFault
skip_authority (const char *text,
                gsize      *at,
                gsize       end,
                TlsrptUri  *uri)
{
  gsize start = *at;
  gsize i = start;
  TlsrptUriFault fault;

  /* Either this is the user information, or it is host and port. */
  fault = skip (text, &i, end, USER);

  if (fault == TLSRPT_URI_OK && i < end && text[i] == '@')
    {
      uri->user_info = (TlsrptSpan) { start, i - start };
      start = i + 1;
    }

  i = start;
  fault = i < end && text[i] == '[' ? skip_ip_literal (text, &i, end)
                                    : skip (text, &i, end, HOST);
  uri->host = (TlsrptSpan) { start, i - start };
  *at = i;

  if (fault == TLSRPT_URI_OK && i < end && text[i] == ':')
    return skip_port (text, at, end, uri);

  return fault;
}

/* Whether labels of letters, digits and hyphens stand here (RFC 5321 section
 * 4.1.2: Domain). */
static gboolean
is_mail_domain (const char *text,
                gsize       length)
{
  gsize label = 0;

  if (length == 0 || length > TLSRPT_LIMIT_NAME)
    return FALSE;

  for (gsize i = 0; i <= length; i++)
    {
      while (i < length && is (text[i], LABEL))
        i++;

      if (i < length && text[i] != '.')
        return FALSE;

      if (i == label || i - label > TLSRPT_LIMIT_LABEL || text[label] == '-' || text[i - 1] == '-')
        return FALSE;

      label = i + 1;
    }

  return TRUE;
}

/* Dot-string or Quoted-string of RFC 5321 section 4.1.2. */
static gboolean
is_local_part (const char *text,
               gsize       length)
{
  if (length == 0 || length > TLSRPT_LIMIT_LOCAL_PART)
    return FALSE;

  if (text[0] == '"')
    {
      gsize i = 1;

      while (i < length && text[i] != '"' && g_ascii_isprint (text[i]))
        i += text[i] == '\\' ? 2 : 1;

      return i == length - 1 && length > 2 && text[i] == '"';
    }

  for (gsize i = 0; i < length; i++)
    {
      if (is (text[i], ATOM))
        continue;

      if (text[i] != '.' || i == 0 || i == length - 1 || text[i - 1] == '.')
        return FALSE;
    }

  return TRUE;
}

/* Whether a path of a mailto URI holds one address (RFC 6068 section 2): only the
 * “@” between its parts stands for itself. */
static gboolean
holds_mail_address (const char *text,
                    gsize       length)
{
  char decoded[TLSRPT_LIMIT_ADDRESS];
  gsize n = 0;
  gsize domain = 0;

  if (G_LIKELY (memchr (text, '%', length) == NULL))
    {
      const char *at = memchr (text, '@', length);

      /* A second one is in no local part, and in no domain. */
      return length <= TLSRPT_LIMIT_ADDRESS && at != NULL &&
             is_local_part (text, (gsize) (at - text)) &&
             is_mail_domain (at + 1, (gsize) (text + length - at - 1));
    }

  for (gsize i = 0; i < length; i++)
    {
      if (n == sizeof decoded)
        return FALSE;

      if (text[i] == '%')
        {
          decoded[n++] = g_ascii_xdigit_value (text[i + 1]) << 4 |
                         g_ascii_xdigit_value (text[i + 2]);
          i += 2;
        }
      else
        {
          decoded[n++] = text[i];
          if (text[i] == '@')
            domain = n;
        }
    }

  return domain > 0 && is_local_part (decoded, domain - 1) &&
         is_mail_domain (decoded + domain, n - domain);
}

/**
 * tlsrpt_uri_has_usable_port:
 * @text: the text
 * @port: a port of digits, absent or empty if the scheme's own is meant
 *
 * Tells whether TCP has such a port.
 *
 * Returns: `TRUE` if one can connect to it
 */
gboolean
tlsrpt_uri_has_usable_port (const char *text,
                            TlsrptSpan  port)
{
  guint number = 0;

  if (port.length == 0)
    return TRUE;

  for (gsize i = 0; i < port.length && number <= G_MAXUINT16; i++)
    number = number * 10 + (text[port.offset + i] - '0');

  return number > 0 && number <= G_MAXUINT16;
}

static TlsrptScheme
scheme_from_text (const char *text,
                  gsize       length)
{
  if (length == 6 && (memcmp (text, "mailto", 6) == 0 || g_ascii_strncasecmp (text, "mailto", 6) == 0))
    return TLSRPT_SCHEME_MAILTO;
  if (length == 5 && (memcmp (text, "https", 5) == 0 || g_ascii_strncasecmp (text, "https", 5) == 0))
    return TLSRPT_SCHEME_HTTPS;
  if (length == 4 && g_ascii_strncasecmp (text, "http", 4) == 0)
    return TLSRPT_SCHEME_HTTP;

  return TLSRPT_SCHEME_OTHER;
}

static gboolean
is_usable (const char      *text,
           const TlsrptUri *uri)
{
  switch (uri->scheme)
    {
    case TLSRPT_SCHEME_MAILTO:
      return uri->host.offset == 0 &&
             holds_mail_address (text + uri->path.offset, uri->path.length);

    case TLSRPT_SCHEME_HTTPS:
      return uri->host.length > 0 && tlsrpt_uri_has_usable_port (text, uri->port);

    case TLSRPT_SCHEME_HTTP:
    case TLSRPT_SCHEME_OTHER:
    default:
      return FALSE;
    }
}

static TlsrptUriFault
skip_uri (const char *text,
          gsize      *at,
          gsize       end,
          TlsrptUri  *uri)
{
  TlsrptUriFault fault;
  gsize i = *at;

  if (i == end || !g_ascii_isalpha (text[i]))
    return TLSRPT_URI_NO_SCHEME;

  while (i < end && is (text[i], SCHEME))
    i++;

  if (i == end || text[i] != ':')
    {
      *at = i;
      return TLSRPT_URI_NO_SCHEME;
    }

  uri->scheme_length = i - *at;
  uri->scheme = scheme_from_text (text + *at, uri->scheme_length);
  *at = i + 1;

  if (end - *at >= 2 && text[*at] == '/' && text[*at + 1] == '/')
    {
      *at += 2;
      fault = skip_authority (text, at, end, uri);

      if (fault != TLSRPT_URI_OK)
        return fault;

      /* path-abempty: what follows the authority without a slash is no path. */
      if (*at < end && text[*at] != '/' && text[*at] != '?' && text[*at] != '#')
        {
          uri->path.offset = *at;
          return TLSRPT_URI_OK;
        }
    }

  uri->path.offset = *at;
  fault = skip (text, at, end, PATH);
  uri->path.length = *at - uri->path.offset;

  if (fault == TLSRPT_URI_OK && *at < end && text[*at] == '?')
    {
      uri->query.offset = ++*at;
      fault = skip (text, at, end, QUERY);
      uri->query.length = *at - uri->query.offset;
    }

  if (fault == TLSRPT_URI_OK && *at < end && text[*at] == '#')
    {
      uri->fragment.offset = ++*at;
      fault = skip (text, at, end, QUERY);
      uri->fragment.length = *at - uri->fragment.offset;
    }

  return fault;
}

/**
 * tlsrpt_uri_scan:
 * @text: a text of octets
 * @offset: where in @text the URI begins
 * @end: where in @text to stop reading
 * @uri: (out caller-allocates): the parts of the URI
 *
 * Reads the longest URI of RFC 3986 that begins at @offset, with the “,”, “;”
 * and “!” of RFC 8460 section 3 only percent-encoded.  What follows it is for the
 * caller to judge.
 *
 * If there is no URI, the span of @uri tells how far one was read.
 *
 * Returns: the fault, `TLSRPT_URI_OK` if there is none
 */
TlsrptUriFault
tlsrpt_uri_scan (const char *text,
                 gsize       offset,
                 gsize       end,
                 TlsrptUri  *uri)
{
  TlsrptUriFault fault;
  gsize at = offset;

  memset (uri, 0, sizeof *uri);
  fault = skip_uri (text, &at, end, uri);
  uri->span = (TlsrptSpan) { offset, at - offset };
  uri->usable = fault == TLSRPT_URI_OK && is_usable (text, uri);

  return fault;
}
