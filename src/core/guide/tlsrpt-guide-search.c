/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-guide-search.h"

#include "tlsrpt-guide.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-reason-code.h"

/* More words than this do not make a search clearer. */
#define MOST_WORDS 16

/* What a hit is worth, by the place it was found in. */
enum
{
  WEIGHT_BODY = 1,
  WEIGHT_SUMMARY = 4,
  WEIGHT_WORDS = 6,
  WEIGHT_TITLE = 7,
  WEIGHT_CODES = 8,
  WEIGHT_ID = 10,
};

/* Folded words of one place, each between two spaces: finding “ x” is finding a
 * word that begins with x. */
typedef struct
{
  char *text;
  guint weight;
} Field;

typedef struct
{
  TlsrptGuideEntry *entry;
  GArray           *fields;
} Document;

/* Case and diacritics do not matter; a word that has them can also be found
 * without. */
static char *
fold (const char *text)
{
  g_auto (GStrv) alternates = NULL;
  g_auto (GStrv) words = g_str_tokenize_and_fold (text, NULL, &alternates);
  GString *folded = g_string_new (" ");

  for (guint i = 0; words[i] != NULL; i++)
    g_string_append_printf (folded, "%s ", words[i]);

  for (guint i = 0; alternates[i] != NULL; i++)
    g_string_append_printf (folded, "%s ", alternates[i]);

  return g_string_free (folded, FALSE);
}

static void
add_field (GArray     *fields,
           const char *text,
           guint       weight)
{
  Field field = { fold (text), weight };

  g_array_append_val (fields, field);
}

static guint
weigh_section (const TlsrptGuideSection *section)
{
  if (g_str_equal (section->name, "reason_codes") || g_str_equal (section->name, "exchange_codes"))
    return WEIGHT_CODES;

  return WEIGHT_BODY;
}

static void
add_document (GArray           *documents,
              TlsrptGuideEntry *entry)
{
  Document document = { entry, g_array_new (FALSE, FALSE, sizeof (Field)) };
  /* Reason codes are full of plain words, and whoever types those wants the type.
   * A whole code is looked up anyway. */
  gboolean is_code = TLSRPT_IS_REASON_CODE (entry);

  add_field (document.fields, tlsrpt_guide_entry_get_id (entry),
             is_code ? WEIGHT_BODY : WEIGHT_ID);
  add_field (document.fields, tlsrpt_guide_entry_get_title (entry),
             is_code ? WEIGHT_BODY : WEIGHT_TITLE);
  add_field (document.fields, tlsrpt_guide_entry_get_words (entry), WEIGHT_WORDS);
  add_field (document.fields, tlsrpt_guide_entry_get_summary (entry), WEIGHT_SUMMARY);

  for (guint i = 0; i < tlsrpt_guide_entry_get_n_sections (entry); i++)
    {
      const TlsrptGuideSection *section = tlsrpt_guide_entry_get_section (entry, i);
      g_autofree char *text = g_strjoinv (" ", section->items);

      add_field (document.fields, text, weigh_section (section));
    }

  g_array_append_val (documents, document);
}

/* Made for the first search. */
static const GArray *
get_documents (void)
{
  static GArray *documents;

  if (documents == NULL)
    {
      const GPtrArray *entries = tlsrpt_guide_get_entries ();

      documents = g_array_new (FALSE, FALSE, sizeof (Document));

      for (guint i = 0; i < entries->len; i++)
        add_document (documents, g_ptr_array_index (entries, i));
    }

  return documents;
}

typedef struct
{
  TlsrptGuideEntry *entry;
  guint             n_words;
  guint             score;
} Hit;

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *hit = a;
  const Hit *other = b;

  if (hit->n_words != other->n_words)
    return hit->n_words > other->n_words ? -1 : 1;

  if (hit->score != other->score)
    return hit->score > other->score ? -1 : 1;

  return 0;
}

/* What one word of the search is worth in one place: a whole word is worth more
 * than its beginning, and that more than a part, which matters in languages that
 * compound words. */
static guint
rate_word (const char *text,
           const char *word)
{
  gsize length = strlen (word);
  guint best = 0;

  for (const char *p = strstr (text, word); p != NULL && best < 4; p = strstr (p + 1, word))
    {
      guint quality = 1;

      if (p[-1] == ' ')
        quality = p[length] == ' ' ? 4 : 3;
      else if (length < 3)
        quality = 0;

      best = MAX (best, quality);
    }

  return best;
}

static Hit
rate_document (const Document    *document,
               const char *const *words,
               const char        *phrase)
{
  Hit hit = { document->entry, 0, 0 };

  for (guint i = 0; words[i] != NULL && i < MOST_WORDS; i++)
    {
      guint best = 0;

      for (guint j = 0; j < document->fields->len; j++)
        {
          const Field *field = &g_array_index (document->fields, Field, j);

          if (best < 4 * field->weight)
            best = MAX (best, rate_word (field->text, words[i]) * field->weight);
        }

      if (best > 0)
        hit.n_words++;

      hit.score += best;
    }

  for (guint j = 0; j < document->fields->len; j++)
    {
      const Field *field = &g_array_index (document->fields, Field, j);

      if (strstr (field->text, phrase) != NULL)
        hit.score += 4 * field->weight;
    }

  return hit;
}

/* The words of a search, without diacritics where that is possible: so they are
 * in every field, too. */
static char **
get_words (const char *text)
{
  g_auto (GStrv) words = g_str_tokenize_and_fold (text, NULL, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) alternates = NULL;
      g_auto (GStrv) word = g_str_tokenize_and_fold (words[i], NULL, &alternates);

      if (alternates[0] != NULL)
        {
          g_free (words[i]);
          words[i] = g_strdup (alternates[0]);
        }
    }

  return g_steal_pointer (&words);
}

/* The entry that the text names, alone or, as a line of a report or of a bounce
 * does, among other words. */
static TlsrptGuideEntry *
find_named (const char *text)
{
  TlsrptGuideEntry *entry = tlsrpt_guide_lookup (text);
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n\",;:()[]{}<>", -1);

  for (guint i = 0; words[i] != NULL && entry == NULL; i++)
    {
      /* Nobody writes these by chance. */
      if (strpbrk (words[i], "-_.") != NULL)
        entry = tlsrpt_guide_lookup (words[i]);
    }

  return entry;
}

/**
 * tlsrpt_guide_search:
 * @text: what somebody typed, of any kind and length
 *
 * Searches the guide for the words in @text.  If no entry has all of them, those
 * with the most are found.
 *
 * Returns: (transfer full) (element-type TlsrptGuideEntry): at most
 *   `TLSRPT_GUIDE_SEARCH_MOST` entries, the best first
 */
GPtrArray *
tlsrpt_guide_search (const char *text)
{
  GPtrArray *entries = g_ptr_array_new ();
  g_autofree char *valid = NULL;
  g_autofree char *phrase = NULL;
  g_autofree char *joined = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  TlsrptGuideEntry *named;
  const GArray *documents = get_documents ();

  g_return_val_if_fail (text != NULL, entries);

  /* Nobody types more on purpose. */
  valid = g_utf8_make_valid (text, strnlen (text, TLSRPT_LIMIT_DISPLAY));
  g_strstrip (valid);
  words = get_words (valid);
  joined = g_strjoinv (" ", words);
  phrase = g_strdup_printf (" %s", joined);

  if (words[0] == NULL)
    return entries;

  named = find_named (valid);

  for (guint i = 0; i < documents->len; i++)
    {
      const Document *document = &g_array_index (documents, Document, i);
      Hit hit = rate_document (document, (const char *const *) words, phrase);

      if (document->entry == named)
        hit.n_words = G_MAXUINT;

      if (hit.n_words > 0)
        g_array_append_val (hits, hit);
    }

  /* It is stable: hits that are equally good keep the order of the guide. */
  g_array_sort (hits, compare_hits);

  for (guint i = 0; i < hits->len && i < TLSRPT_GUIDE_SEARCH_MOST; i++)
    {
      const Hit *hit = &g_array_index (hits, Hit, i);
      guint most = g_array_index (hits, Hit, hits->len > 1 && named != NULL ? 1 : 0).n_words;

      if (hit->n_words < most)
        break;

      g_ptr_array_add (entries, hit->entry);
    }

  return entries;
}
