/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-redirect.h"

#include "tlsrpt-range.h"

#include <string.h>

/*
 * Mail filters, chats and search engines put their own address before that of a link.
 * Only those are undone that hold the link as it was: of others nobody but the service
 * knows where they lead.
 */

typedef enum
{
  ENCODING_PERCENT,   /* a parameter, percent-encoded */
  ENCODING_PROOFPOINT, /* the same with “-” for “%” and “_” for “/” */
  ENCODING_BETWEEN,   /* as it was, between two marks */
  ENCODING_SEGMENT,   /* the last segment of the path, percent-encoded */
} Encoding;

static const struct
{
  const char *host; /* with a dot before it: any host below it as well */
  const char *path;
  Encoding    encoding;
  const char *before;
  const char *after;
} services[] = {
  /* Microsoft Defender for Office 365, also in Teams */
  { ".safelinks.protection.outlook.com", "/", ENCODING_PERCENT, "url=", NULL },
  { "statics.teams.cdn.office.net", "/evergreen-assets/safelinks/", ENCODING_PERCENT, "url=", NULL },
  /* Proofpoint */
  { "urldefense.proofpoint.com", "/v1/url", ENCODING_PERCENT, "u=", NULL },
  { "urldefense.proofpoint.com", "/v2/url", ENCODING_PROOFPOINT, "u=", NULL },
  { "urldefense.com", "/v3/", ENCODING_BETWEEN, "/v3/__", "__;" },
  { "urldefense.us", "/v3/", ENCODING_BETWEEN, "/v3/__", "__;" },
  /* Check Point */
  { "protect.checkpoint.com", "/v2/", ENCODING_BETWEEN, "/___", "___." },
  { "url.avanan.click", "/v2/", ENCODING_BETWEEN, "/___", "___." },
  /* Barracuda, Cisco */
  { "linkprotect.cudasvc.com", "/url", ENCODING_PERCENT, "a=", NULL },
  { "secure-web.cisco.com", "/", ENCODING_SEGMENT, NULL, NULL },
  /* Search engines, chats, networks, GMX and Web.de */
  { "www.google.com", "/url", ENCODING_PERCENT, "q=", NULL },
  { "www.google.com", "/url", ENCODING_PERCENT, "url=", NULL },
  { "slack-redir.net", "/link", ENCODING_PERCENT, "url=", NULL },
  { "l.facebook.com", "/l.php", ENCODING_PERCENT, "u=", NULL },
  { "www.linkedin.com", "/redir/redirect", ENCODING_PERCENT, "url=", NULL },
  { "www.linkedin.com", "/safety/go", ENCODING_PERCENT, "url=", NULL },
  { "deref-gmx.net", "/", ENCODING_PERCENT, "redirectUrl=", NULL },
  { "deref-web.de", "/", ENCODING_PERCENT, "redirectUrl=", NULL },
};

static gboolean
ends_url (char c)
{
  return (guchar) c <= ' ' || c == '\x7f' || strchr ("\"'<>|\\`{}[]()", c) != NULL;
}

/* Whether a comma separates a link from the next destination, or from the rest of a
 * sentence; in links of Barracuda there are some. */
static gboolean
is_separator (const char  *text,
              TlsrptRange  rest)
{
  return rest.start == rest.end || !g_ascii_isalnum (text[rest.start]) ||
         tlsrpt_range_starts_caseless (text, rest, "mailto:") ||
         tlsrpt_range_starts_caseless (text, rest, "http");
}

/* Where a link ends that begins at @range; a semicolon ends it, unless it belongs to the
 * mark behind the link that was. */
static gsize
find_end (const char  *text,
          TlsrptRange  range,
          gboolean     has_semicolons)
{
  gsize at = range.start;

  while (at < range.end && !ends_url (text[at]) && (has_semicolons || text[at] != ';') &&
         (text[at] != ',' || !is_separator (text, (TlsrptRange) { at + 1, range.end })))
    at++;

  return at;
}

static gboolean
has_host (const char  *text,
          TlsrptRange  host,
          const char  *wanted)
{
  gsize length = strlen (wanted);

  if (wanted[0] == '.' && host.end - host.start > length)
    host.start = host.end - length;

  return tlsrpt_range_equals_caseless (text, host, wanted);
}

/* Whether an octet may be written plainly: a comma, a semicolon and an exclamation mark
 * may not in a record (RFC 8460 section 3). */
static gboolean
may_be_plain (char c)
{
  return c > ' ' && c < '\x7f' && strchr ("\"'<>,;!\\`{}|^", c) == NULL;
}

static void
append (GString    *link,
        GArray     *places,
        char        c,
        gsize       place)
{
  g_string_append_c (link, c);
  g_array_append_val (places, place);
}

static gboolean
decode (const char  *text,
        TlsrptRange  range,
        Encoding     encoding,
        GString     *link,
        GArray      *places)
{
  const char sign = encoding == ENCODING_PROOFPOINT ? '-' : '%';

  for (gsize i = range.start; i < range.end; i++)
    {
      char c = text[i];

      if (encoding == ENCODING_BETWEEN)
        {
          /* A star stands for something that is hidden behind the link. */
          if (c == '*')
            return FALSE;
        }
      else if (c == sign)
        {
          if (range.end - i < 3 || !g_ascii_isxdigit (text[i + 1]) || !g_ascii_isxdigit (text[i + 2]))
            return FALSE;

          c = (char) (g_ascii_xdigit_value (text[i + 1]) << 4 | g_ascii_xdigit_value (text[i + 2]));
          if (!may_be_plain (c))
            {
              append (link, places, '%', i);
              append (link, places, text[i + 1], i);
              append (link, places, text[i + 2], i);
              i += 2;
              continue;
            }
          append (link, places, c, i);
          i += 2;
          continue;
        }
      else if (encoding == ENCODING_PROOFPOINT && c == '_')
        {
          c = '/';
        }

      append (link, places, c, i);
    }

  return g_str_has_prefix (link->str, "https://") || g_str_has_prefix (link->str, "http://") ||
         (g_str_has_prefix (link->str, "mailto:") && strchr (link->str, '@') != NULL);
}

/* The parameter of that name. */
static gboolean
find_parameter (const char  *text,
                TlsrptRange  url,
                const char  *name,
                TlsrptRange *value)
{
  gsize query = tlsrpt_range_find (text, url, '?');

  for (gsize i = query; i < url.end; i++)
    {
      TlsrptRange rest = { i + 1, url.end };

      if ((text[i] != '?' && text[i] != '&') || !tlsrpt_range_starts_caseless (text, rest, name))
        continue;

      value->start = rest.start + strlen (name);
      value->end = tlsrpt_range_find (text, (TlsrptRange) { value->start, url.end }, '&');

      return value->end > value->start;
    }

  return FALSE;
}

static gboolean
find_between (const char  *text,
              TlsrptRange  url,
              const char  *before,
              const char  *after,
              TlsrptRange *value)
{
  const char *start = g_strstr_len (text + url.start, (gssize) (url.end - url.start), before);
  const char *end;

  if (start == NULL)
    return FALSE;

  start += strlen (before);
  end = g_strstr_len (start, text + url.end - start, after);
  if (end == NULL)
    return FALSE;

  *value = (TlsrptRange) { (gsize) (start - text), (gsize) (end - text) };

  return TRUE;
}

static gboolean
find_segment (const char  *text,
              TlsrptRange  url,
              TlsrptRange *value)
{
  value->end = url.end;
  for (value->start = url.end; value->start > url.start && text[value->start - 1] != '/';
       value->start--)
    continue;

  return tlsrpt_range_starts_caseless (text, *value, "http%3A") ||
         tlsrpt_range_starts_caseless (text, *value, "https%3A");
}

/* Takes a link apart whose scheme ends at @colon.  Returns whether it led through a
 * service; then @range is all of it. */
static gboolean
unwrap (const char  *text,
        gsize        length,
        gsize        colon,
        TlsrptRange *range,
        GString     *link,
        GArray      *places)
{
  TlsrptRange host = { colon + 3, colon + 3 };
  TlsrptRange value;

  range->start = colon;
  while (range->start > 0 && g_ascii_isalpha (text[range->start - 1]))
    range->start--;
  if (!tlsrpt_range_equals_caseless (text, (TlsrptRange) { range->start, colon }, "https") &&
      !tlsrpt_range_equals_caseless (text, (TlsrptRange) { range->start, colon }, "http"))
    return FALSE;

  while (host.end < length && (g_ascii_isalnum (text[host.end]) || text[host.end] == '.' ||
                               text[host.end] == '-'))
    host.end++;

  for (gsize i = 0; i < G_N_ELEMENTS (services); i++)
    {
      const Encoding encoding = services[i].encoding;
      TlsrptRange path = { host.end, length };
      gboolean found;

      if (!has_host (text, host, services[i].host) ||
          !tlsrpt_range_starts_caseless (text, path, services[i].path))
        continue;

      path.end = range->end = find_end (text, path, encoding == ENCODING_BETWEEN);
      if (encoding == ENCODING_BETWEEN)
        found = find_between (text, path, services[i].before, services[i].after, &value);
      else if (encoding == ENCODING_SEGMENT)
        found = find_segment (text, path, &value);
      else
        found = find_parameter (text, path, services[i].before, &value);

      g_string_truncate (link, 0);
      g_array_set_size (places, 0);
      if (found && decode (text, value, encoding, link, places))
        return TRUE;
    }

  return FALSE;
}

/* Where “://” stands next, or the end. */
static gsize
find_colon (const GString *text,
            gsize          at)
{
  while (text->len - at >= 3)
    {
      const char *colon = memchr (text->str + at, ':', text->len - at - 2);

      if (colon == NULL)
        break;
      if (colon[1] == '/' && colon[2] == '/')
        return (gsize) (colon - text->str);
      at = (gsize) (colon - text->str) + 1;
    }

  return text->len;
}

/* Replaces what stands in a range of the text. */
static void
replace (GString      *text,
         GArray       *offsets,
         TlsrptRange   range,
         GString      *link,
         const GArray *places)
{
  g_string_erase (text, (gssize) range.start, (gssize) (range.end - range.start));
  g_string_insert_len (text, (gssize) range.start, link->str, (gssize) link->len);

  if (offsets != NULL)
    {
      g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (guint32));

      for (guint i = 0; i < places->len; i++)
        g_array_append_val (origins, g_array_index (offsets, guint32,
                                                    g_array_index (places, gsize, i)));
      g_array_remove_range (offsets, (guint) range.start, (guint) (range.end - range.start));
      g_array_insert_vals (offsets, (guint) range.start, origins->data, origins->len);
    }
}

/* Links that are undone in one text: more are in no message. */
#define MAX_LINKS 64

/**
 * tlsrpt_redirect_remove:
 * @text: octets of any kind
 * @offsets: (nullable) (element-type guint32): for each octet of @text, and for its
 *   end, where it comes from; it is kept right
 *
 * Undoes what services do to links that check them or count clicks: the link itself takes
 * the place of one that leads to it by way of the service.
 *
 * Returns: whether there was such a link
 */
gboolean
tlsrpt_redirect_remove (GString *text,
                        GArray  *offsets)
{
  g_autoptr (GString) link = g_string_new (NULL);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gsize));
  guint n_links = 0;

  for (gsize at = find_colon (text, 0); at < text->len && n_links < MAX_LINKS;
       at = find_colon (text, at))
    {
      TlsrptRange range;

      if (unwrap (text->str, text->len, at, &range, link, places))
        {
          /* One service may lead to another: the same place is looked at again. */
          replace (text, offsets, range, link, places);
          at = range.start;
          n_links++;
        }
      else
        {
          at++;
        }
    }

  return n_links > 0;
}
