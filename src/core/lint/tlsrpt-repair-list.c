/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-repair-private.h"

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

/* Whether a list goes on with a part of a web address that holds a comma. */
static gboolean
continues_url (const char  *text,
               TlsrptRange  before,
               TlsrptRange  item)
{
  gsize colon = tlsrpt_range_find (text, item, ':');

  if (before.end + 1 != item.start || item.start == item.end ||
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
