/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-markup-private.h"

#include "tlsrpt-redirect.h"

/* A page that shows markup as text has encoded it twice. */
#define MAX_PASSES 3

static gboolean
find_match (const char        *text,
            gsize              length,
            gsize              at,
            TlsrptMarkupMatch *match)
{
  *match = (TlsrptMarkupMatch) { 0 };

  switch (text[at])
    {
    case '&':
      return tlsrpt_markup_match_reference (text, length, at, match);

    case '<':
      return tlsrpt_markup_match_tag (text, length, at, match) ||
             tlsrpt_markup_match_angle (text, length, at, match);

    case '[':
      return tlsrpt_markup_match_bracket (text, length, at, match) ||
             tlsrpt_markup_match_after (text, length, at, match);

    default:
      return FALSE;
    }
}

/* What markup begins with, or the end. */
static gsize
find_begin (const GString *text,
            gsize          at)
{
  for (; at < text->len; at++)
    {
      char c = text->str[at];

      if (c == '&' || c == '<' || c == '[')
        break;
    }

  return at;
}

/* Copies @text without its markup; returns what there was of it. */
static TlsrptMarkupKinds
remove_once (GString *text,
             GArray  *offsets)
{
  g_autoptr (GString) result = NULL;
  g_autoptr (GArray) places = NULL;
  TlsrptMarkupKinds kinds = TLSRPT_MARKUP_NONE;
  TlsrptMarkupMatch match;
  gsize at = 0;

  /* Most texts have none, and are not copied. */
  for (at = find_begin (text, 0);
       at < text->len && !find_match (text->str, text->len, at, &match);
       at = find_begin (text, at + 1))
    ;

  if (at == text->len)
    return kinds;

  at = 0;
  result = g_string_sized_new (text->len);
  if (offsets != NULL)
    places = g_array_sized_new (FALSE, FALSE, sizeof (guint32), offsets->len);

  while (at < text->len)
    {
      gsize stop = find_begin (text, at);

      g_string_append_len (result, text->str + at, stop - at);
      if (places != NULL)
        g_array_append_vals (places, &g_array_index (offsets, guint32, at), stop - at);
      at = stop;
      if (at == text->len)
        break;

      if (!find_match (text->str, text->len, at, &match))
        {
          g_string_append_c (result, text->str[at]);
          if (places != NULL)
            g_array_append_val (places, g_array_index (offsets, guint32, at));
          at++;
          continue;
        }

      kinds |= match.kind;
      if (match.has_blank && result->len > 0)
        {
          g_string_truncate (result, result->len - 1);
          if (places != NULL)
            g_array_set_size (places, places->len - 1);
        }
      if (match.plain == NULL)
        {
          gsize length = match.kept.end - match.kept.start;

          g_string_append_len (result, text->str + match.kept.start, length);
          if (places != NULL)
            g_array_append_vals (places, &g_array_index (offsets, guint32, match.kept.start),
                                 length);
        }

      for (const char *p = match.plain; p != NULL && *p != '\0'; p++)
        {
          g_string_append_c (result, *p);
          if (places != NULL)
            g_array_append_val (places, g_array_index (offsets, guint32, at));
        }

      at = match.end;
    }

  if (kinds == TLSRPT_MARKUP_NONE)
    return kinds;

  if (places != NULL)
    {
      /* Its end, if there is a place for it. */
      if (offsets->len > text->len)
        g_array_append_val (places, g_array_index (offsets, guint32, text->len));
      g_array_set_size (offsets, 0);
      g_array_append_vals (offsets, places->data, places->len);
    }

  g_string_truncate (text, 0);
  g_string_append_len (text, result->str, result->len);

  return kinds;
}

/**
 * tlsrpt_markup_may_be_in:
 * @text: octets of any kind
 * @length: octets of @text
 *
 * Tells, without a copy, whether [func@markup_remove] has anything to look at.
 *
 * Returns: `FALSE` if there is certainly no markup
 */
gboolean
tlsrpt_markup_may_be_in (const char *text,
                         gsize       length)
{
  const char *end = text + length;

  for (const char *colon = memchr (text, ':', length); colon != NULL;
       colon = memchr (colon + 1, ':', (gsize) (end - colon - 1)))
    {
      if (end - colon >= 3 && colon[1] == '/' && colon[2] == '/')
        return TRUE;
    }

  return memchr (text, '&', length) != NULL || memchr (text, '<', length) != NULL ||
         memchr (text, '[', length) != NULL;
}

/**
 * tlsrpt_markup_remove:
 * @text: octets of any kind
 * @offsets: (nullable) (element-type guint32): for each octet of @text, and for its
 *   end, where it comes from; it is kept right
 *
 * Undoes what web pages, chats, wikis and mail programs do to a text: character
 * references and tags of HTML, addresses that are links to themselves, and links that
 * lead through a service.  A link that leads elsewhere than its text says stays, since
 * nobody knows what is meant.
 *
 * Returns: what was undone
 */
TlsrptMarkupKinds
tlsrpt_markup_remove (GString *text,
                      GArray  *offsets)
{
  TlsrptMarkupKinds kinds = TLSRPT_MARKUP_NONE;

  for (int i = 0; i < MAX_PASSES; i++)
    {
      TlsrptMarkupKinds found = remove_once (text, offsets);

      if (tlsrpt_redirect_remove (text, offsets))
        found |= TLSRPT_MARKUP_REDIRECT;

      if (found == TLSRPT_MARKUP_NONE)
        break;

      kinds |= found;
    }

  return kinds;
}

/**
 * tlsrpt_markup_undo:
 * @text: octets of any kind
 * @length: octets of @text
 *
 * Copies a text without its markup.
 *
 * Returns: (transfer full) (nullable): the text, or `NULL` if there is no markup
 */
char *
tlsrpt_markup_undo (const char *text,
                    gsize       length)
{
  g_autoptr (GString) copy = NULL;

  if (!tlsrpt_markup_may_be_in (text, length))
    return NULL;

  copy = g_string_new_len (text, length);
  if (tlsrpt_markup_remove (copy, NULL) == TLSRPT_MARKUP_NONE)
    return NULL;

  return g_string_free (g_steal_pointer (&copy), FALSE);
}
