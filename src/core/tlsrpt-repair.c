/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-repair-private.h"

#include "tlsrpt-destination.h"
#include "tlsrpt-grammar-private.h"
#include "tlsrpt-limits.h"
#include "tlsrpt-text.h"
#include "tlsrpt-txt.h"

#include <string.h>

/* A part of the text. */
typedef struct
{
  gsize start;
  gsize end;
} Range;

static gboolean
is_space (char c)
{
  return g_ascii_isspace (c);
}

static Range
trim (const char *text,
      Range       range)
{
  while (range.start < range.end && is_space (text[range.start]))
    range.start++;
  while (range.end > range.start && is_space (text[range.end - 1]))
    range.end--;

  return range;
}

static gsize
find (const char *text,
      Range       range,
      char        c)
{
  const char *found = memchr (text + range.start, c, range.end - range.start);

  return found != NULL ? (gsize) (found - text) : range.end;
}

static gboolean
equals_caseless (const char *text,
                 Range       range,
                 const char *word)
{
  return range.end - range.start == strlen (word) &&
         g_ascii_strncasecmp (text + range.start, word, strlen (word)) == 0;
}

static gboolean
starts_caseless (const char *text,
                 Range       range,
                 const char *word)
{
  return range.end - range.start >= strlen (word) &&
         g_ascii_strncasecmp (text + range.start, word, strlen (word)) == 0;
}

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

  if (self->changes->len >= TLSRPT_LIMIT_FINDINGS)
    {
      self->is_over = TRUE;
      g_free (reason);
      return;
    }

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
  g_autofree char *before = g_utf8_make_valid (self->text + offset, length);

  tlsrpt_repairer_take (self, code, offset, length, before, after, NULL);
}

static void
add_range (TlsrptRepairer   *self,
           TlsrptChangeCode  code,
           Range             range,
           const char       *after)
{
  tlsrpt_repairer_add (self, code, range.start, range.end - range.start, after);
}

/* Whether a part of the text is meant as a destination. */
static gboolean
is_destination (const char *text,
                Range       range)
{
  return starts_caseless (text, range, "mailto:") || starts_caseless (text, range, "https:") ||
         starts_caseless (text, range, "http:") || find (text, range, '@') < range.end;
}

static gboolean
has_space (const char *text,
           Range       range)
{
  for (gsize i = range.start; i < range.end; i++)
    {
      if (is_space (text[i]))
        return TRUE;
    }

  return FALSE;
}

/* Whether a list goes on with a part of a web address that holds a comma. */
static gboolean
continues_url (const char *text,
               Range       before,
               Range       item)
{
  gsize colon = find (text, item, ':');

  if (before.end + 1 != item.start || item.start == item.end ||
      !starts_caseless (text, before, "https:") || is_destination (text, item) ||
      has_space (text, item))
    return FALSE;

  /* Neither another scheme nor a stray mark. */
  for (gsize i = item.start; i < colon && colon < item.end; i++)
    {
      if (!g_ascii_isalnum (text[i]) && strchr ("+-.", text[i]) == NULL)
        return TRUE;
    }

  return colon == item.end;
}

/* Whether a part is a destination by itself, and no piece of an address with white
 * space in it or of one with a name before it. */
static gboolean
is_whole_destination (const char *text,
                      Range       range)
{
  gsize at = find (text, range, '@');

  if (starts_caseless (text, range, "https:") || starts_caseless (text, range, "http:"))
    return TRUE;

  return at > range.start && at + 1 < range.end && text[range.start] != '<';
}

/* Destinations with white space in place of a comma. */
static gboolean
read_spaced (TlsrptRepairer *self,
             Range           item)
{
  const char *text = self->text;
  GArray *parts;
  gboolean all = TRUE;

  if (!has_space (text, item))
    return FALSE;

  parts = g_array_new (FALSE, FALSE, sizeof (Range));

  for (gsize at = item.start; at < item.end;)
    {
      Range part = { at, at };

      while (part.end < item.end && !is_space (text[part.end]))
        part.end++;

      all &= is_whole_destination (text, part);
      g_array_append_val (parts, part);

      at = part.end;
      while (at < item.end && is_space (text[at]))
        at++;
    }

  if (all)
    {
      add_range (self, TLSRPT_CHANGE_SEPARATOR, item, NULL);

      for (guint i = 0; i < parts->len && !self->is_over; i++)
        {
          Range part = g_array_index (parts, Range, i);

          tlsrpt_repairer_destination (self, part.start, part.end - part.start, NULL);
        }
    }

  g_array_unref (parts);

  return all;
}

/* The list of a rua field.  Returns whether its commas stand as they should. */
static gboolean
read_list (TlsrptRepairer *self,
           Range           list)
{
  const char *text = self->text;
  gboolean tidy = TRUE;

  for (gsize at = list.start; at <= list.end && !self->is_over;)
    {
      Range raw = { at, find (text, (Range) { at, list.end }, ',') };
      Range item = trim (text, raw);
      g_autoptr (GString) mended = NULL;

      at = raw.end + 1;

      if (item.start != raw.start || item.end != raw.end || item.start == item.end)
        tidy = FALSE;

      if (item.start == item.end || read_spaced (self, item))
        continue;

      while (at <= list.end)
        {
          Range next = { at, find (text, (Range) { at, list.end }, ',') };

          if (!continues_url (text, item, next))
            break;

          if (mended == NULL)
            mended = g_string_new_len (text + item.start, item.end - item.start);
          g_string_append (mended, "%2C");
          g_string_append_len (mended, text + next.start, next.end - next.start);
          item.end = next.end;
          at = next.end + 1;
        }

      if (mended != NULL && mended->len == strlen (mended->str))
        add_range (self, TLSRPT_CHANGE_COMMA_ENCODED, item, mended->str);

      tlsrpt_repairer_destination (self, item.start, item.end - item.start,
                                   mended != NULL ? mended->str : NULL);
    }

  return tidy;
}

/* One field behind the version.  Returns whether it is laid out as it should. */
static gboolean
read_field (TlsrptRepairer *self,
            Range           field,
            guint          *n_rua)
{
  const char *text = self->text;
  gsize equals = find (text, field, '=');
  Range name = trim (text, (Range) { field.start, equals });
  Range value = { MIN (equals + 1, field.end), field.end };
  gsize name_end = tlsrpt_skip_extension_name (text, field.start, field.end);

  if (equals < field.end && equals_caseless (text, name, "rua"))
    {
      Range list = trim (text, value);

      if (memcmp (text + name.start, "rua", 3) != 0)
        add_range (self, TLSRPT_CHANGE_RUA_NAME, name, "rua");
      if (++*n_rua > 1)
        add_range (self, TLSRPT_CHANGE_RUA_MERGED, name, NULL);

      return read_list (self, list) && name.end == equals && list.start == value.start;
    }

  /* A semicolon in place of a comma. */
  if (*n_rua > 0 && (name_end == field.start || name_end != equals) &&
      is_destination (text, field))
    {
      add_range (self, TLSRPT_CHANGE_SEPARATOR, field, NULL);
      return read_list (self, field);
    }

  if (name_end > field.start && name_end == equals && value.start < field.end)
    add_range (self, TLSRPT_CHANGE_EXTENSION_DROPPED, field, NULL);
  else
    add_range (self, TLSRPT_CHANGE_FIELD_DROPPED, field, NULL);

  return TRUE;
}

/* “rua=” where white space stands in place of the semicolon before it. */
static gsize
find_field_end (const char *text,
                Range       range)
{
  gsize end = find (text, range, ';');
  gsize start = trim (text, (Range) { range.start, end }).start;

  for (gsize i = start + 1; i < end; i++)
    {
      if (is_space (text[i - 1]) && starts_caseless (text, (Range) { i, end }, "rua="))
        return i;
    }

  return end;
}

/* The fields behind the version.  Returns whether they are laid out as they should. */
static gboolean
read_fields (TlsrptRepairer *self,
             Range           rest)
{
  gboolean tidy = TRUE;
  guint n_rua = 0;
  gsize at = rest.start;

  while (at < rest.end && !self->is_over)
    {
      Range raw = { at, find_field_end (self->text, (Range) { at, rest.end }) };
      Range field = trim (self->text, raw);
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
              Range           all,
              gsize          *at,
              gboolean       *tidy)
{
  const char *text = self->text;
  gsize equals = find (text, all, '=');
  Range name = trim (text, (Range) { all.start, equals });
  Range word;

  if (equals < all.end && equals_caseless (text, name, "rua"))
    {
      tlsrpt_repairer_add (self, TLSRPT_CHANGE_VERSION_ADDED, all.start, 0, TLSRPT_VERSION "; ");
      *at = all.start;
      return TRUE;
    }

  if (equals == all.end || !equals_caseless (text, name, "v"))
    return FALSE;

  word = trim (text, (Range) { equals + 1, all.end });
  for (gsize i = word.start; i < word.end; i++)
    {
      if (!g_ascii_isalnum (text[i]) && text[i] != '.' && text[i] != '-')
        word.end = i;
    }

  if (tlsrpt_judge_version (text, word.start, word.end) == TLSRPT_FINDING_VERSION)
    return FALSE;

  if (word.end - all.start != strlen (TLSRPT_VERSION) ||
      memcmp (text + all.start, TLSRPT_VERSION, strlen (TLSRPT_VERSION)) != 0)
    add_range (self, TLSRPT_CHANGE_VERSION, (Range) { all.start, word.end }, TLSRPT_VERSION);

  *at = word.end;
  while (*at < all.end && (is_space (text[*at]) || text[*at] == ';' || text[*at] == ','))
    (*at)++;

  *tidy = *at == word.end + 2 && text[word.end] == ';' && text[word.end + 1] == ' ';

  return TRUE;
}

static Range
strip_marks (TlsrptRepairer *self,
             Range           all)
{
  const char *text = self->text;
  Range inner = all;

  while (inner.end - inner.start >= 2 && text[inner.start] == text[inner.end - 1] &&
         (text[inner.start] == '"' || text[inner.start] == '\'' || text[inner.start] == '`'))
    inner = trim (text, (Range) { inner.start + 1, inner.end - 1 });

  if (inner.start != all.start)
    add_range (self, TLSRPT_CHANGE_QUOTES, all, NULL);

  return inner;
}

/* Reads one record.  Returns whether it is one. */
static gboolean
read_record (TlsrptRepairer *self,
             gsize           length)
{
  Range whole = { 0, length };
  Range all = trim (self->text, whole);
  gboolean tidy = all.start == whole.start && all.end == whole.end;
  gboolean version_tidy = TRUE;
  gsize at = 0;

  all = strip_marks (self, all);

  if (!read_version (self, all, &at, &version_tidy))
    {
      add_range (self, TLSRPT_CHANGE_NOT_A_RECORD, whole, NULL);
      return FALSE;
    }

  tidy = read_fields (self, (Range) { at, all.end }) && tidy && version_tidy;

  if (!tidy)
    add_range (self, TLSRPT_CHANGE_LAYOUT, whole, NULL);

  return TRUE;
}

/* Two destinations that differ only in the slash of an empty path are the same,
 * so that slash does not count. */
static guint
hash_destination (gconstpointer uri)
{
  const char *text = uri;
  guint hash = 5381;

  for (; *text != '\0'; text++)
    {
      if (*text != '/')
        hash = hash * 33 + (guchar) *text;
    }

  return hash;
}

static gboolean
same_destination (gconstpointer uri,
                  gconstpointer other)
{
  return tlsrpt_destination_equal (uri, other);
}

static void
init (TlsrptRepairer *self)
{
  *self = (TlsrptRepairer) {
    .changes = g_ptr_array_new_with_free_func ((GDestroyNotify) tlsrpt_change_free),
    .uris = g_ptr_array_new_with_free_func (g_free),
    .known = g_hash_table_new (hash_destination, same_destination),
    .value_length = strlen (TLSRPT_VERSION "; rua=") - 1,
  };
}

static void
add_verdict (TlsrptRepairer   *self,
             TlsrptChangeCode  code)
{
  /* There is always room for this one. */
  if (self->changes->len >= TLSRPT_LIMIT_FINDINGS)
    g_ptr_array_set_size (self->changes, TLSRPT_LIMIT_FINDINGS - 1);

  tlsrpt_repairer_take (self, code, 0, 0, NULL, NULL, NULL);
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
    {
      GString *value = g_string_sized_new (self->value_length);

      tlsrpt_txt_append_value (value, (const char *const *) self->uris->pdata, self->uris->len);
      repair->value = g_string_free (value, FALSE);
    }

  g_hash_table_unref (self->known);
  repair->uris = self->uris;
  repair->changes = self->changes;

  return repair;
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

  init (&repairer);
  repairer.text = text;
  is_a_record = read_record (&repairer, length < 0 ? strlen (text) : (gsize) length);

  return finish (&repairer, is_a_record);
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

  init (&repairer);

  for (guint i = 0; i < texts->len && !repairer.is_over; i++)
    {
      gsize length;

      repairer.record = i;
      repairer.text = g_bytes_get_data (g_ptr_array_index (texts, i), &length);
      if (repairer.text == NULL)
        repairer.text = "";

      all_are_records = read_record (&repairer, length) && all_are_records;
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
