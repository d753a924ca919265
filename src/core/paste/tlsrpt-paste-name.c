/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-paste-private.h"

#include "tlsrpt-domain.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-text.h"

/* Words on a line that is a name and its label, as in a form. */
#define MAX_LABEL_WORDS 4

static gboolean
is_name_character (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '-' || c == '.' || c == '\\' || c == '*';
}

/**
 * tlsrpt_paste_dup_name:
 * @text: a word
 * @length: its octets
 *
 * Copies the name of a record without what stands around it, such as the file and
 * the line that a search shows.
 *
 * Returns: (transfer full): the name, as UTF-8
 */
char *
tlsrpt_paste_dup_name (const char *text,
                       gsize       length)
{
  g_autoptr (GString) name = g_string_new (NULL);
  gsize start = 0;

  for (gsize i = 0; i + 1 < length; i++)
    {
      if (text[i] == ':')
        start = i + 1;
    }

  for (gsize i = start; i < length; i++)
    {
      if (text[i] == '\\' && i + 1 < length && strchr ("_.-*", text[i + 1]) != NULL &&
          text[i + 1] != '\0')
        continue;
      g_string_append_c (name, text[i]);
    }

  /* The beginning of “\"”. */
  if (g_str_has_suffix (name->str, "\\"))
    g_string_truncate (name, name->len - 1);

  return g_utf8_make_valid (name->str, name->len);
}

static gboolean
is_owner (const char *text,
          gsize       length)
{
  gboolean has_letter = FALSE;

  if (length < 2 || text[0] != '_' || text[1] == '_' || text[length - 1] == '_')
    return FALSE;

  for (gsize i = 0; i < length; i++)
    has_letter |= g_ascii_isalpha (text[i]);

  return has_letter;
}

/* Whether one name is the beginning of the other, up to a dot or the end. */
static gboolean
extends (const char *longer,
         const char *shorter)
{
  gsize length = strlen (shorter);

  while (length > 0 && shorter[length - 1] == '.')
    length--;

  return g_ascii_strncasecmp (longer, shorter, length) == 0 &&
         (longer[length] == '.' || longer[length] == '\0');
}

/* Whether “@” is a word of its own before the value, a mark, or the end: so panels and
 * files of zones name the zone itself.  “tls @ example.com” is an address. */
static gboolean
has_zone_mark (TlsrptCursor line,
               gsize        from,
               gsize        to)
{
  for (gsize i = line.at; i < line.end; i++)
    {
      gsize next = i + 1;

      if (line.text[i] != '@' || (i >= from && i < to) ||
          (i > line.at && strchr (" \t\"'|,;(:=", line.text[i - 1]) == NULL))
        continue;

      while (next < line.end && line.text[next] == ' ')
        next++;

      if (next == line.end || next == from || strchr ("\t\"'|,;)", line.text[next]) != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * tlsrpt_paste_find_name:
 * @line: a line
 * @from: where a value begins that is not looked at
 * @to: where it ends
 *
 * Finds the name of a record among the words of a line: one that begins with “_”, or
 * else “@” for the zone itself.
 *
 * Returns: (transfer full) (nullable): the name, if there is just one
 */
char *
tlsrpt_paste_find_name (TlsrptCursor line,
                        gsize        from,
                        gsize        to)
{
  const TlsrptCursor whole = line;
  g_autofree char *found = NULL;

  while (line.at < line.end)
    {
      gsize start = line.at;
      g_autofree char *name = NULL;

      if (start >= from && start < to)
        {
          line.at = MIN (to, line.end);
          continue;
        }

      while (line.at < line.end && is_name_character (line.text[line.at]))
        line.at++;

      if (line.at == start)
        {
          line.at++;
          continue;
        }

      if (line.text[start] != '_' && line.text[start] != '\\')
        continue;

      name = tlsrpt_paste_dup_name (line.text + start, line.at - start);

      /* What a template adds is not known. */
      if (line.at < line.end && strchr ("${<", line.text[line.at]) != NULL &&
          g_str_has_suffix (name, "."))
        name[strlen (name) - 1] = '\0';

      if (!is_owner (name, strlen (name)))
        continue;

      if (found == NULL || extends (name, found))
        {
          g_free (found);
          found = g_steal_pointer (&name);
        }
      else if (!extends (found, name))
        {
          return NULL;
        }
    }

  if (found == NULL && has_zone_mark (whole, from, to))
    return g_strdup ("@");

  return g_steal_pointer (&found);
}

/* “Name: example.com” of a form; “Domain: …” is the zone, and says nothing. */
static char *
find_labeled_name (TlsrptCursor line)
{
  static const char *const labels[] = {
    "name", "host", "hostname", "host name", "host/name", "record name", "dns name", "name/host",
    "owner", "owner name", "fqdn", "subdomain",
  };
  gsize colon = tlsrpt_cursor_find (&line, ':');
  TlsrptCursor name = { line.text, colon + 1, line.end };

  while (colon > line.at && tlsrpt_paste_is_blank (line.text[colon - 1]))
    colon--;
  line.end = colon;

  if (name.at >= name.end)
    return NULL;

  tlsrpt_cursor_skip_blanks (&name);
  while (name.end > name.at && tlsrpt_paste_is_blank (name.text[name.end - 1]))
    name.end--;

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gboolean has_dot = FALSE;

      if (line.end - line.at != strlen (labels[i]) || !tlsrpt_cursor_starts (&line, labels[i]))
        continue;

      for (gsize j = name.at; j < name.end; j++)
        {
          if (!is_name_character (name.text[j]))
            return NULL;
          has_dot |= name.text[j] == '.' && j + 1 < name.end;
        }

      return has_dot ? tlsrpt_paste_dup_name (name.text + name.at, name.end - name.at) : NULL;
    }

  return NULL;
}

/**
 * tlsrpt_paste_keep_near_name:
 * @self: a reader
 * @line: a line without a record
 *
 * Keeps a name that stands on a line of its own, for the record below.
 */
void
tlsrpt_paste_keep_near_name (TlsrptPasteReader *self,
                             TlsrptCursor       line)
{
  gsize n_words = 0;
  char *name;

  for (gsize i = line.at; i < line.end; i++)
    n_words += !tlsrpt_paste_is_blank (line.text[i]) &&
               (i == line.at || tlsrpt_paste_is_blank (line.text[i - 1]));

  if (n_words > MAX_LABEL_WORDS)
    return;

  name = tlsrpt_paste_find_name (line, line.end, line.end);
  if (name == NULL)
    name = find_labeled_name (line);
  if (name == NULL)
    return;

  g_free (self->near_name);
  self->near_name = name;
}

static gsize
get_length (const char *name)
{
  gsize length = strlen (name);

  while (length > 0 && name[length - 1] == '.')
    length--;

  return length;
}

static gboolean
same_name (const char *name,
           const char *other)
{
  return get_length (name) == get_length (other) &&
         g_ascii_strncasecmp (name, other, get_length (name)) == 0;
}

/**
 * tlsrpt_paste_add_alias:
 * @self: a reader
 * @name: (transfer full): the name of a CNAME
 * @target: (transfer full): where it leads
 *
 * Keeps an alias: a record that was found through one is at its name for senders.
 */
void
tlsrpt_paste_add_alias (TlsrptPasteReader *self,
                        char              *name,
                        char              *target)
{
  if (self->aliases->len >= 2 * TLSRPT_LIMIT_ANSWER_RECORDS)
    {
      g_free (name);
      g_free (target);
      return;
    }

  g_ptr_array_add (self->aliases, name);
  g_ptr_array_add (self->aliases, target);
}

/* The name that was asked for; a chain may be shown in any order, or be a loop. */
static void
follow_aliases (TlsrptPasteReader *self,
                TlsrptPasted      *record)
{
  for (int i = 0; i < TLSRPT_LIMIT_ALIASES && record->name != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j + 1 < self->aliases->len && !found; j += 2)
        {
          if (same_name (g_ptr_array_index (self->aliases, j + 1), record->name))
            {
              g_free (record->name);
              record->name = g_strdup (g_ptr_array_index (self->aliases, j));
              found = TRUE;
            }
        }

      if (!found)
        break;
    }
}

/* Names at which how-tos and hasty hands put the record; RFC 8460 section 3 has one. */
static void
judge_name (TlsrptPasted *record)
{
  gsize prefix = strlen (TLSRPT_DOMAIN_OWNER_PREFIX);
  gsize length;
  gsize half;
  const char *domain;

  if (record->name == NULL || !tlsrpt_text_has_prefix (record->text->str, "v=TLSRPT"))
    return;

  /* A wildcard answers for the right name as well. */
  if (g_str_has_prefix (record->name, "*"))
    return;

  if (!tlsrpt_text_has_prefix (record->name, TLSRPT_DOMAIN_OWNER_PREFIX) ||
      (record->name[prefix] != '.' && record->name[prefix] != '\0'))
    {
      record->notes |= TLSRPT_PASTE_WRONG_NAME;
      return;
    }

  /* A panel appended the zone to a name that had it. */
  domain = record->name + prefix + (record->name[prefix] == '.');
  length = get_length (domain);
  half = length / 2;

  if (length % 2 == 1 && domain[half] == '.' &&
      g_ascii_strncasecmp (domain, domain + half + 1, half) == 0)
    record->notes |= TLSRPT_PASTE_DOUBLED_NAME;
}

/**
 * tlsrpt_paste_name_records:
 * @self: a reader that has read all
 *
 * Finds out at which name senders would look for each record, and what is odd about
 * the name.
 */
void
tlsrpt_paste_name_records (TlsrptPasteReader *self)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      TlsrptPasted *record = g_ptr_array_index (self->records, i);

      follow_aliases (self, record);
      judge_name (record);
    }
}

/* Whether a name is another one without its zone, which has two labels at least. */
static gboolean
may_be_relative (const char *name,
                 const char *full)
{
  const char *zone;

  if (g_str_has_suffix (name, ".") || !extends (full, name))
    return FALSE;

  zone = full + strlen (name);

  return zone[0] == '.' && strchr (zone + 1, '.') != NULL;
}

/**
 * tlsrpt_pasted_may_share_name:
 * @self: a pasted record
 * @other: another
 *
 * Tells whether two records are at one name, as far as their names tell: one that is
 * relative may be any that it begins.
 *
 * Returns: `FALSE` if their names differ
 */
gboolean
tlsrpt_pasted_may_share_name (const TlsrptPasted *self,
                              const TlsrptPasted *other)
{
  if (self->name == NULL || other->name == NULL || same_name (self->name, other->name))
    return TRUE;

  return may_be_relative (self->name, other->name) || may_be_relative (other->name, self->name);
}
