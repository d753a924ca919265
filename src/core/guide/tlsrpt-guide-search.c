/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-guide-search.h"

#include "tlsrpt-failure-type.h"
#include "tlsrpt-guide-index.h"
#include "tlsrpt-guide-text.h"
#include "tlsrpt-guide.h"
#include "tlsrpt-reason-code.h"

#include <string.h>

/* After the first few, hits below this share of the best one are dropped. */
#define LEAST_SHARE 0.35

/* Longer than any line of a log; longer queries are pasted by accident. */
#define LONGEST_TEXT 2000

/* Shorter titles stand in a text by chance, in bytes. */
#define LEAST_TITLE 12

static gboolean
is_inside (char c)
{
  return g_ascii_isalnum (c) || c == '-' || c == '_';
}

/* Of two ids one of which begins with the other, the longer is the one that is meant. */
static void
add_once (GPtrArray        *entries,
          TlsrptGuideEntry *entry)
{
  guint position = 0;

  if (entry == NULL || g_ptr_array_find (entries, entry, NULL))
    return;

  for (; position < entries->len; position++)
    {
      const char *other = tlsrpt_guide_entry_get_id (g_ptr_array_index (entries, position));
      gsize length = tlsrpt_guide_text_skip_id (other, tlsrpt_guide_entry_get_id (entry));

      if (length > 0 && tlsrpt_guide_entry_get_id (entry)[length] != '\0')
        break;
    }

  g_ptr_array_insert (entries, position, entry);
}

/* Enhanced status codes, as a bounce or a log has them. */
static void
find_status_codes (GPtrArray  *entries,
                   const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      g_autofree char *code = NULL;
      gsize length = strspn (p, "0123456789.");

      if (length == 0)
        continue;

      code = g_strndup (p, length);
      g_strdelimit (code + length - 1, ".", '\0');
      add_once (entries, (TlsrptGuideEntry *) tlsrpt_failure_type_lookup_exchange (code));
      p += length - 1;
    }
}

/* Two words with a space between them are plain English; three are not by chance those
 * of an id. */
static gboolean
may_have_spaces (const char *id)
{
  guint n_words = 1;

  for (; *id != '\0'; id++)
    n_words += *id == '-' || *id == '_' || *id == ' ';

  return n_words >= 3;
}

/* Where @text has the id of an entry as a word, or a code that begins with it. */
static gboolean
is_mentioned (TlsrptGuideEntry *entry,
              const char       *id,
              const char       *text)
{
  gboolean is_code = TLSRPT_IS_REASON_CODE (entry);
  gboolean has_separators = strpbrk (id, "-_ ") != NULL;

  /* Ids that no one types by chance. */
  if (!has_separators)
    return FALSE;

  /* VALIDATION_FAILURE is a code, and any other spelling the type. */
  if (is_code && tlsrpt_failure_type_lookup (id) != NULL)
    return strstr (text, id) != NULL;

  for (const char *p = text; *p != '\0'; p++)
    {
      gsize length;

      if (p > text && is_inside (p[-1]) && is_inside (*p))
        continue;

      length = tlsrpt_guide_text_skip_id (id, p);

      if (length == 0)
        continue;

      /* A family goes on. */
      if (!is_code && is_inside (p[length]))
        continue;

      if (is_code && is_inside (p[length]) &&
          (TlsrptGuideEntry *) tlsrpt_reason_code_lookup (p) != entry)
        continue;

      if (memchr (p, ' ', length) == NULL || may_have_spaces (id))
        return TRUE;
    }

  return FALSE;
}

/* The words that a line of a report gives as the values of @key. */
static void
find_values (GPtrArray  *entries,
             const char *text,
             const char *key)
{
  const char *p = text;

  while (*p != '\0')
    {
      g_autofree char *value = NULL;
      const char *end;
      gsize length = tlsrpt_guide_text_skip_id (key, p);

      if (length == 0)
        {
          p++;
          continue;
        }

      p += length;
      p += strspn (p, " \t\":='");

      for (end = p; is_inside (*end); end++)
        ;

      value = g_strndup (p, end - p);
      add_once (entries, tlsrpt_guide_lookup (value));
      p = end;
    }
}

/* The types of failure whose titles stand in the text, as a log says that a certificate has
 * expired. */
static void
find_titles (GPtrArray  *entries,
             const char *text)
{
  const GPtrArray *all = tlsrpt_guide_get_entries ();
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; i < all->len; i++)
    {
      TlsrptGuideEntry *entry = g_ptr_array_index (all, i);
      g_autofree char *title = NULL;
      const char *words;

      if (!TLSRPT_IS_FAILURE_TYPE (entry))
        continue;

      title = g_utf8_casefold (tlsrpt_guide_entry_get_title (entry), -1);
      words = g_str_has_prefix (title, "the ") ? title + strlen ("the ") : title;
      if (strlen (words) >= LEAST_TITLE && strstr (folded, words) != NULL)
        add_once (entries, entry);
    }
}

/* A code is about a failure of these types. */
static void
add_types (GPtrArray *entries)
{
  guint n_named = entries->len;

  for (guint i = 0; i < n_named; i++)
    {
      TlsrptGuideEntry *entry = g_ptr_array_index (entries, i);

      for (guint j = 0; TLSRPT_IS_REASON_CODE (entry) &&
                        j < tlsrpt_guide_entry_get_n_sections (entry); j++)
        {
          const TlsrptGuideSection *section = tlsrpt_guide_entry_get_section (entry, j);

          for (guint k = 0; section->kind == TLSRPT_GUIDE_SECTION_ENTRIES &&
                            section->items[k] != NULL; k++)
            add_once (entries, tlsrpt_guide_lookup (section->items[k]));
        }
    }
}

/* The entries that the text names, alone or, as a line of a report, a bounce or a log
 * does, among other words; those that say most first. */
static GPtrArray *
find_named (const char *text)
{
  const GPtrArray *all = tlsrpt_guide_get_entries ();
  GPtrArray *entries = g_ptr_array_new ();

  add_once (entries, tlsrpt_guide_lookup (text));
  /* What mox says of the certificate of a policy host is the name of another type. */
  find_values (entries, text, "result-type");
  find_status_codes (entries, text);

  for (guint i = 0; i < all->len; i++)
    {
      TlsrptGuideEntry *entry = g_ptr_array_index (all, i);

      if (is_mentioned (entry, tlsrpt_guide_entry_get_id (entry), text))
        add_once (entries, entry);
    }

  find_titles (entries, text);
  find_values (entries, text, "policy-type");
  add_types (entries);

  return entries;
}

/* An id of which somebody has typed the beginning, up to a separator at least. */
static void
find_begun (GPtrArray  *entries,
            const char *text)
{
  const GPtrArray *all = tlsrpt_guide_get_entries ();
  g_autofree char *begun = g_ascii_strdown (text, -1);
  gsize length = strlen (begun);

  g_strdelimit (begun, "_ ", '-');
  if (strchr (begun, '-') == NULL)
    return;

  for (guint i = 0; i < all->len; i++)
    {
      TlsrptGuideEntry *entry = g_ptr_array_index (all, i);

      if (g_ascii_strncasecmp (tlsrpt_guide_entry_get_id (entry), begun, length) == 0)
        add_once (entries, entry);
    }
}

/**
 * tlsrpt_guide_search_named:
 * @text: what somebody typed or pasted, of any kind and length
 *
 * Finds the entries that @text names, whole or by their beginning: those that are meant
 * although the question was not for the guide, as in the search of the desktop.
 *
 * Returns: (transfer full) (element-type TlsrptGuideEntry): the entries, the best first
 */
GPtrArray *
tlsrpt_guide_search_named (const char *text)
{
  g_autofree char *valid = NULL;
  GPtrArray *entries;

  g_return_val_if_fail (text != NULL, g_ptr_array_new ());

  valid = g_utf8_make_valid (text, strnlen (text, LONGEST_TEXT));
  g_strstrip (valid);
  entries = find_named (valid);
  find_begun (entries, valid);

  return entries;
}

/**
 * tlsrpt_guide_search_hits:
 * @text: what somebody typed or pasted, of any kind and length
 * @is_guess: (out) (optional): whether nothing in @text is in the guide, and the hits
 *   are for words that may have been meant
 *
 * Searches the guide.  An entry that @text names wins; the others follow by the weight
 * of their words.
 *
 * Returns: (transfer full) (element-type TlsrptGuideHit): at most
 *   `TLSRPT_GUIDE_SEARCH_MOST` hits, the best first
 */
GArray *
tlsrpt_guide_search_hits (const char *text,
                          gboolean   *is_guess)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (TlsrptGuideHit));
  const GPtrArray *all = tlsrpt_guide_get_entries ();
  g_autofree char *valid = NULL;
  g_autoptr (GPtrArray) named = NULL;
  g_autoptr (GArray) ratings = NULL;
  gboolean is_guessed;

  g_return_val_if_fail (text != NULL, hits);

  valid = g_utf8_make_valid (text, strnlen (text, LONGEST_TEXT));
  g_strstrip (valid);
  named = find_named (valid);
  ratings = tlsrpt_guide_index_rate (valid, &is_guessed);

  for (guint i = 0; i < named->len && i < TLSRPT_GUIDE_SEARCH_MOST; i++)
    {
      TlsrptGuideHit hit = { g_ptr_array_index (named, i), 100 };

      g_array_append_val (hits, hit);
    }

  for (guint i = 0; i < ratings->len && hits->len < TLSRPT_GUIDE_SEARCH_MOST; i++)
    {
      const TlsrptGuideRating *rating = &g_array_index (ratings, TlsrptGuideRating, i);
      double best = g_array_index (ratings, TlsrptGuideRating, 0).score;
      TlsrptGuideHit hit = { g_ptr_array_index (all, rating->position), (guint) rating->score };

      if (hits->len >= TLSRPT_GUIDE_SEARCH_LEAST && rating->score < LEAST_SHARE * best)
        break;

      if (!g_ptr_array_find (named, hit.entry, NULL))
        g_array_append_val (hits, hit);
    }

  if (is_guess != NULL)
    *is_guess = named->len == 0 && is_guessed;

  return hits;
}

/**
 * tlsrpt_guide_search:
 * @text: what somebody typed or pasted, of any kind and length
 *
 * Searches the guide as tlsrpt_guide_search_hits() does.
 *
 * Returns: (transfer full) (element-type TlsrptGuideEntry): the entries, the best first
 */
GPtrArray *
tlsrpt_guide_search (const char *text)
{
  GPtrArray *entries = g_ptr_array_new ();
  g_autoptr (GArray) hits = NULL;

  g_return_val_if_fail (text != NULL, entries);

  hits = tlsrpt_guide_search_hits (text, NULL);

  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (entries, g_array_index (hits, TlsrptGuideHit, i).entry);

  return entries;
}
