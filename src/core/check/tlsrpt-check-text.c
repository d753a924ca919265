/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-check-text.h"

#include "tlsrpt-display.h"
#include "tlsrpt-host.h"
#include "tlsrpt-verdict-part.h"

#include <glib/gi18n-lib.h>

/**
 * tlsrpt_check_get_published_word:
 * @self: a check
 *
 * Says whether there is a record.
 *
 * Returns: a word, empty as long as there is no verdict
 */
const char *
tlsrpt_check_get_published_word (TlsrptCheck *self)
{
  const TlsrptVerdict *verdict;

  g_return_val_if_fail (TLSRPT_IS_CHECK (self), NULL);

  verdict = tlsrpt_check_get_verdict (self);
  if (verdict == NULL)
    return "";

  switch (verdict->presence)
    {
    case TLSRPT_PRESENCE_ONE:
      return C_("published", "Yes");

    case TLSRPT_PRESENCE_SEVERAL:
      return C_("published", "Several");

    case TLSRPT_PRESENCE_NONE:
      return C_("published", "No");

    case TLSRPT_PRESENCE_UNKNOWN:
    default:
      return C_("published", "Unknown");
    }
}

/**
 * tlsrpt_check_get_valid_word:
 * @self: a check
 *
 * Says whether the record is a good one.
 *
 * Returns: a word, empty if there is no record
 */
const char *
tlsrpt_check_get_valid_word (TlsrptCheck *self)
{
  const TlsrptVerdict *verdict;

  g_return_val_if_fail (TLSRPT_IS_CHECK (self), NULL);

  verdict = tlsrpt_check_get_verdict (self);
  if (verdict == NULL || verdict->grammar == NULL)
    return "";

  if (!verdict->grammar->valid)
    return C_("valid", "No");

  return verdict->grammar->usable ? C_("valid", "Yes") : C_("valid", "Unusable");
}

/**
 * tlsrpt_check_dup_problem:
 * @self: a check
 *
 * Gets what is wrong, in a sentence or two.
 *
 * Returns: (transfer full) (nullable): the sentence; `NULL` if senders can use the
 *   record, or nobody knows yet
 */
char *
tlsrpt_check_dup_problem (TlsrptCheck *self)
{
  g_autoptr (TlsrptVerdictPart) part = NULL;
  const TlsrptVerdict *verdict;

  g_return_val_if_fail (TLSRPT_IS_CHECK (self), NULL);

  if (tlsrpt_check_get_error (self) != NULL)
    return tlsrpt_display_strip_isolates (tlsrpt_check_get_error (self)->message);

  if (tlsrpt_check_get_state (self) == TLSRPT_CHECK_CANCELLED)
    return g_strdup (_("Canceled"));

  verdict = tlsrpt_check_get_verdict (self);
  if (verdict == NULL || tlsrpt_verdict_is_usable (verdict))
    return NULL;

  part = verdict->presence == TLSRPT_PRESENCE_ONE ? tlsrpt_verdict_part_new_validity (verdict)
                                                  : tlsrpt_verdict_part_new_presence (verdict);

  return tlsrpt_display_strip_isolates (part->text);
}

/**
 * tlsrpt_check_dup_shown_domain:
 * @self: a check
 *
 * Gets the domain for people: in Unicode, and harmless.
 *
 * Returns: (transfer full): the domain, or what was typed if it is none
 */
char *
tlsrpt_check_dup_shown_domain (TlsrptCheck *self)
{
  g_autofree char *unicode = NULL;

  g_return_val_if_fail (TLSRPT_IS_CHECK (self), NULL);

  if (tlsrpt_check_get_error (self) != NULL)
    return tlsrpt_display_sanitise (tlsrpt_check_get_domain (self), -1);

  unicode = tlsrpt_host_to_unicode (tlsrpt_check_get_domain (self));

  return tlsrpt_display_sanitise (unicode, -1);
}

/**
 * tlsrpt_check_dup_summary:
 * @self: a check
 *
 * Says where reports go, or what is wrong.
 *
 * Returns: (transfer full): the words, empty as long as there is nothing to say
 */
char *
tlsrpt_check_dup_summary (TlsrptCheck *self)
{
  const TlsrptVerdict *verdict;
  g_auto (GStrv) destinations = NULL;
  g_autofree char *joined = NULL;
  char *problem;

  g_return_val_if_fail (TLSRPT_IS_CHECK (self), NULL);

  if (tlsrpt_check_get_state (self) == TLSRPT_CHECK_RUNNING)
    return g_strdup (_("Waiting for answers…"));

  verdict = tlsrpt_check_get_verdict (self);
  if (verdict == NULL || !tlsrpt_verdict_is_usable (verdict))
    {
      problem = tlsrpt_check_dup_problem (self);

      return problem != NULL ? problem : g_strdup ("");
    }

  destinations = tlsrpt_verdict_dup_destinations (verdict);
  joined = g_strjoinv ("  ", destinations);

  return tlsrpt_display_sanitise (joined, -1);
}
