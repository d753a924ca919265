/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-json-writer.h"

#include "tlsrpt-octets.h"

/* Long enough for any integer. */
#define INTEGER_SIZE 24

/* Room at the end, which is there mostly. */
static inline char *
reserve (GString *text,
         gsize    length)
{
  const gsize before = text->len;

  if (G_UNLIKELY (text->allocated_len - before <= length))
    {
      g_string_set_size (text, before + length);
      text->len = before;
    }

  return text->str + before;
}

static inline void
advance (GString *text,
         gsize    length)
{
  text->len += length;
  text->str[text->len] = '\0';
}

/* g_string_append_len() without a call. */
static inline void
append (GString    *text,
        const char *octets,
        gsize       length)
{
  memcpy (reserve (text, length), octets, length);
  advance (text, length);
}

static void
append_unit (GString *text,
             guint    unit)
{
  static const char digits[] = "0123456789abcdef";
  const char escape[] = {
    '\\', 'u', digits[unit >> 12], digits[unit >> 8 & 0xf], digits[unit >> 4 & 0xf],
    digits[unit & 0xf],
  };

  append (text, escape, sizeof escape);
}

static void
append_escaped (GString  *text,
                gunichar  c)
{
  switch (c)
    {
    case '"':
      append (text, "\\\"", 2);
      break;

    case '\\':
      append (text, "\\\\", 2);
      break;

    case '\n':
      append (text, "\\n", 2);
      break;

    case '\r':
      append (text, "\\r", 2);
      break;

    case '\t':
      append (text, "\\t", 2);
      break;

    default:
      if (c >= 0x10000)
        {
          append_unit (text, 0xd7c0 + (c >> 10));
          c = 0xdc00 + (c & 0x3ff);
        }
      append_unit (text, c);
      break;
    }
}

/* Appends a character that has to be escaped, and returns where the next one is. */
static const char *
append_character (GString    *text,
                  const char *value,
                  const char *end)
{
  gunichar c = *value == '\0' ? 0 : g_utf8_get_char_validated (value, end - value);

  if (c == (gunichar) -1 || c == (gunichar) -2)
    {
      /* JSON has no octets: what is not UTF-8 cannot be kept. */
      append_escaped (text, 0xfffd);
      return value + 1;
    }

  append_escaped (text, c);

  return value + (*value == '\0' ? 1 : g_utf8_skip[(guchar) *value]);
}

static void
append_quoted (GString    *text,
               const char *value,
               gsize       length)
{
  const char *end = value + length;

  append (text, "\"", 1);

  for (;;)
    {
      gsize n_left = (gsize) (end - value);
      gsize n_plain = tlsrpt_octets_copy_plain (reserve (text, n_left + 1), value, n_left);

      advance (text, n_plain);
      value += n_plain;
      if (value == end)
        break;

      value = append_character (text, value, end);
    }

  append (text, "\"", 1);
}

static void
break_line (TlsrptJsonWriter *self)
{
  if (self->style == TLSRPT_JSON_COMPACT)
    return;

  append (self->text, "\n", 1);
  for (guint i = 0; i < self->depth; i++)
    append (self->text, "  ", 2);
}

/**
 * tlsrpt_json_writer_init:
 * @self: the writer
 * @text: where the JSON is appended
 * @style: how it is laid out
 *
 * Sets up a writer for one JSON value.
 */
void
tlsrpt_json_writer_init (TlsrptJsonWriter *self,
                         GString          *text,
                         TlsrptJsonStyle   style)
{
  self->text = text;
  self->style = style;
  self->depth = 0;
  self->is_first = TRUE;
}

/**
 * tlsrpt_json_writer_begin_answer:
 * @self: the writer
 *
 * Begins an object that stands by itself, or in an array at the top, with the number of
 * its schema.  [func@json_writer_end_object] ends it.
 */
void
tlsrpt_json_writer_begin_answer (TlsrptJsonWriter *self)
{
  tlsrpt_json_writer_begin_object (self, NULL);
  tlsrpt_json_writer_begin_value (self, "schema");
  append (self->text, G_STRINGIFY (TLSRPT_JSON_SCHEMA), strlen (G_STRINGIFY (TLSRPT_JSON_SCHEMA)));
}

/**
 * tlsrpt_json_writer_strings:
 * @self: the writer
 * @name: (nullable): the member's name
 * @values: (nullable) (array zero-terminated=1): the strings
 *
 * Writes an array of strings.
 */
void
tlsrpt_json_writer_strings (TlsrptJsonWriter  *self,
                            const char        *name,
                            const char *const *values)
{
  tlsrpt_json_writer_begin_array (self, name);
  for (gsize i = 0; values != NULL && values[i] != NULL; i++)
    tlsrpt_json_writer_string (self, NULL, values[i]);
  tlsrpt_json_writer_end_array (self);
}

/* Writes what precedes a value: a comma, a line break, the member's name. */
void
tlsrpt_json_writer_put_name (TlsrptJsonWriter *self,
                             const char       *name,
                             gsize             length)
{
  GString *text = self->text;

  if (!self->is_first)
    append (text, ",", 1);
  if (self->depth > 0)
    break_line (self);
  self->is_first = FALSE;

  if (name != NULL)
    {
      append (text, "\"", 1);
      append (text, name, length);
      append (text, "\": ", self->style == TLSRPT_JSON_COMPACT ? 2 : 3);
    }
}

void
tlsrpt_json_writer_end_nested (TlsrptJsonWriter *self,
                               char              bracket)
{
  g_return_if_fail (self->depth > 0);

  self->depth--;
  if (!self->is_first)
    break_line (self);
  self->is_first = FALSE;
  g_string_append_c (self->text, bracket);
}

void
tlsrpt_json_writer_put_quoted (TlsrptJsonWriter *self,
                               const char       *word,
                               gsize             length)
{
  char *string = reserve (self->text, length + 2);

  string[0] = '"';
  memcpy (string + 1, word, length);
  string[length + 1] = '"';
  advance (self->text, length + 2);
}

void
tlsrpt_json_writer_put_bytes (TlsrptJsonWriter *self,
                              const char       *value,
                              gsize             length)
{
  append_quoted (self->text, value, length);
}

void
tlsrpt_json_writer_put_integer (TlsrptJsonWriter *self,
                                gint64            value)
{
  char digits[INTEGER_SIZE];
  char *first = digits + sizeof digits;
  guint64 rest = value < 0 ? -(guint64) value : (guint64) value;

  do
    *--first = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);

  if (value < 0)
    *--first = '-';

  append (self->text, first, (gsize) (digits + sizeof digits - first));
}

void
tlsrpt_json_writer_put_word (TlsrptJsonWriter *self,
                             const char       *word,
                             gsize             length)
{
  append (self->text, word, length);
}
