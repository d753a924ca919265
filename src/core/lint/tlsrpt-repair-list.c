/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-repair-private.h"

#include "tlsrpt-destination.h"

static gboolean
is_url (const char  *text,
        TlsrptRange  range)
{
  return tlsrpt_range_starts_caseless (text, range, "https:") ||
         tlsrpt_range_starts_caseless (text, range, "http:");
}

/* Whether a part of the text is meant as a destination. */
gboolean
tlsrpt_repair_is_destination (const char  *text,
                              TlsrptRange  range)
{
  return tlsrpt_range_starts_caseless (text, range, "mailto:") || is_url (text, range) ||
         tlsrpt_range_find (text, range, '@') < range.end;
}

static gboolean
has_space (const char  *text,
           TlsrptRange  range)
{
  for (gsize i = range.start; i < range.end; i++)
    {
      if (g_ascii_isspace (text[i]))
        return TRUE;
    }

  return FALSE;
}

/* Whether a part is none of a list by itself, so that it may belong to an address
 * beside it. */
static gboolean
is_fragment (const char  *text,
             TlsrptRange  range)
{
  gsize at = tlsrpt_range_find (text, range, '@');
  gsize colon = tlsrpt_range_find (text, range, ':');

  if (range.start == range.end || at < range.end || is_url (text, range))
    return FALSE;

  /* A port may follow a host, but no scheme begins with a digit after its colon. */
  return colon == range.end || (colon + 1 < range.end && g_ascii_isdigit (text[colon + 1]));
}

/* “mailto:a”, whose rest may come after a comma. */
static gboolean
is_half_address (const char  *text,
                 TlsrptRange  range)
{
  return tlsrpt_range_starts_caseless (text, range, "mailto:") &&
         tlsrpt_range_find (text, range, '@') == range.end &&
         range.end - range.start > strlen ("mailto:");
}

/* Whether a part ends in a host: an address, or a URL without a path. */
static gboolean
ends_in_host (const char  *text,
              TlsrptRange  range)
{
  if (is_url (text, range))
    {
      range.start = tlsrpt_range_find (text, range, ':') + 1;
      while (range.start < range.end && text[range.start] == '/')
        range.start++;

      return range.start < range.end && tlsrpt_range_find (text, range, '/') == range.end &&
             tlsrpt_range_find (text, range, '?') == range.end;
    }

  return tlsrpt_range_find (text, range, '@') < range.end;
}

/* Whether a list goes on with a part of a web address that holds a comma. */
static gboolean
continues_url (const char  *text,
               TlsrptRange  before,
               TlsrptRange  item)
{
  gsize colon = tlsrpt_range_find (text, item, ':');

  if (before.end + 1 != item.start || item.start == item.end || ends_in_host (text, before) ||
      !tlsrpt_range_starts_caseless (text, before, "https:") ||
      tlsrpt_repair_is_destination (text, item) || has_space (text, item))
    return FALSE;

  /* Neither another scheme nor a stray mark. */
  for (gsize i = item.start; i < colon && colon < item.end; i++)
    {
      if (!g_ascii_isalnum (text[i]) && strchr ("+-.", text[i]) == NULL)
        return TRUE;
    }

  return colon == item.end;
}

static gboolean
has_scheme (const char  *text,
            TlsrptRange  range)
{
  gsize at = tlsrpt_range_find (text, range, '@');

  return tlsrpt_range_find (text, range, ':') < at || tlsrpt_range_find (text, range, '<') < at;
}

/* “a@example,com”: an address of whose host a dot became a comma.  Only if the host
 * cannot be whole without what follows, and can with it, is that sure. */
static char *
join_host (const char  *text,
           TlsrptRange  address,
           TlsrptRange  all)
{
  g_autofree char *joined = g_strndup (text + address.start, all.end - address.start);
  g_autofree char *uri = NULL;
  gsize start = tlsrpt_range_find (text, address, is_url (text, address) ? '/' : '@');

  if (tlsrpt_range_find (text, (TlsrptRange) { start, address.end }, '.') < address.end ||
      strlen (joined) != all.end - address.start)
    return NULL;

  g_strdelimit (joined, ",", '.');
  uri = tlsrpt_destination_parse (joined, NULL);

  return uri != NULL ? g_steal_pointer (&joined) : NULL;
}

/* An address, and pieces on either side of it that may belong to it.  None of it is
 * kept as it stands there, since half of an address is another one.  Returns where
 * to go on, or @at if there are no such pieces. */
static gsize
read_pieces (TlsrptRepairer *self,
             TlsrptRange     list,
             TlsrptRange     item,
             gsize           at)
{
  const char *text = self->text;
  gboolean starts_broken = !ends_in_host (text, item);
  TlsrptRange all = item;
  TlsrptRange address = item;
  g_autofree char *joined = NULL;
  gboolean is_tight = TRUE;
  gsize next_at = at;

  while (next_at <= list.end)
    {
      TlsrptRange raw = { next_at,
                          tlsrpt_range_find (text, (TlsrptRange) { next_at, list.end }, ',') };
      TlsrptRange next = tlsrpt_repair_trim (text, raw);
      gboolean is_address = !is_url (text, next) && ends_in_host (text, next) && !has_scheme (text, next);

      if (next.start == next.end && raw.end < list.end)
        {
          next_at = raw.end + 1;
          is_tight = FALSE;
          continue;
        }

      if (!is_fragment (text, next) && !(starts_broken && is_address))
        break;

      is_tight &= next.start == raw.start && next.end == raw.end && all.end + 1 == next.start;
      all.end = next.end;
      next_at = at = raw.end + 1;

      if (is_address)
        {
          address = next;
          starts_broken = FALSE;
        }
    }

  if (all.end == item.end || !ends_in_host (text, address))
    return item.end;

  if (is_tight && address.start == item.start)
    joined = join_host (text, address, all);

  if (joined != NULL)
    {
      tlsrpt_repairer_add_range (self, TLSRPT_CHANGE_COMMA_FOR_DOT, all, joined);
      tlsrpt_repairer_destination (self, all.start, all.end - all.start, joined);
    }
  else
    {
      tlsrpt_repairer_add_range (self, TLSRPT_CHANGE_DESTINATION_DROPPED, all, NULL);
    }

  return at;
}

/* Whether a part is a destination by itself, and no piece of an address with white
 * space in it or of one with a name before it. */
static gboolean
is_whole_destination (const char  *text,
                      TlsrptRange  range)
{
  gsize at = tlsrpt_range_find (text, range, '@');

  if (is_url (text, range))
    return TRUE;

  return at > range.start && at + 1 < range.end && text[range.start] != '<';
}

/* Destinations with white space in place of a comma. */
static gboolean
read_spaced (TlsrptRepairer *self,
             TlsrptRange     item)
{
  const char *text = self->text;
  GArray *parts;
  gboolean all = TRUE;

  if (!has_space (text, item))
    return FALSE;

  parts = g_array_new (FALSE, FALSE, sizeof (TlsrptRange));

  for (gsize at = item.start; at < item.end;)
    {
      TlsrptRange part = { at, at };

      while (part.end < item.end && !g_ascii_isspace (text[part.end]))
        part.end++;

      all &= is_whole_destination (text, part);
      g_array_append_val (parts, part);

      at = part.end;
      while (at < item.end && g_ascii_isspace (text[at]))
        at++;
    }

  if (all)
    {
      tlsrpt_repairer_add_range (self, TLSRPT_CHANGE_SEPARATOR, item, NULL);

      for (guint i = 0; i < parts->len && !self->is_over; i++)
        {
          TlsrptRange part = g_array_index (parts, TlsrptRange, i);

          tlsrpt_repairer_destination (self, part.start, part.end - part.start, NULL);
        }
    }

  g_array_unref (parts);

  return all;
}

/* The list of a rua field.  Returns whether its commas stand as they should. */
gboolean
tlsrpt_repairer_list (TlsrptRepairer *self,
                      TlsrptRange     list)
{
  const char *text = self->text;
  gboolean tidy = TRUE;

  for (gsize at = list.start; at <= list.end && !self->is_over;)
    {
      TlsrptRange raw = { at, tlsrpt_range_find (text, (TlsrptRange) { at, list.end }, ',') };
      TlsrptRange item = tlsrpt_repair_trim (text, raw);
      g_autoptr (GString) mended = NULL;

      at = raw.end + 1;

      if (item.start != raw.start || item.end != raw.end || item.start == item.end)
        tidy = FALSE;

      if (item.start == item.end || read_spaced (self, item))
        continue;

      if (ends_in_host (text, item) || is_fragment (text, item) || is_half_address (text, item))
        {
          gsize next = read_pieces (self, list, item, at);

          if (next != item.end)
            {
              at = next;
              continue;
            }
        }

      while (at <= list.end)
        {
          TlsrptRange next = { at, tlsrpt_range_find (text, (TlsrptRange) { at, list.end }, ',') };

          if (!continues_url (text, item, next))
            break;

          if (mended == NULL)
            mended = g_string_new_len (text + item.start, item.end - item.start);
          g_string_append (mended, "%2C");
          g_string_append_len (mended, text + next.start, next.end - next.start);
          item.end = next.end;
          at = next.end + 1;
        }

      if (mended != NULL && mended->len == strlen (mended->str))
        tlsrpt_repairer_add_range (self, TLSRPT_CHANGE_COMMA_ENCODED, item, mended->str);

      tlsrpt_repairer_destination (self, item.start, item.end - item.start,
                                   mended != NULL ? mended->str : NULL);
    }

  return tidy;
}
