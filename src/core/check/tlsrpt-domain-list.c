/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-domain-list.h"

#include "tlsrpt-domain.h"
#include "tlsrpt-text-hash.h"

#include <string.h>

/* Separators in a list of domains, and in an entry of a zone file. */
#define SEPARATORS " \t\r\n,;"
#define WHITE_SPACE " \t\r\n"

#define COMMENT '#'
#define ZONE_COMMENT ';'

/* Words of an entry that matter: an owner, a TTL, a class, a type, and the data of an MX
 * record. */
#define MOST_WORDS 6

typedef struct
{
  TlsrptDomainList *list;
  GHashTable       *known;

  /* Of a zone file: what relative names are below, and the owner of the last entry. */
  char             *origin;
  char             *owner;
} Reader;

/* Each domain once, however it is written. */
static void
add (Reader     *self,
     const char *word)
{
  g_autofree char *domain = tlsrpt_domain_to_ascii (word, NULL);

  if (domain == NULL)
    {
      g_ptr_array_add (self->list->others, g_strdup (word));
      return;
    }

  if (g_hash_table_contains (self->known, domain))
    return;

  g_hash_table_add (self->known, domain);
  g_ptr_array_add (self->list->domains, g_steal_pointer (&domain));
}

static void
read_list_line (Reader *self,
                char   *line)
{
  char *comment = strchr (line, COMMENT);
  char *word;

  if (comment != NULL)
    *comment = '\0';

  while ((word = strtok_r (line, SEPARATORS, &line)) != NULL)
    add (self, word);
}

/* --- Zone files ------------------------------------------------------------------------ */

/* Ends a line before its comment, and puts spaces in the place of parentheses, which only
 * join lines.  Strings may hold both. */
static void
clean_zone_line (char *line)
{
  gboolean is_quoted = FALSE;

  for (char *p = line; *p != '\0'; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '"')
        is_quoted = !is_quoted;
      else if (!is_quoted && *p == ZONE_COMMENT)
        *p = '\0';
      else if (!is_quoted && (*p == '(' || *p == ')'))
        *p = ' ';

      if (*p == '\0')
        return;
    }
}

static gboolean
is_word (const char *word,
         const char *wanted)
{
  return word != NULL && g_ascii_strcasecmp (word, wanted) == 0;
}

/* Seconds, or with units as BIND has them. */
static gboolean
is_ttl (const char *word)
{
  return g_ascii_isdigit (*word) && word[strspn (word, "0123456789smhdwSMHDW")] == '\0';
}

/* Finds the type behind a TTL and a class, in either order. */
static gsize
find_type (char  **words,
           gsize   position)
{
  while (words[position] != NULL && (is_ttl (words[position]) || is_word (words[position], "IN")))
    position++;

  return position;
}

static gboolean
has_type (char **words)
{
  static const char *const types[] = { "SOA", "NS", "MX", "TXT", "A", "AAAA", "CNAME" };
  gsize position;

  if (words[0] == NULL)
    return FALSE;
  if (is_word (words[0], "$ORIGIN") || is_word (words[0], "$TTL"))
    return TRUE;

  position = find_type (words, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      /* A list of domains has no words without a dot, but perhaps some by mistake. */
      if (is_word (words[position], types[i]) && words[position + 1] != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
split (char  *line,
       char **words)
{
  gsize n = 0;

  while (n < MOST_WORDS && (words[n] = strtok_r (line, WHITE_SPACE, &line)) != NULL)
    n++;
  words[n] = NULL;
}

static gboolean
is_zone (const char *text)
{
  g_autofree char *copy = g_strdup (text);
  char *rest = copy;
  char *line;

  while ((line = strsep (&rest, "\n")) != NULL)
    {
      char *words[MOST_WORDS + 1];

      clean_zone_line (line);
      split (line, words);
      if (has_type (words))
        return TRUE;
    }

  return FALSE;
}

/* The whole name, without the dot at its end, or NULL if nobody knows what it is below. */
static char *
complete (Reader     *self,
          const char *name)
{
  gsize length = strlen (name);

  if (g_str_equal (name, "@"))
    return g_strdup (self->origin);
  if (length > 1 && name[length - 1] == '.')
    return g_strndup (name, length - 1);

  return self->origin != NULL ? g_strconcat (name, ".", self->origin, NULL) : NULL;
}

/* Domains are what has a mail server, or a TLS-RPT record. */
static void
read_entry (Reader  *self,
            char   **words)
{
  g_autofree char *prefix = g_strconcat (TLSRPT_DOMAIN_OWNER_PREFIX, ".", NULL);
  gsize type = find_type (words, 0);

  if (self->owner == NULL || words[type] == NULL)
    return;

  if (is_word (words[type], "MX"))
    {
      /* RFC 7505: it takes no mail. */
      if (words[type + 1] == NULL || !is_word (words[type + 2], "."))
        add (self, self->owner);
    }
  else if (is_word (words[type], "TXT") &&
           g_ascii_strncasecmp (self->owner, prefix, strlen (prefix)) == 0)
    {
      add (self, self->owner + strlen (prefix));
    }
}

static void
read_zone_line (Reader *self,
                char   *line)
{
  char *words[MOST_WORDS + 1];
  gboolean has_owner;

  clean_zone_line (line);
  has_owner = *line != '\0' && strchr (WHITE_SPACE, *line) == NULL;
  split (line, words);
  if (words[0] == NULL)
    return;

  if (is_word (words[0], "$ORIGIN"))
    {
      if (words[1] != NULL)
        {
          char *origin = complete (self, words[1]);

          g_free (self->origin);
          self->origin = origin;
        }
      return;
    }

  if (has_owner)
    {
      g_free (self->owner);
      self->owner = complete (self, words[0]);
    }
  read_entry (self, words + (has_owner ? 1 : 0));
}

/**
 * tlsrpt_domain_list_new:
 * @text: domains with white space, commas or semicolons between them, where a number sign
 *   begins a comment; or a zone file
 *
 * Reads a list of domains.  Of a zone file these are the names that have an MX or a
 * TLS-RPT record.
 *
 * Returns: (transfer full): the domains
 */
TlsrptDomainList *
tlsrpt_domain_list_new (const char *text)
{
  Reader reader = { NULL, };
  g_autofree char *copy = g_strdup (text);
  char *rest = copy;
  char *line;

  g_return_val_if_fail (text != NULL, NULL);

  reader.list = g_new0 (TlsrptDomainList, 1);
  reader.list->domains = g_ptr_array_new_with_free_func (g_free);
  reader.list->others = g_ptr_array_new_with_free_func (g_free);
  reader.list->is_zone = is_zone (text);
  reader.known = g_hash_table_new (tlsrpt_text_hash_str, g_str_equal);

  while ((line = strsep (&rest, "\n")) != NULL)
    {
      if (reader.list->is_zone)
        read_zone_line (&reader, line);
      else
        read_list_line (&reader, line);
    }

  g_hash_table_unref (reader.known);
  g_free (reader.origin);
  g_free (reader.owner);

  return reader.list;
}

void
tlsrpt_domain_list_free (TlsrptDomainList *self)
{
  g_ptr_array_unref (self->domains);
  g_ptr_array_unref (self->others);
  g_free (self);
}
