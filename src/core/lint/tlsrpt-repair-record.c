/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-repair-private.h"

#include "tlsrpt-grammar-private.h"
#include "tlsrpt-markup.h"
#include "tlsrpt-word.h"

#define RECORD TLSRPT_VERSION

/* Whether a name is “rua” with a slip of the finger; DMARC has names as close. */
static gboolean
is_misspelled_rua (const char  *text,
                   TlsrptRange  name)
{
  static const char *const others[] = { "ruf", "rf", "ri" };
  g_autofree char *word = NULL;

  if (name.end - name.start < 2 || name.end - name.start > 4)
    return FALSE;

  word = g_ascii_strdown (text + name.start, name.end - name.start);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      if (g_str_equal (word, others[i]))
        return FALSE;
    }

  return tlsrpt_word_get_distance (word, "rua") == 1 || g_str_equal (word, "rau") ||
         g_str_equal (word, "aru") || g_str_equal (word, "uar") || g_str_equal (word, "ura");
}

/* Whether “rua=” stands somewhere: then another name is no slip. */
static gboolean
has_rua (const char  *text,
         TlsrptRange  all)
{
  for (gsize i = all.start; i < all.end; i++)
    {
      TlsrptRange rest = { i, all.end };

      if ((text[i] == 'r' || text[i] == 'R') &&
          (i == all.start || !g_ascii_isalnum (text[i - 1])) &&
          tlsrpt_range_starts_caseless (text, rest, "rua"))
        {
          rest.start += strlen ("rua");
          rest = tlsrpt_repair_trim (text, rest);
          if (rest.start < rest.end && (text[rest.start] == '=' || text[rest.start] == ':'))
            return TRUE;
        }
    }

  return FALSE;
}

/* Whether another record begins here: records are run together if somebody joins the
 * strings of several. */
static gboolean
starts_record (const char  *text,
               TlsrptRange  rest,
               gboolean     is_word)
{
  gsize end = rest.start + strlen (RECORD);

  if (!tlsrpt_range_starts_caseless (text, rest, RECORD) ||
      (end < rest.end && text[end] != ';' && !g_ascii_isspace (text[end])))
    return FALSE;

  if (is_word)
    return TRUE;

  /* In the middle of a word it must be to the letter, and go on as a record does. */
  if (memcmp (text + rest.start, RECORD, strlen (RECORD)) != 0 || end == rest.end ||
      text[end] != ';')
    return FALSE;

  rest.start = end + 1;

  return tlsrpt_range_starts_caseless (text, tlsrpt_repair_trim (text, rest), "rua");
}

/* One field behind the version.  Returns whether it is laid out as it should. */
static gboolean
read_field (TlsrptRepairer *self,
            TlsrptRange     field,
            TlsrptRange     all,
            guint          *n_rua)
{
  const char *text = self->text;
  gsize equals = tlsrpt_range_find (text, field, '=');
  TlsrptRange name = tlsrpt_repair_trim (text, (TlsrptRange) { field.start, equals });
  TlsrptRange value = { MIN (equals + 1, field.end), field.end };
  gsize name_end = tlsrpt_grammar_skip_extension_name (text, field.start, field.end);

  if (starts_record (text, field, TRUE))
    {
      tlsrpt_repairer_add_range (self, TLSRPT_CHANGE_RECORDS_MERGED, field, NULL);
      return TRUE;
    }

  /* “rua:mailto:…” */
  if (tlsrpt_range_starts_caseless (text, field, "rua:"))
    {
      name.start = field.start;
      name.end = equals = field.start + strlen ("rua");
      value.start = equals + 1;
      tlsrpt_repairer_add_range (self, TLSRPT_CHANGE_RUA_NAME,
                                 (TlsrptRange) { name.start, value.start }, "rua=");
    }
  else if (equals < field.end && is_misspelled_rua (text, name) && !has_rua (text, all) &&
           tlsrpt_repair_is_destination (text, value))
    {
      tlsrpt_repairer_add_range (self, TLSRPT_CHANGE_RUA_NAME, name, "rua");
      if (++*n_rua > 1)
        tlsrpt_repairer_add_range (self, TLSRPT_CHANGE_RUA_MERGED, name, NULL);

      return tlsrpt_repairer_list (self, tlsrpt_repair_trim (text, value)) &&
             name.end == equals && tlsrpt_repair_trim (text, value).start == value.start;
    }

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

  /* “a@example;com”: what follows an address at once may belong to it. */
  if (equals == field.end && self->last.end > 0 && self->last.end + 1 == field.start)
    {
      tlsrpt_repairer_take_back (self, field);
      return TRUE;
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
      if ((text[i] == 'v' || text[i] == 'V') &&
          starts_record (text, (TlsrptRange) { i, range.end }, g_ascii_isspace (text[i - 1])))
        return i;

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
        tidy = read_field (self, field, rest, &n_rua) && field.end == raw.end && tidy;

      /* A semicolon at the end. */
      if (has_semicolon && at == rest.end)
        tidy = FALSE;
    }

  return tidy;
}

/* Skips what stands before the version, if that is no field and no other record. */
static gsize
skip_leading (TlsrptRepairer *self,
              TlsrptRange     all)
{
  const char *text = self->text;
  gboolean has_word = FALSE;

  for (gsize i = all.start; i < all.end && text[i] != '='; i++)
    {
      TlsrptRange rest = { i, all.end };
      gsize equals;
      TlsrptRange name;
      TlsrptRange word;

      if ((text[i] == 'v' || text[i] == 'V') &&
          (i == all.start || !g_ascii_isalnum (text[i - 1])))
        {
          equals = tlsrpt_range_find (text, rest, '=');
          name = tlsrpt_repair_trim (text, (TlsrptRange) { i, equals });
          word = tlsrpt_repair_trim (text, (TlsrptRange) { MIN (equals + 1, all.end), all.end });
          if (i > all.start && equals < all.end && tlsrpt_range_equals_caseless (text, name, "v") &&
              tlsrpt_range_starts_caseless (text, word, "TLSRPT"))
            {
              tlsrpt_repairer_add_range (self, has_word ? TLSRPT_CHANGE_LEADING_DROPPED
                                                        : TLSRPT_CHANGE_LEADING_MARKS,
                                         (TlsrptRange) { all.start, i }, NULL);
              return i;
            }
        }

      has_word |= g_ascii_isalnum (text[i]) || (guchar) text[i] >= 0x80;
    }

  return all.start;
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

  if (tlsrpt_grammar_judge_version (text, word.start, word.end) == TLSRPT_FINDING_VERSION)
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

static gboolean
read_record (TlsrptRepairer *self,
             gsize           length)
{
  TlsrptRange whole = { 0, length };
  TlsrptRange all = tlsrpt_repair_trim (self->text, whole);
  gboolean tidy = all.start == whole.start && all.end == whole.end;
  gboolean version_tidy = TRUE;
  gsize at = 0;

  all = strip_marks (self, all);
  all.start = skip_leading (self, all);

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

/* Reads one record.  Returns whether it is one. */
gboolean
tlsrpt_repairer_record (TlsrptRepairer *self,
                        gsize           length)
{
  const char *text = self->text;
  g_autoptr (GString) plain = NULL;
  g_autoptr (GArray) offsets = NULL;
  guint first;
  gboolean is_record;

  self->last.end = 0;

  if (!tlsrpt_markup_may_be_in (text, length))
    return read_record (self, length);

  plain = g_string_new_len (text, length);
  if (tlsrpt_markup_remove (plain, NULL) == TLSRPT_MARKUP_NONE)
    return read_record (self, length);

  /* Once more, to know where everything was. */
  offsets = g_array_sized_new (FALSE, FALSE, sizeof (guint32), length + 1);
  for (guint32 i = 0; i <= length; i++)
    g_array_append_val (offsets, i);
  g_string_truncate (plain, 0);
  g_string_append_len (plain, text, length);
  tlsrpt_markup_remove (plain, offsets);

  tlsrpt_repairer_add (self, TLSRPT_CHANGE_MARKUP, 0, length, NULL);
  first = self->n_changes;
  self->text = plain->str;
  is_record = read_record (self, plain->len);
  self->text = text;

  for (guint i = first; self->changes != NULL && i < self->changes->len; i++)
    {
      TlsrptChange *change = g_ptr_array_index (self->changes, i);
      gsize end = g_array_index (offsets, guint32, change->offset + change->length);

      change->offset = g_array_index (offsets, guint32, change->offset);
      change->length = end - MIN (end, change->offset);
    }

  return is_record;
}
