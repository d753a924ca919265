/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-word.h"

#include "tlsrpt-limits.h"

#include <string.h>

/**
 * tlsrpt_word_get_distance:
 * @a: a word
 * @b: another word
 *
 * Counts the letters to insert, delete or replace to make one of the other
 * (Levenshtein).
 *
 * Returns: their number
 */
guint
tlsrpt_word_get_distance (const char *a,
                          const char *b)
{
  gsize n = strlen (b);
  g_autofree guint *row = g_new (guint, n + 1);

  for (gsize j = 0; j <= n; j++)
    row[j] = j;

  for (gsize i = 0; a[i] != '\0'; i++)
    {
      guint diagonal = row[0];

      row[0] = i + 1;

      for (gsize j = 0; j < n; j++)
        {
          guint replaced = diagonal + (a[i] == b[j] ? 0 : 1);

          diagonal = row[j + 1];
          row[j + 1] = MIN (replaced, MIN (row[j], row[j + 1]) + 1);
        }
    }

  return row[n];
}

/**
 * tlsrpt_word_find_nearest:
 * @word: a word that is not known
 * @known: (array zero-terminated=1): words that are, in lower case
 *
 * Finds the word that was meant: one that goes on where @word ends, or that is a
 * slip of the finger away.
 *
 * Returns: (nullable): one of @known
 */
const char *
tlsrpt_word_find_nearest (const char        *word,
                          const char *const *known)
{
  gsize length = strlen (word);
  guint least = MAX (1, length / 3) + 1;
  g_autofree char *lower = NULL;
  const char *nearest = NULL;

  if (length < 2 || length > TLSRPT_LIMIT_LABEL)
    return NULL;

  lower = g_ascii_strdown (word, length);

  for (gsize i = 0; known[i] != NULL; i++)
    {
      guint distance = g_str_has_prefix (known[i], lower) ? 0
                                                          : tlsrpt_word_get_distance (lower, known[i]);

      if (distance < least)
        {
          nearest = known[i];
          least = distance;
        }
    }

  return nearest;
}
