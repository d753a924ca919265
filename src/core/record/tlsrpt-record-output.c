/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-record-output.h"

#include "tlsrpt-destination.h"
#include "tlsrpt-domain.h"
#include "tlsrpt-error.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-record-advice.h"
#include "tlsrpt-txt.h"

#include <glib/gi18n-lib.h>

static TlsrptField *
get_field (GListModel *destinations,
           guint       position)
{
  g_autoptr (TlsrptField) field = g_list_model_get_item (destinations, position);

  /* The list holds it. */
  return field;
}

/* Names the first field that is wrong, in the order in which people read. */
static TlsrptField *
find_problem (TlsrptField  *domain,
              GListModel   *destinations,
              GError      **error)
{
  guint n_destinations = g_list_model_get_n_items (destinations);
  gboolean has_destination = FALSE;

  if (tlsrpt_field_get_error (domain) != NULL)
    {
      g_propagate_error (error, g_error_copy (tlsrpt_field_get_error (domain)));
      return domain;
    }

  for (guint i = 0; i < n_destinations; i++)
    {
      TlsrptField *field = get_field (destinations, i);

      /* A row that nobody has filled in yet is no fault. */
      if (tlsrpt_field_is_blank (field))
        continue;

      has_destination = TRUE;
      if (tlsrpt_field_get_error (field) != NULL)
        {
          g_propagate_error (error, g_error_copy (tlsrpt_field_get_error (field)));
          return field;
        }
    }

  if (has_destination)
    return NULL;

  tlsrpt_error_set (error, TLSRPT_ERROR_NO_DESTINATION, TLSRPT_ERROR_INCOMPLETE, NULL,
                    _("Enter an email address to receive the reports"));

  return n_destinations > 0 ? get_field (destinations, 0) : NULL;
}

/* The first destination that is given twice counts; returns how many do not. */
static gsize
collect_uris (GListModel *destinations,
              GPtrArray  *uris)
{
  guint n_destinations = g_list_model_get_n_items (destinations);
  gsize n_duplicates = 0;

  for (guint i = 0; i < n_destinations; i++)
    {
      TlsrptField *field = get_field (destinations, i);
      const char *uri = tlsrpt_field_get_value (field);
      gboolean duplicate = FALSE;

      for (guint j = 0; uri != NULL && j < uris->len && !duplicate; j++)
        duplicate = tlsrpt_destination_equal (g_ptr_array_index (uris, j), uri);

      tlsrpt_field_set_duplicate (field, duplicate);
      n_duplicates += duplicate;
      if (uri != NULL && !duplicate)
        g_ptr_array_add (uris, g_strdup (uri));
    }

  return n_duplicates;
}

/* The zone's apex: what was given, if it contains the domain, else a guess. */
static char *
find_zone_apex (const char  *zone,
                const char  *domain,
                GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  char *given = NULL;

  if (zone[0] != '\0')
    given = tlsrpt_domain_zone_to_ascii (zone, domain, &local_error);

  if (local_error != NULL && !g_error_matches (local_error, TLSRPT_ERROR, TLSRPT_ERROR_EMPTY))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  if (domain == NULL)
    {
      g_free (given);
      return NULL;
    }

  return given != NULL ? given : tlsrpt_domain_guess_zone (domain);
}

static char *
build_value (GPtrArray  *uris,
             GError    **error)
{
  GString *value = g_string_new (NULL);

  tlsrpt_txt_append_value (value, (const char *const *) uris->pdata, uris->len);
  if (value->len <= TLSRPT_LIMIT_VALUE)
    return g_string_free (value, FALSE);

  tlsrpt_error_set (error, TLSRPT_ERROR_TOO_LONG, TLSRPT_ERROR_FINAL, NULL,
                    /* Translators: both %d are numbers of bytes */
                    _("The value is %d bytes long, more than the %d that DNS providers accept. "
                      "Remove a destination."),
                    (int) value->len, TLSRPT_LIMIT_VALUE);
  g_string_free (value, TRUE);

  return NULL;
}

/* Says once what is to be said of several destinations. */
static void
add_advice (GPtrArray *advice,
            GPtrArray *additions)
{
  for (guint i = 0; i < additions->len; i++)
    {
      TlsrptRemark *addition = g_ptr_array_index (additions, i);

      if (!g_ptr_array_find_with_equal_func (advice, addition,
                                             (GEqualFunc) (void *) tlsrpt_remark_equal, NULL))
        g_ptr_array_add (advice, g_object_ref (addition));
    }
}

static void
collect_advice (TlsrptRecordOutput *self,
                TlsrptField        *domain,
                GListModel         *destinations,
                gsize               n_duplicates)
{
  guint n_destinations = g_list_model_get_n_items (destinations);

  add_advice (self->advice, tlsrpt_field_get_all_advice (domain));
  for (guint i = 0; i < n_destinations; i++)
    add_advice (self->advice, tlsrpt_field_get_all_advice (get_field (destinations, i)));

  g_ptr_array_add (self->uris, NULL);
  tlsrpt_record_append_advice (tlsrpt_field_get_value (domain),
                               (const char *const *) self->uris->pdata, n_duplicates,
                               self->value, self->advice);
  g_ptr_array_set_size (self->uris, self->uris->len - 1);
}

/**
 * tlsrpt_record_output_new_empty:
 *
 * Returns: (transfer full): the output of no record at all
 */
TlsrptRecordOutput *
tlsrpt_record_output_new_empty (void)
{
  TlsrptRecordOutput *self = g_new0 (TlsrptRecordOutput, 1);

  self->uris = g_ptr_array_new_with_free_func (g_free);
  self->advice = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

/**
 * tlsrpt_record_output_new:
 * @domain: the policy domain
 * @zone: what was typed as the apex of the zone; empty to have it guessed
 * @ttl: how long resolvers may keep the record, in seconds
 * @destinations: a list of [class@Field], which are told whether they are duplicates
 *
 * Derives a record from the inputs.  The names depend on the domain and the zone,
 * the value on everything.
 *
 * Returns: (transfer full): the output
 */
TlsrptRecordOutput *
tlsrpt_record_output_new (TlsrptField *domain,
                          const char  *zone,
                          guint        ttl,
                          GListModel  *destinations)
{
  TlsrptRecordOutput *self = tlsrpt_record_output_new_empty ();
  const char *name = tlsrpt_field_get_value (domain);
  gsize n_duplicates = collect_uris (destinations, self->uris);

  self->zone_apex = find_zone_apex (zone, name, &self->zone_error);
  if (name != NULL)
    self->owner_name = tlsrpt_domain_to_owner_name (name);
  if (self->zone_apex != NULL)
    self->relative_name = tlsrpt_domain_to_relative_name (name, self->zone_apex);

  g_set_object (&self->problem_field, find_problem (domain, destinations, &self->error));
  if (self->error == NULL && self->zone_error != NULL)
    self->error = g_error_copy (self->zone_error);
  if (self->error == NULL)
    self->value = build_value (self->uris, &self->error);

  if (self->value != NULL)
    {
      GString *line = g_string_new (NULL);

      tlsrpt_txt_append_line (line, self->owner_name, ttl, self->value);
      self->zone_line = g_string_free (line, FALSE);
      self->strings = tlsrpt_txt_split (self->value);
      collect_advice (self, domain, destinations, n_duplicates);
    }

  return self;
}

void
tlsrpt_record_output_free (TlsrptRecordOutput *self)
{
  if (self == NULL)
    return;

  g_free (self->owner_name);
  g_free (self->relative_name);
  g_free (self->zone_apex);
  g_free (self->value);
  g_free (self->zone_line);
  g_strfreev (self->strings);
  g_ptr_array_unref (self->uris);
  g_ptr_array_unref (self->advice);
  g_clear_error (&self->error);
  g_clear_error (&self->zone_error);
  g_clear_object (&self->problem_field);
  g_free (self);
}
