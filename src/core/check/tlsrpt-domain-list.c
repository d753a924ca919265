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

/* Words of an entry that matter: an owner, a TTL, a class, a type, the first three of its
 * data, and whether there are more. */
#define MOST_WORDS 8

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
 * join lines.  Strings may hold both.  Returns how many more were opened than closed. */
static int
clean_zone_line (char *line)
{
  gboolean is_quoted = FALSE;
  int n_open = 0;

  for (char *p = line; *p != '\0'; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '"')
        is_quoted = !is_quoted;
      else if (!is_quoted && *p == ZONE_COMMENT)
        *p = '\0';
      else if (!is_quoted && (*p == '(' || *p == ')'))
        {
          n_open += *p == '(' ? 1 : -1;
          *p = ' ';
        }

      if (*p == '\0')
        break;
    }

  return n_open;
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
is_number (const char *word)
{
  return word != NULL && *word != '\0' && word[strspn (word, "0123456789")] == '\0';
}

/* Letters, digits and what else names of hosts have; the root; the origin. */
static gboolean
is_name (const char *word)
{
  if (word == NULL)
    return FALSE;
  if (g_str_equal (word, "@") || g_str_equal (word, "."))
    return TRUE;

  for (const char *p = word; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) && strchr ("-_.", *p) == NULL)
        return FALSE;
    }

  return g_ascii_isalnum (*word) || *word == '_';
}

/* A word of a sentence could be a name as well. */
static gboolean
is_host (const char *word,
         gboolean    has_class)
{
  return is_name (word) && (has_class || strpbrk (word, "@.") != NULL);
}

static gboolean
is_address (const char *word,
            gboolean    is_ipv6)
{
  return word != NULL && g_hostname_is_ip_address (word) &&
         (strchr (word, ':') != NULL) == is_ipv6;
}

/* A type that this program does not know is in capitals, behind a TTL and a class. */
static gboolean
is_type (const char *word)
{
  return g_ascii_isupper (*word) &&
         word[strspn (word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")] == '\0';
}

/* Whether words are an entry: a TTL, a class, a type, and data that fit the type. */
static gboolean
is_entry (char **words)
{
  gsize position = find_type (words, 0);
  const char *type = words[position];
  char **data = words + position + 1;
  gboolean has_class = FALSE;

  for (gsize i = 0; i < position; i++)
    has_class |= is_word (words[i], "IN");

  if (type == NULL || data[0] == NULL)
    return FALSE;
  if (is_word (type, "A") || is_word (type, "AAAA"))
    return is_address (data[0], is_word (type, "AAAA")) && data[1] == NULL;
  if (is_word (type, "MX"))
    return is_number (data[0]) && is_name (data[1]) && data[2] == NULL;
  if (is_word (type, "TXT"))
    return *data[0] == '"';
  if (is_word (type, "NS") || is_word (type, "CNAME"))
    return is_host (data[0], has_class) && data[1] == NULL;

  return position >= 2 && has_class && is_type (type);
}

/* Its numbers may stand in the next lines, behind a parenthesis. */
static gboolean
is_soa (char     **words,
        gboolean   is_open)
{
  gsize position = find_type (words, 0);
  char **data = words + position + 1;

  return is_word (words[position], "SOA") && is_name (data[0]) && is_name (data[1]) &&
         (data[2] != NULL ? is_number (data[2]) : is_open);
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

/* Whether a text has a line that only zone files have, or is made of entries for the most
 * part.  In doubt it is a list: of that, what is a domain is found, and the rest is told. */
static gboolean
is_zone (const char *text)
{
  g_autofree char *copy = g_strdup (text);
  char *rest = copy;
  char *line;
  gsize n_lines = 0;
  gsize n_entries = 0;
  gboolean is_open = FALSE;

  while ((line = strsep (&rest, "\n")) != NULL)
    {
      char *words[MOST_WORDS + 1];
      gboolean was_open = is_open;
      int n_open = clean_zone_line (line);
      gboolean has_owner = *line != '\0' && strchr (WHITE_SPACE, *line) == NULL;
      char **entry = words + (has_owner ? 1 : 0);

      split (line, words);
      if (was_open)
        is_open = n_open >= 0;
      if (words[0] == NULL || *words[0] == COMMENT || was_open)
        continue;

      if ((is_word (words[0], "$ORIGIN") || is_word (words[0], "$TTL")) && words[1] != NULL)
        return TRUE;
      if (is_soa (entry, n_open > 0))
        return TRUE;

      n_lines++;
      if (is_entry (entry))
        {
          n_entries++;
          is_open = n_open > 0;
        }
    }

  return n_entries > n_lines / 2;
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
