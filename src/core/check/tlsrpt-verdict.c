/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-verdict.h"

#include "tlsrpt-destination.h"
#include "tlsrpt-discovery.h"
#include "tlsrpt-display.h"
#include "tlsrpt-lint.h"
#include "tlsrpt-verdict-advice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
find_record (TlsrptVerdict *self)
{
  TlsrptAnswer *answer = self->published->record;
  g_autoptr (GPtrArray) texts = tlsrpt_answer_dup_texts (answer);
  guint position = 0;

  if (!tlsrpt_outcome_is_known (tlsrpt_answer_get_outcome (answer)))
    return;

  switch (tlsrpt_discover (texts, &position))
    {
    case TLSRPT_DISCOVERY_NONE:
      self->presence = TLSRPT_PRESENCE_NONE;
      break;

    case TLSRPT_DISCOVERY_ONE:
      self->presence = TLSRPT_PRESENCE_ONE;
      self->text = g_bytes_ref (g_ptr_array_index (texts, position));
      self->ttl = tlsrpt_answer_get_resource (answer, position)->ttl;
      break;

    case TLSRPT_DISCOVERY_SEVERAL:
    default:
      self->presence = TLSRPT_PRESENCE_SEVERAL;
      break;
    }
}

static TlsrptGrammar *
judge (const char *text,
       gsize       length)
{
  TlsrptGrammar *grammar = tlsrpt_grammar_new ();

  tlsrpt_grammar_lint (grammar, text, (gssize) length);

  return grammar;
}

/* Destinations normalized for comparison; those that cannot be normalized are kept as they are. */
static char **
dup_destinations (const TlsrptGrammar *grammar)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  char **destinations;

  for (gsize i = 0; i < grammar->n_uris; i++)
    {
      TlsrptSpan span = grammar->uris[i].span;
      g_autofree char *raw = g_strndup (grammar->text + span.offset, span.length);
      g_autofree char *parsed = tlsrpt_destination_parse (raw, NULL);

      g_strv_builder_add (builder, parsed != NULL ? parsed : raw);
    }

  destinations = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);

  return destinations;
}

static gboolean
contains (char       **destinations,
          const char  *destination)
{
  for (gsize i = 0; destinations[i] != NULL; i++)
    {
      if (tlsrpt_destination_equal (destinations[i], destination))
        return TRUE;
    }

  return FALSE;
}

static gboolean
have_same_order (char **first,
                 char **second)
{
  for (gsize i = 0; first[i] != NULL; i++)
    {
      if (second[i] == NULL || !tlsrpt_destination_equal (first[i], second[i]))
        return FALSE;
    }

  return TRUE;
}

static void
add_difference (TlsrptVerdict *self,
                TlsrptRemark  *difference)
{
  g_ptr_array_add (self->differences, difference);
}

static void
compare_destinations (TlsrptVerdict       *self,
                      const TlsrptGrammar *expected)
{
  g_auto (GStrv) wanted = dup_destinations (expected);
  g_auto (GStrv) found = dup_destinations (self->grammar);

  for (gsize i = 0; wanted[i] != NULL; i++)
    {
      g_autofree char *shown = tlsrpt_display_isolate (wanted[i], -1);

      if (!contains (found, wanted[i]))
        add_difference (self, tlsrpt_remark_new (TLSRPT_SEVERITY_WARNING, "missing-destination",
                                                 NULL,
                                                 /* Translators: %s is a destination */
                                                 _("“%s” is missing from the published record"),
                                                 shown));
    }

  for (gsize i = 0; found[i] != NULL; i++)
    {
      g_autofree char *shown = tlsrpt_display_isolate (found[i], -1);

      if (!contains (wanted, found[i]))
        add_difference (self, tlsrpt_remark_new (TLSRPT_SEVERITY_WARNING, "extra-destination", NULL,
                                                 /* Translators: %s is a destination */
                                                 _("The published record also contains “%s”"), shown));
    }

  if (self->differences->len == 0 && !have_same_order (found, wanted))
    add_difference (self, tlsrpt_remark_new (TLSRPT_SEVERITY_WARNING, "order", NULL,
                                             _("The destinations are in a different order")));
}

static void
compare (TlsrptVerdict *self,
         const char    *expected)
{
  g_autoptr (TlsrptGrammar) grammar = NULL;
  gsize length;
  const char *text;

  if (self->presence == TLSRPT_PRESENCE_UNKNOWN)
    return;

  self->match = TLSRPT_MATCH_DIFFERENT;
  if (self->presence != TLSRPT_PRESENCE_ONE)
    {
      add_difference (self, tlsrpt_remark_new (TLSRPT_SEVERITY_WARNING, "not-published", NULL,
                                               _("No single published record to compare")));
      return;
    }

  text = g_bytes_get_data (self->text, &length);
  if (length == strlen (expected) && memcmp (text, expected, length) == 0)
    {
      self->match = TLSRPT_MATCH_SAME;
      return;
    }

  if (!self->grammar->valid)
    {
      add_difference (self, tlsrpt_remark_new (TLSRPT_SEVERITY_WARNING, "not-valid", NULL,
                                               _("The published record is not valid")));
      return;
    }

  grammar = judge (expected, strlen (expected));
  compare_destinations (self, grammar);
  if (self->differences->len > 0)
    return;

  self->match = TLSRPT_MATCH_EQUIVALENT;
  add_difference (self, tlsrpt_remark_new (TLSRPT_SEVERITY_NOTE, "spelling", NULL,
                                           _("The published record is written differently but is "
                                             "equivalent")));
}

/**
 * tlsrpt_verdict_compare:
 * @text: a published record
 * @expected: the record that should be there
 *
 * Compares a record with another one, as a verdict does.
 *
 * Returns: whether they are the same, equivalent, or different
 */
TlsrptMatch
tlsrpt_verdict_compare (GBytes     *text,
                        const char *expected)
{
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TlsrptGrammar) grammar = NULL;
  TlsrptVerdict verdict = {
    .presence = TLSRPT_PRESENCE_ONE,
    .text = text,
    .differences = differences,
  };

  g_return_val_if_fail (text != NULL, TLSRPT_MATCH_UNKNOWN);
  g_return_val_if_fail (expected != NULL, TLSRPT_MATCH_UNKNOWN);

  grammar = judge (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  verdict.grammar = grammar;
  compare (&verdict, expected);

  return verdict.match;
}

/**
 * tlsrpt_verdict_new:
 * @published: what is published
 * @expected: (nullable): the record that should be there
 *
 * Judges what is published for a domain.
 *
 * Returns: (transfer full): the verdict
 */
TlsrptVerdict *
tlsrpt_verdict_new (TlsrptPublished *published,
                    const char      *expected)
{
  TlsrptVerdict *self = g_new0 (TlsrptVerdict, 1);

  self->published = tlsrpt_published_ref (published);
  self->differences = g_ptr_array_new_with_free_func (g_object_unref);
  self->advice = g_ptr_array_new_with_free_func (g_object_unref);

  find_record (self);
  if (self->text != NULL)
    self->grammar = judge (g_bytes_get_data (self->text, NULL), g_bytes_get_size (self->text));
  if (expected != NULL)
    compare (self, expected);

  /* A wildcard answers for any name with the same records. */
  self->is_wildcard = published->wildcard != NULL &&
                      tlsrpt_answer_has_same_texts (published->wildcard, published->record);
  tlsrpt_verdict_add_advice (self);

  return self;
}

void
tlsrpt_verdict_free (TlsrptVerdict *self)
{
  g_clear_pointer (&self->grammar, tlsrpt_grammar_free);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_ptr_array_unref (self->differences);
  g_ptr_array_unref (self->advice);
  tlsrpt_published_unref (self->published);
  g_free (self);
}

gboolean
tlsrpt_verdict_is_valid (const TlsrptVerdict *self)
{
  return self->grammar != NULL && self->grammar->valid;
}

gboolean
tlsrpt_verdict_is_usable (const TlsrptVerdict *self)
{
  return self->grammar != NULL && self->grammar->usable;
}

/**
 * tlsrpt_verdict_dup_destinations:
 * @self: a verdict
 *
 * Gets the destinations of the published record as they stand there, in order.
 *
 * Returns: (transfer full) (array zero-terminated=1): URIs; none without a record
 */
char **
tlsrpt_verdict_dup_destinations (const TlsrptVerdict *self)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  char **destinations;

  for (gsize i = 0; self->grammar != NULL && i < self->grammar->n_uris; i++)
    {
      TlsrptSpan span = self->grammar->uris[i].span;
      g_autofree char *uri = g_strndup (self->grammar->text + span.offset, span.length);

      g_strv_builder_add (builder, uri);
    }

  destinations = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);

  return destinations;
}

/**
 * tlsrpt_presence_get_token:
 * @presence: a verdict
 *
 * Gets the word for a verdict that programs read.
 *
 * Returns: the token
 */
const char *
tlsrpt_presence_get_token (TlsrptPresence presence)
{
  switch (presence)
    {
    case TLSRPT_PRESENCE_NONE:
      return tlsrpt_discovery_get_name (TLSRPT_DISCOVERY_NONE);

    case TLSRPT_PRESENCE_ONE:
      return tlsrpt_discovery_get_name (TLSRPT_DISCOVERY_ONE);

    case TLSRPT_PRESENCE_SEVERAL:
      return tlsrpt_discovery_get_name (TLSRPT_DISCOVERY_SEVERAL);

    case TLSRPT_PRESENCE_UNKNOWN:
    default:
      return "unknown";
    }
}
