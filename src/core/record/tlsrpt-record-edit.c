/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-record-private.h"

#include "tlsrpt-destination.h"
#include "tlsrpt-limits.h"

static gboolean
find_position (TlsrptRecord *self,
               TlsrptField  *field,
               guint        *position)
{
  return g_list_store_find (G_LIST_STORE (tlsrpt_record_get_destinations (self)), field, position);
}

static guint
count (TlsrptRecord *self)
{
  return g_list_model_get_n_items (tlsrpt_record_get_destinations (self));
}

static TlsrptFieldKind
get_kind (TlsrptRecord *self,
          guint         position)
{
  g_autoptr (TlsrptField) field =
    g_list_model_get_item (tlsrpt_record_get_destinations (self), position);

  return tlsrpt_field_get_kind (field);
}

/**
 * tlsrpt_record_insert_destination:
 * @position: where to insert
 * @field: a mail address or an endpoint
 *
 * Inserts a destination, for instance one that was removed.
 *
 * Returns: `FALSE` if there are `TLSRPT_LIMIT_DESTINATIONS` already
 */
gboolean
tlsrpt_record_insert_destination (TlsrptRecord *self,
                                  guint         position,
                                  TlsrptField  *field)
{
  g_return_val_if_fail (TLSRPT_IS_RECORD (self), FALSE);
  g_return_val_if_fail (TLSRPT_IS_FIELD (field), FALSE);
  g_return_val_if_fail (tlsrpt_field_get_kind (field) == TLSRPT_FIELD_MAIL ||
                        tlsrpt_field_get_kind (field) == TLSRPT_FIELD_ENDPOINT, FALSE);
  g_return_val_if_fail (!find_position (self, field, NULL), FALSE);

  if (count (self) >= TLSRPT_LIMIT_DESTINATIONS)
    return FALSE;

  tlsrpt_record_splice (self, MIN (position, count (self)), 0, &field, 1);

  return TRUE;
}

/**
 * tlsrpt_record_add_destination:
 * @kind: `TLSRPT_FIELD_MAIL` or `TLSRPT_FIELD_ENDPOINT`
 * @text: (nullable): what it holds
 *
 * Adds a destination at the end.
 *
 * Returns: (transfer none) (nullable): the new field, or `NULL` if there are
 *   `TLSRPT_LIMIT_DESTINATIONS` already
 */
TlsrptField *
tlsrpt_record_add_destination (TlsrptRecord    *self,
                               TlsrptFieldKind  kind,
                               const char      *text)
{
  g_autoptr (TlsrptField) field = NULL;

  g_return_val_if_fail (TLSRPT_IS_RECORD (self), NULL);

  field = tlsrpt_field_new (kind, text);
  if (!tlsrpt_record_insert_destination (self, count (self), field))
    return NULL;

  /* The list holds it. */
  return field;
}

/**
 * tlsrpt_record_add_to_group:
 * @kind: `TLSRPT_FIELD_MAIL` or `TLSRPT_FIELD_ENDPOINT`
 *
 * Adds an empty destination behind the last of its kind: the record has the order in
 * which people read the form.
 *
 * Returns: (transfer none) (nullable): the new field, or `NULL` if there are
 *   `TLSRPT_LIMIT_DESTINATIONS` already
 */
TlsrptField *
tlsrpt_record_add_to_group (TlsrptRecord    *self,
                            TlsrptFieldKind  kind)
{
  g_autoptr (TlsrptField) field = NULL;
  guint position;

  g_return_val_if_fail (TLSRPT_IS_RECORD (self), NULL);

  position = count (self);
  while (position > 0 && get_kind (self, position - 1) != kind)
    position--;

  /* Without any, mail addresses are the first. */
  if (position == 0 && kind != TLSRPT_FIELD_MAIL)
    position = count (self);

  field = tlsrpt_field_new (kind, NULL);
  if (!tlsrpt_record_insert_destination (self, position, field))
    return NULL;

  /* The list holds it. */
  return field;
}

/**
 * tlsrpt_record_remove_destination:
 * @field: a destination of this record
 *
 * Removes a destination.
 *
 * Returns: where it was, for [method@Record.insert_destination]
 */
guint
tlsrpt_record_remove_destination (TlsrptRecord *self,
                                  TlsrptField  *field)
{
  guint position;

  g_return_val_if_fail (TLSRPT_IS_RECORD (self), 0);
  g_return_val_if_fail (find_position (self, field, &position), 0);

  tlsrpt_record_splice (self, position, 1, NULL, 0);

  return position;
}

/**
 * tlsrpt_record_move_destination:
 * @field: a destination of this record
 * @steps: how far, counted in destinations of the same kind; negative is up
 *
 * Moves a destination among those of its kind: the order is the order in the
 * record, and some senders read only the first.
 *
 * Returns: `FALSE` if there is no such place
 */
gboolean
tlsrpt_record_move_destination (TlsrptRecord *self,
                                TlsrptField  *field,
                                int           steps)
{
  g_autoptr (TlsrptField) kept = NULL;
  int direction = steps < 0 ? -1 : 1;
  guint position;
  guint target;

  g_return_val_if_fail (TLSRPT_IS_RECORD (self), FALSE);
  g_return_val_if_fail (find_position (self, field, &position), FALSE);

  for (target = position; steps != 0; steps -= direction)
    {
      do
        {
          if (direction < 0 ? target == 0 : target + 1 >= count (self))
            return FALSE;
          target += direction;
        }
      while (get_kind (self, target) != tlsrpt_field_get_kind (field));
    }

  if (target == position)
    return TRUE;

  kept = g_object_ref (field);
  tlsrpt_record_hold (self);
  tlsrpt_record_splice (self, position, 1, NULL, 0);
  tlsrpt_record_splice (self, target, 0, &kept, 1);
  tlsrpt_record_release (self);

  return TRUE;
}

/**
 * tlsrpt_record_split_destination:
 * @field: a destination of this record
 *
 * Gives each of several destinations that were pasted into one field a field of
 * its own.  Nothing is changed if that would be more than
 * `TLSRPT_LIMIT_DESTINATIONS`.
 *
 * Returns: the number of fields that stand in place of @field; 1 if it stays
 */
guint
tlsrpt_record_split_destination (TlsrptRecord *self,
                                 TlsrptField  *field)
{
  g_autoptr (GPtrArray) rest = NULL;
  g_auto (GStrv) parts = NULL;
  TlsrptFieldKind kind;
  guint n_parts;
  guint position;

  g_return_val_if_fail (TLSRPT_IS_RECORD (self), 1);
  g_return_val_if_fail (find_position (self, field, &position), 1);

  parts = tlsrpt_destination_split (tlsrpt_field_get_text (field));
  if (parts == NULL)
    return 1;

  n_parts = g_strv_length (parts);
  if (count (self) + n_parts - 1 > TLSRPT_LIMIT_DESTINATIONS)
    return 1;

  /* The field itself stays, so that its row keeps the focus, if its kind lets it. */
  rest = g_ptr_array_new_with_free_func (g_object_unref);
  kind = tlsrpt_field_kind_guess (parts[0]);
  if (kind != tlsrpt_field_get_kind (field))
    g_ptr_array_add (rest, tlsrpt_field_new (kind, parts[0]));
  for (guint i = 1; i < n_parts; i++)
    g_ptr_array_add (rest, tlsrpt_field_new (tlsrpt_field_kind_guess (parts[i]), parts[i]));

  tlsrpt_record_hold (self);
  if (rest->len < n_parts)
    {
      tlsrpt_field_set_text (field, parts[0]);
      tlsrpt_record_splice (self, position + 1, 0, (TlsrptField **) rest->pdata, rest->len);
    }
  else
    {
      tlsrpt_record_splice (self, position, 1, (TlsrptField **) rest->pdata, rest->len);
    }
  tlsrpt_record_release (self);

  return n_parts;
}

/**
 * tlsrpt_record_save:
 *
 * Keeps the inputs, so that they can be brought back after a change.
 *
 * Returns: (transfer full): the inputs, for [method@Record.restore]
 */
GVariant *
tlsrpt_record_save (TlsrptRecord *self)
{
  GVariantBuilder builder;

  g_return_val_if_fail (TLSRPT_IS_RECORD (self), NULL);

  g_variant_builder_init (&builder, TLSRPT_RECORD_STATE_TYPE);
  g_variant_builder_add (&builder, "s", tlsrpt_record_get_domain (self));
  g_variant_builder_add (&builder, "s", tlsrpt_record_get_zone (self));
  g_variant_builder_add (&builder, "u", tlsrpt_record_get_ttl (self));
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(us)"));
  for (guint i = 0; i < count (self); i++)
    {
      g_autoptr (TlsrptField) field =
        g_list_model_get_item (tlsrpt_record_get_destinations (self), i);

      g_variant_builder_add (&builder, "(us)", (guint) tlsrpt_field_get_kind (field),
                             tlsrpt_field_get_text (field));
    }
  g_variant_builder_close (&builder);

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/**
 * tlsrpt_record_restore:
 * @state: what [method@Record.save] returned
 *
 * Brings inputs back, as far as a record can have them.
 */
void
tlsrpt_record_restore (TlsrptRecord *self,
                       GVariant     *state)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GVariantIter) destinations = NULL;
  const char *domain;
  const char *zone;
  const char *text;
  guint ttl;
  guint kind;

  g_return_if_fail (TLSRPT_IS_RECORD (self));
  g_return_if_fail (g_variant_is_of_type (state, TLSRPT_RECORD_STATE_TYPE));

  g_variant_get (state, "(&s&sua(us))", &domain, &zone, &ttl, &destinations);
  while (fields->len < TLSRPT_LIMIT_DESTINATIONS &&
         g_variant_iter_next (destinations, "(u&s)", &kind, &text))
    {
      if (kind == TLSRPT_FIELD_MAIL || kind == TLSRPT_FIELD_ENDPOINT)
        g_ptr_array_add (fields, tlsrpt_field_new (kind, text));
    }

  tlsrpt_record_hold (self);
  tlsrpt_record_set_domain (self, domain);
  tlsrpt_record_set_zone (self, zone);
  tlsrpt_record_set_ttl (self, MIN (ttl, TLSRPT_LIMIT_TTL));
  tlsrpt_record_splice (self, 0, count (self), (TlsrptField **) fields->pdata, fields->len);
  tlsrpt_record_release (self);
}

/**
 * tlsrpt_record_clear:
 *
 * Empties the form.  The TTL stays: it says how far somebody is, not for which
 * domain.
 */
void
tlsrpt_record_clear (TlsrptRecord *self)
{
  g_return_if_fail (TLSRPT_IS_RECORD (self));

  tlsrpt_record_hold (self);
  tlsrpt_record_set_domain (self, NULL);
  tlsrpt_record_set_zone (self, NULL);
  tlsrpt_record_splice (self, 0, count (self), NULL, 0);
  tlsrpt_record_release (self);
}
