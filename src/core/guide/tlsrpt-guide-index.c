/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-guide-index.h"

#include "tlsrpt-guide-entry.h"
#include "tlsrpt-guide.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-reason-code.h"
#include "tlsrpt-word.h"

#include <math.h>
#include <string.h>

/*
 * Rates all entries by the words of a search.  A word is worth the more the fewer
 * entries have it (the inverse document frequency of BM25), times the square root of
 * the weight of the place that has it.
 */

/* More words than this do not make a search clearer. */
#define MOST_WORDS 24

/* What a word is worth, by the place it was found in. */
enum
{
  WEIGHT_BODY = 1,
  WEIGHT_SUMMARY = 4,
  WEIGHT_WORDS = 6,
  WEIGHT_TITLE = 7,
  WEIGHT_CODES = 8,
  WEIGHT_ID = 10,
};

/* Long texts count less, since they mention much that they are not about. */
#define BODY_VALUE 0.6f

/* A match that is not the whole word is worth less: a word that goes on, a part of a
 * compound, a word that may have been meant. */
#define QUALITY_WORD 1.0
#define QUALITY_BEGINNING 0.6
#define QUALITY_BEGINNING_TOO 0.3
#define QUALITY_PART 0.4
#define QUALITY_MEANT 0.4

/* Reason codes consist of plain words, but a search for those wants the type. A whole
 * code is found by its id. */
#define CODE_FACTOR 0.6

/* Words that only connect others. */
#define CONNECTIVE_FACTOR 0.12

/* Two words in a row, as a title or the plain words have them. */
#define PAIR_FACTOR 0.5

/* A word without its ending, and the entries that have it: for each position the best
 * value of a place. */
typedef struct
{
  char  *stem;
  float *weights;
  guint  n_entries;
} Term;

typedef struct
{
  GPtrArray *terms;
  /* For each entry its title, plain words and summary, each word between spaces. */
  GPtrArray *texts;
  guint      n_entries;
} Index;

static const char *const connectives[] = {
  "a", "about", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "could",
  "did", "do", "does", "don", "for", "from", "get", "got", "had", "has", "have", "how", "i", "if",
  "in", "into", "is", "isn", "it", "its", "just", "me", "my", "of", "on", "or", "our", "please",
  "s", "should", "so", "t", "that", "the", "their", "them", "then", "there", "these", "this", "to",
  "up", "us", "was", "we", "were", "what", "where", "which", "why", "will", "with", "would", "you",
  "your", NULL,
};

/* Cuts English endings. Other languages suffer, but in the same way in texts and searches. */
static char *
dup_stem (const char *word)
{
  static const char *const endings[] = { "ing", "ies", "ed", "es", "al", "s", "e", "y" };
  char *stem = g_strdup (word);
  gsize length = strlen (stem);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize rest = length - MIN (length, strlen (endings[i]));

      if (rest < 3 || !g_str_has_suffix (stem, endings[i]) || g_str_has_suffix (stem, "ss"))
        continue;

      stem[rest] = '\0';

      /* “stopped”, but not “expelled” */
      if (i < 3 && rest > 3 && stem[rest - 1] == stem[rest - 2] && strchr ("gmnprt", stem[rest - 1]))
        stem[rest - 1] = '\0';

      /* “renewals” */
      if (g_str_equal (endings[i], "s"))
        {
          char *again = dup_stem (stem);

          g_free (stem);
          stem = again;
        }

      break;
    }

  return stem;
}

static gboolean
is_connective (const char *word)
{
  return g_strv_contains (connectives, word);
}

/* --- Making it --- */

static float
get_value (guint weight)
{
  return weight == WEIGHT_BODY ? BODY_VALUE : sqrtf (weight);
}

static void
add_word (Index      *index,
          GHashTable *known,
          guint       position,
          const char *word,
          guint       weight)
{
  g_autofree char *stem = dup_stem (word);
  Term *term = g_hash_table_lookup (known, stem);

  if (term == NULL)
    {
      term = g_new0 (Term, 1);
      term->weights = g_new0 (float, index->n_entries);
      term->stem = g_steal_pointer (&stem);
      g_hash_table_insert (known, term->stem, term);
      g_ptr_array_add (index->terms, term);
    }

  if (term->weights[position] == 0)
    term->n_entries++;

  term->weights[position] = MAX (term->weights[position], get_value (weight));
}

/* Case and diacritics do not matter; a word that has them can also be found
 * without.  Returns the words, each between spaces. */
static char *
add_text (Index      *index,
          GHashTable *known,
          guint       position,
          const char *text,
          guint       weight)
{
  g_auto (GStrv) alternates = NULL;
  g_auto (GStrv) words = g_str_tokenize_and_fold (text, NULL, &alternates);
  g_autofree char *joined = g_strjoinv (" ", words);

  for (guint i = 0; words[i] != NULL; i++)
    add_word (index, known, position, words[i], weight);

  for (guint i = 0; alternates[i] != NULL; i++)
    add_word (index, known, position, alternates[i], weight);

  return g_strdup_printf (" %s ", joined);
}

static guint
weigh_section (const TlsrptGuideSection *section)
{
  if (g_str_equal (section->name, "reason_codes") || g_str_equal (section->name, "exchange_codes"))
    return WEIGHT_CODES;

  return WEIGHT_BODY;
}

/* Ids of other entries in a text say little about the entry itself. */
static gboolean
is_about_others (const TlsrptGuideSection *section)
{
  return g_str_equal (section->name, "related") || g_str_equal (section->name, "types") ||
         g_str_equal (section->name, "references");
}

static void
add_entry (Index            *index,
           GHashTable       *known,
           guint             position,
           TlsrptGuideEntry *entry)
{
  gboolean is_code = TLSRPT_IS_REASON_CODE (entry);
  g_autofree char *id = add_text (index, known, position, tlsrpt_guide_entry_get_id (entry),
                                  is_code ? WEIGHT_SUMMARY : WEIGHT_ID);
  g_autofree char *title = add_text (index, known, position, tlsrpt_guide_entry_get_title (entry),
                                     is_code ? WEIGHT_SUMMARY : WEIGHT_TITLE);
  g_autofree char *words = add_text (index, known, position, tlsrpt_guide_entry_get_words (entry),
                                     WEIGHT_WORDS);
  g_autofree char *summary = add_text (index, known, position,
                                       tlsrpt_guide_entry_get_summary (entry), WEIGHT_SUMMARY);

  for (guint i = 0; i < tlsrpt_guide_entry_get_n_sections (entry); i++)
    {
      const TlsrptGuideSection *section = tlsrpt_guide_entry_get_section (entry, i);
      g_autofree char *text = g_strjoinv (" ", section->items);

      if (!is_about_others (section))
        g_free (add_text (index, known, position, text, weigh_section (section)));
    }

  g_ptr_array_add (index->texts, g_strconcat (id, title, words, summary, NULL));
}

/* Built by the first search. */
static const Index *
get_index (void)
{
  static Index *index;

  if (index == NULL)
    {
      const GPtrArray *entries = tlsrpt_guide_get_entries ();
      g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

      index = g_new0 (Index, 1);
      index->terms = g_ptr_array_new ();
      index->texts = g_ptr_array_new ();
      index->n_entries = entries->len;

      for (guint i = 0; i < entries->len; i++)
        add_entry (index, known, i, g_ptr_array_index (entries, i));
    }

  return index;
}

/* --- Searching --- */

/* The inverse document frequency of BM25. */
static double
get_rarity (const Index *index,
            guint        n_entries)
{
  return log (1.0 + (index->n_entries - n_entries + 0.5) / (n_entries + 0.5));
}

typedef enum
{
  MATCH_WORD,
  MATCH_BEGINNING,
  MATCH_PART,
  MATCH_MEANT,
} Match;

/* Whether the words differ only in two swapped letters. */
static gboolean
is_swapped (const char *a,
            const char *b)
{
  while (*a != '\0' && *a == *b)
    a++, b++;

  return *a != '\0' && *b != '\0' && a[0] == b[1] && a[1] == b[0] && g_str_equal (a + 2, b + 2);
}

/* Whether a word is a likely misspelling: the same first letter, and one typo or, in a
 * long word, two. */
static gboolean
is_meant (const char *stem,
          const char *word)
{
  gsize length = strlen (word);
  gsize most = length >= 8 ? 2 : 1;

  if (length < 4 || length > TLSRPT_LIMIT_LABEL || stem[0] != word[0] ||
      strlen (stem) + most < length || length + most < strlen (stem))
    return FALSE;

  return is_swapped (stem, word) || tlsrpt_word_get_distance (stem, word) <= most;
}

static gboolean
matches (const Term *term,
         const char *word,
         const char *stem,
         Match       match)
{
  switch (match)
    {
    case MATCH_WORD:
      return g_str_equal (term->stem, stem);

    case MATCH_BEGINNING:
      return g_str_has_prefix (term->stem, word);

    case MATCH_PART:
      return strlen (word) >= 4 && strstr (term->stem, word) != NULL;

    case MATCH_MEANT:
      return is_meant (term->stem, stem);

    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Raises @best, which is 0 for entries without the word. */
static gboolean
collect (const Index *index,
         const char  *word,
         const char  *stem,
         Match        match,
         float        quality,
         float       *best)
{
  gboolean is_found = FALSE;

  for (guint i = 0; i < index->terms->len; i++)
    {
      const Term *term = g_ptr_array_index (index->terms, i);

      if (!matches (term, word, stem, match))
        continue;

      is_found = TRUE;

      for (guint j = 0; j < index->n_entries; j++)
        best[j] = MAX (best[j], term->weights[j] * quality);
    }

  return is_found;
}

/* Adds what one word is worth to each entry.  Returns what it could be worth. */
static double
rate_word (const Index *index,
           const char  *word,
           double      *scores,
           gboolean    *is_guess)
{
  g_autofree float *best = g_new0 (float, index->n_entries);
  g_autofree char *stem = dup_stem (word);
  guint n_entries = 0;
  double worth;

  if (collect (index, word, stem, MATCH_WORD, QUALITY_WORD, best))
    {
      if (strlen (word) >= 4 && !is_connective (word))
        collect (index, word, stem, MATCH_BEGINNING, QUALITY_BEGINNING_TOO, best);
      *is_guess = FALSE;
    }
  else if (collect (index, word, stem, MATCH_BEGINNING, QUALITY_BEGINNING, best) ||
           collect (index, word, stem, MATCH_PART, QUALITY_PART, best))
    {
      *is_guess = FALSE;
    }
  else
    {
      collect (index, word, stem, MATCH_MEANT, QUALITY_MEANT, best);
    }

  for (guint i = 0; i < index->n_entries; i++)
    n_entries += best[i] > 0;

  worth = get_rarity (index, n_entries) * (is_connective (word) ? CONNECTIVE_FACTOR : 1.0);

  for (guint i = 0; i < index->n_entries; i++)
    scores[i] += worth * best[i];

  return worth * sqrt (WEIGHT_ID);
}

/* Two words in a row that an entry has in a row as well. */
static void
rate_pair (const Index *index,
           const char  *first,
           const char  *second,
           double      *scores)
{
  g_autofree char *pair = g_strdup_printf (" %s %s ", first, second);
  g_autofree gboolean *has = g_new0 (gboolean, index->n_entries);
  guint n_entries = 0;
  double worth;

  if (is_connective (first) || is_connective (second))
    return;

  for (guint i = 0; i < index->n_entries; i++)
    {
      has[i] = strstr (g_ptr_array_index (index->texts, i), pair) != NULL;
      n_entries += has[i];
    }

  worth = PAIR_FACTOR * get_rarity (index, n_entries) * sqrt (WEIGHT_WORDS);

  for (guint i = 0; i < index->n_entries; i++)
    {
      if (has[i])
        scores[i] += worth;
    }
}

/* An entry that has the whole search, word for word, in its title, plain words or
 * summary, such as “what is MTA-STS”, is the one that answers it. */
static void
rate_whole (const Index  *index,
            char        **words,
            double        worth,
            double       *scores)
{
  g_autofree char *joined = g_strjoinv (" ", words);
  g_autofree char *whole = g_strdup_printf (" %s ", joined);

  if (words[0] == NULL || words[1] == NULL)
    return;

  for (guint i = 0; i < index->n_entries; i++)
    {
      if (strstr (g_ptr_array_index (index->texts, i), whole) != NULL)
        scores[i] += worth;
    }
}

/* The words of a search, without diacritics where that is possible: so they are in
 * every text, too. */
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

static int
compare_ratings (gconstpointer a,
                 gconstpointer b)
{
  const TlsrptGuideRating *rating = a;
  const TlsrptGuideRating *other = b;

  return (rating->score < other->score) - (rating->score > other->score);
}

/**
 * tlsrpt_guide_index_rate:
 * @text: valid UTF-8
 * @is_guess: (out): whether no word of @text is in the guide, and only words that may
 *   have been meant were found
 *
 * Rates the entries that have a word of @text.
 *
 * Returns: (transfer full) (element-type TlsrptGuideRating): the entries with a score
 *   above 0, the best first
 */
GArray *
tlsrpt_guide_index_rate (const char *text,
                         gboolean   *is_guess)
{
  const Index *index = get_index ();
  const GPtrArray *entries = tlsrpt_guide_get_entries ();
  GArray *ratings = g_array_new (FALSE, FALSE, sizeof (TlsrptGuideRating));
  g_autofree double *scores = g_new0 (double, index->n_entries);
  g_auto (GStrv) words = get_words (text);
  double attainable = 0.0;

  *is_guess = TRUE;

  for (guint i = 0; words[i] != NULL && i < MOST_WORDS; i++)
    {
      gboolean is_again = FALSE;

      for (guint j = 0; j < i && !is_again; j++)
        is_again = g_str_equal (words[i], words[j]);

      if (!is_again)
        attainable += rate_word (index, words[i], scores, is_guess);

      if (words[i + 1] != NULL && i + 1 < MOST_WORDS)
        rate_pair (index, words[i], words[i + 1], scores);
    }

  rate_whole (index, words, attainable, scores);

  for (guint i = 0; i < index->n_entries; i++)
    {
      gboolean is_code = TLSRPT_IS_REASON_CODE (g_ptr_array_index (entries, i));
      TlsrptGuideRating rating = { i, scores[i] * (is_code ? CODE_FACTOR : 1.0) };

      if (rating.score <= 0.0)
        continue;

      rating.score = 100.0 * rating.score / attainable;
      g_array_append_val (ratings, rating);
    }

  /* The sort is stable, so equally good entries keep the order of the guide. */
  g_array_sort (ratings, compare_ratings);

  /* Words in a row go beyond what the words alone can be worth.  That counts for the
   * order. */
  for (guint i = 0; i < ratings->len; i++)
    {
      TlsrptGuideRating *rating = &g_array_index (ratings, TlsrptGuideRating, i);

      rating->score = MIN (100.0, rating->score);
    }

  return ratings;
}
