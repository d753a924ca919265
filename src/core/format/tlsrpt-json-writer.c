/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tlsrpt-json-writer.h"

#include <string.h>

/* Whether an octet stands for itself in a JSON string of pure ASCII. */
static inline gboolean
is_plain (guchar c)
{
  return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
}

static void
append_escaped (GString  *text,
                gunichar  c)
{
  switch (c)
    {
    case '"':
    case '\\':
      g_string_append_c (text, '\\');
      g_string_append_c (text, (char) c);
      break;

    case '\n':
      g_string_append (text, "\\n");
      break;

    case '\r':
      g_string_append (text, "\\r");
      break;

    case '\t':
      g_string_append (text, "\\t");
      break;

    default:
      if (c >= 0x10000)
        g_string_append_printf (text, "\\u%04x\\u%04x",
                                0xd7c0 + (c >> 10), 0xdc00 + (c & 0x3ff));
      else
        g_string_append_printf (text, "\\u%04x", c);
      break;
    }
}

static void
append_quoted (GString    *text,
               const char *value,
               gsize       length)
{
  const char *end = value + length;

  g_string_append_c (text, '"');

  while (value < end)
    {
      const char *plain = value;
      gunichar c;

      while (value < end && is_plain ((guchar) *value))
        value++;

      g_string_append_len (text, plain, value - plain);
      if (value == end)
        break;

      c = *value == '\0' ? 0 : g_utf8_get_char_validated (value, end - value);
      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          /* JSON has no octets: what is not UTF-8 cannot be kept. */
          append_escaped (text, 0xfffd);
          value++;
        }
      else
        {
          append_escaped (text, c);
          value += *value == '\0' ? 1 : g_utf8_skip[(guchar) *value];
        }
    }

  g_string_append_c (text, '"');
}

static void
break_line (TlsrptJsonWriter *self)
{
  if (self->style == TLSRPT_JSON_COMPACT)
    return;

  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->text, "  ");
}

/* Writes what precedes a value: a comma, a line break, the member's name. */
static void
begin_value (TlsrptJsonWriter *self,
             const char       *name)
{
  if (!self->is_first)
    g_string_append_c (self->text, ',');
  if (self->depth > 0)
    break_line (self);
  self->is_first = FALSE;

  if (name != NULL)
    {
      append_quoted (self->text, name, strlen (name));
      g_string_append (self->text, self->style == TLSRPT_JSON_COMPACT ? ":" : ": ");
    }
}

static void
begin_nested (TlsrptJsonWriter *self,
              const char       *name,
              char              bracket)
{
  begin_value (self, name);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->is_first = TRUE;
}

static void
end_nested (TlsrptJsonWriter *self,
            char              bracket)
{
  g_return_if_fail (self->depth > 0);

  self->depth--;
  if (!self->is_first)
    break_line (self);
  self->is_first = FALSE;
  g_string_append_c (self->text, bracket);
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
  tlsrpt_json_writer_integer (self, "schema", TLSRPT_JSON_SCHEMA);
}

void
tlsrpt_json_writer_begin_object (TlsrptJsonWriter *self,
                                 const char       *name)
{
  begin_nested (self, name, '{');
}

void
tlsrpt_json_writer_end_object (TlsrptJsonWriter *self)
{
  end_nested (self, '}');
}

void
tlsrpt_json_writer_begin_array (TlsrptJsonWriter *self,
                                const char       *name)
{
  begin_nested (self, name, '[');
}

void
tlsrpt_json_writer_end_array (TlsrptJsonWriter *self)
{
  end_nested (self, ']');
}

/**
 * tlsrpt_json_writer_string:
 * @self: the writer
 * @name: (nullable): the member's name
 * @value: (nullable): the string; `NULL` is written as `null`
 *
 * Writes a string.  Octets that are not UTF-8 become U+FFFD.
 */
void
tlsrpt_json_writer_string (TlsrptJsonWriter *self,
                           const char       *name,
                           const char       *value)
{
  if (value == NULL)
    tlsrpt_json_writer_null (self, name);
  else
    tlsrpt_json_writer_bytes (self, name, value, strlen (value));
}

/**
 * tlsrpt_json_writer_bytes:
 * @self: the writer
 * @name: (nullable): the member's name
 * @value: the string, which may hold NUL
 * @length: its octets
 *
 * Writes a string of a known length.
 */
void
tlsrpt_json_writer_bytes (TlsrptJsonWriter *self,
                          const char       *name,
                          const char       *value,
                          gsize             length)
{
  begin_value (self, name);
  append_quoted (self->text, value, length);
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

void
tlsrpt_json_writer_integer (TlsrptJsonWriter *self,
                            const char       *name,
                            gint64            value)
{
  begin_value (self, name);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

void
tlsrpt_json_writer_boolean (TlsrptJsonWriter *self,
                            const char       *name,
                            gboolean          value)
{
  begin_value (self, name);
  g_string_append (self->text, value ? "true" : "false");
}

void
tlsrpt_json_writer_null (TlsrptJsonWriter *self,
                         const char       *name)
{
  begin_value (self, name);
  g_string_append (self->text, "null");
}
