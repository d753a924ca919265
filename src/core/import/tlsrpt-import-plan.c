/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-import-plan.h"

#include "tlsrpt-limits.h"

#include <glib/gi18n-lib.h>

static void
add_sentence (GString    *hint,
              const char *sentence)
{
  if (hint->len > 0)
    g_string_append_c (hint, '\n');
  g_string_append (hint, sentence);
}

static gboolean
is_other_domain (const TlsrptImportReading *reading,
                 TlsrptRecord              *form)
{
  const char *domain = tlsrpt_field_get_value (tlsrpt_record_get_domain_field (form));

  return domain != NULL && reading->domain != NULL && !g_str_equal (domain, reading->domain);
}

/* Describes what merging would do.  Returns whether it is possible. */
static gboolean
describe_merge (const TlsrptImportReading *reading,
                TlsrptRecord              *form,
                GString                   *hint)
{
  const char *domain = tlsrpt_field_get_value (tlsrpt_record_get_domain_field (form));
  guint n_fields;
  guint n_known = tlsrpt_record_count_known (form, reading->uris, &n_fields);
  guint n_new = reading->uris->len - n_known;
  g_autofree char *sum = NULL;
  g_autofree char *known = NULL;
  g_autofree char *place = NULL;

  if (n_fields > TLSRPT_LIMIT_DESTINATIONS)
    {
      /* Translators: both numbers are counts of destinations, more than one */
      sum = g_strdup_printf (_("Merging would result in %u destinations; the form can have at most "
                               "%d."),
                             n_fields, TLSRPT_LIMIT_DESTINATIONS);
      add_sentence (hint, sum);
      return FALSE;
    }

  if (n_new == 0)
    sum = g_strdup (_("All destinations of this record are already in the form."));
  else
    /* Translators: %u is a number of destinations */
    sum = g_strdup_printf (ngettext ("Merging adds %u destination to the form.",
                                     "Merging adds %u destinations to the form.", n_new), n_new);
  add_sentence (hint, sum);

  if (n_new > 0 && n_known > 0)
    {
      /* Translators: %u is a number of destinations */
      known = g_strdup_printf (ngettext ("%u destination is already in the form.",
                                         "%u destinations are already in the form.", n_known),
                               n_known);
      add_sentence (hint, known);
    }

  if (is_other_domain (reading, form))
    {
      /* Translators: %s is the domain in the form, another than that of the record */
      place = g_strdup_printf (_("Merging keeps the domain %s."), domain);
      add_sentence (hint, place);
    }

  return TRUE;
}

/**
 * tlsrpt_import_plan_new:
 * @reading: what was read
 * @form: (nullable): where it goes
 *
 * Finds out what can be done with what was read.
 *
 * Returns: (transfer full): the plan
 */
TlsrptImportPlan *
tlsrpt_import_plan_new (const TlsrptImportReading *reading,
                        TlsrptRecord              *form)
{
  TlsrptImportPlan *self = g_new0 (TlsrptImportPlan, 1);
  g_autoptr (GString) hint = g_string_new (NULL);
  g_autofree char *too_many = NULL;

  self->has_choice = form != NULL && tlsrpt_record_has_destination (form);
  self->is_other_domain = form != NULL && is_other_domain (reading, form);
  self->can_replace = reading->value != NULL && reading->uris->len <= TLSRPT_LIMIT_DESTINATIONS;

  if (reading->value != NULL && !self->can_replace)
    {
      /* Translators: both numbers are counts of destinations, more than one */
      too_many = g_strdup_printf (_("The record has %u destinations; the form can have at most %d."),
                                  reading->uris->len, TLSRPT_LIMIT_DESTINATIONS);
      add_sentence (hint, too_many);
    }

  self->can_merge = self->can_replace && self->has_choice && describe_merge (reading, form, hint);
  if (hint->len > 0)
    self->hint = g_strdup (hint->str);

  return self;
}

void
tlsrpt_import_plan_free (TlsrptImportPlan *self)
{
  g_free (self->hint);
  g_free (self);
}
