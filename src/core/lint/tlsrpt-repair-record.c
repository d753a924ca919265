/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-repair-private.h"

#include "tlsrpt-grammar-private.h"

/* One field behind the version.  Returns whether it is laid out as it should. */
static gboolean
read_field (TlsrptRepairer *self,
            TlsrptRange     field,
            guint          *n_rua)
{
  const char *text = self->text;
  gsize equals = tlsrpt_range_find (text, field, '=');
  TlsrptRange name = tlsrpt_repair_trim (text, (TlsrptRange) { field.start, equals });
  TlsrptRange value = { MIN (equals + 1, field.end), field.end };
  gsize name_end = tlsrpt_skip_extension_name (text, field.start, field.end);

  if (equals < field.end && tlsrpt_range_equals_caseless (text, name, "rua"))
    {
      TlsrptRange list = tlsrpt_repair_trim (text, value);

      if (memcmp (text + name.start, "rua", 3) != 0)
        tlsrpt_repairer_add_range (self, TLSRPT_CHANGE_RUA_NAME, name, "rua");
      if (++*n_rua > 1)
        tlsrpt_repairer_add_range (self, TLSRPT_CHANGE_RUA_MERGED, name, NULL);

      return tlsrpt_repairer_list (self, list) && name.end == equals && list.start == value.start;
    }

  /* A semicolon in place of a comma. */
  if (*n_rua > 0 && (name_end == field.start || name_end != equals) &&
      tlsrpt_repair_is_destination (text, field))
    {
      tlsrpt_repairer_add_range (self, TLSRPT_CHANGE_SEPARATOR, field, NULL);
      return tlsrpt_repairer_list (self, field);
    }

  if (name_end > field.start && name_end == equals && value.start < field.end)
    tlsrpt_repairer_add_range (self, TLSRPT_CHANGE_EXTENSION_DROPPED, field, NULL);
  else
    tlsrpt_repairer_add_range (self, TLSRPT_CHANGE_FIELD_DROPPED, field, NULL);

  return TRUE;
}

/* “rua=” where white space stands in place of the semicolon before it. */
static gsize
find_field_end (const char  *text,
                TlsrptRange  range)
{
  gsize end = tlsrpt_range_find (text, range, ';');
  gsize start = tlsrpt_repair_trim (text, (TlsrptRange) { range.start, end }).start;

  for (gsize i = start + 1; i < end; i++)
    {
      if (g_ascii_isspace (text[i - 1]) &&
          tlsrpt_range_starts_caseless (text, (TlsrptRange) { i, end }, "rua="))
        return i;
    }

  return end;
}

/* The fields behind the version.  Returns whether they are laid out as they should. */
static gboolean
read_fields (TlsrptRepairer *self,
             TlsrptRange     rest)
{
  gboolean tidy = TRUE;
  guint n_rua = 0;
  gsize at = rest.start;

  while (at < rest.end && !self->is_over)
    {
      TlsrptRange raw = { at, find_field_end (self->text, (TlsrptRange) { at, rest.end }) };
      TlsrptRange field = tlsrpt_repair_trim (self->text, raw);
      gboolean has_semicolon = raw.end < rest.end && self->text[raw.end] == ';';

      at = raw.end + has_semicolon;

      if (field.start == field.end)
        tidy = FALSE;
      else
        tidy = read_field (self, field, &n_rua) && field.end == raw.end && tidy;

      /* A semicolon at the end. */
      if (has_semicolon && at == rest.end)
        tidy = FALSE;
    }

  return tidy;
}

/* What stands before the first field: the version, or nothing, but no other record's
 * version.  Moves @at behind it. */
static gboolean
read_version (TlsrptRepairer *self,
              TlsrptRange     all,
              gsize          *at,
              gboolean       *tidy)
{
  const char *text = self->text;
  gsize equals = tlsrpt_range_find (text, all, '=');
  TlsrptRange name = tlsrpt_repair_trim (text, (TlsrptRange) { all.start, equals });
  TlsrptRange word;

  if (equals < all.end && tlsrpt_range_equals_caseless (text, name, "rua"))
    {
      tlsrpt_repairer_add (self, TLSRPT_CHANGE_VERSION_ADDED, all.start, 0, TLSRPT_VERSION "; ");
      *at = all.start;
      return TRUE;
    }

  if (equals == all.end || !tlsrpt_range_equals_caseless (text, name, "v"))
    return FALSE;

  word = tlsrpt_repair_trim (text, (TlsrptRange) { equals + 1, all.end });
  for (gsize i = word.start; i < word.end; i++)
    {
      if (!g_ascii_isalnum (text[i]) && text[i] != '.' && text[i] != '-')
        word.end = i;
    }

  if (tlsrpt_judge_version (text, word.start, word.end) == TLSRPT_FINDING_VERSION)
    return FALSE;

  if (word.end - all.start != strlen (TLSRPT_VERSION) ||
      memcmp (text + all.start, TLSRPT_VERSION, strlen (TLSRPT_VERSION)) != 0)
    tlsrpt_repairer_add_range (self, TLSRPT_CHANGE_VERSION,
                               (TlsrptRange) { all.start, word.end }, TLSRPT_VERSION);

  *at = word.end;
  while (*at < all.end && (g_ascii_isspace (text[*at]) || text[*at] == ';' || text[*at] == ','))
    (*at)++;

  *tidy = *at == word.end + 2 && text[word.end] == ';' && text[word.end + 1] == ' ';

  return TRUE;
}

static TlsrptRange
strip_marks (TlsrptRepairer *self,
             TlsrptRange     all)
{
  const char *text = self->text;
  TlsrptRange inner = all;

  while (inner.end - inner.start >= 2 && text[inner.start] == text[inner.end - 1] &&
         (text[inner.start] == '"' || text[inner.start] == '\'' || text[inner.start] == '`'))
    inner = tlsrpt_repair_trim (text, (TlsrptRange) { inner.start + 1, inner.end - 1 });

  if (inner.start != all.start)
    tlsrpt_repairer_add_range (self, TLSRPT_CHANGE_QUOTES, all, NULL);

  return inner;
}

/* Reads one record.  Returns whether it is one. */
gboolean
tlsrpt_repairer_record (TlsrptRepairer *self,
                        gsize           length)
{
  TlsrptRange whole = { 0, length };
  TlsrptRange all = tlsrpt_repair_trim (self->text, whole);
  gboolean tidy = all.start == whole.start && all.end == whole.end;
  gboolean version_tidy = TRUE;
  gsize at = 0;

  all = strip_marks (self, all);

  if (!read_version (self, all, &at, &version_tidy))
    {
      tlsrpt_repairer_add_range (self, TLSRPT_CHANGE_NOT_A_RECORD, whole, NULL);
      return FALSE;
    }

  tidy = read_fields (self, (TlsrptRange) { at, all.end }) && tidy && version_tidy;

  if (!tidy)
    tlsrpt_repairer_add_range (self, TLSRPT_CHANGE_LAYOUT, whole, NULL);

  return TRUE;
}
