/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-repair-private.h"

#include "tlsrpt-grammar.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-txt.h"

#include <string.h>

/**
 * tlsrpt_repairer_take:
 * @self: a repairer
 * @code: what was changed
 * @offset: where
 * @length: octets it covers
 * @before: what stood there, or what it had become
 * @after: (nullable): what stands in its place
 * @reason: (transfer full) (nullable): why, if @code does not tell
 *
 * Adds a change.
 */
void
tlsrpt_repairer_take (TlsrptRepairer   *self,
                      TlsrptChangeCode  code,
                      gsize             offset,
                      gsize             length,
                      const char       *before,
                      const char       *after,
                      char             *reason)
{
  TlsrptChange *change;

  if (self->n_changes >= TLSRPT_LIMIT_FINDINGS || self->changes == NULL)
    {
      self->is_over |= self->n_changes++ >= TLSRPT_LIMIT_FINDINGS;
      g_free (reason);
      return;
    }

  self->n_changes++;
  change = g_new0 (TlsrptChange, 1);
  change->code = code;
  change->record = self->record;
  change->offset = offset;
  change->length = length;
  change->before = before != NULL ? g_utf8_make_valid (before, -1) : NULL;
  change->after = g_strdup (after);
  change->reason = reason;
  g_ptr_array_add (self->changes, change);
}

/**
 * tlsrpt_repairer_add:
 * @self: a repairer
 * @code: what was changed
 * @offset: where
 * @length: octets it covers
 * @after: (nullable): what stands in its place
 *
 * Adds a change to a part of the text.
 */
void
tlsrpt_repairer_add (TlsrptRepairer   *self,
                     TlsrptChangeCode  code,
                     gsize             offset,
                     gsize             length,
                     const char       *after)
{
  g_autofree char *before = NULL;

  if (self->changes != NULL)
    before = g_utf8_make_valid (self->text + offset, length);

  tlsrpt_repairer_take (self, code, offset, length, before, after, NULL);
}

void
tlsrpt_repairer_add_range (TlsrptRepairer   *self,
                           TlsrptChangeCode  code,
                           TlsrptRange       range,
                           const char       *after)
{
  tlsrpt_repairer_add (self, code, range.start, range.end - range.start, after);
}

static void
init (TlsrptRepairer *self,
      GPtrArray      *changes)
{
  *self = (TlsrptRepairer) {
    .changes = changes,
    .uris = g_ptr_array_new_with_free_func (g_free),
    .value_length = strlen (TLSRPT_VERSION "; rua=") - 1,
  };
}

static void
add_verdict (TlsrptRepairer   *self,
             TlsrptChangeCode  code)
{
  /* There is always room for this one. */
  if (self->changes->len >= TLSRPT_LIMIT_FINDINGS)
    {
      g_ptr_array_set_size (self->changes, TLSRPT_LIMIT_FINDINGS - 1);
      self->n_changes = TLSRPT_LIMIT_FINDINGS - 1;
    }

  tlsrpt_repairer_take (self, code, 0, 0, NULL, NULL, NULL);
}

/* The record of what was kept, or `NULL` if there is none, or it would be too long. */
static char *
form_value (const TlsrptRepairer *self)
{
  GString *value;

  if (self->value_length > TLSRPT_LIMIT_VALUE || self->is_over || self->uris->len == 0)
    return NULL;

  value = g_string_sized_new (self->value_length);
  tlsrpt_txt_append_value (value, (const char *const *) self->uris->pdata, self->uris->len);

  return g_string_free (value, FALSE);
}

static TlsrptRepair *
finish (TlsrptRepairer *self,
        gboolean        is_record)
{
  TlsrptRepair *repair = g_new0 (TlsrptRepair, 1);

  if (!is_record)
    ;
  else if (self->value_length > TLSRPT_LIMIT_VALUE)
    add_verdict (self, TLSRPT_CHANGE_TOO_LONG);
  else if (self->is_over)
    add_verdict (self, TLSRPT_CHANGE_TOO_MANY);
  else if (self->uris->len == 0)
    add_verdict (self, TLSRPT_CHANGE_NO_DESTINATION);
  else
    repair->value = form_value (self);

  g_clear_pointer (&self->known, g_hash_table_unref);
  repair->uris = self->uris;
  repair->changes = self->changes;

  return repair;
}

static GPtrArray *
new_changes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_change_free);
}

/**
 * tlsrpt_repair_new:
 * @text: a record, good or bad; octets of any kind
 * @length: octets of @text, or -1 if a NUL ends it
 *
 * Puts a record into its canonical form: one `rua` field, first, its destinations
 * joined by bare commas, schemes in small letters, no extension, no semicolon at
 * the end.  That of a canonical record is the record itself.
 *
 * Returns: (transfer full): the repair
 */
TlsrptRepair *
tlsrpt_repair_new (const char *text,
                   gssize      length)
{
  TlsrptRepairer repairer;
  gboolean is_a_record;

  g_return_val_if_fail (text != NULL, NULL);

  init (&repairer, new_changes ());
  repairer.text = text;
  is_a_record = tlsrpt_repairer_record (&repairer, length < 0 ? strlen (text) : (gsize) length);

  return finish (&repairer, is_a_record);
}

/**
 * tlsrpt_repair_dup_value:
 * @text: a record, good or bad; octets of any kind
 * @length: octets of @text
 *
 * Puts a record into its canonical form as [func@repair_new] does, without saying what
 * was changed.
 *
 * Returns: (transfer full) (nullable): the record, or `NULL` if there is no repair
 */
char *
tlsrpt_repair_dup_value (const char *text,
                         gsize       length)
{
  TlsrptRepairer repairer;
  char *value = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  init (&repairer, NULL);
  repairer.text = text;
  if (tlsrpt_repairer_record (&repairer, length))
    value = form_value (&repairer);

  g_clear_pointer (&repairer.known, g_hash_table_unref);
  g_ptr_array_unref (repairer.uris);

  return value;
}

/**
 * tlsrpt_repair_merge:
 * @texts: (element-type GBytes): records, good or bad
 *
 * Makes one record of several: all their destinations in order, each once.  If one
 * of them is no TLS-RPT record, there is no merged one.
 *
 * Returns: (transfer full): the repair
 */
TlsrptRepair *
tlsrpt_repair_merge (GPtrArray *texts)
{
  TlsrptRepairer repairer;
  gboolean all_are_records = TRUE;

  g_return_val_if_fail (texts->len > 0, NULL);

  init (&repairer, new_changes ());

  for (guint i = 0; i < texts->len && !repairer.is_over; i++)
    {
      gsize length;

      repairer.record = i;
      repairer.text = g_bytes_get_data (g_ptr_array_index (texts, i), &length);
      if (repairer.text == NULL)
        repairer.text = "";

      all_are_records = tlsrpt_repairer_record (&repairer, length) && all_are_records;
    }

  return finish (&repairer, all_are_records);
}

void
tlsrpt_repair_free (TlsrptRepair *self)
{
  g_free (self->value);
  g_ptr_array_unref (self->uris);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

/**
 * tlsrpt_repair_has_loss:
 * @self: a repair
 *
 * Tells whether something that stood in the text could not be kept.
 *
 * Returns: `FALSE` if the record means the same with the repair
 */
gboolean
tlsrpt_repair_has_loss (const TlsrptRepair *self)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      if (tlsrpt_change_is_loss (g_ptr_array_index (self->changes, i)))
        return TRUE;
    }

  return FALSE;
}
