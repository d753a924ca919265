/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-paste-private.h"

#include "tlsrpt-text.h"

/**
 * tlsrpt_paste_begin:
 * @self: a reader
 * @form: what the record is read from
 *
 * Adds an empty record.
 *
 * Returns: (transfer none): the record
 */
TlsrptPasted *
tlsrpt_paste_begin (TlsrptPasteReader *self,
                    TlsrptPasteForm    form)
{
  TlsrptPasted *record = g_new0 (TlsrptPasted, 1);

  record->form = form;
  record->ttl = -1;
  record->mark = self->mark;
  record->text = g_string_new (NULL);
  record->offsets = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_ptr_array_add (self->records, record);
  self->expects_strings = FALSE;

  return record;
}

void
tlsrpt_paste_append (TlsrptPasteReader *self,
                     TlsrptPasted      *record,
                     char               c,
                     gsize              at)
{
  g_string_append_c (record->text, c);
  g_array_append_val (record->offsets, g_array_index (self->offsets, guint32, at));
}

void
tlsrpt_paste_append_range (TlsrptPasteReader *self,
                           TlsrptPasted      *record,
                           gsize              at,
                           gsize              end)
{
  g_string_append_len (record->text, self->bytes->str + at, end - at);
  g_array_append_vals (record->offsets, &g_array_index (self->offsets, guint32, at), end - at);
}

/**
 * tlsrpt_paste_end:
 * @self: a reader
 * @record: the record that was read
 * @at: where its data ends
 *
 * Ends a value, which may be cut off.
 */
void
tlsrpt_paste_end (TlsrptPasteReader *self,
                  TlsrptPasted      *record,
                  gsize              at)
{
  if (g_str_has_suffix (record->text->str, "...") || g_str_has_suffix (record->text->str, "…"))
    record->notes |= TLSRPT_PASTE_CUT;

  g_array_append_val (record->offsets, g_array_index (self->offsets, guint32, at));
}

/**
 * tlsrpt_paste_join:
 * @self: a reader whose last record is a line of quoted strings
 *
 * Makes a line of strings the rest of the record above, if it is no record of its own.
 *
 * Returns: whether it was, and is gone
 */
gboolean
tlsrpt_paste_join (TlsrptPasteReader *self)
{
  guint last = self->records->len - 1;
  TlsrptPasted *record = g_ptr_array_index (self->records, last);
  TlsrptPasted *above = last > 0 ? g_ptr_array_index (self->records, last - 1) : NULL;

  if (above == NULL || above->form != TLSRPT_PASTE_QUOTED ||
      !tlsrpt_text_has_prefix (above->text->str, "v=TLSRPT") ||
      memchr (record->text->str, '=', record->text->len) != NULL)
    return FALSE;

  g_string_append_len (above->text, record->text->str, record->text->len);
  g_array_set_size (above->offsets, above->offsets->len - 1);
  g_array_append_vals (above->offsets, record->offsets->data, record->offsets->len);
  above->notes |= record->notes | TLSRPT_PASTE_STRINGS;
  g_ptr_array_set_size (self->records, last);

  return TRUE;
}
