/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-guide.h"

#include "tlsrpt-display.h"
#include "tlsrpt-error.h"
#include "tlsrpt-failure-type.h"
#include "tlsrpt-guide-search.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-question.h"
#include "tlsrpt-reason-code.h"
#include "tlsrpt-word.h"

#include <glib/gi18n-lib.h>

/* Most names that an error suggests. */
#define MOST_SUGGESTIONS 3

/* Fewest letters of an id that is looked up with a typo. */
#define MOST_SLIPS 2

/* Letters of a part of an id that is long enough to be meant by itself. */
#define LEAST_PART 5

/**
 * tlsrpt_guide_get_entries:
 *
 * Gets all that the guide explains: the result types before the questions before
 * the reason codes.
 *
 * Returns: (transfer none) (element-type TlsrptGuideEntry): the entries, which
 *   live as long as the program
 */
const GPtrArray *
tlsrpt_guide_get_entries (void)
{
  static GPtrArray *entries;

  if (entries == NULL)
    {
      GListModel *const lists[] = {
        tlsrpt_failure_type_get_all (),
        tlsrpt_question_get_all (),
        tlsrpt_reason_code_get_all (),
      };

      entries = g_ptr_array_new_with_free_func (g_object_unref);

      for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
        {
          for (guint j = 0; j < g_list_model_get_n_items (lists[i]); j++)
            g_ptr_array_add (entries, g_list_model_get_item (lists[i], j));
        }
    }

  return entries;
}

static TlsrptGuideEntry *
lookup_exact (const char *id)
{
  const GPtrArray *entries = tlsrpt_guide_get_entries ();

  for (guint i = 0; i < entries->len; i++)
    {
      TlsrptGuideEntry *entry = g_ptr_array_index (entries, i);

      if (g_str_equal (tlsrpt_guide_entry_get_id (entry), id))
        return entry;
    }

  return NULL;
}

/**
 * tlsrpt_guide_lookup:
 * @id: a result type, a reason code, a bounce code of Exchange Online or the id
 *   of a question
 *
 * Looks up what the guide says about a word of a report.  Unless that makes a
 * difference, case does not matter, nor do hyphens and underscores.
 *
 * Returns: (transfer none) (nullable): the entry, or `NULL` if there is none
 */
TlsrptGuideEntry *
tlsrpt_guide_lookup (const char *id)
{
  gpointer entry;

  g_return_val_if_fail (id != NULL, NULL);

  /* A type and the reason code VALIDATION_FAILURE differ by nothing else. */
  entry = lookup_exact (id);

  if (entry == NULL)
    entry = tlsrpt_failure_type_lookup (id);

  if (entry == NULL)
    entry = tlsrpt_question_lookup (id);

  if (entry == NULL)
    entry = tlsrpt_failure_type_lookup_exchange (id);

  if (entry == NULL)
    entry = tlsrpt_reason_code_lookup (id);

  return entry;
}

/* How far a word is from an id, or from a part of it that says something by
 * itself, as “expired” does in “certificate-expired”. */
static guint
get_distance_to_id (const char *word,
                    const char *id)
{
  g_auto (GStrv) parts = g_strsplit (id, "-", -1);
  guint least = tlsrpt_word_get_distance (word, id);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (strlen (parts[i]) >= LEAST_PART)
        least = MIN (least, tlsrpt_word_get_distance (word, parts[i]));
    }

  return least;
}

/* Entries with an id that is a slip of the finger away, or else what the search
 * finds. */
static GPtrArray *
suggest (const char *id)
{
  const GPtrArray *all = tlsrpt_guide_get_entries ();
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autofree char *lower = g_ascii_strdown (id, -1);
  gsize length = strlen (lower);

  /* Longer than any id, and by more than a slip. */
  if (length > TLSRPT_LIMIT_LABEL)
    return g_steal_pointer (&entries);

  for (guint distance = 0; distance <= MAX (2, length / 3); distance++)
    {
      for (guint i = 0; i < all->len; i++)
        {
          TlsrptGuideEntry *entry = g_ptr_array_index (all, i);

          if (get_distance_to_id (lower, tlsrpt_guide_entry_get_id (entry)) == distance)
            g_ptr_array_add (entries, entry);
        }
    }

  if (entries->len == 0)
    {
      g_ptr_array_unref (entries);
      entries = tlsrpt_guide_search (id);
    }

  if (entries->len > MOST_SUGGESTIONS)
    g_ptr_array_set_size (entries, MOST_SUGGESTIONS);

  return g_steal_pointer (&entries);
}

/**
 * tlsrpt_guide_is_slip:
 * @id: what somebody typed, which the guide does not have
 *
 * Tells a misspelled id from words to search for.
 *
 * Returns: whether @id is one word, and a slip of the finger away from the id of an
 *   entry that nobody writes by chance
 */
gboolean
tlsrpt_guide_is_slip (const char *id)
{
  const GPtrArray *all = tlsrpt_guide_get_entries ();
  g_autofree char *lower = NULL;

  g_return_val_if_fail (id != NULL, FALSE);

  if (strpbrk (id, "-_") == NULL || strpbrk (id, " \t\r\n") != NULL ||
      strlen (id) > TLSRPT_LIMIT_LABEL)
    return FALSE;

  lower = g_ascii_strdown (id, -1);
  g_strdelimit (lower, "_", '-');

  for (guint i = 0; i < all->len; i++)
    {
      TlsrptGuideEntry *entry = g_ptr_array_index (all, i);
      g_autofree char *known = g_ascii_strdown (tlsrpt_guide_entry_get_id (entry), -1);

      g_strdelimit (known, "_", '-');

      if (strchr (known, '-') != NULL && tlsrpt_word_get_distance (lower, known) <= MOST_SLIPS)
        return TRUE;
    }

  return FALSE;
}

/**
 * tlsrpt_guide_find:
 * @id: a result type, a reason code, a bounce code of Exchange Online or the id
 *   of a question
 * @error: return location for an error
 *
 * Looks up what the guide says about a word that somebody typed.  The error
 * names the nearest words that it knows, and repairs to the first.
 *
 * Returns: (transfer none): the entry, or `NULL` on error
 */
TlsrptGuideEntry *
tlsrpt_guide_find (const char  *id,
                   GError     **error)
{
  TlsrptGuideEntry *entry;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) names = NULL;
  g_autofree char *known = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  entry = tlsrpt_guide_lookup (id);

  if (entry != NULL)
    return entry;

  shown = tlsrpt_display_isolate (id, -1);
  entries = suggest (id);

  if (entries->len == 0)
    {
      tlsrpt_error_set (error, TLSRPT_ERROR_NOT_IN_GUIDE, TLSRPT_ERROR_FINAL, NULL,
                        /* Translators: %s is a word that somebody asked the guide about */
                        _("“%s” is not in the guide"), shown);
      return NULL;
    }

  builder = g_strv_builder_new ();

  for (guint i = 0; i < entries->len; i++)
    g_strv_builder_add (builder, tlsrpt_guide_entry_get_id (g_ptr_array_index (entries, i)));

  names = g_strv_builder_end (builder);
  /* Translators: separates the names in a list of names */
  known = g_strjoinv (_(", "), names);
  tlsrpt_error_set (error, TLSRPT_ERROR_NOT_IN_GUIDE, TLSRPT_ERROR_FINAL, names[0],
                    /* Translators: the first %s is a word that somebody asked the guide
                     * about; the second is a list of words that are in the guide */
                    ngettext ("“%s” is not in the guide; the nearest is: %s",
                              "“%s” is not in the guide; the nearest are: %s",
                              entries->len),
                    shown, known);

  return NULL;
}
