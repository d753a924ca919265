/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-verdict-advice.h"

#include "tlsrpt-discovery.h"
#include "tlsrpt-display.h"
#include "tlsrpt-lint.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Beginnings of a text that is meant to be a TLS-RPT record. */
#define VERSION_STEM "v=TLSRPT"
#define VERSION_TYPO "v=TSLRPT"

/* Most other records at the name to report. */
#define MAX_OTHERS 3

static char *
isolate_text (GBytes *text)
{
  gsize length;
  const char *octets = tlsrpt_answer_get_octets (text, &length);

  return tlsrpt_display_isolate (octets, (gssize) length);
}

/* For a person to begin with; what is no text in it becomes U+FFFD. */
static char *
dup_repair (GBytes *text)
{
  gsize length;
  const char *octets = tlsrpt_answer_get_octets (text, &length);

  return g_utf8_make_valid (octets, (gssize) length);
}

static gboolean
means_to_be_record (GBytes *text)
{
  gsize length;
  const char *octets = tlsrpt_answer_get_octets (text, &length);
  gsize stem = strlen (VERSION_STEM);

  return length >= stem && (g_ascii_strncasecmp (octets, VERSION_STEM, stem) == 0 ||
                            g_ascii_strncasecmp (octets, VERSION_TYPO, stem) == 0);
}

static void
advise_on_aliases (TlsrptVerdict *self)
{
  TlsrptAnswer *answer = self->published->record;
  const char *const *aliases = tlsrpt_answer_get_aliases (answer);
  g_autofree char *last = NULL;

  if (aliases[0] == NULL)
    return;

  last = tlsrpt_display_isolate (aliases[g_strv_length ((char **) aliases) - 1], -1);

  if (tlsrpt_answer_has_alias_loop (answer))
    tlsrpt_verdict_warn (self, "alias-loop",
                         _("The name is an alias that leads back to itself or through too "
                           "many other aliases. Remove the CNAME record."));
  else if (!tlsrpt_outcome_is_known (tlsrpt_answer_get_outcome (answer)))
    return;
  else if (tlsrpt_answer_get_outcome (answer) != TLSRPT_OUTCOME_ANSWER)
    tlsrpt_verdict_warn (self, "alias-without-record",
                         /* Translators: %s is a name in DNS */
                         _("The name is an alias of “%s”, and no TXT record was found "
                           "there. Publish the record there, or replace the CNAME "
                           "record with it."),
                         last);
  else
    tlsrpt_verdict_note (self, "alias",
                         /* Translators: %s is a name in DNS */
                         _("The name is an alias of “%s”. This works; whoever controls "
                           "that name decides where reports go."),
                         last);
}

static void
advise_on_wildcard (TlsrptVerdict *self)
{
  if (self->is_wildcard)
    tlsrpt_verdict_warn (self, "wildcard",
                         _("The answer comes from a wildcard, not from a record of this "
                           "name. Publish the record at this name."));
}

static void
advise_on_several (TlsrptVerdict *self)
{
  g_autoptr (GPtrArray) texts = tlsrpt_answer_dup_texts (self->published->record);
  g_autoptr (GString) all = g_string_new (NULL);
  TlsrptRemark *advice;
  guint n = 0;

  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *repair = dup_repair (g_ptr_array_index (texts, i));

      if (!tlsrpt_discovery_keeps (g_ptr_array_index (texts, i)))
        continue;

      g_string_append_printf (all, "%s%s", n > 0 ? "\n" : "", repair);
      n++;
    }

  advice = tlsrpt_remark_new (TLSRPT_SEVERITY_WARNING, "several-records", all->str,
                              g_dngettext (GETTEXT_PACKAGE,
                                           /* Translators: %u is two at least */
                                           "There is %u TLS-RPT record at this name.",
                                           "There are %u TLS-RPT records at this name. Senders "
                                           "ignore all of them while there is more than one. "
                                           "Merge them.",
                                           n),
                              n);
  tlsrpt_verdict_advise (self, advice);
}

/* TXT records at the name that are no TLS-RPT record. */
static void
advise_on_others (TlsrptVerdict *self)
{
  g_autoptr (GPtrArray) texts = tlsrpt_answer_dup_texts (self->published->record);
  g_autoptr (TlsrptGrammar) grammar = tlsrpt_grammar_new ();
  guint n_told = 0;

  for (guint i = 0; i < texts->len && n_told < MAX_OTHERS; i++)
    {
      GBytes *text = g_ptr_array_index (texts, i);
      g_autofree char *shown = isolate_text (text);
      g_autofree char *repair = dup_repair (text);
      TlsrptRemark *advice;
      const char *octets;
      gsize length;

      if (tlsrpt_discovery_keeps (text) ||
          (self->text != NULL && g_bytes_equal (text, self->text)))
        continue;

      n_told++;
      if (self->presence != TLSRPT_PRESENCE_NONE)
        {
          tlsrpt_verdict_note (self, "other-record",
                               /* Translators: %s is a TXT record */
                               _("“%s” is also published at this name. Senders ignore it; "
                                 "remove it."),
                               shown);
          continue;
        }

      octets = tlsrpt_answer_get_octets (text, &length);
      tlsrpt_grammar_lint (grammar, octets, (gssize) length);
      advice = tlsrpt_remark_new (TLSRPT_SEVERITY_WARNING, "not-a-record",
                                  means_to_be_record (text) ? repair : NULL,
                                  /* Translators: the first %s is a TXT record, the second a
                                   * sentence about it without a full stop */
                                  _("“%s” is published at this name. %s."), shown,
                                  tlsrpt_finding_get_message (&grammar->findings[0]));
      tlsrpt_verdict_advise (self, advice);
    }
}

static void
advise_on_strays (TlsrptVerdict *self)
{
  TlsrptPublished *published = self->published;
  g_autofree char *right = tlsrpt_display_isolate (published->owner_name, -1);

  for (guint i = 0; i < published->strays->len; i++)
    {
      TlsrptAnswer *stray = g_ptr_array_index (published->strays, i);
      g_autofree char *wrong = tlsrpt_display_isolate (tlsrpt_answer_get_name (stray), -1);
      g_autoptr (GPtrArray) texts = tlsrpt_answer_dup_texts (stray);

      for (guint j = 0; j < texts->len; j++)
        {
          GBytes *text = g_ptr_array_index (texts, j);
          g_autofree char *repair = dup_repair (text);
          TlsrptRemark *advice;

          if (!means_to_be_record (text))
            continue;

          advice = tlsrpt_remark_new (TLSRPT_SEVERITY_WARNING, "wrong-name", repair,
                                      /* Translators: both are names in DNS */
                                      _("There is a record at “%s”, but senders look only at "
                                        "“%s”. Move it there."),
                                      wrong, right);
          tlsrpt_verdict_advise (self, advice);
          break;
        }
    }
}

/**
 * tlsrpt_verdict_advise_on_name:
 * @self: a verdict in the making
 *
 * Adds advice on the records at the name, and on those at others that belong there.
 */
void
tlsrpt_verdict_advise_on_name (TlsrptVerdict *self)
{
  if (self->presence == TLSRPT_PRESENCE_SEVERAL)
    advise_on_several (self);

  if (self->presence != TLSRPT_PRESENCE_UNKNOWN)
    {
      advise_on_others (self);
      advise_on_strays (self);
    }

  advise_on_aliases (self);
  advise_on_wildcard (self);
}
