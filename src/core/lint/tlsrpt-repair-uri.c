/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-repair-private.h"

#include "tlsrpt-destination.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-text.h"
#include "tlsrpt-uri.h"
#include "tlsrpt-word.h"

#include <string.h>

#define MAILTO "mailto:"

/* Destinations that are compared each with each before there is a table of them. */
#define FEW 8

/* A destination while it is mended, step by step; each step that does something
 * is a change of its own. */
typedef struct
{
  TlsrptRepairer *repairer;
  gsize           offset;
  gsize           length;
  char           *text;
} Token;

static void
become (Token            *token,
        TlsrptChangeCode  code,
        char             *after)
{
  if (g_str_equal (after, token->text))
    {
      g_free (after);
      return;
    }

  tlsrpt_repairer_take (token->repairer, code, token->offset, token->length,
                        token->text, after, NULL);
  g_free (token->text);
  token->text = after;
}

static void
drop (Token            *token,
      TlsrptChangeCode  code,
      char             *reason)
{
  tlsrpt_repairer_take (token->repairer, code, token->offset, token->length,
                        token->text, NULL, reason);
}

static gboolean
is_mark (char c)
{
  return c == '"' || c == '\'' || c == '`' || c == '<' || c == '>';
}

/* “<mailto:a@example.com>”, as people write addresses into text.  A single mark may
 * be a part of the address, unless none can hold it. */
static void
strip_marks (Token *token)
{
  const char *text = token->text;
  gsize length = strlen (text);
  gsize start = 0;

  if (length == 0 || (!is_mark (text[0]) && text[length - 1] != '"'))
    return;

  while (length - start >= 2 && is_mark (text[start]) && is_mark (text[length - 1]))
    {
      start++;
      length--;
    }

  while (start < length && text[start] == '"')
    start++;
  while (length > start && text[length - 1] == '"')
    length--;

  become (token, TLSRPT_CHANGE_MARKS, g_strndup (text + start, length - start));
}

/* “maillto:” and “htps://”, but not another scheme that exists. */
static void
mend_scheme (Token *token)
{
  static const char *const others[] = { "http", "https", "mailto", "ftps", "sftp", "email" };
  const char *text = token->text;
  g_autofree char *word = NULL;
  gsize length = 0;
  const char *rest;

  while (g_ascii_isalpha (text[length]) || text[length] == '-')
    length++;
  rest = text + length;

  if (tlsrpt_text_has_prefix (text, "mail to:"))
    {
      become (token, TLSRPT_CHANGE_SCHEME_MENDED, g_strconcat (MAILTO, text + 8, NULL));
      return;
    }

  if (tlsrpt_text_has_prefix (text, "https//") || tlsrpt_text_has_prefix (text, "https:/"))
    {
      rest = text + strlen ("https");
      rest += *rest == ':';
      rest += strspn (rest, "/");
      if (text[6] != '/' || text[7] != '/')
        become (token, TLSRPT_CHANGE_SCHEME_MENDED, g_strconcat ("https://", rest, NULL));
      return;
    }

  if (length < 3 || *rest != ':')
    return;

  word = g_ascii_strdown (text, length);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      if (g_str_equal (word, others[i]))
        length = 0;
    }

  if (strchr (rest, '@') != NULL && rest[1] != '/' &&
      (g_str_equal (word, "email") ||
       (length > 0 && length <= 9 && tlsrpt_word_get_distance (word, "mailto") <= 2)))
    become (token, TLSRPT_CHANGE_SCHEME_MENDED, g_strconcat (MAILTO, rest + 1, NULL));
  else if (length > 0 && g_str_has_prefix (rest, "://") && length <= 7 &&
           tlsrpt_word_get_distance (word, "https") <= 2 &&
           tlsrpt_word_get_distance (word, "https") < tlsrpt_word_get_distance (word, "http"))
    become (token, TLSRPT_CHANGE_SCHEME_MENDED, g_strconcat ("https", rest, NULL));
}

static void
mend_mailto (Token *token)
{
  const char *rest;

  if (!tlsrpt_text_has_prefix (token->text, "mailto"))
    return;

  rest = token->text + strlen ("mailto");
  /* “mailto:mailto:…” */
  if (tlsrpt_text_has_prefix (rest, ":" MAILTO))
    rest += strlen (MAILTO);
  rest += strspn (rest, " \t");
  if (*rest != ':' && *rest != '=')
    return;

  rest++;
  rest += strspn (rest, " \t");
  if (g_str_has_prefix (rest, "//"))
    rest += strlen ("//");

  /* The case of its letters is another matter. */
  if (rest != token->text + strlen (MAILTO) || token->text[strlen ("mailto")] != ':')
    become (token, TLSRPT_CHANGE_MAILTO_MENDED, g_strconcat (MAILTO, rest, NULL));
}

/* “!10m” of DMARC. */
static void
strip_size (Token *token)
{
  gsize end = strlen (token->text);
  gsize i = end;

  if (i > 0 && strchr ("kmgtKMGT", token->text[i - 1]) != NULL)
    i--;

  end = i;
  while (i > 0 && g_ascii_isdigit (token->text[i - 1]))
    i--;

  if (i > 0 && i < end && token->text[i - 1] == '!')
    become (token, TLSRPT_CHANGE_SIZE_SUFFIX, g_strndup (token->text, i - 1));
}

static gboolean
scan (const char *text,
      TlsrptUri  *uri)
{
  return tlsrpt_uri_scan (text, 0, strlen (text), uri) == TLSRPT_URI_OK &&
         uri->span.length == strlen (text);
}

/* Whether a mail address is followed by header fields, and not by what may be a part
 * of its host. */
static gboolean
has_fields (const char      *text,
            const TlsrptUri *uri)
{
  if (uri->fragment.offset != 0 && uri->fragment.length > 0)
    return FALSE;

  return uri->query.length == 0 ||
         memchr (text + uri->query.offset, '=', uri->query.length) != NULL;
}

/* What comes after the address of a mailto URI, and the fragment of a URL.  Returns
 * `FALSE` if that may be a part of a host. */
static gboolean
strip_tail (Token *token)
{
  TlsrptUri uri;
  gsize end;

  if (!scan (token->text, &uri))
    return TRUE;

  end = uri.path.offset + uri.path.length;

  if (uri.scheme == TLSRPT_SCHEME_MAILTO)
    {
      if (!has_fields (token->text, &uri))
        return FALSE;
      become (token, TLSRPT_CHANGE_MAILTO_QUERY, g_strndup (token->text, end));
    }
  else if (uri.scheme == TLSRPT_SCHEME_HTTPS && uri.fragment.offset != 0)
    {
      if (uri.path.length == 0 && uri.query.offset == 0 && uri.fragment.length > 0)
        return FALSE;
      become (token, TLSRPT_CHANGE_URL_FRAGMENT,
              g_strndup (token->text, uri.fragment.offset - 1));
    }

  return TRUE;
}

/* Scheme and host in small letters. */
static char *
lower (const char      *text,
       const TlsrptUri *uri)
{
  char *result = g_strdup (text);
  gsize host = uri->host.offset;

  for (gsize i = 0; i < uri->scheme_length; i++)
    result[i] = g_ascii_tolower (result[i]);

  for (gsize i = host; i < host + uri->host.length; i++)
    result[i] = g_ascii_tolower (result[i]);

  return result;
}

static gsize
count_percent (const char *text)
{
  gsize n = 0;

  for (; *text != '\0'; text++)
    n += *text == '%';

  return n;
}

static TlsrptChangeCode
name_rewriting (const char *before,
                const char *after)
{
  if (g_ascii_strcasecmp (before, after) == 0)
    return TLSRPT_CHANGE_LETTERS;

  if (g_str_has_prefix (after, MAILTO) && !tlsrpt_text_has_prefix (before, MAILTO))
    return TLSRPT_CHANGE_MAILTO_ADDED;

  return TLSRPT_CHANGE_REWRITTEN;
}

/* The canonical form.  A URI that is right already gets no percent sign more, even
 * where RFC 6068 wants one: it works today, and senders do not decode. */
static gboolean
make_canonical (Token *token)
{
  g_autoptr (GError) error = NULL;
  /* Without changes nobody asks why. */
  const gboolean has_reasons = token->repairer->changes != NULL;
  g_autofree char *canonical =
    tlsrpt_destination_parse (token->text, has_reasons ? &error : NULL);
  TlsrptUri uri;
  gboolean is_right = scan (token->text, &uri) && uri.usable;

  if (is_right &&
      (canonical == NULL || count_percent (canonical) > count_percent (token->text)))
    {
      g_free (canonical);
      canonical = lower (token->text, &uri);
    }

  if (canonical != NULL)
    {
      become (token, name_rewriting (token->text, canonical), g_strdup (canonical));
      return TRUE;
    }

  if (tlsrpt_text_has_prefix (token->text, "http:"))
    drop (token, TLSRPT_CHANGE_HTTP_DROPPED, NULL);
  else if (scan (token->text, &uri) && uri.scheme == TLSRPT_SCHEME_OTHER)
    drop (token, TLSRPT_CHANGE_SCHEME_DROPPED, NULL);
  else if (!has_reasons || g_error_matches (error, TLSRPT_ERROR, TLSRPT_ERROR_SEVERAL))
    drop (token, TLSRPT_CHANGE_DESTINATION_DROPPED, NULL);
  else
    drop (token, TLSRPT_CHANGE_DESTINATION_DROPPED, g_strdup (error->message));

  return FALSE;
}

/* Two destinations that differ only in the slash of an empty path are the same,
 * so that slash does not count. */
static guint
hash_destination (gconstpointer uri)
{
  const char *text = uri;
  guint hash = 5381;

  for (; *text != '\0'; text++)
    {
      if (*text != '/')
        hash = hash * 33 + (guchar) *text;
    }

  return hash;
}

static gboolean
same_destination (gconstpointer uri,
                  gconstpointer other)
{
  return tlsrpt_destination_equal (uri, other);
}

static gboolean
is_known (TlsrptRepairer *self,
          const char     *uri)
{
  if (self->known == NULL && self->uris->len >= FEW)
    {
      self->known = g_hash_table_new (hash_destination, same_destination);
      for (guint i = 0; i < self->uris->len; i++)
        g_hash_table_add (self->known, g_ptr_array_index (self->uris, i));
    }

  if (self->known != NULL)
    return g_hash_table_contains (self->known, uri);

  for (guint i = 0; i < self->uris->len; i++)
    {
      if (tlsrpt_destination_equal (g_ptr_array_index (self->uris, i), uri))
        return TRUE;
    }

  return FALSE;
}

/* Keeps a destination in its canonical form, once. */
static void
keep (Token *token)
{
  TlsrptRepairer *self = token->repairer;

  if (is_known (self, token->text))
    {
      drop (token, TLSRPT_CHANGE_DUPLICATE, NULL);
      return;
    }

  self->value_length += strlen (token->text) + 1;
  self->is_over |= self->value_length > TLSRPT_LIMIT_VALUE;
  /* Where it ends in a host. */
  if (g_str_has_prefix (token->text, MAILTO) ||
      strpbrk (token->text + strlen ("https://"), "/?") == NULL)
    self->last = (TlsrptRange) { token->offset, token->offset + token->length };
  g_ptr_array_add (self->uris, token->text);
  if (self->known != NULL)
    g_hash_table_add (self->known, token->text);
  token->text = NULL;
}

/* What is plain needs none of the steps but the last one. */
static gboolean
keep_plain (Token *token)
{
  char plain[TLSRPT_DESTINATION_PLAIN_ROOM];
  const char *text = token->repairer->text + token->offset;
  gsize length = tlsrpt_destination_write_plain (text, token->length, plain);

  if (length == 0)
    return FALSE;

  plain[length] = '\0';
  token->text = g_strndup (text, token->length);
  if (!g_str_equal (token->text, plain))
    become (token, name_rewriting (token->text, plain), g_strdup (plain));
  keep (token);

  return TRUE;
}

/**
 * tlsrpt_repairer_destination:
 * @self: a repairer
 * @offset: where a destination stands in the text
 * @length: octets of it
 * @mended: (nullable): what it has become already
 *
 * Reads one destination with every indulgence and keeps it if it is one.
 */
void
tlsrpt_repairer_destination (TlsrptRepairer *self,
                             gsize           offset,
                             gsize           length,
                             const char     *mended)
{
  Token token = { self, offset, length, NULL };

  if (memchr (self->text + offset, '\0', length) != NULL)
    {
      tlsrpt_repairer_add (self, TLSRPT_CHANGE_DESTINATION_DROPPED, offset, length, NULL);
      return;
    }

  self->last.end = 0;

  if (mended == NULL && keep_plain (&token))
    {
      g_free (token.text);
      return;
    }

  token.text = mended != NULL ? g_strdup (mended) : g_strndup (self->text + offset, length);
  strip_marks (&token);
  mend_scheme (&token);
  mend_mailto (&token);
  strip_size (&token);

  if (!strip_tail (&token))
    drop (&token, TLSRPT_CHANGE_DESTINATION_DROPPED, NULL);
  else if (make_canonical (&token))
    keep (&token);

  g_free (token.text);
}

/**
 * tlsrpt_repairer_take_back:
 * @self: a repairer whose last destination was kept
 * @range: what follows it, and may be the rest of its host
 *
 * Drops the last destination after all.
 */
void
tlsrpt_repairer_take_back (TlsrptRepairer *self,
                           TlsrptRange     range)
{
  const char *uri = g_ptr_array_index (self->uris, self->uris->len - 1);

  tlsrpt_repairer_add (self, TLSRPT_CHANGE_DESTINATION_DROPPED, self->last.start,
                       range.end - self->last.start, NULL);
  self->value_length -= strlen (uri) + 1;
  self->last.end = 0;
  if (self->known != NULL)
    g_hash_table_remove (self->known, uri);
  g_ptr_array_set_size (self->uris, self->uris->len - 1);
}
