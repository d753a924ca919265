/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-record-private.h"

#include "tlsrpt-destination.h"
#include "tlsrpt-limits.h"

static GPtrArray *
list_destinations (TlsrptRecord *self)
{
  GListModel *destinations = tlsrpt_record_get_destinations (self);
  GPtrArray *fields = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (destinations); i++)
    g_ptr_array_add (fields, g_list_model_get_item (destinations, i));

  return fields;
}

static gboolean
holds_destination (GPtrArray  *fields,
                   const char *uri)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const char *value = tlsrpt_field_get_value (g_ptr_array_index (fields, i));

      if (value != NULL && tlsrpt_destination_equal (value, uri))
        return TRUE;
    }

  return FALSE;
}

static TlsrptField *
create_field (const char *uri)
{
  g_autofree char *text = tlsrpt_destination_to_text (uri);

  return tlsrpt_field_new (tlsrpt_field_kind_guess (uri), text);
}

/**
 * tlsrpt_record_is_blank:
 *
 * Tells whether nothing has been filled in.
 *
 * Returns: `FALSE` if the domain or a destination holds something
 */
gboolean
tlsrpt_record_is_blank (TlsrptRecord *self)
{
  g_return_val_if_fail (TLSRPT_IS_RECORD (self), TRUE);

  return tlsrpt_field_is_blank (tlsrpt_record_get_domain_field (self)) &&
         !tlsrpt_record_has_destination (self);
}

/**
 * tlsrpt_record_has_destination:
 *
 * Tells whether a destination has been filled in, right or wrong.
 *
 * Returns: `FALSE` if there is none, or all are empty
 */
gboolean
tlsrpt_record_has_destination (TlsrptRecord *self)
{
  g_autoptr (GPtrArray) fields = NULL;

  g_return_val_if_fail (TLSRPT_IS_RECORD (self), FALSE);

  fields = list_destinations (self);
  for (guint i = 0; i < fields->len; i++)
    {
      if (!tlsrpt_field_is_blank (g_ptr_array_index (fields, i)))
        return TRUE;
    }

  return FALSE;
}

/**
 * tlsrpt_record_replace:
 * @domain: (nullable): the domain, if it is known
 * @uris: (element-type utf8): report destinations, at most `TLSRPT_LIMIT_DESTINATIONS`
 *
 * Fills in another record.  Without a domain it is another record of the same domain;
 * else zone and TTL go as well, which belong to the domain that was there.
 */
void
tlsrpt_record_replace (TlsrptRecord *self,
                       const char   *domain,
                       GPtrArray    *uris)
{
  g_return_if_fail (TLSRPT_IS_RECORD (self));
  g_return_if_fail (uris->len <= TLSRPT_LIMIT_DESTINATIONS);

  tlsrpt_record_hold (self);
  if (domain != NULL)
    tlsrpt_record_clear (self);
  else
    tlsrpt_record_splice (self, 0,
                          g_list_model_get_n_items (tlsrpt_record_get_destinations (self)),
                          NULL, 0);
  tlsrpt_record_merge (self, domain, uris);
  tlsrpt_record_release (self);
}

/**
 * tlsrpt_record_count_known:
 * @uris: (element-type utf8): report destinations, each once
 * @n_fields: (out): destinations that the record would have with all of @uris
 *
 * Counts those of @uris that the record has already.
 *
 * Returns: how many [method@Record.merge] would not add
 */
guint
tlsrpt_record_count_known (TlsrptRecord *self,
                           GPtrArray    *uris,
                           guint        *n_fields)
{
  g_autoptr (GPtrArray) fields = NULL;
  guint n_known = 0;

  g_return_val_if_fail (TLSRPT_IS_RECORD (self), 0);

  fields = list_destinations (self);
  for (guint i = 0; i < uris->len; i++)
    n_known += holds_destination (fields, g_ptr_array_index (uris, i));

  *n_fields = uris->len - n_known;
  for (guint i = 0; i < fields->len; i++)
    *n_fields += !tlsrpt_field_is_blank (g_ptr_array_index (fields, i));

  return n_known;
}

/**
 * tlsrpt_record_merge:
 * @domain: (nullable): a domain, for a record that has none
 * @uris: (element-type utf8): report destinations; those that do not fit are not added
 *
 * Adds the destinations that the record does not have, behind those that it has.
 */
void
tlsrpt_record_merge (TlsrptRecord *self,
                     const char   *domain,
                     GPtrArray    *uris)
{
  g_autoptr (GPtrArray) fields = NULL;

  g_return_if_fail (TLSRPT_IS_RECORD (self));

  fields = list_destinations (self);

  tlsrpt_record_hold (self);

  if (domain != NULL && tlsrpt_field_is_blank (tlsrpt_record_get_domain_field (self)))
    tlsrpt_record_set_domain (self, domain);

  for (guint i = 0; i < fields->len; i++)
    {
      if (tlsrpt_field_is_blank (g_ptr_array_index (fields, i)))
        tlsrpt_record_remove_destination (self, g_ptr_array_index (fields, i));
    }

  for (guint i = 0; i < uris->len; i++)
    {
      const char *uri = g_ptr_array_index (uris, i);
      g_autoptr (TlsrptField) field = create_field (uri);

      if (!holds_destination (fields, uri))
        tlsrpt_record_insert_destination (self, G_MAXUINT, field);
    }

  tlsrpt_record_release (self);
}
