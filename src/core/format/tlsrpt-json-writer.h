/*
 * SPDX-FileCopyrightText: 2026 The TLS-RPT Record Generator contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/**
 * TlsrptJsonStyle:
 * @TLSRPT_JSON_COMPACT: everything on one line
 * @TLSRPT_JSON_INDENTED: a member a line, for people
 */
typedef enum
{
  TLSRPT_JSON_COMPACT,
  TLSRPT_JSON_INDENTED,
} TlsrptJsonStyle;

/* The form of what we write, as the schemas that are installed describe it.  More members
 * do not change it; one that goes, or means something else, does. */
#define TLSRPT_JSON_SCHEMA 1

/**
 * TlsrptJsonWriter:
 * @text: (transfer none): where the JSON is appended
 *
 * Writes JSON (RFC 8259) in pure ASCII.  It lives on the stack; set it up with
 * [func@json_writer_init].  In every function `name` is the member's name inside
 * an object and `NULL` inside an array and at the top; it is a word of ours, which needs
 * no escapes.
 */
typedef struct
{
  GString         *text;

  /*< private >*/
  TlsrptJsonStyle  style;
  guint            depth;
  gboolean         is_first;
} TlsrptJsonWriter;

void tlsrpt_json_writer_init         (TlsrptJsonWriter  *self,
                                      GString           *text,
                                      TlsrptJsonStyle    style);

void tlsrpt_json_writer_begin_answer (TlsrptJsonWriter  *self);
void tlsrpt_json_writer_strings      (TlsrptJsonWriter  *self,
                                      const char        *name,
                                      const char *const *values);

/* What is private to the functions below, which are inline so that a name and its length
 * are known when they are compiled (the row “lint --lines” of the benchmark “speed”: 2,200
 * instructions of 8,900 before, 1,200 with it). */
void tlsrpt_json_writer_put_name     (TlsrptJsonWriter  *self,
                                      const char        *name,
                                      gsize              length);
void tlsrpt_json_writer_end_nested   (TlsrptJsonWriter  *self,
                                      char               bracket);
void tlsrpt_json_writer_put_bytes    (TlsrptJsonWriter  *self,
                                      const char        *value,
                                      gsize              length);
void tlsrpt_json_writer_put_quoted   (TlsrptJsonWriter  *self,
                                      const char        *word,
                                      gsize              length);
void tlsrpt_json_writer_put_integer  (TlsrptJsonWriter  *self,
                                      gint64             value);
void tlsrpt_json_writer_put_word     (TlsrptJsonWriter  *self,
                                      const char        *word,
                                      gsize              length);

static inline void
tlsrpt_json_writer_begin_value (TlsrptJsonWriter *self,
                                const char       *name)
{
  const gsize length = name != NULL ? strlen (name) : 0;
  GString *text = self->text;

  if (name != NULL && self->style == TLSRPT_JSON_COMPACT &&
      G_LIKELY (text->allocated_len - text->len > length + strlen (",\"\":")))
    {
      char *to = text->str + text->len;

      if (!self->is_first)
        *to++ = ',';
      *to++ = '"';
      memcpy (to, name, length);
      to += length;
      *to++ = '"';
      *to++ = ':';
      *to = '\0';
      text->len = (gsize) (to - text->str);
      self->is_first = FALSE;
    }
  else
    {
      tlsrpt_json_writer_put_name (self, name, length);
    }
}

static inline void
tlsrpt_json_writer_begin_nested (TlsrptJsonWriter *self,
                                 const char       *name,
                                 char              bracket)
{
  tlsrpt_json_writer_begin_value (self, name);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->is_first = TRUE;
}

static inline void
tlsrpt_json_writer_begin_object (TlsrptJsonWriter *self,
                                 const char       *name)
{
  tlsrpt_json_writer_begin_nested (self, name, '{');
}

static inline void
tlsrpt_json_writer_begin_array (TlsrptJsonWriter *self,
                                const char       *name)
{
  tlsrpt_json_writer_begin_nested (self, name, '[');
}

static inline void
tlsrpt_json_writer_end_object (TlsrptJsonWriter *self)
{
  tlsrpt_json_writer_end_nested (self, '}');
}

static inline void
tlsrpt_json_writer_end_array (TlsrptJsonWriter *self)
{
  tlsrpt_json_writer_end_nested (self, ']');
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
static inline void
tlsrpt_json_writer_bytes (TlsrptJsonWriter *self,
                          const char       *name,
                          const char       *value,
                          gsize             length)
{
  tlsrpt_json_writer_begin_value (self, name);
  tlsrpt_json_writer_put_bytes (self, value, length);
}

/**
 * tlsrpt_json_writer_word:
 * @self: the writer
 * @name: (nullable): the member's name
 * @word: a word of ours, which needs no escapes
 *
 * Writes a string that is known to be plain.
 */
static inline void
tlsrpt_json_writer_word (TlsrptJsonWriter *self,
                         const char       *name,
                         const char       *word)
{
  tlsrpt_json_writer_begin_value (self, name);
  tlsrpt_json_writer_put_quoted (self, word, strlen (word));
}

static inline void
tlsrpt_json_writer_integer (TlsrptJsonWriter *self,
                            const char       *name,
                            gint64            value)
{
  tlsrpt_json_writer_begin_value (self, name);
  tlsrpt_json_writer_put_integer (self, value);
}

static inline void
tlsrpt_json_writer_boolean (TlsrptJsonWriter *self,
                            const char       *name,
                            gboolean          value)
{
  tlsrpt_json_writer_begin_value (self, name);
  if (value)
    tlsrpt_json_writer_put_word (self, "true", strlen ("true"));
  else
    tlsrpt_json_writer_put_word (self, "false", strlen ("false"));
}

static inline void
tlsrpt_json_writer_null (TlsrptJsonWriter *self,
                         const char       *name)
{
  tlsrpt_json_writer_begin_value (self, name);
  tlsrpt_json_writer_put_word (self, "null", strlen ("null"));
}

/**
 * tlsrpt_json_writer_string:
 * @self: the writer
 * @name: (nullable): the member's name
 * @value: (nullable): the string; `NULL` is written as `null`
 *
 * Writes a string.  Octets that are not UTF-8 become U+FFFD.
 */
static inline void
tlsrpt_json_writer_string (TlsrptJsonWriter *self,
                           const char       *name,
                           const char       *value)
{
  if (value == NULL)
    tlsrpt_json_writer_null (self, name);
  else
    tlsrpt_json_writer_bytes (self, name, value, strlen (value));
}

G_END_DECLS
